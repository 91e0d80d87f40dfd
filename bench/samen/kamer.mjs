import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { bereikVan } from './bereik.mjs';
import { Cursoren } from './cursoren.mjs';
import { Schrijver, tekstVan } from './schrijver.mjs';

/**
 * A room in the load: the first `schrijvers` of its people write, and everyone but its maker counts each change once, in
 * order of who made it. One who only reads keeps it as well, to see afterwards whether the text is the same; with nobody
 * who only reads the writers' own documents are compared.
 */
export class Kamer {
  #kamer;
  #meting;
  #schrijvers;
  #cursoren;
  #lijnen = [];
  #bewaard = [];

  /**
   * @param kamer its `plekken`, and how many of them write: `schrijvers`
   * @param meting where deliveries of changes are counted
   * @param cursormeting where deliveries of cursors are counted
   */
  constructor(kamer, meting, cursormeting) {
    this.#kamer = kamer;
    this.#meting = meting;
    this.#schrijvers = Array.from({ length: kamer.schrijvers }, () => {
      const doc = new Y.Doc();
      return {
        doc,
        hand: new Schrijver(doc, kamer.veld),
        /** Of each change: when it was made (ms), and the clock at which it ends. */
        op: [],
        eind: [],
        /** Of each person in the room: how many of these they had. */
        gehad: new Array(kamer.plekken.length).fill(0),
      };
    });
    this.#cursoren = new Cursoren(cursormeting);
  }

  /** Connects everyone. @param verbind of the line that this server speaks */
  async verbind(verbind, bijFout) {
    this.#lijnen = await Promise.all(
      this.#kamer.plekken.map((plek, wie) =>
        verbind({
          kamer: this.#kamer,
          bijFout,
          plek,
          doc: this.#schrijvers[wie]?.doc ?? null,
          schrijft: wie < this.#schrijvers.length,
          bijUpdate: (update) => this.#ontvang(wie, update),
          bijCursors: (bytes) => this.#cursoren.ontvang(wie, bytes),
        }),
      ),
    );
  }

  /** How many write here. */
  get schrijvers() {
    return this.#schrijvers.length;
  }

  /** One change, made and sent. @param wie of the writers */
  schrijf(wie = 0) {
    const { doc, hand, op, eind } = this.#schrijvers[wie];
    const nu = performance.now();
    const update = hand.tik();
    op.push(nu);
    eind.push(Y.getState(doc.store, doc.clientID));
    this.#lijnen[wie].schrijf(update);
    this.#meting.gemaakt(nu);
  }

  /** A writer's cursor moves on, and is sent. */
  beweeg(wie) {
    this.#lijnen[wie].zendCursor(this.#cursoren.beweeg(wie, this.#schrijvers[wie].doc.clientID));
  }

  /** Whether everyone has everything, and who writes heard so where the server tells. */
  get compleet() {
    return this.#schrijvers.every(({ op, gehad }, wie) => {
      const { bevestigd } = this.#lijnen[wie];
      return (
        gehad.every((aantal, lezer) => lezer === wie || aantal === op.length) &&
        (bevestigd === null || bevestigd === op.length)
      );
    });
  }

  /** What was made and what came of it. */
  uitkomst() {
    const [eerste, ...anderen] = this.#teksten();
    return {
      naam: this.#kamer.naam,
      tekst: eerste,
      wijzigingen: this.#schrijvers.reduce((som, { op }) => som + op.length, 0),
      afleveringen: this.#schrijvers.reduce(
        (som, { gehad }) => som + gehad.reduce((deel, aantal) => deel + aantal, 0),
        0,
      ),
      isBevestigd: this.#schrijvers.every(({ op }, wie) => {
        const { bevestigd } = this.#lijnen[wie];
        return bevestigd === null || bevestigd === op.length;
      }),
      zelfdeTekst: anderen.every((tekst) => tekst === eerste),
    };
  }

  sluit() {
    for (const lijn of this.#lijnen) lijn.sluit();
  }

  /** The text as each who writes has it, and as who only reads was sent it. */
  #teksten() {
    const docs = this.#schrijvers.map(({ doc }) => doc);
    if (this.#schrijvers.length < this.#kamer.plekken.length) {
      const lezer = new Y.Doc();
      for (const update of this.#bewaard) Y.applyUpdate(lezer, update);
      docs.push(lezer);
    }
    return docs.map((doc) => tekstVan(doc, this.#kamer.veld));
  }

  #ontvang(wie, update) {
    const nu = performance.now();
    const bereik = bereikVan(update);
    if (bereik === null) throw new Error(`${this.#kamer.naam}: wijzigingen van meer mensen in één`);
    const van = this.#schrijvers.find(({ doc }) => doc.clientID === bereik.client);
    // Some servers send it back to its maker as well.
    if (van !== undefined && van === this.#schrijvers[wie]) return;
    const aan = van?.gehad[wie] ?? 0;
    const verwacht = aan === 0 ? 0 : van?.eind[aan - 1];
    if (van === undefined || bereik.begin !== verwacht)
      throw new Error(`${this.#kamer.naam}: een wijziging kwam dubbel, te vroeg of van een ander`);
    // A server may send several changes as one.
    let n = aan;
    for (; n < van.eind.length && van.eind[n] <= bereik.eind; n += 1) this.#meting.afgeleverd(van.op[n], nu);
    van.gehad[wie] = n;
    // The first of who only read. A copy: what `ws` gives is a view on a larger piece.
    if (wie === this.#schrijvers.length) this.#bewaard.push(update.slice());
  }
}
