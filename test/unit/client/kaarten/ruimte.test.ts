import { expect, test } from 'vitest';
import { ruimtezin } from '../../../../client/kaarten/ruimte.ts';
import type { Kaart } from '../../../../shared/contract/kaarten.ts';
import { kijk } from '../casus/opstelling.ts';

test('ST6: that a place gets full is said before it is, and by how much it isn’t', () => {
  expect(ruimtezin(449, 500)).toBe('');
  expect(ruimtezin(450, 500)).toBe('Hier passen er nog 50 bij');
  expect(ruimtezin(199, 200)).toBe('Hier past er nog 1 bij');
  for (const vol of [200, 201]) expect(ruimtezin(vol, 200)).toBe('Hier past niets meer bij');
});

test('ST6: counted is what stands on one’s own board, in that place alone', () => {
  const kaart = (id: string, compartimentId: string): Kaart => ({
    id,
    versie: 'v',
    soort: 'vraag',
    titel: 'Wie belt school?',
    compartimentId,
    door: null,
    gewijzigdOp: '2026-11-22T09:00:00.000Z',
  });
  const ik = kijk({ kaarten: [kaart('a', 'plan'), kaart('b', 'plan'), kaart('c', 'hulp')] });
  expect([ik.aantalIn('plan'), ik.aantalIn('hulp'), ik.aantalIn('werk')]).toEqual([2, 1, 0]);
});
