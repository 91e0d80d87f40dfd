/** What in a text points straight at one person. */
export type Persoonsgegeven = 'bsn' | 'telefoonnummer' | 'geboortedatum' | 'adres' | 'e-mailadres' | 'naam';

/** Something found, with the text as it was typed. */
export interface Vondst {
  readonly soort: Persoonsgegeven;
  readonly tekst: string;
}

/** How each is called in a warning. */
export const NAAM_VAN_GEGEVEN: Readonly<Record<Persoonsgegeven, string>> = {
  bsn: 'een BSN',
  telefoonnummer: 'een telefoonnummer',
  geboortedatum: 'een geboortedatum',
  adres: 'een adres',
  'e-mailadres': 'een e-mailadres',
  naam: 'een naam',
};

const NEGEN_CIJFERS = /(?<![\d+])\d(?:[ .-]?\d){8}(?![\d])/g;
const TELEFOON = /(?<![\d])(?:(?:\+31|0031)[\s.-]?(?:\(0\))?|\(?0)(?:[\s.()-]{0,2}\d){9}(?![\d])/g;
const DATUM = /(?<!\d)(\d{1,2})[-/. ](\d{1,2}|[a-z]{3,9}\.?)[-/. ]((?:19|20)\d{2})(?!\d)/gi;
const POSTCODE = /(?<!\d)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z])/g;
/** A street by its usual endings, and a house number. */
const STRAAT =
  /(?<![\p{L}\d])\p{Lu}[\p{L}'’.-]{1,40}(?:straat|laan|weg|plein|kade|gracht|hof|steeg|dijk|singel|plantsoen|dreef|pad)\s{1,2}\d{1,4}(?: ?[a-zA-Z]|-\d{1,3})?(?![\p{L}\d])/gu;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+/g;

/**
 * Finds what identifies a person in a text that more people read than may know it (NK13): BSN, phone number, date of
 * birth, address, e-mail address, and the names it is given. It warns; other names it can't know.
 * @param vandaag `jjjj-mm-dd`: a date from an earlier year is taken for a date of birth, a nearer one for a plan.
 * @param namen of the household, as far as the writer knows them: `Sanne de Vries`
 */
export function vindPersoonsgegevens(
  tekst: string,
  vandaag: string,
  namen: readonly string[] = [],
): Vondst[] {
  const vondsten = (soort: Persoonsgegeven, patroon: RegExp, klopt: (treffer: RegExpMatchArray) => boolean) =>
    [...tekst.matchAll(patroon)].filter(klopt).map(([gevonden]) => ({ soort, tekst: gevonden.trim() }));
  return [
    ...vondsten('bsn', NEGEN_CIJFERS, ([nummer]) => isBsn(nummer)),
    ...vondsten('telefoonnummer', TELEFOON, () => true),
    ...vondsten('geboortedatum', DATUM, (treffer) => isGeboortedatum(treffer, vandaag)),
    ...vondsten('adres', POSTCODE, () => true),
    ...vondsten('adres', STRAAT, () => true),
    ...vondsten('e-mailadres', EMAIL, () => true),
    ...vindNamen(tekst, namen),
  ];
}

/**
 * Names as they are written, whole or in part, also in the possessive (`Sannes`). With their capital only: the
 * mother may be called Wil, and then `wil` is still a word.
 */
function vindNamen(tekst: string, namen: readonly string[]): Vondst[] {
  const delen = namen.flatMap((naam) => [naam, ...naam.split(/\s+/)]).map((deel) => deel.trim());
  // The longest first: `Sanne de Vries` is one finding, not two.
  const gezocht = [...new Set(delen)]
    .filter((deel) => /^\p{Lu}.|\s/u.test(deel))
    .sort((a, b) => b.length - a.length);
  if (gezocht.length === 0) return [];
  const patroon = gezocht.map((deel) => deel.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const treffers = tekst.matchAll(
    new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${patroon})s?(?![\\p{L}\\p{M}\\d])`, 'gu'),
  );
  return [...treffers].map(([gevonden]) => ({ soort: 'naam', tekst: gevonden }));
}

/** Whether nine digits pass the elfproef of the burgerservicenummer; dots, spaces and hyphens don't count. */
export function isBsn(nummer: string): boolean {
  const cijfers = [...nummer].filter((teken) => teken >= '0' && teken <= '9').map(Number);
  if (cijfers.length !== 9 || cijfers.every((cijfer) => cijfer === 0)) return false;
  const som = cijfers.reduce((totaal, cijfer, i) => totaal + cijfer * (i === 8 ? -1 : 9 - i), 0);
  return som % 11 === 0;
}

function isGeboortedatum([, dag, maand, jaar]: RegExpMatchArray, vandaag: string): boolean {
  if (dag === undefined || maand === undefined || jaar === undefined) return false;
  const bestaat = Number(dag) >= 1 && Number(dag) <= 31 && maandnummer(maand) !== undefined;
  return bestaat && jaar < vandaag.slice(0, 4);
}

const MAANDEN = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

function maandnummer(maand: string): number | undefined {
  if (/^\d+$/.test(maand)) return Number(maand) >= 1 && Number(maand) <= 12 ? Number(maand) : undefined;
  const begin = maand.toLowerCase().slice(0, 3).replace('mrt', 'maa');
  const plaats = MAANDEN.indexOf(begin);
  return plaats === -1 ? undefined : plaats + 1;
}
