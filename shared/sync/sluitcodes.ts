/** Close codes of the line and, in `sluit`, of a kanaal (SY9). y-websocket takes 4400–4499 as final. */
export const SLUITCODE = {
  nietBegrepen: 4400,
  geenSessie: 4401,
  nietToegestaan: 4403,
  /** Another line of the same person took its place (ST6): of use again when somebody looks at the page. */
  verdrongen: 4409,
  teGroot: 4413,
  teSnel: 4429,
  straksOpnieuw: 4513,
  /** Of a kanaal: its text can't be read (ST1). Tried again now and then: somebody may put it back. */
  onleesbaar: 4514,
} as const;
