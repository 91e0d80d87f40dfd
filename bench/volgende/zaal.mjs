import { Agent, request } from 'node:http';
import { setTimeout as wacht } from 'node:timers/promises';
import { io } from 'socket.io-client';

const ONDERDELEN = ['terugblik', 'vraag', 'beeld', 'wegen', 'afspreken', 'teruglezen'];
const ARRIVEERT_BINNEN_MS = 20_000;
/** Shorter than the server keeps a connection on which nothing is asked: else it closes one as it is used again. */
const STIL_MS = 30_000;
/** As a browser has: one of its own, which stays. */
const agenten = new Map();

/** Asks as a browser would, over its own connection. */
function stuur(adres, cookie, methode, pad, body) {
  const agent = agenten.get(cookie) ?? new Agent({ keepAlive: true, maxSockets: 6, timeout: STIL_MS });
  agenten.set(cookie, agent);
  const [host, port] = adres.split(':');
  return new Promise((klaar, mislukt) => {
    const vraag = request(
      {
        host,
        port,
        agent,
        path: `/api/v1${pad}`,
        method: methode,
        headers: { cookie, 'Content-Type': 'application/json' },
      },
      (antwoord) => {
        const stukken = [];
        antwoord.on('data', (stuk) => stukken.push(stuk));
        antwoord.on('end', () => {
          const tekst = Buffer.concat(stukken).toString();
          klaar({
            status: antwoord.statusCode,
            kop: antwoord.headers,
            body: tekst === '' ? null : JSON.parse(tekst),
          });
        });
      },
    );
    vraag.once('error', mislukt);
    vraag.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function gelukt(...vraag) {
  const antwoord = await stuur(...vraag);
  if (antwoord.status < 300) return antwoord;
  throw new Error(`${vraag[2]} ${vraag[3]}: ${antwoord.status} ${JSON.stringify(antwoord.body)}`);
}

/** An overleg that is held: who leads it, and everyone's screen, their own among them. */
export class Overlegzaal {
  /** Of each screen and each step, ms from the key until its answer was there. */
  tijden = [];
  stappen = 0;
  #adres;
  #pad;
  #punt;
  #leider;
  #versie;
  #schermen = [];
  #verwacht = null;

  /** Sets the tables, one after the other. */
  static async dek(adres, { overleggen, schermen, perMens }) {
    const { body } = await gelukt(adres, '', 'GET', '/demo/medewerkers');
    const mensen = body.medewerkers.map(({ id }) => id);
    const cookies = new Map();
    for (const id of mensen) {
      const { kop } = await gelukt(adres, '', 'POST', '/sessies', { medewerkerId: id });
      cookies.set(id, kop['set-cookie'][0].split(';')[0]);
    }
    const zalen = [];
    for (let n = 0; n < overleggen; n += 1) {
      const kring = Math.floor(n / perMens) * schermen;
      zalen.push(await new Overlegzaal().#dek(adres, mensen.slice(kring, kring + schermen), cookies));
    }
    return zalen;
  }

  async #dek(adres, mensen, cookies) {
    this.#adres = adres;
    this.#leider = cookies.get(mensen[0]);
    const doe = (...wat) => gelukt(adres, this.#leider, ...wat);
    const { body: casus } = await doe('POST', '/casussen', {
      leden: [{ rol: 'moeder' }, { rol: 'kind' }],
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
    });
    for (const medewerkerId of mensen.slice(1))
      await doe('POST', `/casussen/${casus.id}/deelnemers`, {
        medewerkerId,
        zetel: 'participatie',
        lidIds: null,
        waarvoor: 'samenhang',
        grondslag: 'participatiewet',
        gezinAkkoord: { ja: true },
      });
    const begin = new Date(Date.now() + 60 * 60 * 1000).toISOString();
    const { body: overleg } = await doe('POST', '/overleggen', {
      casusId: casus.id,
      begin,
      duur: 60,
      plaats: 'Stadhuis',
      vraag: 'Wie doet wat?',
    });
    this.#pad = `/overleggen/${overleg.id}`;
    for (const id of mensen) this.#schermen.push(await this.#scherm(overleg.id, cookies.get(id)));
    const { body } = await doe('GET', this.#pad);
    this.#versie = body.stand.versie;
    this.#punt = body.agendapunten[0].id;
    await this.#stap({ stap: 'open' });
    await this.#stap({ stap: 'item', agendapuntId: this.#punt });
    // Everyone sits there, and looks at what lies on the table.
    for (const { cookie } of this.#schermen)
      await gelukt(adres, cookie, 'GET', `${this.#pad}/agendapunten/${this.#punt}/tafelblad`);
    return this;
  }

  /** Goes on every so many ms, from somewhere in the first of them, until then. */
  async leid(tussen, tot) {
    await wacht(Math.random() * tussen);
    for (let n = 1; performance.now() < tot; n += 1) {
      await this.#volgende(ONDERDELEN[n % ONDERDELEN.length]);
      await wacht(tussen * (0.75 + Math.random() / 2));
    }
  }

  sluit() {
    for (const { socket } of this.#schermen) socket.disconnect();
  }

  async #volgende(onderdeel) {
    const over = new Set(this.#schermen);
    const van = performance.now();
    const aangekomen = new Promise((klaar) => {
      this.#verwacht = (scherm, nu) => {
        if (nu?.onderdeel !== onderdeel || !over.delete(scherm)) return;
        this.tijden.push(performance.now() - van);
        if (over.size === 0) klaar();
      };
    });
    this.stappen += 1;
    await this.#stap({ stap: 'item', agendapuntId: this.#punt, onderdeel });
    await Promise.race([aangekomen, wacht(ARRIVEERT_BINNEN_MS)]);
    this.#verwacht = null;
  }

  async #stap(stap) {
    const { body } = await gelukt(this.#adres, this.#leider, 'POST', `${this.#pad}/stappen`, {
      ...stap,
      versie: this.#versie,
    });
    this.#versie = body.versie;
  }

  /** A screen: it follows, shows a step that it hears, and fetches the overleg and then its tafelblad when more is otherwise. */
  async #scherm(overlegId, cookie) {
    const socket = io(`http://${this.#adres}`, {
      path: '/live',
      transports: ['websocket'],
      extraHeaders: { cookie },
      forceNew: true,
    });
    const scherm = { socket, cookie };
    socket.on('overleg', async ({ stap }) => {
      if (stap !== undefined) {
        this.#verwacht?.(scherm, stap.nu);
        return;
      }
      const { body } = await stuur(this.#adres, cookie, 'GET', this.#pad);
      this.#verwacht?.(scherm, body?.agendapunten?.find(({ id }) => id === this.#punt)?.nu);
      if (this.#punt !== undefined)
        await stuur(this.#adres, cookie, 'GET', `${this.#pad}/agendapunten/${this.#punt}/tafelblad`);
    });
    const { ok } = await socket.timeout(ARRIVEERT_BINNEN_MS).emitWithAck('overleg:volg', { overlegId });
    if (!ok) throw new Error('a screen that may not follow');
    return scherm;
  }
}
