import type { VanServer } from '../../../shared/sync/besturing.ts';
import { maakFrame } from '../../../shared/sync/frame.ts';
import { cursorBericht, updateBericht } from './berichten.ts';
import type { Cursornaam } from './cursors.ts';
import type { Kanaal, Lijn, Tekstkamer } from './lijn.ts';
import { LIJNMATEN } from './maten.ts';

type Bekend = Extract<Cursornaam, { deelnemerId: string }>;
/** NK20: who isn't known by name. */
const ONBEKEND: Cursornaam = { naam: 'deelnemer' };

/**
 * What a step has to say, kept until it is on disk (SY5): in order, and thrown away when it doesn't get there.
 * Also remembers which documents were touched, for then memory and disk no longer agree.
 */
export class Uitvoer {
  readonly geraakt = new Set<Tekstkamer>();
  schreef = false;
  #stappen: ((vuil: Set<Lijn>) => void)[] = [];
  readonly #bevestig = new Set<Kanaal>();
  readonly #klokken = new Map<Tekstkamer, number>();
  /** Of which kanalen a line was given the text in this step, and how many bytes of those it was given again. */
  readonly #gegeven = new Map<Lijn, { readonly kanalen: Set<number>; dubbel: number }>();

  /** A change goes to everyone who has the kanaal open but its sender: one frame, made once. */
  deel(kamer: Tekstkamer, update: Uint8Array, behalve: Kanaal | null): void {
    this.#stappen.push((vuil) => {
      let frame: Uint8Array | null = null;
      for (const lezer of kamer.lezers) {
        if (lezer === behalve) continue;
        frame ??= maakFrame(lezer.nummer, updateBericht(update));
        lezer.lijn.stuur(frame);
        vuil.add(lezer.lijn);
      }
    });
  }

  /** Cursors go to everyone but their own, under the name by which each knows them (NK20). */
  deelCursors(kamer: Tekstkamer, ids: readonly number[], van: Kanaal, naam: Bekend | null): void {
    if (ids.length === 0) return;
    this.#stappen.push((vuil) => {
      const frames = new Map<boolean, Uint8Array>();
      const klok = this.#klokVan(kamer);
      for (const lezer of kamer.lezers) {
        if (lezer === van) continue;
        const kent = naam !== null && lezer.lijn.kent.has(naam.deelnemerId);
        const frame =
          frames.get(kent) ??
          maakFrame(
            lezer.nummer,
            cursorBericht(kamer.cursors.schrijf(ids, klok, () => (kent ? naam : ONBEKEND))),
          );
        frames.set(kent, frame);
        lezer.lijn.stuur(frame);
        vuil.add(lezer.lijn);
      }
    });
  }

  /** The text of a kanaal, which it asked for. Again and again in one step, it takes no memory without end (SY11). */
  antwoord(kanaal: Kanaal, maak: () => Uint8Array): void {
    const { lijn, nummer } = kanaal;
    const gegeven = this.#gegeven.get(lijn) ?? { kanalen: new Set<number>(), dubbel: 0 };
    this.#gegeven.set(lijn, gegeven);
    if (gegeven.dubbel > LIJNMATEN.ongelezen) {
      lijn.verbreek();
      return;
    }
    const bytes = this.aan(kanaal, maak);
    if (gegeven.kanalen.has(nummer)) gegeven.dubbel += bytes;
    gegeven.kanalen.add(nummer);
  }

  /** A bericht on one kanaal, if it is still open by then. @returns its size in bytes */
  aan(kanaal: Kanaal, maak: () => Uint8Array): number {
    // Made now: it tells of the document at this place in the order.
    const frame = maakFrame(kanaal.nummer, maak());
    this.#stappen.push((vuil) => {
      if (!kanaal.isOpen) return;
      kanaal.lijn.stuur(frame);
      vuil.add(kanaal.lijn);
    });
    return frame.length;
  }

  /** One cursor to one reader: on opening, or when they came to know its name. */
  toonCursor(lezer: Kanaal, id: number, van: Kanaal, naam: Bekend | null): void {
    this.#stappen.push((vuil) => {
      if (!lezer.isOpen) return;
      const kent = naam !== null && lezer.lijn.kent.has(naam.deelnemerId);
      const klok = this.#klokVan(van.kamer);
      const staten = van.kamer.cursors.schrijf([id], klok, () => (kent ? naam : ONBEKEND));
      lezer.lijn.stuur(maakFrame(lezer.nummer, cursorBericht(staten)));
      vuil.add(lezer.lijn);
    });
  }

  /** Closes a whole line after what was said to it before. */
  sluit(lijn: Lijn, code: number): void {
    this.#stappen.push(() => {
      lijn.spoel();
      lijn.sluit(code);
    });
  }

  /** What came in step 2 is stored (SY5). */
  meldGelijk(kanaal: Kanaal): void {
    this.#stappen.push((vuil) => {
      if (!kanaal.isOpen) return;
      kanaal.meld({ type: 'opgeslagen', kanaal: kanaal.nummer, gelijk: true });
      vuil.add(kanaal.lijn);
    });
  }

  /** Something else to do once it is on disk. */
  daarna(doe: () => void): void {
    this.#stappen.push(doe);
  }

  meld(lijn: Lijn, bericht: VanServer): void {
    this.#stappen.push((vuil) => {
      lijn.meld(bericht);
      vuil.add(lijn);
    });
  }

  /** Everything that came on this kanaal up to here is stored; told once a step (SY5). */
  bevestig(kanaal: Kanaal): void {
    this.#bevestig.add(kanaal);
  }

  /** After the COMMIT: says it. */
  spoel(): void {
    const vuil = new Set<Lijn>();
    for (const stap of this.#stappen) stap(vuil);
    for (const kanaal of this.#bevestig) {
      if (!kanaal.isOpen || kanaal.isIetsOpzij || kanaal.bevestigd === kanaal.ontvangen) continue;
      kanaal.bevestigd = kanaal.ontvangen;
      kanaal.meld({ type: 'opgeslagen', kanaal: kanaal.nummer, t: kanaal.ontvangen });
      vuil.add(kanaal.lijn);
    }
    for (const lijn of vuil) lijn.spoel();
    this.#stappen = [];
    this.#bevestig.clear();
    this.#klokken.clear();
  }

  /** One clock for all cursors of a step: what goes to one reader doesn't count what goes to the others (NK6). */
  #klokVan(kamer: Tekstkamer): number {
    const klok = this.#klokken.get(kamer) ?? kamer.cursors.tik();
    this.#klokken.set(kamer, klok);
    return klok;
  }
}
