import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Probleem } from '../../shared/contract/probleem.ts';
import type { Sessie } from '../../shared/contract/sessies.ts';

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
 * GETs `pad` (`/casussen/…`) under /api/v1. @throws {ApiFout}
 */
export function haal<T>(pad: string): Promise<T> {
  return vraag<T>('GET', pad);
}

/**
 * Sends a command to `pad` under /api/v1; answers what the server answers (undefined for 204). @throws {ApiFout}
 */
export function stuur<T>(methode: 'POST' | 'PATCH' | 'DELETE', pad: string, body?: unknown): Promise<T> {
  return vraag<T>(methode, pad, body);
}

/** Who is signed in in this browser, whoever the page is drawn for. @throws {ApiFout} */
export function wieIsHier(): Promise<Sessie> {
  return vraag<Sessie>('GET', '/sessies/huidige', undefined, null);
}

/** The text to show for anything that was thrown. */
export function berichtVan(fout: unknown): string {
  return fout instanceof ApiFout ? fout.bericht : 'Er ging iets mis in deze pagina. Laad de pagina opnieuw.';
}

async function vraag<T>(methode: string, pad: string, body?: unknown, voor = getekendVoor): Promise<T> {
  const antwoord = await verstuur(methode, pad, body, voor);
  if (!antwoord.ok) {
    if (antwoord.status === 401) window.dispatchEvent(new Event(AANMELDEN_NODIG));
    const fout = await alsFout(antwoord);
    if (fout.isVoorEenAnder) window.dispatchEvent(new Event(ANDERE_AANMELDING));
    throw fout;
  }
  // T is what this route's schema says, and a test holds every route's answer to that; nobody checks it here.
  if (antwoord.status === 204) return undefined as T;
  try {
    return (await antwoord.json()) as T;
  } catch {
    throw geenVerbinding();
  }
}

async function verstuur(methode: string, pad: string, body: unknown, voor: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (voor !== null) headers['Regietafel-Persoon'] = voor;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(`${BASIS}${pad}`, {
      method: methode,
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
