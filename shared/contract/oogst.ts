import { dag, gezieneVersie, kenmerk, regel } from '../invoer/velden.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { Tafelblad } from './tafelbladen.ts';
import { z } from './zod.ts';

/** What came of an item at which I was (OV7): the question, what is agreed, and who tells the household. */
export const Oogst = z
  .strictObject({
    agendapuntId: Id,
    casusId: Id,
    /** Of its casus; empty: I came for this alone. */
    label: z.string(),
    /** Whether its item is open: what is agreed can still change. */
    open: z.boolean(),
    /** Until when I read it; null: while I take part, or while the item is open. */
    tot: z.iso.datetime().nullable(),
    vraag: z.string().nullable(),
    afspraken: Tafelblad.shape.afspraken,
    vertelling: Tafelblad.shape.vertelling,
  })
  .openapi('Oogst');
export type Oogst = z.infer<typeof Oogst>;

const gezien = { versie: gezieneVersie(L.versieVertelling).nullish() };
/** Body of `PUT …/oogst`: who tells the household what, before when; or why nobody does yet. `versie`: of what stood there. */
export const NieuweVertelling = z
  .union([
    z.strictObject({
      wie: kenmerk(L.verteller),
      wat: regel(L.vertelt),
      uiterlijk: dag('termijn', L.vertelVoor),
      ...gezien,
    }),
    z.strictObject({ reden: regel(L.nietVertellen), ...gezien }),
  ])
  .openapi('NieuweVertelling');
export type NieuweVertelling = z.infer<typeof NieuweVertelling>;

export const oogstlijst = opdracht('oogst.lijst', {
  samenvatting: 'Wat een overleg opleverde, van de agendapunten waar u bij was',
  sessie: 'nodig',
  codes: [],
  handeling: 'geopend',
  antwoord: {
    status: 200,
    schema: z.strictObject({
      naam: z.string(),
      begin: z.iso.datetime(),
      /** In the order of the agenda. */
      punten: z.array(Oogst),
    }),
    beschrijving: 'De oogst van de agendapunten waar u bij was',
  },
});

export const haalOogst = opdracht('oogst.haal', {
  samenvatting: 'Wat een agendapunt opleverde (wie erbij was)',
  sessie: 'nodig',
  codes: [],
  handeling: 'geopend',
  alleenProgramma: 'who is at the table reads it on the tafelblad, and afterwards that of all items at once',
  antwoord: { status: 200, schema: Oogst, beschrijving: 'De oogst' },
});

export const vertelGezin = opdracht('oogst.vertel', {
  samenvatting: 'Wie het gezin vertelt wat er is afgesproken, en vóór wanneer (wie aan tafel zit)',
  body: NieuweVertelling,
  sessie: 'nodig',
  codes: [
    'alleen_lezen',
    'verwijzing_onbekend',
    'past_hier_niet',
    'versie_verouderd',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'vertelling_vastgelegd',
  antwoord: { status: 204, beschrijving: 'Vastgelegd' },
});
