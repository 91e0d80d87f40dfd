import { kiesOpnieuw } from '../invoer/invoer.ts';
import {
  code,
  dag,
  gezieneVersie,
  jaNee,
  kenmerk,
  kenmerken,
  keuze,
  regel,
  tekst,
} from '../invoer/velden.ts';
import { LEZEN, STANDEN, UITKOMSTEN, WETTEN } from '../plan/kaartsoorten.ts';
import { LEEFGEBIED_CODES } from '../plan/leefgebieden.ts';
import { VELDLABELS } from '../plan/veldlabels.ts';
import { Doorzetting } from './doorzetting.ts';
import { Id, Leefgebied } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/**
 * The kaarten by sort (docs/protocol.md). `velden` are what a person fills in; the server adds id,
 * version and who wrote it. In a PATCH, null clears a field that may be left out.
 */

/**
 * As many as may be stored in a list: above all members and seats that a casus can have at once (ST2). Of what one person
 * sends the server takes fewer.
 */
const IDS = 10_000;
/** As many as somebody can name in one field; a stored kaart may hold more, of which each reader sees a part. */
export const HOOGUIT_GENOEMD = 40;
const L = VELDLABELS;

const VELDEN = {
  kracht: {
    titel: regel(L.kracht.titel),
    leefgebied: keuze(LEEFGEBIED_CODES, L.kracht.leefgebied),
    lidId: kenmerk(L.kracht.lidId).optional(),
  },
  zorgpunt: {
    titel: regel(L.zorgpunt.titel),
    leefgebied: keuze(LEEFGEBIED_CODES, L.zorgpunt.leefgebied),
    lidId: kenmerk(L.zorgpunt.lidId).optional(),
  },
  doel: {
    titel: regel(L.doel.titel),
    leefgebied: keuze(LEEFGEBIED_CODES, L.doel.leefgebied).optional(),
    lidIds: kenmerken(L.doel.lidIds, IDS).default([]),
    samenMet: kenmerken(L.doel.samenMet, IDS).optional(),
  },
  afspraak: {
    titel: regel(L.afspraak.titel),
    doelId: kenmerk(L.afspraak.doelId).optional(),
    uitvoerders: kenmerken(L.afspraak.uitvoerders, IDS).default([]),
    uiterlijk: dag('termijn', L.afspraak.uiterlijk).optional(),
    wet: keuze(WETTEN, L.afspraak.wet).optional(),
    stand: keuze(STANDEN, L.afspraak.stand).default('gepland'),
    betaaltDoor: regel(L.afspraak.betaaltDoor).optional(),
    wachtOp: regel(L.afspraak.wachtOp).optional(),
    /** Who sees to it as long as it waits: they read it by being named, as who carries it out does (NK22). */
    overbrugtDoor: kenmerk(L.afspraak.overbrugtDoor).optional(),
  },
  besluit: {
    titel: regel(L.besluit.titel),
    datum: dag('gebeurd', L.besluit.datum),
    motivering: tekst(L.besluit.motivering),
  },
  /** What is decided under a law by who has the mandate, as it was sent: the table decides none (OV7). */
  beschikking: {
    titel: regel(L.beschikking.titel),
    wet: keuze(WETTEN, L.beschikking.wet),
    stand: keuze(UITKOMSTEN, L.beschikking.stand),
    beslisser: regel(L.beschikking.beslisser),
    datum: dag('gebeurd', L.beschikking.datum),
    bezwaarTot: dag('bezwaartermijn', L.beschikking.bezwaarTot).optional(),
  },
  vraag: { titel: regel(L.vraag.titel, 'vraag') },
  // Of these sorts the fields say it all; a title may be given with them.
  wet: { titel: regel(L.wet.titel).optional(), wet: keuze(WETTEN, L.wet.wet) },
  expertise: { titel: regel(L.expertise.titel).optional(), expertise: code(L.expertise.expertise) },
  gezin_weet: {
    titel: regel(L.gezin_weet.titel).optional(),
    ja: jaNee(L.gezin_weet.ja),
    datum: dag('gebeurd', L.gezin_weet.datum).optional(),
    met: regel(L.gezin_weet.met).optional(),
    /** Why the household isn't told yet. */
    reden: regel(L.gezin_weet.reden).optional(),
  },
  /** Whom the household calls, apart from who directs; another only by a warm handover. */
  contactpersoon: {
    titel: regel(L.contactpersoon.titel).optional(),
    // A reader who may not know them gets none, and whose seat ended is nobody (NK23).
    deelnemerId: kenmerk(L.contactpersoon.deelnemerId).optional(),
    kennisgemaakt: dag('gebeurd', L.contactpersoon.kennisgemaakt).optional(),
  },
  veiligheid_nu: {
    titel: regel(L.veiligheid_nu.titel).optional(),
    antwoord: keuze(['ja', 'nee', 'onbekend'], L.veiligheid_nu.antwoord),
    datum: dag('gebeurd', L.veiligheid_nu.datum).optional(),
  },
  herziening: {
    titel: regel(L.herziening.titel).optional(),
    datum: dag('termijn', L.herziening.datum),
  },
  hulp: {
    titel: regel(L.hulp.titel).optional(),
    soortHulp: code(L.hulp.soortHulp),
    organisatie: regel(L.hulp.organisatie).optional(),
    wat: regel(L.hulp.wat),
    sinds: dag('sinds', L.hulp.sinds).optional(),
    wachtOp: regel(L.hulp.wachtOp).optional(),
    lidId: kenmerk(L.hulp.lidId).optional(),
    akkoord: dag('gebeurd', L.hulp.akkoord).optional(),
  },
  besproken: {
    titel: regel(L.besproken.titel).optional(),
    leefgebied: keuze(LEEFGEBIED_CODES, L.besproken.leefgebied),
    datum: dag('gebeurd', L.besproken.datum),
  },
  naam: {
    titel: regel(L.naam.titel).optional(),
    voornaam: regel(L.naam.voornaam, 'naam'),
    achternaam: regel(L.naam.achternaam, 'naam').optional(),
    geboortedatum: dag('geboortedatum', L.naam.geboortedatum).optional(),
  },
  adres: { titel: regel(L.adres.titel) },
  contact: {
    titel: regel(L.contact.titel),
    taal: regel(L.contact.taal).optional(),
    tolk: jaNee(L.contact.tolk).optional(),
    lezen: keuze(LEZEN, L.contact.lezen).optional(),
  },
  noodkaart: {
    titel: regel(L.noodkaart.titel).optional(),
    weten: tekst(L.noodkaart.weten),
    bellen: regel(L.noodkaart.bellen),
  },
} as const;

/** The fields of every sort. Its own `parse` reads what is stored; what comes in goes by `leesInvoer`. */
export const KaartInhoud = z.discriminatedUnion(
  'soort',
  [
    z.strictObject({ soort: z.literal('kracht'), ...VELDEN.kracht }),
    z.strictObject({ soort: z.literal('zorgpunt'), ...VELDEN.zorgpunt }),
    z.strictObject({ soort: z.literal('doel'), ...VELDEN.doel }),
    z.strictObject({ soort: z.literal('afspraak'), ...VELDEN.afspraak }),
    z.strictObject({ soort: z.literal('besluit'), ...VELDEN.besluit }),
    z.strictObject({ soort: z.literal('beschikking'), ...VELDEN.beschikking }),
    z.strictObject({ soort: z.literal('vraag'), ...VELDEN.vraag }),
    z.strictObject({ soort: z.literal('wet'), ...VELDEN.wet }),
    z.strictObject({ soort: z.literal('expertise'), ...VELDEN.expertise }),
    z.strictObject({ soort: z.literal('gezin_weet'), ...VELDEN.gezin_weet }),
    z.strictObject({ soort: z.literal('contactpersoon'), ...VELDEN.contactpersoon }),
    z.strictObject({ soort: z.literal('veiligheid_nu'), ...VELDEN.veiligheid_nu }),
    z.strictObject({ soort: z.literal('herziening'), ...VELDEN.herziening }),
    z.strictObject({ soort: z.literal('hulp'), ...VELDEN.hulp }),
    z.strictObject({ soort: z.literal('besproken'), ...VELDEN.besproken }),
    z.strictObject({ soort: z.literal('naam'), ...VELDEN.naam }),
    z.strictObject({ soort: z.literal('adres'), ...VELDEN.adres }),
    z.strictObject({ soort: z.literal('contact'), ...VELDEN.contact }),
    z.strictObject({ soort: z.literal('noodkaart'), ...VELDEN.noodkaart }),
  ],
  { error: kiesOpnieuw('Soort') },
);
/** What a person fills in of a kaart. */
export type KaartInhoud = z.infer<typeof KaartInhoud>;
/** The content of one sort of kaart. */
export type InhoudVan<S extends KaartInhoud['soort']> = Extract<KaartInhoud, { soort: S }>;

/** Body of `POST kaarten`: the sort's fields and the compartment; checked further by `KaartInhoud`. */
export const NieuweKaart = z
  .looseObject({ compartimentId: kenmerk('Wie mag dit lezen?'), soort: code('Soort') })
  .openapi('NieuweKaart', { description: 'compartimentId, soort en de velden van die soort' });
export type NieuweKaart = z.infer<typeof NieuweKaart>;

/** What somebody saw of a kaart, as a stamp that means nothing else (ST11). */
export const Versie = gezieneVersie('De versie die u zag').openapi('Versie', {
  description: 'Een merk over wat u van deze kaart ziet. Het verandert als dat verandert, en anders niet.',
});

/**
 * Of an afspraak: who carries it out via the regisseur (NK26). Apart from the other fields, for it stands elsewhere: only
 * the regisseur and that person get it.
 */
export const NieuweVia = z.strictObject({ viaRegisseur: kenmerk(L.afspraak.viaRegisseur) });

/** Body of `PATCH kaarten/{kid}`: the version that was changed, and the fields that change. */
export const KaartWijziging = z
  .looseObject({ versie: Versie })
  .openapi('KaartWijziging', { description: 'versie en de velden die veranderen; null maakt een veld leeg' });
export type KaartWijziging = z.infer<typeof KaartWijziging>;

/** Body of `POST kaarten/{kid}/stappen`: a new state, a line of text, or both. */
export const NieuweStap = z
  .strictObject({
    stand: keuze(STANDEN, 'Hoe staat het ermee?').optional(),
    tekst: regel('Wat is er gebeurd?').optional(),
    /** What one saw; given, it is refused when another changed it meanwhile (ST11). */
    versie: Versie.optional(),
  })
  .refine((stap) => stap.stand !== undefined || stap.tekst !== undefined, {
    message: 'Zeg hoe het ermee staat, of wat er is gebeurd',
  })
  .openapi('NieuweStap');
export type NieuweStap = z.infer<typeof NieuweStap>;

/** A step in carrying out an afspraak. */
export const Stap = z
  .strictObject({
    id: Id,
    op: z.iso.datetime(),
    /** Null: somebody whom you don't know by name (NK20). */
    door: Id.nullable(),
    stand: z.enum(STANDEN).optional(),
    tekst: z.string().optional(),
  })
  .openapi('Stap');
export type Stap = z.infer<typeof Stap>;

const kop = {
  id: Id,
  /** Null: it reached you because it names you (NK22). */
  compartimentId: Id.nullable(),
  titel: z.string(),
  versie: Versie,
  /** Who wrote it first; null: somebody whom you don't know by name. */
  door: Id.nullable(),
  /** When what every reader of it sees alike changed last. */
  gewijzigdOp: z.iso.datetime(),
};

/**
 * What goes out of every sort, beside its head: the same fields as come in. Text is as it was stored; its bounds are
 * those of the day on which it was typed.
 */
const UIT = {
  kracht: { leefgebied: Leefgebied, lidId: Id.optional() },
  zorgpunt: { leefgebied: Leefgebied, lidId: Id.optional() },
  doel: { leefgebied: Leefgebied.optional(), lidIds: z.array(Id), samenMet: z.array(Id).optional() },
  afspraak: {
    doelId: Id.optional(),
    uitvoerders: z.array(Id),
    /** Who really carries it out, for the regisseur and for that person; to others it is an afspraak of the regisseur. */
    viaRegisseur: Id.optional(),
    uiterlijk: z.iso.date().optional(),
    wet: z.enum(WETTEN).optional(),
    stand: z.enum(STANDEN),
    betaaltDoor: z.string().optional(),
    wachtOp: z.string().optional(),
    overbrugtDoor: Id.optional(),
    /** Whether you carry out this afspraak, and so may write its steps. */
    ikVoerUit: z.boolean(),
    stappen: z.array(Stap),
    /** What the regisseur decided of it last (NK30). */
    doorzetting: Doorzetting.optional(),
  },
  besluit: { datum: z.iso.date(), motivering: z.string() },
  beschikking: {
    wet: z.enum(WETTEN),
    stand: z.enum(UITKOMSTEN),
    beslisser: z.string(),
    datum: z.iso.date(),
    bezwaarTot: z.iso.date().optional(),
  },
  vraag: {},
  wet: { wet: z.enum(WETTEN) },
  expertise: { expertise: z.string() },
  gezin_weet: {
    ja: z.boolean(),
    datum: z.iso.date().optional(),
    met: z.string().optional(),
    reden: z.string().optional(),
  },
  contactpersoon: { deelnemerId: Id.optional(), kennisgemaakt: z.iso.date().optional() },
  veiligheid_nu: { antwoord: z.enum(['ja', 'nee', 'onbekend']), datum: z.iso.date().optional() },
  herziening: { datum: z.iso.date() },
  hulp: {
    soortHulp: z.string(),
    organisatie: z.string().optional(),
    wat: z.string(),
    sinds: z.iso.date().optional(),
    wachtOp: z.string().optional(),
    lidId: Id.optional(),
    akkoord: z.iso.date().optional(),
  },
  besproken: { leefgebied: Leefgebied, datum: z.iso.date() },
  naam: {
    voornaam: z.string(),
    achternaam: z.string().optional(),
    geboortedatum: z.iso.date().optional(),
  },
  adres: {},
  contact: {
    taal: z.string().optional(),
    tolk: z.boolean().optional(),
    lezen: z.enum(LEZEN).optional(),
  },
  noodkaart: { weten: z.string(), bellen: z.string() },
} as const;

/** A kaart as one person receives it: references to whom and what they may not know are left out. */
export const Kaart = z
  .discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('kracht'), ...kop, ...UIT.kracht }),
    z.strictObject({ soort: z.literal('zorgpunt'), ...kop, ...UIT.zorgpunt }),
    z.strictObject({ soort: z.literal('doel'), ...kop, ...UIT.doel }),
    z.strictObject({ soort: z.literal('afspraak'), ...kop, ...UIT.afspraak }),
    z.strictObject({ soort: z.literal('besluit'), ...kop, ...UIT.besluit }),
    z.strictObject({ soort: z.literal('beschikking'), ...kop, ...UIT.beschikking }),
    z.strictObject({ soort: z.literal('vraag'), ...kop, ...UIT.vraag }),
    z.strictObject({ soort: z.literal('wet'), ...kop, ...UIT.wet }),
    z.strictObject({ soort: z.literal('expertise'), ...kop, ...UIT.expertise }),
    z.strictObject({ soort: z.literal('gezin_weet'), ...kop, ...UIT.gezin_weet }),
    z.strictObject({ soort: z.literal('contactpersoon'), ...kop, ...UIT.contactpersoon }),
    z.strictObject({ soort: z.literal('veiligheid_nu'), ...kop, ...UIT.veiligheid_nu }),
    z.strictObject({ soort: z.literal('herziening'), ...kop, ...UIT.herziening }),
    z.strictObject({ soort: z.literal('hulp'), ...kop, ...UIT.hulp }),
    z.strictObject({ soort: z.literal('besproken'), ...kop, ...UIT.besproken }),
    z.strictObject({ soort: z.literal('naam'), ...kop, ...UIT.naam }),
    z.strictObject({ soort: z.literal('adres'), ...kop, ...UIT.adres }),
    z.strictObject({ soort: z.literal('contact'), ...kop, ...UIT.contact }),
    z.strictObject({ soort: z.literal('noodkaart'), ...kop, ...UIT.noodkaart }),
  ])
  .openapi('Kaart', { description: 'Een kaart onder uw masker, met de velden van haar soort' });
export type Kaart = z.infer<typeof Kaart>;

/** How a kaart can be refused, made or changed. */
const KEURING = [
  'alleen_lezen',
  'verwijzing_onbekend',
  'niet_in_lijst',
  'past_hier_niet',
  'ander_lid',
  'akkoord_gezin_nodig',
  'geen_mandaat',
  'niet_te_noemen',
  'eerst_bekend',
  'al_bekend',
  'warme_overdracht_nodig',
  'persoonsgegeven_geweigerd',
] as const;

export const maakKaart = opdracht('kaart.maak', {
  samenvatting: 'Iets op het bord zetten',
  body: NieuweKaart,
  sessie: 'nodig',
  codes: [...KEURING, 'bestaat_al', 'te_veel_kaarten'],
  handeling: 'kaart_gemaakt',
  maakt: true,
  antwoord: { status: 201, schema: Kaart, beschrijving: 'Wat er nu staat' },
});

export const wijzigKaart = opdracht('kaart.wijzig', {
  samenvatting: 'Iets op het bord wijzigen',
  body: KaartWijziging,
  sessie: 'nodig',
  codes: [...KEURING, 'soort_vast', 'versie_verouderd', 'doorgezet'],
  handeling: 'kaart_gewijzigd',
  antwoord: { status: 200, schema: Kaart, beschrijving: 'Wat er nu staat' },
});

export const verwijderKaart = opdracht('kaart.verwijder', {
  samenvatting: 'Iets van het bord halen',
  query: z.strictObject({ versie: Versie }),
  sessie: 'nodig',
  codes: [
    'alleen_lezen',
    'versie_verouderd',
    'warme_overdracht_nodig',
    'geen_mandaat',
    'doorgezet',
    'loopt_al',
  ],
  handeling: 'kaart_verwijderd',
  antwoord: { status: 204, beschrijving: 'Het is weg' },
});

export const zetStap = opdracht('kaart.zetStap', {
  samenvatting: 'Bijhouden hoe het met een afspraak staat',
  body: NieuweStap,
  sessie: 'nodig',
  codes: [
    'geen_afspraak',
    'niet_uitvoerder',
    'versie_verouderd',
    'te_veel_stappen',
    'doorgezet',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'stap_gezet',
  maakt: true,
  antwoord: { status: 201, schema: Kaart, beschrijving: 'De afspraak zoals zij nu is' },
});
