import { jaNee, kenmerk, kenmerken } from '../invoer/velden.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** So many are still to come in one round, at most. */
const RONDE_HOOGSTENS = 60;

/** Somebody at the table, by the name by which all there know them (NK20). */
export const Spreker = z.strictObject({ id: Id, naam: z.string() }).openapi('Spreker');
export type Spreker = z.infer<typeof Spreker>;

/** Who speaks at a table and who wants to (OV6): to who sits there, and nobody else. */
export const Gesprek = z
  .strictObject({
    agendapuntId: Id,
    /** Who I am in these lists. */
    ik: Id,
    aanTafel: z.array(Spreker),
    /** Whose hand is up, who raised it first first. */
    handen: z.array(Spreker),
    /** Who has the floor; null: nobody was given it. */
    beurt: Spreker.nullable(),
    /** Who is still to come in the round, in its order; null: there is none. */
    ronde: z.array(Spreker).nullable(),
  })
  .openapi('Gesprek');
export type Gesprek = z.infer<typeof Gesprek>;

/** Body of `PUT …/hand`. */
const Hand = z.strictObject({ op: jaNee(L.hand) }).openapi('Hand');

/** Body of `PUT …/beurt`: how it is from now on. */
export const Beurt = z
  .strictObject({
    wie: kenmerk(L.beurt).nullable(),
    ronde: kenmerken(L.ronde, RONDE_HOOGSTENS).nullable(),
  })
  .openapi('Beurt');
export type Beurt = z.infer<typeof Beurt>;

const VLUCHTIG = { geen: 'who wants to speak, and who speaks, is kept nowhere (OV6)' } as const;

export const steekHandOp = opdracht('tafel.hand', {
  samenvatting: 'Uw hand opsteken of laten zakken (wie aan tafel zit)',
  body: Hand,
  sessie: 'nodig',
  codes: ['alleen_lezen'],
  handeling: VLUCHTIG,
  antwoord: { status: 204, beschrijving: 'Zo is het nu' },
});

export const geefBeurt = opdracht('tafel.beurt', {
  samenvatting: 'Wie het woord heeft, en wie er in het rondje nog komen (wie het overleg leidt)',
  body: Beurt,
  sessie: 'nodig',
  codes: ['alleen_voorzitter', 'verwijzing_onbekend', 'stap_past_niet'],
  handeling: VLUCHTIG,
  antwoord: { status: 204, beschrijving: 'Zo is het nu' },
});
