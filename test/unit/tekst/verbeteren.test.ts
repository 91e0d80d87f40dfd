import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Blok } from '../../../shared/tekst/blok.ts';
import { ANKER, isAnker } from '../../../shared/tekst/embed.ts';
import { leesBlokken } from '../../../shared/tekst/lezen.ts';
import { alsRegels } from '../../../shared/tekst/platte-tekst.ts';
import { voegAchteraan, zetSleutels } from '../../../shared/tekst/schrijven.ts';
import { legUit } from '../../../shared/tekst/verbeteren/rij.ts';
import { leesUitgangspunt, schrijfUitgangspunt } from '../../../shared/tekst/verbeteren/uitgangspunt.ts';
import { brengIn, type Weging, weeg } from '../../../shared/tekst/verbeteren/weging.ts';
import { zelfdeWoorden } from '../../../shared/tekst/verbeteren/woorden.ts';
import { aaneen, blok, inEen, leegVeld, ruw, willekeurigBlok } from './blokken.ts';

// An improvement: what one changed in a copy of a text, brought into that text as it is by then.

/** A text, what it said when somebody began to improve it, and their copy. */
class Proef {
  readonly tekst = leegVeld();
  readonly concept = leegVeld();
  readonly #toen: string;

  constructor(...blokken: readonly Blok[]) {
    inEen(this.tekst, () => voegAchteraan(this.tekst, blokken));
    this.#toen = schrijfUitgangspunt(legUit(this.tekst));
    inEen(this.concept, () => voegAchteraan(this.concept, leesBlokken(this.tekst)));
  }

  weeg(): Weging {
    const toen = leesUitgangspunt(this.#toen);
    if (toen === null) throw new Error('a starting point that can’t be read');
    return weeg(toen, legUit(this.concept), legUit(this.tekst));
  }

  /** @returns what the document emitted for it */
  deel(): Uint8Array {
    const { doc } = this.tekst;
    if (doc === null) throw new Error('a text stands in a document');
    let update: Uint8Array = new Uint8Array();
    doc.clientID += 1;
    doc.once('update', (wat: Uint8Array) => {
      update = wat;
    });
    inEen(this.tekst, () => brengIn(this.tekst, this.weeg()));
    return update;
  }

  get regels(): string[] {
    return regelsVan(this.tekst);
  }
}

function regelsVan(tekst: Y.Text): string[] {
  return alsRegels(leesBlokken(tekst), (wie) => `@${wie?.id}`);
}

/** Replaces the first of these words, as somebody does who types. */
function vervang(tekst: Y.Text, oud: string, nieuw: string): void {
  const plek = ruw(tekst).indexOf(oud);
  if (plek < 0) throw new Error(`no ${oud} in it`);
  inEen(tekst, () => {
    tekst.delete(plek, oud.length);
    if (nieuw !== '') tekst.insert(plek, nieuw);
  });
}

function achter(tekst: Y.Text, woord: string, erbij: string): void {
  tekst.insert(ruw(tekst).indexOf(woord) + woord.length, erbij);
}

/** Enter behind a word. */
function enter(tekst: Y.Text, woord: string): void {
  const plek = ruw(tekst).indexOf(woord) + woord.length;
  inEen(tekst, () => {
    tekst.insertEmbed(plek, ANKER);
    tekst.insertEmbed(plek + 1, new Y.Map());
  });
}

describe('what one changed comes in, and what others did meanwhile stays', () => {
  test('a word replaced, while another writes behind it', () => {
    const proef = new Proef(blok('De huur is te laat.'));
    vervang(proef.concept, 'te laat', 'betaald');
    achter(proef.tekst, 'laat.', ' Bel de woningstichting.');
    proef.deel();
    expect(proef.regels).toEqual(['De huur is betaald. Bel de woningstichting.']);
  });

  test('a line of one’s own at the end of a block that another goes on with', () => {
    const proef = new Proef(blok('Eerste.'), blok('Laatste.'));
    enter(proef.concept, 'Eerste.');
    proef.concept.insert(ruw(proef.concept).indexOf('¶') + 1, 'Van mij.');
    achter(proef.tekst, 'Eerste.', ' En verder.');
    proef.deel();
    expect(ruw(proef.tekst)).toBe('Eerste. En verder.⚓¶Van mij.⚓¶Laatste.⚓');
  });

  test('lines joined, split and taken out', () => {
    const proef = new Proef(blok('een'), blok('twee'), blok('drie'));
    const { concept } = proef;
    inEen(concept, () => concept.delete(ruw(concept).indexOf('⚓¶twee'), 2));
    achter(proef.tekst, 'drie', ' vier');
    proef.deel();
    expect(ruw(proef.tekst)).toBe('eentwee⚓¶drie vier⚓');
  });

  test('a block taken out goes with its own full stop, while another changes the one before it', () => {
    const proef = new Proef(blok('Bel moeder.'), blok('Dit mag weg.'), blok('Slot.'));
    const { concept } = proef;
    inEen(concept, () => concept.delete(ruw(concept).indexOf('⚓¶Dit'), '⚓¶Dit mag weg.'.length));
    vervang(proef.tekst, 'moeder.', 'moeder en vader.');
    proef.deel();
    expect(proef.regels).toEqual(['Bel moeder en vader.', 'Slot.']);
  });

  test('a word that another made longer stays whole', () => {
    const proef = new Proef(blok('een huis hier'));
    achter(proef.concept, 'huis', ' erbij');
    achter(proef.tekst, 'huis', 'je');
    proef.deel();
    expect(proef.regels).toEqual(['een huisje erbij hier']);
  });

  test('where two replaced the same word both stand there, apart, and it is said', () => {
    const proef = new Proef(blok('De fiets is rood.'));
    vervang(proef.concept, 'rood', 'blauw');
    vervang(proef.tekst, 'rood', 'groen');
    expect(proef.weeg()).toMatchObject({ botsingen: 1, isAndersDoorAnderen: true });
    proef.deel();
    expect(proef.regels[0]).toMatch(/^De fiets is (groen blauw|blauw groen)\.$/);
  });

  test('where two did the very same it stands there once', () => {
    const proef = new Proef(blok('De vergadring is om tien uur.'));
    for (const tekst of [proef.concept, proef.tekst]) vervang(tekst, 'vergadring', 'vergadering');
    expect(proef.weeg().isAnders).toBe(false);
    proef.deel();
    expect(proef.regels).toEqual(['De vergadering is om tien uur.']);
  });

  test('what another took out and put back whole can be taken out by who improves it', () => {
    const proef = new Proef(blok('Dit mag weg. Dit niet.'));
    vervang(proef.concept, 'Dit mag weg. ', '');
    vervang(proef.tekst, 'mag weg', '');
    achter(proef.tekst, 'Dit ', 'mag weg');
    proef.deel();
    expect(proef.regels).toEqual(['Dit niet.']);
  });

  test('marks and the look of a block go over apart from words, and another’s stay', () => {
    const proef = new Proef(blok('Let op dit'), blok('punt'));
    const { concept, tekst } = proef;
    concept.format(0, 6, { strong: true });
    inEen(concept, () => zetSleutels(houder(concept), { ...blok('punt'), soort: 'punt' }));
    tekst.format(7, 3, { em: true });
    inEen(tekst, () => tekst.setAttribute('soort', 'kop'));
    proef.deel();
    const [kop, punt] = leesBlokken(tekst);
    expect(kop).toMatchObject({ soort: 'kop' });
    expect(kop?.inhoud.map((stuk) => [stuk.soort === 'tekst' && stuk.tekst, stuk.strong, stuk.em])).toEqual([
      ['Let op', true, false],
      [' ', false, false],
      ['dit', false, true],
    ]);
    expect(punt?.soort).toBe('punt');
  });

  test('NK14: nothing of what was tried in the concept and taken back is in what the text becomes', () => {
    const proef = new Proef(blok('Gewone zin.'));
    achter(proef.concept, 'Gewone', ' GEHEIM');
    vervang(proef.concept, ' GEHEIM', ' nette');
    const update = proef.deel();
    expect(Buffer.from(update).toString()).not.toContain('GEHEIM');
    expect(proef.regels).toEqual(['Gewone nette zin.']);
    const { structs } = Y.decodeUpdate(update);
    expect(structs.every((struct) => struct instanceof Y.Item && !struct.deleted)).toBe(true);
    expect(structs.reduce((som, { length }) => som + length, 0)).toBe(' nette'.length);
  });
});

describe('random writing', () => {
  const daad = fc.record({ wat: fc.nat(9), waar: fc.nat(), hoeveel: fc.integer({ min: 1, max: 9 }) });
  const daden = fc.array(daad, { maxLength: 12 });
  const blokken = fc.array(willekeurigBlok, { minLength: 1, maxLength: 6 });
  const [VAN_HEN, VAN_MIJ] = [/[\u13a0-\u13a5]/gu, /[\u10d0-\u10ff]/gu];
  const rondes = Number(process.env.RONDES ?? 300);

  test('alone: the text becomes what the concept says', () => {
    fc.assert(
      fc.property(blokken, daden, (toen, mijn) => {
        const proef = new Proef(...toen);
        doe(proef.concept, mijn, 'abcdefgh ');
        expect(proef.weeg().isAndersDoorAnderen).toBe(false);
        proef.deel();
        expect(aaneen(leesBlokken(proef.tekst))).toEqual(aaneen(leesBlokken(proef.concept)));
      }),
      { numRuns: rondes },
    );
  });

  test('nothing changed in the concept: nothing changes in the text, whatever others did', () => {
    fc.assert(
      fc.property(blokken, daden, (toen, hun) => {
        const proef = new Proef(...toen);
        doe(proef.tekst, hun, 'АБВГД ');
        expect(proef.weeg().isAnders).toBe(false);
      }),
      { numRuns: rondes },
    );
  });

  test('with others: every letter of theirs and of mine is there, each in its order', () => {
    fc.assert(
      fc.property(blokken, daden, daden, (toen, mijn, hun) => {
        const proef = new Proef(...toen);
        fc.pre(alleen(proef.tekst, VAN_HEN) + alleen(proef.tekst, VAN_MIJ) === '');
        doe(proef.concept, mijn, 'ანბგდ ');
        doe(proef.tekst, hun, 'ᎠᎡᎢᎣᎤ ');
        const [vanHen, vanMij] = [alleen(proef.tekst, VAN_HEN), alleen(proef.concept, VAN_MIJ)];
        const weging = proef.weeg();
        proef.deel();
        expect(alleen(proef.tekst, VAN_HEN)).toBe(vanHen);
        expect(alleen(proef.tekst, VAN_MIJ)).toBe(vanMij);
        // What was looked at is what came of it.
        const gezien = weging.delen.filter(({ lot }) => lot !== 'weg' && lot !== 'ander_weg');
        expect(gezien.map(({ tekst }) => tekst).join('')).toBe(legUit(proef.tekst).tekens);
        const { houders, index, isAnkerOp } = legUit(proef.tekst);
        for (const grens of houders.keys()) expect(isAnkerOp((index[grens] ?? 0) - 1)).toBe(true);
      }),
      { numRuns: rondes },
    );
  });
});

describe('the words that two texts have in common', () => {
  test('are in order, equal, and the most there are', () => {
    const woorden = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(woorden, woorden, (oud, nieuw) => {
        const gelijk = zelfdeWoorden(oud, nieuw);
        const paren = gelijk.flatMap((daar, n) => (daar < 0 ? [] : [[n, daar] as const]));
        for (const [n, daar] of paren) expect(oud[n]).toBe(nieuw[daar]);
        const daar = paren.map(([, een]) => een);
        expect(daar).toEqual([...new Set(daar)].sort((a, b) => a - b));
        expect(paren).toHaveLength(meeste(oud, nieuw));
      }),
    );
  });

  test('cost a bounded time, also of two long texts that have nothing in common', () => {
    const lang = (teken: string) => Array.from({ length: 20_000 }, (_, n) => `${teken}${n}`);
    const begin = performance.now();
    expect(zelfdeWoorden(lang('a'), lang('b')).every((daar) => daar === -1)).toBe(true);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

test('a starting point reads as it was written, and nonsense doesn’t', () => {
  fc.assert(
    fc.property(fc.array(willekeurigBlok, { maxLength: 5 }), (blokken) => {
      const tekst = leegVeld();
      inEen(tekst, () => voegAchteraan(tekst, blokken));
      const { tekens, client, klok, merken, bijzonder, eerste } = legUit(tekst);
      expect(leesUitgangspunt(schrijfUitgangspunt(legUit(tekst)))).toEqual({
        tekens,
        client,
        klok,
        merken,
        bijzonder,
        eerste,
      });
    }),
  );
  for (const onzin of ['', '{}', '[1]', '[[],[1]]', '[[],[1,2,3,4]]', 'x'])
    expect(leesUitgangspunt(onzin)).toBeNull();
});

function alleen(tekst: Y.Text, welke: RegExp): string {
  return (legUit(tekst).tekens.match(welke) ?? []).join('');
}

function houder(tekst: Y.Text): Y.Map<unknown> {
  const [eerste] = legUit(tekst).houders.values();
  if (eerste === undefined) throw new Error('one block');
  return eerste;
}

function meeste(oud: readonly string[], nieuw: readonly string[]): number {
  const tabel = Array.from({ length: oud.length + 1 }, () =>
    Array.from({ length: nieuw.length + 1 }, () => 0),
  );
  const van = (n: number, m: number): number => tabel[n]?.[m] ?? 0;
  for (let n = 1; n <= oud.length; n += 1) {
    const rij = tabel[n];
    for (let m = 1; m <= nieuw.length && rij !== undefined; m += 1) {
      rij[m] = oud[n - 1] === nieuw[m - 1] ? van(n - 1, m - 1) + 1 : Math.max(van(n - 1, m), van(n, m - 1));
    }
  }
  return van(oud.length, nieuw.length);
}

/** Random changes, as an editor makes them. */
function doe(
  tekst: Y.Text,
  daden: readonly { wat: number; waar: number; hoeveel: number }[],
  letters: string,
): void {
  const stand = () => legUit(tekst);
  for (const [n, { wat, waar, hoeveel }] of daden.entries()) {
    const { tekens, index } = stand();
    const heel = tekens.replace(/[\ud800-\udfff]/gu, '').length === tekens.length;
    const plaats = waar % (tekens.length + 1);
    const hier = plaats === 0 ? 0 : (index[plaats - 1] ?? 0) + 1;
    const isInTeken = /[\udc00-\udfff]/.test(tekens[plaats] ?? '');
    if (isInTeken) continue;
    const woord = Array.from({ length: hoeveel }, (_, m) => letters[(n * 3 + m * 7 + waar) % letters.length]);
    inEen(tekst, () => {
      if (wat < 4) {
        const wasLeeg = tekst.length === 0;
        tekst.insert(hier, woord.join(''));
        if (wasLeeg) tekst.insertEmbed(tekst.length, ANKER);
      } else if (wat < 7) {
        for (let m = 0; m < hoeveel && heel; m += 1) {
          const nu = stand();
          if (plaats >= nu.tekens.length) break;
          const op = nu.index[plaats] ?? 0;
          const metAnker = nu.houders.has(plaats) && nu.isAnkerOp(op - 1);
          tekst.delete(metAnker ? op - 1 : op, metAnker ? 2 : 1);
        }
      } else if (wat === 7) {
        tekst.insertEmbed(hier, ANKER);
        tekst.insertEmbed(hier + 1, new Y.Map());
        if (!isAnker(lastOf(tekst))) tekst.insertEmbed(tekst.length, ANKER);
      } else if (wat === 8 && tekens.length > plaats) {
        const tot = Math.min(tekens.length, plaats + hoeveel) - 1;
        tekst.format(hier, (index[tot] ?? 0) + 1 - hier, waar % 2 === 0 ? { strong: true } : { em: null });
      } else if (wat === 9) {
        const houders = [tekst, ...stand().houders.values()];
        const een = houders[waar % houders.length] ?? tekst;
        zetSleutels(een, { ...blok(''), soort: hoeveel % 2 === 0 ? 'punt' : 'kop', diepte: hoeveel % 3 });
      }
    });
  }
}

function lastOf(tekst: Y.Text): unknown {
  const delta: readonly { insert: unknown }[] = tekst.toDelta();
  return delta.at(-1)?.insert;
}
