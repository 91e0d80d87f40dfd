import { describe, expect, test } from 'vitest';
import { kaarten, tekstbeelden, tekstwijzigingen } from '../../../../server/database/schema.ts';
import { foutregel } from '../../../../server/kern/foutregel.ts';
import { Onleesbaar } from '../../../../server/kern/onleesbaar.ts';
import type { Kaart } from '../../../../shared/contract/kaarten.ts';
import { brengCasus } from '../../../bouw/casus.ts';
import { type Huishouden, huishouden, huishoudenAan, type Naam } from '../../huishouden.ts';
import { lijnVan, opent, tekstVan } from '../../sync/tekst.ts';
import { beschadig, cellenVan } from './schade.ts';

/** Ways in which the row of a kaart can't be read. */
const SCHADE: Readonly<Record<string, (h: Huishouden, kaart: Kaart) => void>> = {
  'its content was changed': (h, { id }) => {
    h.tafel.database.db
      .update(kaarten)
      .set({ inhoud: Buffer.from('kapot') })
      .run();
    expect(id).not.toBe('');
  },
  'its content is refused by its own schema': ({ tafel: { database, app } }, { id, compartimentId }) => {
    const rij = app.casussen.compartiment(compartimentId ?? '');
    if (rij === null) throw new Error('no compartment');
    const plaats = { compartimentId: rij.id, tijdperk: rij.tijdperk, rijId: id, soort: 'kaart' };
    const inhoud = database.kluis.versleutelJson(plaats, { inhoud: { soort: 'onbekend' }, stappen: [] });
    database.db.update(kaarten).set({ inhoud }).run();
  },
  'a moment of it is none': ({ tafel: { database } }) => {
    database.sqlite.prepare("update kaarten set gewijzigd_op = 'kapot'").run();
  },
  'its moment can’t be said': ({ tafel: { database } }) => {
    database.sqlite.prepare('update kaarten set gewijzigd_op = 8999999999999999').run();
  },
};

/** A household in which Tom (jeugd) wrote a doel that can't be read, and one beside it elsewhere. */
async function metSchade(schade: (h: Huishouden, kaart: Kaart) => void) {
  const h = await huishouden({ plaatsen: { tom: null, pieter: ['moeder'], joke: ['kind1'] } });
  const kaart = await h.schrijf('tom', 'plan', null, { soort: 'doel', titel: 'KANARIE' });
  const voor = { joke: await h.bord('joke') };
  schade(h, kaart);
  await h.schrijf('tom', 'hulp', null, { soort: 'besproken', leefgebied: 'wonen', datum: '2026-02-01' });
  return { h, kaart, voor, plan: kaart.compartimentId ?? '' };
}

describe('ST1: a kaart that can’t be read', () => {
  test.each(Object.entries(SCHADE))('when %s: one neutral piece, and the board stands', async (_, schade) => {
    const { h, plan, voor } = await metSchade(schade);

    const bord = await h.bord('tom');

    expect(bord.kaarten.map(({ soort }) => soort)).toEqual(['besproken']);
    expect(bord.onleesbaar).toEqual([plan]);
    const opening = await h.vraag('tom', 'POST', `/compartimenten/${plan}/openingen`, {});
    expect([opening.status, opening.body.onleesbaar, opening.body.kaarten]).toEqual([201, true, []]);
    // Who only knows of the plan notices nothing.
    expect(await h.bord('joke')).toEqual(voor.joke);
  });

  test('is one line for the operator, with its row and without its content', async () => {
    const { h, kaart } = await metSchade(SCHADE['its content was changed'] ?? (() => {}));

    for (let n = 0; n < 3; n += 1) await h.bord('tom');

    const eigen = h.tafel.fouten.filter((fout) => fout instanceof Onleesbaar);
    expect(h.tafel.fouten).toEqual(eigen);
    expect(eigen.map(foutregel)).toEqual([`niet leesbaar: kaarten ${kaart.id} · onleesbaar`]);
  });

  test('is a line in mijn werk, with all that waits elsewhere', async () => {
    const { h } = await metSchade(SCHADE['a moment of it is none'] ?? (() => {}));
    const ander = await huishoudenAan(h.tafel, {});
    const tom = await h.als('tom');
    const gezeten = await ander.vraag('fatima', 'POST', '/deelnemers', {
      medewerkerId: h.persoonId('tom'),
      zetel: 'jeugd',
      lidIds: null,
      waarvoor: 'samenhang',
      grondslag: 'wmo',
      gezinAkkoord: { ja: true },
    });
    expect(gezeten.status).toBe(201);

    const werk = await tom.verzoek('GET', '/werkvoorraad');

    expect(werk.status).toBe(200);
    expect(werk.body.wachtend.map(({ soort, casusId }: Record<string, unknown>) => [soort, casusId])).toEqual(
      expect.arrayContaining([
        ['onleesbaar', h.casusId],
        ['nog_niet_geopend', ander.casusId],
      ]),
    );
    expect(werk.body.zetels).toHaveLength(2);
    expect(werk.tekst).not.toContain('KANARIE');
    // Who doesn't read the plan has no such line.
    const joke = await (await h.als('joke')).verzoek('GET', '/werkvoorraad');
    expect(joke.body.wachtend.filter(({ soort }: Record<string, unknown>) => soort === 'onleesbaar')).toEqual(
      [],
    );
  });

  test('can’t be changed or removed: to every request it isn’t there', async () => {
    const { h, kaart } = await metSchade(SCHADE['its content was changed'] ?? (() => {}));
    const { versie } = kaart;
    const antwoorden = [
      await h.vraag('tom', 'PATCH', `/kaarten/${kaart.id}`, { versie, titel: 'Anders' }),
      await h.vraag('tom', 'DELETE', `/kaarten/${kaart.id}?versie=${versie}`),
      await h.vraag('tom', 'POST', `/kaarten/${kaart.id}/stappen`, { tekst: 'Gebeld' }),
    ];
    expect(antwoorden.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('ST1: a casus of which itself can’t be read', () => {
  test('keeps nobody from their others', async () => {
    const h = await huishouden({ plaatsen: { tom: null } });
    const ander = await huishoudenAan(h.tafel, {});
    const fatima = await ander.als('fatima');
    h.tafel.database.sqlite.prepare("update casussen set status = 'kapot' where id = ?").run(h.casusId);

    const bord = await h.vraag('tom', 'GET', '');
    expect([bord.status, bord.body.code]).toEqual([500, 'onleesbaar']);
    const werk = await (await h.als('tom')).verzoek('GET', '/werkvoorraad');
    expect([werk.status, werk.body.wachtend.map(({ soort }: { soort: string }) => soort)]).toEqual([
      200,
      ['onleesbaar'],
    ]);
    expect((await (await h.als('tom')).verzoek('GET', '/casussen')).status).toBe(200);
    expect((await fatima.verzoek('GET', ander.pad)).status).toBe(200);
  });
});

describe('ST1: mijn regie', () => {
  const regie = async (h: Huishouden, wie: Naam) =>
    (await (await h.als(wie)).verzoek('GET', '/regie')).body.casussen;

  test('says that a casus can’t be read to who directs it, and keeps out no other', async () => {
    const h = await huishouden({ plaatsen: { sanne: null } });
    const fatima = await h.als('fatima');
    const ander = await brengCasus(fatima);
    await fatima.verzoek('GET', `/casussen/${ander.casusId}`);
    h.tafel.database.sqlite.prepare("update casussen set status = 'kapot' where id = ?").run(h.casusId);
    expect(await regie(h, 'fatima')).toMatchObject([
      { casusId: h.casusId, casusLabel: '', stand: 'onleesbaar' },
      { casusId: ander.casusId, stand: 'open' },
    ]);
    // Who doesn't direct it hears nothing of it.
    expect(await regie(h, 'sanne')).toEqual([]);
  });

  test('says that a kaart can’t be read, and what else asks attention there', async () => {
    const h = await huishouden({ plaatsen: {} });
    const { id } = await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Naar school' });
    h.tafel.database.sqlite.prepare("update kaarten set inhoud = x'00' where id = ?").run(id);
    expect(await regie(h, 'fatima')).toMatchObject([
      { stand: 'open', nietHeel: true, cellen: { nietBekeken: { aantal: 9 } } },
    ]);
  });
});

describe('ST1: a row on which decisions rest', () => {
  test.each([
    ['deelnemers', 'lid_ids'],
    ['deelnemers', 'van'],
  ])('%s.%s that can’t be read gives nobody more, and keeps nobody else out', async (tabel, kolom) => {
    const h = await huishouden({ plaatsen: { tom: null, joke: ['kind1'] } });
    const { sqlite } = h.tafel.database;
    await h.als('joke');
    sqlite.prepare(`update ${tabel} set ${kolom} = 'kapot' where id = ?`).run(h.zetelVan('joke'));

    expect((await h.vraag('joke', 'GET', '')).status).toBe(404);
    expect((await h.vraag('tom', 'GET', '')).status).toBe(200);
    expect(h.tafel.fouten.map(foutregel)).toEqual([`niet leesbaar: deelnemers ${h.zetelVan('joke')}`]);
  });

  test('an exclusion of which nobody can tell when it holds, holds', async () => {
    const h = await huishouden({ plaatsen: { tom: null } });
    const { sluitUit } = await import('../../../bouw/ingreep.ts');
    const hulp = await tekstVan(h, 'tom', 'hulp');
    sluitUit(h, 'tom', hulp.id);
    expect(
      (await h.bord('tom')).compartimenten.find(({ id }) => id === hulp.id)?.niveau ?? 'verborgen',
    ).not.toBe('schrijven');
    const cel = cellenVan(h.tafel.database.sqlite).find(
      ({ tabel, kolom }) => tabel === 'uitsluitingen' && kolom === 'van',
    );
    if (cel === undefined) throw new Error('no exclusion');
    beschadig(h.tafel.database.sqlite, cel, 2);
    expect(
      (await h.bord('tom')).compartimenten.find(({ id }) => id === hulp.id)?.niveau ?? 'verborgen',
    ).not.toBe('schrijven');
  });
});

describe('ST1: a text that can’t be read', () => {
  /** Somebody wrote in two texts; of one a change was damaged, and nobody has it in memory. */
  async function metTekst(schade: (h: Huishouden, id: string) => void) {
    const h = await huishouden({ plaatsen: { tom: null, pieter: null } });
    const [hulp, plan] = [await tekstVan(h, 'tom', 'hulp'), await tekstVan(h, 'tom', 'plan')];
    const lijn = await lijnVan(h, 'tom');
    for (const plaats of [hulp, plan]) {
      const tekst = await lijn.open(plaats.id);
      tekst.typ(plaats.veld, 'een');
      tekst.veld(plaats.veld).delete(0, 1);
      tekst.typ(plaats.veld, 'drie');
      await tekst.opgeslagen();
    }
    lijn.trekUit();
    schade(h, hulp.id);
    h.tafel.klok.nu += 60_000;
    while (h.tafel.app.teksten.kamers.size > 0) {
      await (await lijnVan(h, 'pieter')).bij();
      h.tafel.klok.nu += 60_000;
      h.tafel.app.teksten.ruimOp();
    }
    return { h, hulp, plan };
  }

  test.each<[string, (h: Huishouden, id: string) => void]>([
    [
      'a change was damaged',
      ({ tafel: { database } }, id) => {
        database.sqlite
          .prepare('update tekstwijzigingen set wijziging = ? where compartiment_id = ? and nummer = 2')
          .run(Buffer.from('kapot'), id);
      },
    ],
    [
      'a change is missing',
      ({ tafel: { database } }, id) => {
        database.sqlite
          .prepare('delete from tekstwijzigingen where compartiment_id = ? and nummer = 2')
          .run(id);
      },
    ],
  ])('when %s: its kanaal says so, and the others are read', async (_, schade) => {
    const { h, hulp, plan } = await metTekst((huis, id) => {
      schade(huis, id);
      // Else what is kept on unloading would hold it all.
      for (const kamer of huis.tafel.app.teksten.kamers.values()) kamer.sindsBeeld = 0;
    });
    const lijn = await lijnVan(h, 'pieter');
    const stuk = await lijn.open(hulp.id);
    expect(stuk.einde).toEqual({ type: 'sluit', kanaal: stuk.kanaal, code: 4514 });
    expect((await lijn.open(plan.id)).tekst(plan.veld)).toContain('drie');
    expect(h.tafel.fouten.map(foutregel)).toEqual([
      expect.stringContaining(`niet leesbaar: teksten ${hulp.id}`),
    ]);
  });

  test('another tijdperk for all doesn’t wait for it, and what is put back opens (SY13)', async () => {
    const h = await huishouden({ plaatsen: { tom: null, pieter: null } });
    const { db } = h.tafel.database;
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tekst = await opent(h, 'tom', hulp);
    tekst.typ(hulp.veld, 'blijft');
    await tekst.opgeslagen();
    const kaart = await h.schrijf('tom', 'plan', null, { soort: 'doel', titel: 'Rust' });
    tekst.lijn.trekUit();
    while (h.tafel.app.teksten.kamers.size > 0) {
      await (await lijnVan(h, 'pieter')).bij();
      h.tafel.klok.nu += 60_000;
      h.tafel.app.teksten.ruimOp();
    }
    const heel = {
      kaarten: db.select().from(kaarten).all(),
      beelden: db.select().from(tekstbeelden).all(),
      wijzigingen: db.select().from(tekstwijzigingen).all(),
    };
    db.update(kaarten)
      .set({ inhoud: Buffer.from('kapot') })
      .run();
    db.update(tekstbeelden)
      .set({ beeld: Buffer.from('kapot') })
      .run();
    db.update(tekstwijzigingen)
      .set({ wijziging: Buffer.from('kapot') })
      .run();
    const tijdperk = () => h.tafel.app.casussen.compartiment(hulp.id)?.tijdperk;
    const was = tijdperk();

    h.tafel.app.tijdperken.vernieuwAlle();
    h.tafel.app.tijdperken.vernieuwAlle();

    expect(tijdperk()).not.toBe(was);
    for (const { id, inhoud } of heel.kaarten)
      h.tafel.database.sqlite.prepare('update kaarten set inhoud = ? where id = ?').run(inhoud, id);
    for (const rij of heel.beelden) db.update(tekstbeelden).set({ beeld: rij.beeld }).run();
    for (const { compartimentId, nummer, wijziging } of heel.wijzigingen) {
      h.tafel.database.sqlite
        .prepare('update tekstwijzigingen set wijziging = ? where compartiment_id = ? and nummer = ?')
        .run(wijziging, compartimentId, nummer);
    }
    const bord = await h.bord('tom');
    expect([bord.onleesbaar, bord.kaarten.map(({ titel }) => titel)]).toEqual([[], ['Rust']]);
    // And what is changed then stands in the new one.
    const versie = await h.versie('tom', kaart.id);
    expect(
      (await h.vraag('tom', 'PATCH', `/kaarten/${kaart.id}`, { versie, titel: 'Rust thuis' })).status,
    ).toBe(200);
    h.tafel.app.tijdperken.vernieuwAlle();
    expect((await h.bord('tom')).kaarten.map(({ titel }) => titel)).toEqual(['Rust thuis']);
    expect((await opent(h, 'tom', hulp)).tekst(hulp.veld)).toContain('blijft');
  });

  test('a concept that can’t be read can be thrown away', async () => {
    const h = await huishouden({ plaatsen: { tom: null } });
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const concept = await h.vraag('tom', 'POST', `/velden/${hulp.veld}/concept`, {});
    expect(concept.status).toBeLessThan(300);
    const tekst = await opent(h, 'tom', { id: concept.body.compartimentId, veld: concept.body.id });
    tekst.typ(concept.body.id, 'half');
    await tekst.opgeslagen();
    tekst.lijn.trekUit();
    h.tafel.database.db
      .update(tekstwijzigingen)
      .set({ wijziging: Buffer.from('kapot') })
      .run();

    const weg = await h.vraag('tom', 'DELETE', `/concepten/${concept.body.id}`);

    expect(weg.status).toBe(204);
  });
});
