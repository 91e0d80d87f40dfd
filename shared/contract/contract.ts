import * as advies from './advies.ts';
import * as afdruk from './afdruk.ts';
import * as agendapunten from './agendapunten.ts';
import * as bezoeken from './bezoeken.ts';
import * as casussen from './casussen.ts';
import * as compartimenten from './compartimenten.ts';
import * as concepten from './concepten.ts';
import * as deelnemers from './deelnemers.ts';
import * as doorzetten from './doorzetten.ts';
import * as gesprek from './gesprek.ts';
import * as gezondheid from './gezondheid.ts';
import * as kaarten from './kaarten.ts';
import * as leden from './leden.ts';
import * as lijsten from './lijsten.ts';
import * as mijnRegie from './mijn-regie.ts';
import * as oogst from './oogst.ts';
import type { AntwoordVan, Opdracht } from './opdracht.ts';
import * as overleggen from './overleggen.ts';
import * as overlegreeksen from './overlegreeksen.ts';
import * as regie from './regie.ts';
import * as schermen from './schermen.ts';
import * as schrijvers from './schrijvers.ts';
import * as sessies from './sessies.ts';
import * as tafelbladen from './tafelbladen.ts';
import * as toegangsrechten from './toegangsrechten.ts';
import * as toegangsverzoeken from './toegangsverzoeken.ts';
import * as tweedeHand from './tweede-hand.ts';
import type { OpdrachtNaam, Params } from './wegen.ts';
import * as werkvoorraad from './werkvoorraad.ts';
import type { z } from './zod.ts';
import * as zoeken from './zoeken.ts';

/** One file a capability; every `opdracht` that stands in one of these is in the contract. */
const VERMOGENS = [
  advies,
  afdruk,
  bezoeken,
  casussen,
  compartimenten,
  concepten,
  deelnemers,
  doorzetten,
  gesprek,
  gezondheid,
  kaarten,
  leden,
  lijsten,
  mijnRegie,
  agendapunten,
  oogst,
  overleggen,
  overlegreeksen,
  regie,
  schermen,
  schrijvers,
  sessies,
  tafelbladen,
  toegangsrechten,
  toegangsverzoeken,
  tweedeHand,
  werkvoorraad,
  zoeken,
] as const;

type In<M> = M extends unknown ? M[keyof M] : never;
type Elk = Extract<In<(typeof VERMOGENS)[number]>, Opdracht>;

/** All commands and queries, by name. */
export type Opdrachten = { readonly [N in OpdrachtNaam]: Extract<Elk, { readonly naam: N }> };

/** A name in `WEGEN` of which no file says what it takes and gives is an error of types here, which names it. */
export type ZonderOpdracht = Niemand<Exclude<OpdrachtNaam, Elk['naam']>>;
type Niemand<N extends never> = N;

/** Plain commands, by name. */
export type GewoneNaam = {
  [N in OpdrachtNaam]: Opdrachten[N]['gewoon'] extends undefined ? never : N;
}[OpdrachtNaam];

// By their own names; that each of `WEGEN` is among them, the type above says.
export const OPDRACHTEN = Object.fromEntries(
  VERMOGENS.flatMap((vermogen) => Object.values<unknown>(vermogen))
    .filter(isOpdracht)
    .map((opdracht) => [opdracht.naam, opdracht]),
) as Opdrachten;

function isOpdracht(iets: unknown): iets is Opdracht {
  return typeof iets === 'object' && iets !== null && 'naam' in iets && 'samenvatting' in iets;
}

type MetParams<N extends OpdrachtNaam> = keyof Params<N> extends never
  ? unknown
  : { readonly params: Params<N> };
type MetQuery<Q> = Q extends z.ZodObject ? { readonly query: z.input<Q> } : unknown;
type MetBody<B> = B extends z.ZodType ? { readonly body: Ongekeurd<z.input<B>> } : unknown;

/** A code that somebody chose is a string until it was checked where it arrives. */
type Ongekeurd<T> = T extends string
  ? string
  : T extends readonly (infer E)[]
    ? readonly Ongekeurd<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Ongekeurd<T[K]> }
      : T;

/** What one sends with a command or query: the ids in its path, its query and its body, as far as it has them. */
export type Vraag<N extends OpdrachtNaam> = MetParams<N> &
  MetQuery<Opdrachten[N]['query']> &
  MetBody<Opdrachten[N]['body']>;

/** The same as arguments: none, where there is nothing to send. */
export type Vraagargumenten<N extends OpdrachtNaam> =
  unknown extends Vraag<N> ? readonly [] : readonly [vraag: Vraag<N>];

/** What a command or query answers. */
export type Antwoord<N extends OpdrachtNaam> = AntwoordVan<Opdrachten[N]>;
