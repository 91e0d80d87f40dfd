import { aantal, dag, kenmerk, keuze, regel } from '../invoer/velden.ts';
import { DUUR, GESPREKSDELEN, OVERLEGROLLEN, OVERLEGSTAPPEN, OVERLEGSTATEN } from '../overleg.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { Agendapunt } from './agendapunten.ts';
import { Id } from './gedeeld.ts';
import { Gesprek } from './gesprek.ts';
import { opdracht } from './opdracht.ts';
import { Overlegger } from './overlegreeksen.ts';
import { Scherm } from './schermen.ts';
import { z } from './zod.ts';

const kop = {
  id: Id,
  /** Null: a gezinsoverleg. */
  reeksId: Id.nullable(),
  naam: z.string(),
  begin: z.iso.datetime(),
  einde: z.iso.datetime(),
  plaats: z.string(),
  staat: z.enum(OVERLEGSTATEN),
  /** As what I am in it. */
  rol: z.enum(OVERLEGROLLEN),
  /** On its agenda stands a casus in which I take part and that is still to come: I can read before it. */
  inTeLezen: z.boolean(),
};

/** Where an overleg stands, to who leads it (OV2). */
export const Overlegstand = z
  .strictObject({
    fase: z.enum(['voorbereiding', 'tussen', 'item', 'gesloten']),
    /** What is open now. */
    agendapuntId: Id.nullable(),
    onderdeel: z.enum(GESPREKSDELEN).nullable(),
    /** Since when this step of it is. */
    onderdeelSinds: z.iso.datetime().nullable(),
    /** Since when this item is open. */
    sinds: z.iso.datetime().nullable(),
    /** Who leads it now: the chair, or the deputy who took over; null: nobody who may. */
    leiderId: Id.nullable(),
    /** I do. */
    ikLeid: z.boolean(),
    /** What a step rests on: one that rests on another is refused. */
    versie: z.number().int(),
  })
  .openapi('Overlegstand');
export type Overlegstand = z.infer<typeof Overlegstand>;

/** An overleg that I am in. */
export const Overlegregel = z.strictObject(kop).openapi('Overlegregel');
export type Overlegregel = z.infer<typeof Overlegregel>;

/** A series to which who directs a casus can bring it: its coming dates, and who can be asked to think along. */
export const Inbrengreeks = z
  .strictObject({
    id: Id,
    naam: z.string(),
    plaats: z.string(),
    komend: z.array(z.strictObject({ id: Id, begin: z.iso.datetime(), einde: z.iso.datetime() })),
    leden: z.array(Overlegger),
  })
  .openapi('Inbrengreeks');
export type Inbrengreeks = z.infer<typeof Inbrengreeks>;

/**
 * An overleg as I may know it (OV1): mine, with what of its agenda is mine; or, to who leads it, the whole agenda in its
 * order.
 */
export const Overleg = z
  .strictObject({
    ...kop,
    videolink: z.string().nullable(),
    voorzitter: Overlegger.nullable(),
    plaatsvervanger: Overlegger.nullable(),
    notulist: Overlegger.nullable(),
    /** Where it stands: to who leads it; null to anybody else. */
    stand: Overlegstand.nullable(),
    /** Who can be asked to think along: to who leads it, and who is a member. */
    leden: z.array(Overlegger),
    agendapunten: z.array(Agendapunt),
    /** Who speaks and who wants to: to who sits at the table of what is open; null to anybody else. */
    gesprek: Gesprek.nullable(),
    /** Its big screens: to who leads it now; null to anybody else. */
    schermen: z.array(Scherm).nullable(),
  })
  .openapi('Overleg');
export type Overleg = z.infer<typeof Overleg>;

/** Body of `POST overleggen`: a gezinsoverleg, on one casus. */
export const NieuwGezinsoverleg = z
  .strictObject({
    casusId: kenmerk(L.casusId),
    begin: dag('begin', L.begin),
    /** In minutes. */
    duur: aantal(L.duur, DUUR.kortst, DUUR.langst),
    plaats: regel(L.plaats),
    vraag: regel(L.vraag, 'vraag').nullish(),
  })
  .openapi('NieuwGezinsoverleg');
export type NieuwGezinsoverleg = z.infer<typeof NieuwGezinsoverleg>;

/** Body of `POST overleggen/{oid}/stappen`. */
export const NieuweOverlegstap = z
  .strictObject({
    stap: keuze(OVERLEGSTAPPEN, L.stap),
    /** With `item` and `heropen`. */
    agendapuntId: kenmerk(L.agendapuntId).optional(),
    onderdeel: keuze(GESPREKSDELEN, L.onderdeel).optional(),
    versie: aantal(L.versie, 0, Number.MAX_SAFE_INTEGER),
  })
  .openapi('NieuweOverlegstap');
export type NieuweOverlegstap = z.infer<typeof NieuweOverlegstap>;

export const overleglijst = opdracht('overleg.lijst', {
  samenvatting: 'De overleggen waar u in zit, en waar u een casus kunt inbrengen',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({
      overleggen: z.array(Overlegregel),
      reeksen: z.array(Inbrengreeks),
      /** I direct a casus, and so can plan a gezinsoverleg. */
      magPlannen: z.boolean(),
      /** I set up series. */
      magReeksen: z.boolean(),
    }),
    beschrijving: 'Uw overleggen, het eerste eerst',
  },
});

export const planGezinsoverleg = opdracht('overleg.plan', {
  samenvatting: 'Een gezinsoverleg plannen (regisseur)',
  body: NieuwGezinsoverleg,
  sessie: 'nodig',
  codes: [
    'alleen_regisseur',
    'verwijzing_onbekend',
    'periode_ongeldig',
    'persoonsgegeven_geweigerd',
    'te_veel_overleggen',
  ],
  handeling: 'gezinsoverleg_gepland',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'Het gezinsoverleg' },
});

export const zetOverlegstap = opdracht('overleg.zetStap', {
  samenvatting: 'Het overleg een stap verder brengen (wie het leidt)',
  body: NieuweOverlegstap,
  sessie: 'nodig',
  codes: [
    'alleen_voorzitter',
    'versie_verouderd',
    'stap_past_niet',
    'elders_bezig',
    'gezin_niet_verteld',
    'voorzitter_is_er',
    'verwijzing_onbekend',
  ],
  handeling: 'overleg_stap',
  maakt: { geen: 'a step rests on a versie: the second gets a 409' },
  antwoord: { status: 200, schema: Overlegstand, beschrijving: 'Waar het overleg nu is' },
});

export const haalOverleg = opdracht('overleg.haal', {
  samenvatting: 'Een overleg, met wat u van de agenda mag weten',
  sessie: 'nodig',
  codes: [],
  handeling: 'agendapunt_gelezen',
  antwoord: { status: 200, schema: Overleg, beschrijving: 'Het overleg' },
});
