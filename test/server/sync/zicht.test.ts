import { describe, expect, test } from 'vitest';
import { HOOGSTE_KANAAL } from '../../../shared/sync/frame.ts';
import { NIEMAND } from '../huishouden.ts';
import { Synclijn } from './lijn.ts';
import { allesOp, klein, lijnVan, opent, opwaardering, tekstVan } from './tekst.ts';

describe('SY1: kanalen', () => {
  test('SY1: a kanaal is a random number of 31 bits per compartment, the same for everyone, another at the next server', async () => {
    const h = await klein();
    const tom = await lijnVan(h, 'tom');
    const fatima = await lijnVan(h, 'fatima');
    const bij = (lijn: Synclijn) => new Map(lijn.zicht.map((regel) => [regel.compartiment, regel.kanaal]));
    const gedeeld = [...bij(tom)].filter(([id]) => bij(fatima).has(id));
    expect(gedeeld.length).toBeGreaterThan(5);
    for (const [id, kanaal] of gedeeld) expect(bij(fatima).get(id)).toBe(kanaal);
    const nummers = [...bij(fatima).values()];
    expect(new Set(nummers).size).toBe(nummers.length);
    // Numbers that count would tell how many compartments there are; these are drawn from all 31 bits.
    expect(Math.max(...nummers)).toBeGreaterThan(2 ** 24);
    for (const nummer of nummers) expect(nummer).toBeLessThanOrEqual(HOOGSTE_KANAAL);
    const ander = await klein();
    const daar = new Set((await lijnVan(ander, 'fatima')).zicht.map(({ kanaal }) => kanaal));
    expect(nummers.filter((nummer) => daar.has(nummer))).toEqual([]);
  });

  test('SY1: berichten of many kanalen in one message are each handled', async () => {
    const h = await klein();
    const plan = await tekstVan(h, 'tom', 'plan');
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const lijn = await lijnVan(h, 'tom');
    const [een, twee] = await Promise.all([lijn.open(plan.id), lijn.open(hulp.id)]);
    een.typ(plan.veld, 'in het plan');
    twee.typ(hulp.veld, 'in de hulp');
    await Promise.all([een.opgeslagen(), twee.opgeslagen()]);
    const lezer = await lijnVan(h, 'fatima');
    expect((await lezer.open(plan.id)).tekst(plan.veld)).toContain('in het plan');
    expect((await lezer.open(hulp.id)).tekst(hulp.veld)).toContain('in de hulp');
  });
});

describe('SY2: zicht', () => {
  test('SY2: it names the opened compartments that one may read, with level and tijdperk, and nothing else', async () => {
    const h = await klein();
    const lijn = await lijnVan(h, 'pieter');
    const bord = await h.bord('pieter');
    const leesbaar = bord.compartimenten.filter(
      ({ niveau, geopend }) => geopend && (niveau === 'lezen' || niveau === 'schrijven'),
    );
    expect(lijn.zicht.map(({ compartiment }) => compartiment).sort()).toEqual(
      leesbaar.map(({ id }) => id).sort(),
    );
    for (const regel of lijn.zicht) {
      expect(Object.keys(regel).sort()).toEqual(['compartiment', 'kanaal', 'niveau', 'tijdperk']);
      expect(regel.niveau).toBe(leesbaar.find(({ id }) => id === regel.compartiment)?.niveau);
    }
    expect(lijn.besturing.map(({ type }) => type)).toEqual(['zicht']);
    expect(lijn.berichten).toEqual([]);
  });

  test('SY2: what is opened on request comes in it for that session only', async () => {
    const h = await klein();
    const adres = await h.plek('tom', 'adres', 'kind1');
    const lijn = await lijnVan(h, 'tom');
    const collega = await lijnVan(h, 'fatima');
    const tweede = await (async () => {
      const sessie = await h.tafel.meldAan(h.persoonId('tom'));
      const ander = new Synclijn(h.tafel.url, h.casusId, sessie.cookie);
      return await ander.klaar();
    })();
    expect(lijn.kanaal(adres)).toBeUndefined();
    const antwoord = await h.vraag('tom', 'POST', `/compartimenten/${adres}/openingen`, {});
    expect(antwoord.status, antwoord.tekst).toBe(201);
    await lijn.tot(() => lijn.kanaal(adres));
    await Promise.all([collega.bij(), tweede.bij()]);
    expect(tweede.kanaal(adres)).toBeUndefined();
    expect(collega.kanaal(adres)).toBeUndefined();
    tweede.trekUit();
  });

  test('SY2 NK7: when a level drops, what was open is closed; what still comes on it is ignored', async () => {
    const h = await klein();
    const jeugd = await tekstVan(h, 'tom', 'jeugd', 'kind1');
    const tom = await opent(h, 'tom', jeugd);
    tom.typ(jeugd.veld, 'eerst');
    await tom.opgeslagen();
    const antwoord = await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('tom')}`, {
      lidIds: [h.leden.kind2],
    });
    expect(antwoord.status, antwoord.tekst).toBe(200);
    await tom.lijn.tot(() => tom.lijn.kanaal(jeugd.id) === undefined);
    tom.typ(jeugd.veld, 'daarna');
    await tom.lijn.bij();
    expect(tom.lijn.sluitcode).toBeNull();
    expect(tom.bevestigd).toBe(1);
    tom.lijn.meld({ type: 'open', kanaal: tom.kanaal, tijdperk: null });
    expect(await tom.lijn.tot(() => tom.einde)).toEqual({ type: 'sluit', kanaal: tom.kanaal, code: 4403 });
  });

  test('SY2: a kanaal that is not in the zicht can not be opened, whether it is somebody else’s or nobody’s', async () => {
    const h = await klein();
    const jeugd = await tekstVan(h, 'tom', 'jeugd', 'kind1');
    const tom = await opent(h, 'tom', jeugd);
    tom.typ(jeugd.veld, 'KANARIE');
    await tom.opgeslagen();
    const pieter = await lijnVan(h, 'pieter');
    const verborgen = tom.kanaal;
    const niets = verborgen === 7 ? 8 : 7;
    for (const kanaal of [verborgen, niets]) pieter.meld({ type: 'open', kanaal, tijdperk: null });
    await pieter.bij();
    expect(pieter.besturing.filter(({ type }) => type === 'sluit')).toEqual([
      { type: 'sluit', kanaal: verborgen, code: 4403 },
      { type: 'sluit', kanaal: niets, code: 4403 },
    ]);
    pieter.stuur(verborgen, Uint8Array.of(0, 0, 1, 0));
    tom.typ(jeugd.veld, 'KANARIE twee');
    await tom.opgeslagen();
    await pieter.bij();
    expect(allesOp(pieter)).toBe('');
  });

  test('SY2: nothing is handled on a kanaal that was not opened', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const lijn = await lijnVan(h, 'tom');
    const kanaal = lijn.kanaal(hulp.id)?.kanaal ?? 0;
    lijn.stuur(kanaal, Uint8Array.of(0, 0, 1, 0));
    lijn.stuur(kanaal, Uint8Array.of(3));
    lijn.stuur(kanaal, Uint8Array.of(99));
    await lijn.bij();
    expect(lijn.berichten).toEqual([]);
    expect(lijn.sluitcode).toBeNull();
    const tekst = await lijn.open(hulp.id);
    lijn.meld({ type: 'sluit', kanaal });
    tekst.typ(hulp.veld, 'na het sluiten');
    await lijn.bij();
    expect(tekst.bevestigd).toBe(0);
    expect((await opent(h, 'fatima', hulp)).tekst(hulp.veld)).toBe('');
  });
});

describe('SY9: who comes in', () => {
  test('SY9 NK5: an unknown casus, one that is not mine, and what is no id close alike with 4403, saying nothing', async () => {
    const h = await klein();
    const joke = (await h.als('joke')).cookie;
    const einden: unknown[] = [];
    for (const id of [h.casusId, NIEMAND, 'geen-id', '']) {
      const lijn = new Synclijn(h.tafel.url, id, joke);
      einden.push([await opwaardering(lijn), lijn.besturing, lijn.berichten]);
    }
    expect(einden).toEqual(einden.map(() => [{ code: 4403 }, [], []]));
  });

  test('SY9: without a session it closes with 4401, and so it does on signing out', async () => {
    const h = await klein();
    for (const cookie of ['', 'sessie=verzonnen']) {
      expect(await opwaardering(new Synclijn(h.tafel.url, h.casusId, cookie))).toEqual({ code: 4401 });
    }
    const lijn = await lijnVan(h, 'tom');
    expect((await (await h.als('tom')).verzoek('DELETE', '/sessies/huidige')).status).toBe(204);
    expect(await lijn.tot(() => lijn.sluitcode)).toBe(4401);
  });

  test('SY9: who no longer takes part is closed with 4403', async () => {
    const h = await klein();
    const lijn = await lijnVan(h, 'tom');
    const blijft = await lijnVan(h, 'pieter');
    expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('tom')}`)).status).toBe(204);
    expect(await lijn.tot(() => lijn.sluitcode)).toBe(4403);
    await blijft.bij();
    expect(blijft.sluitcode).toBeNull();
  });

  test('SY9: a session that ends by the clock ends its lines with 4401', async () => {
    const h = await klein();
    const lijn = await lijnVan(h, 'tom');
    h.tafel.klok.nu += 30 * 24 * 60 * 60 * 1000;
    h.tafel.app.loopAf();
    expect(await lijn.tot(() => lijn.sluitcode)).toBe(4401);
  });

  test('SY9: a page of another website is refused at the upgrade; one of this host and other programs are not', async () => {
    const h = await klein();
    const { cookie } = await h.als('tom');
    const met = (origin: string) => new Synclijn(h.tafel.url, h.casusId, cookie, { origin });
    for (const vreemd of ['http://elders.example', 'null', `${h.tafel.url}0`]) {
      expect(await opwaardering(met(vreemd))).toEqual({ status: 403 });
    }
    const eigen = await met(h.tafel.url).klaar();
    expect(eigen.zicht.length).toBeGreaterThan(0);
    eigen.trekUit();
  });
});
