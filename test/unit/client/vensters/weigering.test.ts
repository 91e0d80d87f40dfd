import { describe, expect, test } from 'vitest';
import { ApiFout } from '../../../../client/api/api.ts';
import { regel, tekst, vinkjes } from '../../../../client/vensters/veld.ts';
import { weigeringVan } from '../../../../client/vensters/weigering.ts';

const VELDEN = [
  regel('titel', 'Wat spreekt u af?'),
  vinkjes('lidIds', 'Wie?', []),
  regel('gezinAkkoord', 'Vindt het gezin dit goed?'),
  tekst('reden', 'Waarom toch?', { pad: 'gezinAkkoord.reden' }),
];

describe('what the server says is wrong', () => {
  test('stands at its field, also when it is about a part of it or has another name there', () => {
    const { bijVeld, elders } = weigeringVan(
      fout([
        ['titel', 'Te lang.'],
        ['lidIds.0', 'Kies opnieuw.'],
        ['gezinAkkoord.reden', 'Schrijf op waarom.'],
      ]),
      VELDEN,
    );

    expect([...bijVeld]).toEqual([
      ['titel', 'Te lang.'],
      ['lidIds', 'Kies opnieuw.'],
      ['reden', 'Schrijf op waarom.'],
    ]);
    expect(elders).toBe('');
  });

  test('is never left out: what is about no field here, stands above the form', () => {
    const { bijVeld, elders } = weigeringVan(
      fout([
        ['titel', 'Te lang.'],
        ['titels', 'Dat kan niet.'],
      ]),
      VELDEN,
    );

    expect([...bijVeld]).toEqual([['titel', 'Te lang.']]);
    expect(elders).toBe('Dat kan niet.');
  });

  test('is what was refused as a whole, when no field is named', () => {
    expect(weigeringVan(fout([]), VELDEN)).toEqual({ bijVeld: new Map(), elders: 'Dat ging niet.' });
  });
});

function fout(fouten: readonly (readonly [string, string])[]): ApiFout {
  return new ApiFout(
    422,
    'body_ongeldig',
    'Dat ging niet.',
    fouten.map(([veld, bericht]) => ({ veld, bericht })),
  );
}
