import * as Y from 'yjs';

const ZIN = 'Houd er rekening mee dat een brief niet helpt; bel liever, en bel dan in de ochtend. ';
const TEKENS_PER_ALINEA = 240;

/**
 * Types in a text as the editor writes it (y-prosemirror: a fragment, paragraphs, their text): one character a
 * change at the end, now and then a new paragraph.
 */
export class Schrijver {
  #doc;
  #veld;
  #tekst = null;
  #teken = 0;
  #update = null;

  /** @param doc its Y.Doc @param veld the name of the text in it */
  constructor(doc, veld) {
    this.#doc = doc;
    this.#veld = doc.getXmlFragment(veld);
    doc.on('update', (update, herkomst) => {
      if (herkomst === this) this.#update = update;
    });
  }

  /** Makes one change. @returns its update */
  tik() {
    const teken = ZIN[this.#teken % ZIN.length];
    this.#doc.transact(() => {
      if (this.#teken % TEKENS_PER_ALINEA === 0) this.#alinea();
      this.#tekst.insert(this.#tekst.length, teken);
    }, this);
    this.#teken += 1;
    return this.#update;
  }

  #alinea() {
    const alinea = new Y.XmlElement('paragraph');
    this.#tekst = new Y.XmlText();
    alinea.insert(0, [this.#tekst]);
    this.#veld.insert(this.#veld.length, [alinea]);
  }
}
