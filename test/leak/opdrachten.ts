import fc from 'fast-check';
import { type GewoneNaam, OPDRACHTEN } from '../../shared/contract/contract.ts';
import type { OpdrachtNaam } from '../../shared/contract/wegen.ts';
import { AANTAL } from './gezelschap.ts';

/**
 * What somebody tries, before it is known what there is: numbers to choose with. `uitvoering.ts` makes a request of
 * it from what stands in the first server, in symbols that mean the same in the second.
 */
export interface Opdracht {
  readonly soort: Soort;
  readonly wie: number;
  readonly kies: readonly number[];
}

/** Kinds of command; together they reach every route and event, which `dekking.ts` counts. */
const GEWICHTEN = {
  kaart_maak: 36,
  kaart_wijzig: 16,
  kaart_noem: 14,
  kaart_verwijder: 9,
  stap: 14,
  kaart_doorzet: 4,
  kaart_bezwaar: 4,
  bord: 8,
  bezoek: 8,
  zoek: 6,
  casussen: 2,
  werkvoorraad: 3,
  mijn_regie: 4,
  regie_weeg: 4,
  opening: 8,
  uitleg: 2,
  schrijvers: 8,
  afdruk: 4,
  zetel_geef: 6,
  zetel_wijzig: 5,
  zetel_einde: 3,
  bevestig: 5,
  lid_nieuw: 2,
  lid_wijzig: 2,
  lid_weg: 2,
  kandidaten: 2,
  voorbeeld: 3,
  breng: 1,
  volg: 5,
  verlaat: 2,
  afmelden: 2,
  wie_ben_ik: 2,
  aanmelden: 1,
  lijsten: 2,
  opnieuw: 9,
  algemeen: 6,
  rauw: 3,
  klok: 2,
  lijn: 5,
  tekst_open: 6,
  tekst_typ: 30,
  tekst_wis: 7,
  tekst_vorm: 5,
  tekst_ongedaan: 5,
  tekst_wijs: 10,
  tekst_sluit: 2,
  tekst_stand: 5,
  tekst_vergeefs: 5,
  concept_begin: 4,
  concept_verbeter: 5,
  concept_probeer: 4,
  concept_typ: 5,
  concept_deel: 6,
  concept_weg: 2,
  sluit_uit: 4,
  laat_weer_toe: 2,
  acuut_gevaar: 5,
  recht_geef: 7,
  recht_lijst: 2,
  recht_einde: 3,
  verzoek_doe: 7,
  verzoek_lijst: 4,
  verzoek_besluit: 7,
  verzoek_weg: 2,
  advies_stel: 6,
  advies_kijk_na: 2,
  advies_lijst: 3,
  advies_haal: 4,
  advies_neem: 4,
  advies_terug: 2,
  advies_door: 1,
  advies_bewaar: 2,
  advies_zeg: 3,
  advies_teken: 3,
  advies_aanvulling: 2,
  advies_reactie: 2,
  advies_afspraak: 2,
  advies_weg: 2,
  advies_volg: 2,
  opening_dicht: 2,
  regie_lees: 2,
  regie_voorstel: 6,
  regie_aanvaard: 4,
  regie_weiger: 3,
  regie_trek_in: 6,
  waarneming_geef: 3,
  waarneming_einde: 2,
  tweede_hand: 2,
  tweede_hand_besluit: 3,
  tweede_hand_doe: 2,
  overlegreeks_maak: 2,
  overlegreeks_wijzig: 2,
  overlegreeks_lijst: 1,
  overleg_lijst: 3,
  overleg_haal: 4,
  overleg_plan: 2,
  agenda_breng: 4,
  agenda_wijzig: 4,
  agenda_weg: 2,
  overleg_stap: 5,
  overleg_volg: 3,
  tafel_schik: 4,
  tafelblad_haal: 3,
  tafel_leg: 4,
  tafel_lezers: 2,
  tafel_wijzig: 2,
  tafel_weg: 2,
  oogst_vertel: 3,
  oogst_haal: 2,
  oogst_lijst: 2,
  tafel_hand: 3,
  tafel_beurt: 2,
  tafel_wijs: 3,
  scherm_koppel: 2,
  scherm_haal: 1,
  scherm_toon: 2,
  scherm_los: 1,
  scherm_begin: 1,
  scherm_beeld: 1,
} as const;

/**
 * A plain command is a kind of its own, by its name: its ids are filled in by their names, and the kijker counts as seeing
 * what came of it, unless they never know who gave it.
 */
export type Soort = keyof typeof GEWICHTEN | GewoneNaam;

/** Whether a kind is a plain command. */
export function isGewoon(soort: string): soort is GewoneNaam {
  return Object.values(OPDRACHTEN).some(({ naam, gewoon }) => naam === soort && gewoon !== undefined);
}

/** How often a plain command is tried, beside the others. */
const GEWICHT_GEWOON = 3;

/**
 * By which kind each command and query is tried that isn't plain; one without a kind is an error of types, and
 * `soorten.test.ts` holds that the kind does reach it. So a command can't be forgotten here.
 */
const SOORTEN_VAN = {
  gezondheid: 'algemeen',
  'demo.medewerkers': 'algemeen',
  'sessie.begin': 'aanmelden',
  'sessie.huidige': 'wie_ben_ik',
  'sessie.eindig': 'afmelden',
  lijsten: 'lijsten',
  werkvoorraad: 'werkvoorraad',
  'casus.lijst': 'casussen',
  'casus.breng': 'breng',
  'casus.bord': 'bord',
  'casus.bezoek': 'bezoek',
  'casus.zoek': 'zoek',
  'casus.drukAf': 'afdruk',
  'lid.voegToe': 'lid_nieuw',
  'lid.wijzig': 'lid_wijzig',
  'lid.verwijder': 'lid_weg',
  'deelnemer.kandidaten': 'kandidaten',
  'deelnemer.voorbeeld': 'voorbeeld',
  'deelnemer.geef': 'zetel_geef',
  'deelnemer.wijzig': 'zetel_wijzig',
  'deelnemer.beeindig': 'zetel_einde',
  'deelnemer.bevestig': 'bevestig',
  'compartiment.open': 'opening',
  'compartiment.uitleg': 'uitleg',
  'tekst.schrijvers': 'schrijvers',
  'kaart.maak': 'kaart_maak',
  'kaart.wijzig': 'kaart_wijzig',
  'kaart.verwijder': 'kaart_verwijder',
  'kaart.zetStap': 'stap',
  'kaart.zetDoor': 'kaart_doorzet',
  'kaart.maakBezwaar': 'kaart_bezwaar',
  'concept.begin': 'concept_begin',
  'concept.verbeter': 'concept_verbeter',
  'concept.deel': 'concept_deel',
  'concept.gooiWeg': 'concept_weg',
  'verzoek.doe': 'verzoek_doe',
  'verzoek.lijst': 'verzoek_lijst',
  'verzoek.besluit': 'verzoek_besluit',
  'verzoek.trekIn': 'verzoek_weg',
  'verzoek.sluitVoorAdvies': 'opening_dicht',
  'recht.geef': 'recht_geef',
  'recht.lijst': 'recht_lijst',
  'recht.beeindig': 'recht_einde',
  'regie.mijn': 'mijn_regie',
  'advies.stel': 'advies_stel',
  'advies.kijkNa': 'advies_kijk_na',
  'advies.lijst': 'advies_lijst',
  'advies.haal': 'advies_haal',
  'advies.neemAan': 'advies_neem',
  'advies.geefTerug': 'advies_terug',
  'advies.geefDoor': 'advies_door',
  'advies.bewaar': 'advies_bewaar',
  'advies.zeg': 'advies_zeg',
  'advies.teken': 'advies_teken',
  'advies.vulAan': 'advies_aanvulling',
  'advies.reageer': 'advies_reactie',
  'advies.koppelAfspraak': 'advies_afspraak',
  'advies.trekIn': 'advies_weg',
  'regie.haal': 'regie_lees',
  'regie.stelVoor': 'regie_voorstel',
  'regie.aanvaard': 'regie_aanvaard',
  'regie.weiger': 'regie_weiger',
  'regie.trekIn': 'regie_trek_in',
  'regie.weeg': 'regie_weeg',
  'regie.laatWaarnemen': 'waarneming_geef',
  'regie.stopWaarnemen': 'waarneming_einde',
  'tweedeHand.lijst': 'tweede_hand',
  'tweedeHand.beslis': 'tweede_hand_besluit',
  'tweedeHand.doe': 'tweede_hand_doe',
  'overlegreeks.lijst': 'overlegreeks_lijst',
  'overlegreeks.maak': 'overlegreeks_maak',
  'overlegreeks.wijzig': 'overlegreeks_wijzig',
  'overleg.lijst': 'overleg_lijst',
  'overleg.plan': 'overleg_plan',
  'overleg.haal': 'overleg_haal',
  'overleg.zetStap': 'overleg_stap',
  'agendapunt.breng': 'agenda_breng',
  'agendapunt.wijzig': 'agenda_wijzig',
  'agendapunt.trekIn': 'agenda_weg',
  'tafel.schik': 'tafel_schik',
  'tafelblad.haal': 'tafelblad_haal',
  'tafelblad.leg': 'tafel_leg',
  'tafelblad.lezers': 'tafel_lezers',
  'tafelblad.wijzig': 'tafel_wijzig',
  'tafelblad.neemAf': 'tafel_weg',
  'oogst.vertel': 'oogst_vertel',
  'oogst.haal': 'oogst_haal',
  'oogst.lijst': 'oogst_lijst',
  'tafel.hand': 'tafel_hand',
  'tafel.beurt': 'tafel_beurt',
  'scherm.koppel': 'scherm_koppel',
  'scherm.haal': 'scherm_haal',
  'scherm.toon': 'scherm_toon',
  'scherm.ontkoppel': 'scherm_los',
  'schermsessie.begin': 'scherm_begin',
  'scherm.beeld': 'scherm_beeld',
} as const satisfies Readonly<Record<Exclude<OpdrachtNaam, GewoneNaam>, Soort>>;

/** The kind that tries a command or query. */
export function soortVan(naam: OpdrachtNaam): Soort {
  return isGewoon(naam) ? naam : SOORTEN_VAN[naam];
}

/** Kinds of a command that makes something: the kijker asks those under a key, and some of them again (ST13). */
export const MAKEN: ReadonlySet<string> = new Set(
  Object.values(OPDRACHTEN).flatMap(({ naam, maakt }) => (maakt === true ? [soortVan(naam)] : [])),
);

/** A whole run: who looks, who sits at the table at the start, what they do, and how what P may not see is varied. */
export interface Run {
  readonly kijker: number;
  readonly inbrenger: number;
  readonly stoelen: readonly { readonly wie: number; readonly kies: readonly number[] }[];
  readonly opdrachten: readonly Opdracht[];
  /** Per command: 0–5 leave out, 6–8 replace, 9 leave as it is. */
  readonly variatie: readonly number[];
}

const kies = fc.array(fc.nat({ max: 999 }), { minLength: 8, maxLength: 8 });
const wie = fc.nat({ max: AANTAL - 1 });

/** How many times as often a kind comes that a run is made for. */
const VAKER = 8;

/** A command of any kind. @param vaker kinds that come more often than they else do */
function opdrachtMet(vaker: ReadonlySet<Soort>): fc.Arbitrary<Opdracht> {
  const gewoon = Object.keys(OPDRACHTEN)
    .filter(isGewoon)
    .map((naam): readonly [Soort, number] => [naam, GEWICHT_GEWOON]);
  // The keys of an object of ours.
  const gewichten = [...(Object.entries(GEWICHTEN) as [Soort, number][]), ...gewoon];
  return fc.record({
    soort: fc.oneof(
      ...gewichten.map(([soort, gewicht]) => ({
        weight: gewicht * (vaker.has(soort) ? VAKER : 1),
        arbitrary: fc.constant(soort),
      })),
    ),
    // In half of the commands `wie` becomes the kijker or the regisseur: see `uitvoering.ts`.
    wie,
    kies,
  });
}

/** Any run. @param vaker kinds of command that come more often in it than they else do */
export function runMet(vaker: readonly Soort[] = []): fc.Arbitrary<Run> {
  return fc.record({
    kijker: wie,
    inbrenger: fc.constantFrom(0, 0, 1, 2, 3),
    stoelen: fc.uniqueArray(fc.record({ wie, kies }), {
      selector: (stoel) => stoel.wie,
      minLength: 2,
      maxLength: 5,
    }),
    opdrachten: fc.array(opdrachtMet(new Set(vaker)), { minLength: 10, maxLength: 24, size: 'max' }),
    variatie: fc.array(fc.nat({ max: 9 }), { minLength: 16, maxLength: 16 }),
  });
}
