import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { tussenSchoolEnWerkTeksten } from '../teksten/tussen-school-en-werk.ts';

/** A young adult of 21 without benefit or school, who lives with a grandparent. */
export function tussenSchoolEnWerk({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'ruben',
    zetel: 'schuldhulp',
    waarvoor: 'schulden',
    grondslag: 'wgs',
    leden: [
      { sleutel: 'grootouder', rol: 'grootouder' },
      { sleutel: 'jongere', rol: 'inwonende' },
    ],
    vraag: 'Hoe komt er inkomen en een plek overdag, zonder nieuwe schulden?',
    wetten: ['wgs', 'participatiewet'],
    expertise: ['schulden', 'werk'],
    gezinWeet: { ja: true, datum: dag(-9), met: 'grootouder en de jongere' },
    status: 'in_uitvoering',
    waarneming: { wie: 'inge', tot: dag(12) },
    verzoeken: [
      {
        door: 'ali',
        in: { categorie: 'financien', lid: 'grootouder' },
        waarvoor: 'samenhang',
        grondslag: 'wmo',
        waarom: 'Voor de aanvraag van een aanpassing in huis moet ik weten wat er per maand over is.',
        tot: dag(14),
      },
      // Of which nobody at this table keeps anything: it is never answered, and looks like any other.
      {
        door: 'ali',
        in: { categorie: 'gezondheid', lid: 'grootouder' },
        waarvoor: 'samenhang',
        grondslag: 'wmo',
        waarom: 'Voor de traplift wil ik weten of lopen nog beter wordt.',
        tot: dag(30),
      },
    ],
    deelnemers: [
      {
        wie: 'bram',
        zetel: 'leerplicht',
        leden: ['jongere'],
        waarvoor: 'onderwijs',
        grondslag: 'leerplichtwet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'inge',
        zetel: 'participatie',
        leden: ['jongere'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
      },
      {
        wie: 'anouk',
        zetel: 'werk',
        leden: ['jongere'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
        gezinAkkoord: AKKOORD,
        tot: dag(120),
      },
      {
        wie: 'ali',
        zetel: 'wmo',
        leden: ['grootouder'],
        waarvoor: 'toegang_hulp',
        grondslag: 'wmo',
      },
      {
        wie: 'pieter',
        zetel: 'gezondheidszorg',
        leden: ['jongere'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
        bekend: dag(-3),
      },
    ],
    kaarten: [
      {
        door: 'ruben',
        in: { categorie: 'naam', lid: 'grootouder' },
        inhoud: { soort: 'naam', voornaam: 'Toos', achternaam: 'Meerdink', geboortedatum: geboren(72) },
      },
      {
        door: 'ruben',
        in: { categorie: 'naam', lid: 'jongere' },
        inhoud: { soort: 'naam', voornaam: 'Kevin', achternaam: 'Meerdink', geboortedatum: geboren(21) },
      },
      {
        door: 'ruben',
        in: { categorie: 'contact', lid: 'jongere' },
        inhoud: { soort: 'contact', titel: 'Stuur een bericht; neemt niet op bij onbekende nummers' },
      },
      {
        door: 'ruben',
        in: { categorie: 'hulp', lid: 'jongere' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'schuldhulp',
          organisatie: 'Gemeente Merwerade',
          wat: 'Geen nieuwe schulden, eerst een postadres',
          sinds: dag(-20),
          lidId: 'jongere',
        },
      },
      {
        door: 'pieter',
        in: { categorie: 'hulp', lid: 'jongere' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'gezondheidszorg',
          organisatie: 'GGZ Rivierenrade',
          wat: 'Een gesprek in de week, op dinsdag',
          sinds: dag(-50),
          lidId: 'jongere',
          akkoord: dag(-3),
        },
      },
      {
        door: 'ruben',
        in: { categorie: 'hulp', lid: 'jongere' },
        inhoud: {
          soort: 'kracht',
          titel: 'Staat elke ochtend op om oma te helpen',
          leefgebied: 'zelfzorg_huishouden',
          lidId: 'jongere',
        },
      },
      {
        door: 'ruben',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'werk_dagbesteding', datum: dag(-6) },
      },
      {
        sleutel: 'begin',
        door: 'inge',
        in: { categorie: 'plan', lid: 'jongere' },
        inhoud: {
          soort: 'doel',
          titel: 'Drie ochtenden per week een vaste plek',
          leefgebied: 'werk_dagbesteding',
          lidIds: ['jongere'],
          samenMet: ['jongere', 'anouk', 'bram'],
        },
      },
      {
        door: 'inge',
        in: { categorie: 'plan', lid: 'jongere' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Twee werkplekken bekijken en kiezen',
          doelId: 'begin',
          uitvoerders: ['anouk', 'jongere'],
          uiterlijk: dag(11),
          wet: 'participatiewet',
        },
        stappen: [{ door: 'anouk', stand: 'bezig', tekst: 'De eerste is bekeken; fietsenmaker sprak aan' }],
      },
      {
        sleutel: 'aanvraag',
        door: 'ruben',
        in: { categorie: 'plan', lid: 'jongere' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Uitkering aanvragen, samen achter de computer',
          uitvoerders: ['inge', 'jongere'],
          uiterlijk: dag(-1),
          wet: 'participatiewet',
          stand: 'bezig',
        },
      },
      {
        door: 'ruben',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(45) },
      },
      {
        door: 'ruben',
        in: { categorie: 'financien', lid: 'jongere' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Zorgverzekering en telefoon staan open; incasso is stilgezet',
          leefgebied: 'inkomen_financien',
          lidId: 'jongere',
        },
      },
      {
        door: 'bram',
        in: { categorie: 'onderwijs', lid: 'jongere' },
        inhoud: {
          soort: 'kracht',
          titel: 'Heeft de helft van de opleiding gehaald; vrijstellingen zijn mogelijk',
          leefgebied: 'onderwijs',
          lidId: 'jongere',
        },
      },
      {
        door: 'ali',
        in: { categorie: 'wmo', lid: 'grootouder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Aanvraag voor een traplift beoordelen',
          uitvoerders: ['ali'],
          uiterlijk: dag(25),
          wet: 'wmo',
        },
      },
      {
        door: 'pieter',
        in: { categorie: 'gezondheid', lid: 'jongere' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Vermijdt drukke ruimtes; begin met kleine groepen',
          leefgebied: 'gezondheid',
          lidId: 'jongere',
        },
      },
    ],
    adviesvragen: [
      {
        door: 'inge',
        lid: 'jongere',
        vraag: 'Hoe beginnen wij opnieuw zonder dat het weer te veel wordt?',
        toelichting:
          'Twee keer begonnen, twee keer na drie weken gestopt. Er is nu een plek met kleine groepen.',
        opent: [{ categorie: 'plan', lid: 'jongere' }],
        genoemd: ['bram'],
        tot: dag(9),
        deskundige: 'hanneke',
        advies: {
          watIkLees:
            'Stoppen na drie weken, niet in de eerste. Dat past bij volhouden tot het op is, niet bij onwil.',
          watIkAdviseer:
            'Spreek vooraf af wanneer er minder mag, niet alleen wanneer er meer moet. Plan na twee weken een lichte week.',
          watIkNietWeet: 'Wie merkt het als eerste dat het te veel wordt?',
          wanneerOpnieuw: 'Na zes weken, samen.',
        },
        reactie: { besluit: 'deels', waarom: 'De lichte week komt in week drie, dan is er vakantie.' },
      },
    ],
    teksten: tussenSchoolEnWerkTeksten,
  };
}
