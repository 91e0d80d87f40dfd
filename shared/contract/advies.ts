import { ADVIESREACTIES, ADVIESSTANDEN } from '../advies.ts';
import { dag, kenmerk, kenmerken, kenmerkenInVraag, keuze, regel, tekst } from '../invoer/velden.ts';
import { ADVIESLABELS as A } from '../plan/advieslabels.ts';
import { STANDEN } from '../plan/kaartsoorten.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/**
 * A piece of a sentence as its reader may know it (OV11): plain words; a role label in the place of whom it points at; or
 * what was left out, by its kind (`een naam`).
 */
export const Zindeel = z
  .strictObject({ soort: z.enum(['tekst', 'rol', 'weg']), tekst: z.string() })
  .openapi('Zindeel');
export type Zindeel = z.infer<typeof Zindeel>;

const Zin = z.array(Zindeel);
export type Zin = z.infer<typeof Zin>;

/** Body of `POST adviesvragen`: a question about one member, and what of mine it opens, until when. */
export const NieuweAdviesvraag = z
  .strictObject({
    lidId: kenmerk(A.lidId),
    vraag: regel(A.vraag, 'vraag'),
    toelichting: tekst(A.toelichting).nullish(),
    opent: kenmerken(A.opent, 20),
    /** What others keep, asked of them (NK27). */
    vraagt: kenmerken(A.vraagt, 20).optional(),
    genoemd: kenmerken(A.genoemd, 20),
    tot: dag('einde', A.tot),
  })
  .openapi('NieuweAdviesvraag');
export type NieuweAdviesvraag = z.infer<typeof NieuweAdviesvraag>;

/** An advice under its headings; each may be left empty, and emptied. */
const koppen = {
  watIkLees: tekst(A.watIkLees).nullish(),
  watIkAdviseer: tekst(A.watIkAdviseer).nullish(),
  watIkNietWeet: tekst(A.watIkNietWeet).nullish(),
  wanneerOpnieuw: tekst(A.wanneerOpnieuw).nullish(),
};
export const Advieskoppen = z.strictObject(koppen).openapi('Advieskoppen');
export type Advieskoppen = z.infer<typeof Advieskoppen>;

const Geschreven = z.strictObject({
  watIkLees: z.string().nullable(),
  watIkAdviseer: z.string().nullable(),
  watIkNietWeet: z.string().nullable(),
  wanneerOpnieuw: z.string().nullable(),
});

const Reactie = z.enum(ADVIESREACTIES);

const regelvelden = {
  id: Id,
  /** `wacht`: nobody took it on yet, and I may. */
  rol: z.enum(['wacht', 'deskundige', 'vrager', 'genoemd']),
  stand: z.enum(ADVIESSTANDEN),
  vraag: Zin,
  /** From which zetel it is asked, and in whose name as well, by zetel. */
  vanuit: z.string(),
  namens: z.array(z.string()),
  /** Whom it is about, by the role label that I may know. */
  over: z.string(),
  gevraagdOp: z.iso.datetime(),
  /** The last day. */
  tot: z.iso.date(),
  /** What the other side did last, after what I did. */
  nieuws: z
    .strictObject({
      soort: z.enum(['vraag', 'bericht', 'advies', 'aanvulling', 'reactie', 'afspraak']),
      op: z.iso.datetime(),
    })
    .nullable(),
  deskundige: z.strictObject({ naam: z.string(), organisatie: z.string() }).nullable(),
  /** For who takes part; a gedragsdeskundige learns of no casus. */
  casus: z.strictObject({ id: Id, label: z.string() }).nullable(),
};

/** A question as it stands in a list of mine. */
export const Adviesregel = z.strictObject(regelvelden).openapi('Adviesregel');
export type Adviesregel = z.infer<typeof Adviesregel>;

/** Something that was said at a question, or added to an advice. */
const Gezegd = z.strictObject({
  id: Id,
  op: z.iso.datetime(),
  door: z.enum(['deskundige', 'vrager']),
  regels: z.array(Zin),
});

/** What a question opens, as who took it on reads it: without names. */
const Leesdeel = z.strictObject({
  titel: z.string(),
  regels: z.array(Zin),
  /** Something in it can't be read (ST1). */
  onleesbaar: z.boolean(),
});
export type Leesdeel = z.infer<typeof Leesdeel>;

/** A question, with all that its reader may read of it. */
export const Adviesvraag = z
  .strictObject({
    ...regelvelden,
    toelichting: z.array(Zin),
    /** Who took it on reads what it opens; null: it is closed, or not for me. */
    leest: z.array(Leesdeel).nullable(),
    /** Since when it is closed to who read it. */
    geslotenOp: z.iso.datetime().nullable(),
    /** What who asked opened, by its compartment. */
    opent: z.array(Id).nullable(),
    /** What who asked asked of others, and how far it is: the same whether anybody keeps anything there (NK27). */
    gevraagd: z
      .array(
        z.strictObject({
          compartimentId: Id,
          categorie: z.string(),
          /** By role; null: the household. */
          over: z.string().nullable(),
          status: z.enum(['gevraagd', 'geopend', 'afgelopen']),
          termijn: z.iso.date(),
        }),
      )
      .nullable(),
    /** More may still open: others were asked, and their term isn't over. For who asked, and who took it on. */
    wachtNog: z.boolean(),
    /** Mine alone, while I write it. */
    concept: Geschreven.nullable(),
    advies: Geschreven.extend({ op: z.iso.datetime() }).nullable(),
    aanvullingen: z.array(Gezegd),
    gesprek: z.array(Gezegd),
    reactie: z
      .strictObject({
        op: z.iso.datetime(),
        besluit: Reactie,
        waarom: z.array(Zin),
      })
      .nullable(),
    /** What was made of it, and how that goes now: to who advised no more than this, to the team what reaches them. */
    afspraken: z.array(z.strictObject({ kaartId: Id.nullable(), stand: z.enum([...STANDEN, 'verwijderd']) })),
    /** To whom I may hand it on. */
    collegas: z.array(z.strictObject({ medewerkerId: Id, naam: z.string(), organisatie: z.string() })),
  })
  .openapi('Adviesvraag');
export type Adviesvraag = z.infer<typeof Adviesvraag>;

/** What in a part would be left out for who advises: one's own parts before one asks. */
const Treffer = z.strictObject({ compartimentId: Id, soort: z.string(), tekst: z.string() });

export const stelAdviesvraag = opdracht('advies.stel', {
  samenvatting: 'Een gedragsdeskundige om advies vragen (deelnemer)',
  body: NieuweAdviesvraag,
  sessie: 'nodig',
  codes: [
    'verwijzing_onbekend',
    'eerst_bekend',
    'te_veel_vragen',
    'niet_te_openen',
    'niet_te_vragen',
    'periode_ongeldig',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'adviesvraag_gesteld',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'De vraag' },
});

export const kijkAdviesNa = opdracht('advies.kijkNa', {
  samenvatting: 'Wat in eigen delen wordt weggelaten voor wie adviseert',
  query: z.object({ compartimentIds: kenmerkenInVraag(A.opent) }),
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({ treffers: z.array(Treffer) }),
    beschrijving: 'Namen, geboortedata, adressen en dergelijke, in wat u leest',
  },
});

export const adviesvragen = opdracht('advies.lijst', {
  samenvatting: 'De adviesvragen die u stelde, die namens u zijn gesteld, of die op u wachten',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({ adviesvragen: z.array(Adviesregel) }),
    beschrijving: 'De vragen, met de eerste termijn eerst',
  },
});

export const haalAdviesvraag = opdracht('advies.haal', {
  samenvatting: 'Een adviesvraag, met wat u ervan leest',
  sessie: 'nodig',
  codes: [],
  handeling: 'geopend',
  antwoord: { status: 200, schema: Adviesvraag, beschrijving: 'De vraag' },
});

export const trekAdviesvraagIn = opdracht('advies.trekIn', {
  samenvatting: 'Een adviesvraag intrekken (wie vroeg)',
  sessie: 'nodig',
  codes: ['niet_vrager', 'al_gegeven', 'al_ingetrokken'],
  handeling: 'adviesvraag_ingetrokken',
  antwoord: { status: 204, beschrijving: 'Ingetrokken; wat de vraag opende, is dicht' },
});

export const neemAdviesvraagAan = opdracht('advies.neemAan', {
  samenvatting: 'Een adviesvraag aannemen (gedragsdeskundige)',
  sessie: 'nodig',
  codes: ['niet_deskundige', 'al_aangenomen'],
  handeling: 'adviesvraag_aangenomen',
  maakt: { geen: 'a second time it is taken on already' },
  antwoord: { status: 204, beschrijving: 'Aangenomen; u leest wat de vraag opent' },
});

export const geefAdviesvraagTerug = opdracht('advies.geefTerug', {
  samenvatting: 'Een adviesvraag teruggeven (wie haar aannam)',
  sessie: 'nodig',
  codes: ['niet_deskundige', 'al_gegeven', 'al_ingetrokken'],
  handeling: 'adviesvraag_teruggegeven',
  antwoord: { status: 204, beschrijving: 'De vraag wacht weer; uw concept is weg' },
});

export const geefAdviesvraagDoor = opdracht('advies.geefDoor', {
  samenvatting: 'Een adviesvraag doorgeven aan een collega (wie haar aannam)',
  body: z.strictObject({ medewerkerId: kenmerk(A.medewerkerId) }),
  sessie: 'nodig',
  codes: ['niet_deskundige', 'al_gegeven', 'al_ingetrokken', 'verwijzing_onbekend'],
  handeling: 'adviesvraag_doorgegeven',
  maakt: { geen: 'who handed it on doesn’t have it any more' },
  antwoord: { status: 204, beschrijving: 'Uw collega heeft de vraag; uw concept is weg' },
});

export const bewaarAdvies = opdracht('advies.bewaar', {
  samenvatting: 'Uw concept van een advies bewaren (wie de vraag aannam)',
  body: Advieskoppen,
  sessie: 'nodig',
  codes: ['niet_deskundige', 'al_gegeven', 'persoonsgegeven_geweigerd'],
  handeling: { geen: 'what one is still writing is nobody’s, and not in the record, until it is signed' },
  antwoord: { status: 204, beschrijving: 'Bewaard; alleen u leest het' },
});

export const tekenAdvies = opdracht('advies.teken', {
  samenvatting: 'Een advies tekenen en geven (wie de vraag aannam)',
  body: Advieskoppen,
  sessie: 'nodig',
  codes: ['niet_deskundige', 'al_gegeven', 'al_ingetrokken', 'leeg_advies', 'persoonsgegeven_geweigerd'],
  handeling: 'advies_getekend',
  maakt: { geen: 'an advice is signed once; then it is only added to' },
  antwoord: { status: 204, beschrijving: 'Getekend; wat de vraag opende, is dicht' },
});

const Bericht = z.strictObject({ tekst: tekst(A.bericht) });

export const zegBijAdvies = opdracht('advies.zeg', {
  samenvatting: 'Een vraag terug, of het antwoord daarop (wie vroeg, wie haar aannam)',
  body: Bericht,
  sessie: 'nodig',
  codes: ['niet_vrager', 'niet_deskundige', 'al_gegeven', 'al_ingetrokken', 'persoonsgegeven_geweigerd'],
  handeling: 'adviesbericht_geschreven',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'Het bericht' },
});

export const vulAdviesAan = opdracht('advies.vulAan', {
  samenvatting: 'Een getekend advies aanvullen (wie het gaf)',
  body: z.strictObject({ tekst: tekst(A.aanvulling) }),
  sessie: 'nodig',
  codes: ['niet_deskundige', 'nog_geen_advies', 'persoonsgegeven_geweigerd'],
  handeling: 'advies_aangevuld',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'De aanvulling' },
});

export const reageerOpAdvies = opdracht('advies.reageer', {
  samenvatting: 'Zeggen wat het team met een advies doet (wie vroeg)',
  body: z.strictObject({
    besluit: keuze(ADVIESREACTIES, A.besluit),
    waarom: tekst(A.waarom),
  }),
  sessie: 'nodig',
  codes: ['niet_vrager', 'nog_geen_advies', 'persoonsgegeven_geweigerd'],
  handeling: 'advies_beantwoord',
  maakt: { geen: 'said again, it takes the place of what was said before' },
  antwoord: { status: 204, beschrijving: 'De gedragsdeskundige hoort dit' },
});

export const koppelAfspraak = opdracht('advies.koppelAfspraak', {
  samenvatting: 'Zeggen dat u van een advies een afspraak maakte (wie vroeg)',
  body: z.strictObject({ kaartId: kenmerk(A.kaartId) }),
  sessie: 'nodig',
  codes: ['niet_vrager', 'nog_geen_advies', 'verwijzing_onbekend'],
  handeling: 'advies_afgesproken',
  maakt: { geen: 'said twice, it is the same' },
  antwoord: { status: 204, beschrijving: 'De gedragsdeskundige hoort dat er een is, en hoe het ermee gaat' },
});
