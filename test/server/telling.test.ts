import { describe, expect, test, vi } from 'vitest';
import { Casussen } from '../../server/casus/casus.ts';
import { type Kijk, Toegang } from '../../server/toegang/toegang.ts';
import { type Huishouden, huishouden, type Naam } from './huishouden.ts';
import type { Luisteraar } from './opstelling.ts';
import { metDeHand } from './secondewijzer.ts';
import type { Synclijn } from './sync/lijn.ts';
import { lijnVan } from './sync/tekst.ts';

// What one kaart costs when everybody looks: nothing of it goes up with the number of lines.

/** What was done of the costly things since counting began. */
interface Kosten {
  readonly beelden: number;
  readonly beslissingen: number;
  readonly ontsleuteld: number;
  readonly voorbereid: readonly string[];
}

/** Counts what `doe` takes. Nothing of it is kept from happening. */
async function kostenVan({ tafel }: Huishouden, doe: () => Promise<void>): Promise<Kosten> {
  const { kluis, sqlite } = tafel.database;
  const beelden = vi.spyOn(Casussen.prototype, 'beeldOp');
  const kijken = vi.spyOn(Toegang.prototype, 'kijk');
  const bytes = vi.spyOn(kluis, 'ontsleutel');
  const json = vi.spyOn(kluis, 'ontsleutelJson');
  const opdrachten = vi.spyOn(sqlite, 'prepare');
  try {
    await doe();
    const gekeken = new Set(
      kijken.mock.results.map(({ value }) => value).filter((kijk: Kijk | null) => kijk !== null),
    );
    return {
      beelden: beelden.mock.calls.length,
      beslissingen: gekeken.size,
      ontsleuteld: bytes.mock.calls.length + json.mock.calls.length,
      voorbereid: opdrachten.mock.calls.map(([sql]) => sql),
    };
  } finally {
    for (const spion of [beelden, kijken, bytes, json, opdrachten]) spion.mockRestore();
  }
}

const NAMEN = ['fatima', 'tom', 'sanne', 'ali', 'pieter', 'lotte', 'joke', 'marloes'] as const;
/** The other two may not see the plan, and are decided about all the same. */
const LEZERS_VAN_HET_PLAN = 6;
const KAARTEN = 21;

/** Eight at the table, each on both lines, with their board open. */
async function volleTafel(): Promise<{ h: Huishouden; live: Luisteraar[]; sync: Synclijn[] }> {
  const h = await huishouden();
  const plekken: readonly (readonly [Naam, string, 'moeder' | null, string])[] = [
    ['sanne', 'plan', null, 'doel'],
    ['tom', 'plan', null, 'afspraak'],
    ['ali', 'hulp', 'moeder', 'kracht'],
  ];
  for (let i = 0; i < KAARTEN; i++) {
    const [naam, categorie, lid, soort] = plekken[i % plekken.length] ?? ['sanne', 'plan', null, 'doel'];
    await h.schrijf(naam, categorie, lid, {
      soort,
      titel: `Kaart ${i}`,
      ...(soort === 'kracht' ? { leefgebied: 'wonen' } : {}),
      ...(soort === 'afspraak' ? { uitvoerders: [h.zetelVan(naam)] } : {}),
    });
  }
  const live: Luisteraar[] = [];
  const sync: Synclijn[] = [];
  for (const naam of NAMEN) {
    await h.bord(naam);
    const lijn = await (await h.als(naam)).live();
    expect(await lijn.volg(h.casusId)).toEqual({ ok: true });
    live.push(lijn);
    sync.push(await (await lijnVan(h, naam)).klaar());
  }
  return { h, live, sync };
}

describe('HUIS: the PATCH of a kaart with eight people on both lines and 21 kaarten', () => {
  test('takes one look at the casus, a decision a session, and each kaart decrypted once', async () => {
    metDeHand();
    const { h, live, sync } = await volleTafel();
    const [kaart] = (await h.bord('sanne')).kaarten.filter(({ soort }) => soort === 'doel');
    let versie = kaart?.versie ?? '';
    const wijzig = async (titel: string): Promise<void> => {
      const antwoord = await h.vraag('sanne', 'PATCH', `/kaarten/${kaart?.id}`, { versie, titel });
      expect(antwoord.status, antwoord.tekst).toBe(200);
      versie = antwoord.body.versie;
    };
    await wijzig('Warm 1');
    await wijzig('Warm 2');
    const gehoord = () =>
      live.filter(({ ontvangen }) =>
        ontvangen.some(({ soort, bericht }) => soort === 'kaart' && bericht.kaart?.titel === 'Geteld'),
      ).length;

    const kosten = await kostenVan(h, async () => await wijzig('Geteld'));

    await Promise.all([...live, ...sync].map((lijn) => lijn.bij()));
    // Else it would have cost nothing.
    expect(gehoord()).toBe(LEZERS_VAN_HET_PLAN);
    expect(sync.every(({ sluitcode }) => sluitcode === null)).toBe(true);
    expect(kosten.beelden).toBeGreaterThan(0);
    expect(kosten.beelden).toBeLessThanOrEqual(1);
    expect(kosten.beslissingen).toBeGreaterThan(0);
    expect(kosten.beslissingen).toBeLessThanOrEqual(8);
    expect(kosten.ontsleuteld).toBeGreaterThan(0);
    expect(kosten.ontsleuteld).toBeLessThanOrEqual(30);
    expect(kosten.voorbereid).toEqual([]);
  });
});
