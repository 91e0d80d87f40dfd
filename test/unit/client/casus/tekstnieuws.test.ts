import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Tekstnieuws } from '../../../../client/casus/tekstnieuws.ts';

let verteld: [string, string | null][][];
let nieuws: Tekstnieuws;

beforeEach(() => {
  vi.useFakeTimers();
  verteld = [];
  nieuws = new Tekstnieuws(
    (bericht) => verteld.push([...bericht]),
    () => Date.now(),
  );
});

afterEach(() => {
  nieuws.stop();
  vi.useRealTimers();
});

test('a burst of typing is told once, when it has lasted', () => {
  for (let i = 0; i < 50; i += 1) nieuws.veranderd('a', 'jeugd');
  expect(verteld).toEqual([]);
  vi.advanceTimersByTime(4_000);
  expect(verteld).toEqual([[['a', 'jeugd']]]);
});

test('a text is not told again shortly after, another one is', () => {
  nieuws.veranderd('a', 'jeugd');
  vi.advanceTimersByTime(4_000);
  nieuws.veranderd('a', 'jeugd');
  nieuws.veranderd('b', null);
  vi.advanceTimersByTime(4_000);
  expect(verteld.at(-1)).toEqual([['b', null]]);
  vi.advanceTimersByTime(12_000);
  nieuws.veranderd('a', 'jeugd');
  vi.advanceTimersByTime(4_000);
  expect(verteld.at(-1)).toEqual([['a', 'jeugd']]);
});

test('where two people typed, none of them is named', () => {
  nieuws.veranderd('a', 'jeugd');
  nieuws.veranderd('a', 'wmo');
  nieuws.veranderd('a', 'jeugd');
  vi.advanceTimersByTime(4_000);
  expect(verteld).toEqual([[['a', null]]]);
});

test('what I shared myself is not told', () => {
  nieuws.veranderd('a', null);
  nieuws.vanMij('a');
  nieuws.veranderd('a', null);
  vi.advanceTimersByTime(4_000);
  expect(verteld).toEqual([]);
});

test('NK7: after the board is gone nothing is told any more', () => {
  nieuws.veranderd('a', 'jeugd');
  nieuws.stop();
  vi.advanceTimersByTime(60_000);
  expect(verteld).toEqual([]);
});
