import { expect, test } from 'vitest';
import { laatWaarnemen } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';

// NK28: who keeps a part lets others read along, for so long and with a reason; and it ends by itself.

const UUR = 60 * 60 * 1000;

/** Where Tom, from jeugd, keeps what there is about kind 1. */
async function jeugd(huis: Huishouden): Promise<string> {
  return await huis.plek('tom', 'jeugd', 'kind1', 'schrijven');
}

function body(huis: Huishouden, wie: Naam, anders: object = {}) {
  return {
    deelnemerId: huis.zetelVan(wie),
    niveau: 'lezen',
    waarvoor: 'samenhang',
    grondslag: 'jeugdwet',
    reden: 'om de afspraken op elkaar af te stemmen',
    tot: '2026-02-17',
    ...anders,
  };
}

/** Tom lets somebody read along. @returns the id of the right */
async function geef(huis: Huishouden, wie: Naam, anders: object = {}): Promise<string> {
  const pad = `/compartimenten/${await jeugd(huis)}/toegangsrechten`;
  const antwoord = await huis.vraag('tom', 'POST', pad, body(huis, wie, anders));
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

async function niveauVan(huis: Huishouden, wie: Naam, compartimentId: string): Promise<string> {
  const { compartimenten } = await huis.bord(wie);
  return compartimenten.find(({ id }) => id === compartimentId)?.niveau ?? 'verborgen';
}

function regels(huis: Huishouden): { handeling: string; regel: string; op: number; persoonId: string }[] {
  return huis.tafel.database.sqlite
    .prepare<[], { handeling: string; regel: string; op: number; persoonId: string }>(
      'select handeling, regel, op, persoon_id as persoonId from logboek order by nummer',
    )
    .all();
}

test('NK28: who keeps a part lets somebody read along, who then reads it and is known to who reads there', async () => {
  const huis = await huishouden();
  const deel = await jeugd(huis);
  const kaart = await huis.schrijf('tom', 'jeugd', 'kind1', {
    soort: 'zorgpunt',
    titel: 'slaapt slecht',
    leefgebied: 'opvoeden_jeugd',
  });

  const id = await geef(huis, 'sanne');

  const sanne = await huis.bord('sanne');
  expect(sanne.compartimenten.find((een) => een.id === deel)).toMatchObject({
    niveau: 'lezen',
    recht: { id, tot: '2026-02-17T23:00:00.000Z' },
    rechten: null,
  });
  const opening = await huis.vraag('sanne', 'POST', `/compartimenten/${deel}/openingen`);
  expect(opening.body.kaarten).toMatchObject([{ id: kaart.id, titel: 'slaapt slecht' }]);
  const tom = (await huis.bord('tom')).compartimenten.find((een) => een.id === deel);
  expect(tom?.rechten).toMatchObject([{ id, deelnemerId: huis.zetelVan('sanne'), niveau: 'lezen' }]);
  expect(tom?.publiek?.deelnemerIds).toContain(huis.zetelVan('sanne'));
  const lijst = await huis.vraag('tom', 'GET', `/compartimenten/${deel}/toegangsrechten`);
  expect(lijst.body.rechten).toMatchObject([{ id, reden: body(huis, 'sanne').reden, grondslag: 'jeugdwet' }]);
});

test('NK20: a right names its holder to who reads the part, and to nobody else', async () => {
  const huis = await huishouden();
  const wonen = await huis.plek('marloes', 'wonen', 'moeder', 'schrijven');
  const kent = async (wie: Naam) => (await huis.bord(wie)).deelnemers.map(({ naam }) => naam);
  expect(await kent('marloes')).not.toContain('Joke');
  await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('joke')}`, { lidIds: null });
  // Fatima keeps contact wishes, as who directs; Joke reads them, Marloes too.
  const contact = await huis.plek('fatima', 'contact', 'moeder');
  const pad = `/compartimenten/${contact}/toegangsrechten`;

  expect((await huis.vraag('fatima', 'POST', pad, body(huis, 'joke', { niveau: 'schrijven' }))).status).toBe(
    201,
  );

  expect(await kent('marloes')).toContain('Joke');
  expect(await kent('pieter')).toContain('Joke');
  // Greta doesn't take part; Ali knows Joke as the kernteam does. Wonen is none of Joke's.
  expect((await huis.bord('joke')).compartimenten.map(({ id }) => id)).not.toContain(wonen);
});

test.each([
  ['sanne', 'who knows that it is there and keeps nothing of it'],
  ['fatima', 'the regisseur as such'],
] as const)('NK28: %s, %s, gives no right', async (wie, _) => {
  const huis = await huishouden();
  const deel = await jeugd(huis);
  const tegel = (await huis.bord(wie)).compartimenten.find(
    ({ categorie, lidId }) => categorie === 'jeugd' && lidId === huis.leden.kind1,
  );
  const op = (id: string) =>
    huis.vraag(wie, 'POST', `/compartimenten/${id}/toegangsrechten`, body(huis, 'ali'));
  // Behind the tile it is as one that isn't there (NK4).
  verwachtWeigering(await op(deel), 404, 'niet_gevonden');
  if (tegel !== undefined) verwachtWeigering(await op(tegel.id), 403, 'niet_bewaarder');
  verwachtWeigering(await op(NIEMAND), 404, 'niet_gevonden');
});

test('NK28: who reads or writes by a right gives none, and sees no list of them', async () => {
  const huis = await huishouden();
  const deel = await jeugd(huis);
  await geef(huis, 'sanne', { niveau: 'schrijven' });
  const pad = `/compartimenten/${deel}/toegangsrechten`;
  verwachtWeigering(await huis.vraag('sanne', 'POST', pad, body(huis, 'ali')), 403, 'niet_bewaarder');
  verwachtWeigering(await huis.vraag('sanne', 'GET', pad), 403, 'niet_bewaarder');
});

test('NK12: nobody gives a right to the notes of the regisseur; whose only the regisseur writes, who directs does', async () => {
  const huis = await huishouden();
  const op = async (categorie: string, lid: 'moeder' | null) =>
    huis.vraag(
      'fatima',
      'POST',
      `/compartimenten/${await huis.plek('fatima', categorie, lid)}/toegangsrechten`,
      body(huis, 'sanne'),
    );
  verwachtWeigering(await op('regie', null), 403, 'niet_bewaarder');
  expect((await op('adres', 'moeder')).status).toBe(201);
  // With the regie the keeping goes too, and comes back with it.
  laatWaarnemen(huis, 'tom', huis.tafel.klok.nu, huis.tafel.klok.nu + UUR);
  verwachtWeigering(await op('adres', 'moeder'), 403, 'niet_bewaarder');
  huis.tafel.klok.nu += 2 * UUR;
  expect((await op('adres', 'moeder')).status).toBe(201);
});

test.each<[string, (huis: Huishouden) => object, string]>([
  ['for oneself', (huis) => body(huis, 'tom'), 'niet_voor_uzelf'],
  ['for who isn’t there', (huis) => body(huis, 'sanne', { deelnemerId: NIEMAND }), 'verwijzing_onbekend'],
  ['for who isn’t known to the keeper', (huis) => body(huis, 'pieter'), 'verwijzing_onbekend'],
  ['for who doesn’t take part for this member', (huis) => body(huis, 'ali'), 'ander_lid'],
  ['for more than ninety days', (huis) => body(huis, 'sanne', { tot: '2026-05-05' }), 'periode_ongeldig'],
  ['until a moment that is past', (huis) => body(huis, 'sanne', { tot: '2026-02-02' }), 'periode_ongeldig'],
  [
    'that ends before it begins',
    (huis) => body(huis, 'sanne', { van: '2026-02-20', tot: '2026-02-17' }),
    'periode_ongeldig',
  ],
  ['without an end', (huis) => body(huis, 'sanne', { tot: null }), 'body_ongeldig'],
  ['on a ground of no list', (huis) => body(huis, 'sanne', { grondslag: 'zomaar' }), 'niet_in_lijst'],
  ['without a reason', (huis) => body(huis, 'sanne', { reden: ' ' }), 'body_ongeldig'],
  ['at a level that is no right', (huis) => body(huis, 'sanne', { niveau: 'dat' }), 'body_ongeldig'],
])('NK28: should refuse a right %s', async (_, maak, code) => {
  const huis = await huishouden();
  const pad = `/compartimenten/${await jeugd(huis)}/toegangsrechten`;
  verwachtWeigering(await huis.vraag('tom', 'POST', pad, maak(huis)), 422, code);
  expect((await huis.vraag('tom', 'GET', pad)).body.rechten).toEqual([]);
});

test('NK28: ninety days from now is the last day', async () => {
  const huis = await huishouden();
  await geef(huis, 'sanne', { tot: '2026-05-04' });
});

test('NK26: who isn’t bekend gets no right, also of who knows them; after it they do, until the household withdraws it', async () => {
  const huis = await huishouden();
  const deel = await huis.plek('fatima', 'plan', null);
  const op = () =>
    huis.vraag(
      'fatima',
      'POST',
      `/compartimenten/${deel}/toegangsrechten`,
      body(huis, 'pieter', { niveau: 'schrijven' }),
    );
  verwachtWeigering(await op(), 422, 'eerst_bekend');
  const zetel = `/deelnemers/${huis.zetelVan('pieter')}`;
  await huis.vraag('fatima', 'PATCH', zetel, { bekend: true });
  expect((await op()).status).toBe(201);
  expect(await niveauVan(huis, 'pieter', deel)).toBe('schrijven');

  await huis.vraag('fatima', 'PATCH', zetel, { bekend: false });

  expect(await niveauVan(huis, 'pieter', deel)).toBe('lezen');
  await huis.vraag('fatima', 'PATCH', zetel, { bekend: true });
  expect(await niveauVan(huis, 'pieter', deel)).toBe('lezen');
});

test('NK28: a second for one person and part takes the place of the first', async () => {
  const huis = await huishouden();
  const deel = await jeugd(huis);
  await geef(huis, 'sanne', { niveau: 'schrijven' });
  const tweede = await geef(huis, 'sanne', { tot: '2026-02-10' });
  expect(await niveauVan(huis, 'sanne', deel)).toBe('lezen');
  const { rechten } = (await huis.vraag('tom', 'GET', `/compartimenten/${deel}/toegangsrechten`)).body;
  expect(rechten.map(({ id }: { id: string }) => id)).toEqual([tweede]);
});

test('NK7, NK28: its keeper ends it, or its holder, and nobody else; on the screen that is looking', async () => {
  const huis = await huishouden();
  const deel = await jeugd(huis);
  for (const door of ['tom', 'sanne'] as const) {
    const id = await geef(huis, 'sanne');
    const live = await (await huis.als('sanne')).live();
    await live.volg(huis.casusId);
    await huis.vraag('sanne', 'POST', `/compartimenten/${deel}/openingen`);
    for (const ander of ['ali', 'fatima', 'joke'] as const)
      verwachtWeigering(await huis.vraag(ander, 'DELETE', `/toegangsrechten/${id}`), 404, 'niet_gevonden');

    expect((await huis.vraag(door, 'DELETE', `/toegangsrechten/${id}`)).status).toBe(204);

    await live.bij();
    expect(live.ontvangen.filter(({ soort }) => soort === 'zicht').length).toBeGreaterThan(0);
    expect(await niveauVan(huis, 'sanne', deel)).toBe('verborgen');
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'zorgpunt',
      titel: `na ${door}`,
      leefgebied: 'opvoeden_jeugd',
    });
    await live.bij();
    expect(JSON.stringify(live.ontvangen)).not.toContain(`na ${door}`);
    verwachtWeigering(await huis.vraag(door, 'DELETE', `/toegangsrechten/${id}`), 404, 'niet_gevonden');
  }
});

test('NK28: it begins and ends by the clock, to the second, with its lines in the record', async () => {
  const huis = await huishouden();
  const deel = await jeugd(huis);
  const [van, tot] = [huis.tafel.klok.nu + UUR, huis.tafel.klok.nu + 3 * UUR];
  const moment = (op: number) => new Date(op).toISOString();
  await geef(huis, 'sanne', { van: moment(van), tot: moment(tot) });
  const live = await (await huis.als('sanne')).live();
  await live.volg(huis.casusId);
  const niveaus: string[] = [];
  for (const nu of [van - 1, van, tot - 1, tot]) {
    huis.tafel.klok.nu = nu;
    huis.tafel.app.loopAf();
    niveaus.push(await niveauVan(huis, 'sanne', deel));
  }
  expect(niveaus).toEqual(['verborgen', 'lezen', 'lezen', 'verborgen']);
  await live.bij();
  expect(live.ontvangen.filter(({ soort }) => soort === 'zicht')).toHaveLength(2);
  const klok = regels(huis).filter(
    ({ handeling, regel }) => handeling === 'niveau_gewijzigd' && regel === 'klok',
  );
  expect(klok.map(({ op }) => op)).toEqual([van, tot]);
});

test.each<[string, (huis: Huishouden) => Promise<unknown>]>([
  [
    'changes zetel',
    (huis) => huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('bram')}`, { zetel: 'leerplicht' }),
  ],
  [
    'changes members',
    (huis) =>
      huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('bram')}`, {
        lidIds: [huis.leden.kind1, huis.leden.kind2],
      }),
  ],
  ['ends', (huis) => huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('bram')}`)],
])('NK28: it ends for good when its seat %s', async (_, verander) => {
  const huis = await huishouden({ plaatsen: { tom: ['kind1'], bram: ['kind1'] } });
  const deel = await jeugd(huis);
  await geef(huis, 'bram');
  expect(await niveauVan(huis, 'bram', deel)).toBe('lezen');

  await verander(huis);

  const opnieuw = { zetel: 'wmo', lidIds: [huis.leden.kind1] };
  const terug = await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('bram')}`, opnieuw);
  if (terug.status === 404) await huis.laatMeedoen('bram', ['kind1']);
  expect(await niveauVan(huis, 'bram', deel)).not.toBe('lezen');
  expect((await huis.vraag('tom', 'GET', `/compartimenten/${deel}/toegangsrechten`)).body.rechten).toEqual(
    [],
  );
});

test('NK28: what is asked of a seat that changes nothing leaves its rights; its keeper may leave', async () => {
  const huis = await huishouden({ plaatsen: { tom: ['kind1'], bram: ['kind1'] } });
  const deel = await jeugd(huis);
  await geef(huis, 'bram');
  const zelfde = { zetel: 'wmo', lidIds: [huis.leden.kind1], tot: '2026-12-31' };
  await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('bram')}`, zelfde);
  await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('tom')}`);
  expect(await niveauVan(huis, 'bram', deel)).toBe('lezen');
});

test('NK10: it is on record who let whom read along, on which ground, by which rule; and not what was typed', async () => {
  const huis = await huishouden();
  const id = await geef(huis, 'sanne');
  await huis.vraag('sanne', 'DELETE', `/toegangsrechten/${id}`);
  const eigen = regels(huis).filter(({ handeling }) => handeling.startsWith('recht_'));
  expect(eigen).toMatchObject([
    { handeling: 'recht_gegeven', regel: 'NK28', persoonId: huis.persoonId('tom') },
    { handeling: 'recht_beeindigd', regel: 'NK28', persoonId: huis.persoonId('sanne') },
  ]);
  const regelsHeel = JSON.stringify(huis.tafel.app.logboek.lees());
  expect(regelsHeel).toContain('jeugdwet');
  expect(regelsHeel).not.toContain('op elkaar af te stemmen');
});

test('SY13: why it was given goes along when its part gets another tijdperk', async () => {
  const huis = await huishouden();
  const deel = await jeugd(huis);
  await geef(huis, 'sanne');
  huis.tafel.app.tijdperken.vernieuw([deel]);
  const { rechten } = (await huis.vraag('tom', 'GET', `/compartimenten/${deel}/toegangsrechten`)).body;
  expect(rechten).toMatchObject([{ reden: 'om de afspraken op elkaar af te stemmen' }]);
});
