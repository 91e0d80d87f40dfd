import { fromBase64 } from 'lib0/buffer';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { Compartimenttekst } from '../../../../client/sync/compartimenttekst.ts';
import type { Teksten, Tekstopties } from '../../../../client/sync/teksten.ts';
import { SLUITCODE } from '../../../../shared/sync/sluitcodes.ts';
import { rusthash } from '../../../../shared/sync/stand.ts';
import { KALE_ALINEA } from '../../../../shared/tekst/blok.ts';
import { ANKER } from '../../../../shared/tekst/embed.ts';
import { zetSleutels } from '../../../../shared/tekst/schrijven.ts';
import { leesVeld, type Overkant, overkant, scherm, tot, typAlinea } from './overkant.ts';

const KANAAL = 11;

/** A screen with one text, loaded and open. */
async function metTekst(opties: Partial<Tekstopties> = {}, begin = 'Begin.') {
  const kant = await overkant();
  const server = kant.plek('a');
  if (begin !== '') typAlinea(server.getText('v1'), begin);
  const teksten = scherm(kant.adres, opties);
  await geladen(teksten);
  await tot(() => expect(kant.op(KANAAL, 'stap2')).toHaveLength(1));
  return { kant, server, teksten };
}

function tekst(teksten: Teksten, id = 'a'): Compartimenttekst {
  const gevonden = teksten.compartiment(id);
  if (gevonden === undefined) throw new Error(`text ${id} isn't open`);
  return gevonden;
}

async function geladen(teksten: Teksten, id = 'a'): Promise<Compartimenttekst> {
  await tot(() => expect(teksten.compartiment(id)?.stand).toBe('opgeslagen'));
  return tekst(teksten, id);
}

/** Of a text of one paragraph the places are those of its characters (TX2). */
function regelVan(doc: Y.Doc): Y.Text {
  return doc.getText('v1');
}

async function vuilnisophaler(): Promise<() => void> {
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

function soorten(kant: Overkant): string[] {
  return kant.ontvangen.map((wat) => ('besturing' in wat ? wat.besturing.type : wat.soort));
}

/** Waits until the other side has had all that was sent before: a change of another text comes after it. */
async function bij(kant: Overkant, teksten: Teksten): Promise<void> {
  tekst(teksten, 'peil').doc.getText('peil').insert(0, 'n');
  await tot(() => expect(kant.op(kant.zichtVan('peil')?.kanaal ?? 0, 'update')).toHaveLength(1));
}

test('SY3: a kanaal is opened and its text loaded; its author is told before the first that they write, and no sooner', async () => {
  const { kant, teksten } = await metTekst();
  const { doc } = tekst(teksten);
  expect(leesVeld(doc)).toBe('Begin.');
  expect(soorten(kant)).toEqual(['open', 'stap1', 'stap2']);
  expect(kant.besturing('open')).toEqual([{ type: 'open', kanaal: KANAAL, tijdperk: null }]);
  typAlinea(doc.getText('v1'), 'een');
  typAlinea(doc.getText('v1'), 'twee');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(2));
  expect(soorten(kant).slice(3)).toEqual(['auteur', 'update', 'update']);
  expect(kant.besturing('auteur')).toEqual([{ type: 'auteur', kanaal: KANAAL, clientId: doc.clientID }]);

  // Opened again, it is told before what it wrote can go along.
  const vanaf = kant.ontvangen.length;
  kant.breekAf();
  await tot(() => expect(soorten(kant).slice(vanaf)).toContain('stap2'));
  const weer = soorten(kant).slice(vanaf);
  expect(weer.indexOf('auteur')).toBeLessThan(weer.indexOf('stap2'));
  expect(weer).toContain('auteur');
});

test('SY3: where one is tells the author first, and that one is nowhere tells nobody', async () => {
  const { kant, teksten } = await metTekst();
  kant.plek('peil');
  kant.meldZicht();
  await geladen(teksten, 'peil');
  const { awareness } = tekst(teksten);
  const vanaf = kant.ontvangen.length;
  awareness.setLocalState(null);
  await bij(kant, teksten);
  expect(kant.op(KANAAL, 'aanwezigheid')).toEqual([]);
  awareness.setLocalState({ cursor: null });
  await tot(() => expect(kant.op(KANAAL, 'aanwezigheid')).toHaveLength(1));
  const over = kant.ontvangen.slice(vanaf).flatMap((wat) => ('besturing' in wat ? [wat.besturing] : []));
  expect(over.filter(({ type }) => type === 'auteur')).toContainEqual(
    expect.objectContaining({ kanaal: KANAAL, clientId: awareness.clientID }),
  );
});

test('NK17: who has had too many ids reads on, and what they typed stands apart', async () => {
  const geweigerd = vi.fn<(id: string, reden: string, leestNu: boolean) => void>();
  const { kant, server, teksten } = await metTekst({ opWeigering: geweigerd });
  kant.bevestigt = false;
  typAlinea(tekst(teksten).veld('v1'), 'Te veel.');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  kant.meld({ type: 'geweigerd', kanaal: KANAAL, code: 'te_veel_client_ids', reden: 'Wacht een uur.' });
  await tot(() => expect(teksten.overgebleven.map(({ tekst: stuk }) => stuk)).toEqual(['Te veel.']));
  expect(geweigerd.mock.calls).toEqual([['a', 'Wacht een uur.', true]]);
  kant.bevestigt = true;
  expect(leesVeld((await geladen(teksten)).doc)).toBe('Begin.');
  regelVan(server).insert(6, ' Meer.');
  await tot(() => expect(leesVeld(tekst(teksten).doc)).toContain('Meer.'));
  // Once, when it was typed: to read it again nothing was asked that would be refused.
  expect(kant.besturing('auteur')).toHaveLength(1);
});

test('SY2: texts come and go with what may be seen', async () => {
  const { kant, teksten } = await metTekst();
  expect(teksten.compartimenten.map(({ id }) => id)).toEqual(['a']);
  kant.plek('b');
  kant.meldZicht();
  await geladen(teksten, 'b');
  kant.zet('a', null);
  await tot(() => expect(teksten.compartiment('a')).toBeUndefined());
  expect(teksten.compartimenten.map(({ id }) => id)).toEqual(['b']);
});

test('SY5: a change is opgeslagen when the server says so, and each text for itself', async () => {
  const { kant, server, teksten } = await metTekst();
  const { doc } = tekst(teksten);
  kant.bevestigt = false;
  typAlinea(doc.getText('v1'), 'een');
  typAlinea(doc.getText('v2'), 'twee');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(2));
  expect(tekst(teksten).stand).toBe('bezig');
  expect(teksten.onopgeslagen).toBe(true);

  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, t: 1 });
  await tot(() => expect(tekst(teksten).standVan('v1')).toBe('opgeslagen'));
  expect(tekst(teksten).standVan('v2')).toBe('bezig');
  expect(tekst(teksten).stand).toBe('bezig');

  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, t: 2 });
  await tot(() => expect(tekst(teksten).stand).toBe('opgeslagen'));
  expect(teksten.onopgeslagen).toBe(false);
  expect(leesVeld(server)).toBe('Begin.');
});

test('SY5: what others type is never unsaved here', async () => {
  const { server, teksten } = await metTekst();
  regelVan(server).insert(6, ' Meer.');
  await tot(() => expect(leesVeld(tekst(teksten).doc)).toContain('Meer.'));
  expect(tekst(teksten).stand).toBe('opgeslagen');
});

test('SY5: what is typed without a line goes along when it is back, and only then is opgeslagen', async () => {
  const { kant, server, teksten } = await metTekst();
  const { doc, versie } = tekst(teksten);
  kant.weigertLijn = 4513;
  kant.breekAf();
  await tot(() => expect(tekst(teksten).stand).toBe('wacht_op_verbinding'));
  expect(teksten.verbonden).toBe(false);
  expect(teksten.onopgeslagen).toBe(false);
  regelVan(doc).insert(6, ' Offline.');
  regelVan(doc).delete(0, 1);
  expect(teksten.onopgeslagen).toBe(true);
  regelVan(server).insert(0, 'Het ');

  kant.bevestigt = false;
  kant.weigertLijn = null;
  await tot(() => expect(kant.op(KANAAL, 'stap2')).toHaveLength(2));
  expect(tekst(teksten).stand).toBe('bezig');
  expect(kant.besturing('open').at(-1)).toEqual({ type: 'open', kanaal: KANAAL, tijdperk: 't1' });
  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, gelijk: true });
  await geladen(teksten);
  expect(tekst(teksten)).toMatchObject({ doc, versie });
  const [stap2 = new Uint8Array()] = kant.op(KANAAL, 'stap2').slice(-1);
  Y.applyUpdate(server, stap2);
  expect(leesVeld(server)).toBe('Het egin. Offline.');
  expect(leesVeld(doc)).toBe(leesVeld(server));
});

test('SY5: an update whose acknowledgement got lost with the line is unsaved until step 2 is answered', async () => {
  const { kant, teksten } = await metTekst();
  kant.bevestigt = false;
  typAlinea(tekst(teksten).doc.getText('v1'), 'weg?');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  kant.breekAf();
  await tot(() => expect(kant.op(KANAAL, 'stap2')).toHaveLength(2));
  expect(tekst(teksten).onopgeslagen).toBe(true);
  // The first update of this opening was never sent: this says nothing about the one of the opening before.
  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, t: 1 });
  kant.plek('peil');
  kant.meldZicht();
  await geladen(teksten, 'peil');
  expect(tekst(teksten).onopgeslagen).toBe(true);
  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, gelijk: true });
  await geladen(teksten);
  expect(teksten.onopgeslagen).toBe(false);
});

test('SY5: an acknowledgement of the opening before, still on its way, says nothing of this one', async () => {
  const { kant, teksten } = await metTekst();
  kant.antwoordt = false;
  kant.breekAf();
  await tot(() => expect(kant.besturing('open')).toHaveLength(2));
  typAlinea(tekst(teksten).doc.getText('v1'), 'nieuw');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, t: 1 });
  kant.zet('a', { niveau: 'schrijven' });
  kant.plek('peil');
  kant.meldZicht();
  await tot(() => expect(teksten.compartiment('peil')).toBeDefined());
  expect(tekst(teksten).stand).toBe('bezig');
});

test('SY5: leaving the page is warned about exactly while something is unsaved', async () => {
  const venster = new EventTarget();
  const { kant, teksten } = await metTekst({ omgeving: { venster } });
  const waarschuwt = () => !venster.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(waarschuwt()).toBe(false);
  kant.bevestigt = false;
  typAlinea(tekst(teksten).doc.getText('v1'), 'een');
  expect(waarschuwt()).toBe(true);
  teksten.stop();
  expect(waarschuwt()).toBe(false);
});

test('SY8: a client sends its own cursor, and of what it hears of others nothing', async () => {
  const { kant, teksten } = await metTekst();
  kant.plek('peil');
  kant.meldZicht();
  await geladen(teksten, 'peil');
  const { awareness } = tekst(teksten);
  expect(awareness.getLocalState()).toBeNull();
  expect(kant.op(KANAAL, 'aanwezigheid')).toEqual([]);

  kant.stuurOp(KANAAL, Uint8Array.of(1, 6, 1, 5, 1, 2, 123, 125));
  await tot(() => expect(awareness.getStates().has(5)).toBe(true));
  await bij(kant, teksten);
  expect(kant.op(KANAAL, 'aanwezigheid')).toEqual([]);

  awareness.setLocalState({ cursor: null });
  await tot(() => expect(kant.op(KANAAL, 'aanwezigheid')).toHaveLength(1));
  const [, , aantal] = kant.op(KANAAL, 'aanwezigheid')[0] ?? [];
  expect(aantal).toBe(1);
});

test('SY3: when Yjs takes another client id, the server hears of it before the next update', async () => {
  const { kant, server, teksten } = await metTekst();
  const { doc, awareness } = tekst(teksten);
  const eerst = doc.clientID;
  vi.spyOn(console, 'log').mockImplementation(() => {});
  // Somebody else writes under this id: Yjs then takes a new one.
  const ander = new Y.Doc();
  ander.clientID = eerst;
  Y.applyUpdate(ander, Y.encodeStateAsUpdate(server));
  typAlinea(ander.getText('v1'), 'van een ander');
  Y.applyUpdate(server, Y.encodeStateAsUpdate(ander));
  await tot(() => expect(doc.clientID).not.toBe(eerst));
  expect(awareness.clientID).toBe(doc.clientID);

  const vanaf = kant.ontvangen.length;
  typAlinea(doc.getText('v1'), 'van mij');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  expect(soorten(kant).slice(vanaf)).toEqual(['auteur', 'update']);
  expect(kant.besturing('auteur').at(-1)?.clientId).toBe(doc.clientID);
  await geladen(teksten);
});

test('ST15: what an earlier page left in a text that can’t be read now doesn’t wait for it', async () => {
  const kant = await overkant();
  kant.plek('a');
  kant.weigertKanaal = SLUITCODE.onleesbaar;
  const teksten = scherm(kant.adres);
  const eerder = { compartimentId: 'a', tot: [{ client: 7, klok: 3 }] };
  expect(teksten.isAangekomen(eerder)).toBeNull();
  await tot(() => expect(teksten.compartiment('a')?.isOnleesbaar).toBe(true));
  expect(teksten.isAangekomen(eerder)).toBe(false);
});

test('SY13: after geweigerd a fresh document takes its place, and the paragraph stays to copy from', async () => {
  const geweigerd = vi.fn<(id: string, reden: string) => void>();
  const { kant, teksten } = await metTekst({ opWeigering: geweigerd });
  const eerst = tekst(teksten);
  kant.bevestigt = false;
  regelVan(eerst.doc).insert(6, ' Mijn zin.');
  kant.meld({ type: 'geweigerd', kanaal: KANAAL, code: 'inhoud', reden: 'Dit past niet.' });
  await tot(() => expect(teksten.compartiment('a')).not.toBe(eerst));
  const nu = await geladen(teksten);
  expect(nu.versie).toBeGreaterThan(eerst.versie);
  expect(nu.doc.clientID).not.toBe(eerst.doc.clientID);
  expect(leesVeld(nu.doc)).toBe('Begin.');
  expect(kant.besturing('open').at(-1)?.tijdperk).toBeNull();
  expect(geweigerd).toHaveBeenCalledWith('a', 'Dit past niet.', false);
  expect(teksten.overgebleven).toMatchObject([
    { compartimentId: 'a', veldId: 'v1', tekst: 'Begin. Mijn zin.', reden: 'Dit past niet.' },
  ]);
  expect(eerst.stand).toBe('gestopt');
  teksten.verwijderOvergebleven(teksten.overgebleven[0]?.id ?? '');
  expect(teksten.overgebleven).toEqual([]);
});

test('SY3: an id that is taken is replaced in silence while nothing is unsaved', async () => {
  const geweigerd = vi.fn<(id: string, reden: string) => void>();
  const { kant, teksten } = await metTekst({ opWeigering: geweigerd });
  const { versie } = tekst(teksten);
  kant.meld({ type: 'geweigerd', kanaal: KANAAL, code: 'client_id_bezet', reden: 'Bezet.' });
  await tot(() => expect(teksten.compartiment('a')?.versie).not.toBe(versie));
  await geladen(teksten);
  expect(geweigerd).not.toHaveBeenCalled();
  expect(teksten.overgebleven).toEqual([]);
});

test.each(['opnieuw', 'zicht'] as const)(
  'SY13: a document of another tijdperk (%s) makes place, and what only was deleted leaves nothing over',
  async (hoe) => {
    const { kant, teksten } = await metTekst();
    const eerst = tekst(teksten);
    kant.bevestigt = false;
    typAlinea(eerst.doc.getText('v2'), 'Onbewaard.');
    regelVan(eerst.doc).delete(0, 2);
    if (hoe === 'opnieuw') kant.meld({ type: 'opnieuw', kanaal: KANAAL });
    else kant.zet('a', { tijdperk: 't2' });
    await tot(() => expect(teksten.compartiment('a')).not.toBe(eerst));
    const nu = await geladen(teksten);
    expect(leesVeld(nu.doc)).toBe('Begin.');
    expect(teksten.overgebleven.map(({ veldId, tekst: t }) => [veldId, t])).toEqual([['v2', 'Onbewaard.']]);
  },
);

test.each(['sluit', 'zicht', 'lezen', 'lijn'] as const)(
  'NK7: who may no longer (%s) keeps of unsaved text only what they typed themselves',
  async (hoe) => {
    const { kant, teksten } = await metTekst({}, 'Geheim van een ander.');
    const eerst = tekst(teksten);
    kant.bevestigt = false;
    regelVan(eerst.doc).insert(6, ' eigen');
    if (hoe === 'sluit') kant.meld({ type: 'sluit', kanaal: KANAAL, code: 4403 });
    if (hoe === 'zicht') kant.zet('a', null);
    if (hoe === 'lezen') kant.zet('a', { niveau: 'lezen' });
    if (hoe === 'lijn') kant.sluitLijn(4403);
    await tot(() => expect(teksten.overgebleven).toHaveLength(1));
    expect(teksten.overgebleven[0]?.tekst.trim()).toBe('eigen');
    expect(eerst.stand).toBe('gestopt');
    expect(teksten.gestopt).toBe(hoe === 'lijn' ? 'niet_toegestaan' : null);
    if (hoe === 'lezen') {
      expect(leesVeld((await geladen(teksten)).doc)).toBe('Geheim van een ander.');
    } else expect(teksten.compartiment('a')).toBeUndefined();
  },
);

test('NK7: what is dragged to another line stays the text of others', async () => {
  const { kant, teksten } = await metTekst({}, 'Van een ander, heel lang.');
  const { doc } = tekst(teksten);
  kant.bevestigt = false;
  const regel = regelVan(doc);
  regel.insert(25, ' Van mij.');
  doc.transact(() => {
    const weg = regel.toString().slice(14);
    regel.delete(14, weg.length);
    typAlinea(regel, weg);
  });
  expect(leesVeld(doc)).toBe('Van een ander,\n heel lang. Van mij.');
  kant.meld({ type: 'sluit', kanaal: KANAAL, code: 4403 });
  await tot(() => expect(teksten.overgebleven).toHaveLength(1));
  expect(teksten.overgebleven[0]?.tekst).toBe(' Van mij.');
});

test('NK7: whoever only splits, joins or sorts lines keeps nothing of what stands in them', async () => {
  const { kant, teksten } = await metTekst({}, 'Van een ander.');
  const { doc } = tekst(teksten);
  kant.bevestigt = false;
  const regel = regelVan(doc);
  doc.transact(() => {
    regel.insertEmbed(3, ANKER);
    regel.insertEmbed(4, new Y.Map());
    zetSleutels(regel, { ...KALE_ALINEA, soort: 'punt', diepte: 2 });
  });
  expect(leesVeld(doc)).toBe('    - Van\n een ander.');
  expect(tekst(teksten).isOnopgeslagen('v1')).toBe(true);
  expect(tekst(teksten).isOnopgeslagen('v2')).toBe(false);
  kant.zet('a', null);
  await tot(() => expect(teksten.compartiment('a')).toBeUndefined());
  expect(teksten.overgebleven).toEqual([]);
});

test('NK7: undo of a deletion does not make the text of others mine', async () => {
  const { kant, teksten } = await metTekst({}, 'Van een ander.');
  const { doc } = tekst(teksten);
  kant.bevestigt = false;
  const undo = new Y.UndoManager(doc.getText('v1'));
  regelVan(doc).delete(0, 8);
  undo.undo();
  expect(leesVeld(doc)).toBe('Van een ander.');
  expect(tekst(teksten).onopgeslagen).toBe(true);
  kant.zet('a', null);
  await tot(() => expect(teksten.compartiment('a')).toBeUndefined());
  expect(teksten.overgebleven).toEqual([]);
});

test('SY14: who reads sends nothing but the first step, also when they type', async () => {
  const kant = await overkant();
  typAlinea(kant.plek('a', { niveau: 'lezen' }).getText('v1'), 'Begin.');
  kant.plek('peil');
  const teksten = scherm(kant.adres);
  const { doc, awareness } = await geladen(teksten);
  await geladen(teksten, 'peil');
  typAlinea(doc.getText('v1'), 'stiekem');
  awareness.setLocalState({ cursor: null });
  await bij(kant, teksten);
  const opKanaal = kant.ontvangen.filter((wat) => 'kanaal' in wat && wat.kanaal === KANAAL);
  expect(opKanaal).toMatchObject([{ soort: 'stap1' }]);
  expect(kant.besturing('auteur').filter(({ kanaal }) => kanaal === KANAAL)).toEqual([]);
  // Of the other text the word that it is saved may still be on its way.
  expect(tekst(teksten).onopgeslagen).toBe(false);

  // Once they may write, they start from what the server has.
  kant.zet('a', { niveau: 'schrijven' });
  await tot(() => expect(tekst(teksten).doc).not.toBe(doc));
  expect(leesVeld((await geladen(teksten)).doc)).toBe('Begin.');
});

test('SY14: Yjs cleans up no formatting on the screen of who reads', async () => {
  const kant = await overkant();
  const server = kant.plek('a', { niveau: 'lezen' });
  typAlinea(server.getText('v1'), 'xabcdy');
  regelVan(server).format(1, 4, { strong: true });
  const teksten = scherm(kant.adres);
  const { doc } = await geladen(teksten);
  let eigen = 0;
  doc.on('afterTransaction', (transactie) => {
    if (transactie.local && transactie.deleteSet.clients.size > 0) eigen += 1;
  });
  // Two who each delete half of what is bold leave marks around nothing, which Yjs would take away.
  const begin = Y.encodeStateAsUpdate(server);
  for (const [vanaf, lengte] of [
    [1, 2],
    [3, 2],
  ] as const) {
    const ander = new Y.Doc();
    Y.applyUpdate(ander, begin);
    regelVan(ander).delete(vanaf, lengte);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(ander, Y.encodeStateVectorFromUpdate(begin)), 'ander');
  }
  await tot(() => expect(leesVeld(doc)).toBe('xy'));
  expect(eigen).toBe(0);
  expect(tekst(teksten).onopgeslagen).toBe(false);
});

test('SY2: from reading to writing and back the document stays', async () => {
  const { kant, teksten } = await metTekst();
  const { doc } = tekst(teksten);
  kant.zet('a', { niveau: 'lezen' });
  await tot(() => expect(tekst(teksten).niveau).toBe('lezen'));
  kant.zet('a', { niveau: 'schrijven' });
  await tot(() => expect(tekst(teksten).niveau).toBe('schrijven'));
  typAlinea(doc.getText('v1'), 'weer');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  await geladen(teksten);
  expect(tekst(teksten).doc).toBe(doc);
  expect(kant.besturing('open')).toHaveLength(1);

  const lezer = await overkant();
  lezer.plek('a', { niveau: 'lezen' });
  const ander = scherm(lezer.adres);
  const later = await geladen(ander);
  expect(lezer.besturing('auteur')).toEqual([]);
  lezer.zet('a', { niveau: 'schrijven' });
  await tot(() => expect(tekst(ander).niveau).toBe('schrijven'));
  typAlinea(later.veld('v1'), 'nu wel');
  await tot(() => expect(leesVeld(lezer.docs.get('a') ?? new Y.Doc())).toContain('nu wel'));
  expect(lezer.besturing('auteur')).toHaveLength(1);
});

test('SY15: a text that rests and is saved is compared with the server, once', async () => {
  const rustMs = 777;
  let rust = () => {};
  const wacht = (ms: number, doe: () => void) => {
    if (ms === rustMs) rust = doe;
    const timer = ms === rustMs ? undefined : setTimeout(doe, ms);
    return () => clearTimeout(timer);
  };
  const { kant, server, teksten } = await metTekst({ omgeving: { rustMs, wacht } });
  const { doc } = tekst(teksten);
  kant.plek('peil');
  kant.meldZicht();
  await geladen(teksten, 'peil');
  kant.bevestigt = false;
  typAlinea(doc.getText('v1'), 'meer');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  const [update = new Uint8Array()] = kant.op(KANAAL, 'update');
  Y.applyUpdate(server, update, 'client');
  // Rested, but not acknowledged.
  rust();
  await bij(kant, teksten);
  expect(kant.besturing('stand')).toEqual([]);
  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, t: 1 });
  await tot(() => expect(kant.besturing('stand')).toHaveLength(1));
  const [stand] = kant.besturing('stand');
  expect(stand?.hash).toBe(rusthash(server));
  expect(fromBase64(stand?.staat ?? '')).toEqual(Y.encodeStateVector(server));
  kant.meld({ type: 'opgeslagen', kanaal: KANAAL, t: 1 });
  kant.zet('a', { niveau: 'lezen' });
  await tot(() => expect(tekst(teksten).niveau).toBe('lezen'));
  expect(kant.besturing('stand')).toHaveLength(1);
});

test('SY9: a kanaal that is closed for now (4513) comes back, and nothing is lost', async () => {
  const { kant, server, teksten } = await metTekst();
  const { doc } = tekst(teksten);
  kant.weigertKanaal = 4513;
  kant.meld({ type: 'sluit', kanaal: KANAAL, code: 4513 });
  await tot(() => expect(tekst(teksten).stand).toBe('wacht_op_verbinding'));
  typAlinea(doc.getText('v1'), 'bewaard');
  await tot(() => expect(kant.besturing('open').length).toBeGreaterThan(2));
  kant.weigertKanaal = null;
  await geladen(teksten);
  expect(tekst(teksten).doc).toBe(doc);
  expect(leesVeld(server)).toContain('bewaard');
  expect(teksten.overgebleven).toEqual([]);
});

test.each([4400, 4413, 4429])(
  'NK17: after %i the text stays to copy from, and a fresh document comes after a pause',
  async (code) => {
    const { kant, teksten } = await metTekst();
    const eerst = tekst(teksten);
    kant.bevestigt = false;
    regelVan(eerst.doc).insert(6, ' Veel.');
    kant.meld({ type: 'sluit', kanaal: KANAAL, code });
    await tot(() => expect(eerst.stand).toBe('gestopt'));
    expect(teksten.onopgeslagen).toBe(true);
    await tot(() => expect(teksten.compartiment('a')).not.toBe(eerst));
    expect(teksten.overgebleven.map(({ tekst: t }) => t)).toEqual(['Begin. Veel.']);
    const nu = await geladen(teksten);
    expect(leesVeld(nu.doc)).toBe('Begin.');
  },
);

test('SY9: a change for which the whole line was closed is not sent again', async () => {
  const { kant, teksten } = await metTekst();
  const eerst = tekst(teksten);
  kant.bevestigt = false;
  regelVan(eerst.doc).insert(6, ' Te groot.');
  kant.sluitLijn(4413);
  await tot(() => expect(teksten.compartiment('a')).not.toBe(eerst));
  expect(teksten.overgebleven.map(({ tekst: t }) => t)).toEqual(['Begin. Te groot.']);
  kant.bevestigt = true;
  expect(leesVeld((await geladen(teksten)).doc)).toBe('Begin.');
});

test('SY9: what was on its way when a line was closed that nobody understood stays, and goes once more', async () => {
  const { kant, server, teksten } = await metTekst();
  const { doc, versie } = tekst(teksten);
  kant.bevestigt = false;
  regelVan(doc).insert(6, ' Mijn zin');
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  kant.sluitLijn(4400);
  await tot(() => expect(tekst(teksten).stand).toBe('wacht_op_verbinding'));
  regelVan(doc).insert(15, ', die ik af typ.');
  kant.bevestigt = true;
  await tot(() => expect(leesVeld(server)).toBe('Begin. Mijn zin, die ik af typ.'));
  expect(await geladen(teksten)).toMatchObject({ doc, versie });
  expect(teksten.overgebleven).toEqual([]);

  // Taken whole: the next time it is as likely something else that wasn't understood.
  kant.bevestigt = false;
  regelVan(doc).insert(0, 'Nog. ');
  kant.sluitLijn(4400);
  await tot(() => expect(tekst(teksten).stand).toBe('wacht_op_verbinding'));
  kant.bevestigt = true;
  await tot(() => expect(leesVeld(server)).toBe('Nog. Begin. Mijn zin, die ik af typ.'));
  expect(teksten.overgebleven).toEqual([]);
});

test('SY9: what a line is closed over again when it is sent once more is put aside', async () => {
  const { kant, teksten } = await metTekst();
  const eerst = tekst(teksten);
  kant.bevestigt = false;
  regelVan(eerst.doc).insert(6, ' Onzin.');
  for (const opening of [1, 2]) {
    await tot(() => expect(kant.op(KANAAL, 'stap2')).toHaveLength(opening));
    kant.sluitLijn(4400);
  }
  kant.bevestigt = true;
  await tot(() => expect(teksten.compartiment('a')).not.toBe(eerst));
  expect(teksten.overgebleven.map(({ tekst: t }) => t)).toEqual(['Begin. Onzin.']);
  expect(leesVeld((await geladen(teksten)).doc)).toBe('Begin.');
});

test('NK17: until another document is there one goes on in the old one, and all of that is put aside', async () => {
  const { kant, teksten } = await metTekst();
  const eerst = tekst(teksten);
  kant.bevestigt = false;
  kant.antwoordt = false;
  const gelezen: string[] = [];
  // As the editor does: the last of it is on the screen alone.
  eerst.voorOntvangst(() => {
    gelezen.push(leesVeld(eerst.doc));
    regelVan(eerst.doc).insert(regelVan(eerst.doc).toString().length, ' Laatste.');
  });
  regelVan(eerst.doc).insert(6, ' Een.');
  kant.meld({ type: 'geweigerd', kanaal: KANAAL, code: 'inhoud', reden: 'Dit past niet.' });
  await tot(() => expect(kant.besturing('open')).toHaveLength(2));
  expect(tekst(teksten)).toBe(eerst);
  expect(eerst).toMatchObject({ stand: 'gestopt', geladen: true });
  regelVan(eerst.doc).insert(11, ' Twee.');
  expect(teksten.onopgeslagen).toBe(true);
  kant.breekAf();
  await tot(() => expect(kant.besturing('open')).toHaveLength(3));
  expect(kant.besturing('open').at(-1)?.tijdperk).toBeNull();
  expect(tekst(teksten)).toBe(eerst);
  kant.antwoordt = true;
  kant.breekAf();
  await tot(() => expect(tekst(teksten)).not.toBe(eerst));
  expect(gelezen).toEqual(['Begin. Een. Twee.']);
  expect(teksten.overgebleven).toMatchObject([
    { tekst: 'Begin. Een. Twee. Laatste.', eigen: ' Een. Twee. Laatste.', reden: 'Dit past niet.' },
  ]);
  expect(leesVeld((await geladen(teksten)).doc)).toBe('Begin.');
});

test.each(['weg', 'lezen', 'tijdperk', 'stop'] as const)(
  'NK7: a text that waits for another to take its place goes at once when it may no longer be here (%s)',
  async (hoe) => {
    const { kant, teksten } = await metTekst({}, 'Van een ander.');
    const eerst = tekst(teksten);
    kant.bevestigt = false;
    kant.antwoordt = false;
    regelVan(eerst.doc).insert(14, ' Van mij.');
    kant.meld({ type: 'geweigerd', kanaal: KANAAL, code: 'inhoud', reden: 'Dit past niet.' });
    await tot(() => expect(kant.besturing('open')).toHaveLength(2));
    if (hoe === 'weg') kant.zet('a', null);
    if (hoe === 'lezen') kant.zet('a', { niveau: 'lezen' });
    if (hoe === 'tijdperk') kant.zet('a', { tijdperk: 't2' });
    if (hoe === 'stop') teksten.stop();
    await tot(() => expect(teksten.compartiment('a')).not.toBe(eerst));
    expect(teksten.overgebleven.map(({ tekst: t }) => t)).toEqual(
      { weg: [' Van mij.'], lezen: [' Van mij.'], tijdperk: ['Van een ander. Van mij.'], stop: [] }[hoe],
    );
    if (hoe === 'weg' || hoe === 'stop') expect(teksten.compartiment('a')).toBeUndefined();
    else {
      kant.antwoordt = true;
      kant.breekAf();
      await tot(() => expect(leesVeld(tekst(teksten).doc)).toBe('Van een ander.'));
    }
  },
);

test('SY9: what is refused before it was loaded is made anew, and the old text stays until one loads', async () => {
  const { kant, teksten } = await metTekst();
  const eerst = tekst(teksten);
  kant.antwoordt = false;
  kant.meld({ type: 'geweigerd', kanaal: KANAAL, code: 'inhoud', reden: 'Een.' });
  await tot(() => expect(kant.besturing('open')).toHaveLength(2));
  kant.meld({ type: 'geweigerd', kanaal: KANAAL, code: 'client_id_bezet', reden: 'Twee.' });
  await tot(() => expect(kant.besturing('open')).toHaveLength(3));
  expect(tekst(teksten)).toBe(eerst);
  kant.meld({ type: 'sluit', kanaal: KANAAL, code: 4429 });
  kant.antwoordt = true;
  await tot(() => expect(tekst(teksten)).not.toBe(eerst));
  expect(leesVeld((await geladen(teksten)).doc)).toBe('Begin.');
  expect(kant.besturing('open')).toHaveLength(4);
});

test('NK7: of a text that went nothing is left in memory, though y-websocket has timers', async () => {
  const ruimOp = await vuilnisophaler();
  const { kant, teksten } = await metTekst();
  const weg = vi.fn();
  // Looking through a WeakRef would itself hold the document for a while.
  const register = new FinalizationRegistry(weg);
  register.register(tekst(teksten).doc, 'doc');
  kant.zet('a', null);
  await tot(() => expect(teksten.compartiment('a')).toBeUndefined());
  await tot(() => {
    ruimOp();
    expect(weg).toHaveBeenCalledWith('doc');
  });
});

test('NK7: stop lets go of everything, what was left over as well', async () => {
  const { kant, teksten } = await metTekst();
  kant.bevestigt = false;
  typAlinea(tekst(teksten).doc.getText('v1'), 'een');
  kant.meld({ type: 'opnieuw', kanaal: KANAAL });
  await tot(() => expect(teksten.overgebleven).toHaveLength(1));
  teksten.stop();
  expect(teksten.compartimenten).toEqual([]);
  expect(teksten.overgebleven).toEqual([]);
  expect(teksten.onopgeslagen).toBe(false);
  expect(teksten.verbonden).toBe(false);
});

test('TX6: what the browser has pending is read before others’ changes come into the document', async () => {
  const { kant, server, teksten } = await metTekst();
  const { doc, awareness, voorOntvangst } = tekst(teksten);
  const gezien: string[] = [];
  const stop = voorOntvangst(() => {
    gezien.push(leesVeld(doc));
    // One's own words, that the page had and the document hadn't.
    regelVan(doc).insert(0, 'Eigen. ');
  });
  kant.stuurOp(KANAAL, Uint8Array.of(1, 6, 1, 5, 1, 2, 123, 125));
  await tot(() => expect(awareness.getStates().has(5)).toBe(true));
  expect(gezien).toEqual([]);

  regelVan(server).insert(6, ' Ander.');
  await tot(() => expect(leesVeld(doc)).toContain('Ander.'));
  expect(gezien).toEqual(['Begin.']);
  // A transaction of its own, and so sent as one's own.
  await tot(() => expect(kant.op(KANAAL, 'update')).toHaveLength(1));
  await tot(() => expect(leesVeld(server)).toBe('Eigen. Begin. Ander.'));

  stop();
  regelVan(server).insert(0, 'Nog. ');
  await tot(() => expect(leesVeld(doc)).toContain('Nog.'));
  expect(gezien).toHaveLength(1);
});

test('TX6: it is read as well before what a line that comes back brings', async () => {
  const { kant, server, teksten } = await metTekst();
  const { doc, voorOntvangst } = tekst(teksten);
  kant.weigertLijn = 4513;
  kant.breekAf();
  await tot(() => expect(tekst(teksten).stand).toBe('wacht_op_verbinding'));
  regelVan(server).insert(6, ' Intussen.');
  const gezien: string[] = [];
  voorOntvangst(() => gezien.push(leesVeld(doc)));
  kant.weigertLijn = null;
  await tot(() => expect(leesVeld(doc)).toBe('Begin. Intussen.'));
  expect(gezien).toEqual(['Begin.']);
});

test('TX6: what goes wrong in reading it keeps the change of others from nothing', async () => {
  const { server, teksten } = await metTekst();
  const { doc, voorOntvangst } = tekst(teksten);
  // What is thrown in a microtask is how a page reports; here it would end the process.
  const gemeld: unknown[] = [];
  const taken = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((taak) => {
    Promise.resolve()
      .then(taak)
      .catch((fout: unknown) => gemeld.push(fout));
  });
  onTestFinished(() => taken.mockRestore());
  let gelezen = 0;
  voorOntvangst(() => {
    throw new Error('the page is gone');
  });
  voorOntvangst(() => {
    gelezen += 1;
  });
  regelVan(server).insert(6, ' Ander.');
  await tot(() => expect(leesVeld(doc)).toBe('Begin. Ander.'));
  expect(gelezen).toBe(1);
  expect(gemeld).toEqual([new Error('the page is gone')]);
});

test('NK7: a text that goes lets go of who waited to read the page', async () => {
  const { kant, teksten } = await metTekst();
  const { voorOntvangst } = tekst(teksten);
  const weg = vi.fn();
  const register = new FinalizationRegistry(weg);
  (() => {
    const wachter = () => {};
    register.register(wachter, 'wachter');
    voorOntvangst(wachter);
  })();
  kant.zet('a', null);
  await tot(() => expect(teksten.compartiment('a')).toBeUndefined());
  const ruimOp = await vuilnisophaler();
  await tot(() => {
    ruimOp();
    expect(weg).toHaveBeenCalledWith('wachter');
  });
  // Still held by whoever asked, as an editor that isn't closed yet does.
  expect(voorOntvangst).toBeTypeOf('function');
});
