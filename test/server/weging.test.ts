import { expect, test } from 'vitest';
import { weegSamen } from '../../shared/regie.ts';
import { sluitUit } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from './huishouden.ts';

// NK30: what weighs most, by who writes the plan; for them alone.

const weeg = async (h: Huishouden, wie: Naam, ...volgorde: string[]) =>
  await h.vraag(wie, 'PUT', '/regie/weging', { volgorde });
const weging = async (h: Huishouden, wie: Naam) => (await h.bord(wie)).regie.weging;

test('NK30: who writes the plan weighs, and sees what comes of all of them, in order and without numbers', async () => {
  const h = await huishouden({ plaatsen: { tom: null, sanne: null, pieter: ['moeder'] } });
  expect(await weging(h, 'fatima')).toEqual({ mijn: [], uitkomst: [] });
  expect((await weeg(h, 'fatima', 'jeugd', 'wonen')).status).toBe(204);
  expect((await weeg(h, 'tom', 'schulden', 'jeugd')).status).toBe(204);
  expect((await weeg(h, 'sanne', 'schulden')).status).toBe(204);
  const uitkomst = ['schulden', 'jeugd', 'wonen'];
  expect(await weging(h, 'fatima')).toEqual({ mijn: ['jeugd', 'wonen'], uitkomst });
  expect(await weging(h, 'sanne')).toEqual({ mijn: ['schulden'], uitkomst });
  expect((await h.vraag('sanne', 'GET', '/regie')).body.weging).toEqual({ mijn: ['schulden'], uitkomst });
  // Another time is in its place; none takes it back.
  await weeg(h, 'tom', 'wonen');
  await weeg(h, 'sanne');
  expect(await weging(h, 'tom')).toEqual({ mijn: ['wonen'], uitkomst: ['wonen', 'jeugd'] });
  const regels = h.tafel.app.logboek.lees().filter(({ handeling }) => handeling === 'regie_gewogen');
  expect(regels).toHaveLength(5);
  expect(JSON.stringify(regels)).not.toMatch(/schulden|wonen/);
});

test('NK30: who only reads or knows of the plan neither weighs nor sees it; nor is told that it changed', async () => {
  const h = await huishouden();
  const lezer = await h.als('pieter');
  const joke = await h.als('joke');
  const lijnen = [await lezer.live(), await joke.live()];
  for (const lijn of lijnen) await lijn.volg(h.casusId);
  for (const wie of ['pieter', 'joke'] as const) {
    verwachtWeigering(await weeg(h, wie, 'jeugd'), 403, 'alleen_lezen');
    expect(await weging(h, wie)).toBe(null);
  }
  const voor = await Promise.all([lezer.verzoek('GET', h.pad), joke.verzoek('GET', h.pad)]);
  await weeg(h, 'fatima', 'jeugd', 'wonen');
  const na = await Promise.all([lezer.verzoek('GET', h.pad), joke.verzoek('GET', h.pad)]);
  expect(na.map(({ tekst }) => tekst)).toEqual(voor.map(({ tekst }) => tekst));
  verwachtWeigering(await weeg(h, 'karim', 'jeugd'), 404, 'niet_gevonden');
});

test('NK30: counts of who writes the plan now; a seat that ended weighs nothing', async () => {
  const h = await huishouden({ plaatsen: { tom: null, sanne: null } });
  await weeg(h, 'tom', 'jeugd');
  await weeg(h, 'sanne', 'schulden');
  sluitUit(h, 'sanne', await h.plek('fatima', 'plan'));
  expect(await weging(h, 'sanne')).toBe(null);
  expect(await weging(h, 'fatima')).toEqual({ mijn: [], uitkomst: ['jeugd'] });
  expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('tom')}`)).status).toBe(204);
  expect(await weging(h, 'fatima')).toEqual({ mijn: [], uitkomst: [] });
});

test('NK30: takes each domain once, and three at most', async () => {
  const h = await huishouden({ plaatsen: {} });
  for (const volgorde of [['jeugd', 'jeugd'], ['jeugd', 'wonen', 'schulden', 'gezondheid'], ['maan']])
    verwachtWeigering(await weeg(h, 'fatima', ...volgorde), 422, 'body_ongeldig');
  expect(await weging(h, 'fatima')).toEqual({ mijn: [], uitkomst: [] });
});

test.each([
  [[], []],
  [[['wonen', 'jeugd']], ['wonen', 'jeugd']],
  [
    [['wonen'], ['jeugd']],
    ['jeugd', 'wonen'],
  ],
  [
    [
      ['wonen', 'schulden', 'jeugd'],
      ['jeugd', 'schulden'],
    ],
    ['jeugd', 'schulden', 'wonen'],
  ],
] as const)('NK30: %j weigh together as %j', (wegingen, samen) => {
  expect(weegSamen(wegingen)).toEqual(samen);
});
