import { describe, expect, it } from 'vitest';
import { zoekMedewerkers } from '../../../client/aanmelden/zoeken.ts';
import { hoofdletter, opsomming } from '../../../client/ui/opsomming.ts';

describe('who one can sign in as', () => {
  const MENSEN = [
    { id: '1', naam: 'Zoë Kuipers', functie: 'Consulent jeugd', organisatie: 'Gemeente' },
    { id: '2', naam: 'Pieter Aalbers', functie: 'Verpleegkundige', organisatie: 'GGZ De Linde' },
    { id: '3', naam: 'Tom Bakker', functie: 'Klantmanager', organisatie: 'Gemeente' },
  ];
  const namen = (zoek: string) =>
    zoekMedewerkers(MENSEN, zoek).flatMap(({ medewerkers }) => medewerkers.map(({ naam }) => naam));

  it('stands by organisation, everyone once', () => {
    expect(zoekMedewerkers(MENSEN, '').map((groep) => [groep.organisatie, groep.medewerkers.length])).toEqual(
      [
        ['Gemeente', 2],
        ['GGZ De Linde', 1],
      ],
    );
  });

  it('is found by any part of name, job and organisation, without accents or capitals', () => {
    expect(namen('zoe')).toEqual(['Zoë Kuipers']);
    expect(namen('linde verpleeg')).toEqual(['Pieter Aalbers']);
    expect(namen('gemeente klant')).toEqual(['Tom Bakker']);
    expect(namen('niemand')).toEqual([]);
  });
});

describe('a list in a sentence', () => {
  it('ends with "en" or "of"', () => {
    expect(opsomming([])).toBe('');
    expect(opsomming(['moeder'])).toBe('moeder');
    expect(opsomming(['moeder', 'kind 1', 'kind 2'])).toBe('moeder, kind 1 en kind 2');
    expect(opsomming(['Wmo', 'Jeugd'], 'of')).toBe('Wmo of Jeugd');
    expect(hoofdletter('moeder')).toBe('Moeder');
  });
});
