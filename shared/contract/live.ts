import type { Kaart } from './kaarten.ts';

/** What the server tells over socket.io (`/live`), each event only to whom it concerns. */
export interface LiveVanServer {
  /** A kaart that I receive is new, changed, or gone. */
  kaart: (bericht: { casusId: string; kaart: Kaart } | { casusId: string; weg: string }) => void;
  /** What I may see changed: fetch the board again. */
  zicht: (bericht: { casusId: string }) => void;
  /** Who is present, of those whom I know by name and with whom I share something readable (NK19). */
  aanwezig: (bericht: { casusId: string; deelnemerIds: string[] }) => void;
}

/** Answer to `casus:volg` and `casus:verlaat`; a hidden casus and one that isn't there answer alike. */
export type VolgAntwoord = { ok: true } | { ok: false; code: string };

/** What a client asks over socket.io. */
export interface LiveVanClient {
  'casus:volg': (vraag: { casusId: string }, antwoord?: (a: VolgAntwoord) => void) => void;
  'casus:verlaat': (vraag: { casusId: string }, antwoord?: (a: VolgAntwoord) => void) => void;
}
