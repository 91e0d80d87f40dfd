import { describe, expect, test } from 'vitest';
import type { Overlegstap } from '../../shared/overleg.ts';
import { type Huishouden, huishoudenAan, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { brengIn, inbreng, type Overlegtafel, opAgenda, overlegtafel, zegVerteld, zet } from './overleg.ts';

// OV2: how an overleg goes, on disk, by who leads it.

const UUR = 60 * 60 * 1000;
const MINUUT = 60 * 1000;
/** When the overleg begins. */
const NEGEN_UUR = Date.parse('2026-02-10T08:00:00Z');

const stand = async (h: Overlegtafel, wie: Naam = 'bram') => (await h.overleg(wie)).stand;

/** Asks for a step, on what the chair sees now. */
async function vraagStap(h: Overlegtafel, wie: Naam, stap: Overlegstap, meer: object = {}) {
  const versie = (await stand(h, wie))?.versie ?? 0;
  return await h.doe(wie, 'POST', `/overleggen/${h.overlegId}/stappen`, { stap, versie, ...meer });
}

/** The same, and expects it to succeed. @returns where it stands */
async function doeStap(h: Overlegtafel, stap: Overlegstap, meer: object = {}, wie: Naam = 'bram') {
  if (stap === 'tussen') await zegVerteld(h, wie);
  const antwoord = await vraagStap(h, wie, stap, meer);
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body;
}

/** Everyone signs in anew at another moment: their sessions are over by then. */
function op(h: Overlegtafel, moment: number): Overlegtafel {
  h.tafel.klok.nu = moment;
  const doe: Overlegtafel['doe'] = async (wie, methode, pad, body) =>
    await (await h.tafel.meldAan(h.persoonId(wie))).verzoek(methode, pad, body);
  const overleg: Overlegtafel['overleg'] = async (wie) => {
    const antwoord = await doe(wie, 'GET', `/overleggen/${h.overlegId}`);
    expect(antwoord.status, antwoord.tekst).toBe(200);
    return antwoord.body;
  };
  return {
    ...h,
    doe,
    overleg,
    punt: async (wie, id) => (await overleg(wie)).agendapunten.find((punt) => punt.id === id),
  };
}

const regels = (h: Huishouden, handeling: string) =>
  h.tafel.app.logboek
    .lees()
    .flatMap((regel) => (regel.leesbaar && regel.handeling === handeling ? [regel] : []));

describe('OV2: the chair', () => {
  test('goes through an item step by step, each with its clock; who takes part sees theirs, and nobody else a step', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    const bytesVan = async (wie: Naam) => (await h.doe(wie, 'GET', `/overleggen/${h.overlegId}`)).tekst;
    expect(await stand(h)).toMatchObject({ fase: 'voorbereiding', ikLeid: true, versie: 0 });
    expect(await stand(h, 'joke')).toBeNull();

    expect(await doeStap(h, 'open')).toMatchObject({ fase: 'tussen', agendapuntId: null, versie: 1 });
    const buiten = await bytesVan('tom');
    expect(JSON.parse(buiten).staat).toBe('bezig');
    expect(await doeStap(h, 'item', { agendapuntId: id })).toMatchObject({
      fase: 'item',
      agendapuntId: id,
      onderdeel: 'terugblik',
      sinds: '2026-02-03T09:00:00.000Z',
    });
    h.tafel.klok.nu += 3000;
    await doeStap(h, 'item', { agendapuntId: id, onderdeel: 'vraag' });
    expect(await h.punt('joke', id)).toMatchObject({
      staat: 'bezig',
      nu: {
        onderdeel: 'vraag',
        onderdeelSinds: '2026-02-03T09:00:03.000Z',
        sinds: '2026-02-03T09:00:00.000Z',
      },
    });
    // Back is a step as well.
    await doeStap(h, 'item', { agendapuntId: id, onderdeel: 'terugblik' });
    expect(await bytesVan('tom')).toBe(buiten);
    await doeStap(h, 'tussen');
    expect(await h.punt('joke', id)).toMatchObject({ staat: 'besproken', nu: null });
    expect(await bytesVan('tom')).toBe(buiten);

    expect(await doeStap(h, 'heropen', { agendapuntId: id })).toMatchObject({ onderdeel: 'afspreken' });
    await doeStap(h, 'tussen');
    expect(await doeStap(h, 'sluit')).toMatchObject({ fase: 'gesloten' });
    expect(regels(h, 'overleg_stap').map(({ bijzonderheden }) => bijzonderheden)).toMatchObject([
      { stap: 'open' },
      { stap: 'item', agendapuntId: id, onderdeel: 'terugblik' },
      { stap: 'item', onderdeel: 'vraag' },
      { stap: 'item', onderdeel: 'terugblik' },
      { stap: 'tussen', agendapuntId: id },
      { stap: 'heropen' },
      { stap: 'tussen' },
      { stap: 'sluit' },
    ]);
    expect(regels(h, 'agendapunt_geopend')).toHaveLength(2);
    expect(regels(h, 'agendapunt_gesloten')[0]).toMatchObject({
      casusId: h.casusId,
      persoonId: h.persoonId('bram'),
    });
  });

  test('OV1: reads no agenda when it is closed, nor who was asked to think along; what was for the chair is gone', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h, { meedenkers: [h.persoonId('greta')] });
    await doeStap(h, 'open');
    await doeStap(h, 'sluit');
    for (const wie of ['bram', 'ali', 'inge', 'greta'] as const)
      expect((await h.overleg(wie)).agendapunten, wie).toEqual([]);
    expect(await h.punt('fatima', id)).toMatchObject({ als: 'inbrenger', voorVoorzitter: null });
    const rij = h.tafel.database.sqlite.prepare('select sleutel, voor_voorzitter from agendapunten').get();
    expect(rij).toEqual({ sleutel: null, voor_voorzitter: null });
    const pad = `/overleggen/${h.overlegId}/agendapunten`;
    verwachtWeigering(
      await h.doe('tom', 'POST', pad, { dilemma: { titel: 'x', tekst: 'x' }, minuten: 5 }),
      409,
      'overleg_gesloten',
    );
  });

  test('has two devices: of two steps on the same stand the first counts, and the second gets where it is now', async () => {
    const h = await overlegtafel();
    const [een, twee] = [
      await opAgenda(h),
      await brengIn(h, 'tom', { dilemma: { titel: 'x', tekst: 'x' }, minuten: 5 }),
    ];
    await zet(h, twee, { besluit: 'aanvaard' });
    const { versie } = await doeStap(h, 'open');
    const pad = `/overleggen/${h.overlegId}/stappen`;
    const [a, b] = await Promise.all(
      [een, twee].map((agendapuntId) => h.doe('bram', 'POST', pad, { stap: 'item', agendapuntId, versie })),
    );
    expect([a?.status, b?.status].sort()).toEqual([200, 409]);
    const [goed, laat] = a?.status === 200 ? [a, b] : [b, a];
    expect(laat?.body).toMatchObject({ code: 'versie_verouderd', stand: goed?.body });
    expect(await stand(h)).toEqual(goed?.body);
  });

  test.each([
    ['closing what is open', 'sluit', {}],
    ['opening it again', 'open', {}],
    ['another while one is open', 'item', { agendapuntId: 'ander' }],
    ['the step at which it is', 'item', { agendapuntId: 'dit', onderdeel: 'terugblik' }],
    ['reopening what is open', 'heropen', { agendapuntId: 'dit' }],
  ] as const)('can’t do what the machine doesn’t know: %s', async (_, stap, meer) => {
    const h = await overlegtafel();
    const dit = await opAgenda(h);
    const ander = await brengIn(h, 'tom', { dilemma: { titel: 'x', tekst: 'x' }, minuten: 5 });
    await zet(h, ander, { besluit: 'aanvaard' });
    await doeStap(h, 'open');
    const voor = await doeStap(h, 'item', { agendapuntId: dit });
    const ids: Record<string, string> = { dit, ander };
    const gevuld = 'agendapuntId' in meer ? { ...meer, agendapuntId: ids[meer.agendapuntId] } : meer;
    verwachtWeigering(await vraagStap(h, 'bram', stap, gevuld), 409, 'stap_past_niet');
    expect(await stand(h)).toEqual(voor);
    verwachtWeigering(
      await vraagStap(h, 'bram', 'item', { agendapuntId: NIEMAND }),
      422,
      'verwijzing_onbekend',
    );
    // Nor is what is open given back, moved on or taken off.
    for (const besluit of ['doorgeschoven', 'aanvaard'])
      verwachtWeigering(await zet(h, dit, { besluit }), 422, 'past_hier_niet');
    const pad = `/overleggen/${h.overlegId}/agendapunten/${dit}`;
    verwachtWeigering(await h.doe('fatima', 'DELETE', pad), 422, 'past_hier_niet');
  });

  test('opens no casus that is open elsewhere', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    const gezin = await h.doe('fatima', 'POST', '/overleggen', {
      casusId: h.casusId,
      begin: '2026-02-04T13:00:00Z',
      duur: 45,
      plaats: 'Thuis',
    });
    const pad = `/overleggen/${gezin.body.id}`;
    const { agendapunten } = (await h.doe('fatima', 'GET', pad)).body;
    const doe = (stap: string, versie: number, meer: object = {}) =>
      h.doe('fatima', 'POST', `${pad}/stappen`, { stap, versie, ...meer });
    await doe('open', 0);
    expect((await doe('item', 1, { agendapuntId: agendapunten[0].id })).status).toBe(200);
    await doeStap(h, 'open');
    verwachtWeigering(await vraagStap(h, 'bram', 'item', { agendapuntId: id }), 409, 'elders_bezig');
    await zegVerteld(h, 'fatima', gezin.body.id);
    await doe('tussen', 2);
    await doeStap(h, 'item', { agendapuntId: id });
  });

  test('takes in a spoedcasus while it is open, and moves on what isn’t finished', async () => {
    const h = await overlegtafel();
    await doeStap(h, 'open');
    const id = await brengIn(h, 'fatima', inbreng(h));
    expect(await h.punt('bram', id)).toMatchObject({ spoed: true, staat: 'ingebracht' });
    verwachtWeigering(await vraagStap(h, 'bram', 'item', { agendapuntId: id }), 409, 'stap_past_niet');
    await zet(h, id, { besluit: 'aanvaard' });
    await doeStap(h, 'item', { agendapuntId: id });
    await doeStap(h, 'tussen');
    expect((await zet(h, id, { besluit: 'doorgeschoven' })).status).toBe(204);
    const volgende = (await h.doe('bram', 'GET', '/overleggen')).body.overleggen[1].id;
    const { agendapunten } = (await h.doe('bram', 'GET', `/overleggen/${volgende}`)).body;
    expect(agendapunten).toMatchObject([{ id, staat: 'aanvaard' }]);
  });
});

describe('OV2: who leads', () => {
  test('is nobody else: who is in it may not, and who isn’t doesn’t know of it', async () => {
    const h = await overlegtafel();
    await opAgenda(h);
    for (const wie of ['inge', 'tom', 'joke', 'fatima'] as const)
      verwachtWeigering(await vraagStap(h, wie, 'open'), 403, 'alleen_voorzitter');
    verwachtWeigering(
      await h.doe('ali', 'POST', `/overleggen/${h.overlegId}/stappen`, { stap: 'open', versie: 0 }),
      403,
      'alleen_voorzitter',
    );
    for (const pad of [h.overlegId, NIEMAND])
      verwachtWeigering(
        await h.doe('marloes', 'POST', `/overleggen/${pad}/stappen`, { stap: 'open', versie: 0 }),
        404,
        'niet_gevonden',
      );
    expect(await stand(h)).toMatchObject({ fase: 'voorbereiding', versie: 0 });
  });

  test('becomes the deputy when nothing is heard of the chair for a minute, and the chair again when they take it back', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    await doeStap(h, 'open');
    h.tafel.klok.nu += 59_000;
    verwachtWeigering(await vraagStap(h, 'ali', 'neem_over'), 409, 'voorzitter_is_er');
    h.tafel.klok.nu += 1_000;
    expect(await doeStap(h, 'neem_over', {}, 'ali')).toMatchObject({
      leiderId: h.persoonId('ali'),
      ikLeid: true,
    });
    // The chair comes back, and sees that another leads it.
    expect(await stand(h)).toMatchObject({ ikLeid: false, leiderId: h.persoonId('ali') });
    verwachtWeigering(await vraagStap(h, 'bram', 'item', { agendapuntId: id }), 403, 'alleen_voorzitter');
    verwachtWeigering(await zet(h, id, { minuten: 30 }), 403, 'alleen_voorzitter');
    expect((await zet(h, id, { minuten: 30 }, 'ali')).status).toBe(204);
    await doeStap(h, 'item', { agendapuntId: id }, 'ali');
    expect(await doeStap(h, 'neem_over')).toMatchObject({ ikLeid: true, agendapuntId: id });
    verwachtWeigering(await vraagStap(h, 'ali', 'tussen'), 403, 'alleen_voorzitter');
  });

  test('becomes the deputy on the chair’s word, who leads it until it closes, while they are the deputy', async () => {
    const h = await overlegtafel();
    await doeStap(h, 'neem_over');
    expect(await stand(h, 'ali')).toMatchObject({ ikLeid: true });
    await doeStap(h, 'open', {}, 'ali');
    await h.doe('bram', 'PATCH', `/overlegreeksen/${h.reeksId}`, { plaatsvervangerId: null });
    expect(await stand(h)).toMatchObject({ ikLeid: true });
    verwachtWeigering(await vraagStap(h, 'bram', 'neem_over'), 409, 'stap_past_niet');
  });
});

describe('OV2: the clock', () => {
  test('closes what nobody closed four hours past its end, with what was open, also after midnight', async () => {
    const vroeg = await overlegtafel();
    await vroeg.doe('bram', 'PATCH', `/overlegreeksen/${vroeg.reeksId}`, {
      ritme: { eerste: '2026-02-10', tijd: '22:30', weken: 1 },
    });
    const overlegId = (await vroeg.doe('bram', 'GET', '/overleggen')).body.overleggen[0].id;
    let h = op({ ...vroeg, overlegId }, Date.parse('2026-02-10T21:30:00Z'));
    const id = await opAgenda(h);
    await doeStap(h, 'open');
    await doeStap(h, 'item', { agendapuntId: id });
    // Half past one at night, an hour and a half past its end: it runs on.
    h = op(h, Date.parse('2026-02-11T00:30:00Z'));
    expect(await doeStap(h, 'item', { agendapuntId: id, onderdeel: 'wegen' })).toMatchObject({
      fase: 'item',
    });
    h = op(h, Date.parse('2026-02-11T02:59:59Z'));
    expect((await h.overleg('bram')).staat).toBe('bezig');
    h = op(h, Date.parse('2026-02-11T03:00:00Z'));
    expect((await h.overleg('bram')).staat).toBe('gesloten');
    expect(await h.punt('joke', id)).toMatchObject({ staat: 'besproken' });
    expect(regels(h, 'overleg_stap').at(-1)).toMatchObject({
      persoonId: null,
      bijzonderheden: { stap: 'klok', agendapuntId: id },
    });
    expect(regels(h, 'agendapunt_gesloten')).toMatchObject([{ persoonId: null, casusId: h.casusId }]);
  });

  test('OV1: renews when one’s own item is expected every five minutes, and never by a step', async () => {
    const vroeg = await overlegtafel();
    const eerste = await brengIn(vroeg, 'sanne', { dilemma: { titel: 'x', tekst: 'x' }, minuten: 10 });
    await zet(vroeg, eerste, { besluit: 'aanvaard' });
    const id = await opAgenda(vroeg);
    let h = op(vroeg, NEGEN_UUR);
    const verwacht = async () => (await h.punt('fatima', id))?.verwacht?.slice(11, 16);
    expect(await verwacht()).toBe('08:10');
    h = op(h, NEGEN_UUR + 8 * MINUUT);
    await doeStap(h, 'open');
    await doeStap(h, 'item', { agendapuntId: eerste });
    expect(await verwacht()).toBe('08:10');
    h = op(h, NEGEN_UUR + 11 * MINUUT);
    expect(await verwacht()).toBe('08:20');
    const voor = (await h.doe('fatima', 'GET', `/overleggen/${h.overlegId}`)).tekst;
    await doeStap(h, 'item', { agendapuntId: eerste, onderdeel: 'wegen' });
    await doeStap(h, 'tussen');
    // It was closed early: told when the clock comes to it.
    expect((await h.doe('fatima', 'GET', `/overleggen/${h.overlegId}`)).tekst).toBe(voor);
    h = op(h, NEGEN_UUR + 15 * MINUUT);
    expect(await verwacht()).toBe('08:15');
  });

  test('OV10: takes a dilemma away while it is open: then nothing is', async () => {
    const vroeg = await overlegtafel();
    const id = await brengIn(vroeg, 'tom', { dilemma: { titel: 'x', tekst: 'x' }, minuten: 5 });
    await zet(vroeg, id, { besluit: 'aanvaard' });
    vroeg.tafel.database.sqlite
      .prepare('update agendapunten set vervalt_op = ? where id = ?')
      .run(NEGEN_UUR + UUR, id);
    let h = op(vroeg, NEGEN_UUR);
    await doeStap(h, 'open');
    await doeStap(h, 'item', { agendapuntId: id });
    h = op(h, NEGEN_UUR + UUR);
    expect(await stand(h)).toMatchObject({ fase: 'tussen', agendapuntId: null });
    await doeStap(h, 'sluit');
    expect(h.tafel.fouten).toEqual([]);
  });
});

describe('OV2: another household at the same table', () => {
  test('comes to its turn: who takes part in the one sees nothing of the other', async () => {
    const h = await overlegtafel();
    const ander = await huishoudenAan(h.tafel, { joke: ['kind1'] });
    const id = await opAgenda(h);
    const pad = `/overleggen/${h.overlegId}`;
    const bijAnder = await (await ander.als('fatima')).verzoek(
      'POST',
      `${pad}/agendapunten`,
      inbreng(h, { casusId: ander.casusId }),
    );
    await zet(h, bijAnder.body.id, { besluit: 'aanvaard' });
    const bytes = async () => (await (await ander.als('joke')).verzoek('GET', pad)).tekst;
    await doeStap(h, 'open');
    const voor = await bytes();
    expect(JSON.parse(voor).agendapunten.map((punt: { id: string }) => punt.id)).toEqual([bijAnder.body.id]);
    await doeStap(h, 'item', { agendapuntId: id });
    await doeStap(h, 'item', { agendapuntId: id, onderdeel: 'beeld' });
    await doeStap(h, 'tussen');
    expect(await bytes()).toBe(voor);
  });
});
