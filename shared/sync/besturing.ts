import { z } from '../contract/zod.ts';
import type { Niveau } from '../need-to-know/niveaus.ts';
import { HOOGSTE_KANAAL } from './frame.ts';

/** Control messages of the line, on kanaal 0: JSON in UTF-8 (SY1–SY5, SY12, SY13, SY15). */

const Kanaal = z.int().min(1).max(HOOGSTE_KANAAL);

/** What a client may say. */
export const VanClient = z.discriminatedUnion('type', [
  /** Opens a kanaal, before anything else on it; `tijdperk` is that of its Y.Doc, null for a fresh one (SY2, SY13). */
  z.object({ type: z.literal('open'), kanaal: Kanaal, tijdperk: z.uuid().nullable() }),
  /** The Yjs client id that it is going to write under (SY3). */
  z.object({
    type: z.literal('auteur'),
    kanaal: Kanaal,
    clientId: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
  }),
  /** Closes a kanaal. */
  z.object({ type: z.literal('sluit'), kanaal: Kanaal }),
  /** What its text rests at: state vector in base64, and `rusthash` (SY15). */
  z.object({
    type: z.literal('stand'),
    kanaal: Kanaal,
    staat: z.string().max(100_000),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Is answered with the same, so that a browser, which can't see WebSocket pings, knows that the line lives (SY12). */
  z.object({ type: z.literal('hartslag') }),
]);
export type VanClient = z.infer<typeof VanClient>;

/** A compartment that this session has opened and may read. */
export interface Kanaalzicht {
  readonly kanaal: number;
  readonly compartiment: string;
  readonly niveau: Extract<Niveau, 'lezen' | 'schrijven'>;
  readonly tijdperk: string;
}

/** What the server may say. */
export type VanServer =
  /** On connecting and at every change: all kanalen there are for this session, and nothing else (SY2). */
  | { readonly type: 'zicht'; readonly kanalen: readonly Kanaalzicht[] }
  /** This kanaal is closed: 4400 not understood, 4403 not (or no longer) allowed, 4413, 4429, 4513 (SY9). */
  | { readonly type: 'sluit'; readonly kanaal: number; readonly code: number }
  /** Your first `t` updates (sync type 2) on this kanaal since you opened it are on disk (SY5). */
  | { readonly type: 'opgeslagen'; readonly kanaal: number; readonly t: number }
  /** All that your step 2 brought is on disk (SY5). */
  | { readonly type: 'opgeslagen'; readonly kanaal: number; readonly gelijk: true }
  /** Not taken, and this kanaal is closed; `reden` is for people (SY4, SY9). */
  | { readonly type: 'geweigerd'; readonly kanaal: number; readonly code: string; readonly reden: string }
  /** Your Y.Doc is of another time or says something else: start a fresh one; this kanaal is closed (SY13, SY15). */
  | { readonly type: 'opnieuw'; readonly kanaal: number }
  | { readonly type: 'hartslag' };
