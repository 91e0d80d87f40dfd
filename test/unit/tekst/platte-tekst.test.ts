import { expect, test } from 'vitest';
import { KALE_ALINEA, type Vermelding } from '../../../shared/tekst/blok.ts';
import { alsRegels, inhoudAlsTekst } from '../../../shared/tekst/platte-tekst.ts';
import { blok } from './blokken.ts';

const noem = (wie: Vermelding) => (wie === null ? 'iemand' : `@${wie.soort}`);
const gewoon = { strong: false, em: false };

test('TX4: without formatting there is a line a block, lists with their signs and numbers, deeper ones further in', () => {
  const regels = alsRegels(
    [
      blok('Kop', { soort: 'kop' }),
      blok('een', { soort: 'nummer', begin: 9 }),
      blok('vervolg', { diepte: 1 }),
      blok('punt', { soort: 'punt', diepte: 1 }),
      blok('twee', { soort: 'nummer' }),
      blok(''),
      blok('opnieuw', { soort: 'nummer' }),
    ],
    noem,
  );
  expect(regels).toEqual(['Kop', '9. een', '  vervolg', '  - punt', '10. twee', '', '1. opnieuw']);
});

test('a line break in an item goes on below its words', () => {
  const inhoud = [
    { soort: 'tekst' as const, tekst: 'a', ...gewoon },
    { soort: 'breuk' as const, ...gewoon },
    { soort: 'tekst' as const, tekst: 'b', strong: true, em: false },
  ];
  const punt = { ...KALE_ALINEA, soort: 'nummer' as const, diepte: 1, inhoud };
  expect(alsRegels([punt], noem)).toEqual(['  1. a', '     b']);
});

test('NK13: a mention reads as it is called here', () => {
  const id = '5a1f7b1e-3c9a-4f5e-9d2b-0c6a8e4d7f10';
  const inhoud = [
    { soort: 'tekst' as const, tekst: 'met ', ...gewoon },
    { soort: 'vermelding' as const, wie: { soort: 'lid' as const, id }, ...gewoon },
    { soort: 'vermelding' as const, wie: null, ...gewoon },
  ];
  expect(inhoudAlsTekst(inhoud, noem)).toBe('met @lidiemand');
});
