import { vulIn } from '../invoer/invoer.ts';
import { code, dag, jaNee, kenmerk, kenmerken, kenmerkenInVraag, tekst, telefoon } from '../invoer/velden.ts';
import { DEELNEMERLABELS as D } from '../plan/veldlabels.ts';
import { Id, Niveau } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

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
    /** May be left out on a seat of the kernteam: there counts that the household is told, once per casus. */
    gezinAkkoord: z
      .discriminatedUnion(
        'ja',
        [
          z.strictObject({ ja: z.literal(true) }),
          z.strictObject({ ja: z.literal(false), reden: tekst(D.reden) }),
        ],
        { error: vulIn(D.gezinAkkoord) },
      )
      .optional(),
    /** The household agreed that the others know (NK20), today. */
    bekend: jaNee(D.bekend).optional(),
  })
  .refine(({ bekend, gezinAkkoord }) => bekend !== true || gezinAkkoord?.ja !== false, {
    path: ['bekend'],
    message: 'Het gezin vindt niet goed dat deze persoon meedoet. Dan mogen de anderen het nog niet weten.',
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

/**
 * Body of `POST deelnemers/{did}/bevestiging`: what one confirms a colleague for. All of what one saw, so that nobody is
 * confirmed for more because their seat became another meanwhile.
 */
export const Bevestiging = z
  .strictObject({ compartimentIds: kenmerken(D.compartimentIds, 200).min(1, vulIn(D.compartimentIds)) })
  .openapi('Bevestiging');
export type Bevestiging = z.infer<typeof Bevestiging>;

/** Body of `PUT nummer`: on which number one is reached in this casus; null: on one's own. */
export const MijnNummer = z.strictObject({ telefoon: telefoon(D.telefoon).nullable() }).openapi('MijnNummer');

/** Somebody who takes part and whom I know by name (NK20). */
export const Deelnemer = z
  .strictObject({
    id: Id,
    zetel: z.string(),
    naam: z.string(),
    organisatie: z.string(),
    functie: z.string(),
    telefoon: z.string(),
    regisseur: z.boolean(),
    ik: z.boolean(),
    /** A new colleague: parts that we both keep once I confirm them (NK12); left out: nothing waits for my word. */
    teBevestigen: z.array(Id).optional(),
    // The rest for the regisseur alone; what for and on which ground also one's own.
    medewerkerId: Id.optional(),
    lidIds: z.array(Id).nullable().optional(),
    bekend: z.boolean().optional(),
    bekendSinds: z.iso.date().nullable().optional(),
    discreet: z.boolean().optional(),
    van: z.iso.datetime().optional(),
    tot: z.iso.datetime().nullable().optional(),
    waarvoor: z.string().optional(),
    grondslag: z.string().optional(),
  })
  .openapi('Deelnemer');
export type Deelnemer = z.infer<typeof Deelnemer>;

/** Whom a regisseur may ask to take part. */
export const Kandidaten = z
  .strictObject({
    kandidaten: z.array(
      z.strictObject({
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
  .strictObject({
    regels: z.array(
      z.strictObject({
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
export type VoorbeeldVraag = z.infer<typeof VoorbeeldVraag>;

export const kandidaten = opdracht('deelnemer.kandidaten', {
  samenvatting: 'Wie de regisseur kan vragen om mee te doen',
  sessie: 'nodig',
  codes: ['alleen_regisseur'],
  handeling: null,
  antwoord: { status: 200, schema: Kandidaten, beschrijving: 'Mensen met hun mogelijke plekken' },
});

export const voorbeeld = opdracht('deelnemer.voorbeeld', {
  samenvatting: 'Wat iemand op een plek zou zien, volgens de regels (regisseur)',
  query: VoorbeeldVraag,
  sessie: 'nodig',
  codes: ['alleen_regisseur', 'verwijzing_onbekend'],
  handeling: null,
  antwoord: { status: 200, schema: Voorbeeld, beschrijving: 'Per onderwerp wat er te zien is' },
});

export const geefZetel = opdracht('deelnemer.geef', {
  samenvatting: 'Iemand laten meedoen (regisseur)',
  body: NieuweDeelnemer,
  sessie: 'nodig',
  codes: [
    'alleen_regisseur',
    'al_deelnemer',
    'verwijzing_onbekend',
    'niet_in_lijst',
    'zetel_niet_toegestaan',
    'grondslag_past_niet',
    'periode_ongeldig',
    'lid_nodig',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'deelnemer_toegevoegd',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'De deelname' },
});

export const wijzigDeelnemer = opdracht('deelnemer.wijzig', {
  samenvatting: 'Een deelname wijzigen (regisseur)',
  body: DeelnemerWijziging,
  sessie: 'nodig',
  codes: [
    'alleen_regisseur',
    'regie_eerst_overdragen',
    'zetel_van_regisseur',
    'eigen_zetel',
    'verwijzing_onbekend',
    'zetel_niet_toegestaan',
    'grondslag_past_niet',
    'periode_ongeldig',
    'lid_nodig',
  ],
  handeling: 'deelnemer_gewijzigd',
  antwoord: { status: 200, schema: Deelnemer, beschrijving: 'De deelname' },
});

export const bevestigDeelnemer = opdracht('deelnemer.bevestig', {
  samenvatting: 'Een nieuwe collega bevestigen (wie bewaart wat de eigen organisatie hier heeft)',
  body: Bevestiging,
  sessie: 'nodig',
  codes: ['niet_bewaarder', 'eigen_zetel', 'al_besloten'],
  handeling: 'deelnemer_bevestigd',
  maakt: { geen: 'who is confirmed once is confirmed' },
  antwoord: { status: 204, beschrijving: 'Bevestigd, ook op het scherm van die collega' },
});

export const zetNummer = opdracht('deelnemer.zetNummer', {
  samenvatting: 'Op welk nummer u voor deze casus te bereiken bent',
  body: MijnNummer,
  sessie: 'nodig',
  codes: [],
  handeling: 'nummer_gezet',
  gewoon: { door: 'ieder', voorbeelden: [{ telefoon: '0182-12 34 56' }, { telefoon: null }] },
  antwoord: { status: 204, beschrijving: 'Wie u bij naam kent, leest dit nummer' },
});

export const beeindigDeelname = opdracht('deelnemer.beeindig', {
  samenvatting: 'Een deelname beëindigen (regisseur, of uw eigen)',
  sessie: 'nodig',
  codes: ['alleen_regisseur', 'regie_eerst_overdragen'],
  handeling: 'deelnemer_beeindigd',
  antwoord: { status: 204, beschrijving: 'Beëindigd, ook op het scherm van wie meedeed' },
});
