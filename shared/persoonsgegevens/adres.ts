import type { Stuk } from './cijfers.ts';
import { woordenVoor } from './woorden.ts';

/** Finds addresses: a postcode, with or without a house number, and a street with one. */
export function vindAdressen(plat: string): Stuk[] {
  const postcodes = [...plat.matchAll(POSTCODE)].filter((treffer) => isPostcode(plat, treffer));
  const straten = [LAAN_VAN, STRAAT, STRAAT_KLEIN].flatMap((patroon) => [...plat.matchAll(patroon)]);
  const gevonden = [...postcodes, ...straten]
    .map((treffer) => ({ begin: treffer.index, einde: treffer.index + treffer[0].length }))
    .sort((a, b) => a.begin - b.begin);
  let tot = 0;
  // `Laan van Meerdervoort 100` is one address, and so is what a street in it would be.
  return gevonden.filter(({ begin, einde }) => {
    const eigen = begin >= tot;
    if (eigen) tot = einde;
    return eigen;
  });
}

/** Finds e-mail addresses of somebody; an office's own, as `info@…`, is nobody's. */
export function vindMailadressen(plat: string): Stuk[] {
  return [...plat.matchAll(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,8}/g)]
    .filter(
      ([adres]) =>
        !/^(?:info|contact|loket|balie|post|receptie|administratie|secretariaat|helpdesk)@/i.test(adres),
    )
    .map((treffer) => ({ begin: treffer.index, einde: treffer.index + treffer[0].length }));
}

const NUMMER = String.raw`(?:,? ?(?:nr\.?|nummer|no\.?))?,? {1,2}\d{1,5}(?: ?(?:[a-zA-Z]|bis|hs|[IV]{1,3})(?![\p{L}\d])|[-/] ?(?:\d{1,4}|[a-zA-Z]{1,3}))?(?![\p{L}\d]|[.,:]\d| ?%)`;
/** What follows a number that counts something, or a day or a time. */
const GEEN_TELWOORD =
  '(?! ?(?:keer|maal|x |maanden|maand|mnd|weken|week|jaar|jaren|dagen|dag|uur|uren|minuten|min|euro|km|meter|meer|mensen|kinderen|jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*(?![a-z]))';

const POSTCODE =
  /(?<![\p{L}\d€.,/-])(?:NL ?-? ?)?([1-9]\d{3})( ?)(?!SA|SD|SS)([a-z]{2})(?![\p{L}])(?:,? ?(?:nr\.? ?)?(\d{1,5})(?: ?[a-zA-Z](?![\p{L}])|-\d{1,4})?(?!\d|[.,:]\d))?/giu;

/** Two small letters behind a number are a postcode when they stand against it, or a house number follows. */
function isPostcode(plat: string, treffer: RegExpExecArray): boolean {
  const [, cijfers = '', tussen, letters = '', huisnummer] = treffer;
  if (/^(?:SA|SD|SS)$/i.test(letters)) return false;
  const isMaat = MATEN.test(letters);
  if (tussen === '') return !(isMaat && huisnummer === undefined);
  if (/^[A-Z]{2}$/.test(letters)) return !(isMaat && cijfers.endsWith('00')) && !WOORDJES_GROOT.test(letters);
  if (huisnummer !== undefined && !WOORDJES.test(letters)) return true;
  return woordenVoor(plat, treffer.index).some(
    ({ woord, afstand }) => afstand === 0 && /^(?:postcode|pc)$/.test(woord),
  );
}

const MATEN = /^(?:km|kg|mg|ml|cl|cm|mm|kb|mb|gb|kw|kj|px|eu|kr|ha|st|de|en|nd|rd|th|pp|hz|va|wh|pk)$/i;
/** Two letters that are a word, or begin a count. */
const WOORDJES =
  /^(?:af|al|an|as|da|de|dd|do|du|en|er|eu|ga|ha|he|ho|ik|in|is|ja|je|km|kg|la|ma|me|mg|ml|na|nr|nu|of|om|op|pm|st|te|tm|tv|uw|va|vr|we|wo|za|ze|zo)$/i;
const WOORDJES_GROOT = /^(?:EN|OF|OP|IN|IS|DE|TE|OM)$/;

const UITGANG =
  'straat|str\\.?|laan|weg|wg\\.?|plein|kade|gracht|hof|steeg|dijk|singel|plantsoen|dreef|pad|markt|wal|boulevard|allee|haven|erf|park|oord|ring|zoom|burgwal|voort|kamp|veld';
/** A street by its usual endings, with its capital. */
const STRAAT = new RegExp(
  String.raw`(?<![\p{L}\d])\p{Lu}[\p{L}'.-]{1,40}?(?:${UITGANG})${NUMMER}${GEEN_TELWOORD}`,
  'gu',
);
/** `Laan van Meerdervoort 100`, `Plein van de Vrede 3`. */
const LAAN_VAN = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Laan|Plein|Weg|Hof|Pad|Park|Kade|Straat) (?:van|der|den|aan) (?:(?:de|den|der|het) )?\p{Lu}[\p{L}'-]{1,40}${NUMMER}${GEEN_TELWOORD}`,
  'gu',
);
/** The same in small letters, where the ending leaves no doubt. */
const STRAAT_KLEIN = new RegExp(
  String.raw`(?<![\p{L}\d])[\p{Ll}'-]{3,40}?(?:straat|laan|plein|gracht|kade|singel|steeg|dreef|plantsoen)${NUMMER}${GEEN_TELWOORD}`,
  'gu',
);
