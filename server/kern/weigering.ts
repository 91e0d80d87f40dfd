import type { Code, CodeBij } from '../../shared/contract/codes.ts';
import type { Probleem } from '../../shared/contract/probleem.ts';
import type { z } from '../../shared/contract/zod.ts';
import { isVerboden } from '../../shared/invoer/velden.ts';

/** What goes into `fouten` of a problem: which field, and what to do about it. */
export interface Veldfout {
  readonly veld: string;
  readonly bericht: string;
}

/**
 * A refusal that a person reads: status and code for programs, `detail` in plain Dutch that says what to do.
 * Thrown by whoever decides; `http` turns it into `application/problem+json`.
 */
export class Weigering<S extends number = number> extends Error {
  override readonly name = 'Weigering';
  readonly status: number;
  readonly code: Code;
  readonly fouten: readonly Veldfout[] | undefined;
  /** Further members of the problem, such as the newer version of a kaart. */
  readonly extra: Pick<Probleem, 'kaart' | 'stand'>;

  constructor(
    status: S,
    code: CodeBij<S>,
    detail: string,
    meer: { fouten?: readonly Veldfout[]; extra?: Pick<Probleem, 'kaart' | 'stand'> } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.fouten = meer.fouten;
    this.extra = meer.extra ?? {};
  }
}

/** NK5: the one answer for what isn't there and for what one may not know of. */
export function nietGevonden(): Weigering {
  return new Weigering(
    404,
    'niet_gevonden',
    'Dit bestaat niet, of het is niet voor u. Ga terug naar Mijn werk.',
  );
}

/** For what somebody may see and not do. */
export function magNiet(code: CodeBij<403>, detail: string): Weigering {
  return new Weigering(403, code, detail);
}

/** For what a rule forbids or a body says wrong. */
export function kanNiet(code: CodeBij<422>, detail: string, fouten?: readonly Veldfout[]): Weigering {
  return new Weigering(422, code, detail, fouten === undefined ? {} : { fouten });
}

/** A reference to something that isn't there or that one may not know of: the same answer for both (NK5, NK23). */
export function verwijzingOnbekend(veld: string): Weigering {
  return kanNiet('verwijzing_onbekend', 'Wie of wat u hier kiest, is niet (meer) te kiezen. Kies opnieuw.', [
    { veld, bericht: 'niet (meer) te kiezen' },
  ]);
}

/** A refusal that says of each field that is wrong, in Dutch and by its label, what to do (ST9). */
export function weigeringUit(fout: z.ZodError, code: CodeBij<422> = 'body_ongeldig'): Weigering {
  const fouten = fout.issues
    .flatMap((issue) => foutenUit(issue))
    .slice(0, 20)
    .map(({ path, message }) => ({ veld: path.map(String).join('.'), bericht: message }));
  const zinnen = [...new Set(fouten.map(({ bericht }) => bericht.replace(/\.?$/, '.')))].slice(0, 5);
  return new Weigering(
    422,
    fout.issues.some(isVerboden) ? 'persoonsgegeven_geweigerd' : code,
    ['Niet alles is goed ingevuld. Er is niets bewaard.', ...zinnen].join(' '),
    {
      fouten,
    },
  );
}

/**
 * What is wrong, at the field where it is. Of what takes several forms: by the form that comes closest to what was sent,
 * and of those that are as close by the last, the one that a person fills in.
 */
function foutenUit(issue: z.core.$ZodIssue): readonly Pick<z.core.$ZodIssue, 'path' | 'message'>[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const afstand = (vorm: readonly z.core.$ZodIssue[]): number =>
    vorm.reduce((som, een) => som + (een.code === 'unrecognized_keys' ? een.keys.length : 1), 0);
  const dichtstbij = issue.errors.reduce((beste, vorm) => (afstand(vorm) <= afstand(beste) ? vorm : beste));
  return dichtstbij
    .flatMap((een) => foutenUit(een))
    .map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}
