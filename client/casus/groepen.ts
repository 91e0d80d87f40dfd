import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import type { Leefgebied } from '../../shared/plan/leefgebieden.ts';
import type { KaartVan, Kijk } from './kijk.ts';
import { lezersTekst } from './publiek.ts';

/** Strengths and worries of one leefgebied that the same people read: shown together, under one line of audience. */
export interface Groep {
  readonly sleutel: string;
  /** A compartment of the group, for its audience and what it is called. */
  readonly compartiment: Compartiment;
  readonly punten: readonly (KaartVan<'kracht'> | KaartVan<'zorgpunt'>)[];
}

/**
 * What I read of a leefgebied, by audience: first what the table shares, then what organisations keep. A kept part
 * that is open to me and empty is there as well, so that empty and closed don't look alike.
 */
export function groepenVan(kijk: Kijk, gebied: { code: string; achtergrond: readonly string[] }): Groep[] {
  const punten = [...kijk.kaarten('kracht'), ...kijk.kaarten('zorgpunt')].filter(
    (kaart) => kaart.leefgebied === gebied.code && kijk.inBeeld(kijk.over(kaart)),
  );
  const groepen = new Map<string, { compartiment: Compartiment; punten: Groep['punten'][number][] }>();
  for (const compartiment of kijk.bord.compartimenten) {
    if (!compartiment.geopend || !isMinstens(compartiment.niveau, 'lezen')) continue;
    const hier = punten.filter((kaart) => kaart.compartimentId === compartiment.id);
    const hoortHier =
      gebied.achtergrond.includes(compartiment.categorie) || compartiment.categorie === 'hulp';
    if (hier.length === 0 && !(hoortHier && kijk.inBeeld([compartiment.lidId]))) continue;
    const sleutel = [
      compartiment.categorie,
      compartiment.organisatie ?? '',
      // Empty parts don't need a line for every audience.
      hier.length === 0 ? 'leeg' : lezersTekst(kijk, compartiment.publiek),
    ].join('|');
    const groep = groepen.get(sleutel);
    if (groep === undefined) groepen.set(sleutel, { compartiment, punten: hier });
    else groep.punten.push(...hier);
  }
  const alle = [...groepen].map(([sleutel, groep]) => ({ sleutel, ...groep }));
  return alle.filter(
    (groep) =>
      groep.punten.length > 0 || !alle.some((ander) => ander.punten.length > 0 && isVan(ander, groep)),
  );
}

function isVan(een: Groep, ander: Groep): boolean {
  return (
    een.compartiment.categorie === ander.compartiment.categorie &&
    een.compartiment.organisatie === ander.compartiment.organisatie
  );
}

/** When a leefgebied was last talked about, if ever: the newest kaart that says so. */
export function laatstBesproken(kijk: Kijk, leefgebied: string): KaartVan<'besproken'> | undefined {
  return kijk
    .kaarten('besproken')
    .filter((kaart) => kaart.leefgebied === leefgebied)
    .toSorted((a, b) => b.datum.localeCompare(a.datum))[0];
}

/**
 * The leefgebieden of which I may read something; the rest aren't there, and leave no hole. What is only closed to me
 * stands with all that is closed.
 */
export function zichtbareLeefgebieden(kijk: Kijk) {
  const hulp = kijk.leest('hulp');
  return kijk.lijsten.leefgebieden.filter(
    ({ achtergrond }) => hulp || achtergrond.some((categorie) => kijk.leest(categorie)),
  );
}

/** A code from the lists as the leefgebied that it is. */
export function alsLeefgebied(kijk: Kijk, code: string): Leefgebied | null {
  // The lists of the API hold the codes of shared/plan/leefgebieden.ts, from which the type comes.
  return kijk.lijsten.leefgebieden.some((gebied) => gebied.code === code) ? (code as Leefgebied) : null;
}
