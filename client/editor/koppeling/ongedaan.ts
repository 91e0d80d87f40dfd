import {
  createID,
  type Doc,
  type GC,
  getItemCleanStart,
  Item,
  isDeleted,
  isParentOf,
  iterateDeletedStructs,
  type Transaction,
  UndoManager,
  type Text as YText,
} from 'yjs';
import { neemTerug, type Verloren, verloren } from './derde.ts';
import { haalUit } from './ketting.ts';
import { zetSleutelTerug } from './sleutelterug.ts';
import { zetTekstTerug } from './tekstterug.ts';
import { type Dubbel, dubbelen, type Terugzetting, volgKeuze, wijk } from './wijken.ts';

/** One step that can be taken back: the ids of what it put in, and of what it took out. */
type Stap = UndoManager['undoStack'][number];

/** Of how many pieces that one put back it is remembered what they are; each change that comes in is held against them. */
const MEESTE_TERUGGEZET = 1_000;

/** Of how many it is looked at again whether one can go. */
const MEESTE_DUBBEL = 20;

/** What changes that came in have to do with what one put back. */
interface Gevonden {
  readonly dubbel: readonly Dubbel[];
  readonly kwijt: readonly Verloren[];
  readonly isIetsWeg: boolean;
}

const NIETS_GEVONDEN: Gevonden = { dubbel: [], kwijt: [], isIetsWeg: false };

/**
 * What one did in a text, to take back and to do again (TX9). Yjs keeps the steps; how they are carried out is ours:
 * Yjs brings text back in the pieces in which it stood there, each before its old self, where another may be typing.
 */
export class Ongedaan extends UndoManager {
  readonly #tekst: YText;
  /** What one put back and others may have put back at the same time (TX9). */
  #teruggezet: Terugzetting[] = [];
  /** What stands there twice as long as neither can go: what stands between may go, which others decide of. */
  #dubbel: readonly Dubbel[] = [];
  #gevonden: Gevonden = NIETS_GEVONDEN;
  /** Of a change that isn't one's own act, and so can't be taken back. */
  readonly #vanBeiden = {};

  /** @param samenMs what is done without a pause this long is one step, ms */
  constructor(tekst: YText, vanWie: object, samenMs: number) {
    super(tekst, { trackedOrigins: new Set([vanWie]), captureTimeout: samenMs });
    this.#tekst = tekst;
    this.doc.on('afterTransaction', this.#naVerandering);
    this.doc.on('afterAllTransactions', this.#naAlles);
  }

  override destroy(): void {
    this.doc.off('afterTransaction', this.#naVerandering);
    this.doc.off('afterAllTransactions', this.#naAlles);
    this.#teruggezet = [];
    this.#gevonden = NIETS_GEVONDEN;
    super.destroy();
  }

  /** Takes back the last step of which something is left; null when there is none. */
  override undo(): Stap | null {
    this.undoing = true;
    try {
      return this.#loop(this.undoStack, 'undo');
    } finally {
      this.undoing = false;
    }
  }

  /** The other way round. */
  override redo(): Stap | null {
    this.redoing = true;
    try {
      return this.#loop(this.redoStack, 'redo');
    } finally {
      this.redoing = false;
    }
  }

  #loop(stapel: Stap[], type: 'undo' | 'redo'): Stap | null {
    const { stap, changedParentTypes } = this.doc.transact((transactie) => {
      let stap = stapel.pop() ?? null;
      while (stap !== null && !this.#voerUit(transactie, stap)) stap = stapel.pop() ?? null;
      return { stap, changedParentTypes: transactie.changedParentTypes };
    }, this);
    if (stap === null) return null;
    this.emit('stack-item-popped', [{ stackItem: stap, type, changedParentTypes, origin: this }, this]);
    return stap;
  }

  /** @returns whether there was anything to do: others may have done it already */
  #voerUit(transactie: Transaction, { insertions, deletions }: Stap): boolean {
    const weg = structsIn(transactie, insertions)
      .flatMap(({ id, length }) => [...huidige(transactie, id.client, id.clock, length)])
      .filter((item) => !item.deleted && isParentOf(this.#tekst, item));
    const terug = structsIn(transactie, deletions).filter(
      (struct): struct is Item =>
        struct instanceof Item &&
        struct.redone === null &&
        // What came and went within one step was never there.
        !isDeleted(insertions, struct.id) &&
        isParentOf(this.#tekst, struct),
    );
    let isGedaan = weg.length > 0;
    const gezet = zetTekstTerug(transactie, this.#tekst, terug, new Set(weg));
    if (gezet !== null) isGedaan = true;
    for (const item of terug) {
      if (item.parentSub !== null && zetSleutelTerug(transactie, item, insertions, this)) isGedaan = true;
    }
    // From behind: the keys of a marker before the marker.
    haalUit(transactie, this.#tekst, weg.reverse());
    this.#onthoud(gezet ?? []);
    return isGedaan;
  }

  #onthoud(gezet: readonly Terugzetting[]): void {
    this.#teruggezet = [...this.#teruggezet, ...gezet].slice(-MEESTE_TERUGGEZET);
  }

  /** Two who took back at the same time, neither knowing of the other: who has the higher client id decides. */
  readonly #naVerandering = (transactie: Transaction): void => {
    const { local, doc, deleteSet } = transactie;
    if (local || this.#teruggezet.length === 0) return;
    // Now, for Yjs lets go of what was taken out before it is done.
    volgKeuze(transactie, this.#tekst, this.#teruggezet);
    const { dubbel, kwijt, isIetsWeg } = this.#gevonden;
    this.#gevonden = {
      dubbel: [...dubbel, ...dubbelen(transactie, this.#teruggezet, (client) => client < doc.clientID)],
      kwijt: [...kwijt, ...verloren(transactie, this.#tekst, this.#teruggezet)],
      isIetsWeg: isIetsWeg || deleteSet.clients.size > 0,
    };
  };

  /**
   * What is done about it comes after all that Yjs still has to tell: it may tell of a change of its own as well, to
   * formats, and who then reads the text would find there what they haven't heard of yet.
   */
  readonly #naAlles = (doc: Doc): void => {
    const { dubbel: nieuw, kwijt, isIetsWeg } = this.#gevonden;
    this.#gevonden = NIETS_GEVONDEN;
    const [wacht, dubbel] = isIetsWeg ? [[], [...this.#dubbel, ...nieuw]] : [this.#dubbel, nieuw];
    if (dubbel.length === 0 && kwijt.length === 0) return;
    doc.transact((eigen) => {
      this.#dubbel = [...wacht, ...wijk(eigen, this.#tekst, dubbel)].slice(-MEESTE_DUBBEL);
      this.#onthoud(neemTerug(eigen, this.#tekst, kwijt));
    }, this.#vanBeiden);
  };
}

function structsIn(transactie: Transaction, ids: Stap['insertions']): (Item | GC)[] {
  const structs: (Item | GC)[] = [];
  iterateDeletedStructs(transactie, ids, (struct) => {
    structs.push(struct);
  });
  return structs;
}

/** What has come in the place of these clocks since, by being taken back and done again: that, and nothing beside it. */
function* huidige(transactie: Transaction, client: number, clock: number, lengte: number): Generator<Item> {
  const eind = clock + lengte;
  for (let nu = clock; nu < eind; ) {
    const item: Item | GC = getItemCleanStart(transactie, createID(client, nu));
    nu += item.length;
    if (nu > eind) {
      getItemCleanStart(transactie, createID(client, eind));
      nu = eind;
    }
    if (!(item instanceof Item)) continue;
    const { redone } = item;
    if (redone === null) yield item;
    else yield* huidige(transactie, redone.client, redone.clock, item.length);
  }
}
