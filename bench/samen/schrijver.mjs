import * as Y from 'yjs';

const ZIN = 'Houd er rekening mee dat een brief niet helpt; bel liever, en bel dan in de ochtend. ';
const TEKENS_PER_ALINEA = 240;
const EIND = { eind: 1 };

/**
 * Types in a text as the editor writes it (docs/protocol.md): one character a change at the end of the last block,
 * before its anchor; now and then Enter, which puts a marker and the next anchor behind that.
 */
export class Schrijver {
  #doc;
  #veld;
  #teken = 0;
  #update = null;

  /** @param doc its Y.Doc @param veld the name of the text in it */
  constructor(doc, veld) {
    this.#doc = doc;
    this.#veld = doc.getText(veld);
    doc.on('update', (update, herkomst) => {
      if (herkomst === this) this.#update = update;
    });
  }

  /** Makes one change. @returns its update */
  tik() {
    const teken = ZIN[this.#teken % ZIN.length];
    this.#doc.transact(() => {
      if (this.#teken % TEKENS_PER_ALINEA === 0) this.#alinea();
      this.#veld.insert(this.#veld.length - 1, teken);
    }, this);
    this.#teken += 1;
    return this.#update;
  }

  #alinea() {
    if (this.#veld.length > 0) this.#veld.insertEmbed(this.#veld.length, new Y.Map());
    this.#veld.insertEmbed(this.#veld.length, EIND);
  }
}

/** All that a text says, its blocks included, as a string to compare. */
export function tekstVan(doc, veld) {
  return JSON.stringify(doc.getText(veld).toDelta());
}
