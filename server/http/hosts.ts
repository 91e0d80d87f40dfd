import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { Weigering } from '../kern/weigering.ts';
import { stuurPagina } from './foutpagina.ts';
import { API_BASIS, stuurProbleem } from './probleem.ts';
import { weigerUpgrade } from './upgrades.ts';

/** What somebody reads who came by another name. */
const ONBEKEND = new Weigering(
  421,
  'onbekende_host',
  'Regietafel is op dit adres niet te vinden. Gebruik het adres dat u van uw beheerder kreeg.',
);

/**
 * Names of this machine for itself. A page of elsewhere can let its own name lead here (DNS rebinding), but can't make
 * the browser send one of these.
 */
export function isLoopbackNaam(naam: string): boolean {
  return naam === 'localhost' || naam === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(naam);
}

/**
 * ST7: answers only who came by a name that the server was told of, on upgrades as well; others get 421. Stands before
 * everything that listens to `http` by now, so it is called last.
 * @param kent whether a host name, in small letters and without its port, is one of ours
 */
export function bewaakHosts(http: Server, kent: (naam: string) => boolean): void {
  for (const soort of ['request', 'upgrade']) {
    const luisteraars = http.listeners(soort);
    http.removeAllListeners(soort);
    http.on(soort, (verzoek: IncomingMessage, rest: ServerResponse | Duplex, ...meer: unknown[]) => {
      if (kent(naamUit(verzoek.headers.host))) {
        for (const luisteraar of luisteraars) luisteraar.call(http, verzoek, rest, ...meer);
      } else weiger(verzoek, rest);
    });
  }
}

function weiger(verzoek: IncomingMessage, wie: ServerResponse | Duplex): void {
  if (wie instanceof Duplex) {
    wie.on('error', () => wie.destroy());
    weigerUpgrade(wie, '421 Misdirected Request');
  } else if (verzoek.url?.startsWith(`${API_BASIS}/`)) stuurProbleem(wie, ONBEKEND);
  else stuurPagina(wie, ONBEKEND);
}

/** The name in a Host header, which has a port or none; '' when it has none that could be ours. */
function naamUit(host: string | undefined): string {
  return /^(\[[\da-f:.]+\]|[^:[\]]+)(?::\d+)?$/.exec(host?.toLowerCase() ?? '')?.[1] ?? '';
}
