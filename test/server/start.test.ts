import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

// The product as somebody starts it: the built main.js, a process of its own, its messages, its exit code.

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const WACHT_MS = 60_000;

interface Mappen {
  readonly data: string;
  readonly sleutels: string;
}

interface Proces {
  readonly kind: ChildProcess;
  /** What it said on stdout and on stderr so far. */
  readonly zei: { uit: string; fout: string };
  /** Its port, once it listens; rejects when it ends before that. */
  readonly klaar: Promise<number>;
  readonly einde: Promise<number | NodeJS.Signals | null>;
}

function legeMappen(): Mappen {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-start-'));
  onTestFinished(() => rmSync(map, { recursive: true, force: true }));
  return { data: join(map, 'data'), sleutels: join(map, 'sleutels') };
}

/** Where the product ran once, with the demo in it; filled once, because that takes some seconds. */
const gebruikt = mkdtempSync(join(tmpdir(), 'regietafel-start-'));

/** A copy of the folders of an installation that ran once. */
function gebruikteMappen(): Mappen {
  const mappen = legeMappen();
  cpSync(join(gebruikt, 'data'), mappen.data, { recursive: true });
  cpSync(join(gebruikt, 'sleutels'), mappen.sleutels, { recursive: true });
  return mappen;
}

/** Starts the product; a process that still runs when the test ends is killed. */
function start(mappen: Mappen, omgeving: Readonly<Record<string, string>> = {}): Proces {
  const proces = begin(mappen, omgeving);
  onTestFinished(async () => {
    if (proces.kind.exitCode !== null || proces.kind.signalCode !== null) return;
    proces.kind.kill('SIGKILL');
    await proces.einde;
  });
  return proces;
}

function begin(mappen: Mappen, omgeving: Readonly<Record<string, string>> = {}): Proces {
  const kind = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      REGIETAFEL_POORT: '0',
      REGIETAFEL_DATA: mappen.data,
      REGIETAFEL_SLEUTELS: mappen.sleutels,
      ...omgeving,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const zei = { uit: '', fout: '' };
  const einde = new Promise<number | NodeJS.Signals | null>((klaar) => {
    kind.once('close', (code, signaal) => klaar(code ?? signaal));
  });
  const klaar = new Promise<number>((geluk, pech) => {
    const gaf = setTimeout(() => pech(new Error(`it did not listen: ${zei.uit}${zei.fout}`)), WACHT_MS);
    kind.stdout.setEncoding('utf8').on('data', (stuk: string) => {
      zei.uit += stuk;
      const poort = /staat klaar op http:\/\/127\.0\.0\.1:(\d+)/.exec(zei.uit)?.[1];
      if (poort === undefined) return;
      clearTimeout(gaf);
      geluk(Number(poort));
    });
    void einde.then((hoe) => {
      clearTimeout(gaf);
      pech(new Error(`it ended with ${String(hoe)}: ${zei.fout}`));
    });
  });
  klaar.catch(() => undefined);
  kind.stderr.setEncoding('utf8').on('data', (stuk: string) => {
    zei.fout += stuk;
  });
  return { kind, zei, klaar, einde };
}

/** Expects a start to be refused: exit code 1, this message, and no stack or path of our code in it. */
async function verwachtWeigering(proces: Proces, bericht: RegExp): Promise<void> {
  expect(await proces.einde, proces.zei.fout).toBe(1);
  expect(proces.zei.fout).toMatch(bericht);
  expect(proces.zei.fout).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/);
  expect(proces.zei.uit).not.toContain('staat klaar');
}

async function stop(proces: Proces, signaal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
  proces.kind.kill(signaal);
  return await proces.einde;
}

describe('npm start: a process of its own', () => {
  let eerste: {
    readonly mensen: unknown;
    readonly gezond: unknown;
    readonly einde: unknown;
    readonly fout: string;
  };

  beforeAll(async () => {
    const proces = begin({ data: join(gebruikt, 'data'), sleutels: join(gebruikt, 'sleutels') });
    const poort = await proces.klaar;
    const gezond = await fetch(`http://127.0.0.1:${poort}/api/v1/gezondheid`);
    eerste = {
      gezond: [gezond.status, await gezond.json()],
      mensen: await medewerkers(poort),
      einde: await stop(proces),
      fout: proces.zei.fout,
    };
  });

  afterAll(() => rmSync(gebruikt, { recursive: true, force: true }));

  test('should start on an empty folder with the demo municipality, and again on what is there', async () => {
    expect(eerste).toMatchObject({ gezond: [200, { status: 'ok' }], einde: 0, fout: '' });
    expect(JSON.stringify(eerste.mensen)).toContain('Fatima El Amrani');
    const tweede = start(gebruikteMappen());
    // The same people with the same ids: it was opened, not filled again.
    expect(await medewerkers(await tweede.klaar)).toEqual(eerste.mensen);
    expect(await stop(tweede)).toBe(0);
    expect(tweede.zei.fout).toBe('');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'should end cleanly on %s, with a browser that stays connected, and leave one file of data',
    async (signaal) => {
      const mappen = gebruikteMappen();
      const proces = start(mappen);
      const poort = await proces.klaar;
      // fetch keeps its connection open for the next request.
      await (await fetch(`http://127.0.0.1:${poort}/api/v1/gezondheid`)).text();
      expect(await stop(proces, signaal)).toBe(0);
      expect(proces.zei.fout).toBe('');
      expect(readdirSync(mappen.data).filter((naam) => /-(wal|shm|journal)$/.test(naam))).toEqual([]);
    },
  );

  test('should refuse a port that is taken', async () => {
    const ander = createServer().listen(0, '127.0.0.1');
    await once(ander, 'listening');
    onTestFinished(() => void ander.close());
    const { port } = ander.address() as AddressInfo; // a TCP server that listens has an address with a port
    await verwachtWeigering(
      start(gebruikteMappen(), { REGIETAFEL_POORT: String(port) }),
      /poort is al in gebruik.*REGIETAFEL_POORT/,
    );
  });

  test('should refuse a folder that another process uses, and leave that one alone', async () => {
    const mappen = gebruikteMappen();
    const poort = await start(mappen).klaar;
    await verwachtWeigering(start(mappen), /gebruik/);
    expect((await fetch(`http://127.0.0.1:${poort}/api/v1/gezondheid`)).status).toBe(200);
  });

  test('should refuse data whose keys are gone, and make no new ones', async () => {
    const mappen = gebruikteMappen();
    rmSync(mappen.sleutels, { recursive: true });
    await verwachtWeigering(start(mappen), /sleutel/);
    expect(existsSync(join(mappen.sleutels, 'installatie.sleutel'))).toBe(false);
  });

  test.each([
    ['0.0.0.0', /iedereen zich aanmelden.*0\.0\.0\.0.*127\.0\.0\.1/],
    ['::', /iedereen zich aanmelden.*::/],
    ['192.0.2.7', /iedereen zich aanmelden.*192\.0\.2\.7/],
  ])('should refuse to listen on %s in demo mode, before it touches the folders', async (adres, bericht) => {
    const mappen = legeMappen();
    await verwachtWeigering(start(mappen, { REGIETAFEL_ADRES: adres }), bericht);
    expect([existsSync(mappen.data), existsSync(mappen.sleutels)]).toEqual([false, false]);
  });

  test.each([
    ['REGIETAFEL_POORT', 'drieduizend', /REGIETAFEL_POORT: moet een heel getal zijn/],
    ['REGIETAFEL_POORT', '', /REGIETAFEL_POORT: moet een heel getal zijn/],
    ['REGIETAFEL_POORT', '1e3', /REGIETAFEL_POORT: moet een heel getal zijn/],
    ['REGIETAFEL_TEKST', '0x99', /REGIETAFEL_TEKST: moet een heel getal zijn, van 1 tot en met 100000000/],
    ['REGIETAFEL_POORT', '70000', /REGIETAFEL_POORT: moet een heel getal zijn.*65535/],
    ['REGIETAFEL_ADRES', 'mijn computer', /REGIETAFEL_ADRES: moet een IP-adres zijn/],
    ['REGIETAFEL_MODUS', 'echt', /REGIETAFEL_MODUS: kan nu alleen demo zijn/],
    ['REGIETAFEL_DATA', '', /REGIETAFEL_DATA: /],
    ['REGIETAFEL_SLEUTELS', '', /REGIETAFEL_SLEUTELS: /],
  ])('should refuse %s=%s, and say so in Dutch', async (naam, waarde, bericht) => {
    const proces = start(legeMappen(), { [naam]: waarde });
    await verwachtWeigering(proces, bericht);
    expect(proces.zei.fout).toContain('Deze instellingen kloppen niet:');
    expect(proces.zei.fout).not.toMatch(/invalid|expected|too (small|big)/i);
  });

  test.skipIf(process.platform !== 'linux').each(['REGIETAFEL_DATA', 'REGIETAFEL_SLEUTELS'])(
    'should refuse %s where no folder can be made, and not wait for ever',
    async (naam) => {
      await verwachtWeigering(start(legeMappen(), { [naam]: '/proc/regietafel/map' }), /kan niet bij \/proc/);
    },
  );

  test('should refuse a file in the place of a folder', async () => {
    const mappen = legeMappen();
    await verwachtWeigering(
      start(mappen, { REGIETAFEL_DATA: fileURLToPath(import.meta.url) }),
      /kan niet bij/,
    );
    expect(existsSync(mappen.sleutels)).toBe(false);
  });

  test('should name every setting that is wrong at once', async () => {
    const proces = start(legeMappen(), { REGIETAFEL_POORT: '-1', REGIETAFEL_MODUS: 'x' });
    await verwachtWeigering(proces, /REGIETAFEL_POORT[\s\S]*REGIETAFEL_MODUS/);
  });
});

async function medewerkers(poort: number): Promise<{ id: string; naam: string }[]> {
  const antwoord = await fetch(`http://127.0.0.1:${poort}/api/v1/demo/medewerkers`);
  const gelezen: { medewerkers: { id: string; naam: string }[] } = await antwoord.json();
  return gelezen.medewerkers;
}
