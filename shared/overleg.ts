/** Where an overleg is (OV2). */
export const OVERLEGSTATEN = ['voorbereiding', 'bezig', 'gesloten'] as const;
export type Overlegstaat = (typeof OVERLEGSTATEN)[number];

/** Where something on an agenda is: brought, what the chair decided on it, open now, closed. */
export const AGENDASTATEN = ['ingebracht', 'aanvaard', 'teruggegeven', 'bezig', 'besproken'] as const;
export type Agendastaat = (typeof AGENDASTATEN)[number];

/** Whether who takes part in it knows of something on an agenda in this state: the chair took it on. */
export function staatOpAgenda(staat: Agendastaat): boolean {
  return staat === 'aanvaard' || staat === 'bezig' || staat === 'besproken';
}

/** Whether something on an agenda in this state is still to be discussed, so that one can read before it. */
export function komtNog(staat: Agendastaat): boolean {
  return staat === 'ingebracht' || staat === 'aanvaard' || staat === 'bezig';
}

/** The steps of an item that is open, in their order (OV2). */
export const GESPREKSDELEN = ['terugblik', 'vraag', 'beeld', 'wegen', 'afspreken', 'teruglezen'] as const;
export type Gespreksdeel = (typeof GESPREKSDELEN)[number];

/** What who leads an overleg does with it (OV2). */
export const OVERLEGSTAPPEN = ['open', 'item', 'tussen', 'heropen', 'neem_over', 'sluit'] as const;
export type Overlegstap = (typeof OVERLEGSTAPPEN)[number];

/** Never closed: closed by the clock so many hours past its end. */
export const SLUIT_NA_UREN = 4;
/** The deputy can take over when nothing was heard of the chair for so many seconds. */
export const STIL_SECONDEN = 60;

/** What the chair does with it; `doorgeschoven`: to the next overleg of the series. */
export const AGENDABESLUITEN = ['aanvaard', 'teruggegeven', 'doorgeschoven'] as const;
export type Agendabesluit = (typeof AGENDABESLUITEN)[number];

/**
 * As what somebody is in an overleg. The first three lead it, and read what is on its agenda until it closes (OV1);
 * the others read what is theirs.
 */
export const OVERLEGROLLEN = [
  'voorzitter',
  'plaatsvervanger',
  'notulist',
  'lid',
  'meedenker',
  'gast',
  'deelnemer',
] as const;
export type Overlegrol = (typeof OVERLEGROLLEN)[number];

/** As what somebody has a place at an item, and no seat: a member of the series, or somebody from outside it. */
export const PLAATSROLLEN = ['meedenker', 'gast'] as const;
export type Plaatsrol = (typeof PLAATSROLLEN)[number];

/** Whether this role is in the overleg for every item, and not for one. */
export function zitVast(rol: Overlegrol): boolean {
  return rol !== 'deelnemer' && rol !== 'meedenker' && rol !== 'gast';
}

/** Whether this role reads the whole agenda (OV1). */
export function isLeiding(rol: Overlegrol): boolean {
  return rol === 'voorzitter' || rol === 'plaatsvervanger' || rol === 'notulist';
}

/** Every so many minutes a time in an agenda is told, and no more precisely: it would tell how others' items go (OV1). */
export const TIJDSTAP_MINUTEN = 5;

/** How long an overleg or an item of it lasts, in minutes. */
export const DUUR = { kortst: 15, langst: 480 } as const;
export const MINUTEN = { kortst: 5, langst: 240 } as const;

/** A series comes every so many weeks. */
export const WEKEN = { vaakst: 1, zeldenst: 8 } as const;

/** What ended more days ago isn't listed any more. */
export const LIJST_DAGEN = 14;
/** So many gezinsoverleggen of one casus are in the list at most, of everybody who takes part in it (ST6). */
export const GEZINSOVERLEGGEN_HOOGSTENS = 30;

/** So many dilemmas somebody has on one agenda at most; so many members a series. */
export const DILEMMAS_HOOGSTENS = 3;
export const LEDEN_HOOGSTENS = 60;

/** A dilemma is gone after so many days (OV10). */
export const DILEMMA_DAGEN = 42;
