/** So long a line has to rest before it stands on the wall without an end of a sentence, ms. */
export const RUST_MS = 2_000;

const ZINSEINDE = /^.*[.!?…:;](?=["'”’)\]]*(?:\s|$))["'”’)\]]*/s;

/**
 * What people type, as it comes on a wall: a sentence when it is finished, what has no end when nobody types in it any
 * more, and nothing that stood there goes while somebody goes on behind it. What is taken back goes at once.
 */
export class Zinnen {
  /** Each line as it is now, and since when. */
  #sinds = new Map<string, number>();
  #getoond: readonly string[] = [];
  #wacht = false;

  /** Whether a line shows more by itself, when it has rested. */
  get wacht(): boolean {
    return this.#wacht;
  }

  /** @param nu ms, of any beginning; the same clock at each call */
  toon(regels: readonly string[], nu: number): string[] {
    this.#sinds = new Map(regels.map((regel) => [regel, this.#sinds.get(regel) ?? nu]));
    this.#wacht = false;
    const getoond = regels.map((regel) => {
      if (nu - (this.#sinds.get(regel) ?? nu) >= RUST_MS) return regel;
      const af = ZINSEINDE.exec(regel)?.[0] ?? '';
      const eerder = this.#getoond
        .filter((een) => regel.startsWith(een))
        .reduce((langste, een) => (een.length > langste.length ? een : langste), af);
      if (eerder !== regel) this.#wacht = true;
      return eerder;
    });
    this.#getoond = getoond;
    return getoond.filter((regel) => regel.trim() !== '');
  }
}
