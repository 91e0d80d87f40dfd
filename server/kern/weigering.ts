import type { z } from '../../shared/contract/zod.ts';

/** What goes into `fouten` of a problem: which field, and what to do about it. */
export interface Veldfout {
  readonly veld: string;
  readonly bericht: string;
}

/**
 * A refusal that a person reads: status and code for programs, `detail` in plain Dutch that says what to do.
 * Thrown by whoever decides; `http` turns it into `application/problem+json`.
 */
export class Weigering extends Error {
  override readonly name = 'Weigering';
  readonly status: number;
  readonly code: string;
  readonly fouten: readonly Veldfout[] | undefined;
  /** Further members of the problem, such as the newer version of a kaart. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    meer: { fouten?: readonly Veldfout[]; extra?: Readonly<Record<string, unknown>> } = {},
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
export function magNiet(code: string, detail: string): Weigering {
  return new Weigering(403, code, detail);
}

/** For what a rule forbids or a body says wrong. */
export function kanNiet(code: string, detail: string, fouten?: readonly Veldfout[]): Weigering {
  return new Weigering(422, code, detail, fouten === undefined ? {} : { fouten });
}

/** A reference to something that isn't there or that one may not know of: the same answer for both (NK5, NK23). */
export function verwijzingOnbekend(veld: string): Weigering {
  return kanNiet('verwijzing_onbekend', 'Wie of wat u hier kiest, is niet (meer) te kiezen. Kies opnieuw.', [
    { veld, bericht: 'niet (meer) te kiezen' },
  ]);
}

/** A refusal that names each field that is wrong, in Dutch (zod's own messages, in its Dutch locale). */
export function weigeringUit(fout: z.ZodError, code = 'body_ongeldig'): Weigering {
  const fouten = fout.issues
    .slice(0, 20)
    .map((issue) => ({ veld: issue.path.map(String).join('.'), bericht: issue.message }));
  const velden = fouten.map((f) => f.veld).filter((veld) => veld !== '');
  const waar = velden.length === 0 ? '' : ` Kijk naar: ${[...new Set(velden)].join(', ')}.`;
  return new Weigering(422, code, `Niet alles is goed ingevuld. Er is niets bewaard.${waar}`, { fouten });
}
