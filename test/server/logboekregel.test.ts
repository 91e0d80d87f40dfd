import { describe, expect, test } from 'vitest';
import type { Logregel, Regel } from '../../server/logboek/logboek.ts';
import { huishouden } from './huishouden.ts';
import type { Tafel } from './opstelling.ts';

// HUIS: a line of the record says exactly what its sort of line has; what it says of others is encrypted, and outlives
// the compartment that it is about (docs/decisions/0013).

type Leesbaar = Extract<Regel, { readonly leesbaar: true }>;

function logboek({ app }: Tafel): Leesbaar[] {
  return app.logboek.lees().flatMap((regel) => (regel.leesbaar ? [regel] : []));
}

describe('HUIS: what a line says of others', () => {
  test('is not readable in the file: whom it is about, which kind of data, what it adds', async () => {
    const h = await huishouden({ plaatsen: { ali: ['moeder'], pieter: ['moeder'] } });
    await h.vraag('ali', 'GET', '/kandidaten');
    await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('ali')}`);
    const { sqlite } = h.tafel.database;
    const over = sqlite
      .prepare<[], Record<string, unknown>>(
        "select * from logboek where handeling in ('niveau_gewijzigd', 'deelnemer_toegevoegd', 'deelnemer_beeindigd')",
      )
      .all();

    expect(over.length).toBeGreaterThan(20);
    const open = over.map((rij) => Object.values(rij).filter((waarde) => !Buffer.isBuffer(waarde)));
    const dicht = over.flatMap((rij) => Object.values(rij).filter((waarde) => Buffer.isBuffer(waarde)));
    for (const geheim of [
      h.persoonId('ali'),
      h.persoonId('pieter'),
      h.leden.moeder,
      h.zetelVan('ali'),
      'hulp',
    ]) {
      expect(JSON.stringify(open)).not.toContain(geheim);
      expect(dicht.some((bytes) => Buffer.from(bytes as Buffer).includes(geheim))).toBe(false);
    }
    // Who did it is: without it nobody could ask for their own lines.
    expect(JSON.stringify(open)).toContain(h.persoonId('fatima'));
  });

  test('is there when the compartment and its key are gone', async () => {
    const h = await huishouden({ plaatsen: { sanne: null } });
    const id = await h.plek('sanne', 'financien', null, 'schrijven');
    await h.vraag('sanne', 'POST', `/compartimenten/${id}/openingen`);
    const voor = logboek(h.tafel).filter(({ compartiment }) => compartiment?.id === id);
    const { app } = h.tafel;
    const compartiment = app.casussen.compartiment(id);
    if (compartiment === null) throw new Error('no compartment');

    app.stappen.doe(() => app.casussen.wisCompartiment(compartiment));

    expect(voor.length).toBeGreaterThan(1);
    expect(logboek(h.tafel).filter((regel) => regel.compartiment?.id === id)).toEqual(voor);
    expect(voor[0]?.compartiment).toMatchObject({ categorie: 'financien', lidId: null });
  });

  test('goes with the key of its casus’s record, and with no other: that it was stays', async () => {
    const h = await huishouden({ plaatsen: { sanne: null } });
    const voor = h.tafel.app.logboek.lees();
    const { sleutels } = h.tafel.database;

    sleutels.vernietig(`logboek ${h.casusId}`);

    const na = h.tafel.app.logboek.lees();
    expect(na.map(({ nummer, handeling, persoonId }) => [nummer, handeling, persoonId])).toEqual(
      voor.map(({ nummer, handeling, persoonId }) => [nummer, handeling, persoonId]),
    );
    expect(na.filter(({ leesbaar }) => leesbaar)).toEqual(voor.filter(({ casusId }) => casusId === null));
  });

  test.each([
    [
      'was put in another line',
      'update logboek set betreft = (select betreft from logboek where nummer = 2) where nummer = 3',
    ],
    ['was changed', "update logboek set bijzonderheden = x'00' where nummer = 3"],
    ['has a handeling that there is none of', "update logboek set handeling = 'gewist' where nummer = 3"],
  ])('stays when it %s, and is told as one that can’t be read', async (_, sql) => {
    const h = await huishouden({ plaatsen: {} });
    const voor = h.tafel.app.logboek.lees();
    expect(voor.every(({ leesbaar }) => leesbaar)).toBe(true);

    h.tafel.database.sqlite.exec(sql);

    const na = h.tafel.app.logboek.lees();
    expect(na.map(({ nummer }) => nummer)).toEqual(voor.map(({ nummer }) => nummer));
    expect(na.filter(({ leesbaar }) => !leesbaar).map(({ nummer }) => nummer)).toEqual([3]);
  });
});

describe('HUIS: a line', () => {
  test('is written in the step of what it tells, or not at all', async () => {
    const h = await huishouden({ plaatsen: {} });
    const { app } = h.tafel;
    const wie = { persoonId: h.persoonId('fatima'), sessieId: 's' };
    const regel: Logregel = { handeling: 'afgemeld', door: { wie, ik: null }, regel: null };
    const aantal = logboek(h.tafel).length;

    expect(() => app.logboek.schrijf(regel)).toThrow('in the step of what it tells');
    expect(() => app.stappen.lees(() => app.logboek.schrijf(regel))).toThrow('in the step of what it tells');
    expect(logboek(h.tafel)).toHaveLength(aantal);
    app.stappen.doe(() => app.logboek.schrijf(regel));
    expect(logboek(h.tafel)).toHaveLength(aantal + 1);
  });

  test('with other details than its sort of line has does not compile', () => {
    const door = { wie: { persoonId: 'p', sessieId: 's' }, ik: null };
    const in_ = { door, regel: 'NK12', casusId: 'c' } as const;
    const compartiment = { id: 'k', categorie: 'plan', lidId: null, organisatieId: null };
    const goed: Logregel[] = [
      { ...in_, handeling: 'casus_gewijzigd', bijzonderheden: { status: 'nazorg' } },
      { ...in_, handeling: 'geopend', compartiment },
      // @ts-expect-error a status that there is none of
      { ...in_, handeling: 'casus_gewijzigd', bijzonderheden: { status: 'klaar' } },
      // @ts-expect-error what it has, left out
      { ...in_, handeling: 'casus_gewijzigd' },
      // @ts-expect-error more than it has
      { ...in_, handeling: 'casus_gewijzigd', bijzonderheden: { status: 'nazorg', titel: 'Rust' } },
      // @ts-expect-error a look into no compartment
      { ...in_, handeling: 'geopend' },
      // @ts-expect-error of whom the level is
      { ...in_, handeling: 'niveau_gewijzigd', compartiment, bijzonderheden: { van: 'dat', naar: 'lezen' } },
      // @ts-expect-error which member
      { ...in_, handeling: 'lid_verwijderd' },
      // @ts-expect-error nothing that is done
      { ...in_, handeling: 'gewist' },
    ];
    expect(goed).toHaveLength(9);
  });
});
