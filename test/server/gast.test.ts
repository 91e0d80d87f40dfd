import { describe, expect, test } from 'vitest';
import { type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { brengIn, inbreng, opAgenda, overlegtafel } from './overleg.ts';
import { aan, type Gedekt, lijn, stap, tekstVan } from './tafel.ts';

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
