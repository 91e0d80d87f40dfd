import { describe, expect, test } from 'vitest';
import { RUST_MS, Zinnen } from '../../../server/overleg/zinnen.ts';
import { groeiVan, TE_VEEL } from '../groei.ts';

// What people type, as it comes on a wall: a sentence when it is finished.

describe('OV4: a sentence on the wall', () => {
  test('comes when it is finished; what has no end, when it rests', () => {
    const zinnen = new Zinnen();
    expect(zinnen.toon(['De post komt'], 0)).toEqual([]);
    expect(zinnen.toon(['De post komt eerst. Wie'], 100)).toEqual(['De post komt eerst.']);
    expect(zinnen.wacht).toBe(true);
    expect(zinnen.toon(['De post komt eerst. Wie'], 99 + RUST_MS)).toEqual(['De post komt eerst.']);
    expect(zinnen.toon(['De post komt eerst. Wie'], 100 + RUST_MS)).toEqual(['De post komt eerst. Wie']);
    expect(zinnen.wacht).toBe(false);
  });

  test('a number, an abbreviation in a word or an address ends none', () => {
    const zinnen = new Zinnen();
    for (const regel of ['om 9.30', 'www.gemeente', 'a.u.b'])
      expect(zinnen.toon([regel], 0), regel).toEqual([]);
    expect(zinnen.toon(['Hij zei: "morgen." En'], 0)).toEqual(['Hij zei: "morgen."']);
  });

  test('stays while somebody goes on behind it, and in other lines', () => {
    const zinnen = new Zinnen();
    zinnen.toon(['eerst de huur', 'dan'], 0);
    zinnen.toon(['eerst de huur', 'dan'], RUST_MS);
    expect(zinnen.toon(['eerst de huur en', 'dan', 'en'], RUST_MS + 1)).toEqual(['eerst de huur', 'dan']);
  });

  test('goes at once when it is taken back, in whatever line', () => {
    const zinnen = new Zinnen();
    zinnen.toon(['Jan drinkt.', 'De huur eerst.'], 0);
    expect(zinnen.toon(['De huur eerst.'], 1)).toEqual(['De huur eerst.']);
    expect(zinnen.toon(['De hu'], 2)).toEqual([]);
    expect(zinnen.toon([''], 3 * RUST_MS)).toEqual([]);
  });

  test('ST6: takes a time that grows with the text: whoever sits there can paste ten thousand lines', () => {
    const doe = (tekst: string) => {
      const zinnen = new Zinnen();
      const regels = tekst.split('\n');
      zinnen.toon(regels, 0);
      zinnen.toon([...regels, 'en'], 500);
      zinnen.toon(
        regels.map((regel) => `${regel} en`),
        500,
      );
    };
    const regels = Array.from({ length: 4_000 }, (_, n) => `${10_000 + n}.`);
    expect(groeiVan(doe, regels.join('\n'))).toBeLessThan(TE_VEEL);
  });
});
