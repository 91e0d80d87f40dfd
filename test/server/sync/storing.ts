import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import Database from 'better-sqlite3';
import type { GeopendeDatabase } from '../../../server/database/database.ts';
import type { Transactie } from '../../../server/database/transactie.ts';

// A disk that fails when a test says so, and what goes to sockets around each COMMIT (SY5).

/** Where in a transaction the disk fails. */
export type Storing =
  /** At its first write, before anything of it was done. */
  | 'SQLITE_IOERR_WRITE'
  /** At its COMMIT: everything was done, and nobody knows what of it is on the disk. */
  | 'SQLITE_IOERR_FSYNC';

/** Stands between the app and its storage: `tafelVoorTest({ database: (echt) => opslag.om(echt) })`. */
export class Opslag {
  /** What fails from now on; null when nothing does. */
  storing: Storing | null = null;
  /** Are told when a transaction begins; when all of it was done and its COMMIT is still to come; when that is behind. */
  bijBegin: () => void = () => {};
  voorCommit: () => void = () => {};
  naCommit: () => void = () => {};
  #isBinnen = false;

  om(echt: GeopendeDatabase): GeopendeDatabase {
    const transactie: Transactie = (werk, los) => {
      if (this.#isBinnen) return echt.transactie(werk, los);
      this.#isBinnen = true;
      this.bijBegin();
      try {
        const uitkomst = echt.transactie(() => {
          if (this.storing === 'SQLITE_IOERR_WRITE') throw new Database.SqliteError('disk I/O', this.storing);
          const uit = werk();
          if (this.storing === 'SQLITE_IOERR_FSYNC') throw new Database.SqliteError('disk I/O', this.storing);
          this.voorCommit();
          return uit;
        });
        this.naCommit();
        return uitkomst;
      } finally {
        this.#isBinnen = false;
      }
    };
    return { ...echt, transactie };
  }
}

/** Calls `opSchrijf` with all bytes that a server hands to the kernel, just before. Before connections are made. */
export function bijElkeSchrijf(http: Server, opSchrijf: (bytes: Buffer) => void): void {
  http.on('connection', (socket: Socket) => {
    const een = socket._write.bind(socket);
    socket._write = (stuk, codering, klaar) => {
      opSchrijf(bytesVan(stuk, codering));
      een(stuk, codering, klaar);
    };
    const meer = socket._writev?.bind(socket);
    if (meer === undefined) return;
    socket._writev = (stukken, klaar) => {
      for (const { chunk, encoding } of stukken) opSchrijf(bytesVan(chunk, encoding));
      meer(stukken, klaar);
    };
  });
}

/** A socket writes nothing else than text and bytes. */
function bytesVan(stuk: unknown, codering: BufferEncoding): Buffer {
  return typeof stuk === 'string' ? Buffer.from(stuk, codering) : Buffer.from(stuk as Uint8Array);
}
