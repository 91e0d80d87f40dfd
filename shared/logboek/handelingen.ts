import { ADVIESREACTIES } from '../advies.ts';
import { z } from '../contract/zod.ts';
import { NIVEAUS } from '../need-to-know/niveaus.ts';
import { AGENDABESLUITEN, GESPREKSDELEN, OVERLEGSTAPPEN } from '../overleg.ts';
import { AFDRUK_VOOR } from '../plan/afdruk.ts';
import { BEZWAARUITKOMSTEN } from '../plan/doorzetten.ts';
import { STATUSSEN } from '../plan/kaartsoorten.ts';
import { ROLLEN } from '../plan/rollen.ts';

/**
 * What can stand in the record (NK10), each with where it happens, whom it is about and its details: ids, codes and
 * moments in ms since 1970, never what somebody typed. A line that says anything else doesn't compile.
 */

/** Where something happens: in the house, in a casus, or in one compartment of it. */
type Plaats = 'huis' | 'casus' | 'compartiment';

/**
 * Whom a line is about beside who did it. `huishouden`: every member of that moment. `onderwerp`: whom the compartment
 * is about. `lid`: a member. `persoon`: whose level it is, and whom the compartment is about. `zetel`: who sits there,
 * and for whom. `publiek`: who looks along, and the household.
 */
type Over = 'niemand' | 'huishouden' | 'onderwerp' | 'lid' | 'persoon' | 'zetel' | 'publiek';

function soort<P extends Plaats, O extends Over, S extends z.ZodRawShape>(plaats: P, over: O, velden: S) {
  return { plaats, over, bijzonderheden: z.strictObject(velden) };
}

const id = z.string();
const moment = z.number().int();
const leden = z.array(id).nullable();
const kaart = { kaartId: id, versie: z.number().int() };

export const HANDELINGEN = {
  aangemeld: soort('huis', 'niemand', {}),
  afgemeld: soort('huis', 'niemand', {}),
  /** The process ended without stopping: up to a second of repeats before it may not be counted (ST10). */
  onderbroken: soort('huis', 'niemand', { sinds: moment }),
  casus_ingebracht: soort('casus', 'huishouden', {}),
  casus_gewijzigd: soort('casus', 'huishouden', { status: z.enum(STATUSSEN) }),
  lid_toegevoegd: soort('casus', 'lid', { rol: z.enum(ROLLEN) }),
  lid_gewijzigd: soort('casus', 'lid', { rol: z.enum(ROLLEN) }),
  lid_verwijderd: soort('casus', 'lid', {}),
  deelnemer_toegevoegd: soort('casus', 'zetel', {
    deelnemerId: id,
    zetel: z.string(),
    lidIds: leden,
    van: moment,
    tot: moment.nullable(),
    /** Left out: the household wasn't asked, on a kernteam's seat. */
    gezinAkkoord: z.boolean().optional(),
  }),
  /** Only what was changed; `bekend` is the date, or false. */
  deelnemer_gewijzigd: soort('casus', 'zetel', {
    deelnemerId: id,
    zetel: z.string().optional(),
    lidIds: leden.optional(),
    tot: moment.nullable().optional(),
    bekend: z.union([z.boolean(), z.string()]).optional(),
  }),
  /** NK12: of which compartments, the lines on the levels say. */
  deelnemer_bevestigd: soort('casus', 'zetel', { deelnemerId: id }),
  /** The number itself is in no line. */
  nummer_gezet: soort('casus', 'zetel', { deelnemerId: id }),
  deelnemer_beeindigd: soort('casus', 'zetel', { deelnemerId: id }),
  /** NK28: why, somebody typed, and stands with the part. */
  recht_gegeven: soort('compartiment', 'persoon', {
    rechtId: id,
    deelnemerId: id,
    niveau: z.enum(NIVEAUS),
    van: moment,
    tot: moment,
    waarvoor: z.string(),
    grondslag: z.string(),
  }),
  recht_beeindigd: soort('compartiment', 'persoon', { rechtId: id, deelnemerId: id }),
  /** NK27: the same where nobody keeps anything behind it, one or three organisations. */
  verzoek_gedaan: soort('compartiment', 'onderwerp', {
    verzoekId: id,
    niveau: z.enum(NIVEAUS),
    tot: moment,
    termijn: moment,
    waarvoor: z.string(),
    grondslag: z.string(),
  }),
  verzoek_ingetrokken: soort('compartiment', 'onderwerp', { verzoekId: id }),
  verzoek_besloten: soort('compartiment', 'persoon', {
    verzoekId: id,
    besluit: z.enum(['toegestaan', 'afgewezen']),
    rechtId: id.nullable(),
    zegDatNu: z.boolean(),
  }),
  /** What weighs most, somebody chose; it stands with the plan. */
  regie_gewogen: soort('compartiment', 'onderwerp', {}),
  /** OV11: what is asked stands with the question. */
  adviesvraag_gesteld: soort('compartiment', 'onderwerp', { genoemdIds: z.array(id), tot: moment }),
  /** Of each part that a question opens, to who takes it on. */
  voor_advies_geopend: soort('compartiment', 'onderwerp', { adviesvraagId: id, tot: moment }),
  /** By who keeps it, before the question was over. */
  voor_advies_gesloten: soort('compartiment', 'onderwerp', { adviesvraagId: id }),
  adviesvraag_aangenomen: soort('compartiment', 'onderwerp', {}),
  adviesvraag_teruggegeven: soort('compartiment', 'onderwerp', {}),
  adviesvraag_doorgegeven: soort('compartiment', 'persoon', {}),
  adviesvraag_ingetrokken: soort('compartiment', 'onderwerp', {}),
  adviesbericht_geschreven: soort('compartiment', 'onderwerp', {}),
  advies_getekend: soort('compartiment', 'onderwerp', {}),
  advies_aangevuld: soort('compartiment', 'onderwerp', {}),
  advies_beantwoord: soort('compartiment', 'onderwerp', { besluit: z.enum(ADVIESREACTIES) }),
  /** An afspraak was made of it. */
  advies_afgesproken: soort('compartiment', 'onderwerp', {}),
  regie_voorgesteld: soort('casus', 'zetel', { overdrachtId: id, deelnemerId: id }),
  /** `wijze`: by who was proposed, or by the procesregisseur in their stead. */
  regie_overgedragen: soort('casus', 'zetel', {
    overdrachtId: id,
    deelnemerId: id,
    vanDeelnemerId: id,
    wijze: z.enum(['aanvaard', 'benoemd']),
  }),
  regie_geweigerd: soort('casus', 'zetel', { overdrachtId: id }),
  /** The procesregisseur decided that the regie stays where it is. */
  regie_afgewezen: soort('casus', 'zetel', { overdrachtId: id }),
  regie_ingetrokken: soort('casus', 'zetel', { overdrachtId: id }),
  regie_vervallen: soort('casus', 'zetel', { overdrachtId: id }),
  waarneming_ingesteld: soort('casus', 'zetel', {
    waarnemingId: id,
    deelnemerId: id,
    van: moment,
    tot: moment,
  }),
  waarneming_beeindigd: soort('casus', 'zetel', { waarnemingId: id }),
  /** Who leads a series and who is in it stands outside any casus. */
  overlegreeks_gemaakt: soort('huis', 'niemand', { reeksId: id, voorzitterId: id, leden: z.array(id) }),
  overlegreeks_gewijzigd: soort('huis', 'niemand', {
    reeksId: id,
    voorzitterId: id,
    bij: z.array(id),
    af: z.array(id),
  }),
  gezinsoverleg_gepland: soort('casus', 'huishouden', { overlegId: id, begin: moment }),
  agendapunt_ingebracht: soort('casus', 'huishouden', { overlegId: id, agendapuntId: id }),
  /** Only what was changed; `meedenkers`: who got a place at it with this. */
  agendapunt_gewijzigd: soort('casus', 'huishouden', {
    overlegId: id,
    agendapuntId: id,
    besluit: z.enum(AGENDABESLUITEN).optional(),
    meedenkers: z.array(id).optional(),
  }),
  agendapunt_ingetrokken: soort('casus', 'huishouden', { overlegId: id, agendapuntId: id }),
  /** OV1: who leads an overleg read what was brought to it. */
  agendapunt_gelezen: soort('casus', 'huishouden', { overlegId: id, agendapuntId: id }),
  /** OV2: by who led it then; null: by the clock, four hours past its end. */
  overleg_stap: soort('huis', 'niemand', {
    overlegId: id,
    stap: z.enum([...OVERLEGSTAPPEN, 'klok']),
    agendapuntId: id.nullable(),
    onderdeel: z.enum(GESPREKSDELEN).nullable(),
  }),
  agendapunt_geopend: soort('casus', 'huishouden', { overlegId: id, agendapuntId: id }),
  agendapunt_gesloten: soort('casus', 'huishouden', { overlegId: id, agendapuntId: id }),
  /** OV4: who sat down at a table, and who got up; who does by the opening or closing of an item, the levels say. */
  tafel_geschikt: soort('compartiment', 'onderwerp', { bij: z.array(id), af: z.array(id) }),
  /** What was laid on a tafelblad, or agreed on it; of what comes from a board, in which part it stands there. */
  tafelstuk_gelegd: soort('compartiment', 'onderwerp', { stukId: id, uitCompartimentId: id.optional() }),
  tafelstuk_gewijzigd: soort('compartiment', 'onderwerp', { stukId: id }),
  tafelstuk_weg: soort('compartiment', 'onderwerp', { stukId: id }),
  /** Who tells the household what was agreed, or why nobody does yet (OV7). */
  vertelling_vastgelegd: soort('compartiment', 'onderwerp', { stukId: id }),
  /** OV4: a code for a big screen; that somebody gave it there; what who leads put on it; and that it is off. */
  scherm_gekoppeld: soort('huis', 'niemand', { overlegId: id, schermId: id }),
  scherm_begonnen: soort('huis', 'niemand', { overlegId: id, schermId: id }),
  scherm_toont: soort('compartiment', 'onderwerp', { schermId: id }),
  scherm_donker: soort('huis', 'niemand', { overlegId: id, schermId: id }),
  /** `elders`: it was used at two places at once. */
  scherm_ontkoppeld: soort('huis', 'niemand', {
    overlegId: id,
    schermId: id,
    hoe: z.enum(['voorzitter', 'elders']),
  }),
  dilemma_ingebracht: soort('huis', 'niemand', { overlegId: id, agendapuntId: id }),
  dilemma_gewijzigd: soort('huis', 'niemand', {
    overlegId: id,
    agendapuntId: id,
    besluit: z.enum(AGENDABESLUITEN).optional(),
  }),
  dilemma_ingetrokken: soort('huis', 'niemand', { overlegId: id, agendapuntId: id }),
  /** OV10: its key was destroyed, six weeks after it was brought. */
  dilemma_vernietigd: soort('huis', 'niemand', { overlegId: id, agendapuntId: id }),
  niveau_gewijzigd: soort('compartiment', 'persoon', { van: z.enum(NIVEAUS), naar: z.enum(NIVEAUS) }),
  bord_geopend: soort('casus', 'huishouden', {}),
  groot_scherm: soort('casus', 'publiek', { deelnemerIds: z.array(id) }),
  /** Paper goes where nobody looks after it: for whom it was made is known. */
  afgedrukt: soort('casus', 'publiek', {
    voor: z.enum(AFDRUK_VOOR),
    deelnemerIds: z.array(id),
    lidIds: z.array(id),
  }),
  geopend: soort('compartiment', 'onderwerp', {}),
  kaart_gemaakt: soort('compartiment', 'onderwerp', kaart),
  kaart_gewijzigd: soort('compartiment', 'onderwerp', kaart),
  kaart_verwijderd: soort('compartiment', 'onderwerp', kaart),
  stap_gezet: soort('compartiment', 'onderwerp', kaart),
  /** NK30: what was decided and why stands with the afspraak. */
  doorzetting_besloten: soort('compartiment', 'onderwerp', kaart),
  /** Who objects only they and who directs know: the lines stand with the regisseur's notes (NK24). */
  bezwaar_gemaakt: soort('compartiment', 'persoon', { kaartId: id, bezwaarId: id }),
  bezwaar_afgedaan: soort('compartiment', 'persoon', {
    kaartId: id,
    bezwaarId: id,
    uitkomst: z.enum(BEZWAARUITKOMSTEN),
  }),
  concept_gedeeld: soort('compartiment', 'onderwerp', { veldId: id }),
} as const;

/** What was done, as far as it is done by a command, a look or the clock. */
export type Handeling = keyof typeof HANDELINGEN;

/** What tells of something else: a request that was refused, and a closing line. */
export const OVERIGE = {
  /** Which command, and the ids that it asked for, by their name in its path. */
  geweigerd: z.strictObject({ opdracht: z.string(), gevraagd: z.record(z.string(), id) }),
  /** ST10: how often what the line `nummer` tells was done again in that session, and when first and last. */
  herhaald: z.strictObject({
    nummer: z.number().int(),
    handeling: z.string(),
    keer: z.number().int().positive(),
    eerste: moment,
    laatste: moment,
    /** It was counted by a process that ended without stopping: at least so often. */
    minstens: z.boolean(),
  }),
} as const;

/** Every sort of line that there is. */
export type Regelsoort = Handeling | keyof typeof OVERIGE;

/** The details of a sort of line. */
export type BijzonderhedenVan<R extends Regelsoort> = R extends Handeling
  ? z.infer<(typeof HANDELINGEN)[R]['bijzonderheden']>
  : R extends keyof typeof OVERIGE
    ? z.infer<(typeof OVERIGE)[R]>
    : never;

/** Of which form the details of a sort of line are, or null: there is no such sort. */
export function vormVan(naam: string): z.ZodType | null {
  if (Object.hasOwn(HANDELINGEN, naam)) return HANDELINGEN[naam as Handeling].bijzonderheden; // it has it, as seen
  if (Object.hasOwn(OVERIGE, naam)) return OVERIGE[naam as keyof typeof OVERIGE]; // the same
  return null;
}

/** A compartment as the record names it: what it was stays known when it is gone. */
export interface Onderdeel {
  readonly id: string;
  readonly categorie: string;
  readonly lidId: string | null;
  readonly organisatieId: string | null;
}

interface Plaatsvelden {
  readonly huis: unknown;
  readonly casus: { readonly casusId: string };
  readonly compartiment: { readonly casusId: string; readonly compartiment: Onderdeel };
}

interface Overvelden {
  readonly niemand: unknown;
  readonly huishouden: unknown;
  readonly onderwerp: unknown;
  readonly lid: { readonly over: { readonly lidId: string } };
  readonly persoon: { readonly over: { readonly persoonId: string } };
  /** `lidIds` null: they take part for the household. */
  readonly zetel: {
    readonly over: { readonly persoonId: string; readonly lidIds: readonly string[] | null };
  };
  readonly publiek: { readonly over: { readonly persoonIds: readonly string[] } };
}

/** What of a line of one of these sorts is its own, but for the casus that it is in. */
export type VanSoort<H extends Handeling> = H extends Handeling
  ? Omit<Extract<Regelvelden, { readonly handeling: H }>, 'casusId'>
  : never;

/** What of a line is its own, beside who did it and by which rule. */
export type Regelvelden = {
  readonly [H in Handeling]: { readonly handeling: H } & Plaatsvelden[(typeof HANDELINGEN)[H]['plaats']] &
    Overvelden[(typeof HANDELINGEN)[H]['over']] &
    (Record<string, never> extends z.input<(typeof HANDELINGEN)[H]['bijzonderheden']>
      ? unknown
      : { readonly bijzonderheden: z.input<(typeof HANDELINGEN)[H]['bijzonderheden']> });
}[Handeling];
