import type { Node } from 'prosemirror-model';
import { Mapping, Transform } from 'prosemirror-transform';
import { maakGelijk, type Verschil, verschilVan } from './verschil.ts';

/** What others changed and the screen doesn't show yet, while something is composed there (TX7). */
export class Wachtend {
  /** What the screen showed when it last was the same but for what waits. */
  #basis: Node;
  #ander: Transform;

  constructor(basis: Node, ander: Transform) {
    this.#basis = basis;
    this.#ander = ander;
  }

  /** To which what others change further is added: its document is what the text says. */
  get ander(): Transform {
    return this.#ander;
  }

  /**
   * Puts what one did on the screen meanwhile among what others did.
   * @param doc what the screen shows
   * @returns those steps, on what the text says, and where they begin there; null when one did nothing
   */
  neemEigen(
    doc: Node,
  ): { readonly stappen: Transform; readonly eigen: Verschil; readonly begin: number } | null {
    const eigen = verschilVan(this.#basis, doc);
    if (eigen === null) return null;
    const { van, tot, nieuwTot } = eigen;
    const { mapping } = this.#ander;
    const stappen = new Transform(this.#ander.doc);
    // What others typed right before or behind it stays outside what it replaces.
    const begin = mapping.map(van, van === tot ? -1 : 1);
    stappen.replace(begin, Math.max(begin, mapping.map(tot, -1)), doc.slice(van, nieuwTot));
    this.#ander = verlegd(
      this.#ander,
      new Transform(this.#basis).replace(van, tot, doc.slice(van, nieuwTot)),
      doc,
      stappen.doc,
    );
    this.#basis = doc;
    return { stappen, eigen, begin };
  }

  /** Where a position on the screen is in the text. */
  plekVan(pos: number): number {
    return this.#ander.mapping.map(pos, -1);
  }
}

/** What others did, done after what one did oneself instead of before it; ends at `doel`. */
function verlegd(ander: Transform, eigen: Transform, scherm: Node, doel: Node): Transform {
  const aantal = ander.steps.length;
  // Back to before what others did, through what one did, and then on through what they did.
  const heen = new Mapping();
  for (const stap of ander.steps.toReversed()) heen.appendMap(stap.getMap().invert());
  heen.appendMapping(eigen.mapping);
  const na = new Transform(scherm);
  ander.steps.forEach((stap, n) => {
    const verlegde = stap.map(heen.slice(aantal - n));
    if (verlegde === null || na.maybeStep(verlegde).failed !== null) return;
    heen.appendMap(verlegde.getMap(), aantal - 1 - n);
  });
  // Where both did something at one place it can have come the other way round.
  maakGelijk(na, doel);
  return na;
}
