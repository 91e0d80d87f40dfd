import type { Kamer } from '../../teksten/kamer.ts';
import { maakFrame } from '../../../shared/sync/frame.ts';
import { stap2 } from './berichten.ts';
import { Cursors } from './cursors.ts';

/** What a hall knows of a kanaal: the client ids that its person writes under (SY3). */
interface Schrijfkanaal {
  readonly ids: ReadonlySet<number>;
}

/** A document with who has it open: the kanalen that read along, and the cursors that stand in it. */
export class Zaal<Kanaal extends Schrijfkanaal> {
  readonly kamer: Kamer;
  /** On which kanaal a client id is live: one id, one connection (SY3). */
  readonly levend = new Map<number, Kanaal>();
  readonly lezers = new Set<Kanaal>();
  readonly cursors: Cursors<Kanaal>;
  readonly #nu: () => number;
  /** By the answer that the document gave, for as long as it gives it. */
  readonly #frames = new WeakMap<Uint8Array, Uint8Array>();

  /** @param nu the time, in ms since 1970 */
  constructor(kamer: Kamer, nu: () => number) {
    this.kamer = kamer;
    this.cursors = new Cursors<Kanaal>(nu, (naam) => kamer.velden.has(naam));
    this.#nu = nu;
  }

  /** A frame with an answer to a step 1; for the same answer the same one, whoever asks. */
  frame(nummer: number, antwoord: Uint8Array): Uint8Array {
    let frame = this.#frames.get(antwoord);
    if (frame === undefined) {
      frame = maakFrame(nummer, stap2(antwoord));
      this.#frames.set(antwoord, frame);
    }
    return frame;
  }

  komt(kanaal: Kanaal): void {
    this.lezers.add(kanaal);
    this.kamer.komt();
  }

  gaat(kanaal: Kanaal): void {
    if (this.lezers.delete(kanaal)) this.kamer.gaat(this.#nu());
  }

  /** A client id is live on this kanaal from now on. */
  geef(clientId: number, kanaal: Kanaal): void {
    this.levend.set(clientId, kanaal);
    this.kamer.levend.add(clientId);
  }

  neem(clientId: number): void {
    this.levend.delete(clientId);
    this.kamer.levend.delete(clientId);
  }
}

/** The halls of the documents that are in memory. */
export class Zalen<Kanaal extends Schrijfkanaal> {
  readonly #nu: () => number;
  readonly #perKamer = new WeakMap<Kamer, Zaal<Kanaal>>();

  /** @param nu the time, in ms since 1970 */
  constructor(nu: () => number) {
    this.#nu = nu;
  }

  van(kamer: Kamer): Zaal<Kanaal> {
    const bekend = this.#perKamer.get(kamer);
    if (bekend !== undefined) return bekend;
    const zaal = new Zaal<Kanaal>(kamer, this.#nu);
    this.#perKamer.set(kamer, zaal);
    return zaal;
  }
}
