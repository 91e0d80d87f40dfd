import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { BESTURING, leesFrame, maakFrame } from '../../dist/shared/sync/frame.js';
import { Gesprek } from '../samen/lijnen/gesprek.mjs';

/** One text of a casus, over one line, as a page has it open; `bijOpgeslagen(t)` hears what is on disk. */
export class Tekstlijn {
  doc = new Y.Doc();
  kanaal = null;
  code = null;
  #gesprek;
  #verstuurd = 0;

  constructor(plaats, { bijOpgeslagen = () => {}, bijZicht = () => {} } = {}) {
    this.plaats = plaats;
    this.socket = new WebSocket(`ws://${plaats.adres}/sync/${plaats.casusId}`, {
      headers: { cookie: plaats.cookie },
      perMessageDeflate: false,
    });
    this.open = new Promise((klaar) => {
      this.#gesprek = new Gesprek({
        doc: this.doc,
        bijUpdate: () => {},
        zend: (inhoud) => this.zend(inhoud),
      });
      void this.#gesprek.gelijk.then(() => klaar(true));
      this.socket.on('close', (code) => {
        this.code = code;
        klaar(false);
      });
    });
    this.socket.on('error', () => {});
    this.socket.on('message', (frame) => {
      for (const { kanaal, bericht } of leesFrame(frame)) {
        if (kanaal === this.kanaal) this.#gesprek.hoor(bericht);
        if (kanaal !== BESTURING) continue;
        const woord = JSON.parse(Buffer.from(bericht).toString());
        if (woord.type === 'zicht' && this.kanaal === null) {
          const gezien = woord.kanalen.find(({ compartiment }) => compartiment === plaats.compartimentId);
          this.kanaal = gezien?.kanaal ?? null;
          if (this.kanaal === null) continue;
          this.zeg({ type: 'open', kanaal: this.kanaal, tijdperk: null });
          this.zeg({ type: 'auteur', kanaal: this.kanaal, clientId: this.doc.clientID });
          this.#gesprek.begin();
          bijZicht(this);
        }
        if (woord.type === 'opgeslagen' && woord.t !== undefined) bijOpgeslagen(woord.t);
        if (woord.type === 'geweigerd' || woord.type === 'sluit') this.socket.terminate();
      }
    });
  }

  zeg(woord) {
    this.rauw(maakFrame(BESTURING, Buffer.from(JSON.stringify(woord))));
  }

  zend(inhoud) {
    this.rauw(maakFrame(this.kanaal, inhoud));
  }

  rauw(bytes) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(bytes);
  }

  /** Types at the end of the text. @returns how many changes were sent on this line */
  typ(tekst) {
    const veld = this.doc.getText(this.plaats.veld);
    let update = null;
    this.doc.once('update', (een) => {
      update = een;
    });
    this.doc.transact(() => {
      if (veld.length === 0) veld.insertEmbed(0, { eind: 1 });
      veld.insert(veld.length - 1, tekst);
    }, 'typt');
    this.#gesprek.schrijf(update);
    this.#verstuurd += 1;
    return this.#verstuurd;
  }
}
