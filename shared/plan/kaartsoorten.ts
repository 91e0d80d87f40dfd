/** The sorts of kaart, and the compartments in which each may stand (docs/protocol.md). */
export const KAARTSOORTEN = [
  'kracht',
  'zorgpunt',
  'doel',
  'afspraak',
  'besluit',
  'beschikking',
  'vraag',
  'wet',
  'expertise',
  'gezin_weet',
  'contactpersoon',
  'veiligheid_nu',
  'herziening',
  'hulp',
  'besproken',
  'naam',
  'adres',
  'contact',
  'noodkaart',
] as const;

/** A sort of kaart. */
export type Kaartsoort = (typeof KAARTSOORTEN)[number];

const PAST: Readonly<Record<Kaartsoort, { categorieen: readonly string[]; perOrganisatie: boolean }>> = {
  kracht: { categorieen: ['hulp'], perOrganisatie: true },
  zorgpunt: { categorieen: ['hulp'], perOrganisatie: true },
  doel: { categorieen: ['plan'], perOrganisatie: true },
  afspraak: { categorieen: ['plan'], perOrganisatie: true },
  besluit: { categorieen: ['plan'], perOrganisatie: true },
  beschikking: { categorieen: ['plan'], perOrganisatie: true },
  vraag: { categorieen: ['plan'], perOrganisatie: false },
  wet: { categorieen: ['plan'], perOrganisatie: false },
  expertise: { categorieen: ['plan'], perOrganisatie: false },
  gezin_weet: { categorieen: ['plan'], perOrganisatie: false },
  contactpersoon: { categorieen: ['plan'], perOrganisatie: false },
  veiligheid_nu: { categorieen: ['plan'], perOrganisatie: false },
  herziening: { categorieen: ['plan'], perOrganisatie: false },
  hulp: { categorieen: ['hulp'], perOrganisatie: false },
  besproken: { categorieen: ['hulp'], perOrganisatie: false },
  naam: { categorieen: ['naam'], perOrganisatie: false },
  adres: { categorieen: ['adres'], perOrganisatie: false },
  contact: { categorieen: ['contact'], perOrganisatie: false },
  noodkaart: { categorieen: ['adres', 'regie', 'advies'], perOrganisatie: true },
};

/** Whether a kaart of this sort may stand in a compartment of this category. */
export function past(
  soort: Kaartsoort,
  categorie: { readonly code: string; readonly perOrganisatie: boolean },
): boolean {
  const waar = PAST[soort];
  return waar.categorieen.includes(categorie.code) || (waar.perOrganisatie && categorie.perOrganisatie);
}

/** Sorts of which a compartment holds at most one: one a member, or one for the household. */
export const EEN_PER_COMPARTIMENT: ReadonlySet<Kaartsoort> = new Set([
  'naam',
  'adres',
  'contact',
  'noodkaart',
  'gezin_weet',
  'contactpersoon',
]);

/** How somebody gets on with what is written, in the order in which it is offered. */
export const LEZEN = ['goed', 'eenvoudig', 'niet'] as const;
/** How somebody gets on with what is written. */
export type Lezen = (typeof LEZEN)[number];

/** Sorts that have a co-edited text of their own (a veld with this kaart's id). */
export const MET_TEKST: ReadonlySet<Kaartsoort> = new Set(['doel', 'afspraak', 'besluit']);

/** States of an afspraak, in the order in which they are offered. */
export const STANDEN = ['gepland', 'bezig', 'wacht', 'gedaan', 'vervallen'] as const;
/** The state of an afspraak. */
export type Stand = (typeof STANDEN)[number];

/** Laws under which an afspraak can fall. */
export const WETTEN = ['participatiewet', 'wmo', 'jeugdwet', 'wgs', 'anders'] as const;
/** A law under which an afspraak falls. */
export type Wet = (typeof WETTEN)[number];

/** How far a beschikking is (Awb 1:3), in the order in which it is offered. */
export const UITKOMSTEN = [
  'aangevraagd',
  'toegekend',
  'deels_toegekend',
  'afgewezen',
  'ingetrokken',
] as const;
/** How far a beschikking is. */
export type Uitkomst = (typeof UITKOMSTEN)[number];

/** The states of a casus, in the order in which it passes them. */
export const STATUSSEN = ['ingebracht', 'in_uitvoering', 'nazorg', 'afgesloten'] as const;
/** The state of a casus. */
export type Status = (typeof STATUSSEN)[number];
