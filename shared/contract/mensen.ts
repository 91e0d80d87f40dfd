import { kenmerk } from '../invoer/velden.ts';
import { Datum, Id } from './gedeeld.ts';
import { z } from './zod.ts';

/** Somebody as whom one can sign in to the demo. */
export const DemoMedewerkers = z
  .object({
    medewerkers: z.array(
      z.object({ id: Id, naam: z.string(), functie: z.string(), organisatie: z.string() }),
    ),
  })
  .openapi('DemoMedewerkers');
export type DemoMedewerkers = z.infer<typeof DemoMedewerkers>;

export const NieuweSessie = z.strictObject({ medewerkerId: kenmerk('Wie bent u?') }).openapi('NieuweSessie');

/** Who is signed in. */
export const Sessie = z
  .object({
    medewerkerId: Id,
    naam: z.string(),
    functie: z.string(),
    organisatie: z.string(),
    /** Zetels that I may take, the first proposed. */
    zetels: z.array(z.string()),
    verlooptOp: z.iso.datetime(),
  })
  .openapi('Sessie');
export type Sessie = z.infer<typeof Sessie>;

/** Something that waits for me. */
export const Wachtend = z
  .object({
    soort: z.enum(['afspraak', 'herziening', 'zetel_eindigt', 'nog_niet_geopend']),
    casusId: Id,
    casusLabel: z.string(),
    /** The kaart that it is about, if any. */
    kaartId: Id.nullable(),
    titel: z.string(),
    uiterlijk: Datum.nullable(),
    overTijd: z.boolean(),
  })
  .openapi('Wachtend');
export type Wachtend = z.infer<typeof Wachtend>;

/** My work: my seats and what waits for me. */
export const Werkvoorraad = z
  .object({
    zetels: z.array(
      z.object({
        casusId: Id,
        casusLabel: z.string(),
        status: z.string(),
        leden: z.array(z.string()),
        zetel: z.string(),
        regisseur: z.boolean(),
        regisseurNaam: z.string(),
        waarvoor: z.string(),
        van: z.iso.datetime(),
        tot: z.iso.datetime().nullable(),
      }),
    ),
    wachtend: z.array(Wachtend),
  })
  .openapi('Werkvoorraad');
export type Werkvoorraad = z.infer<typeof Werkvoorraad>;

const LijstItem = z.object({ code: z.string(), naam: z.string(), van: Datum, tot: Datum.nullable() });
const CodeNaam = z.object({ code: z.string(), naam: z.string() });

/** All lists from which people choose, as they hold today, with the names of zetels and categories. */
export const Lijsten = z
  .object({
    waarvoor: z.array(LijstItem),
    grondslag: z.array(LijstItem),
    soortHulp: z.array(LijstItem.extend({ gevoelig: z.boolean() })),
    expertise: z.array(LijstItem),
    zetels: z.array(CodeNaam.extend({ discreet: z.boolean(), brengtIn: z.boolean() })),
    categorieen: z.array(
      CodeNaam.extend({
        perOrganisatie: z.boolean(),
        opent: z.enum(['vanzelf', 'op_verzoek']),
        bewaren: z.string(),
      }),
    ),
    leefgebieden: z.array(CodeNaam.extend({ achtergrond: z.array(z.string()) })),
    rollen: z.array(z.string()),
    wetten: z.array(CodeNaam),
    standen: z.array(CodeNaam),
    statussen: z.array(CodeNaam),
    matrixversie: z.string(),
  })
  .openapi('Lijsten');
export type Lijsten = z.infer<typeof Lijsten>;
