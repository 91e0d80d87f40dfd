/** The states that an afspraak can be decided to have (NK30): it goes on, or it is over. */
export const DOORZETSTANDEN = ['bezig', 'gedaan', 'vervallen'] as const;

/** What became of an objection; while it waits it has none. */
export const BEZWAARUITKOMSTEN = [
  /** By the procesregisseur: the besluit holds no more. */
  'toegewezen',
  /** By the procesregisseur: the besluit stays. */
  'afgewezen',
  /** By itself: who objected takes part no more, may no longer be named, or directs now. */
  'vervallen',
] as const;
export type Bezwaaruitkomst = (typeof BEZWAARUITKOMSTEN)[number];

/** What is asked when the regisseur decides, and when somebody objects. */
export const DOORZETLABELS = {
  uitvoerders: 'Wie doet dit?',
  uiterlijk: 'Uiterlijk wanneer?',
  stand: 'Gaat de afspraak door?',
  reden: 'Waarom besluit u dit?',
  bezwaar: 'Waarom bent u het er niet mee eens?',
} as const;
