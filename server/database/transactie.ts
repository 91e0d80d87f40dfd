import type Database from 'better-sqlite3';

/**
 * Does the work in one transaction that writes (IMMEDIATE): all of it is on the disk when this returns, or nothing of
 * it happened when this throws. A call within another joins it; when the inner one throws, the outer one can't
 * succeed any more, even if the error was caught, because half of the inner work would stand.
 *
 * @param los within another: this part stands or falls by itself, and when its error is caught the outer one goes on.
 * Not for what the disk throws, after which nobody knows what stands.
 * @throws when `werk` returns a promise: its rest would run after the COMMIT, outside of any transaction
 */
export type Transactie = <T>(werk: () => Synchroon<T>, los?: 'los') => Synchroon<T>;

export type Synchroon<T> = T extends PromiseLike<unknown> ? never : T;

export function maakTransactie(sqlite: Database.Database): Transactie {
  let lopend: { binnenMislukt: boolean } | null = null;

  // Made once: making it prepares its statements. Within another it is a savepoint.
  const inTransactie = sqlite.transaction((werk: () => unknown) => {
    const deze = { binnenMislukt: false };
    const buitenste = lopend;
    lopend = deze;
    try {
      const uitkomst = zonderBelofte(werk());
      if (deze.binnenMislukt)
        throw new Error('a transaction within this one failed: all of it is taken back');
      return uitkomst;
    } finally {
      lopend = buitenste;
    }
  });

  return <T>(werk: () => Synchroon<T>, los?: 'los') => {
    weigerAsync(werk);
    if (lopend !== null && los === undefined) {
      const buitenste = lopend;
      try {
        return zonderBelofte(werk());
      } catch (fout) {
        buitenste.binnenMislukt = true;
        throw fout;
      }
    }

    // What `werk` gave, and nothing else.
    return inTransactie.immediate(werk) as Synchroon<T>;
  };
}

/** Before it runs: what an async function does up to its first await would be done already. */
function weigerAsync(werk: () => unknown): void {
  if (werk.constructor.name === 'AsyncFunction') throw beloftefout();
}

function zonderBelofte<T>(uitkomst: T): T {
  if (typeof uitkomst === 'object' && uitkomst !== null && 'then' in uitkomst) {
    // We throw already; its own failure, later, must not end the process as well.
    Promise.resolve(uitkomst).catch(() => undefined);
    throw beloftefout();
  }
  return uitkomst;
}

function beloftefout(): TypeError {
  return new TypeError('a transaction is synchronous: await before or after it, not within');
}
