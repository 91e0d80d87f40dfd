import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLLEN } from '../../../shared/plan/rollen.ts';
import { zonderNamen } from '../../../shared/persoonsgegevens/zonder-namen.ts';
import { groeiVan, TE_VEEL } from '../groei.ts';

// OV11: what an expert reads of a text, who may know nobody in it.

const WEG = {
  vandaag: '2026-02-03',
  namen: [
    { voornaam: 'Jan', achternaam: 'de Vries' },
    { voornaam: 'Zoë', achternaam: 'Müller' },
  ],
  geboortedata: [],
  organisaties: ['Basisschool De Radeboom'],
};

/** The text as it is read, with what is left out between brackets. */
function leest(tekst: string): string {
  return zonderNamen(tekst, WEG)
    .map(({ soort, tekst: stuk }) => (soort === 'weg' ? `[${stuk}]` : stuk))
    .join('');
}

describe('OV11: zonder namen', () => {
  test.each([
    ['Jan belt.', '[een naam] belt.'],
    // A name within another word, before the name itself.
    ['Janneke belt Jan.', 'Janneke belt [een naam].'],
    [
      'Op januari 3 kwam Jan, en Janneke, en Jan.',
      'Op januari 3 kwam [een naam], en Janneke, en [een naam].',
    ],
    ['Zoe\u0308 en Zoe Muller', '[een naam] en [een naam]'],
    ['kind 2 belt kind 1', 'kind belt kind'],
    ['een 12-jarige, hij is 12 jaar', 'een [een leeftijd], hij is [een leeftijd]'],
    ['op Basisschool  De Radeboom', 'op [een organisatie]'],
    ['bel 06-12345678', 'bel [een telefoonnummer]'],
    ['geboren op 17 augustus 2012', 'geboren op [een geboortedatum]'],
  ])('%s', (tekst, gelezen) => expect(leest(tekst)).toBe(gelezen));

  test('elke rol met een nummer verliest dat', () => {
    for (const rol of ROLLEN) expect(leest(`${rol} 2`)).toBe(rol);
  });

  test('een naam blijft nergens staan, wat er ook omheen staat', () => {
    const woord = fc.constantFrom(
      'Jan',
      'Janneke',
      'januari',
      'de Jan-',
      'Zoë',
      'Zoëtje',
      'belt',
      'en',
      '.',
      'Müller',
    );
    fc.assert(
      fc.property(fc.array(woord, { maxLength: 12 }), (woorden) => {
        const over = zonderNamen(woorden.join(' '), WEG)
          .filter(({ soort }) => soort === 'tekst')
          .map(({ tekst }) => tekst)
          .join('\u0000');
        expect(over).not.toMatch(/(?<!\p{L})(?:Jan|Zoë|Müller)(?!\p{L})/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['is ', 'Jan ', '12', 'Basisschool '])(
    'ST6: een tekst kost tijd naar zijn lengte, wat er ook in staat: na %j niets dan spaties',
    (stuk) => {
      expect(groeiVan((tekst) => zonderNamen(tekst, WEG), stuk + ' '.repeat(40_000))).toBeLessThan(TE_VEEL);
    },
  );
});
