/** How long things last or may take: settings with these defaults. */
export const TERMIJNEN = {
  /** How many days ahead the end of a right lies at most (NK28). */
  rechtDagen: 90,
  /** After how many working days a request is over (NK27). */
  verzoekWerkdagen: 5,
};
export type Termijnen = typeof TERMIJNEN;
