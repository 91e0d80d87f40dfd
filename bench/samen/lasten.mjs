import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./last.mjs', import.meta.url));

/** The processes that play the people; each has whole rooms, so that one clock times a change and its receipt. */
export class Lasten {
  #processen;

  constructor(aantal) {
    // Advanced: the times come over as numbers and not as text.
    this.#processen = Array.from({ length: aantal }, () => fork(SCRIPT, { serialization: 'advanced' }));
  }

  /** Connects everyone in these rooms, beside who is connected already. */
  async begin(lijn, kamers) {
    const deel = (n) => kamers.filter((_, i) => i % this.#processen.length === n);
    await this.#allen((n) => ({ opdracht: 'begin', lijn, kamers: deel(n) }));
  }

  /** @param tempo changes a second of each who writes @param cursors how often a second their cursor moves besides */
  async schrijf({ tempo, cursors }) {
    await this.#allen((n) => ({ opdracht: 'schrijf', tempo, cursors, zaad: n + 1 }));
  }

  async open() {
    await this.#allen(() => ({ opdracht: 'open' }));
  }

  /** Closes what `open` opened, while the writing goes on. @returns of each process what came in that time */
  async stand() {
    return this.#allen(() => ({ opdracht: 'stand' }));
  }

  /** Ends the writing and waits for what is under way. @returns of each process what it counted */
  async sluit() {
    return this.#allen(() => ({ opdracht: 'sluit' }));
  }

  breekAf() {
    for (const proces of this.#processen) proces.kill('SIGKILL');
  }

  #allen(opdracht) {
    return Promise.all(this.#processen.map((proces, n) => zeg(proces, opdracht(n))));
  }
}

/** @throws Error also when something went wrong since the last time, such as a line that broke while it was measured */
function zeg(proces, bericht) {
  return new Promise((klaar, mislukt) => {
    const weg = () => mislukt(new Error('Een proces dat mensen speelt, is gestopt.'));
    const hoor = ({ opdracht, uitkomst }) => {
      if (opdracht !== 'faal' && opdracht !== bericht.opdracht) return;
      proces.off('message', hoor).off('exit', weg);
      if (opdracht === 'faal') mislukt(new Error(uitkomst));
      else klaar(uitkomst);
    };
    proces.on('message', hoor).on('exit', weg);
    proces.send(bericht);
  });
}
