/** What a document may take: settings with these defaults. Times in ms. */
export const TEKSTMATEN = {
  /** Changes after which the collected state is kept anew, so that a cold start reads no more than these. */
  wijzigingenPerBeeld: 500,
  /** Of how many that is done at a time: each is a COMMIT, for which everyone who types waits. */
  beeldenPerKeer: 10,
  /** How long a document stays in memory after the last one left it. */
  rust: 30_000,
  /** How long history is kept for accountability after a tekstbeeld holds it (NK14): six weeks. */
  geschiedenis: 42 * 24 * 60 * 60 * 1000,
  /** How often history is cut. */
  snijden: 60 * 60 * 1000,
} as const;
