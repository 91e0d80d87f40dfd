import { Id, Niveau } from './gedeeld.ts';
import { Kaart } from './kaarten.ts';
import { opdracht } from './opdracht.ts';
import { Veld } from './velden.ts';
import { z } from './zod.ts';

/** Who reads along, as I may know it. */
export const Publiek = z
  .strictObject({
    deelnemerIds: z.array(Id),
    discreet: z.boolean(),
    /**
     * Who advise from a distance, and read this for the question that they took on (OV11): name and organisation; none
     * when left out.
     */
    deskundigen: z.array(z.string()).optional(),
  })
  .openapi('Publiek', { description: 'Wie meelezen: bij naam bekend, en of iemand discreet kan meelezen' });

/** A tile of the board: what I may read, or what stands for what I may not. */
export const Compartiment = z
  .strictObject({
    id: Id,
    categorie: z.string(),
    lidId: Id.nullable(),
    organisatie: z.string().nullable(),
    niveau: Niveau,
    geopend: z.boolean(),
    publiek: Publiek.nullable(),
    vragenAan: z.strictObject({ naam: z.string(), organisatie: z.string(), telefoon: z.string() }).nullable(),
    /** At `dat`: I read a part of this myself; the tile stands for what others keep. */
    enAnderen: z.boolean(),
    /** At `dat`: what my own organisation keeps of it opens when a colleague confirms me (NK12). */
    wachtOpCollega: z.boolean(),
    /** Whether it is kept by my own organisation. */
    eigen: z.boolean(),
    /** The right by which I read along here, and until when; null: I don't by one. */
    recht: z.strictObject({ id: Id, tot: z.iso.datetime().nullable() }).nullable(),
    /** Who reads along here by a right, or is going to, when I decide on it; null: I don't. */
    rechten: z
      .array(
        z.strictObject({
          id: Id,
          deelnemerId: Id,
          niveau: z.enum(['lezen', 'schrijven']),
          van: z.iso.datetime(),
          tot: z.iso.datetime().nullable(),
        }),
      )
      .nullable(),
  })
  .openapi('Compartiment');
export type Compartiment = z.infer<typeof Compartiment>;

/** What opening a compartment gives. */
export const Opening = z
  .strictObject({
    velden: z.array(Veld),
    kaarten: z.array(Kaart),
    /** Something stands in it that can't be read (ST1). */
    onleesbaar: z.boolean(),
  })
  .openapi('Opening', { description: 'Wat er in het geopende deel staat' });
export type Opening = z.infer<typeof Opening>;

/** Why my level is what it is (NK9). */
export const Uitleg = z
  .strictObject({ niveau: Niveau, regels: z.array(z.strictObject({ id: z.string(), tekst: z.string() })) })
  .openapi('Uitleg');
export type Uitleg = z.infer<typeof Uitleg>;

export const openCompartiment = opdracht('compartiment.open', {
  samenvatting: 'Openen wat op verzoek opengaat; dit wordt vastgelegd',
  sessie: 'nodig',
  codes: ['niet_opengesteld'],
  handeling: 'geopend',
  maakt: { geen: 'a look makes nothing; each of them is on record (NK10)' },
  antwoord: { status: 201, schema: Opening, beschrijving: 'Wat er staat' },
});

export const uitleg = opdracht('compartiment.uitleg', {
  samenvatting: 'Waarom u dit wel of niet ziet',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: { status: 200, schema: Uitleg, beschrijving: 'De regels, in gewone taal' },
});
