import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { langInDeBijstandTeksten } from '../teksten/lang-in-de-bijstand.ts';

/** A couple; he is 61, long in bijstand, and begins with a cup of coffee out of doors once a week. */
export function langInDeBijstand({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'jeroen',
    zetel: 'participatie',
    waarvoor: 'werk',
    grondslag: 'participatiewet',
    leden: [
      { sleutel: 'hij', rol: 'partner' },
      { sleutel: 'zij', rol: 'partner' },
    ],
    vraag: 'Wat is een volgende stap die hij zelf ook wil zetten?',
    wetten: ['participatiewet', 'wmo'],
    expertise: ['werk', 'wmo'],
    gezinWeet: { ja: true, datum: dag(-30), met: 'beide partners' },
    status: 'in_uitvoering',
    deelnemers: [
      {
        wie: 'rachid',
        zetel: 'werk',
        leden: ['hij'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'trudy',
        zetel: 'welzijn',
        leden: null,
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'wmo',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'mieke',
        zetel: 'gezondheidszorg',
        leden: ['zij'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
        bekend: dag(-25),
      },
      {
        wie: 'dylan',
        zetel: 'inkomen',
        leden: null,
        waarvoor: 'samenhang',
        grondslag: 'participatiewet',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      {
        door: 'jeroen',
        in: { categorie: 'naam', lid: 'hij' },
        inhoud: { soort: 'naam', voornaam: 'Wim', achternaam: 'Terpstra', geboortedatum: geboren(61) },
      },
      {
        door: 'jeroen',
        in: { categorie: 'naam', lid: 'zij' },
        inhoud: { soort: 'naam', voornaam: 'Ria', achternaam: 'Terpstra', geboortedatum: geboren(59) },
      },
      {
        door: 'jeroen',
        in: { categorie: 'contact', lid: 'hij' },
        inhoud: { soort: 'contact', titel: 'Liever langskomen dan bellen; ’s ochtends' },
      },
      {
        door: 'jeroen',
        in: { categorie: 'hulp', lid: 'hij' },
        inhoud: {
          soort: 'kracht',
          titel: 'Repareert alles, ook voor de buren',
          leefgebied: 'sociaal_netwerk',
          lidId: 'hij',
        },
      },
      {
        door: 'mieke',
        in: { categorie: 'hulp', lid: 'zij' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'gezondheidszorg',
          organisatie: 'Wijkverpleging Radeveld',
          wat: 'Komt elke ochtend voor half tien',
          sinds: dag(-200),
          lidId: 'zij',
          akkoord: dag(-25),
        },
      },
      {
        door: 'jeroen',
        in: { categorie: 'hulp', lid: 'hij' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'dagbesteding',
          organisatie: 'Welzijn Merwerade',
          wat: 'Eens per week koffie in het buurthuis',
          sinds: dag(-15),
          lidId: 'hij',
        },
      },
      {
        door: 'jeroen',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'werk_dagbesteding', datum: dag(-8) },
      },
      {
        sleutel: 'deDeurUit',
        door: 'jeroen',
        in: { categorie: 'plan', lid: 'hij' },
        inhoud: {
          soort: 'doel',
          titel: 'Elke week ergens heen waar hij iets kan betekenen',
          leefgebied: 'werk_dagbesteding',
          lidIds: ['hij'],
          samenMet: ['hij', 'trudy', 'rachid'],
        },
      },
      {
        door: 'jeroen',
        in: { categorie: 'plan', lid: 'hij' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Samen kijken bij het repaircafé',
          doelId: 'deDeurUit',
          uitvoerders: ['trudy', 'hij'],
          uiterlijk: dag(5),
          wet: 'wmo',
        },
        stappen: [{ door: 'trudy', stand: 'bezig', tekst: 'Woensdag om 10 uur, wij lopen samen' }],
      },
      {
        door: 'jeroen',
        in: { categorie: 'plan', lid: 'hij' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Nagaan welke werkplek zonder druk van uren kan',
          doelId: 'deDeurUit',
          uitvoerders: ['rachid'],
          uiterlijk: dag(28),
          wet: 'participatiewet',
        },
      },
      {
        sleutel: 'geenSollicitaties',
        door: 'jeroen',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'besluit',
          titel: 'Een half jaar geen sollicitaties',
          datum: dag(-8),
          motivering:
            'Kleine stappen hebben meer effect dan brieven. De wet laat deze ruimte. Elke stap telt mee bij de herziening.',
        },
      },
      {
        door: 'jeroen',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(-1) },
      },
      {
        door: 'jeroen',
        in: { categorie: 'werk', lid: 'hij' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Drie trajecten zonder vervolg; wil eerst vertrouwen',
          leefgebied: 'werk_dagbesteding',
          lidId: 'hij',
        },
      },
      {
        door: 'dylan',
        in: { categorie: 'inkomen', lid: null },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Individuele inkomenstoeslag is nog niet aangevraagd',
          leefgebied: 'inkomen_financien',
        },
      },
      {
        door: 'trudy',
        in: { categorie: 'wmo', lid: 'hij' },
        inhoud: {
          soort: 'kracht',
          titel: 'Komt als iemand hem ophaalt',
          leefgebied: 'sociaal_netwerk',
          lidId: 'hij',
        },
      },
      {
        door: 'mieke',
        in: { categorie: 'gezondheid', lid: 'zij' },
        inhoud: {
          soort: 'noodkaart',
          weten: 'De huissleutel ligt bij de wijkverpleging. Medicijnlijst in de keukenla.',
          bellen: 'Wijkverpleging Radeveld, dag en nacht: 088-000 00 24',
        },
      },
    ],
    teksten: langInDeBijstandTeksten,
  };
}
