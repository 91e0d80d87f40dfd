import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Where something is mended, as an address on the board says it; nothing filled in: the top of it. */
const Plek = z.strictObject({
  lidId: Id.nullable(),
  kaartId: Id.nullable(),
  leefgebied: z.string().nullable(),
});

/** One thing that asks attention in a casus, the most urgent of its kind. */
export const Punt = z
  .strictObject({
    soort: z.enum([
      'afspraak',
      'herziening',
      'meelezen',
      'deelname',
      'waarneming',
      'vraag',
      'lid',
      'zetel',
      'leefgebied',
      'gezin_weet',
    ]),
    /** What it is about: the code of a zetel or leefgebied, or a role label. */
    wat: z.string().nullable(),
    /** When it is or was due, ends, or was last heard of. */
    datum: z.iso.date().nullable(),
    /** How many of this kind there are, this one included. */
    aantal: z.int().positive(),
    plek: Plek,
  })
  .openapi('Punt');
export type Punt = z.infer<typeof Punt>;

const cel = Punt.nullable();

/** What a regisseur looks after, each null while it asks nothing: only of what this regisseur reads (NK16). */
export const Regiecellen = z.strictObject({
  /** Afspraken over their date; where there are none, looking at the plan again. */
  overTijd: cel,
  /** Afspraken, rights, seats and a waarneming that end within two weeks. */
  eindigt: cel,
  /** My own requests to read along that wait, or ended without an answer. */
  vraag: cel,
  /** Members about whom nothing was written for so long. */
  stil: cel,
  /** Zetels from which somebody takes part to whom no afspraak is given. */
  zonderAfspraak: cel,
  /** Leefgebieden that were not talked about, and of which nothing is known. */
  nietBekeken: cel,
  /** The household doesn't know of the table. */
  gezinWeet: cel,
  /** Members nearing seventeen and a half. */
  bijnaAchttien: cel,
});
export type Regiecellen = z.infer<typeof Regiecellen>;

/** A casus that I direct now, as regisseur or because I stand in. */
export const Regieregel = z
  .strictObject({
    casusId: Id,
    casusLabel: z.string(),
    titel: z.string().nullable(),
    leden: z.array(z.string()),
    /** Whether I stand in for another. */
    waarnemer: z.boolean(),
    /** `nieuw`: I never opened it, so nothing of it is looked into. `onleesbaar`: it can't be read (ST1). */
    stand: z.enum(['open', 'nieuw', 'onleesbaar']),
    /** Something of it can't be read, so that something may be missing here (ST1). */
    nietHeel: z.boolean(),
    cellen: Regiecellen,
  })
  .openapi('Regieregel');
export type Regieregel = z.infer<typeof Regieregel>;

export const mijnRegie = opdracht('regie.mijn', {
  samenvatting: 'Mijn regie: wat aandacht vraagt in de casussen waarin u regisseur bent',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({ casussen: z.array(Regieregel) }),
    beschrijving: 'Uw casussen, die de meeste aandacht vragen eerst',
  },
});
