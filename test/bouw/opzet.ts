import type { Niveau } from '../../shared/need-to-know/niveaus.ts';
import type { Rol } from '../../shared/plan/rollen.ts';

// In these words every test says who sits at a table. They become facts for the engine (feiten.ts), or a casus at a
// server: in this process with all of it (vestiging.ts), in another with what there is a route for (casus.ts).

/** Where somebody works, and from which zetels they may take part; the first is where they sit by themselves. */
export type Mens = readonly [organisatie: string, zetel: string, ...meer: string[]];

/** People, by a name of the test's own. */
export type Gezelschap<Wie extends string> = Readonly<Record<Wie, Mens>>;

/** The municipality's own organisation; everybody else's is from outside. */
export const GEMEENTE = 'gemeente';

/** From when until when, in ms since 1970; left out: from now on, without an end. */
export interface Duur {
  readonly van?: number;
  readonly tot?: number;
}

/** Somebody's seat. */
export interface Stoel<Lid extends string> extends Duur {
  /** Left out: the first that they may take. */
  readonly zetel?: string;
  /** For which members; null: for the household. */
  readonly voor: readonly Lid[] | null;
  /** On the zetel gezin: who they are. */
  readonly alsLid?: Lid;
  /** The household agreed that the others know (NK20). */
  readonly bekend?: boolean;
}

/** A compartment by what it is of. */
export interface Plek<Lid extends string> {
  readonly categorie: string;
  /** About whom; null: the household. */
  readonly lid: Lid | null;
  /** Which organisation keeps it; null: nobody in particular, or in a category that organisations keep, the tile. */
  readonly van: string | null;
}

/** Something that holds for somebody in a compartment. */
export interface Uitzondering<Wie extends string, Lid extends string> extends Duur {
  readonly wie: Wie;
  readonly plek: Plek<Lid>;
}

export type Recht<Wie extends string, Lid extends string> = Uitzondering<Wie, Lid> & {
  readonly niveau: Extract<Niveau, 'lezen' | 'schrijven'>;
};

/** Acute danger always ends. */
export type AcuutGevaar<Wie extends string, Lid extends string> = Uitzondering<Wie, Lid> & {
  readonly tot: number;
};

export interface Waarneming<Wie extends string> {
  readonly wie: Wie;
  readonly van: number;
  readonly tot: number;
}

/** Who is in the household, and who sits at the table. */
export interface Tafelschikking<Wie extends string, Lid extends string> {
  readonly leden: Readonly<Record<Lid, Rol>>;
  /** Who brings the casus, from the first of their zetels, and holds the regie. */
  readonly regisseur: Wie;
  /** Everybody else, in the order in which they come. */
  readonly stoelen: Readonly<Partial<Record<Wie, Stoel<NoInfer<Lid>>>>>;
}

/** The same, with what was given to and kept from them. */
export interface Opzet<Wie extends string, Lid extends string> extends Tafelschikking<Wie, Lid> {
  readonly rechten?: readonly Recht<Wie, Lid>[];
  readonly uitsluitingen?: readonly Uitzondering<Wie, Lid>[];
  readonly acuutGevaar?: readonly AcuutGevaar<Wie, Lid>[];
  readonly waarnemingen?: readonly Waarneming<Wie>[];
}

/** The entries of an object whose keys are known. */
export function paren<Naam extends string, Wat>(
  object: Readonly<Partial<Record<Naam, Wat>>>,
): readonly (readonly [Naam, Wat])[] {
  // What a test writes down has no other keys than its type says.
  return Object.entries(object) as [Naam, Wat][];
}
