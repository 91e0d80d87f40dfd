import { expect, test } from 'vitest';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from '../huishouden.ts';

// What is kept of an offer of the regie (NK30): damaged, and under another key.

async function stelVoor(h: Huishouden, naar: Naam): Promise<string> {
  const antwoord = await h.vraag('fatima', 'POST', '/regie/voorstellen', {
    deelnemerId: h.zetelVan(naar),
    zwaartepunt: 'jeugd',
    reden: 'kanarie reden',
  });
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

const PLAATSEN = { tom: null, sanne: null, ali: null } as const;

test('ST1: an offer that can’t be read counts as not there, and is in nobody’s way', async () => {
  const h = await huishouden({ plaatsen: PLAATSEN });
  const id = await stelVoor(h, 'tom');
  h.tafel.database.sqlite.prepare("update overdrachten set inhoud = x'00' where id = ?").run(id);
  expect((await h.bord('tom')).regie.voorstel).toBe(null);
  const aanvaarding = await h.vraag('tom', 'POST', `/regie/voorstellen/${id}/aanvaarding`, {});
  verwachtWeigering(aanvaarding, 404, 'niet_gevonden');
  // ST3: ending a seat doesn't wait for it.
  expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('tom')}`)).status).toBe(204);
  await stelVoor(h, 'sanne');
  expect(h.tafel.fouten.map(String)).toEqual(['Onleesbaar: what is stored can’t be read']);
});

test('SY13: an offer goes along to another tijdperk, and stands nowhere in the open', async () => {
  const h = await huishouden({ plaatsen: PLAATSEN });
  const id = await stelVoor(h, 'tom');
  const { app, database } = h.tafel;
  const rij = () =>
    database.sqlite.prepare<[string], Buffer>('select inhoud from overdrachten where id = ?').pluck().get(id);
  expect(rij()?.toString('latin1')).not.toContain('kanarie');
  const voor = rij();
  app.stappen.doe(() => app.casussen.wisselTijdperk(app.casussen.regieVan(h.casusId), 'nieuw tijdperk'));
  expect(rij()).not.toEqual(voor);
  expect((await h.bord('tom')).regie.voorstel?.reden).toBe('kanarie reden');
});

test('ST1, SY13: what somebody weighed goes along to another tijdperk; one that can’t be read counts as not there', async () => {
  const h = await huishouden({ plaatsen: PLAATSEN });
  for (const wie of ['fatima', 'tom'] as const)
    await h.vraag(wie, 'PUT', '/regie/weging', { volgorde: ['jeugd', 'wonen'] });
  const { app, database } = h.tafel;
  const plan = app.casussen
    .beeld(h.casusId)
    ?.compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  if (plan === undefined) throw new Error('no plan');
  app.stappen.doe(() => app.casussen.wisselTijdperk({ ...plan, casusId: h.casusId }, 'nieuw tijdperk'));
  const heel = { mijn: ['jeugd', 'wonen'], uitkomst: ['jeugd', 'wonen'] };
  expect((await h.bord('fatima')).regie.weging).toEqual(heel);
  database.sqlite.prepare("update wegingen set inhoud = x'00' where deelnemer_id = ?").run(h.zetelVan('tom'));
  expect((await h.bord('fatima')).regie.weging).toEqual(heel);
  expect((await h.bord('tom')).regie.weging).toEqual({ ...heel, mijn: [] });
});
