import { expect, test } from 'vitest';
import { heel } from '../../../client/ui/heel.ts';

test('a number stays with the word before it, and nothing else changes', () => {
  expect(heel('Wie helpt kind 1, en kind 12?')).toBe('Wie helpt kind\u00A01, en kind\u00A012?');
  for (const zo of ['moeder en vader', 'om 10.30 uur', '10 dec', 'de Wmo 2015', 'groep 7b', ''])
    expect(heel(zo)).toBe(zo.replace('om 10', 'om\u00A010'));
});
