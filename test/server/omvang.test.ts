import { expect, test } from 'vitest';
import { Casusomvang } from '../../server/casus/casusomvang.ts';
import { foutregel } from '../../server/kern/foutregel.ts';
import { OMVANG } from '../../server/kern/omvang.ts';
import { huishouden, NIEMAND, opgeslagen, verwachtWeigering } from './huishouden.ts';

// ST6: sizes have an end, counted over what the person who reaches it sees.

const KRACHT = { soort: 'kracht', titel: 'Kan goed koken', leefgebied: 'wonen' };

test('ST6: so many kaarten in a compartment; when one is gone another fits', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { kaarten: 3 } });
  const [fatima, tom] = [await h.als('fatima'), await h.als('tom')];
  const plan = await h.plek('fatima', 'plan');
  const maak = (wie: typeof tom) =>
    wie.verzoek('POST', `${h.pad}/kaarten`, { compartimentId: plan, soort: 'doel', titel: 'Rust in huis' });
  const gemaakt = [await maak(fatima), await maak(tom), await maak(tom)];
  for (const { status } of gemaakt) expect(status).toBe(201);
  const voor = opgeslagen(h.tafel);
  verwachtWeigering(await maak(fatima), 422, 'te_veel_kaarten');
  expect(opgeslagen(h.tafel)).toEqual(voor);
  const { id, versie } = gemaakt[0]?.body ?? {};
  expect((await fatima.verzoek('DELETE', `${h.pad}/kaarten/${id}?versie=${versie}`)).status).toBe(204);
  expect((await maak(tom)).status).toBe(201);
});

test('ST6: so many steps of an afspraak; it can still be changed', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { stappen: 3 } });
  const fatima = await h.als('fatima');
  const { body: afspraak } = await fatima.verzoek('POST', `${h.pad}/kaarten`, {
    compartimentId: await h.plek('fatima', 'plan'),
    soort: 'afspraak',
    titel: 'Bellen met school',
  });
  const zet = () => fatima.verzoek('POST', `${h.pad}/kaarten/${afspraak.id}/stappen`, { tekst: 'Gebeld' });
  for (let n = 0; n < 3; n += 1) expect((await zet()).status).toBe(201);
  verwachtWeigering(await zet(), 422, 'te_veel_stappen');
  const nu = (await h.bord('fatima')).kaarten.find(({ id }) => id === afspraak.id);
  const klaar = { versie: nu?.versie, stand: 'gedaan' };
  expect((await fatima.verzoek('PATCH', `${h.pad}/kaarten/${afspraak.id}`, klaar)).status).toBe(200);
});

test('ST6: so many makings a day for a person, over all their sessions; the next day they go on', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { gemaaktPerDag: 20 } });
  const tom = await h.als('tom');
  const ook = await h.tafel.meldAan(h.persoonId('tom'));
  const hulp = await h.plek('tom', 'hulp');
  const maak = (wie: typeof tom, compartimentId = hulp) =>
    wie.verzoek('POST', `${h.pad}/kaarten`, { compartimentId, ...KRACHT });
  for (let n = 0; n < 20; n += 1) expect((await maak(n % 2 === 0 ? tom : ook)).status).toBe(201);
  const vol = await maak(ook);
  verwachtWeigering(vol, 429, 'dag_vol');
  // Whatever it would stand in, there, hidden or not (NK5).
  const zietTom = (await h.bord('tom')).compartimenten.map(({ id }) => id);
  const verborgen = (await h.bord('fatima')).compartimenten.find(({ id }) => !zietTom.includes(id))?.id;
  for (const plek of [verborgen, NIEMAND]) expect((await maak(tom, plek)).tekst).toBe(vol.tekst);
  // What failed was nothing made, and others go on.
  expect((await maak(await h.als('fatima'))).status).toBe(201);
  h.tafel.klok.nu += 24 * 60 * 60 * 1000;
  expect((await maak(await h.tafel.meldAan(h.persoonId('tom')))).status).toBe(201);
});

test('ST6: so many casussen a day for a person, who goes on making else', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { casussenPerDag: 3 } });
  const breng = async () =>
    await (await h.als('tom')).verzoek('POST', '/casussen', {
      leden: [{ rol: 'moeder' }],
      zetel: 'jeugd',
      waarvoor: 'samenhang',
      grondslag: 'jeugdwet',
    });
  for (let n = 0; n < 3; n += 1) expect((await breng()).status).toBe(201);
  verwachtWeigering(await breng(), 429, 'dag_vol');
  await h.schrijf('tom', 'hulp', null, KRACHT);
});

test('ST6: the end of a day’s making is said before it is reached, to who makes', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { gemaaktPerDag: 20 } });
  const tom = await h.als('tom');
  const hulp = await h.plek('tom', 'hulp');
  const nog = async (wie: typeof tom) =>
    (await wie.verzoek('POST', `${h.pad}/kaarten`, { compartimentId: hulp, ...KRACHT })).kop['nog-vandaag'];
  const gezegd: unknown[] = [];
  for (let n = 0; n < 20; n += 1) gezegd.push(await nog(tom));
  expect(gezegd).toEqual([...Array.from({ length: 17 }, () => undefined), '2', '1', '0']);
  expect(await nog(await h.als('fatima'))).toBe(undefined);
});

test('ST6: what was refused counts for no making, nor what is asked again under its key', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { gemaaktPerDag: 20 } });
  const tom = await h.als('tom');
  const hulp = await h.plek('tom', 'hulp');
  const maak = (titel: string, koppen = {}) =>
    tom.verzoek('POST', `${h.pad}/kaarten`, { compartimentId: hulp, ...KRACHT, titel }, koppen);
  for (let n = 0; n < 25; n += 1) expect((await maak('')).status).toBe(422);
  const sleutel = { 'idempotency-key': 'een-sleutel' };
  for (let n = 0; n < 25; n += 1) expect((await maak('Eenmaal', sleutel)).status).toBe(201);
  for (let n = 0; n < 19; n += 1) expect((await maak('Nog een')).status).toBe(201);
  verwachtWeigering(await maak('Te veel'), 429, 'dag_vol');
  expect((await maak('Eenmaal', sleutel)).status).toBe(201);
});

test('ST6: of a casus that holds more than people need, who runs it is told, and nobody else notices', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { casusKaarten: 2, casusBytes: 1 } });
  const [tom, hulp] = [await h.als('tom'), await h.plek('tom', 'hulp')];
  const maak = async () =>
    (await tom.verzoek('POST', `${h.pad}/kaarten`, { compartimentId: hulp, ...KRACHT })).status;
  for (let n = 0; n < 3; n += 1) expect(await maak()).toBe(201);
  h.tafel.klok.nu += 60 * 60 * 1000;
  const gezegd = () => h.tafel.fouten.map(foutregel);
  await expect.poll(gezegd).toContain(`let op, groot: casus ${h.casusId} · 3 kaarten`);
  expect(gezegd()).toContainEqual(expect.stringMatching(/^let op, groot: casus \S+ · \d+ bytes$/));
  expect(await maak()).toBe(201);
});

test('ST6: who runs it is told of a large casus once, again when it has doubled, and at most once an hour', async () => {
  const h = await huishouden({ plaatsen: { tom: null } });
  const [tom, hulp] = [await h.als('tom'), await h.plek('tom', 'hulp')];
  const { database, klok } = h.tafel;
  const gezegd: unknown[] = [];
  const omvang = { ...OMVANG, casusKaarten: 2 };
  const wacht = new Casusomvang({
    database,
    nu: () => klok.nu,
    omvang,
    bijFout: (fout) => gezegd.push(foutregel(fout)),
  });
  const metKaart = async () => {
    await tom.verzoek('POST', `${h.pad}/kaarten`, { compartimentId: hulp, ...KRACHT });
    wacht.kijk();
    return gezegd.splice(0).map((regel) => String(regel).replace(h.casusId, 'X'));
  };
  wacht.kijk();
  const uren: string[][] = [];
  for (let n = 0; n < 6; n += 1) {
    klok.nu += 60 * 60 * 1000;
    uren.push(await metKaart());
  }
  expect(uren).toEqual([
    [],
    [],
    ['let op, groot: casus X · 3 kaarten'],
    [],
    [],
    ['let op, groot: casus X · 6 kaarten'],
  ]);
  for (let n = 0; n < 6; n += 1) expect(await metKaart()).toEqual([]);
  klok.nu += 60 * 60 * 1000;
  expect(await metKaart()).toEqual(['let op, groot: casus X · 13 kaarten']);
});
