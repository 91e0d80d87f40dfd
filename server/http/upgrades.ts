import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Ends every upgrade that nobody serves, and keeps one that breaks off from ending the process: Node takes its own
 * listeners off a connection that asks for another protocol, and an error without a listener is fatal (SY10).
 * @param paden prefixes of the paths that somebody else serves.
 */
export function bewaakUpgrades(http: Server, paden: readonly string[]): void {
  http.on('upgrade', (verzoek, draad) => {
    draad.on('error', breekAf);
    if (paden.some((pad) => verzoek.url?.startsWith(pad))) return;
    weigerUpgrade(draad, '404 Not Found');
  });
}

/** Stays as long as its connection: made for each, it would hold on to the request that asked for it. */
function breekAf(this: Duplex): void {
  this.destroy();
}

/** Answers an upgrade with a refusal, and ends the connection. */
export function weigerUpgrade(
  draad: Duplex,
  status: '403 Forbidden' | '404 Not Found' | '421 Misdirected Request' | '429 Too Many Requests',
): void {
  draad.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => draad.destroy());
}
