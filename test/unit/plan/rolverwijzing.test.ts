import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseer } from '../../../shared/invoer/tekst.ts';
import {
  type Kent,
  leesRollen,
  metRollen,
  schrijfRollen,
  zonderRollen,
} from '../../../shared/plan/rolverwijzing.ts';

const FATIMA: Kent = [
  { id: 'm', rol: 'moeder' },
  { id: 'a', rol: 'kind 1' },
  { id: 'b', rol: 'kind 2' },
];
/** School takes part for the second child alone. */
const JOKE: Kent = [{ id: 'b', rol: 'kind' }];
const MARLOES: Kent = [{ id: 'm', rol: 'moeder' }];

/** What each reads of what Fatima typed. */
function lezen(getypt: string): string[] {
  const bewaard = schrijfRollen(getypt, FATIMA, null);
  return [FATIMA, JOKE, MARLOES].map((kent) => leesRollen(bewaard, kent));
}

describe('NK35: een genummerde rol is een verwijzing', () => {
  test.each([
    [
      'Fiets van kind 2 maken',
      'Fiets van kind 2 maken',
      'Fiets van kind maken',
      'Fiets van huishouden maken',
    ],
    ['Kind 1 naar zwemles', 'Kind 1 naar zwemles', 'Huishouden naar zwemles', 'Huishouden naar zwemles'],
    ['KIND 2 en kind1', 'Kind 2 en kind 1', 'Kind en huishouden', 'Huishouden en huishouden'],
    ['kind-2, kind\u00a01', 'kind 2, kind 1', 'kind, huishouden', 'huishouden, huishouden'],
    ['@moeder belt kind 2.', 'moeder belt kind 2.', 'huishouden belt kind.', 'moeder belt huishouden.'],
    ['kind 9 bestaat niet', 'huishouden bestaat niet', 'huishouden bestaat niet', 'huishouden bestaat niet'],
  ])('%s', (getypt, fatima, joke, marloes) => {
    expect(lezen(getypt)).toEqual([fatima, joke, marloes]);
  });

  test.each([
    'moeder en het kind',
    'Breng kind 2 keer per week',
    'kind 12 jaar',
    'ouder 2 uur thuis',
    'kinderen 1 en 2',
    'kind 100',
    'partner 2,5 dag vrij',
    'anders@moederhuis.nl',
  ])('een gewoon woord blijft een woord: %s', (getypt) => {
    expect(lezen(getypt)).toEqual([getypt, getypt, getypt]);
  });

  test('wie maar één kind kent en er een nummer bij typt, bedoelt dat kind of niemand', () => {
    const een = schrijfRollen('kind 1 en kind 2', JOKE, null);
    expect(leesRollen(een, FATIMA)).toBe('kind 2 en huishouden');
    expect(leesRollen(een, JOKE)).toBe('kind en huishouden');
  });

  test('wie iets verandert, laat staan wat die niet kan lezen', () => {
    const was = schrijfRollen('Fiets van kind 1, bel van kind 2', FATIMA, null);
    expect(leesRollen(was, JOKE)).toBe('Fiets van huishouden, bel van kind');
    const nieuw = schrijfRollen('De fiets van huishouden, bel van kind, en slot', JOKE, was);
    expect(leesRollen(nieuw, FATIMA)).toBe('De fiets van kind 1, bel van kind 2, en slot');
    expect(leesRollen(nieuw, MARLOES)).toBe('De fiets van huishouden, bel van huishouden, en slot');
  });

  test('een woord dat al een woord was, wordt geen verwijzing', () => {
    const was = schrijfRollen('Het kind en kind 2', FATIMA, null);
    expect(leesRollen(was, JOKE)).toBe('Het kind en kind');
    const nieuw = schrijfRollen('Het kind en kind!', JOKE, was);
    expect(leesRollen(nieuw, FATIMA)).toBe('Het kind en kind 2!');
  });

  test('wat er stond voor er verwijzingen waren, leest ieder onder de eigen rol', () => {
    const oud = metRollen('Fiets van kind 2', FATIMA);
    expect([FATIMA, JOKE, MARLOES].map((kent) => leesRollen(oud, kent))).toEqual([
      'Fiets van kind 2',
      'Fiets van kind',
      'Fiets van huishouden',
    ]);
    expect(zonderRollen('Fiets van kind 2')).toBe(zonderRollen(oud));
  });

  test('ST11: wat ieder gelijk leest, verandert niet met wie er bedoeld is', () => {
    expect(zonderRollen(schrijfRollen('Fiets van kind 1', FATIMA, null))).toBe(
      zonderRollen(schrijfRollen('Fiets van kind 2', FATIMA, null)),
    );
  });

  test('NK18: een verwijzing is niet te typen', () => {
    expect(normaliseer('regel', '\ufdd0kb\ufdd1')).toBe('kb');
  });

  test('wat iemand las en terugstuurt, blijft gelijk', () => {
    const woord = fc.constantFrom(
      'kind 1',
      'Kind 2',
      'kind',
      '@moeder',
      'huishouden',
      'fiets',
      ', ',
      '3 keer',
      'moeder',
    );
    fc.assert(
      fc.property(
        fc.array(woord, { maxLength: 8 }),
        fc.constantFrom(FATIMA, JOKE, MARLOES),
        (woorden, kent) => {
          const bewaard = schrijfRollen(woorden.join(' '), FATIMA, null);
          expect(schrijfRollen(leesRollen(bewaard, kent), kent, bewaard)).toBe(bewaard);
          // And with something before and after it.
          const om = schrijfRollen(`Dus ${leesRollen(bewaard, kent)} dan`, kent, bewaard);
          expect(leesRollen(om, FATIMA)).toBe(`Dus ${leesRollen(bewaard, FATIMA)} dan`);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('NK6: wie iemand niet kent, leest hetzelfde of die er is of niet', () => {
    const zonder = FATIMA.filter(({ id }) => id !== 'a').map((lid) =>
      lid.id === 'b' ? { ...lid, rol: 'kind' } : lid,
    );
    const met = schrijfRollen('kind 1', FATIMA, null);
    const nietEr = schrijfRollen('kind 3', zonder, null);
    expect(leesRollen(met, JOKE)).toBe(leesRollen(nietEr, JOKE));
  });
});
