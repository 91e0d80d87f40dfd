import { describe, expect, test } from 'vitest';
import type { Oogst } from '../../shared/contract/oogst.ts';
import type { Wachtend } from '../../shared/contract/werkvoorraad.ts';
import { type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { type Gedekt, gedekt, stap } from './tafel.ts';

// OV7: no item closes without who tells the household what, before when, or why nobody does yet; and what came of it is read
// by who was there.

const WAT = 'Dat de post eerst komt';

const vertel = (h: Gedekt, wie: Naam, body: object) => h.onder(wie, 'PUT', '/oogst', body);

/** Asks to close the item as it stands. */
async function sluit(h: Gedekt) {
  const { stand } = await h.overleg('bram');
  const pad = `/overleggen/${h.overlegId}/stappen`;
  return await h.doe('bram', 'POST', pad, { stap: 'tussen', versie: stand?.versie });
}

const verteld = async (h: Gedekt, wie: Naam) =>
  (await h.bord(wie)).kaarten.filter(({ titel }) => titel.startsWith('Het gezin vertellen'));

async function oogstVan(h: Gedekt, wie: Naam): Promise<readonly Oogst[]> {
  const antwoord = await h.doe(wie, 'GET', `/overleggen/${h.overlegId}/oogst`);
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body.punten;
}

/** There is nothing for them: the same as of an overleg and an item that aren't there. */
async function verwachtGeenOogst(h: Gedekt, wie: Naam): Promise<void> {
  const alle = await h.doe(wie, 'GET', `/overleggen/${h.overlegId}/oogst`);
  verwachtWeigering(alle, 404, 'niet_gevonden');
  expect(alle.tekst, wie).toBe((await h.doe(wie, 'GET', `/overleggen/${NIEMAND}/oogst`)).tekst);
  const een = await h.onder(wie, 'GET', '/oogst');
  verwachtWeigering(een, 404, 'niet_gevonden');
  expect(een.tekst, wie).toBe(alle.tekst);
}

describe('OV7: who tells the household', () => {
  test('no item closes without: nothing is changed by asking, and it closes once it is said', async () => {
    const h = await gedekt();
    await h.bij('fatima');
    const voor = await h.overleg('bram');
    const niet = await sluit(h);
    verwachtWeigering(niet, 409, 'gezin_niet_verteld');
    expect(await h.overleg('bram')).toEqual(voor);
    expect((await h.blad('greta')).open).toBe(true);

    const wie = h.zetelVan('fatima');
    expect((await vertel(h, 'inge', { wie, wat: WAT, uiterlijk: '2026-02-11' })).status).toBe(204);
    expect((await h.blad('greta')).vertelling).toMatchObject({
      wie: { naam: 'Fatima' },
      wat: WAT,
      uiterlijk: '2026-02-11',
      reden: null,
      inPlan: false,
    });
    expect(await verteld(h, 'fatima')).toEqual([]);
    expect((await sluit(h)).status).toBe(200);
    expect(await verteld(h, 'fatima')).toMatchObject([
      {
        titel: `Het gezin vertellen: ${WAT}`,
        uitvoerders: [wie],
        uiterlijk: '2026-02-11',
        ikVoerUit: true,
      },
    ]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('or why nobody does yet: then it waits for who directs, and of why nothing stands in the plan', async () => {
    const h = await gedekt();
    expect((await vertel(h, 'bram', { reden: 'kanarie reden' })).status).toBe(204);
    expect((await sluit(h)).status).toBe(200);
    const [eigen] = await verteld(h, 'fatima');
    expect(eigen).toMatchObject({
      titel: 'Het gezin vertellen wat er is afgesproken',
      uitvoerders: [h.zetelVan('fatima')],
    });
    expect((await h.vraag('fatima', 'GET')).tekst).not.toContain('kanarie reden');
    // Closed again it comes there once.
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    verwachtWeigering(
      await vertel(h, 'bram', { reden: 'anders', versie: (await h.blad('bram')).vertelling?.versie }),
      422,
      'past_hier_niet',
    );
    expect((await sluit(h)).status).toBe(200);
    expect(await verteld(h, 'fatima')).toHaveLength(1);
  });

  test('when nobody closes it, the clock does, and it waits for who directs', async () => {
    const h = await gedekt();
    h.tafel.klok.nu = Date.parse('2026-02-10T09:30:00Z') + 4 * 60 * 60 * 1000;
    h.tafel.app.loopAf();
    const fatima = await h.tafel.meldAan(h.persoonId('fatima'));
    const { kaarten } = (await fatima.verzoek('GET', `/casussen/${h.casusId}`)).body;
    expect(kaarten.map(({ titel }: { titel: string }) => titel)).toEqual([
      'Het gezin vertellen wat er is afgesproken',
    ]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK20, NK23: is somebody who sits there or directs; hidden and absent alike', async () => {
    const h = await gedekt();
    const met = (wie: string) => vertel(h, 'bram', { wie, wat: WAT, uiterlijk: '2026-02-11' });
    const niet = await met(NIEMAND);
    verwachtWeigering(niet, 422, 'verwijzing_onbekend');
    for (const wie of [h.zetelVan('joke'), h.zetelVan('pieter'), h.leden.moeder])
      expect((await met(wie)).tekst).toBe(niet.tekst);
    expect((await h.blad('bram')).vertellers.map(({ naam }) => naam)).toEqual(['Fatima']);
    await h.bij('joke');
    expect((await met(h.zetelVan('joke'))).status).toBe(204);
  });

  test('NK35: a role by number is read by the label that one knows', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const wie = h.zetelVan('fatima');
    await vertel(h, 'fatima', { wie, wat: 'Dat kind 2 meegaat', uiterlijk: '2026-02-11' });
    expect((await h.blad('fatima')).vertelling?.wat).toBe('Dat kind 2 meegaat');
    expect((await h.blad('joke')).vertelling?.wat).toBe('Dat huishouden meegaat');
  });

  test('ST11: is said on what one saw; NK17: who doesn’t sit there says nothing, before or after', async () => {
    const h = await gedekt();
    const zeg = (wie: Naam, reden: string, versie?: string | null) => vertel(h, wie, { reden, versie });
    expect((await zeg('bram', 'een')).status).toBe(204);
    verwachtWeigering(await zeg('inge', 'twee'), 409, 'versie_verouderd');
    const versie = (await h.blad('inge')).vertelling?.versie;
    expect((await zeg('inge', 'twee', versie)).status).toBe(204);
    expect((await h.blad('bram')).vertelling?.reden).toBe('twee');
    for (const wie of ['fatima', 'joke', 'tom', 'ali'] as const)
      verwachtWeigering(await zeg(wie, 'x'), 404, 'niet_gevonden');
    expect((await sluit(h)).status).toBe(200);
    verwachtWeigering(
      await zeg('inge', 'drie', (await h.blad('inge')).vertelling?.versie),
      403,
      'alleen_lezen',
    );
  });
});

test('OV7: what has no who or no when waits in the work of who directs, until it has; and in nobody else’s', async () => {
  const h = await gedekt();
  await h.bij('fatima', 'joke');
  const spreekAf = (afspraak: object) => h.onder('bram', 'POST', '/tafelblad', { afspraak });
  await spreekAf({ titel: 'kanarie zonder wie', uiterlijk: '2026-02-20' });
  await spreekAf({ titel: 'kanarie zonder dag', uitvoerders: [h.zetelVan('joke')] });
  await spreekAf({ titel: 'rond', uitvoerders: [h.zetelVan('joke')], uiterlijk: '2026-02-20' });
  const open = async (wie: Naam): Promise<Wachtend[]> =>
    (await (await h.als(wie)).verzoek('GET', '/werkvoorraad')).body.wachtend.filter(
      ({ soort }: Wachtend) => soort === 'niet_rond',
    );
  expect(await open('fatima')).toEqual([]);
  await stap(h, 'tussen');
  // What stands in the plan without it, and no overleg made, is as whoever wrote it wants it.
  await h.schrijf('fatima', 'plan', null, { soort: 'afspraak', titel: 'los' });
  const [eerste, tweede] = await open('fatima');
  expect([eerste?.titel, tweede?.titel].toSorted()).toEqual([
    'Nog niet rond: kanarie zonder dag (wanneer?)',
    'Nog niet rond: kanarie zonder wie (wie?)',
  ]);
  expect(await open('fatima')).toHaveLength(2);
  for (const wie of ['joke', 'bram', 'tom'] as const) expect(await open(wie), wie).toEqual([]);
  for (const een of [eerste, tweede]) {
    const kaartId = een?.kaartId ?? '';
    const anders = await h.vraag('fatima', 'PATCH', `/kaarten/${kaartId}`, {
      versie: await h.versie('fatima', kaartId),
      uitvoerders: [h.zetelVan('joke')],
      uiterlijk: '2026-02-20',
    });
    expect(anders.status, anders.tekst).toBe(200);
  }
  expect(await open('fatima')).toEqual([]);
});

describe('OV7: what came of an overleg', () => {
  test('is read by who was at an item, and of it nobody else learns even that it was', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const afspraak = { titel: 'kanarie afspraak', uitvoerders: [h.zetelVan('joke')] };
    expect((await h.onder('greta', 'POST', '/tafelblad', { afspraak })).status).toBe(201);
    await stap(h, 'tussen');
    await stap(h, 'sluit');
    for (const wie of ['bram', 'inge', 'greta', 'joke'] as const)
      expect(await oogstVan(h, wie), wie).toMatchObject([
        {
          agendapuntId: h.puntId,
          casusId: h.casusId,
          open: false,
          tot: wie === 'joke' ? null : '2026-02-17T09:00:00.000Z',
          vraag: 'kanarie vraag',
          afspraken: [{ titel: 'kanarie afspraak', uitvoerders: [{ naam: 'Joke' }], inPlan: true }],
          vertelling: { reden: 'Nog niet besproken', inPlan: true },
        },
      ]);
    // Who directs wasn't there; a deputy, a member of the series, who takes part discreetly, who has nothing to do with it.
    for (const wie of ['fatima', 'ali', 'tom', 'pieter', 'marloes'] as const) await verwachtGeenOogst(h, wie);
  });

  test('NK7: of what one may no longer read nothing is left, at the end of fourteen days as well', async () => {
    const h = await gedekt();
    await h.bij('joke');
    await stap(h, 'tussen');
    expect(await oogstVan(h, 'joke')).toHaveLength(1);
    expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('joke')}`)).status).toBe(204);
    await verwachtGeenOogst(h, 'joke');
    h.tafel.klok.nu += 14 * 24 * 60 * 60 * 1000;
    const greta = await h.tafel.meldAan(h.persoonId('greta'));
    verwachtWeigering(await greta.verzoek('GET', `/overleggen/${h.overlegId}/oogst`), 404, 'niet_gevonden');
  });

  test('NK10: reading it is a look, on record', async () => {
    const h = await gedekt();
    const { id } = await h.blad('bram');
    await stap(h, 'tussen');
    await oogstVan(h, 'inge');
    const regels = h.tafel.app.logboek.lees().flatMap((regel) => (regel.leesbaar ? [regel] : []));
    const gelezen = regels.filter(
      (regel) =>
        regel.handeling === 'geopend' &&
        regel.persoonId === h.persoonId('inge') &&
        JSON.stringify(regel).includes(id),
    );
    expect(gelezen).toHaveLength(1);
    expect(regels.filter(({ handeling }) => handeling === 'vertelling_vastgelegd')).toMatchObject([
      { casusId: h.casusId, persoonId: h.persoonId('bram'), regel: 'OV7' },
    ]);
  });
});
