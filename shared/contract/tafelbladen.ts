import { dag, gezieneVersie, kenmerk, kenmerken, keuze, regel, tekst } from '../invoer/velden.ts';
import { LEDEN_HOOGSTENS } from '../overleg.ts';
import { WETTEN } from '../plan/kaartsoorten.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { TAFELROLLEN } from '../tafelblad.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Somebody at a table, as everyone at it knows them (NK20). */
const Tafelgenoot = z
  .strictObject({
    /** Of their seat, or of their place where they have none there. */
    id: Id,
    naam: z.string(),
    organisatie: z.string(),
    als: z.enum(TAFELROLLEN),
    /** From which zetel; null: from a place, whatever else they are. */
    zetel: z.string().nullable(),
  })
  .openapi('Tafelgenoot');
export type Tafelgenoot = z.infer<typeof Tafelgenoot>;

/** Who carries something out: somebody by name, or a member of the household by role. */
const Uitvoerder = z.strictObject({ id: Id, naam: z.string() });

const afspraken = z.array(
  z.strictObject({
    id: Id,
    versie: z.string(),
    titel: z.string(),
    uitvoerders: z.array(Uitvoerder),
    uiterlijk: z.iso.date().nullable(),
    /** Under which law it has to be; null: of one's own will. */
    wet: z.enum(WETTEN).nullable(),
    /** Who or what pays it. */
    betaaltDoor: z.string().nullable(),
    /** What it waits for, and who bridges that. */
    wachtOp: z.string().nullable(),
    overbrugtDoor: Uitvoerder.nullable(),
    /** The item was closed, and it stands in the plan. */
    inPlan: z.boolean(),
  }),
);

/** Who tells the household what, before when; or why nobody does yet (OV7). */
const Vertelling = z
  .strictObject({
    versie: z.string(),
    /** Null: nobody yet, or somebody of whom I may not know. */
    wie: Uitvoerder.nullable(),
    wat: z.string().nullable(),
    uiterlijk: z.iso.date().nullable(),
    /** Why nobody does yet. */
    reden: z.string().nullable(),
    inPlan: z.boolean(),
  })
  .openapi('Vertelling');
export type Vertelling = z.infer<typeof Vertelling>;

/** A tafelblad as I read it (OV4): who sits there, the question, what the table writes. */
export const Tafelblad = z
  .strictObject({
    /** Its compartment, and its text: what the table writes goes over `/sync/{casusId}`. */
    id: Id,
    casusId: Id,
    veldId: Id,
    /** I am at the table, and write; else I read what it was, until when (null: while I take part). */
    open: z.boolean(),
    tot: z.iso.datetime().nullable(),
    /** Who I am in `aanTafel`; null: I am not there now. */
    ik: Id.nullable(),
    /** Everyone who reads it now, by name: nobody else does. When the item is closed: nobody. */
    aanTafel: z.array(Tafelgenoot),
    vraag: z.string().nullable(),
    /** What was laid there: of what sort the kaart was, or that it is a text; null: in somebody's own words. */
    gelegd: z.array(
      z.strictObject({ id: Id, soort: z.string().nullable(), tekst: z.string(), vanMij: z.boolean() }),
    ),
    afspraken,
    /** Null: it isn't said yet who tells the household. */
    vertelling: Vertelling.nullable(),
    /** Questions for advice about this casus that I took on (OV11), while I sit here: to nobody else there is one. */
    adviesvragen: z.array(Id),
    /** With whom I can agree something here. */
    uitvoerders: z.array(Uitvoerder),
    /** Who of them can tell the household. */
    vertellers: z.array(Uitvoerder),
    /** Whom I can let join it, as who leads the overleg: who takes part and is bekend; null: I don't lead it. */
    kandidaten: z
      .array(
        z.strictObject({
          deelnemerId: Id,
          naam: z.string(),
          organisatie: z.string(),
          zetel: z.string(),
          /** They follow the overleg on their own screen now. */
          volgt: z.boolean(),
        }),
      )
      .nullable(),
  })
  .openapi('Tafelblad');
export type Tafelblad = z.infer<typeof Tafelblad>;

const afspraak = {
  titel: regel(L.afspraak),
  uitvoerders: kenmerken(L.uitvoerders, 20).default([]),
  uiterlijk: dag('termijn', L.uiterlijk).nullish(),
  wet: keuze(WETTEN, L.wet).nullish(),
  betaaltDoor: regel(L.betaaltDoor).nullish(),
  wachtOp: regel(L.wachtOp).nullish(),
  overbrugtDoor: kenmerk(L.overbrugtDoor).nullish(),
};
/** What is agreed: who does what, when, of their own will or under a law, who pays, what it waits for and who bridges that. */
export const Tafelafspraak = z.strictObject(afspraak).openapi('Tafelafspraak');
export type Tafelafspraak = z.infer<typeof Tafelafspraak>;

/** Body of `PATCH …/tafelblad/{stukId}`. */
export const TafelafspraakWijziging = z
  .strictObject({ ...afspraak, versie: gezieneVersie(L.versieAfspraak) })
  .openapi('TafelafspraakWijziging');

/** Body of `POST …/tafelblad`: a kaart or a text that I read, something in my own words, or what is agreed. */
export const NieuwTafelstuk = z
  .union([
    z.strictObject({ kaartId: kenmerk(L.kaartId) }),
    z.strictObject({ veldId: kenmerk(L.veldId) }),
    z.strictObject({ tekst: tekst(L.gelegd) }),
    z.strictObject({ afspraak: Tafelafspraak }),
  ])
  .openapi('NieuwTafelstuk');
export type NieuwTafelstuk = z.infer<typeof NieuwTafelstuk>;

/** Body of `POST …/tafel`. */
export const Tafelschikking = z
  .strictObject({
    /** Seats. */
    bij: kenmerken(L.bij, LEDEN_HOOGSTENS).default([]),
    /** As they stand in `aanTafel`. */
    af: kenmerken(L.af, LEDEN_HOOGSTENS).default([]),
  })
  .openapi('Tafelschikking');
export type Tafelschikking = z.infer<typeof Tafelschikking>;

export const haalTafelblad = opdracht('tafelblad.haal', {
  samenvatting: 'Het tafelblad van een agendapunt (wie aan tafel zit, en wie er zat)',
  sessie: 'nodig',
  codes: [],
  handeling: 'geopend',
  antwoord: { status: 200, schema: Tafelblad, beschrijving: 'Het tafelblad' },
});

export const schikTafel = opdracht('tafel.schik', {
  samenvatting: 'Wie er aan tafel bij komt, en wie er van af gaat (wie het overleg leidt)',
  body: Tafelschikking,
  sessie: 'nodig',
  codes: ['alleen_voorzitter', 'verwijzing_onbekend', 'past_hier_niet', 'stap_past_niet'],
  handeling: 'tafel_geschikt',
  maakt: { geen: 'who sits there already stays: asked twice it is the same' },
  antwoord: { status: 204, beschrijving: 'Zo zit de tafel nu' },
});

export const legOpTafel = opdracht('tafelblad.leg', {
  samenvatting: 'Iets op het tafelblad leggen, of een afspraak erop zetten (wie aan tafel zit)',
  body: NieuwTafelstuk,
  sessie: 'nodig',
  codes: [
    'alleen_lezen',
    'verwijzing_onbekend',
    'past_hier_niet',
    'te_veel_kaarten',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'tafelstuk_gelegd',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'Wat erop ligt' },
});

/** What would lie there, and who would read it by that; by name. */
const Lezers = z
  .strictObject({
    /** For the first time, or: for all that I may know. */
    nieuw: z.array(z.string()),
    al: z.array(z.string()),
    /** As I read it. */
    tekst: z.string(),
  })
  .openapi('LezersVanLeggen');
export type Lezers = z.infer<typeof Lezers>;

export const lezersVanLeggen = opdracht('tafelblad.lezers', {
  samenvatting: 'Wie een kaart of tekst leest als zij op het tafelblad ligt (wie aan tafel zit)',
  query: z.strictObject({
    kaartId: kenmerk(L.kaartId).optional(),
    veldId: kenmerk(L.veldId).optional(),
  }),
  sessie: 'nodig',
  codes: ['past_hier_niet', 'persoonsgegeven_geweigerd'],
  handeling: null,
  antwoord: {
    status: 200,
    schema: Lezers,
    beschrijving: 'Hoe het er dan ligt, wie het voor het eerst leest, en wie het al leest',
  },
});

export const wijzigTafelafspraak = opdracht('tafelblad.wijzig', {
  samenvatting: 'Een afspraak op het tafelblad veranderen (wie aan tafel zit)',
  body: TafelafspraakWijziging,
  sessie: 'nodig',
  codes: [
    'alleen_lezen',
    'verwijzing_onbekend',
    'past_hier_niet',
    'versie_verouderd',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'tafelstuk_gewijzigd',
  antwoord: { status: 204, beschrijving: 'Vastgelegd' },
});

export const haalVanTafelblad = opdracht('tafelblad.neemAf', {
  samenvatting: 'Iets van het tafelblad halen (wie het erop legde; wie leidt of notuleert)',
  sessie: 'nodig',
  codes: ['alleen_lezen', 'alleen_voorzitter', 'past_hier_niet'],
  handeling: 'tafelstuk_weg',
  antwoord: { status: 204, beschrijving: 'Van het tafelblad' },
});
