import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/**
 * Who wrote which words of a text, of those whom I know by name (NK20), in order of appearance: under which client ids
 * of its document their words stand now. Of the rest nothing is said, neither how many they are nor where one ends.
 */
export const Schrijvers = z
  .strictObject({
    schrijvers: z.array(
      z.strictObject({ deelnemerId: Id, clientIds: z.array(z.int().min(0).max(4_294_967_295)).min(1) }),
    ),
  })
  .openapi('Schrijvers');
export type Schrijvers = z.infer<typeof Schrijvers>;

export const schrijvers = opdracht('tekst.schrijvers', {
  samenvatting: 'Wie welke woorden van een tekst schreef, van wie u bij naam kent',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: { status: 200, schema: Schrijvers, beschrijving: 'Van wie de woorden zijn die er nu staan' },
});
