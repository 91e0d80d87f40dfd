import { describe, expect, test } from 'vitest';
import { Kaartenkast } from '../../server/plan/kaarten.ts';
import { type Huishouden, huishouden, type Naam } from './huishouden.ts';

// Members in what people type: each reads them by the label that they know (NK35).

/** Marloes and Tom read the plan beside the regisseur: she for the mother, he for the second child. */
async function aanTafel(): Promise<Huishouden> {
  return await huishouden({ plaatsen: { tom: ['kind2'], sanne: null, ali: ['moeder'], joke: ['kind2'] } });
}

async function leest(huis: Huishouden, naam: Naam, id: string) {
  const kaart = (await huis.bord(naam)).kaarten.find((een) => een.id === id);
  expect(kaart, `${naam} reads it`).toBeDefined();
  return kaart;
}

async function wijzig(huis: Huishouden, naam: Naam, id: string, velden: object) {
  const versie = await huis.versie(naam, id);
  return await huis.vraag(naam, 'PATCH', `/kaarten/${id}`, { versie, ...velden });
}

describe('NK35: een rol met een nummer', () => {
  test('leest ieder zoals die het lid kent, in titel en antwoord', async () => {
    const huis = await aanTafel();
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'besluit',
      titel: 'Kind 2 naar de opvang',
      datum: '2026-02-01',
      motivering: 'Kind 1 gaat al; @moeder werkt dan.',
    });
    const gelezen = async (naam: Naam) => {
      const kaart = await leest(huis, naam, id);
      return kaart?.soort === 'besluit' ? [kaart.titel, kaart.motivering] : [];
    };
    expect(await gelezen('fatima')).toEqual(['Kind 2 naar de opvang', 'Kind 1 gaat al; moeder werkt dan.']);
    expect(await gelezen('tom')).toEqual([
      'Kind naar de opvang',
      'Huishouden gaat al; huishouden werkt dan.',
    ]);
    expect(await gelezen('ali')).toEqual([
      'Huishouden naar de opvang',
      'Huishouden gaat al; moeder werkt dan.',
    ]);
  });

  test('ook op de kaart die iemand noemt, in haar stappen, en in mijn werk', async () => {
    const huis = await aanTafel();
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Fiets van kind 2 maken',
      uitvoerders: [huis.zetelVan('joke')],
    });
    const stap = await huis.vraag('fatima', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Kind 1 belde' });
    expect(stap.status, stap.tekst).toBe(201);
    const kaart = await leest(huis, 'joke', id);
    expect(kaart?.titel).toBe('Fiets van kind maken');
    expect(kaart?.soort === 'afspraak' && kaart.stappen.map(({ tekst }) => tekst)).toEqual([
      'Huishouden belde',
    ]);
    const werk = await (await huis.als('joke')).verzoek('GET', '/werkvoorraad');
    expect(werk.body.wachtend.map(({ titel }: { titel: string }) => titel)).toContain('Fiets van kind maken');
  });

  test('wie haar verandert, laat staan wie die niet kent', async () => {
    const huis = await aanTafel();
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Rust voor kind 1 en kind 2',
      lidIds: [],
    });
    expect((await leest(huis, 'tom', id))?.titel).toBe('Rust voor huishouden en kind');
    const antwoord = await wijzig(huis, 'tom', id, { titel: 'Meer rust voor huishouden en kind' });
    expect(antwoord.status, antwoord.tekst).toBe(200);
    expect(antwoord.body.titel).toBe('Meer rust voor huishouden en kind');
    expect((await leest(huis, 'fatima', id))?.titel).toBe('Meer rust voor kind 1 en kind 2');
  });

  test('NK37: wie met een nummer is bedoeld, verandert niets voor wie dat niet leest', async () => {
    const huis = await aanTafel();
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Rust voor kind 1',
      lidIds: [],
    });
    const was = await leest(huis, 'ali', id);
    const luisteraar = await (await huis.als('ali')).live();
    await luisteraar.volg(huis.casusId);
    huis.tafel.klok.nu += 60_000;
    expect((await wijzig(huis, 'fatima', id, { titel: 'Rust voor kind 2' })).status).toBe(200);
    await luisteraar.bij();
    expect(luisteraar.ontvangen.filter(({ soort }) => soort === 'kaart')).toEqual([]);
    expect(await leest(huis, 'ali', id)).toEqual(was);
    expect((await leest(huis, 'fatima', id))?.titel).toBe('Rust voor kind 2');
  });

  test('wie wordt weggehaald, is het huishouden; een ander nummer wijst niemand anders aan', async () => {
    const huis = await aanTafel();
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Kind 1 en kind 2 samen',
      lidIds: [],
    });
    expect((await huis.vraag('fatima', 'DELETE', `/leden/${huis.leden.kind1}`)).status).toBe(204);
    expect((await leest(huis, 'fatima', id))?.titel).toBe('Huishouden en kind samen');
  });

  test('wat er stond voor er verwijzingen waren, leest ieder onder de eigen rol', async () => {
    const huis = await aanTafel();
    const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x', lidIds: [] });
    const { app } = huis.tafel;
    const kast = app.plan.bewaarder;
    if (!(kast instanceof Kaartenkast)) throw new Error('somebody else keeps the kaarten');
    app.stappen.doe(() => {
      const { beeld } = app.toegang.eisKijk(huis.casusId, {
        persoonId: huis.persoonId('fatima'),
        sessieId: '',
      });
      const plan = beeld.compartimenten.find(
        ({ categorie, lidId }) => categorie === 'plan' && lidId === null,
      );
      const kaart = plan === undefined ? null : kast.een(id, plan);
      if (plan === undefined || kaart?.inhoud.soort !== 'doel') throw new Error('no doel in the plan');
      kast.vervang(kaart, plan, { inhoud: { ...kaart.inhoud, titel: 'Rust voor kind 2' }, stappen: [] });
    });
    expect((await leest(huis, 'fatima', id))?.titel).toBe('Rust voor kind 2');
    expect((await leest(huis, 'tom', id))?.titel).toBe('Rust voor kind');
    expect((await leest(huis, 'ali', id))?.titel).toBe('Rust voor huishouden');
  });
});
