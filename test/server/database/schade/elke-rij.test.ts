import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { maakApp } from '../../../../server/app.ts';
import type { CasusLijst } from '../../../../shared/contract/casussen.ts';
import { Toeval } from '../../../unit/poort/gesprek.ts';
import { type Aangemeld, type Antwoord, tafelVoorTest } from '../../opstelling.ts';
import { beschadig, type Cel, cellenVan, WIJZEN } from './schade.ts';

// Every stored row of the demo damaged once, one at a time (ST1, ST3): `RIJEN=alle`, or a part of them with
// `DEEL=1/4` and so on: what each row adds makes the next slower. Else some of each table.

const RIJEN = process.env.RIJEN ?? '2';
const [DEEL = 1, DELEN = 1] = (process.env.DEEL ?? '1/1').split('/').map(Number);
const ZAAD = Number(process.env.ZAAD ?? 1);

/** Damaged, these can keep the one whom they are about from their own; nobody from anything else. */
const OVER_IEMAND = new Set(['sessies', 'medewerkers', 'personen', 'organisaties', 'medewerker_zetels']);
/** Rules and migrations: without them nothing is decided, and a start says so. */
const NIET = new Set(['matrixversies', 'migraties', 'versies']);

test(
  'ST1 ST3: every row of the demo damaged once: nobody is kept from anything else, and a seat is taken away',
  async () => {
    const toeval = new Toeval(ZAAD);
    const tafel = await tafelVoorTest({ demo: true, breektContract: true });
    const { sqlite } = tafel.database;
    const mensen = (await tafel.verzoek('GET', '/demo/medewerkers')).body.medewerkers;
    const wie = new Map<string, Aangemeld>();
    for (const { id } of mensen) wie.set(id, await tafel.meldAan(id));
    /** Of each casus who directs it, and somebody who can be asked. */
    const casussen: { pad: string; regisseur: Aangemeld; vreemde: string }[] = [];
    for (const [id, ik] of wie) {
      const lijst: CasusLijst = (await ik.verzoek('GET', '/casussen')).body;
      for (const { id: casusId } of lijst.casussen) {
        const pad = `/casussen/${casusId}`;
        const kandidaten = await ik.verzoek('GET', `${pad}/kandidaten`);
        if (kandidaten.status !== 200) continue;
        const vreemde = kandidaten.body.kandidaten.find(
          ({ medewerkerId, zetels }: { medewerkerId: string; zetels: string[] }) =>
            medewerkerId !== id && zetels.includes('wmo'),
        );
        if (vreemde !== undefined) casussen.push({ pad, regisseur: ik, vreemde: vreemde.medewerkerId });
      }
    }
    expect(casussen.length).toBeGreaterThan(3);
    tafel.fouten.length = 0;
    let beschadigd = 0;

    for (const cel of gekozen(cellenVan(sqlite), vastePlekken(sqlite), toeval)) {
      const wat = `${cel.tabel} ${cel.rowid} ${cel.kolom}`;
      const { pad, regisseur, vreemde } = toeval.kies(casussen);
      const zetel = await regisseur.verzoek('POST', `${pad}/deelnemers`, {
        medewerkerId: vreemde,
        zetel: 'wmo',
        lidIds: null,
        waarvoor: 'samenhang',
        grondslag: 'wmo',
        gezinAkkoord: { ja: true },
      });
      expect(zetel.status, zetel.tekst).toBe(201);
      const zetBack = beschadig(sqlite, cel, toeval.onder(WIJZEN));
      if (zetBack !== null) {
        beschadigd += 1;
        const borden = await Promise.all(casussen.map((een) => een.regisseur.verzoek('GET', een.pad)));
        for (const bord of borden) verwachtHeel(bord, wat);
        const stuk = borden.filter(({ status }) => status !== 200).length;
        if (!OVER_IEMAND.has(cel.tabel)) expect(stuk, wat).toBeLessThan(2);
        for (const een of casussen) {
          const werk = await een.regisseur.verzoek('GET', '/werkvoorraad');
          expect(
            cel.tabel === 'sessies' ? [200, 401] : [200],
            `${wat}: ${werk.tekst.slice(0, 200)}`,
          ).toContain(werk.status);
        }
        const bekend = await tafel.verzoek('GET', '/demo/medewerkers');
        expect(bekend.status, `${wat}: ${bekend.tekst.slice(0, 200)}`).toBe(200);
        const minstens = cel.tabel === 'organisaties' ? 0 : mensen.length - 2;
        expect(bekend.body.medewerkers.length, wat).toBeGreaterThan(minstens);
        await startOpnieuw(tafel.database, wat);
      }
      const weg = await regisseur.verzoek('DELETE', `${pad}/deelnemers/${zetel.body.id}`);
      if (!OVER_IEMAND.has(cel.tabel) && !['casussen', 'deelnemers', 'regie', 'leden'].includes(cel.tabel))
        expect(weg.status, `${wat}: ${weg.tekst}`).toBe(204);
      if (weg.status === 204) {
        const daarna = await wie.get(vreemde)?.verzoek('GET', pad);
        expect([401, 404, 500], wat).toContain(daarna?.status);
      }
      zetBack?.();
      if (weg.status !== 204) {
        expect((await regisseur.verzoek('DELETE', `${pad}/deelnemers/${zetel.body.id}`)).status, wat).toBe(
          204,
        );
      }
    }
    expect(beschadigd).toBeGreaterThan(10);
    expect(tafel.schijffouten).toEqual([]);
  },
  RIJEN === 'alle' ? 3_600_000 : 300_000,
);

/** Seen, hidden, or told that it can't be read; never a fault of which nobody knows what it is. */
function verwachtHeel({ status, body, tekst }: Antwoord, wat: string): void {
  if (status === 500) expect(body.code, `${wat}: ${tekst.slice(0, 200)}`).toBe('onleesbaar');
  else expect([200, 401, 404], `${wat}: ${tekst.slice(0, 200)}`).toContain(status);
}

/** A start on what is stored now. */
async function startOpnieuw(database: Parameters<typeof maakApp>[0]['database'], wat: string): Promise<void> {
  const fouten: unknown[] = [];
  let app: ReturnType<typeof maakApp> | null = null;
  expect(() => {
    app = maakApp({
      database,
      omgeving: { nu: () => Date.now(), id: () => randomUUID(), willekeur: (n) => randomBytes(n) },
      demo: true,
      secure: false,
      clientMap: null,
      bijFout: (fout) => fouten.push(fout),
      bijSchijffout: (fout) => fouten.push(fout),
    });
  }, wat).not.toThrow();
  // Its clock goes, whatever it found.
  const nieuw = app as ReturnType<typeof maakApp> | null;
  expect(Math.abs((nieuw?.stappen.nu() ?? 0) - Date.now()), wat).toBeLessThan(60_000);
  await nieuw?.sluit();
}

/** Rows of the compartments of which every casus has one. */
function vastePlekken(sqlite: Database): Set<number> {
  const rijen = sqlite
    .prepare<[], number>(
      "select rowid from compartimenten where categorie in ('plan', 'regie') and lid_id is null order by rowid",
    )
    .pluck()
    .all();
  return new Set(rijen);
}

/** One value of each row, or of some rows of each table. */
function gekozen(alle: readonly Cel[], vaste: ReadonlySet<number>, toeval: Toeval): Cel[] {
  const perRij = new Map<string, Cel[]>();
  for (const cel of alle) {
    if (NIET.has(cel.tabel)) continue;
    const rij = `${cel.tabel} ${cel.rowid}`;
    perRij.set(rij, [...(perRij.get(rij) ?? []), cel]);
  }
  const eenPerRij = [...perRij.values()].map((cellen) => toeval.kies(cellen));
  if (RIJEN === 'alle') return eenPerRij.filter((_, i) => i % DELEN === DEEL - 1);
  const perTabel = new Map<string, Cel[]>();
  for (const cel of eenPerRij) perTabel.set(cel.tabel, [...(perTabel.get(cel.tabel) ?? []), cel]);
  const enige = [...perTabel.values()].flatMap((cellen) =>
    Array.from({ length: Math.min(Number(RIJEN), cellen.length) }, () => toeval.kies(cellen)),
  );
  // What every casus has one of, such as its plan: chance seldom hits it.
  const vast = alle.filter(
    ({ tabel, kolom, rowid }) => tabel === 'compartimenten' && kolom === 'id' && vaste.has(rowid),
  );
  return [...enige, ...vast.slice(0, Number(RIJEN))];
}
