import { describe, expect, it } from 'vitest';
import { isBsn, vindPersoonsgegevens } from '../../../client/ui/persoonsgegevens.ts';

const VANDAAG = '2026-11-22';
const soorten = (tekst: string) => vindPersoonsgegevens(tekst, VANDAAG).map(({ soort }) => soort);

describe('NK13: what identifies a person in a text that many read', () => {
  it.each([
    ['bsn', 'Haar nummer is 111222333.'],
    ['bsn', 'BSN 1112.22.333'],
    ['bsn', '123 456 782'],
    ['telefoonnummer', 'Bel 06-12345678'],
    ['telefoonnummer', 'Bel 06 12 34 56 78.'],
    ['telefoonnummer', 'Bel +31 6 12345678'],
    ['telefoonnummer', 'Bel +31 (0)30 1234567'],
    ['telefoonnummer', 'of 030 123 45 67'],
    ['geboortedatum', 'geboren 3-5-2012'],
    ['geboortedatum', 'geboren op 3 mei 2012'],
    ['geboortedatum', '03/05/1985'],
    ['adres', 'Dorpsstraat 1, 1234 AB'],
    ['adres', 'woont op Dorpsstraat 12a'],
    ['adres', 'naar de Prins Hendriklaan 7'],
    ['e-mailadres', 'mail naar jan.jansen@voorbeeld.nl'],
  ])('finds a %s in "%s"', (soort, tekst) => {
    expect(soorten(tekst)).toContain(soort);
  });

  it.each([
    'Wie helpt bij de post tot het bewind rond is?',
    'Er loopt een schuld van 12.345,67 euro.',
    'Afspraak op 1 december 2026 om 14.00 uur.',
    'Overleg van 12-11-2026, zie casus 26-4Q7K.',
    'Kind 1 (14) en kind 2 (9).',
    'Zaaknummer 2026-00123',
    'nummer 123456789',
    'in 2025 en 2026',
    'Het contract loopt weg 3 maanden voor de zomer.',
    'Via de laan 12 keer gelopen',
    '',
  ])('finds nothing in "%s"', (tekst) => {
    expect(soorten(tekst)).toEqual([]);
  });

  it('gives what was typed, so that it can be pointed at', () => {
    expect(vindPersoonsgegevens('Bel 06-12345678 straks', VANDAAG)).toEqual([
      { soort: 'telefoonnummer', tekst: '06-12345678' },
    ]);
  });
});

describe('NK13: typed names of the household', () => {
  const namen = (tekst: string) =>
    vindPersoonsgegevens(tekst, VANDAAG, ['Sanne de Vries', 'Wil', 'Noë', 'J. (Jo) Bos']).map(
      (vondst) => vondst.tekst,
    );

  it.each([
    ['Sanne komt morgen.', ['Sanne']],
    ['Ik sprak Sanne de Vries.', ['Sanne de Vries']],
    ['Mevrouw De Vries of Vries?', ['Vries', 'Vries']],
    ['Sannes moeder en Noë', ['Sannes', 'Noë']],
  ])('finds them in "%s"', (tekst, gevonden) => {
    expect(namen(tekst)).toEqual(gevonden);
  });

  it.each(['Zij wil dat niet.', 'Sannetje', 'Susanne', 'de fiets', 'Noëlle', 'moeder en kind 1'])(
    'finds none in "%s"',
    (tekst) => {
      expect(namen(tekst)).toEqual([]);
    },
  );

  it('knows no names by itself', () => {
    expect(vindPersoonsgegevens('Sanne de Vries', VANDAAG)).toEqual([]);
  });
});

describe('the elfproef', () => {
  it('accepts numbers that pass and refuses those that do not', () => {
    expect(isBsn('111222333')).toBe(true);
    expect(isBsn('123456782')).toBe(true);
    expect(isBsn('123456789')).toBe(false);
  });

  it('refuses nine noughts, and anything that has no nine digits', () => {
    expect(isBsn('000000000')).toBe(false);
    expect(isBsn('11122233')).toBe(false);
    expect(isBsn('1112223330')).toBe(false);
  });

  it('takes no time on a long text of digits', () => {
    const begin = performance.now();
    vindPersoonsgegevens('1 '.repeat(20_000), VANDAAG);
    expect(performance.now() - begin).toBeLessThan(500);
  });
});
