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
  /** Null only on routes that need no session of a person. */
  readonly wie: Wie | null;
  /** On routes of a big screen: which one asks. */
  readonly scherm?: Schermverzoek;
  /** Of which address it came, to count what fails there; nothing else is told by it. */
  readonly adres?: string;
}

/** A request of a big screen, by its own cookie. */
export interface Schermverzoek {
  readonly schermId: string;
  /** Over which line it says to be there; null: it says nothing. */
  readonly lijn: string | null;
}

/** The same when its query and body were read as well. */
export interface GelezenVerzoek<P, Q, B> extends Verzoek<P> {
  readonly query: Q;
  readonly body: B;
  /** Headers that go with the answer when all is well. */
  readonly koppen: Record<string, string>;
  /** What answering cost beside what its answer tells: bytes of text that were read for it (ST6). */
  readonly kosten: { tekstbytes: number };
}

/** A request for a command, read. */
type Gelezen<O extends Opdracht> = GelezenVerzoek<Params<O['naam']>, QueryVan<O>, BodyVan<O>>;

/** What the server does for a command or query of the contract. */
interface Doen<O extends Opdracht, T, R> {
  /**
   * May this person know of it, and do it? Throws a `Weigering` if not. Called when the body has come in and before
   * anybody looks at it, so that the answer can't depend on it (NK5), and in the same step as `doe` (NK7).
   */
  readonly toelaten: (verzoek: Verzoek<Params<O['naam']>>) => T;
  /**
   * Does it, synchronously: what is decided, written and answered is one step (NK7). Gives the body of the answer:
   * exactly what the contract says, no field more.
   */
  readonly doe: (toegelaten: T, verzoek: Gelezen<O>) => Uitkomst<AntwoordVan<O>, R>;
}

/** What a command that makes something does when it is asked again and has been done (ST13). */
interface Opnieuw<O extends Opdracht, T, H> {
  /** In which compartment stands what was asked: with it goes what is kept of that. */
  readonly waar: (toegelaten: T, verzoek: Gelezen<O>, gemaakt: string) => string;
  /**
   * Makes nothing: what was made, as this person may read it now. Null when it isn't there any more or isn't for them.
   * What `doe` asks of a person beyond `toelaten` it asks as well: who may not do it any more is refused as ever.
   */
  readonly antwoord: (
    toegelaten: T,
    verzoek: Gelezen<O>,
    gemaakt: string,
  ) => (H & Precies<AntwoordVan<O>, H>) | null;
}

type Gedrag<O extends Opdracht, T, R, H> = Doen<O, T, R> &
  (O['maakt'] extends true ? { readonly opnieuw: Opnieuw<O, T, H> } : { readonly opnieuw?: never });

/** Where nothing is answered, nothing; `void` by itself would let pass a function that gives something. */
// biome-ignore lint/suspicious/noConfusingVoidType: that is the point, see above.
type Uitkomst<A, R> = [A] extends [undefined] ? void | undefined : R & Precies<A, R>;

/** A command or query with what the server does for it, its types checked and then forgotten. */
export interface Route extends Opdracht {
  readonly toelaten: (verzoek: Verzoek<unknown>) => unknown;
  readonly doe: (toegelaten: unknown, verzoek: GelezenVerzoek<unknown, unknown, unknown>) => unknown;
  /** Undefined where nothing is made. */
  readonly opnieuw?: {
    readonly waar: (
      toegelaten: unknown,
      verzoek: GelezenVerzoek<unknown, unknown, unknown>,
      gemaakt: string,
    ) => string;
    readonly antwoord: (
      toegelaten: unknown,
      verzoek: GelezenVerzoek<unknown, unknown, unknown>,
      gemaakt: string,
    ) => unknown;
  };
}

/** Says what the server does for a command; `http` reads what came in by its schemas before it calls `doe`. */
export function voor<
  O extends Opdracht,
  T,
  const R extends Leesbaar<AntwoordVan<O>>,
  const H extends Leesbaar<AntwoordVan<O>> = never,
>(opdracht: O, gedrag: Gedrag<O, T, R, H>): Route {
  const { toelaten, doe } = gedrag;
  // Which of the two it is hangs on a type that isn't known here.
  const opnieuw = gedrag.opnieuw as Opnieuw<O, T, H> | undefined;
  // The casts undo the forgetting: `http` passes what these schemas gave, and what `toelaten` returned.
  return {
    ...opdracht,
    toelaten: (verzoek) => toelaten(verzoek as Verzoek<Params<O['naam']>>),
    doe: (toegelaten, verzoek) => doe(toegelaten as T, verzoek as Gelezen<O>),
    ...(opnieuw === undefined
      ? {}
      : {
          opnieuw: {
            waar: (toegelaten, verzoek, gemaakt) =>
              opnieuw.waar(toegelaten as T, verzoek as Gelezen<O>, gemaakt),
            antwoord: (toegelaten, verzoek, gemaakt) =>
              opnieuw.antwoord(toegelaten as T, verzoek as Gelezen<O>, gemaakt),
          },
        }),
  };
}
