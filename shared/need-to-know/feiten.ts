import type { Niveau } from './niveaus.ts';

/**
 * The facts that a decision rests on (NK3), of one casus at one moment. The server reads them from its own
 * store; nothing in here comes from a client. Times are milliseconds since 1970; `tot` is exclusive.
 */

/** Somebody's seat in a casus. */
export interface DeelnemerFeit {
  readonly id: string;
  readonly persoonId: string;
  readonly organisatieId: string;
  /** Works outside the municipality's own organisation. */
  readonly buitenGemeente: boolean;
  readonly zetel: string;
  /** Members that they take part for; null: for the household, so for everyone in it. */
  readonly lidIds: readonly string[] | null;
  /** On the zetel gezin: which member this person is. */
  readonly alsLidId: string | null;
  readonly regisseur: boolean;
  /** The household agreed that the others know of this seat (NK20); says nothing about a seat that isn't discreet. */
  readonly bekend: boolean;
  readonly van: number;
  readonly tot: number | null;
}

/** The unit of masking: one category × subject × organisation of one casus (or one maker, or a kring). */
export interface CompartimentFeit {
  readonly id: string;
  readonly categorie: string;
  /** The member that it is about; null: the household. */
  readonly lidId: string | null;
  /**
   * Who keeps it. Null in a category that organisations keep: the *tegel* that stands for what others keep;
   * it holds nothing and is never above `dat`.
   */
  readonly organisatieId: string | null;
  /** The person whose concept it is. */
  readonly makerId: string | null;
  /** Of a concept that holds words of another compartment, to improve them: which. It opens and closes with that. */
  readonly over?: string | null;
  /** For exactly who was let in, by seat or by place; the matrix says nothing of it (OV4, OV11). */
  readonly besloten?: boolean;
}

/**
 * A place at something, from no seat: the gedragsdeskundige at a question (OV11), who leads or thinks along at a table (OV4).
 * It gives what it was let into, no more.
 */
export interface PlaatsFeit {
  readonly id: string;
  readonly persoonId: string;
  readonly van: number;
  readonly tot: number | null;
}

/** Somebody was let in: a seat or a place, in a question or in what it opens (OV11), to a tafelblad (OV4). */
export interface ToelatingFeit {
  /** The seat, or the place. */
  readonly deelnemerId: string;
  readonly compartimentId: string;
  readonly niveau: Niveau;
  readonly van: number;
  readonly tot: number | null;
}

/** A right that a bronhouder gave (toegangsrecht), or a place in a kring. */
export interface RechtFeit {
  readonly deelnemerId: string;
  readonly compartimentId: string;
  readonly niveau: Niveau;
  readonly van: number;
  readonly tot: number | null;
}

/** An exclusion (NK8). */
export interface UitsluitingFeit {
  readonly deelnemerId: string;
  readonly compartimentId: string;
  readonly van: number;
  readonly tot: number | null;
}

/** Acute danger, invoked by a deelnemer on a compartment (NK25). */
export interface NoodtoegangFeit {
  readonly deelnemerId: string;
  readonly compartimentId: string;
  readonly van: number;
  readonly tot: number | null;
}

/**
 * A seat counts as one of those who keep this compartment of its own organisation: a colleague said so, or it came to be
 * by that seat (NK12: a seat is no key). It lasts as long as the seat does.
 */
export interface BevestigingFeit {
  readonly deelnemerId: string;
  readonly compartimentId: string;
}

/** All facts of one casus. */
export interface CasusFeiten {
  readonly leden: readonly { readonly id: string }[];
  readonly deelnemers: readonly DeelnemerFeit[];
  readonly compartimenten: readonly CompartimentFeit[];
  readonly rechten: readonly RechtFeit[];
  readonly uitsluitingen: readonly UitsluitingFeit[];
  readonly noodtoegangen: readonly NoodtoegangFeit[];
  readonly bevestigingen: readonly BevestigingFeit[];
  /** None, when left out; nor was anybody let in. */
  readonly plaatsen?: readonly PlaatsFeit[];
  readonly toelatingen?: readonly ToelatingFeit[];
}
