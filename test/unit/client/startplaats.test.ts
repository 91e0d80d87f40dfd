import { describe, expect, it } from 'vitest';
import { type Plaats, startplaats, startplaatsen } from '../../../shared/plan/startplaats.ts';

const moeder = '11111111-1111-4111-8111-111111111111';

function plaats(id: string, deel: Partial<Plaats> = {}): Plaats {
  return { id, categorie: 'hulp', lidId: null, niveau: 'schrijven', eigen: false, ...deel };
}
const hulp = plaats('hulp');
const financien = plaats('financien', { categorie: 'financien', eigen: true });
const inkomen = plaats('inkomen', { categorie: 'inkomen', eigen: true });
const wonen = plaats('wonen', { categorie: 'wonen', eigen: true });
const plan = plaats('plan', { categorie: 'plan' });
const gebied = { leefgebied: 'inkomen_financien', lidId: null } as const;

describe('NK21: a new kracht or zorgpunt starts closed', () => {
  it("starts in the own organisation's compartment for that leefgebied", () => {
    expect(startplaats(gebied, [plan, hulp, wonen, inkomen])?.id).toBe('inkomen');
  });

  it('follows the order of the catalogue where a leefgebied has two backgrounds', () => {
    expect(startplaats(gebied, [inkomen, hulp, financien])?.id).toBe('financien');
  });

  it('starts in hulp where the organisation keeps nothing of that leefgebied', () => {
    expect(startplaats(gebied, [wonen, hulp])?.id).toBe('hulp');
  });

  it('starts in another own compartment for who does not write hulp', () => {
    expect(startplaats(gebied, [{ ...hulp, niveau: 'lezen' }, wonen])?.id).toBe('wonen');
  });

  it("never starts in another organisation's compartment, nor in plan", () => {
    expect(startplaats(gebied, [{ ...financien, eigen: false }, plan])).toBeNull();
  });

  it('never starts where one may only read', () => {
    expect(
      startplaats(gebied, [
        { ...financien, niveau: 'lezen' },
        { ...hulp, niveau: 'dat' },
      ]),
    ).toBeNull();
  });

  it('keeps what is about a member out of what is about the household', () => {
    const overMoeder = plaats('hulp-moeder', { lidId: moeder });
    expect(startplaats({ ...gebied, lidId: moeder }, [financien, hulp, overMoeder])?.id).toBe('hulp-moeder');
    expect(startplaats({ ...gebied, lidId: moeder }, [financien, hulp])).toBeNull();
  });

  it('offers every place where it may stand, the closed one first', () => {
    const ids = startplaatsen(gebied, [wonen, hulp, plan, inkomen]).map(({ id }) => id);
    expect(ids).toEqual(['inkomen', 'hulp', 'wonen']);
  });
});
