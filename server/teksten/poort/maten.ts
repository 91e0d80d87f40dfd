/**
 * How much one update may hold. Wide for people, narrow enough that what passes costs Yjs milliseconds (SY10):
 * docs/poort.md has the measurements.
 */
export const MATEN = {
  /** Bytes of one update: what a connection takes as well. */
  bytes: 256 * 1024,
  /** New structs. A paste has three to five a block, its anchor and marker too; an afternoon offline one for each place of typing. */
  structs: 5_000,
  /** Ranges that delete what isn't deleted yet; each may split a struct of the server's. */
  nieuwGewist: 5_000,
  /** Clocks that one update may take: text that was typed and deleted offline has length without bytes. */
  lengte: 10_000_000,
  /** Where clocks end: Yjs adds and multiplies them, and beyond 2^53 they would stop being exact. */
  klok: 2 ** 31 - 1,
  /** Steps that Yjs may have to look past what others wrote on the same spot, before it finds a struct's place. */
  drukte: 20_000,
  /** Values in one struct. Yjs copies them all each time that it splits the struct, and deletions split it anywhere. */
  waarden: 250,
  /** Bytes of the name of a root, key or format. Ids of velden are the longest, with 36. */
  naam: 64,
  /** Bytes of a key's text or a format's value. `alinea` is the longest, with 6. */
  waarde: 16,
  /** Bytes of an embed's JSON, bounded before it is parsed. A mention of a deelnemer is the longest, with 80. */
  ingebed: 128,
} as const;
