import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGENDASTATEN, type Agendastaat, GESPREKSDELEN } from '../../../shared/overleg.ts';
import {
  naDaad,
  type Overlegdaad,
  type Overlegstand,
  volgendOnderdeel,
} from '../../../shared/overlegmachine.ts';

// OV2: the one machine of an overleg.

const PUNTEN = ['a', 'b', 'c'];

const daad = fc.oneof(
  fc.constantFrom<Overlegdaad>({ stap: 'open' }, { stap: 'tussen' }, { stap: 'sluit' }),
  // Now and then: else few runs get far.
  { weight: 1, arbitrary: fc.constant<Overlegdaad>({ stap: 'klok' }) },
  {
    weight: 12,
    arbitrary: fc.record({
      stap: fc.constantFrom('item' as const, 'heropen' as const),
      agendapuntId: fc.constantFrom(...PUNTEN),
      onderdeel: fc.option(fc.constantFrom(...GESPREKSDELEN)),
      punt: fc.constantFrom(null),
    }),
  },
);

/** What a run does to an agenda, kept as the server does: the machine is told where each item is. */
function loop(
  daden: readonly Overlegdaad[],
  zie: (
    van: Overlegstand,
    daad: Overlegdaad,
    naar: Overlegstand | null,
    staten: ReadonlyMap<string, Agendastaat>,
  ) => void,
): void {
  const staten = new Map<string, Agendastaat>(PUNTEN.map((id) => [id, 'aanvaard']));
  let stand: Overlegstand = { fase: 'voorbereiding' };
  for (const kaal of daden) {
    const punt = 'agendapuntId' in kaal ? (staten.get(kaal.agendapuntId) ?? null) : null;
    const dit: Overlegdaad = 'agendapuntId' in kaal ? { ...kaal, punt } : kaal;
    const naar = naDaad(stand, dit);
    zie(stand, dit, naar, new Map(staten));
    if (naar === null) continue;
    const [was, wordt] = [stand, naar].map((een) => (een.fase === 'item' ? een.agendapuntId : null));
    if (was != null && was !== wordt) staten.set(was, 'besproken');
    if (wordt != null) staten.set(wordt, 'bezig');
    stand = naar;
  }
}

describe('OV2: the machine', () => {
  test('opens one item at a time, an item that was closed by reopening alone, and nothing when it is over', () => {
    let keren = 0;
    fc.assert(
      fc.property(fc.array(daad, { minLength: 5, maxLength: 40 }), (daden) => {
        loop([{ stap: 'open' }, ...daden], (van, dit, naar, staten) => {
          if (van.fase === 'gesloten') expect(naar).toBeNull();
          if (naar === null) return;
          keren += 1;
          if (naar.fase === 'item' && van.fase === 'item') {
            // From one item to another there is always a moment between.
            expect(naar.agendapuntId).toBe(van.agendapuntId);
            expect(naar.onderdeel).not.toBe(van.onderdeel);
          } else if (naar.fase === 'item') {
            expect(van.fase).toBe('tussen');
            expect(staten.get(naar.agendapuntId)).toBe(dit.stap === 'heropen' ? 'besproken' : 'aanvaard');
            expect([...staten.values()]).not.toContain('bezig');
          }
          // What nobody closed, the clock closes from wherever it is; a person closes it between two items.
          if (naar.fase === 'gesloten') expect(dit.stap === 'klok' || van.fase === 'tussen').toBe(true);
        });
      }),
      { numRuns: 500 },
    );
    // Else it would prove nothing.
    expect(keren).toBeGreaterThan(1000);
  });

  test('opens only what the chair took on, and reopens only what was closed', () => {
    for (const punt of [...AGENDASTATEN, null]) {
      const item = { agendapuntId: 'a', onderdeel: null, punt };
      const tussen: Overlegstand = { fase: 'tussen' };
      expect(naDaad(tussen, { stap: 'item', ...item }) !== null, `${punt}`).toBe(punt === 'aanvaard');
      expect(naDaad(tussen, { stap: 'heropen', ...item }) !== null, `${punt}`).toBe(punt === 'besproken');
    }
  });

  test('goes from anywhere to where each step says, and nowhere else', () => {
    const item: Overlegstand = { fase: 'item', agendapuntId: 'a', onderdeel: 'vraag' };
    const daden: readonly Overlegdaad[] = [
      { stap: 'open' },
      { stap: 'tussen' },
      { stap: 'sluit' },
      { stap: 'klok' },
      { stap: 'item', agendapuntId: 'b', onderdeel: null, punt: 'aanvaard' },
      { stap: 'item', agendapuntId: 'a', onderdeel: 'beeld', punt: 'bezig' },
    ];
    const naar = (van: Overlegstand) => daden.map((een) => naDaad(van, een)?.fase ?? null);
    expect(naar({ fase: 'voorbereiding' })).toEqual(['tussen', null, null, 'gesloten', null, null]);
    expect(naar({ fase: 'tussen' })).toEqual([null, null, 'gesloten', 'gesloten', 'item', null]);
    expect(naar(item)).toEqual([null, 'tussen', null, 'gesloten', null, 'item']);
    expect(naar({ fase: 'gesloten' })).toEqual([null, null, null, null, null, null]);
  });

  test('walks an item step by step', () => {
    const gegaan: string[] = [];
    for (let deel = volgendOnderdeel('terugblik'); deel !== null; deel = volgendOnderdeel(deel))
      gegaan.push(deel);
    expect(gegaan).toEqual(['vraag', 'beeld', 'wegen', 'afspreken', 'teruglezen']);
  });
});
