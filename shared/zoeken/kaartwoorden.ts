import type { Kaart } from '../contract/kaarten.ts';

/** What people write in a kaart beside its title. */
const VELDEN = [
  'wat',
  'wachtOp',
  'betaaltDoor',
  'organisatie',
  'motivering',
  'beslisser',
  'met',
  'reden',
  'voornaam',
  'achternaam',
  'taal',
  'weten',
  'bellen',
] as const;

/** The words that people wrote in a kaart, its title first; empty when only something was chosen in it. */
export function kaartwoorden(kaart: Kaart): string {
  const getypt = VELDEN.map((veld): unknown => Reflect.get(kaart, veld));
  const stappen = kaart.soort === 'afspraak' ? kaart.stappen.map(({ tekst }) => tekst) : [];
  return [kaart.titel, ...getypt, ...stappen]
    .filter((een) => typeof een === 'string' && een !== '')
    .join(' ');
}
