import type { DemoTekst } from '../tekst.ts';

/** In aftercare: what keeps it going. */
export const bijnaUitgezetTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'wonen',
    lid: null,
    door: 'sanne',
    regels: [[{ vet: 'Eerst bellen, dan pas een brief.' }, ' Dat geldt voor iedereen aan deze tafel.']],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'wonen',
    lid: null,
    door: 'fatima',
    regels: ['Verandert er iets in inkomen of werk? Zeg het vóór de eerste van de maand.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'werk_dagbesteding',
    lid: 'vader',
    door: 'fatima',
    regels: [[{ lid: 'vader' }, ' werkt in ploegen. Bel niet voor 14 uur.']],
  },
  {
    tekst: 'zegt',
    lid: 'vader',
    door: 'sanne',
    regels: ['“Eén telefoontje scheelde ons huis. Blijf bellen.”'],
  },
  {
    tekst: 'zegt',
    lid: 'moeder',
    door: 'sanne',
    regels: ['“Ik wil niet meer schrikken van de brievenbus.”'],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'sanne',
    regels: ['De huur gaat vanzelf sinds vier maanden. Wij doen steeds minder en kijken of het blijft gaan.'],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'fatima',
    regels: ['Meer uren werk kan, als het inkomen dan niet elke maand anders is.'],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: null,
    door: 'sanne',
    regels: [
      { punten: ['Blijven wonen.', 'Zelf bellen als er iets verandert.', 'Over drie maanden zonder ons.'] },
    ],
  },
  {
    tekst: 'toelichting',
    kaart: 'eerstBellen',
    door: 'sanne',
    regels: ['Neemt niemand op? Dan belt de corporatie ons, en gaat er nog geen brief.'],
  },
  {
    tekst: 'notities',
    door: 'sanne',
    regels: [
      { kop: 'Afsluiten' },
      {
        punten: [
          'Wie belt na drie maanden nog één keer? Voorstel: maatschappelijk werk.',
          'Plan uitprinten voor thuis.',
        ],
      },
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'wonen',
    leefgebied: 'wonen',
    lid: 'vader',
    door: 'kees',
    regels: ['De achterstand is ingelopen op één termijn na. Ontruiming is niet meer aan de orde.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'wmo',
    leefgebied: 'sociaal_netwerk',
    lid: 'moeder',
    door: 'trudy',
    regels: ['Kookt op woensdag voor twintig mensen. Wil volgend jaar de cursus sociale hygiëne doen.'],
  },
];
