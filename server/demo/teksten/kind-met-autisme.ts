import type { DemoTekst } from '../tekst.ts';

/** One week in which the times of school, help and work fit: said once, where everyone looks. */
export const kindMetAutismeTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'zelfzorg_huishouden',
    lid: null,
    door: 'naima',
    regels: [['Geen afspraken ', { vet: 'na 15 uur' }, '. Op maandag en donderdag is er al hulp in huis.']],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'zelfzorg_huishouden',
    lid: null,
    door: 'fatima',
    regels: ['Kijk eerst in het weekrooster en kies een vrij blok. Liever bellen dan langskomen.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind',
    door: 'naima',
    regels: [
      { kop: 'Als u op bezoek komt' },
      {
        genummerd: [
          'Zeg een dag van tevoren wie er komt.',
          ['Vertel ', { lid: 'kind' }, ' wat u gaat doen, in welke volgorde, en wanneer het klaar is.'],
          'Doe het in die volgorde.',
        ],
      },
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind',
    door: 'noor',
    regels: ['Verandert er iets? Leg het uit met het bord in de keuken. Daarop staat de dag.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'werk_dagbesteding',
    lid: 'moeder',
    door: 'fatima',
    regels: ['Twaalf uur, tussen 9 en 14 uur. Bied niets daarbuiten aan, ook niet op proef.'],
  },
  {
    tekst: 'zegt',
    lid: 'moeder',
    door: 'naima',
    regels: [
      '“Ik wil graag weer werken. Ik wil niet elke keer uitleggen waarom ik om half drie weg moet.”',
      '“Als het thuis goed loopt, kan ik veel.”',
    ],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'naima',
    regels: ['School, begeleiding en werk vragen om dezelfde uren. Wij kiezen samen wat voorgaat.'],
  },
  {
    tekst: 'integrale_analyse',
    lid: null,
    door: 'fatima',
    regels: ['Voor de Participatiewet telt twaalf uur nu als genoeg. Dat staat in het besluit.'],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: null,
    door: 'naima',
    regels: [
      {
        punten: [
          'Eén rooster waar iedereen zich aan houdt.',
          'Werk dat onder schooltijd past.',
          'Elke middag om 15 uur rust in huis.',
        ],
      },
    ],
  },
  {
    tekst: 'toelichting',
    kaart: 'thuisZijn',
    door: 'fatima',
    regels: ['Wie toch meer uren wil vragen: bel mij eerst, niet het gezin.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'jeugd',
    leefgebied: 'opvoeden_jeugd',
    lid: 'kind',
    door: 'noor',
    regels: [
      'Wij oefenen op maandag het wisselen van plan: eerst klein, met een timer. Dat lukt nu drie van de vier keer.',
      'Nog te doen: hetzelfde op donderdag met de ouders erbij.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'onderwijs',
    leefgebied: 'onderwijs',
    lid: 'kind',
    door: 'willem',
    regels: ['Het rustige lokaal is er op dinsdag en vrijdag nog niet. Tot die tijd pauze bij de conciërge.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'werk',
    leefgebied: 'werk_dagbesteding',
    lid: 'moeder',
    door: 'anouk',
    regels: ['Twee adressen in beeld: een apotheek en een drogist. Beide willen een vast rooster. Dat past.'],
  },
];
