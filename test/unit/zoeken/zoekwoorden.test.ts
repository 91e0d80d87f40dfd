import { describe, expect, test } from 'vitest';
import { leesZoekwoorden } from '../../../shared/zoeken/zoekwoorden.ts';

const vindt = (gezocht: string, tekst: string) => leesZoekwoorden(gezocht).past(tekst);

describe('ST19: zoeken weet hoe mensen een naam schrijven', () => {
  test.each([
    ['zoe', 'Zoë'],
    ['ZOË', 'zoe'],
    ['Zoe\u0308', 'Zoë gaat naar de BSO'],
    ['muller', 'mevrouw Müller'],
    ['mueller', 'mevrouw Müller'],
    ['Müller', 'mevr. Muller'],
    ['Müller', 'mevr. Mueller'],
    ['dyk', 'Van Dijk'],
    ['dijk', 'van Dyk'],
    ['van der berg', 'mw. v.d. Berg'],
    ['v.d. berg', 'Jan van den Berg'],
    ['berg, jan van den', 'Jan van den Berg'],
    ['elamrani', 'Fatima El Amrani'],
    ['el-amrani', 'Fatima El Amrani'],
    ['El Amrani', 'Fatima Elamrani'],
    ['schuld', 'Geldschulden'],
    ['06 12', 'bel 06-12345678'],
    ['op de', 'op de fiets'],
  ])('%s staat in: %s', (gezocht, tekst) => expect(vindt(gezocht, tekst)).toBe(true));

  test.each([
    ['wo', 'tweewoorden'],
    ['muller', 'Miller'],
    ['jan piet', 'Jan van den Berg'],
    ['erand', 'de kant van de hand'],
    ['', 'iets'],
    ['  ...', 'iets'],
  ])('%s staat niet in: %s', (gezocht, tekst) => expect(vindt(gezocht, tekst)).toBe(false));

  test('niets getypt is niets gezocht', () => {
    expect(leesZoekwoorden(' - ').leeg).toBe(true);
    expect(leesZoekwoorden('de').leeg).toBe(false);
  });
});
