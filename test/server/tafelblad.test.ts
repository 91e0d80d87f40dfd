import { describe, expect, test } from 'vitest';
import { sluitUit } from '../bouw/ingreep.ts';
import { type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { type Gedekt, gedekt, hoort, lijn, stap, tekstVan, volgt } from './tafel.ts';

// OV4: what lies on the table is for exactly who sits there, from the opening of an item to its closing.

const DAG = 24 * 60 * 60 * 1000;

const namen = async (h: Gedekt, wie: Naam) => (await h.blad(wie)).aanTafel.map(({ naam }) => naam);

/** There is nothing for them: the same as of an item that isn't there. */
async function verwachtNiets(h: Gedekt, wie: Naam): Promise<void> {
  const antwoord = await h.onder(wie, 'GET', '/tafelblad');
  const anders = await h.doe(wie, 'GET', `/overleggen/${h.overlegId}/agendapunten/${NIEMAND}/tafelblad`);
  verwachtWeigering(antwoord, 404, 'niet_gevonden');
  expect(antwoord.tekst, wie).toBe(anders.tekst);
}

describe('OV4: who sits at the table', () => {
  test('reads the tafelblad, with everyone there by name; nobody else knows of it, whatever they read of the casus', async () => {
    const h = await gedekt();
    expect(await h.blad('bram')).toMatchObject({
      casusId: h.casusId,
      open: true,
      tot: null,
      vraag: 'kanarie vraag',
      aanTafel: [
        { naam: 'Bram', als: 'voorzitter', zetel: null },
        { naam: 'Inge', als: 'notulist', zetel: null },
        { naam: 'Greta', als: 'meedenker', zetel: null },
      ],
    });
    expect((await h.blad('greta')).ik).toBe((await h.blad('bram')).aanTafel[2]?.id);
    // Who directs, a deputy who doesn't lead, a member of the series, who takes part, who has nothing to do with it.
    for (const wie of ['fatima', 'ali', 'tom', 'joke', 'pieter', 'marloes'] as const)
      await verwachtNiets(h, wie);

    await h.bij('fatima', 'joke');
    expect(await namen(h, 'joke')).toEqual(['Bram', 'Inge', 'Greta', 'Fatima', 'Joke']);
    expect((await h.blad('joke')).aanTafel[4]).toMatchObject({ als: 'deelnemer', zetel: 'onderwijs' });
    expect((await h.blad('joke')).kandidaten).toBeNull();
    for (const wie of ['ali', 'tom', 'pieter', 'marloes'] as const) await verwachtNiets(h, wie);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK1: a place opens the tafelblad and nothing else of the casus', async () => {
    const h = await gedekt();
    for (const wie of ['bram', 'inge', 'greta'] as const) {
      verwachtWeigering(await h.doe(wie, 'GET', `/casussen/${h.casusId}`), 404, 'niet_gevonden');
      const zij = await lijn(h, wie);
      expect(
        zij.zicht.map(({ compartiment }) => compartiment),
        wie,
      ).toEqual([(await h.blad(wie)).id]);
    }
  });

  test('it stands on nobody’s board: it is a screen of its own', async () => {
    const h = await gedekt();
    await h.bij('fatima');
    await h.blad('fatima');
    const bord = await h.bord('fatima');
    expect(bord.compartimenten.map(({ categorie }) => categorie)).not.toContain('tafel');
    const { veldId } = await h.blad('fatima');
    expect(bord.velden.map(({ id }) => id)).not.toContain(veldId);
  });

  test('NK20, OV3: nobody of whom the others may not know is ticked, nor offered; hidden and absent alike', async () => {
    const h = await gedekt();
    expect((await h.blad('bram')).kandidaten?.map(({ naam }) => naam)).toEqual(['Fatima', 'Joke']);
    const schik = (bij: string[]) => h.onder('bram', 'POST', '/tafel', { bij });
    const discreet = await schik([h.zetelVan('pieter')]);
    verwachtWeigering(discreet, 422, 'verwijzing_onbekend');
    expect(discreet.tekst).toBe((await schik([NIEMAND])).tekst);

    const bekend = (ja: boolean) =>
      h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend: ja });
    expect((await bekend(true)).status).toBe(200);
    await h.bij('pieter');
    expect(await namen(h, 'bram')).toContain('Pieter');
    const { tekst } = await tekstVan(h, 'pieter');
    // The household takes it back: in the same step he is no longer there.
    expect((await bekend(false)).status).toBe(200);
    await tekst.lijn.bij();
    expect(tekst.lijn.kanaal(tekst.lijn.zicht[0]?.compartiment ?? '')?.compartiment).not.toBe(
      (await h.blad('bram')).id,
    );
    await verwachtNiets(h, 'pieter');
    expect(await namen(h, 'bram')).not.toContain('Pieter');
  });

  test('OV2: who leads it ticks, while it is open; a chair and a notulist can’t be sent from the table', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const schik = (wie: Naam, body: object) => h.onder(wie, 'POST', '/tafel', body);
    for (const wie of ['inge', 'ali', 'fatima'] as const)
      verwachtWeigering(await schik(wie, { bij: [h.zetelVan('fatima')] }), 403, 'alleen_voorzitter');
    verwachtWeigering(await schik('tom', { bij: [] }), 404, 'niet_gevonden');
    const [bram, inge] = (await h.blad('bram')).aanTafel;
    for (const wie of [bram, inge])
      verwachtWeigering(await schik('bram', { af: [wie?.id] }), 422, 'past_hier_niet');
    await stap(h, 'tussen');
    verwachtWeigering(await schik('bram', { bij: [h.zetelVan('fatima')] }), 409, 'stap_past_niet');
  });

  test('OV4: who follows on their own screen sits down when it opens; who follows later waits for the chair', async () => {
    const h = await gedekt();
    await stap(h, 'tussen');
    const joke = await volgt(h, 'joke');
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    expect(await namen(h, 'bram')).toEqual(['Bram', 'Inge', 'Greta', 'Joke']);
    const bram = await volgt(h, 'bram');
    await hoort(joke);
    const fatima = await volgt(h, 'fatima');
    // Who leads hears of it, and nobody else does; so when she goes.
    expect(await hoort(bram)).toEqual(['overleg']);
    expect((await h.blad('bram')).kandidaten).toMatchObject([{ naam: 'Fatima', volgt: true }]);
    fatima.sluit();
    await expect.poll(async () => (await h.blad('bram')).kandidaten?.[0]?.volgt).toBe(false);
    expect(await hoort(bram)).toEqual(['overleg']);
    expect(await hoort(joke)).toEqual([]);
    await verwachtNiets(h, 'fatima');
  });
});

describe('OV4: what the table writes', () => {
  test('everyone there, from a seat or a place, and nobody else; under the name by which they sit there', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const bram = await tekstVan(h, 'bram');
    const greta = await tekstVan(h, 'greta');
    const joke = await tekstVan(h, 'joke');
    greta.tekst.typ(greta.veldId, 'kanarie van greta');
    await greta.tekst.opgeslagen();
    joke.tekst.typ(joke.veldId, 'en van joke');
    await joke.tekst.opgeslagen();
    await bram.tekst.leest(bram.veldId, 'en van joke');
    expect(bram.tekst.tekst(bram.veldId)).toContain('kanarie van greta');

    // Fatima directs, and reads all that a regisseur does: not this.
    await h.doe('fatima', 'GET', `/casussen/${h.casusId}`);
    verwachtWeigering(await h.onder('fatima', 'GET', '/tafelblad'), 404, 'niet_gevonden');
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK7: who gets up has it closed before the answer, and nothing of it is sent after', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const joke = await tekstVan(h, 'joke');
    const greta = await tekstVan(h, 'greta');
    const af = [h.zetelVan('joke')];
    expect((await h.onder('bram', 'POST', '/tafel', { af })).status).toBe(204);
    greta.tekst.typ(greta.veldId, 'kanarie daarna');
    await greta.tekst.opgeslagen();
    await joke.tekst.lijn.bij();
    expect(joke.tekst.lijn.zicht.map(({ compartiment }) => compartiment)).not.toContain(
      (await h.blad('bram')).id,
    );
    expect(joke.tekst.tekst(joke.veldId)).not.toContain('kanarie');
    await verwachtNiets(h, 'joke');

    // A meedenker too: they have no place left at the item.
    const gretaId = (await h.blad('bram')).aanTafel.find(({ naam }) => naam === 'Greta')?.id;
    expect((await h.onder('bram', 'POST', '/tafel', { af: [gretaId] })).status).toBe(204);
    await greta.tekst.lijn.tot(() => greta.tekst.lijn.sluitcode);
    expect(greta.tekst.lijn.sluitcode).toBe(4403);
    expect((await h.overleg('greta')).agendapunten).toEqual([]);
  });

  test.each([
    ['a seat that ends', (h: Gedekt) => h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('joke')}`)],
    [
      'an exclusion',
      async (h: Gedekt) => {
        sluitUit(h, 'joke', (await h.blad('bram')).id);
        return { status: 204 };
      },
    ],
  ])('NK7: %s ends it as well', async (_, eindig) => {
    const h = await gedekt();
    await h.bij('joke');
    const joke = await tekstVan(h, 'joke');
    const greta = await tekstVan(h, 'greta');
    expect((await eindig(h)).status).toBe(204);
    greta.tekst.typ(greta.veldId, 'kanarie daarna');
    await greta.tekst.opgeslagen();
    if (joke.tekst.lijn.sluitcode === null) await joke.tekst.lijn.bij();
    expect(joke.tekst.tekst(joke.veldId)).not.toContain('kanarie');
    await verwachtNiets(h, 'joke');
    expect(await namen(h, 'bram')).not.toContain('Joke');
  });

  test('OV2: a deputy who takes over sits down, another notulist takes the place of the last one', async () => {
    const h = await gedekt();
    await verwachtNiets(h, 'ali');
    await stap(h, 'neem_over');
    expect(await namen(h, 'ali')).toEqual(['Bram', 'Inge', 'Greta', 'Ali']);
    const inge = await tekstVan(h, 'inge');
    const notulistId = h.persoonId('tom');
    const antwoord = await h.doe('bram', 'PATCH', `/overlegreeksen/${h.reeksId}`, { notulistId });
    expect(antwoord.status, antwoord.tekst).toBe(200);
    await inge.tekst.lijn.tot(() => inge.tekst.lijn.sluitcode);
    await verwachtNiets(h, 'inge');
    expect((await h.blad('tom')).aanTafel.map(({ naam }) => naam)).toEqual(['Bram', 'Greta', 'Ali', 'Tom']);
    await stap(h, 'neem_over');
    await verwachtNiets(h, 'ali');
  });
});

describe('OV4: when the item is closed', () => {
  test('nobody writes it; who was there reads it: for fourteen days, or for as long as they take part', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const greta = await tekstVan(h, 'greta');
    greta.tekst.typ(greta.veldId, 'wat wij samen zagen');
    await greta.tekst.opgeslagen();
    await stap(h, 'tussen');
    greta.tekst.typ(greta.veldId, 'kanarie na afloop');
    await greta.tekst.lijn.tot(() => greta.tekst.einde);
    const na = await h.blad('greta');
    expect(na).toMatchObject({ open: false, aanTafel: [], ik: null, tot: '2026-02-17T09:00:00.000Z' });
    expect(await h.blad('joke')).toMatchObject({ open: false, tot: null, vraag: 'kanarie vraag' });
    for (const wie of ['fatima', 'ali', 'tom', 'pieter'] as const) await verwachtNiets(h, wie);

    const later = async (dagen: number, wie: Naam) => {
      h.tafel.klok.nu = Date.parse('2026-02-03T09:00:00Z') + dagen * DAG;
      const zij = await h.tafel.meldAan(h.persoonId(wie));
      return await zij.verzoek('GET', `/overleggen/${h.overlegId}/agendapunten/${h.puntId}/tafelblad`);
    };
    expect((await later(13, 'greta')).status).toBe(200);
    verwachtWeigering(await later(14, 'greta'), 404, 'niet_gevonden');
    verwachtWeigering(await later(14, 'bram'), 404, 'niet_gevonden');
    expect((await later(40, 'joke')).status).toBe(200);
    expect(
      await h.tafel.database.sqlite
        .prepare('select count(*) as n from tafelplaatsen where tot is null')
        .get(),
    ).toEqual({ n: 1 });
  });

  test('NK7: a line from a place alone ends at its term by the clock', async () => {
    const h = await gedekt();
    await stap(h, 'tussen');
    const greta = await tekstVan(h, 'greta');
    h.tafel.klok.nu += 14 * DAG;
    h.tafel.app.loopAf();
    await greta.tekst.lijn.tot(() => greta.tekst.lijn.sluitcode);
    // Their session is over by then as well: what counts is that it is closed.
    expect(greta.tekst.lijn.sluitcode).not.toBeNull();
  });

  test('never closed: by the clock, and then nobody writes any more', async () => {
    const h = await gedekt();
    h.tafel.klok.nu = Date.parse('2026-02-10T09:30:00Z') + 4 * 60 * 60 * 1000;
    h.tafel.app.loopAf();
    const greta = await h.tafel.meldAan(h.persoonId('greta'));
    const pad = `/overleggen/${h.overlegId}/agendapunten/${h.puntId}/tafelblad`;
    expect((await greta.verzoek('GET', pad)).body).toMatchObject({
      open: false,
      tot: '2026-02-24T13:30:00.000Z',
    });
    const tom = await h.tafel.meldAan(h.persoonId('tom'));
    verwachtWeigering(await tom.verzoek('GET', pad), 404, 'niet_gevonden');
    expect(h.tafel.fouten).toEqual([]);
  });

  test('opened anew, who isn’t there now doesn’t read along', async () => {
    const h = await gedekt();
    await h.bij('joke');
    await stap(h, 'tussen');
    expect((await h.blad('joke')).open).toBe(false);
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    await verwachtNiets(h, 'joke');
    expect(await namen(h, 'bram')).toEqual(['Bram', 'Inge', 'Greta']);
  });
});

test('NK37: a table that fills is told to who sits there and who leads, and to nobody in the waiting room', async () => {
  const h = await gedekt();
  const [bram, greta, fatima, tom] = [
    await volgt(h, 'bram'),
    await volgt(h, 'greta'),
    await volgt(h, 'fatima'),
    await volgt(h, 'tom'),
  ];
  // Who leads heard who came to follow.
  await hoort(bram);
  await h.bij('joke');
  expect(await hoort(bram)).toEqual(['overleg']);
  expect(await hoort(greta)).toEqual(['overleg']);
  for (const live of [fatima, tom]) expect(await hoort(live)).toEqual([]);
});

test('NK10: sitting down, getting up and looking are on record, with who did', async () => {
  const h = await gedekt();
  await h.bij('joke');
  await h.blad('greta');
  const { id } = await h.blad('bram');
  const regels = h.tafel.app.logboek.lees().flatMap((regel) => (regel.leesbaar ? [regel] : []));
  const geschikt = regels.filter(({ handeling }) => handeling === 'tafel_geschikt');
  expect(geschikt).toMatchObject([
    {
      casusId: h.casusId,
      persoonId: h.persoonId('bram'),
      bijzonderheden: { bij: [h.persoonId('joke')], af: [] },
    },
  ]);
  const niveaus = regels.filter(
    (regel) => regel.handeling === 'niveau_gewijzigd' && JSON.stringify(regel).includes(id),
  );
  expect(niveaus).toHaveLength(4);
  expect(
    regels.some(
      (regel) =>
        regel.handeling === 'geopend' &&
        regel.persoonId === h.persoonId('greta') &&
        JSON.stringify(regel).includes(id),
    ),
  ).toBe(true);
});
