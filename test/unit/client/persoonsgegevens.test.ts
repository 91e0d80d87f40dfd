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
