import { describe, expect, onTestFinished, test } from 'vitest';
import { type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import type { Luisteraar } from './opstelling.ts';
import { type Gedekt, gedekt, stap } from './tafel.ts';

// OV6: who speaks at a table and who wants to: told to who sits there, and kept nowhere.

const gesprek = async (h: Gedekt, wie: Naam) => (await h.overleg(wie)).gesprek;
const namen = (wie: readonly { naam: string }[] | undefined) => wie?.map(({ naam }) => naam);
const handen = async (h: Gedekt, wie: Naam) => namen((await gesprek(h, wie))?.handen);

async function steekOp(h: Gedekt, wie: Naam, op = true): Promise<void> {
  const antwoord = await h.onder(wie, 'PUT', '/hand', { op });
  expect(antwoord.status, antwoord.tekst).toBe(204);
}

/** How somebody is called in these lists. */
async function idVan(h: Gedekt, naam: string): Promise<string> {
  const wie = (await gesprek(h, 'bram'))?.aanTafel.find((een) => een.naam === naam);
  if (wie === undefined) throw new Error(`${naam} sits nowhere`);
  return wie.id;
}

async function volgt(h: Gedekt, wie: Naam): Promise<Luisteraar> {
  const live = await (await h.als(wie)).live();
  onTestFinished(() => live.sluit());
  expect(await live.volgOverleg(h.overlegId)).toEqual({ ok: true });
  return live;
}

describe('OV6: a hand', () => {
  test('is seen by who sits at the table, in the order in which they went up; by nobody else, nor that there is one', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const anderen = ['ali', 'tom', 'fatima'] as const;
    const eerst = await Promise.all(anderen.map(async (wie) => JSON.stringify(await h.overleg(wie))));
    const aanTafel = await volgt(h, 'joke');
    const wacht = await Promise.all(anderen.map((wie) => volgt(h, wie)));
    for (const lijn of [aanTafel, ...wacht]) {
      await lijn.bij();
      lijn.ontvangen.length = 0;
    }

    await steekOp(h, 'greta');
    await steekOp(h, 'inge');
    // Who has it up keeps their place.
    await steekOp(h, 'greta');

    for (const wie of ['bram', 'inge', 'greta', 'joke'] as const)
      expect(await handen(h, wie), wie).toEqual(['Greta', 'Inge']);
    await aanTafel.bij();
    expect(aanTafel.ontvangen.map(({ soort }) => soort)).toEqual(['overleg', 'overleg']);
    for (const [n, wie] of anderen.entries()) {
      const { gesprek: geen, ...overleg } = await h.overleg(wie);
      expect(geen, wie).toBeNull();
      expect(JSON.stringify({ ...overleg }), wie).toBe(JSON.stringify(zonder(eerst[n])));
      await wacht[n]?.bij();
      expect(wacht[n]?.ontvangen, wie).toEqual([]);
    }
    await steekOp(h, 'greta', false);
    expect(await handen(h, 'joke')).toEqual(['Inge']);
  });

  test('is refused to who doesn’t sit there, as if there were no table; and to who only reads it by now', async () => {
    const h = await gedekt();
    await h.bij('joke');
    for (const wie of ['ali', 'tom', 'fatima', 'pieter', 'marloes'] as const) {
      const antwoord = await h.onder(wie, 'PUT', '/hand', { op: true });
      const anders = await h.doe(wie, 'PUT', `/overleggen/${h.overlegId}/agendapunten/${NIEMAND}/hand`, {
        op: true,
      });
      verwachtWeigering(antwoord, 404, 'niet_gevonden');
      expect(antwoord.tekst, wie).toBe(anders.tekst);
    }
    expect(await handen(h, 'bram')).toEqual([]);
    await steekOp(h, 'greta');
    await stap(h, 'tussen');
    verwachtWeigering(await h.onder('joke', 'PUT', '/hand', { op: true }), 403, 'alleen_lezen');
    expect(await gesprek(h, 'joke')).toBeNull();
  });

  test('goes down when its owner gets up, and with the item; it doesn’t come back with them', async () => {
    const h = await gedekt();
    await h.bij('joke');
    await steekOp(h, 'joke');
    await steekOp(h, 'greta');
    const af = await h.onder('bram', 'POST', '/tafel', { af: [h.zetelVan('joke')] });
    expect(af.status, af.tekst).toBe(204);
    expect(await handen(h, 'greta')).toEqual(['Greta']);
    await h.bij('joke');
    expect(await handen(h, 'joke')).toEqual(['Greta']);

    await stap(h, 'tussen');
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    expect(await handen(h, 'greta')).toEqual([]);
  });

  test('stands on no disk', async () => {
    const h = await gedekt();
    const telling = () =>
      h.tafel.database.sqlite
        .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
        .all()
        .map(({ name }) => [
          name,
          h.tafel.database.sqlite.prepare(`select count(*) from "${name}"`).pluck().get(),
        ]);
    await h.blad('greta');
    const greta = await idVan(h, 'Greta');
    const eerst = telling();
    await steekOp(h, 'greta');
    const antwoord = await h.onder('bram', 'PUT', '/beurt', { wie: greta, ronde: null });
    expect(antwoord.status, antwoord.tekst).toBe(204);
    expect(telling()).toEqual(eerst);
  });
});

describe('OV6: the floor', () => {
  test('is given by who leads, to who sits there; their hand goes down by it, and a round follows', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const [greta, joke, inge] = [await idVan(h, 'Greta'), await idVan(h, 'Joke'), await idVan(h, 'Inge')];
    await steekOp(h, 'greta');
    await steekOp(h, 'inge');
    const antwoord = await h.onder('bram', 'PUT', '/beurt', { wie: greta, ronde: [joke, inge, joke] });
    expect(antwoord.status, antwoord.tekst).toBe(204);
    expect(await gesprek(h, 'joke')).toMatchObject({
      ik: joke,
      beurt: { naam: 'Greta' },
      handen: [{ naam: 'Inge' }],
      ronde: [{ naam: 'Joke' }, { naam: 'Inge' }],
    });

    // Who gets up is out of it.
    await h.onder('bram', 'POST', '/tafel', { af: [joke, greta] });
    expect(await gesprek(h, 'inge')).toMatchObject({ beurt: null, ronde: [{ naam: 'Inge' }] });
  });

  test('isn’t given by anybody else, nor to who doesn’t sit there', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const joke = await idVan(h, 'Joke');
    for (const wie of ['joke', 'greta', 'inge', 'ali'] as const) {
      const antwoord = await h.onder(wie, 'PUT', '/beurt', { wie: joke, ronde: null });
      expect([403, 404], wie).toContain(antwoord.status);
    }
    for (const body of [
      { wie: h.zetelVan('pieter'), ronde: null },
      { wie: null, ronde: [joke, h.zetelVan('pieter')] },
    ])
      verwachtWeigering(await h.onder('bram', 'PUT', '/beurt', body), 422, 'verwijzing_onbekend');
    expect(await gesprek(h, 'bram')).toMatchObject({ beurt: null, ronde: null });
  });
});

function zonder(overleg: string | undefined): object {
  const { gesprek: _, ...rest } = JSON.parse(overleg ?? '{}');
  return rest;
}
