/**
 * Where sizes end (ST6): settings with these defaults. Each is counted only over what the person who reaches it sees,
 * so that none tells of something hidden.
 */
export const OMVANG = {
  /** Of one text, in characters; its writers are told from `tekstLetOp`. */
  tekst: 200_000,
  tekstLetOp: 100_000,
  /** Of all texts of one compartment as they are stored, in bytes. */
  compartiment: 4_000_000,
  /** Kaarten of one compartment. */
  kaarten: 500,
  /** Steps of one afspraak. */
  stappen: 200,
  /** Lines of one person at a time, of texts and of what happens around the table each. */
  lijnen: 12,
  /** What one person makes in a day. */
  gemaaktPerDag: 500,
};
export type Omvang = typeof OMVANG;
