import type { Antwoord, Opdrachten, Vraag, Vraagargumenten } from '../../shared/contract/contract.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Probleem } from '../../shared/contract/probleem.ts';
import type { Sessie } from '../../shared/contract/sessies.ts';
import { type OpdrachtNaam, WEGEN } from '../../shared/contract/wegen.ts';
import { LIJN_KOP } from '../../shared/scherm.ts';
import { ApiFout, geenVerbinding } from './apifout.ts';
import type { Poging } from './poging.ts';

export { ApiFout, berichtVan } from './apifout.ts';
export { Poging } from './poging.ts';

/** Fired on `window` when the server says that nobody is signed in (any more). */
export const AANMELDEN_NODIG = 'regietafel:aanmelden-nodig';

/** Fired on `window` when the server says that somebody else signed in meanwhile in this browser (ST12). */
export const ANDERE_AANMELDING = 'regietafel:andere-aanmelding';

/** Fired on `window` after each making, with how many more it may be today where the end of that is near (ST6). */
export class NogVandaag extends Event {
  static readonly naam = 'regietafel:nog-vandaag';
  /** null: enough that nobody needs to think of it. */
  readonly aantal: number | null;

  constructor(aantal: number | null) {
    super(NogVandaag.naam);
    this.aantal = aantal;
  }
}

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

/** What goes with a command that makes something: so that it is made once, however often it must be sent (ST13). */
type MetPoging<N extends OpdrachtNaam> = Opdrachten[N]['maakt'] extends true
  ? readonly [vraag: Vraag<N> & { readonly poging: Poging }]
  : Vraagargumenten<N> extends readonly []
    ? readonly []
    : readonly [vraag: Vraag<N> & Pick<Zending, 'gaatDoor'>];

/** What one sends with a command or query: nothing, where there is nothing to send. */
export type Roepargumenten<N extends OpdrachtNaam> = MetPoging<N>;

/**
 * Asks the server for a command or query of the contract, by its name. @throws {ApiFout}
 * @example await roep('lid.wijzig', { params: { casusId, lidId }, body: { rol } });
 */
export function roep<N extends OpdrachtNaam>(
  naam: N,
  ...argumenten: Roepargumenten<N>
): Promise<Antwoord<N>> {
  // Of a name that isn’t known yet TypeScript can’t say that it is one of these.
  const [zending = {}] = argumenten as readonly [Zending?];
  const voor = getekendVoor;
  const { poging, ...wat } = zending;
  if (poging === undefined) return verstuurNaar(naam, wat, voor);
  return poging.doe(JSON.stringify([naam, wat]), (sleutel) => verstuurNaar(naam, { ...wat, sleutel }, voor));
}

/** Who is signed in in this browser, whoever the page is drawn for. @throws {ApiFout} */
export function wieIsHier(): Promise<Sessie> {
  return verstuurNaar('sessie.huidige', {}, null);
}

/** What stands on this big screen now. @param lijn over which line it is there; null: over none @throws {ApiFout} */
export function haalBeeld(lijn: string | null): Promise<Antwoord<'scherm.beeld'>> {
  return verstuurNaar('scherm.beeld', { lijn }, null);
}

/** What goes with a request, as far as it has it. */
interface Zending {
  readonly lijn?: string | null;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly poging?: Poging;
  /** Under which it is made once (ST13). */
  readonly sleutel?: string;
  /** It goes on when the page is gone. */
  readonly gaatDoor?: boolean;
}

async function verstuurNaar<N extends OpdrachtNaam>(
  naam: N,
  zending: Zending,
  voor: string | null,
): Promise<Antwoord<N>> {
  const antwoord = await verstuur(naam, zending, voor);
  if (!antwoord.ok) {
    if (antwoord.status === 401) window.dispatchEvent(new Event(AANMELDEN_NODIG));
    const fout = await alsFout(antwoord);
    if (fout.isVoorEenAnder) window.dispatchEvent(new Event(ANDERE_AANMELDING));
    throw fout;
  }
  if (zending.sleutel !== undefined) {
    const nog = antwoord.headers.get('Nog-Vandaag');
    window.dispatchEvent(new NogVandaag(nog === null ? null : Number(nog)));
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
  { params = {}, query = {}, body, sleutel, gaatDoor, lijn = null }: Zending,
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
  if (sleutel !== undefined) headers['Idempotency-Key'] = sleutel;
  if (lijn !== null) headers[LIJN_KOP] = lijn;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(`${BASIS}${pad}${vraag}`, {
      method: methode.toUpperCase(),
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: gaatDoor === true,
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
