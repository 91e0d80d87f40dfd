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
  /** Casussen that one person brings in a day. */
  casussenPerDag: 20,
  /** Kaarten of a whole casus, and its kaarten and texts in bytes: beyond it who runs this is told, and nobody else. */
  casusKaarten: 5_000,
  casusBytes: 50_000_000,
};
export type Omvang = typeof OMVANG;

/** A casus holds more than people need: for who runs it alone, since the total counts what is hidden (ST6). */
export class CasusGroot extends Error {
  override readonly name = 'CasusGroot';
  readonly casusId: string;
  readonly wat: 'kaarten' | 'bytes';
  readonly omvang: number;

  /** @param casusId random, and no content */
  constructor(casusId: string, wat: 'kaarten' | 'bytes', omvang: number) {
    super('a casus is large');
    this.casusId = casusId;
    this.wat = wat;
    this.omvang = omvang;
  }
}
