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
    const eerder = new Eerder(this.#getoond);
    const getoond = regels.map((regel) => {
      if (nu - (this.#sinds.get(regel) ?? nu) >= RUST_MS) return regel;
      const af = ZINSEINDE.exec(regel)?.[0] ?? '';
      const blijft = eerder.beginVan(regel, af);
      if (blijft !== regel) this.#wacht = true;
      return blijft;
    });
    this.#getoond = getoond;
    return getoond.filter((regel) => regel.trim() !== '');
  }
}

/** What stood there: asked of each line in which somebody types, of however many (ST6). */
class Eerder {
  readonly #regels: ReadonlySet<string>;
  /** The longest first. */
  readonly #lengtes: readonly number[];

  constructor(regels: readonly string[]) {
    this.#regels = new Set(regels);
    this.#lengtes = [...new Set(regels.map(({ length }) => length))].sort((a, b) => b - a);
  }

  /** The longest of it with which a line begins, when that is more than this. */
  beginVan(regel: string, minstens: string): string {
    for (const lengte of this.#lengtes) {
      if (lengte <= minstens.length) break;
      if (lengte > regel.length) continue;
      const begin = regel.slice(0, lengte);
      if (this.#regels.has(begin)) return begin;
    }
    return minstens;
  }
}
