import type { Kaartsoort } from './kaartsoorten.ts';

const LEEFGEBIED = 'Leefgebied';
const OVER = 'Over wie gaat het?';
const TITEL = 'Titel';

/** What is asked when a casus is brought, and of its household. */
export const CASUSLABELS = {
  leden: 'Wie horen erbij?',
  rol: 'Rol in het huishouden',
  zetel: 'Van waaruit doet u mee?',
  waarvoor: 'Waarvoor brengt u deze casus in?',
  grondslag: 'Op grond waarvan?',
  vraag: 'Wat vraagt u aan de anderen?',
  wetten: 'Welke wetten spelen mee?',
  expertise: 'Welke kennis is nodig?',
  gezinWeet: 'Weet het gezin dat u dit bespreekt?',
  sinds: 'Sinds wanneer?',
  met: 'Met wie hebt u het besproken?',
  waaromNiet: 'Waarom nog niet?',
  status: 'Waar staat deze casus?',
} as const;

/** What is asked of how somebody takes part. */
export const DEELNEMERLABELS = {
  medewerkerId: 'Wie?',
  zetel: 'Vanuit',
  lidIds: 'Wie uit het huishouden?',
  alsLidId: 'Wie van het huishouden is dit?',
  waarvoor: 'Waarvoor doet deze persoon mee?',
  grondslag: 'Op grond van',
  van: 'Vanaf wanneer?',
  tot: 'Tot wanneer?',
  gezinAkkoord: 'Vindt het gezin dit goed?',
  reden: 'Waarom doet deze persoon toch mee?',
  bekend: 'Mogen de anderen weten dat deze persoon meedoet?',
  bekendSinds: 'Sinds wanneer vindt het gezin dat goed?',
  compartimentIds: 'Wat gaat deze collega lezen?',
  telefoon: 'Op welk nummer bent u voor deze casus te bereiken?',
} as const;

/** What is asked of who lets somebody read along. */
export const RECHTLABELS = {
  deelnemerId: 'Wie mag meelezen?',
  niveau: 'Wat mag deze persoon?',
  waarvoor: 'Waarvoor?',
  grondslag: 'Op grond van',
  reden: 'Waarom is dit nodig?',
  van: 'Vanaf wanneer?',
  tot: 'Tot en met wanneer?',
} as const;

/** What is asked of who wants to read along, and of who decides on it. */
export const VERZOEKLABELS = {
  compartimentId: 'Over wie?',
  waarvoor: 'Waarvoor?',
  grondslag: 'Op grond van',
  toelichting: 'Waarom kan het niet zonder?',
  tot: 'Tot en met wanneer?',
  besluit: 'Wat besluit u?',
  reden: 'Waarom?',
  zegDatNu: 'Mag de vrager dit nu al weten?',
  niveau: 'Wat mag deze persoon?',
} as const;

/** What the fields of each sort of kaart are called: at the field in a form, and in what the server says of it. */
export const VELDLABELS = {
  kracht: { titel: 'Wat gaat goed?', leefgebied: LEEFGEBIED, lidId: OVER },
  zorgpunt: { titel: 'Waar maakt u zich zorgen over?', leefgebied: LEEFGEBIED, lidId: OVER },
  doel: {
    titel: 'Wat moet er bereikt zijn?',
    leefgebied: LEEFGEBIED,
    lidIds: 'Wie uit het huishouden?',
    samenMet: 'Samen met',
  },
  afspraak: {
    titel: 'Wat spreekt u af?',
    uitvoerders: 'Wie doet dit?',
    viaRegisseur: 'Doet dit iemand die discreet meedoet?',
    uiterlijk: 'Uiterlijk klaar op',
    doelId: 'Voor welk doel?',
    wet: 'Onder welke wet?',
    stand: 'Hoe staat het ermee?',
    betaaltDoor: 'Wie of wat betaalt dit?',
    wachtOp: 'Waar wacht dit op?',
    overbrugtDoor: 'Wie vangt het intussen op?',
  },
  besluit: { titel: 'Wat is er besloten?', datum: 'Wanneer?', motivering: 'Waarom?' },
  beschikking: {
    titel: 'Waar gaat de beschikking over?',
    wet: 'Op grond van welke wet?',
    stand: 'Hoe ver is het?',
    beslisser: 'Wie beslist?',
    datum: 'Van welke dag is dat?',
    bezwaarTot: 'Bezwaar kan tot en met',
  },
  vraag: { titel: 'Wat is de vraag aan tafel?' },
  wet: { titel: TITEL, wet: 'Welke wet speelt mee?' },
  expertise: { titel: TITEL, expertise: 'Welke kennis is nodig?' },
  gezin_weet: {
    titel: TITEL,
    ja: 'Weet het gezin hiervan?',
    datum: 'Sinds wanneer?',
    met: 'Met wie is het besproken?',
    reden: 'Zo nee: waarom nog niet?',
  },
  contactpersoon: {
    titel: TITEL,
    deelnemerId: 'Wie is de vaste contactpersoon van het gezin?',
    kennisgemaakt: 'Wanneer maakte het gezin samen kennis met deze persoon?',
  },
  veiligheid_nu: {
    titel: TITEL,
    antwoord: 'Is iedereen in het huishouden nu veilig?',
    datum: 'Besproken op',
  },
  herziening: { titel: TITEL, datum: 'Op welke dag bekijkt u het plan opnieuw?' },
  hulp: {
    titel: TITEL,
    soortHulp: 'Soort hulp',
    wat: 'Wat houdt de hulp in?',
    organisatie: 'Welke organisatie?',
    sinds: 'Sinds',
    wachtOp: 'Waar wacht dit op?',
    lidId: OVER,
    akkoord: 'Gezin vindt goed dat dit hier staat, sinds',
  },
  besproken: { titel: TITEL, leefgebied: LEEFGEBIED, datum: 'Wanneer besproken?' },
  naam: {
    titel: TITEL,
    voornaam: 'Voornaam',
    achternaam: 'Achternaam',
    geboortedatum: 'Geboortedatum',
  },
  adres: { titel: 'Straat, huisnummer, postcode en plaats' },
  contact: {
    titel: 'Hoe en wanneer bereikt u deze persoon?',
    taal: 'Welke taal spreekt deze persoon het liefst?',
    tolk: 'Is er een tolk nodig?',
    lezen: 'Hoe gaat het met lezen?',
  },
  noodkaart: {
    titel: TITEL,
    weten: 'Wat moet iemand weten bij acuut gevaar?',
    bellen: 'Wie is dag en nacht te bellen?',
  },
} as const satisfies Readonly<Record<Kaartsoort, Readonly<Record<string, string>>>>;
