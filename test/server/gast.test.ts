import { describe, expect, onTestFinished, test } from 'vitest';
import { type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { brengIn, inbreng, opAgenda, overlegtafel, zet } from './overleg.ts';
import { aan, type Gedekt, hoort, lijn, stap, tekstVan } from './tafel.ts';

// OV1, OV4: a guest comes for one item. Their place begins and ends with it; they read what lies on its table and nothing else.

/** Marloes has nothing to do with the casus or the series, and was named when it was brought. */
async function metGast(): Promise<Gedekt> {
  const h = await overlegtafel({ joke: ['kind1'], pieter: ['moeder'] });
  return aan(h, await opAgenda(h, { gasten: [h.persoonId('marloes')] }));
}

async function open(h: Gedekt): Promise<void> {
  await stap(h, 'open');
  await stap(h, 'item', { agendapuntId: h.puntId });
}

async function verwachtNiets(h: Gedekt, wie: Naam): Promise<void> {
  const niet = await h.onder(wie, 'GET', '/tafelblad');
  verwachtWeigering(niet, 404, 'niet_gevonden');
  const anders = await h.doe(wie, 'GET', `/overleggen/${h.overlegId}/agendapunten/${NIEMAND}/tafelblad`);
  expect(niet.tekst).toBe(anders.tekst);
}

describe('OV1: a guest', () => {
  test('knows beforehand when to be there, and of the casus nothing: no label, no question, no table', async () => {
    const h = await metGast();
    const { label } = await h.bord('fatima');
    const gezien = await h.doe('marloes', 'GET', `/overleggen/${h.overlegId}`);
    expect(gezien.body).toMatchObject({
      rol: 'gast',
      leden: [],
      stand: null,
      agendapunten: [{ id: h.puntId, als: 'gast', label: '', casusId: null, inbreng: null, nu: null }],
    });
    for (const wat of [label, h.casusId, 'kanarie']) expect(gezien.tekst).not.toContain(wat);
    await verwachtNiets(h, 'marloes');
    expect((await h.punt('bram', h.puntId))?.inbreng?.gasten.map(({ naam }) => naam)).toEqual(['Marloes']);
    expect((await h.doe('marloes', 'GET', '/overleggen')).body.overleggen).toMatchObject([
      { id: h.overlegId, rol: 'gast' },
    ]);
    // Nobody else comes in by being at home somewhere else.
    verwachtWeigering(await h.doe('hugo', 'GET', `/overleggen/${h.overlegId}`), 404, 'niet_gevonden');
  });

  test('is somebody from outside, by name: who takes part, who is a member and who isn’t there can’t be chosen, alike', async () => {
    const h = await overlegtafel({ joke: ['kind1'], pieter: ['moeder'] });
    const breng = (wie: string) =>
      h.doe('fatima', 'POST', `/overleggen/${h.overlegId}/agendapunten`, inbreng(h, { gasten: [wie] }));
    const niet = await breng(NIEMAND);
    verwachtWeigering(niet, 422, 'verwijzing_onbekend');
    for (const wie of ['pieter', 'tom', 'greta'] as const)
      expect((await breng(h.persoonId(wie))).tekst).toBe(niet.tekst);
    await brengIn(h, 'fatima', inbreng(h, { gasten: [h.persoonId('marloes')] }));
  });

  test('has no place before the chair took it on, nor when it is given back', async () => {
    const h = await overlegtafel();
    const id = await brengIn(h, 'fatima', inbreng(h, { gasten: [h.persoonId('marloes')] }));
    const pad = `/overleggen/${h.overlegId}`;
    const ziet = async () => (await h.doe('marloes', 'GET', pad)).status;
    const zet = (body: object) => h.doe('bram', 'PATCH', `${pad}/agendapunten/${id}`, body);
    expect(await ziet()).toBe(404);
    expect((await zet({ besluit: 'aanvaard' })).status).toBe(204);
    expect(await ziet()).toBe(200);
    expect((await zet({ besluit: 'teruggegeven', reden: 'Nog niet' })).status).toBe(204);
    expect(await ziet()).toBe(404);
  });
});

describe('OV1: the window of a guest', () => {
  /** What a guest gets of their item. */
  const gezien = async (h: Gedekt) =>
    (await h.doe('marloes', 'GET', `/overleggen/${h.overlegId}`)).body.agendapunten[0];
  const zetVenster = (h: Gedekt, venster: unknown, wie: Naam = 'bram') =>
    h.doe(wie, 'PATCH', `/overleggen/${h.overlegId}/agendapunten/${h.puntId}`, { venster });

  test('is what the chair says; the guest hears of it, and of no order or minutes of others', async () => {
    const h = await metGast();
    const dilemma = await brengIn(h, 'tom', { dilemma: { titel: 'Iets anders', tekst: 'x' }, minuten: 30 });
    await zet(h, dilemma, { besluit: 'aanvaard' });
    const live = await (await h.als('marloes')).live();
    onTestFinished(() => live.sluit());
    expect(await live.volgOverleg(h.overlegId)).toEqual({ ok: true });
    expect(await gezien(h)).toMatchObject({ verwacht: null, venster: null });

    expect((await zetVenster(h, { van: '09:40', tot: '10:10' })).status).toBe(204);
    expect(await hoort(live)).toEqual(['overleg']);
    const venster = { van: '2026-02-10T08:40:00.000Z', tot: '2026-02-10T09:10:00.000Z' };
    expect(await gezien(h)).toMatchObject({ verwacht: null, venster });
    for (const wie of ['bram', 'inge', 'fatima'] as const)
      expect((await h.punt(wie, h.puntId))?.venster, wie).toEqual(venster);
    // Who takes part or thinks along has the time that is expected.
    expect(await h.punt('joke', h.puntId)).toMatchObject({ venster: null, verwacht: expect.any(String) });

    const eerst = JSON.stringify(await gezien(h));
    await zet(h, dilemma, { volgorde: 1 });
    await zet(h, dilemma, { minuten: 60 });
    expect(await hoort(live)).toEqual([]);
    expect(JSON.stringify(await gezien(h))).toBe(eerst);
    expect((await zetVenster(h, null)).status).toBe(204);
    expect(await gezien(h)).toMatchObject({ venster: null });
    expect(h.tafel.fouten).toEqual([]);
  });

  test('lies in the overleg, ends after it begins, and is of an item with guests; who leads sets it', async () => {
    const h = await metGast();
    for (const [venster, veld] of [
      [{ van: '08:55', tot: '09:30' }, 'venster.van'],
      [{ van: '10:30', tot: '10:45' }, 'venster.van'],
      [{ van: '09:40', tot: '09:40' }, 'venster.tot'],
    ] as const) {
      const antwoord = await zetVenster(h, venster);
      verwachtWeigering(antwoord, 422, 'periode_ongeldig');
      expect(antwoord.body.fouten, JSON.stringify(venster)).toMatchObject([{ veld }]);
    }
    for (const venster of [{ van: '9.40', tot: '10:00' }, { van: '09:40' }, 'straks'])
      verwachtWeigering(await zetVenster(h, venster), 422, 'body_ongeldig');
    const goed = { van: '09:40', tot: '10:45' };
    for (const wie of ['inge', 'fatima', 'joke', 'marloes'] as const)
      verwachtWeigering(await zetVenster(h, goed, wie), 403, 'alleen_voorzitter');
    expect(await gezien(h)).toMatchObject({ venster: null });

    const dilemma = await brengIn(h, 'tom', { dilemma: { titel: 'Iets anders', tekst: 'x' }, minuten: 30 });
    verwachtWeigering(await zet(h, dilemma, { venster: goed }), 422, 'past_hier_niet');
    // It may run late.
    expect((await zetVenster(h, goed)).status).toBe(204);
  });

  test('is of that day: what moves on to the next overleg has none', async () => {
    const h = await metGast();
    expect((await zetVenster(h, { van: '09:40', tot: '10:10' })).status).toBe(204);
    await zet(h, h.puntId, { besluit: 'doorgeschoven' });
    const volgende = (await h.doe('marloes', 'GET', '/overleggen')).body.overleggen[0];
    expect(volgende.id).not.toBe(h.overlegId);
    const { body } = await h.doe('marloes', 'GET', `/overleggen/${volgende.id}`);
    expect(body.agendapunten).toMatchObject([{ id: h.puntId, venster: null, verwacht: null }]);
  });
});

describe('OV4, NK7: a guest at the table', () => {
  test('sits there while the item is open, by name for all, and reads and writes that and nothing else', async () => {
    const h = await metGast();
    await open(h);
    expect((await h.blad('bram')).aanTafel).toMatchObject([
      { naam: 'Bram' },
      { naam: 'Inge' },
      { naam: 'Marloes', als: 'gast', zetel: null },
    ]);
    const zij = await lijn(h, 'marloes');
    expect(zij.zicht.map(({ compartiment }) => compartiment)).toEqual([(await h.blad('marloes')).id]);
    verwachtWeigering(await h.doe('marloes', 'GET', `/casussen/${h.casusId}`), 404, 'niet_gevonden');
    expect((await h.onder('marloes', 'POST', '/tafelblad', { tekst: 'kanarie gast' })).status).toBe(201);
    // A chair whose line is gone: the deputy leads, and who sits there sits there.
    await stap(h, 'neem_over');
    expect((await h.blad('ali')).aanTafel.map(({ naam }) => naam)).toContain('Marloes');
    expect(h.tafel.fouten).toEqual([]);
  });

  test('gets up in the step that closes it: nothing of after that reaches them, also when it is opened again', async () => {
    const h = await metGast();
    await open(h);
    const marloes = await tekstVan(h, 'marloes');
    await stap(h, 'tussen');
    const terug = await h.blad('marloes');
    expect(terug).toMatchObject({ open: false, tot: '2026-02-17T09:00:00.000Z' });
    verwachtWeigering(await h.onder('marloes', 'POST', '/tafelblad', { tekst: 'x' }), 403, 'alleen_lezen');
    verwachtWeigering(await h.doe('marloes', 'GET', `/overleggen/${h.overlegId}`), 404, 'niet_gevonden');

    const oogst = await h.doe('marloes', 'GET', `/overleggen/${h.overlegId}/oogst`);
    expect(oogst.body.punten).toMatchObject([{ agendapuntId: h.puntId, label: '', vraag: 'kanarie vraag' }]);
    expect(oogst.tekst).not.toContain((await h.bord('fatima')).label);

    await stap(h, 'heropen', { agendapuntId: h.puntId });
    expect((await h.blad('bram')).aanTafel.map(({ naam }) => naam)).toEqual(['Bram', 'Inge']);
    const bram = await tekstVan(h, 'bram');
    bram.tekst.typ(bram.veldId, 'kanarie na de gast');
    await bram.tekst.opgeslagen();
    if (marloes.tekst.lijn.sluitcode === null) await marloes.tekst.lijn.bij();
    expect(marloes.tekst.tekst(marloes.veldId)).not.toContain('kanarie');
    await verwachtNiets(h, 'marloes');
    expect(h.tafel.fouten).toEqual([]);
  });

  test('moved on after it was open, the chair’s taking it on there gives them no place again: they are named anew', async () => {
    const h = await metGast();
    await open(h);
    await stap(h, 'tussen');
    await zet(h, h.puntId, { besluit: 'doorgeschoven' });
    const volgende = (await h.doe('bram', 'GET', '/overleggen')).body.overleggen.find(
      ({ id }: { id: string }) => id !== h.overlegId,
    ).id;
    const pad = `/overleggen/${volgende}`;
    const opnieuw = await h.doe('bram', 'PATCH', `${pad}/agendapunten/${h.puntId}`, { besluit: 'aanvaard' });
    expect(opnieuw.status, opnieuw.tekst).toBe(204);
    verwachtWeigering(await h.doe('marloes', 'GET', pad), 404, 'niet_gevonden');
    const { agendapunten } = (await h.doe('bram', 'GET', pad)).body;
    expect(agendapunten).toMatchObject([{ id: h.puntId, venster: null, inbreng: { gasten: [] } }]);
    // Who moves on without having been open keeps whom was asked.
    const anders = await metGast();
    await zet(anders, anders.puntId, { besluit: 'doorgeschoven' });
    const zij = (await anders.doe('marloes', 'GET', '/overleggen')).body.overleggen;
    expect(zij).toMatchObject([{ rol: 'gast' }]);
    expect(zij[0].id).not.toBe(anders.overlegId);
  });

  test('and by the clock as well', async () => {
    const h = await metGast();
    await open(h);
    h.tafel.klok.nu = Date.parse('2026-02-10T09:30:00Z') + 4 * 60 * 60 * 1000;
    h.tafel.app.loopAf();
    const marloes = await h.tafel.meldAan(h.persoonId('marloes'));
    const pad = `/overleggen/${h.overlegId}/agendapunten/${h.puntId}/tafelblad`;
    expect((await marloes.verzoek('GET', pad)).body).toMatchObject({ open: false, aanTafel: [] });
    expect((await marloes.verzoek('GET', `/overleggen/${h.overlegId}`)).status).toBe(404);
  });

  test('the chair sends them from the table: they have no place at the item any more', async () => {
    const h = await metGast();
    await open(h);
    const gast = (await h.blad('bram')).aanTafel.find(({ naam }) => naam === 'Marloes')?.id;
    expect((await h.onder('bram', 'POST', '/tafel', { af: [gast] })).status).toBe(204);
    await verwachtNiets(h, 'marloes');
    verwachtWeigering(await h.doe('marloes', 'GET', `/overleggen/${h.overlegId}`), 404, 'niet_gevonden');
  });
});
