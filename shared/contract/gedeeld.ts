import { NIVEAUS } from '../need-to-know/niveaus.ts';
import { LEEFGEBIED_CODES } from '../plan/leefgebieden.ts';
import { z } from './zod.ts';

/** An id as it leaves the server: random, telling nothing. */
export const Id = z.uuid().openapi({ description: 'Willekeurig kenmerk' });

/** A date without a time. */
export const Datum = z.iso.date().openapi({ description: 'Datum, jjjj-mm-dd', example: '2026-12-01' });

/** A moment: ISO 8601 with offset or Z, or a date, which means its first moment in the Netherlands. */
export const Moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .openapi({ description: 'Moment (ISO 8601) of datum', example: '2026-12-01T09:00:00Z' });

/** One line of text that somebody typed. */
export const Regel = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .openapi({ description: 'Korte tekst, hooguit 300 tekens' });

/** Text of some length that somebody typed. */
export const Tekst = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .openapi({ description: 'Tekst, hooguit 4000 tekens' });

/** An entry of a list, by its code; whether it is in the list today is checked by the server. */
export const LijstCode = z.string().min(1).max(60);

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
