import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as beurt } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

// The product as it runs: the built main.js, in a process of its own that can be killed, on folders that stay.

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const WACHT_MS = 90_000;

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
  const { kind, einde, fout } = breng(mappen);
  const stop = async (signaal: NodeJS.Signals) => {
    if (kind.exitCode === null && kind.signalCode === null) kind.kill(signaal);
    return await einde;
  };
  const poort = await luistert(kind, einde, fout);
  return { poort, url: `http://127.0.0.1:${poort}`, fout, stop };
}

/**
 * Starts the product and kills it, before it listens, as soon as this holds.
 * @returns whether it was killed; else it came to listen before, and was stopped
 */
export async function dodeBijStart(mappen: Mappen, zodra: () => boolean): Promise<boolean> {
  const { kind, einde, fout } = breng(mappen);
  let isKlaar = false;
  const klaar = luistert(kind, einde, fout).then(
    () => {
      isKlaar = true;
    },
    () => {},
  );
  while (!isKlaar && kind.exitCode === null) {
    if (zodra()) {
      kind.kill('SIGKILL');
      await einde;
      return true;
    }
    await beurt();
  }
  await klaar;
  kind.kill('SIGTERM');
  await einde;
  return false;
}

interface Gebracht {
  readonly kind: ChildProcess;
  readonly einde: Promise<number | NodeJS.Signals | null>;
  readonly fout: () => string;
}

function breng(mappen: Mappen): Gebracht {
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
  onTestFinished(async () => {
    if (kind.exitCode === null && kind.signalCode === null) kind.kill('SIGKILL');
    await einde;
  });
  let fout = '';
  kind.stderr.setEncoding('utf8').on('data', (stuk: string) => {
    fout += stuk;
  });
  return { kind, einde, fout: () => fout };
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
