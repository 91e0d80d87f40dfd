import { describe, expect, test } from 'vitest';
import type { Werkvoorraad } from '../../shared/contract/werkvoorraad.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from './huishouden.ts';

// Mijn werk: what waits for somebody over all their casussen, under their mask of now.

describe('Mijn werk', () => {
  test('should give a casus by its question to who reads it, and by their doel to whom that names', async () => {
    const huis = await huishouden();
    await gelezen(huis, 'joke');
    await huis.schrijf('fatima', 'plan', null, { soort: 'vraag', titel: 'Wie helpt bij de post?' });
    await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Niet voor de school' });
    await huis.schrijf('fatima', 'plan', 'kind1', {
      soort: 'doel',
      titel: 'Elke dag naar school',
      samenMet: [huis.zetelVan('joke')],
    });

    const vanSanne = await casusVan(huis, 'sanne');
    const vanJoke = await casusVan(huis, 'joke');

    expect(vanSanne).toMatchObject({
      titel: { soort: 'vraag', tekst: 'Wie helpt bij de post?' },
      leden: ['moeder', 'kind 1', 'kind 2'],
      regisseurZetel: 'participatie',
    });
    expect(vanJoke).toMatchObject({
      titel: { soort: 'doel', tekst: 'Elke dag naar school' },
      leden: ['kind'],
      regisseurZetel: 'participatie',
    });
  });

  test('NK10: should give no title of a casus that one never opened', async () => {
    const huis = await huishouden();
    await huis.schrijf('fatima', 'plan', null, { soort: 'vraag', titel: 'Wie helpt bij de post?' });

    const { zetels, wachtend } = await werkVan(huis, 'sanne');

    expect(zetels.map(({ titel }) => titel)).toEqual([null]);
    expect(wachtend.map(({ soort }) => soort)).toEqual(['nog_niet_geopend']);
  });

  test('NK16, NK23: should give nothing that stands where one does not read, in no field', async () => {
    const huis = await huishouden();
    await gelezen(huis, 'joke');
    const geheimen = ['vraagkanarie', 'doelkanarie', 'afspraakkanarie', 'besluitkanarie'];
    const [vraag = '', doel = '', afspraak = '', besluit = ''] = geheimen;
    await huis.schrijf('fatima', 'plan', null, { soort: 'vraag', titel: vraag });
    const verborgen = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: doel });
    await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: afspraak,
      uitvoerders: [huis.zetelVan('fatima')],
      uiterlijk: '2026-02-05',
    });
    await huis.schrijf('fatima', 'plan', null, {
      soort: 'besluit',
      titel: besluit,
      datum: '2026-02-03',
      motivering: 'x',
    });
    await huis.schrijf('fatima', 'plan', 'kind1', {
      soort: 'afspraak',
      titel: 'Gesprek op school',
      uitvoerders: [huis.zetelVan('joke')],
      doelId: verborgen.id,
    });
    await beginConcept(huis, 'fatima');

    const antwoord = await (await huis.als('joke')).verzoek('GET', '/werkvoorraad');

    for (const geheim of [...geheimen, 'kind 2', 'kind 1', 'moeder', verborgen.id, 'concept'])
      expect(antwoord.tekst).not.toContain(geheim);
    expect(wachtend(antwoord.body)).toEqual(['Gesprek op school']);
    expect(antwoord.body.wachtend[0]).toMatchObject({ over: [], afspraak: { magDatum: false } });
    // The same to who reads the plan, which says that the words above are looked for where they can be.
    await gelezen(huis, 'fatima');
    const vanFatima = (await (await huis.als('fatima')).verzoek('GET', '/werkvoorraad')).tekst;
    for (const wel of [vraag, afspraak, 'Uw concept afmaken']) expect(vanFatima).toContain(wel);
  });

  test('NK21: should give a concept to who writes it, and to nobody else', async () => {
    const huis = await huishouden();
    await gelezen(huis, 'sanne');
    await gelezen(huis, 'fatima');
    const veldId = await beginConcept(huis, 'fatima');

    const mijn = (await werkVan(huis, 'fatima')).wachtend.filter(({ soort }) => soort === 'concept');
    const ander = (await werkVan(huis, 'sanne')).wachtend.filter(({ soort }) => soort === 'concept');

    expect(mijn).toMatchObject([{ veldId, kaartId: null, afspraak: null }]);
    expect(ander).toEqual([]);
  });
});

describe('an afspraak on mijn werk', () => {
  test('ST11: done twice, the second is refused with how it stands, and mijn werk says who was first', async () => {
    const huis = await huishouden();
    const id = await voorBeiden(huis, 'tom');
    const [gezien] = (await werkVan(huis, 'sanne')).wachtend;
    const versie = gezien?.afspraak?.versie;

    await huis.vraag('tom', 'POST', `/kaarten/${id}/stappen`, { stand: 'gedaan' });
    const tweede = await huis.vraag('sanne', 'POST', `/kaarten/${id}/stappen`, { stand: 'gedaan', versie });

    verwachtWeigering(tweede, 409, 'versie_verouderd');
    expect(tweede.body.kaart).toMatchObject({ id, stand: 'gedaan' });
    const [nu] = (await werkVan(huis, 'sanne')).wachtend;
    expect(nu).toMatchObject({
      overTijd: false,
      afspraak: { stand: 'gedaan', gedaan: { doorMij: false, zetel: 'jeugd' } },
    });
    const [vanTom] = (await werkVan(huis, 'tom')).wachtend;
    expect(vanTom?.afspraak?.gedaan).toMatchObject({ doorMij: true, zetel: 'jeugd' });
    // With what one saw last it goes.
    const weer = await huis.vraag('sanne', 'POST', `/kaarten/${id}/stappen`, {
      stand: 'bezig',
      versie: nu?.afspraak?.versie,
    });
    expect(weer.status, weer.tekst).toBe(201);
  });

  test('NK20: of who was first only says what one may know of them', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const discreet = await huis.laatMeedoen('pieter', null, { bekend: true });
    await gelezen(huis, 'sanne');
    await gelezen(huis, 'pieter');
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Samen bellen',
      uitvoerders: [huis.zetelVan('sanne'), discreet],
    });
    const stap = await huis.vraag('pieter', 'POST', `/kaarten/${id}/stappen`, { stand: 'gedaan' });
    expect(stap.status, stap.tekst).toBe(201);
    // Who is named is known; no longer when the household takes back that the others know.
    const weg = await huis.vraag('fatima', 'PATCH', `/deelnemers/${discreet}`, { bekend: false });
    expect(weg.status, weg.tekst).toBe(200);

    const antwoord = await (await huis.als('sanne')).verzoek('GET', '/werkvoorraad');

    expect(antwoord.body.wachtend[0].afspraak.gedaan).toMatchObject({ doorMij: false, zetel: null });
    for (const geheim of [discreet, huis.persoonId('pieter'), 'Pieter', 'gezondheidszorg'])
      expect(antwoord.tekst).not.toContain(geheim);
  });

  test('should be there on the day that it was done, and no longer', async () => {
    const huis = await huishouden();
    const id = await voorBeiden(huis, 'tom');
    await huis.vraag('tom', 'POST', `/kaarten/${id}/stappen`, { stand: 'gedaan' });
    expect(wachtend(await werkVan(huis, 'tom'))).toEqual(['Samen bellen']);

    huis.tafel.klok.nu += 24 * 60 * 60 * 1000;

    const morgen = await huis.tafel.meldAan(huis.persoonId('tom'));
    await morgen.verzoek('GET', huis.pad);
    expect(wachtend((await morgen.verzoek('GET', '/werkvoorraad')).body)).toEqual([]);
  });
});

async function werkVan(huis: Huishouden, naam: Naam): Promise<Werkvoorraad> {
  const { status, body, tekst } = await (await huis.als(naam)).verzoek('GET', '/werkvoorraad');
  expect(status, tekst).toBe(200);
  return body;
}

async function casusVan(huis: Huishouden, naam: Naam): Promise<Werkvoorraad['zetels'][number] | undefined> {
  await gelezen(huis, naam);
  return (await werkVan(huis, naam)).zetels[0];
}

function wachtend({ wachtend: alles }: Werkvoorraad): string[] {
  return alles.map(({ titel }) => titel);
}

/** They looked at the board before. */
async function gelezen(huis: Huishouden, naam: Naam): Promise<void> {
  await huis.bord(naam);
}

/** An afspraak that Sanne and another both carry out. */
async function voorBeiden(huis: Huishouden, ander: Naam): Promise<string> {
  await gelezen(huis, 'sanne');
  await gelezen(huis, ander);
  const { id } = await huis.schrijf('fatima', 'plan', null, {
    soort: 'afspraak',
    titel: 'Samen bellen',
    uitvoerders: [huis.zetelVan('sanne'), huis.zetelVan(ander)],
    uiterlijk: '2026-02-05',
  });
  return id;
}

async function beginConcept(huis: Huishouden, naam: Naam): Promise<string> {
  const plan = await huis.plek(naam, 'plan', null);
  const veld = (await huis.bord(naam)).velden.find(({ compartimentId }) => compartimentId === plan);
  const { status, body, tekst } = await huis.vraag(naam, 'POST', `/velden/${veld?.id}/concept`);
  expect(status, tekst).toBe(201);
  return body.id;
}
