import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Moment } from '../../shared/need-to-know/moment.ts';
import { inStap, laatWaarnemen, zetZetel } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam } from './huishouden.ts';
import { lijnVan } from './sync/tekst.ts';

// NK30: who directs a casus is a fact with a from and an until, and there is exactly one at any moment.
// What the database itself holds of it: database/regie.test.ts.

const UUR = 3_600_000;
const PLAATSEN = { tom: null, sanne: null } as const;

/** Who directs as somebody sees it on their board. */
async function regisseurVolgens(h: Huishouden, naam: Naam): Promise<string[]> {
  return (await h.bord(naam)).deelnemers.filter(({ regisseur }) => regisseur).map(({ id }) => id);
}

/** Whether somebody reads the regisseur's own notes. */
async function leestNotities(h: Huishouden, naam: Naam): Promise<boolean> {
  return (await h.bord(naam)).compartimenten.some(
    ({ categorie, niveau }) => categorie === 'regie' && niveau === 'schrijven',
  );
}

/** Who directs at a moment, by what is stored; and until when that holds. */
function regisseursOp(h: Huishouden, moment: number): { ids: string[]; tot: number } {
  const wanneer = new Moment(moment);
  const beeld = h.tafel.app.casussen.beeldOp(h.casusId, wanneer, moment);
  const ids = (beeld?.deelnemers ?? []).filter(({ regisseur }) => regisseur).map(({ id }) => id);
  return { ids, tot: wanneer.tot };
}

describe('NK30: who stands in', () => {
  test('directs exactly from and until, by the clock, with what that lets them read, and on record', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { klok, app } = h.tafel;
    const [van, tot] = [klok.nu + UUR, klok.nu + 2 * UUR];
    const [fatima, tom] = [h.zetelVan('fatima'), h.zetelVan('tom')];
    laatWaarnemen(h, 'tom', van, tot);
    const stand = async () => ({
      regisseur: await regisseurVolgens(h, 'sanne'),
      fatima: await leestNotities(h, 'fatima'),
      tom: await leestNotities(h, 'tom'),
      // Only the regisseur asks for who can take part.
      mag: [
        (await h.vraag('fatima', 'GET', '/kandidaten')).status,
        (await h.vraag('tom', 'GET', '/kandidaten')).status,
      ],
    });
    const vanFatima = { regisseur: [fatima], fatima: true, tom: false, mag: [200, 403] };
    expect(await stand()).toEqual(vanFatima);
    klok.nu = van - 1;
    expect(await stand()).toEqual(vanFatima);
    klok.nu = van;
    expect(await stand()).toEqual({ regisseur: [tom], fatima: false, tom: true, mag: [403, 200] });
    klok.nu = tot - 1;
    expect((await stand()).regisseur).toEqual([tom]);
    klok.nu = tot;
    expect(await stand()).toEqual(vanFatima);

    app.loopAf();
    const keren = app.logboek
      .lees()
      .flatMap((regel) =>
        regel.leesbaar && regel.regel === 'klok'
          ? [JSON.stringify([regel.op, ...regel.betreft.personen])]
          : [],
      );
    expect([...new Set(keren)].map((keer) => JSON.parse(keer)).sort()).toEqual(
      [
        [van, h.persoonId('fatima')],
        [van, h.persoonId('tom')],
        [tot, h.persoonId('fatima')],
        [tot, h.persoonId('tom')],
      ].sort(),
    );
  });

  test('is told of it on both lines, and so is who hands over for a while', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { klok, app } = h.tafel;
    const [van, tot] = [klok.nu + UUR, klok.nu + 2 * UUR];
    laatWaarnemen(h, 'tom', van, tot);
    const notities = await h.plek('fatima', 'regie');
    const [fatima, tom] = [await lijnVan(h, 'fatima'), await lijnVan(h, 'tom')];
    const live = await (await h.als('tom')).live();
    await live.volg(h.casusId);
    await Promise.all([fatima.klaar(), tom.klaar()]);
    const kanalen = async () => {
      await Promise.all([fatima.bij(), tom.bij(), live.bij()]);
      return [fatima.kanaal(notities)?.niveau, tom.kanaal(notities)?.niveau];
    };
    const zicht = () => live.ontvangen.filter(({ soort }) => soort === 'zicht').length;
    expect(await kanalen()).toEqual(['schrijven', undefined]);

    klok.nu = van;
    app.loopAf();
    // Opened with a look, as always (NK10).
    await h.bord('tom');
    expect(await kanalen()).toEqual([undefined, 'schrijven']);
    expect(zicht()).toBeGreaterThan(0);
    const bij = zicht();

    klok.nu = tot;
    app.loopAf();
    expect((await kanalen())[1]).toBe(undefined);
    expect(zicht()).toBeGreaterThan(bij);
    await h.bord('fatima');
    expect(await kanalen()).toEqual(['schrijven', undefined]);
  });

  test('and loses their seat, hands back: who holds the regie directs again', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { klok } = h.tafel;
    laatWaarnemen(h, 'tom', klok.nu, klok.nu + 2 * UUR);
    expect(await regisseurVolgens(h, 'sanne')).toEqual([h.zetelVan('tom')]);
    zetZetel(h, 'tom', { tot: klok.nu + UUR });
    klok.nu += UUR;
    expect(await regisseurVolgens(h, 'sanne')).toEqual([h.zetelVan('fatima')]);
  });
});

describe('NK30: at every moment', () => {
  test('exactly one directs, whatever periods somebody tries to give', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const begin = h.tafel.klok.nu;
    const poging = fc.record({
      wie: fc.constantFrom('tom' as const, 'sanne' as const),
      van: fc.integer({ min: 0, max: 60 }),
      duur: fc.integer({ min: 1, max: 25 }),
    });
    let geweigerd = 0;
    let waargenomen = 0;
    fc.assert(
      fc.property(fc.array(poging, { minLength: 1, maxLength: 10 }), (pogingen) => {
        const gelden: { id: string; wie: Naam; van: number; tot: number }[] = [];
        for (const { wie, van: na, duur } of pogingen) {
          const [van, tot] = [begin + na, begin + na + duur];
          const mag = gelden.every((een) => tot <= een.van || van >= een.tot);
          if (!mag) {
            geweigerd += 1;
            expect(() => laatWaarnemen(h, wie, van, tot)).toThrow('at that time already');
          } else gelden.push({ id: laatWaarnemen(h, wie, van, tot), wie, van, tot });
        }
        const wieOp = (op: number) =>
          h.zetelVan(gelden.find(({ van, tot }) => van <= op && op < tot)?.wie ?? 'fatima');
        for (let op = begin; op <= begin + 90; op++) {
          const { ids, tot } = regisseursOp(h, op);
          expect(ids).toEqual([wieOp(op)]);
          if (ids[0] !== h.zetelVan('fatima')) waargenomen += 1;
          // Nobody else directs before this answer says that it is over.
          if (wieOp(op + 1) !== wieOp(op)) expect(tot).toBe(op + 1);
        }
        inStap(h, ({ feiten }) => {
          for (const { id } of gelden) feiten.beeindigWaarneming(id);
        });
      }),
      { numRuns: Number(process.env.RONDES ?? 10) },
    );
    // Else it would have proved nothing.
    expect(geweigerd).toBeGreaterThan(5);
    expect(waargenomen).toBeGreaterThan(50);
  });
});

/** An empty end, in SQL or in the words of drizzle. */
const OPEN_EINDE = /\S*\btot\b\S*\s+is\s+null|isNull\([^()]*\btot\b[^()]*\)/gi;

describe('NK30: in the code', () => {
  test('who directs is decided nowhere by an end that is empty', () => {
    expect('where regie.tot is null'.match(OPEN_EINDE)).toHaveLength(1);
    expect('isNull(regieperioden.tot)'.match(OPEN_EINDE)).toHaveLength(1);
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const gevonden = ['server', 'shared'].flatMap((map) =>
      readdirSync(join(root, map), { recursive: true, withFileTypes: true })
        .filter((iets) => iets.isFile() && iets.name.endsWith('.ts'))
        .flatMap((iets) => {
          const pad = join(iets.parentPath, iets.name);
          const treffers = readFileSync(pad, 'utf8').match(OPEN_EINDE) ?? [];
          return treffers.map((treffer) => `${relative(root, pad)}: ${treffer}`);
        }),
    );
    // That a seat has no end, an exclusion, a role in all of the municipality, being a member of a series, and a place at a table; and
    // that it may have none.
    expect(gevonden.sort()).toEqual([
      'server/aanmelden/aanmelden.ts: isNull(tot)',
      'server/casus/vragen.ts: isNull(deelnemers.tot)',
      'server/casus/vragen.ts: isNull(tot)',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the schema.
      'server/database/schema.ts: sql`${tabel.tot} is null',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the same.
      'server/database/schema.ts: sql`${tabel.tot} is null',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the same.
      'server/database/schema.ts: sql`${tabel.tot} is null',
      'server/database/schema.ts: tabel.persoonId).where(sql`tot is null',
      'server/overleg/reekskast.ts: isNull(overlegleden.tot)',
      'server/overleg/reekskast.ts: isNull(overlegleden.tot)',
      'server/overleg/reekskast.ts: isNull(overlegleden.tot)',
      'server/overleg/tafelkast.ts: isNull(tafelplaatsen.tot)',
    ]);
  });
});
