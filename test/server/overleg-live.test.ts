import { describe, expect, onTestFinished, test } from 'vitest';
import type { Overlegstap } from '../../shared/overleg.ts';
import { huishoudenAan, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { Journaal } from './journaal.ts';
import type { Luisteraar } from './opstelling.ts';
import { brengIn, inbreng, type Overlegtafel, opAgenda, overlegtafel, zegVerteld, zet } from './overleg.ts';

// OV1, OV2, OV3: screens follow an overleg. Told is only that it is otherwise, to whom it is (NK37).

/** Somebody's socket, which follows the overleg. */
async function volgt(h: Overlegtafel, wie: Naam): Promise<Luisteraar> {
  const live = await (await h.als(wie)).live();
  onTestFinished(() => live.sluit());
  expect(await live.volgOverleg(h.overlegId)).toEqual({ ok: true });
  return live;
}

/** What a socket was told since it was looked at last. */
async function nieuws(live: Luisteraar): Promise<unknown[]> {
  await live.bij();
  return live.ontvangen.splice(0).map(({ soort, bericht }) => [soort, bericht]);
}

async function stap(h: Overlegtafel, wat: Overlegstap, meer: object = {}, wie: Naam = 'bram'): Promise<void> {
  const versie = (await h.overleg(wie)).stand?.versie;
  const antwoord = await h.doe(wie, 'POST', `/overleggen/${h.overlegId}/stappen`, {
    stap: wat,
    versie,
    ...meer,
  });
  expect(antwoord.status, antwoord.tekst).toBe(200);
}

describe('OV3: who follows an overleg', () => {
  test('is in it; to anybody else there is none, there or not', async () => {
    const h = await overlegtafel();
    await opAgenda(h);
    for (const wie of ['bram', 'ali', 'inge', 'tom', 'joke', 'fatima'] as const) await volgt(h, wie);
    const marloes = await (await h.als('marloes')).live();
    onTestFinished(() => marloes.sluit());
    for (const id of [h.overlegId, NIEMAND, 'x'])
      expect(await marloes.volgOverleg(id)).toEqual({ ok: false, code: 'niet_gevonden' });
    await stap(h, 'open');
    expect(await nieuws(marloes)).toEqual([]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK37: hears of what is theirs and of nothing else: a step of an item reaches nobody outside it', async () => {
    const h = await overlegtafel();
    const ander = await huishoudenAan(h.tafel, { joke: ['kind1'] });
    const id = await opAgenda(h);
    const pad = `/overleggen/${h.overlegId}`;
    const bijAnder = await (await ander.als('fatima')).verzoek(
      'POST',
      `${pad}/agendapunten`,
      inbreng(h, { casusId: ander.casusId }),
    );
    await zet(h, bijAnder.body.id, { besluit: 'aanvaard' });
    const andereJoke = await (await ander.als('joke')).live();
    onTestFinished(() => andereJoke.sluit());
    expect(await andereJoke.volgOverleg(h.overlegId)).toEqual({ ok: true });
    const [bram, inge, joke, tom] = [
      await volgt(h, 'bram'),
      await volgt(h, 'inge'),
      await volgt(h, 'joke'),
      await volgt(h, 'tom'),
    ];
    const iets = ['overleg', { overlegId: h.overlegId }];
    const allen = async () => {
      const gehoord: unknown[][] = [];
      for (const live of [bram, inge, joke, tom, andereJoke]) gehoord.push(await nieuws(live));
      return gehoord;
    };

    await stap(h, 'open');
    expect(await allen()).toEqual([[iets], [iets], [iets], [iets], [iets]]);
    await stap(h, 'item', { agendapuntId: id });
    expect(await allen()).toEqual([[iets], [iets], [iets], [], []]);
    for (const onderdeel of ['vraag', 'wegen', 'teruglezen']) {
      await stap(h, 'item', { agendapuntId: id, onderdeel });
      // Where the step alone is otherwise it is told itself, as it would be fetched; who leads has more to fetch.
      const nu = (await h.punt('joke', id))?.nu;
      expect(nu, onderdeel).toMatchObject({ onderdeel });
      const stapje = ['overleg', { overlegId: h.overlegId, stap: { agendapuntId: id, nu } }];
      expect(await allen(), onderdeel).toEqual([[iets], [iets], [stapje], [], []]);
    }
    await zegVerteld(h);
    expect(await allen()).toEqual([[iets], [iets], [iets], [], []]);
    await stap(h, 'tussen');
    expect(await allen()).toEqual([[iets], [iets], [iets], [], []]);
    await stap(h, 'item', { agendapuntId: bijAnder.body.id });
    expect(await allen()).toEqual([[iets], [iets], [], [], [iets]]);
    await zegVerteld(h);
    await stap(h, 'tussen');
    await allen();
    await stap(h, 'sluit');
    expect(await allen()).toEqual([[iets], [iets], [iets], [iets], [iets]]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK37: a step is told itself where nothing else is otherwise: with something laid on the table it is fetched', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    await stap(h, 'open');
    const joke = await volgt(h, 'joke');
    await stap(h, 'item', { agendapuntId: id });
    await nieuws(joke);
    const legt = await h.doe('bram', 'POST', `/overleggen/${h.overlegId}/agendapunten/${id}/tafelblad`, {
      tekst: 'De huur is twee maanden niet betaald.',
    });
    expect(legt.status, legt.tekst).toBe(201);
    expect(await nieuws(joke)).toEqual([['overleg', { overlegId: h.overlegId }]]);
    await stap(h, 'item', { agendapuntId: id, onderdeel: 'beeld' });
    expect(await nieuws(joke)).toMatchObject([['overleg', { stap: { nu: { onderdeel: 'beeld' } } }]]);
  });

  test('NK7: a step that is still on its way when its item closes never arrives: the line ends', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    await stap(h, 'open');
    const journaal = new Journaal(h.tafel.app.http);
    const joke = await volgt(h, 'joke');
    await stap(h, 'item', { agendapuntId: id });
    await zegVerteld(h);
    await stap(h, 'item', { agendapuntId: id, onderdeel: 'beeld' });
    await nieuws(joke);
    const draden = journaal.draden((await h.als('joke')).cookie);
    // From now on her kernel takes nothing.
    for (const draad of draden) draad.cork();

    await stap(h, 'item', { agendapuntId: id, onderdeel: 'wegen' });
    expect(draden.some(({ writableLength }) => writableLength > 0)).toBe(true);
    await stap(h, 'tussen');

    for (const draad of draden) draad.uncork();
    await expect.poll(() => joke.socket.connected).toBe(false);
    expect(JSON.stringify(joke.ontvangen)).not.toContain('wegen');
  });

  test('OV3: who takes part and isn’t bekend sees that their casus is on, and no step of it, until they are', async () => {
    const h = await overlegtafel({ joke: ['kind1'], pieter: ['moeder'] });
    const id = await opAgenda(h);
    const [joke, pieter] = [await volgt(h, 'joke'), await volgt(h, 'pieter')];
    await stap(h, 'open');
    await stap(h, 'item', { agendapuntId: id });
    expect(await nieuws(pieter)).toHaveLength(2);
    await nieuws(joke);
    await stap(h, 'item', { agendapuntId: id, onderdeel: 'beeld' });
    expect(await nieuws(joke)).toHaveLength(1);
    expect(await nieuws(pieter)).toEqual([]);
    expect(await h.punt('pieter', id)).toMatchObject({ staat: 'bezig', nu: null, aanTafel: false });
    expect(await h.punt('joke', id)).toMatchObject({ aanTafel: true });
    const zetel = h.zetelVan('pieter');
    expect((await h.vraag('fatima', 'PATCH', `/deelnemers/${zetel}`, { bekend: true })).status).toBe(200);
    expect((await h.punt('pieter', id))?.nu).toMatchObject({ onderdeel: 'beeld' });
    expect(await nieuws(pieter)).toHaveLength(1);
  });

  test('NK37: hears nothing of what is brought, ordered or given back of others', async () => {
    const h = await overlegtafel();
    const [bram, tom] = [await volgt(h, 'bram'), await volgt(h, 'tom')];
    const id = await brengIn(h, 'fatima', inbreng(h));
    await zet(h, id, { minuten: 30 });
    await zet(h, id, { besluit: 'aanvaard' });
    await zet(h, id, { besluit: 'teruggegeven', reden: 'nog niet' });
    expect(await nieuws(tom)).toEqual([]);
    expect(await nieuws(bram)).toHaveLength(4);
    // A member's own: a dilemma that the chair takes on is everyone's.
    const dilemma = await brengIn(h, 'sanne', { dilemma: { titel: 'x', tekst: 'x' }, minuten: 5 });
    expect(await nieuws(tom)).toEqual([]);
    await zet(h, dilemma, { besluit: 'aanvaard' });
    expect(await nieuws(tom)).toHaveLength(1);
  });

  test('hears of an item when they come to take part in it, and that the overleg is gone when they no longer do', async () => {
    const h = await overlegtafel({});
    await opAgenda(h);
    const tom = await volgt(h, 'tom');
    const zetel = await h.laatMeedoen('tom', null);
    expect(await nieuws(tom)).toHaveLength(1);
    expect((await h.overleg('tom')).agendapunten).toHaveLength(1);
    await h.vraag('fatima', 'DELETE', `/deelnemers/${zetel}`);
    expect(await nieuws(tom)).toHaveLength(1);
    expect((await h.overleg('tom')).agendapunten).toEqual([]);

    await h.doe('bram', 'PATCH', `/overlegreeksen/${h.reeksId}`, { leden: { af: [h.persoonId('tom')] } });
    expect(await nieuws(tom)).toEqual([['overleg', { overlegId: h.overlegId }]]);
    verwachtWeigering(await h.doe('tom', 'GET', `/overleggen/${h.overlegId}`), 404, 'niet_gevonden');
    // From then on nothing.
    await stap(h, 'open');
    expect(await nieuws(tom)).toEqual([]);
  });

  test('hears no more after leaving, or signing out', async () => {
    const h = await overlegtafel();
    const [tom, sanne] = [await volgt(h, 'tom'), await volgt(h, 'sanne')];
    await tom.verlaatOverleg(h.overlegId);
    await (await h.als('sanne')).verzoek('DELETE', '/sessies/huidige');
    await stap(h, 'open');
    expect(await nieuws(tom)).toEqual([]);
    expect(sanne.ontvangen).toEqual([]);
    await expect.poll(() => sanne.socket.connected).toBe(false);
  });

  test('OV2: is the chair as long as their line is there: the deputy takes over when it has been gone for a minute', async () => {
    const h = await overlegtafel();
    const bram = await volgt(h, 'bram');
    h.tafel.klok.nu += 10 * 60_000;
    const versie = (await h.overleg('ali')).stand?.versie;
    const neem = () =>
      h.doe('ali', 'POST', `/overleggen/${h.overlegId}/stappen`, { stap: 'neem_over', versie });
    verwachtWeigering(await neem(), 409, 'voorzitter_is_er');
    bram.sluit();
    await expect
      .poll(() => h.tafel.app.overleg.voorzitterlijn.isErbij(h.overlegId, h.persoonId('bram')))
      .toBe(false);
    h.tafel.klok.nu += 59_000;
    verwachtWeigering(await neem(), 409, 'voorzitter_is_er');
    h.tafel.klok.nu += 1_000;
    expect((await neem()).status).toBe(200);
  });
});
