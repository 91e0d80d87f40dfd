import { expect, test } from 'vitest';
import type { Bordstand } from '../../../../client/casus/bordteksten.ts';
import type { Bewaarstand } from '../../../../client/sync/compartimenttekst.ts';
import { bewaarwoord, bordwoord } from '../../../../client/teksten/bewaarstand.ts';

test('SY5: a text counts as saved only when it is on disk', () => {
  const standen: Bewaarstand[] = ['laden', 'opgeslagen', 'bezig', 'wacht_op_verbinding', 'gestopt'];
  const goed = standen.filter((stand) =>
    [true, false].some((onopgeslagen) => bewaarwoord(stand, onopgeslagen).toon === 'goed'),
  );
  expect(goed).toEqual(['opgeslagen']);
});

test('SY5: the board counts as saved only when all of it is on disk', () => {
  const standen: Bordstand[] = ['laden', 'niet_geladen', 'opgeslagen', 'bezig', 'geen_verbinding'];
  const goed = standen.filter((stand) =>
    [true, false].some((onopgeslagen) => bordwoord(stand, onopgeslagen).toon === 'goed'),
  );
  expect(goed).toEqual(['opgeslagen']);
});

test('SY5: without a line it says whether anything still has to be saved', () => {
  expect(bewaarwoord('wacht_op_verbinding', true).tekst).toContain('nog niet opgeslagen');
  expect(bewaarwoord('wacht_op_verbinding', false).tekst).not.toContain('opgeslagen');
  expect(bordwoord('geen_verbinding', true).tekst).toContain('nog niet alles opgeslagen');
  expect(bordwoord('geen_verbinding', false).tekst).not.toContain('opgeslagen');
});
