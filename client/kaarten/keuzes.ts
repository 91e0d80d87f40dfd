import { LEZEN, type Lezen } from '../../shared/plan/kaartsoorten.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Keuze } from '../ui/formulier.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { isCollega, isStil, nietTeNoemen } from './genoemd.ts';

/** The doelen that I read. */
export function doelen(kijk: Kijk): Keuze[] {
  return kijk.kaarten('doel').map((doel) => ({ code: doel.id, naam: doel.titel }));
}

/** The members of the household, by role. */
export function leden(kijk: Kijk): Keuze[] {
  return kijk.bord.leden.map((lid) => ({ code: lid.id, naam: hoofdletter(lid.rol) }));
}

/**
 * Whom I can name, of those whom I know by name: role first, name second. Of other organisations nobody of whom I know
 * that the others may not know of them (NK26), unless they stand there already.
 * @param gekozen who stand there
 */
export function mensen(kijk: Kijk, gekozen: readonly string[] = []): Keuze[] {
  const noembaar = kijk.bord.deelnemers.filter(
    (een) => !isStil(een) || isCollega(kijk, een) || gekozen.includes(een.id),
  );
  return noembaar.map((deelnemer) => ({
    code: deelnemer.id,
    naam: deelnemer.ik
      ? `Uzelf (${kijk.vanuit(deelnemer)})`
      : `${kijk.zetelnaam(deelnemer.zetel)}: ${deelnemer.naam}, ${deelnemer.organisatie}`,
  }));
}

/** Of an afspraak: somebody who takes part discreetly, whom I don't know; the regisseur gets it. */
export const VIA_REGISSEUR = 'regisseur';

/**
 * Who could carry out an afspraak via the regisseur, whom I know; and, for everyone, somebody whom I don't: so that what is
 * offered tells nobody whether there is one (NK26).
 * @param gekozen who stands there
 */
export function discreten(kijk: Kijk, gekozen: readonly string[]): Keuze[] {
  const anderen = kijk.bord.deelnemers.filter(({ ik }) => !ik).map(({ id }) => id);
  const gekend = new Set([...nietTeNoemen(kijk, anderen).map(({ id }) => id), ...gekozen]);
  const wie = kijk.bord.deelnemers.filter(({ id }) => gekend.has(id));
  return [
    ...wie.map(({ id, zetel, naam }) => ({
      code: id,
      naam: `${kijk.zetelnaam(zetel)}: ${naam}, via de regisseur`,
    })),
    { code: VIA_REGISSEUR, naam: 'Ja, de regisseur geeft het door' },
  ];
}

/** What one answers to a question about which one may not know. */
export const ANTWOORDEN: readonly Keuze[] = [
  { code: 'ja', naam: 'Ja' },
  { code: 'nee', naam: 'Nee' },
  { code: 'onbekend', naam: 'Dat weten we niet' },
];

const LEESWIJZE: Readonly<Record<Lezen, string>> = {
  goed: 'Gewone brieven gaan goed',
  eenvoudig: 'Korte brieven, in eenvoudige taal',
  niet: 'Liever vertellen dan schrijven',
};

/** How somebody gets on with what is written. */
export const LEESKEUZES: readonly Keuze[] = LEZEN.map((code) => ({ code, naam: LEESWIJZE[code] }));
