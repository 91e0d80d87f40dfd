import { describe, expect, test } from 'vitest';
import type { Regieregel } from '../../shared/contract/mijn-regie.ts';
import { brengCasus } from '../bouw/casus.ts';
import { type Huishouden, huishouden, type Naam } from './huishouden.ts';
import { opent, tekstVan } from './sync/tekst.ts';

// Mijn regie: what asks attention in the casussen that somebody directs, made only of what they read (NK16).

const DAG = 24 * 60 * 60 * 1000;

async function overzicht(h: Huishouden, wie: Naam): Promise<{ casussen: Regieregel[]; tekst: string }> {
  const { status, body, tekst } = await (await h.tafel.meldAan(h.persoonId(wie))).verzoek('GET', '/regie');
  expect(status, tekst).toBe(200);
  return { casussen: body.casussen, tekst };
}

/** The one casus that somebody directs, of which they have had the board. */
async function regel(h: Huishouden, wie: Naam = 'fatima'): Promise<Regieregel> {
  const klant = await h.tafel.meldAan(h.persoonId(wie));
  await klant.verzoek('GET', h.pad);
  const [eerste] = (await overzicht(h, wie)).casussen;
  if (eerste === undefined) throw new Error('directs nothing');
  return eerste;
}

/** Somebody writes in what is reckoned with of a member, or of the household. */
async function typt(h: Huishouden, wie: Naam, lid: 'moeder' | null, woorden: string): Promise<void> {
  const plaats = await tekstVan(h, wie, 'hulp', lid);
  const tekst = await opent(h, wie, plaats);
  tekst.typ(plaats.veld, woorden);
  await tekst.lijn.bij();
}

const cellen = async (h: Huishouden, wie: Naam = 'fatima') => (await regel(h, wie)).cellen;
const GEZIN_WEET = { soort: 'gezin_weet', ja: true, met: 'moeder', datum: '2026-02-01' };

describe('NK16: mijn regie', () => {
  test('has the casussen that somebody directs, regisseur or waarnemer, and of others nothing', async () => {
    const h = await huishouden();
    expect((await overzicht(h, 'fatima')).casussen).toMatchObject([{ casusId: h.casusId, waarnemer: false }]);
    for (const wie of ['tom', 'sanne', 'pieter', 'joke', 'inge'] as const)
      expect((await overzicht(h, wie)).casussen).toEqual([]);

    await h.vraag('fatima', 'POST', '/regie/waarneming', {
      deelnemerId: h.zetelVan('sanne'),
      tot: '2026-02-16',
    });

    expect((await overzicht(h, 'fatima')).casussen).toEqual([]);
    expect(await regel(h, 'sanne')).toMatchObject({
      waarnemer: true,
      cellen: { eindigt: { soort: 'waarneming', datum: '2026-02-16', aantal: 1 } },
    });
    await h.vraag('fatima', 'DELETE', '/regie/waarneming');
    await h.vraag('fatima', 'PATCH', '', { status: 'afgesloten' });
    expect((await overzicht(h, 'fatima')).casussen).toEqual([]);
  });

  test('NK10: says nothing of a casus that one never opened, and is on record as a look into one that one did', async () => {
    const h = await huishouden();
    await h.schrijf('fatima', 'plan', null, { soort: 'vraag', titel: 'Wie helpt bij de post?' });
    await h.vraag('fatima', 'POST', '/regie/waarneming', {
      deelnemerId: h.zetelVan('sanne'),
      tot: '2026-02-20',
    });
    const nieuw = await overzicht(h, 'sanne');
    expect(nieuw.casussen).toMatchObject([{ stand: 'nieuw', titel: null, cellen: { nietBekeken: null } }]);
    const blikken = () =>
      h.tafel.app.logboek.lees().filter(({ handeling }) => handeling === 'geopend').length;
    await (await h.tafel.meldAan(h.persoonId('sanne'))).verzoek('GET', h.pad);
    const was = blikken();
    expect((await overzicht(h, 'sanne')).casussen).toMatchObject([
      { stand: 'open', titel: 'Wie helpt bij de post?' },
    ]);
    expect(blikken()).toBeGreaterThan(was);
  });

  test('says what is over time, how many and since when, by the one that is longest', async () => {
    const h = await huishouden();
    const afspraak = async (uiterlijk: string, stand = 'gepland') =>
      await h.schrijf('fatima', 'plan', null, { soort: 'afspraak', titel: 'Bellen', uiterlijk, stand });
    await afspraak('2026-02-06');
    const oudste = await afspraak('2026-02-04');
    await afspraak('2026-02-03', 'gedaan');
    await afspraak('2026-02-03', 'vervallen');
    await afspraak('2026-02-09');
    await afspraak('2026-02-23');
    await afspraak('2026-02-24');
    h.tafel.klok.nu = Date.parse('2026-02-09T12:00:00Z');
    const plek = { lidId: null, leefgebied: null };
    expect(await cellen(h)).toMatchObject({
      overTijd: {
        soort: 'afspraak',
        datum: '2026-02-04',
        aantal: 2,
        plek: { ...plek, kaartId: oudste.id },
      },
      // Today is not over time; a fortnight is two weeks.
      eindigt: { soort: 'afspraak', datum: '2026-02-09', aantal: 2 },
    });
  });

  test('says which seats end within two weeks', async () => {
    const h = await huishouden({ plaatsen: { sanne: null, tom: ['kind1'] } });
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('sanne')}`, { tot: '2026-02-10' });
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('tom')}`, { tot: '2026-02-18' });
    expect((await cellen(h)).eindigt).toMatchObject({ soort: 'deelname', datum: '2026-02-10', aantal: 1 });
  });

  test('NK27: says that a question waits, or ended, alike whatever happened behind it', async () => {
    const gezien: unknown[] = [];
    for (const daad of [null, 'afgewezen'] as const) {
      const h = await huishouden({ plaatsen: { pieter: ['moeder'] } });
      const tegel = await h.plek('fatima', 'gezondheid', 'moeder', 'dat');
      const { body } = await h.vraag('fatima', 'POST', `/compartimenten/${tegel}/toegangsverzoeken`, {
        waarvoor: 'schulden',
        grondslag: 'wgs',
        toelichting: 'wij willen weten welke hulp al loopt',
        tot: '2026-02-17',
      });
      if (daad !== null)
        await h.vraag('pieter', 'POST', `/toegangsverzoeken/${body.id}/besluit`, {
          besluit: daad,
          reden: 'nee',
        });
      gezien.push((await cellen(h)).vraag);
      h.tafel.klok.nu += 10 * DAG;
      gezien.push((await cellen(h)).vraag);
    }
    expect(gezien.slice(0, 2)).toMatchObject([
      { soort: 'vraag', wat: 'gevraagd', datum: '2026-02-10', plek: { leefgebied: 'gezondheid' } },
      { soort: 'vraag', wat: 'afgelopen', datum: '2026-02-10' },
    ]);
    expect(gezien.slice(2)).toEqual(gezien.slice(0, 2));
  });

  test('NK8, NK27: says when my right ends, and of others’ only where I keep what they read', async () => {
    const h = await huishouden({ plaatsen: { pieter: ['moeder'], sanne: null } });
    const tegel = await h.plek('fatima', 'gezondheid', 'moeder', 'dat');
    const vraag = async (wie: Naam) =>
      (
        await h.vraag(wie, 'POST', `/compartimenten/${tegel}/toegangsverzoeken`, {
          waarvoor: 'schulden',
          grondslag: 'wgs',
          toelichting: 'wij willen weten welke hulp al loopt',
          tot: '2026-02-12',
        })
      ).body.id;
    const id = await vraag('fatima');
    await h.vraag('pieter', 'POST', `/toegangsverzoeken/${id}/besluit`, {
      besluit: 'toegestaan',
      reden: 'ja',
    });
    expect(await cellen(h)).toMatchObject({
      vraag: null,
      eindigt: { soort: 'meelezen', datum: '2026-02-12', aantal: 1, plek: { leefgebied: 'gezondheid' } },
    });
  });

  test('says about whom nothing was written for five weeks, by kaarten and by texts', async () => {
    const h = await huishouden({ plaatsen: { sanne: null, ali: null } });
    h.tafel.klok.nu += 20 * DAG;
    await typt(h, 'sanne', 'moeder', 'Belt liever.');
    h.tafel.klok.nu += 14 * DAG;
    expect((await cellen(h)).stil).toBe(null);
    h.tafel.klok.nu += DAG;
    const plek = { kaartId: null, leefgebied: null };
    expect((await cellen(h)).stil).toEqual({
      soort: 'lid',
      wat: 'kind 1',
      datum: '2026-02-03',
      aantal: 2,
      plek: { ...plek, lidId: h.leden.kind1 },
    });
    await h.schrijf('ali', 'plan', null, { soort: 'doel', titel: 'Naar school', lidIds: [h.leden.kind1] });
    expect((await cellen(h)).stil).toMatchObject({ wat: 'kind 2', aantal: 1 });
    h.tafel.klok.nu += 25 * DAG;
    expect((await cellen(h)).stil).toMatchObject({ wat: 'kind 2', aantal: 2 });
  });

  test('NK26: says from where somebody takes part without an afspraak, and names nobody who isn’t bekend', async () => {
    const h = await huishouden({ plaatsen: { sanne: null, marloes: ['moeder'], pieter: ['moeder'] } });
    expect((await cellen(h)).zonderAfspraak).toMatchObject({ wat: 'schuldhulp', aantal: 2, datum: null });
    await h.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uitvoerders: [h.zetelVan('sanne')],
    });
    expect((await cellen(h)).zonderAfspraak).toMatchObject({ wat: 'wonen', aantal: 1 });
    const { tekst } = await overzicht(h, 'fatima');
    expect(tekst).not.toMatch(/gezondheidszorg|Pieter/);
  });

  test('says at which leefgebieden nobody looked', async () => {
    const h = await huishouden();
    expect((await cellen(h)).nietBekeken).toMatchObject({ wat: 'werk_dagbesteding', aantal: 9 });
    await typt(h, 'sanne', null, 'Werkt op maandag.');
    expect((await cellen(h)).nietBekeken).toMatchObject({ wat: 'inkomen_financien', aantal: 8 });
    await h.schrijf('sanne', 'hulp', null, {
      soort: 'kracht',
      titel: 'Spaart',
      leefgebied: 'inkomen_financien',
    });
    await h.schrijf('fatima', 'hulp', null, { soort: 'besproken', leefgebied: 'wonen', datum: '2026-02-02' });
    const cel = { wat: 'gezondheid', aantal: 6, plek: { leefgebied: 'gezondheid' } };
    expect((await cellen(h)).nietBekeken).toMatchObject(cel);
    // What an organisation keeps counts for who reads it alone.
    const zorg = { soort: 'zorgpunt', titel: 'kanarie', leefgebied: 'gezondheid' };
    await h.schrijf('pieter', 'gezondheid', 'moeder', zorg);
    expect((await cellen(h)).nietBekeken).toMatchObject(cel);
  });

  test('says that the household doesn’t know, until it is said that it does', async () => {
    const h = await huishouden();
    expect((await cellen(h)).gezinWeet).toMatchObject({ soort: 'gezin_weet', datum: '2026-02-03' });
    const nee = await h.schrijf('fatima', 'plan', null, {
      soort: 'gezin_weet',
      ja: false,
      reden: 'Moeder is in het ziekenhuis',
    });
    expect((await cellen(h)).gezinWeet).toMatchObject({ plek: { kaartId: nee.id } });
    await h.vraag('fatima', 'DELETE', `/kaarten/${nee.id}?versie=${await h.versie('fatima', nee.id)}`);
    await h.schrijf('fatima', 'plan', null, GEZIN_WEET);
    expect((await cellen(h)).gezinWeet).toBe(null);
  });

  test.each([
    ['2008-11-05', null],
    ['2008-11-04', '2026-05-04'],
    ['2008-08-31', '2026-02-28'],
    ['2008-02-04', '2025-08-04'],
    ['2008-02-03', null],
  ])('says of who was born on %s that they near seventeen and a half: %s', async (geboortedatum, datum) => {
    const h = await huishouden();
    const naam = await h.schrijf('fatima', 'naam', 'kind1', {
      soort: 'naam',
      voornaam: 'Noa',
      geboortedatum,
    });
    const cel = (await cellen(h)).bijnaAchttien;
    if (datum === null) expect(cel).toBe(null);
    else expect(cel).toMatchObject({ soort: 'lid', wat: 'kind 1', datum, plek: { kaartId: naam.id } });
  });

  test('puts what asks most attention first', async () => {
    const h = await huishouden({ plaatsen: { sanne: null } });
    const fatima = await h.als('fatima');
    const rustig = await brengCasus(fatima, { leden: [{ rol: 'vader' }] });
    await fatima.verzoek('GET', `/casussen/${rustig.casusId}`);
    await fatima.verzoek('GET', h.pad);
    const ids = async () => (await overzicht(h, 'fatima')).casussen.map(({ casusId }) => casusId);
    expect(await ids()).toEqual([h.casusId, rustig.casusId]);
    await h.schrijf('fatima', 'plan', null, GEZIN_WEET);
    await h.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uitvoerders: [h.zetelVan('sanne')],
    });
    expect(await ids()).toEqual([rustig.casusId, h.casusId]);
  });
});
