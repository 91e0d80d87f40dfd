import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';

/** The lists of the API from which a field can choose. */
export type Keuzelijst = 'wetten' | 'standen' | 'soortHulp' | 'expertise' | 'leefgebieden' | 'antwoorden';

/** How a field is filled in. */
export type Veldvorm =
  | {
      readonly vorm: 'regel' | 'tekst' | 'datum' | 'ja_nee' | 'doel' | 'leden' | 'mensen' | 'mensen_en_leden';
    }
  | { readonly vorm: 'keuze'; readonly lijst: Keuzelijst };

/** One field of a kaart, as a form shows it. */
export type Kaartveld = Veldvorm & {
  readonly naam: string;
  readonly label: string;
  readonly verplicht: boolean;
  readonly uitleg?: string;
  /** A new form starts with today. */
  readonly beginVandaag?: true;
};

/** What a sort of kaart is called on screen, and what one fills in. */
export interface Kaartvorm {
  /** `doel`, as in "Dit doel verwijderen". */
  readonly naam: string;
  readonly lidwoord: 'de' | 'het';
  readonly nieuw: string;
  readonly wijzig: string;
  readonly velden: readonly Kaartveld[];
}

const LEEFGEBIED: Kaartveld = {
  naam: 'leefgebied',
  label: 'Leefgebied',
  vorm: 'keuze',
  lijst: 'leefgebieden',
  verplicht: true,
};

function titel(label: string, uitleg?: string): Kaartveld {
  return {
    naam: 'titel',
    label,
    vorm: 'regel',
    verplicht: true,
    ...(uitleg === undefined ? {} : { uitleg }),
  };
}

function datum(label: string, verplicht: boolean): Kaartveld {
  return { naam: 'datum', label, vorm: 'datum', verplicht, beginVandaag: true };
}

/** The forms of all sorts, in one table: the fields of the contract in the words of the screen. */
export const KAARTVORMEN: Readonly<Record<Kaartsoort, Kaartvorm>> = {
  kracht: {
    naam: 'kracht',
    lidwoord: 'de',
    nieuw: 'Wat gaat goed?',
    wijzig: 'Kracht wijzigen',
    velden: [titel('Wat gaat goed?', 'Schrijf op wat anderen moeten weten, niet waarom.'), LEEFGEBIED],
  },
  zorgpunt: {
    naam: 'zorgpunt',
    lidwoord: 'het',
    nieuw: 'Waar maakt u zich zorgen over?',
    wijzig: 'Zorgpunt wijzigen',
    velden: [
      titel('Waar maakt u zich zorgen over?', 'Schrijf op wat anderen moeten weten, niet waarom.'),
      LEEFGEBIED,
    ],
  },
  doel: {
    naam: 'doel',
    lidwoord: 'het',
    nieuw: 'Nieuw doel',
    wijzig: 'Doel wijzigen',
    velden: [
      titel('Wat moet er bereikt zijn?', 'In de woorden van het gezin, als dat kan.'),
      { ...LEEFGEBIED, verplicht: false },
      { naam: 'lidIds', label: 'Wie uit het huishouden?', vorm: 'leden', verplicht: false },
      { naam: 'samenMet', label: 'Samen met', vorm: 'mensen', verplicht: false },
    ],
  },
  afspraak: {
    naam: 'afspraak',
    lidwoord: 'de',
    nieuw: 'Nieuwe afspraak',
    wijzig: 'Afspraak wijzigen',
    velden: [
      titel('Wat spreekt u af?'),
      { naam: 'uitvoerders', label: 'Wie doet dit?', vorm: 'mensen_en_leden', verplicht: false },
      { naam: 'uiterlijk', label: 'Uiterlijk klaar op', vorm: 'datum', verplicht: false },
      { naam: 'doelId', label: 'Voor welk doel?', vorm: 'doel', verplicht: false },
      { naam: 'wet', label: 'Onder welke wet?', vorm: 'keuze', lijst: 'wetten', verplicht: false },
      { naam: 'stand', label: 'Hoe staat het ermee?', vorm: 'keuze', lijst: 'standen', verplicht: true },
    ],
  },
  besluit: {
    naam: 'besluit',
    lidwoord: 'het',
    nieuw: 'Nieuw besluit',
    wijzig: 'Besluit wijzigen',
    velden: [
      titel('Wat is er besloten?'),
      datum('Wanneer?', true),
      { naam: 'motivering', label: 'Waarom?', vorm: 'tekst', verplicht: true },
    ],
  },
  vraag: {
    naam: 'vraag',
    lidwoord: 'de',
    nieuw: 'Vraag aan tafel',
    wijzig: 'Vraag aan tafel wijzigen',
    velden: [titel('Wat is de vraag aan tafel?')],
  },
  wet: {
    naam: 'wet',
    lidwoord: 'de',
    nieuw: 'Wet toevoegen',
    wijzig: 'Wet wijzigen',
    velden: [
      { naam: 'wet', label: 'Welke wet speelt mee?', vorm: 'keuze', lijst: 'wetten', verplicht: true },
    ],
  },
  expertise: {
    naam: 'expertise',
    lidwoord: 'de',
    nieuw: 'Kennis die nodig is',
    wijzig: 'Kennis die nodig is wijzigen',
    velden: [
      {
        naam: 'expertise',
        label: 'Welke kennis is nodig?',
        vorm: 'keuze',
        lijst: 'expertise',
        verplicht: true,
      },
    ],
  },
  gezin_weet: {
    naam: 'antwoord',
    lidwoord: 'het',
    nieuw: 'Weet het gezin hiervan?',
    wijzig: 'Weet het gezin hiervan?',
    velden: [
      { naam: 'ja', label: 'Weet het gezin hiervan?', vorm: 'ja_nee', verplicht: true },
      datum('Sinds wanneer?', false),
    ],
  },
  veiligheid_nu: {
    naam: 'antwoord',
    lidwoord: 'het',
    nieuw: 'Is het nu veilig?',
    wijzig: 'Is het nu veilig?',
    velden: [
      {
        naam: 'antwoord',
        label: 'Is iedereen in het huishouden nu veilig?',
        vorm: 'keuze',
        lijst: 'antwoorden',
        verplicht: true,
      },
      datum('Besproken op', false),
    ],
  },
  herziening: {
    naam: 'datum',
    lidwoord: 'de',
    nieuw: 'Plan opnieuw bekijken',
    wijzig: 'Plan opnieuw bekijken',
    velden: [{ ...datum('Op welke dag bekijkt u het plan opnieuw?', true), beginVandaag: true }],
  },
  hulp: {
    naam: 'hulp',
    lidwoord: 'de',
    nieuw: 'Hulp toevoegen',
    wijzig: 'Hulp wijzigen',
    velden: [
      { naam: 'soortHulp', label: 'Soort hulp', vorm: 'keuze', lijst: 'soortHulp', verplicht: true },
      { naam: 'wat', label: 'Wat houdt de hulp in?', vorm: 'regel', verplicht: true },
      { naam: 'organisatie', label: 'Welke organisatie?', vorm: 'regel', verplicht: false },
      { naam: 'sinds', label: 'Sinds', vorm: 'datum', verplicht: false },
      {
        naam: 'wachtOp',
        label: 'Waar wacht dit op?',
        vorm: 'regel',
        verplicht: false,
        uitleg: 'Bijvoorbeeld: de rechtbank, een intake.',
      },
      {
        naam: 'akkoord',
        label: 'Gezin vindt goed dat dit hier staat, sinds',
        vorm: 'datum',
        verplicht: false,
        uitleg: 'Nodig bij zorg, jeugdhulp en hulp bij onveiligheid.',
      },
    ],
  },
  besproken: {
    naam: 'datum',
    lidwoord: 'de',
    nieuw: 'Besproken op',
    wijzig: 'Besproken op',
    velden: [LEEFGEBIED, datum('Wanneer besproken?', true)],
  },
  naam: {
    naam: 'naam',
    lidwoord: 'de',
    nieuw: 'Naam invullen',
    wijzig: 'Naam wijzigen',
    velden: [
      { naam: 'voornaam', label: 'Voornaam', vorm: 'regel', verplicht: true },
      { naam: 'achternaam', label: 'Achternaam', vorm: 'regel', verplicht: false },
      { naam: 'geboortedatum', label: 'Geboortedatum', vorm: 'datum', verplicht: false },
    ],
  },
  adres: {
    naam: 'adres',
    lidwoord: 'het',
    nieuw: 'Adres invullen',
    wijzig: 'Adres wijzigen',
    velden: [titel('Straat, huisnummer, postcode en plaats')],
  },
  contact: {
    naam: 'contactwens',
    lidwoord: 'de',
    nieuw: 'Contactwens invullen',
    wijzig: 'Contactwens wijzigen',
    velden: [
      titel(
        'Hoe en wanneer bereikt u deze persoon?',
        'Bijvoorbeeld: bel, geen brief. De reden hoort hier niet bij.',
      ),
    ],
  },
  noodkaart: {
    naam: 'uitleg bij acuut gevaar',
    lidwoord: 'de',
    nieuw: 'Bij acuut gevaar',
    wijzig: 'Bij acuut gevaar wijzigen',
    velden: [
      {
        naam: 'weten',
        label: 'Wat moet iemand weten bij acuut gevaar?',
        vorm: 'tekst',
        verplicht: true,
        uitleg: 'Alleen wat nodig is om op dat moment goed te handelen.',
      },
      { naam: 'bellen', label: 'Wie is dag en nacht te bellen?', vorm: 'regel', verplicht: true },
    ],
  },
};

/** What somebody typed or chose, by the name of the field. */
export type Invulling = Readonly<Record<string, string | readonly string[]>>;

/** The content of a kaart as a form holds it; what isn't there is empty. */
export function naarInvulling(vorm: Kaartvorm, kaart: Readonly<Record<string, unknown>>): Invulling {
  return Object.fromEntries(vorm.velden.map((veld) => [veld.naam, naarWaarde(veld, kaart[veld.naam])]));
}

function naarWaarde(veld: Kaartveld, waarde: unknown): string | readonly string[] {
  if (isMeervoudig(veld)) return Array.isArray(waarde) ? waarde.map(String) : [];
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  return typeof waarde === 'string' ? waarde : '';
}

/** The body for a new kaart: what was left empty is left out. */
export function naarBody(vorm: Kaartvorm, invulling: Invulling): Record<string, unknown> {
  return Object.fromEntries(
    vorm.velden.flatMap((veld) => {
      const waarde = vanWaarde(veld, invulling[veld.naam]);
      return waarde === null ? [] : [[veld.naam, waarde]];
    }),
  );
}

/** The body for changing a kaart: only the fields that differ from `eerder`; null clears a field. */
export function naarWijziging(
  vorm: Kaartvorm,
  eerder: Invulling,
  invulling: Invulling,
): Record<string, unknown> {
  return Object.fromEntries(
    vorm.velden
      .filter((veld) => !isGelijk(eerder[veld.naam], invulling[veld.naam]))
      .map((veld) => [veld.naam, vanWaarde(veld, invulling[veld.naam])]),
  );
}

function vanWaarde(veld: Kaartveld, waarde: string | readonly string[] | undefined): unknown {
  if (isMeervoudig(veld)) return Array.isArray(waarde) ? waarde : [];
  const tekst = typeof waarde === 'string' ? waarde.trim() : '';
  if (tekst === '') return null;
  return veld.vorm === 'ja_nee' ? tekst === 'ja' : tekst;
}

/** Whether a field holds more than one choice. */
export function isMeervoudig(veld: Kaartveld): boolean {
  return veld.vorm === 'leden' || veld.vorm === 'mensen' || veld.vorm === 'mensen_en_leden';
}

function isGelijk(
  een: string | readonly string[] | undefined,
  ander: string | readonly string[] | undefined,
): boolean {
  return JSON.stringify(een ?? '') === JSON.stringify(ander ?? '');
}
