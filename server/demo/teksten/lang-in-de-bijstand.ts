import type { DemoTekst } from '../tekst.ts';

/** Small steps, at his pace. */
export const langInDeBijstandTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'werk_dagbesteding',
    lid: 'hij',
    door: 'jeroen',
    regels: [
      ['Noem bij ', { lid: 'hij' }, ' geen uren en geen traject. ', { vet: 'Eerst kijken, dan praten.' }],
      'Eén stap tegelijk, en bel een week later hoe het was.',
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'sociaal_netwerk',
    lid: 'hij',
    door: 'jeroen',
    regels: [
      'Haal hem op voor iets nieuws. Daarna gaat hij zelf. Neem iets mee dat kapot is: dat opent het gesprek.',
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'zelfzorg_huishouden',
    lid: 'zij',
    door: 'mieke',
    regels: ['Tot half tien zijn wij er. Kom daarna, en bel niet aan maar klop op het raam.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'zelfzorg_huishouden',
    lid: 'zij',
    door: 'jeroen',
    regels: ['Komt de wijkverpleging later? Maak die ochtend dan geen afspraken buiten de deur.'],
  },
  {
    tekst: 'zegt',
    lid: 'hij',
    door: 'jeroen',
    regels: [
      '“Geef mij iets wat stuk is en laat mij met rust.”',
      '“Dat repaircafé wil ik wel zien. Kijken kost niks.”',
    ],
  },
  {
    tekst: 'integrale_analyse',
    lid: 'hij',
    door: 'jeroen',
    regels: [
      'Wat er is: vakmanschap, een vaste ochtend, iemand die meeloopt. Wat er nog niet is: een plek waar dat telt.',
      'Een brief meer helpt niet. Een keer samen gaan wel.',
    ],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: 'hij',
    door: 'jeroen',
    regels: [
      {
        punten: [
          'Elke week de deur uit.',
          'Een plek waar men hem mist als hij er niet is.',
          'Hij kiest zelf het tempo.',
        ],
      },
    ],
  },
  {
    tekst: 'toelichting',
    kaart: 'deDeurUit',
    door: 'jeroen',
    regels: ['De koffie in het buurthuis telt mee. Daarna het repaircafé. Verder nog niets.'],
  },
  {
    tekst: 'toelichting',
    kaart: 'geenSollicitaties',
    door: 'jeroen',
    regels: ['Geldt tot de herziening. Komt er toch een brief? Bel ons, dan halen wij die terug.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'wmo',
    leefgebied: 'sociaal_netwerk',
    lid: 'hij',
    door: 'trudy',
    regels: [
      'Was drie keer bij de koffie. De tweede keer bleef hij twintig minuten, de derde keer anderhalf uur.',
      'Zit het liefst bij de deur. Niet vragen of hij wil helpen: gewoon iets neerzetten.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'gezondheid',
    leefgebied: 'gezondheid',
    lid: 'zij',
    door: 'mieke',
    regels: [
      'Suiker prikken en spuiten in de ochtend. Loopt slechter dan vorige maand; fysiotherapie is gevraagd.',
    ],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'werk',
    leefgebied: 'werk_dagbesteding',
    lid: 'hij',
    door: 'rachid',
    regels: ['De fietswerkplaats neemt mensen zonder vaste uren. Ik ga eerst zelf kijken.'],
  },
];
