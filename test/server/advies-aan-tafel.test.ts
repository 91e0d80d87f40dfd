import { describe, expect, test } from 'vitest';
import { neemAan, vraagAdvies } from '../bouw/advies.ts';
import { type Naam, verwachtWeigering } from './huishouden.ts';
import type { Luisteraar } from './opstelling.ts';
import { type Gedekt, gedekt, hoort, stap, volgt } from './tafel.ts';

// OV11: who advises reads beside the tafelblad what their own question about that casus opened, and nobody else at the
// table learns that there is one.

const VANDAAG = '2026-02-03';

/** Greta thinks along at the table, at which Tom and Joke sit as well; Tom asks about kind 1 and opens what he keeps. */
async function aanTafel() {
  const h = await gedekt({ tom: ['kind1'], joke: ['kind1'] }, { nu: Date.parse(`${VANDAAG}T20:00:00Z`) });
  await h.bij('tom', 'joke');
  const opent = [await h.plek('tom', 'jeugd', 'kind1', 'schrijven')];
  const id = await vraagAdvies(h, 'tom', 'kind1', { opent, tot: VANDAAG });
  return { h, id };
}

const vragen = async (h: Gedekt, wie: Naam) => (await h.blad(wie)).adviesvragen;

const advies = (h: Gedekt, wie: Naam, methode: string, pad: string, body?: unknown) =>
  h.doe(wie, methode, `/adviesvragen${pad}`, body);

describe('OV11: a question at the table', () => {
  test('stands beside the tafelblad of who took it on, from then on; nobody else there learns that it is', async () => {
    const { h, id } = await aanTafel();
    const allen: readonly Naam[] = ['greta', 'bram', 'inge', 'tom', 'joke'];
    const lijnen = await Promise.all(
      allen.map(async (wie) => [wie, await volgt(h, wie)] satisfies [Naam, Luisteraar]),
    );
    // While it waits, each gedragsdeskundige could take it on: of which casus it is, nobody tells them.
    expect(await vragen(h, 'greta')).toEqual([]);
    const eerst = await Promise.all(allen.slice(1).map((wie) => h.blad(wie)));

    await neemAan(await h.als('greta'), id);

    for (const [wie, live] of lijnen)
      expect(await hoort(live), wie).toEqual(wie === 'greta' ? ['overleg'] : []);
    expect(await vragen(h, 'greta')).toEqual([id]);
    // Who asked as well: the table is no place where that is told.
    expect(await Promise.all(allen.slice(1).map((wie) => h.blad(wie)))).toEqual(eerst);
    for (const wie of allen.slice(1))
      expect((await h.onder(wie, 'GET', '/tafelblad')).tekst, wie).not.toContain(id);
    expect((await advies(h, 'greta', 'GET', `/${id}`)).body.leest).toEqual([]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('is her own alone: not what a colleague took on', async () => {
    const { h, id } = await aanTafel();
    await neemAan(await h.als('hugo'), id);
    expect(await vragen(h, 'greta')).toEqual([]);
  });

  test.each<[string, (h: Gedekt, id: string) => Promise<unknown>]>([
    [
      'the advice is signed',
      (h, id) => advies(h, 'greta', 'POST', `/${id}/advies`, { watIkAdviseer: 'Begin klein.' }),
    ],
    ['the question is withdrawn', (h, id) => advies(h, 'tom', 'DELETE', `/${id}`)],
    ['she gives it back', (h, id) => advies(h, 'greta', 'DELETE', `/${id}/aanneming`)],
    [
      'she hands it on',
      (h, id) => advies(h, 'greta', 'POST', `/${id}/overdracht`, { medewerkerId: h.persoonId('hugo') }),
    ],
    [
      'its date is past, to the second',
      async (h) => {
        h.tafel.klok.nu = Date.parse(`${VANDAAG}T23:00:00Z`);
        h.tafel.app.loopAf();
      },
    ],
    ['the item closes', (h) => stap(h, 'tussen')],
    ['she comes to take part in the casus', (h) => h.laatMeedoen('greta', ['kind1'])],
  ])('NK7: goes from beside it when %s, and her screen is told', async (_, sluit) => {
    const { h, id } = await aanTafel();
    await neemAan(await h.als('greta'), id);
    expect(await vragen(h, 'greta')).toEqual([id]);
    const live = await volgt(h, 'greta');

    await sluit(h, id);

    expect(await hoort(live)).toContain('overleg');
    const antwoord = await h.onder('greta', 'GET', '/tafelblad');
    expect(antwoord.tekst).not.toContain(id);
    if (antwoord.status === 200) expect(antwoord.body.adviesvragen).toEqual([]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK7: and when she gets up: of the item there is nothing, while the question is hers on its own page', async () => {
    const { h, id } = await aanTafel();
    await neemAan(await h.als('greta'), id);
    const { ik } = await h.blad('greta');
    const live = await volgt(h, 'greta');

    expect((await h.onder('bram', 'POST', '/tafel', { af: [ik] })).status).toBe(204);

    expect(await hoort(live)).toContain('overleg');
    verwachtWeigering(await h.onder('greta', 'GET', '/tafelblad'), 404, 'niet_gevonden');
    expect((await advies(h, 'greta', 'GET', `/${id}`)).body.rol).toBe('deskundige');
  });

  test('opened anew, it stands there again for as long as an answer is asked', async () => {
    const { h, id } = await aanTafel();
    await neemAan(await h.als('greta'), id);
    await stap(h, 'tussen');
    expect(await vragen(h, 'greta')).toEqual([]);
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    expect(await vragen(h, 'greta')).toEqual([id]);
  });
});
