import type { Handeling } from '../logboek/handelingen.ts';
import type { Code } from './codes.ts';
import { Id } from './gedeeld.ts';
import { type Methode, type OpdrachtNaam, type Params, WEGEN } from './wegen.ts';
import { z } from './zod.ts';

/** Why something that one expects of every command doesn't hold for this one, for who reads it later. */
interface Niet {
  readonly geen: string;
}

/** What a command or query of a name takes and gives, as its capability writes it down. */
interface Definitie<
  N extends OpdrachtNaam,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
  A extends z.ZodType | undefined,
  M extends Maakt | undefined,
  G extends Gewoon<B> | undefined,
> {
  readonly samenvatting: string;
  readonly query?: Q;
  readonly body?: B;
  /** What is answered when all is well; without a schema there is nothing in it. */
  readonly antwoord: { readonly status: 200 | 201 | 204; readonly schema?: A; readonly beschrijving: string };
  /** Whether a session is needed: of a person, or of a big screen, which opens nothing else (OV4). */
  readonly sessie: Sessiesoort;
  /** With what it can be refused, beside what can befall any request (`codesVan`). */
  readonly codes: readonly Code[];
  /** The line that it leaves in the record (NK10), or why it leaves none. A query that leaves one says so. */
  readonly handeling: WegMethode<N> extends 'get' ? Handeling | null : Handeling | Niet;
  /**
   * Whether it makes something, which may not come twice when it is asked twice (ST13), or why not. Each POST says so;
   * what makes something answers with its id.
   */
  readonly maakt?: M;
  /** Why no screen uses it. */
  readonly alleenProgramma?: string;
  /** Of a plain command: what the tests need to know of it. */
  readonly gewoon?: G;
}

/**
 * A plain command: it makes nothing, it stands by itself in any casus, whatever else was done there, and who knows who gave
 * it may see what came of it. From this follow the examples in OpenAPI, the request of the contract test and what the
 * leak property tries. For any other the tests must be told more, and don't compile until they are.
 */
export interface Gewoon<B extends z.ZodType | undefined = z.ZodType | undefined> {
  /** Who gives it: who directs, or everyone who takes part, of themselves. */
  readonly door: 'regisseur' | 'ieder';
  /** Bodies that are good at any time; of more kinds than one where there are. */
  readonly voorbeelden: readonly [Voorbeeld<B>, ...Voorbeeld<B>[]];
}

type Voorbeeld<B> = B extends z.ZodType ? z.input<B> : undefined;

/** What a path may name, for a plain command: what each casus has. */
type GewonePlek = 'casusId' | 'lidId' | 'deelnemerId';

/** Whose session a command or query needs. */
type Sessiesoort = 'nodig' | 'geen' | 'scherm';

/** Whether a command makes something. */
type Maakt = true | Niet;

type WegMethode<N extends OpdrachtNaam> = (typeof WEGEN)[N][0];

/** A command or query: one place for the server, the client, OpenAPI and the tests. */
export interface Opdracht<
  N extends OpdrachtNaam = OpdrachtNaam,
  Q extends z.ZodObject | undefined = z.ZodObject | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  A extends z.ZodType | undefined = z.ZodType | undefined,
  M extends Maakt | undefined = Maakt | undefined,
  G extends Gewoon | undefined = Gewoon | undefined,
> {
  readonly naam: N;
  readonly methode: Methode;
  /** Below /api/v1, in OpenAPI's form. */
  readonly pad: string;
  readonly samenvatting: string;
  /** The path's ids, by their names. */
  readonly params: z.ZodObject;
  readonly query: Q;
  readonly body: B;
  readonly antwoord: { readonly status: 200 | 201 | 204; readonly schema: A; readonly beschrijving: string };
  readonly sessie: Sessiesoort;
  readonly codes: readonly Code[];
  readonly handeling: Handeling | Niet | null;
  /** Whether it makes something, once under a key of who asks (ST13). */
  readonly maakt: M;
  readonly alleenProgramma: string | null;
  readonly gewoon: G;
}

/** Writes down what the command or query of a name takes and gives; method, path and params follow from `WEGEN`. */
export function opdracht<
  N extends OpdrachtNaam,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  A extends z.ZodType | undefined = undefined,
  const M extends Maakt | undefined = undefined,
  const G extends Gewoon<B> | undefined = undefined,
>(
  naam: N,
  definitie: Definitie<N, Q, B, A, M, G> &
    (WegMethode<N> extends 'post' ? { readonly maakt: M & Maakt } : { readonly maakt?: never }) &
    (M extends true ? { readonly gewoon?: never } : unknown) &
    (keyof Params<N> extends GewonePlek ? unknown : { readonly gewoon?: never }),
): Opdracht<N, Q, B, A, M, G> {
  const [methode, pad] = WEGEN[naam];
  const { query, body, antwoord } = definitie;
  const namen = [...pad.matchAll(/\{(\w+)\}/g)].map(([, param]) => String(param));
  return {
    ...definitie,
    naam,
    methode,
    pad,
    params: z.object(Object.fromEntries(namen.map((param) => [param, Id]))),
    // What was left out is undefined, and so is its type then.
    query: query as Q,
    body: body as B,
    antwoord: { ...antwoord, schema: antwoord.schema as A },
    maakt: definitie.maakt as M,
    gewoon: definitie.gewoon as G,
    alleenProgramma: definitie.alleenProgramma ?? null,
  };
}

/** With what a command or query can be refused, all told. */
export function codesVan({ methode, sessie, body, query, codes, maakt }: Opdracht): ReadonlySet<Code> {
  return new Set<Code>([
    ...codes,
    // An id in another form than ours is an id that doesn't exist.
    'niet_gevonden',
    'onbekende_host',
    'te_snel',
    'storing',
    'opslag_onbereikbaar',
    ...(methode === 'get' ? [] : (['vreemde_herkomst'] as const)),
    ...(sessie === 'geen' ? [] : (['niet_aangemeld'] as const)),
    ...(sessie === 'nodig' ? (['andere_aanmelding'] as const) : []),
    ...(body === undefined ? [] : (['json_onleesbaar', 'te_groot', 'geen_json', 'body_ongeldig'] as const)),
    ...(query === undefined ? [] : (['vraag_ongeldig'] as const)),
    ...(maakt === true ? (['sleutel_ongeldig', 'sleutel_hergebruikt', 'al_gedaan', 'dag_vol'] as const) : []),
  ]);
}

/** What a command's body is when it was read, or undefined when it has none. */
export type BodyVan<O extends Opdracht> = O['body'] extends z.ZodType ? z.output<O['body']> : undefined;

/** What a query is when it was read. */
export type QueryVan<O extends Opdracht> = O['query'] extends z.ZodObject ? z.output<O['query']> : undefined;

/** What a command answers. */
export type AntwoordVan<O extends Opdracht> = O['antwoord']['schema'] extends z.ZodType
  ? z.output<O['antwoord']['schema']>
  : undefined;
