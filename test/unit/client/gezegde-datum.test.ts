import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metDag, voluit } from '../../../client/ui/datum.ts';
import { alsGetypt, leesDatum, verder } from '../../../client/ui/gezegde-datum.ts';
import { isDatum } from '../../../shared/invoer/datum.ts';

const DINSDAG = '2026-11-24';

describe('a day as people type it', () => {
  test.each([
    ['vandaag', '2026-11-24'],
    ['Morgen', '2026-11-25'],
    [' overmorgen ', '2026-11-26'],
    ['gisteren', '2026-11-23'],
    ['volgende week', '2026-12-01'],
    ['volgende maand', '2026-12-24'],
    ['over 2 weken', '2026-12-08'],
    ['over drie dagen', '2026-11-27'],
    ['over 1 maand', '2026-12-24'],
    ['donderdag', '2026-11-26'],
    ['di', '2026-12-01'],
    ['ma', '2026-11-30'],
    ['volgende week vrijdag', '2026-12-04'],
    ['di 8 dec', '2026-12-08'],
    ['di. 8 dec.', '2026-12-08'],
    ['dinsdag 8 december', '2026-12-08'],
    ['8 december 2026', '2026-12-08'],
    ['8-12', '2026-12-08'],
    ['8/12', '2026-12-08'],
    ['8.12', '2026-12-08'],
    ['8 12', '2026-12-08'],
    ['08-12-2026', '2026-12-08'],
    ['8-12-26', '2026-12-08'],
    ['8-1', '2027-01-08'],
    ['23-11', '2026-11-23'],
    ['1 mrt', '2027-03-01'],
    ['1 maart', '2027-03-01'],
    ['1 sept', '2026-09-01'],
    ['29-2-2028', '2028-02-29'],
    ['2026-12-08', '2026-12-08'],
  ])('%s', (tekst, datum) => {
    expect(leesDatum(tekst, DINSDAG)).toEqual({ datum });
  });

  test.each([
    ['8-12', '2025-12-08'],
    ['23-11', '2026-11-23'],
    ['di', '2026-11-24'],
    ['vr', '2026-11-20'],
    ['17-08-12', '2012-08-17'],
    ['3-4-85', '1985-04-03'],
  ])('%s, of what happened', (tekst, datum) => {
    expect(leesDatum(tekst, DINSDAG, 'terug')).toEqual({ datum });
  });

  test.each([
    '31-2',
    '8-13',
    '0-1',
    '29-2-2027',
    'ooit',
    '8',
    'over 2',
    'volgende',
    '8 dex',
    'dece',
    '8-12-026',
    '',
  ])('%s is no day', (tekst) => {
    expect(leesDatum(tekst, DINSDAG)).toHaveProperty('fout');
  });

  test('what happened is explained by a day that was', () => {
    expect(leesDatum('ooit', DINSDAG, 'terug')).toEqual({
      fout: 'Schrijf een dag zoals 8-11, zo 8 nov, gisteren of vorige week.',
    });
    for (const zo of ['8-11', 'zo 8 nov', 'gisteren', 'vorige week'])
      expect(leesDatum(zo, DINSDAG, 'terug')).toHaveProperty('datum');
  });

  test('a day of the week that doesn’t go with the date is said', () => {
    expect(leesDatum('di 9 dec', DINSDAG)).toEqual({
      fout: '9-12-2026 is een woensdag. Klopt de dag, of de datum?',
    });
  });

  test('every day is read from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -150, max: 150 }), (dagen) => {
        const datum = verder(DINSDAG, { dagen });
        for (const tekst of [alsGetypt(datum), metDag(datum, DINSDAG), voluit(datum, DINSDAG), datum])
          expect(leesDatum(tekst, DINSDAG)).toEqual({ datum });
      }),
    );
  });

  test('nothing that is typed throws, and what is read is a day that exists', () => {
    const deel = fc.constantFrom(
      'di',
      'over',
      'volgende',
      'week',
      '8',
      '31',
      '12',
      '2',
      'feb',
      '-',
      '/',
      '2027',
      '99',
      ' ',
    );
    const getypt = fc.oneof(
      fc.string(),
      fc.array(deel, { maxLength: 6 }).map((delen) => delen.join('')),
      fc.array(deel, { maxLength: 5 }).map((delen) => delen.join(' ')),
    );
    fc.assert(
      fc.property(getypt, fc.constantFrom('naast' as const, 'terug' as const), (tekst, richting) => {
        const gelezen = leesDatum(tekst, DINSDAG, richting);
        if ('datum' in gelezen) expect([tekst, isDatum(gelezen.datum)]).toEqual([tekst, true]);
        else expect(gelezen.fout).toMatch(/./);
      }),
    );
  });

  test('a month on keeps the day, or takes the last of a shorter month', () => {
    expect(verder('2027-01-31', { maanden: 1 })).toBe('2027-02-28');
    expect(verder('2026-11-24', { maanden: 2 })).toBe('2027-01-24');
  });
});
