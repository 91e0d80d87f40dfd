import type { DemoTekst } from '../tekst.ts';

/** The shared texts say how to act, and leave out all that lies behind it. */
export const veiligThuisTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'veiligheid',
    lid: null,
    door: 'tom',
    regels: [
      {
        punten: [
          'Bel altijd eerst. Ga niet onaangekondigd langs.',
          'Nodig niet twee ouders samen uit.',
          'Stuur geen brief naar huis.',
        ],
      },
      ['Twijfelt u? ', { vet: 'Bel de regisseur' }, ' voordat u iets afspreekt.'],
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'onderwijs',
    lid: 'kind1',
    door: 'tom',
    regels: [['Te laat? Vraag ', { lid: 'kind1' }, ' er niet naar in de klas. Eerst bellen.']],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'onderwijs',
    lid: 'kind1',
    door: 'yvonne',
    regels: ['Op maandag liever geen toets in het eerste uur.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind2',
    door: 'yvonne',
    regels: ['Laat haar kiezen waar u zit en wat u samen doet. Praten komt vanzelf.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind2',
    door: 'daan',
    regels: ['Stel geen vragen over thuis; die stelt één persoon.'],
  },
  {
    tekst: 'zegt',
    lid: 'kind1',
    door: 'tom',
    regels: ['“Ik wil gewoon naar voetbal. Daar hoef ik niks uit te leggen.”'],
  },
  {
    tekst: 'zegt',
    lid: 'kind2',
    door: 'tom',
    regels: ['“Ik vind het fijn als dezelfde juf bij de deur staat.”'],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: null,
    door: 'tom',
    regels: [
      { punten: ['Rustig naar school en weer naar huis.', 'Iedereen weet wie er belt, en wie niet.'] },
    ],
  },
  {
    tekst: 'toelichting',
    kaart: 'geenBrief',
    door: 'tom',
    regels: ['Geldt ook voor brieven die vanzelf uit het systeem komen.'],
  },
  {
    tekst: 'notities',
    door: 'tom',
    regels: [
      [
        'Niet alles staat hier, en dat hoort zo. ',
        { deelnemer: 'yvonne' },
        ' belt mij als het plan moet veranderen.',
      ],
      { punten: ['Wie is mijn vervanger op vrijdag?', 'Met de ouders apart: wat mag school weten?'] },
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'veiligheid',
    leefgebied: 'veiligheid',
    lid: 'kind1',
    door: 'yvonne',
    regels: [
      'De ruzies tussen de ouders zijn vooral op zondagavond, bij het wisselen. Dan slaapt hij slecht.',
      {
        genummerd: [
          'Het wisselen gaat voortaan via school, op vrijdag.',
          'Loopt het op, dan gaat hij naar zijn tante. Dat weet hij.',
          'Beide ouders hebben dit apart met mij besproken.',
        ],
      },
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'veiligheid',
    leefgebied: 'veiligheid',
    lid: 'moeder',
    door: 'ilse',
    regels: [
      'Zij vertelt in kleine stukken. Eén vaste persoon belt, op woensdagochtend. Afstemmen met de ander volgt.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'jeugd',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind2',
    door: 'daan',
    regels: ['Tekent het huis steeds met twee deuren. Wij spelen dat verder uit; duiden doen wij nog niet.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'onderwijs',
    leefgebied: 'onderwijs',
    lid: 'kind2',
    door: 'willem',
    regels: ['Dezelfde leerkracht staat elke ochtend bij de deur; op donderdag de invaller, die zij kent.'],
  },
];
