/** What the words around a number say that it is. */
export type Duiding = 'bsn' | 'kenmerk' | 'telefoon' | 'geboorte' | 'gebeurtenis';

/** A word around a number, the nearest first. */
export interface Woord {
  /** In small letters, without signs around it. */
  readonly woord: string;
  /** How many words of meaning stand between it and the number. */
  readonly afstand: number;
}

/** Behind so many small numbers nobody remembers what the first was called: `kind 2 van 14`. */
const MEESTE_GETALLEN = 2;
/** Of how many signs around a number the words count. */
const BEREIK = 90;

/** The words in front of a place, the nearest first: of its own sentence, and up to another number or date. */
export function woordenVoor(plat: string, plek: number): Woord[] {
  const vanaf = Math.max(0, plek - BEREIK);
  const regel = plat.slice(vanaf, plek).split('\n').at(-1) ?? '';
  return tel(regel.split(' ').reverse(), (stuk) => SLUIT_ZIN.test(stuk));
}

/** The words behind a place, the nearest first: of its own sentence, and up to another number or date. */
export function woordenNa(plat: string, plek: number): Woord[] {
  const regel = plat.slice(plek, plek + BEREIK).split('\n')[0] ?? '';
  const zin = /^[^.!?;]*/.exec(regel)?.[0] ?? '';
  return tel(zin.split(' '), () => false);
}

/** Whether there may be such words at all: a quick look before a careful one. */
export function kanErStaan(plat: string, plek: number, woord: RegExp): boolean {
  return woord.test(plat.slice(Math.max(0, plek - BEREIK), plek));
}

/** The first word that says something, and not further away than it may stand. */
export function duidingIn(
  woorden: readonly Woord[],
  telt: Readonly<Partial<Record<Duiding, number>>>,
): { readonly duiding: Duiding; readonly afstand: number } | null {
  for (const { woord, afstand } of woorden) {
    for (const [duiding, patroon] of DUIDINGEN) {
      const verst = telt[duiding];
      if (verst !== undefined && afstand <= verst && patroon.test(woord)) return { duiding, afstand };
    }
  }
  return null;
}

function tel(stukken: readonly string[], sluit: (stuk: string) => boolean): Woord[] {
  const woorden: Woord[] = [];
  let afstand = 0;
  let getallen = 0;
  for (const stuk of stukken) {
    if (sluit(stuk) || getallen > MEESTE_GETALLEN || /(?:\d\D*){5}/.test(stuk)) break;
    if (/^\d/.test(stuk)) getallen += 1;
    const woord = stuk.toLowerCase().replace(RAND, '').replaceAll('.', '');
    if (woord === '') continue;
    woorden.push({ woord, afstand });
    if (!VERBINDT.test(woord)) afstand += 1;
  }
  return woorden;
}

/** The end of a sentence; `nr.` and `geb.` end none. */
const SLUIT_ZIN = /[!?;]$|\p{L}{5,}(?<!nrs?)\.$/u;
const RAND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** Words that stand between a number and what it is called. */
const VERBINDT =
  /^(?:nr|nrs|no|num|nummer|is|was|van|de|het|een|met|onder|voor|op|bij|uw|ons|onze|haar|zijn|hun|mijn|en|\d+)$/;

/** A word for a number that is no BSN: by what is numbered, or as a compound of `nummer`. */
const KENMERK =
  /^(?:kenmerk|kenm|ref|referentie|dossier|zaak|factuur|fact|nota|polis|klant|client|relatie|order|bestelling|contract|ean|kvk|btw|rsin|beschikking|besluit|incasso|vordering|aanslag|aanmaning|ticket|melding|agb|big|debiteur|crediteur|artikel|postbus|rekening|giro|case|id|code|indicatie|toewijzing|aanvraag|registratie|verzoek|uzovi|serie|barcode|pakket|zending|vestiging|casus|formulier|meter|abonnement|pas|kaart)(?:s|en)?$|.(?:nummer|nummers|nr|code|kenmerk|id)$/;
/** A word for a telephone. */
const TELEFOON =
  /^(?:tel|telefoon|telnr|telefoonnr|telefoonnummer|mob|mobiel|mobielnummer|mobiele|gsm|whatsapp|app|06-nummer|bel|belt|bellen|sms|fax|bereikbaar)$/;
/** A word for being born. */
const GEBOORTE =
  /^(?:geb|gebdat|gebdatum|geboren|geboortedatum|geboortedag|geboortedata|geboorte|jarig|verjaardag|verjaart|verjaardagen)$/;
/** A word for what happens on a day, or begins or ends then. */
const GEBEURTENIS =
  /^(?:sinds|vanaf|tot|totdat|t\/m|tm|per|dd|d\.d|na|tussen|rond|uiterlijk|deadline|start|startdatum|begin|begindatum|eind|einde|einddatum|ingang|ingangsdatum|besluit|beschikking|brief|mail|e-mail|mailtje|bericht|gesprek|gesprekken|telefoongesprek|afspraak|overleg|mdo|gezinsoverleg|huisbezoek|bezoek|intake|indicatie|contract|huurcontract|zitting|uitspraak|vonnis|aanvraag|aanmelding|melding|rapport|rapportage|verslag|notulen|advies|evaluatie|herziening|toets|bijeenkomst|vergadering|consult|onderzoek|keuring|factuur|aanmaning|nota|bewind|bewindvoering|wsnp|toelating|verhuizing|verhuisd|huwelijk|scheiding|opname|ontslag|dagvaarding|ontruiming|versie|update|week|periode|plan|actie|uitgevoerd|nieuw|wijziging|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|[a-z]*ge(?!boren)[a-z]{2,}(?:d|t)|[a-z]*(?:gekomen|gegaan|gesproken|besproken|begonnen|geschreven|gegeven|gezien|verlopen|ontvangen|besloten|afgesproken|gescheiden|overleden|ingetrokken|vertrokken|opgenomen|aangenomen|overgenomen|gebleven|gebleken|getrouwd|vastgesteld))$/;

const DUIDINGEN: readonly (readonly [Duiding, RegExp])[] = [
  ['bsn', /bsn|burgerservice|^sofi(?:-?(?:nummer|nr))?$|^service-?(?:nummer|nr)$/],
  ['kenmerk', KENMERK],
  ['telefoon', TELEFOON],
  ['geboorte', GEBOORTE],
  ['gebeurtenis', GEBEURTENIS],
];
