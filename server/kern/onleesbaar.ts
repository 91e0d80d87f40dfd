import { isOpslagfout } from './opslagfout.ts';

/** What is stored can't be read: damaged, without its key, or in a form that its schema refuses (ST1). Names its row. */
export class Onleesbaar extends Error {
  override readonly name = 'Onleesbaar';
  readonly tabel: string;
  readonly rij: string;

  /** @param rij what tells the row from others in its table: random, and no content */
  constructor(tabel: string, rij: string, cause?: unknown) {
    super('what is stored can’t be read', { cause });
    this.tabel = tabel;
    this.rij = rij;
  }
}

/**
 * Contains what can't be read (ST1): it counts as not there, and the operator gets one line for each piece, as long as
 * the process lives.
 */
export class Onleesbaren {
  readonly #bijFout: (fout: unknown) => void;
  readonly #gemeld = new Set<string>();

  /** @param bijFout is told of each piece once */
  constructor(bijFout: (fout: unknown) => void) {
    this.#bijFout = bijFout;
  }

  /** For who is told of faults of ours: the same, but of a piece that can't be read once. */
  readonly bijFout = (fout: unknown): void => {
    if (fout instanceof Onleesbaar) this.meld(fout.tabel, fout.rij, fout);
    else this.#bijFout(fout);
  };

  /**
   * Reads one piece. @returns null when it can't be read
   * @throws what the disk throws: then nobody knows whether it can
   */
  probeer<T>(tabel: string, rij: string, lees: () => T): T | null {
    try {
      return lees();
    } catch (fout) {
      if (isOpslagfout(fout)) throw fout;
      this.meld(tabel, rij, fout);
      return null;
    }
  }

  /** Tells of a piece that can't be read. */
  meld(tabel: string, rij: string, fout?: unknown): void {
    const wat = `${tabel} ${rij}`;
    if (this.#gemeld.has(wat)) return;
    this.#gemeld.add(wat);
    this.#bijFout(fout instanceof Onleesbaar ? fout : new Onleesbaar(tabel, rij, fout));
  }
}
