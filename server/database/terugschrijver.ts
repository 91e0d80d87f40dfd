import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** From so many changed rows since the last time it is worth the syncing. */
const GENOEG_RIJEN = 500;
/** From so many pages in the WAL (32 MB) SQLite does it itself after all, at a COMMIT. */
export const UITERSTE_PAGINAS = 8_000;
/** How long closing waits for what is under way, in ms. */
const GEDULD_MS = 10_000;

/** What stands in the shared number: whether the thread lets the file go. */
const IS_LOS = 1;

// As text, for a thread starts from a file, and this one is TypeScript in the tests and JavaScript where it is built.
const DRAAD = `
const { parentPort, workerData } = require('node:worker_threads');
let sqlite;
const gaat = () => {
  sqlite?.close();
  Atomics.store(workerData.stand, 0, ${IS_LOS});
  Atomics.notify(workerData.stand, 0);
};
const doe = (werk) => {
  try {
    werk();
  } catch (fout) {
    gaat();
    throw fout;
  }
};
doe(() => {
  const Database = require(workerData.bibliotheek);
  sqlite = new Database(workerData.pad, { fileMustExist: true, timeout: 0 });
  sqlite.pragma('synchronous = full');
  sqlite.pragma('fullfsync = on');
});
parentPort.on('message', (wat) => {
  if (wat === 'schrijf') return doe(() => sqlite.pragma('wal_checkpoint(passive)'));
  gaat();
  parentPort.close();
});
`;

/**
 * Writes what stands in the WAL back into the file, in a thread of its own. Left to itself SQLite does so at a COMMIT, once
 * in a thousand pages, and everyone who types waits until the disk has it (docs/performance.md). Readers and writers go
 * on meanwhile; nothing is less safe, for what is in the WAL is on the disk. Where this thread can't keep up, or has
 * failed, SQLite does it as before, later.
 */
export class Terugschrijver {
  readonly #pad: string;
  readonly #gewijzigd: () => number;
  #vorige = 0;
  #draad: Worker | null = null;
  #isMislukt = false;
  readonly #stand = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /**
   * @param pad the file, which stays open elsewhere until this is closed
   * @param gewijzigd how many rows were changed since it was opened
   */
  constructor(pad: string, gewijzigd: () => number) {
    this.#pad = pad;
    this.#gewijzigd = gewijzigd;
  }

  /** Has it done when enough was written since the last time; returns at once. @param bijFout is told when it can't any more */
  schrijf(bijFout: (fout: unknown) => void): void {
    const nu = this.#gewijzigd();
    if (this.#isMislukt || nu - this.#vorige < GENOEG_RIJEN) return;
    this.#vorige = nu;
    this.#draad ??= this.#begin(bijFout);
    this.#draad.postMessage('schrijf');
  }

  /** Waits until what is under way is done, and lets the file go. A second time it does nothing. */
  sluit(): void {
    this.#draad?.postMessage('sluit');
    if (this.#draad !== null) Atomics.wait(this.#stand, 0, 0, GEDULD_MS);
    this.#draad = null;
    this.#isMislukt = true;
  }

  #begin(bijFout: (fout: unknown) => void): Worker {
    const bibliotheek = createRequire(import.meta.url).resolve('better-sqlite3');
    const draad = new Worker(DRAAD, {
      eval: true,
      workerData: { pad: this.#pad, bibliotheek, stand: this.#stand },
    });
    draad.unref();
    draad.on('error', (fout) => {
      this.#draad = null;
      this.#isMislukt = true;
      bijFout(fout);
    });
    return draad;
  }
}
