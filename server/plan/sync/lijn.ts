import type { WebSocket } from 'ws';
import type { Kanaalzicht, VanServer } from '../../../shared/sync/besturing.ts';
import { BESTURING, maakFrame } from '../../../shared/sync/frame.ts';
import type { Wie } from '../../http/route.ts';
import type { Cursornaam } from './cursors.ts';
import { Emmer } from './emmer.ts';
import type { Kamer } from './kamer.ts';
import { LIJNMATEN } from './maten.ts';

/**
 * One WebSocket of one session on one casus (SY1). What is written in one step goes out at its end, by `spoel`;
 * between steps nothing waits here, so that nothing of a closed kanaal can (NK7).
 */
export class Lijn {
  readonly wie: Wie;
  readonly casusId: string;
  /** What the client calls this connection, so that its next one can end it. */
  readonly naam: string | null;
  /** What may be opened here now, by kanaal; and what was told last. */
  zicht: ReadonlyMap<number, Kanaalzicht> = new Map();
  gemeld = '';
  readonly kanalen = new Map<number, Kanaal>();
  /** Under which name this person's cursor reaches who knows them, and whom they know by name themselves (NK20). */
  zelf: Extract<Cursornaam, { deelnemerId: string }> | null = null;
  kent: ReadonlySet<string> = new Set();
  isDood = false;

  readonly #socket: WebSocket;
  readonly #updates: Emmer;
  readonly #overige: Emmer;
  readonly #cursors: Emmer;
  readonly #standen: Emmer;
  #uit: Uint8Array[] = [];
  #weigeringen: number[] = [];
  #levensteken: number;

  constructor(socket: WebSocket, wie: Wie, casusId: string, naam: string | null, nu: number) {
    this.#socket = socket;
    this.wie = wie;
    this.casusId = casusId;
    this.naam = naam;
    this.#levensteken = nu;
    this.#updates = new Emmer(LIJNMATEN.updatesPerSeconde, LIJNMATEN.updatesOpslag, nu);
    this.#overige = new Emmer(LIJNMATEN.overigePerSeconde, LIJNMATEN.overigeOpslag, nu);
    this.#cursors = new Emmer(LIJNMATEN.cursorsPerSeconde, LIJNMATEN.cursorsOpslag, nu);
    this.#standen = new Emmer(LIJNMATEN.standenPerSeconde, LIJNMATEN.standenOpslag, nu);
  }

  /** Puts a frame in line for the end of this step. */
  stuur(frame: Uint8Array): void {
    if (!this.isDood) this.#uit.push(frame);
  }

  meld(bericht: VanServer): void {
    this.stuur(maakFrame(BESTURING, Buffer.from(JSON.stringify(bericht))));
  }

  /** Hands what is in line to the socket, in one message. Who doesn't keep up is disconnected (SY11). */
  spoel(): void {
    const [eerste, ...rest] = this.#uit;
    if (eerste === undefined) return;
    this.#uit = [];
    if (this.isDood) return;
    // Looked at before, not after: a text that is larger than this by itself must still reach who opens it.
    if (this.ongestuurd > LIJNMATEN.ongelezen) {
      this.verbreek();
      return;
    }
    this.#socket.send(rest.length === 0 ? eerste : Buffer.concat([eerste, ...rest]));
  }

  /** Bytes that the process hasn't handed to the kernel yet. */
  get ongestuurd(): number {
    return this.#socket.bufferedAmount + this.#uit.length;
  }

  /** Ends it with a code (SY9); nothing is sent after. */
  sluit(code: number): void {
    if (this.isDood) return;
    this.#uit = [];
    this.isDood = true;
    this.#socket.close(code);
  }

  /** Ends it at once: a polite close would first send what is still waiting. */
  verbreek(): void {
    this.#uit = [];
    this.isDood = true;
    this.#socket.terminate();
  }

  /** Whether so much may still come in now. Cursors above the rate are dropped, the rest ends the line (SY8, SY9). */
  magOntvangen(soort: 'update' | 'cursor' | 'overig', nu: number): boolean {
    const emmer = soort === 'update' ? this.#updates : soort === 'cursor' ? this.#cursors : this.#overige;
    return emmer.neem(nu);
  }

  /** Whether a resting state is compared now: at most now and then, as a client rests (SY15). */
  magVergelijken(nu: number): boolean {
    return this.#standen.neem(nu);
  }

  /** Counts a refusal. @returns whether that was one too many (SY4) */
  telWeigering(nu: number): boolean {
    this.#weigeringen = [...this.#weigeringen.filter((op) => op > nu - LIJNMATEN.weigeringenIn), nu];
    return this.#weigeringen.length >= LIJNMATEN.weigeringen;
  }

  leeft(nu: number): void {
    this.#levensteken = nu;
  }

  /** Asks for a sign of life, or gives it up. */
  pols(nu: number): void {
    if (this.isDood) return;
    if (nu - this.#levensteken > LIJNMATEN.levensteken) this.verbreek();
    else this.#socket.ping();
  }
}

/** The texts of a compartment, with the kanalen that have them open. */
export type Tekstkamer = Kamer<Kanaal>;

/** One compartment that is open on one line. Closing it is the mask: what isn't open gets nothing (NK7). */
export class Kanaal {
  readonly lijn: Lijn;
  readonly kamer: Tekstkamer;
  readonly nummer: number;
  schrijft: boolean;
  /** Client ids that this person writes under here (SY3). */
  readonly ids = new Set<number>();
  /** Updates that came since it was opened, and how many of those it was told are stored (SY5). */
  ontvangen = 0;
  bevestigd = 0;
  /** Until its step 2 was processed, what doesn't connect is set aside (SY4a), and nothing can be called stored. */
  heeftStap2 = false;
  isIetsOpzij = false;

  constructor(lijn: Lijn, kamer: Tekstkamer, nummer: number, schrijft: boolean) {
    this.lijn = lijn;
    this.kamer = kamer;
    this.nummer = nummer;
    this.schrijft = schrijft;
  }

  /** Whether this is still the open kanaal of its line. */
  get isOpen(): boolean {
    return this.lijn.kanalen.get(this.nummer) === this;
  }

  meld(bericht: VanServer): void {
    this.lijn.meld(bericht);
  }
}
