import type { Node } from 'prosemirror-model';
import { type Mappable, Mapping, ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import { maakGelijk } from './verschil.ts';

/** What others changed and the screen doesn't show yet, while something is composed there (TX7). */
export class Wachtend {
  #ander: Transform;

  /** @param ander what others changed, from what the screen shows on */
  constructor(ander: Transform) {
    this.#ander = ander;
  }

  /** From what the screen shows to what the text says; what others change further is added to it. */
  get ander(): Transform {
    return this.#ander;
  }

  /**
   * Puts a step that one did on the screen among what others did.
   * @param scherm what the screen shows after it
   * @returns the same on what the text says, to be written; without steps where others took away what it was about
   */
  neemEigen(stap: Step, scherm: Node): Transform {
    const opTekst = new Transform(this.#ander.doc);
    doeVerplaatst(opTekst, stap, this.#ander.mapping);
    this.#ander = verlegd(this.#ander, stap, scherm, opTekst.doc);
    return opTekst;
  }
}

/** A step elsewhere: what others put right before or behind what it replaces stays outside it. */
function doeVerplaatst(tr: Transform, stap: Step, mapping: Mappable): void {
  if (stap instanceof ReplaceStep) {
    const { from, to, slice } = stap;
    const van = mapping.map(from, from === to ? -1 : 1);
    const tot = Math.max(van, mapping.map(to, -1));
    if (tr.maybeStep(new ReplaceStep(van, tot, slice)).failed !== null) tr.replace(van, tot, slice);
    return;
  }
  const verplaatst = stap.map(mapping);
  if (verplaatst !== null) tr.maybeStep(verplaatst);
}

/** What others did, done after what one did oneself instead of before it; ends at `doel`. */
function verlegd(ander: Transform, eigen: Step, scherm: Node, doel: Node): Transform {
  const aantal = ander.steps.length;
  // Back to before what others did, through what one did, and then on through what they did.
  const heen = new Mapping();
  for (const stap of ander.steps.toReversed()) heen.appendMap(stap.getMap().invert());
  heen.appendMap(eigen.getMap());
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
