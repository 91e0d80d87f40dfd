import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Something that waits for me. */
export const Wachtend = z
  .strictObject({
    /** `onleesbaar`: something of this casus can't be read (ST1), so that something that waits may be missing here. */
    soort: z.enum(['afspraak', 'herziening', 'zetel_eindigt', 'nog_niet_geopend', 'onleesbaar']),
    casusId: Id,
    casusLabel: z.string(),
    /** The kaart that it is about, if any. */
    kaartId: Id.nullable(),
    titel: z.string(),
    uiterlijk: z.iso.date().nullable(),
    overTijd: z.boolean(),
  })
  .openapi('Wachtend');
export type Wachtend = z.infer<typeof Wachtend>;

/** My work: my seats and what waits for me. */
export const Werkvoorraad = z
  .strictObject({
    zetels: z.array(
      z.strictObject({
        casusId: Id,
        casusLabel: z.string(),
        status: z.string(),
        leden: z.array(z.string()),
        zetel: z.string(),
        regisseur: z.boolean(),
        regisseurNaam: z.string(),
        waarvoor: z.string(),
        van: z.iso.datetime(),
        tot: z.iso.datetime().nullable(),
      }),
    ),
    wachtend: z.array(Wachtend),
  })
  .openapi('Werkvoorraad');
export type Werkvoorraad = z.infer<typeof Werkvoorraad>;

export const werkvoorraad = opdracht('werkvoorraad', {
  samenvatting: 'Mijn werk: waar u meedoet en wat op u wacht',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: { status: 200, schema: Werkvoorraad, beschrijving: 'Uw werk' },
});
