import { z } from '../contract/zod.ts';
import { exhaustief } from '../exhaustief.ts';
import { isVanVorm, keur, kiesOpnieuw, vulIn } from './invoer.ts';
import { type Dagsoort, SOORTEN, type Soort, type Tekstsoort, type Verboden } from './soorten.ts';

/** What the bounds of a field rest on, when something is written. */
export interface Invoermoment {
  /** Today in the Netherlands, at the moment of the step; `jjjj-mm-dd`. */
  readonly vandaag: string;
  /** Of what is changed, the values that stood there: they may stay, also when the bounds have moved on. */
  readonly stond?: ReadonlySet<string>;
}

/**
 * Reads what comes in by a schema of fields, at a moment: normalised, and within the bounds of each kind (ST9).
 * The schema's own `parse` is the loose form, for what was written before: the form of its kind, without bounds (ST2).
 */
export function leesInvoer<S extends z.ZodType>(
  schema: S,
  waarde: unknown,
  moment: Invoermoment,
): z.ZodSafeParseResult<z.output<S>> {
  // zod hands the context of a parse to every schema in it.
  const context = { reportInput: false, [MOMENT]: moment };
  return schema.safeParse(waarde, context);
}

interface Velddef extends z.core.$ZodStringDef {
  readonly soort: Soort;
  readonly label: string;
}

/** A field by its kind, with the label under which people know it. */
export interface Veldschema extends z.ZodString {
  _zod: z.core.$ZodStringInternals<string> & { def: Velddef };
}

/** Makes a field; see the functions below. A class to zod, so that `optional` and the like keep what it does. */
export const Veldschema = z.core.$constructor<Veldschema>('Veldschema', (veld, def) => {
  z.ZodString.init(veld, def);
  const { soort, label } = def;
  veld._zod.parse = (lading, context) => {
    const { value } = lading;
    const weiger = (message: string, params: Veldfoutparams = {}) => {
      lading.issues.push({ code: 'custom', input: value, inst: veld, message, params });
      return lading;
    };
    if (value === undefined || value === null) return weiger(vulIn(label));
    if (typeof value !== 'string') return weiger(kiesOpnieuw(label));
    const moment = momentIn(context);
    if (moment === null || moment.stond?.has(value) === true) {
      return isVanVorm(soort, value) ? lading : weiger(kiesOpnieuw(label));
    }
    const uitkomst = keur(soort, label, value, moment.vandaag);
    if ('bericht' in uitkomst) {
      return weiger(uitkomst.bericht, uitkomst.verboden === undefined ? {} : { verboden: uitkomst.verboden });
    }
    lading.value = uitkomst.goed;
    return lading;
  };
});

/** What a refusal of a field says beside its sentence. */
interface Veldfoutparams {
  readonly verboden?: Verboden;
}

/** Whether what is wrong is that there stands what nobody should ever save (ST19). */
export function isVerboden(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.some((issues) => issues.some(isVerboden));
  return issue.code === 'custom' && issue.params?.verboden !== undefined;
}

/** One line that somebody types. */
export function regel(
  label: string,
  soort: Extract<Tekstsoort, 'regel' | 'naam' | 'vraag'> = 'regel',
): Veldschema {
  return veld(soort, label);
}

/** Text of some length that somebody types. */
export function tekst(label: string): Veldschema {
  return veld('tekst', label);
}

/** A telephone number, kept as everyone writes it here. */
export function telefoon(label: string): Veldschema {
  return veld('telefoon', label);
}

/** A day, or for a seat a moment, of a kind. */
export function dag(soort: Dagsoort, label: string): Veldschema {
  return veld(soort, label);
}

/** A reference, by an id. */
export function kenmerk(label: string): Veldschema {
  return veld('kenmerk', label);
}

/** What somebody saw of what they change (ST11). */
export function gezieneVersie(label: string): Veldschema {
  return veld('versie', label);
}

/** References, at most so many. */
export function kenmerken(label: string, hoogstens: number): z.ZodArray<Veldschema> {
  return lijst(kenmerk(label), label, hoogstens);
}

/** References in an address, with commas between. */
export function kenmerkenInVraag(label: string): Veldschema {
  return veld('kenmerken', label);
}

/** So many at most of something. */
export function lijst<S extends z.ZodType>(van: S, label: string, hoogstens: number): z.ZodArray<S> {
  return z.array(van, { error: vulIn(label) }).max(hoogstens, `‘${label}’: kies er hooguit ${hoogstens}.`);
}

/** An entry of a list, by its code; whether it is in that list today is for who keeps the list. */
export function code(label: string): Veldschema {
  return veld('code', label);
}

/** One of a few. */
export function keuze<const W extends readonly [string, ...string[]]>(waarden: W, label: string) {
  return z.enum(waarden, { error: ({ input }) => (input === undefined ? vulIn(label) : kiesOpnieuw(label)) });
}

/** A whole number from one up to and including another, of something. */
export function aantal(label: string, van: number, totEnMet: number): z.ZodNumber {
  const bericht = `‘${label}’: vul een heel getal in van ${van} tot en met ${totEnMet}.`;
  return z
    .number({ error: ({ input }) => (input === undefined ? vulIn(label) : bericht) })
    .int(bericht)
    .min(van, bericht)
    .max(totEnMet, bericht);
}

/** A time of the day, `uu:mm`. */
export function tijdstip(label: string) {
  return z
    .string({ error: vulIn(label) })
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, `‘${label}’: vul een tijd in, zoals 09:30.`)
    .openapi({ description: 'Tijd op de dag, uu:mm', example: '09:30' });
}

/** Yes or no. */
export function jaNee(label: string): z.ZodBoolean {
  return z.boolean({ error: vulIn(label) });
}

function veld(soort: Soort, label: string): Veldschema {
  return new Veldschema({ type: 'string', soort, label }).openapi(beschrijving(soort));
}

/** What OpenAPI says of a kind. */
function beschrijving(soort: Soort) {
  const kind = SOORTEN[soort];
  switch (kind.vorm) {
    case 'regel':
      return {
        description: `Eén regel, hooguit ${kind.hoogstens} tekens`,
        minLength: 1,
        maxLength: kind.hoogstens,
      };
    case 'tekst':
      return {
        description: `Tekst, hooguit ${kind.hoogstens} tekens`,
        minLength: 1,
        maxLength: kind.hoogstens,
      };
    case 'telefoon':
      return { description: 'Telefoonnummer', example: '06-1234 5678' };
    case 'datum':
      return { description: 'Datum, jjjj-mm-dd', format: 'date', example: '2026-12-01' };
    case 'moment':
      return { description: 'Moment (ISO 8601) of datum', example: '2026-12-01T09:00:00Z' };
    case 'verwijzing':
      return soort === 'kenmerk'
        ? { description: 'Willekeurig kenmerk', format: 'uuid' }
        : { pattern: kind.patroon.source };
    default:
      return exhaustief(kind);
  }
}

const MOMENT = Symbol('moment');

function momentIn(context: object): Invoermoment | null {
  const moment: unknown = Reflect.get(context, MOMENT);
  // Only `leesInvoer` has this key.
  return moment === undefined ? null : (moment as Invoermoment);
}
