import { dag, kenmerk, keuze, lijst, tekst } from '../invoer/velden.ts';
import { REGIELABELS as L } from '../plan/regielabels.ts';
import { MEESTE_WEGINGEN, ZWAARTEPUNTCODES } from '../regie.ts';
import { Datum, Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

const Domein = z.enum(ZWAARTEPUNTCODES);

/** Somebody on a seat of this casus. */
const Betrokkene = z.strictObject({ deelnemerId: Id, naam: z.string(), zetel: z.string() });

/** An offer of the regie, to the two whom it concerns (NK30). */
export const Voorstel = z
  .strictObject({
    id: Id,
    van: Betrokkene,
    naar: Betrokkene,
    zwaartepunt: z.enum(ZWAARTEPUNTCODES),
    reden: z.string(),
    gezinVerteldOp: z.iso.date().nullable(),
    op: z.iso.datetime(),
    /** `afgewezen`: the procesregisseur decided that the regie stays; nobody can accept it any more. */
    stand: z.enum(['voorgesteld', 'geweigerd', 'afgewezen']),
    /** Why it was refused, by whom it was offered to or by the procesregisseur. */
    waaromNiet: z.string().nullable(),
    /** The first day on which the procesregisseur can decide as well. */
    procesregisseurVanaf: Datum,
    /** The last day on which it can be accepted. */
    uiterlijk: Datum,
  })
  .openapi('Voorstel');
export type Voorstel = z.infer<typeof Voorstel>;

/** Who directs, as I may know it. */
export const Regie = z
  .strictObject({
    /** Who directs now. */
    regisseurId: Id,
    /** Whose the regie is, also while somebody stands in; null: somebody whom I don't know by name. */
    houderId: Id.nullable(),
    /** Since when it is theirs. */
    sinds: z.iso.datetime(),
    /** Who stands in now; and who will, to both whom that concerns. */
    waarneming: z
      .strictObject({ deelnemerId: Id, van: z.iso.datetime(), tot: z.iso.datetime(), loopt: z.boolean() })
      .nullable(),
    voorstel: Voorstel.nullable(),
    /** Which domains weigh most, the heaviest first: by me, and by all who write the plan; null: I don't write it. */
    weging: z.strictObject({ mijn: z.array(Domein), uitkomst: z.array(Domein) }).nullable(),
    /** Who held it before, the last first; without a name: I don't know them, or they take part no more (NK20). */
    eerder: z.array(
      z.strictObject({ tot: z.iso.datetime(), naam: z.string().nullable(), zetel: z.string().nullable() }),
    ),
  })
  .openapi('Regie');
export type Regie = z.infer<typeof Regie>;

/** Body of `POST regie/voorstellen`. */
export const NieuwVoorstel = z
  .strictObject({
    deelnemerId: kenmerk(L.deelnemerId),
    zwaartepunt: keuze(ZWAARTEPUNTCODES, L.zwaartepunt),
    reden: tekst(L.reden),
    gezinVerteldOp: dag('gebeurd', L.gezinVerteldOp).nullish(),
  })
  .openapi('NieuwVoorstel');
export type NieuwVoorstel = z.infer<typeof NieuwVoorstel>;

/** Body of `POST …/aanvaarding`. */
export const Aanvaarding = z
  .strictObject({ gezinVerteldOp: dag('gebeurd', L.gezinVerteldOp).nullish() })
  .openapi('Aanvaarding');
export type Aanvaarding = z.infer<typeof Aanvaarding>;

/** Body of `POST …/weigering`. */
export const WeigeringVoorstel = z
  .strictObject({ reden: tekst(L.redenWeigering) })
  .openapi('WeigeringVoorstel');

/** Body of `POST regie/waarneming`. */
export const NieuweWaarneming = z
  .strictObject({
    deelnemerId: kenmerk(L.waarnemerId),
    van: dag('begin', L.van).nullish(),
    tot: dag('einde', L.tot),
  })
  .openapi('NieuweWaarneming');
export type NieuweWaarneming = z.infer<typeof NieuweWaarneming>;

/** Body of `PUT regie/weging`: the heaviest first; none takes it back. */
export const Weging = z
  .strictObject({
    volgorde: lijst(keuze(ZWAARTEPUNTCODES, L.volgorde), L.volgorde, MEESTE_WEGINGEN).refine(
      (codes) => new Set(codes).size === codes.length,
      { message: `‘${L.volgorde}’: kies elk onderwerp één keer` },
    ),
  })
  .openapi('Weging');
export type Weging = z.infer<typeof Weging>;

/** Who can direct from a seat: what a proposal and a waarneming can be refused with. */
const WIE_KAN = ['verwijzing_onbekend', 'eerst_bekend', 'zetel_regisseert_niet'] as const;

export const haalRegie = opdracht('regie.haal', {
  samenvatting: 'Wie de regie heeft, wie waarneemt en wie het eerder deed',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  alleenProgramma: 'the same stands on the board',
  antwoord: { status: 200, schema: Regie, beschrijving: 'De regie, zoals u het mag weten' },
});

export const stelRegieVoor = opdracht('regie.stelVoor', {
  samenvatting: 'De regie aan een ander aanbieden (wie de regie heeft)',
  body: NieuwVoorstel,
  sessie: 'nodig',
  codes: [
    'alleen_regisseur',
    'loopt_al',
    'waarneming_loopt',
    'zetel_eindigt',
    'persoonsgegeven_geweigerd',
    ...WIE_KAN,
  ],
  handeling: 'regie_voorgesteld',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'Het voorstel' },
});

export const aanvaardRegie = opdracht('regie.aanvaard', {
  samenvatting: 'De regie overnemen (wie is voorgesteld)',
  body: Aanvaarding,
  sessie: 'nodig',
  codes: ['niet_voorgesteld', 'al_besloten', 'waarneming_loopt', 'zetel_eindigt', ...WIE_KAN],
  handeling: 'regie_overgedragen',
  maakt: { geen: 'what was decided is decided once: the second gets a 409' },
  antwoord: { status: 204, beschrijving: 'U bent nu de regisseur' },
});

export const weigerRegie = opdracht('regie.weiger', {
  samenvatting: 'De regie niet overnemen (wie is voorgesteld)',
  body: WeigeringVoorstel,
  sessie: 'nodig',
  codes: ['niet_voorgesteld', 'al_besloten', 'persoonsgegeven_geweigerd'],
  handeling: 'regie_geweigerd',
  maakt: { geen: 'what was decided is decided once: the second gets a 409' },
  antwoord: { status: 204, beschrijving: 'Geweigerd; ook de procesregisseur ziet het nu' },
});

export const trekRegieIn = opdracht('regie.trekIn', {
  samenvatting: 'Een voorstel terugnemen (wie het deed)',
  sessie: 'nodig',
  codes: ['niet_voorsteller', 'al_besloten'],
  handeling: 'regie_ingetrokken',
  antwoord: { status: 204, beschrijving: 'Teruggenomen' },
});

export const weeg = opdracht('regie.weeg', {
  samenvatting: 'Wat in dit huishouden het zwaarst weegt, volgens u (wie in het plan schrijft)',
  body: Weging,
  sessie: 'nodig',
  codes: ['alleen_lezen'],
  handeling: 'regie_gewogen',
  antwoord: { status: 204, beschrijving: 'Vastgelegd' },
});

export const laatWaarnemen = opdracht('regie.laatWaarnemen', {
  samenvatting: 'Iemand een tijd laten waarnemen (wie de regie heeft)',
  body: NieuweWaarneming,
  sessie: 'nodig',
  codes: ['alleen_regisseur', 'loopt_al', 'periode_ongeldig', 'zetel_eindigt', ...WIE_KAN],
  handeling: 'waarneming_ingesteld',
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'De waarneming' },
});

export const stopWaarnemen = opdracht('regie.stopWaarnemen', {
  samenvatting: 'De waarneming laten stoppen (wie de regie heeft)',
  sessie: 'nodig',
  codes: ['alleen_regisseur'],
  handeling: 'waarneming_beeindigd',
  antwoord: { status: 204, beschrijving: 'Gestopt; de regie is terug' },
});
