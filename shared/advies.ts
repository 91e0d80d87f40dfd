/** The words of a question for advice (OV11), for server, contract and screen. */

/** The zetel from which advice is given: who may take it takes questions on. */
export const DESKUNDIGE = 'gedragsdeskundige';

/** What can be written at a question: by who asks, or by who advises. */
export const ADVIESSTUKKEN = [
  'vraag',
  'concept',
  'advies',
  'aanvulling',
  'bericht',
  'reactie',
  'afspraak',
] as const;
export type Adviesstuk = (typeof ADVIESSTUKKEN)[number];

/** Where a question stands, as everyone who reads it sees it. */
export const ADVIESSTANDEN = ['gevraagd', 'aangenomen', 'gegeven', 'ingetrokken'] as const;
export type Adviesstand = (typeof ADVIESSTANDEN)[number];

/** The headings of an advice, in their order; each may stay empty, not all. */
export const ADVIESKOPPEN = ['watIkLees', 'watIkAdviseer', 'watIkNietWeet', 'wanneerOpnieuw'] as const;
export type Advieskop = (typeof ADVIESKOPPEN)[number];

/** What the team does with it. */
export const ADVIESREACTIES = ['doen', 'deels', 'niet'] as const;
export type Adviesreactie = (typeof ADVIESREACTIES)[number];

/** So many questions may one person have open in a casus, and so many ask there in a day (ST6). */
export const VRAGEN_TEGELIJK = 10;
export const VRAGEN_PER_DAG = 20;
