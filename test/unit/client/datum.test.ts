import { describe, expect, it } from 'vitest';
import {
  dagenTussen,
  datumVan,
  geleden,
  kort,
  lang,
  momentVan,
  termijn,
  tijdstip,
  voluit,
} from '../../../client/ui/datum.ts';

const VANDAAG = '2026-11-22';

describe('a date', () => {
  it.each([
    ['2026-11-17', '17 nov'],
    ['2026-03-01', '1 mrt'],
    ['2025-11-17', '17 nov 2025'],
  ])('%s is %s in short', (datum, tekst) => {
    expect(kort(datum, VANDAAG)).toBe(tekst);
  });

  it('is written out with its weekday, and with the year only when it is another one', () => {
    expect(voluit('2026-12-01', VANDAAG)).toBe('dinsdag 1 december');
    expect(voluit('2027-01-04', VANDAAG)).toBe('maandag 4 januari 2027');
    expect(lang('2026-12-01', VANDAAG)).toBe('1 december');
  });

  it('is the day that it is in the Netherlands, not in London', () => {
    expect(datumVan('2026-11-21T23:30:00Z')).toBe('2026-11-22');
    expect(datumVan('2026-06-30T22:15:00Z')).toBe('2026-07-01');
  });
});

describe('a time', () => {
  it('is written as people say it', () => {
    expect(tijdstip('2026-11-22T09:42:00Z')).toBe('10.42 uur');
    expect(tijdstip('2026-07-01T07:05:00Z')).toBe('9.05 uur');
  });
});

describe('a last day', () => {
  it.each([
    ['2026-11-22', 'vandaag'],
    ['2026-11-23', 'morgen'],
    ['2026-12-01', 'over 9 dagen'],
    ['2026-11-21', '1 dag over tijd'],
    ['2026-11-19', '3 dagen over tijd'],
    ['2027-01-24', 'over 9 weken'],
    ['2027-11-22', 'over 12 maanden'],
  ])('%s is %s', (datum, tekst) => {
    expect(termijn(datum, VANDAAG)).toBe(tekst);
  });
});

describe('how long ago', () => {
  it.each([
    ['2026-11-22', 'vandaag'],
    ['2026-11-21', 'gisteren'],
    ['2026-11-18', '4 dagen geleden'],
    ['2026-12-01', 'over 9 dagen'],
  ])('%s is %s', (datum, tekst) => {
    expect(geleden(datum, VANDAAG)).toBe(tekst);
  });

  it('counts days, and not hours: the nights on which the clock changes are days like any other', () => {
    expect(dagenTussen('2026-10-24', '2026-10-26')).toBe(2);
    expect(dagenTussen('2026-03-28', '2026-03-30')).toBe(2);
  });
});

it('a time on a day in the Netherlands is one moment, in summer and winter, and in the hour that the clock skips', () => {
  expect(momentVan('2026-07-01', '09:30')).toBe('2026-07-01T07:30:00.000Z');
  expect(momentVan('2026-12-01', '00:15')).toBe('2026-11-30T23:15:00.000Z');
  expect(momentVan('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
});
