import { describe, expect, test } from 'vitest';
import { datum, foutVan, lijst, regel } from '../../../../client/vensters/veld.ts';

const VANDAAG = '2026-11-26';
const TERMIJN = datum('uiterlijk', 'Uiterlijk klaar op', 'termijn', { magLeeg: true });
const TITEL = regel('titel', 'Wat spreekt u af?');

describe('What a form says of a field before the server is asked', () => {
  test('ST9: should say it by the kind of the field', () => {
    expect(foutVan(TERMIJN, '0027-12-01', VANDAAG)).toContain('het jaar met vier cijfers');
    expect(foutVan(TERMIJN, '2026-11-20', VANDAAG)).toContain('of een latere dag');
    expect(foutVan(TITEL, 'x'.repeat(493), VANDAAG)).toContain('193 tekens te lang');
    expect(foutVan(TITEL, '\u200b', VANDAAG)).toBe('Vul in: Wat spreekt u af');
  });

  test('ST2: should let stay what stood there, and nothing else', () => {
    expect(foutVan(TERMIJN, '2026-11-20', VANDAAG, '2026-11-20')).toBeNull();
    expect(foutVan(TERMIJN, '2026-11-21', VANDAAG, '2026-11-20')).not.toBeNull();
    expect(foutVan(TITEL, '', VANDAAG, '')).not.toBeNull();
  });
});

test('what is proposed in a list needn’t be chosen again, also where it says by itself what is missing', () => {
  const keuzes = [{ code: 'wmo', naam: 'Taak uit de Wmo' }];
  const opties = { leegBericht: 'Kies op grond waarvan u dit doet.' };
  expect(foutVan(lijst('grond', 'Grond', keuzes, { ...opties, vanzelf: 'wmo' }), '', VANDAAG)).toBeNull();
  expect(foutVan(lijst('grond', 'Grond', keuzes, opties), '', VANDAAG)).toBe(opties.leegBericht);
});
