import type { DemoMedewerkers } from '../../shared/contract/sessies.ts';

/** Somebody as whom one can sign in to the demo. */
export type Demomedewerker = DemoMedewerkers['medewerkers'][number];

/** An organisation with the people who work there. */
export interface Organisatiegroep {
  readonly organisatie: string;
  readonly medewerkers: readonly Demomedewerker[];
}

/** The people of whom every word of `zoek` occurs in name, job or organisation, by organisation, in the order given. */
export function zoekMedewerkers(medewerkers: readonly Demomedewerker[], zoek: string): Organisatiegroep[] {
  const woorden = kaal(zoek).split(/\s+/).filter(Boolean);
  const groepen = new Map<string, Demomedewerker[]>();
  for (const wie of medewerkers) {
    const tekst = kaal(`${wie.naam} ${wie.functie} ${wie.organisatie}`);
    if (!woorden.every((woord) => tekst.includes(woord))) continue;
    const groep = groepen.get(wie.organisatie) ?? [];
    groep.push(wie);
    groepen.set(wie.organisatie, groep);
  }
  return [...groepen].map(([organisatie, mensen]) => ({ organisatie, medewerkers: mensen }));
}

/** Without capitals and accents: who types "cafe" finds "Café". */
function kaal(tekst: string): string {
  return tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
