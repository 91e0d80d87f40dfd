import { exhaustief } from '../../shared/exhaustief.ts';
import {
  aanTafel,
  geefBeurt,
  steekHandOp,
  type Bedacht,
  bedenk,
  beginConcept,
  beslisVoorstel,
  besluitOp,
  bevestig,
  bezoek,
  bijAdvies,
  breng,
  brengCasusIn,
  echtePlekken,
  eigenPlekken,
  geefRecht,
  geefZetel,
  houdersAchter,
  isNoembaar,
  legOpTafel,
  legTekst,
  maakReeks,
  metScherm,
  noemErbij,
  opAgendapunt,
  opConcept,
  opVoorstel,
  planGezinsoverleg,
  vertelling,
  type Schermsoort,
  sluitUit,
  stelVoor,
  stopWaarneming,
  typInConcept,
  wijsAan,
  verklaarGevaar,
  vraagAdvies,
  vraagMeelezen,
  zetStap,
  sluitVoorAdvies,
} from './bedenk.ts';
import { beslisEnMaakBezwaar } from './doorzetten.ts';
import {
  AANTAL,
  DESKUNDIGE,
  eigenCategorieen,
  GEZELSCHAP,
  isDiscreet,
  isKernteam,
  lidVanGezelschap,
  niveau,
  opentInNood,
  type Plek,
  PROCESREGISSEUR,
  type Stoel,
} from './gezelschap.ts';
import { DAG_MS, type Kant, momentVan, type Spoor, STAP_MS } from './kant.ts';
import { isGewoon, MAKEN, type Opdracht, type Run, type Soort } from './opdrachten.ts';
import type { Vervanging } from './orakel.ts';
import {
  type Casus,
  gevraagdsym,
  type Kaart,
  laatste,
  type Over,
  type Punt,
  pleksym,
  type Stand,
  type Tekstdaad,
  type Verslag,
  type Verwijsveld,
  type Verzoek,
  veldsym,
} from './stand.ts';

/** What happened in the first server. */
export interface Eerste {
  readonly spoor: Spoor;
  readonly verslagen: readonly Verslag[];
  readonly stand: Stand;
}

/** Carries a run out in the first server, and writes down what was done in symbols. */
export async function voerUit(kant: Kant, run: Run): Promise<Eerste> {
  const kijker = run.kijker;
  const stand: Stand = { casussen: [], reeksen: [], punten: [], stukken: [], schermen: [] };
  const verslagen: Verslag[] = [];
  await kant.nieuweRun(kijker);
  const doe = async (soort: Soort, kaal: Verzoek, wat: Over): Promise<void> => {
    const over = metNamens(stand, soort, kaal, wat);
    const index = verslagen.length;
    const isMaken = kaal.via === 'http' && kaal.wie === kijker && MAKEN.has(soort);
    const verzoek = isMaken ? { ...kaal, koppen: { 'idempotency-key': `k-${index}` } } : kaal;
    const { status, body } = await kant.doe(index, verzoek);
    const gelukt = status < 400;
    verslagen.push({ index, soort, verzoek, over, gelukt });
    if (gelukt) werkBij(kant, stand, soort, index, verzoek, over, body);
  };

  const eerste = breng(run.inbrenger, run.kijker, 0);
  await doe('breng', eerste.verzoek, eerste.over);
  for (const { wie, kies } of metKijker(run)) {
    const casus = stand.casussen[0];
    if (casus === undefined || wie === run.inbrenger) continue;
    const { verzoek, over } = geefZetel(casus, run.inbrenger, wie, kies);
    await doe('zetel_geef', verzoek, over);
  }
  await bevestigCollega(stand, run, 0, doe);
  for (const { verzoek, over } of vanBeginAfBuiten(stand, run)) await doe('sluit_uit', verzoek, over);
  const sym = stand.casussen[0]?.sym ?? 'n:casus';
  // Who looked at the board can change what stands on it; a look at all of it costs time, so not everyone does.
  for (const { wie } of (stand.casussen[0]?.stoelen ?? [])
    .filter((stoel) => stoel.wie !== kijker)
    .slice(0, 2)) {
    await doe('bord', { via: 'http', wie, methode: 'GET', pad: `/casussen/§${sym}` }, { casus: sym });
  }
  const afspraak = eersteAfspraak(stand, run);
  if (afspraak !== null) await doe('kaart_maak', afspraak.verzoek, afspraak.over);
  await doe('volg', { via: 'volg', wie: kijker, casus: sym }, { casus: sym });
  await doe('lijn', { via: 'lijn', wie: kijker, casus: sym, alles: true }, { casus: sym });
  await geefViaRegisseur(stand, run, () => verslagen.length, doe);
  // From here on the kijker is told what is new, changed or gone: once at the end, of all that happened.
  const kijk = (pad: string): Verzoek => ({ via: 'http', wie: kijker, methode: 'GET', pad });
  await doe('bord', kijk(`/casussen/§${sym}`), { casus: sym });
  const las = bezoek(sym, kijker, 'las');
  await doe('bezoek', las.verzoek, las.over);
  for (const opdracht of run.opdrachten) {
    const { verzoek, over } = bedenk(stand, kijker, opdracht);
    await doe(opdracht.soort, nogEens(opdracht, verslagen) ?? verzoek, over);
  }
  await noemSamen(stand, run, verslagen, doe);
  await leesSamen(stand, run, () => verslagen.length, doe);
  await vraagSamen(stand, run, () => verslagen.length, doe);
  await adviseer(stand, run, () => verslagen.length, doe);
  for (const { soort, verzoek, over } of schrijfSamen(stand, run)) await doe(soort, verzoek, over);
  await deelSamen(stand, run, () => verslagen.length, doe);
  await gevaar(stand, run, doe);
  await bevestigCollega(stand, run, 1, doe);
  await beslisEnMaakBezwaar(stand, run.kijker, run.variatie, () => verslagen.length, doe);
  await bespreekRegie(stand, run, doe);
  await houdOverleg(stand, run, doe);
  if ((run.variatie[9] ?? 0) % 4 === 3) await houdMetGast(stand, run, doe);
  await laatVerlopen(stand, run, verslagen, doe);
  // Whose words stand in the text that the kijker wrote in with others.
  const samen = samenPlek(stand, run);
  if (samen !== null) {
    const pad = `/casussen/§${samen.casus}/velden/§${veldsym(samen.casus, samen.plek)}/schrijvers`;
    await doe('schrijvers', kijk(pad), { casus: samen.casus, plek: samen.plek });
  }
  // What the kijker finds when they look at everything once more.
  await doe('lijn', { via: 'lijn', wie: kijker, casus: sym, alles: true }, { casus: sym });
  for (const casus of stand.casussen) {
    await doe('bord', kijk(`/casussen/§${casus.sym}`), { casus: casus.sym });
    const kom = bezoek(casus.sym, kijker, 'kom');
    await doe('bezoek', kom.verzoek, kom.over);
    for (const woorden of ZOEKWOORDEN) {
      const zoek = { via: 'http', wie: kijker, methode: 'POST', body: { woorden } } as const;
      await doe('zoek', { ...zoek, pad: `/casussen/§${casus.sym}/zoekvragen` }, { casus: casus.sym });
    }
    const tafel = `tafel&deelnemerIds=§${casus.stoelen[0]?.sym ?? 'n:wie'}`;
    for (const voor of ['mij', tafel, 'gezin'])
      await doe('afdruk', kijk(`/casussen/§${casus.sym}/afdruk?voor=${voor}`), { casus: casus.sym });
  }
  for (const pad of ['/casussen', '/werkvoorraad', '/regie', '/overleggen']) await doe('bord', kijk(pad), {});
  for (const [categorie, organisatie] of UITGELEGD) {
    const plek = { categorie, lid: null, organisatie };
    const pad = `/casussen/§${sym}/compartimenten/§${pleksym(sym, plek)}/uitleg`;
    await doe('uitleg', kijk(pad), { casus: sym, plek });
  }
  return { spoor: await kant.rondAf(), verslagen, stand };
}

/** A title in which somebody is called whom the kijker knows, and somebody whom they don't, of the same role (NK35). */
async function noemInTitel(
  casus: Casus,
  { inbrenger }: Run,
  verslagen: readonly Verslag[],
  bekend: readonly string[],
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const verborgen = `l:${verslagen.length}`;
  const van = { via: 'http', wie: inbrenger, methode: 'POST' } as const;
  await doe(
    'lid_nieuw',
    { ...van, pad: `/casussen/§${casus.sym}/leden`, body: { rol: 'kind' } },
    { casus: casus.sym },
  );
  const plek = { categorie: 'plan', lid: null, organisatie: null };
  const titel = `naar «${verborgen}», met «${bekend[0] ?? verborgen}»`;
  await doe(
    'kaart_maak',
    {
      ...van,
      pad: `/casussen/§${casus.sym}/kaarten`,
      body: { compartimentId: `§${pleksym(casus.sym, plek)}`, soort: 'doel', titel, lidIds: [] },
    },
    { casus: casus.sym, plek, noemt: [] },
  );
}

/** What stands in much that this test writes, and what people are called by. */
const ZOEKWOORDEN = ['samen', 'k'] as const;

/** Something that the kijker made, asked again under its key; now and then with other words (ST13). */
function nogEens({ soort, kies }: Opdracht, verslagen: readonly Verslag[]): Verzoek | null {
  if (soort !== 'opnieuw') return null;
  const gemaakt = verslagen.flatMap(({ verzoek, gelukt }) =>
    verzoek.via === 'http' && gelukt && verzoek.koppen?.['idempotency-key'] !== undefined ? [verzoek] : [],
  );
  const een = gemaakt[(kies[0] ?? 0) % Math.max(1, gemaakt.length)];
  if (een === undefined) return null;
  return (kies[1] ?? 0) % 6 === 5 && typeof een.body === 'object'
    ? { ...een, body: { ...een.body, titel: 'met andere woorden' } }
    : een;
}

const UITGELEGD = [
  ['gezondheid', null],
  ['gezondheid', 'ggz'],
  ['financien', null],
] as const;

/** The same run without, or with other content for, what the kijker may not see. @returns null when it can't be compared */
export async function voerVariantUit(
  kant: Kant,
  eerste: Eerste,
  kijker: number,
  vervangingen: ReadonlyMap<number, Vervanging>,
): Promise<Spoor | null> {
  await kant.nieuweRun(kijker);
  let vergelijkbaar = true;
  for (const { index, soort, verzoek, over, gelukt } of eerste.verslagen) {
    const anders = vervangingen.get(index);
    if (anders === 'weg') continue;
    const dit = anders ?? verzoek;
    const wie = 'wie' in dit ? dit.wie : null;
    // What is about something that isn't here, was hidden with it.
    if (anders !== undefined && over.kaart !== undefined && kant.id(over.kaart) === null) continue;
    const { status, body } = await kant.doe(index, dit);
    if (status < 400) ken(kant, soort, index, over, body);
    // Somebody else's command that counts for the kijker must have gone the same way, else the two runs differ by more.
    if (wie !== kijker && anders === undefined && status < 400 !== gelukt) vergelijkbaar = false;
  }
  const spoor = await kant.rondAf();
  return vergelijkbaar ? spoor : null;
}

/** Something to carry out from the start: by the regisseur, and in half of the runs by somebody else as well. */
function eersteAfspraak(stand: Stand, run: Run): { verzoek: Verzoek; over: Over } | null {
  const casus = stand.casussen[0];
  const [eerste, ...anderen] = casus?.stoelen.filter(isNoembaar) ?? [];
  if (casus === undefined || eerste === undefined) return null;
  const keus = run.variatie[1] ?? 0;
  const ander = keus % 2 === 0 ? undefined : anderen[keus % Math.max(1, anderen.length)];
  const noemt = [eerste, ...(ander === undefined ? [] : [ander])].map((stoel) => stoel.sym);
  const plek = { categorie: 'plan', lid: null, organisatie: null };
  return {
    verzoek: {
      via: 'http',
      wie: run.inbrenger,
      methode: 'POST',
      pad: `/casussen/§${casus.sym}/kaarten`,
      body: {
        compartimentId: `§${pleksym(casus.sym, plek)}`,
        soort: 'afspraak',
        titel: 'eerste afspraak',
        uitvoerders: noemt.map((sym) => `§${sym}`),
      },
    },
    over: { casus: casus.sym, plek, noemt },
  };
}

/**
 * Who holds the regie offers it to somebody else than the kijker, who refuses; in half of the runs the procesregisseur
 * decides after that, and now and then that it goes over; else they take it over all the same. Before that the same one
 * stands in for a moment.
 */
async function bespreekRegie(
  stand: Stand,
  run: Run,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const houder = casus?.stoelen.find(({ sym }) => sym === casus.houder);
  const naar = casus?.stoelen.find(
    (stoel) => !stoel.weg && stoel !== houder && stoel.wie !== run.kijker && isKernteam(laatste(stoel).zetel),
  );
  if (casus === undefined || houder === undefined || naar === undefined) return;
  const [keus = 0, k = 0] = run.variatie.slice(3);
  for (const { sym, van } of casus.voorstellen.filter(({ open }) => open)) {
    const terug = opVoorstel(casus, van, sym, null, k);
    await doe('regie_trek_in', terug.verzoek, terug.over);
  }
  if (keus % 3 === 0) {
    const pad = `/casussen/§${casus.sym}/regie/waarneming`;
    const [via, wie, over] = ['http' as const, houder.wie, { casus: casus.sym, stoel: naar.sym }];
    const body = { deelnemerId: `§${naar.sym}`, tot: '2026-12-31' };
    await doe('waarneming_geef', { via, wie, methode: 'POST', pad, body }, over);
    await doe('waarneming_einde', { via, wie, methode: 'DELETE', pad }, { casus: casus.sym });
  }
  if (keus % 3 === 1) {
    const body = {
      soort: 'waarneming',
      casusLabel: `§b:${casus.sym.slice(2)}`,
      medewerkerId: `§m:${naar.wie}`,
      tot: '2026-12-31',
      reden: `ziek ${k}`,
    };
    const [via, methode] = ['http' as const, 'POST'];
    const over = { casus: casus.sym, stoel: naar.sym };
    const [wie, pad] = [PROCESREGISSEUR, '/tweede-hand'];
    await doe('tweede_hand_doe', { via, wie, methode, pad, body }, over);
    const einde = stopWaarneming(casus);
    await doe('tweede_hand_doe', { via, wie, methode, pad, body: einde }, { casus: casus.sym });
  }
  if (keus % 5 === 0) {
    const eerst = stelVoor(casus, houder.wie, naar.sym, keus, k + 1);
    await doe('regie_voorstel', eerst.verzoek, eerst.over);
    const terug = opVoorstel(casus, houder.wie, casus.voorstellen.at(-1)?.sym, null, k);
    await doe('regie_trek_in', terug.verzoek, terug.over);
  }
  const nieuw = stelVoor(casus, houder.wie, naar.sym, keus, k);
  await doe('regie_voorstel', nieuw.verzoek, nieuw.over);
  const voorstel = casus.voorstellen.at(-1)?.sym;
  const nee = opVoorstel(casus, naar.wie, voorstel, 'weigering', k);
  await doe('regie_weiger', nee.verzoek, nee.over);
  if (keus % 4 === 0) {
    const ja = opVoorstel(casus, naar.wie, voorstel, 'aanvaarding', k);
    await doe('regie_aanvaard', ja.verzoek, ja.over);
  }
  if (keus % 2 === 0) return;
  const slot = beslisVoorstel(casus, PROCESREGISSEUR, voorstel, keus > 6 ? 'toegestaan' : 'afgewezen', k);
  await doe('tweede_hand_besluit', slot.verzoek, slot.over);
}

/**
 * An overleg of which the kijker is a member: who directs the casus brings it, the chair takes it on, and everyone looks.
 * In half of the runs the chair goes through it step by step; in the others the regisseur plans a gezinsoverleg as well,
 * and takes the casus off again.
 */
async function houdOverleg(
  stand: Stand,
  run: Run,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const houder = casus?.stoelen.find(({ sym }) => sym === casus.houder);
  if (casus === undefined || houder === undefined) return;
  const [keus = 0, k = 0] = run.variatie.slice(7);
  const reeks = maakReeks([run.kijker, (run.kijker + 1) % AANTAL], k, 'overleg');
  await doe('overlegreeks_maak', reeks.verzoek, reeks.over);
  const sym = stand.reeksen.at(-1) ?? 'n:reeks';
  // Who doesn't follow isn't at the table when an item opens.
  const volg: Verzoek = { via: 'volg_overleg', wie: run.kijker, overleg: `y:${sym}.0` };
  if (k % 3 !== 0) await doe('overleg_volg', volg, {});
  /** The kijker waits, with their line there, while others sit at the table: it is opened once. */
  const wacht = k % 3 === 0 && keus % 4 === 2;
  const ingebracht = brengCasusIn(casus, houder.wie, `y:${sym}.0`, [], k);
  await doe('agenda_breng', ingebracht.verzoek, ingebracht.over);
  const punt = stand.punten.at(-1);
  for (const besluit of [{ besluit: 'aanvaard' }, { volgorde: 1, minuten: 25 }]) {
    const daad = opAgendapunt(punt, PROCESREGISSEUR, 'PATCH', besluit);
    await doe('agenda_wijzig', daad.verzoek, daad.over);
  }
  for (const wie of [PROCESREGISSEUR, run.kijker]) {
    const pad = `/overleggen/§y:${sym}.0`;
    await doe('overleg_haal', { via: 'http', wie, methode: 'GET', pad }, {});
  }
  await doe('overleg_lijst', { via: 'http', wie: run.kijker, methode: 'GET', pad: '/overleggen' }, {});
  if (keus % 2 === 0) {
    for (const [n, stap] of (wacht ? EEN_KEER : NOG_EENS).entries()) {
      if (stap === 'tussen') {
        // OV7: no item closes before it is said who tells the household.
        const verteld = aanTafel(punt, PROCESREGISSEUR, 'PUT', '/oogst', vertelling(houder.sym, k));
        await doe('oogst_vertel', verteld.verzoek, verteld.over);
      }
      const gezet = zetStap(`y:${sym}.0`, punt, PROCESREGISSEUR, stap, n);
      await doe('overleg_stap', gezet.verzoek, gezet.over);
      if (n === 1) {
        if (wacht) await doe('overleg_volg', volg, {});
        await schikTafel(stand, casus, punt, run, keus, doe);
        for (const soort of SCHERMGANG) {
          const daad = metScherm(soort, punt, stand.schermen.at(-1) ?? 'n:scherm', PROCESREGISSEUR);
          await doe(soort, daad.verzoek, daad.over);
        }
      }
      const pad = `/overleggen/§y:${sym}.0`;
      await doe('overleg_haal', { via: 'http', wie: run.kijker, methode: 'GET', pad }, {});
    }
    const oogst = aanTafel(punt, run.kijker, 'GET', '/oogst');
    await doe('oogst_haal', oogst.verzoek, oogst.over);
    const alle = `/overleggen/§y:${sym}.0/oogst`;
    await doe('oogst_lijst', { via: 'http', wie: run.kijker, methode: 'GET', pad: alle }, {});
    return;
  }
  const gezin = planGezinsoverleg(casus, houder.wie, k);
  await doe('overleg_plan', gezin.verzoek, gezin.over);
  const weg = opAgendapunt(punt, houder.wie, 'DELETE');
  await doe('agenda_weg', weg.verzoek, weg.over);
  const af = { leden: { af: [`§m:${run.kijker}`] } };
  const pad = `/overlegreeksen/§${sym}`;
  await doe(
    'overlegreeks_wijzig',
    { via: 'http', wie: PROCESREGISSEUR, methode: 'PATCH', pad, body: af },
    {},
  );
  await doe(
    'overlegreeks_lijst',
    { via: 'http', wie: PROCESREGISSEUR, methode: 'GET', pad: '/overlegreeksen' },
    {},
  );
}

/**
 * The kijker comes as a guest for one item, of a casus in which they have no seat: until it closes, and not when it is
 * opened again. Before it on that agenda stands another, of which they learn nothing, not by a time.
 */
async function houdMetGast(
  stand: Stand,
  { kijker, inbrenger, variatie, stoelen }: Run,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  if (inbrenger === kijker) return;
  const [k = 0] = variatie.slice(8);
  const reeks = maakReeks([(kijker + 1) % AANTAL], k, 'met een gast');
  await doe('overlegreeks_maak', reeks.verzoek, reeks.over);
  const overleg = `y:${stand.reeksen.at(-1) ?? 'n:reeks'}.0`;
  for (const wat of ['gast', 'ander'] as const) {
    const nieuw = breng(inbrenger, k + 1, 0);
    await doe('breng', nieuw.verzoek, nieuw.over);
    const casus = stand.casussen.at(-1);
    if (casus === undefined) return;
    // Guests where it is odd.
    const gebracht = brengCasusIn(casus, inbrenger, overleg, wat === 'gast' ? [kijker] : [], 2 * k + 1);
    await doe('agenda_breng', gebracht.verzoek, gebracht.over);
  }
  const [punt, ander] = stand.punten.slice(-2);
  const casus = stand.casussen.find(({ sym }) => sym === punt?.casus);
  if (punt === undefined || casus === undefined) return;
  const collega = (inbrenger + 1) % 4 === kijker ? (inbrenger + 2) % 4 : (inbrenger + 1) % 4;
  const zetel = geefZetel(casus, inbrenger, collega, stoelen[0]?.kies ?? []);
  await doe('zetel_geef', zetel.verzoek, zetel.over);
  const kijk = async (): Promise<void> => {
    const pad = `/overleggen/§${overleg}`;
    await doe('overleg_haal', { via: 'http', wie: kijker, methode: 'GET', pad }, {});
    const blik = aanTafel(punt, kijker, 'GET', '/tafelblad');
    await doe('tafelblad_haal', blik.verzoek, blik.over);
  };
  for (const [waarvan, body] of [
    [punt, { besluit: 'aanvaard' }],
    [punt, { venster: { van: '09:10', tot: '09:40' } }],
    [ander, { besluit: 'aanvaard' }],
    [ander, { volgorde: 1, minuten: 20 + k }],
  ] as const) {
    const daad = opAgendapunt(waarvan, PROCESREGISSEUR, 'PATCH', body);
    await doe('agenda_wijzig', daad.verzoek, daad.over);
    if (waarvan === punt && 'besluit' in body)
      await doe('overleg_volg', { via: 'volg_overleg', wie: kijker, overleg }, {});
  }
  await kijk();
  for (const [n, stap] of (['open', 'item', 'tussen', 'heropen', 'tussen', 'sluit'] as const).entries()) {
    if (stap === 'tussen') {
      const verteld = aanTafel(punt, PROCESREGISSEUR, 'PUT', '/oogst', vertelling(undefined, k));
      await doe('oogst_vertel', verteld.verzoek, verteld.over);
    }
    const gezet = zetStap(overleg, punt, PROCESREGISSEUR, stap, n);
    await doe('overleg_stap', gezet.verzoek, gezet.over);
    if (stap === 'item' || stap === 'heropen') {
      const { verzoek, over } = aanTafel(punt, PROCESREGISSEUR, 'POST', '/tafelblad', { tekst: `nu ${n}` });
      await doe('tafel_leg', verzoek, over);
      const hand = steekHandOp(punt, PROCESREGISSEUR, true);
      await doe('tafel_hand', hand.verzoek, hand.over);
      const wijst = wijsAan(punt, PROCESREGISSEUR, `§${stand.stukken.at(-1)?.sym}`);
      await doe('tafel_wijs', wijst.verzoek, wijst.over);
    }
    await kijk();
  }
}

const EEN_KEER = ['open', 'item', 'tussen', 'sluit'] as const;
const NOG_EENS = ['open', 'item', 'item', 'tussen', 'heropen', 'tussen', 'sluit'] as const;

/** A big screen comes, shows what lies on the table, and goes. */
const SCHERMGANG: readonly Schermsoort[] = [
  'scherm_koppel',
  'scherm_begin',
  'scherm_toon',
  'scherm_beeld',
  'scherm_haal',
  'scherm_los',
];

/** Somebody sits down at the table of an item and gets up again; in half of the runs the kijker sits there too. */
async function schikTafel(
  stand: Stand,
  casus: Casus,
  punt: Punt | undefined,
  { kijker }: Run,
  keus: number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const eigen = casus.stoelen.filter(({ wie }) => wie === kijker);
  const anderen = casus.stoelen.filter(({ wie }) => wie !== kijker);
  const [mijn] = eigen;
  // NK8: kept out of where it stands, the kijker reads no copy of it either.
  if (keus % 8 === 0 && mijn !== undefined) {
    const buiten = sluitUit(casus, mijn.sym, HULP);
    await doe('sluit_uit', buiten.verzoek, buiten.over);
  }
  for (const [stoelen, hoe] of [
    [keus % 4 === 0 ? eigen : [], 'bij'],
    [anderen, 'bij'],
    [anderen, 'af'],
  ] as const) {
    for (const [n, { sym, wie }] of stoelen.slice(0, 3).entries()) {
      const daad = aanTafel(punt, PROCESREGISSEUR, 'POST', '/tafel', { [hoe]: [`§${sym}`] });
      await doe('tafel_schik', daad.verzoek, daad.over);
      if (hoe === 'bij') {
        if (wie !== kijker) await legTekstVanBord(casus, punt, wie, doe);
        const gelegd = aanTafel(
          punt,
          PROCESREGISSEUR,
          'POST',
          '/tafelblad',
          legOpTafel(undefined, sym, n + 1),
        );
        await doe('tafel_leg', gelegd.verzoek, gelegd.over);
        const hand = steekHandOp(punt, PROCESREGISSEUR, n % 2 === 0);
        await doe('tafel_hand', hand.verzoek, hand.over);
        const beurt = geefBeurt(punt, PROCESREGISSEUR, sym);
        await doe('tafel_beurt', beurt.verzoek, beurt.over);
        for (const plaats of [`§${stand.stukken.at(-1)?.sym}`, `§${casus.kaarten.at(-1)?.sym}`]) {
          const wijst = wijsAan(punt, PROCESREGISSEUR, plaats);
          await doe('tafel_wijs', wijst.verzoek, wijst.over);
        }
      }
      const blik = aanTafel(punt, kijker, 'GET', '/tafelblad');
      await doe('tafelblad_haal', blik.verzoek, blik.over);
      if (stoelen === eigen) await werkAanTafel(stand, casus, punt, kijker, doe);
    }
  }
}

/** Of the household, what most at a table read and write. */
const HULP: Plek = { categorie: 'hulp', lid: null, organisatie: null };

/** Somebody looks at their board, writes in a text of it, and lays that on the table; and writes on in it. */
async function legTekstVanBord(
  { sym: casus }: Casus,
  punt: Punt | undefined,
  wie: number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const typt = (tekst: string): Promise<void> => {
    const waar = { wie, casus, plek: pleksym(casus, HULP), n: [0, 0, 1, 0] };
    return doe('tekst_typ', { via: 'tekst', daad: 'typ', tekst, ...waar }, { casus, plek: HULP });
  };
  await doe('bord', { via: 'http', wie, methode: 'GET', pad: `/casussen/§${casus}` }, { casus });
  await typt('voor de tafel');
  const gelegd = legTekst(punt, casus, wie, HULP);
  await doe('tafel_leg', gelegd.verzoek, gelegd.over);
  await typt('en niet meer');
}

/** The kijker, who sits there: asks who would read a kaart of theirs, changes what is agreed, and takes it off. */
async function werkAanTafel(
  stand: Stand,
  casus: Casus,
  punt: Punt | undefined,
  kijker: number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const kaart = casus.kaarten.find(({ door, weg }) => door === kijker && !weg)?.sym ?? 'n:kaart';
  for (const wat of [`kaartId=§${kaart}`, `veldId=§${veldsym(casus.sym, HULP)}`]) {
    const lezers = aanTafel(punt, kijker, 'GET', `/tafelblad/lezers?${wat}`);
    await doe('tafel_lezers', lezers.verzoek, lezers.over);
  }
  const stuk = stand.stukken.at(-1)?.sym ?? 'n:stuk';
  const body = { titel: 'wij doen iets anders', versie: `§w:${stuk}` };
  const anders = aanTafel(punt, kijker, 'PATCH', `/tafelblad/§${stuk}`, body);
  await doe('tafel_wijzig', anders.verzoek, anders.over);
  const weg = aanTafel(punt, kijker, 'DELETE', `/tafelblad/§${stuk}`);
  await doe('tafel_weg', weg.verzoek, weg.over);
}

/** A concept that comes to stand where the kijker reads along, and one of the kijker's own that goes. */
async function deelSamen(
  stand: Stand,
  run: Run,
  index: () => number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const samen = samenPlek(stand, run);
  if (samen === null) return;
  const { casus, plek } = samen;
  for (const [wie, einde, hoe] of [
    [run.inbrenger, 'deling', 'concept'],
    // Of what was tried in it and taken back, nobody hears.
    [run.inbrenger, 'deling', 'verbetering'],
    [run.kijker, 'weg', 'verbetering'],
    // One that stays theirs.
    [run.inbrenger, 'blijft', 'verbetering'],
  ] as const) {
    const concept = { sym: `q:${index()}`, plek };
    const begin = beginConcept(casus, wie, plek, hoe);
    await doe(hoe === 'concept' ? 'concept_begin' : 'concept_verbeter', begin.verzoek, begin.over);
    // The one that they had there already, if they had.
    const eigen = stand.casussen[0]?.concepten.findLast(
      (een) => een.wie === wie && !een.weg && pleksym(casus, een.plek) === pleksym(casus, plek),
    );
    const bedoeld = eigen ?? concept;
    const probeer = typInConcept(casus, wie, bedoeld, 'toch maar niet', 'probeer');
    await doe('concept_probeer', probeer.verzoek, probeer.over);
    const typ = typInConcept(casus, wie, bedoeld, 'een halve zin');
    await doe('concept_typ', typ.verzoek, typ.over);
    if (einde === 'blijft') continue;
    const slot = opConcept(casus, wie, bedoeld, einde);
    await doe(einde === 'deling' ? 'concept_deel' : 'concept_weg', slot.verzoek, slot.over);
  }
}

/** Where the kijker reads along and who brought the casus may write as well. */
function samenPlek(stand: Stand, run: Run): { casus: string; plek: Plek } | null {
  const casus = stand.casussen[0];
  const plek = [null, ...(casus?.leden ?? []).map(({ sym }) => sym)]
    .flatMap((lid) => ['plan', 'hulp', 'inwoner'].map((categorie) => ({ categorie, lid, organisatie: null })))
    .find(
      (een) => casus !== undefined && magLezen(casus, run.kijker, een) && magLezen(casus, run.inbrenger, een),
    );
  return casus === undefined || plek === undefined ? null : { casus: casus.sym, plek };
}

function magLezen(casus: Casus, wie: number, plek: Plek): boolean {
  return casus.stoelen.some((stoel) => stoel.wie === wie && !stoel.weg && niveau(laatste(stoel), plek) >= 2);
}

/**
 * A doel of the household comes to name somebody whom the kijker doesn't take part for, if there is anybody, then another
 * or the same no longer, while the kijker changes it with what they saw before.
 */
async function noemSamen(
  stand: Stand,
  run: Run,
  verslagen: readonly Verslag[],
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  if (casus === undefined) return;
  const plek = { categorie: 'plan', lid: null, organisatie: null };
  const gemaakt = verslagen.length;
  const maak = `k:${gemaakt}`;
  const mijn = casus.stoelen.find((stoel) => stoel.wie === run.kijker && !stoel.weg);
  const schrijft = mijn !== undefined && isKernteam(laatste(mijn).zetel);
  await doe(
    'kaart_maak',
    {
      via: 'http',
      wie: schrijft && (run.variatie[4] ?? 0) % 2 === 0 ? run.kijker : run.inbrenger,
      methode: 'POST',
      pad: `/casussen/§${casus.sym}/kaarten`,
      body: { compartimentId: `§${pleksym(casus.sym, plek)}`, soort: 'doel', titel: 'samen', lidIds: [] },
    },
    { casus: casus.sym, plek, noemt: [] },
  );
  const doel = casus.kaarten.find(({ sym }) => sym === maak);
  if (doel === undefined) return;
  const voor = mijn === undefined ? null : laatste(mijn).lidIds;
  const leden = casus.leden.filter(({ weg }) => !weg).map(({ sym }) => sym);
  const anderen = leden.filter((sym) => voor?.includes(sym) === false);
  const bezoekt = async (ik: 'las' | 'kom'): Promise<void> => {
    const { verzoek, over } = bezoek(casus.sym, run.kijker, ik);
    await doe('bezoek', verzoek, over);
  };
  if (voor !== null) await noemInTitel(casus, run, verslagen, voor, doe);
  for (const k of run.variatie.slice(0, 2)) {
    await bezoekt('las');
    const { verzoek, over } = noemErbij(casus, doel, 'lidIds', anderen.length > 0 ? anderen : leden, k);
    await doe('kaart_noem', verzoek, over);
    await bezoekt('kom');
    const body = { versie: `§w:${doel.sym}`, titel: `van de kijker ${k}` };
    const pad = `/casussen/§${casus.sym}/kaarten/§${doel.sym}`;
    await doe(
      'kaart_wijzig',
      { via: 'http', wie: run.kijker, methode: 'PATCH', pad, body },
      { casus: casus.sym, kaart: doel.sym, plek, noemt: [] },
    );
  }
  // ST13: asked again, it is answered as they may read it now, whoever was named in it meanwhile.
  const eerst = verslagen[gemaakt]?.verzoek;
  if (eerst?.via === 'http' && eerst.wie === run.kijker) await doe('opnieuw', eerst, { casus: casus.sym });
  // One more child: who sits for another one must not see that by the number of theirs.
  const pad = `/casussen/§${casus.sym}/leden`;
  await doe(
    'lid_nieuw',
    { via: 'http', wie: run.inbrenger, methode: 'POST', pad, body: { rol: 'kind' } },
    { casus: casus.sym },
  );
}

/**
 * Who keeps what a new colleague waits for writes there, and in some runs confirms them: at the start, or at the end, when
 * what was written before that opens (NK12).
 */
async function bevestigCollega(
  stand: Stand,
  run: Run,
  wanneer: 0 | 1,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const nieuw = casus?.stoelen.filter(({ weg, wacht }) => !weg && wacht.size > 0) ?? [];
  for (const stoel of casus === undefined ? [] : nieuw) {
    const collega = casus?.stoelen.find(
      (een) => !een.weg && een !== stoel && organisatieVan(een.wie) === organisatieVan(stoel.wie),
    );
    if (casus === undefined || collega === undefined) continue;
    const plek = eigenPlekken(casus, stoel).find((een) => stoel.wacht.has(pleksym(casus.sym, een)));
    if (plek === undefined) continue;
    const inhoud = { soort: 'zorgpunt', titel: `voor ${wanneer} van ons`, leefgebied: 'gezondheid' };
    const body = { compartimentId: `§${pleksym(casus.sym, plek)}`, ...inhoud };
    const pad = `/casussen/§${casus.sym}/kaarten`;
    const schrijf = { via: 'http', wie: collega.wie, methode: 'POST', pad, body } as const;
    await doe('kaart_maak', schrijf, { casus: casus.sym, plek, noemt: [] });
    if ((run.variatie[9] ?? 0) % 4 !== wanneer) continue;
    const { verzoek, over } = bevestig(casus, collega.wie, stoel);
    await doe('bevestig', verzoek, over);
  }
}

/**
 * Before the kijker looks, somebody who keeps what they would read of others keeps them out of all of it: to them there
 * is no such part, and no such organisation (NK8).
 */
function* vanBeginAfBuiten(stand: Stand, run: Run): Generator<Bedacht> {
  const [casus] = stand.casussen;
  const mijn = casus?.stoelen.find(({ wie }) => wie === run.kijker);
  if (casus === undefined || mijn === undefined || (run.variatie[5] ?? 0) % 3 === 0) return;
  for (const plek of echtePlekken(casus)) {
    const isVanAnder = plek.organisatie !== null && plek.organisatie !== organisatieVan(run.kijker);
    if (isVanAnder && niveau(laatste(mijn), plek) === 2) yield sluitUit(casus, mijn.sym, plek);
  }
}

/**
 * Where the kijker only knows that something is, who keeps it writes, and a noodkaart; in half of the runs it keeps the
 * kijker out. Then the kijker says that there is acute danger, and looks.
 */
async function gevaar(
  stand: Stand,
  run: Run,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const mijn = casus?.stoelen.find(({ wie, weg }) => wie === run.kijker && !weg);
  if (casus === undefined || mijn === undefined) return;
  const nu = laatste(mijn);
  const dicht = echtePlekken(casus).filter(
    (plek) =>
      plek.organisatie !== null &&
      niveau(nu, plek) === 1 &&
      opentInNood(plek.categorie, nu.zetel) !== 'niets' &&
      casus.stoelen.some((stoel) => !stoel.weg && niveau(laatste(stoel), plek) === 3),
  );
  const plek = dicht[(run.variatie[6] ?? 0) % Math.max(1, dicht.length)];
  const houder = casus.stoelen.find(
    (stoel) => !stoel.weg && plek !== undefined && niveau(laatste(stoel), plek) === 3,
  );
  if (plek === undefined || houder === undefined) return;
  const basis = `/casussen/§${casus.sym}`;
  if ((run.variatie[7] ?? 0) % 2 === 0) {
    const { verzoek, over } = sluitUit(casus, mijn.sym, plek);
    await doe('sluit_uit', verzoek, over);
  }
  const nood = verklaarGevaar(casus, mijn, plek);
  await doe('acuut_gevaar', nood.verzoek, nood.over);
  const compartiment = `§${pleksym(casus.sym, plek)}`;
  for (const inhoud of [
    { soort: 'zorgpunt', titel: 'in nood', leefgebied: 'gezondheid' },
    { soort: 'noodkaart', weten: 'dit in nood', bellen: 'bel dan' },
  ]) {
    const body = { compartimentId: compartiment, ...inhoud };
    const verzoek = { via: 'http', wie: houder.wie, methode: 'POST', pad: `${basis}/kaarten`, body } as const;
    await doe('kaart_maak', verzoek, { casus: casus.sym, plek, noemt: [] });
  }
  const opening = `${basis}/compartimenten/${compartiment}/openingen`;
  const over = { casus: casus.sym, plek };
  await doe('opening', { via: 'http', wie: run.kijker, methode: 'POST', pad: opening }, over);
}

/**
 * Who brought the casus lets somebody read along who doesn't read it by themselves, looks who does, and ends it: the
 * kijker, in a quarter of the runs, or another. Not always the kijker, to whom nothing of that part is hidden then.
 */
async function leesSamen(
  stand: Stand,
  run: Run,
  index: () => number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const door = casus?.stoelen[0];
  if (casus === undefined || door === undefined) return;
  const isKijker = (run.variatie[3] ?? 0) % 4 === 0;
  const plekken = eigenCategorieen(laatste(door).zetel)
    .map((categorie): Plek => ({ categorie, lid: null, organisatie: organisatieVan(door.wie) }))
    .concat({ categorie: 'plan', lid: null, organisatie: null });
  const paren = plekken.flatMap((plek) =>
    casus.stoelen
      .filter((stoel) => !stoel.weg && stoel !== door && (stoel.wie === run.kijker) === isKijker)
      .filter((stoel) => niveau(laatste(stoel), plek) < 2)
      .map((stoel) => ({ plek, stoel })),
  );
  const paar = paren[(run.variatie[4] ?? 0) % Math.max(1, paren.length)];
  if (paar === undefined) return;
  const { plek, stoel } = paar;
  const sym = `t:${index()}`;
  const kies = [0, (run.variatie[5] ?? 0) + 6, 0, run.variatie[6] ?? 0, 0];
  const { verzoek, over } = geefRecht(casus, door.wie, plek, stoel.sym, kies);
  await doe('recht_geef', verzoek, over);
  const pad = `/casussen/§${casus.sym}`;
  const vraag = (methode: string, onder: string, wie = door.wie): Verzoek => ({
    via: 'http',
    wie,
    methode,
    pad: `${pad}${onder}`,
  });
  await doe('recht_lijst', vraag('GET', `/compartimenten/§${pleksym(casus.sym, plek)}/toegangsrechten`), {
    casus: casus.sym,
    plek,
  });
  const wie = (run.variatie[7] ?? 0) % 2 === 0 ? door.wie : stoel.wie;
  await doe('recht_einde', vraag('DELETE', `/toegangsrechten/§${sym}`, wie), {
    casus: casus.sym,
    recht: sym,
    plek,
    stoel: stoel.sym,
  });
}

/**
 * In some runs the kijker reads along until the end of the day, in what they don't read by themselves, or until its keeper
 * ends that; what is written there after it doesn't reach them any more, on the lines that they have open (NK7, NK28).
 */
async function laatVerlopen(
  stand: Stand,
  run: Run,
  verslagen: readonly Verslag[],
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const [door] = casus?.stoelen ?? [];
  const ik = casus?.stoelen.find(({ wie, weg }) => wie === run.kijker && !weg);
  if (casus === undefined || door === undefined || ik === undefined || door === ik) return;
  const plekken = eigenCategorieen(laatste(door).zetel)
    .map((categorie): Plek => ({ categorie, lid: null, organisatie: organisatieVan(door.wie) }))
    .concat({ categorie: 'plan', lid: null, organisatie: null })
    .filter((plek) => niveau(laatste(ik), plek) < 2);
  const [k0 = 0, k1 = 0] = run.variatie.slice(10);
  const plek = plekken[k1 % Math.max(1, plekken.length)];
  if (plek === undefined || k0 % 3 !== 0) return;
  const nu = momentVan(verslagen, verslagen.length - 1) + STAP_MS;
  // From here the night is less than three hours away, and nobody's session ends in it.
  const avond = new Date(nu).setUTCHours(21, 30, 0, 0);
  const vooruit = avond - nu + (avond < nu ? DAG_MS : 0);
  await doe('klok', { via: 'klok', vooruit }, {});
  const recht = `t:${verslagen.length}`;
  const waar = { casus: casus.sym, plek };
  const http = (methode: string, pad: string, body?: object): Verzoek => ({
    via: 'http',
    wie: door.wie,
    methode,
    pad: `/casussen/§${casus.sym}${pad}`,
    body,
  });
  const compartiment = `§${pleksym(casus.sym, plek)}`;
  await doe(
    'recht_geef',
    http('POST', `/compartimenten/${compartiment}/toegangsrechten`, {
      deelnemerId: `§${ik.sym}`,
      niveau: 'lezen',
      waarvoor: 'samenhang',
      grondslag: 'jeugdwet',
      reden: 'vanavond',
      tot: new Date(nu + vooruit).toISOString().slice(0, 10),
    }),
    { ...waar, stoel: ik.sym },
  );
  const schrijf = async (wanneer: string): Promise<void> => {
    const soort =
      plek.categorie === 'plan'
        ? { soort: 'doel', lidIds: [] }
        : { soort: 'zorgpunt', leefgebied: 'financien' };
    const kaart = { compartimentId: compartiment, titel: `${wanneer} geschreven`, ...soort };
    await doe('kaart_maak', http('POST', '/kaarten', kaart), { ...waar, noemt: [] });
    const typ = {
      via: 'tekst',
      wie: door.wie,
      casus: casus.sym,
      plek: pleksym(casus.sym, plek),
      daad: 'typ',
      n: [0, 0, 1, 0],
      tekst: `${wanneer} getypt`,
    } as const;
    await doe('tekst_typ', typ, waar);
  };
  const mijn = { wie: run.kijker, casus: casus.sym };
  await doe('volg', { via: 'volg', ...mijn }, { casus: casus.sym });
  await doe('lijn', { via: 'lijn', ...mijn, alles: true }, { casus: casus.sym });
  await schrijf('ervoor');
  if (k0 % 2 === 0) await doe('klok', { via: 'klok', vooruit: 3 * 60 * 60 * 1000 }, {});
  else
    await doe('recht_einde', http('DELETE', `/toegangsrechten/§${recht}`), { ...waar, recht, stoel: ik.sym });
  await schrijf('erna');
}

/**
 * Who brought the casus, or the kijker, asks for advice, opens the plan, and asks who keeps something else to open that; who
 * advises takes it on, reads, writes and signs, and hears what became of it. Meanwhile something is written in what is open, and in what isn't.
 */
async function adviseer(
  stand: Stand,
  run: Run,
  index: () => number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const inbrenger = casus?.stoelen[0];
  const [, , k2 = 0, k3 = 0, , k5 = 0] = run.variatie;
  // In half of the runs in which they can, the kijker asks.
  const ik = casus?.stoelen.find(({ wie, weg }) => wie === run.kijker && !weg);
  const door = k3 % 2 === 0 && ik !== undefined && !isDiscreet(laatste(ik).zetel) ? ik : inbrenger;
  const over = door === undefined ? null : laatste(door).lidIds;
  const lid = casus?.leden.find(({ weg, sym }) => !weg && (over === null || over.includes(sym)))?.sym;
  if (casus === undefined || inbrenger === undefined || door === undefined || lid === undefined) return;
  const plan: Plek = { categorie: 'plan', lid: null, organisatie: null };
  const eigen: Plek = { categorie: 'werk', lid: null, organisatie: organisatieVan(inbrenger.wie) };
  const sym = `j:${index()}`;
  const opent = niveau(laatste(door), plan) === 3 ? [plan] : [];
  // A closed line behind which somebody keeps something, or nobody.
  const dicht = [null, lid]
    .flatMap((wie) => GEVRAAGD.map((categorie): Plek => ({ categorie, lid: wie, organisatie: null })))
    .filter((plek) => niveau(laatste(door), plek) === 1);
  const metHouder = dicht.filter((plek) => houdersAchter(casus, plek).length > 0);
  const keus = k2 % 4 === 3 || metHouder.length === 0 ? dicht : metHouder;
  const vraagt = keus.slice(k5 % Math.max(1, keus.length)).slice(0, 1);
  const gesteld = vraagAdvies(casus, door.wie, lid, { opent, vraagt }, k5);
  await doe('advies_stel', gesteld.verzoek, gesteld.over);
  const bij = async (soort: Extract<Soort, `advies_${string}`>, wie: number): Promise<void> => {
    const { verzoek, over } = bijAdvies(casus, wie, sym, soort, k5);
    await doe(soort, verzoek, over);
  };
  const schrijf = async (plek: Plek, titel: string): Promise<void> => {
    const inhoud = { soort: 'kracht', titel, leefgebied: 'wonen' };
    const doel = { soort: 'doel', titel };
    const body = { compartimentId: `§${pleksym(casus.sym, plek)}`, ...(plek === plan ? doel : inhoud) };
    const pad = `/casussen/§${casus.sym}/kaarten`;
    await doe(
      'kaart_maak',
      { via: 'http', wie: inbrenger.wie, methode: 'POST', pad, body },
      {
        casus: casus.sym,
        plek,
        noemt: [],
      },
    );
  };
  await bij('advies_neem', DESKUNDIGE);
  await bij('advies_volg', run.kijker);
  await bij('advies_haal', DESKUNDIGE);
  await schrijf(eigen, `dicht ${k5}`);
  // A name of somebody at the table: who advises reads that one stands there.
  const naam = run.kijker === DESKUNDIGE ? ` naam-${lidVanGezelschap(inbrenger.wie).naam}` : '';
  await schrijf(plan, `open ${k5}${naam}`);
  for (const plek of vraagt)
    for (const { wie, plek: deel } of houdersAchter(casus, plek)) {
      const vraag = { sym: gevraagdsym(sym, pleksym(casus.sym, plek)), stoel: door.sym, plek, advies: sym };
      const antwoord = besluitOp(casus, wie, vraag, k2 % 3 > 0, [0, 0, 0, 0, k5]);
      await doe('verzoek_besluit', antwoord.verzoek, antwoord.over);
      if (k2 % 3 === 2) {
        const dichtgezet = sluitVoorAdvies(casus, wie, sym, deel);
        await doe('opening_dicht', dichtgezet.verzoek, dichtgezet.over);
      }
    }
  await bij('advies_haal', run.kijker);
  await bij('advies_bewaar', DESKUNDIGE);
  await bij('advies_zeg', k2 % 2 === 0 ? DESKUNDIGE : door.wie);
  if (k2 === 3) return await bij('advies_door', DESKUNDIGE);
  if (k2 === 7) {
    await bij('advies_terug', DESKUNDIGE);
    return await bij('advies_weg', door.wie);
  }
  await bij('advies_teken', DESKUNDIGE);
  await schrijf(plan, `na tekenen ${k5}`);
  await bij('advies_aanvulling', DESKUNDIGE);
  const afspraak = casus.kaarten.find(
    ({ soort, plek, weg }) => soort === 'afspraak' && !weg && plek.categorie === 'plan',
  );
  await bij('advies_reactie', door.wie);
  if (afspraak !== undefined) {
    if (k3 < 5) {
      const gemaakt = bijAdvies(casus, door.wie, sym, 'advies_afspraak', k5, afspraak.sym);
      await doe('advies_afspraak', gemaakt.verzoek, gemaakt.over);
    }
    const pad = `/casussen/§${casus.sym}/kaarten/§${afspraak.sym}`;
    const van = { via: 'http', wie: afspraak.door } as const;
    const over = { casus: casus.sym, kaart: afspraak.sym, plek: afspraak.plek, noemt: [] };
    const anders = { versie: `§w:${afspraak.sym}`, titel: `anders gezegd ${k5}` };
    await doe('kaart_wijzig', { ...van, methode: 'PATCH', pad, body: anders }, over);
    await bij('advies_haal', run.kijker);
    const stap = { stand: 'wacht' };
    await doe('stap', { ...van, methode: 'POST', pad: `${pad}/stappen`, body: stap }, over);
  }
  await bij('advies_haal', run.kijker);
  await doe(
    'advies_lijst',
    { via: 'http', wie: run.kijker, methode: 'GET', pad: '/adviesvragen' },
    {
      casus: casus.sym,
    },
  );
}

/** What others are asked to open for advice. */
const GEVRAAGD = ['gezondheid', 'jeugd', 'wmo', 'wonen', 'financien', 'onderwijs'] as const;

/**
 * The kijker asks about a closed line, and whoever keeps something behind it says no, or not a word; then the kijker
 * looks how far it is. Where they keep something themselves, another asks them.
 */
async function vraagSamen(
  stand: Stand,
  run: Run,
  index: () => number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const mijn = casus?.stoelen.find((stoel) => stoel.wie === run.kijker && !stoel.weg);
  if (casus === undefined || mijn === undefined) return;
  const [, , , , k4 = 0, k5 = 0, k6 = 0] = run.variatie;
  const tegels = [null, ...casus.leden.filter(({ weg }) => !weg).map(({ sym }) => sym)].flatMap((lid) =>
    ['gezondheid', 'jeugd', 'wmo', 'werk', 'wonen', 'financien', 'onderwijs']
      .map((categorie): Plek => ({ categorie, lid, organisatie: null }))
      .filter((plek) => niveau(laatste(mijn), plek) === 1),
  );
  const metHouder = tegels.filter((plek) => houdersAchter(casus, plek).length > 0);
  const keus = k4 % 3 === 0 || metHouder.length === 0 ? tegels : metHouder;
  const plek = keus[(k5 * 7 + k6) % Math.max(1, keus.length)];
  const kies = [0, k5 + 6, 0, 0, k6];
  if (plek !== undefined) {
    const vraag = { sym: `z:${index()}`, stoel: mijn.sym, plek };
    const gevraagd = vraagMeelezen(casus, run.kijker, mijn.sym, plek, kies);
    await doe('verzoek_doe', gevraagd.verzoek, gevraagd.over);
    for (const { wie } of houdersAchter(casus, plek)) {
      const nee = besluitOp(casus, wie, vraag, k4 % 5 === 0, kies);
      if (wie !== run.kijker) await doe('verzoek_besluit', nee.verzoek, nee.over);
    }
  }
  const ander = casus.stoelen.find(
    (stoel) =>
      stoel !== mijn &&
      !stoel.weg &&
      niveau(laatste(stoel), { categorie: 'werk', lid: null, organisatie: null }) === 1,
  );
  if (ander !== undefined) {
    const plan: Plek = { categorie: 'werk', lid: null, organisatie: null };
    const aanMij = vraagMeelezen(casus, ander.wie, ander.sym, plan, kies);
    const sym = `z:${index()}`;
    await doe('verzoek_doe', aanMij.verzoek, aanMij.over);
    const terug = `/casussen/§${casus.sym}/toegangsverzoeken/§${sym}`;
    if (k6 % 2 === 0)
      await doe(
        'verzoek_weg',
        { via: 'http', wie: ander.wie, methode: 'DELETE', pad: terug },
        { casus: casus.sym, vraag: sym, plek: plan, stoel: ander.sym },
      );
  }
  const pad = `/casussen/§${casus.sym}/toegangsverzoeken`;
  await doe('verzoek_lijst', { via: 'http', wie: run.kijker, methode: 'GET', pad }, { casus: casus.sym });
}

/** A text in which the kijker reads along: somebody else opens it, who brought the casus writes and points, the kijker too. */
function schrijfSamen(stand: Stand, run: Run): { soort: Soort; verzoek: Verzoek; over: Over }[] {
  const casus = stand.casussen[0];
  const plek = samenPlek(stand, run)?.plek;
  if (casus === undefined || plek === undefined) return [];
  const ander = casus.stoelen.find(
    ({ wie }) => wie !== run.kijker && wie !== run.inbrenger && magLezen(casus, wie, plek),
  );
  const daad = (wie: number, wat: Exclude<Tekstdaad, 'probeer'>, waar = 0) => ({
    soort: `tekst_${wat}` as const,
    verzoek: {
      via: 'tekst' as const,
      wie,
      casus: casus.sym,
      plek: pleksym(casus.sym, plek),
      daad: wat,
      n: [waar, 0, 1, 0],
      tekst: 'samen geschreven',
    },
    over: { casus: casus.sym, plek },
  });
  return [
    daad(run.inbrenger, 'typ'),
    daad(run.inbrenger, 'vergeefs'),
    ...(ander === undefined ? [] : [daad(ander.wie, 'open')]),
    daad(run.inbrenger, 'wijs'),
    daad(run.kijker, 'typ'),
    daad(run.kijker, 'stand'),
    ...(ander === undefined ? [] : [daad(ander.wie, 'wijs')]),
    // With another hash than the text has.
    daad(run.kijker, 'stand', 1),
  ];
}

function metKijker(run: Run): { wie: number; kies: readonly number[] }[] {
  const erbij = run.stoelen.some(({ wie }) => wie === run.kijker);
  // One run in eight the kijker doesn't sit at the table at the start.
  const buiten = run.variatie[0] === 0 || erbij;
  const kies = run.stoelen[0]?.kies ?? [];
  // Half of them sit for one member, so that there is somebody whom they don't know of.
  const voorEen = (run.variatie[2] ?? 0) % 2 === 0 ? kies.with(2, 3) : kies;
  const ik = { wie: run.kijker, kies: voorEen };
  const zonder = (wies: readonly number[]) => run.stoelen.filter(({ wie }) => !wies.includes(wie));
  const [een, ander] = COLLEGAS;
  const stoelen = buiten
    ? [...run.stoelen]
    : (run.variatie[8] ?? 0) % 3 > 0
      ? [ik, ...run.stoelen]
      : // Two who keep the same; who comes last waits to be confirmed, and is the kijker if they are one of them (NK12).
        COLLEGAS.some((wie) => wie === run.kijker)
        ? [
            { wie: run.kijker === een ? ander : een, kies: kies.with(1, 0) },
            { ...ik, kies: voorEen.with(1, 0) },
            ...zonder(COLLEGAS),
          ]
        : [ik, ...COLLEGAS.map((wie) => ({ wie, kies: kies.with(1, 0) })), ...zonder(COLLEGAS)];
  // Who reads by the matrix what others keep, finds those at the table more often than by chance.
  const houder = GEZELSCHAP.findIndex(({ naam }) => naam === BEWAART_VOOR.get(organisatieVan(run.kijker)));
  if (buiten || houder < 0 || stoelen.some(({ wie }) => wie === houder)) return stoelen;
  return [...stoelen, { wie: houder, kies }];
}

/** Who work at the same organisation, on the same zetel. */
const COLLEGAS = [4, 5] as const;

/** Whose files the people of an organisation read (L in the matrix). */
const BEWAART_VOOR: ReadonlyMap<string, string> = new Map([
  ['bewind', 'schuld'],
  ['gemeente', 'inkomen'],
]);

interface MetId {
  readonly id?: string;
  readonly compartimentId?: string;
  readonly label?: string;
  readonly code?: string;
  readonly leden?: readonly { readonly id: string }[];
  readonly doorzetting?: { readonly bezwaren: readonly { readonly id: string }[] };
}

function ken(kant: Kant, soort: Soort, index: number, _over: Over, body: unknown): void {
  const antwoord = (body ?? {}) as MetId; // only its ids are looked at
  if (antwoord.id === undefined) return;
  if (soort === 'breng') {
    kant.ken(`c:${index}`, antwoord.id);
    kant.ken(`d:${index}`, kant.eersteStoel(antwoord.id));
    kant.ken(`b:${index}`, antwoord.label ?? '');
    for (const [i, { id }] of (antwoord.leden ?? []).entries()) kant.ken(`l:${index}.${i}`, id);
  }
  if (soort === 'zetel_geef') kant.ken(`d:${index}`, antwoord.id);
  if (soort === 'verzoek_doe') kant.ken(`z:${index}`, antwoord.id);
  if (soort === 'recht_geef') kant.ken(`t:${index}`, antwoord.id);
  if (soort === 'advies_stel') kant.ken(`j:${index}`, antwoord.id);
  if (soort === 'regie_voorstel') kant.ken(`o:${index}`, antwoord.id);
  if (soort === 'overlegreeks_maak') kant.ken(`g:${index}`, antwoord.id);
  if (soort === 'overleg_plan') kant.ken(`h:${index}`, antwoord.id);
  if (soort === 'agenda_breng') kant.ken(`a:${index}`, antwoord.id);
  if (soort === 'tafel_leg') kant.ken(`b:${index}`, antwoord.id);
  if (soort === 'scherm_koppel') {
    kant.ken(`s:${index}`, antwoord.id);
    kant.ken(`code s:${index}`, antwoord.code ?? '');
  }
  if (soort === 'lid_nieuw') kant.ken(`l:${index}`, antwoord.id);
  if (soort === 'kaart_maak') kant.ken(`k:${index}`, antwoord.id);
  if (soort === 'kaart_bezwaar') kant.ken(`x:${index}`, antwoord.doorzetting?.bezwaren.at(-1)?.id ?? '');
  if (soort === 'concept_begin' || soort === 'concept_verbeter') {
    kant.ken(`q:${index}`, antwoord.id);
    kant.ken(`r:${index}`, antwoord.compartimentId ?? '');
  }
}

function werkBij(
  kant: Kant,
  stand: Stand,
  soort: Soort,
  index: number,
  verzoek: Verzoek,
  over: Over,
  body: unknown,
): void {
  ken(kant, soort, index, over, body);
  const casus = stand.casussen.find(({ sym }) => sym === over.casus);
  const wie = 'wie' in verzoek ? (verzoek.wie ?? 0) : 0;
  const gestuurd = (verzoek.via === 'http' ? (verzoek.body ?? {}) : {}) as Record<string, unknown>;
  const antwoord = (body ?? {}) as MetId;
  if (isGewoon(soort)) return;
  switch (soort) {
    case 'breng':
      stand.casussen.push({
        sym: `c:${index}`,
        leden: (antwoord.leden ?? []).map((_, i) => ({ sym: `l:${index}.${i}`, weg: false })),
        stoelen: [
          {
            sym: `d:${index}`,
            wie,
            was: [{ wie, zetel: String(gestuurd.zetel), lidIds: null, alsLid: null, regisseur: true }],
            weg: false,
            ooitBekend: false,
            wacht: new Set(),
          },
        ],
        kaarten: [],
        concepten: [],
        uitsluitingen: [],
        noodtoegangen: [],
        rechten: [],
        vragen: [],
        voorstellen: [],
        bezwaren: [],
        delen: new Set(),
        adviesvragen: [],
        houder: `d:${index}`,
        waarnemer: null,
        regieWisselt: false,
      });
      komtErbij(stand.casussen.at(-1), `d:${index}`);
      return;
    case 'concept_begin':
    case 'concept_verbeter': {
      const { plek } = over;
      if (casus === undefined || plek === undefined) return;
      const waar = pleksym(casus.sym, plek);
      // Beginning again goes on with the one that there is.
      const al = casus.concepten.some(
        (een) => een.wie === wie && !een.weg && pleksym(casus.sym, een.plek) === waar,
      );
      if (!al) casus.concepten.push({ sym: `q:${index}`, wie, plek, weg: false });
      return;
    }
    case 'concept_deel':
    case 'concept_weg': {
      const concept = casus?.concepten.find(({ sym }) => sym === over.concept);
      if (concept !== undefined) concept.weg = true;
      return;
    }
    case 'verzoek_doe': {
      const { plek, stoel } = over;
      if (plek !== undefined && stoel !== undefined) casus?.vragen.push({ sym: `z:${index}`, stoel, plek });
      return;
    }
    case 'verzoek_besluit': {
      const { plek, stoel } = over;
      // The right that came of it has no id in the answer.
      if (gestuurd.besluit !== 'toegestaan' || plek === undefined || stoel === undefined) return;
      // For advice it opens there, to nobody's seat.
      if (over.advies !== undefined)
        casus?.adviesvragen.find(({ sym }) => sym === over.advies)?.opent.push(plek);
      else casus?.rechten.push({ sym: `n:t${index}`, stoel, plek });
      return;
    }
    case 'advies_stel': {
      const opent = zonderTeken(gestuurd.opent) ?? [];
      const vraagt = (zonderTeken(gestuurd.vraagt) ?? []).map(plekUit);
      const vrager = casus?.stoelen.find((stoel) => stoel.wie === wie && !stoel.weg);
      for (const plek of vrager === undefined || casus === undefined ? [] : vraagt)
        casus?.vragen.push({
          sym: gevraagdsym(`j:${index}`, pleksym(casus.sym, plek)),
          stoel: vrager?.sym ?? '',
          plek,
          advies: `j:${index}`,
        });
      casus?.adviesvragen.push({
        sym: `j:${index}`,
        vrager: wie,
        lid: typeof gestuurd.lidId === 'string' ? gestuurd.lidId.slice(1) : '',
        genoemd: over.noemt ?? [],
        opent: opent.map(plekUit),
        vraagt,
        afspraken: [],
      });
      return;
    }
    case 'advies_afspraak':
      casus?.adviesvragen.find(({ sym }) => sym === over.advies)?.afspraken.push(...(over.noemt ?? []));
      return;
    case 'recht_geef': {
      const { plek, stoel } = over;
      if (plek !== undefined && stoel !== undefined) casus?.rechten.push({ sym: `t:${index}`, stoel, plek });
      return;
    }
    case 'zetel_geef': {
      const lidIds = zonderTeken(gestuurd.lidIds);
      const alsLid = typeof gestuurd.alsLidId === 'string' ? gestuurd.alsLidId.slice(1) : null;
      const stoel: Stoel = {
        wie: over.zetelWie ?? 0,
        zetel: String(gestuurd.zetel),
        lidIds,
        alsLid,
        regisseur: false,
      };
      casus?.stoelen.push({
        sym: `d:${index}`,
        wie: stoel.wie,
        was: [stoel],
        weg: false,
        ooitBekend: gestuurd.bekend === true,
        wacht: new Set(),
      });
      komtErbij(casus, `d:${index}`);
      return;
    }
    case 'zetel_wijzig': {
      const stoel = casus?.stoelen.find(({ sym }) => sym === over.stoel);
      if (stoel === undefined) return;
      const nu = laatste(stoel);
      stoel.was.push({
        ...nu,
        ...(typeof gestuurd.zetel === 'string' ? { zetel: gestuurd.zetel } : {}),
        ...('lidIds' in gestuurd ? { lidIds: zonderTeken(gestuurd.lidIds) } : {}),
      });
      if ('bekend' in gestuurd && gestuurd.bekend !== false) stoel.ooitBekend = true;
      // What they wait for then, isn't sure.
      if ('zetel' in gestuurd || 'lidIds' in gestuurd) stoel.wacht.clear();
      return;
    }
    case 'bevestig': {
      const stoel = casus?.stoelen.find(({ sym }) => sym === over.stoel);
      for (const plek of zonderTeken(gestuurd.compartimentIds) ?? []) stoel?.wacht.delete(plek);
      return;
    }
    case 'zetel_einde': {
      const stoel = casus?.stoelen.find(({ sym }) => sym === over.stoel);
      if (stoel !== undefined) stoel.weg = true;
      return;
    }
    case 'regie_voorstel': {
      if (casus === undefined) return;
      const naar = casus.stoelen.find(({ sym }) => sym === over.stoel)?.wie ?? 0;
      casus.voorstellen.push({
        sym: `o:${index}`,
        van: wie,
        naar,
        stoel: over.stoel ?? '',
        open: true,
        aanvaard: false,
      });
      return;
    }
    case 'regie_trek_in':
    case 'regie_aanvaard':
    case 'tweede_hand_besluit': {
      const bezwaar = casus?.bezwaren.find(({ sym }) => sym === over.bezwaar);
      if (bezwaar !== undefined && gestuurd.besluit === 'toegestaan') {
        for (const een of casus?.bezwaren ?? []) if (een.kaart === bezwaar.kaart) een.toegewezen = true;
      }
      const voorstel = casus?.voorstellen.find(({ sym }) => sym === over.voorstel);
      if (casus === undefined || voorstel === undefined) return;
      voorstel.open = false;
      if (soort === 'regie_aanvaard' || gestuurd.besluit === 'toegestaan') {
        voorstel.aanvaard = true;
        regisseert(casus, casus.houder, false);
        casus.houder = voorstel.stoel;
        regisseert(casus, casus.houder, true);
      }
      return;
    }
    case 'overlegreeks_maak':
      stand.reeksen.push(`g:${index}`);
      return;
    case 'agenda_breng':
      stand.punten.push({
        sym: `a:${index}`,
        overleg: over.overleg ?? '',
        casus: over.casus ?? null,
        vraagt: over.vraagt ?? [],
        gasten: over.gasten ?? [],
      });
      return;
    case 'tafel_leg':
      stand.stukken.push({ sym: `b:${index}`, punt: over.punt ?? '' });
      return;
    case 'scherm_koppel':
      stand.schermen.push(`s:${index}`);
      return;
    case 'waarneming_geef':
    case 'tweede_hand_doe':
    case 'waarneming_einde':
      if (casus !== undefined && over.stoel !== undefined) {
        casus.waarnemer = over.stoel;
        regisseert(casus, over.stoel, true);
        return;
      }
      if (casus === undefined || casus.waarnemer === null) return;
      regisseert(casus, casus.waarnemer, false);
      casus.waarnemer = null;
      return;
    case 'lid_nieuw':
      casus?.leden.push({ sym: `l:${index}`, weg: false });
      return;
    case 'lid_weg': {
      const lid = casus?.leden.find(({ sym }) => sym === over.lid);
      if (lid !== undefined) lid.weg = true;
      return;
    }
    case 'kaart_maak':
      if (over.plek === undefined) return;
      casus?.kaarten.push({
        sym: `k:${index}`,
        plek: over.plek,
        soort: String(gestuurd.soort),
        door: wie,
        weg: false,
        verwijst: verwijzingenIn(gestuurd),
        noemde: new Set(over.noemt),
        vias: new Set(viaIn(gestuurd)),
      });
      return;
    case 'kaart_bezwaar':
      if (over.kaart !== undefined && over.plek !== undefined)
        casus?.bezwaren.push({
          sym: `x:${index}`,
          wie,
          kaart: over.kaart,
          plek: over.plek,
          toegewezen: false,
        });
      return;
    case 'kaart_doorzet': {
      const kaart = casus?.kaarten.find(({ sym }) => sym === over.kaart);
      for (const sym of over.noemt ?? []) kaart?.noemde.add(sym);
      // An objection may bring back what was there before.
      kaart?.verwijst.set('uitvoerders', null);
      return;
    }
    case 'kaart_wijzig':
    case 'kaart_noem':
    case 'stap':
    case 'kaart_verwijder': {
      const kaart = casus?.kaarten.find(({ sym }) => sym === over.kaart);
      if (kaart === undefined) return;
      if (casus !== undefined && soort !== 'stap' && soort !== 'kaart_verwijder')
        werkVerwijzingenBij(casus, kaart, wie, gestuurd);
      for (const sym of over.noemt ?? []) kaart.noemde.add(sym);
      for (const sym of viaIn(gestuurd)) kaart.vias.add(sym);
      if (soort === 'kaart_verwijder') kaart.weg = true;
      return;
    }
    case 'sluit_uit':
      if (over.stoel === undefined || over.plek === undefined) return;
      casus?.uitsluitingen.push({ sym: `u:${index}`, index, stoel: over.stoel, plek: over.plek, weg: false });
      return;
    case 'laat_weer_toe': {
      const uitsluiting = casus?.uitsluitingen.find(({ sym }) => sym === over.uitsluiting);
      if (uitsluiting !== undefined) uitsluiting.weg = true;
      return;
    }
    case 'acuut_gevaar':
      if (over.stoel === undefined || over.plek === undefined) return;
      casus?.noodtoegangen.push({ index, stoel: over.stoel, plek: over.plek });
      return;
    // These change nothing of what the test keeps.
    case 'bord':
    case 'bezoek':
    case 'zoek':
    case 'casussen':
    case 'werkvoorraad':
    case 'mijn_regie':
    case 'regie_weeg':
    case 'opening':
    case 'uitleg':
    case 'schrijvers':
    case 'afdruk':
    case 'lid_wijzig':
    case 'kandidaten':
    case 'voorbeeld':
    case 'volg':
    case 'verlaat':
    case 'afmelden':
    case 'wie_ben_ik':
    case 'aanmelden':
    case 'lijsten':
    case 'opnieuw':
    case 'algemeen':
    case 'rauw':
    case 'klok':
    case 'lijn':
    case 'tekst_open':
    case 'tekst_typ':
    case 'tekst_wis':
    case 'tekst_vorm':
    case 'tekst_ongedaan':
    case 'tekst_wijs':
    case 'tekst_sluit':
    case 'tekst_stand':
    case 'tekst_vergeefs':
    case 'concept_typ':
    case 'concept_probeer':
    case 'advies_kijk_na':
    case 'advies_lijst':
    case 'advies_haal':
    case 'advies_neem':
    case 'advies_terug':
    case 'advies_door':
    case 'advies_bewaar':
    case 'advies_zeg':
    case 'advies_teken':
    case 'advies_aanvulling':
    case 'advies_reactie':
    case 'advies_weg':
    case 'advies_volg':
    case 'opening_dicht':
    case 'recht_lijst':
    case 'recht_einde':
    case 'verzoek_lijst':
    case 'verzoek_weg':
    case 'regie_lees':
    case 'regie_weiger':
    case 'tweede_hand':
    case 'overlegreeks_wijzig':
    case 'overlegreeks_lijst':
    case 'overleg_lijst':
    case 'overleg_haal':
    case 'overleg_plan':
    case 'agenda_wijzig':
    case 'agenda_weg':
    case 'overleg_stap':
    case 'overleg_volg':
    case 'tafel_schik':
    case 'tafel_hand':
    case 'tafel_beurt':
    case 'tafel_wijs':
    case 'tafelblad_haal':
    case 'tafel_lezers':
    case 'tafel_wijzig':
    case 'tafel_weg':
    case 'oogst_vertel':
    case 'oogst_haal':
    case 'oogst_lijst':
    case 'scherm_haal':
    case 'scherm_toon':
    case 'scherm_los':
    case 'scherm_begin':
    case 'scherm_beeld':
      return;
    default:
      exhaustief(soort);
  }
}

/** NK12: what a new seat writes of its own organisation comes to be by it, or waits until a colleague confirms them. */
function komtErbij(casus: Casus | undefined, stoel: string): void {
  const zittend = casus?.stoelen.find(({ sym }) => sym === stoel);
  if (casus === undefined || zittend === undefined) return;
  for (const plek of eigenPlekken(casus, zittend).map((een) => pleksym(casus.sym, een))) {
    if (casus.delen.has(plek)) zittend.wacht.add(plek);
    casus.delen.add(plek);
  }
}

/** The compartment of a symbol. */
function plekUit(sym: string): Plek {
  const [, categorie = '', lid = '', organisatie = ''] = sym.split('|');
  return { categorie, lid: lid || null, organisatie: organisatie || null };
}

/** From now on somebody directs, or no more. */
function regisseert(casus: Casus, stoel: string, regisseur: boolean): void {
  const wie = casus.stoelen.find(({ sym }) => sym === stoel);
  casus.regieWisselt = true;
  if (wie !== undefined) wie.was.push({ ...laatste(wie), regisseur });
}

const VERWIJSVELDEN: readonly Verwijsveld[] = ['lidIds', 'uitvoerders', 'doelId'];

/** What the fields of a request refer to; of deelnemers it isn't sure for how long they stay known. */
function verwijzingenIn(gestuurd: Record<string, unknown>): Map<Verwijsveld, readonly string[] | null> {
  return new Map(
    VERWIJSVELDEN.filter((veld) => veld in gestuurd).map((veld) => {
      // Via the regisseur, the server puts them in.
      if (veld === 'uitvoerders' && viaIn(gestuurd).length > 0) return [veld, null];
      const waarde = gestuurd[veld];
      const ids = zonderTeken(typeof waarde === 'string' ? [waarde] : waarde) ?? [];
      return [veld, ids.some((sym) => sym.startsWith('d:')) ? null : ids];
    }),
  );
}

/** Sure only of what the regisseur set, who sees all of it; but for what was removed, which nobody takes out. */
function werkVerwijzingenBij(
  casus: Casus,
  kaart: Kaart,
  wie: number,
  gestuurd: Record<string, unknown>,
): void {
  const weg = new Set(casus.leden.filter((lid) => lid.weg).map(({ sym }) => sym));
  for (const [veld, ids] of verwijzingenIn(gestuurd)) {
    const was = kaart.verwijst.get(veld) ?? [];
    const isZeker = !casus.regieWisselt && casus.stoelen[0]?.wie === wie && kaart.verwijst.get(veld) !== null;
    kaart.verwijst.set(veld, isZeker && !was.some((sym) => weg.has(sym)) ? ids : null);
  }
}

/** Who is to carry it out via the regisseur, as a symbol. */
function viaIn({ viaRegisseur }: Record<string, unknown>): string[] {
  return typeof viaRegisseur === 'string' ? [viaRegisseur.slice(1)] : [];
}

/** With who directs, where something is done that others must read as theirs. */
function metNamens(stand: Stand, soort: Soort, verzoek: Verzoek, over: Over): Over {
  const casus = stand.casussen.find(({ sym }) => sym === over.casus);
  const directeur = casus?.waarnemer ?? casus?.houder;
  const regisseur = casus?.stoelen.find(({ sym }) => sym === directeur);
  if (casus === undefined || regisseur === undefined || verzoek.via !== 'http') return over;
  const namens = { wie: regisseur.wie, stoel: regisseur.sym };
  if (viaIn((verzoek.body ?? {}) as Record<string, unknown>).length > 0) return { ...over, namens };
  const kaart = soort === 'stap' ? casus.kaarten.find(({ sym }) => sym === over.kaart) : undefined;
  const mijn = casus.stoelen.find(({ wie, weg }) => wie === verzoek.wie && !weg);
  if (kaart === undefined || mijn === undefined || !kaart.vias.has(mijn.sym)) return over;
  const inEigenNaam = kaart.noemde.has(mijn.sym) || niveau(laatste(mijn), kaart.plek) === 3;
  return inEigenNaam ? over : { ...over, namens };
}

/**
 * Somebody whom the others may not know of gets an afspraak via the regisseur, and sets a step; then another carries it
 * out, or nobody. To who isn't one of them it is one of the regisseur.
 */
async function geefViaRegisseur(
  stand: Stand,
  run: Run,
  nu: () => number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  if (casus === undefined) return;
  const plek = { categorie: 'plan', lid: null, organisatie: null };
  const discreet = casus.stoelen.filter(
    (stoel) => !stoel.weg && !isNoembaar(stoel) && niveau(laatste(stoel), plek) >= 1,
  );
  const keus = run.variatie[3] ?? 0;
  const [een, ander] = [
    discreet[keus % Math.max(1, discreet.length)],
    discreet[(keus + 1) % Math.max(1, discreet.length)],
  ];
  if (een === undefined) return;
  const http = (wie: number, methode: string, pad: string, body: object): Verzoek => ({
    via: 'http',
    wie,
    methode,
    pad: `/casussen/§${casus.sym}/kaarten${pad}`,
    body,
  });
  const kaart = `k:${nu()}`;
  const inhoud = {
    soort: 'afspraak',
    titel: 'via de regisseur',
    uitvoerders: [],
    viaRegisseur: `§${een.sym}`,
  };
  await doe(
    'kaart_maak',
    http(run.inbrenger, 'POST', '', { compartimentId: `§${pleksym(casus.sym, plek)}`, ...inhoud }),
    { casus: casus.sym, plek, noemt: [casus.houder] },
  );
  const over = { casus: casus.sym, kaart, plek, noemt: [] };
  await doe('stap', http(een.wie, 'POST', `/§${kaart}/stappen`, { stand: 'bezig', tekst: 'begonnen' }), over);
  const naar = keus % 3 === 0 || ander === undefined || ander === een ? null : `§${ander.sym}`;
  const bord: Verzoek = { via: 'http', wie: run.inbrenger, methode: 'GET', pad: `/casussen/§${casus.sym}` };
  await doe('bord', bord, { casus: casus.sym });
  if (keus % 4 === 1) return;
  await doe(
    'kaart_wijzig',
    http(run.inbrenger, 'PATCH', `/§${kaart}`, { versie: `§w:${kaart}`, viaRegisseur: naar }),
    over,
  );
}

function zonderTeken(waarde: unknown): string[] | null {
  return Array.isArray(waarde) ? waarde.map((sym) => String(sym).slice(1)) : null;
}

export function organisatieVan(wie: number): string {
  return lidVanGezelschap(wie).organisatie;
}
