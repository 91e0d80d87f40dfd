/** What the gate says of an update (SY4). The gate itself changes nothing; the caller acts on this. */
export type Uitkomst =
  /** Apply it. `clientId`: whose structs are new; null when it only deletes (SY14: a reader's is then dropped). */
  | { readonly soort: 'toegelaten'; readonly clientId: number | null }
  /** All of it is here already. Don't apply it; it counts as stored (SY5: "those without effect included"). */
  | { readonly soort: 'niets_nieuws' }
  /** Well formed, but it builds on what isn't here. Before step 2: set aside in silence (SY4a). After it: a refusal. */
  | { readonly soort: 'sluit_niet_aan'; readonly code: AansluitCode }
  /** Well formed, and not allowed: `geweigerd` with code and reason, and the kanaal closed. */
  | { readonly soort: 'geweigerd'; readonly code: WeigerCode }
  /** Makes no sense: no answer, only a close (SY9, SY10). */
  | { readonly soort: 'onleesbaar'; readonly code: OnleesbaarCode };

export type AansluitCode = keyof typeof AANSLUITREDENEN;
export type WeigerCode = keyof typeof WEIGERREDENEN;
export type OnleesbaarCode = keyof typeof ONLEESBAARREDENEN;
export type PoortCode = AansluitCode | WeigerCode | OnleesbaarCode;

const OPNIEUW = 'De tekst wordt opnieuw geladen. Wat u typte, vindt u bij Niet opgeslagen tekst.';
const KAPOT = 'Deze wijziging is niet goed aangekomen. De tekst wordt opnieuw geladen.';

const AANSLUITREDENEN = {
  gat: `Er ontbreekt een eerdere wijziging van u. ${OPNIEUW}`,
  oorsprong_onbekend: `Uw wijziging hoort bij tekst die hier niet is. ${OPNIEUW}`,
  ouder_onbekend: `Uw wijziging hoort bij een alinea die hier niet is. ${OPNIEUW}`,
  wist_onbekend: `U haalde tekst weg die hier niet is. ${OPNIEUW}`,
} as const;

const WEIGERREDENEN = {
  te_groot: 'Uw wijziging is te groot. Plak de tekst in kleinere stukken.',
  te_veel: 'Uw wijziging bestaat uit te veel delen. Plak de tekst in kleinere stukken.',
  te_druk: `Op deze plek is te veel tegelijk gewijzigd. ${OPNIEUW}`,
  tekst_vol:
    'Deze tekst is vol. Wat u het laatst typte of plakte, past er niet meer bij; u vindt het bij Niet opgeslagen tekst. ' +
    'Maak de tekst korter, of ga verder in een andere tekst.',
  compartiment_vol:
    'De teksten bij dit onderwerp zijn samen vol. Wat u het laatst typte of plakte, past er niet meer bij; u vindt het ' +
    'bij Niet opgeslagen tekst. Haal weg wat niet meer nodig is.',
  twee_auteurs: `Deze wijziging komt van meer dan één schrijver. ${OPNIEUW}`,
  vreemde_auteur: `Deze wijziging staat niet op uw naam. ${OPNIEUW}`,
  overlap: `Een deel van deze wijziging was al opgeslagen. ${OPNIEUW}`,
  geen_veld: `Deze wijziging hoort niet bij een tekst waarin u schrijft. ${OPNIEUW}`,
  ouder_is_geen_merk: `Uw wijziging staat op een plek waar niets kan staan. ${OPNIEUW}`,
  buren_uiteen: `Uw wijziging staat op twee plekken tegelijk. ${OPNIEUW}`,
  plaats: 'Dit kan op deze plek niet staan. Gebruik alinea’s, kopjes en lijsten.',
  type: 'Dit kan hier niet staan. Gebruik alinea’s, kopjes en lijsten, en noem iemand met @.',
  opmaak: 'Deze opmaak kan hier niet. Gebruik vet en cursief.',
  sleutel: `Dit kan niet in een tekst staan. ${OPNIEUW}`,
  waarde: `Dit kan niet in een tekst staan. ${OPNIEUW}`,
  ingebed: 'Dit kan niet in een tekst staan. Noem iemand met @ en kies een naam uit de lijst.',
  inhoud: 'Dit kan hier niet staan. Gebruik gewone tekst.',
  subdocument: 'Dit kan hier niet staan. Gebruik gewone tekst.',
} as const;

const ONLEESBAARREDENEN = {
  afgebroken: KAPOT,
  bytes_over: KAPOT,
  getal: KAPOT,
  tekst: KAPOT,
  soort_onbekend: KAPOT,
  leeg: KAPOT,
  gat_in_bericht: KAPOT,
  wist_ongeordend: KAPOT,
  verwijst_vooruit: KAPOT,
} as const;

/** What a person reads when it is refused: what is the matter, and what to do next. */
export const REDENEN: Readonly<Record<PoortCode, string>> = {
  ...AANSLUITREDENEN,
  ...WEIGERREDENEN,
  ...ONLEESBAARREDENEN,
};

/** Ends the examination of one update; `keurUpdate` turns it into its outcome, so nobody else sees it thrown. */
export class Afgekeurd extends Error {
  readonly uitkomst: Uitkomst;

  constructor(uitkomst: Uitkomst) {
    super(uitkomst.soort);
    this.uitkomst = uitkomst;
  }
}

export function sluitNietAan(code: AansluitCode): Afgekeurd {
  return new Afgekeurd({ soort: 'sluit_niet_aan', code });
}

export function geweigerd(code: WeigerCode): Afgekeurd {
  return new Afgekeurd({ soort: 'geweigerd', code });
}

export function onleesbaar(code: OnleesbaarCode): Afgekeurd {
  return new Afgekeurd({ soort: 'onleesbaar', code });
}
