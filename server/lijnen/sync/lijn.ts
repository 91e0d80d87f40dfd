import type { WebSocket } from 'ws';
import { exhaustief } from '../../../shared/exhaustief.ts';
import { type Kanaalzicht, VAN_SERVER, type VanServer } from '../../../shared/sync/besturing.ts';
import { BESTURING, maakFrame } from '../../../shared/sync/frame.ts';
import { SLUITCODE } from '../../../shared/sync/sluitcodes.ts';
import type { Wie } from '../../http/route.ts';
import { alsUitgaand } from '../../http/uitgaand.ts';
import { Emmer } from '../../kern/emmer.ts';
import type { Kamer } from '../../teksten/kamer.ts';
import type { Cursornaam } from './cursors.ts';
import { LIJNMATEN } from './maten.ts';
import { websocketbericht } from './websocketbericht.ts';
import type { Zaal } from './zaal.ts';

/** A frame that waits, and the message that it is when it goes by itself, if that was made. */
interface Uitgaand {
  readonly frame: Uint8Array;
  readonly bericht: Uint8Array | null;
}

/** Of a line: what waits for the end of this step; or that it was ended, and nothing more goes out. */
type Lijntoestand = { readonly soort: 'open'; readonly uit: Uitgaand[] } | { readonly soort: 'dood' };

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
  /** Of which kanalen it was given the text. */
  readonly gegeven = new Set<number>();
  /** When anything but signs of life came in, ms since 1970. */
  laatstGebruikt: number;
  /** Under which name this person's cursor reaches who knows them, and whom they know by name themselves (NK20). */
  zelf: Extract<Cursornaam, { deelnemerId: string }> | null = null;
  kent: ReadonlySet<string> = new Set();
  /** Whom they know by name at a tafelblad, by compartment: who sits there (NK20). */
  aanTafel: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  readonly #socket: WebSocket;
  readonly #schrijf: ((bericht: Uint8Array) => void) | null;
  readonly #bijFout: (fout: unknown) => void;
  readonly #updates: Emmer;
  readonly #overige: Emmer;
  readonly #cursors: Emmer;
  readonly #standen: Emmer;
  #toestand: Lijntoestand = { soort: 'open', uit: [] };
  readonly #opnieuw: Emmer;
  #isIngehouden = false;
  #weigeringen: number[] = [];
  #levensteken: number;

  /**
   * @param bijFout is told of a fault that is ours
   * @param schrijf writes a WebSocket message, head and all, in its place among what goes over the socket; null: there is
   * only the socket
   */
  constructor(
    socket: WebSocket,
    wie: Wie,
    casusId: string,
    naam: string | null,
    nu: number,
    bijFout: (fout: unknown) => void,
    schrijf: ((bericht: Uint8Array) => void) | null = null,
  ) {
    this.#socket = socket;
    this.#schrijf = schrijf;
    this.#bijFout = bijFout;
    this.wie = wie;
    this.casusId = casusId;
    this.naam = naam;
    this.#levensteken = nu;
    this.#updates = new Emmer(LIJNMATEN.updatesPerSeconde, LIJNMATEN.updatesOpslag, nu);
    this.#overige = new Emmer(LIJNMATEN.overigePerSeconde, LIJNMATEN.overigeOpslag, nu);
    this.#cursors = new Emmer(LIJNMATEN.cursorsPerSeconde, LIJNMATEN.cursorsOpslag, nu);
    this.laatstGebruikt = nu;
    this.#opnieuw = new Emmer(LIJNMATEN.opnieuwPerSeconde, LIJNMATEN.opnieuwOpslag, nu);
    this.#standen = new Emmer(LIJNMATEN.standenPerSeconde, LIJNMATEN.standenOpslag, nu);
  }

  /** Whether it was ended, from here; what still comes in on it is nobody's. */
  get isDood(): boolean {
    return this.#toestand.soort === 'dood';
  }

  /**
   * Puts a frame in line for the end of this step.
   * @param bericht the same as a WebSocket message, where it goes to many
   */
  stuur(frame: Uint8Array, bericht: Uint8Array | null = null): void {
    switch (this.#toestand.soort) {
      case 'open':
        this.#toestand.uit.push({ frame, bericht });
        return;
      case 'dood':
        return;
      default:
        exhaustief(this.#toestand);
    }
  }

  /** Says something on the line, exactly as the contract has it; else nothing is said there any more, and it ends. */
  meld(bericht: VanServer): void {
    try {
      const uit = alsUitgaand<VanServer>(bericht.type, VAN_SERVER[bericht.type], bericht);
      this.stuur(maakFrame(BESTURING, Buffer.from(JSON.stringify(uit))));
    } catch (fout) {
      this.#bijFout(fout);
      this.sluit(SLUITCODE.straksOpnieuw);
    }
  }

  /** Hands what is in line to the socket, in one message. Who doesn't keep up is disconnected (SY11). */
  spoel(): void {
    if (this.#toestand.soort === 'dood') return;
    const [eerste, ...rest] = this.#toestand.uit;
    if (eerste === undefined) return;
    this.#toestand = { soort: 'open', uit: [] };
    // Looked at before, not after: a text that is larger than this by itself must still reach who opens it.
    if (this.ongestuurd > LIJNMATEN.ongelezen) {
      this.verbreek();
      return;
    }
    if (rest.length === 0) this.#zend(eerste);
    else for (const frame of samen([eerste, ...rest])) this.#zend({ frame, bericht: null });
  }

  #zend({ frame, bericht }: Uitgaand): void {
    // A large one isn't copied, for it is the same for all who get it (ST6).
    if (this.#schrijf === null || frame.length >= LIJNMATEN.eigenBericht) this.#socket.send(frame);
    else this.#schrijf(bericht ?? websocketbericht(frame));
  }

  /** Bytes that the process hasn't handed to the kernel yet. */
  get ongestuurd(): number {
    const wachtend = this.#toestand.soort === 'open' ? this.#toestand.uit.length : 0;
    return this.#socket.bufferedAmount + wachtend;
  }

  /** Reads no further: so much of it waits already that the rest had better wait at the other side (ST6). */
  houdIn(): void {
    if (this.isDood || this.#isIngehouden) return;
    this.#isIngehouden = true;
    this.#socket.pause();
  }

  leesVerder(): void {
    if (!this.#isIngehouden) return;
    this.#isIngehouden = false;
    if (!this.isDood) this.#socket.resume();
  }

  /** Whether the same text may be given once more (SY11). */
  magOpnieuw(bytes: number, nu: number): boolean {
    if (this.#opnieuw.wacht(nu) > 0) return false;
    this.#opnieuw.boek(bytes, nu);
    return true;
  }

  /** Ends it with a code (SY9); nothing is sent after. */
  sluit(code: number): void {
    if (this.isDood) return;
    this.#toestand = { soort: 'dood' };
    this.#socket.close(code);
  }

  /** Ends it at once: a polite close would first send what is still waiting. */
  verbreek(): void {
    this.#toestand = { soort: 'dood' };
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
    // What isn't read can't be heard.
    if (this.#isIngehouden) this.#levensteken = nu;
    if (nu - this.#levensteken > LIJNMATEN.levensteken) this.verbreek();
    else this.#socket.ping();
  }
}

/**
 * What may come in on a kanaal. `opzij`: an update was set aside because it didn't connect (SY4a); until step 2 has
 * brought it nothing can be called stored, whatever the level becomes meanwhile.
 */
type Kanaaltoestand =
  | { readonly soort: 'leest'; readonly opzij: boolean }
  | { readonly soort: 'wacht_op_stap2'; readonly opzij: boolean }
  | { readonly soort: 'schrijft' };

/** One compartment that is open on one line. Closing it is the mask: what isn't open gets nothing (NK7). */
export class Kanaal {
  readonly lijn: Lijn;
  readonly zaal: Zaal<Kanaal>;
  readonly nummer: number;
  /** Client ids that this person writes under here (SY3). */
  readonly ids = new Set<number>();
  /** Updates that came since it was opened, and how many of those it was told are stored (SY5). */
  ontvangen = 0;
  bevestigd = 0;
  #toestand: Kanaaltoestand;

  constructor(lijn: Lijn, zaal: Zaal<Kanaal>, nummer: number, schrijft: boolean) {
    this.lijn = lijn;
    this.zaal = zaal;
    this.nummer = nummer;
    this.#toestand = { soort: schrijft ? 'wacht_op_stap2' : 'leest', opzij: false };
  }

  get kamer(): Kamer {
    return this.zaal.kamer;
  }

  /** Whether this is still the open kanaal of its line. */
  get isOpen(): boolean {
    return this.lijn.kanalen.get(this.nummer) === this;
  }

  /** Whether its person knows somebody by name here (NK20). */
  kent({ deelnemerId }: { readonly deelnemerId: string }): boolean {
    const { kent, aanTafel } = this.lijn;
    return kent.has(deelnemerId) || aanTafel.get(this.kamer.plek.id)?.has(deelnemerId) === true;
  }

  /** Whether what this person writes here is taken. */
  get schrijft(): boolean {
    return this.#toestand.soort !== 'leest';
  }

  /** Another level. @returns whether it may be written from now on, or no longer; else null */
  zetNiveau(schrijft: boolean): 'wint' | 'daalt' | null {
    const { soort } = this.#toestand;
    switch (soort) {
      case 'leest':
        if (!schrijft) return null;
        this.#toestand = { soort: 'wacht_op_stap2', opzij: this.#isIetsOpzij };
        return 'wint';
      case 'wacht_op_stap2':
      case 'schrijft':
        if (schrijft) return null;
        this.#toestand = { soort: 'leest', opzij: this.#isIetsOpzij };
        return 'daalt';
      default:
        return exhaustief(soort);
    }
  }

  /** SY4a: sets aside an update that doesn’t connect. @returns false when it is too late for that: step 2 has come */
  legOpzij(): boolean {
    if (this.#toestand.soort !== 'wacht_op_stap2') return false;
    this.#toestand = { soort: 'wacht_op_stap2', opzij: true };
    return true;
  }

  /** Its writer's step 2 was processed, and with it what was set aside. */
  kreegStap2(): void {
    this.#toestand = { soort: 'schrijft' };
  }

  /** Whether what came up to here can be called stored (SY5). */
  get magBevestigen(): boolean {
    return !this.#isIetsOpzij;
  }

  meld(bericht: VanServer): void {
    this.lijn.meld(bericht);
  }

  get #isIetsOpzij(): boolean {
    return this.#toestand.soort !== 'schrijft' && this.#toestand.opzij;
  }
}

/** Frames behind one another are a frame; a large one isn't copied, for it is the same for all who get it (ST6). */
function samen(uit: readonly Uitgaand[]): Uint8Array[] {
  const berichten: Uint8Array[] = [];
  let klein: Uint8Array[] = [];
  const sluitAf = (): void => {
    const [een] = klein;
    if (een !== undefined) berichten.push(klein.length === 1 ? een : Buffer.concat(klein));
    klein = [];
  };
  for (const { frame } of uit) {
    if (frame.length < LIJNMATEN.eigenBericht) klein.push(frame);
    else {
      sluitAf();
      berichten.push(frame);
    }
  }
  sluitAf();
  return berichten;
}
