/**
 * How much one update may hold. Wide for people, narrow enough that what passes costs Yjs milliseconds (SY10):
 * docs/poort.md has the measurements.
 */
export const MATEN = {
  /** Bytes of one update: what a connection takes as well. */
  bytes: 256 * 1024,
  /** New structs. A paste has some three a paragraph; an afternoon offline has one for each place of typing. */
  structs: 5_000,
  /** Ranges that delete what isn't deleted yet; each may split a struct of the server's. */
  nieuwGewist: 5_000,
  /** Clocks that one update may take: text that was typed and deleted offline has length without bytes. */
  lengte: 10_000_000,
  /** Where clocks end: Yjs adds and multiplies them, and beyond 2^53 they would stop being exact. */
  klok: 2 ** 31 - 1,
  /** Nodes within nodes, the text itself not counted (SY4). */
  diepte: 24,
  /** Steps that Yjs may have to look past what others wrote on the same spot, before it finds a struct's place. */
  drukte: 20_000,
  /** Bytes of the name of a root, node, attribute or mark. Ids of velden are the longest, with 36. */
  naam: 64,
  /** Bytes of an attribute's text: `soort` and `id` of a mention. */
  waarde: 64,
} as const;
