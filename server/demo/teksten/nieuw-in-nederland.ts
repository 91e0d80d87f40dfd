import type { DemoTekst } from '../tekst.ts';

/** Brought this week: the first things to reckon with. */
export const nieuwInNederlandTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'onderwijs',
    lid: null,
    door: 'dylan',
    regels: [['Dinsdag- en donderdagochtend is er taalles. ', { vet: 'Plan daar niets overheen.' }]],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'inkomen_financien',
    lid: null,
    door: 'dylan',
    regels: [
      'Praat in gewone woorden en laat het voordoen. Zeg geen “u krijgt een brief”.',
      {
        punten: [
          'Eén onderwerp per gesprek.',
          'Vraag: wat gaat u nu doen?',
          'Bestel een tolk als het om geld gaat.',
        ],
      },
    ],
  },
  {
    tekst: 'zegt',
    lid: 'oudste',
    door: 'dylan',
    regels: ['“Ik kan werken met mijn handen. Ik wil niet wachten tot mijn Nederlands klaar is.”'],
  },
  {
    tekst: 'zegt',
    lid: 'jongste',
    door: 'dylan',
    regels: ['“Ik wil eerst een diploma. Daarna pas werken.”'],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: null,
    door: 'dylan',
    regels: [
      {
        punten: [
          'Werken en taal leren tegelijk.',
          'De eerste huur op tijd, en daarna vanzelf.',
          'Eén vaste plek voor vragen.',
        ],
      },
    ],
  },
  {
    tekst: 'toelichting',
    kaart: 'vak',
    door: 'dylan',
    regels: ['Een leermeester die langzaam praat is belangrijker dan een plek dichtbij.'],
  },
  {
    tekst: 'notities',
    door: 'dylan',
    regels: [
      ['Ik ben regisseur tot de eerste bespreking. Daarna ligt het bij werk.'],
      {
        punten: [
          'Wie belt de school voor de schakelklas?',
          ['Taal: ', { deelnemer: 'samuel' }, ' weet de tijden.'],
        ],
      },
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'inkomen',
    leefgebied: 'inkomen_financien',
    lid: 'oudste',
    door: 'dylan',
    regels: [
      'Uitkering loopt. Aflossing van de inrichting begint over twee maanden; nog uitleggen met een voorbeeld.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'wonen',
    leefgebied: 'wonen',
    lid: 'oudste',
    door: 'marloes',
    regels: ['Huurcontract is getekend. De eerste drie maanden bel ik op de tweede van de maand.'],
  },
];
