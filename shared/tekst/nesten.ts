import type { Bloksleutels } from './blok.ts';
import { type Lijstplaats, nummering } from './nummering.ts';

/** What a text is to who sees it as a tree: blocks, and lists in whose items others stand. */
export type Deel<B> = { readonly soort: 'blok'; readonly blok: B } | Lijst<B>;

export interface Lijst<B> {
  readonly soort: 'lijst';
  /** What its first item is numbered; null for bullets. */
  readonly begin: number | null;
  readonly punten: readonly Punt<B>[];
}

/** An item: its own block, and what stands in it below that. */
export interface Punt<B> {
  readonly blok: B;
  readonly plaats: Lijstplaats;
  readonly daaronder: readonly Deel<B>[];
}

/**
 * The tree that a flat row of blocks stands for (TX4): a block stands in the nearest item before it that is less deep
 * and still goes on. A depth without items above it makes no lists of its own: the blocks keep saying how deep they are.
 */
export function nest<B extends Bloksleutels>(blokken: readonly B[]): Deel<B>[] {
  const plaatsen = nummering(blokken);
  const buiten: Deel<B>[] = [];
  /** The items that go on, from the outermost to the deepest. */
  const open: { diepte: number; punten: Punt<B>[]; daaronder: Deel<B>[] }[] = [];
  blokken.forEach((blok, n) => {
    const plaats = plaatsen[n] ?? null;
    while ((open.at(-1)?.diepte ?? -1) > blok.diepte) open.pop();
    const vorige = open.at(-1)?.diepte === blok.diepte ? open.pop() : undefined;
    const waarin = open.at(-1)?.daaronder ?? buiten;
    if (plaats === null) {
      waarin.push({ soort: 'blok', blok });
      return;
    }
    const daaronder: Deel<B>[] = [];
    // What is first in its list begins one; `nummering` says where lists end.
    const punten = plaats.plaats > 1 && vorige !== undefined ? vorige.punten : [];
    if (punten.length === 0) waarin.push({ soort: 'lijst', begin: plaats.nummer, punten });
    punten.push({ blok, plaats, daaronder });
    open.push({ diepte: blok.diepte, punten, daaronder });
  });
  return buiten;
}
