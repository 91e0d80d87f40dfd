import { ROLLEN } from '../plan/rollen.ts';
import { NAAM_VAN_GEGEVEN, vindplaatsen, type Zoekvraag } from './persoonsgegevens.ts';

/** What is left out of a text for who may not know whom it is about. */
export interface Weglating extends Zoekvraag {
  /** Names of organisations that tell where somebody is known. */
  readonly organisaties: readonly string[];
}

/** A piece of a text: as it was typed, or what kind of thing was left out (`een naam`), or a role without its number. */
export type Stukje =
  | { readonly soort: 'tekst'; readonly tekst: string }
  | { readonly soort: 'weg'; readonly tekst: string; readonly was: string }
  | { readonly soort: 'rol'; readonly tekst: string };

/**
 * A text without what points at one person: what anybody would see in it (ST19), the names given, of organisations too, and
 * ages; a numbered role (`kind 2`) loses its number, for that counts whom the reader may not know of (NK2).
 */
export function zonderNamen(tekst: string, weg: Weglating): Stukje[] {
  const gevonden: Plek[] = vindplaatsen(tekst, weg).map(({ soort, begin, einde }) => ({
    begin,
    einde,
    wat: NAAM_VAN_GEGEVEN[soort],
  }));
  for (const patroon of patronenVan(weg.organisaties)) gevonden.push(...alle(tekst, patroon, ORGANISATIE));
  gevonden.push(...LEEFTIJDEN.flatMap((patroon) => alle(tekst, patroon, LEEFTIJD)));
  for (const raak of tekst.matchAll(LEEFTIJD_NA)) {
    const begin = raak.index + (raak[1] ?? '').length;
    gevonden.push({ begin, einde: raak.index + raak[0].length, wat: LEEFTIJD });
  }
  return metWeglatingen(tekst, gevonden);
}

interface Plek {
  readonly begin: number;
  readonly einde: number;
  readonly wat: string;
}

const ORGANISATIE = 'een organisatie';
const LEEFTIJD = 'een leeftijd';
const LEEFTIJDEN = [/\d{1,3}[-\s]?jarige?n?/giu, /\d{1,3}\s*(?:jaar|jr\.?)\s+(?:oud|jong)/giu];
/** Behind the word that says whose it is. Not by looking back: from each space that would be to the first one (ST6). */
const LEEFTIJD_NA = /(\b(?:is|was|wordt|werd|ben|van|bijna|net|nu)\s+)\d{1,3}\s*(?:jaar|jr)(?!\p{L})/giu;
const GENUMMERDE_ROL = new RegExp(String.raw`(?<!\p{L})(${ROLLEN.join('|')})\s+\d{1,2}(?!\d)`, 'giu');

/** Of names that are looked for in line after line: made once for all of those (ST6). */
const PATRONEN = new WeakMap<readonly string[], readonly RegExp[]>();

function patronenVan(namen: readonly string[]): readonly RegExp[] {
  const bekend =
    PATRONEN.get(namen) ??
    namen.filter((naam) => naam.trim() !== '').map((naam) => new RegExp(letterlijk(naam.trim()), 'giu'));
  PATRONEN.set(namen, bekend);
  return bekend;
}

function alle(tekst: string, patroon: RegExp, wat: string): Plek[] {
  return [...tekst.matchAll(patroon)].map((raak) => ({
    begin: raak.index,
    einde: raak.index + raak[0].length,
    wat,
  }));
}

function letterlijk(tekst: string): string {
  return tekst.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

function metWeglatingen(tekst: string, gevonden: readonly Plek[]): Stukje[] {
  const stukjes: Stukje[] = [];
  let vanaf = 0;
  for (const { begin, einde, wat } of gevonden.toSorted((a, b) => a.begin - b.begin || b.einde - a.einde)) {
    if (einde <= vanaf) continue;
    stukjes.push(...metRollen(tekst.slice(vanaf, Math.max(vanaf, begin))));
    stukjes.push({ soort: 'weg', tekst: wat, was: tekst.slice(Math.max(vanaf, begin), einde) });
    vanaf = einde;
  }
  return [...stukjes, ...metRollen(tekst.slice(vanaf))];
}

function metRollen(tekst: string): Stukje[] {
  const stukjes: Stukje[] = [];
  let vanaf = 0;
  for (const raak of tekst.matchAll(GENUMMERDE_ROL)) {
    stukjes.push({ soort: 'tekst', tekst: tekst.slice(vanaf, raak.index) });
    stukjes.push({ soort: 'rol', tekst: (raak[1] ?? '').toLowerCase() });
    vanaf = raak.index + raak[0].length;
  }
  stukjes.push({ soort: 'tekst', tekst: tekst.slice(vanaf) });
  return stukjes.filter((stukje) => stukje.tekst !== '');
}
