import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { compartimenten, kaarten } from '../../server/database/schema.ts';
import { EEN_PER_COMPARTIMENT, KAARTSOORTEN, type Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import {
  type Huishouden,
  huishouden,
  type Lid,
  type Naam,
  NIEMAND,
  opgeslagen,
  verwachtWeigering,
} from './huishouden.ts';

const VANDAAG = '2026-02-03';

/** Of every sort the least that is enough. */
const INHOUD: Readonly<Record<Kaartsoort, object>> = {
  kracht: { titel: 'x', leefgebied: 'wonen' },
  zorgpunt: { titel: 'x', leefgebied: 'wonen' },
  doel: { titel: 'x' },
  afspraak: { titel: 'x' },
  besluit: { titel: 'x', datum: VANDAAG, motivering: 'y' },
  beschikking: {
    titel: 'x',
    wet: 'anders',
    stand: 'toegekend',
    beslisser: 'y',
    datum: VANDAAG,
    bezwaarTot: '2026-03-17',
  },
  vraag: { titel: 'x' },
  wet: { wet: 'wmo' },
  expertise: { expertise: 'schulden' },
  gezin_weet: { ja: true },
  // Whom: in the test.
  contactpersoon: {},
  veiligheid_nu: { antwoord: 'onbekend' },
  herziening: { datum: VANDAAG },
  hulp: { soortHulp: 'taal', wat: 'x' },
  besproken: { leefgebied: 'wonen', datum: VANDAAG },
  naam: { voornaam: 'x' },
  adres: { titel: 'x' },
  contact: { titel: 'x' },
  noodkaart: { weten: 'x', bellen: 'y' },
};

/** Every place that somebody writes here, with the sorts that fit, as the contract has it. */
const PLAN = [
  'doel',
  'afspraak',
  'besluit',
  'beschikking',
  'vraag',
  'wet',
  'expertise',
  'gezin_weet',
  'contactpersoon',
  'veiligheid_nu',
  'herziening',
];
/** What somebody of another organisation than the municipality writes: they take no decision under a law. */
const ELDERS = ['kracht', 'zorgpunt', 'doel', 'afspraak', 'besluit', 'noodkaart'];
const EIGEN = [...ELDERS, 'beschikking'];
const PLAATSEN: readonly [Naam, string, Lid | null, readonly string[]][] = [
  ['fatima', 'plan', null, PLAN],
  ['fatima', 'plan', 'kind1', PLAN],
  ['fatima', 'hulp', 'moeder', ['kracht', 'zorgpunt', 'hulp', 'besproken']],
  ['fatima', 'inwoner', 'moeder', []],
  ['fatima', 'naam', 'moeder', ['naam']],
  ['fatima', 'adres', 'moeder', ['adres', 'noodkaart']],
  ['fatima', 'contact', 'moeder', ['contact']],
  ['fatima', 'regie', null, ['noodkaart']],
  ['fatima', 'werk', 'moeder', EIGEN],
  ['sanne', 'financien', null, EIGEN],
  ['pieter', 'gezondheid', 'moeder', ELDERS],
  ['joke', 'onderwijs', 'kind1', ELDERS],
  ['marloes', 'wonen', 'moeder', ELDERS],
];

describe.each(PLAATSEN)('%s in %s of %s', (naam, categorie, lid, soorten) => {
  test('should take every sort that fits there, and refuse every other', async () => {
    const huis = await huishouden();
    const compartimentId = await huis.plek(naam, categorie, lid);
    for (const soort of KAARTSOORTEN) {
      const past = soorten.includes(soort);
      const voor = opgeslagen(huis.tafel);
      const inhoud = {
        ...INHOUD[soort],
        ...(soort === 'contactpersoon' ? { deelnemerId: huis.zetelVan('fatima') } : {}),
      };
      const antwoord = await huis.vraag(naam, 'POST', '/kaarten', { compartimentId, soort, ...inhoud });
      if (past) {
        expect([soort, antwoord.status], antwoord.tekst).toEqual([soort, 201]);
        expect(antwoord.body).toMatchObject({ soort, compartimentId, ...inhoud });
        const weer = await huis.vraag(naam, 'POST', '/kaarten', { compartimentId, soort, ...inhoud });
        if (EEN_PER_COMPARTIMENT.has(soort)) verwachtWeigering(weer, 422, 'bestaat_al');
        else expect(weer.status).toBe(201);
      } else {
        const zonderMandaat = soort === 'beschikking' && soorten === ELDERS;
        verwachtWeigering(antwoord, 422, zonderMandaat ? 'geen_mandaat' : 'past_hier_niet');
        expect(opgeslagen(huis.tafel)).toEqual(voor);
      }
    }
  });
});

describe('NK21: the household agrees first', () => {
  test.each(['gezondheidszorg', 'jeugdhulp', 'veiligheid'])(
    'should refuse help of %s without a date, or with one to come',
    async (soortHulp) => {
      const huis = await huishouden({ plaatsen: {} });
      const compartimentId = await huis.plek('fatima', 'hulp', 'moeder');
      const hulp = { compartimentId, soort: 'hulp', soortHulp, wat: 'x' };
      verwachtWeigering(await huis.vraag('fatima', 'POST', '/kaarten', hulp), 422, 'akkoord_gezin_nodig');
      const straks = await huis.vraag('fatima', 'POST', '/kaarten', { ...hulp, akkoord: '2026-02-04' });
      verwachtWeigering(straks, 422, 'body_ongeldig');
      expect(straks.body.fouten).toMatchObject([{ veld: 'akkoord' }]);
      const goed = await huis.vraag('fatima', 'POST', '/kaarten', { ...hulp, akkoord: VANDAAG });
      expect(goed.status).toBe(201);
      const weg = await huis.vraag('fatima', 'PATCH', `/kaarten/${goed.body.id}`, {
        versie: goed.body.versie,
        akkoord: null,
      });
      verwachtWeigering(weg, 422, 'akkoord_gezin_nodig');
    },
  );

  test('should refuse to make a line of help sensitive afterwards', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const { id, versie } = await huis.schrijf('fatima', 'hulp', 'moeder', {
      soort: 'hulp',
      soortHulp: 'taal',
      wat: 'x',
    });
    const antwoord = await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, {
      versie,
      soortHulp: 'jeugdhulp',
    });
    verwachtWeigering(antwoord, 422, 'akkoord_gezin_nodig');
  });
});

describe('OV7: a beschikking is of who carries out the law', () => {
  const VAN_WMO = {
    soort: 'beschikking',
    titel: 'Hulp bij het huishouden',
    wet: 'wmo',
    stand: 'toegekend',
    beslisser: 'Consulent Wmo',
    datum: VANDAAG,
    bezwaarTot: '2026-03-17',
  };

  test.each([
    ['fatima', 'participatiewet', 201],
    ['fatima', 'wmo', 422],
    ['fatima', 'jeugdwet', 422],
    ['ali', 'wmo', 201],
    ['ali', 'participatiewet', 422],
    ['tom', 'jeugdwet', 201],
    ['tom', 'wgs', 422],
    ['sanne', 'wgs', 201],
    ['sanne', 'anders', 201],
  ] as const)('%s records one under the %s: %i', async (wie, wet, status) => {
    const huis = await huishouden();
    const compartimentId = await huis.plek(wie, 'plan', null);
    const voor = opgeslagen(huis.tafel);
    const antwoord = await huis.vraag(wie, 'POST', '/kaarten', { compartimentId, ...VAN_WMO, wet });
    if (status === 201) return expect(antwoord.status, antwoord.tekst).toBe(201);
    verwachtWeigering(antwoord, 422, 'geen_mandaat');
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });

  test('who does not carry it out reads it, and neither changes it, nor makes it theirs, nor takes it away', async () => {
    const huis = await huishouden();
    const { id, versie } = await huis.schrijf('ali', 'plan', null, VAN_WMO);
    const gezien = (await huis.bord('fatima')).kaarten.find((kaart) => kaart.id === id);
    expect(gezien).toMatchObject({ ...VAN_WMO });
    const versieVanFatima = gezien?.versie ?? '';
    const voor = opgeslagen(huis.tafel);
    for (const anders of [{ stand: 'ingetrokken' }, { titel: 'Iets anders' }, { wet: 'participatiewet' }]) {
      const antwoord = await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, {
        versie: versieVanFatima,
        ...anders,
      });
      verwachtWeigering(antwoord, 422, 'geen_mandaat');
    }
    const weg = await huis.vraag('fatima', 'DELETE', `/kaarten/${id}?versie=${versieVanFatima}`);
    verwachtWeigering(weg, 422, 'geen_mandaat');
    // Nor does who carries out one law hand it to another.
    const door = await huis.vraag('ali', 'PATCH', `/kaarten/${id}`, { versie, wet: 'jeugdwet' });
    verwachtWeigering(door, 422, 'geen_mandaat');
    expect(opgeslagen(huis.tafel)).toEqual(voor);
    const mag = await huis.vraag('ali', 'PATCH', `/kaarten/${id}`, { versie, stand: 'ingetrokken' });
    expect(mag.body).toMatchObject({ stand: 'ingetrokken' });
    expect((await huis.vraag('ali', 'DELETE', `/kaarten/${id}?versie=${mag.body.versie}`)).status).toBe(204);
  });

  test.each([
    ['what isn’t decided yet', { stand: 'aangevraagd', bezwaarTot: '2026-03-17' }],
    ['a term that ends on the day itself', { bezwaarTot: VANDAAG }],
    ['a term that ended before it began', { bezwaarTot: '2026-01-05' }],
  ])('no objection against %s', async (_, velden) => {
    const huis = await huishouden();
    const compartimentId = await huis.plek('ali', 'plan', null);
    const antwoord = await huis.vraag('ali', 'POST', '/kaarten', { compartimentId, ...VAN_WMO, ...velden });
    verwachtWeigering(antwoord, 422, 'body_ongeldig');
    expect(antwoord.body.fouten).toMatchObject([{ veld: 'bezwaarTot' }]);
  });
});

describe('NK22: who is named', () => {
  const afspraak = (huis: Huishouden, ...wie: Naam[]) => ({
    soort: 'afspraak',
    titel: 'Gesprek',
    uitvoerders: wie.map((naam) => huis.zetelVan(naam)),
  });

  test('should receive the kaart at dat, without its place or its text, and nothing else of the plan', async () => {
    const huis = await huishouden();
    const { id } = await huis.schrijf('fatima', 'plan', 'kind1', afspraak(huis, 'joke', 'tom'));
    const ander = await huis.schrijf('fatima', 'plan', 'kind1', { soort: 'doel', titel: 'Ander' });
    const bord = await huis.bord('joke');
    expect(bord.kaarten).toMatchObject([{ id, compartimentId: null, titel: 'Gesprek', ikVoerUit: true }]);
    expect(bord.velden.filter((veld) => veld.kaartId !== null)).toEqual([]);
    expect(JSON.stringify(bord)).not.toContain(ander.id);
    // Whom a kaart names that reaches somebody, they know by name (NK20).
    expect(bord.deelnemers.map(({ naam }) => naam)).toEqual(['Fatima', 'Tom', 'Joke']);
  });

  test('NK18: an afspraak of before there were persons keeps who set its steps', async () => {
    const huis = await huishouden();
    const { database } = huis.tafel;
    const { id } = await huis.schrijf('fatima', 'plan', null, afspraak(huis, 'joke'));
    await huis.vraag('joke', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Geweest' });
    const rij = database.db.select().from(kaarten).where(eq(kaarten.id, id)).get();
    const plek = database.db
      .select()
      .from(compartimenten)
      .where(eq(compartimenten.id, rij?.compartimentId ?? ''))
      .get();
    if (rij === undefined || plek === undefined) throw new Error('it is not stored');
    const plaats = { compartimentId: plek.id, tijdperk: plek.tijdperk, rijId: id, soort: 'kaart' };
    const stand = database.kluis.ontsleutel(plaats, rij.inhoud).toString();
    expect(stand).toContain('"persoonId"');
    const oud = JSON.parse(stand.replace('"persoonId"', '"medewerkerId"'));
    const inhoud = database.kluis.versleutelJson(plaats, oud);
    database.db.update(kaarten).set({ inhoud }).where(eq(kaarten.id, id)).run();

    const stap = await huis.vraag('joke', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Nog eens' });

    expect(stap.body.stappen).toMatchObject([
      { door: huis.zetelVan('joke'), tekst: 'Geweest' },
      { door: huis.zetelVan('joke'), tekst: 'Nog eens' },
    ]);
  });

  test('should let who carries out an afspraak write its steps, also at dat, and nobody else who only reads', async () => {
    const huis = await huishouden();
    const { id } = await huis.schrijf('fatima', 'plan', null, afspraak(huis, 'joke'));
    await huis.bord('pieter');
    const stap = await huis.vraag('joke', 'POST', `/kaarten/${id}/stappen`, {
      stand: 'gedaan',
      tekst: 'Geweest',
    });
    expect(stap.status, stap.tekst).toBe(201);
    expect(stap.body).toMatchObject({ stand: 'gedaan', compartimentId: null });
    expect(stap.body.stappen).toMatchObject([{ door: huis.zetelVan('joke'), tekst: 'Geweest' }]);
    verwachtWeigering(
      await huis.vraag('pieter', 'POST', `/kaarten/${id}/stappen`, { tekst: 'x' }),
      403,
      'niet_uitvoerder',
    );
    verwachtWeigering(
      await huis.vraag('marloes', 'POST', `/kaarten/${id}/stappen`, { tekst: 'x' }),
      404,
      'niet_gevonden',
    );
    verwachtWeigering(
      await huis.vraag('joke', 'PATCH', `/kaarten/${id}`, { versie: stap.body.versie, titel: 'x' }),
      403,
      'alleen_lezen',
    );
    verwachtWeigering(
      await huis.vraag('joke', 'DELETE', `/kaarten/${id}?versie=${stap.body.versie}`),
      403,
      'alleen_lezen',
    );
  });

  test.each<[string, Naam, string, Lid | null, Naam]>([
    ['at verborgen', 'fatima', 'plan', 'moeder', 'joke'],
    ['outside the plan, without reading it', 'fatima', 'werk', 'moeder', 'sanne'],
    ['outside the plan, at dat', 'pieter', 'gezondheid', 'moeder', 'fatima'],
  ])('should refuse to name somebody %s', async (_, schrijver, categorie, lid, genoemde) => {
    const huis = await huishouden();
    const compartimentId = await huis.plek(schrijver, categorie, lid);
    const antwoord = await huis.vraag(schrijver, 'POST', '/kaarten', {
      compartimentId,
      ...afspraak(huis, genoemde),
    });
    verwachtWeigering(antwoord, 422, 'niet_te_noemen');
  });

  test('should refuse steps of what is no afspraak', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x' });
    verwachtWeigering(
      await huis.vraag('fatima', 'POST', `/kaarten/${id}/stappen`, { tekst: 'x' }),
      422,
      'geen_afspraak',
    );
  });
});

describe('NK23: references', () => {
  test('should answer alike to a reference that is hidden and one that is not there', async () => {
    const huis = await huishouden();
    const compartimentId = await huis.plek('tom', 'plan', null);
    const naar = async (velden: object) =>
      (
        await huis.vraag('tom', 'POST', '/kaarten', {
          compartimentId,
          soort: 'afspraak',
          titel: 'x',
          ...velden,
        })
      ).tekst;
    const doel = await huis.schrijf('fatima', 'plan', 'moeder', { soort: 'doel', titel: 'Van moeder' });
    // Tom may not know Pieter, nor moeder, nor a doel of hers.
    const verborgen = [
      { uitvoerders: [huis.zetelVan('pieter')] },
      { uitvoerders: [huis.leden.moeder] },
      { doelId: doel.id },
    ];
    const weg = [{ uitvoerders: [NIEMAND] }, { uitvoerders: [NIEMAND] }, { doelId: NIEMAND }];
    for (const [i, velden] of verborgen.entries()) {
      const antwoord = await naar(velden);
      expect(antwoord).toContain('verwijzing_onbekend');
      expect(antwoord).toBe(await naar(weg[i] ?? {}));
    }
    const lid = {
      compartimentId: await huis.plek('tom', 'hulp', null),
      soort: 'kracht',
      titel: 'x',
      leefgebied: 'wonen',
    };
    const a = await huis.vraag('tom', 'POST', '/kaarten', { ...lid, lidId: huis.leden.moeder });
    const b = await huis.vraag('tom', 'POST', '/kaarten', { ...lid, lidId: NIEMAND });
    expect(a.tekst).toBe(b.tekst);
    verwachtWeigering(a, 422, 'verwijzing_onbekend');
  });

  test('should leave out what a reader may not know, and look as if it was never there', async () => {
    const huis = await huishouden();
    const doel = await huis.schrijf('fatima', 'plan', 'moeder', { soort: 'doel', titel: 'Van moeder' });
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'x',
      doelId: doel.id,
      uitvoerders: [huis.zetelVan('tom'), huis.leden.moeder, huis.zetelVan('marloes')],
    });
    const bijTom = (await huis.bord('tom')).kaarten.find((kaart) => kaart.id === id);
    expect(bijTom).toMatchObject({ uitvoerders: [huis.zetelVan('tom'), huis.zetelVan('marloes')] });
    expect(bijTom).not.toHaveProperty('doelId');
    await huis.vraag('fatima', 'DELETE', `/kaarten/${doel.id}?versie=${doel.versie}`);
    const bijFatima = (await huis.bord('fatima')).kaarten.find((kaart) => kaart.id === id);
    expect(bijFatima).not.toHaveProperty('doelId');
  });

  test.each([
    ['another field', { titel: 'Anders' }, (tom: string) => [tom]],
    ['the list itself', { lidIds: [] }, () => []],
    ['the list to nothing', { lidIds: null }, () => []],
  ])('should keep references that are hidden to who changes %s', async (_, wijziging, zichtbaar) => {
    const huis = await huishouden();
    const { moeder, kind1 } = huis.leden;
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'x',
      lidIds: [kind1, moeder],
    });
    await huis.bord('tom');
    const antwoord = await huis.vraag('tom', 'PATCH', `/kaarten/${id}`, {
      versie: await huis.versie('tom', id),
      ...wijziging,
    });
    expect(antwoord.status, antwoord.tekst).toBe(200);
    expect(antwoord.body.lidIds).toEqual(zichtbaar(kind1));
    const opBord = (await huis.bord('fatima')).kaarten.find((kaart) => kaart.id === id);
    expect(opBord).toMatchObject({ lidIds: expect.arrayContaining([moeder]) });
  });

  test('should refuse what is about another member than its place', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const compartimentId = await huis.plek('fatima', 'hulp', 'moeder');
    const antwoord = await huis.vraag('fatima', 'POST', '/kaarten', {
      compartimentId,
      soort: 'kracht',
      titel: 'x',
      leefgebied: 'wonen',
      lidId: huis.leden.kind1,
    });
    verwachtWeigering(antwoord, 422, 'ander_lid');
  });
});

describe('Versions', () => {
  test('should take null for a field that is left empty, in a new kaart and in a change', async () => {
    const huis = await huishouden();
    const kaart = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'x',
      leefgebied: null,
      samenMet: null,
    });
    expect(kaart).toMatchObject({ soort: 'doel' });
    expect(kaart).not.toHaveProperty('leefgebied');
  });

  test('should refuse an old version with the newer kaart, as its writer may read it, and keep that', async () => {
    const huis = await huishouden();
    const { id, versie } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Een',
      lidIds: [huis.leden.moeder],
    });
    const oud = await huis.versie('tom', id);
    const twee = await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, { versie, titel: 'Twee' });
    expect(twee.status, twee.tekst).toBe(200);
    const nu = (await huis.bord('tom')).kaarten.find((kaart) => kaart.id === id);
    for (const antwoord of [
      await huis.vraag('tom', 'PATCH', `/kaarten/${id}`, { versie: oud, titel: 'Drie' }),
      await huis.vraag('tom', 'DELETE', `/kaarten/${id}?versie=${oud}`),
    ]) {
      verwachtWeigering(antwoord, 409, 'versie_verouderd');
      expect(antwoord.body.kaart).toEqual(nu);
    }
    expect(nu).toMatchObject({ id, titel: 'Twee', lidIds: [] });
    const drie = await huis.vraag('tom', 'PATCH', `/kaarten/${id}`, { versie: nu?.versie, titel: 'Drie' });
    expect(drie.status, drie.tekst).toBe(200);
    const weg = `/kaarten/${id}?versie=${drie.body.versie}`;
    expect((await huis.vraag('tom', 'DELETE', weg)).status).toBe(204);
    verwachtWeigering(await huis.vraag('tom', 'DELETE', weg), 404, 'niet_gevonden');
  });

  test('should let exactly one of two who change the same version succeed', async () => {
    const huis = await huishouden();
    const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x' });
    const versies: [Naam, string][] = [];
    for (const naam of ['fatima', 'sanne', 'tom'] as const) versies.push([naam, await huis.versie(naam, id)]);
    const beide = await Promise.all(
      versies.map(([naam, versie]) => huis.vraag(naam, 'PATCH', `/kaarten/${id}`, { versie, titel: naam })),
    );
    expect(beide.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('should refuse to change the sort', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const { id, versie } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x' });
    verwachtWeigering(
      await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, { versie, soort: 'vraag' }),
      422,
      'soort_vast',
    );
  });
});

describe('NK17, NK5: who may not write', () => {
  test.each<[Naam, string, Lid | null]>([
    ['pieter', 'plan', null],
    ['joke', 'plan', 'kind1'],
    ['ali', 'contact', 'moeder'],
    ['fatima', 'gezondheid', 'moeder'],
    ['ali', 'gezondheid', 'moeder'],
  ])('should refuse %s, who reads or knows of %s, and store nothing', async (naam, categorie, lid) => {
    const huis = await huishouden();
    const compartimentId = await huis.plek(naam, categorie, lid);
    const voor = opgeslagen(huis.tafel);
    const antwoord = await huis.vraag(naam, 'POST', '/kaarten', {
      compartimentId,
      soort: 'doel',
      titel: 'x',
    });
    verwachtWeigering(antwoord, 403, 'alleen_lezen');
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });

  test('should answer to a hidden place, kaart or casus as to one that is not there', async () => {
    const huis = await huishouden();
    const plek = await huis.plek('pieter', 'gezondheid', 'moeder', 'schrijven');
    const { id } = await huis.schrijf('pieter', 'gezondheid', 'moeder', { soort: 'doel', titel: 'x' });
    const proef = async (kaartId: string, compartimentId: string) => [
      (await huis.vraag('fatima', 'POST', '/kaarten', { compartimentId, soort: 'doel', titel: 'x' })).tekst,
      (await huis.vraag('fatima', 'POST', '/kaarten', { compartimentId, soort: 'onzin' })).tekst,
      (await huis.vraag('fatima', 'PATCH', `/kaarten/${kaartId}`, { versie: '7' })).tekst,
      (await huis.vraag('fatima', 'PATCH', `/kaarten/${kaartId}`, 'geen json')).tekst,
      (await huis.vraag('fatima', 'DELETE', `/kaarten/${kaartId}?versie=1`)).tekst,
      (await huis.vraag('fatima', 'POST', `/kaarten/${kaartId}/stappen`, {})).tekst,
      (await huis.vraag('fatima', 'POST', `/compartimenten/${compartimentId}/openingen`)).tekst,
      (await huis.vraag('fatima', 'GET', `/compartimenten/${compartimentId}/uitleg`)).tekst,
    ];
    const verborgen = await proef(id, plek);
    expect(verborgen).toEqual(await proef(NIEMAND, NIEMAND));
    expect(new Set(verborgen.map((tekst) => JSON.parse(tekst).code))).toEqual(new Set(['niet_gevonden']));
    expect((await huis.bord('pieter')).kaarten).toMatchObject([{ id, titel: 'x' }]);
  });

  test('NK18: should take its author from the session, and refuse one in the request', async () => {
    const huis = await huishouden();
    const compartimentId = await huis.plek('tom', 'plan', null);
    const vals = { compartimentId, soort: 'doel', titel: 'x', door: huis.zetelVan('sanne') };
    verwachtWeigering(await huis.vraag('tom', 'POST', '/kaarten', vals), 422, 'body_ongeldig');
    const echt = await huis.schrijf('tom', 'plan', null, { soort: 'doel', titel: 'x' });
    expect(echt).toMatchObject({ door: huis.zetelVan('tom') });
  });
});

describe('the household’s contact person', () => {
  const wissel = (h: Huishouden, id: string, versie: string, meer: object) =>
    h.vraag('fatima', 'PATCH', `/kaarten/${id}`, { versie, ...meer });

  test('NK30: becomes another only by a warm handover: with the day on which both were at the household’s', async () => {
    const h = await huishouden({ plaatsen: { tom: null, sanne: null } });
    const { id, versie } = await h.schrijf('fatima', 'plan', null, {
      soort: 'contactpersoon',
      deelnemerId: h.zetelVan('tom'),
      kennisgemaakt: '2026-01-20',
    });

    const koud = await wissel(h, id, versie, { deelnemerId: h.zetelVan('sanne') });
    verwachtWeigering(koud, 422, 'warme_overdracht_nodig');
    expect(koud.body.fouten).toMatchObject([{ veld: 'kennisgemaakt' }]);
    const zelfde = await wissel(h, id, versie, {
      deelnemerId: h.zetelVan('sanne'),
      kennisgemaakt: '2026-01-20',
    });
    verwachtWeigering(zelfde, 422, 'warme_overdracht_nodig');
    const warm = await wissel(h, id, versie, { deelnemerId: h.zetelVan('sanne'), kennisgemaakt: VANDAAG });
    expect([warm.status, warm.body.deelnemerId]).toEqual([200, h.zetelVan('sanne')]);
    // Nobody else holds the regie by it.
    expect((await h.bord('fatima')).deelnemers.find(({ regisseur }) => regisseur)?.ik).toBe(true);
  });

  test('NK30: isn’t made anew to get round that: it can’t be removed, nor emptied, nor the day of the last one', async () => {
    const h = await huishouden({ plaatsen: { tom: null, sanne: null } });
    const { id, versie } = await h.schrijf('fatima', 'plan', null, {
      soort: 'contactpersoon',
      deelnemerId: h.zetelVan('tom'),
      kennisgemaakt: '2026-01-20',
    });

    const weg = await h.vraag('fatima', 'DELETE', `/kaarten/${id}?versie=${versie}`);

    verwachtWeigering(weg, 422, 'warme_overdracht_nodig');
    verwachtWeigering(await wissel(h, id, versie, { deelnemerId: null }), 422, 'body_ongeldig');
    verwachtWeigering(await wissel(h, id, versie, { kennisgemaakt: null }), 422, 'body_ongeldig');
    const zonderDag = { deelnemerId: h.zetelVan('sanne'), kennisgemaakt: null };
    verwachtWeigering(await wissel(h, id, versie, zonderDag), 422, 'body_ongeldig');
    const kaart = (await h.bord('fatima')).kaarten.find((een) => een.id === id);
    expect(kaart).toMatchObject({ deelnemerId: h.zetelVan('tom'), kennisgemaakt: '2026-01-20' });
  });

  test('NK26: isn’t somebody of whom the others don’t know yet, nor somebody who isn’t there', async () => {
    const h = await huishouden({ plaatsen: { pieter: null } });
    const compartimentId = await h.plek('fatima', 'plan');
    const maak = (deelnemerId?: string) =>
      h.vraag('fatima', 'POST', '/kaarten', { compartimentId, soort: 'contactpersoon', deelnemerId });

    verwachtWeigering(await maak(h.zetelVan('pieter')), 422, 'eerst_bekend');
    verwachtWeigering(await maak(NIEMAND), 422, 'verwijzing_onbekend');
    verwachtWeigering(await maak(), 422, 'body_ongeldig');
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend: true });
    expect((await maak(h.zetelVan('pieter'))).status).toBe(201);
  });

  test('NK20: is known by name to who reads the plan, and is nobody once their seat has ended', async () => {
    const h = await huishouden({ plaatsen: { tom: null, pieter: null, joke: null } });
    const namen = async (wie: Naam) => (await h.bord(wie)).deelnemers.map(({ naam }) => naam);
    expect(await namen('pieter')).not.toContain('Tom');
    const { id } = await h.schrijf('fatima', 'plan', null, {
      soort: 'contactpersoon',
      deelnemerId: h.zetelVan('tom'),
    });

    expect(await namen('pieter')).toContain('Tom');
    // Who only knows that there is a plan gets neither.
    expect(await namen('joke')).not.toContain('Tom');
    expect((await h.bord('joke')).kaarten).toEqual([]);
    await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('tom')}`);
    const kaart = (await h.bord('fatima')).kaarten.find((een) => een.id === id);
    expect([kaart?.soort, kaart !== undefined && 'deelnemerId' in kaart]).toEqual(['contactpersoon', false]);
  });
});
