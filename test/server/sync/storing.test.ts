import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TEKSTMATEN } from '../../../server/teksten/tekstmaten.ts';
import type { VanServer } from '../../../shared/sync/besturing.ts';
import { type Huishouden, huishoudenAan } from '../huishouden.ts';
import type { Synclijn, Synctekst } from './lijn.ts';
import { bijElkeSchrijf, Opslag, type Storing } from './storing.ts';
import { spawnHouder } from './storing-houder.ts';
import { allesOp, klein, lijnVan, opent, type Plaats, rijen, tekstVan } from './tekst.ts';

/** What no page that lies half empty has room for. */
const GROOT = 'x'.repeat(100_000);

/** Makes the storage of a table fail. @returns how it works again */
type Breek = (h: Huishouden, opslag: Opslag) => Promise<() => void | Promise<void>>;

const breekInjectie =
  (storing: Storing): Breek =>
  async (_h, opslag) => {
    opslag.storing = storing;
    return () => {
      opslag.storing = null;
    };
  };

const STORINGEN: readonly { naam: string; breek: Breek }[] = [
  {
    naam: 'a full disk',
    breek: async ({ tafel: { database } }) => {
      const { sqlite } = database;
      const hoogste = sqlite.pragma('max_page_count', { simple: true });
      sqlite.pragma(`max_page_count = ${String(sqlite.pragma('page_count', { simple: true }))}`);
      return () => void sqlite.pragma(`max_page_count = ${String(hoogste)}`);
    },
  },
  {
    naam: 'a file that another process has locked',
    breek: async ({ tafel: { instellingen } }) => await spawnHouder(join(instellingen.map, 'regietafel.db')),
  },
  { naam: 'an I/O error while writing', breek: breekInjectie('SQLITE_IOERR_WRITE') },
  { naam: 'an I/O error at COMMIT', breek: breekInjectie('SQLITE_IOERR_FSYNC') },
];

/** A table on storage that can be made to fail, with a text that Tom and Pieter write in. */
async function tafelMetTekst(): Promise<{ h: Huishouden; opslag: Opslag; hulp: Plaats }> {
  const opslag = new Opslag();
  const h = await klein({ database: (echt) => opslag.om(echt) });
  return { h, opslag, hulp: await tekstVan(h, 'tom', 'hulp') };
}

async function gezondheid(h: Huishouden): Promise<[number, unknown]> {
  const { status, body } = await h.tafel.verzoek('GET', '/gezondheid');
  return [status, body.status === 'ok' ? 'ok' : body.code];
}

/** The housekeeping of texts, after so many ms. */
function ruimOpNa({ tafel }: Huishouden, ms: number): void {
  tafel.klok.nu += ms;
  tafel.app.teksten.ruimOp();
}

function sluitingen(lijn: Synclijn): VanServer[] {
  return lijn.besturing.filter(({ type }) => type === 'sluit' || type === 'geweigerd' || type === 'opnieuw');
}

/** The same text anew, with the same Y.Doc, on the line that is there. */
async function heropen(tekst: Synctekst, { id }: Plaats): Promise<Synctekst> {
  const tijdperk = tekst.lijn.kanaal(id)?.tijdperk ?? null;
  return await tekst.lijn.open(id, tekst.doc, tijdperk);
}

describe('SY5: storage that fails', () => {
  test('SY5: everything is synced at each COMMIT', async () => {
    const { h } = await tafelMetTekst();
    const { sqlite } = h.tafel.database;
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(sqlite.pragma('busy_timeout', { simple: true })).toBe(0);
  });

  test.each(STORINGEN)(
    'SY5: $naam acknowledges nothing, refuses nothing, shows nothing, and loses nothing',
    async ({ breek }) => {
      const { h, opslag, hulp } = await tafelMetTekst();
      const plan = await tekstVan(h, 'tom', 'plan');
      const tom = await opent(h, 'tom', hulp);
      const pieter = await opent(h, 'pieter', hulp);
      const elders = await opent(h, 'fatima', plan);
      tom.typ(hulp.veld, 'vooraf');
      await tom.opgeslagen();
      await pieter.leest(hulp.veld, 'vooraf');
      expect(await gezondheid(h)).toEqual([200, 'ok']);

      const herstel = await breek(h, opslag);
      const [gezegd, gehoord] = [tom.lijn.besturing.length, pieter.lijn.berichten.length];
      tom.typ(hulp.veld, `tijdens ${GROOT}`);
      await tom.lijn.tot(() => tom.einde);

      const dicht = { type: 'sluit', kanaal: tom.kanaal, code: 4513 };
      for (const een of tom.lijn.besturing.slice(gezegd)) expect(een).toEqual(dicht);
      expect(await gezondheid(h)).toEqual([503, 'opslag_onbereikbaar']);
      expect(pieter.lijn.berichten.slice(gehoord)).toEqual([]);
      expect(rijen(h.tafel.database, hulp.id)).toHaveLength(1);
      // Who had nothing to do with it goes on.
      expect(sluitingen(elders.lijn)).toEqual([]);

      await herstel();
      expect(await gezondheid(h)).toEqual([200, 'ok']);
      const weer = await heropen(tom, hulp);
      await weer.lijn.tot(() => weer.gelijk);
      weer.typ(hulp.veld, 'daarna');
      await weer.opgeslagen();
      // Pieter's kanaal went with the document, if that was dropped; he opens it anew with what he had.
      const leest = pieter.einde === null ? pieter : await heropen(pieter, hulp);
      await leest.leest(hulp.veld, 'daarna');
      expect(leest.tekst(hulp.veld)).toBe(weer.tekst(hulp.veld));
      expect(leest.tekst(hulp.veld)).toMatch(/vooraf.*tijdens x{100000}.*daarna/);
      elders.typ(plan.veld, 'ongestoord');
      await elders.opgeslagen();
      expect(elders.bevestigd).toBe(1);
      for (const { lijn } of [tom, pieter]) {
        for (const een of sluitingen(lijn)) expect(een).toMatchObject({ type: 'sluit', code: 4513 });
      }
    },
  );

  test('SY5: who wrote along in a step that failed has the document dropped, and loses nothing either', async () => {
    const { h, opslag, hulp } = await tafelMetTekst();
    const tom = await opent(h, 'tom', hulp);
    const pieter = await opent(h, 'pieter', hulp);
    const herstel = await breekInjectie('SQLITE_IOERR_FSYNC')(h, opslag);
    tom.typ(hulp.veld, 'van Tom');
    pieter.typ(hulp.veld, 'van Pieter');
    // SY5: the document in memory holds what is not on disk, so whoever read it is off it.
    await Promise.all([tom.lijn.tot(() => tom.einde), pieter.lijn.tot(() => pieter.einde)]);
    expect([...h.tafel.app.teksten.kamers.keys()]).not.toContain(hulp.id);
    await herstel();
    const [een, ander] = [await heropen(tom, hulp), await heropen(pieter, hulp)];
    await Promise.all([een.leest(hulp.veld, 'van Pieter'), ander.leest(hulp.veld, 'van Tom')]);
    expect(een.tekst(hulp.veld)).toBe(ander.tekst(hulp.veld));
  });

  test('SY5: an I/O error at COMMIT ends the process; one before it does not', async () => {
    const { h, opslag, hulp } = await tafelMetTekst();
    const tom = await opent(h, 'tom', hulp);
    const voor = await breekInjectie('SQLITE_IOERR_WRITE')(h, opslag);
    tom.typ(hulp.veld, 'voor');
    await tom.lijn.tot(() => tom.einde);
    expect(h.tafel.schijffouten).toEqual([]);
    await voor();
    const weer = await heropen(tom, hulp);
    await weer.lijn.tot(() => weer.gelijk);
    await breekInjectie('SQLITE_IOERR_FSYNC')(h, opslag);
    weer.typ(hulp.veld, 'bij');
    await weer.lijn.tot(() => weer.einde);
    expect(h.tafel.schijffouten).toEqual([expect.objectContaining({ code: 'SQLITE_IOERR_FSYNC' })]);
  });

  test.each<[string, (h: Huishouden) => unknown]>([
    ['keeping the state of a text that rests', (h) => ruimOpNa(h, TEKSTMATEN.rust)],
    ['cutting history', (h) => ruimOpNa(h, TEKSTMATEN.geschiedenis)],
    ['the trial of whether it can write again', gezondheid],
    ['the line of a refused request', (h) => h.vraag('tom', 'GET', '/kandidaten')],
  ])('SY5: an I/O error at the COMMIT of %s ends the process too', async (_, doe) => {
    const { h, opslag, hulp } = await tafelMetTekst();
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'bewaard');
    await tom.opgeslagen();
    // It doubts its storage from here on.
    const voor = await breekInjectie('SQLITE_IOERR_WRITE')(h, opslag);
    expect((await h.vraag('fatima', 'PATCH', '', { status: 'nazorg' })).status).toBe(503);
    await voor();
    tom.lijn.trekUit();
    await expect.poll(() => h.tafel.app.teksten.kamers.get(hulp.id)?.lezers).toBe(0);
    expect(h.tafel.schijffouten).toEqual([]);
    await breekInjectie('SQLITE_IOERR_FSYNC')(h, opslag);
    await doe(h);
    expect(h.tafel.schijffouten[0]).toMatchObject({ code: 'SQLITE_IOERR_FSYNC' });
  });

  test.each(STORINGEN.slice(1))(
    'SY5: opening a text gets 4513 under $naam, not silence',
    async ({ breek }) => {
      const { h, opslag, hulp } = await tafelMetTekst();
      const lijn = await lijnVan(h, 'tom');
      const herstel = await breek(h, opslag);
      const tekst = await lijn.open(hulp.id);
      expect(tekst.einde).toEqual({ type: 'sluit', kanaal: tekst.kanaal, code: 4513 });
      expect(tekst.isGeladen).toBe(false);
      await herstel();
      expect((await lijn.open(hulp.id, tekst.doc)).isGeladen).toBe(true);
    },
  );

  test('SY5: a refusal that can not be put on record is no refusal: 4513, and the same again once it can', async () => {
    const { h, opslag } = await tafelMetTekst();
    const plan = await tekstVan(h, 'pieter', 'plan');
    const pieter = await opent(h, 'pieter', plan);
    const herstel = await breekInjectie('SQLITE_IOERR_FSYNC')(h, opslag);
    pieter.typ(plan.veld, 'mag niet');
    await pieter.lijn.tot(() => pieter.einde);
    for (const een of sluitingen(pieter.lijn)) expect(een).toMatchObject({ type: 'sluit', code: 4513 });
    await herstel();
    const weer = await heropen(pieter, plan);
    weer.typ(plan.veld, 'mag nog steeds niet');
    await weer.lijn.tot(() => weer.einde);
    expect(weer.einde).toMatchObject({ type: 'geweigerd' });
  });
});

describe('SY5: durable before visible', () => {
  test('SY5: until the COMMIT no socket gets a byte; what is on a socket, another connection reads from the file', async () => {
    const opslag = new Opslag();
    const h = await klein({ database: (echt) => opslag.om(echt) });
    const hulp = await tekstVan(h, 'tom', 'hulp');
    // By the same SQLite: it knows of the locks that this process has, and keeps them when it closes the file.
    const buiten = new Database(join(h.tafel.instellingen.map, 'regietafel.db'), { readonly: true });
    onTestFinished(() => void buiten.close());
    const telling = buiten
      .prepare<[string], number>('select count(*) from tekstwijzigingen where compartiment_id = ?')
      .pluck();

    let geschreven = 0;
    let sindsBegin = 0;
    const tijdensStap: number[] = [];
    const zichtbaar: { woord: number; rijen: number }[] = [];
    const bevestigd: { t: number; rijen: number }[] = [];
    bijElkeSchrijf(h.tafel.app.http, (bytes) => {
      geschreven += 1;
      const tekst = bytes.toString('latin1');
      const rijen = telling.get(hulp.id) ?? 0;
      for (const [, woord] of tekst.matchAll(/woord(\d+)\./g))
        zichtbaar.push({ woord: Number(woord), rijen });
      for (const [, t] of tekst.matchAll(/"opgeslagen","kanaal":\d+,"t":(\d+)/g))
        bevestigd.push({ t: Number(t), rijen });
    });
    const tom = await opent(h, 'tom', hulp);
    const pieter = await opent(h, 'pieter', hulp);
    opslag.bijBegin = () => {
      sindsBegin = geschreven;
    };
    opslag.voorCommit = () => tijdensStap.push(geschreven - sindsBegin);
    opslag.naCommit = () => tijdensStap.push(geschreven - sindsBegin);

    for (let n = 1; n <= 20; n += 1) {
      tom.typ(hulp.veld, `woord${n}.`);
      // Some alone in their step, some with others.
      if (n % 3 === 0) await pieter.leest(hulp.veld, `woord${n}.`);
    }
    await tom.opgeslagen();
    await pieter.leest(hulp.veld, 'woord20.');

    expect(tijdensStap.length).toBeGreaterThan(8);
    expect(tijdensStap.filter((aantal) => aantal > 0)).toEqual([]);
    expect(zichtbaar.map(({ woord }) => woord)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    // Each word is a row: the word on the socket is on the disk, and so is the acknowledged update.
    for (const { woord, rijen: aantal } of zichtbaar) expect(aantal).toBeGreaterThanOrEqual(woord);
    expect(bevestigd.at(-1)?.t).toBe(20);
    for (const { t, rijen: aantal } of bevestigd) expect(aantal).toBeGreaterThanOrEqual(t);
  });
});

describe('SY5: a right that is withdrawn while the disk fails', () => {
  test.each(STORINGEN.slice(1))(
    'SY5 NK7: holds in memory under $naam, for texts, board and openings',
    async ({ breek }) => {
      const { h, opslag, hulp } = await tafelMetTekst();
      const tom = await opent(h, 'tom', hulp);
      const pieter = await opent(h, 'pieter', hulp);
      tom.typ(hulp.veld, 'ervoor');
      await pieter.leest(hulp.veld, 'ervoor');

      const herstel = await breek(h, opslag);
      const weg = await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`);
      expect([weg.status, weg.body?.code]).toEqual([503, 'opslag_onbereikbaar']);
      await pieter.lijn.tot(() => pieter.lijn.sluitcode);
      expect((await h.vraag('pieter', 'GET')).status).toBe(404);
      const nieuw = await lijnVan(h, 'pieter');
      await nieuw.tot(() => nieuw.sluitcode);
      expect(nieuw.besturing).toEqual([]);

      await herstel();
      // Still: it is the process that remembers, until the command succeeds.
      expect((await h.vraag('pieter', 'GET')).status).toBe(404);
      const schrijft = tom.einde === null ? tom : await heropen(tom, hulp);
      schrijft.typ(hulp.veld, 'erna');
      await schrijft.opgeslagen();
      const weer = await lijnVan(h, 'pieter');
      await weer.tot(() => weer.sluitcode);
      expect([pieter.lijn, nieuw, weer].map(allesOp).join()).not.toContain('erna');
      expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`)).status).toBe(204);
      expect((await h.vraag('pieter', 'GET')).status).toBe(404);
      // Nothing of that was on the casus of others.
      const buren = await huishoudenAan(h.tafel, { pieter: ['moeder'] });
      expect((await buren.vraag('pieter', 'GET')).status).toBe(200);
    },
  );

  test.each(STORINGEN.slice(1))(
    'SY5 NK10: an opening that can not be logged opens nothing: $naam',
    async ({ breek }) => {
      const { h, opslag } = await tafelMetTekst();
      const { compartimenten } = await h.bord('tom');
      const dicht = compartimenten.find(({ geopend, niveau }) => !geopend && niveau === 'lezen');
      if (dicht === undefined) throw new Error('Tom has nothing that opens on request');
      const lijn = await lijnVan(h, 'tom');
      const herstel = await breek(h, opslag);
      const antwoord = await h.vraag('tom', 'POST', `/compartimenten/${dicht.id}/openingen`, {});
      expect([antwoord.status, antwoord.body?.code]).toEqual([503, 'opslag_onbereikbaar']);
      // A line that would open by itself what the session did not see yet: not without its line on record.
      const vers = await h.tafel.meldAan(h.persoonId('tom')).catch(() => null);
      expect(vers).toBeNull();
      await herstel();
      await lijn.bij();
      expect(lijn.kanaal(dicht.id)).toBeUndefined();
      expect((await h.bord('tom')).compartimenten.find(({ id }) => id === dicht.id)?.geopend).toBe(false);
    },
  );
});
