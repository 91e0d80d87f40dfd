import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

const codeNaam = { code: z.string(), naam: z.string() };
const CodeNaam = z.strictObject(codeNaam);
const lijstItem = { ...codeNaam, van: z.iso.date(), tot: z.iso.date().nullable() };
const LijstItem = z.strictObject(lijstItem);

/** All lists from which people choose, as they hold today, with the names of zetels and categories. */
export const Lijsten = z
  .strictObject({
    waarvoor: z.array(LijstItem),
    /** `voorGemeente`: it can be chosen on the municipality's own zetels. */
    grondslag: z.array(z.strictObject({ ...lijstItem, voorGemeente: z.boolean() })),
    soortHulp: z.array(z.strictObject({ ...lijstItem, gevoelig: z.boolean() })),
    expertise: z.array(LijstItem),
    zetels: z.array(
      z.strictObject({
        ...codeNaam,
        discreet: z.boolean(),
        brengtIn: z.boolean(),
        /** Whether who sits here writes the plan, and so is of the kernteam. */
        kernteam: z.boolean(),
        /** Whether one can direct from here, or stand in for who does (NK30). */
        regisseert: z.boolean(),
        /** What a form proposes to choose on it. */
        gebruikelijk: z.strictObject({ waarvoor: z.string().nullable(), grondslag: z.string().nullable() }),
      }),
    ),
    categorieen: z.array(
      z.strictObject({
        ...codeNaam,
        perOrganisatie: z.boolean(),
        opent: z.enum(['vanzelf', 'op_verzoek']),
        bewaren: z.string(),
      }),
    ),
    leefgebieden: z.array(z.strictObject({ ...codeNaam, achtergrond: z.array(z.string()) })),
    rollen: z.array(z.string()),
    wetten: z.array(CodeNaam),
    standen: z.array(CodeNaam),
    uitkomsten: z.array(CodeNaam),
    statussen: z.array(CodeNaam),
    matrixversie: z.string(),
    /**
     * From how many characters it is said that a text is long, and how many it can hold; how many kaarten stand in one
     * place, and steps at one afspraak (ST6).
     */
    omvang: z.strictObject({ tekstLetOp: z.int(), tekst: z.int(), kaarten: z.int(), stappen: z.int() }),
    /** How many days ahead somebody may be let read along (NK28), and in how many working days an answer can come (NK27). */
    termijnen: z.strictObject({ rechtDagen: z.int(), verzoekWerkdagen: z.int() }),
  })
  .openapi('Lijsten');
export type Lijsten = z.infer<typeof Lijsten>;

export const lijsten = opdracht('lijsten', {
  samenvatting: 'De lijsten waaruit u kiest, zoals ze vandaag gelden',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: { status: 200, schema: Lijsten, beschrijving: 'De lijsten' },
});
