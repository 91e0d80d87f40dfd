import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { chronischZiekTeksten } from '../teksten/chronisch-ziek.ts';

/** A chronically ill mother of 44 and her child of 16 who does much at home. Most of it came together in wmo. */
export function chronischZiek({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'greet',
    zetel: 'wmo',
    waarvoor: 'toegang_hulp',
    grondslag: 'wmo',
    leden: [
      { sleutel: 'moeder', rol: 'moeder' },
      { sleutel: 'kind', rol: 'kind' },
    ],
    vraag: 'Hoe wordt het thuis lichter, ook voor het kind?',
    wetten: ['wmo', 'jeugdwet', 'participatiewet'],
    expertise: ['wmo', 'jeugd'],
    gezinWeet: { ja: true, datum: dag(-18), met: 'moeder' },
    status: 'in_uitvoering',
    wegingen: [
      { door: 'greet', volgorde: ['werk_inkomen', 'ondersteuning'] },
      { door: 'jeroen', volgorde: ['werk_inkomen'] },
      { door: 'tom', volgorde: ['jeugd', 'werk_inkomen'] },
    ],
    rechten: [
      {
        door: 'greet',
        aan: 'jeroen',
        in: { categorie: 'wmo', lid: 'moeder' },
        waarvoor: 'samenhang',
        grondslag: 'wmo',
        waarom: 'Hij plant haar eerste werkdagen rond de uren dat er hulp in huis is.',
        tot: dag(6),
      },
    ],
    overdracht: {
      naar: 'jeroen',
      zwaartepunt: 'werk_inkomen',
      reden: 'De hulp thuis loopt. Wat er nu moet gebeuren, gaat vooral over werk en inkomen.',
      open: [
        { kop: 'Wat nog openstaat' },
        { punten: [['Bellen met ', { deelnemer: 'tom' }, ' over de week waarin moeder wordt opgenomen']] },
        'Het gezin weet nog niet dat u het overneemt. Dat vertellen we samen.',
      ],
    },
    deelnemers: [
      {
        wie: 'karim',
        zetel: 'gezondheidszorg',
        leden: ['moeder'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'tom',
        zetel: 'jeugd',
        leden: ['kind'],
        waarvoor: 'toegang_hulp',
        grondslag: 'jeugdwet',
      },
      {
        wie: 'jeroen',
        zetel: 'participatie',
        leden: ['moeder'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
      },
      {
        wie: 'samuel',
        zetel: 'welzijn',
        leden: ['kind'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'wmo',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'frank',
        zetel: 'vertegenwoordiger',
        leden: ['moeder'],
        waarvoor: 'schulden',
        grondslag: 'overeenkomst',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      {
        door: 'greet',
        in: { categorie: 'naam', lid: 'moeder' },
        inhoud: { soort: 'naam', voornaam: 'Marjan', achternaam: 'Siebelink', geboortedatum: geboren(44) },
      },
      {
        door: 'greet',
        in: { categorie: 'naam', lid: 'kind' },
        inhoud: { soort: 'naam', voornaam: 'Roos', achternaam: 'Siebelink', geboortedatum: geboren(16) },
      },
      {
        door: 'greet',
        in: { categorie: 'adres', lid: 'moeder' },
        inhoud: { soort: 'adres', titel: 'Wilgenhof 3, 0000 AB Merwerade' },
      },
      {
        door: 'greet',
        in: { categorie: 'contact', lid: 'moeder' },
        inhoud: {
          soort: 'contact',
          titel: 'Afspraken hooguit drie kwartier; bel de dag ervoor of het uitkomt',
        },
      },
      {
        door: 'greet',
        in: { categorie: 'contact', lid: 'kind' },
        inhoud: { soort: 'contact', titel: 'Buiten schooltijd, zelf bellen mag' },
      },
      {
        door: 'greet',
        in: { categorie: 'hulp', lid: 'moeder' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'begeleiding_thuis',
          organisatie: 'Gemeente Merwerade',
          wat: 'Drie uur in de week, wisselende dagen',
          sinds: dag(-120),
          lidId: 'moeder',
        },
      },
      {
        door: 'greet',
        in: { categorie: 'hulp', lid: 'kind' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'vrijwilliger',
          organisatie: 'Welzijn Merwerade',
          wat: 'Een maatje voor iets leuks, eens in de twee weken',
          wachtOp: 'Welzijn zoekt een maatje',
          lidId: 'kind',
        },
      },
      {
        door: 'jeroen',
        in: { categorie: 'hulp', lid: 'moeder' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Hoe de dag gaat, is pas ’s ochtends duidelijk',
          leefgebied: 'zelfzorg_huishouden',
          lidId: 'moeder',
        },
      },
      {
        door: 'greet',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'zelfzorg_huishouden', datum: dag(-4) },
      },
      {
        sleutel: 'lichter',
        door: 'greet',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'doel',
          titel: 'Thuis is het vol te houden, ook op een slechte dag',
          leefgebied: 'zelfzorg_huishouden',
          lidIds: ['moeder', 'kind'],
          samenMet: ['moeder'],
        },
      },
      {
        door: 'greet',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'afspraak',
          titel: 'Een avond in de week neemt iemand het koken over',
          doelId: 'lichter',
          uitvoerders: ['greet'],
          uiterlijk: dag(10),
          wet: 'wmo',
          stand: 'bezig',
        },
      },
      {
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind' },
        inhoud: {
          soort: 'doel',
          titel: 'Twee middagen in de week vrij voor sport',
          leefgebied: 'opvoeden_jeugd',
          lidIds: ['kind'],
          samenMet: ['kind', 'samuel'],
        },
      },
      {
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Een maatje zoeken en voorstellen',
          uitvoerders: ['samuel'],
          uiterlijk: dag(20),
          wet: 'wmo',
        },
        stappen: [{ door: 'samuel', stand: 'wacht', tekst: 'Twee mensen gevraagd' }],
      },
      {
        door: 'greet',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(60) },
      },
      {
        door: 'greet',
        in: { categorie: 'wmo', lid: 'moeder' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Drie uur is te weinig in weken met ziekenhuisbezoek',
          leefgebied: 'zelfzorg_huishouden',
          lidId: 'moeder',
        },
      },
      {
        door: 'samuel',
        in: { categorie: 'wmo', lid: 'kind' },
        inhoud: {
          soort: 'kracht',
          titel: 'Kent veel mensen via de roeivereniging',
          leefgebied: 'sociaal_netwerk',
          lidId: 'kind',
        },
      },
      {
        door: 'tom',
        in: { categorie: 'jeugd', lid: 'kind' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Doet thuis meer dan bij de leeftijd past',
          leefgebied: 'opvoeden_jeugd',
          lidId: 'kind',
        },
      },
      {
        door: 'jeroen',
        in: { categorie: 'werk', lid: 'moeder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Medisch advies opvragen over wat zij kan',
          uitvoerders: ['jeroen'],
          uiterlijk: dag(35),
          wet: 'participatiewet',
        },
      },
      {
        door: 'karim',
        in: { categorie: 'gezondheid', lid: 'moeder' },
        inhoud: {
          soort: 'noodkaart',
          weten: 'Bij koorts boven de 38,5 direct bellen en niet afwachten.',
          bellen: 'Overdag Huisartsenpraktijk De Griend, daarbuiten de huisartsenpost: 088-000 00 23',
        },
      },
    ],
    teksten: chronischZiekTeksten,
  };
}
