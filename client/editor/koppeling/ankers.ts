import type { Text as YText } from 'yjs';
import { ANKER, isAnker } from '../../../shared/tekst/embed.ts';
import { type Formaten, voegIn } from './invoegen.ts';

/** A stretch of a delta as Yjs gives it of what changed. */
export interface Deltastap {
  readonly insert?: unknown;
  readonly delete?: number;
  readonly retain?: number;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/**
 * A text without its anchors (TX2). A *place* counts characters, line breaks, mentions and markers; an *index* is
 * Yjs' own, which counts the anchors as well. Writes through here, and follows what others write.
 */
export class Ankers {
  readonly #tekst: YText;
  /** Indices of the anchors, in order. */
  #indexen: number[] = [];

  constructor(tekst: YText) {
    this.#tekst = tekst;
    let index = 0;
    const delta: readonly Deltastap[] = tekst.toDelta();
    for (const { insert } of delta) {
      if (isAnker(insert)) this.#indexen.push(index);
      index += lengteVan(insert);
    }
  }

  /** How many places the text has. */
  get lengte(): number {
    return this.#tekst.length - this.#indexen.length;
  }

  /** The index of a place, before the anchors that stand there: where what is typed belongs. */
  voor(plaats: number): number {
    return plaats + this.#aantal((index, n) => index - n < plaats);
  }

  /** The index of a place, behind the anchors that stand there. */
  achter(plaats: number): number {
    return plaats + this.#aantal((index, n) => index - n <= plaats);
  }

  plaatsVan(index: number): number {
    return index - this.#aantal((anker) => anker < index);
  }

  /** @param formaten undefined: as what stands left of it */
  zetTekst(plaats: number, tekst: string, formaten: Formaten | undefined): void {
    const index = this.voor(plaats);
    voegIn(this.#tekst, index, tekst, formaten);
    this.#schuif(index, tekst.length);
  }

  /**
   * A marker, or somebody who is mentioned, at an index.
   * @param formaten what holds there: it would end before the embed otherwise, and begin again behind it
   */
  zetEmbed(index: number, embed: object, formaten: Formaten): void {
    voegIn(this.#tekst, index, embed, formaten);
    this.#schuif(index, 1);
  }

  zetAnker(index: number, formaten: Formaten): void {
    this.zetEmbed(index, ANKER, formaten);
    this.#indexen.splice(
      this.#aantal((anker) => anker < index),
      0,
      index,
    );
  }

  /**
   * Takes out the places from one to another, with the anchors between them.
   * @param metEinde whether the first place is a marker: the end of the block before it goes with it (TX3)
   */
  wis(van: number, tot: number, metEinde: boolean): void {
    const begin = metEinde ? this.voor(van) : this.achter(van);
    const eind = this.achter(tot - 1) + 1;
    this.#tekst.delete(begin, eind - begin);
    this.#indexen = this.#indexen.flatMap((anker) => {
      if (anker < begin) return [anker];
      return anker < eind ? [] : [anker - (eind - begin)];
    });
  }

  maakOp(van: number, tot: number, formaten: object): void {
    const begin = this.achter(van);
    this.#tekst.format(begin, this.achter(tot - 1) + 1 - begin, formaten);
  }

  eindigtInAnker(): boolean {
    return this.#indexen.at(-1) === this.#tekst.length - 1;
  }

  /** Takes over what changed, and says it in places. */
  volg(delta: readonly Deltastap[]): Deltastap[] {
    const zonder: Deltastap[] = [];
    const nieuw: number[] = [];
    const oud = this.#indexen;
    let [gelezen, geschreven, volgend] = [0, 0, 0];
    for (const stap of delta) {
      if (stap.insert !== undefined) {
        if (isAnker(stap.insert)) nieuw.push(geschreven);
        else zonder.push(stap);
        geschreven += lengteVan(stap.insert);
        continue;
      }
      const lengte = stap.retain ?? stap.delete ?? 0;
      const blijft = stap.retain !== undefined;
      let ankers = 0;
      for (let anker = oud[volgend]; anker !== undefined && anker < gelezen + lengte; anker = oud[volgend]) {
        if (blijft) nieuw.push(geschreven + anker - gelezen);
        ankers += 1;
        volgend += 1;
      }
      const over = lengte - ankers;
      if (over > 0) zonder.push(blijft ? { ...stap, retain: over } : { delete: over });
      gelezen += lengte;
      if (blijft) geschreven += lengte;
    }
    for (const anker of oud.slice(volgend)) nieuw.push(geschreven + anker - gelezen);
    this.#indexen = nieuw;
    return zonder;
  }

  #schuif(vanaf: number, lengte: number): void {
    const { length } = this.#indexen;
    for (let n = this.#aantal((anker) => anker < vanaf); n < length; n += 1) {
      this.#indexen[n] = (this.#indexen[n] ?? 0) + lengte;
    }
  }

  /** How many anchors come first for which this holds; it holds for none behind one for which it doesn't. */
  #aantal(geldt: (index: number, n: number) => boolean): number {
    let [van, tot] = [0, this.#indexen.length];
    while (van < tot) {
      const midden = (van + tot) >> 1;
      if (geldt(this.#indexen[midden] ?? 0, midden)) van = midden + 1;
      else tot = midden;
    }
    return van;
  }
}

function lengteVan(insert: unknown): number {
  return typeof insert === 'string' ? insert.length : 1;
}
