import type { AntwoordVan, BodyVan, Opdracht, QueryVan } from '../../shared/contract/opdracht.ts';
import type { Leesbaar, Precies } from '../../shared/contract/precies.ts';
import type { Params } from '../../shared/contract/wegen.ts';

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

/** The same when its query and body were read as well. */
export interface GelezenVerzoek<P, Q, B> extends Verzoek<P> {
  readonly query: Q;
  readonly body: B;
  /** Headers that go with the answer when all is well. */
  readonly koppen: Record<string, string>;
}

/** What the server does for a command or query of the contract. */
interface Gedrag<O extends Opdracht, T, R> {
  /**
   * May this person know of it, and do it? Throws a `Weigering` if not. Called when the body has come in and before
   * anybody looks at it, so that the answer can't depend on it (NK5), and in the same step as `doe` (NK7).
   */
  readonly toelaten: (verzoek: Verzoek<Params<O['naam']>>) => T;
  /**
   * Does it, synchronously: what is decided, written and answered is one step (NK7). Gives the body of the answer:
   * exactly what the contract says, no field more.
   */
  readonly doe: (
    toegelaten: T,
    verzoek: GelezenVerzoek<Params<O['naam']>, QueryVan<O>, BodyVan<O>>,
  ) => Uitkomst<AntwoordVan<O>, R>;
}

/** Where nothing is answered, nothing; `void` by itself would let pass a function that gives something. */
// biome-ignore lint/suspicious/noConfusingVoidType: that is the point, see above.
type Uitkomst<A, R> = [A] extends [undefined] ? void | undefined : R & Precies<A, R>;

/** A command or query with what the server does for it, its types checked and then forgotten. */
export interface Route extends Opdracht {
  readonly toelaten: (verzoek: Verzoek<unknown>) => unknown;
  readonly doe: (toegelaten: unknown, verzoek: GelezenVerzoek<unknown, unknown, unknown>) => unknown;
}

/** Says what the server does for a command; `http` reads what came in by its schemas before it calls `doe`. */
export function voor<O extends Opdracht, T, const R extends Leesbaar<AntwoordVan<O>>>(
  opdracht: O,
  { toelaten, doe }: Gedrag<O, T, R>,
): Route {
  // The casts undo the forgetting: `http` passes what these schemas gave, and what `toelaten` returned.
  return {
    ...opdracht,
    toelaten: (verzoek) => toelaten(verzoek as Verzoek<Params<O['naam']>>),
    doe: (toegelaten, verzoek) =>
      doe(toegelaten as T, verzoek as GelezenVerzoek<Params<O['naam']>, QueryVan<O>, BodyVan<O>>),
  };
}
