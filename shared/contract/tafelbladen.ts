import { kenmerken } from '../invoer/velden.ts';
import { LEDEN_HOOGSTENS } from '../overleg.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { TAFELROLLEN } from '../tafelblad.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Somebody at a table, as everyone at it knows them (NK20). */
const Tafelgenoot = z
  .strictObject({
    /** Of their seat, or of their place where they have none there. */
    id: Id,
    naam: z.string(),
    organisatie: z.string(),
    als: z.enum(TAFELROLLEN),
    /** From which zetel; null: from a place, whatever else they are. */
    zetel: z.string().nullable(),
  })
  .openapi('Tafelgenoot');
export type Tafelgenoot = z.infer<typeof Tafelgenoot>;

/** A tafelblad as I read it (OV4): who sits there, the question, what the table writes. */
export const Tafelblad = z
  .strictObject({
    /** Its compartment, and its text: what the table writes goes over `/sync/{casusId}`. */
    id: Id,
    casusId: Id,
    veldId: Id,
    /** I am at the table, and write; else I read what it was, until when (null: while I take part). */
    open: z.boolean(),
    tot: z.iso.datetime().nullable(),
    /** Who I am in `aanTafel`; null: I am not there now. */
    ik: Id.nullable(),
    /** Everyone who reads it now, by name: nobody else does. When the item is closed: nobody. */
    aanTafel: z.array(Tafelgenoot),
    vraag: z.string().nullable(),
    /** Whom I can let join it, as who leads the overleg: who takes part and is bekend; null: I don't lead it. */
    kandidaten: z
      .array(
        z.strictObject({
          deelnemerId: Id,
          naam: z.string(),
          organisatie: z.string(),
          zetel: z.string(),
          /** They follow the overleg on their own screen now. */
          volgt: z.boolean(),
        }),
      )
      .nullable(),
  })
  .openapi('Tafelblad');
export type Tafelblad = z.infer<typeof Tafelblad>;

/** Body of `POST …/tafel`. */
export const Tafelschikking = z
  .strictObject({
    /** Seats. */
    bij: kenmerken(L.bij, LEDEN_HOOGSTENS).default([]),
    /** As they stand in `aanTafel`. */
    af: kenmerken(L.af, LEDEN_HOOGSTENS).default([]),
  })
  .openapi('Tafelschikking');
export type Tafelschikking = z.infer<typeof Tafelschikking>;

export const haalTafelblad = opdracht('tafelblad.haal', {
  samenvatting: 'Het tafelblad van een agendapunt (wie aan tafel zit, en wie er zat)',
  sessie: 'nodig',
  codes: [],
  handeling: 'geopend',
  antwoord: { status: 200, schema: Tafelblad, beschrijving: 'Het tafelblad' },
});

export const schikTafel = opdracht('tafel.schik', {
  samenvatting: 'Wie er aan tafel bij komt, en wie er van af gaat (wie het overleg leidt)',
  body: Tafelschikking,
  sessie: 'nodig',
  codes: ['alleen_voorzitter', 'verwijzing_onbekend', 'past_hier_niet', 'stap_past_niet'],
  handeling: 'tafel_geschikt',
  maakt: { geen: 'who sits there already stays: asked twice it is the same' },
  antwoord: { status: 204, beschrijving: 'Zo zit de tafel nu' },
});
