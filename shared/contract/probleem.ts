import { CODES, type Code } from './codes.ts';
import { Kaart } from './kaarten.ts';
import { Overlegstand } from './overleggen.ts';
import { z } from './zod.ts';

// The keys of an object of ours.
const codes = Object.keys(CODES) as [Code, ...Code[]];

/** What every refusal looks like (RFC 9457), with a stable `code`. */
export const Probleem = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes),
    detail: z.string().openapi({ description: 'Wat er is en wat u kunt doen, in gewone taal' }),
    fouten: z
      .array(z.strictObject({ veld: z.string(), bericht: z.string() }))
      .optional()
      .openapi({ description: 'Per veld wat er niet klopt' }),
    /** With `versie_verouderd`: the newer version as you may read it, or null when it doesn't reach you. */
    kaart: Kaart.nullable().optional(),
    /** With what a step of an overleg is refused: where it stands now, to who leads it. */
    stand: Overlegstand.optional(),
  })
  .openapi('Probleem');
export type Probleem = z.infer<typeof Probleem>;
