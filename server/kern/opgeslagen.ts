import { z } from '../../shared/contract/zod.ts';
import { SOORTEN } from '../../shared/invoer/soorten.ts';

// What is stored in the open, and may have been damaged (ST1): an id, a moment.

/** The last moment that can be said in ISO 8601 with four digits for the year. */
const LAATSTE = Date.UTC(9999, 11, 31);

/** A moment as it is stored, in ms since 1970. */
export const Opgeslagen = z.int().min(0).max(LAATSTE);

/** The same, asked of thousands of rows. */
export function isOpgeslagenMoment(waarde: unknown): waarde is number {
  return Number.isSafeInteger(waarde) && Number(waarde) >= 0 && Number(waarde) <= LAATSTE;
}

/** Whether this is an id as the server gives it. */
export function isId(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && SOORTEN.kenmerk.patroon.test(waarde);
}
