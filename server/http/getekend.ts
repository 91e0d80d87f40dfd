import type { IncomingMessage } from 'node:http';
import { Weigering } from '../kern/weigering.ts';
import type { Wie } from './route.ts';

const KOP = 'regietafel-persoon';
/** In the address of a WebSocket, to which a browser can't give a header. */
const VRAAG = 'persoon';

/**
 * ST12: whether a page that was drawn for one person sends this in the session of another, who signed in meanwhile in
 * the same browser. It says so itself; what says nothing, from another program, is taken as it comes.
 */
export function isVoorEenAnder(verzoek: IncomingMessage, wie: Wie): boolean {
  const kop = verzoek.headers[KOP];
  const voor = kop ?? new URLSearchParams(verzoek.url?.split('?')[1]).get(VRAAG);
  return voor !== null && voor !== wie.persoonId;
}

/** What a page hears that was drawn for another. It knows for whom; who is there now, it asks. */
export function andereAanmelding(): Weigering {
  return new Weigering(
    409,
    'andere_aanmelding',
    'In deze browser is intussen iemand anders aangemeld. Er is niets gedaan. Laad de pagina opnieuw.',
  );
}
