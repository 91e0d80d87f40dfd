/** Code that isn't there when the page stands: fetched when somebody asks for it, and before that when all is quiet. */
export type Nakomend<T> = () => Promise<T>;

const alles: Nakomend<unknown>[] = [];

/**
 * @param haal an `import(…)`; a browser fetches it once, and again after it failed
 * @returns the same, known to `haalNakomende`
 * @example export const UITNODIGEN = komtNa(async () => (await import('./uitnodigen.ts')).UITNODIGEN);
 */
export function komtNa<T>(haal: Nakomend<T>): Nakomend<T> {
  alles.push(haal);
  return haal;
}

/** Fetches all of it, one after another, so that it is there when the line is gone. What fails waits until it is asked for. */
export async function haalNakomende(): Promise<void> {
  for (const haal of alles) {
    await rust();
    await haal().catch(() => {});
  }
}

/** So long after it couldn't be fetched it is asked for again. */
const OPNIEUW_NA_MS = 5_000;

/** Fetches it however often that takes: of what nobody asks for, and stands on the screen all the same. */
export async function totHetErIs<T>(haal: Nakomend<T>): Promise<T> {
  for (;;) {
    try {
      return await haal();
    } catch {
      await new Promise((klaar) => setTimeout(klaar, OPNIEUW_NA_MS));
    }
  }
}

/** So long a browser that is never at rest keeps what comes waiting: some of it stands on the board, and nobody asks for it. */
const HOOGSTENS_MS = 1_000;

/** A moment in which the browser has nothing else to do. */
function rust(): Promise<void> {
  return new Promise((klaar) => {
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => klaar(), { timeout: HOOGSTENS_MS });
    else setTimeout(klaar, 200);
  });
}
