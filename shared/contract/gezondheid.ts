import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

export const gezondheid = opdracht('gezondheid', {
  samenvatting: 'Of Regietafel kan lezen en schrijven',
  sessie: 'geen',
  codes: [],
  handeling: null,
  alleenProgramma: 'who keeps the server running asks it',
  antwoord: {
    status: 200,
    schema: z.strictObject({ status: z.literal('ok') }),
    beschrijving: 'Klaar voor gebruik',
  },
});
