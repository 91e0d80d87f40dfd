import { createHmac, type KeyObject } from 'node:crypto';
import type { Compartimentsleutels } from './sleutels.ts';
import { NONCE_LENGTE, ontzegel, verzegel } from './verzegeling.ts';

/** Where content stands. What is encrypted for one place does not open in another. */
export interface Plaats {
  readonly compartimentId: string;
  readonly tijdperk: string;
  readonly rijId: string;
  /** What of the row it is, for instance `kaart`; a row with two encrypted columns has two. */
  readonly soort: string;
}

/** Encrypts content under the key of its compartment. Every method throws KluisFout. */
export interface Kluis {
  versleutel(plaats: Plaats, inhoud: Uint8Array): Buffer;
  ontsleutel(plaats: Plaats, versleuteld: Uint8Array): Buffer;
  versleutelJson(plaats: Plaats, waarde: unknown): Buffer;
  /** @param lees checks the value, for instance `schema.parse` of zod; what it throws comes out */
  ontsleutelJson<T>(plaats: Plaats, versleuteld: Uint8Array, lees: (waarde: unknown) => T): T;
  /**
   * The same for the same value, whatever the order of its keys, and another for any other: a MAC under a key of the
   * compartment, so that who holds one can't try out which value it stands for.
   * @param soort what is stamped, for instance `kaart`
   */
  stempel(compartimentId: string, soort: string, waarde: unknown): string;
}

export class KluisFout extends Error {
  override readonly name = 'KluisFout';
  readonly code: KluisFoutCode;

  constructor(code: KluisFoutCode) {
    super(MELDINGEN[code]);
    this.code = code;
  }
}

export type KluisFoutCode =
  /** There is no key for this compartment (yet, or the key file is older than the data). */
  | 'geen_sleutel'
  /** The key was destroyed, and the content with it. */
  | 'vernietigd'
  /** Changed, moved to another row, compartment or tijdperk, or made with another key. */
  | 'onleesbaar';

/** Without ids: they end in the log lines of the process. */
const MELDINGEN: Readonly<Record<KluisFoutCode, string>> = {
  geen_sleutel:
    'De sleutel van dit onderdeel ontbreekt. Vraag de beheerder of de sleutels bij deze gegevens horen.',
  vernietigd: 'Dit onderdeel is vernietigd en kan niet meer worden gelezen.',
  onleesbaar:
    'Deze gegevens zijn niet te lezen: ze zijn buiten Regietafel om veranderd. Vraag de beheerder een reservekopie terug te zetten.',
};

/** @param willekeur so many bytes from a cryptographic source: a nonce that comes twice gives the content away */
export function maakKluis(
  sleutels: Pick<Compartimentsleutels, 'zoek'>,
  willekeur: (aantal: number) => Uint8Array,
): Kluis {
  const nonces = new Nonces(willekeur);
  const stempelsleutels = new WeakMap<KeyObject, Buffer>();

  function versleutel(plaats: Plaats, inhoud: Uint8Array): Buffer {
    return verzegel(sleutelVan(plaats), verbandVan(plaats), inhoud, nonces.volgende());
  }

  function ontsleutel(plaats: Plaats, versleuteld: Uint8Array): Buffer {
    const inhoud = ontzegel(sleutelVan(plaats), verbandVan(plaats), versleuteld);
    if (inhoud === null) throw new KluisFout('onleesbaar');
    return inhoud;
  }

  /** Another key than what encrypts; kept no longer than that one. */
  function stempelsleutelVan(sleutel: KeyObject): Buffer {
    const bekend = stempelsleutels.get(sleutel) ?? createHmac('sha256', sleutel).update('stempel').digest();
    stempelsleutels.set(sleutel, bekend);
    return bekend;
  }

  function sleutelVan({ compartimentId }: Pick<Plaats, 'compartimentId'>): KeyObject {
    const gevonden = sleutels.zoek(compartimentId);
    if (gevonden === null) throw new KluisFout('geen_sleutel');
    if (gevonden === 'vernietigd') throw new KluisFout('vernietigd');
    if (gevonden === 'onleesbaar') throw new KluisFout('onleesbaar');
    return gevonden;
  }

  return {
    versleutel,
    ontsleutel,
    versleutelJson: (plaats, waarde) => versleutel(plaats, Buffer.from(alsJson(waarde))),
    ontsleutelJson: (plaats, versleuteld, lees) =>
      lees(JSON.parse(ontsleutel(plaats, versleuteld).toString())),
    stempel: (compartimentId, soort, waarde) =>
      createHmac('sha256', stempelsleutelVan(sleutelVan({ compartimentId })))
        .update(JSON.stringify([soort, waarde], opSleutel))
        .digest()
        .subarray(0, STEMPEL_LENGTE)
        .toString('base64url'),
  };
}

/** Nonces from the random source, many at a time: asking for each costs as much as the encryption. Each is given once. */
class Nonces {
  readonly #willekeur: (aantal: number) => Uint8Array;
  #voorraad: Uint8Array = new Uint8Array(0);

  constructor(willekeur: (aantal: number) => Uint8Array) {
    this.#willekeur = willekeur;
  }

  volgende(): Uint8Array {
    if (this.#voorraad.length < NONCE_LENGTE) {
      const voorraad = this.#willekeur(NONCE_LENGTE * 256);
      if (voorraad.length !== NONCE_LENGTE * 256)
        throw new RangeError('the random source gave too few bytes');
      this.#voorraad = voorraad;
    }
    const nonce = this.#voorraad.subarray(0, NONCE_LENGTE);
    this.#voorraad = this.#voorraad.subarray(NONCE_LENGTE);
    return nonce;
  }
}

function verbandVan({ compartimentId, tijdperk, rijId, soort }: Plaats): readonly string[] {
  return ['inhoud', compartimentId, tijdperk, rijId, soort];
}

/** Bytes of a stamp: two views that differ have the same one once in 2^96. */
const STEMPEL_LENGTE = 12;

/** For `JSON.stringify`: what came from the disk and what was just written hold their keys in another order. */
function opSleutel(_naam: string, waarde: unknown): unknown {
  if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) return waarde;
  return Object.fromEntries(Object.entries(waarde).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `JSON.stringify` gives undefined for undefined and functions, whatever its type says. */
function alsJson(waarde: unknown): string {
  const json: string | undefined = JSON.stringify(waarde);
  if (json === undefined) throw new TypeError('only what JSON can hold can be kept');
  return json;
}
