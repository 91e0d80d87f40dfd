import { kenmerkenInVraag, keuze } from '../invoer/velden.ts';
import { AFDRUK_VOOR } from '../plan/afdruk.ts';
import { BLOKSOORTEN, SLEUTELGRENZEN } from '../tekst/blok.ts';
import { Id, Leefgebied } from './gedeeld.ts';
import { Kaart } from './kaarten.ts';
import { Lid } from './leden.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

const { niveau, diepte, begin } = SLEUTELGRENZEN;

/** A line of a text with what stands in it; who is mentioned is a word, as its readers may know them (NK13). */
const Afdrukblok = z.strictObject({
  soort: z.enum(BLOKSOORTEN),
  niveau: z.number().int().min(niveau.van).max(niveau.tot),
  diepte: z.number().int().min(diepte.van).max(diepte.tot),
  begin: z.number().int().min(begin.van).max(begin.tot).nullable(),
  /** A line break within it is a line end. */
  inhoud: z.array(z.strictObject({ tekst: z.string(), strong: z.boolean(), em: z.boolean() })),
});
export type Afdrukblok = z.infer<typeof Afdrukblok>;

/**
 * What may stand on paper: the lower of the mask of who prints it and of each for whom it is (NK16). No notes of the
 * regisseur, no concepts, nobody who takes part discreetly, and nothing of who wrote what.
 */
export const Afdruk = z
  .strictObject({
    label: z.string(),
    voor: z.enum(AFDRUK_VOOR),
    /** For whom, by where they take part from or by role; empty: for who prints it. */
    publiek: z.array(z.string()),
    leden: z.array(Lid),
    /** Whom each of them knows by name. */
    mensen: z.array(
      z.strictObject({
        id: Id,
        zetel: z.string(),
        naam: z.string(),
        organisatie: z.string(),
        telefoon: z.string(),
        regisseur: z.boolean(),
      }),
    ),
    compartimenten: z.array(
      z.strictObject({
        id: Id,
        categorie: z.string(),
        lidId: Id.nullable(),
        organisatie: z.string().nullable(),
      }),
    ),
    kaarten: z.array(Kaart),
    /** Texts in which something stands. */
    teksten: z.array(
      z.strictObject({
        id: Id,
        compartimentId: Id,
        kaartId: Id.nullable(),
        leefgebied: Leefgebied.nullable(),
        naam: z.string(),
        blokken: z.array(Afdrukblok),
      }),
    ),
    /** Of those compartments, in which something stands that can't be read (ST1). */
    onleesbaar: z.array(Id),
  })
  .openapi('Afdruk');
export type Afdruk = z.infer<typeof Afdruk>;

export const drukAf = opdracht('casus.drukAf', {
  samenvatting: 'Wat op papier mag, voor wie het is',
  query: z.strictObject({
    voor: keuze(AFDRUK_VOOR, 'Voor wie is de afdruk?'),
    deelnemerIds: kenmerkenInVraag('Wie zijn erbij?').optional(),
    lidIds: kenmerkenInVraag('Wie uit het huishouden?').optional(),
  }),
  sessie: 'nodig',
  codes: ['verwijzing_onbekend'],
  handeling: 'afgedrukt',
  antwoord: { status: 200, schema: Afdruk, beschrijving: 'Wat ieder voor wie het is mag lezen' },
});
