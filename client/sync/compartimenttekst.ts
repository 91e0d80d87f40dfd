import type { Awareness } from 'y-protocols/awareness';
import type { Doc, Text as YText } from 'yjs';
import type { Kanaalzicht } from '../../shared/sync/besturing.ts';

/**
 * Whether what this person typed is on disk (SY5):
 * - `laden`: the text isn't here yet;
 * - `opgeslagen`: every change that was ever made here is on disk;
 * - `bezig`: some are on their way;
 * - `wacht_op_verbinding`: the line is closed. Typing goes on; whether it holds anything unsaved says `onopgeslagen`;
 * - `gestopt`: nothing typed here is kept; a fresh text comes in its place, or none.
 */
export type Bewaarstand = 'laden' | 'opgeslagen' | 'bezig' | 'wacht_op_verbinding' | 'gestopt';

/** See `Compartimenttekst.voorOntvangst`; a function of its own, the same for as long as the text lives. */
export type VoorOntvangst = (doe: () => void) => () => void;

/** The texts of one compartment on this screen. Another `versie` is another object, with another document. */
export interface Compartimenttekst {
  readonly id: string;
  readonly versie: number;
  readonly niveau: Kanaalzicht['niveau'];
  readonly doc: Doc;
  /** The local state is null; whoever is really writing here sets one, and null again on leaving (SY8). */
  readonly awareness: Awareness;
  /** Whether the server's text has come in once. */
  readonly geladen: boolean;
  /** The server can't read it (ST1); asked for again by itself, now and then. */
  readonly isOnleesbaar: boolean;
  /** Of everything in it. */
  readonly stand: Bewaarstand;
  /** Whether it holds a change that isn't known to be on disk. */
  readonly onopgeslagen: boolean;
  /** Whether one veld of it does. */
  isOnopgeslagen(veldId: string): boolean;
  /** Of one veld. */
  standVan(veldId: string): Bewaarstand;
  /** The text of a veld (TX1, TX2). */
  veld(veldId: string): YText;
  /**
   * TX6: `doe` is called just before what came over the line changes the document, for who still has to read what the
   * browser did. What goes wrong in it is reported, and keeps the change from nothing.
   * @returns what ends it; a text that goes ends it as well
   */
  readonly voorOntvangst: VoorOntvangst;
}
