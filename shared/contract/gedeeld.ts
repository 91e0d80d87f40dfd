import { NIVEAUS } from '../need-to-know/niveaus.ts';
import { LEEFGEBIED_CODES } from '../plan/leefgebieden.ts';
import { z } from './zod.ts';

/** An id as it leaves the server: random, telling nothing. */
export const Id = z.uuid().openapi({ description: 'Willekeurig kenmerk' });

/** A date without a time. */
export const Datum = z.iso.date().openapi({ description: 'Datum, jjjj-mm-dd', example: '2026-12-01' });

export const Leefgebied = z.enum(LEEFGEBIED_CODES);
export const Niveau = z.enum(NIVEAUS);

/** What every refusal looks like (RFC 9457), with a stable `code`. */
export const Probleem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().openapi({ description: 'Wat er is en wat u kunt doen, in gewone taal' }),
    fouten: z
      .array(z.object({ veld: z.string(), bericht: z.string() }))
      .optional()
      .openapi({ description: 'Per veld wat er niet klopt' }),
  })
  .openapi('Probleem');
/** What every refusal looks like (RFC 9457), with a stable `code`. */
export type Probleem = z.infer<typeof Probleem>;
