import type { z } from '../../shared/contract/zod.ts';

/** Who sent a request, from the session; never from anything that the client claims (NK3). */
export interface Wie {
  readonly sessieId: string;
  readonly persoonId: string;
}

/** A request that came past the session and the form of its path. */
export interface Verzoek<P> {
  readonly params: P;
  /** Null only on routes that need no session. */
  readonly wie: Wie | null;
}

/** What a route answers. */
export interface Antwoord {
  readonly status: number;
  /** JSON; left out with 204. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A command or query as it is written down by a capability. */
export interface RouteDefinitie<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, T> {
  readonly methode: 'get' | 'post' | 'patch' | 'delete';
  /** Below /api/v1, in OpenAPI's form: `/casussen/{casusId}`. */
  readonly pad: string;
  readonly samenvatting: string;
  readonly params: P;
  readonly query?: Q;
  readonly body?: B;
  /** What is answered when all is well. */
  readonly antwoord: { readonly status: number; readonly schema?: z.ZodType; readonly beschrijving: string };
  /** Whether a session is needed. */
  readonly sessie: 'nodig' | 'geen';
  /**
   * May this person know of it, and do it? Throws a `Weigering` if not. Called when the body has come in and before
   * anybody looks at it, so that the answer can't depend on it (NK5), and in the same step as `doe` (NK7).
   */
  readonly toelaten: (verzoek: Verzoek<z.infer<P>>) => T;
  /** Does it, synchronously: what is decided, written and answered is one step (NK7). */
  readonly doe: (
    toegelaten: T,
    body: z.infer<B>,
    query: z.infer<Q>,
    verzoek: Verzoek<z.infer<P>>,
  ) => Antwoord;
}

/** A route, its types checked and then forgotten. */
export interface Route {
  readonly methode: 'get' | 'post' | 'patch' | 'delete';
  readonly pad: string;
  readonly samenvatting: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject | undefined;
  readonly body: z.ZodType | undefined;
  readonly antwoord: { readonly status: number; readonly schema?: z.ZodType; readonly beschrijving: string };
  readonly sessie: 'nodig' | 'geen';
  readonly toelaten: (verzoek: Verzoek<unknown>) => unknown;
  readonly doe: (toegelaten: unknown, body: unknown, query: unknown, verzoek: Verzoek<unknown>) => Antwoord;
}

/** Writes down a route; `http` parses with its own schemas before it calls `toelaten` and `doe`. */
export function route<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, T>(
  definitie: RouteDefinitie<P, Q, B, T>,
): Route {
  // The casts undo the forgetting: `http` passes what these schemas gave, and what `toelaten` returned.
  const { toelaten, doe } = definitie;
  return {
    ...definitie,
    query: definitie.query,
    body: definitie.body,
    toelaten: (verzoek) => toelaten(verzoek as Verzoek<z.infer<P>>),
    doe: (toegelaten, body, query, verzoek) =>
      doe(toegelaten as T, body as z.infer<B>, query as z.infer<Q>, verzoek as Verzoek<z.infer<P>>),
  };
}
