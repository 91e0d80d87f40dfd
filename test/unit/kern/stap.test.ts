import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { maakTransactie } from '../../../server/database/transactie.ts';
import { Gebeurtenis, VOLGORDE } from '../../../server/kern/gebeurtenis.ts';
import { type Stap, type Stapdeel, Stappen } from '../../../server/kern/stap.ts';

// One step over a real SQLite: what is told, in which order, and that nothing is told of what isn't on disk.

/** A house with nothing in it but a table, a step and one event of every rank. */
function maakHuis({ bijCommit }: { bijCommit?: () => void } = {}) {
  const sqlite = new Database(':memory:');
  onTestFinished(() => void sqlite.close());
  sqlite.pragma('foreign_keys = on');
  // Looked at by the COMMIT itself, so that a COMMIT can really fail.
  sqlite.exec(
    'create table rij (id text primary key, ouder text references rij (id) deferrable initially deferred)',
  );
  const echt = maakTransactie(sqlite);
  const fouten: unknown[] = [];
  const schijffouten: unknown[] = [];
  let transacties = 0;
  let nu = 1000;
  const stappen = new Stappen({
    transactie: (werk) => {
      if (!sqlite.inTransaction) transacties += 1;
      return echt(() => {
        const uit = werk();
        bijCommit?.();
        return uit;
      });
    },
    moment: () => nu,
    bijFout: (fout) => fouten.push(fout),
    bijSchijffout: (fout) => schijffouten.push(fout),
  });
  const verteld: string[] = [];
  /** What was told while a transaction was open: always nothing. */
  const binnen: string[] = [];
  const gebeurtenissen = Object.fromEntries(
    VOLGORDE.map((rang) => {
      const gebeurtenis = new Gebeurtenis<string>(rang);
      gebeurtenis.voegToe((wat) => {
        verteld.push(wat);
        if (sqlite.inTransaction) binnen.push(wat);
      });
      return [rang, gebeurtenis];
    }),
    // A key for every rank, as mapped.
  ) as Record<(typeof VOLGORDE)[number], Gebeurtenis<string>>;
  const voegToe = sqlite.prepare('insert into rij (id, ouder) values (?, ?)');
  return {
    sqlite,
    stappen,
    ...gebeurtenissen,
    verteld,
    binnen,
    fouten,
    schijffouten,
    transacties: () => transacties,
    zetKlok: (op: number) => {
      nu = op;
    },
    schrijf: (id: string, ouder: string | null = null) => void voegToe.run(id, ouder),
    rijen: () => sqlite.prepare('select id from rij order by id').pluck().all(),
  };
}

/** Tells from where it stands, as a capability that goes past the step would. */
function vertelZelf(gebeurtenis: Gebeurtenis<string>, wat: string): void {
  for (const luisteraar of gebeurtenis.luisteraars) luisteraar(wat);
}

describe('NK7: what a step tells', () => {
  test('comes in one order, loss first, whatever the order in which it was said', () => {
    const h = maakHuis();
    h.stappen.doe((stap) => {
      stap.meld(h.kaart, 'kaart 1');
      stap.meld(h.tekst, 'tekst');
      stap.meld(h.zicht, 'zicht');
      stap.meld(h.kaart, 'kaart 2');
      stap.daarna('tekst', () => h.verteld.push('uitvoer'));
      stap.meld(h.verlies, 'verlies 1');
      stap.meld(h.verlies, 'verlies 2');
    });
    expect(h.verteld).toEqual(['verlies 1', 'verlies 2', 'zicht', 'tekst', 'uitvoer', 'kaart 1', 'kaart 2']);
  });

  test('is told before its caller goes on, and not before it is on disk', () => {
    const h = maakHuis();
    let opSchijf: unknown;
    h.kaart.voegToe(() => {
      opSchijf = [h.sqlite.inTransaction, h.rijen()];
    });
    h.stappen.doe((stap) => {
      stap.meld(h.kaart, 'kaart');
      h.schrijf('a');
      expect(h.verteld).toEqual([]);
    });
    expect(h.verteld).toEqual(['kaart']);
    expect(opSchijf).toEqual([false, ['a']]);
  });

  test('is never told within a transaction; what is planted there is seen', () => {
    const h = maakHuis();
    h.stappen.doe((stap) => {
      for (const rang of VOLGORDE) stap.meld(h[rang], rang);
      h.stappen.doe((binnen) => binnen.meld(h.verlies, 'van binnen'));
    });
    expect(h.verteld).toHaveLength(5);
    expect(h.binnen).toEqual([]);

    // The same look at it, with a teller that goes past the step.
    h.stappen.doe(() => {
      h.schrijf('a');
      vertelZelf(h.kaart, 'geplant');
    });
    expect(h.binnen).toEqual(['geplant']);
  });

  test('can only be said in a step that writes', () => {
    const h = maakHuis();
    const zeg: readonly ((stap: Stap) => void)[] = [
      (stap) => stap.meld(h.kaart, 'kaart'),
      (stap) => stap.daarna('kaart', () => h.verteld.push('daarna')),
      (stap) => stap.voorEinde(() => h.verteld.push('voorEinde')),
      (stap) => stap.naAfloop(() => h.verteld.push('naAfloop')),
      (stap) => stap.bijMislukken(() => h.verteld.push('bijMislukken')),
    ];
    let oud: Stap | null = null;
    h.stappen.doe((stap) => {
      oud = stap;
    });
    for (const een of zeg) {
      expect(() => h.stappen.lees(een)).toThrow('only a step that writes');
      // Of a step that is over as well.
      expect(() => oud !== null && een(oud)).toThrow('only a step that writes');
    }
    expect(h.verteld).toEqual([]);
  });

  test('is told within a look before the look goes on', () => {
    const h = maakHuis();
    h.stappen.lees((stap) => {
      h.stappen.doe((binnen) => {
        expect(binnen).toBe(stap);
        binnen.meld(h.kaart, 'eerst');
      });
      expect(h.verteld).toEqual(['eerst']);
      h.stappen.doe((binnen) => binnen.meld(h.kaart, 'dan'));
    });
    expect(h.verteld).toEqual(['eerst', 'dan']);
    expect(h.transacties()).toBe(2);
  });
});

describe('SY5: a step that can’t be written', () => {
  test('tells nothing when its COMMIT fails, and leaves nothing for the next', () => {
    const h = maakHuis();
    let naAfloop = 0;
    expect(() =>
      h.stappen.doe((stap) => {
        stap.meld(h.verlies, 'verlies');
        stap.meld(h.kaart, 'kaart');
        stap.naAfloop(() => {
          naAfloop += 1;
        });
        h.schrijf('a', 'bestaat niet');
      }),
    ).toThrow('FOREIGN KEY');
    expect([h.verteld, naAfloop, h.rijen(), h.sqlite.inTransaction]).toEqual([[], 0, [], false]);

    h.stappen.doe((stap) => {
      stap.meld(h.zicht, 'zicht');
      h.schrijf('b');
    });
    expect([h.verteld, naAfloop, h.rijen()]).toEqual([['zicht'], 0, ['b']]);
  });

  test('tells who keeps something in memory, outside of the transaction, with why', () => {
    const h = maakHuis();
    const gehoord: unknown[] = [];
    h.stappen.volgMislukken((fout) => gehoord.push(['huis', String(fout)]));
    expect(() =>
      h.stappen.doe((stap) => {
        stap.bijMislukken((fout) => gehoord.push([h.sqlite.inTransaction, String(fout)]));
        stap.meld(h.kaart, 'kaart');
        throw new Error('kan niet');
      }),
    ).toThrow('kan niet');
    expect(gehoord).toEqual([
      [false, 'Error: kan niet'],
      ['huis', 'Error: kan niet'],
    ]);
    expect(h.verteld).toEqual([]);
  });

  test('says that the disk failed only when all was done and the COMMIT was still to come', () => {
    const schijf = () => new Database.SqliteError('disk I/O', 'SQLITE_IOERR_FSYNC');
    let stuk = true;
    const h = maakHuis({
      bijCommit: () => {
        if (stuk) throw schijf();
      },
    });
    expect(() => h.stappen.doe(() => h.schrijf('a'))).toThrow('disk I/O');
    expect(h.schijffouten).toHaveLength(1);
    stuk = false;
    expect(() =>
      h.stappen.doe(() => {
        throw schijf();
      }),
    ).toThrow('disk I/O');
    expect(() => h.stappen.doe(() => h.schrijf('b', 'bestaat niet'))).toThrow('FOREIGN KEY');
    expect(h.schijffouten).toHaveLength(1);
  });

  test('forgets what it had read, for it may be what it wrote', () => {
    const h = maakHuis();
    const GELEZEN: Stapdeel<unknown[]> = { maak: () => h.rijen() };
    h.stappen.lees((stap) => {
      expect(stap.deel(GELEZEN)).toEqual([]);
      // Kept while the step goes on.
      expect(stap.deel(GELEZEN)).toBe(stap.deel(GELEZEN));
    });
    h.stappen.lees((stap) => {
      expect(() =>
        h.stappen.doe(() => {
          h.schrijf('a');
          expect(stap.deel(GELEZEN)).toEqual(['a']);
          throw new Error('kan niet');
        }),
      ).toThrow('kan niet');
      expect(stap.deel(GELEZEN)).toEqual([]);
    });
  });
});

describe('ST4: one that fails', () => {
  test('keeps nobody else from being told, and doesn’t undo what is on disk', () => {
    const h = maakHuis();
    h.verlies.voegToe(() => {
      throw new Error('kapotte lijn');
    });
    h.verlies.voegToe((wat) => h.verteld.push(`ook ${wat}`));
    let isVernietigd = false;
    const uit = h.stappen.doe((stap) => {
      h.schrijf('a');
      stap.meld(h.kaart, 'kaart');
      stap.meld(h.verlies, 'verlies');
      stap.naAfloop(() => {
        throw new Error('kapotte sleutel');
      });
      stap.naAfloop(() => {
        isVernietigd = true;
      });
      return 'klaar';
    });
    expect([uit, h.rijen(), isVernietigd]).toEqual(['klaar', ['a'], true]);
    expect(h.verteld).toEqual(['verlies', 'ook verlies', 'kaart']);
    expect(h.fouten.map(String)).toEqual(['Error: kapotte lijn', 'Error: kapotte sleutel']);
  });

  test('a failed step within a step can’t be caught away: nothing of it stands, and nothing is told', () => {
    const h = maakHuis();
    expect(() =>
      h.stappen.doe((stap) => {
        h.schrijf('a');
        stap.meld(h.kaart, 'kaart');
        try {
          h.stappen.doe(() => {
            h.schrijf('b');
            throw new Error('binnenin');
          });
        } catch {
          // As a caller might.
        }
      }),
    ).toThrow();
    expect([h.rijen(), h.verteld]).toEqual([[], []]);
  });
});

describe('HUIS: one step', () => {
  test('within a step is part of it: one transaction, one moment, one telling', () => {
    const h = maakHuis();
    h.stappen.doe((stap) => {
      h.schrijf('a');
      stap.meld(h.kaart, 'buiten');
      h.stappen.doe((binnen) => {
        h.zetKlok(2000);
        h.schrijf('b');
        binnen.meld(h.verlies, 'binnen');
        expect([binnen === stap, h.stappen.nu()]).toEqual([true, 1000]);
      });
      expect(h.verteld).toEqual([]);
      h.stappen.lees((binnen) => expect(binnen).toBe(stap));
    });
    expect(h.verteld).toEqual(['binnen', 'buiten']);
    expect([h.transacties(), h.rijen(), h.stappen.nu()]).toEqual([1, ['a', 'b'], 2000]);
  });

  test('does what follows from all of it once, just before the COMMIT, and what can’t be taken back last', () => {
    const h = maakHuis();
    h.stappen.doe((stap) => {
      h.stappen.doe((binnen) => {
        binnen.naAfloop(() => h.verteld.push(`na afloop, ${h.sqlite.inTransaction}`));
        binnen.voorEinde(() => {
          h.verteld.push(`voor einde, ${h.sqlite.inTransaction}`);
          // What follows may have something to tell, and something to follow from it.
          binnen.meld(h.verlies, 'verlies');
          binnen.voorEinde(() => h.verteld.push('en daarna'));
        });
      });
      stap.meld(h.kaart, 'kaart');
      h.verteld.push('werk');
    });
    expect(h.verteld).toEqual([
      'werk',
      'voor einde, true',
      'en daarna',
      'verlies',
      'kaart',
      'na afloop, false',
    ]);
  });

  test('takes nothing new while it tells what happened', () => {
    const h = maakHuis();
    h.zicht.voegToe(() => {
      // Looking is what a listener does.
      h.stappen.lees(() => h.verteld.push('gekeken'));
      h.stappen.doe(() => h.schrijf('tijdens'));
    });
    h.stappen.doe((stap) => stap.meld(h.zicht, 'zicht'));
    expect([h.verteld, h.rijen()]).toEqual([['zicht', 'gekeken'], []]);
    expect(h.fouten.map(String)).toEqual([
      'Error: what happened is being told: nothing new may happen in it',
    ]);
  });

  test('has the clock run before it begins, not within it; and tells until when its moment holds', () => {
    const h = maakHuis();
    const gehoord: unknown[] = [];
    h.stappen.verbindKlok(
      () => {
        gehoord.push('klok');
        // Later it is another moment already; this is the one up to which the clock has run.
        h.zetKlok(5000);
        return 1000;
      },
      () => gehoord.push('bewaar'),
    );
    h.stappen.volgMoment(({ nu, tot }) => gehoord.push([nu, tot]));
    h.stappen.doe((stap) => {
      stap.moment.geldt({ van: 500, tot: 3000 });
      h.stappen.houdKlokBij();
      h.stappen.lees((zelfde) => zelfde.moment.geldt({ van: 2000, tot: null }));
      expect(() => h.stappen.opMoment(900, () => {})).toThrow('between steps');
    });
    expect(gehoord).toEqual(['klok', 'bewaar', [1000, 2000]]);
  });

  test('at a moment that is past decides and writes then, and doesn’t call the clock again', () => {
    const h = maakHuis();
    let geroepen = 0;
    h.stappen.verbindKlok(
      () => {
        geroepen += 1;
        return 1000;
      },
      () => {},
    );
    h.stappen.opMoment(400, (stap) => {
      h.schrijf('a');
      stap.meld(h.kaart, `op ${h.stappen.nu()}`);
    });
    expect([geroepen, h.verteld, h.rijen()]).toEqual([0, ['op 400'], ['a']]);
    expect(() => h.stappen.huidig).toThrow('outside of any step');
  });
});

describe('samen', () => {
  test('reads once for all who are told what a step did, and each time while anything may still change', () => {
    const { stappen, zicht, schrijf, rijen } = maakHuis();
    const bron = {};
    let keren = 0;
    const kijk = () =>
      stappen.samen(bron, 'rijen', () => {
        keren += 1;
        return rijen();
      });
    const gezien: unknown[] = [];
    for (let n = 0; n < 3; n += 1) zicht.voegToe(() => gezien.push(kijk()));
    const doe = (id: string) =>
      stappen.doe((stap) => {
        kijk();
        schrijf(id);
        expect(kijk()).toContain(id);
        stap.meld(zicht, id);
      });

    stappen.lees(() => {
      doe('a');
      expect(gezien).toEqual([['a'], ['a'], ['a']]);
      expect(keren).toBe(3);
      doe('b');
    });

    expect(gezien.slice(3)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(kijk()).toEqual(['a', 'b']);
    expect(keren).toBe(7);
  });
});
