import { describe, expect, test } from 'vitest';
import type { Sinds } from '../../shared/contract/bezoeken.ts';
import { beeindigRecht, geefRecht, sluitUit } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam, opgeslagen } from './huishouden.ts';
import { opent, tekstVan } from './sync/tekst.ts';

// What somebody is told that differs from what they saw the last time: of what they may see now, and nothing else.

const UUR = 3_600_000;

/** Somebody comes to the board, as their browser does: they fetch it, and say so. */
async function komt(huis: Huishouden, naam: Naam): Promise<Sinds> {
  await huis.bord(naam);
  return await zegt(huis, naam, 'kom');
}

/** They go, and stay away for an hour. */
async function gaat(huis: Huishouden, naam: Naam): Promise<void> {
  await zegt(huis, naam, 'ga');
  huis.tafel.klok.nu += UUR;
}

async function zegt(huis: Huishouden, naam: Naam, ik: 'kom' | 'ga' | 'las'): Promise<Sinds> {
  const antwoord = await huis.vraag(naam, 'POST', '/bezoeken', { ik });
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body;
}

async function wijzig(huis: Huishouden, naam: Naam, kaartId: string, velden: object): Promise<void> {
  const versie = await huis.versie(naam, kaartId);
  const antwoord = await huis.vraag(naam, 'PATCH', `/kaarten/${kaartId}`, { versie, ...velden });
  expect(antwoord.status, antwoord.tekst).toBe(200);
}

async function verwijder(huis: Huishouden, naam: Naam, kaartId: string): Promise<void> {
  const versie = await huis.versie(naam, kaartId);
  expect((await huis.vraag(naam, 'DELETE', `/kaarten/${kaartId}?versie=${versie}`)).status).toBe(204);
}

async function typt(
  huis: Huishouden,
  naam: Naam,
  categorie: string,
  woorden: string,
): Promise<{ veld: string }> {
  const plaats = await tekstVan(huis, naam, categorie);
  const tekst = await opent(huis, naam, plaats);
  tekst.typ(plaats.veld, woorden);
  await tekst.lijn.bij();
  return plaats;
}

/** How many new things *mijn werk* says that there are. */
async function opWerk(huis: Huishouden, naam: Naam): Promise<unknown> {
  const { body } = await (await huis.als(naam)).verzoek('GET', '/werkvoorraad');
  return body.zetels.map(({ nieuw }: { nieuw: number }) => nieuw);
}

const NIETS = { kaarten: [], teksten: [], weg: [] };
const PUNT = { soort: 'zorgpunt', titel: 'De huur', leefgebied: 'wonen' } as const;

/** A household with a zorgpunt and a doel, and somebody who has read them and gone. */
async function metLezer(wie: Naam = 'sanne') {
  const huis = await huishouden({ plaatsen: { [wie]: null } });
  const punt = await huis.schrijf('fatima', 'hulp', null, PUNT);
  const doel = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust', lidIds: [] });
  await komt(huis, wie);
  await gaat(huis, wie);
  return { huis, punt, doel };
}

describe('Sinds u hier was', () => {
  test('the first time nothing is new', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    await huis.schrijf('fatima', 'hulp', null, PUNT);
    expect(await komt(huis, 'sanne')).toEqual({ vorige: null, ...NIETS });
    expect(await opWerk(huis, 'sanne')).toEqual([0]);
  });

  test('tells what is new, changed and gone, from when, in the order of the board', async () => {
    const { huis, punt, doel } = await metLezer();
    const weg = new Date(huis.tafel.klok.nu - UUR).toISOString();
    const nieuw = await huis.schrijf('fatima', 'hulp', null, { ...PUNT, titel: 'De buren' });
    await wijzig(huis, 'fatima', doel.id, { titel: 'Rust in huis' });
    await verwijder(huis, 'fatima', punt.id);
    const { veld } = await typt(huis, 'fatima', 'hulp', 'Bel voor tienen.');

    expect(await opWerk(huis, 'sanne')).toEqual([3]);
    expect(await komt(huis, 'sanne')).toEqual({
      vorige: weg,
      kaarten: [
        { id: doel.id, wat: 'gewijzigd' },
        { id: nieuw.id, wat: 'nieuw' },
      ],
      teksten: [{ id: veld, wat: 'nieuw' }],
      weg: [{ soort: 'zorgpunt', leefgebied: 'wonen' }],
    });
  });

  test('stays for the visit, and is gone after the next half hour away, or when it was read', async () => {
    const { huis, punt } = await metLezer();
    await wijzig(huis, 'fatima', punt.id, { titel: 'De huur is laat' });
    const eerste = await komt(huis, 'sanne');
    expect(eerste.kaarten).toHaveLength(1);
    await zegt(huis, 'sanne', 'ga');
    huis.tafel.klok.nu += 60_000;
    expect(await komt(huis, 'sanne')).toEqual(eerste);
    // In mijn werk it is seen.
    expect(await opWerk(huis, 'sanne')).toEqual([0]);

    const gelezen = await zegt(huis, 'sanne', 'las');
    expect(gelezen).toEqual({ vorige: new Date(huis.tafel.klok.nu).toISOString(), ...NIETS });
    expect(await komt(huis, 'sanne')).toEqual(gelezen);

    await wijzig(huis, 'fatima', punt.id, { titel: 'De huur is betaald' });
    await gaat(huis, 'sanne');
    // They had it on their screen when they went.
    expect(await komt(huis, 'sanne')).toMatchObject(NIETS);
  });

  test('who stays for hours and goes has seen what came meanwhile', async () => {
    const { huis } = await metLezer();
    await komt(huis, 'sanne');
    huis.tafel.klok.nu += 3 * UUR;
    await huis.schrijf('fatima', 'hulp', null, { ...PUNT, titel: 'De buren' });
    await gaat(huis, 'sanne');
    expect(await komt(huis, 'sanne')).toMatchObject(NIETS);
  });

  test('is each person’s own: what one saw is new to another', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null, ali: null } });
    for (const naam of ['sanne', 'ali'] as const) await komt(huis, naam);
    for (const naam of ['sanne', 'ali'] as const) await zegt(huis, naam, 'ga');
    huis.tafel.klok.nu += UUR;
    await huis.schrijf('fatima', 'hulp', null, PUNT);
    await komt(huis, 'sanne');
    expect((await komt(huis, 'ali')).kaarten).toHaveLength(1);
  });

  test('what is as it was is not changed, however often it was written', async () => {
    const { huis, punt } = await metLezer();
    const { veld } = await typt(huis, 'fatima', 'hulp', 'Even.');
    await komt(huis, 'sanne');
    await gaat(huis, 'sanne');
    await wijzig(huis, 'fatima', punt.id, { titel: 'Anders' });
    await wijzig(huis, 'fatima', punt.id, { titel: PUNT.titel });
    const plaats = await tekstVan(huis, 'fatima', 'hulp');
    const tekst = await opent(huis, 'fatima', plaats);
    tekst.doc.getText(veld).insert(0, 'Nee. ');
    await tekst.lijn.bij();
    tekst.doc.getText(veld).delete(0, 5);
    await tekst.lijn.bij();
    expect(await komt(huis, 'sanne')).toMatchObject(NIETS);
  });

  test('one’s own changes are not told, in this visit or from mijn werk; what another changed with them is', async () => {
    const { huis, punt, doel } = await metLezer();
    await wijzig(huis, 'sanne', punt.id, { titel: 'De huur is laat' });
    await huis.schrijf('sanne', 'hulp', null, { ...PUNT, titel: 'De buren' });
    await wijzig(huis, 'fatima', doel.id, { titel: 'Rust in huis' });
    await wijzig(huis, 'sanne', doel.id, { titel: 'Rust in het huis' });
    expect(await komt(huis, 'sanne')).toMatchObject({
      kaarten: [{ id: doel.id, wat: 'gewijzigd' }],
      weg: [],
    });
    const eigen = await huis.schrijf('sanne', 'hulp', null, { ...PUNT, titel: 'Toch niet' });
    await verwijder(huis, 'sanne', eigen.id);
    await typt(huis, 'sanne', 'hulp', 'Zelf getypt.');
    await gaat(huis, 'sanne');
    expect(await komt(huis, 'sanne')).toMatchObject(NIETS);
  });

  test('a step of an afspraak is a change, and an afspraak that comes to name somebody is new to them', async () => {
    const huis = await huishouden({ plaatsen: { joke: ['kind1'] } });
    const afspraak = await huis.schrijf('fatima', 'plan', 'kind1', {
      soort: 'afspraak',
      titel: 'Gesprek op school',
    });
    await komt(huis, 'joke');
    await gaat(huis, 'joke');
    await wijzig(huis, 'fatima', afspraak.id, { uitvoerders: [huis.zetelVan('joke')] });
    expect((await komt(huis, 'joke')).kaarten).toEqual([{ id: afspraak.id, wat: 'nieuw' }]);
    await gaat(huis, 'joke');
    await huis.vraag('fatima', 'POST', `/kaarten/${afspraak.id}/stappen`, { stand: 'wacht' });
    expect((await komt(huis, 'joke')).kaarten).toEqual([{ id: afspraak.id, wat: 'gewijzigd' }]);
  });
});

describe('NK16, NK37: sinds u hier was', () => {
  test('tells nothing of what changed out of sight: of a kaart that one reads, of a part that one doesn’t', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'], tom: null, joke: ['kind1'] } });
    const doel = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Rust',
      lidIds: [huis.leden.moeder],
    });
    await komt(huis, 'ali');
    await gaat(huis, 'ali');
    await wijzig(huis, 'fatima', doel.id, { lidIds: [huis.leden.moeder, huis.leden.kind2] });
    await huis.schrijf('fatima', 'plan', 'kind1', { soort: 'doel', titel: 'Naar school', lidIds: [] });
    const weg = await huis.schrijf('fatima', 'plan', 'kind1', { soort: 'afspraak', titel: 'Weg' });
    await verwijder(huis, 'fatima', weg.id);
    expect(await opWerk(huis, 'ali')).toEqual([0]);
    expect(await komt(huis, 'ali')).toMatchObject(NIETS);
  });

  test('tells no change when one gets to know who is named, or who wrote it', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    await huis.laatMeedoen('pieter', ['moeder']);
    await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uitvoerders: [huis.zetelVan('fatima')],
    });
    await komt(huis, 'sanne');
    await gaat(huis, 'sanne');
    const bekend = await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, {
      bekend: true,
    });
    expect(bekend.status, bekend.tekst).toBe(200);
    expect(await komt(huis, 'sanne')).toMatchObject(NIETS);
  });

  test('what came into sight by a right is not new, nor changed by when it was written', async () => {
    const huis = await huishouden({ plaatsen: { marloes: ['moeder'], sanne: null } });
    const plek = await huis.plek('fatima', 'hulp', null);
    const oud = await huis.schrijf('fatima', 'hulp', null, PUNT);
    await komt(huis, 'marloes');
    await gaat(huis, 'marloes');
    await huis.schrijf('fatima', 'hulp', null, { ...PUNT, titel: 'Van na haar bezoek' });
    await typt(huis, 'fatima', 'hulp', 'Van na haar bezoek.');
    const recht = geefRecht(huis, 'marloes', plek);
    await huis.vraag('marloes', 'POST', `/compartimenten/${plek}/openingen`);
    expect((await huis.bord('marloes')).kaarten).toHaveLength(2);
    expect(await komt(huis, 'marloes')).toMatchObject(NIETS);
    // From then on it is as for anybody.
    await gaat(huis, 'marloes');
    await wijzig(huis, 'fatima', oud.id, { titel: 'De huur is laat' });
    expect((await komt(huis, 'marloes')).kaarten).toEqual([{ id: oud.id, wat: 'gewijzigd' }]);

    // Who loses it and gets it back begins anew: nothing of the time between is told.
    await gaat(huis, 'marloes');
    beeindigRecht(huis, recht);
    expect(await komt(huis, 'marloes')).toMatchObject(NIETS);
    await wijzig(huis, 'fatima', oud.id, { titel: 'De huur is betaald' });
    await gaat(huis, 'marloes');
    geefRecht(huis, 'marloes', plek);
    await huis.vraag('marloes', 'POST', `/compartimenten/${plek}/openingen`);
    expect(await komt(huis, 'marloes')).toMatchObject(NIETS);
  });

  test('NK23: what no longer names one looks like what was taken away, and a part that closed says nothing of it', async () => {
    const uitkomsten: Sinds[] = [];
    for (const hoe of ['ontnoemd', 'verwijderd'] as const) {
      const huis = await huishouden({ plaatsen: { joke: ['kind1'] } });
      const afspraak = await huis.schrijf('fatima', 'plan', 'kind1', {
        soort: 'afspraak',
        titel: 'Gesprek op school',
        uitvoerders: [huis.zetelVan('joke')],
      });
      await komt(huis, 'joke');
      await gaat(huis, 'joke');
      if (hoe === 'verwijderd') await verwijder(huis, 'fatima', afspraak.id);
      else await wijzig(huis, 'fatima', afspraak.id, { uitvoerders: [] });
      const { vorige: _, ...rest } = await komt(huis, 'joke');
      uitkomsten.push({ vorige: null, ...rest });
    }
    expect(uitkomsten[0]).toEqual(uitkomsten[1]);
    expect(uitkomsten[0]?.weg).toEqual([{ soort: 'afspraak', leefgebied: null }]);

    const { huis, punt } = await metLezer();
    await verwijder(huis, 'fatima', punt.id);
    sluitUit(huis, 'sanne', await huis.plek('fatima', 'hulp', null));
    expect(await komt(huis, 'sanne')).toMatchObject(NIETS);
  });

  test('does not look into what opens on request and wasn’t opened', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const plek = await huis.plek('fatima', 'adres', 'moeder');
    await huis.vraag('sanne', 'POST', `/compartimenten/${plek}/openingen`);
    await komt(huis, 'sanne');
    await gaat(huis, 'sanne');
    await huis.schrijf('fatima', 'adres', 'moeder', { soort: 'adres', titel: 'Kade 1' });
    // Another session, which has opened nothing.
    const sanne = await huis.tafel.meldAan(huis.persoonId('sanne'));
    const kom = async () => (await sanne.verzoek('POST', `${huis.pad}/bezoeken`, { ik: 'kom' })).body;
    await sanne.verzoek('GET', huis.pad);
    expect(await kom()).toMatchObject(NIETS);
    await sanne.verzoek('POST', `${huis.pad}/compartimenten/${plek}/openingen`);
    expect((await kom()).kaarten).toHaveLength(1);
  });

  test('NK10: leaves no look on record that wasn’t one, and opens nothing', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const voor = opgeslagen(huis.tafel);
    expect(await zegt(huis, 'sanne', 'kom')).toEqual({ vorige: null, ...NIETS });
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });
});

describe('What is kept of what somebody saw', () => {
  const rijen = ({ tafel }: Huishouden): unknown[] =>
    tafel.database.sqlite.prepare('select * from gezien').all();
  const bezoeken = ({ tafel }: Huishouden): unknown[] =>
    tafel.database.sqlite.prepare('select * from bezoeken').all();

  test('is marks under the key of the compartment: no word, no id of a kaart in the open', async () => {
    const { huis, punt } = await metLezer();
    expect(rijen(huis).length).toBeGreaterThan(1);
    const opSchijf = JSON.stringify(
      rijen(huis).map((rij) =>
        Object.values(rij as object).map((waarde) => Buffer.from(waarde).toString('latin1')),
      ),
    );
    expect(opSchijf).not.toContain('huur');
    expect(opSchijf).not.toContain(punt.id);
    expect(opSchijf).not.toContain('wonen');
  });

  test('goes with the seat, by hand and by the clock', async () => {
    const { huis } = await metLezer();
    expect((await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('sanne')}`)).status).toBe(204);
    expect([rijen(huis), bezoeken(huis)]).toEqual([[], []]);

    const ander = await metLezer('ali');
    const tot = new Date(ander.huis.tafel.klok.nu + 2 * 24 * UUR).toISOString().slice(0, 10);
    const einde = await ander.huis.vraag('fatima', 'PATCH', `/deelnemers/${ander.huis.zetelVan('ali')}`, {
      tot,
    });
    expect(einde.status, einde.tekst).toBe(200);
    expect(rijen(ander.huis).length).toBeGreaterThan(1);
    ander.huis.tafel.klok.nu += 4 * 24 * UUR;
    ander.huis.tafel.app.loopAf();
    expect([rijen(ander.huis), bezoeken(ander.huis)]).toEqual([[], []]);
  });

  test('SY13: holds when its compartment gets another tijdperk', async () => {
    const { huis, punt } = await metLezer();
    await typt(huis, 'fatima', 'hulp', 'Bel voor tienen.');
    await komt(huis, 'sanne');
    await gaat(huis, 'sanne');
    huis.tafel.app.tijdperken.vernieuwAlle();
    await wijzig(huis, 'fatima', punt.id, { titel: 'De huur is laat' });
    expect(await komt(huis, 'sanne')).toMatchObject({
      ...NIETS,
      kaarten: [{ id: punt.id, wat: 'gewijzigd' }],
    });
    expect(huis.tafel.fouten).toEqual([]);
  });

  test('ST1: that can’t be read begins anew; a kaart that can’t be read is not gone', async () => {
    const { huis, punt, doel } = await metLezer();
    huis.tafel.database.sqlite.prepare("update kaarten set inhoud = x'00' where id = ?").run(punt.id);
    await wijzig(huis, 'fatima', doel.id, { titel: 'Rust in huis' });
    expect(await komt(huis, 'sanne')).toMatchObject({
      ...NIETS,
      kaarten: [{ id: doel.id, wat: 'gewijzigd' }],
    });
    await gaat(huis, 'sanne');
    huis.tafel.database.sqlite.prepare("update gezien set merken = x'00'").run();
    await wijzig(huis, 'fatima', doel.id, { titel: 'Rust' });
    expect(await komt(huis, 'sanne')).toMatchObject(NIETS);
    await gaat(huis, 'sanne');
    huis.tafel.database.sqlite.prepare("update bezoeken set op = 'gisteren'").run();
    expect(await komt(huis, 'sanne')).toEqual({ vorige: null, ...NIETS });
  });
});
