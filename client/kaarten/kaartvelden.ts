import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Dagsoort } from '../../shared/invoer/soorten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { VELDLABELS } from '../../shared/plan/veldlabels.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Keuze } from '../ui/formulier.ts';
import * as veld from '../vensters/veld.ts';
import { ANTWOORDEN, discreten, doelen, LEESKEUZES, leden, mensen } from './keuzes.ts';

/** How a field is filled in; what it is called stands in VELDLABELS. @param gekozen what stands there of it */
type Invulwijze = (naam: string, label: string, kijk: Kijk, gekozen: readonly string[]) => veld.Veld;

/** The fields that one fills in of each sort, in the order of the form. */
const VELDEN: { readonly [S in Kaartsoort]: { readonly [N in keyof (typeof VELDLABELS)[S]]?: Invulwijze } } =
  {
    kracht: {
      titel: regel('Schrijf op wat anderen moeten weten, niet waarom.'),
      leefgebied: uit('leefgebieden'),
    },
    zorgpunt: {
      titel: regel('Schrijf op wat anderen moeten weten, niet waarom.'),
      leefgebied: uit('leefgebieden'),
    },
    doel: {
      titel: regel('In de woorden van het gezin, als dat kan.'),
      lidIds: wie(leden),
      samenMet: wie(mensen),
      leefgebied: meer(magLeeg(uit('leefgebieden'))),
    },
    afspraak: {
      titel: regel(),
      uitvoerders: wie((...bij) => [...mensen(...bij), ...leden(bij[0])]),
      viaRegisseur: (naam, label, ...bij) =>
        veld.lijst(naam, label, discreten(...bij), { magLeeg: true, leeg: 'Nee', uitleg: VIA_UITLEG }),
      uiterlijk: magLeeg(datum('termijn')),
      doelId: meer((naam, label, kijk) =>
        veld.lijst(naam, label, doelen(kijk), { magLeeg: true, leeg: 'Geen doel' }),
      ),
      wet: meer(magLeeg(uit('wetten'))),
      wachtOp: meer(magLeeg(regel('Bijvoorbeeld: de rechtbank, een intake.'))),
      overbrugtDoor: meer((naam, label, ...bij) =>
        veld.lijst(naam, label, [...mensen(...bij), ...leden(bij[0])], { magLeeg: true, leeg: 'Niemand' }),
      ),
      betaaltDoor: meer(magLeeg(regel('Bijvoorbeeld: bijzondere bijstand.'))),
      stand: meer((naam, label, { lijsten }) =>
        veld.lijst(naam, label, lijsten.standen, { leeg: false, vanzelf: 'gepland' }),
      ),
    },
    besluit: { titel: regel(), datum: datum('gebeurd'), motivering: tekst() },
    beschikking: {
      titel: regel('Bijvoorbeeld: hulp bij het huishouden, drie uur per week.'),
      wet: (naam, label, { lijsten, wetten }) => {
        const mag: readonly string[] = wetten;
        return veld.lijst(
          naam,
          label,
          lijsten.wetten.filter(({ code }) => mag.includes(code)),
        );
      },
      stand: uit('uitkomsten'),
      beslisser: regel('Wie het mandaat heeft: functie en organisatie.'),
      datum: datum('gebeurd'),
      bezwaarTot: magLeeg(
        datum('bezwaartermijn', 'Zes weken na de dag waarop de beschikking is verstuurd. Dat staat erin.'),
      ),
    },
    vraag: { titel: vraagregel() },
    wet: { wet: uit('wetten') },
    expertise: { expertise: uit('expertise') },
    gezin_weet: {
      ja: (naam, label) => veld.jaNee(naam, label, 'Ja', 'Nee, nog niet'),
      datum: magLeeg(datum('gebeurd')),
      met: magLeeg(regel('Bijvoorbeeld: moeder. Een rol, geen naam.')),
      reden: magLeeg(regel('Bijvoorbeeld: we zien het gezin vrijdag.')),
    },
    contactpersoon: {
      deelnemerId: (naam, label, ...bij) => veld.lijst(naam, label, mensen(...bij)),
      kennisgemaakt: magLeeg(
        datum('gebeurd', 'Wordt het een ander? Ga dan eerst samen naar het gezin, en vul die dag in.'),
      ),
    },
    veiligheid_nu: {
      antwoord: (naam, label) => veld.lijst(naam, label, ANTWOORDEN),
      datum: magLeeg(datum('gebeurd')),
    },
    herziening: { datum: datum('termijn') },
    hulp: {
      soortHulp: uit('soortHulp'),
      wat: regel(),
      organisatie: magLeeg(regel()),
      sinds: meer(magLeeg(datum('sinds'))),
      wachtOp: meer(magLeeg(regel('Bijvoorbeeld: de rechtbank, een intake.'))),
      akkoord: magLeeg(datum('gebeurd', 'Nodig bij zorg, jeugdhulp en hulp bij onveiligheid.')),
    },
    besproken: { leefgebied: uit('leefgebieden'), datum: datum('gebeurd') },
    naam: {
      voornaam: naamregel(),
      achternaam: magLeeg(naamregel()),
      geboortedatum: magLeeg(datum('geboortedatum')),
    },
    adres: { titel: regel() },
    contact: {
      titel: regel('Bijvoorbeeld: bel, geen brief. De reden hoort hier niet bij.'),
      taal: magLeeg(regel('Alleen als het geen Nederlands is.')),
      tolk: magLeeg((naam, label) => veld.jaNee(naam, label, 'Ja', 'Nee')),
      lezen: magLeeg((naam, label) => veld.lijst(naam, label, LEESKEUZES)),
    },
    noodkaart: { weten: tekst('Alleen wat nodig is om op dat moment goed te handelen.'), bellen: regel() },
  };

const VIA_UITLEG = 'Dan gaat het via de regisseur: anderen lezen alleen dat de regisseur dit doet.';

/** Of these the datum itself is what one fills in: who reads that place may know it. */
const VAN_PERSOON: ReadonlySet<Kaartsoort> = new Set(['naam', 'adres', 'contact', 'noodkaart']);

/** The fields of a sort, as a form describes them. @param kaart what is changed; null: a new one */
export function veldenVan(kijk: Kijk, soort: Kaartsoort, kaart: Kaart | null = null): readonly veld.Veld[] {
  const labels: Readonly<Record<string, string>> = VELDLABELS[soort];
  const wijzen: readonly (readonly [string, Invulwijze])[] = Object.entries(VELDEN[soort]);
  const isPersoonsgegeven = VAN_PERSOON.has(soort);
  // A kaart is an object of its fields.
  const stond: Readonly<Record<string, unknown>> = { ...kaart };
  const gekozen = (naam: string) =>
    [stond[naam]].flat().filter((een): een is string => typeof een === 'string');
  return wijzen.map(([naam, wijze]) => ({
    ...wijze(naam, labels[naam] ?? naam, kijk, gekozen(naam)),
    isPersoonsgegeven,
  }));
}

function regel(uitleg?: string): Invulwijze {
  return (naam, label) => veld.regel(naam, label, { uitleg });
}

function vraagregel(): Invulwijze {
  return (naam, label) => veld.regel(naam, label, { soort: 'vraag' });
}

function naamregel(): Invulwijze {
  return (naam, label) => veld.regel(naam, label, { soort: 'naam' });
}

function tekst(uitleg?: string): Invulwijze {
  return (naam, label) => veld.tekst(naam, label, { uitleg });
}

function datum(soort: Dagsoort, uitleg?: string): Invulwijze {
  return (naam, label) => veld.datum(naam, label, soort, { uitleg });
}

/** A choice from a list of the API. */
function uit(lijst: 'leefgebieden' | 'wetten' | 'uitkomsten' | 'expertise' | 'soortHulp'): Invulwijze {
  return (naam, label, { lijsten }) => veld.lijst(naam, label, lijsten[lijst]);
}

function wie(keuzes: (kijk: Kijk, gekozen: readonly string[]) => readonly Keuze[]): Invulwijze {
  return (naam, label, ...bij) => veld.vinkjes(naam, label, keuzes(...bij), { magLeeg: true });
}

function magLeeg(wijze: Invulwijze): Invulwijze {
  return (...wat) => {
    const zo = wijze(...wat);
    return { ...zo, magLeeg: true, ...('leeg' in zo ? { leeg: 'Niet gekozen' } : {}) };
  };
}

/** It stands under *Meer*. */
function meer(wijze: Invulwijze): Invulwijze {
  return (...wat) => ({ ...wijze(...wat), meer: true });
}
