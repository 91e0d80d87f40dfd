import type { Organisatierol } from '../../shared/organisatierollen.ts';

/**
 * The demo municipality: Merwerade, its organisations and who works there. All of it is invented; the phone
 * numbers can't be dialled (06-0… and 088-000… are given to nobody). People and organisations go by a key here;
 * whoever fills the database gives them ids.
 */

/** An organisation of the demo. */
interface DemoOrganisatie {
  readonly sleutel: string;
  readonly naam: string;
  readonly isGemeente: boolean;
  readonly telefoon: string;
}

/** Somebody who works with the tool, with the zetels that their organisation lets them take (NK12). */
interface DemoMedewerker {
  readonly sleutel: string;
  readonly naam: string;
  readonly functie: string;
  readonly organisatie: OrganisatieSleutel;
  readonly telefoon: string;
  /** The first is the one that is proposed; none for who doesn't sit at tables. */
  readonly zetels: readonly string[];
}

/** The organisations, the municipality first. */
export const ORGANISATIES = [
  { sleutel: 'gemeente', naam: 'Gemeente Merwerade', isGemeente: true, telefoon: '088-000 00 01' },
  { sleutel: 'ggz', naam: 'GGZ Rivierenrade', isGemeente: false, telefoon: '088-000 00 02' },
  { sleutel: 'huisarts', naam: 'Huisartsenpraktijk De Griend', isGemeente: false, telefoon: '088-000 00 03' },
  { sleutel: 'thuiszorg', naam: 'Wijkverpleging Radeveld', isGemeente: false, telefoon: '088-000 00 04' },
  { sleutel: 'jeugdhulp', naam: 'Jeugdhulp Wilgenrade', isGemeente: false, telefoon: '088-000 00 05' },
  { sleutel: 'gi', naam: 'Jeugdbescherming Rivierenrade', isGemeente: false, telefoon: '088-000 00 06' },
  {
    sleutel: 'expertise',
    naam: 'Expertiseteam Opgroeien Merwerade',
    isGemeente: false,
    telefoon: '088-000 00 07',
  },
  { sleutel: 'basisschool', naam: 'Basisschool De Radeboom', isGemeente: false, telefoon: '088-000 00 08' },
  { sleutel: 'college', naam: 'Merwerade College', isGemeente: false, telefoon: '088-000 00 09' },
  { sleutel: 'corporatie', naam: 'Woningcorporatie Radewonen', isGemeente: false, telefoon: '088-000 00 10' },
  { sleutel: 'werkplein', naam: 'Werkplein Merwerade', isGemeente: false, telefoon: '088-000 00 11' },
  {
    sleutel: 'jobcoach',
    naam: 'Jobcoachbureau De Opstap Merwerade',
    isGemeente: false,
    telefoon: '088-000 00 12',
  },
  { sleutel: 'welzijn', naam: 'Welzijn Merwerade', isGemeente: false, telefoon: '088-000 00 13' },
  { sleutel: 'bewind', naam: 'Bewindvoering Radestein', isGemeente: false, telefoon: '088-000 00 14' },
  { sleutel: 'veiligthuis', naam: 'Veilig Thuis Merwerade', isGemeente: false, telefoon: '088-000 00 15' },
] as const satisfies readonly DemoOrganisatie[];

/** Key of an organisation of the demo. */
export type OrganisatieSleutel = (typeof ORGANISATIES)[number]['sleutel'];

/** Who works there, in the order in which they are listed. */
export const MEDEWERKERS = [
  medewerker(
    'fatima',
    'Fatima El Amrani',
    'klantmanager participatie',
    'gemeente',
    1,
    'participatie',
    'inkomen',
  ),
  medewerker('jeroen', 'Jeroen Hofstra', 'klantmanager participatie', 'gemeente', 2, 'participatie'),
  medewerker('inge', 'Inge Postma', 'consulent inkomen', 'gemeente', 3, 'inkomen', 'participatie'),
  medewerker('dylan', 'Dylan Kartosen', 'consulent inkomen', 'gemeente', 4, 'inkomen'),
  medewerker('ali', 'Ali Yilmaz', 'Wmo-consulent', 'gemeente', 5, 'wmo'),
  medewerker('greet', 'Greet van den Akker', 'Wmo-consulent', 'gemeente', 6, 'wmo'),
  medewerker('tom', 'Tom Bakker', 'jeugdconsulent', 'gemeente', 7, 'jeugd'),
  medewerker('naima', 'Naima Chaouch', 'jeugdconsulent', 'gemeente', 8, 'jeugd'),
  medewerker('sanne', 'Sanne Kuipers', 'schuldhulpverlener', 'gemeente', 9, 'schuldhulp'),
  medewerker('ruben', 'Ruben de Graaf', 'schuldhulpverlener', 'gemeente', 10, 'schuldhulp'),
  medewerker('els', 'Els Vermeulen', 'leerplichtambtenaar', 'gemeente', 11, 'leerplicht'),
  medewerker('bram', 'Bram Oosterling', 'RMC-consulent', 'gemeente', 12, 'leerplicht', 'participatie'),
  medewerker(
    'pieter',
    'Pieter Aalbers',
    'sociaalpsychiatrisch verpleegkundige',
    'ggz',
    13,
    'gezondheidszorg',
  ),
  medewerker('lotte', 'Lotte Wijnen', 'psycholoog', 'ggz', 14, 'gezondheidszorg'),
  medewerker('karim', 'Karim Haddad', 'huisarts', 'huisarts', 15, 'gezondheidszorg'),
  medewerker('mieke', 'Mieke Jonker', 'wijkverpleegkundige', 'thuiszorg', 16, 'gezondheidszorg'),
  medewerker('noor', 'Noor Smeets', 'gezinsbegeleider', 'jeugdhulp', 17, 'jeugdhulp'),
  medewerker('daan', 'Daan Peters', 'ambulant begeleider', 'jeugdhulp', 18, 'jeugdhulp'),
  medewerker('yvonne', 'Yvonne Scholten', 'jeugdbeschermer', 'gi', 19, 'jeugdbescherming'),
  medewerker('mark', 'Mark Overbeek', 'jeugdbeschermer', 'gi', 20, 'jeugdbescherming'),
  medewerker('hanneke', 'Hanneke Groenewoud', 'gedragsdeskundige', 'expertise', 21, 'gedragsdeskundige'),
  medewerker('koen', 'Koen Verbeek', 'gedragsdeskundige', 'expertise', 37, 'gedragsdeskundige'),
  medewerker('willem', 'Willem Smit', 'intern begeleider', 'basisschool', 22, 'onderwijs'),
  medewerker('joke', 'Joke Visser', 'zorgcoördinator', 'college', 23, 'onderwijs'),
  medewerker('marloes', 'Marloes de Wit', 'consulent sociaal beheer', 'corporatie', 24, 'wonen'),
  medewerker('kees', 'Kees Mulder', 'consulent huurincasso', 'corporatie', 25, 'wonen'),
  medewerker('rachid', 'Rachid Benali', 'adviseur werk', 'werkplein', 26, 'werk'),
  medewerker('anouk', 'Anouk Willems', 'jobcoach', 'jobcoach', 27, 'werk'),
  medewerker('trudy', 'Trudy Bos', 'maatschappelijk werker', 'welzijn', 28, 'welzijn'),
  medewerker('samuel', 'Samuel Tesfay', 'coördinator taal en ontmoeting', 'welzijn', 29, 'welzijn'),
  medewerker('frank', 'Frank Leeuwis', 'bewindvoerder', 'bewind', 30, 'vertegenwoordiger'),
  medewerker('ilse', 'Ilse Brandsma', 'medewerker Veilig Thuis', 'veiligthuis', 31, 'veiligheid'),
  medewerker('monique', 'Monique Teunissen', 'teamleider werk en inkomen', 'gemeente', 32),
  medewerker('henk', 'Henk Zandstra', 'teamleider zorg en jeugd', 'gemeente', 33),
  medewerker('arjan', 'Arjan Vos', 'teamleider', 'ggz', 34),
  medewerker('petra', 'Petra van Loon', 'procesregisseur', 'gemeente', 35),
  medewerker('ernst', 'Ernst Hagendoorn', 'functionaris gegevensbescherming', 'gemeente', 36),
] as const satisfies readonly DemoMedewerker[];

/** Key of somebody of the demo. */
export type MedewerkerSleutel = (typeof MEDEWERKERS)[number]['sleutel'];

/** Who leads whom, where they work. */
export const LEIDING: Partial<Record<MedewerkerSleutel, readonly MedewerkerSleutel[]>> = {
  monique: ['fatima', 'jeroen', 'inge', 'dylan', 'sanne', 'ruben'],
  henk: ['ali', 'greet', 'tom', 'naima', 'els', 'bram'],
  arjan: ['pieter', 'lotte'],
};

/** What somebody is, or was, for all of the municipality; days from the one on which the demo is filled. */
export const ROLLEN_IN_GEMEENTE: readonly {
  readonly wie: MedewerkerSleutel;
  readonly rol: Organisatierol;
  readonly van: number;
  readonly tot: number | null;
}[] = [
  { wie: 'henk', rol: 'procesregisseur', van: -900, tot: -400 },
  { wie: 'petra', rol: 'procesregisseur', van: -400, tot: null },
  { wie: 'ernst', rol: 'fg', van: -700, tot: null },
];

function medewerker<Sleutel extends string>(
  sleutel: Sleutel,
  naam: string,
  functie: string,
  organisatie: OrganisatieSleutel,
  nummer: number,
  ...zetels: string[]
): DemoMedewerker & { readonly sleutel: Sleutel } {
  const telefoon = `06-0000 00${String(nummer).padStart(2, '0')}`;
  return { sleutel, naam, functie, organisatie, telefoon, zetels };
}
