import { expect, test } from 'vitest';
import type { Verzoek } from '../../shared/contract/toegangsverzoeken.ts';
import { type Huishouden, huishouden, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';

// NK27: from a closed line to an open part and back; to who asks, all that happens behind it but a grant is alike.

const UUR = 60 * 60 * 1000;

const vraag = (anders: object = {}) => ({
  waarvoor: 'schulden',
  grondslag: 'wgs',
  toelichting: 'wij willen weten welke hulp al loopt',
  tot: '2026-02-17',
  ...anders,
});

/** The closed line of a category about somebody, as one person sees it. */
async function lijn(huis: Huishouden, wie: Naam, categorie: string, lid: 'moeder' | 'kind1' | null) {
  return await huis.plek(wie, categorie, lid, 'dat');
}

async function vraagAan(huis: Huishouden, wie: Naam, compartimentId: string, anders: object = {}) {
  return await huis.vraag(wie, 'POST', `/compartimenten/${compartimentId}/toegangsverzoeken`, vraag(anders));
}

async function lijst(huis: Huishouden, wie: Naam): Promise<Verzoek[]> {
  return (await huis.vraag(wie, 'GET', '/toegangsverzoeken')).body.verzoeken;
}

async function besluit(huis: Huishouden, wie: Naam, id: string, body: object) {
  return await huis.vraag(wie, 'POST', `/toegangsverzoeken/${id}/besluit`, {
    reden: 'omdat het helpt',
    ...body,
  });
}

/** A household in which Wmo asks about the health of moeder, of which the ggz and a huisarts keep a part each. */
async function metVraag(): Promise<{ huis: Huishouden; tegel: string; id: string }> {
  const huis = await huishouden({
    plaatsen: { ali: ['moeder'], pieter: ['moeder'], karim: ['moeder'], sanne: null },
  });
  const tegel = await lijn(huis, 'ali', 'gezondheid', 'moeder');
  const antwoord = await vraagAan(huis, 'ali', tegel);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return { huis, tegel, id: antwoord.body.id };
}

test('NK27: goes to each who keeps a part, named and whole; who doesn’t keep any hears nothing', async () => {
  const { huis, tegel, id } = await metVraag();
  for (const houder of ['pieter', 'karim'] as const) {
    const [bij] = await lijst(huis, houder);
    expect(bij).toMatchObject({
      id,
      rol: 'bronhouder',
      vrager: { deelnemerId: huis.zetelVan('ali'), naam: 'Ali', zetel: 'wmo' },
      toelichting: vraag().toelichting,
      niveau: 'lezen',
      termijn: '2026-02-10',
      besluit: null,
    });
    expect(bij?.compartimentId).toBe(await huis.plek(houder, 'gezondheid', 'moeder', 'schrijven'));
  }
  expect(await lijst(huis, 'ali')).toEqual([
    {
      id,
      rol: 'vrager',
      compartimentId: tegel,
      status: 'gevraagd',
      termijn: '2026-02-10',
      geopend: [],
      gezegd: [],
    },
  ]);
  for (const ander of ['sanne', 'fatima'] as const) expect(await lijst(huis, ander)).toEqual([]);
});

test('NK27: opens with the first grant, for less and shorter than was asked, never for more', async () => {
  const { huis, tegel, id } = await metVraag();
  verwachtWeigering(
    await besluit(huis, 'pieter', id, { besluit: 'toegestaan', tot: '2026-02-18' }),
    422,
    'meer_dan_gevraagd',
  );
  verwachtWeigering(
    await besluit(huis, 'pieter', id, { besluit: 'toegestaan', niveau: 'schrijven' }),
    422,
    'meer_dan_gevraagd',
  );

  expect((await besluit(huis, 'pieter', id, { besluit: 'toegestaan', tot: '2026-02-10' })).status).toBe(204);

  const deel = await huis.plek('pieter', 'gezondheid', 'moeder', 'schrijven');
  const [mijn] = await lijst(huis, 'ali');
  expect(mijn).toMatchObject({
    compartimentId: tegel,
    status: 'geopend',
    geopend: [{ compartimentId: deel, niveau: 'lezen', tot: '2026-02-10T23:00:00.000Z' }],
  });
  expect((await huis.bord('ali')).compartimenten.find((een) => een.id === deel)?.niveau).toBe('lezen');
  verwachtWeigering(await besluit(huis, 'pieter', id, { besluit: 'afgewezen' }), 409, 'al_besloten');
  // The huisarts still decides on theirs.
  expect((await lijst(huis, 'karim'))[0]).toMatchObject({ besluit: null });
  verwachtWeigering(await vraagAan(huis, 'ali', tegel), 409, 'loopt_al');
});

test('NK27: a refusal, two, or that nobody is there, is the same to who asked: answers, events and the term', async () => {
  const gezien: unknown[] = [];
  for (const houders of [[], ['pieter'], ['pieter', 'karim']] as const) {
    const huis = await huishouden({
      plaatsen: { ali: ['moeder'], ...Object.fromEntries(houders.map((naam) => [naam, ['moeder']])) },
    });
    const tegel = await lijn(huis, 'ali', 'gezondheid', 'moeder');
    const live = await (await huis.als('ali')).live();
    await live.volg(huis.casusId);
    const { id, ...antwoord } = (await vraagAan(huis, 'ali', tegel)).body;
    const beurten: unknown[] = [antwoord];
    const kijk = async () => {
      const [{ id: _, compartimentId, ...rest } = { id: '', compartimentId: '' }] = await lijst(huis, 'ali');
      beurten.push({ ...rest, isTegel: compartimentId === tegel });
    };
    await kijk();
    for (const houder of houders)
      expect((await besluit(huis, houder, id, { besluit: 'afgewezen' })).status).toBe(204);
    await kijk();
    // Just before the term is over, and just after it.
    huis.tafel.klok.nu = Date.parse('2026-02-10T22:59:59.999Z');
    huis.tafel.app.loopAf();
    expect(live.socket.connected).toBe(true);
    await live.bij();
    beurten.push(live.ontvangen.map(({ soort }) => soort));
    gezien.push(beurten);
  }
  expect(gezien[1]).toEqual(gezien[0]);
  expect(gezien[2]).toEqual(gezien[0]);
  expect(JSON.stringify(gezien[0])).toContain('"gevraagd"');
});

test('NK27: at the term it is over for both, by the clock; nobody decides any more, and it can be asked again', async () => {
  const { huis, tegel, id } = await metVraag();
  huis.tafel.klok.nu = Date.parse('2026-02-10T20:00:00.000Z');
  await huis.tafel.meldAan(huis.persoonId('ali'));
  const ali = await huis.tafel.meldAan(huis.persoonId('ali'));
  const pieter = await huis.tafel.meldAan(huis.persoonId('pieter'));
  const live = await ali.live();
  await live.volg(huis.casusId);
  const status = async () =>
    (await ali.verzoek('GET', `${huis.pad}/toegangsverzoeken`)).body.verzoeken[0]?.status;
  expect(await status()).toBe('gevraagd');

  huis.tafel.klok.nu = Date.parse('2026-02-10T23:00:00.000Z');
  huis.tafel.app.loopAf();

  await live.bij();
  expect(live.ontvangen.filter(({ soort }) => soort === 'verzoek')).toHaveLength(1);
  expect(await status()).toBe('afgelopen');
  expect((await pieter.verzoek('GET', `${huis.pad}/toegangsverzoeken`)).body.verzoeken).toEqual([]);
  const laat = await pieter.verzoek('POST', `${huis.pad}/toegangsverzoeken/${id}/besluit`, {
    besluit: 'toegestaan',
    reden: 'alsnog',
  });
  verwachtWeigering(laat, 404, 'niet_gevonden');
  const opnieuw = `${huis.pad}/compartimenten/${tegel}/toegangsverzoeken`;
  expect((await ali.verzoek('POST', opnieuw, vraag())).status).toBe(201);
});

test('NK27: a keeper whom the asker knows by name may tell a refusal; another can’t', async () => {
  const { huis, id } = await metVraag();
  verwachtWeigering(
    await besluit(huis, 'pieter', id, { besluit: 'afgewezen', zegDatNu: true }),
    422,
    'vrager_kent_u_niet',
  );
  await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('karim')}`, { bekend: true });
  const nee = { besluit: 'afgewezen', zegDatNu: true, reden: 'vraag het haar zelf' };
  expect((await besluit(huis, 'karim', id, nee)).status).toBe(204);
  expect((await lijst(huis, 'ali'))[0]).toMatchObject({
    status: 'gevraagd',
    gezegd: [{ deelnemerId: huis.zetelVan('karim'), reden: 'vraag het haar zelf' }],
  });
});

test('NK27: a refusal that nobody told stays untold, also of a keeper whom the asker knows by name', async () => {
  const { huis, id } = await metVraag();
  await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('karim')}`, { bekend: true });
  const voor = await lijst(huis, 'ali');
  expect((await besluit(huis, 'karim', id, { besluit: 'afgewezen', zegDatNu: false })).status).toBe(204);
  expect(await lijst(huis, 'ali')).toEqual(voor);
});

test('NK27: is taken back, also after a refusal that nobody told, and is gone for who keeps it', async () => {
  const { huis, id } = await metVraag();
  await besluit(huis, 'pieter', id, { besluit: 'afgewezen' });
  for (const ander of ['pieter', 'fatima', 'sanne'] as const)
    verwachtWeigering(await huis.vraag(ander, 'DELETE', `/toegangsverzoeken/${id}`), 404, 'niet_gevonden');
  expect((await huis.vraag('ali', 'DELETE', `/toegangsverzoeken/${id}`)).status).toBe(204);
  for (const wie of ['ali', 'pieter', 'karim'] as const) expect(await lijst(huis, wie)).toEqual([]);
  verwachtWeigering(await besluit(huis, 'karim', id, { besluit: 'toegestaan' }), 404, 'niet_gevonden');
});

test('NK27: who comes to keep it gets it; it lapses with the asker’s seat', async () => {
  const { huis, id } = await metVraag();
  await huis.laatMeedoen('lotte', ['moeder']);
  expect(await lijst(huis, 'lotte')).toMatchObject([{ id, rol: 'bronhouder' }]);
  await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('ali')}`);
  for (const wie of ['lotte', 'pieter', 'karim'] as const) expect(await lijst(huis, wie)).toEqual([]);
  verwachtWeigering(await besluit(huis, 'pieter', id, { besluit: 'toegestaan' }), 404, 'niet_gevonden');
});

test('NK27, NK37: who keeps it is told when it is asked and decided by a colleague; nobody else hears anything', async () => {
  const huis = await huishouden({
    plaatsen: { ali: ['moeder'], pieter: ['moeder'], lotte: ['moeder'], sanne: null },
  });
  const oren = new Map(
    await Promise.all(
      (['pieter', 'lotte', 'sanne', 'fatima'] as const).map(async (wie) => {
        const live = await (await huis.als(wie)).live();
        await live.volg(huis.casusId);
        return [wie, live] as const;
      }),
    ),
  );
  const { id } = (await vraagAan(huis, 'ali', await lijn(huis, 'ali', 'gezondheid', 'moeder'))).body;
  await besluit(huis, 'pieter', id, { besluit: 'afgewezen' });
  const aantallen: Record<string, number> = {};
  for (const [wie, live] of oren) {
    await live.bij();
    aantallen[wie] = live.ontvangen.filter(({ soort }) => soort === 'verzoek').length;
  }
  expect(aantallen).toEqual({ pieter: 2, lotte: 2, sanne: 0, fatima: 0 });
});

test('NK27: who keeps it finds it in mijn werk, until it is decided', async () => {
  const { huis, id } = await metVraag();
  const wacht = async () => {
    const { body } = await (await huis.als('pieter')).verzoek('GET', '/werkvoorraad');
    return body.wachtend.filter(({ soort }: { soort: string }) => soort === 'verzoek');
  };
  expect(await wacht()).toMatchObject([
    { titel: 'Wmo vraagt mee te lezen: Gezondheid', over: ['moeder'], uiterlijk: '2026-02-10' },
  ]);
  await besluit(huis, 'pieter', id, { besluit: 'afgewezen' });
  expect(await wacht()).toEqual([]);
});

test('NK26: who isn’t bekend can’t ask: asking would name them', async () => {
  const { huis } = await metVraag();
  const tegel = await lijn(huis, 'pieter', 'wmo', 'moeder');
  verwachtWeigering(await vraagAan(huis, 'pieter', tegel), 422, 'eerst_bekend');
  await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, { bekend: true });
  expect((await vraagAan(huis, 'pieter', tegel)).status).toBe(201);
  expect(await lijst(huis, 'ali')).toMatchObject([
    { rol: 'vrager' },
    { rol: 'bronhouder', vrager: { naam: 'Pieter' } },
  ]);
  // And no longer named when the household withdraws it.
  await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, { bekend: false });
  expect((await lijst(huis, 'ali')).filter(({ rol }) => rol === 'bronhouder')).toEqual([]);
});

test('NK4: attack: who asks about everything learns of none of it who keeps something there', async () => {
  const gezien: unknown[] = [];
  for (const plaatsen of [
    { ali: null },
    { ali: null, pieter: null, karim: null, tom: null, sanne: null, joke: null },
  ] as const) {
    const huis = await huishouden({ plaatsen: { marloes: ['moeder'], ...plaatsen } });
    const { compartimenten } = await huis.bord('marloes');
    const antwoorden: unknown[] = [];
    for (const { id, niveau, categorie } of compartimenten.filter((een) => een.niveau === 'dat')) {
      const antwoord = await vraagAan(huis, 'marloes', id);
      antwoorden.push([categorie, niveau, antwoord.status, { ...antwoord.body, id: '' }]);
    }
    antwoorden.push((await lijst(huis, 'marloes')).map((een) => ({ ...een, id: '', compartimentId: '' })));
    gezien.push(antwoorden);
  }
  expect(gezien[1]).toEqual(gezien[0]);
  expect(JSON.stringify(gezien[0])).toContain('gevraagd');
});

test('NK5: what one may not know of can’t be asked about, nor decided on by who doesn’t keep it', async () => {
  const { huis, id } = await metVraag();
  const deel = await huis.plek('pieter', 'gezondheid', 'moeder', 'schrijven');
  for (const plek of [deel, NIEMAND])
    verwachtWeigering(await vraagAan(huis, 'ali', plek), 404, 'niet_gevonden');
  for (const wie of ['ali', 'fatima', 'sanne'] as const)
    verwachtWeigering(await besluit(huis, wie, id, { besluit: 'toegestaan' }), 404, 'niet_gevonden');
});

test('NK27: should refuse what is written there already, an end too far off, and a ground of no list', async () => {
  const { huis, tegel } = await metVraag();
  await huis.vraag('ali', 'DELETE', `/toegangsverzoeken/${(await lijst(huis, 'ali'))[0]?.id}`);
  verwachtWeigering(await vraagAan(huis, 'ali', await huis.plek('ali', 'plan')), 422, 'niets_te_vragen');
  verwachtWeigering(await vraagAan(huis, 'ali', tegel, { tot: '2026-05-05' }), 422, 'periode_ongeldig');
  verwachtWeigering(await vraagAan(huis, 'ali', tegel, { tot: '2026-02-02' }), 422, 'periode_ongeldig');
  verwachtWeigering(await vraagAan(huis, 'ali', tegel, { grondslag: 'zomaar' }), 422, 'niet_in_lijst');
  verwachtWeigering(await vraagAan(huis, 'ali', tegel, { toelichting: ' ' }), 422, 'body_ongeldig');
});

test('NK10, SY13: it is on record without what was typed, which is encrypted and goes along with another tijdperk', async () => {
  const { huis, id } = await metVraag();
  await besluit(huis, 'pieter', id, { besluit: 'afgewezen', reden: 'een geheime reden' });
  const { app } = huis.tafel;
  const record = JSON.stringify(app.logboek.lees());
  for (const handeling of ['verzoek_gedaan', 'verzoek_besloten']) expect(record).toContain(handeling);
  for (const getypt of ['welke hulp al loopt', 'een geheime reden']) expect(record).not.toContain(getypt);
  app.tijdperken.vernieuwAlle();
  huis.tafel.klok.nu += UUR;
  expect((await lijst(huis, 'pieter'))[0]).toMatchObject({
    toelichting: vraag().toelichting,
    besluit: { besluit: 'afgewezen', reden: 'een geheime reden' },
  });
});

test('NK35: who keeps it and who asks each read a numbered role by the label that they know', async () => {
  const huis = await huishouden({ plaatsen: { tom: ['kind2'], joke: ['kind2'], sanne: null } });
  const bekend = await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('joke')}`, {
    bekend: true,
  });
  expect(bekend.status).toBe(200);
  const deel = await huis.plek('joke', 'onderwijs', 'kind2', 'schrijven');
  const lijnen = (await huis.bord('fatima')).compartimenten;
  const tegel = lijnen.find(
    ({ categorie, lidId, niveau }) =>
      categorie === 'onderwijs' && lidId === huis.leden.kind2 && niveau === 'dat',
  );
  const gevraagd = await vraagAan(huis, 'fatima', tegel?.id ?? '', {
    waarvoor: 'samenhang',
    grondslag: 'wmo',
    toelichting: 'Kind 2 mist lessen, kind 1 niet',
  });
  expect(gevraagd.status, gevraagd.tekst).toBe(201);
  const [bij] = await lijst(huis, 'joke');
  expect(bij).toMatchObject({ compartimentId: deel, toelichting: 'Kind mist lessen, huishouden niet' });
  const antwoord = await besluit(huis, 'joke', gevraagd.body.id, {
    besluit: 'afgewezen',
    reden: 'Bel over @kind',
    zegDatNu: true,
  });
  expect(antwoord.status, antwoord.tekst).toBe(204);
  expect(await lijst(huis, 'fatima')).toMatchObject([{ gezegd: [{ reden: 'Bel over kind 2' }] }]);
});
