import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { mediaan } from './mediaan.mjs';

const AANTAL = 300;

/** Milliseconds of one commit of one small row in a folder on this disk, set up as the product's: the median of some. */
export function meetCommit(map) {
  const sqlite = new Database(join(map, 'commit.sqlite'));
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.exec('create table wijzigingen (nummer integer primary key, wijziging blob not null)');
    const voegToe = sqlite.prepare('insert into wijzigingen (wijziging) values (?)');
    const wijziging = Buffer.alloc(64, 1);
    const een = () => {
      const begin = performance.now();
      // Outside a transaction each statement is one.
      voegToe.run(wijziging);
      return performance.now() - begin;
    };
    return mediaan(Array.from({ length: AANTAL }, een));
  } finally {
    sqlite.close();
  }
}
