import type { Advies } from '../../advies/advies.ts';
import type { Wie } from '../../http/route.ts';
import type { Stappen } from '../../kern/stap.ts';

/** Somebody who has a question for advice in front of them, over one socket. */
interface Adviesvolger<S> {
  readonly socket: S;
  readonly wie: Wie;
  readonly vraagId: string;
  readonly casusId: string;
  /** A mark of what they would have fetched when they were told last (NK37). */
  kop: string;
  /** How far the texts that it opens had come then. */
  tekstmerk: string;
}

/**
 * Who has a question for advice in front of them (OV11). They may take part in nothing: what they hear is that something is
 * otherwise for them, never what. What closes is told in the step that closes it, what somebody types within a second.
 */
export class Adviesvolgers<S extends object> {
  readonly #stappen: Stappen;
  readonly #advies: Advies;
  readonly #isAangemeld: (wie: Wie) => boolean;
  readonly #vertel: (socket: S, vraagId: string) => void;
  readonly #verbreek: (socket: S) => void;
  readonly #bijFout: (fout: unknown) => void;
  readonly #volgers = new Set<Adviesvolger<S>>();

  constructor(behoeften: {
    stappen: Stappen;
    advies: Advies;
    isAangemeld: (wie: Wie) => boolean;
    vertel: (socket: S, vraagId: string) => void;
    verbreek: (socket: S) => void;
    bijFout: (fout: unknown) => void;
  }) {
    this.#stappen = behoeften.stappen;
    this.#advies = behoeften.advies;
    this.#isAangemeld = behoeften.isAangemeld;
    this.#vertel = behoeften.vertel;
    this.#verbreek = behoeften.verbreek;
    this.#bijFout = behoeften.bijFout;
  }

  /** From now on this socket hears of it. @returns false: there is none, or it isn't for them (NK5) */
  volg(socket: S, wie: Wie, vraagId: string): boolean {
    const casusId = this.#advies.casusVan(wie, vraagId);
    if (casusId === null) return false;
    this.verlaat(socket, vraagId);
    const tekstmerk = this.#advies.tekstmerk(wie, vraagId);
    this.#volgers.add({ socket, wie, vraagId, casusId, tekstmerk, kop: this.#advies.kop(wie, vraagId) });
    return true;
  }

  /** @param vraagId left out: all of this socket */
  verlaat(socket: S, vraagId?: string): void {
    for (const volger of this.#volgers)
      if (volger.socket === socket && (vraagId ?? volger.vraagId) === volger.vraagId)
        this.#volgers.delete(volger);
  }

  /** Looks again for who has a question of this casus in front of them. */
  herzie(casusId: string): void {
    const hier = [...this.#volgers].filter((volger) => volger.casusId === casusId);
    if (hier.length === 0) return;
    this.#stappen.lees(() => {
      for (const volger of hier) this.#herzie(volger);
    });
  }

  /** Looks again for whom somebody typed in a text that they read, or whose session is over; each second. */
  werkBij(): void {
    if (this.#volgers.size === 0) return;
    this.#stappen.lees(() => {
      for (const volger of [...this.#volgers]) {
        const tekstmerk = this.#advies.tekstmerk(volger.wie, volger.vraagId);
        if (tekstmerk === volger.tekstmerk && this.#isAangemeld(volger.wie)) continue;
        volger.tekstmerk = tekstmerk;
        this.#herzie(volger);
      }
    });
  }

  /** What fails for one ends their line: better nothing than too much (ST4). */
  #herzie(volger: Adviesvolger<S>): void {
    try {
      if (!this.#isAangemeld(volger.wie)) {
        this.#volgers.delete(volger);
        this.#verbreek(volger.socket);
        return;
      }
      const kop = this.#advies.kop(volger.wie, volger.vraagId);
      if (kop === volger.kop) return;
      volger.kop = kop;
      if (kop === '') this.#volgers.delete(volger);
      this.#vertel(volger.socket, volger.vraagId);
    } catch (fout) {
      this.#bijFout(fout);
      this.#volgers.delete(volger);
      this.#verbreek(volger.socket);
    }
  }
}
