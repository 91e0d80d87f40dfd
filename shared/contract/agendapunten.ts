import {
  code,
  dag,
  jaNee,
  kenmerk,
  kenmerken,
  keuze,
  lijst,
  regel,
  tekst,
  tijdstip,
  aantal,
} from '../invoer/velden.ts';
import { AGENDABESLUITEN, AGENDASTATEN, GESPREKSDELEN, MINUTEN } from '../overleg.ts';
import { WETTEN } from '../plan/kaartsoorten.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Whether the household knows that it is discussed. */
const GezinWeet = z.strictObject({
  ja: jaNee(L.gezinWeet),
  datum: dag('gebeurd', L.sinds).nullish(),
  met: regel(L.met).nullish(),
  reden: regel(L.waaromNiet).nullish(),
});

/** What who brings a casus says of it, and what they are asked beforehand (the check). */
const VanCasus = z.strictObject({
  casusId: kenmerk(L.casusId),
  vraag: regel(L.vraag, 'vraag'),
  wetten: lijst(keuze(WETTEN, L.wetten), L.wetten, WETTEN.length).default([]),
  nodig: lijst(code(L.nodig), L.nodig, 20).default([]),
  meedenkers: kenmerken(L.meedenkers, 20).default([]),
  /** Who comes for this item alone, from outside the series. */
  gasten: kenmerken(L.gasten, 10).default([]),
  minuten: aantal(L.minuten, MINUTEN.kortst, MINUTEN.langst),
  geprobeerd: tekst(L.geprobeerd).nullish(),
  gezinWeet: GezinWeet,
  gezinWil: tekst(L.gezinWil).nullish(),
  voorVoorzitter: tekst(L.voorVoorzitter).nullish(),
});

/** A dilemma: no casus, no household, no names (OV10). */
const VanDilemma = z.strictObject({
  dilemma: z.strictObject({ titel: regel(L.titel, 'vraag'), tekst: tekst(L.dilemma) }),
  minuten: aantal(L.minuten, MINUTEN.kortst, MINUTEN.langst),
});

/** Body of `POST …/agendapunten`: a casus, or a dilemma. */
export const NieuwAgendapunt = z.union([VanDilemma, VanCasus]).openapi('NieuwAgendapunt');
export type NieuwAgendapunt = z.infer<typeof NieuwAgendapunt>;
export type CasusInbreng = z.infer<typeof VanCasus>;
export type DilemmaInbreng = z.infer<typeof VanDilemma>;

/** Body of `PATCH …/agendapunten/{aid}`. */
export const AgendapuntWijziging = z
  .strictObject({
    besluit: keuze(AGENDABESLUITEN, L.besluit).optional(),
    /** With `teruggegeven`: to who brought it. */
    reden: tekst(L.redenTerug).optional(),
    minuten: aantal(L.minuten, MINUTEN.kortst, MINUTEN.langst).optional(),
    /** From when to when its guests are expected, on the day of the overleg; null: that is still to be said. */
    venster: z
      .strictObject({ van: tijdstip(L.vensterVan), tot: tijdstip(L.vensterTot) })
      .nullable()
      .optional(),
    /** Its place on the agenda, from 1. */
    volgorde: aantal(L.volgorde, 1, 100).optional(),
  })
  .openapi('AgendapuntWijziging');
export type AgendapuntWijziging = z.infer<typeof AgendapuntWijziging>;

const Meedenker = z.strictObject({ medewerkerId: Id, naam: z.string() });

/** What was said when a casus was brought: to who leads the overleg and who directs the casus. */
export const Inbreng = z
  .strictObject({
    vraag: z.string().nullable(),
    wetten: z.array(z.enum(WETTEN)),
    nodig: z.array(z.string()),
    meedenkers: z.array(Meedenker),
    gasten: z.array(Meedenker),
    geprobeerd: z.string().nullable(),
    gezinWeet: z
      .strictObject({
        ja: z.boolean(),
        datum: z.string().nullable(),
        met: z.string().nullable(),
        reden: z.string().nullable(),
      })
      .nullable(),
    gezinWil: z.string().nullable(),
  })
  .openapi('Inbreng');
export type Inbreng = z.infer<typeof Inbreng>;

/** Where an item that is open is: its step, since when that and the item itself are. */
export const Puntklok = z.strictObject({
  onderdeel: z.enum(GESPREKSDELEN),
  onderdeelSinds: z.iso.datetime(),
  sinds: z.iso.datetime(),
});
export type Puntklok = z.infer<typeof Puntklok>;

/**
 * A casus or a dilemma on an agenda, as I may know it. Who may not know of it gets nothing of it, not by a number, an
 * order or a time (OV1).
 */
export const Agendapunt = z
  .strictObject({
    id: Id,
    soort: z.enum(['casus', 'dilemma']),
    /** Null: a dilemma, or a casus in which I don't take part. */
    casusId: Id.nullable(),
    /** The label of a casus, or what a dilemma is about; empty: I come for this alone. */
    label: z.string(),
    minuten: z.number().int(),
    /** When it is expected, in whole five minutes; null: the chair didn't take it on yet, or I come for this alone. */
    verwacht: z.iso.datetime().nullable(),
    /** From when to when its guests are expected: to them and to who sees what was brought; null: it isn't said yet. */
    venster: z.strictObject({ van: z.iso.datetime(), tot: z.iso.datetime() }).nullable(),
    staat: z.enum(AGENDASTATEN),
    /** While it is open. Null also to who isn't bekend (OV3). */
    nu: Puntklok.nullable(),
    /** I can be at its table: not who takes part and isn't bekend, whose screen stays where it is (OV3). */
    aanTafel: z.boolean(),
    /** It was brought while the overleg was open. */
    spoed: z.boolean(),
    /** What I am to it. */
    als: z.enum(['leiding', 'inbrenger', 'lid', 'deelnemer', 'meedenker', 'gast']),
    /** Null: not for me. */
    inbreng: Inbreng.nullable(),
    dilemma: z.string().nullable(),
    /** Its place on the agenda, from 1: to who leads it. */
    volgorde: z.number().int().nullable(),
    /** To who brought it and the chair; null: there is nothing, or it isn't for me. */
    voorVoorzitter: z.string().nullable(),
    /** Why the chair gave it back: to the same who see what was brought. */
    reden: z.string().nullable(),
  })
  .openapi('Agendapunt');
export type Agendapunt = z.infer<typeof Agendapunt>;

export const brengAgendapunt = opdracht('agendapunt.breng', {
  samenvatting: 'Een casus (regisseur) of een dilemma (wie in het overleg zit) inbrengen',
  body: NieuwAgendapunt,
  sessie: 'nodig',
  codes: [
    'alleen_regisseur',
    'verwijzing_onbekend',
    'niet_in_lijst',
    'past_hier_niet',
    'loopt_al',
    'overleg_gesloten',
    'te_veel_agendapunten',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'agendapunt_ingebracht',
  maakt: {
    geen: 'a casus, and a dilemma in the same words, stands on one agenda once: the second is refused',
  },
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'Het agendapunt' },
});

export const wijzigAgendapunt = opdracht('agendapunt.wijzig', {
  samenvatting: 'Een agendapunt aannemen, teruggeven, doorschuiven of verplaatsen (voorzitter)',
  body: AgendapuntWijziging,
  sessie: 'nodig',
  codes: [
    'alleen_voorzitter',
    'past_hier_niet',
    'periode_ongeldig',
    'overleg_gesloten',
    'geen_volgend_overleg',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'agendapunt_gewijzigd',
  antwoord: { status: 204, beschrijving: 'Vastgelegd' },
});

export const trekAgendapuntIn = opdracht('agendapunt.trekIn', {
  samenvatting: 'Een agendapunt van de agenda halen (wie het inbracht)',
  sessie: 'nodig',
  codes: ['alleen_regisseur', 'overleg_gesloten', 'past_hier_niet'],
  handeling: 'agendapunt_ingetrokken',
  antwoord: { status: 204, beschrijving: 'Van de agenda' },
});
