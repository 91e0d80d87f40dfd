import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { kindMetAutismeTeksten } from '../teksten/kind-met-autisme.ts';

/** Parents of a child with autism; the laws ask of the mother to be at home and to look for work. */
export function kindMetAutisme({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'naima',
    zetel: 'jeugd',
    waarvoor: 'toegang_hulp',
    grondslag: 'jeugdwet',
    leden: [
      { sleutel: 'moeder', rol: 'moeder' },
      { sleutel: 'vader', rol: 'vader' },
      { sleutel: 'kind', rol: 'kind' },
    ],
    vraag: 'Hoe passen de tijden van school, begeleiding en werk bij elkaar?',
    wetten: ['jeugdwet', 'participatiewet'],
    expertise: ['jeugd', 'werk', 'onderwijs'],
    gezinWeet: { ja: true, datum: dag(-21), met: 'moeder en vader' },
    status: 'in_uitvoering',
    deelnemers: [
      {
        wie: 'fatima',
        zetel: 'participatie',
        leden: ['moeder'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
      },
      {
        wie: 'noor',
        zetel: 'jeugdhulp',
        leden: ['kind'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'jeugdwet',
        gezinAkkoord: AKKOORD,
        bekend: dag(-20),
      },
      // A new colleague, whom Noor has to confirm.
      {
        wie: 'daan',
        zetel: 'jeugdhulp',
        leden: ['kind'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'jeugdwet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'willem',
        zetel: 'onderwijs',
        leden: ['kind'],
        waarvoor: 'onderwijs',
        grondslag: 'onderwijswet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'hanneke',
        zetel: 'gedragsdeskundige',
        leden: ['kind'],
        waarvoor: 'advies',
        grondslag: 'jeugdwet',
        gezinAkkoord: AKKOORD,
        tot: dag(45),
      },
      {
        wie: 'anouk',
        zetel: 'werk',
        leden: ['moeder'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      {
        door: 'naima',
        in: { categorie: 'naam', lid: 'moeder' },
        inhoud: { soort: 'naam', voornaam: 'Carla', achternaam: 'Nijhuis', geboortedatum: geboren(41) },
      },
      {
        door: 'naima',
        in: { categorie: 'naam', lid: 'vader' },
        inhoud: { soort: 'naam', voornaam: 'Erwin', achternaam: 'Nijhuis', geboortedatum: geboren(43) },
      },
      {
        door: 'naima',
        in: { categorie: 'naam', lid: 'kind' },
        inhoud: { soort: 'naam', voornaam: 'Timo', achternaam: 'Nijhuis', geboortedatum: geboren(8) },
      },
      {
        door: 'naima',
        in: { categorie: 'contact', lid: 'moeder' },
        inhoud: { soort: 'contact', titel: 'App eerst; bellen kan tussen 9 en 11 uur' },
      },
      {
        door: 'naima',
        in: { categorie: 'contact', lid: 'kind' },
        inhoud: { soort: 'contact', titel: 'Kondig een bezoek een dag van tevoren aan' },
      },
      {
        door: 'naima',
        in: { categorie: 'hulp', lid: null },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Afspraken na 15 uur lukken niet',
          leefgebied: 'zelfzorg_huishouden',
        },
      },
      {
        door: 'noor',
        in: { categorie: 'hulp', lid: 'kind' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'jeugdhulp',
          organisatie: 'Jeugdhulp Wilgenrade',
          wat: 'Begeleiding thuis, op maandag en donderdag',
          sinds: dag(-60),
          lidId: 'kind',
          akkoord: dag(-20),
        },
      },
      {
        door: 'naima',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'opvoeden_jeugd', datum: dag(-12) },
      },
      {
        sleutel: 'weekritme',
        door: 'naima',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'doel',
          titel: 'Een weekritme dat iedereen volhoudt',
          leefgebied: 'zelfzorg_huishouden',
          lidIds: ['moeder', 'vader', 'kind'],
          samenMet: ['moeder', 'vader'],
        },
      },
      {
        door: 'naima',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'afspraak',
          titel: 'Eén weekrooster maken waar alle afspraken in staan',
          doelId: 'weekritme',
          uitvoerders: ['naima', 'moeder'],
          uiterlijk: dag(7),
          wet: 'jeugdwet',
          stand: 'bezig',
        },
      },
      {
        door: 'naima',
        in: { categorie: 'plan', lid: 'kind' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Op school een rustige plek regelen voor de pauze',
          uitvoerders: ['willem', 'noor'],
          uiterlijk: dag(21),
          wet: 'jeugdwet',
        },
        stappen: [{ door: 'willem', stand: 'bezig', tekst: 'Een lokaal gevonden, het rooster volgt' }],
      },
      {
        door: 'fatima',
        in: { categorie: 'plan', lid: 'moeder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Zoeken naar werk van twaalf uur, tussen 9 en 14 uur',
          uitvoerders: ['anouk', 'moeder'],
          uiterlijk: dag(60),
          wet: 'participatiewet',
          stand: 'wacht',
        },
      },
      {
        sleutel: 'thuisZijn',
        door: 'naima',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'besluit',
          titel: 'Beschikbaar zijn thuis gaat voor op meer uren werk',
          datum: dag(-12),
          motivering:
            'De Jeugdwet vraagt dat een ouder er is, de Participatiewet vraagt om werk. Samen kiezen wij: twaalf uur ' +
            'werk onder schooltijd is nu genoeg. Over een half jaar kijken wij opnieuw.',
        },
      },
      {
        door: 'naima',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(170) },
      },
      {
        door: 'fatima',
        in: { categorie: 'werk', lid: 'moeder' },
        inhoud: {
          soort: 'kracht',
          titel: 'Werkte zes jaar in een apotheek',
          leefgebied: 'werk_dagbesteding',
          lidId: 'moeder',
        },
      },
      {
        door: 'anouk',
        in: { categorie: 'werk', lid: 'moeder' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Is op maandag en donderdag niet beschikbaar',
          leefgebied: 'werk_dagbesteding',
          lidId: 'moeder',
        },
      },
      {
        door: 'naima',
        in: { categorie: 'jeugd', lid: 'kind' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Beschikking voor begeleiding verlengen',
          uitvoerders: ['naima'],
          uiterlijk: dag(30),
          wet: 'jeugdwet',
        },
      },
      {
        door: 'noor',
        in: { categorie: 'jeugd', lid: 'kind' },
        inhoud: {
          soort: 'kracht',
          titel: 'Houdt van vaste volgorde en legt anderen graag uit hoe iets werkt',
          leefgebied: 'opvoeden_jeugd',
          lidId: 'kind',
        },
      },
      {
        door: 'willem',
        in: { categorie: 'onderwijs', lid: 'kind' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Na een drukke pauze lukt het derde uur niet',
          leefgebied: 'onderwijs',
          lidId: 'kind',
        },
      },
      {
        door: 'hanneke',
        in: { categorie: 'advies', lid: 'kind' },
        inhoud: {
          soort: 'noodkaart',
          weten: 'Prikkels weghalen, niet aanraken, wachten tot er weer contact is.',
          bellen: 'Expertiseteam Opgroeien Merwerade, op werkdagen: 088-000 00 07',
        },
      },
    ],
    teksten: kindMetAutismeTeksten,
  };
}
