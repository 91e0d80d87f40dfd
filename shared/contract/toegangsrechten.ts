import { code, dag, kenmerk, keuze, tekst } from '../invoer/velden.ts';
import { RECHTLABELS as R } from '../plan/veldlabels.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** The levels at which somebody can read along by a right. */
const Rechtniveau = z.enum(['lezen', 'schrijven']);

/** Body of `POST toegangsrechten`: letting somebody read along, for so long, and why (NK28). */
export const NieuwRecht = z
  .strictObject({
    deelnemerId: kenmerk(R.deelnemerId),
    niveau: keuze(['lezen', 'schrijven'], R.niveau),
    waarvoor: code(R.waarvoor),
    grondslag: code(R.grondslag),
    reden: tekst(R.reden),
    van: dag('begin', R.van).nullish(),
    tot: dag('einde', R.tot),
  })
  .openapi('NieuwToegangsrecht');
export type NieuwRecht = z.infer<typeof NieuwRecht>;

/** A right on a compartment, for who keeps it. */
export const Recht = z
  .strictObject({
    id: Id,
    deelnemerId: Id,
    niveau: Rechtniveau,
    waarvoor: z.string().nullable(),
    grondslag: z.string().nullable(),
    /** Null: it can't be read (ST1). */
    reden: z.string().nullable(),
    van: z.iso.datetime(),
    tot: z.iso.datetime().nullable(),
  })
  .openapi('Toegangsrecht');
export type Recht = z.infer<typeof Recht>;

export const geefRecht = opdracht('recht.geef', {
  samenvatting: 'Iemand laten meelezen, tot een dag (wie dit bewaart)',
  body: NieuwRecht,
  sessie: 'nodig',
  codes: [
    'niet_bewaarder',
    'verwijzing_onbekend',
    'niet_voor_uzelf',
    'eerst_bekend',
    'ander_lid',
    'niet_in_lijst',
    'periode_ongeldig',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'recht_gegeven',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'Het recht' },
});

export const rechten = opdracht('recht.lijst', {
  samenvatting: 'Wie meeleest, tot wanneer en waarom (wie dit bewaart)',
  sessie: 'nodig',
  codes: ['niet_bewaarder'],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({ rechten: z.array(Recht) }),
    beschrijving: 'De rechten die gelden of nog komen',
  },
});

export const beeindigRecht = opdracht('recht.beeindig', {
  samenvatting: 'Meelezen beëindigen (wie dit bewaart, of uw eigen)',
  sessie: 'nodig',
  codes: [],
  handeling: 'recht_beeindigd',
  antwoord: { status: 204, beschrijving: 'Beëindigd, ook op het scherm van wie meelas' },
});
