import type { Dag } from './datum.ts';
import type { Tekstvorm } from './tekst.ts';

/** What nobody should ever save in a field (ST19). */
export type Verboden = 'bsn' | 'telefoonnummer';

/** What somebody types, at most so many characters. */
interface Getypt {
  readonly vorm: Tekstvorm;
  readonly hoogstens: number;
  readonly nooit: readonly Verboden[];
}

/** A telephone number (telefoon.ts), of at most so many characters. */
interface Telefonisch {
  readonly vorm: 'telefoon';
  readonly hoogstens: number;
}

/** A day, or a moment or day, from one day up to and including another. */
interface Gedateerd {
  readonly vorm: 'datum' | 'moment';
  readonly vroegst: Dag;
  readonly laatst: Dag;
}

/** What a program fills in, and nobody types: in one form. */
interface Verwezen {
  readonly vorm: 'verwijzing';
  readonly patroon: RegExp;
}

/**
 * Every kind of field, with the bounds that make sense in practice (ST9). They hold for what is written; what is on
 * disk stays readable when they move.
 */
export const SOORTEN = {
  /** One line: a title, what is agreed, an address. */
  regel: { vorm: 'regel', hoogstens: 300, nooit: ['bsn'] },
  /** The question to the table: everyone who reads the plan reads it. */
  vraag: { vorm: 'regel', hoogstens: 300, nooit: ['bsn', 'telefoonnummer'] },
  /** A first or a last name. */
  naam: { vorm: 'regel', hoogstens: 100, nooit: ['bsn'] },
  /** Text of some length. */
  tekst: { vorm: 'tekst', hoogstens: 4000, nooit: ['bsn'] },
  /** On which one can be called. */
  telefoon: { vorm: 'telefoon', hoogstens: 30 },
  /** A day on which something must be done. Yesterday may be said as well: a working day ends after midnight. */
  termijn: { vorm: 'datum', vroegst: { dagen: -1 }, laatst: { jaren: 5 } },
  /** A day on which something was agreed, discussed or decided. */
  gebeurd: { vorm: 'datum', vroegst: { jaren: -10 }, laatst: {} },
  /** The last day for an objection against what was decided: six weeks after it was sent (Awb 6:7, 6:8). */
  bezwaartermijn: { vorm: 'datum', vroegst: { jaren: -10 }, laatst: { jaren: 1 } },
  /** Since when there is help. */
  sinds: { vorm: 'datum', vroegst: { jaren: -80 }, laatst: {} },
  geboortedatum: { vorm: 'datum', vroegst: '1900-01-01', laatst: {} },
  /** From when somebody takes part. */
  begin: { vorm: 'moment', vroegst: { dagen: -1 }, laatst: { jaren: 1 } },
  /** Until when somebody takes part. */
  einde: { vorm: 'moment', vroegst: { dagen: -1 }, laatst: { jaren: 10 } },
  /** An id as the server gives it. */
  kenmerk: {
    vorm: 'verwijzing',
    patroon: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  },
  /** Some ids in an address, with commas between. */
  kenmerken: { vorm: 'verwijzing', patroon: /^(?:[0-9a-f-]{36}(?:,[0-9a-f-]{36}){0,99})?$/ },
  /** An entry of a list, by its code. */
  code: { vorm: 'verwijzing', patroon: /^[a-z0-9_]{1,60}$/ },
  /** What somebody saw of a kaart, as the server stamped it (ST11). */
  versie: { vorm: 'verwijzing', patroon: /^[\w-]{16}$/ },
} as const satisfies Readonly<Record<string, Getypt | Telefonisch | Gedateerd | Verwezen>>;

/** A kind of field. */
export type Soort = keyof typeof SOORTEN;

/** The kinds of which a form is in a certain form. */
export type SoortVan<V extends (typeof SOORTEN)[Soort]['vorm']> = {
  [S in Soort]: (typeof SOORTEN)[S]['vorm'] extends V ? S : never;
}[Soort];
/** What somebody types. */
export type Tekstsoort = SoortVan<Tekstvorm>;
/** A day, or a moment that a form asks by its day. */
export type Dagsoort = SoortVan<'datum' | 'moment'>;
