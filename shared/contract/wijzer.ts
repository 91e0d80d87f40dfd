import { Id } from './gedeeld.ts';
import { Spreker } from './gesprek.ts';
import { z } from './zod.ts';

/** What always lies on a table that is open, beside what was laid there and what is agreed. */
export const WIJSDELEN = ['vraag', 'tekst', 'vertelling'] as const;

/** A place on a tafelblad: one of its parts, or something that lies there, by its id. */
export const Wijsplaats = z.union([z.enum(WIJSDELEN), Id]);
export type Wijsplaats = z.infer<typeof Wijsplaats>;

/** "Hier zijn we" (OV6): who points at what, on the table of what is open. */
export const Wijzer = z.strictObject({ agendapuntId: Id, plaats: Wijsplaats, wie: Spreker });
export type Wijzer = z.infer<typeof Wijzer>;

/** What comes with pointing at the table of an item; `plaats` null: no more. */
export const Wijsvraag = z.strictObject({ overlegId: Id, agendapuntId: Id, plaats: Wijsplaats.nullable() });
export type Wijsvraag = z.infer<typeof Wijsvraag>;
