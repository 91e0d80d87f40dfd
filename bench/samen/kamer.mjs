import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { bereikVan } from './bereik.mjs';
import { Schrijver, tekstVan } from './schrijver.mjs';

/**
 * A room in the load: one who writes, and readers who count what comes, each change once, in order. One of them keeps
 * it as well, to see afterwards whether the text is the same.
 */
export class Kamer {
  #kamer;
  #meting;
  #doc = new Y.Doc();
  #schrijver;
  #lijnen = [];
  /** Of each change: when it was made (ms), and the clock at which it ends. */
  #op = [];
  #eind = [];
  /** Of each reader: how many changes it had. */
  #gehad;
  #bewaard = [];

  /** @param meting where deliveries are counted */
  constructor(kamer, meting) {
    this.#kamer = kamer;
    this.#meting = meting;
    this.#schrijver = new Schrijver(this.#doc, kamer.veld);
    this.#gehad = new Array(kamer.plekken.length - 1).fill(0);
  }

  /** Connects everyone. @param verbind of the line that this server speaks */
  async verbind(verbind, bijFout) {
    const [schrijver, ...lezers] = this.#kamer.plekken;
    const gemeen = { kamer: this.#kamer, bijFout };
    this.#lijnen = await Promise.all([
      verbind({ ...gemeen, plek: schrijver, doc: this.#doc, schrijft: true, bijUpdate: () => {} }),
      ...lezers.map((plek, lezer) =>
        verbind({
          ...gemeen,
          plek,
          doc: null,
          schrijft: false,
          bijUpdate: (update) => this.#ontvang(lezer, update),
        }),
      ),
    ]);
  }

  /** One change, made and sent. */
  schrijf() {
    const nu = performance.now();
    const update = this.#schrijver.tik();
    this.#op.push(nu);
    this.#eind.push(Y.getState(this.#doc.store, this.#doc.clientID));
    this.#lijnen[0].schrijf(update);
    this.#meting.gemaakt(nu);
  }

  /** Whether everyone has everything, and the writer heard so where the server tells. */
  get compleet() {
    const { bevestigd } = this.#lijnen[0];
    return (
      this.#gehad.every((aantal) => aantal === this.#op.length) &&
      (bevestigd === null || bevestigd === this.#op.length)
    );
  }

  /** What was made and what came of it. */
  uitkomst() {
    const lezer = new Y.Doc();
    for (const update of this.#bewaard) Y.applyUpdate(lezer, update);
    const tekst = tekstVan(this.#doc, this.#kamer.veld);
    return {
      naam: this.#kamer.naam,
      tekst,
      wijzigingen: this.#op.length,
      afleveringen: this.#gehad.reduce((som, aantal) => som + aantal, 0),
      bevestigd: this.#lijnen[0].bevestigd,
      zelfdeTekst: tekstVan(lezer, this.#kamer.veld) === tekst,
    };
  }

  sluit() {
    for (const lijn of this.#lijnen) lijn.sluit();
  }

  #ontvang(lezer, update) {
    const nu = performance.now();
    const bereik = bereikVan(update);
    let aan = this.#gehad[lezer];
    const verwacht = aan === 0 ? 0 : this.#eind[aan - 1];
    if (bereik === null || bereik.client !== this.#doc.clientID || bereik.begin !== verwacht) {
      throw new Error(`${this.#kamer.naam}: een wijziging kwam dubbel, te vroeg of van een ander`);
    }
    // A server may send several changes as one.
    for (; aan < this.#eind.length && this.#eind[aan] <= bereik.eind; aan += 1) {
      this.#meting.afgeleverd(this.#op[aan], nu);
    }
    this.#gehad[lezer] = aan;
    // A copy: what `ws` gives is a view on a larger piece.
    if (lezer === 0) this.#bewaard.push(update.slice());
  }
}
