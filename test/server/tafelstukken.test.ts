import { describe, expect, test } from 'vitest';
import { sluitUit } from '../bouw/ingreep.ts';
import { type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { type Gedekt, gedekt, hoort, stap, volgt } from './tafel.ts';

// OV4: what lies on a table comes there by choice, kaart by kaart; what is agreed comes in the plan when the item closes.

const leg = (h: Gedekt, wie: Naam, wat: object) => h.onder(wie, 'POST', '/tafelblad', wat);

/** Puts down what is agreed; expects it to succeed. @returns its id */
async function spreekAf(h: Gedekt, wie: Naam, afspraak: object): Promise<string> {
  const antwoord = await leg(h, wie, { afspraak: { titel: 'De post openen', ...afspraak } });
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

/** A kaart in `hulp`, which Joke doesn't read. */
async function zorgpunt(h: Gedekt): Promise<string> {
  const antwoord = await h.vraag('fatima', 'POST', '/kaarten', {
    compartimentId: await h.plek('fatima', 'hulp'),
    soort: 'zorgpunt',
    leefgebied: 'wonen',
    titel: 'kanarie zorgpunt',
  });
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

/** What was agreed, apart from who tells the household. */
const inPlan = async (h: Gedekt, wie: Naam) =>
  (await h.bord(wie)).kaarten.filter(
    ({ soort, titel }) => soort === 'afspraak' && !titel.startsWith('Het gezin vertellen'),
  );

describe('OV4: laying something on the table', () => {
  test('shows first who will read it; then it lies there as it was, and nothing follows it by itself', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const kaartId = await zorgpunt(h);
    expect((await h.onder('fatima', 'GET', `/tafelblad/lezers?kaartId=${kaartId}`)).body).toEqual({
      nieuw: ['Bram', 'Inge', 'Greta', 'Joke'],
      al: ['Fatima'],
      tekst: 'kanarie zorgpunt',
    });
    expect((await h.blad('joke')).gelegd).toEqual([]);
    const gelegd = await leg(h, 'fatima', { kaartId });
    expect(gelegd.status, gelegd.tekst).toBe(201);
    for (const wie of ['joke', 'greta', 'bram'] as const)
      expect((await h.blad(wie)).gelegd).toMatchObject([
        { soort: 'zorgpunt', tekst: 'kanarie zorgpunt', vanMij: false },
      ]);
    const titel = 'kanarie die niemand op tafel legde';
    const gewijzigd = await h.vraag('fatima', 'PATCH', `/kaarten/${kaartId}`, {
      versie: await h.versie('fatima', kaartId),
      titel,
    });
    expect(gewijzigd.status, gewijzigd.tekst).toBe(200);
    expect((await h.onder('joke', 'GET', '/tafelblad')).tekst).not.toContain(titel);
  });

  test('NK4: whom a kaart reaches by naming them isn’t told who else there reads where it stands', async () => {
    const h = await gedekt({ joke: ['kind1'], sanne: null });
    await h.bij('fatima', 'joke', 'sanne');
    const compartimentId = await h.plek('fatima', 'plan');
    const kaart = { compartimentId, soort: 'afspraak', titel: 'Bellen', uitvoerders: [h.zetelVan('joke')] };
    const { body } = await h.vraag('fatima', 'POST', '/kaarten', kaart);
    const lezers = async (wie: Naam) =>
      (await h.onder(wie, 'GET', `/tafelblad/lezers?kaartId=${body.id}`)).body;
    expect(await lezers('fatima')).toMatchObject({ al: ['Fatima', 'Sanne'] });
    const voor = await lezers('joke');
    expect(voor).toEqual({
      nieuw: ['Bram', 'Inge', 'Greta', 'Fatima', 'Sanne'],
      al: ['Joke'],
      tekst: 'Bellen',
    });
    // She knows that the part is there, and no more: what becomes of who reads it doesn't reach her.
    sluitUit(h, 'sanne', compartimentId);
    expect(await lezers('fatima')).toMatchObject({ al: ['Fatima'] });
    expect(await lezers('joke')).toEqual(voor);
  });

  test('NK5: what somebody doesn’t read they can’t lay there, nor ask of: as if it weren’t there', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const kaartId = await zorgpunt(h);
    for (const wie of ['joke', 'bram', 'greta'] as const) {
      const niet = await leg(h, wie, { kaartId });
      verwachtWeigering(niet, 404, 'niet_gevonden');
      expect(niet.tekst).toBe((await leg(h, wie, { kaartId: NIEMAND })).tekst);
      verwachtWeigering(
        await h.onder(wie, 'GET', `/tafelblad/lezers?kaartId=${kaartId}`),
        404,
        'niet_gevonden',
      );
    }
    // Who doesn't sit there lays nothing there, whatever they read.
    verwachtWeigering(await leg(h, 'fatima', { kaartId }), 404, 'niet_gevonden');
    verwachtWeigering(await leg(h, 'tom', { tekst: 'x' }), 404, 'niet_gevonden');
  });

  test('is taken off by who laid it there, or who leads or takes minutes; nothing of it stays', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const id = (await leg(h, 'joke', { tekst: 'kanarie woorden' })).body.id;
    verwachtWeigering(await h.onder('greta', 'DELETE', `/tafelblad/${id}`), 403, 'alleen_voorzitter');
    verwachtWeigering(await h.onder('fatima', 'DELETE', `/tafelblad/${NIEMAND}`), 404, 'niet_gevonden');
    expect((await h.onder('inge', 'DELETE', `/tafelblad/${id}`)).status).toBe(204);
    expect((await h.blad('joke')).gelegd).toEqual([]);
  });

  test('NK13, NK35: no name or address is laid there, and a role by number is read by the label that one knows', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const naam = await h.vraag('fatima', 'POST', '/kaarten', {
      compartimentId: await h.plek('fatima', 'naam', 'moeder'),
      soort: 'naam',
      voornaam: 'kanarie',
    });
    verwachtWeigering(await leg(h, 'fatima', { kaartId: naam.body.id }), 422, 'past_hier_niet');
    await leg(h, 'fatima', { tekst: 'Kind 2 gaat mee' });
    expect((await h.blad('fatima')).gelegd).toMatchObject([{ tekst: 'Kind 2 gaat mee' }]);
    expect((await h.blad('joke')).gelegd).toMatchObject([{ tekst: 'Huishouden gaat mee' }]);
  });
});

describe('OV4: what is agreed', () => {
  test('comes in the plan when the item closes, whatever the closer’s level, in the name of who put it down, once', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const uitvoerders = [h.zetelVan('joke'), h.leden.moeder];
    await spreekAf(h, 'greta', { uitvoerders, uiterlijk: '2026-02-20', wet: 'wmo' });
    expect((await h.blad('bram')).afspraken).toMatchObject([
      {
        titel: 'De post openen',
        uitvoerders: [{ naam: 'Joke' }, { naam: 'moeder' }],
        uiterlijk: '2026-02-20',
        wet: 'wmo',
        inPlan: false,
      },
    ]);
    expect(await inPlan(h, 'fatima')).toEqual([]);
    await stap(h, 'tussen');
    expect(await inPlan(h, 'fatima')).toMatchObject([
      { titel: 'De post openen', uitvoerders, uiterlijk: '2026-02-20', wet: 'wmo', stand: 'gepland' },
    ]);
    // NK22: it reaches who does it, who reads no plan.
    expect(await inPlan(h, 'joke')).toMatchObject([{ compartimentId: null, ikVoerUit: true }]);
    expect((await h.blad('joke')).afspraken).toMatchObject([{ inPlan: true }]);
    const door = h.tafel.database.sqlite
      .prepare('select gemaakt_door as door from kaarten where id = ?')
      .get((await inPlan(h, 'fatima'))[0]?.id);
    expect(door).toEqual({ door: h.persoonId('greta') });

    await stap(h, 'heropen', { agendapuntId: h.puntId });
    await stap(h, 'tussen');
    expect(await inPlan(h, 'fatima')).toHaveLength(1);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('by the clock as well, when nobody closes it', async () => {
    const h = await gedekt();
    await spreekAf(h, 'bram', { titel: 'kanarie op tijd' });
    h.tafel.klok.nu = Date.parse('2026-02-10T09:30:00Z') + 4 * 60 * 60 * 1000;
    h.tafel.app.loopAf();
    const fatima = await h.tafel.meldAan(h.persoonId('fatima'));
    const { kaarten } = (await fatima.verzoek('GET', `/casussen/${h.casusId}`)).body;
    expect(kaarten.map(({ titel }: { titel: string }) => titel)).toContain('kanarie op tijd');
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK20, NK22: with who sits there, who directs, and members of the household; hidden and absent alike', async () => {
    const h = await gedekt();
    const met = (uitvoerders: string[]) => leg(h, 'bram', { afspraak: { titel: 'x', uitvoerders } });
    const nietErbij = await met([h.zetelVan('joke')]);
    verwachtWeigering(nietErbij, 422, 'verwijzing_onbekend');
    expect(nietErbij.tekst).toBe((await met([NIEMAND])).tekst);
    expect((await met([h.zetelVan('pieter')])).tekst).toBe(nietErbij.tekst);
    expect((await met([h.zetelVan('fatima'), h.leden.kind2])).status).toBe(201);
    await h.bij('joke');
    expect((await met([h.zetelVan('joke')])).status).toBe(201);
  });

  test('NK5, NK23: whom the writer doesn’t know and who is named there is refused as who isn’t there, and stays', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const genoemd = { uitvoerders: [h.leden.kind2], overbrugtDoor: h.leden.kind2 };
    const id = await spreekAf(h, 'fatima', genoemd);
    const zet = async (body: object) => {
      const [afspraak] = (await h.blad('joke')).afspraken;
      return h.onder('joke', 'PATCH', `/tafelblad/${id}`, { versie: afspraak?.versie, titel: 'x', ...body });
    };
    for (const met of [
      (lid: string) => ({ uitvoerders: [lid] }),
      (lid: string) => ({ overbrugtDoor: lid }),
    ]) {
      const daar = await zet(met(h.leden.kind2));
      verwachtWeigering(daar, 422, 'verwijzing_onbekend');
      expect(daar.tekst).toBe((await zet(met(NIEMAND))).tekst);
    }
    expect((await zet({})).status).toBe(204);
    expect((await h.blad('fatima')).afspraken).toMatchObject([
      { titel: 'x', uitvoerders: [{ id: h.leden.kind2 }], overbrugtDoor: { id: h.leden.kind2 } },
    ]);
  });

  test('who pays, what it waits for and who bridges that come with it in the plan, which so reaches who bridges it (NK22, NK35)', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const id = await spreekAf(h, 'fatima', {
      uitvoerders: [h.zetelVan('fatima')],
      wachtOp: 'De intake van kind 2',
      betaaltDoor: 'Bijzondere bijstand',
      overbrugtDoor: h.zetelVan('joke'),
    });
    expect((await h.blad('joke')).afspraken).toMatchObject([
      {
        id,
        wachtOp: 'De intake van huishouden',
        betaaltDoor: 'Bijzondere bijstand',
        overbrugtDoor: { id: h.zetelVan('joke'), naam: 'Joke' },
      },
    ]);
    await stap(h, 'tussen');
    expect(await inPlan(h, 'fatima')).toMatchObject([
      {
        wachtOp: 'De intake van kind 2',
        betaaltDoor: 'Bijzondere bijstand',
        overbrugtDoor: h.zetelVan('joke'),
      },
    ]);
    // She reads no plan: this reaches her, and she doesn't carry it out.
    expect(await inPlan(h, 'joke')).toMatchObject([
      { compartimentId: null, ikVoerUit: false, wachtOp: 'De intake van huishouden' },
    ]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK20, NK23: it is bridged by whom it could be agreed with; who left by the closing isn’t named in the plan', async () => {
    const h = await gedekt();
    const door = (overbrugtDoor: string) => leg(h, 'bram', { afspraak: { titel: 'x', overbrugtDoor } });
    const niet = await door(NIEMAND);
    verwachtWeigering(niet, 422, 'verwijzing_onbekend');
    for (const naam of ['joke', 'pieter'] as const)
      expect((await door(h.zetelVan(naam))).tekst).toBe(niet.tekst);
    await h.bij('joke');
    expect((await door(h.zetelVan('joke'))).status).toBe(201);
    expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('joke')}`)).status).toBe(204);
    await stap(h, 'tussen');
    const [kaart] = await inPlan(h, 'fatima');
    expect(kaart).not.toHaveProperty('overbrugtDoor');
  });

  test('ST11, NK37: that somebody else is named there whom one doesn’t know makes it no other, and tells nothing', async () => {
    const h = await gedekt();
    await h.bij('fatima', 'joke');
    const id = await spreekAf(h, 'fatima', { uitvoerders: [h.leden.kind2, h.zetelVan('joke')] });
    const van = async (wie: Naam) => (await h.blad(wie)).afspraken;
    const voor = await van('joke');
    const joke = await volgt(h, 'joke');
    const zet = async (wie: Naam, versie: string | undefined, body: object) =>
      h.onder(wie, 'PATCH', `/tafelblad/${id}`, { versie, titel: 'De post openen', ...body });
    const [gezien] = await van('fatima');
    await hoort(joke);

    const uitvoerders = [h.leden.moeder, h.zetelVan('joke')];
    expect((await zet('fatima', gezien?.versie, { uitvoerders })).status).toBe(204);

    expect(await hoort(joke)).toEqual([]);
    expect(await van('joke')).toEqual(voor);
    verwachtWeigering(await zet('fatima', gezien?.versie, {}), 409, 'versie_verouderd');
    expect(
      (await zet('joke', voor[0]?.versie, { uitvoerders: [h.zetelVan('joke')], titel: 'x' })).status,
    ).toBe(204);
    expect((await van('fatima'))[0]?.uitvoerders.map((wie) => wie.id)).toEqual(
      expect.arrayContaining(uitvoerders),
    );
  });

  test('ST11, NK37: nor that who tells the household tells of somebody else whom one doesn’t know', async () => {
    const h = await gedekt({ joke: ['kind1'] });
    await h.bij('fatima', 'joke');
    const zeg = async (lid: string) => {
      const vertelling = (await h.blad('fatima')).vertelling;
      const versie = vertelling === null ? {} : { versie: vertelling.versie };
      return h.onder('fatima', 'PUT', '/oogst', { reden: `Wacht op ${lid}`, ...versie });
    };
    expect((await zeg('kind 2')).status).toBe(204);
    const voor = (await h.blad('joke')).vertelling;
    expect(voor).toMatchObject({ reden: 'Wacht op huishouden' });
    const joke = await volgt(h, 'joke');
    await hoort(joke);
    expect((await zeg('kind 9')).status).toBe(204);
    expect(await hoort(joke)).toEqual([]);
    expect((await h.blad('joke')).vertelling).toEqual(voor);
  });

  test('ST11: is changed on what one saw; when it is closed nobody changes it there', async () => {
    const h = await gedekt();
    const id = await spreekAf(h, 'bram', {});
    const versie = (await h.blad('inge')).afspraken[0]?.versie;
    const zet = (wie: Naam, body: object) => h.onder(wie, 'PATCH', `/tafelblad/${id}`, body);
    expect((await zet('inge', { versie, titel: 'Samen de post openen' })).status).toBe(204);
    verwachtWeigering(await zet('bram', { versie, titel: 'Anders' }), 409, 'versie_verouderd');
    expect((await h.blad('greta')).afspraken).toMatchObject([{ id, titel: 'Samen de post openen' }]);
    await stap(h, 'tussen');
    verwachtWeigering(await zet('inge', { versie, titel: 'Later' }), 403, 'alleen_lezen');
    verwachtWeigering(await leg(h, 'inge', { tekst: 'later' }), 403, 'alleen_lezen');
    verwachtWeigering(await h.onder('bram', 'DELETE', `/tafelblad/${id}`), 403, 'alleen_lezen');
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    verwachtWeigering(await h.onder('bram', 'DELETE', `/tafelblad/${id}`), 422, 'past_hier_niet');
  });
});
