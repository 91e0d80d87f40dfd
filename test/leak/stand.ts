import type { Plek, Stoel } from './gezelschap.ts';
import type { Soort } from './opdrachten.ts';

/**
 * What there is, as the test knows it, in symbols: `c:3` is the casus that command 3 brought, `l:3.0` its first
 * member, `k:7` the kaart that command 7 made. A symbol means the same in both servers, whatever ids they gave.
 */
export interface Stand {
  readonly casussen: Casus[];
  /** Symbols of series of overleggen: `g:4` is the one that command 4 made. */
  readonly reeksen: string[];
  readonly punten: Punt[];
  /** What was laid on tables, each at which item. */
  readonly stukken: { readonly sym: string; readonly punt: string }[];
  /** Big screens: `s:8` is the one for which command 8 asked a code, `code s:8` that. */
  readonly schermen: string[];
}

/** What was brought to an overleg: `a:5`, by command 5. */
export interface Punt {
  readonly sym: string;
  /** Symbol of the overleg: `y:g:4.0` is the first to come of a series. */
  readonly overleg: string;
  /** Null: a dilemma. */
  readonly casus: string | null;
  /** Who was asked to think along, or to come for this alone. */
  readonly vraagt: readonly number[];
  /** Who of them comes for this alone. */
  readonly gasten: readonly number[];
}

export interface Casus {
  readonly sym: string;
  readonly leden: { readonly sym: string; weg: boolean }[];
  readonly stoelen: Zittend[];
  readonly kaarten: Kaart[];
  readonly concepten: Concept[];
  readonly uitsluitingen: Uitsluiting[];
  readonly noodtoegangen: Noodtoegang[];
  readonly rechten: Recht[];
  readonly vragen: Meeleesvraag[];
  readonly voorstellen: Voorstel[];
  readonly bezwaren: Bezwaar[];
  /** What organisations surely keep here, by the symbols of the compartments. */
  readonly delen: Set<string>;
  readonly adviesvragen: Adviesvraag[];
  /** The seat that holds the regie, and the one that stands in, as far as the test knows. */
  houder: string;
  waarnemer: string | null;
  /** Somebody else directed, or was going to, at some moment: then it isn't sure who sees all of it. */
  regieWisselt: boolean;
}

/** Who was kept out of what, by command `index`; `weg`: not to the end of the run. */
export interface Uitsluiting {
  readonly sym: string;
  readonly index: number;
  readonly stoel: string;
  readonly plek: Plek;
  weg: boolean;
}

/** That somebody asked to read along: `z:5` is what command 5 asked. */
export interface Meeleesvraag {
  readonly sym: string;
  /** Whose seat. */
  readonly stoel: string;
  readonly plek: Plek;
  /** For which question for advice it was asked to open. */
  readonly advies?: string;
}

/** A right that was given: `t:5` is the one that command 5 gave. Whether it still holds is not kept. */
export interface Recht {
  readonly sym: string;
  /** Whose seat. */
  readonly stoel: string;
  readonly plek: Plek;
}

/** Who declared acute danger where, by command `index`. */
export interface Noodtoegang {
  readonly index: number;
  readonly stoel: string;
  readonly plek: Plek;
}

/** A question for advice: `j:5` is what command 5 asked. */
export interface Adviesvraag {
  readonly sym: string;
  readonly vrager: number;
  /** The member whom it is about: who advises knows them by role (OV11). */
  readonly lid: string;
  /** Seats that are named in it. */
  readonly genoemd: readonly string[];
  /** What it opens: at once, and what others let it. */
  readonly opent: Plek[];
  /** What others were asked to open. */
  readonly vraagt: readonly Plek[];
  /** What was made of it: who advises hears how that goes. */
  readonly afspraken: string[];
}

/** The symbol of what was asked of who keeps a part, for a question for advice. */
export function gevraagdsym(vraag: string, deel: string): string {
  return `i:${vraag}~${deel}`;
}

/** The symbol of what a question for advice opens. */
export function openingsym(vraag: string, deel: string): string {
  return `x:${vraag}~${deel}`;
}

/** An offer of the regie: `o:5`, made by command 5. */
export interface Voorstel {
  readonly sym: string;
  /** Who offered it, and to whom: people, and the seat that it was offered to. */
  readonly van: number;
  readonly naar: number;
  readonly stoel: string;
  open: boolean;
  aanvaard: boolean;
}

/** An objection to what was decided of an afspraak: `x:5`, made by command 5. */
export interface Bezwaar {
  readonly sym: string;
  readonly wie: number;
  /** Symbol of the afspraak, and where that stands. */
  readonly kaart: string;
  readonly plek: Plek;
  /** Upheld, which everyone sees by what the afspraak is again. */
  toegewezen: boolean;
}

/** What somebody is writing for a text: `q:4` is its text, `r:4` its compartment, made by command 4. */
export interface Concept {
  readonly sym: string;
  readonly wie: number;
  /** Where the text stands that it was written for. */
  readonly plek: Plek;
  weg: boolean;
}

/** A seat with all that it ever was: what the oracle decides by holds for the whole run. */
export interface Zittend {
  readonly sym: string;
  readonly wie: number;
  readonly was: Stoel[];
  weg: boolean;
  ooitBekend: boolean;
  /** What their organisation kept before they came, and for which nobody confirmed them: surely shut to them (NK12). */
  readonly wacht: Set<string>;
}

export interface Kaart {
  readonly sym: string;
  readonly plek: Plek;
  readonly soort: string;
  readonly door: number;
  weg: boolean;
  /** What is stored in the reference fields, where that is sure; a field that isn't in it has nothing, null isn't sure. */
  readonly verwijst: Map<Verwijsveld, readonly string[] | null>;
  /** Everyone whom any version named. */
  readonly noemde: Set<string>;
  /** Every seat that ever carried it out via the regisseur. */
  readonly vias: Set<string>;
}

/** Reference fields of which the test knows what is stored. */
export type Verwijsveld = 'lidIds' | 'uitvoerders' | 'doelId';

/**
 * A request in symbols: in path and body `§` stands before one. `w:k:7` is the `versie` of a kaart that who asks saw
 * last, `e:k:7` the one that they saw first.
 */
export type Verzoek =
  | {
      readonly via: 'http';
      readonly wie: number | null;
      readonly methode: string;
      readonly pad: string;
      readonly body?: unknown;
      readonly koppen?: Record<string, string>;
    }
  | { readonly via: 'volg' | 'verlaat'; readonly wie: number; readonly casus: string }
  | { readonly via: 'volg_overleg'; readonly wie: number; readonly overleg: string }
  /** Points at something on the table of an item; `plaats`: a part of it, or `§` and the symbol of what lies there. */
  | {
      readonly via: 'wijs';
      readonly wie: number;
      readonly overleg: string;
      readonly punt: string;
      readonly plaats: string | null;
    }
  /** Hears of a question for advice from now on. */
  | { readonly via: 'volg_advies'; readonly wie: number; readonly vraag: string }
  | { readonly via: 'klok'; readonly vooruit: number }
  /** A line to the texts of a casus, unless they have one; `alles` opens all that may be opened there. */
  | { readonly via: 'lijn'; readonly wie: number; readonly casus: string; readonly alles: boolean }
  | {
      readonly via: 'tekst';
      readonly wie: number;
      readonly casus: string;
      /** Symbol of the compartment. */
      readonly plek: string;
      readonly daad: Tekstdaad;
      /** Where in it: numbers to choose with. */
      readonly n: readonly number[];
      readonly tekst: string;
    }
  /** What there is no route for yet, done as a command would: somebody is kept out, or let in again, or says there is danger. */
  | {
      readonly via: 'feit';
      readonly wie: number;
      readonly casus: string;
      readonly wat: 'uitsluiting' | 'acuut_gevaar';
      readonly stoel: string;
      /** Symbol of the compartment. */
      readonly plek: string;
    }
  | {
      readonly via: 'feit';
      readonly wie: number;
      readonly casus: string;
      readonly wat: 'weer_toegelaten';
      /** Symbol of the exclusion. */
      readonly uitsluiting: string;
    }
  | { readonly via: 'afmelden' | 'aanmelden'; readonly wie: number };

/** What somebody does in a co-edited text. */
export type Tekstdaad =
  | 'open'
  | 'typ'
  | 'probeer'
  | 'wis'
  | 'vorm'
  | 'ongedaan'
  | 'wijs'
  | 'sluit'
  | 'stand'
  | 'vergeefs';

/** What a request was about, for the oracle. */
export interface Over {
  readonly casus?: string;
  readonly kaart?: string;
  readonly plek?: Plek;
  /** Symbols that the body names. */
  readonly noemt?: readonly string[];
  readonly stoel?: string;
  readonly zetelWie?: number;
  readonly lid?: string;
  readonly concept?: string;
  readonly uitsluiting?: string;
  readonly recht?: string;
  /** Of what somebody decides on: what was asked. */
  readonly vraag?: string;
  readonly voorstel?: string;
  readonly bezwaar?: string;
  readonly punt?: string;
  /** An overleg, by its symbol, and whom somebody asks to think along. */
  readonly overleg?: string;
  readonly vraagt?: readonly number[];
  readonly gasten?: readonly number[];
  /** Who directed, and their seat, when somebody gave it via the regisseur, or set a step of it in their name. */
  readonly namens?: { readonly wie: number; readonly stoel: string };
  readonly advies?: string;
  /** What a change of references alone makes of a field that was surely something else. */
  readonly anders?: {
    readonly veld: Verwijsveld;
    readonly was: readonly string[];
    readonly wordt: readonly string[];
  };
}

/** A command that was carried out in the first server. */
export interface Verslag {
  readonly index: number;
  readonly soort: Soort;
  readonly verzoek: Verzoek;
  readonly over: Over;
  readonly gelukt: boolean;
}

export function laatste(stoel: Zittend): Stoel {
  const nu = stoel.was.at(-1);
  if (nu === undefined) throw new Error('a seat that never was');
  return nu;
}

/** The symbol of the first text of a compartment. */
export function veldsym(casus: string, plek: Plek): string {
  return `v:${pleksym(casus, plek).slice(2)}`;
}

/** The symbol of the compartment of a concept. */
export function conceptplek(sym: string): string {
  return `r:${sym.slice(2)}`;
}

/** The symbol of a compartment. */
export function pleksym(casus: string, { categorie, lid, organisatie }: Plek): string {
  return `p:${casus}|${categorie}|${lid ?? ''}|${organisatie ?? ''}`;
}
