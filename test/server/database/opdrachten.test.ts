import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { metOnthoudenOpdrachten } from '../../../server/database/opdrachten.ts';

const getallen = sqliteTable('getallen', { n: integer().primaryKey() });

function maak(onthouden?: number) {
  const sqlite = new Database(':memory:');
  onTestFinished(() => void sqlite.close());
  sqlite.exec('create table getallen (n integer primary key)');
  const voorbereid = vi.spyOn(sqlite, 'prepare');
  const client = metOnthoudenOpdrachten(sqlite, onthouden);
  return { sqlite, client, db: drizzle(client), voorbereid };
}

describe('HUIS: a database that remembers its statements', () => {
  test('prepares each once, and gives each its own answer', () => {
    const { sqlite, db, voorbereid } = maak();
    for (let n = 1; n <= 3; n++) db.insert(getallen).values({ n }).run();
    for (let n = 1; n <= 3; n++) {
      expect(db.select().from(getallen).where(sql`n >= ${n}`).all()).toHaveLength(4 - n);
    }
    expect(voorbereid).toHaveBeenCalledTimes(2);
    // It is the same database.
    expect(sqlite.transaction(() => db.select().from(getallen).all().length)()).toBe(3);
  });

  test('gives rows as they are asked for, whoever asked the same before', () => {
    const { client, db, voorbereid } = maak();
    db.insert(getallen).values({ n: 7 }).run();
    const vraag = 'select "n" from "getallen"';
    expect(db.select().from(getallen).all()).toEqual([{ n: 7 }]);
    expect(db.all(sql.raw(vraag))).toEqual([{ n: 7 }]);
    expect(db.select().from(getallen).all()).toEqual([{ n: 7 }]);
    expect(client.prepare(vraag).all()).toEqual([{ n: 7 }]);
    expect(voorbereid).toHaveBeenCalledTimes(2);
  });

  test('keeps no more than so many, and those that were used last', () => {
    const { client, voorbereid } = maak(2);
    for (const tekst of ['select 1', 'select 2', 'select 1', 'select 3', 'select 1']) client.prepare(tekst);
    expect(voorbereid).toHaveBeenCalledTimes(3);
    client.prepare('select 2');
    expect(voorbereid).toHaveBeenCalledTimes(4);
  });

  test('keeps none that could not be prepared', () => {
    const { sqlite, client } = maak();
    expect(() => client.prepare('select * from later')).toThrow('no such table');
    sqlite.exec('create table later (n)');
    expect(client.prepare('select * from later').all()).toEqual([]);
    // And what a table has become since is seen.
    sqlite.exec("alter table later add column m default 'nieuw'; insert into later (n) values (1)");
    expect(client.prepare('select * from later').all()).toEqual([{ n: 1, m: 'nieuw' }]);
  });
});
