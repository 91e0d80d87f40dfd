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
import { STANDEN, WETTEN } from '../plan/kaartsoorten.ts';
import { LEEFGEBIED_CODES } from '../plan/leefgebieden.ts';
import { VELDLABELS } from '../plan/veldlabels.ts';
import { Id } from './gedeeld.ts';
import { z } from './zod.ts';

/**
 * The kaarten by sort (docs/protocol.md). `velden` are what a person fills in; the server adds id,
 * version and who wrote it. In a PATCH, null clears a field that may be left out.
 */

/** Bounded in what is stored; what one person sends is bounded tighter, by the server. */
const IDS = 400;
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
  },
  besluit: {
    titel: regel(L.besluit.titel),
    datum: dag('gebeurd', L.besluit.datum),
    motivering: tekst(L.besluit.motivering),
  },
  vraag: { titel: regel(L.vraag.titel) },
  // Of these sorts the fields say it all; a title may be given with them.
  wet: { titel: regel(L.wet.titel).optional(), wet: keuze(WETTEN, L.wet.wet) },
  expertise: { titel: regel(L.expertise.titel).optional(), expertise: code(L.expertise.expertise) },
  gezin_weet: {
    titel: regel(L.gezin_weet.titel).optional(),
    ja: jaNee(L.gezin_weet.ja),
    datum: dag('gebeurd', L.gezin_weet.datum).optional(),
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
  contact: { titel: regel(L.contact.titel) },
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
    z.strictObject({ soort: z.literal('vraag'), ...VELDEN.vraag }),
    z.strictObject({ soort: z.literal('wet'), ...VELDEN.wet }),
    z.strictObject({ soort: z.literal('expertise'), ...VELDEN.expertise }),
    z.strictObject({ soort: z.literal('gezin_weet'), ...VELDEN.gezin_weet }),
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
  })
  .refine((stap) => stap.stand !== undefined || stap.tekst !== undefined, {
    message: 'geef een stand of een tekst',
  })
  .openapi('NieuweStap');
export type NieuweStap = z.infer<typeof NieuweStap>;

/** A step in carrying out an afspraak. */
export const Stap = z
  .object({
    id: Id,
    op: z.iso.datetime(),
    /** Null: somebody whom you don't know by name (NK20). */
    door: Id.nullable(),
    stand: z.enum(STANDEN).optional(),
    tekst: z.string().optional(),
  })
  .openapi('Stap');
export type Stap = z.infer<typeof Stap>;

/** A kaart as one person receives it: references to whom and what they may not know are left out. */
export const Kaart = z
  .looseObject({
    id: Id,
    /** Null: it reached you because it names you (NK22). */
    compartimentId: Id.nullable(),
    soort: z.string(),
    titel: z.string(),
    versie: Versie,
    /** Who wrote it first; null: somebody whom you don't know by name. */
    door: Id.nullable(),
    /** When what every reader of it sees alike changed last. */
    gewijzigdOp: z.iso.datetime(),
  })
  .openapi('Kaart', { description: 'Een kaart onder uw masker, met de velden van haar soort' });

/** A kaart as one person receives it. */
export type Kaart = KaartInhoud & {
  readonly id: string;
  readonly compartimentId: string | null;
  readonly titel: string;
  readonly versie: string;
  readonly door: string | null;
  readonly gewijzigdOp: string;
  /** Steps, of an afspraak. */
  readonly stappen?: readonly Stap[];
  /** Whether you carry out this afspraak, and so may write its steps. */
  readonly ikVoerUit?: boolean;
};
