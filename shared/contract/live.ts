import { Puntklok } from './agendapunten.ts';
import { Id } from './gedeeld.ts';
import { Kaart } from './kaarten.ts';
import { type Wijsvraag, Wijzer } from './wijzer.ts';
import { z } from './zod.ts';

/** A step of an item that is open. */
const Stap = z.strictObject({ agendapuntId: Id, nu: Puntklok });
export type Stap = z.infer<typeof Stap>;

/** What the server tells over socket.io (`/live`), each event only to whom it concerns. */
export const GEBEURTENISSEN = {
  /** A kaart that I receive is new or changed; or it is gone, or no longer reaches me, and the two look alike. */
  kaart: z.union([z.strictObject({ casusId: Id, kaart: Kaart }), z.strictObject({ casusId: Id, weg: Id })]),
  /** What I may see changed: fetch the board again. */
  zicht: z.strictObject({ casusId: Id }),
  /** What I asked, or what was asked of me, is otherwise: fetch `toegangsverzoeken` again. */
  verzoek: z.strictObject({ casusId: Id }),
  /** An overleg that I follow is otherwise for me: by this step alone, or fetch it again (NK37). */
  overleg: z.strictObject({ overlegId: Id, stap: Stap.optional() }),
  /** Who points at what on a table at which I sit, in an overleg that I follow (OV6); null: nobody points there now. */
  wijzer: z.strictObject({ overlegId: Id, wijzer: Wijzer.nullable() }),
  /** A question for advice is otherwise for me: fetch it again. */
  advies: z.strictObject({ adviesvraagId: Id }),
  /** Who is present, of those whom I know by name and with whom I share something readable (NK19). */
  aanwezig: z.strictObject({ casusId: Id, deelnemerIds: z.array(Id) }),
} as const;

export type LiveSoort = keyof typeof GEBEURTENISSEN;
/** What comes with an event. */
export type LiveBericht<S extends LiveSoort> = z.infer<(typeof GEBEURTENISSEN)[S]>;

/** The events that the server sends, for socket.io. */
export type LiveVanServer = { [S in LiveSoort]: (bericht: LiveBericht<S>) => void };

/** What comes with a question about a casus. */
export const VolgVraag = z.strictObject({ casusId: Id });
export type VolgVraag = z.infer<typeof VolgVraag>;

/** What comes with a question about a question for advice. */
export const AdviesVolgVraag = z.strictObject({ adviesvraagId: Id });
export type AdviesVolgVraag = z.infer<typeof AdviesVolgVraag>;

/** What comes with a question about an overleg. */
export const OverlegVraag = z.strictObject({ overlegId: Id });
export type OverlegVraag = z.infer<typeof OverlegVraag>;

/** Answer to who follows, leaves or points; what is hidden and what isn't there answer alike. */
export const VolgAntwoord = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), code: z.enum(['niet_gevonden', 'niet_aangemeld', 'storing']) }),
]);
export type VolgAntwoord = z.infer<typeof VolgAntwoord>;

/** What a client asks over socket.io. */
export interface LiveVanClient {
  'casus:volg': (vraag: VolgVraag, antwoord?: (a: VolgAntwoord) => void) => void;
  'casus:verlaat': (vraag: VolgVraag, antwoord?: (a: VolgAntwoord) => void) => void;
  'overleg:volg': (vraag: OverlegVraag, antwoord?: (a: VolgAntwoord) => void) => void;
  'overleg:verlaat': (vraag: OverlegVraag, antwoord?: (a: VolgAntwoord) => void) => void;
  'overleg:wijs': (vraag: Wijsvraag, antwoord?: (a: VolgAntwoord) => void) => void;
  'advies:volg': (vraag: AdviesVolgVraag, antwoord?: (a: VolgAntwoord) => void) => void;
  'advies:verlaat': (vraag: AdviesVolgVraag, antwoord?: (a: VolgAntwoord) => void) => void;
}
