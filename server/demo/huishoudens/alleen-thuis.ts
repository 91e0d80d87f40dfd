import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { alleenThuisTeksten } from '../teksten/alleen-thuis.ts';

/** Somebody of 71 who lives alone and lost the way to others; the neighbours rang the woningcorporatie. */
export function alleenThuis({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'ali',
    zetel: 'wmo',
    waarvoor: 'toegang_hulp',
    grondslag: 'wmo',
    leden: [{ sleutel: 'bewoner', rol: 'bewoner' }],
    vraag: 'Wie komt er wanneer langs, zodat het samen een week wordt?',
    wetten: ['wmo'],
    expertise: ['wmo', 'wonen'],
    gezinWeet: { ja: true, datum: dag(-20), met: 'bewoner' },
    status: 'in_uitvoering',
    deelnemers: [
      {
        wie: 'mieke',
        zetel: 'gezondheidszorg',
        leden: ['bewoner'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
        bekend: dag(-18),
      },
      {
        wie: 'marloes',
        zetel: 'wonen',
        leden: ['bewoner'],
        waarvoor: 'wonen',
        grondslag: 'overeenkomst',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'samuel',
        zetel: 'welzijn',
        leden: ['bewoner'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'wmo',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      {
        door: 'ali',
        in: { categorie: 'naam', lid: 'bewoner' },
        inhoud: { soort: 'naam', voornaam: 'Corrie', achternaam: 'Hoekstra', geboortedatum: geboren(71) },
      },
      {
        door: 'ali',
        in: { categorie: 'contact', lid: 'bewoner' },
        inhoud: { soort: 'contact', titel: 'Bellen na tien uur; de bel is zacht, dus even wachten' },
      },
      {
        door: 'ali',
        in: { categorie: 'hulp', lid: 'bewoner' },
        inhoud: {
          soort: 'kracht',
          titel: 'Kan goed koken, het liefst voor een ander',
          leefgebied: 'sociaal_netwerk',
          lidId: 'bewoner',
        },
      },
      {
        door: 'mieke',
        in: { categorie: 'hulp', lid: 'bewoner' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'gezondheidszorg',
          organisatie: 'Wijkverpleging Radeveld',
          wat: 'Komt op maandag, woensdag en vrijdag',
          sinds: dag(-60),
          lidId: 'bewoner',
          akkoord: dag(-18),
        },
      },
      {
        door: 'ali',
        in: { categorie: 'hulp', lid: 'bewoner' },
        inhoud: { soort: 'besproken', leefgebied: 'zelfzorg_huishouden', datum: dag(-12) },
      },
      {
        sleutel: 'samenEten',
        door: 'ali',
        in: { categorie: 'plan', lid: 'bewoner' },
        inhoud: {
          soort: 'doel',
          titel: 'Twee keer per week samen eten',
          leefgebied: 'sociaal_netwerk',
          lidIds: ['bewoner'],
          samenMet: ['bewoner', 'samuel'],
        },
      },
      {
        door: 'ali',
        in: { categorie: 'plan', lid: 'bewoner' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Samen naar de eettafel in het buurthuis',
          doelId: 'samenEten',
          uitvoerders: ['samuel', 'bewoner'],
          uiterlijk: dag(6),
          wet: 'wmo',
        },
        stappen: [{ door: 'samuel', stand: 'bezig', tekst: 'Dinsdag gaan wij kijken' }],
      },
      {
        door: 'ali',
        in: { categorie: 'plan', lid: 'bewoner' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Een lamp bij de voordeur laten maken',
          uitvoerders: ['marloes'],
          uiterlijk: dag(14),
        },
      },
      {
        door: 'ali',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(30) },
      },
      {
        door: 'ali',
        in: { categorie: 'wmo', lid: 'bewoner' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Hulp in huis van drie uur lijkt te weinig; opnieuw kijken in het voorjaar',
          leefgebied: 'zelfzorg_huishouden',
          lidId: 'bewoner',
        },
      },
    ],
    adviesvragen: [
      {
        door: 'ali',
        lid: 'bewoner',
        vraag: 'Hoe bieden wij hulp aan die steeds wordt afgezegd?',
        toelichting: 'Afspraken worden op de ochtend zelf afgezegd. Samen eten lukt wel.',
        opent: [{ categorie: 'hulp', lid: 'bewoner' }],
        vraagt: [{ categorie: 'gezondheid', lid: 'bewoner' }],
        genoemd: [],
        tot: dag(16),
        deskundige: 'hanneke',
        vraagTerug: 'Op welk moment van de dag is het samen eten?',
      },
    ],
    teksten: alleenThuisTeksten,
  };
}
