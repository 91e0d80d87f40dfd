import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Omgeving } from '../kern/omgeving.ts';

interface Vorm {
  readonly name: string;
  readonly sameSite: 'lax' | 'strict';
  /** Outside loopback, where there is TLS in front. */
  readonly secure: boolean;
}

/**
 * The cookie of a session, of a person or of a screen: it holds chance only, that no script reads, and of which the
 * database keeps the hash.
 */
export class Sessiecookie {
  readonly #omgeving: Pick<Omgeving, 'willekeur'>;
  readonly #vorm: Vorm;

  constructor(omgeving: Pick<Omgeving, 'willekeur'>, vorm: Vorm) {
    this.#omgeving = omgeving;
    this.#vorm = vorm;
  }

  /** What a session that begins is known by. */
  nieuw(): string {
    return Buffer.from(this.#omgeving.willekeur(32)).toString('base64url');
  }

  /** The header that sets it. @param token '' clears it @param maxAge in seconds */
  zet(token: string, maxAge: number): string {
    return stringifySetCookie({ ...this.#vorm, value: token, httpOnly: true, path: '/', maxAge });
  }

  /** What came with a request; null: nothing. */
  lees(verzoek: IncomingMessage): string | null {
    return parseCookie(verzoek.headers.cookie ?? '')[this.#vorm.name] || null;
  }
}

/** As what a token, or a code, stands in the database. */
export function hashVan(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
