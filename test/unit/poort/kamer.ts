import { expect } from 'vitest';
import * as Y from 'yjs';
import { type Kamer, keurUpdate } from '../../../server/teksten/poort/poort.ts';
import type { PoortCode, Uitkomst } from '../../../server/teksten/poort/uitkomst.ts';
import { bericht, type Id, inhoud, item, type Wis } from './schrijver.ts';

/** Anna wrote what is there; Bert is at the gate. */
export const ANNA = 100;
export const BERT = 200;
export const VELD = 'veld';
/** Clocks of what Anna wrote: `hallo`, an anchor, a marker, its sort, a letter in the second block, the first one's depth. */
export const H: Id = [ANNA, 0];
export const O: Id = [ANNA, 4];
export const ANKER: Id = [ANNA, 5];
export const MERK: Id = [ANNA, 6];
export const SOORT: Id = [ANNA, 7];
export const Z: Id = [ANNA, 8];
export const DIEPTE: Id = [ANNA, 9];
export const ANNA_EIND = 10;
export const WIE = '00000000-0000-4000-8000-000000000000';

/** What Bert's updates are held against: a document with what Anna wrote in it, and a veld in which nothing stands. */
export function kamer(): Kamer {
  const doc = new Y.Doc();
  doc.getText(VELD);
  doc.getText('veld-2');
  Y.applyUpdate(
    doc,
    bericht([
      {
        client: ANNA,
        clock: 0,
        structs: [
          item({ ouder: VELD }, inhoud.tekst('hallo')),
          item({ origin: O }, inhoud.anker()),
          item({ origin: ANKER }, inhoud.merk()),
          item({ ouder: MERK, sleutel: 'soort' }, inhoud.tekstwaarde('kop')),
          item({ origin: MERK }, inhoud.tekst('z')),
          item({ ouder: VELD, sleutel: 'diepte' }, inhoud.getalwaarde(1)),
        ],
      },
    ]),
  );
  return { doc, velden: new Set([VELD, 'veld-2']), eigenIds: new Set([BERT]) };
}

/** What Bert sends, in one block from his first clock. */
export function vanBert(structs: number[][], gewist: readonly Wis[] = []): Uint8Array {
  return bericht([{ client: BERT, clock: 0, structs }], gewist);
}

/** What the gate says, which may throw at nothing and change nothing. */
export function keur(update: Uint8Array, bij: Kamer = kamer()): Uitkomst {
  const voor = Y.encodeStateAsUpdate(bij.doc);
  const roots = [...bij.doc.share.keys()];
  const uitkomst = keurUpdate(update, bij);
  // Whatever it says, it has touched nothing.
  expect(Y.encodeStateAsUpdate(bij.doc)).toEqual(voor);
  expect([...bij.doc.share.keys()]).toEqual(roots);
  return uitkomst;
}

export const TOEGELATEN: Uitkomst = { soort: 'toegelaten', clientId: BERT };
export const weigert = (code: PoortCode) => ({ soort: 'geweigerd', code });
export const leestNiet = (code: PoortCode) => ({ soort: 'onleesbaar', code });
export const wacht = (code: PoortCode) => ({ soort: 'sluit_niet_aan', code });

/** Somebody with client id 50 typed a character at a time behind what Anna wrote, moving the cursor in between. */
export function druk(aantal: number): Kamer {
  const bij = kamer();
  const structs = Array.from({ length: aantal }, (_, n) =>
    item(
      n === 0 ? { origin: O } : { origin: [50, n - 1] },
      inhoud.opmaak('em', n % 2 === 0 ? 'true' : 'null'),
    ),
  );
  Y.applyUpdate(bij.doc, bericht([{ client: 50, clock: 0, structs }]));
  return bij;
}
