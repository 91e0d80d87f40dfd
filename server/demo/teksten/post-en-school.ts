import type { DemoTekst } from '../tekst.ts';

/** Three write at what to reckon with; the ggz and the school each keep theirs; Fatima is still at a concept. */
export const postEnSchoolTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'fatima',
    regels: [
      ['Plan met ', { lid: 'moeder' }, ' ', { vet: 'één afspraak op een dag' }, ', liefst na 11 uur.'],
      'Een half uur is lang genoeg.',
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'ali',
    regels: [{ punten: ['Later of iemand anders? Bel een dag van tevoren.', 'Kom met één persoon.'] }],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'pieter',
    regels: ['Stel één vraag tegelijk. Schrijf samen op wat u afspreekt en laat dat papier achter.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'inkomen_financien',
    lid: null,
    door: 'sanne',
    regels: [
      ['Spreek niets af dat geld kost zonder eerst met ', { vet: 'schuldhulp' }, ' te bellen.'],
      'Verandert er iets in een uitkering of toeslag? Zeg het ons vóór het ingaat.',
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'inkomen_financien',
    lid: null,
    door: 'fatima',
    regels: ['Is een brief belangrijk? Bel dan ook. De post doen wij twee keer per maand samen.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'onderwijs',
    lid: 'kind1',
    door: 'tom',
    regels: [
      ['Geen afspraken met ', { lid: 'kind1' }, ' onder schooltijd.'],
      'Kost iets van school geld? Vraag het eerst aan ons, niet aan thuis.',
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'werk_dagbesteding',
    lid: 'moeder',
    door: 'fatima',
    concept: true,
    regels: [
      'Nu geen oproepen en geen sollicitaties, zie het besluit.',
      'Nog vragen of zij in het najaar wel',
    ],
  },
  {
    tekst: 'zegt',
    lid: 'moeder',
    door: 'fatima',
    regels: [
      '“Ik wil mijn eigen zaken weer kunnen regelen. Nu samen, straks alleen.”',
      '“Ik wil één iemand die ik kan bellen en die weet hoe het zit. Niet elke keer mijn verhaal opnieuw.”',
      [{ cursief: 'Zo opgeschreven en samen nagelezen.' }],
    ],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'fatima',
    regels: ['Het gezin kan blijven wonen, en de post gaat weer open. Dat houden wij vast.'],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'sanne',
    regels: [
      'De vaste lasten komen eerst. Alles hangt daar aan: wie één regeling verandert, schuift de rest op. ' +
        'Overleg dus vóór u iets wijzigt.',
    ],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: null,
    door: 'fatima',
    regels: [
      {
        punten: [
          'De vaste lasten gaan vanzelf.',
          'Eén iemand om te bellen, en iedereen weet wie dat is.',
          'Over een half jaar komt er minder hulp over de vloer.',
        ],
      },
    ],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: 'kind1',
    door: 'tom',
    regels: [{ punten: ['Elke dag naar school, ook aan het eind van de maand.', 'Iets leuks na school.'] }],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: 'kind1',
    door: 'fatima',
    regels: [{ punten: ['De reis is betaald voordat de maand begint.'] }],
  },
  {
    tekst: 'toelichting',
    kaart: 'eerstRust',
    door: 'fatima',
    regels: ['Geldt voor alle regelingen van de gemeente. Wie toch iets moet vragen, belt mij eerst.'],
  },
  {
    tekst: 'toelichting',
    kaart: 'vasteLasten',
    door: 'sanne',
    regels: ['Huur, energie, water en zorgverzekering gaan straks op één dag van de rekening.'],
  },
  {
    tekst: 'toelichting',
    kaart: 'vasteLasten',
    door: 'fatima',
    regels: ['Bij het samen post doen kijken wij of het gelukt is.'],
  },
  {
    tekst: 'toelichting',
    kaart: 'gesprekOpSchool',
    door: 'tom',
    regels: ['Een half uur. Wij beginnen met wat goed gaat in de klas.'],
  },
  {
    tekst: 'notities',
    door: 'fatima',
    regels: [
      { kop: 'Voor de herziening' },
      {
        punten: [
          ['Vragen aan ', { deelnemer: 'sanne' }, ': is het bewind rond?'],
          ['Vragen aan ', { deelnemer: 'tom' }, ': weet school wie zij bellen?'],
          'Gezondheid: ik hoef niet te weten wat. Wel vragen of ons tempo past.',
        ],
      },
      'In mijn vakantie neemt schuldhulp de telefoon aan. Dat weet het gezin nog niet.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'gezondheid',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'lotte',
    regels: [
      'Intake gedaan: depressie, en slecht slapen. De ochtend is het zwaarst. Behandeling begint over ongeveer acht weken.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'gezondheid',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'pieter',
    regels: [
      'Tot die tijd bel ik elke week.',
      {
        genummerd: [
          'Gaat het minder, dan belt zij zelf; dat deed zij al twee keer.',
          'Belt zij een week niet terug, dan ga ik langs.',
          'Het signaleringsplan ligt bij haar thuis en in ons dossier.',
        ],
      },
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'financien',
    leefgebied: 'inkomen_financien',
    lid: 'moeder',
    door: 'sanne',
    regels: [
      'Het overzicht is rond op drie brieven na. Energie en zorgverzekering wachten tot het bewind is uitgesproken.',
      'De huur betaalt zij zelf. Dat laten wij zo.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'onderwijs',
    leefgebied: 'onderwijs',
    lid: 'kind1',
    door: 'joke',
    regels: [
      ['In de laatste week van de maand mist ', { lid: 'kind1' }, ' vaak de eerste uren.'],
      'De mentor spreekt hem elke maandag. Wij sturen geen brief zolang wij overleggen.',
    ],
  },
];
