import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Scherminhoud, schermbladen } from '../../../server/overleg/schermbladen.ts';

const LEEG: Scherminhoud = { vraag: null, gelegd: [], regels: [], afspraken: [] };
const tekst = fc
  .array(fc.string({ minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 40 })
  .map((w) => w.join(' '));
const kaal = (deel: string): string => deel.replaceAll(/\s/g, '');

describe('OV4: the pages of a tafelblad on a wall', () => {
  test('there is always one, also of an empty tafelblad', () => {
    expect(schermbladen(LEEG)).toEqual([LEEG]);
  });

  test('hold all of it, once and in its order, whatever was typed', () => {
    const inhoud = fc.record({
      vraag: fc.option(tekst),
      gelegd: fc.array(tekst, { maxLength: 8 }),
      regels: fc.array(tekst, { maxLength: 8 }),
      afspraken: fc.array(
        fc.record({
          titel: tekst,
          wie: fc.array(fc.constantFrom('Wonen', 'Jeugdbescherming')),
          uiterlijk: fc.constant(null),
          wet: fc.constantFrom(null, 'wmo' as const),
        }),
        { maxLength: 20 },
      ),
    });
    fc.assert(
      fc.property(inhoud, (alles) => {
        const bladen = schermbladen(alles);
        const opRij = (wat: 'gelegd' | 'regels') => kaal(bladen.flatMap((blad) => blad[wat]).join(''));
        expect(bladen.flatMap(({ vraag }) => vraag ?? [])).toEqual(alles.vraag === null ? [] : [alles.vraag]);
        expect(opRij('gelegd')).toBe(kaal(alles.gelegd.join('')));
        expect(opRij('regels')).toBe(kaal(alles.regels.join('')));
        expect(bladen.flatMap(({ afspraken }) => afspraken)).toEqual(alles.afspraken);
        if (bladen.length > 1)
          for (const { vraag, gelegd, regels, afspraken } of bladen)
            expect(
              (vraag === null ? 0 : 1) + gelegd.length + regels.length + afspraken.length,
            ).toBeGreaterThan(0);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  // They are made anew at whatever happens in the overleg, and so is what is told to who leads it.
  test('ST6: cost some ms, of a text that is as long as one can be, in one line or in many', () => {
    const woorden = 'De post komt eerst. '.repeat(10_000);
    for (const regels of [[woorden], woorden.split(' ')]) {
      const duren = [1, 2, 3, 4, 5].map(() => {
        const begin = process.cpuUsage();
        schermbladen({ ...LEEG, regels });
        const { user, system } = process.cpuUsage(begin);
        return (user + system) / 1_000;
      });
      expect(Math.min(...duren)).toBeLessThan(50);
    }
  });
});
