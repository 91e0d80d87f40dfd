import { AKKOORD, type DemoHuishouden, type Kalender } from '../huishouden.ts';
import { veiligThuisTeksten } from '../teksten/veilig-thuis.ts';

/** Parents in conflict about two children. Safety first; who knows what is narrow, and one seat is without agreement. */
export function veiligThuis({ dag, geboren }: Kalender): DemoHuishouden {
  return {
    inbrenger: 'tom',
    zetel: 'jeugd',
    waarvoor: 'veiligheid',
    grondslag: 'jeugdwet',
    leden: [
      { sleutel: 'moeder', rol: 'moeder' },
      { sleutel: 'vader', rol: 'vader' },
      { sleutel: 'kind1', rol: 'kind' },
      { sleutel: 'kind2', rol: 'kind' },
    ],
    vraag: 'Wat is nodig zodat de kinderen rustig naar school kunnen?',
    wetten: ['jeugdwet'],
    expertise: ['jeugd', 'onderwijs'],
    gezinWeet: { ja: true, datum: dag(-8), met: 'moeder' },
    status: 'in_uitvoering',
    deelnemers: [
      {
        wie: 'yvonne',
        zetel: 'jeugdbescherming',
        leden: ['kind1', 'kind2'],
        waarvoor: 'veiligheid',
        grondslag: 'jeugdwet',
        gezinAkkoord: AKKOORD,
        bekend: dag(-7),
      },
      {
        wie: 'ilse',
        zetel: 'veiligheid',
        leden: ['moeder', 'kind1', 'kind2'],
        waarvoor: 'veiligheid',
        grondslag: 'meldrecht',
        gezinAkkoord: {
          ja: false,
          reden: 'Eén ouder is nog niet gesproken; eerst met Veilig Thuis afstemmen.',
        },
      },
      {
        wie: 'els',
        zetel: 'leerplicht',
        leden: ['kind1'],
        waarvoor: 'onderwijs',
        grondslag: 'leerplichtwet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'willem',
        zetel: 'onderwijs',
        leden: ['kind2'],
        waarvoor: 'onderwijs',
        grondslag: 'onderwijswet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'daan',
        zetel: 'jeugdhulp',
        leden: ['kind1', 'kind2'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'jeugdwet',
        gezinAkkoord: AKKOORD,
      },
      {
        wie: 'karim',
        zetel: 'gezondheidszorg',
        leden: ['moeder'],
        waarvoor: 'uitvoeren_hulp',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
      },
    ],
    kaarten: [
      {
        door: 'tom',
        in: { categorie: 'naam', lid: 'kind1' },
        inhoud: { soort: 'naam', voornaam: 'Sem', achternaam: 'Vreugdenhil', geboortedatum: geboren(12) },
      },
      {
        door: 'tom',
        in: { categorie: 'naam', lid: 'kind2' },
        inhoud: { soort: 'naam', voornaam: 'Evi', achternaam: 'Vreugdenhil', geboortedatum: geboren(7) },
      },
      {
        door: 'tom',
        in: { categorie: 'contact', lid: 'moeder' },
        inhoud: {
          soort: 'contact',
          titel: 'Alleen bellen, geen brief; nodig niet samen met iemand anders uit',
        },
      },
      {
        door: 'tom',
        in: { categorie: 'contact', lid: 'vader' },
        inhoud: { soort: 'contact', titel: 'Via de regisseur; nodig niet samen met iemand anders uit' },
      },
      {
        door: 'tom',
        in: { categorie: 'hulp', lid: 'kind1' },
        inhoud: {
          soort: 'kracht',
          titel: 'Voelt zich op zijn plek bij voetbal',
          leefgebied: 'sociaal_netwerk',
          lidId: 'kind1',
        },
      },
      {
        door: 'yvonne',
        in: { categorie: 'hulp', lid: 'kind1' },
        inhoud: {
          soort: 'hulp',
          soortHulp: 'veiligheid',
          organisatie: 'Jeugdbescherming Rivierenrade',
          wat: 'Vaste contactpersoon, komt eens in de twee weken',
          sinds: dag(-14),
          lidId: 'kind1',
          akkoord: dag(-7),
        },
      },
      {
        door: 'tom',
        in: { categorie: 'hulp', lid: null },
        inhoud: { soort: 'besproken', leefgebied: 'veiligheid', datum: dag(-1) },
      },
      {
        sleutel: 'rust',
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind1' },
        inhoud: {
          soort: 'doel',
          titel: 'Rustig naar school en weer naar huis',
          leefgebied: 'onderwijs',
          lidIds: ['kind1'],
          samenMet: ['kind1', 'els'],
        },
      },
      {
        sleutel: 'geenBrief',
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind1' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Geen verzuimbrief sturen zonder eerst te bellen',
          doelId: 'rust',
          uitvoerders: ['els'],
          uiterlijk: dag(30),
          wet: 'jeugdwet',
          stand: 'bezig',
        },
        stappen: [{ door: 'els', tekst: 'Doorgegeven aan mijn collega’s' }],
      },
      {
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind2' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Eén vast persoon op school die haar ophaalt bij de deur',
          uitvoerders: ['willem'],
          uiterlijk: dag(3),
          wet: 'jeugdwet',
        },
      },
      {
        door: 'tom',
        in: { categorie: 'plan', lid: 'kind2' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Elke week met haar tekenen en praten',
          uitvoerders: ['yvonne'],
          uiterlijk: dag(14),
          wet: 'jeugdwet',
        },
      },
      {
        door: 'tom',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'veiligheid_nu', antwoord: 'onbekend', datum: dag(-1) },
      },
      {
        door: 'tom',
        in: { categorie: 'plan', lid: null },
        inhoud: { soort: 'herziening', datum: dag(6) },
      },
      {
        door: 'yvonne',
        in: { categorie: 'veiligheid', lid: 'kind1' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Veiligheidsafspraken met beide ouders doornemen',
          uitvoerders: ['yvonne'],
          uiterlijk: dag(5),
          wet: 'jeugdwet',
        },
      },
      {
        door: 'ilse',
        in: { categorie: 'veiligheid', lid: 'moeder' },
        inhoud: {
          soort: 'noodkaart',
          weten: 'Kom niet onaangekondigd en bel niet aan als er iemand anders is.',
          bellen: '112; daarna Veilig Thuis Merwerade, dag en nacht: 088-000 00 25',
        },
      },
      {
        door: 'daan',
        in: { categorie: 'jeugd', lid: 'kind2' },
        inhoud: {
          soort: 'kracht',
          titel: 'Vertelt veel als er een spelletje op tafel ligt',
          leefgebied: 'opvoeden_jeugd',
          lidId: 'kind2',
        },
      },
      {
        door: 'els',
        in: { categorie: 'onderwijs', lid: 'kind1' },
        inhoud: {
          soort: 'zorgpunt',
          titel: 'Drie keer te laat in een maand, steeds op maandag',
          leefgebied: 'onderwijs',
          lidId: 'kind1',
        },
      },
      {
        door: 'willem',
        in: { categorie: 'onderwijs', lid: 'kind2' },
        inhoud: {
          soort: 'kracht',
          titel: 'Leest graag voor aan kleuters',
          leefgebied: 'onderwijs',
          lidId: 'kind2',
        },
      },
      {
        door: 'karim',
        in: { categorie: 'gezondheid', lid: 'moeder' },
        inhoud: {
          soort: 'afspraak',
          titel: 'Over twee weken opnieuw op het spreekuur',
          uitvoerders: ['karim'],
          uiterlijk: dag(14),
          wet: 'anders',
        },
      },
    ],
    teksten: veiligThuisTeksten,
  };
}
