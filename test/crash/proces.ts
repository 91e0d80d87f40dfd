import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

// The product as it runs: the built main.js, in a process of its own that can be killed, on folders that stay.

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const WACHT_MS = 30_000;

/** The two folders of an installation. */
export interface Mappen {
  readonly data: string;
  readonly sleutels: string;
}

/** A process that listens. */
export interface Proces {
  readonly poort: number;
  readonly url: string;
  /** What it said on stderr so far. */
  fout(): string;
  /** Ends it, and returns when it has ended. @returns its exit code, or the signal that ended it */
  stop(signaal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Folders that go when the test ends; on a disk, where a sync costs what it costs. */
export function legeMappen(): Mappen {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-crash-'));
  onTestFinished(() => rmSync(map, { recursive: true, force: true }));
  return { data: join(map, 'data'), sleutels: join(map, 'sleutels') };
}

/** Starts the product; a process that still runs when the test ends is killed. */
export async function start(mappen: Mappen): Promise<Proces> {
  const kind = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      REGIETAFEL_POORT: '0',
      REGIETAFEL_DATA: mappen.data,
      REGIETAFEL_SLEUTELS: mappen.sleutels,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const einde = new Promise<number | NodeJS.Signals | null>((klaar) => {
    kind.once('close', (code, signaal) => klaar(code ?? signaal));
  });
  const stop = async (signaal: NodeJS.Signals) => {
    if (kind.exitCode === null && kind.signalCode === null) kind.kill(signaal);
    return await einde;
  };
  onTestFinished(async () => void (await stop('SIGKILL')));
  let fout = '';
  kind.stderr.setEncoding('utf8').on('data', (stuk: string) => {
    fout += stuk;
  });
  const poort = await luistert(kind, einde, () => fout);
  return { poort, url: `http://127.0.0.1:${poort}`, fout: () => fout, stop };
}

/** @returns the port on which it listens; throws when it ends before that */
function luistert(kind: ChildProcess, einde: Promise<unknown>, fout: () => string): Promise<number> {
  return new Promise((klaar, mislukt) => {
    let uit = '';
    const op = setTimeout(() => mislukt(new Error(`it did not listen: ${uit}${fout()}`)), WACHT_MS);
    kind.stdout?.setEncoding('utf8').on('data', (stuk: string) => {
      uit += stuk;
      const poort = /staat klaar op http:\/\/127\.0\.0\.1:(\d+)/.exec(uit)?.[1];
      if (poort === undefined) return;
      clearTimeout(op);
      klaar(Number(poort));
    });
    void einde.then((hoe) => {
      clearTimeout(op);
      mislukt(new Error(`it ended with ${String(hoe)}: ${fout()}`));
    });
  });
}
