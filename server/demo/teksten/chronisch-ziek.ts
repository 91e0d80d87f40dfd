import type { DemoTekst } from '../tekst.ts';

/** What others must reckon with in her day, and in the child's. */
export const chronischZiekTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'greet',
    regels: [
      ['Drie kwartier is het langste. ', { vet: 'Bel de dag ervoor' }, ' of het uitkomt.'],
      'Zegt zij af, dan is dat geen onwil. Maak meteen een nieuwe afspraak.',
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'karim',
    regels: ['Bent u verkouden of grieperig? Kom dan niet, maar bel.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'werk_dagbesteding',
    lid: 'moeder',
    door: 'jeroen',
    regels: ['Tot het advies er is, vragen wij niets. Stuur haar ook niet naar een inloop of training.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind',
    door: 'tom',
    regels: [
      ['Bel zaken van thuis niet door aan ', { lid: 'kind' }, '. Ook niet als de ander niet opneemt.'],
      { punten: ['Woensdag- en vrijdagmiddag zijn voor sport.', 'In toetsweken geen afspraken.'] },
    ],
  },
  {
    tekst: 'zegt',
    lid: 'moeder',
    door: 'greet',
    regels: [
      '“Op een goede dag wil ik zelf koken. Vraag mij dan niet of dat wel kan.”',
      '“Ik wil dat het thuis gezellig is, niet alleen druk.”',
    ],
  },
  {
    tekst: 'zegt',
    lid: 'kind',
    door: 'greet',
    regels: ['“Ik help graag. Maar ik wil niet alles onthouden.”'],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'greet',
    regels: ['Elke dag is anders. Hulp op vaste uren past daar niet bij; een strippenkaart van uren wel.'],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'tom',
    regels: ['Wat anderen overnemen, geeft thuis lucht. Dat telt voor iedereen in huis.'],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: null,
    door: 'greet',
    regels: [
      {
        punten: [
          'Ook een slechte dag is vol te houden.',
          'Twee vrije middagen in de week.',
          'Hulp die mee kan schuiven.',
        ],
      },
    ],
  },
  {
    tekst: 'toelichting',
    kaart: 'lichter',
    door: 'greet',
    regels: ['Wij beginnen met het koken op donderdag. Gaat dat goed, dan volgt de was.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'gezondheid',
    leefgebied: 'gezondheid',
    lid: 'moeder',
    door: 'karim',
    regels: [
      'Reuma, met medicijnen die de afweer verlagen. Na elk infuus twee slechte dagen.',
      'Het volgende infuus is over drie weken. Bloedcontrole een week daarvoor.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'wmo',
    leefgebied: 'zelfzorg_huishouden',
    lid: 'moeder',
    door: 'greet',
    regels: ['Drie uur per week is toegekend. Ik onderzoek of vijf uur kan in weken met ziekenhuisbezoek.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'jeugd',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind',
    door: 'tom',
    regels: [
      'Doet boodschappen, kookt vaak en regelt de pillendoos. Slaapt op slechte nachten weinig.',
      'Wil niet dat klasgenoten het weten. Een groep voor jonge mantelzorgers wil zij eerst zelf bekijken.',
    ],
  },
];
