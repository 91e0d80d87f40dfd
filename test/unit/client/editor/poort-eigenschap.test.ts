import { TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentVan } from '../../../../client/editor/koppeling/naar-document.ts';
import { keurUpdate } from '../../../../server/teksten/poort/poort.ts';
import { BLOKSOORTEN } from '../../../../shared/tekst/blok.ts';
import { leesBlokken } from '../../../../shared/tekst/lezen.ts';
import { Toeval } from '../../poort/gesprek.ts';
import { Schrijver, Server, VELD } from './schrijft.ts';

// SY4: the gate and the editor take the same (shared/tekst): whatever the gate lets through, every editor draws as it
// stands and leaves as it is. Else one person's structure would be deleted in another's name (NK18).

const RONDES = Number(process.env.RONDES ?? 300);
const ZAAD = Number(process.env.ZAAD ?? 1);
const UUID = '5f0c4a6e-0000-4000-8000-000000000001';

/** What somebody can put in a text without an editor, each allowed by itself. */
const GREPEN: readonly ((tekst: Y.Text, toeval: Toeval) => void)[] = [
  (tekst, toeval) =>
    tekst.insert(
      plek(tekst, toeval),
      toeval.kies(['a', 'woord', '\n', '\n\n', ' ', '\u0000', 'één', '\u202e', '\u2028', '\ufeff']),
    ),
  (tekst, toeval) => tekst.insertEmbed(plek(tekst, toeval), { eind: 1 }),
  (tekst, toeval) =>
    tekst.insertEmbed(plek(tekst, toeval), {
      vermelding: { soort: toeval.kies(['lid', 'deelnemer']), id: UUID },
    }),
  (tekst, toeval) => tekst.insertEmbed(plek(tekst, toeval), new Y.Map(sleutels(toeval))),
  (tekst, toeval) => {
    const van = plek(tekst, toeval);
    const waarde = toeval.kies([true, null]);
    tekst.format(van, toeval.onder(tekst.length - van + 1), { [toeval.kies(['strong', 'em'])]: waarde });
  },
  (tekst, toeval) => {
    const van = plek(tekst, toeval);
    tekst.delete(van, toeval.onder(Math.min(4, tekst.length - van + 1)));
  },
  (tekst, toeval) => {
    for (const [naam, waarde] of sleutels(toeval)) tekst.setAttribute(naam, waarde);
  },
  (tekst, toeval) => tekst.removeAttribute(toeval.kies(['soort', 'niveau', 'diepte', 'begin'])),
  (tekst, toeval) => {
    const merken = tekst
      .toDelta()
      .flatMap(({ insert }: { insert: unknown }) => (insert instanceof Y.Map ? [insert] : []));
    if (merken.length === 0) return;
    const merk: Y.Map<unknown> = toeval.kies(merken);
    for (const [naam, waarde] of sleutels(toeval)) merk.set(naam, waarde);
  },
];

function plek(tekst: Y.Text, toeval: Toeval): number {
  return toeval.onder(tekst.length + 1);
}

function sleutels(toeval: Toeval): [string, string | number | null][] {
  const alle: [string, string | number | null][] = [
    ['soort', toeval.kies(BLOKSOORTEN)],
    ['niveau', 1 + toeval.onder(3)],
    ['diepte', toeval.onder(9)],
    ['begin', toeval.kies([null, 0, 1, 999_999])],
  ];
  return alle.filter(() => toeval.onder(2) === 0);
}

/** Somebody who writes without an editor. What the gate refuses is not written. @returns how often it was taken */
function belaag(server: Server, toeval: Toeval): number {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc));
  let genomen = 0;
  for (let n = toeval.onder(12); n >= 0; n -= 1) {
    const voor = Y.encodeStateVector(doc);
    const updates: Uint8Array[] = [];
    const vang = (update: Uint8Array): void => void updates.push(update);
    doc.on('update', vang);
    doc.transact(() => toeval.kies(GREPEN)(doc.getText(VELD), toeval));
    doc.off('update', vang);
    const [update] = updates;
    if (update === undefined) continue;
    const kamer = { doc: server.doc, velden: new Set([VELD]), eigenIds: new Set([doc.clientID]) };
    // From here on its document is not the server's.
    if (keurUpdate(update, kamer).soort !== 'toegelaten') return genomen;
    Y.applyUpdate(server.doc, update);
    genomen += 1;
    expect(voor.length).toBeGreaterThan(0);
  }
  return genomen;
}

/** How many structs an update deletes. */
function wist(update: Uint8Array): number {
  return [...Y.decodeUpdate(update).ds.clients.values()].flat().reduce((som, { len }) => som + len, 0);
}

test('SY4 NK18: whatever the gate takes, every editor draws as it stands and leaves as it is', () => {
  let genomen = 0;
  let getypt = 0;
  for (let ronde = 0; ronde < RONDES; ronde += 1) {
    const toeval = new Toeval(ZAAD * 1_000_003 + ronde);
    const server = new Server();
    genomen += belaag(server, toeval);
    const lezer = new Schrijver(server);
    for (let keer = 0; keer < 3; keer += 1) {
      // Drawn: all of it, by the editor's own schema.
      expect(lezer.state.doc.toJSON(), `ronde ${ronde}`).toEqual(documentVan(server.tekst).toJSON());
      lezer.state.doc.check();
      // Left as it is: opening it and hearing of it wrote nothing.
      expect(server.uitkomsten.length, `ronde ${ronde}`).toBe(getypt);
      genomen += belaag(server, toeval);
      lezer.haalOp();
    }
    const updates: Uint8Array[] = [];
    lezer.doc.on('update', (update: Uint8Array) => updates.push(update));
    const voor = letters(server);
    const { doc } = lezer.state;
    const waar = TextSelection.near(doc.resolve(toeval.onder(doc.content.size + 1)));
    lezer.doe((state, dispatch) => {
      dispatch?.(state.tr.insertText('Q', waar.from));
      return true;
    });
    // Somebody typed a letter: that is all that happened in their name, and the gate takes it.
    expect(updates.map(wist), `ronde ${ronde}`).toEqual([0]);
    expect(server.uitkomsten.map(({ soort }) => soort)).toEqual(['toegelaten']);
    expect(letters(server).replace('Q', '')).toBe(voor);
    expect(lezer.state.doc.toJSON()).toEqual(documentVan(server.tekst).toJSON());
    getypt = 0;
  }
  expect(genomen).toBeGreaterThan(RONDES * 5);
});

/** All that can be read, in order. */
function letters(server: Server): string {
  const tekens = { breuk: '⏎', vermelding: '@' } as const;
  return leesBlokken(server.tekst)
    .map(({ inhoud }) =>
      inhoud.map((stuk) => (stuk.soort === 'tekst' ? stuk.tekst : tekens[stuk.soort])).join(''),
    )
    .join('¶');
}
