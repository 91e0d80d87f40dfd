import type { VanServer } from '../../../shared/sync/besturing.ts';
import { maakFrame } from '../../../shared/sync/frame.ts';
import { cursorBericht, updateBericht } from './berichten.ts';
import type { Cursornaam } from './cursors.ts';
import type { Kanaal, Lijn } from './lijn.ts';
import { websocketbericht } from './websocketbericht.ts';
import type { Zaal } from './zaal.ts';

type Bekend = Extract<Cursornaam, { deelnemerId: string }>;
/** NK20: who isn't known by name. */
const ONBEKEND: Cursornaam = { naam: 'deelnemer' };

/**
 * What a step has to say over lines, kept until it is on disk (SY5): in order, and thrown away when it doesn't get there.
 */
export class Uitvoer {
  #teZeggen: ((vuil: Set<Lijn>) => void)[] = [];
  readonly #bevestig = new Set<Kanaal>();
  readonly #klokken = new Map<Zaal<Kanaal>, number>();
  /** Bytes of text that were asked for and given. */
  beantwoord = 0;

  /** A change goes to everyone who has the kanaal open but its sender: one frame, made once. */
  deel(zaal: Zaal<Kanaal>, update: Uint8Array, behalve: Kanaal | null): void {
    this.#teZeggen.push((vuil) => {
      let frame: Uint8Array | null = null;
      let bericht: Uint8Array | null = null;
      for (const lezer of zaal.lezers) {
        if (lezer === behalve) continue;
        frame ??= maakFrame(lezer.nummer, updateBericht(update));
        bericht ??= websocketbericht(frame);
        lezer.lijn.stuur(frame, bericht);
        vuil.add(lezer.lijn);
      }
    });
  }

  /** Cursors go to everyone but their own, under the name by which each knows them (NK20). */
  deelCursors(zaal: Zaal<Kanaal>, ids: readonly number[], van: Kanaal, naam: Bekend | null): void {
    if (ids.length === 0) return;
    this.#teZeggen.push((vuil) => {
      const frames = new Map<boolean, Uint8Array>();
      const klok = this.#klokVan(zaal);
      for (const lezer of zaal.lezers) {
        if (lezer === van) continue;
        const kent = naam !== null && lezer.kent(naam);
        const frame =
          frames.get(kent) ??
          maakFrame(
            lezer.nummer,
            cursorBericht(zaal.cursors.schrijf(ids, klok, () => (kent ? naam : ONBEKEND))),
          );
        frames.set(kent, frame);
        lezer.lijn.stuur(frame);
        vuil.add(lezer.lijn);
      }
    });
  }

  /**
   * The text of a kanaal, which it asked for: for all who ask the same, the same bytes. Again and again it ends the
   * line, for honest ones ask once (SY11).
   */
  antwoord(kanaal: Kanaal, antwoord: Uint8Array, nu: number): void {
    const { lijn, nummer, zaal } = kanaal;
    const frame = zaal.frame(nummer, antwoord);
    if (lijn.gegeven.has(nummer) && !lijn.magOpnieuw(frame.length, nu)) {
      lijn.verbreek();
      return;
    }
    lijn.gegeven.add(nummer);
    this.beantwoord += frame.length;
    this.#zeg(kanaal, frame);
  }

  /** A bericht on one kanaal, if it is still open by then. */
  aan(kanaal: Kanaal, maak: () => Uint8Array): void {
    // Made now: it tells of the document at this place in the order.
    this.#zeg(kanaal, maakFrame(kanaal.nummer, maak()));
  }

  #zeg(kanaal: Kanaal, frame: Uint8Array): void {
    this.#teZeggen.push((vuil) => {
      if (!kanaal.isOpen) return;
      kanaal.lijn.stuur(frame);
      vuil.add(kanaal.lijn);
    });
  }

  /** One cursor to one reader: on opening, or when they came to know its name. */
  toonCursor(lezer: Kanaal, id: number, van: Kanaal, naam: Bekend | null): void {
    this.#teZeggen.push((vuil) => {
      if (!lezer.isOpen) return;
      const kent = naam !== null && lezer.kent(naam);
      const klok = this.#klokVan(van.zaal);
      const staten = van.zaal.cursors.schrijf([id], klok, () => (kent ? naam : ONBEKEND));
      lezer.lijn.stuur(maakFrame(lezer.nummer, cursorBericht(staten)));
      vuil.add(lezer.lijn);
    });
  }

  /** Closes a whole line after what was said to it before. */
  sluit(lijn: Lijn, code: number): void {
    this.#teZeggen.push(() => {
      lijn.spoel();
      lijn.sluit(code);
    });
  }

  /** What came in step 2 is stored (SY5). */
  meldGelijk(kanaal: Kanaal): void {
    this.#teZeggen.push((vuil) => {
      if (!kanaal.isOpen) return;
      kanaal.meld({ type: 'opgeslagen', kanaal: kanaal.nummer, gelijk: true });
      vuil.add(kanaal.lijn);
    });
  }

  meld(lijn: Lijn, bericht: VanServer): void {
    this.#teZeggen.push((vuil) => {
      lijn.meld(bericht);
      vuil.add(lijn);
    });
  }

  /** How much was said, to go back to with `neemTerug`. */
  get gezegd(): number {
    return this.#teZeggen.length;
  }

  /** What was said since is not so: what it told of failed (ST4). */
  neemTerug(gezegd: number): void {
    this.#teZeggen.length = gezegd;
  }

  /** Everything that came on this kanaal up to here is stored; told once a step (SY5). */
  bevestig(kanaal: Kanaal): void {
    this.#bevestig.add(kanaal);
  }

  /** After the COMMIT: says it. @throws what went wrong first, when all that can be said is said (ST4) */
  spoel(): void {
    const fouten: unknown[] = [];
    const probeer = (doe: () => void, anders: () => void = () => {}): void => {
      try {
        doe();
      } catch (fout) {
        fouten.push(fout);
        anders();
      }
    };
    const vuil = new Set<Lijn>();
    for (const zeg of this.#teZeggen) probeer(() => zeg(vuil));
    for (const kanaal of this.#bevestig) {
      if (!kanaal.isOpen || !kanaal.magBevestigen || kanaal.bevestigd === kanaal.ontvangen) continue;
      kanaal.bevestigd = kanaal.ontvangen;
      kanaal.meld({ type: 'opgeslagen', kanaal: kanaal.nummer, t: kanaal.ontvangen });
      vuil.add(kanaal.lijn);
    }
    for (const lijn of vuil)
      probeer(
        () => lijn.spoel(),
        () => lijn.verbreek(),
      );
    this.#teZeggen = [];
    this.#bevestig.clear();
    this.#klokken.clear();
    if (fouten.length > 0) throw fouten[0];
  }

  /** One clock for all cursors of a step: what goes to one reader doesn't count what goes to the others (NK6). */
  #klokVan(zaal: Zaal<Kanaal>): number {
    const klok = this.#klokken.get(zaal) ?? zaal.cursors.tik();
    this.#klokken.set(zaal, klok);
    return klok;
  }
}
