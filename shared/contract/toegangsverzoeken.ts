import { code, dag, jaNee, keuze, tekst } from '../invoer/velden.ts';
import { VERZOEKLABELS as V } from '../plan/veldlabels.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

const Rechtniveau = z.enum(['lezen', 'schrijven']);

/** Body of `POST toegangsverzoeken`: what for, why it can't be done without, until when (NK27). */
export const NieuwVerzoek = z
  .strictObject({
    waarvoor: code(V.waarvoor),
    grondslag: code(V.grondslag),
    toelichting: tekst(V.toelichting),
    tot: dag('einde', V.tot),
  })
  .openapi('NieuwToegangsverzoek');
export type NieuwVerzoek = z.infer<typeof NieuwVerzoek>;

/** How far it is, to who asked: nothing that a keeper does but a grant moves it, nor that there is none (NK27). */
const Status = z.enum(['gevraagd', 'geopend', 'afgelopen']);

const VanMij = z.strictObject({
  id: Id,
  rol: z.literal('vrager'),
  compartimentId: Id,
  status: Status,
  /** The last day on which an answer can come. */
  termijn: z.iso.date(),
  geopend: z.array(
    z.strictObject({
      compartimentId: Id,
      rechtId: Id,
      niveau: Rechtniveau,
      tot: z.iso.datetime().nullable(),
    }),
  ),
  /** What keepers whom I know by name told me themselves, before the term. */
  gezegd: z.array(z.strictObject({ deelnemerId: Id, reden: z.string().nullable() })),
});

const AanMij = z.strictObject({
  id: Id,
  rol: z.literal('bronhouder'),
  /** The part that I keep. */
  compartimentId: Id,
  /** Who asks, named to me by asking (NK20). */
  vrager: z.strictObject({
    deelnemerId: Id,
    naam: z.string(),
    zetel: z.string(),
    organisatie: z.string(),
    functie: z.string(),
    telefoon: z.string(),
  }),
  /** Asked to open it to one gedragsdeskundige, without names, at a question for advice that stands in `toelichting` (OV11). */
  voorAdvies: z.boolean(),
  niveau: Rechtniveau,
  waarvoor: z.string(),
  /** Null: it is for a question for advice, at which nobody is asked for one. */
  grondslag: z.string().nullable(),
  /** Null: it can't be read (ST1). */
  toelichting: z.string().nullable(),
  tot: z.iso.datetime(),
  termijn: z.iso.date(),
  /** Whether whoever asks knows me by name: then I may tell them a refusal now. */
  kentMij: z.boolean(),
  besluit: z
    .strictObject({
      besluit: z.enum(['toegestaan', 'afgewezen']),
      reden: z.string().nullable(),
      deelnemerId: Id.nullable(),
    })
    .nullable(),
});

/** A part that I keep, open at a question for advice; who advises reads it without names until then (OV11). */
const OpenVoorAdvies = z.strictObject({ id: Id, compartimentId: Id, tot: z.iso.datetime() });
export type OpenVoorAdvies = z.infer<typeof OpenVoorAdvies>;

/** Requests that I made, those on what I keep, and what of that is open for advice. */
export const Verzoeken = z
  .strictObject({
    verzoeken: z.array(z.discriminatedUnion('rol', [VanMij, AanMij])),
    openVoorAdvies: z.array(OpenVoorAdvies),
  })
  .openapi('Toegangsverzoeken');
export type Verzoeken = z.infer<typeof Verzoeken>;
export type Verzoek = Verzoeken['verzoeken'][number];

/** Body of `POST besluit`: narrower or shorter than was asked, never more. */
export const Besluit = z
  .strictObject({
    besluit: keuze(['toegestaan', 'afgewezen'], V.besluit),
    reden: tekst(V.reden),
    zegDatNu: jaNee(V.zegDatNu).optional(),
    niveau: keuze(['lezen', 'schrijven'], V.niveau).optional(),
    tot: dag('einde', V.tot).optional(),
  })
  .openapi('Besluit');
export type Besluit = z.infer<typeof Besluit>;

export const doeVerzoek = opdracht('verzoek.doe', {
  samenvatting: 'Vragen of u mag meelezen',
  body: NieuwVerzoek,
  sessie: 'nodig',
  codes: [
    'loopt_al',
    'niets_te_vragen',
    'eerst_bekend',
    'niet_in_lijst',
    'periode_ongeldig',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'verzoek_gedaan',
  maakt: true,
  antwoord: {
    status: 201,
    schema: z.strictObject({ id: Id, status: Status, termijn: z.iso.date() }),
    beschrijving: 'De vraag; zij loopt tot en met de termijn',
  },
});

export const verzoeken = opdracht('verzoek.lijst', {
  samenvatting: 'Wat u hebt gevraagd, en wat er aan u is gevraagd',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: { status: 200, schema: Verzoeken, beschrijving: 'De vragen' },
});

export const besluit = opdracht('verzoek.besluit', {
  samenvatting: 'Besluiten of iemand mag meelezen (wie dit bewaart)',
  body: Besluit,
  sessie: 'nodig',
  codes: [
    'al_besloten',
    'advies_afgerond',
    'meer_dan_gevraagd',
    'vrager_kent_u_niet',
    'past_hier_niet',
    'eerst_bekend',
    'ander_lid',
    'niet_voor_uzelf',
    'periode_ongeldig',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'verzoek_besloten',
  maakt: { geen: 'it answers a request; a second time is refused (al_besloten)' },
  antwoord: { status: 204, beschrijving: 'Besloten' },
});

export const trekIn = opdracht('verzoek.trekIn', {
  samenvatting: 'Uw vraag intrekken',
  sessie: 'nodig',
  codes: [],
  handeling: 'verzoek_ingetrokken',
  antwoord: { status: 204, beschrijving: 'Ingetrokken' },
});

export const sluitVoorAdvies = opdracht('verzoek.sluitVoorAdvies', {
  samenvatting: 'Sluiten wat openstaat voor een vraag om advies (wie dit bewaart)',
  sessie: 'nodig',
  codes: [],
  handeling: 'voor_advies_gesloten',
  antwoord: { status: 204, beschrijving: 'Dicht, ook op het scherm van wie adviseert' },
});
