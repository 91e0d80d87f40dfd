import { keuze } from '../invoer/velden.ts';
import { KAARTSOORTEN } from '../plan/kaartsoorten.ts';
import { Id, Leefgebied } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Body of `POST bezoeken`: I come, I go, or I have read what was new and it is new no longer. */
export const Bezoek = z.strictObject({ ik: keuze(['kom', 'ga', 'las'], 'Wat u doet') }).openapi('Bezoek');
export type Bezoek = z.infer<typeof Bezoek>;

const Anders = z.strictObject({ id: Id, wat: z.enum(['nieuw', 'gewijzigd']) });

/**
 * What differs on my board from what I saw of it the last time, but for what I did myself. No content: the board has
 * that, and what can't be found on it is not shown.
 */
export const Sinds = z
  .strictObject({
    /** When I was here last; null: never. */
    vorige: z.iso.datetime().nullable(),
    kaarten: z.array(Anders),
    teksten: z.array(Anders),
    /** What I saw and see no more: taken away, or no longer for me, which look alike (NK23). */
    weg: z.array(z.strictObject({ soort: z.enum(KAARTSOORTEN), leefgebied: Leefgebied.nullable() })),
  })
  .openapi('Sinds', { description: 'Wat er voor u anders is dan toen u hier het laatst was' });
export type Sinds = z.infer<typeof Sinds>;

export const bezoek = opdracht('casus.bezoek', {
  samenvatting: 'Komen of gaan, en wat er anders is sinds u hier was',
  body: Bezoek,
  sessie: 'nodig',
  codes: [],
  handeling: { geen: 'what somebody saw is on record where they fetched it; it is not read from there' },
  maakt: { geen: 'what is seen twice is seen once' },
  antwoord: { status: 200, schema: Sinds, beschrijving: 'Wat er anders is' },
});
