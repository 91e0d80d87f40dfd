import { Id, Leefgebied } from './gedeeld.ts';
import { z } from './zod.ts';

/** A co-edited text, by its place. */
export const Veld = z
  .strictObject({
    id: Id,
    compartimentId: Id,
    leefgebied: Leefgebied.nullable(),
    kaartId: Id.nullable(),
    naam: z.string(),
    /** Of one's own concept: the text that it was written for; null when that is no longer open to me. */
    conceptVoor: Id.nullable(),
    /** Whether it is a concept of mine. */
    concept: z.boolean(),
    /**
     * Of a concept that improves its text: the root, beside its own, that says what the text said when that was begun; no
     * client writes it. Null for a concept that comes under its text, and for every other text.
     */
    uitgangspunt: Id.nullable(),
  })
  .openapi('Veld');
export type Veld = z.infer<typeof Veld>;
