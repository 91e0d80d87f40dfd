import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Bewaarder } from '../../server/casus/bewaarders.ts';
import { KluisFout } from '../../server/database/kluis.ts';
import { geefRecht, inStap, sluitUit, verklaarAcuutGevaar } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden } from './huishouden.ts';
import { type Tafel, tafelVoorTest } from './opstelling.ts';
import { Opslag } from './sync/storing.ts';
import { opent, tekstVan } from './sync/tekst.ts';

// Who keeps something of a compartment says so; nothing of a compartment is left by who forgot to.

/** Tables in which a compartment stands, as the database has them. */
function metCompartiment({ database }: Tafel): string[] {
  return database.sqlite
    .prepare<[], string>(
      "select tabel.name from sqlite_schema tabel, pragma_table_info(tabel.name) kolom where tabel.type = 'table' and kolom.name = 'compartiment_id' order by tabel.name",
    )
    .pluck()
    .all();
}

/** Tables with something of compartments that nobody keeps. */
function zonderBewaarder(tafel: Tafel, bewaarders: readonly Bewaarder[]): string[] {
  const bewaard = new Set(bewaarders.flatMap(({ tabellen }) => tabellen));
  return metCompartiment(tafel).filter((tabel) => !bewaard.has(tabel));
}

/** How many rows each of those tables has of a compartment. */
function rijenVan(tafel: Tafel, compartimentId: string): Record<string, number> {
  return Object.fromEntries(
    metCompartiment(tafel).map((tabel) => [
      tabel,
      tafel.database.sqlite
        .prepare<[string], number>(`select count(*) from "${tabel}" where compartiment_id = ?`)
        .pluck()
        .get(compartimentId) ?? 0,
    ]),
  );
}

/** Keys of a compartment in the file with keys. */
function sleutelsVan({ instellingen }: Tafel, compartimentId: string): unknown[] {
  const sqlite = new Database(join(instellingen.sleutelmap, 'compartimenten.db'), { readonly: true });
  try {
    return sqlite.prepare('select * from sleutels where compartiment_id = ?').all(compartimentId);
  } finally {
    sqlite.close();
  }
}

/** Puts something in every table of a compartment. @returns its id */
async function vul(h: Huishouden): Promise<string> {
  const plaats = await tekstVan(h, 'tom', 'plan');
  const doel = { compartimentId: plaats.id, soort: 'doel', titel: 'Rust' };
  expect((await h.vraag('tom', 'POST', '/kaarten', doel, { 'idempotency-key': 'k' })).status).toBe(201);
  const tekst = await opent(h, 'tom', plaats);
  tekst.typ(plaats.veld, 'kanarie');
  await tekst.lijn.bij();
  await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend: true });
  const gevraagd = await h.vraag('pieter', 'POST', `/compartimenten/${plaats.id}/toegangsverzoeken`, {
    waarvoor: 'samenhang',
    grondslag: 'wmo',
    toelichting: 'om mee te schrijven',
    tot: '2026-02-10',
  });
  const nee = { besluit: 'afgewezen', reden: 'nu niet' };
  const besluit = await h.vraag('tom', 'POST', `/toegangsverzoeken/${gevraagd.body.id}/besluit`, nee);
  expect(besluit.status, besluit.tekst).toBe(204);
  expect((await h.vraag('tom', 'PUT', '/regie/weging', { volgorde: ['jeugd'] })).status).toBe(204);
  expect((await h.vraag('tom', 'POST', '/bezoeken', { ik: 'kom' })).status).toBe(200);
  const straks = { van: h.tafel.klok.nu + 1000 };
  geefRecht(h, 'pieter', plaats.id, straks);
  sluitUit(h, 'pieter', plaats.id, straks);
  verklaarAcuutGevaar(h, 'pieter', plaats.id, straks);
  const afspraak = {
    compartimentId: plaats.id,
    soort: 'afspraak',
    titel: 'Bellen',
    uitvoerders: [h.zetelVan('tom')],
  };
  const { id: kaartId } = (await h.vraag('tom', 'POST', '/kaarten', afspraak)).body;
  const versie = await h.versie('fatima', kaartId);
  const genomen = { versie, reden: 'Nu', stand: 'gedaan' };
  await h.vraag('fatima', 'POST', `/kaarten/${kaartId}/doorzettingsbesluit`, genomen);
  const bezwaar = await h.vraag('tom', 'POST', `/kaarten/${kaartId}/bezwaar`, { reden: 'Niet nu' });
  expect(bezwaar.status, bezwaar.tekst).toBe(200);
  inStap(h, ({ bevestigingen }) => bevestigingen.bevestig(h.casusId, h.zetelVan('tom'), [plaats]));
  const lidId = h.leden.kind1;
  const advies = { lidId, vraag: 'Wat helpt?', opent: [plaats.id], genoemd: [], tot: '2026-02-10' };
  expect((await h.vraag('tom', 'POST', '/adviesvragen', advies)).status).toBe(201);
  // What is kept of somebody's name, of a text that grew, and what an older version left.
  h.tafel.database.sqlite
    .prepare("insert into vroegere_namen (id, compartiment_id, inhoud) values (?, ?, x'00')")
    .run(`vroeger ${plaats.id}`, plaats.id);
  h.tafel.database.sqlite
    .prepare(
      "insert or ignore into tekstbeelden (compartiment_id, tijdperk, tot_nummer, op, beeld) values (?, 't', 0, 1, x'00')",
    )
    .run(plaats.id);
  h.tafel.database.sqlite
    .prepare('insert into teksten_in_oude_vorm (compartiment_id) values (?)')
    .run(plaats.id);
  h.tafel.database.sqlite
    .prepare(
      "insert into logboek_in_oude_vorm (nummer, op, handeling, uitkomst, compartiment_id) values (1, 1, 'geopend', 'gedaan', ?)",
    )
    .run(plaats.id);
  return plaats.id;
}

const PLAATSEN = { tom: null, pieter: null } as const;

describe('HUIS: who keeps something of a compartment', () => {
  test('says so, for every table that has one; a table that nobody keeps is found', async () => {
    const tafel = await tafelVoorTest();
    const { bewaarders } = tafel.app.casussen;
    expect(metCompartiment(tafel)).toContain('kaarten');
    expect(zonderBewaarder(tafel, bewaarders)).toEqual([]);
    // Once each, and nothing that isn't there.
    expect(bewaarders.flatMap(({ tabellen }) => tabellen).sort()).toEqual(metCompartiment(tafel));

    tafel.database.sqlite.exec('create table adviezen (id text, compartiment_id text)');
    expect(zonderBewaarder(tafel, bewaarders)).toEqual(['adviezen']);
    const zonderKaarten = bewaarders.filter(({ tabellen }) => !tabellen.includes('kaarten'));
    expect(zonderBewaarder(tafel, zonderKaarten)).toEqual(['adviezen', 'kaarten', 'vroegere_namen']);
  });

  test('NK15: keeps nothing of one that is wiped, and its key goes as well', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { app, database } = h.tafel;
    const id = await vul(h);
    const compartiment = app.casussen.compartiment(id);
    if (compartiment === null) throw new Error('no compartment');
    // Else it would prove nothing of one of them.
    for (const [tabel, aantal] of Object.entries(rijenVan(h.tafel, id)))
      expect(aantal, tabel).toBeGreaterThan(0);
    const plaats = { compartimentId: id, tijdperk: compartiment.tijdperk, rijId: 'x', soort: 'kaart' };
    const verzegeld = database.kluis.versleutel(plaats, Buffer.from('kanarie'));
    database.sqlite.prepare('delete from teksten_in_oude_vorm').run();

    app.stappen.doe(() => app.casussen.wisCompartiment(compartiment));

    const { logboek, logboek_in_oude_vorm, ...over } = rijenVan(h.tafel, id);
    // The record tells that there was one.
    expect([logboek, logboek_in_oude_vorm].every((aantal) => (aantal ?? 0) > 0)).toBe(true);
    expect(Object.entries(over).filter(([, aantal]) => aantal > 0)).toEqual([]);
    expect(app.casussen.compartiment(id)).toBe(null);
    expect(() => database.kluis.ontsleutel(plaats, verzegeld)).toThrow(KluisFout);
    expect(sleutelsVan(h.tafel, id)).toMatchObject([{ verpakt: null }]);
    expect(app.teksten.kamers.has(id)).toBe(false);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK15: keeps all of one that could not be wiped, its key as well', async () => {
    const opslag = new Opslag();
    const h = await huishouden({ plaatsen: PLAATSEN, database: (echt) => opslag.om(echt) });
    const { app, database } = h.tafel;
    const id = await vul(h);
    database.sqlite.prepare('delete from teksten_in_oude_vorm').run();
    const compartiment = app.casussen.compartiment(id);
    if (compartiment === null) throw new Error('no compartment');
    const voor = [rijenVan(h.tafel, id), sleutelsVan(h.tafel, id)];
    opslag.storing = 'SQLITE_IOERR_FSYNC';
    expect(() => app.stappen.doe(() => app.casussen.wisCompartiment(compartiment))).toThrow('disk I/O');
    opslag.storing = null;
    expect([rijenVan(h.tafel, id), sleutelsVan(h.tafel, id)]).toEqual(voor);
    expect((await h.bord('tom')).kaarten.map(({ titel }) => titel)).toEqual(['Rust', 'Bellen']);
  });
});
