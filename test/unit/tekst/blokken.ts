import fc from 'fast-check';
import * as Y from 'yjs';
import {
  BLOKSOORTEN,
  type Blok,
  type Bloksleutels,
  KALE_ALINEA,
  type Stuk,
  VERMELDINGSOORTEN,
} from '../../../shared/tekst/blok.ts';
import { isAnker } from '../../../shared/tekst/embed.ts';

/** A block of one run of plain text. */
export function blok(tekst: string, sleutels: Partial<Bloksleutels> = {}): Blok {
  const inhoud = tekst === '' ? [] : [{ soort: 'tekst' as const, tekst, strong: false, em: false }];
  return { ...KALE_ALINEA, ...sleutels, inhoud };
}

/** The text of a veld in a document of its own. */
export function leegVeld(): Y.Text {
  return new Y.Doc().getText('veld');
}

/** Does something with a text as one change. */
export function inEen(tekst: Y.Text, doe: () => void): void {
  if (tekst.doc === null) throw new Error('a text stands in a document');
  tekst.doc.transact(doe);
}

/** What lies in a text, a sign each: `⚓` an anchor, `¶` a marker, `@` another embed. */
export function ruw(tekst: Y.Text): string {
  const delta: readonly { insert: unknown }[] = tekst.toDelta();
  return delta
    .map(({ insert }) => {
      if (typeof insert === 'string') return insert;
      if (insert instanceof Y.Map) return '¶';
      return isAnker(insert) ? '⚓' : '@';
    })
    .join('');
}

/** Blocks with neighbouring runs of the same marks as one: where Yjs cuts them is nothing that anybody reads. */
export function aaneen(blokken: readonly Blok[]): Blok[] {
  return blokken.map((een) => {
    const inhoud: Stuk[] = [];
    for (const stuk of een.inhoud) {
      const vorig = inhoud.at(-1);
      const past = vorig?.soort === 'tekst' && vorig.strong === stuk.strong && vorig.em === stuk.em;
      if (stuk.soort === 'tekst' && past) inhoud.splice(-1, 1, { ...stuk, tekst: vorig.tekst + stuk.tekst });
      else inhoud.push(stuk);
    }
    return { ...een, inhoud };
  });
}

const opmaak = { strong: fc.boolean(), em: fc.boolean() };

const stuk: fc.Arbitrary<Stuk> = fc.oneof(
  fc.record({
    soort: fc.constant('tekst' as const),
    tekst: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((tekst) => !tekst.includes('\n')),
    ...opmaak,
  }),
  fc.record({ soort: fc.constant('breuk' as const), ...opmaak }),
  fc.record({
    soort: fc.constant('vermelding' as const),
    wie: fc.record({ soort: fc.constantFrom(...VERMELDINGSOORTEN), id: fc.uuid() }),
    ...opmaak,
  }),
);

export const willekeurigeSleutels: fc.Arbitrary<Bloksleutels> = fc.record({
  soort: fc.constantFrom(...BLOKSOORTEN),
  niveau: fc.integer({ min: 1, max: 3 }),
  diepte: fc.integer({ min: 0, max: 8 }),
  begin: fc.option(fc.integer({ min: 0, max: 999_999 }), { freq: 5 }),
});

export const willekeurigBlok: fc.Arbitrary<Blok> = fc
  .tuple(willekeurigeSleutels, fc.array(stuk, { maxLength: 5 }))
  .map(([sleutels, inhoud]) => ({ ...sleutels, inhoud }));
