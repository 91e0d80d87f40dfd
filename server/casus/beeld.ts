import type {
  CasusFeiten,
  DeelnemerFeit,
  RechtFeit,
  ToelatingFeit,
} from '../../shared/need-to-know/feiten.ts';
import type { Status } from '../../shared/plan/kaartsoorten.ts';
import type { Rol } from '../../shared/plan/rollen.ts';
import type { AdviesopeningRij, Adviesplaats, AdviesvraagRij } from './adviesfeiten.ts';
import type { Tafelplaats } from './tafelfeiten.ts';

/** A seat with who sits on it, for the server's own use: what of it reaches somebody is toegang's to decide. */
export interface Deelneming extends DeelnemerFeit {
  readonly naam: string;
  readonly functie: string;
  readonly telefoon: string;
  readonly organisatie: string;
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly bekendSinds: string | null;
  /** Whether this seat holds the regie, whoever stands in for it now. */
  readonly houdtRegie: boolean;
}

/** A compartment as it is stored. */
export interface CompartimentRij {
  readonly id: string;
  readonly categorie: string;
  readonly lidId: string | null;
  readonly organisatieId: string | null;
  readonly makerId: string | null;
  /** Of a concept: the veld that it was written for. */
  readonly conceptVoor: string | null;
  /** Of a concept that improves that text: in which compartment it stood when that was begun. */
  readonly over: string | null;
  /** Of a question for advice or a tafelblad: for exactly who was let in (OV4, OV11). */
  readonly besloten: boolean;
  readonly tijdperk: string;
}

/** A right as it is stored, with what for and on which ground; why, stays encrypted (Toegangsfeiten.redenVan). */
export interface RechtRij extends RechtFeit {
  readonly id: string;
  readonly niveau: 'lezen' | 'schrijven';
  readonly waarvoor: string | null;
  readonly grondslag: string | null;
}

/** All of one casus that decisions rest on, read in one go. */
export interface Casusbeeld extends CasusFeiten {
  readonly id: string;
  readonly label: string;
  readonly status: Status;
  readonly leden: readonly { readonly id: string; readonly rol: Rol }[];
  /** Seats that have not ended, those that still have to start included, in the order in which they were taken. */
  readonly deelnemers: readonly Deelneming[];
  readonly compartimenten: readonly CompartimentRij[];
  /** Those that are not over, those that are still to begin included. */
  readonly rechten: readonly RechtRij[];
  /** Of gedragsdeskundigen at the questions of this casus, and of who is at a table of it without a seat. */
  readonly plaatsen: readonly (Adviesplaats | Tafelplaats)[];
  /** Who is let in to its tafelbladen, from a seat too. */
  readonly tafel: readonly Tafelplaats[];
  readonly toelatingen: readonly ToelatingFeit[];
  /** Questions for advice, those that are over included, and what they open or opened (OV11). */
  readonly adviesvragen: readonly AdviesvraagRij[];
  readonly adviesopeningen: readonly AdviesopeningRij[];
  /** Names of organisations that keep something here, by id. */
  readonly organisaties: ReadonlyMap<string, string>;
}
