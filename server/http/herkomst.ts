import type { IncomingMessage } from 'node:http';

/**
 * Whether a request was made by a page of another origin. No Origin header is accepted, as from other programs;
 * another than the Host is not.
 */
export function isVreemdeHerkomst(verzoek: IncomingMessage): boolean {
  const { origin, host } = verzoek.headers;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== host;
  } catch {
    return true;
  }
}
