import type { Antwoord, Vraagargumenten } from '../../shared/contract/contract.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Probleem } from '../../shared/contract/probleem.ts';
import type { Sessie } from '../../shared/contract/sessies.ts';
import { type OpdrachtNaam, WEGEN } from '../../shared/contract/wegen.ts';

/** Fired on `window` when the server says that nobody is signed in (any more). */
export const AANMELDEN_NODIG = 'regietafel:aanmelden-nodig';

/** Fired on `window` when the server says that somebody else signed in meanwhile in this browser (ST12). */
export const ANDERE_AANMELDING = 'regietafel:andere-aanmelding';

/** For whom the page is drawn; null: for nobody. */
let getekendVoor: string | null = null;

/** Says for whom the page is drawn from now on. Every request and every line says it along (ST12). */
export function tekenVoor(persoonId: string | null): void {
  getekendVoor = persoonId;
}

/** For whom the page is drawn, as the address of a line says it, which can't have a header. */
export function voorWie(): { persoon?: string } {
  return getekendVoor === null ? {} : { persoon: getekendVoor };
}

const BASIS = '/api/v1';
/** Longer than the slowest honest answer; after it, the person hears that there is no connection. */
const WACHTTIJD_MS = 20_000;

/** A request that did not succeed; `bericht` is Dutch, fit to show, and says what to do next. */
export class ApiFout extends Error {
  override readonly name = 'ApiFout';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The stable code of the refusal; `geen_verbinding` when there was no answer. */
  readonly code: string;
  readonly bericht: string;
  /** What is wrong with the body, by its path (`leden.0.rol`). */
  readonly fouten: readonly { veld: string; bericht: string }[];
  /** Of `versie_verouderd`: the kaart as it is now, as far as this person may read it (ST14). */
  readonly kaart: Kaart | null;

  constructor(
    status: number,
    code: string,
    bericht: string,
    fouten: ApiFout['fouten'] = [],
    kaart: Kaart | null = null,
  ) {
    super(bericht);
    this.status = status;
    this.code = code;
    this.bericht = bericht;
    this.fouten = fouten;
    this.kaart = kaart;
  }

  /** ST12: somebody else signed in meanwhile in this browser. */
  get isVoorEenAnder(): boolean {
    return this.code === 'andere_aanmelding';
  }

  /** Another changed it first: what was sent was made on an older version. */
  get isVerouderd(): boolean {
    return this.code === 'versie_verouderd';
  }
}

/**
 * Asks the server for a command or query of the contract, by its name. @throws {ApiFout}
 * @example await roep('lid.wijzig', { params: { casusId, lidId }, body: { rol } });
 */
export function roep<N extends OpdrachtNaam>(naam: N, ...[vraag]: Vraagargumenten<N>): Promise<Antwoord<N>> {
  // Of a name that isn’t known yet TypeScript can’t say that it is one of these.
  return verstuurNaar(naam, vraag as Zending | undefined, getekendVoor);
}

/** Who is signed in in this browser, whoever the page is drawn for. @throws {ApiFout} */
export function wieIsHier(): Promise<Sessie> {
  return verstuurNaar('sessie.huidige', undefined, null);
}

/** The text to show for anything that was thrown. */
export function berichtVan(fout: unknown): string {
  return fout instanceof ApiFout ? fout.bericht : 'Er ging iets mis in deze pagina. Laad de pagina opnieuw.';
}

/** What goes with a request, as far as it has it. */
interface Zending {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

async function verstuurNaar<N extends OpdrachtNaam>(
  naam: N,
  zending: Zending | undefined,
  voor: string | null,
): Promise<Antwoord<N>> {
  const antwoord = await verstuur(naam, zending ?? {}, voor);
  if (!antwoord.ok) {
    if (antwoord.status === 401) window.dispatchEvent(new Event(AANMELDEN_NODIG));
    const fout = await alsFout(antwoord);
    if (fout.isVoorEenAnder) window.dispatchEvent(new Event(ANDERE_AANMELDING));
    throw fout;
  }
  // The server sends what the contract says, or nothing; nobody checks it here.
  if (antwoord.status === 204) return undefined as Antwoord<N>;
  try {
    return (await antwoord.json()) as Antwoord<N>;
  } catch {
    throw geenVerbinding();
  }
}

async function verstuur(
  naam: OpdrachtNaam,
  { params = {}, query = {}, body }: Zending,
  voor: string | null,
): Promise<Response> {
  const [methode, vorm] = WEGEN[naam];
  const pad = vorm.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(params[param] ?? ''));
  const gevraagd = Object.entries(query).flatMap(([veld, waarde]) =>
    waarde === undefined ? [] : [[veld, waarde]],
  );
  const vraag = gevraagd.length === 0 ? '' : `?${new URLSearchParams(gevraagd)}`;
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (voor !== null) headers['Regietafel-Persoon'] = voor;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(`${BASIS}${pad}${vraag}`, {
      method: methode.toUpperCase(),
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(WACHTTIJD_MS),
    });
  } catch {
    throw geenVerbinding();
  }
}

async function alsFout(antwoord: Response): Promise<ApiFout> {
  try {
    const probleem = (await antwoord.json()) as Partial<Probleem> & { kaart?: Kaart | null };
    if (typeof probleem.code === 'string' && typeof probleem.detail === 'string') {
      const { code, detail, fouten = [], kaart = null } = probleem;
      return new ApiFout(antwoord.status, code, detail, fouten, kaart);
    }
  } catch {
    // No problem+json: something between us and the server answered.
  }
  return new ApiFout(
    antwoord.status,
    'onverwacht',
    'Regietafel geeft nu geen goed antwoord. Wacht even en probeer het opnieuw.',
  );
}

function geenVerbinding(): ApiFout {
  return new ApiFout(
    0,
    'geen_verbinding',
    'Er is geen verbinding met Regietafel. Controleer uw netwerk en probeer het opnieuw.',
  );
}
