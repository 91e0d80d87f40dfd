import { describe, expect, test } from 'vitest';
import type { Wijsplaats } from '../../shared/contract/wijzer.ts';
import { type Naam, NIEMAND } from './huishouden.ts';
import { Journaal } from './journaal.ts';
import type { Luisteraar, Volguitkomst } from './opstelling.ts';
import { type Gedekt, gedekt, hoort, stap, volgt } from './tafel.ts';

// OV6: "hier zijn we": who sits at a table points at something on it, and who sits there sees where. Kept nowhere.

const GELUKT = { ok: true };
const NIET = { ok: false, code: 'niet_gevonden' };

function wijs(
  h: Gedekt,
  live: Luisteraar,
  plaats: Wijsplaats | null,
  agendapuntId = h.puntId,
): Promise<Volguitkomst> {
  return live.wijs({ overlegId: h.overlegId, agendapuntId, plaats });
}

/** Who points at what, as a line was told since it was last asked. */
async function gewezen(live: Luisteraar): Promise<unknown[]> {
  await live.bij();
  return live.ontvangen
    .splice(0)
    .filter(({ soort }) => soort === 'wijzer')
    .map(({ bericht }) => bericht.wijzer && [bericht.wijzer.wie.naam, bericht.wijzer.plaats]);
}

/** Something is laid there, or agreed. @returns its id */
async function leg(h: Gedekt, wat: object): Promise<string> {
  const antwoord = await h.onder('bram', 'POST', '/tafelblad', wat);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

/** Lines of these, who have heard what came of following. */
async function lijnen<N extends Naam>(h: Gedekt, ...wie: N[]): Promise<Record<N, Luisteraar>> {
  const paren: [N, Luisteraar][] = [];
  for (const naam of wie) paren.push([naam, await volgt(h, naam)]);
  for (const [, live] of paren) await hoort(live);
  // By name, each of them.
  return Object.fromEntries(paren) as Record<N, Luisteraar>;
}

describe('OV6: who points', () => {
  test('is seen at that place by who sits at the table; nobody else is sent a byte of it', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const stuk = await leg(h, { tekst: 'De huur is niet betaald.' });
    const l = await lijnen(h, 'bram', 'joke', 'greta', 'ali', 'tom', 'fatima', 'pieter');
    for (const plaats of ['vraag', 'tekst', 'vertelling', stuk] as const) {
      expect(await wijs(h, l.greta, plaats), plaats).toEqual(GELUKT);
      for (const wie of ['bram', 'joke', 'greta'] as const)
        expect(await gewezen(l[wie]), wie).toEqual([['Greta', plaats]]);
    }
    // One place at a time: whose, is who pointed last.
    expect(await wijs(h, l.bram, stuk)).toEqual(GELUKT);
    expect(await gewezen(l.joke)).toEqual([['Bram', stuk]]);
    // Hers isn't there any more to take away.
    expect(await wijs(h, l.greta, null)).toEqual(GELUKT);
    expect(await gewezen(l.joke)).toEqual([]);
    expect(await wijs(h, l.bram, null)).toEqual(GELUKT);
    expect(await gewezen(l.joke)).toEqual([null]);
    for (const wie of ['ali', 'tom', 'fatima', 'pieter'] as const)
      expect(await hoort(l[wie]), wie).toEqual([]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK37: the same twice is told once; who comes later, or again, is told where it is', async () => {
    const h = await gedekt();
    const l = await lijnen(h, 'greta', 'bram');
    await wijs(h, l.greta, 'tekst');
    await wijs(h, l.greta, 'tekst');
    expect(await gewezen(l.bram)).toEqual([['Greta', 'tekst']]);
    await gewezen(l.greta);
    await h.bij('joke');
    const joke = await volgt(h, 'joke');
    expect(await gewezen(joke)).toEqual([['Greta', 'tekst']]);
    expect(await joke.volgOverleg(h.overlegId)).toEqual(GELUKT);
    expect(await gewezen(joke)).toEqual([['Greta', 'tekst']]);
    // Following again takes nothing away that one points at.
    expect(await l.greta.volgOverleg(h.overlegId)).toEqual(GELUKT);
    expect(await gewezen(joke)).toEqual([]);
  });

  test('NK5: sits there, and points at what is there; anything else is refused alike', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const l = await lijnen(h, 'bram', 'joke', 'ali', 'tom', 'fatima', 'pieter');
    for (const wie of ['ali', 'tom', 'fatima', 'pieter'] as const)
      expect(await wijs(h, l[wie], 'tekst'), wie).toEqual(NIET);
    expect(await wijs(h, l.joke, NIEMAND)).toEqual(NIET);
    expect(await wijs(h, l.joke, 'tekst', NIEMAND)).toEqual(NIET);
    expect(await l.joke.wijs({ overlegId: NIEMAND, agendapuntId: h.puntId, plaats: 'tekst' })).toEqual(NIET);
    for (const vraag of [
      null,
      'x',
      { overlegId: h.overlegId, agendapuntId: h.puntId },
      { overlegId: h.overlegId, agendapuntId: h.puntId, plaats: 'x'.repeat(9_000) },
      { overlegId: h.overlegId, agendapuntId: h.puntId, plaats: 'tekst', woord: 'kanarie' },
    ])
      expect(await l.joke.wijs(vraag as never), JSON.stringify(vraag)?.slice(0, 80)).toEqual(NIET);
    // Over a line that doesn't follow.
    const los = await (await h.als('joke')).live();
    expect(await wijs(h, los, 'tekst')).toEqual(NIET);
    los.sluit();
    expect(await gewezen(l.bram)).toEqual([]);
    expect(h.tafel.fouten).toEqual([]);
  });
});

describe('OV6: a pointer goes', () => {
  test('when its line does, or leaves the overleg', async () => {
    const h = await gedekt();
    const l = await lijnen(h, 'greta', 'bram');
    await wijs(h, l.greta, 'tekst');
    await gewezen(l.bram);
    await l.greta.verlaatOverleg(h.overlegId);
    expect(await gewezen(l.bram)).toEqual([null]);
    await l.greta.volgOverleg(h.overlegId);
    await wijs(h, l.greta, 'vraag');
    await gewezen(l.bram);
    l.greta.sluit();
    await expect.poll(() => gewezen(l.bram)).toEqual([null]);
  });

  test('when who points gets up, and doesn’t come back with them; who gets up sees none', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const l = await lijnen(h, 'joke', 'greta');
    await wijs(h, l.joke, 'tekst');
    expect(await gewezen(l.greta)).toEqual([['Joke', 'tekst']]);
    await h.onder('bram', 'POST', '/tafel', { af: [h.zetelVan('joke')] });
    expect(await gewezen(l.greta)).toEqual([null]);
    await h.bij('joke');
    expect(await gewezen(l.greta)).toEqual([]);

    await wijs(h, l.greta, 'vraag');
    await gewezen(l.joke);
    await h.onder('bram', 'POST', '/tafel', { af: [h.zetelVan('joke')] });
    expect(await gewezen(l.joke)).toEqual([null]);
    await wijs(h, l.greta, 'tekst');
    expect(await hoort(l.joke)).toEqual([]);
  });

  test('when what it points at does, and when the item closes; opened again nobody points', async () => {
    const h = await gedekt();
    const stuk = await leg(h, { afspraak: { titel: 'Samen de post openen' } });
    const l = await lijnen(h, 'greta', 'inge');
    await wijs(h, l.greta, stuk);
    await gewezen(l.inge);
    expect((await h.onder('bram', 'DELETE', `/tafelblad/${stuk}`)).status).toBe(204);
    expect(await gewezen(l.inge)).toEqual([null]);
    expect(await wijs(h, l.greta, stuk)).toEqual(NIET);

    await wijs(h, l.greta, 'tekst');
    await gewezen(l.inge);
    await stap(h, 'tussen');
    expect(await gewezen(l.inge)).toEqual([null]);
    expect(await wijs(h, l.greta, 'tekst')).toEqual(NIET);
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    expect(await gewezen(l.inge)).toEqual([]);
  });

  test('NK7: one that is still on its way to who gets up never arrives: their line ends', async () => {
    const h = await gedekt();
    await h.bij('joke');
    const stuk = await leg(h, { tekst: 'De huur is niet betaald.' });
    const journaal = new Journaal(h.tafel.app.http);
    const l = await lijnen(h, 'greta', 'joke');
    const draden = journaal.draden((await h.als('joke')).cookie);
    // From now on her kernel takes nothing.
    for (const draad of draden) draad.cork();
    await wijs(h, l.greta, stuk);
    expect(draden.some(({ writableLength }) => writableLength > 0)).toBe(true);
    await h.onder('bram', 'POST', '/tafel', { af: [h.zetelVan('joke')] });
    for (const draad of draden) draad.uncork();
    await expect.poll(() => l.joke.socket.connected).toBe(false);
    expect(JSON.stringify(l.joke.ontvangen)).not.toContain(stuk);
  });

  test('stands on no disk and in no line of the record', async () => {
    const h = await gedekt();
    const l = await lijnen(h, 'greta', 'bram');
    const { sqlite } = h.tafel.database;
    const regels = () => sqlite.prepare<[], number>('select total_changes()').pluck().get();
    const eerst = regels();
    await wijs(h, l.greta, 'tekst');
    await wijs(h, l.greta, 'vraag');
    expect(await gewezen(l.bram)).toHaveLength(2);
    expect(regels()).toBe(eerst);
  });
});

test('ST6: who points at full tilt is told over all that waits at once, and the last place counts', async () => {
  const h = await gedekt();
  const l = await lijnen(h, 'greta', 'bram');
  const plaatsen = Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? 'tekst' : 'vraag') as Wijsplaats);
  const antwoorden = await Promise.all(plaatsen.map((plaats) => wijs(h, l.greta, plaats)));
  expect(new Set(antwoorden.map((een) => JSON.stringify(een)))).toEqual(new Set([JSON.stringify(GELUKT)]));
  const gezien = await gewezen(l.bram);
  expect(gezien.at(-1)).toEqual(['Greta', 'vraag']);
  expect(gezien.length).toBeLessThan(20);
});

describe('ST6, OV6: somebody at the table who means harm', () => {
  test('floods it over many lines: theirs end, who sits there hears a few of it, and points as before', async () => {
    const h = await gedekt();
    const l = await lijnen(h, 'bram', 'inge');
    const vloed: Luisteraar[] = [];
    for (let n = 0; n < 8; n += 1) vloed.push(await volgt(h, 'greta'));
    for (const live of vloed) expect(await wijs(h, live, 'tekst')).toEqual(GELUKT);
    for (let keer = 0; keer < 350; keer += 1)
      for (const { socket } of vloed) {
        const plaats = keer % 2 === 0 ? 'tekst' : 'vraag';
        socket.emit('overleg:wijs', { overlegId: h.overlegId, agendapuntId: h.puntId, plaats });
      }
    await expect.poll(() => vloed.filter(({ socket }) => socket.connected).length).toBe(0);
    const gehoord = await gewezen(l.bram);
    expect(gehoord.length).toBeLessThan(100);
    // With the line goes what was pointed at over it.
    expect(gehoord.at(-1)).toBeNull();
    await gewezen(l.inge);
    expect(await wijs(h, l.bram, 'tekst')).toEqual(GELUKT);
    expect(await gewezen(l.inge)).toEqual([['Bram', 'tekst']]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK5: points at what is no place of this table, whatever else it is: as at nothing, and nobody is told', async () => {
    const h = await gedekt();
    await h.bij('fatima');
    const bord = await h.bord('fatima');
    const { id: bladId, veldId } = await h.blad('fatima');
    const { id: kaartId } = await h.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'De huur op tijd',
    });
    const l = await lijnen(h, 'fatima', 'bram');
    const niets = await wijs(h, l.fatima, NIEMAND);
    expect(niets).toEqual({ ok: false, code: 'niet_gevonden' });
    for (const plaats of [
      kaartId,
      bladId,
      veldId,
      h.casusId,
      h.puntId,
      h.zetelVan('fatima'),
      bord.compartimenten[0]?.id ?? '',
      bord.velden[0]?.id ?? '',
    ])
      expect(await wijs(h, l.fatima, plaats), plaats).toEqual(niets);
    expect(await gewezen(l.bram)).toEqual([]);
  });
});
