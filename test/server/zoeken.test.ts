import { describe, expect, test } from 'vitest';
import { beeindigRecht, geefRecht } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Lid, type Naam, verwachtWeigering } from './huishouden.ts';
import { opent, tekstVan } from './sync/tekst.ts';

// What somebody finds: of what they read and have open now, and nothing else.

async function zoekt(huis: Huishouden, naam: Naam, woorden: string): Promise<string[]> {
  const antwoord = await huis.vraag(naam, 'POST', '/zoekvragen', { woorden });
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body.vondsten.map(({ tekst }: { tekst: string }) => tekst);
}

async function typt(
  huis: Huishouden,
  naam: Naam,
  categorie: string,
  woorden: string,
  lid: Lid | null = null,
): Promise<void> {
  const plaats = await tekstVan(huis, naam, categorie, lid);
  const tekst = await opent(huis, naam, plaats);
  tekst.typ(plaats.veld, woorden);
  await tekst.lijn.bij();
}

async function opentDeel(huis: Huishouden, naam: Naam, categorie: string): Promise<void> {
  const plek = await huis.plek(naam, categorie, 'moeder');
  expect((await huis.vraag(naam, 'POST', `/compartimenten/${plek}/openingen`)).status).toBe(201);
}

describe('Zoeken', () => {
  test('vindt kaarten, teksten en wie meedoet, met wat er staat', async () => {
    const huis = await huishouden();
    await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'De huur op tijd', lidIds: [] });
    await typt(huis, 'fatima', 'hulp', 'Zoë belt over de huur. Voor tienen.');
    await huis.bord('sanne');

    expect(await zoekt(huis, 'sanne', 'huur')).toEqual([
      'De huur op tijd',
      'Zoë belt over de huur. Voor tienen.',
    ]);
    expect(await zoekt(huis, 'sanne', 'zoe')).toEqual(['Zoë belt over de huur. Voor tienen.']);
    expect(await zoekt(huis, 'sanne', 'tom')).toEqual(['Tom']);
    expect(await zoekt(huis, 'sanne', 'huur tienen niets')).toEqual([]);
  });

  test('NK16: wie een onderdeel niet leest, vindt er niets in; wie een kaart noemt, vindt die kaart', async () => {
    const huis = await huishouden();
    await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Fiets maken', lidIds: [] });
    await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Fiets halen',
      uitvoerders: [huis.zetelVan('joke')],
    });
    await huis.bord('joke');
    expect(await zoekt(huis, 'joke', 'fiets')).toEqual(['Fiets halen']);
    expect(await zoekt(huis, 'joke', 'pieter')).toEqual([]);
  });

  test('NK10: wat op verzoek opengaat, telt mee als het in deze sessie is geopend', async () => {
    const huis = await huishouden();
    await huis.schrijf('fatima', 'adres', 'moeder', { soort: 'adres', titel: 'Kade 12' });
    await huis.bord('ali');
    expect(await zoekt(huis, 'ali', 'kade')).toEqual([]);
    await opentDeel(huis, 'ali', 'adres');
    expect(await zoekt(huis, 'ali', 'kade')).toEqual(['Kade 12']);
  });

  test('NK7: wat dichtging, wordt niet meer gevonden', async () => {
    const huis = await huishouden();
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'kracht',
      titel: 'Zwemt graag',
      leefgebied: 'opvoeden_jeugd',
    });
    await typt(huis, 'tom', 'jeugd', 'Hij zwemt op maandag.', 'kind1');
    const compartimentId = await huis.plek('tom', 'jeugd', 'kind1');
    const recht = geefRecht(huis, 'sanne', compartimentId);
    await huis.bord('sanne');
    // NK10: it may be read, and wasn't opened yet.
    expect(await zoekt(huis, 'sanne', 'zwemt')).toEqual([]);
    expect((await huis.vraag('sanne', 'POST', `/compartimenten/${compartimentId}/openingen`)).status).toBe(
      201,
    );
    expect(await zoekt(huis, 'sanne', 'zwemt')).toEqual(['Zwemt graag', 'Hij zwemt op maandag.']);
    beeindigRecht(huis, recht);
    expect(await zoekt(huis, 'sanne', 'zwemt')).toEqual([]);
  });

  test('NK10: in een casus waar iemand nooit was, wordt niets gevonden, en niets geopend', async () => {
    const huis = await huishouden();
    await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust', lidIds: [] });
    const eerst = huis.tafel.database.sqlite.prepare('select count(*) as n from openingen').get();
    expect(await zoekt(huis, 'sanne', 'rust')).toEqual([]);
    expect(huis.tafel.database.sqlite.prepare('select count(*) as n from openingen').get()).toEqual(eerst);
  });

  test('meer dan twintig: de eerste, en dat er meer is', async () => {
    const huis = await huishouden({ plaatsen: {} });
    for (let n = 0; n < 21; n += 1)
      await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: `Doel ${n}`, lidIds: [] });
    await huis.bord('fatima');
    const { body } = await huis.vraag('fatima', 'POST', '/zoekvragen', { woorden: 'doel' });
    expect([body.vondsten.length, body.meer]).toEqual([20, true]);
  });

  test('NK5: wie niet meedoet, hoort wat iedereen hoort', async () => {
    const huis = await huishouden({ plaatsen: { tom: null } });
    verwachtWeigering(await huis.vraag('sanne', 'POST', '/zoekvragen', {}), 404, 'niet_gevonden');
  });

  test('ST19: een BSN wordt niet gezocht', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const antwoord = await huis.vraag('fatima', 'POST', '/zoekvragen', { woorden: 'BSN 111222333' });
    expect(antwoord.status).toBe(422);
  });

  test('ST1: een tekst die niet te lezen is, houdt de rest niet tegen', async () => {
    const huis = await huishouden({ plaatsen: {} });
    await typt(huis, 'fatima', 'hulp', 'Bel over de huur.');
    await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'De huur op tijd', lidIds: [] });
    await huis.bord('fatima');
    huis.tafel.app.teksten.sluit();
    huis.tafel.database.sqlite.prepare("update tekstbeelden set beeld = x'00'").run();
    huis.tafel.database.sqlite.prepare("update tekstwijzigingen set wijziging = x'00'").run();
    expect(await zoekt(huis, 'fatima', 'huur')).toEqual(['De huur op tijd']);
  });

  test('ST6: wat ervoor wordt gelezen, blijft niet in het geheugen', async () => {
    const huis = await huishouden({ plaatsen: {} });
    await typt(huis, 'fatima', 'hulp', 'Bel over de huur.');
    huis.tafel.app.teksten.sluit();
    expect(await zoekt(huis, 'fatima', 'huur')).toHaveLength(1);
    expect(huis.tafel.app.teksten.kamers.size).toBe(0);
  });
});
