import { z } from '../contract/zod.ts';
import { HOOGSTE_KANAAL } from './frame.ts';

/** Control messages of the line, on kanaal 0: JSON in UTF-8 (SY1–SY5, SY12, SY13, SY15). */

const Kanaal = z.int().min(1).max(HOOGSTE_KANAAL);

/** What a client may say. */
export const VanClient = z.discriminatedUnion('type', [
  /** Opens a kanaal, before anything else on it; `tijdperk` is that of its Y.Doc, null for a fresh one (SY2, SY13). */
  z.strictObject({ type: z.literal('open'), kanaal: Kanaal, tijdperk: z.uuid().nullable() }),
  /** The Yjs client id that it is going to write under (SY3). */
  z.strictObject({
    type: z.literal('auteur'),
    kanaal: Kanaal,
    clientId: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
  }),
  /** Closes a kanaal. */
  z.strictObject({ type: z.literal('sluit'), kanaal: Kanaal }),
  /** What its text rests at: state vector in base64, and `rusthash` (SY15). */
  z.strictObject({
    type: z.literal('stand'),
    kanaal: Kanaal,
    staat: z.string().max(100_000),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Is answered with the same, so that a browser, which can't see WebSocket pings, knows that the line lives (SY12). */
  z.strictObject({ type: z.literal('hartslag') }),
]);
export type VanClient = z.infer<typeof VanClient>;

/** A compartment that this session has opened and may read. */
export const Kanaalzicht = z.strictObject({
  kanaal: Kanaal,
  compartiment: z.uuid(),
  niveau: z.enum(['lezen', 'schrijven']),
  tijdperk: z.uuid(),
});
export type Kanaalzicht = Readonly<z.infer<typeof Kanaalzicht>>;

/** What the server may say, by its type; nothing else goes out, and no field more. */
export const VAN_SERVER = {
  /** On connecting and at every change: all kanalen there are for this session, and nothing else (SY2). */
  zicht: z.strictObject({ type: z.literal('zicht'), kanalen: z.array(Kanaalzicht).readonly() }),
  /** This kanaal is closed: 4400 not understood, 4403 not (or no longer) allowed, 4413, 4429, 4513 (SY9). */
  sluit: z.strictObject({ type: z.literal('sluit'), kanaal: Kanaal, code: z.int() }),
  opgeslagen: z.union([
    /** Your first `t` updates (sync type 2) on this kanaal since you opened it are on disk (SY5). */
    z.strictObject({ type: z.literal('opgeslagen'), kanaal: Kanaal, t: z.int() }),
    /** All that your step 2 brought is on disk (SY5). */
    z.strictObject({ type: z.literal('opgeslagen'), kanaal: Kanaal, gelijk: z.literal(true) }),
  ]),
  /** Not taken, and this kanaal is closed; `reden` is for people (SY4, SY9). */
  geweigerd: z.strictObject({
    type: z.literal('geweigerd'),
    kanaal: Kanaal,
    code: z.string(),
    reden: z.string(),
  }),
  /** Your Y.Doc is of another time or says something else: start a fresh one; this kanaal is closed (SY13, SY15). */
  opnieuw: z.strictObject({ type: z.literal('opnieuw'), kanaal: Kanaal }),
  hartslag: z.strictObject({ type: z.literal('hartslag') }),
} as const;

/** What the server may say. */
export type VanServer = Readonly<z.infer<(typeof VAN_SERVER)[keyof typeof VAN_SERVER]>>;
