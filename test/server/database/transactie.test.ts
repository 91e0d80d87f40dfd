import { describe, expect, test } from 'vitest';
import type { GeopendeDatabase } from '../../../server/database/database.ts';
import { organisaties } from '../../../server/database/schema.ts';
import { nieuweInstallatie, open } from './opstelling.ts';

describe('a transaction', () => {
  test('stores all, and gives what the work gave', async () => {
    const geopend = await open(nieuweInstallatie());
    const uitkomst: string = geopend.transactie(() => {
      voegToe(geopend, 'a');
      voegToe(geopend, 'b');
      return 'klaar';
    });
    expect(uitkomst).toBe('klaar');
    expect(namen(geopend)).toEqual(['a', 'b']);
  });

  test('stores nothing when the work throws', async () => {
    const geopend = await open(nieuweInstallatie());
    expect(() => geopend.transactie(() => mislukNa(geopend, 'a'))).toThrow('mislukt');
    expect(namen(geopend)).toEqual([]);
    expect(geopend.transactie(() => 1)).toBe(1);
  });

  test('can write from its start on', async () => {
    const { sqlite, transactie } = await open(nieuweInstallatie());
    expect(sqlite.inTransaction).toBe(false);
    transactie(() => expect(sqlite.inTransaction).toBe(true));
    expect(sqlite.inTransaction).toBe(false);
  });

  test('is joined by one within it', async () => {
    const geopend = await open(nieuweInstallatie());
    const buiten = () =>
      geopend.transactie(() => {
        geopend.transactie(() => voegToe(geopend, 'binnen'));
        return mislukNa(geopend, 'buiten');
      });
    expect(buiten).toThrow('mislukt');
    expect(namen(geopend)).toEqual([]);
  });

  test('can not succeed when one within it failed, also if that was caught', async () => {
    const geopend = await open(nieuweInstallatie());
    const buiten = () =>
      geopend.transactie(() => {
        try {
          geopend.transactie(() => mislukNa(geopend, 'binnen'));
        } catch {
          voegToe(geopend, 'toch');
        }
      });
    expect(buiten).toThrow('all of it is taken back');
    expect(namen(geopend)).toEqual([]);
  });

  test('does not start an async function', async () => {
    const geopend = await open(nieuweInstallatie());
    let begonnen = false;
    const werk = async () => {
      begonnen = true;
    };
    // @ts-expect-error the types refuse it as well
    expect(() => geopend.transactie(werk)).toThrow('a transaction is synchronous');
    expect(begonnen).toBe(false);
  });

  test.each(['the outer one', 'one within it'])(
    'takes everything back when it is handed a promise: %s',
    async (waar) => {
      const geopend = await open(nieuweInstallatie());
      const werk = () => {
        voegToe(geopend, 'a');
        // It fails later as well, when nobody listens any more.
        return Promise.reject(new Error('later'));
      };
      // @ts-expect-error the types refuse it as well
      const binnen = () => geopend.transactie(werk);
      expect(waar === 'the outer one' ? binnen : () => geopend.transactie(() => void binnen())).toThrow(
        'a transaction is synchronous',
      );
      expect(namen(geopend)).toEqual([]);
    },
  );
});

function voegToe({ db }: GeopendeDatabase, naam: string): void {
  db.insert(organisaties).values({ id: naam, naam, isGemeente: false, telefoon: '' }).run();
}

function mislukNa(geopend: GeopendeDatabase, naam: string): void {
  voegToe(geopend, naam);
  throw new Error('mislukt');
}

function namen({ db }: GeopendeDatabase): readonly string[] {
  return db
    .select()
    .from(organisaties)
    .all()
    .map(({ naam }) => naam);
}
