import { expect, onTestFinished, test } from 'vitest';
import { Text } from 'yjs';
import { Bordteksten, type Tekstbehoeften } from '../../../../client/casus/bordteksten.ts';
import { Schrijfstand } from '../../../../client/casus/schrijfstand.ts';
import type { Veld } from '../../../../shared/contract/velden.ts';
import { KALE_ALINEA } from '../../../../shared/tekst/blok.ts';
import { houdersVan } from '../../../../shared/tekst/lezen.ts';
import { zetSleutels } from '../../../../shared/tekst/schrijven.ts';
import { type Overkant, omgeving, overkant, tot, typAlinea } from '../sync/overkant.ts';
import { veld } from './opstelling.ts';

const TEKST = veld('v1', 'a');
const CONCEPT = veld('c1', 'eigen', { concept: true, conceptVoor: 'v1' });

/** The texts of a board, over a real line; `regel` gives what was asked of the API. */
async function bord(
  velden: readonly Veld[],
  richtIn: (kant: Overkant) => void,
  deel: Partial<Tekstbehoeften> = {},
) {
  const kant = await overkant();
  richtIn(kant);
  const gevraagd: string[] = [];
  const gewijzigd: { veldId: string; zetel: string | null }[] = [];
  const vanMij: string[] = [];
  const gemeld: string[] = [];
  const teksten = new Bordteksten({
    casusId: 'casus',
    begin: async (naam, veldId) => {
      gevraagd.push(`${naam} ${veldId}`);
    },
    regel: async (naam, veldId) => {
      gevraagd.push(`${naam} ${veldId}`);
    },
    opEinde: () => {},
    nieuws: {
      veranderd: (veldId, zetel) => gewijzigd.push({ veldId, zetel }),
      vanMij: (veldId) => vanMij.push(veldId),
    },
    meld: (zin) => gemeld.push(zin),
    omgeving: { ...omgeving(kant.adres), rustMs: 60_000, pauzeMs: 100 },
    ...deel,
  });
  onTestFinished(() => teksten.stop());
  teksten.opBord(velden);
  await tot(() => expect(teksten.stand).toBe('opgeslagen'));
  await tot(() => expect(velden.every((een) => teksten.isGevuld(een) !== null)).toBe(true));
  return { kant, teksten, gevraagd, gewijzigd, vanMij, gemeld };
}

function lees(teksten: Bordteksten, een: Veld): string | null {
  return teksten.helft?.alsTekst(een, () => null) ?? null;
}

function metTekst(kant: Overkant): void {
  typAlinea(kant.plek('a').getText('v1'), 'Huur is betaald.');
}

function metConcept(kant: Overkant): void {
  metTekst(kant);
  typAlinea(kant.plek('eigen').getText('c1'), 'Half werk.');
}

/** Types in a text as its editor would. */
function typ(teksten: Bordteksten, een: Veld, woorden: string): void {
  const tekst = teksten.tekst(een);
  if (tekst === undefined) throw new Error('the text is not here');
  typAlinea(tekst.veld(een.id), woorden);
}

test('a text is read when it is here, and what came in on opening is no news', async () => {
  const { kant, teksten, gewijzigd } = await bord([TEKST], metTekst);
  expect(teksten.isGevuld(TEKST)).toBe(true);
  expect(lees(teksten, TEKST)).toBe('Huur is betaald.');
  expect(gewijzigd).toEqual([]);
  const versie = teksten.helft?.versie('v1');
  const server = kant.docs.get('a');
  if (server !== undefined) typAlinea(server.getText('v1'), 'Van een ander.');
  await tot(() => expect(gewijzigd).toEqual([{ veldId: 'v1', zetel: null }]));
  expect(teksten.helft?.versie('v1')).not.toBe(versie);
});

test('TX3: another’s change of the sort of a line shows it anew, and is news', async () => {
  const { kant, teksten, gewijzigd } = await bord([TEKST], (over) => {
    metTekst(over);
    typAlinea(over.docs.get('a')?.getText('v1') ?? new Text(), 'Bel de verhuurder.');
  });
  const tekst = kant.docs.get('a')?.getText('v1');
  const [eerste, tweede] = tekst === undefined ? [] : houdersVan(tekst);
  if (eerste === undefined || tweede === undefined) throw new Error('no two lines');
  const versies = [teksten.helft?.versie('v1')];
  zetSleutels(tweede, { ...KALE_ALINEA, soort: 'punt' });
  await tot(() => expect(lees(teksten, TEKST)).toBe('Huur is betaald.\n- Bel de verhuurder.'));
  versies.push(teksten.helft?.versie('v1'));
  zetSleutels(eerste, { ...KALE_ALINEA, soort: 'nummer' });
  await tot(() => expect(lees(teksten, TEKST)).toBe('1. Huur is betaald.\n- Bel de verhuurder.'));
  versies.push(teksten.helft?.versie('v1'));
  expect(new Set(versies).size).toBe(3);
  expect(gewijzigd.map(({ veldId }) => veldId)).toEqual(['v1', 'v1']);
});

test('what I type myself is no news', async () => {
  const { teksten, gewijzigd } = await bord([TEKST], metTekst);
  typ(teksten, TEKST, 'Van mij.');
  await tot(() => expect(teksten.onopgeslagen).toBe(false));
  expect(lees(teksten, TEKST)).toBe('Huur is betaald.\nVan mij.');
  expect(gewijzigd).toEqual([]);
});

test('NK7: a text that closes is gone at once, and what I was typing stands apart', async () => {
  const { kant, teksten } = await bord([TEKST], metTekst);
  teksten.zetSamen('v1', true);
  kant.bevestigt = false;
  typ(teksten, TEKST, 'Niet bewaard.');
  kant.zet('a', null);
  await tot(() => expect(teksten.tekst(TEKST)).toBeUndefined());
  expect(teksten.isGevuld(TEKST)).toBeNull();
  expect(lees(teksten, TEKST)).toBeNull();
  expect(teksten.overgebleven.map(({ tekst }) => tekst)).toEqual(['Niet bewaard.']);
  expect(teksten.isIetsTeVerliezen).toBe(true);
});

test('NK7: leaving the board lets go of every text, and of what was left over', async () => {
  const { kant, teksten } = await bord([TEKST], metTekst);
  kant.bevestigt = false;
  typ(teksten, TEKST, 'Niet bewaard.');
  kant.zet('a', null);
  await tot(() => expect(teksten.overgebleven).toHaveLength(1));
  const { helft } = teksten;
  teksten.stop();
  expect(teksten.overgebleven).toEqual([]);
  expect(teksten.tekst(TEKST)).toBeUndefined();
  expect(helft?.teksten.compartimenten).toEqual([]);
  expect(helft?.versie('v1')).toBe(0);
  expect(teksten.typtSamen('v1')).toBe(false);
});

test('NK17: who may only read from now on stops typing along and is told; writing again takes it back', async () => {
  const { kant, teksten, gemeld } = await bord([TEKST], metTekst);
  teksten.zetSamen('v1', true);
  kant.zet('a', { niveau: 'lezen' });
  await tot(() => expect(teksten.typtSamen('v1')).toBe(false));
  expect(teksten.melding('v1')).toContain('alleen lezen');
  expect(gemeld).toEqual([teksten.melding('v1')]);
  kant.zet('a', { niveau: 'schrijven' });
  await tot(() => expect(teksten.melding('v1')).toBe(''));
  expect(teksten.typtSamen('v1')).toBe(false);
});

test('NK17: why something was refused stands at the text in which it was typed', async () => {
  const { kant, teksten } = await bord([TEKST], metTekst);
  teksten.zetSamen('v1', true);
  kant.meld({ type: 'geweigerd', kanaal: 11, code: 'schema', reden: 'Dat past niet in de tekst.' });
  await tot(() => expect(teksten.melding('v1')).toBe('Dat past niet in de tekst.'));
  expect(teksten.typtSamen('v1')).toBe(true);
});

const TE_VAAK = 'U hebt deze tekst te vaak opnieuw geopend.';

test('NK17: who has had too many ids stops typing along, reads why, and reads on', async () => {
  const { kant, teksten, gemeld } = await bord([TEKST], metTekst);
  teksten.zetSamen('v1', true);
  kant.meld({ type: 'geweigerd', kanaal: 11, code: 'te_veel_client_ids', reden: TE_VAAK });
  await tot(() => expect(teksten.typtSamen('v1')).toBe(false));
  expect(teksten.melding('v1')).toBe(TE_VAAK);
  expect(gemeld).toContain(TE_VAAK);
  await tot(() => expect(teksten.stand).toBe('opgeslagen'));
  expect(lees(teksten, TEKST)).toBe('Huur is betaald.');
});

test('NK17: of a concept that takes nothing more it says so at its text, and where one doesn’t write it says nothing', () => {
  const stand = new Schrijfstand();
  stand.conceptOpen.add('v1');
  const { id: ander } = veld('v2', 'eigen');
  stand.opWeigering([TEKST, CONCEPT, veld('v2', 'eigen')], 'eigen', 'Te lang.', false);
  expect([stand.melding('v1'), stand.melding(ander)]).toEqual(['Te lang.', '']);
  expect(stand.conceptOpen.has('v1')).toBe(true);
  stand.opWeigering([TEKST, CONCEPT], 'eigen', TE_VAAK, true);
  expect(stand.melding('v1')).toBe(TE_VAAK);
  expect(stand.conceptOpen.has('v1')).toBe(false);
});

test('SY5: a concept is shared when it is on disk, and that is no news to me', async () => {
  const { teksten, gevraagd, vanMij } = await bord([TEKST, CONCEPT], metConcept);
  typ(teksten, CONCEPT, 'Nog iets.');
  expect(await teksten.deel(CONCEPT)).toBe(true);
  expect(gevraagd).toEqual(['concept.deel c1']);
  expect(vanMij).toEqual(['v1']);
});

test('SY5: a concept that can’t be saved isn’t shared', async () => {
  const { kant, teksten, gevraagd } = await bord([TEKST, CONCEPT], metConcept);
  kant.bevestigt = false;
  typ(teksten, CONCEPT, 'Nog iets.');
  const gedeeld = teksten.deel(CONCEPT);
  kant.breekAf();
  expect(await gedeeld).toBe(false);
  expect(gevraagd).toEqual([]);
});

test('NK21: a concept is found by the text that it is for, and put down when nothing stands in it', async () => {
  const leeg = (kant: Overkant): void => {
    metTekst(kant);
    kant.plek('eigen');
  };
  const { teksten, gevraagd } = await bord([TEKST, CONCEPT], leeg);
  expect(teksten.conceptBij('v1')).toBe(CONCEPT);
  await teksten.legWeg('v1');
  expect(gevraagd).toEqual(['concept.gooiWeg c1']);
});

test('NK21: a concept with something in it stays when it is put down', async () => {
  const { teksten, gevraagd } = await bord([TEKST, CONCEPT], metConcept);
  await teksten.legWeg('v1');
  expect(gevraagd).toEqual([]);
});

test('a line that ended for good leaves no text, and has the board find out why', async () => {
  let einden = 0;
  const { kant, teksten } = await bord([TEKST], metTekst, {
    opEinde: () => {
      einden += 1;
    },
  });
  kant.sluitLijn(4403);
  await tot(() => expect(einden).toBeGreaterThan(0));
  expect(teksten.tekst(TEKST)).toBeUndefined();
});

test('ST12: a line that ended with the session comes back by itself when its person is soon there again', async () => {
  const { kant, teksten } = await bord([TEKST], metTekst);
  kant.sluitLijn(4401);
  await tot(() => expect(teksten.stand).not.toBe('opgeslagen'));

  // The board answers again, and nothing more comes that would begin it.
  teksten.opBord([TEKST]);

  await expect.poll(() => teksten.stand).toBe('opgeslagen');
  // The line is there before what comes over it.
  await tot(() => expect(lees(teksten, TEKST)).toBe('Huur is betaald.'));
  typ(teksten, TEKST, 'Weer verder.');
  await tot(() => expect(teksten.onopgeslagen).toBe(false));
});
