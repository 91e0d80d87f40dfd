import { regel } from '../invoer/velden.ts';
import { KAARTSOORTEN } from '../plan/kaartsoorten.ts';
import { Id, Leefgebied } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Body of `POST zoekvragen`. What somebody looks for says whom they deal with: it stands in no address. */
export const Zoekvraag = z.strictObject({ woorden: regel('Wat zoekt u?') }).openapi('Zoekvraag');

/** Something that holds all the words, with what of it was found. */
export const Zoekvondst = z
  .discriminatedUnion('soort', [
    z.strictObject({
      soort: z.literal('kaart'),
      id: Id,
      kaartsoort: z.enum(KAARTSOORTEN),
      tekst: z.string(),
    }),
    z.strictObject({
      soort: z.literal('tekst'),
      id: Id,
      naam: z.string(),
      leefgebied: Leefgebied.nullable(),
      tekst: z.string(),
    }),
    z.strictObject({ soort: z.literal('deelnemer'), id: Id, zetel: z.string(), tekst: z.string() }),
  ])
  .openapi('Zoekvondst');
export type Zoekvondst = z.infer<typeof Zoekvondst>;

/** What was found in one casus of what this person reads and has open there. */
export const Zoekuitkomst = z
  .strictObject({
    vondsten: z.array(Zoekvondst),
    /** There is more than stands here. */
    meer: z.boolean(),
  })
  .openapi('Zoekuitkomst');
export type Zoekuitkomst = z.infer<typeof Zoekuitkomst>;

export const zoek = opdracht('casus.zoek', {
  samenvatting: 'Zoeken in een casus, in wat u daar leest en open hebt',
  body: Zoekvraag,
  sessie: 'nodig',
  codes: ['persoonsgegeven_geweigerd'],
  handeling: { geen: 'opening what opens by itself is on record; what is looked for is nobody else’s' },
  maakt: { geen: 'it makes nothing' },
  antwoord: { status: 200, schema: Zoekuitkomst, beschrijving: 'Wat er gevonden is' },
});
