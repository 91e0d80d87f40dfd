import { describe, expect, test, vi } from 'vitest';
import { Casussen } from '../../server/casus/casus.ts';
import { type Kijk, Toegang } from '../../server/toegang/toegang.ts';
import { GEZINSOVERLEGGEN_HOOGSTENS } from '../../shared/overleg.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from './huishouden.ts';
import type { Luisteraar } from './opstelling.ts';
import { brengIn, type Overlegtafel, overlegtafel, RITME } from './overleg.ts';
import { metDeHand } from './secondewijzer.ts';
import type { Synclijn } from './sync/lijn.ts';
import { lijnVan } from './sync/tekst.ts';

// What one kaart costs when everybody looks: nothing of it goes up with the number of lines. And what a list costs: nothing
// of it goes up with what others have.

const UUR = 60 * 60 * 1000;
const DAG = 24 * UUR;

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

/** How many questions `doe` asks of the database, and how much is decrypted for it. */
async function gevraagdVoor(
  { tafel }: Huishouden,
  doe: () => Promise<unknown>,
): Promise<{ vragen: number; ontsleuteld: number }> {
  const { kluis, sqlite } = tafel.database;
  const opdracht = Object.getPrototypeOf(sqlite.prepare('select 1'));
  const spionnen = [
    vi.spyOn(opdracht, 'all'),
    vi.spyOn(opdracht, 'get'),
    vi.spyOn(kluis, 'ontsleutelJson'),
  ] as const;
  try {
    await doe();
    const [alle, een, json] = spionnen.map(({ mock }) => mock.calls.length);
    return { vragen: (alle ?? 0) + (een ?? 0), ontsleuteld: json ?? 0 };
  } finally {
    for (const spion of spionnen) spion.mockRestore();
  }
}

/** A gezinsoverleg so many hours from now. */
const plan = (h: Huishouden, uur: number, fatima = h.als('fatima')) =>
  fatima.then((wie) =>
    wie.verzoek('POST', '/overleggen', {
      casusId: h.casusId,
      begin: new Date(h.tafel.klok.nu + uur * UUR).toISOString(),
      duur: 60,
      plaats: 'thuis',
      vraag: 'Hoe gaat het?',
    }),
  );

const lijst = (h: Huishouden, wie: Naam) => async () => {
  const antwoord = await (await h.als(wie)).verzoek('GET', '/overleggen');
  expect(antwoord.status, antwoord.tekst).toBe(200);
};

describe('ST6: the list of overleggen', () => {
  test('asks as much with many gezinsoverleggen of a casus as with few, of which so many can be in it', async () => {
    const h = await huishouden();
    for (let i = 1; i <= 3; i++) expect((await plan(h, i)).status).toBe(201);
    await lijst(h, 'tom')();
    const weinig = await gevraagdVoor(h, lijst(h, 'tom'));
    for (let i = 4; i <= GEZINSOVERLEGGEN_HOOGSTENS; i++) expect((await plan(h, i)).status).toBe(201);
    await lijst(h, 'tom')();
    const veel = await gevraagdVoor(h, lijst(h, 'tom'));
    expect(veel.vragen).toBe(weinig.vragen);
    expect(veel.ontsleuteld).toBe(2 * GEZINSOVERLEGGEN_HOOGSTENS);
    verwachtWeigering(await plan(h, 100), 422, 'te_veel_overleggen');
    // Two weeks after one ended there is place again.
    h.tafel.klok.nu += 14 * DAG + 2 * UUR;
    expect((await plan(h, 1, h.tafel.meldAan(h.persoonId('fatima')))).status).toBe(201);
  });

  test('asks nothing of series and agendas in which somebody is not, and as much of a series with many as with few', async () => {
    const h = await overlegtafel();
    const nieuweReeks = async (naam: string, weken: number): Promise<void> => {
      const antwoord = await h.doe('bram', 'POST', '/overlegreeksen', {
        naam,
        plaats: 'x',
        duur: 60,
        ritme: { eerste: '2026-02-11', tijd: '09:00', weken },
        voorzitterId: h.persoonId('bram'),
        leden: [h.persoonId('tom')],
      });
      expect(antwoord.status, antwoord.tekst).toBe(201);
    };
    await metDilemmas(h);
    await lijst(h, 'pieter')();
    const buiten = await gevraagdVoor(h, lijst(h, 'pieter'));
    expect(buiten.ontsleuteld).toBe(0);
    await lijst(h, 'tom')();
    const binnen = await gevraagdVoor(h, lijst(h, 'tom'));
    expect(binnen.ontsleuteld).toBe(10);
    await nieuweReeks('Een andere', 8);
    await lijst(h, 'tom')();
    const zelden = await gevraagdVoor(h, lijst(h, 'tom'));
    await h.doe('bram', 'PATCH', `/overlegreeksen/${h.reeksId}`, {
      ritme: { ...RITME, tijd: '11:00' },
    });
    // What has a dilemma on it stays when it was, and as many come at the new time.
    await lijst(h, 'tom')();
    const vaker = await gevraagdVoor(h, lijst(h, 'tom'));
    expect(vaker.vragen).toBe(zelden.vragen);
    expect(await gevraagdVoor(h, lijst(h, 'pieter'))).toEqual(buiten);
  });
});

/** Tom has one on each agenda of the series. */
async function metDilemmas(h: Overlegtafel): Promise<void> {
  for (const { id } of (await h.doe('tom', 'GET', '/overleggen')).body.overleggen)
    await brengIn(h, 'tom', { dilemma: { titel: 'Wat nu?', tekst: 'Zo is het.' }, minuten: 15 }, id);
}

describe('ST6: a look at a casus', () => {
  test('reads as many rows when members came and went, and rights and the regie were given and taken back', async () => {
    const h = await huishouden();
    const opdracht = Object.getPrototypeOf(h.tafel.database.sqlite.prepare('select 1'));
    const gelezen = async (): Promise<number> => {
      await h.bord('tom');
      const alle = vi.spyOn(opdracht, 'all');
      try {
        await h.bord('tom');
        return alle.mock.results.reduce((samen, { value }) => samen + value.length, 0);
      } finally {
        alle.mockRestore();
      }
    };
    const geef = async (): Promise<void> => {
      const antwoord = await h.vraag('tom', 'POST', `/compartimenten/${jeugd}/toegangsrechten`, {
        deelnemerId: h.zetelVan('sanne'),
        niveau: 'lezen',
        waarvoor: 'samenhang',
        grondslag: 'jeugdwet',
        reden: 'Meelezen',
        tot: '2026-02-20',
      });
      expect(antwoord.status, antwoord.tekst).toBe(201);
    };
    const jeugd = await h.plek('tom', 'jeugd', 'kind1');
    await geef();
    const voor = await gelezen();
    for (let n = 0; n < 4; n++) {
      const lid = await h.vraag('fatima', 'POST', '/leden', { rol: 'kind' });
      expect(lid.status, lid.tekst).toBe(201);
      await h.vraag('fatima', 'DELETE', `/leden/${lid.body.id}`);
      h.tafel.klok.nu += 1000;
      await geef();
      const voorstel = await h.vraag('fatima', 'POST', '/regie/voorstellen', {
        deelnemerId: h.zetelVan('sanne'),
        zwaartepunt: 'jeugd',
        reden: 'Het gaat nu om de schulden',
      });
      expect(voorstel.status, voorstel.tekst).toBe(201);
      expect((await h.vraag('fatima', 'DELETE', `/regie/voorstellen/${voorstel.body.id}`)).status).toBe(204);
    }
    expect(await gelezen()).toBe(voor);
  });
});
