import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { postEnSchoolTeksten } from '../teksten/post-en-school.ts';

/**
 * A mother with post that she no longer opened and two children, of whom one misses school at the end of the
 * month because the money for the bus is gone. The table of the README.
 */
export function postEnSchool({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'fatima',
    zetel: 'participatie',
    waarvoor: 'samenhang',
    grondslag: 'participatiewet',
    leden: [
      { sleutel: 'moeder', rol: 'moeder' },
      { sleutel: 'kind1', rol: 'kind' },
      { sleutel: 'kind2', rol: 'kind' },
    ],
    vraag: 'Wie helpt bij de post en de regelingen tot het bewind rond is?',
    wetten: ['participatiewet', 'wgs', 'jeugdwet', 'wmo'],
    expertise: ['schulden', 'onderwijs'],
    gezinWeet: { ja: true, datum: dag(-10), met: 'moeder' },
    status: 'in_uitvoering',
    deelnemers: [
      {
        wie: 'tom',
        zetel: 'jeugd',
        leden: ['kind1', 'kind2'],
        waarvoor: 'toegang_hulp',
        grondslag: 'jeugdwet',
      },
      {
        wie: 'sanne',
        zetel: 'schuldhulp',
        leden: null,
        waarvoor: 'schulden',
        grondslag: 'wgs',
      },
      {
        wie: 'ali',
        zetel: 'wmo',
        leden: ['moeder'],
        waarvoor: 'toegang_hulp',
        grondslag: 'wmo',
      },
      {
        wie: 'inge',
        zetel: 'inkomen',
        leden: null,
        waarvoor: 'schulden',
        grondslag: 'participatiewet',
        gezinAkkoord: AKKOORD,
        tot: dag(90),
      },
      {
        wie: 'pieter',
        zetel: 'gezondheidszorg',
        leden: ['moeder'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'lotte',
        zetel: 'gezondheidszorg',
        leden: ['moeder'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
        bevestigdDoor: 'pieter',
      },
      {
        wie: 'marloes',
        zetel: 'wonen',
        leden: ['moeder'],
        waarvoor: 'wonen',
        grondslag: 'overeenkomst',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'joke',
        zetel: 'onderwijs',
        leden: ['kind1'],
        waarvoor: 'onderwijs',
        grondslag: 'onderwijswet',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      // Who they are: for who may know their names.
      {
        door: 'fatima',
        in: { categorie: 'naam', lid: 'moeder' },
        inhoud: { soort: 'naam', voornaam: 'Denise', achternaam: 'Rozenberg', geboortedatum: geboren(38) },
      },
      {
        door: 'fatima',
        in: { categorie: 'naam', lid: 'kind1' },
        inhoud: { soort: 'naam', voornaam: 'Jayden', achternaam: 'Rozenberg', geboortedatum: geboren(14) },
      },
      {
        door: 'fatima',
        in: { categorie: 'naam', lid: 'kind2' },
        inhoud: { soort: 'naam', voornaam: 'Lisa', achternaam: 'Rozenberg', geboortedatum: geboren(9) },
      },
      {
        door: 'fatima',
        in: { categorie: 'adres', lid: 'moeder' },
        inhoud: { soort: 'adres', titel: 'Griendkade 12, 0000 AA Merwerade' },
      },
      {
        door: 'fatima',
        in: { categorie: 'contact', lid: 'moeder' },
        inhoud: {
          soort: 'contact',
          titel: 'Bel, liefst na 11 uur, en niet meer dan één afspraak op een dag',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'contact', lid: 'kind1' },
        inhoud: { soort: 'contact', titel: 'Spreek eerst met thuis af wanneer het uitkomt' },
      },

      // What everyone who helps must reckon with.
      {
        door: 'fatima',
        in: { categorie: 'hulp', lid: 'moeder' },
        inhoud: {
          soort: 'kracht',
          titel: 'Opent haar post weer, samen met iemand',
          leefgebied: 'inkomen_financien',
          lidId: 'moeder',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'hulp', lid: null },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Energie dreigt te worden afgesloten',
          leefgebied: 'inkomen_financien',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'kracht', titel: 'Het gezin kan blijven wonen', leefgebied: 'wonen' },
      },
      {
        door: 'fatima',
        in: { categorie: 'hulp', lid: 'kind1' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'De reis naar school is aan het eind van de maand niet zeker',
          leefgebied: 'onderwijs',
          lidId: 'kind1',
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'hulp', lid: null },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'schuldhulp',
          organisatie: 'Gemeente Merwerade',
          wat: 'Overzicht maken en de vaste lasten regelen',
          sinds: dag(-40),
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'hulp', lid: 'moeder' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'budgetbeheer',
          organisatie: 'Bewindvoering Radestein',
          wat: 'Bewind is aangevraagd',
          wachtOp: 'Rechtbank, nog ongeveer 9 weken',
          lidId: 'moeder',
        },
      },
      {
        door: 'ali',
        in: { categorie: 'hulp', lid: 'moeder' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'hulp_huishouden',
          organisatie: 'Gemeente Merwerade',
          wat: 'Twee uur in de week, op donderdag',
          sinds: dag(-30),
          lidId: 'moeder',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'inkomen_financien', datum: dag(-5) },
      },
      {
        door: 'fatima',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'wonen', datum: dag(-5) },
      },

      // The plan. An afspraak reaches whom it names, and nothing else does (NK22).
      {
        sleutel: 'vasteLasten',
        door: 'sanne',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'doel',
          titel: 'De vaste lasten worden op tijd betaald',
          leefgebied: 'inkomen_financien',
          lidIds: ['moeder'],
          samenMet: ['moeder', 'sanne'],
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'afspraak',
          titel: 'Energiebedrijf bellen over uitstel',
          doelId: 'vasteLasten',
          uitvoerders: ['sanne'],
          uiterlijk: dag(-1),
          wet: 'wgs',
        },
        stappen: [
          { door: 'sanne', stand: 'bezig', tekst: 'Gebeld, zij bellen terug' },
          { door: 'sanne', stand: 'gedaan', tekst: 'De afsluiting is uitgesteld' },
        ],
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'afspraak',
          titel: 'Twee keer per maand samen de post doen',
          doelId: 'vasteLasten',
          uitvoerders: ['fatima', 'moeder'],
          uiterlijk: dag(12),
          wet: 'participatiewet',
          stand: 'bezig',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: 'moeder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Wachten met stappen over de huur, zolang de lopende huur binnenkomt',
          uitvoerders: ['marloes'],
          uiterlijk: dag(90),
          wet: 'anders',
          stand: 'bezig',
        },
        stappen: [{ door: 'marloes', tekst: 'Staat zo in onze administratie' }],
      },
      {
        sleutel: 'naarSchool',
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind1' },
        inhoud: {
          soort: 'doel',
          titel: 'Elke dag naar school',
          leefgebied: 'onderwijs',
          lidIds: ['kind1'],
          samenMet: ['kind1', 'joke'],
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: 'kind1' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Busabonnement regelen',
          doelId: 'naarSchool',
          uitvoerders: ['fatima'],
          uiterlijk: dag(-1),
          wet: 'participatiewet',
          stand: 'bezig',
        },
      },
      {
        sleutel: 'gesprekOpSchool',
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind1' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Gesprek op school, thuis is erbij',
          doelId: 'naarSchool',
          uitvoerders: ['tom', 'joke'],
          uiterlijk: dag(9),
          wet: 'jeugdwet',
        },
      },
      {
        sleutel: 'eerstRust',
        door: 'fatima',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'besluit',
          titel: 'Eerst rust in de vaste lasten',
          datum: dag(-5),
          motivering:
            'Zolang de vaste lasten niet geregeld zijn, vragen wij geen nieuwe stappen naar werk. ' +
            'Dat helpt het gezin nu het meest en past bij het doel van de wet. Wij bekijken het opnieuw bij de herziening.',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'beschikking',
          titel: 'Bijzondere bijstand voor het busabonnement',
          wet: 'participatiewet',
          stand: 'aangevraagd',
          beslisser: 'Consulent inkomen, Gemeente Merwerade',
          datum: dag(-3),
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'veiligheid_nu', antwoord: 'ja', datum: dag(-5) },
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(9) },
      },

      // What each keeps to themselves.
      {
        door: 'fatima',
        in: { categorie: 'werk', lid: 'moeder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Ontheffing van de sollicitatieplicht vastleggen',
          uitvoerders: ['fatima'],
          uiterlijk: dag(14),
          wet: 'participatiewet',
        },
      },
      {
        door: 'inge',
        in: { categorie: 'inkomen', lid: 'moeder' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Eén toeslag staat nog op het oude adres',
          leefgebied: 'inkomen_financien',
          lidId: 'moeder',
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'financien', lid: 'moeder' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Achterstand bij energie en zorgverzekering; drie brieven nog niet gevonden',
          leefgebied: 'inkomen_financien',
          lidId: 'moeder',
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'financien', lid: 'moeder' },
        inhoud: {
          soort: 'kracht',
          titel: 'Betaalt de huur al drie maanden zelf',
          leefgebied: 'inkomen_financien',
          lidId: 'moeder',
        },
      },
      {
        door: 'ali',
        in: { categorie: 'wmo', lid: 'moeder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Hulp bij het huishouden evalueren',
          uitvoerders: ['ali'],
          uiterlijk: dag(40),
          wet: 'wmo',
        },
      },
      {
        door: 'tom',
        in: { categorie: 'jeugd', lid: 'kind2' },
        inhoud: {
          soort: 'kracht',
          titel: 'Gaat twee middagen graag naar de naschoolse club',
          leefgebied: 'opvoeden_jeugd',
          lidId: 'kind2',
        },
      },
      {
        door: 'pieter',
        in: { categorie: 'gezondheid', lid: 'moeder' },
        inhoud: {
          soort: 'kracht',
          titel: 'Eén vast gezicht helpt; belt zelf als het minder gaat',
          leefgebied: 'gezondheid',
          lidId: 'moeder',
        },
      },
      {
        door: 'lotte',
        in: { categorie: 'gezondheid', lid: 'moeder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Elke week bellen tot de behandeling begint',
          uitvoerders: ['pieter'],
          uiterlijk: dag(60),
          wet: 'anders',
          stand: 'bezig',
        },
        stappen: [{ door: 'pieter', tekst: 'Gesproken, volgende week weer' }],
      },
      {
        door: 'pieter',
        in: { categorie: 'gezondheid', lid: 'moeder' },
        inhoud: {
          soort: 'noodkaart',
          weten: 'Blijf rustig, stel één vraag tegelijk. De kinderen kunnen naar de buurvrouw.',
          bellen: 'Crisisdienst GGZ Rivierenrade, dag en nacht: 088-000 00 22',
        },
      },
      {
        door: 'marloes',
        in: { categorie: 'wonen', lid: 'moeder' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Eén maand huurachterstand, een regeling loopt',
          leefgebied: 'wonen',
          lidId: 'moeder',
        },
      },
      {
        door: 'joke',
        in: { categorie: 'onderwijs', lid: 'kind1' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Mist lessen in de laatste week van de maand',
          leefgebied: 'onderwijs',
          lidId: 'kind1',
        },
      },
      {
        door: 'joke',
        in: { categorie: 'onderwijs', lid: 'kind1' },
        inhoud: {
          soort: 'kracht',
          titel: 'Doet goed mee in de klas en heeft een mentor die hij vertrouwt',
          leefgebied: 'onderwijs',
          lidId: 'kind1',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'regie', lid: null },
        inhoud: {
          soort: 'noodkaart',
          weten: 'Overleg eerst met de regisseur wie er langsgaat; niet met meer dan één tegelijk.',
          bellen: 'Overdag de regisseur, daarna de piketdienst van de gemeente: 088-000 00 21',
        },
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'contactpersoon', deelnemerId: 'sanne', kennisgemaakt: dag(-6) },
      },
    ],
    adviesvragen: [
      {
        door: 'tom',
        lid: 'kind1',
        vraag: 'Hoe gaat kind ook eind van de maand naar school?',
        toelichting:
          'Kind gaat graag naar school en heeft een mentor die vertrouwd is. In de laatste week van de maand lukt de ' +
          'ochtend vaak niet. Wij regelen de reis. Wat helpt daarnaast, zonder dat het als controle voelt?',
        opent: [
          { categorie: 'hulp', lid: 'kind1' },
          { categorie: 'jeugd', lid: 'kind1' },
          { categorie: 'plan', lid: 'kind1' },
        ],
        genoemd: ['sanne'],
        tot: dag(12),
      },
    ],
    teksten: postEnSchoolTeksten,
  };
}
