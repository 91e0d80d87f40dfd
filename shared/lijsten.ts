/**
 * Dated lists from which people choose. An entry holds from `van` until `tot` (dates, exclusive; null: open).
 * A ground is a setting with a date, never a line of program: municipalities and laws change (sources.md, C, Wams).
 */
export interface Lijstregel {
  readonly code: string;
  readonly naam: string;
  readonly van: string;
  readonly tot: string | null;
}

/** A kind of help; `gevoelig`: it stands in the shared plan only with the household's agreement (NK21). */
export interface SoortHulp extends Lijstregel {
  readonly gevoelig: boolean;
}

/**
 * A legal ground. `voorGemeente`: the municipality can act on it itself. On agreement it can't: who depends on it isn't
 * free to refuse (AVG 7.4, recital 43).
 */
export interface Grondslag extends Lijstregel {
  readonly voorGemeente: boolean;
}

/** Null: there is no usual one; one chooses. */
export interface Gebruikelijk {
  readonly waarvoor: string | null;
  readonly grondslag: string | null;
}

function grond(
  code: string,
  naam: string,
  { van, voorGemeente = true }: { readonly van?: string; readonly voorGemeente?: boolean } = {},
): Grondslag {
  return { ...regel(code, naam, van), voorGemeente };
}

function regel(code: string, naam: string, van = '2015-01-01'): Lijstregel {
  return { code, naam, van, tot: null };
}

/** What somebody takes part for. */
export const WAARVOOR: readonly Lijstregel[] = [
  regel('samenhang', 'Hulp op elkaar afstemmen'),
  regel('toegang_hulp', 'Beoordelen welke hulp nodig is'),
  regel('uitvoeren_hulp', 'Hulp geven die is afgesproken'),
  regel('schulden', 'Schulden regelen of voorkomen'),
  regel('werk', 'Werk of meedoen mogelijk maken'),
  regel('wonen', 'Huisuitzetting voorkomen of een woning vinden'),
  regel('onderwijs', 'Naar school kunnen gaan'),
  regel('veiligheid', 'Veiligheid van iemand in het huishouden'),
  regel('advies', 'Advies geven aan de mensen om de tafel'),
];

/** Legal grounds for taking part. */
export const GRONDSLAGEN: readonly Grondslag[] = [
  grond('participatiewet', 'Taak uit de Participatiewet'),
  grond('wmo', 'Taak uit de Wmo 2015'),
  grond('jeugdwet', 'Taak uit de Jeugdwet'),
  grond('wgs', 'Taak uit de Wet gemeentelijke schuldhulpverlening', { van: '2021-01-01' }),
  grond('leerplichtwet', 'Taak uit de Leerplichtwet'),
  grond('onderwijswet', 'Zorgplicht van de school'),
  grond('overeenkomst', 'Overeenkomst met de inwoner'),
  grond('toestemming', 'Toestemming van de inwoner', { voorGemeente: false }),
  grond('meldrecht', 'Meldrecht bij vermoeden van huiselijk geweld of kindermishandeling'),
];

/**
 * The municipality's own zetels: they take part by a task in law. The household is told of them, once per casus, and not
 * asked for each (NK12).
 */
const VAN_GEMEENTE: ReadonlySet<string> = new Set([
  'participatie',
  'inkomen',
  'wmo',
  'jeugd',
  'schuldhulp',
  'leerplicht',
]);

/** Whether a zetel is one of the municipality's own. */
export function isVanGemeente(zetel: string): boolean {
  return VAN_GEMEENTE.has(zetel);
}

/** Whether somebody on a zetel can take part on a ground: never on agreement from one of the municipality's own. */
export function grondPast(
  grondslag: Pick<Grondslag, 'voorGemeente'> | undefined,
  zetel: { readonly code: string; readonly brengtIn: boolean; readonly kernteam: boolean } | undefined,
): boolean {
  return (
    grondslag?.voorGemeente !== false ||
    !(zetel !== undefined && (zetel.brengtIn || zetel.kernteam || isVanGemeente(zetel.code)))
  );
}

/** What a form proposes on a zetel: what for, and the law that gives it this task, where there is one. */
export const GEBRUIKELIJK: Readonly<Record<string, Gebruikelijk>> = {
  participatie: { waarvoor: 'werk', grondslag: 'participatiewet' },
  inkomen: { waarvoor: 'samenhang', grondslag: 'participatiewet' },
  wmo: { waarvoor: 'toegang_hulp', grondslag: 'wmo' },
  jeugd: { waarvoor: 'toegang_hulp', grondslag: 'jeugdwet' },
  schuldhulp: { waarvoor: 'schulden', grondslag: 'wgs' },
  leerplicht: { waarvoor: 'onderwijs', grondslag: 'leerplichtwet' },
  onderwijs: { waarvoor: 'onderwijs', grondslag: 'onderwijswet' },
  gezondheidszorg: { waarvoor: 'uitvoeren_hulp', grondslag: null },
  jeugdhulp: { waarvoor: 'uitvoeren_hulp', grondslag: null },
  jeugdbescherming: { waarvoor: 'veiligheid', grondslag: null },
  gedragsdeskundige: { waarvoor: 'advies', grondslag: null },
  wonen: { waarvoor: 'wonen', grondslag: null },
  werk: { waarvoor: 'werk', grondslag: null },
  welzijn: { waarvoor: 'uitvoeren_hulp', grondslag: null },
  veiligheid: { waarvoor: 'veiligheid', grondslag: null },
  vertegenwoordiger: { waarvoor: 'schulden', grondslag: null },
};

/** Kinds of help. */
export const SOORTEN_HULP: readonly SoortHulp[] = [
  { ...regel('schuldhulp', 'Hulp bij schulden'), gevoelig: false },
  { ...regel('budgetbeheer', 'Budgetbeheer of bewind'), gevoelig: false },
  { ...regel('uitkering', 'Uitkering of regeling'), gevoelig: false },
  { ...regel('werkbegeleiding', 'Begeleiding naar werk'), gevoelig: false },
  { ...regel('dagbesteding', 'Dagbesteding of activering'), gevoelig: false },
  { ...regel('hulp_huishouden', 'Hulp bij het huishouden'), gevoelig: false },
  { ...regel('begeleiding_thuis', 'Begeleiding thuis'), gevoelig: false },
  { ...regel('vrijwilliger', 'Vrijwilliger of maatje'), gevoelig: false },
  { ...regel('wonen', 'Hulp bij wonen'), gevoelig: false },
  { ...regel('school', 'Hulp op school'), gevoelig: false },
  { ...regel('taal', 'Taal en inburgering'), gevoelig: false },
  { ...regel('gezondheidszorg', 'Zorg of behandeling'), gevoelig: true },
  { ...regel('jeugdhulp', 'Jeugdhulp'), gevoelig: true },
  { ...regel('veiligheid', 'Hulp bij onveiligheid'), gevoelig: true },
];

/** Expertise that a casus can need. */
export const EXPERTISES: readonly Lijstregel[] = [
  regel('schulden', 'Schulden en inkomen'),
  regel('werk', 'Werk en re-integratie'),
  regel('wmo', 'Ondersteuning thuis'),
  regel('jeugd', 'Opgroeien en opvoeden'),
  regel('psychisch', 'Psychische gezondheid'),
  regel('verslaving', 'Verslaving'),
  regel('lvb', 'Licht verstandelijke beperking'),
  regel('autisme', 'Autisme'),
  regel('wonen', 'Wonen'),
  regel('onderwijs', 'School en leerplicht'),
  regel('veiligheid', 'Veiligheid'),
  regel('taal', 'Taal en inburgering'),
];

/** Whether `code` stands in `lijst` on `datum` (YYYY-MM-DD). */
export function staatInLijst(lijst: readonly Lijstregel[], code: string, datum: string): boolean {
  return lijst.some(
    (item) => item.code === code && item.van <= datum && (item.tot === null || datum < item.tot),
  );
}
