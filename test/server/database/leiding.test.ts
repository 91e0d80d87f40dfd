import { describe, expect, test } from 'vitest';
import {
  beeindigRol,
  geefRol,
  type NieuweRol,
  neemInDienst,
  zetLeidinggevende,
} from '../../../server/aanmelden/indienst.ts';
import { medewerkerRollen } from '../../../server/database/schema.ts';
import { type Tafel, tafelVoorTest } from '../opstelling.ts';

// Who leads whom, and what somebody is for all of the municipality: data of the organisations, right whoever writes them.

const DAG = 24 * 60 * 60 * 1000;

async function gemeente() {
  const tafel = await tafelVoorTest();
  const hier = tafel.organisatie('Gemeente', true);
  const ggz = tafel.organisatie('Ggz');
  const [a, b, c] = ['Anna', 'Bert', 'Cor'].map((naam) => tafel.medewerker(naam, hier));
  if (a === undefined || b === undefined || c === undefined) throw new Error('nobody');
  return { tafel, hier, ggz, a, b, c, vreemd: tafel.medewerker('Dirk', ggz) };
}

const rollen = ({ app }: Tafel, id: string) => app.aanmelden.medewerker(id)?.rollen;

describe('who leads whom', () => {
  test('is somebody of the same organisation, or nobody', async () => {
    const { tafel, ggz, a, b, vreemd } = await gemeente();
    zetLeidinggevende(tafel.database, a, b);
    expect(tafel.app.aanmelden.medewerker(a)?.leidinggevendeId).toBe(b);
    expect(() => zetLeidinggevende(tafel.database, a, vreemd)).toThrow('works where they do');
    expect(() => zetLeidinggevende(tafel.database, a, 'niemand')).toThrow('works where they do');
    const nieuw = { functie: 'f', telefoon: '1', volgorde: 9, zetels: [], naam: 'Evi' };
    expect(() =>
      neemInDienst(tafel.database, { ...nieuw, id: 'e', organisatieId: ggz, leidinggevendeId: a }),
    ).toThrow('works where they do');
    const { sqlite } = tafel.database;
    for (const id of [a, b]) {
      // Neither goes to work elsewhere while the other stays.
      expect(() =>
        sqlite.prepare('update medewerkers set organisatie_id = ? where id = ?').run(ggz, id),
      ).toThrow('works where they do');
    }
    zetLeidinggevende(tafel.database, a, null);
    expect(tafel.app.aanmelden.medewerker(a)?.leidinggevendeId).toBe(null);
  });

  test('never goes round, however long the way is', async () => {
    const { tafel, hier, a, b, c } = await gemeente();
    expect(() => zetLeidinggevende(tafel.database, a, a)).toThrow('leads themselves');
    zetLeidinggevende(tafel.database, a, b);
    zetLeidinggevende(tafel.database, b, c);
    expect(() => zetLeidinggevende(tafel.database, b, a)).toThrow('leads themselves');
    expect(() => zetLeidinggevende(tafel.database, c, a)).toThrow('leads themselves');
    const nieuw = { functie: 'f', telefoon: '1', volgorde: 9, zetels: [], naam: 'Evi' };
    expect(() =>
      neemInDienst(tafel.database, { ...nieuw, id: 'e', organisatieId: hier, leidinggevendeId: 'e' }),
    ).toThrow('works where they do');
    expect(tafel.app.aanmelden.medewerker(b)?.leidinggevendeId).toBe(c);
  });
});

describe('a role in all of the municipality', () => {
  const rol = (medewerkerId: string, van: number, tot: number | null, meer: Partial<NieuweRol> = {}) => ({
    id: `${medewerkerId} ${van} ${meer.rol ?? ''}`,
    medewerkerId,
    rol: 'procesregisseur' as const,
    van,
    tot,
    ...meer,
  });

  test('begins and ends at its moments, to the millisecond, and is kept when it is over', async () => {
    const { tafel, a } = await gemeente();
    const { nu } = tafel.klok;
    geefRol(tafel.database, rol(a, nu + DAG, nu + 2 * DAG));
    geefRol(tafel.database, rol(a, nu, null, { rol: 'fg' }));
    expect(rollen(tafel, a)).toEqual(['fg']);
    tafel.klok.nu = nu + DAG - 1;
    expect(rollen(tafel, a)).toEqual(['fg']);
    tafel.klok.nu = nu + DAG;
    expect(rollen(tafel, a)).toEqual(['fg', 'procesregisseur']);
    beeindigRol(tafel.database, `${a} ${nu} fg`, nu + DAG + 5);
    tafel.klok.nu = nu + 2 * DAG - 1;
    expect(rollen(tafel, a)).toEqual(['procesregisseur']);
    tafel.klok.nu = nu + 2 * DAG;
    expect(rollen(tafel, a)).toEqual([]);
    expect(tafel.database.db.select().from(medewerkerRollen).all()).toHaveLength(2);
  });

  test('is had once at a time by one person, and may follow on itself or be another’s as well', async () => {
    const { tafel, a, b } = await gemeente();
    const geef = (een: NieuweRol) => geefRol(tafel.database, een);
    geef(rol(a, 10, 20));
    for (const [van, tot] of [
      [10, 20],
      [5, 11],
      [19, 30],
      [12, 15],
      [5, 30],
      [5, null],
      [19, null],
    ] as const)
      expect(() => geef(rol(a, van, tot, { id: `x ${van} ${tot}` })), `${van}–${tot}`).toThrow('already');
    geef(rol(a, 20, null));
    geef(rol(a, 5, 10));
    geef(rol(b, 10, 20));
    geef(rol(a, 10, 20, { rol: 'fg' }));
    expect(() => beeindigRol(tafel.database, `${a} 10 `, 21)).toThrow('already');
    expect(() => geef(rol(b, 30, 30))).toThrow('CHECK');
    expect(() => beeindigRol(tafel.database, `${b} 10 `, 9)).toThrow('CHECK');
  });

  test('is for who works for the municipality, and goes no further', async () => {
    const { tafel, ggz, a, b, vreemd } = await gemeente();
    const { sqlite } = tafel.database;
    expect(() => geefRol(tafel.database, rol(vreemd, 1, null))).toThrow('works for the municipality');
    geefRol(tafel.database, rol(a, 1, null));
    expect(() => sqlite.prepare('update medewerker_rollen set medewerker_id = ?').run(vreemd)).toThrow(
      'works for the municipality',
    );
    const verhuis = (id: string) =>
      sqlite.prepare('update medewerkers set organisatie_id = ? where id = ?').run(ggz, id);
    expect(() => verhuis(a)).toThrow('works for the municipality');
    expect(() => verhuis(b)).not.toThrow();
  });

  test('NK1: gives sight of no casus, and no seat at one', async () => {
    const tafel = await tafelVoorTest({ demo: true });
    const { medewerkers } = (await tafel.verzoek('GET', '/demo/medewerkers')).body;
    const wie = (naam: string) => medewerkers.find((een: { naam: string }) => een.naam === naam).id as string;
    const fatima = await tafel.meldAan(wie('Fatima El Amrani'));
    const { casussen } = (await fatima.verzoek('GET', '/casussen')).body;
    const eigen = casussen.find(({ regisseur }: { regisseur: string }) => regisseur === 'Fatima El Amrani');
    for (const [naam, rol] of [
      ['Petra van Loon', ['procesregisseur']],
      ['Ernst Hagendoorn', ['fg']],
      ['Monique Teunissen', []],
    ] as const) {
      expect(rollen(tafel, wie(naam))).toEqual(rol);
      const ik = await tafel.meldAan(wie(naam));
      expect((await ik.verzoek('GET', '/casussen')).body).toEqual({ casussen: [] });
      for (const { id } of casussen) expect((await ik.verzoek('GET', `/casussen/${id}`)).status).toBe(404);
      const { kandidaten } = (await fatima.verzoek('GET', `/casussen/${eigen.id}/kandidaten`)).body;
      expect(kandidaten.map((een: { naam: string }) => een.naam)).not.toContain(naam);
    }
    expect(tafel.app.aanmelden.medewerker(wie('Fatima El Amrani'))?.leidinggevendeId).toBe(
      wie('Monique Teunissen'),
    );
  });
});
