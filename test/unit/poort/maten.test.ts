import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MATEN } from '../../../server/teksten/poort/maten.ts';
import { type Kamer, keurUpdate } from '../../../server/teksten/poort/poort.ts';
import {
  ANNA,
  ANNA_EIND,
  BERT,
  druk,
  H,
  kamer,
  keur,
  leestNiet,
  MERK,
  O,
  TOEGELATEN,
  VELD,
  vanBert,
  weigert,
  Z,
} from './kamer.ts';
import { bericht, getal, type Id, inhoud, item, type Plek, type Wis, weg } from './schrijver.ts';

describe('SY10: memory and time', () => {
  /** Bytes that a call takes, at most, as far as the heap tells. */
  function geheugen(doe: () => void): number {
    const voor = process.memoryUsage();
    doe();
    const na = process.memoryUsage();
    return na.heapUsed + na.arrayBuffers - voor.heapUsed - voor.arrayBuffers;
  }

  test('SY10: seven bytes that make Yjs take 268 MB are refused, and take nothing', () => {
    const zeven = Uint8Array.from([1, ...getal(2 ** 25 - 1), 1, 0]);
    expect(zeven.length).toBe(7);
    expect(geheugen(() => keurUpdate(zeven, kamer()))).toBeLessThan(4_000_000);
    expect(keur(zeven)).toEqual(leestNiet('afgebroken'));
    // That it is still so in this Yjs, or the check could go.
    expect(geheugen(() => expect(() => Y.applyUpdate(new Y.Doc(), zeven)).toThrow())).toBeGreaterThan(
      200_000_000,
    );
  });

  const veel = getal(2 ** 50);
  test.each([
    ['clients', [...veel, 1, 1, 1]],
    ['structs', [1, ...veel, 1, 0, 0, 1]],
    ['clients with deletions', [0, ...veel, 1, 1, 1, 1]],
    ['deletions', [0, 1, 1, ...veel, 1, 1]],
    ['bytes of text', [1, 1, ...getal(BERT), 0, 0x84, ...getal(ANNA), 4, ...veel, 65, 0]],
    ['bytes of a name', [1, 1, ...getal(BERT), 0, 7, 1, ...veel, 65, 0]],
    ['bytes of an embed', [1, 1, ...getal(BERT), 0, 0x85, ...getal(ANNA), 4, ...veel, 65, 0]],
    ['bytes of a format’s name', [1, 1, ...getal(BERT), 0, 0x86, ...getal(ANNA), 4, ...veel, 65, 0]],
  ])('SY10: a count of 2^50 %s is refused at once', (_, bytes) => {
    expect(keur(Uint8Array.from(bytes))).toEqual(leestNiet('afgebroken'));
  });

  test('SY10: more values in one struct than anyone sets in a row are refused: Yjs copies them at each split', () => {
    const zetten = (aantal: number) =>
      vanBert(
        [
          item(
            { ouder: MERK, sleutel: 'diepte' },
            inhoud.waarden(...Array.from({ length: aantal }, () => [125, 1])),
          ),
        ],
        [{ client: BERT, bereiken: [[0, aantal]] }],
      );
    expect(keur(zetten(MATEN.waarden + 1))).toEqual(weigert('te_veel'));
    expect(keur(zetten(MATEN.waarden))).toEqual(TOEGELATEN);
  });

  test('SY10: a count of 2^50 values is refused', () => {
    const structs = [item({ ouder: MERK, sleutel: 'diepte' }, [8, [...veel, 125, 1]])];
    expect(keur(vanBert(structs))).toEqual(leestNiet('afgebroken'));
  });

  test('SY10: arrays in arrays, which would fill the call stack of lib0, are refused', () => {
    const genest = Array.from({ length: 100_000 }, () => [117, 1]).flat();
    const structs = [item({ ouder: MERK, sleutel: 'diepte' }, [8, [1, ...genest, 126]])];
    expect(keur(vanBert(structs))).toEqual(weigert('waarde'));
  });

  test('SY10: an embed is bounded before it is parsed', () => {
    const genest = (diepte: number) => `${'['.repeat(diepte)}${']'.repeat(diepte)}`;
    const ruis = (lengte: number) =>
      item({ origin: O }, [5, [...getal(lengte), ...Array.from({ length: lengte }, () => 0xff)]]);
    // Not even decoded: what is longer than any embed isn't looked at.
    expect(keur(vanBert([ruis(MATEN.ingebed + 1)]))).toEqual(weigert('ingebed'));
    expect(keur(vanBert([ruis(MATEN.ingebed)]))).toEqual(leestNiet('tekst'));
    for (const json of [genest(100_000), genest(60), ' '.repeat(64 * 1024), `"${'x'.repeat(200_000)}"`]) {
      expect(keur(vanBert([item({ origin: O }, inhoud.ingebed(json))]))).toEqual(weigert('ingebed'));
    }
  });

  test('SY10: an update of more bytes than a connection takes is refused', () => {
    const groot = (lengte: number) => vanBert([item({ origin: O }, inhoud.tekst('a'.repeat(lengte)))]);
    expect(keur(groot(MATEN.bytes))).toEqual(weigert('te_groot'));
    expect(keur(groot(MATEN.bytes - 100))).toEqual(TOEGELATEN);
  });

  test('SY10: more structs than an afternoon of writing are refused', () => {
    const structs = (aantal: number) => Array.from({ length: aantal }, () => weg(1));
    expect(keur(vanBert(structs(MATEN.structs + 1)))).toEqual(weigert('te_veel'));
    expect(keur(vanBert(structs(MATEN.structs)))).toEqual(TOEGELATEN);
    // Nobody sees them, and they count: what is carried, not what is read.
    const onzichtbaar = (aantal: number) =>
      Array.from({ length: aantal }, (_, n) =>
        item({ origin: n === 0 ? Z : [BERT, n - 1] }, n % 2 === 0 ? inhoud.anker() : inhoud.merk()),
      );
    expect(keur(vanBert(onzichtbaar(MATEN.structs + 1)))).toEqual(weigert('te_veel'));
    expect(keur(vanBert(onzichtbaar(MATEN.structs)))).toEqual(TOEGELATEN);
  });

  test('SY10: a length that would use up a client’s clocks is refused', () => {
    for (const lengte of [MATEN.lengte + 1, 2 ** 31, 2 ** 52]) {
      expect(keur(vanBert([weg(lengte)])), `${lengte}`).toEqual(weigert('te_groot'));
      expect(keur(vanBert([item({ origin: O }, inhoud.gewist(lengte))]))).toEqual(weigert('te_groot'));
    }
    const later = bericht([{ client: BERT, clock: 2 ** 31 - 2, structs: [weg(5)] }]);
    expect(keur(later)).toEqual(weigert('te_groot'));
    expect(keur(bericht([], [{ client: ANNA, bereiken: [[1, 2 ** 31]] }]))).toEqual(weigert('te_groot'));
    expect(keur(bericht([], [{ client: ANNA, bereiken: [[2 ** 31, 1]] }]))).toEqual(weigert('te_groot'));
    expect(keur(vanBert([weg(MATEN.lengte)]))).toEqual(TOEGELATEN);
  });

  test('SY10: the same deletions over and over, which Yjs would walk each time, are refused', () => {
    const zelfde = Array.from({ length: 1_000 }, () => [0, ANNA_EIND] as const);
    expect(keur(bericht([], [{ client: ANNA, bereiken: zelfde }]))).toEqual(leestNiet('wist_ongeordend'));
    const tweemaal: Wis = { client: ANNA, bereiken: [[0, ANNA_EIND]] };
    expect(keur(bericht([], [tweemaal, tweemaal]))).toEqual(leestNiet('wist_ongeordend'));
    const achteruit: Wis = {
      client: ANNA,
      bereiken: [
        [5, 1],
        [2, 1],
      ],
    };
    expect(keur(bericht([], [achteruit]))).toEqual(leestNiet('wist_ongeordend'));
  });

  test('SY10: deleting in more pieces than there are places to write is refused', () => {
    const bij = kamer();
    const lang = item({ origin: O }, inhoud.tekst('ab'.repeat(MATEN.nieuwGewist + 1)));
    Y.applyUpdate(bij.doc, bericht([{ client: 300, clock: 0, structs: [lang] }]));
    const omEnOm = (aantal: number): Wis => ({
      client: 300,
      bereiken: Array.from({ length: aantal }, (_, n) => [2 * n, 1]),
    });
    expect(keur(bericht([], [omEnOm(MATEN.nieuwGewist + 1)]), bij)).toEqual(weigert('te_veel'));
    expect(keur(bericht([], [omEnOm(MATEN.nieuwGewist)]), bij).soort).toBe('toegelaten');
    // Deleted before, they cost nothing: an old text has many, and each step 2 carries them all.
    Y.applyUpdate(bij.doc, bericht([], [omEnOm(MATEN.nieuwGewist + 1)]));
    expect(keur(bericht([], [omEnOm(MATEN.nieuwGewist + 1)]), bij).soort).toBe('niets_nieuws');
  });

  test('SY10: structs by the thousand that all go to the head of a long text are refused', () => {
    const bij = druk(4_000);
    const aan = (plek: Plek, aantal: number) =>
      vanBert(Array.from({ length: aantal }, () => item(plek, inhoud.tekst('zo'))));
    expect(keur(aan({ ouder: VELD }, 50), bij)).toEqual(weigert('te_druk'));
    expect(keur(aan({ origin: O }, 50), bij)).toEqual(weigert('te_druk'));
    expect(keur(aan({ ouder: VELD }, 2), bij)).toEqual(TOEGELATEN);
    const eigen = item({ origin: O, rightOrigin: [50, 0] }, inhoud.tekst('x'));
    const uitwaaierend = Array.from({ length: 3_000 }, (_, n) =>
      item({ origin: [BERT, 0], rightOrigin: [50, n] }, inhoud.tekst('y')),
    );
    expect(keur(vanBert([eigen, ...uitwaaierend]), bij)).toEqual(weigert('te_druk'));
  });

  test('SY10: anchors and markers at one spot count as any struct', () => {
    for (const wat of [inhoud.anker(), inhoud.merk()]) {
      const structs = Array.from({ length: 50 }, () => item({ origin: O }, wat));
      expect(keur(vanBert(structs), druk(4_000))).toEqual(weigert('te_druk'));
    }
  });

  test('SY10: a long text typed in one go, forwards or backwards, is not too busy', () => {
    const vooruit = Array.from({ length: 3_000 }, (_, n) =>
      item(n === 0 ? { origin: O } : { origin: [BERT, n - 1] }, inhoud.tekst('x')),
    );
    expect(keur(vanBert(vooruit))).toEqual(TOEGELATEN);
    const terug = Array.from({ length: 3_000 }, (_, n) =>
      item({ origin: H, rightOrigin: n === 0 ? [ANNA, 1] : [BERT, n - 1] }, inhoud.tekst('x')),
    );
    expect(keur(vanBert(terug))).toEqual(TOEGELATEN);
  });
});

describe('SY10: what people do at the same time is not too busy', () => {
  test('SY10: a long text typed offline where another wrote meanwhile', () => {
    const structs = Array.from({ length: 3_000 }, (_, n) =>
      item(
        n === 0 ? { origin: O } : { origin: [BERT, n - 1] },
        inhoud.opmaak('em', n % 2 === 0 ? 'true' : 'null'),
      ),
    );
    expect(keur(vanBert(structs), druk(3_000))).toEqual(TOEGELATEN);
  });

  test('SY10: many places in a long text where another wrote one thing meanwhile', () => {
    const structs = Array.from({ length: 100 }, (_, n) =>
      item({ origin: [50, 3 * n], rightOrigin: [50, 3 * n + 2] }, inhoud.tekst('x')),
    );
    expect(keur(vanBert(structs), druk(4_000))).toEqual(TOEGELATEN);
  });
});

describe('SY10: chains of sets on one key', () => {
  /** Somebody with client id 50, and 51, and 50 again, set a key so many times, each after the other's. */
  function ketting(aantal: number, sleutel = 'diepte', ouder: Id | string = MERK): Kamer {
    const bij = kamer();
    const hoofd = laatsteZet(bij, ouder, sleutel);
    const zetten = Array.from({ length: aantal }, (_, n) => {
      const vorig: Id | null = n === 0 ? hoofd : [50 + ((n - 1) % 2), (n - 1) >> 1];
      return item(vorig === null ? { ouder, sleutel } : { origin: vorig }, inhoud.getalwaarde(n % 9));
    });
    const van = (rest: number) => ({
      client: 50 + rest,
      clock: 0,
      structs: zetten.filter((_, n) => n % 2 === rest),
    });
    Y.applyUpdate(bij.doc, bericht([van(0), van(1)]));
    expect(bij.doc.store.pendingStructs).toBeNull();
    return bij;
  }

  function laatsteZet({ doc }: Kamer, ouder: Id | string, sleutel: string): Id | null {
    if (typeof ouder !== 'string') return null;
    const laatste = doc.getText(ouder)._map.get(sleutel);
    return laatste === undefined ? null : [laatste.id.client, laatste.id.clock];
  }

  test('SY10: setting one key thousands of times, each after the other, passes in one update and over many', () => {
    const eens = Array.from({ length: MATEN.structs }, (_, n) =>
      item(
        n === 0 ? { ouder: MERK, sleutel: 'diepte' } : { origin: [BERT, n - 1] },
        inhoud.getalwaarde(n % 9),
      ),
    );
    expect(keur(vanBert(eens))).toEqual(TOEGELATEN);
    const bij = ketting(3_000);
    expect(keur(vanBert([item({ origin: [51, 1_499] }, inhoud.getalwaarde(2))]), bij)).toEqual(TOEGELATEN);
    // As who set it first offline: one look over all that was set meanwhile.
    expect(keur(vanBert([item({ ouder: MERK, sleutel: 'diepte' }, inhoud.getalwaarde(2))]), bij)).toEqual(
      TOEGELATEN,
    );
  });

  test.each([
    ['a marker', MERK],
    ['a veld', VELD],
  ] as const)('SY10: setting a key of %s by the thousand as if it was never set is refused', (_, ouder) => {
    const nooit = (plek: Plek, aantal: number) =>
      vanBert(Array.from({ length: aantal }, () => item(plek, inhoud.getalwaarde(2))));
    expect(keur(nooit({ ouder, sleutel: 'diepte' }, 3_000))).toEqual(weigert('te_druk'));
    const bij = ketting(1_000, 'diepte', ouder);
    expect(keur(nooit({ ouder, sleutel: 'diepte' }, 30), bij)).toEqual(weigert('te_druk'));
    expect(keur(nooit({ ouder, sleutel: 'diepte' }, 5), bij)).toEqual(TOEGELATEN);
  });

  test('SY10: before the first set Yjs walks back over all of them, though the neighbours stand side by side', () => {
    // Each names as its right neighbour what is first then: nothing to look for between, and yet a walk.
    const vooraan = (eerste: Id, aantal: number) =>
      vanBert(
        Array.from({ length: aantal }, (_, n) =>
          item({ rightOrigin: n === 0 ? eerste : [BERT, n - 1] }, inhoud.getalwaarde(2)),
        ),
      );
    const bij = ketting(1_000);
    expect(keur(vooraan([50, 0], 3_000), bij)).toEqual(weigert('te_druk'));
    expect(keur(vooraan([50, 0], 5), bij)).toEqual(TOEGELATEN);
  });

  test('SY10: a chain longer than may be looked over is not begun anew', () => {
    const bij = ketting(MATEN.drukte + 1);
    expect(keur(vanBert([item({ ouder: MERK, sleutel: 'diepte' }, inhoud.getalwaarde(2))]), bij)).toEqual(
      weigert('te_druk'),
    );
    const laatste: Id = [50 + (MATEN.drukte % 2), MATEN.drukte >> 1];
    expect(keur(vanBert([item({ origin: laatste }, inhoud.getalwaarde(2))]), bij)).toEqual(TOEGELATEN);
  });

  test('SY10: two who make the same list of the same 400 blocks at the same time', () => {
    const bij = kamer();
    const merken = Array.from({ length: 400 }, (_, n) =>
      item({ origin: n === 0 ? Z : [50, n - 1] }, inhoud.merk()),
    );
    Y.applyUpdate(bij.doc, bericht([{ client: 50, clock: 0, structs: merken }]));
    const alsLijst = Array.from({ length: 400 }, (_, n) =>
      item({ ouder: [50, n], sleutel: 'soort' }, inhoud.tekstwaarde('punt')),
    );
    Y.applyUpdate(bij.doc, bericht([{ client: 51, clock: 0, structs: alsLijst }]));
    expect(keur(vanBert(alsLijst), bij)).toEqual(TOEGELATEN);
  });
});
