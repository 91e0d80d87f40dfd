import { NIVEAUS } from '../need-to-know/niveaus.ts';
import { LEEFGEBIED_CODES } from '../plan/leefgebieden.ts';
import { z } from './zod.ts';

/** An id as it leaves the server: random, telling nothing. */
export const Id = z.uuid().openapi({ description: 'Willekeurig kenmerk' });

/** A date without a time. */
export const Datum = z.iso.date().openapi({ description: 'Datum, jjjj-mm-dd', example: '2026-12-01' });

export const Leefgebied = z.enum(LEEFGEBIED_CODES);
export const Niveau = z.enum(NIVEAUS);
