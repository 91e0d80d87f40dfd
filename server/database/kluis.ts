import type { KeyObject } from 'node:crypto';
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

  function versleutel(plaats: Plaats, inhoud: Uint8Array): Buffer {
    return verzegel(sleutelVan(plaats), verbandVan(plaats), inhoud, nonces.volgende());
  }

  function ontsleutel(plaats: Plaats, versleuteld: Uint8Array): Buffer {
    const inhoud = ontzegel(sleutelVan(plaats), verbandVan(plaats), versleuteld);
    if (inhoud === null) throw new KluisFout('onleesbaar');
    return inhoud;
  }

  function sleutelVan({ compartimentId }: Plaats): KeyObject {
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

/** `JSON.stringify` gives undefined for undefined and functions, whatever its type says. */
function alsJson(waarde: unknown): string {
  const json: string | undefined = JSON.stringify(waarde);
  if (json === undefined) throw new TypeError('only what JSON can hold can be kept');
  return json;
}
