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
export const GRONDSLAGEN: readonly Lijstregel[] = [
  regel('participatiewet', 'Taak uit de Participatiewet'),
  regel('wmo', 'Taak uit de Wmo 2015'),
  regel('jeugdwet', 'Taak uit de Jeugdwet'),
  regel('wgs', 'Taak uit de Wet gemeentelijke schuldhulpverlening', '2021-01-01'),
  regel('leerplichtwet', 'Taak uit de Leerplichtwet'),
  regel('onderwijswet', 'Zorgplicht van de school'),
  regel('overeenkomst', 'Overeenkomst met de inwoner'),
  regel('toestemming', 'Toestemming van de inwoner'),
  regel('meldrecht', 'Meldrecht bij vermoeden van huiselijk geweld of kindermishandeling'),
];

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
