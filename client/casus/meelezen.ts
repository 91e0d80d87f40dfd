import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import { datumVan, lang, tijdstip } from '../ui/datum.ts';
import type { Kijk } from './kijk.ts';

/** A right on something that I keep. */
export type Gegeven = NonNullable<Compartiment['rechten']>[number];

/** What I decide on: I may let others read along there. */
export function bewaardDoorMij(kijk: Kijk): Compartiment[] {
  return kijk.bord.compartimenten.filter(({ rechten }) => rechten !== null);
}

/** A part as one says it: `Jeugdhulp van kind 1`. */
export function deelnaam(kijk: Kijk, { categorie, lidId }: Compartiment): string {
  return `${kijk.categorienaam(categorie)} van ${kijk.onderwerp(lidId)}`;
}

/** Until when: `tot en met 3 december`, or with the hour where it ends in the midst of a day. */
export function totWanneer(kijk: Kijk, tot: string | null): string {
  if (tot === null) return 'zonder einddatum';
  const laatste = new Date(Date.parse(tot) - 1);
  const dag = datumVan(laatste);
  return datumVan(tot) === dag
    ? `tot ${lang(dag, kijk.vandaag)}, ${tijdstip(tot)}`
    : `tot en met ${lang(dag, kijk.vandaag)}`;
}
