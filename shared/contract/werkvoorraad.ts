import { STANDEN } from '../plan/kaartsoorten.ts';
import { Id } from './gedeeld.ts';
import { Versie } from './kaarten.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Of an afspraak that I carry out: what doing it in place needs. */
const Afspraakstand = z.strictObject({
  versie: Versie,
  stand: z.enum(STANDEN),
  /** Whether I may give it another last day. */
  magDatum: z.boolean(),
  /** When it was done today: by me, or from which zetel; null: by somebody whom I don't know by name (NK20). */
  gedaan: z
    .strictObject({ op: z.iso.datetime(), doorMij: z.boolean(), zetel: z.string().nullable() })
    .nullable(),
});

/** Something that waits for me. */
export const Wachtend = z
  .strictObject({
    /** `onleesbaar`: something of this casus can't be read (ST1), so that something that waits may be missing here. */
    soort: z.enum([
      'afspraak',
      'herziening',
      'zetel_eindigt',
      'verzoek',
      /** A new colleague waits for my word (NK12). */
      'collega',
      'nog_niet_geopend',
      'concept',
      'onleesbaar',
      /** What an overleg agreed without who does it or when: to who directs (OV7). */
      'niet_rond',
      /** The regie was offered to me. */
      'regie_voorstel',
      /** Whom I offered it to, or the procesregisseur, said no. */
      'regie_antwoord',
    ]),
    casusId: Id,
    casusLabel: z.string(),
    /** The kaart that it is about, if any. */
    kaartId: Id.nullable(),
    /** The text that it is about: my concept. */
    veldId: Id.nullable(),
    titel: z.string(),
    /** Role labels of the members that it is about. */
    over: z.array(z.string()),
    uiterlijk: z.iso.date().nullable(),
    overTijd: z.boolean(),
    afspraak: Afspraakstand.nullable(),
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
        /** What the casus is about, for me; null: I read neither a question nor a doel. */
        titel: z.strictObject({ soort: z.enum(['vraag', 'doel']), tekst: z.string() }).nullable(),
        /** How much is new or changed for me since I was at its board. */
        nieuw: z.int(),
        status: z.string(),
        leden: z.array(z.string()),
        zetel: z.string(),
        regisseur: z.boolean(),
        regisseurNaam: z.string(),
        /** From where the regisseur takes part. */
        regisseurZetel: z.string().nullable(),
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
