import type { DemoTekst } from '../tekst.ts';

/** Small groups, three mornings, no new debts. Ali is still at a concept. */
export const tussenSchoolEnWerkTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'gezondheid',
    lid: 'jongere',
    door: 'pieter',
    regels: ['Begin met één of twee mensen in een rustige ruimte. Dinsdag is al bezet.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'gezondheid',
    lid: 'jongere',
    door: 'inge',
    regels: [['Spreek af ', { vet: 'wie er is en hoe lang het duurt' }, '. Stuur dat ook in een bericht.']],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'inkomen_financien',
    lid: 'jongere',
    door: 'ruben',
    regels: [
      'Geen nieuwe abonnementen, ook geen reiskosten voorschieten.',
      ['Moet ', { lid: 'jongere' }, ' iets betalen? Bel schuldhulp, dan kijken wij wie het kan betalen.'],
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'zelfzorg_huishouden',
    lid: 'grootouder',
    door: 'ali',
    concept: true,
    regels: ['Alles op de begane grond tot de traplift er is.', 'Bezoek liefst als'],
  },
  {
    tekst: 'zegt',
    lid: 'jongere',
    door: 'ruben',
    regels: [
      '“Ik wil iets doen wat ergens over gaat. Fietsen maken vond ik leuk.”',
      '“App me. Bellen doe ik niet.”',
    ],
  },
  {
    tekst: 'integrale_analyse',
    lid: 'jongere',
    door: 'ruben',
    regels: ['Eerst een inkomen en een postadres. Zonder die twee blijft elke oplossing hangen.'],
  },
  {
    tekst: 'integrale_analyse',
    lid: 'jongere',
    door: 'inge',
    regels: ['Een vaste plek in de ochtend begint klein. School kan daarna.'],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: 'jongere',
    door: 'ruben',
    regels: [
      {
        punten: ['Een inkomen dat op tijd komt.', 'Drie ochtenden een vaste plek.', 'Geen nieuwe schulden.'],
      },
    ],
  },
  {
    tekst: 'toelichting',
    kaart: 'aanvraag',
    door: 'inge',
    regels: ['Wij doen dit samen op het stadhuis, in het kleine kamertje. Een half uur.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'financien',
    leefgebied: 'inkomen_financien',
    lid: 'jongere',
    door: 'ruben',
    regels: ['Twee schulden, samen ongeveer 1.400 euro. De incasso staat stil tot de uitkering er is.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'gezondheid',
    leefgebied: 'gezondheid',
    lid: 'jongere',
    door: 'pieter',
    regels: [
      'Angst in drukke ruimtes, nu twee jaar. Wij oefenen op dinsdag: eerst de winkel bij de deur, dan de bus.',
      'Gaat vooruit. De bus lukt als het niet druk is.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'onderwijs',
    leefgebied: 'onderwijs',
    lid: 'jongere',
    door: 'bram',
    regels: [
      'De opleiding wil praten over een nieuwe start in februari, met vrijstellingen. Pas noemen als de werkplek staat.',
    ],
  },
];
