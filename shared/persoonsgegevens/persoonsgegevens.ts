import { vindAdressen, vindMailadressen } from './adres.ts';
import { vindBsns } from './bsn.ts';
import type { Stuk } from './cijfers.ts';
import { vindDagen, vindTijden } from './dagen.ts';
import { vindGeboortedata } from './geboorte.ts';
import { type Lezing, lees, zonder } from './lezing.ts';
import type { Naam } from './naam.ts';
import { vindNamen } from './namen.ts';
import { vindRekeningen } from './rekening.ts';
import { vindTelefoonnummers } from './telefoon.ts';

/** What in a text points straight at one person (ST19). */
export type Persoonsgegeven =
  | 'bsn'
  | 'telefoonnummer'
  | 'geboortedatum'
  | 'adres'
  | 'rekeningnummer'
  | 'e-mailadres'
  | 'naam';

/** Something found, with the text as it was typed. */
export interface Vondst {
  readonly soort: Persoonsgegeven;
  readonly tekst: string;
}

/** The same with where it stands in the text as it was typed. */
export interface Vindplaats extends Vondst {
  readonly begin: number;
  readonly einde: number;
}

/** What to look for, beside what anybody would see. */
export interface Zoekvraag {
  /** `jjjj-mm-dd` */
  readonly vandaag: string;
  /** Of whom this person may read the name, and of nobody else: a warning tells that somebody is called so. */
  readonly namen?: readonly Naam[];
  /** Dates of birth that this person may read, `jjjj-mm-dd`. */
  readonly geboortedata?: readonly string[];
}

/** How each is called in a warning. */
export const NAAM_VAN_GEGEVEN: Readonly<Record<Persoonsgegeven, string>> = {
  bsn: 'een BSN',
  telefoonnummer: 'een telefoonnummer',
  geboortedatum: 'een geboortedatum',
  adres: 'een adres',
  rekeningnummer: 'een rekeningnummer',
  'e-mailadres': 'een e-mailadres',
  naam: 'een naam',
};

/**
 * Finds what identifies a person in a text that more people read than may know it (ST19, NK13), in the order of the
 * text. It knows how people write; it warns, and can be wrong either way.
 */
export function vindPersoonsgegevens(tekst: string, zoek: Zoekvraag): Vondst[] {
  return vindplaatsen(tekst, zoek).map(({ soort: wat, tekst: getypt }) => ({ soort: wat, tekst: getypt }));
}

/** The same, with where each stands: looking for its words again would find them in another word as well. */
export function vindplaatsen(tekst: string, zoek: Zoekvraag): Vindplaats[] {
  const lezing = lees(tekst);
  const { plat } = lezing;
  const { mail, rekeningen, dagen, nummers, over } = ontleed(lezing, zoek.vandaag);
  const vast = [
    ...soort('e-mailadres', mail),
    ...soort('rekeningnummer', rekeningen),
    ...soort('geboortedatum', vindGeboortedata(plat, dagen, zoek.vandaag, zoek.geboortedata ?? [])),
    ...soort('telefoonnummer', nummers),
    ...soort('bsn', vindBsns(plat, over)),
    ...soort('adres', vindAdressen(zonder(plat, [...mail, ...rekeningen, ...nummers]))),
  ];
  // A name in an address for mail is no second thing; a mention never was one, for it isn't in this text.
  const namen = vindNamen(zonder(plat, vast), zoek.namen ?? []);
  return [...vast, ...soort('naam', namen)]
    .sort((a, b) => a.begin - b.begin)
    .map(({ soort: wat, begin, einde }) => ({
      soort: wat,
      tekst: lezing.getypt(begin, einde).trim(),
      begin: lezing.plek(begin),
      einde: lezing.plek(einde),
    }));
}

/** Whether there is a BSN in a text of which nobody could mean anything else: such a text is not kept (ST19). */
export function bevatBsn(tekst: string): boolean {
  if (!GENOEG_CIJFERS.test(tekst)) return false;
  const lezing = lees(tekst);
  return vindBsns(lezing.plat, ontleed(lezing, GEEN_DAG).over).some(({ zeker }) => zeker);
}

/** Whether there is a telephone number of somebody in a text. */
export function bevatTelefoonnummer(tekst: string): boolean {
  return GENOEG_CIJFERS.test(tekst) && ontleed(lees(tekst), GEEN_DAG).nummers.length > 0;
}

/** For most texts this is all there is to look at. */
const GENOEG_CIJFERS = /\p{Nd}(?:[^\p{Nd}\n]{0,12}\p{Nd}){5}/u;
/** Which day it is decides of a date what it is, not whether it is one. */
const GEEN_DAG = '2026-01-01';

/** What in a text is plainly one thing, and what is left of its numbers. */
function ontleed({ plat }: Lezing, vandaag: string) {
  const mail = vindMailadressen(plat);
  const gevonden = vindRekeningen(plat);
  const zonderRekening = zonder(plat, [...mail, ...gevonden]);
  const dagen = vindDagen(zonderRekening, Number(vandaag.slice(0, 4)));
  const tijden = vindTijden(zonderRekening);
  // Eight digits in a row are looked at as a BSN as well, and a day without a year may be part of a phone number.
  const alsDag = dagen.filter(
    ({ jaar, begin, einde }) => jaar !== null && /\D/.test(plat.slice(begin, einde)),
  );
  const zonderDag = zonder(zonderRekening, [...alsDag, ...tijden]);
  const nummers = vindTelefoonnummers(plat, zonderDag);
  return {
    mail,
    rekeningen: gevonden.filter(({ klopt }) => klopt),
    dagen,
    nummers,
    over: zonder(zonderDag, nummers),
  };
}

function soort(wat: Persoonsgegeven, stukken: readonly Stuk[]): (Stuk & { soort: Persoonsgegeven })[] {
  return stukken.map(({ begin, einde }) => ({ soort: wat, begin, einde }));
}
