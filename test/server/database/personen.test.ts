import Database from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { describe, expect, test } from 'vitest';
import * as schema from '../../../server/database/schema.ts';
import { migratiesTot, nieuweInstallatie, open } from './opstelling.ts';

describe('a database of before there were persons', () => {
  test('opens with everybody, and what points at them', async () => {
    const installatie = nieuweInstallatie();
    const toen = await open({ ...installatie, migraties: migratiesTot(5) });
    toen.sqlite.exec(`
      insert into organisaties values ('o', 'Gemeente', 1, '14 0'), ('p', 'School', 0, '14 1');
      insert into medewerkers values ('m1', 'o', 'Een', 'f', '1', 1), ('m2', 'p', 'Twee', 'g', '2', 2);
      insert into medewerker_zetels values ('m1', 'jeugd', 0), ('m1', 'wmo', 1), ('m2', 'onderwijs', 0);
      insert into sessies values ('s', 'hash', 'm2', 1, 2, null);
      insert into casussen values ('c', '26-AAAA', 'ingebracht', 1);
      insert into deelnemers (id, casus_id, medewerker_id, zetel, waarvoor, grondslag, van, gezin_akkoord, volgorde)
        values ('d1', 'c', 'm1', 'jeugd', 'w', 'g', 1, 1, 1), ('d2', 'c', 'm2', 'onderwijs', 'w', 'g', 1, 1, 2);
      insert into regie values ('c', 'd1', 1);
      insert into waarnemingen values ('w', 'c', 'd2', 1, 9);
      insert into compartimenten (id, casus_id, categorie, maker_id, tijdperk)
        values ('cp', 'c', 'plan', 'm2', 't');
      insert into tekstwijzigingen values ('cp', 1, 't', 'm1', 3, x'00');
      insert into tekstauteurs values ('cp', 7, 'm2', 't', 3);
      insert into kaarten values ('k', 'cp', 1, 1, 'm1', 1, 1, x'00');
      insert into logboek (op, handeling, uitkomst, medewerker_id) values (1, 'aangemeld', 'gedaan', 'm1');
    `);
    toen.sluit();

    const nu = await open(installatie);

    const rijen = (sql: string): unknown[] => nu.sqlite.prepare(sql).raw().all();
    expect(rijen('select * from personen order by id')).toEqual([
      ['m1', 'medewerker'],
      ['m2', 'medewerker'],
    ]);
    expect(rijen('select * from medewerkers order by id')).toEqual([
      ['m1', 'o', 'Een', 'f', '1', 1, null],
      ['m2', 'p', 'Twee', 'g', '2', 2, null],
    ]);
    expect(rijen('select * from medewerker_zetels order by medewerker_id, volgorde')).toEqual([
      ['m1', 'jeugd', 0],
      ['m1', 'wmo', 1],
      ['m2', 'onderwijs', 0],
    ]);
    expect(rijen('select id, persoon_id from sessies')).toEqual([['s', 'm2']]);
    expect(rijen('select id, persoon_id from deelnemers order by id')).toEqual([
      ['d1', 'm1'],
      ['d2', 'm2'],
    ]);
    expect(rijen('select maker_id from compartimenten')).toEqual([['m2']]);
    expect(rijen('select persoon_id, op from tekstwijzigingen')).toEqual([['m1', 3]]);
    expect(rijen('select client_id, persoon_id from tekstauteurs')).toEqual([[7, 'm2']]);
    expect(rijen('select id, gemaakt_door from kaarten')).toEqual([['k', 'm1']]);
    expect(rijen('select handeling, persoon_id from logboek_in_oude_vorm')).toEqual([['aangemeld', 'm1']]);
    // What guards these tables went along.
    expect(() => nu.sqlite.exec("update deelnemers set tot = 5 where id = 'd1'")).toThrow('without an end');
    expect(() =>
      nu.sqlite.exec(
        "insert into waarnemingen (id, casus_id, deelnemer_id, van, tot) values ('x', 'c', 'd1', 2, 3)",
      ),
    ).toThrow('already');
    expect(() => nu.sqlite.exec("delete from personen where id = 'm1'")).toThrow('FOREIGN KEY');
  });
});

describe('migrations/', () => {
  test('makes the columns and references of schema.ts, also where it was written by hand', async () => {
    const nu = await generateSQLiteDrizzleJson(schema, undefined, 'snake_case');
    const vers = new Database(':memory:');
    for (const opdracht of await generateSQLiteMigration(await generateSQLiteDrizzleJson({}), nu))
      vers.exec(opdracht);
    const { sqlite } = await open(nieuweInstallatie());

    expect(vormVan(sqlite)).toEqual(vormVan(vers));
  });
});

/** Columns, references and indexes of every table, whatever their order. */
function vormVan(sqlite: Database.Database): unknown {
  return sqlite
    .prepare<[], string>(
      `select t.name || ' ' || k.name || ' ' || k.type || ' ' || k."notnull" || ' ' || k.pk from pragma_table_list t join pragma_table_info(t.name) k where t.schema = 'main' and t.name not like '\\_\\_%' escape '\\' and t.name not like 'sqlite%'
       union all select t.name || ' ' || v."from" || ' ' || v."table" || ' ' || v.on_delete from pragma_table_list t join pragma_foreign_key_list(t.name) v where t.schema = 'main'
       union all select t.name || ' ' || i.name || ' ' || i."unique" from pragma_table_list t join pragma_index_list(t.name) i where t.schema = 'main' and t.name not like '\\_\\_%' escape '\\' order by 1`,
    )
    .pluck()
    .all();
}
