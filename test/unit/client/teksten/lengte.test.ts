import { expect, test } from 'vitest';
import { lengtezin } from '../../../../client/teksten/lengte.ts';

test('ST6: a text is said to be long before it is full, and by how much it isn’t', () => {
  expect(lengtezin(99_999, 100_000, 200_000)).toBe('');
  expect(lengtezin(100_000, 100_000, 200_000)).toContain('nog ongeveer 100.000 tekens');
  expect(lengtezin(187_400, 100_000, 200_000)).toContain('nog ongeveer 12.000 tekens');
  expect(lengtezin(199_900, 100_000, 200_000)).toContain('bijna vol');
  expect(lengtezin(250_000, 100_000, 200_000)).toContain('bijna vol');
});
