import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { nieuwInNederlandTeksten } from '../teksten/nieuw-in-nederland.ts';

/** Two brothers, status holders, who learn the language and a trade. Just brought; income directs for now. */
export function nieuwInNederland({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'dylan',
    zetel: 'inkomen',
    waarvoor: 'samenhang',
    grondslag: 'participatiewet',
    leden: [
      { sleutel: 'oudste', rol: 'inwonende' },
      { sleutel: 'jongste', rol: 'inwonende' },
    ],
    vraag: 'Hoe gaan taalles, een vak leren en de eerste huur samen?',
    wetten: ['participatiewet'],
    expertise: ['taal', 'werk', 'wonen'],
    gezinWeet: { ja: true, datum: dag(-2), met: 'de oudste, met een tolk' },
    status: 'ingebracht',
    deelnemers: [
      {
        wie: 'samuel',
        zetel: 'welzijn',
        leden: null,
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'wmo',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'rachid',
        zetel: 'werk',
        leden: ['oudste'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'bram',
        zetel: 'leerplicht',
        leden: ['jongste'],
        waarvoor: 'onderwijs',
        grondslag: 'leerplichtwet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'marloes',
        zetel: 'wonen',
        leden: ['oudste'],
        waarvoor: 'wonen',
        grondslag: 'overeenkomst',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      {
        door: 'dylan',
        in: { categorie: 'naam', lid: 'oudste' },
        inhoud: { soort: 'naam', voornaam: 'Yonas', achternaam: 'Habtemariam', geboortedatum: geboren(23) },
      },
      {
        door: 'dylan',
        in: { categorie: 'naam', lid: 'jongste' },
        inhoud: { soort: 'naam', voornaam: 'Filmon', achternaam: 'Habtemariam', geboortedatum: geboren(19) },
      },
      {
        door: 'dylan',
        in: { categorie: 'contact', lid: 'oudste' },
        inhoud: {
          soort: 'contact',
          titel: 'Stuur een bericht; een brief eerst samen lezen',
          taal: 'Tigrinya',
          tolk: true,
          lezen: 'eenvoudig',
        },
      },
      {
        door: 'dylan',
        in: { categorie: 'hulp', lid: null },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'taal',
          organisatie: 'Welzijn Merwerade',
          wat: 'Taalles op dinsdag- en donderdagochtend',
          sinds: dag(-45),
        },
      },
      {
        door: 'dylan',
        in: { categorie: 'hulp', lid: 'oudste' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'werkbegeleiding',
          organisatie: 'Werkplein Merwerade',
          wat: 'Leerplek in de installatietechniek',
          wachtOp: 'Een leermeester die plek heeft',
          lidId: 'oudste',
        },
      },
      {
        door: 'dylan',
        in: { categorie: 'hulp', lid: 'oudste' },
        inhoud: {
          soort: 'kracht',
          titel: 'Leert snel door het te doen',
          leefgebied: 'werk_dagbesteding',
          lidId: 'oudste',
        },
      },
      {
        sleutel: 'vak',
        door: 'dylan',
        in: { categorie: 'plan', lid: 'oudste' },
        inhoud: {
          soort: 'doel',
          titel: 'Een vak leren en daarnaast de taal',
          leefgebied: 'werk_dagbesteding',
          lidIds: ['oudste'],
          samenMet: ['oudste', 'rachid', 'samuel'],
        },
      },
      {
        door: 'dylan',
        in: { categorie: 'plan', lid: 'oudste' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Leerplek zoeken die de ochtenden van de taalles vrij laat',
          doelId: 'vak',
          uitvoerders: ['rachid'],
          uiterlijk: dag(30),
          wet: 'participatiewet',
        },
      },
      {
        door: 'dylan',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'veiligheid_nu', antwoord: 'ja', datum: dag(-2) },
      },
      {
        door: 'dylan',
        in: { categorie: 'inkomen', lid: 'oudste' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'De inrichting is een lening; de aflossing begint over twee maanden',
          leefgebied: 'inkomen_financien',
          lidId: 'oudste',
        },
      },
      {
        door: 'rachid',
        in: { categorie: 'werk', lid: 'oudste' },
        inhoud: {
          soort: 'kracht',
          titel: 'Werkte twee jaar als loodgieter',
          leefgebied: 'werk_dagbesteding',
          lidId: 'oudste',
        },
      },
      {
        door: 'bram',
        in: { categorie: 'onderwijs', lid: 'jongste' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Kennismaken bij de schakelklas',
          uitvoerders: ['bram'],
          uiterlijk: dag(12),
          wet: 'anders',
        },
      },
      {
        door: 'marloes',
        in: { categorie: 'wonen', lid: 'oudste' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Uitleggen hoe de huur betaald wordt, met een voorbeeld op papier',
          uitvoerders: ['marloes'],
          uiterlijk: dag(8),
          wet: 'anders',
        },
      },
    ],
    teksten: nieuwInNederlandTeksten,
  };
}
