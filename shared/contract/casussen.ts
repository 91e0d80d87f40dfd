import { vulIn } from '../invoer/invoer.ts';
import {
  code,
  dag,
  jaNee,
  kenmerk,
  kenmerken,
  kenmerkenInVraag,
  keuze,
  lijst,
  regel,
  tekst,
} from '../invoer/velden.ts';
import { STATUSSEN, WETTEN } from '../plan/kaartsoorten.ts';
import { ROLLEN } from '../plan/rollen.ts';
import { DEELNEMERLABELS as D, CASUSLABELS as L } from '../plan/veldlabels.ts';
import { Datum, Id, Leefgebied, Niveau } from './gedeeld.ts';
import { Kaart } from './kaarten.ts';
import { z } from './zod.ts';

/** Body of `POST casussen`: bringing a household to the table (scene 1). */
export const NieuweCasus = z
  .strictObject({
    leden: lijst(z.strictObject({ rol: keuze(ROLLEN, L.rol) }), L.leden, 20).min(1, vulIn(L.leden)),
    zetel: code(L.zetel),
    waarvoor: code(L.waarvoor),
    grondslag: code(L.grondslag),
    vraag: regel(L.vraag).optional(),
    wetten: lijst(keuze(WETTEN, L.wetten), L.wetten, WETTEN.length).default([]),
    expertise: lijst(code(L.expertise), L.expertise, 20).default([]),
    gezinWeet: z
      .strictObject({ ja: jaNee(L.gezinWeet), datum: dag('gebeurd', L.sinds).optional() })
      .optional(),
  })
  .openapi('NieuweCasus');
export type NieuweCasus = z.infer<typeof NieuweCasus>;

/** A casus in the list of those in which I take part. */
export const CasusRegel = z
  .object({
    id: Id,
    label: z.string(),
    status: z.enum(STATUSSEN),
    regisseur: z.string().openapi({ description: 'Naam van de regisseur' }),
    /** The members that I may know of, by role label. */
    leden: z.array(z.object({ id: Id, rol: z.string() })),
  })
  .openapi('CasusRegel');
export type CasusRegel = z.infer<typeof CasusRegel>;

export const CasusLijst = z.object({ casussen: z.array(CasusRegel) }).openapi('CasusLijst');
export type CasusLijst = z.infer<typeof CasusLijst>;

/** Body of `PATCH casussen/{id}`. */
export const CasusWijziging = z
  .strictObject({ status: keuze(STATUSSEN, L.status) })
  .openapi('CasusWijziging');

export const NieuwLid = z.strictObject({ rol: keuze(ROLLEN, L.rol) }).openapi('NieuwLid');
export const Lid = z.object({ id: Id, rol: z.string() }).openapi('Lid');
export type Lid = z.infer<typeof Lid>;

/** Body of `POST deelnemers`: seating somebody, agreed with the household or with a reason (NK12). */
export const NieuweDeelnemer = z
  .strictObject({
    medewerkerId: kenmerk(D.medewerkerId),
    zetel: code(D.zetel),
    lidIds: kenmerken(D.lidIds, 20).min(1, vulIn(D.lidIds)).nullable(),
    /** On the zetel gezin: which member this person is. */
    alsLidId: kenmerk(D.alsLidId).nullish(),
    waarvoor: code(D.waarvoor),
    grondslag: code(D.grondslag),
    van: dag('begin', D.van).nullish(),
    tot: dag('einde', D.tot).nullish(),
    gezinAkkoord: z.discriminatedUnion(
      'ja',
      [
        z.strictObject({ ja: z.literal(true) }),
        z.strictObject({ ja: z.literal(false), reden: tekst(D.reden) }),
      ],
      { error: vulIn(D.gezinAkkoord) },
    ),
  })
  .openapi('NieuweDeelnemer');
export type NieuweDeelnemer = z.infer<typeof NieuweDeelnemer>;

/** Body of `PATCH deelnemers/{did}`. */
export const DeelnemerWijziging = z
  .strictObject({
    zetel: code(D.zetel).optional(),
    lidIds: kenmerken(D.lidIds, 20).min(1, vulIn(D.lidIds)).nullable().optional(),
    tot: dag('einde', D.tot).nullable().optional(),
    /** The household agreed that the others know: true (today), the date on which it did, or false. */
    bekend: z.union([jaNee(D.bekend), dag('gebeurd', D.bekendSinds)]).optional(),
  })
  .openapi('DeelnemerWijziging');
export type DeelnemerWijziging = z.infer<typeof DeelnemerWijziging>;

/** Somebody who takes part and whom I know by name (NK20). */
export const Deelnemer = z
  .object({
    id: Id,
    zetel: z.string(),
    naam: z.string(),
    organisatie: z.string(),
    functie: z.string(),
    telefoon: z.string(),
    regisseur: z.boolean(),
    ik: z.boolean(),
    // The rest for the regisseur alone.
    medewerkerId: Id.optional(),
    lidIds: z.array(Id).nullable().optional(),
    bekend: z.boolean().optional(),
    bekendSinds: Datum.nullable().optional(),
    discreet: z.boolean().optional(),
    van: z.iso.datetime().optional(),
    tot: z.iso.datetime().nullable().optional(),
    waarvoor: z.string().optional(),
    grondslag: z.string().optional(),
  })
  .openapi('Deelnemer');
export type Deelnemer = z.infer<typeof Deelnemer>;

/** Who reads along, as I may know it. */
export const Publiek = z
  .object({ deelnemerIds: z.array(Id), discreet: z.boolean() })
  .openapi('Publiek', { description: 'Wie meelezen: bij naam bekend, en of iemand discreet kan meelezen' });

/** A tile of the board: what I may read, or what stands for what I may not. */
export const Compartiment = z
  .object({
    id: Id,
    categorie: z.string(),
    lidId: Id.nullable(),
    organisatie: z.string().nullable(),
    niveau: Niveau,
    geopend: z.boolean(),
    publiek: Publiek.nullable(),
    vragenAan: z.object({ naam: z.string(), organisatie: z.string(), telefoon: z.string() }).nullable(),
    /** At `dat`: I read a part of this myself; the tile stands for what others keep. */
    enAnderen: z.boolean(),
    /** Whether it is kept by my own organisation. */
    eigen: z.boolean(),
  })
  .openapi('Compartiment');
export type Compartiment = z.infer<typeof Compartiment>;

/** A co-edited text, by its place. */
export const Veld = z
  .object({
    id: Id,
    compartimentId: Id,
    leefgebied: Leefgebied.nullable(),
    kaartId: Id.nullable(),
    naam: z.string(),
    /** Of one's own concept: the text that it was written for; null when that is no longer open to me. */
    conceptVoor: Id.nullable(),
    /** Whether it is a concept of mine. */
    concept: z.boolean(),
  })
  .openapi('Veld');
export type Veld = z.infer<typeof Veld>;

/** The board under my mask. */
export const Bord = z
  .object({
    id: Id,
    label: z.string(),
    status: z.enum(STATUSSEN),
    leden: z.array(Lid),
    deelnemers: z.array(Deelnemer),
    compartimenten: z.array(Compartiment),
    velden: z.array(Veld),
    kaarten: z.array(Kaart),
  })
  .openapi('Bord');
/** The board under my mask. */
export type Bord = Omit<z.infer<typeof Bord>, 'kaarten'> & { kaarten: import('./kaarten.ts').Kaart[] };

/** What opening a compartment gives. */
export const Opening = z
  .object({ velden: z.array(Veld), kaarten: z.array(Kaart) })
  .openapi('Opening', { description: 'Wat er in het geopende deel staat' });
export type Opening = Omit<z.infer<typeof Opening>, 'kaarten'> & { kaarten: import('./kaarten.ts').Kaart[] };

/** Why my level is what it is (NK9). */
export const Uitleg = z
  .object({ niveau: Niveau, regels: z.array(z.object({ id: z.string(), tekst: z.string() })) })
  .openapi('Uitleg');
export type Uitleg = z.infer<typeof Uitleg>;

/** Whom a regisseur may ask to take part. */
export const Kandidaten = z
  .object({
    kandidaten: z.array(
      z.object({
        medewerkerId: Id,
        naam: z.string(),
        functie: z.string(),
        organisatie: z.string(),
        zetels: z.array(z.string()),
      }),
    ),
  })
  .openapi('Kandidaten');
export type Kandidaten = z.infer<typeof Kandidaten>;

/** What somebody would see on a seat, by the rules alone: per category and subject the level. */
export const Voorbeeld = z
  .object({
    regels: z.array(
      z.object({
        categorie: z.string(),
        lidId: Id.nullable(),
        niveau: Niveau,
        /** Only what their own organisation keeps. */
        alleenEigen: z.boolean(),
      }),
    ),
  })
  .openapi('Voorbeeld');
export type Voorbeeld = z.infer<typeof Voorbeeld>;

/** Query of `GET voorbeeld`. */
export const VoorbeeldVraag = z.strictObject({
  medewerkerId: kenmerk(D.medewerkerId),
  zetel: code(D.zetel),
  /** Member ids with commas between; left out: for the household. */
  lidIds: kenmerkenInVraag(D.lidIds).optional(),
});

/** What may stand on the big screen for a chosen audience: no names, only what each of them may read. */
export const GrootScherm = z
  .object({
    label: z.string(),
    leden: z.array(Lid),
    /** Roles of who looks along, without names. */
    publiek: z.array(z.string()),
    compartimenten: z.array(z.object({ id: Id, categorie: z.string(), lidId: Id.nullable() })),
    kaarten: z.array(Kaart),
  })
  .openapi('GrootScherm');
export type GrootScherm = Omit<z.infer<typeof GrootScherm>, 'kaarten'> & {
  kaarten: import('./kaarten.ts').Kaart[];
};
