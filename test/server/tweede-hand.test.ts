import { describe, expect, test } from 'vitest';
import { beeindigRol, geefRol, zetLeidinggevende } from '../../server/aanmelden/indienst.ts';
import {
  type Huishouden,
  huishouden,
  type Naam,
  NIEMAND,
  type Plaatsen,
  verwachtWeigering,
} from './huishouden.ts';
import { vraagAdvies } from '../bouw/advies.ts';
import type { Antwoord } from './opstelling.ts';

// NK30: who has no seat acts outside the casus, on what waits for their hand, and sees no content.

const DAG = 24 * 60 * 60 * 1000;

/** Inge leads Fatima and Tom; Bram is procesregisseur. Neither takes part. */
async function metLeiding(): Promise<Huishouden> {
  const h = await huishouden({ plaatsen: { tom: null, sanne: null, pieter: ['moeder'] } });
  const { database, klok } = h.tafel;
  for (const wie of ['fatima', 'tom'] as const)
    zetLeidinggevende(database, h.persoonId(wie), h.persoonId('inge'));
  geefRol(database, {
    id: `rol ${h.casusId}`,
    medewerkerId: h.persoonId('bram'),
    rol: 'procesregisseur',
    van: klok.nu - DAG,
    tot: null,
  });
  await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'kanarie doel' });
  return h;
}

const doe = async (h: Huishouden, wie: Naam, methode: string, pad = '', body?: unknown): Promise<Antwoord> =>
  await (await h.tafel.meldAan(h.persoonId(wie))).verzoek(methode, `/tweede-hand${pad}`, body);

const lijst = async (h: Huishouden, wie: Naam) => (await doe(h, wie, 'GET')).body;

async function stelVoor(h: Huishouden, naar: Naam = 'tom'): Promise<string> {
  const antwoord = await h.vraag('fatima', 'POST', '/regie/voorstellen', {
    deelnemerId: h.zetelVan(naar),
    zwaartepunt: 'jeugd',
    reden: 'kanarie reden',
  });
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

const regisseur = async (h: Huishouden) =>
  (await h.bord('sanne')).deelnemers.filter((een) => een.regisseur).map(({ naam }) => naam);

const JA = { besluit: 'toegestaan', reden: 'Jeugd ligt voor de hand' };

describe('NK30: the procesregisseur', () => {
  test('gets an offer that was refused, without a word of what it says, and appoints in one step', async () => {
    const h = await metLeiding();
    const id = await stelVoor(h);
    expect((await lijst(h, 'bram')).wacht).toEqual([]);
    verwachtWeigering(await doe(h, 'bram', 'POST', `/${id}`, JA), 404, 'niet_gevonden');
    await h.vraag('tom', 'POST', `/regie/voorstellen/${id}/weigering`, { reden: 'kanarie weigering' });
    const gezien = await doe(h, 'bram', 'GET');
    expect(gezien.body.wacht).toMatchObject([
      {
        soort: 'benoeming',
        id,
        regisseur: { naam: 'Fatima' },
        voorgesteld: { naam: 'Tom' },
        waarom: 'geweigerd',
      },
    ]);
    expect(gezien.tekst).not.toContain('kanarie');
    // Nobody else has it.
    for (const naam of ['inge', 'sanne', 'fatima', 'tom'] as const) {
      expect((await lijst(h, naam)).wacht).toEqual([]);
      verwachtWeigering(await doe(h, naam, 'POST', `/${id}`, JA), 404, 'niet_gevonden');
    }

    expect((await doe(h, 'bram', 'POST', `/${id}`, JA)).status).toBe(204);

    expect(await regisseur(h)).toEqual(['Tom']);
    const besluit = (await h.bord('tom')).kaarten.find(({ soort }) => soort === 'besluit');
    expect(besluit).toMatchObject({
      motivering: 'kanarie reden\n\nDe procesregisseur: Jeugd ligt voor de hand',
    });
    const regel = h.tafel.app.logboek.lees().find(({ handeling }) => handeling === 'regie_overgedragen');
    expect(regel).toMatchObject({
      persoonId: h.persoonId('bram'),
      deelnemerId: null,
      regel: 'NK30',
      bijzonderheden: { wijze: 'benoemd' },
    });
    verwachtWeigering(await doe(h, 'bram', 'POST', `/${id}`, JA), 409, 'al_besloten');
    // And gained no sight of it.
    verwachtWeigering(await h.vraag('bram', 'GET'), 404, 'niet_gevonden');
  });

  test('gets one that nobody answered for five working days; acceptance or appointment, whichever is first', async () => {
    const h = await metLeiding();
    const id = await stelVoor(h);
    h.tafel.klok.nu = Date.parse('2026-02-10T22:59:59Z');
    expect((await lijst(h, 'bram')).wacht).toEqual([]);
    h.tafel.klok.nu = Date.parse('2026-02-10T23:00:00Z');
    expect((await lijst(h, 'bram')).wacht).toMatchObject([{ id, waarom: 'geen_antwoord' }]);
    const [een, ander] = await Promise.all([
      h.vraag('tom', 'POST', `/regie/voorstellen/${id}/aanvaarding`, {}),
      doe(h, 'bram', 'POST', `/${id}`, JA),
    ]);
    expect([een.status, ander.status].sort()).toEqual([204, 409]);
    expect(await regisseur(h)).toEqual(['Tom']);
  });

  test('can leave the regie where it is: both of the two read why', async () => {
    const h = await metLeiding();
    const id = await stelVoor(h);
    await h.vraag('tom', 'POST', `/regie/voorstellen/${id}/weigering`, { reden: 'Geen tijd' });
    const nee = { besluit: 'afgewezen', reden: 'Fatima blijft' };
    expect((await doe(h, 'bram', 'POST', `/${id}`, nee)).status).toBe(204);
    expect(await regisseur(h)).toEqual(['Fatima']);
    for (const naam of ['fatima', 'tom'] as const)
      expect((await h.bord(naam)).regie.voorstel).toMatchObject({
        stand: 'afgewezen',
        waaromNiet: 'Fatima blijft',
      });
    expect((await h.bord('sanne')).regie.voorstel).toBe(null);
    // It is in nobody's way.
    await stelVoor(h, 'sanne');
  });

  test('decides on nothing that is their own', async () => {
    const h = await metLeiding();
    await h.laatMeedoen('bram', null);
    const id = await stelVoor(h, 'bram');
    h.tafel.klok.nu += 8 * DAG;
    expect((await lijst(h, 'bram')).wacht).toEqual([]);
    verwachtWeigering(await doe(h, 'bram', 'POST', `/${id}`, JA), 404, 'niet_gevonden');
    expect(await regisseur(h)).toEqual(['Fatima']);
  });

  test('is it no longer than their role lasts', async () => {
    const h = await metLeiding();
    const id = await stelVoor(h);
    h.tafel.klok.nu += 8 * DAG;
    beeindigRol(h.tafel.database, `rol ${h.casusId}`, h.tafel.klok.nu);
    expect((await lijst(h, 'bram')).wacht).toEqual([]);
    verwachtWeigering(await doe(h, 'bram', 'POST', `/${id}`, JA), 404, 'niet_gevonden');
  });
});

describe('NK30: a waarnemer from outside', () => {
  const noem = async (h: Huishouden, door: Naam, wie: Naam, meer: object = {}) =>
    await doe(h, door, 'POST', '', {
      soort: 'waarneming',
      casusLabel: (await h.bord('sanne')).label,
      medewerkerId: h.persoonId(wie),
      tot: '2026-02-20',
      reden: 'kanarie ziek',
      ...meer,
    });

  test('is named by a supervisor, out of their own people, of whom they see the label and no more', async () => {
    const h = await metLeiding();
    const { label } = await h.bord('sanne');
    const gezien = await doe(h, 'inge', 'GET');
    expect(gezien.body).toEqual({
      wacht: [],
      waarTeNemen: [
        {
          casusLabel: label,
          regisseur: expect.objectContaining({ naam: 'Fatima' }),
          waarneming: null,
          kandidaten: [expect.objectContaining({ naam: 'Tom' })],
        },
      ],
    });
    expect(gezien.tekst).not.toMatch(/kanarie|Sanne|Pieter/);

    const antwoord = await noem(h, 'inge', 'tom');
    expect(antwoord.status, antwoord.tekst).toBe(201);

    expect(await regisseur(h)).toEqual(['Tom']);
    expect((await lijst(h, 'inge')).waarTeNemen).toMatchObject([{ waarneming: { totEnMet: '2026-02-20' } }]);
    expect(
      h.tafel.app.logboek.lees().find(({ handeling }) => handeling === 'waarneming_ingesteld'),
    ).toMatchObject({
      persoonId: h.persoonId('inge'),
      deelnemerId: null,
      regel: 'NK30',
    });
    verwachtWeigering(await noem(h, 'inge', 'tom'), 409, 'loopt_al');
    // Who holds it takes it back when they are there again.
    expect((await h.vraag('fatima', 'DELETE', '/regie/waarneming')).status).toBe(204);
    expect(await regisseur(h)).toEqual(['Fatima']);
  });

  test('ends by who may name one from outside, unasked, running or planned; asking again ends nothing more', async () => {
    const h = await metLeiding();
    const { label } = await h.bord('sanne');
    const stop = async (door: Naam, koppen: Record<string, string> = {}) =>
      await (await h.als(door)).verzoek(
        'POST',
        '/tweede-hand',
        { soort: 'einde_waarneming', casusLabel: label },
        koppen,
      );
    for (const door of ['inge', 'bram'] as const)
      verwachtWeigering(await stop(door), 422, 'verwijzing_onbekend');
    const genoemd = await noem(h, 'inge', 'tom');
    expect(await regisseur(h)).toEqual(['Tom']);
    // Nobody else: not who takes part, nor who stands in.
    for (const door of ['sanne', 'tom', 'pieter', 'ali'] as const)
      verwachtWeigering(await stop(door), 422, 'verwijzing_onbekend');
    expect(await regisseur(h)).toEqual(['Tom']);

    const poging = { 'Idempotency-Key': NIEMAND };
    const gestopt = await stop('bram', poging);

    expect([gestopt.status, gestopt.body]).toEqual([201, genoemd.body]);
    expect(await regisseur(h)).toEqual(['Fatima']);
    expect((await lijst(h, 'inge')).waarTeNemen).toMatchObject([{ waarneming: null }]);
    expect(
      h.tafel.app.logboek.lees().find(({ handeling }) => handeling === 'waarneming_beeindigd'),
    ).toMatchObject({ persoonId: h.persoonId('bram'), deelnemerId: null, regel: 'NK30' });

    expect((await noem(h, 'inge', 'tom', { van: '2026-02-12' })).status).toBe(201);
    expect((await stop('bram', poging)).body).toEqual(genoemd.body);
    expect((await lijst(h, 'inge')).waarTeNemen).toMatchObject([
      { waarneming: { van: '2026-02-12', totEnMet: '2026-02-20' } },
    ]);
    expect((await stop('inge')).status).toBe(201);
    expect((await lijst(h, 'inge')).waarTeNemen).toMatchObject([{ waarneming: null }]);
  });

  test('is nobody whom one doesn’t lead, nor oneself; other casussen are as if they weren’t there', async () => {
    const h = await metLeiding();
    verwachtWeigering(await noem(h, 'inge', 'sanne'), 422, 'verwijzing_onbekend');
    verwachtWeigering(await noem(h, 'inge', 'pieter'), 422, 'verwijzing_onbekend');
    verwachtWeigering(await noem(h, 'inge', 'lotte'), 422, 'verwijzing_onbekend');
    verwachtWeigering(await noem(h, 'inge', 'inge'), 422, 'niet_voor_uzelf');
    const bestaat = await noem(h, 'sanne', 'tom');
    const bestaatNiet = await noem(h, 'sanne', 'tom', { casusLabel: '26-ZZZZ' });
    verwachtWeigering(bestaat, 422, 'verwijzing_onbekend');
    expect(bestaatNiet.tekst).toBe(bestaat.tekst);
    expect((await lijst(h, 'sanne')).waarTeNemen).toEqual([]);
    expect(await regisseur(h)).toEqual(['Fatima']);
  });

  test('by the procesregisseur is somebody of the municipality, whoever leads them; not who is discreet', async () => {
    const h = await metLeiding();
    const [casus] = (await lijst(h, 'bram')).waarTeNemen;
    expect(casus.kandidaten.map(({ naam }: { naam: string }) => naam)).toEqual(['Tom', 'Sanne']);
    verwachtWeigering(await noem(h, 'bram', 'pieter'), 422, 'verwijzing_onbekend');
    expect((await noem(h, 'bram', 'sanne')).status).toBe(201);
    expect(await regisseur(h)).toEqual(['Sanne']);
  });

  test('gives somebody who takes part and leads others no sight by their own hand', async () => {
    const h = await metLeiding();
    await h.laatMeedoen('inge', null);
    expect(
      (await lijst(h, 'inge')).waarTeNemen[0].kandidaten.map(({ naam }: { naam: string }) => naam),
    ).toEqual(['Tom']);
    verwachtWeigering(await noem(h, 'inge', 'inge'), 422, 'niet_voor_uzelf');
  });
});

describe('NK27: who leads a keeper', () => {
  const TERMIJN = Date.parse('2026-02-10T23:00:00Z');

  /** Wmo asks about the health of moeder, of which Pieter and Lotte of the ggz, and a huisarts keep something. */
  async function metVraag(
    plaatsen: Plaatsen = { karim: ['moeder'] },
  ): Promise<{ h: Huishouden; vraag: () => Promise<string> }> {
    const h = await huishouden({
      plaatsen: { ali: ['moeder'], pieter: ['moeder'], ...plaatsen },
    });
    // Of the same organisation as Pieter, and not at the table.
    zetLeidinggevende(h.tafel.database, h.persoonId('pieter'), h.persoonId('lotte'));
    const tegel = await h.plek('ali', 'gezondheid', 'moeder', 'dat');
    const vraag = async () => {
      const antwoord = await (await h.tafel.meldAan(h.persoonId('ali'))).verzoek(
        'POST',
        `${h.pad}/compartimenten/${tegel}/toegangsverzoeken`,
        {
          waarvoor: 'schulden',
          grondslag: 'wgs',
          toelichting: 'kanarie toelichting',
          tot: '2026-02-17',
        },
      );
      expect(antwoord.status, antwoord.tekst).toBe(201);
      return antwoord.body.id;
    };
    return { h, vraag };
  }

  const besluit = async (h: Huishouden, wie: Naam, id: string, wat: 'toegestaan' | 'afgewezen') =>
    expect(
      (await h.vraag(wie, 'POST', `/toegangsverzoeken/${id}/besluit`, { besluit: wat, reden: 'kanarie' }))
        .status,
    ).toBe(204);

  test('hears who left a request unanswered and since which day, for two weeks, and nothing else of it', async () => {
    const { h, vraag } = await metVraag();
    const { label } = await h.bord('ali');
    await vraag();
    h.tafel.klok.nu = TERMIJN - 1;
    expect((await lijst(h, 'lotte')).wacht).toEqual([]);
    h.tafel.klok.nu = TERMIJN;
    const gezien = await doe(h, 'lotte', 'GET');
    expect(gezien.body).toEqual({
      wacht: [
        {
          soort: 'onbeantwoord',
          id: h.persoonId('pieter'),
          sinds: '2026-02-02T23:00:00.000Z',
          naam: 'Pieter',
        },
      ],
      waarTeNemen: [],
    });
    for (const niet of [label, 'kanarie', 'Ali', 'Karim', h.casusId])
      expect(gezien.tekst).not.toContain(niet);
    // Nobody else hears of it, and there is nothing to decide on.
    for (const naam of ['pieter', 'karim', 'ali', 'fatima', 'inge'] as const)
      expect((await lijst(h, naam)).wacht).toEqual([]);
    verwachtWeigering(await doe(h, 'lotte', 'POST', `/${h.persoonId('pieter')}`, JA), 404, 'niet_gevonden');
    h.tafel.klok.nu = TERMIJN + 14 * DAG - 1;
    expect((await lijst(h, 'lotte')).wacht).toHaveLength(1);
    h.tafel.klok.nu = TERMIJN + 14 * DAG;
    expect((await lijst(h, 'lotte')).wacht).toEqual([]);
  });

  test('is sent the same bytes whether others refused, gave or keep nothing there, and however often was asked', async () => {
    const alleen = await metVraag({});
    await alleen.vraag();
    alleen.h.tafel.klok.nu = TERMIJN;
    const bytes = (tekst: string, h: Huishouden) => tekst.replace(h.persoonId('pieter'), 'pieter');
    const verwacht = bytes((await doe(alleen.h, 'lotte', 'GET')).tekst, alleen.h);
    expect(verwacht).toContain('Pieter');
    for (const wat of ['toegestaan', 'afgewezen'] as const) {
      const { h, vraag } = await metVraag();
      await besluit(h, 'karim', await vraag(), wat);
      h.tafel.klok.nu = TERMIJN;
      // Ali asks again and again.
      await vraag();
      h.tafel.klok.nu = Date.parse('2026-02-18T12:00:00Z');
      expect(bytes((await doe(h, 'lotte', 'GET')).tekst, h)).toBe(verwacht);
    }
  });

  test.each(['toegestaan', 'afgewezen'] as const)(
    'hears nothing of one that was %s, by anyone of theirs',
    async (wat) => {
      const { h, vraag } = await metVraag();
      await besluit(h, 'pieter', await vraag(), wat);
      h.tafel.klok.nu = TERMIJN;
      expect((await lijst(h, 'lotte')).wacht).toEqual([]);
    },
  );

  test('hears nothing of one that was taken back in time, or whose asker left; also not when they leave later', async () => {
    const weg = await metVraag();
    const id = await weg.vraag();
    expect((await weg.h.vraag('ali', 'DELETE', `/toegangsverzoeken/${id}`)).status).toBe(204);
    weg.h.tafel.klok.nu = TERMIJN;
    expect((await lijst(weg.h, 'lotte')).wacht).toEqual([]);
    const { h, vraag } = await metVraag();
    await vraag();
    const ali = `/deelnemers/${h.zetelVan('ali')}`;
    expect((await h.vraag('ali', 'DELETE', ali)).status).toBe(204);
    h.tafel.klok.nu = TERMIJN;
    expect((await lijst(h, 'lotte')).wacht).toEqual([]);
  });

  test('hears it as it stood at the end of the term, whatever comes after', async () => {
    const { h, vraag } = await metVraag();
    const id = await vraag();
    h.tafel.klok.nu = TERMIJN;
    const was = (await doe(h, 'lotte', 'GET')).tekst;
    expect(was).toContain('Pieter');
    const ali = await h.tafel.meldAan(h.persoonId('ali'));
    expect((await ali.verzoek('DELETE', `${h.pad}/toegangsverzoeken/${id}`)).status).toBe(204);
    expect((await ali.verzoek('DELETE', `${h.pad}/deelnemers/${h.zetelVan('ali')}`)).status).toBe(204);
    expect((await doe(h, 'lotte', 'GET')).tekst).toBe(was);
  });

  test('OV11: hears of what was asked for advice as of the rest, where there was the whole term to answer', async () => {
    const voorAdvies = async (tot: string) => {
      const { h } = await metVraag();
      const vraagt = [await h.plek('ali', 'gezondheid', 'moeder', 'dat')];
      return { h, id: await vraagAdvies(h, 'ali', 'moeder', { vraagt, tot }) };
    };
    const namen = async (h: Huishouden) =>
      (await lijst(h, 'lotte')).wacht.map(({ naam }: { naam: string }) => naam);
    const { h, id } = await voorAdvies('2026-02-17');
    h.tafel.klok.nu = TERMIJN;
    expect(await namen(h)).toEqual(['Pieter']);
    const ali = await h.tafel.meldAan(h.persoonId('ali'));
    expect((await ali.verzoek('DELETE', `/adviesvragen/${id}`)).status).toBe(204);
    expect(await namen(h)).toEqual(['Pieter']);
    // Withdrawn in time, or over before the term: nobody left it lying.
    const weg = await voorAdvies('2026-02-17');
    expect((await (await weg.h.als('ali')).verzoek('DELETE', `/adviesvragen/${weg.id}`)).status).toBe(204);
    weg.h.tafel.klok.nu = TERMIJN;
    expect(await namen(weg.h)).toEqual([]);
    const kort = await voorAdvies('2026-02-05');
    kort.h.tafel.klok.nu = TERMIJN;
    expect(await namen(kort.h)).toEqual([]);
  });

  test('hears nothing of a casus in which they sit themselves: they would learn who keeps what was asked for', async () => {
    const { h, vraag } = await metVraag();
    await vraag();
    await h.laatMeedoen('lotte', ['moeder']);
    h.tafel.klok.nu = TERMIJN;
    expect((await lijst(h, 'lotte')).wacht).toEqual([]);
  });
});
