import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Zoekvraag } from '../../shared/persoonsgegevens/persoonsgegevens.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Noem, Vermeldbaar } from '../editor/vermelding.ts';

/** How I may know who is mentioned: a member by role, a deelnemer by where they take part from and name (NK13). */
export function noemVoor(kijk: Kijk): Noem {
  return (soort, id) => {
    if (soort === 'lid') return kijk.lid(id)?.rol ?? null;
    const deelnemer = kijk.deelnemer(id);
    return deelnemer === undefined ? null : `${kijk.vanuit(deelnemer)} (${deelnemer.naam})`;
  };
}

/**
 * Whom one can mention in a text: whom every reader may know, as far as this person can tell (NK23). Of the
 * deelnemers that is the regisseur, whom everyone knows, and who reads this text and is not discreet; of the
 * members whoever no known reader takes part without. Who is left out can still be called by a role.
 */
export function vermeldbaarIn(kijk: Kijk, compartiment: Compartiment | undefined): Vermeldbaar[] {
  const publiek = compartiment?.publiek ?? null;
  if (publiek === null) return [];
  const lezers = kijk.bord.deelnemers.filter(({ id }) => publiek.deelnemerIds.includes(id));
  // Only the regisseur is told for whom each takes part; who isn't told, goes by the members that they know.
  const leden = kijk.bord.leden.filter(({ id }) =>
    lezers.every(({ lidIds }) => lidIds == null || lidIds.includes(id)),
  );
  const deelnemers = kijk.bord.deelnemers.filter((deelnemer) => {
    if (deelnemer.regisseur) return true;
    const discreet = kijk.lijsten.zetels.find(({ code }) => code === deelnemer.zetel)?.discreet !== false;
    return publiek.deelnemerIds.includes(deelnemer.id) && !discreet;
  });
  const noem = noemVoor(kijk);
  return [
    ...leden.map(({ id, rol }) => ({ soort: 'lid' as const, id, tekst: rol })),
    ...deelnemers.map(({ id }) => ({ soort: 'deelnemer' as const, id, tekst: noem('deelnemer', id) ?? '' })),
  ];
}

/** ST19, NK13: what the editor warns for, as far as I may know it. */
export function persoonsgegevensVan(kijk: Kijk): Zoekvraag {
  return { vandaag: kijk.vandaag, ...kentVan(kijk) };
}
