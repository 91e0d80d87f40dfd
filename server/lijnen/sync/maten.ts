/** What a line may take: settings with these defaults. Times in ms, sizes in bytes. */
export const LIJNMATEN = {
  /** Of one WebSocket message; `ws` ends the connection above it. */
  frame: 1024 * 1024,
  /** Berichten in one message: more than may come at once by the rates below. */
  berichtenPerFrame: 1500,
  /** Of one bericht on a kanaal (SY9: 4413). The gate's own limit lies just below it. */
  bericht: 256 * 1024 + 64,
  /** Updates of text a second, and how many at once after a rest. */
  updatesPerSeconde: 60,
  updatesOpslag: 200,
  /** Everything else that one sends: opening, asking, telling. A board has some fifty kanalen. */
  overigePerSeconde: 40,
  overigeOpslag: 1000,
  /** Cursors are dropped above this, not refused (SY8). */
  cursorsPerSeconde: 30,
  cursorsOpslag: 60,
  /** Resting states that are compared; above it they are left out, for each is a hash of all the text (SY10, SY15). */
  standenPerSeconde: 1,
  standenOpslag: 60,
  /** Of one awareness message; a cursor has some 300. */
  cursor: 4096,
  /** Refusals within `weigeringenIn` that end a connection (SY4). */
  weigeringen: 3,
  weigeringenIn: 60_000,
  /** Client ids that one person may bind in a compartment within an hour (SY3). */
  idsPerUur: 32,
  /** What a reader may leave unread before it is disconnected (SY11). */
  ongelezen: 4 * 1024 * 1024,
  /** With so much unread on a line, or on all of a person's, what they ask for waits until it is read (ST6). */
  ongelezenVoorAntwoord: 1024 * 1024,
  ongelezenPerPersoon: 8 * 1024 * 1024,
  /** The same text asked for again on one line: so much a second, and at once. */
  opnieuwPerSeconde: 64 * 1024,
  opnieuwOpslag: 4 * 1024 * 1024,
  /** What may wait of one line before it is read no further, in bytes (ST6). */
  wachtend: 512 * 1024,
  /** Berichten of one tick, and bytes of them and of what was asked for: some ms of work, and many share a COMMIT. */
  perTik: { berichten: 100, bytes: 512 * 1024 },
  /** A frame of this size goes out as it is, shared by all who get it; smaller ones go together. */
  eigenBericht: 16 * 1024,
  /** A line that didn't answer a ping for this long is dead. */
  levensteken: 30_000,
  /**
   * Between two ticks at least: what comes in meanwhile shares one COMMIT, which costs more than all the rest of an
   * update. After a rest the first one doesn't wait.
   */
  tussenTikken: 2,
} as const;
