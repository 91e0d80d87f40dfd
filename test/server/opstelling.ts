import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { nl } from 'zod/locales';
import { neemInDienst } from '../../server/aanmelden/indienst.ts';
import { type App, maakApp } from '../../server/app.ts';
import { type GeopendeDatabase, type Instellingen, openDatabase } from '../../server/database/database.ts';
import { organisaties } from '../../server/database/schema.ts';
import { vulDemo } from '../../server/demo/vul.ts';
import type { HttpGrenzen } from '../../server/http/http.ts';
import { Contractfout } from '../../server/http/uitgaand.ts';
import type { Budgetmaten } from '../../server/kern/budget.ts';
import type { Omgeving } from '../../server/kern/omgeving.ts';
import type { Omvang } from '../../server/kern/omvang.ts';
import {
  GEBEURTENISSEN,
  type LiveSoort,
  type LiveVanClient,
  type LiveVanServer,
  type VolgAntwoord,
} from '../../shared/contract/live.ts';
import type { Wijsvraag } from '../../shared/contract/wijzer.ts';
import { z } from '../../shared/contract/zod.ts';

// A whole server in this process: real HTTP and socket.io on a free port, its own folders, a clock and ids from outside.

// As main.ts does.
z.config(nl());

/** A weekday morning in the Netherlands. */
export const BEGIN = Date.UTC(2026, 1, 3, 9, 0, 0);

/** How a server is started; all of it may be left out. */
export interface Tafelkeuzes {
  /** Ids and tokens follow from this text; without it they are random. */
  readonly zaad?: string;
  /** Fill with the demo municipality. Signing in by `POST /sessies` is there either way. */
  readonly demo?: boolean;
  /** Where the clock stands, ms since 1970. */
  readonly nu?: number;
  /** Where ids and random bytes come from, instead of `zaad`. */
  readonly ids?: Pick<Omgeving, 'id' | 'willekeur'>;
  /** Puts something between the app and its clock, ids and random bytes. */
  readonly omgeving?: (omgeving: Omgeving) => Omgeving;
  readonly grenzen?: Partial<HttpGrenzen>;
  /** What one person may cost (ST6); more than the product's when left out. */
  readonly budget?: Partial<Budgetmaten>;
  readonly omvang?: Partial<Omvang>;
  readonly clientMap?: string;
  /** Names by which it may be reached, outside demo mode (ST7). */
  readonly hosts?: ReadonlySet<string>;
  /** That something goes out, or is refused, otherwise than the contract says; else that fails the test. */
  readonly breektContract?: boolean;
  /** Puts something between the app and its storage, such as a disk that fails. */
  readonly database?: (database: GeopendeDatabase) => GeopendeDatabase;
}

/** What came back. */
export interface Antwoord {
  readonly status: number;
  readonly kop: IncomingHttpHeaders;
  /** The JSON, or null when there is none. Tests look into it freely. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer, it asserts.
  readonly body: any;
  /** The same, byte for byte. */
  readonly tekst: string;
}

/** An event that the server sent, in the order in which it came. */
export interface Ontvangen {
  readonly soort: keyof LiveVanServer;
  // biome-ignore lint/suspicious/noExplicitAny: as with an answer.
  readonly bericht: any;
}

/** What the server answered, or that the connection ended first. */
export type Volguitkomst = VolgAntwoord | { ok: false; code: 'verbroken' };

/** A connected socket, which remembers what it got. */
export interface Luisteraar {
  readonly socket: Socket<LiveVanServer, LiveVanClient>;
  readonly ontvangen: Ontvangen[];
  volg(casusId: string): Promise<Volguitkomst>;
  verlaat(casusId: string): Promise<Volguitkomst>;
  volgOverleg(overlegId: string): Promise<Volguitkomst>;
  verlaatOverleg(overlegId: string): Promise<Volguitkomst>;
  wijs(vraag: Wijsvraag): Promise<Volguitkomst>;
  /** Returns when everything that the server had sent before is in `ontvangen`. */
  bij(): Promise<void>;
  sluit(): void;
}

/** Somebody who is signed in. */
export interface Aangemeld {
  readonly wie: { readonly persoonId: string };
  readonly cookie: string;
  verzoek(methode: string, pad: string, body?: unknown, koppen?: Record<string, string>): Promise<Antwoord>;
  live(): Promise<Luisteraar>;
}

/** People at a server, in this process or in another. */
export interface Klant {
  readonly url: string;
  /** A request without a session, unless the headers bring a cookie. A string as body goes as it is. */
  verzoek(methode: string, pad: string, body?: unknown, koppen?: Record<string, string>): Promise<Antwoord>;
  meldAan(persoonId: string): Promise<Aangemeld>;
  /** Somebody whose session's cookie is known already. */
  alsAangemeld(persoonId: string, cookie: string): Aangemeld;
  /** Lets go of connections. */
  sluit(): void;
}

/** A running server and the handles that a test has on it. */
export interface Tafel extends Omit<Klant, 'sluit'> {
  readonly app: App;
  readonly database: GeopendeDatabase;
  readonly instellingen: Instellingen;
  /** Set `nu` to move time; then `app.loopAf()` does what the second hand would. */
  readonly klok: { nu: number };
  /** Faults of ours that answered 500. */
  readonly fouten: unknown[];
  /** Faults of the disk after which the process would have ended. */
  readonly schijffouten: unknown[];
  /** Puts an organisation in. @returns its id */
  organisatie(naam: string, isGemeente?: boolean): string;
  /** Puts somebody in who works there, with the zetels that they may take. @returns their id */
  medewerker(naam: string, organisatieId: string, ...zetels: string[]): string;
  sluit(): Promise<void>;
}

/** Starts a server that the test ends by itself. */
export async function tafelVoorTest(keuzes: Tafelkeuzes = {}): Promise<Tafel> {
  const tafel = await startTafel(keuzes);
  onTestFinished(() => tafel.sluit());
  return tafel;
}

/** Starts a server; the caller calls `sluit`. */
export async function startTafel(keuzes: Tafelkeuzes = {}): Promise<Tafel> {
  const map = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'regietafel-'));
  const klok = { nu: keuzes.nu ?? BEGIN };
  const stroom = keuzes.ids ?? (keuzes.zaad === undefined ? TOEVAL : stroomUit(keuzes.zaad));
  const omgeving: Omgeving = { nu: () => klok.nu, id: stroom.id, willekeur: stroom.willekeur };
  const instellingen: Instellingen = {
    map: join(map, 'data'),
    sleutelmap: join(map, 'sleutels'),
    nu: omgeving.nu,
    // Keys and nonces are always real.
    willekeur: (aantal) => randomBytes(aantal),
  };
  const database = await openDatabase(instellingen);
  const fouten: unknown[] = [];
  const schijffouten: unknown[] = [];
  const app = maakApp({
    database: keuzes.database?.(database) ?? database,
    omgeving: keuzes.omgeving?.(omgeving) ?? omgeving,
    demo: keuzes.hosts === undefined,
    hosts: keuzes.hosts ?? new Set(),
    secure: false,
    clientMap: keuzes.clientMap ?? null,
    grenzen: { opdrachtenPerMinuut: 1_000_000, ...keuzes.grenzen },
    budget: keuzes.budget ?? {},
    // What a test makes is made within a minute.
    omvang: { gemaaktPerDag: 1_000_000, casussenPerDag: 1_000_000, ...keuzes.omvang },
    bijFout: (fout) => fouten.push(fout),
    bijSchijffout: (fout) => schijffouten.push(fout),
  });
  if (keuzes.demo === true) vulDemo({ ...app, database, omgeving });
  // A busy machine may leave a connection alone for so long that the server closes it just when it is used again.
  app.http.keepAliveTimeout = 0;
  const poort = await app.luister(0, '127.0.0.1');
  const mensen = klant(poort);
  let volgorde = 0;
  let gesloten = false;

  return {
    url: mensen.url,
    app,
    database,
    instellingen,
    klok,
    fouten,
    schijffouten,
    verzoek: mensen.verzoek,
    meldAan: mensen.meldAan,
    alsAangemeld: mensen.alsAangemeld,
    organisatie: (naam, isGemeente = false) => {
      const id = omgeving.id();
      database.db.insert(organisaties).values({ id, naam, isGemeente, telefoon: '088-000 00 00' }).run();
      return id;
    },
    medewerker: (naam, organisatieId, ...zetels) => {
      const id = omgeving.id();
      volgorde += 1;
      const functie = zetels[0] ?? 'geen';
      neemInDienst(database, {
        id,
        organisatieId,
        naam,
        functie,
        telefoon: '06-0000 0000',
        volgorde,
        zetels,
      });
      return id;
    },
    sluit: async () => {
      if (gesloten) return;
      gesloten = true;
      mensen.sluit();
      await app.sluit();
      database.sluit();
      rmSync(map, { recursive: true, force: true });
      const gebroken = fouten.find((fout) => fout instanceof Contractfout);
      if (gebroken !== undefined && keuzes.breektContract !== true) throw gebroken;
    },
  };
}

/** People at the server on a port of this machine. */
export function klant(poort: number): Klant {
  const agent = new Agent({ keepAlive: true });
  const url = `http://127.0.0.1:${poort}`;
  const sockets = new Set<Luisteraar>();
  const verzoek: Klant['verzoek'] = (methode, pad, body, koppen = {}) =>
    vraag(agent, poort, methode, pad, body, koppen);
  const alsAangemeld: Klant['alsAangemeld'] = (persoonId, cookie) => ({
    wie: { persoonId },
    cookie,
    verzoek: (methode, pad, body, koppen) => verzoek(methode, pad, body, { cookie, ...koppen }),
    live: async () => {
      const luisteraar = await verbind(url, cookie);
      sockets.add(luisteraar);
      luisteraar.socket.on('disconnect', () => sockets.delete(luisteraar));
      return luisteraar;
    },
  });
  return {
    url,
    verzoek,
    alsAangemeld,
    meldAan: async (persoonId) => {
      const antwoord = await verzoek('POST', '/sessies', { medewerkerId: persoonId });
      if (antwoord.status !== 201) throw new Error(`signing in: ${antwoord.tekst}`);
      return alsAangemeld(persoonId, (antwoord.kop['set-cookie']?.[0] ?? '').split(';')[0] ?? '');
    },
    sluit: () => {
      for (const luisteraar of [...sockets]) luisteraar.sluit();
      agent.destroy();
    },
  };
}

/** An id in our form that follows from a text. */
export function idUit(tekst: string): string {
  const h = createHash('sha1').update(tekst).digest('hex');
  const variant = '89ab'[Number.parseInt(h.charAt(16), 16) % 4] ?? '8';
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

const TOEVAL: Pick<Omgeving, 'id' | 'willekeur'> = {
  id: () => randomUUID(),
  willekeur: (aantal) => randomBytes(aantal),
};

function stroomUit(zaad: string): Pick<Omgeving, 'id' | 'willekeur'> {
  let teller = 0;
  const volgende = (): string => `${zaad} ${teller++}`;
  return {
    id: () => idUit(volgende()),
    willekeur: (aantal) => bytesUit(volgende(), aantal),
  };
}

/** Bytes that follow from a text; for tokens and labels in tests, never for keys. */
export function bytesUit(tekst: string, aantal: number): Uint8Array {
  const delen: Buffer[] = [];
  for (let i = 0; i * 32 < aantal; i++) delen.push(createHash('sha256').update(`${tekst} ${i}`).digest());
  return Buffer.concat(delen).subarray(0, aantal);
}

function vraag(
  agent: Agent,
  port: number,
  method: string,
  pad: string,
  body: unknown,
  koppen: Record<string, string>,
): Promise<Antwoord> {
  return new Promise((klaar, mislukt) => {
    const inhoud = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const verzoek = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path: pad.startsWith('/api/') ? pad : `/api/v1${pad}`,
        headers: {
          ...(inhoud === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(inhoud)) }),
          ...koppen,
        },
      },
      (antwoord) => {
        const delen: Buffer[] = [];
        antwoord.on('data', (deel: Buffer) => delen.push(deel));
        antwoord.on('error', mislukt);
        antwoord.on('end', () => {
          const tekst = Buffer.concat(delen).toString('utf8');
          const isJson = /json/.test(antwoord.headers['content-type'] ?? '') && tekst !== '';
          klaar({
            status: antwoord.statusCode ?? 0,
            kop: antwoord.headers,
            body: isJson ? JSON.parse(tekst) : null,
            tekst,
          });
        });
      },
    );
    verzoek.on('error', mislukt);
    verzoek.end(inhoud);
  });
}

async function verbind(url: string, cookie: string): Promise<Luisteraar> {
  const socket: Luisteraar['socket'] = io(url, {
    path: '/live',
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
    reconnection: false,
  });
  const ontvangen: Ontvangen[] = [];
  // Every event of the contract: one that isn't heard here, nothing could be said about.
  for (const naam of Object.keys(GEBEURTENISSEN)) {
    const soort = naam as LiveSoort; // the keys of an object of ours
    socket.on<LiveSoort>(soort, (bericht: unknown) => void ontvangen.push({ soort, bericht }));
  }
  await new Promise<void>((klaar, mislukt) => {
    socket.once('connect', klaar);
    socket.once('connect_error', mislukt);
    // It opened, and ended before it was let in.
    socket.once('disconnect', mislukt);
  });
  /** Answers come after what was sent before them; a connection that ends answers nothing more. */
  const vraagLive = <N extends keyof LiveVanClient>(
    wat: N,
    vraag: Parameters<LiveVanClient[N]>[0],
  ): Promise<Volguitkomst> =>
    new Promise((klaar) => {
      if (!socket.connected) return klaar({ ok: false, code: 'verbroken' });
      const weg = (): void => klaar({ ok: false, code: 'verbroken' });
      socket.once('disconnect', weg);
      const geef = (antwoord: VolgAntwoord): void => {
        socket.off('disconnect', weg);
        klaar(antwoord);
      };
      // socket.io's own type of what goes with a question doesn't follow a name that isn't known yet.
      const uit = [vraag, geef] as unknown as Parameters<LiveVanClient[N]>;
      socket.emit<N>(wat, ...uit);
    });
  return {
    socket,
    ontvangen,
    volg: (casusId) => vraagLive('casus:volg', { casusId }),
    verlaat: (casusId) => vraagLive('casus:verlaat', { casusId }),
    volgOverleg: (overlegId) => vraagLive('overleg:volg', { overlegId }),
    verlaatOverleg: (overlegId) => vraagLive('overleg:verlaat', { overlegId }),
    wijs: (vraag) => vraagLive('overleg:wijs', vraag),
    bij: async () => void (await vraagLive('casus:verlaat', { casusId: 'geen-casus' })),
    sluit: () => void socket.disconnect(),
  };
}
