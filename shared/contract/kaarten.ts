import { STANDEN, WETTEN } from '../plan/kaartsoorten.ts';
import { Datum, Id, Leefgebied, LijstCode, Regel, Tekst } from './gedeeld.ts';
import { z } from './zod.ts';

/**
 * The kaarten by sort (docs/protocol.md). `velden` are what a person fills in; the server adds id,
 * version and who wrote it. In a PATCH, null clears a field that may be left out.
 */

const titel = { titel: Regel };
/** Sorts whose fields say it all; a title may be given with them. */
const titelMag = { titel: Regel.optional() };
/** Bounded in what is stored; what one person sends is bounded tighter, by the server. */
const ids = z.array(Id).max(400);

const VELDEN = {
  kracht: { ...titel, leefgebied: Leefgebied, lidId: Id.optional() },
  zorgpunt: { ...titel, leefgebied: Leefgebied, lidId: Id.optional() },
  doel: { ...titel, leefgebied: Leefgebied.optional(), lidIds: ids.default([]), samenMet: ids.optional() },
  afspraak: {
    ...titel,
    doelId: Id.optional(),
    uitvoerders: ids.default([]),
    uiterlijk: Datum.optional(),
    wet: z.enum(WETTEN).optional(),
    stand: z.enum(STANDEN).default('gepland'),
  },
  besluit: { ...titel, datum: Datum, motivering: Tekst },
  vraag: titel,
  wet: { ...titelMag, wet: z.enum(WETTEN) },
  expertise: { ...titelMag, expertise: LijstCode },
  gezin_weet: { ...titelMag, ja: z.boolean(), datum: Datum.optional() },
  veiligheid_nu: { ...titelMag, antwoord: z.enum(['ja', 'nee', 'onbekend']), datum: Datum.optional() },
  herziening: { ...titelMag, datum: Datum },
  hulp: {
    ...titelMag,
    soortHulp: LijstCode,
    organisatie: Regel.optional(),
    wat: Regel,
    sinds: Datum.optional(),
    wachtOp: Regel.optional(),
    lidId: Id.optional(),
    akkoord: Datum.optional(),
  },
  besproken: { ...titelMag, leefgebied: Leefgebied, datum: Datum },
  naam: { ...titelMag, voornaam: Regel, achternaam: Regel.optional(), geboortedatum: Datum.optional() },
  adres: titel,
  contact: titel,
  noodkaart: { ...titelMag, weten: Tekst, bellen: Regel },
} as const;

/** The fields of every sort, for checking what is stored. */
export const KaartInhoud = z.discriminatedUnion('soort', [
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
]);
/** What a person fills in of a kaart. */
export type KaartInhoud = z.infer<typeof KaartInhoud>;
/** The content of one sort of kaart. */
export type InhoudVan<S extends KaartInhoud['soort']> = Extract<KaartInhoud, { soort: S }>;

/** Body of `POST kaarten`: the sort's fields and the compartment; checked further by `KaartInhoud`. */
export const NieuweKaart = z
  .looseObject({ compartimentId: Id, soort: z.string() })
  .openapi('NieuweKaart', { description: 'compartimentId, soort en de velden van die soort' });
export type NieuweKaart = z.infer<typeof NieuweKaart>;

/** Body of `PATCH kaarten/{kid}`: the version that was changed, and the fields that change. */
export const KaartWijziging = z
  .looseObject({ versie: z.int().min(1) })
  .openapi('KaartWijziging', { description: 'versie en de velden die veranderen; null maakt een veld leeg' });
export type KaartWijziging = z.infer<typeof KaartWijziging>;

/** Body of `POST kaarten/{kid}/stappen`: a new state, a line of text, or both. */
export const NieuweStap = z
  .strictObject({ stand: z.enum(STANDEN).optional(), tekst: Regel.optional() })
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
    versie: z.int(),
    /** Who wrote it first; null: somebody whom you don't know by name. */
    door: Id.nullable(),
    gewijzigdOp: z.iso.datetime(),
  })
  .openapi('Kaart', { description: 'Een kaart onder uw masker, met de velden van haar soort' });

/** A kaart as one person receives it. */
export type Kaart = KaartInhoud & {
  readonly id: string;
  readonly compartimentId: string | null;
  readonly titel: string;
  readonly versie: number;
  readonly door: string | null;
  readonly gewijzigdOp: string;
  /** Steps, of an afspraak. */
  readonly stappen?: readonly Stap[];
  /** Whether you carry out this afspraak, and so may write its steps. */
  readonly ikVoerUit?: boolean;
};
