import { setTimeout as wacht } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { Tekstlijn } from './lijn.mjs';
import { stuur } from './tafel.mjs';

/** People at work: each types in the text of their table, follows it, and looks at the board now and then. */
export class Eerlijken {
  /** Of each letter and each board how long it took, ms, with when. */
  letters = [];
  borden = [];
  verstuurd = 0;
  /** Lines that ended, refusals: what an honest person must not meet. */
  gehinderd = [];
  #mensen;
  #aan = true;
  #werk = [];

  static async begin(plaatsen) {
    const eerlijken = new Eerlijken();
    eerlijken.#mensen = plaatsen.map((plaats) => {
      const onderweg = [];
      const lijn = new Tekstlijn(plaats, {
        bijOpgeslagen: (t) => {
          while (onderweg.length > 0 && onderweg[0].t <= t) {
            const { op } = onderweg.shift();
            eerlijken.letters.push({ op, ms: performance.now() - op });
          }
        },
      });
      const live = io(`http://${plaats.adres}`, {
        path: '/live',
        transports: ['websocket'],
        extraHeaders: { cookie: plaats.cookie },
        forceNew: true,
      });
      live.emit('casus:volg', { casusId: plaats.casusId });
      return { plaats, lijn, live, onderweg };
    });
    for (const { lijn } of eerlijken.#mensen) await lijn.open;
    return eerlijken;
  }

  werk() {
    this.#werk = this.#mensen.flatMap((mens) => [this.#typ(mens), this.#kijk(mens)]);
  }

  /** Puts the pen down, and waits for what is under way. @returns how many letters weren't called stored */
  async klaar() {
    this.#aan = false;
    await Promise.all(this.#werk);
    for (let n = 0; n < 200 && this.#mensen.some(({ onderweg }) => onderweg.length > 0); n += 1)
      await wacht(50);
    for (const { lijn, plaats } of this.#mensen)
      if (lijn.code !== null) this.gehinderd.push(`${plaats.medewerkerId}: line ended with ${lijn.code}`);
    return this.#mensen.reduce((som, { onderweg }) => som + onderweg.length, 0);
  }

  sluit() {
    for (const { lijn, live } of this.#mensen) {
      lijn.socket.terminate();
      live.disconnect();
    }
  }

  async #typ({ lijn, onderweg }) {
    while (this.#aan && lijn.code === null) {
      await wacht(500 + Math.random() * 1000);
      onderweg.push({ t: lijn.typ('abcdefghij'[Math.floor(Math.random() * 10)]), op: performance.now() });
      this.verstuurd += 1;
    }
  }

  async #kijk({ plaats: { adres, cookie, casusId } }) {
    await wacht(Math.random() * 5_000);
    while (this.#aan) {
      const op = performance.now();
      const { status } = await stuur(adres, cookie, 'GET', `/casussen/${casusId}`);
      this.borden.push({ op, ms: performance.now() - op });
      if (status !== 200) this.gehinderd.push(`a board: ${status}`);
      await wacht(5_000 + Math.random() * 5_000);
    }
  }
}
