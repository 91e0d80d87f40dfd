import { expect, test } from 'vitest';
import { Emmer } from '../../../server/kern/emmer.ts';

const neem = (emmer: Emmer, aantal: number, nu: number): number =>
  Array.from({ length: aantal }, () => emmer.neem(nu)).filter(Boolean).length;

test('SY9: a bucket gives what it holds at once, then so many a second, and never more than it holds', () => {
  const emmer = new Emmer(10, 20, 1000);
  expect(neem(emmer, 30, 1000)).toBe(20);
  expect(neem(emmer, 5, 1099)).toBe(0);
  expect(neem(emmer, 5, 1100)).toBe(1);
  expect(neem(emmer, 50, 2100)).toBe(10);
  expect(neem(emmer, 50, 1_000_000)).toBe(20);
});

test('SY9: a clock that goes back fills nothing', () => {
  const emmer = new Emmer(10, 20, 1000);
  expect(neem(emmer, 20, 1000)).toBe(20);
  expect(neem(emmer, 1, 0)).toBe(0);
  expect(neem(emmer, 5, 100)).toBe(1);
});

test('ST6: what is owed comes in before anything is given again', () => {
  const emmer = new Emmer(10, 20, 0);
  emmer.boek(50, 0);
  expect(emmer.wacht(0)).toBe(3000);
  expect(emmer.neem(2999)).toBe(false);
  expect(emmer.wacht(3000)).toBe(0);
  expect(emmer.neem(3000)).toBe(false);
  expect(emmer.neem(3100)).toBe(true);
  expect(emmer.isVol(4000)).toBe(false);
  expect(emmer.isVol(6000)).toBe(true);
});
