import { eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { leden, sessies } from '../../../server/database/schema.ts';
import type { Casus } from '../../bouw/casus.ts';
import { beeindigRecht, inStap, sluitUit, zetZetel } from '../../bouw/ingreep.ts';
import type { Gezelschap } from '../../bouw/opzet.ts';
import { bouw, vestig } from '../../bouw/vestiging.ts';
import { type Aangemeld, tafelVoorTest } from '../opstelling.ts';
import { Draden, type Uitgegaan } from './draden.ts';
import { Synclijn, type Synctekst } from './lijn.ts';

// NK7 on the line of texts: from the answer to a revocation on, the process hands none of what was lost to that
// person's sockets, whatever comes before, at the same time and after.

const RONDES = Number(process.env.RONDES ?? 250);
/** Repeats a choice of interleavings; without it they differ every time. */
const ZAAD = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
const MENSEN = {
  fatima: ['gemeente', 'participatie'],
  sanne: ['gemeente', 'schuldhulp'],
  // They lose something in turn: one person may bind only so many client ids in an hour.
  wie0: ['wijkteam', 'wmo', 'inkomen'],
  wie1: ['wijkteam', 'wmo', 'inkomen'],
  wie2: ['wijkteam', 'wmo', 'inkomen'],
  wie3: ['wijkteam', 'wmo', 'inkomen'],
  wie4: ['wijkteam', 'wmo', 'inkomen'],
  wie5: ['wijkteam', 'wmo', 'inkomen'],
  wie6: ['wijkteam', 'wmo', 'inkomen'],
  wie7: ['wijkteam', 'wmo', 'inkomen'],
} as const satisfies Gezelschap<string>;

type Naam = keyof typeof MENSEN;
type Persoon = Exclude<Naam, 'fatima' | 'sanne'>;
const PERSONEN = ['wie0', 'wie1', 'wie2', 'wie3', 'wie4', 'wie5', 'wie6', 'wie7'] as const;
const VAN_MOEDER = { voor: ['moeder'] } as const;

/** A run of pseudo-random numbers from 0 up to `n`, the same each time. */
function dobbelsteen(zaad: number): (n: number) => number {
  let stand = zaad >>> 0;
  const volgende = (): number => {
    stand = (Math.imul(stand, 1_664_525) + 1_013_904_223) >>> 0;
    return stand;
  };
  // The first numbers of neighbouring seeds are alike.
  for (let i = 0; i < 4; i++) volgende();
  return (n) => Math.floor((volgende() / 2 ** 32) * n);
}

async function beurten(aantal: number): Promise<void> {
  for (let i = 0; i < aantal; i++) await new Promise<void>((klaar) => void setImmediate(klaar));
}

type Plek = 'plan' | 'hulp' | 'schulden';
const PLEKKEN: readonly Plek[] = ['plan', 'hulp', 'schulden'];

/** What somebody has after a revocation: nothing of it, reading only, or what they had. */
type Gevolg = Readonly<Record<Plek, 'weg' | 'lezen' | 'zelfde'>>;
const ALLES: Gevolg = { plan: 'weg', hulp: 'weg', schulden: 'weg' };
const HULP: Gevolg = { plan: 'zelfde', hulp: 'weg', schulden: 'zelfde' };

type Tafelgenoten = Awaited<ReturnType<typeof dekTafel>>;

interface Ronde {
  readonly tafel: Tafelgenoten;
  readonly merk: string;
  readonly naam: Persoon;
  readonly ik: Aangemeld;
}

interface Plaats {
  readonly id: string;
  readonly veld: string;
  readonly kanaal: number;
}

interface Intrekking {
  readonly naam: string;
  readonly gevolg: Gevolg;
  /** What must be so before the line is opened. */
  readonly vooraf?: (ronde: Ronde) => void;
  /** Takes it away. @returns the number of the first write after its answer */
  readonly trekIn: (ronde: Ronde) => number | Promise<number>;
}

const INTREKKINGEN: readonly Intrekking[] = [
  {
    naam: 'the seat ends',
    gevolg: ALLES,
    trekIn: (ronde) => opdracht(ronde, 'DELETE', zetelpad(ronde)),
  },
  {
    naam: 'another zetel, which only reads the plan',
    gevolg: { plan: 'lezen', hulp: 'weg', schulden: 'zelfde' },
    trekIn: (ronde) => opdracht(ronde, 'PATCH', zetelpad(ronde), { zetel: 'inkomen' }),
  },
  {
    naam: 'other members',
    gevolg: HULP,
    trekIn: (ronde) => opdracht(ronde, 'PATCH', zetelpad(ronde), { lidIds: [ronde.tafel.huis.leden.kind] }),
  },
  {
    naam: 'signing out',
    gevolg: ALLES,
    trekIn: (ronde) => opdracht(ronde, 'DELETE', '/sessies/huidige', undefined, ronde.ik),
  },
  {
    naam: 'an exclusion',
    gevolg: HULP,
    trekIn: ({ tafel, naam }) => na(tafel, () => tafel.sluitUit(naam)),
  },
  {
    naam: 'a right to write becomes one to read',
    gevolg: { plan: 'zelfde', hulp: 'zelfde', schulden: 'lezen' },
    trekIn: ({ tafel, naam }) => na(tafel, () => tafel.geefAnderRecht(naam, { niveau: 'lezen' })),
  },
  {
    naam: 'a right is taken back',
    gevolg: { plan: 'zelfde', hulp: 'zelfde', schulden: 'weg' },
    trekIn: ({ tafel }) => na(tafel, () => tafel.neemRechtTerug()),
  },
  {
    naam: 'a member leaves the household',
    gevolg: HULP,
    trekIn: (ronde) =>
      opdracht(ronde, 'DELETE', `${ronde.tafel.huis.pad}/leden/${ronde.tafel.huis.leden.moeder}`),
  },
  {
    naam: 'the seat ends by the clock',
    gevolg: ALLES,
    vooraf: ({ tafel, naam }) => zetZetel(tafel.huis, naam, { tot: straks(tafel) }),
    trekIn: klokVerder,
  },
  {
    naam: 'a right ends by the clock',
    gevolg: { plan: 'zelfde', hulp: 'zelfde', schulden: 'weg' },
    vooraf: ({ tafel, naam }) => tafel.geefAnderRecht(naam, { niveau: 'schrijven', tot: straks(tafel) }),
    trekIn: klokVerder,
  },
  {
    naam: 'the session ends by the clock',
    gevolg: ALLES,
    vooraf: ({ tafel, ik }) => {
      const { database, klok } = tafel.huis.tafel;
      database.db
        .update(sessies)
        .set({ verlooptOp: klok.nu + 1000 })
        .where(eq(sessies.persoonId, ik.wie.persoonId))
        .run();
    },
    trekIn: klokVerder,
  },
];

describe('NK7: what was lost of texts', () => {
  test(`goes to nobody who lost it after the answer, over ${RONDES} interleavings (SEED=${ZAAD})`, {
    timeout: 60_000 + RONDES * 400,
  }, async () => {
    const tafel = await dekTafel();
    const gooi = dobbelsteen(ZAAD);
    const telling = { gekregen: 0, geweigerd: 0, gekurkt: 0, afgebroken: 0 };
    for (let i = 0; i < RONDES; i++) {
      const intrekking = INTREKKINGEN[gooi(INTREKKINGEN.length)];
      const persoon = PERSONEN[i % PERSONEN.length];
      if (intrekking === undefined || persoon === undefined) throw new Error('nothing to do');
      await speel(tafel, intrekking, { i, persoon, gooi, telling });
    }
    expect(tafel.huis.tafel.fouten).toEqual([]);
    // Else it would have proved nothing.
    expect(telling.gekregen).toBeGreaterThan(RONDES / 2);
    expect(telling.geweigerd).toBeGreaterThan(RONDES / 20);
    expect(telling.gekurkt).toBeGreaterThan(RONDES / 20);
    expect(telling.afgebroken).toBeGreaterThan(RONDES / 50);
  });
});

interface Telling {
  gekregen: number;
  geweigerd: number;
  gekurkt: number;
  afgebroken: number;
}

/** One interleaving. */
async function speel(
  tafel: Tafelgenoten,
  intrekking: Intrekking,
  {
    i,
    persoon,
    gooi,
    telling,
  }: { i: number; persoon: Persoon; gooi: (n: number) => number; telling: Telling },
): Promise<void> {
  const { draden, huis, sanne, plekken } = tafel;
  const waar = `round ${i} of SEED=${ZAAD}: ${intrekking.naam}`;
  await tafel.maakKlaar(persoon);
  const ik = await huis.tafel.meldAan(huis.persoonId(persoon));
  const ronde: Ronde = { tafel, merk: `m${i}`, naam: persoon, ik };
  const geopend = await ik.verzoek('POST', `${huis.pad}/compartimenten/${plekken.schulden.id}/openingen`);
  expect(geopend.status, geopend.tekst).toBe(201);
  intrekking.vooraf?.(ronde);
  const mijn = await new Synclijn(huis.tafel.url, huis.casusId, ik.cookie).klaar();
  const lijnen = [mijn];
  const open = await Promise.all(
    PLEKKEN.map(async (plek) => [plek, await mijn.open(plekken[plek].id)] as const),
  );
  const teksten = new Map<Plek, Synctekst>(open);
  const tekst = (plek: Plek): Synctekst => teksten.get(plek) ?? mis(plek);

  let n = 0;
  const mijnWoorden: { plek: Plek; woord: string }[] = [];
  const sanneTypt = (plek: Plek): void => {
    n += 1;
    sanne.tekst(plek).typ(plekken[plek].veld, `geheim${i}x${n}z`);
  };
  const sanneWijst = (plek: Plek): void => {
    n += 1;
    wijs(sanne.tekst(plek), plekken[plek].veld, i * 1000 + n);
  };
  const ikTyp = (plek: Plek): void => {
    n += 1;
    const woord = `mijn${i}x${n}z`;
    mijnWoorden.push({ plek, woord });
    tekst(plek).typ(plekken[plek].veld, woord);
  };
  const ikOpen = (plek: Plek): void => {
    const { kanaal, doc } = tekst(plek);
    mijn.meld({ type: 'sluit', kanaal });
    mijn.meld({ type: 'open', kanaal, tijdperk: null });
    mijn.meld({ type: 'auteur', kanaal, clientId: doc.clientID });
    tekst(plek).begin();
  };
  const nogEenLijn = async (): Promise<void> => {
    const lijn = await new Synclijn(huis.tafel.url, huis.casusId, ik.cookie).klaar();
    lijnen.push(lijn);
    for (const { kanaal } of lijn.zicht) {
      lijn.meld({ type: 'open', kanaal, tijdperk: null });
      lijn.stuur(kanaal, LEGE_STAP1);
    }
  };
  /** As when the kernel takes nothing more: what is sent from here on waits in the process. */
  const kurk = (): void => {
    telling.gekurkt += 1;
    for (const socket of draden.lijnen(ik.cookie)) socket.cork();
  };
  const daden: readonly ((plek: Plek) => unknown)[] = [
    sanneTypt,
    sanneTypt,
    sanneTypt,
    sanneWijst,
    ikTyp,
    ikTyp,
    (plek) => wijs(tekst(plek), plekken[plek].veld, i * 1000 + n),
    (plek) => tekst(plek).begin(),
    ikOpen,
    nogEenLijn,
  ];

  const bezig: unknown[] = [];
  const aantal = 4 + gooi(5);
  const plaats = gooi(aantal + 1);
  const kurkOp = gooi(5) === 0 ? gooi(aantal) : -1;
  let vanafStraks: number | Promise<number> = 0;
  for (let stap = 0; stap <= aantal; stap++) {
    await beurten(gooi(4));
    // A tick may have come between; without this, most would be over before the first.
    if (gooi(3) === 0) await sanne.lijn.bij();
    if (stap === plaats) vanafStraks = intrekking.trekIn(ronde);
    if (stap === kurkOp) kurk();
    bezig.push(daden[gooi(daden.length)]?.(PLEKKEN[gooi(PLEKKEN.length)] ?? 'plan'));
    // The second hand may come at any moment.
    if (gooi(8) === 0) huis.tafel.app.loopAf();
  }
  const vanaf = await vanafStraks;
  // What is written and asked later.
  const leest = mijn.sluitcode === null;
  for (const plek of PLEKKEN) {
    if (sanne.heeft(plek)) {
      sanneTypt(plek);
      sanneWijst(plek);
    }
    ikTyp(plek);
    tekst(plek).begin();
    if (gooi(2) === 0) ikOpen(plek);
  }
  if (gooi(4) === 0) bezig.push(nogEenLijn());
  await sanne.lijn.bij();
  const sockets = draden.lijnen(ik.cookie);
  for (const socket of sockets) while (socket.writableCorked > 0) socket.uncork();
  await Promise.all(bezig);
  await Promise.all(lijnen.map((lijn) => lijn.bij()));
  await sanne.lijn.bij();
  if (mijn.sluitcode === 1006) telling.afgebroken += 1;

  const aanMij = draden.uitgegaan((cookie) => cookie === ik.cookie);
  const aanSanne = draden.uitgegaan((cookie) => cookie === sanne.cookie);
  telling.gekregen += aanMij.filter(
    ({ nummer, tekst: t }) => nummer < vanaf && t.includes(`geheim${i}x`),
  ).length;
  for (const plek of PLEKKEN) {
    const gevolg = intrekking.gevolg[plek];
    if (gevolg === 'zelfde') continue;
    const na = aanMij.filter(({ nummer }) => nummer >= vanaf);
    if (gevolg === 'weg') expect(overPlek(na, plekken[plek]), `${waar}, ${plek}`).toEqual([]);
    else {
      const gemeld = na.filter(
        ({ kanaal, tekst: t }) =>
          kanaal === 0 && /"opgeslagen"/.test(t) && t.includes(`:${plekken[plek].kanaal},`),
      );
      expect(gemeld, `${waar}, ${plek}`).toEqual([]);
      if (leest && mijn.sluitcode === null) {
        telling.geweigerd += 1;
        const weigering = { type: 'geweigerd', kanaal: plekken[plek].kanaal, code: 'alleen_lezen' };
        expect(mijn.besturing, `${waar}, ${plek}`).toContainEqual(expect.objectContaining(weigering));
      }
    }
    // What waited is refused: nobody gets it.
    for (const { woord } of mijnWoorden.filter((een) => een.plek === plek)) {
      const eerste = aanSanne.find(({ tekst: t }) => t.includes(woord));
      expect(eerste?.nummer ?? 0, `${waar}, ${plek}, ${woord}`).toBeLessThan(Math.max(vanaf, 1));
    }
  }
  for (const lijn of lijnen) lijn.trekUit();
}

/** Whatever tells of a compartment; that it stays closed to who asks for it does not. */
function overPlek(na: readonly Uitgegaan[], { id, kanaal }: Plaats): Uitgegaan[] {
  return na.filter((een) => {
    if (een.kanaal !== 0) return een.kanaal === kanaal;
    const dicht = een.tekst === JSON.stringify({ type: 'sluit', kanaal, code: 4403 });
    return !dicht && (een.tekst.includes(id) || new RegExp(`"kanaal":${kanaal}[,}]`).test(een.tekst));
  });
}

/** A step 1 of an empty document, as y-websocket writes it. */
const LEGE_STAP1 = new Uint8Array([0, 0, 1, 0]);

function wijs(tekst: Synctekst, veld: string, klok: number): void {
  const plaats = { tname: veld, assoc: 0 };
  tekst.stuurCursors([
    { clientId: tekst.doc.clientID, klok, staat: { cursor: { anchor: plaats, head: plaats } } },
  ]);
}

/** A command over REST. */
async function opdracht(
  { tafel, merk }: Ronde,
  methode: string,
  pad: string,
  body?: unknown,
  door: Aangemeld = tafel.fatima,
): Promise<number> {
  // A connection of its own, which nobody else uses while the answer is looked for.
  const antwoord = await door.verzoek(methode, pad, body, { 'x-merk': merk, connection: 'close' });
  expect(antwoord.status, antwoord.tekst).toBeLessThan(300);
  return tafel.draden.antwoordOp(merk) + 1;
}

/** What there is no route for yet: it holds when the step is over. */
function na({ draden }: Tafelgenoten, ingreep: () => void): number {
  ingreep();
  return draden.nummer;
}

function straks({ huis }: Tafelgenoten): number {
  return huis.tafel.klok.nu + 1000;
}

function zetelpad({ tafel: { huis }, naam }: Ronde): string {
  return `${huis.pad}/deelnemers/${huis.zetelVan(naam)}`;
}

function klokVerder({ tafel }: Ronde): number {
  tafel.huis.tafel.klok.nu += 1000;
  return tafel.draden.nummer;
}

/** A household where Sanne has three texts open, and people who lose them in turn. */
async function dekTafel() {
  // Somebody stops reading: what waits for them is more than a text may hold.
  const tafel = await tafelVoorTest({ omvang: { tekst: 20_000_000, compartiment: 40_000_000 } });
  // What is on disk after a power cut isn't asked here.
  tafel.database.sqlite.pragma('synchronous = off');
  const draden = new Draden(tafel.app.http);
  const huis = await bouw(vestig<Naam>(tafel, MENSEN, { isGemeente: () => true }), {
    leden: { moeder: 'moeder', kind: 'kind' },
    regisseur: 'fatima',
    stoelen: { sanne: { voor: null }, ...Object.fromEntries(PERSONEN.map((wie) => [wie, VAN_MOEDER])) },
  });
  const fatima = await huis.als('fatima');
  const sanne = await huis.als('sanne');
  const lijn = await new Synclijn(tafel.url, huis.casusId, sanne.cookie).klaar();
  onTestFinished(() => lijn.trekUit());
  const plekken: Readonly<Record<Plek, Plaats>> = {
    plan: await zoekPlaats(huis, lijn, 'plan'),
    hulp: await zoekPlaats(huis, lijn, 'hulp'),
    schulden: await zoekPlaats(huis, lijn, 'schulden'),
  };
  const teksten = new Map<Plek, Synctekst>();
  const heeft = (plek: Plek): boolean => lijn.kanaal(plekken[plek].id) !== undefined;

  const uitsluitingen: string[] = [];
  let recht: string | null = null;
  /** In one step: what holds of both isn't lost. */
  const geefAnderRecht = (
    wie: Persoon,
    hoe: { readonly niveau: 'lezen' | 'schrijven'; readonly tot?: number },
  ): void =>
    inStap(huis, ({ feiten }) => {
      if (recht !== null) feiten.beeindigRecht(recht);
      recht = feiten.geefRecht({
        casusId: huis.casusId,
        deelnemerId: huis.zetelVan(wie),
        compartimentId: plekken.schulden.id,
        van: tafel.klok.nu,
        niveau: hoe.niveau,
        tot: hoe.tot ?? null,
        waarvoor: 'samenhang',
        grondslag: 'wmo',
        reden: 'voor deze ronde',
        doorId: huis.zetelVan('fatima'),
      });
    });

  /** Makes everything as it was, for the next round. */
  const maakKlaar = async (persoon: Persoon): Promise<void> => {
    draden.vergeet();
    tafel.klok.nu += 25_000;
    inStap(huis, (casussen) => {
      // No command brings a member back.
      tafel.database.db.update(leden).set({ verwijderdOp: null }).run();
      casussen.wijzigZetel(huis.casusId, huis.zetelVan(persoon), {
        zetel: 'wmo',
        lidIds: [huis.leden.moeder],
        tot: null,
      });
      for (const id of uitsluitingen.splice(0)) casussen.feiten.beeindigUitsluiting(id);
      geefAnderRecht(persoon, { niveau: 'schrijven' });
    });
    await lijn.bij();
    // What had gone opens anew with a look at the board.
    if (!PLEKKEN.every(heeft)) await huis.bord('sanne');
    for (const plek of PLEKKEN) {
      const { id, veld } = plekken[plek];
      const nu = teksten.get(plek);
      const isOpen = [...tafel.app.teksten.kamers.values()].some(
        (kamer) =>
          kamer.plek.id === id &&
          tafel.app.sync.lezersVan(kamer).some(({ persoonId }) => persoonId === sanne.wie.persoonId),
      );
      const tekst = nu !== undefined && isOpen ? nu : await lijn.open(id);
      teksten.set(plek, tekst);
      const alles = tekst.veld(veld);
      alles.delete(0, alles.length);
    }
    await lijn.bij();
  };
  return {
    huis,
    draden,
    fatima,
    plekken,
    neemRechtTerug: (): void => {
      if (recht !== null) beeindigRecht(huis, recht);
      recht = null;
    },
    geefAnderRecht,
    sluitUit: (wie: Persoon): void => {
      uitsluitingen.push(sluitUit(huis, wie, plekken.hulp.id));
    },
    maakKlaar,
    sanne: { lijn, cookie: sanne.cookie, heeft, tekst: (plek: Plek) => teksten.get(plek) ?? mis(plek) },
  };
}

async function zoekPlaats(huis: Casus<Naam, 'moeder' | 'kind'>, lijn: Synclijn, plek: Plek): Promise<Plaats> {
  const [categorie, lid] = { plan: ['plan', null], hulp: ['hulp', 'moeder'], schulden: ['financien', null] }[
    plek
  ] as [string, 'moeder' | null]; // as written
  const id = await huis.plek('sanne', categorie, lid, 'schrijven');
  const veld = (await huis.bord('sanne')).velden.find(({ compartimentId }) => compartimentId === id);
  const kanaal = await lijn.tot(() => lijn.kanaal(id)?.kanaal);
  return { id, veld: veld?.id ?? mis(plek), kanaal };
}

function mis(plek: Plek): never {
  throw new Error(`no ${plek}`);
}

describe('NK7: what ends by the clock', () => {
  test('ended before a kaart goes with its text, and before somebody else’s cursor goes', async () => {
    const tafel = await dekTafel();
    const { huis, plekken, sanne } = tafel;
    const [persoon] = PERSONEN;
    await tafel.maakKlaar(persoon);
    const doel = await huis.schrijf('sanne', 'plan', null, { soort: 'doel', titel: 'Rust' });
    const veld =
      (await huis.bord('sanne')).velden.find(({ kaartId }) => kaartId === doel.id)?.id ?? mis('plan');
    sanne.tekst('plan').typ(veld, 'toelichting');
    wijs(sanne.tekst('plan'), veld, 1);
    await sanne.lijn.bij();
    const { ik, mijn } = await doetMee(tafel, persoon, ['plan']);
    zetZetel(huis, persoon, { tot: straks(tafel) });
    const vanaf = klokVerder({ tafel, merk: '', naam: persoon, ik });
    expect((await huis.vraag('sanne', 'DELETE', `/kaarten/${doel.id}?versie=${doel.versie}`)).status).toBe(
      204,
    );
    sanne.lijn.trekUit();
    await mijn.tot(() => mijn.sluitcode !== null);
    const na = tafel.draden
      .uitgegaan((cookie) => cookie === ik.cookie)
      .filter(({ nummer }) => nummer >= vanaf);
    expect(overPlek(na, plekken.plan)).toEqual([]);
  });

  test('ended for everyone, also when somebody connects first', async () => {
    const tafel = await dekTafel();
    const { huis, plekken, sanne } = tafel;
    const [persoon] = PERSONEN;
    await tafel.maakKlaar(persoon);
    const { ik, mijn } = await doetMee(tafel, persoon, ['plan']);
    zetZetel(huis, persoon, { tot: straks(tafel) });
    klokVerder({ tafel, merk: '', naam: persoon, ik });
    const fatima = await new Synclijn(huis.tafel.url, huis.casusId, tafel.fatima.cookie).klaar();
    onTestFinished(() => fatima.trekUit());
    sanne.tekst('plan').typ(plekken.plan.veld, 'nadien');
    await sanne.lijn.bij();
    await mijn.tot(() => mijn.sluitcode !== null);
    expect(mijn.teksten.get(plekken.plan.kanaal)?.tekst(plekken.plan.veld)).not.toContain('nadien');
  });
});

describe('NK7: a reader that stopped reading', () => {
  test.each(INTREKKINGEN.filter(({ naam }) => /seat ends$|other members|exclusion/.test(naam)))(
    'is cut off with what waits for it: $naam',
    async (intrekking) => {
      const tafel = await dekTafel();
      const { draden, plekken, sanne } = tafel;
      const [persoon] = PERSONEN;
      await tafel.maakKlaar(persoon);
      const { ik, mijn } = await doetMee(tafel, persoon, ['hulp']);
      mijn.socket.pause();
      const wacht = (): boolean => draden.lijnen(ik.cookie).some(({ writableLength }) => writableLength > 0);
      for (let i = 0; i < 180 && !wacht(); i++) {
        sanne.tekst('hulp').typ(plekken.hulp.veld, 'x'.repeat(100_000));
        await sanne.lijn.bij();
      }
      expect(wacht()).toBe(true);
      const vanaf = await intrekking.trekIn({ tafel, merk: 'stil', naam: persoon, ik });
      expect(draden.lijnen(ik.cookie)).toEqual([]);
      if (sanne.heeft('hulp')) sanne.tekst('hulp').typ(plekken.hulp.veld, 'nadien');
      await sanne.lijn.bij();
      mijn.socket.resume();
      await mijn.tot(() => mijn.sluitcode !== null);
      const na = draden.uitgegaan((cookie) => cookie === ik.cookie).filter(({ nummer }) => nummer >= vanaf);
      expect(na).toEqual([]);
    },
  );
});

/** Somebody signs in and opens these. */
async function doetMee(tafel: Tafelgenoten, persoon: Persoon, plekken: readonly Plek[]) {
  const { huis } = tafel;
  const ik = await huis.tafel.meldAan(huis.persoonId(persoon));
  const mijn = await new Synclijn(huis.tafel.url, huis.casusId, ik.cookie).klaar();
  onTestFinished(() => mijn.trekUit());
  for (const plek of plekken) await mijn.open(tafel.plekken[plek].id);
  return { ik, mijn };
}
