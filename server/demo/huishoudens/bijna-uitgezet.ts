import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { bijnaUitgezetTeksten } from '../teksten/bijna-uitgezet.ts';

/** A family that kept its home because somebody rang in time. In aftercare. */
export function bijnaUitgezet({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'sanne',
    zetel: 'schuldhulp',
    waarvoor: 'schulden',
    grondslag: 'wgs',
    leden: [
      { sleutel: 'vader', rol: 'vader' },
      { sleutel: 'moeder', rol: 'moeder' },
      { sleutel: 'kind1', rol: 'kind' },
      { sleutel: 'kind2', rol: 'kind' },
      { sleutel: 'kind3', rol: 'kind' },
    ],
    vraag: 'Wat is er nodig zodat de huur ook na de regeling wordt betaald?',
    wetten: ['wgs', 'participatiewet'],
    expertise: ['schulden', 'wonen'],
    gezinWeet: { ja: true, datum: dag(-150), met: 'vader en moeder' },
    status: 'nazorg',
    deelnemers: [
      {
        wie: 'kees',
        zetel: 'wonen',
        leden: ['vader', 'moeder'],
        waarvoor: 'wonen',
        grondslag: 'overeenkomst',
        gezinAkkoord: AKKOORD,
        tot: dag(100),
      },
      {
        wie: 'frank',
        zetel: 'vertegenwoordiger',
        leden: ['vader'],
        waarvoor: 'schulden',
        grondslag: 'overeenkomst',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'fatima',
        zetel: 'participatie',
        leden: ['vader', 'moeder'],
        waarvoor: 'werk',
        grondslag: 'participatiewet',
      },
      {
        wie: 'trudy',
        zetel: 'welzijn',
        leden: ['moeder'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'wmo',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      {
        door: 'sanne',
        in: { categorie: 'naam', lid: 'vader' },
        inhoud: { soort: 'naam', voornaam: 'Hassan', achternaam: 'Oulad', geboortedatum: geboren(47) },
      },
      {
        door: 'sanne',
        in: { categorie: 'naam', lid: 'moeder' },
        inhoud: { soort: 'naam', voornaam: 'Mina', achternaam: 'Oulad', geboortedatum: geboren(42) },
      },
      {
        door: 'sanne',
        in: { categorie: 'adres', lid: 'vader' },
        inhoud: { soort: 'adres', titel: 'Rietstraat 88, 0000 AC Merwerade' },
      },
      {
        door: 'sanne',
        in: { categorie: 'contact', lid: 'vader' },
        inhoud: { soort: 'contact', titel: 'Bel; bij een brief altijd ook bellen' },
      },
      {
        door: 'sanne',
        in: { categorie: 'hulp', lid: null },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'wonen',
          organisatie: 'Woningcorporatie Radewonen',
          wat: 'Belt bij de eerste gemiste huur, voordat er een brief gaat',
          sinds: dag(-140),
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'hulp', lid: 'vader' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'budgetbeheer',
          organisatie: 'Bewindvoering Radestein',
          wat: 'Betaalt de huur op de eerste van de maand',
          sinds: dag(-110),
          lidId: 'vader',
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'kracht', titel: 'Bellen zelf als er iets verandert', leefgebied: 'wonen' },
      },
      {
        door: 'sanne',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'wonen', datum: dag(-25) },
      },
      {
        sleutel: 'blijven',
        door: 'sanne',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'doel',
          titel: 'Blijven wonen, en de huur gaat vanzelf',
          leefgebied: 'wonen',
          lidIds: ['vader', 'moeder'],
          samenMet: ['vader', 'moeder', 'kees', 'frank'],
        },
      },
      {
        sleutel: 'eerstBellen',
        door: 'sanne',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'afspraak',
          titel: 'Bij een gemiste huur eerst bellen',
          doelId: 'blijven',
          uitvoerders: ['kees'],
          uiterlijk: dag(100),
          wet: 'anders',
          stand: 'bezig',
        },
        stappen: [{ door: 'kees', tekst: 'Staat in ons systeem; dit kwartaal niet nodig geweest' }],
      },
      {
        door: 'sanne',
        in: { categorie: 'plan', lid: 'vader' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Leefgeld op vrijdag overmaken',
          uitvoerders: ['frank'],
          uiterlijk: dag(4),
          wet: 'wgs',
        },
        stappen: [{ door: 'frank', stand: 'gedaan', tekst: 'Staat als vaste opdracht' }],
      },
      {
        door: 'sanne',
        in: { categorie: 'plan', lid: null },
        inhoud: {
          soort: 'besluit',
          titel: 'De ontruiming gaat niet door',
          datum: dag(-138),
          motivering:
            'Eén telefoontje was genoeg om de huur te regelen. Een ontruiming kost het gezin en ons meer.',
        },
      },
      {
        door: 'sanne',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(30) },
      },
      {
        door: 'sanne',
        in: { categorie: 'financien', lid: null },
        inhoud: {
          soort: 'afspraak',
          titel: 'Laatste termijn van de regeling nakijken',
          uitvoerders: ['sanne'],
          uiterlijk: dag(28),
          wet: 'wgs',
        },
      },
      {
        door: 'kees',
        in: { categorie: 'wonen', lid: 'vader' },
        inhoud: {
          soort: 'kracht',
          titel: 'Vier maanden op rij op tijd betaald',
          leefgebied: 'wonen',
          lidId: 'vader',
        },
      },
      {
        door: 'trudy',
        in: { categorie: 'wmo', lid: 'moeder' },
        inhoud: {
          soort: 'kracht',
          titel: 'Kookt mee in het buurthuis',
          leefgebied: 'sociaal_netwerk',
          lidId: 'moeder',
        },
      },
    ],
    teksten: bijnaUitgezetTeksten,
  };
}
