import { describe, expect, test } from 'vitest';
import { kaarten } from '../../server/database/schema.ts';
import { type Huishouden, huishouden } from './huishouden.ts';

// ST2: lists of references hold those who are there, each once, however often somebody came and went.

/** Whom a kaart names as it is stored, whoever may see it. */
function opgeslagen({ tafel: { database, app } }: Huishouden, kaartId: string): unknown {
  const rij = database.db
    .select()
    .from(kaarten)
    .all()
    .find(({ id }) => id === kaartId);
  const compartiment = app.casussen.compartiment(rij?.compartimentId ?? '');
  if (rij === undefined || compartiment === null) throw new Error('no kaart');
  const plaats = {
    compartimentId: compartiment.id,
    tijdperk: compartiment.tijdperk,
    rijId: kaartId,
    soort: 'kaart',
  };
  return database.kluis.ontsleutelJson(plaats, rij.inhoud, (waarde) => waarde);
}

async function voegToe(h: Huishouden, aantal: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < aantal; n += 1)
    ids.push((await h.vraag('fatima', 'POST', '/leden', { rol: 'kind' })).body.id);
  return ids;
}

describe('ST2: a list of references', () => {
  test('forgets members that were removed, when it is written', async () => {
    const h = await huishouden({ plaatsen: { tom: null } });
    const doel = await h.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Rust',
      lidIds: [h.leden.moeder],
    });
    for (let ronde = 0; ronde < 3; ronde += 1) {
      const leden = await voegToe(h, 17);
      const versie = await h.versie('fatima', doel.id);
      const lidIds = [h.leden.moeder, ...leden];
      expect((await h.vraag('fatima', 'PATCH', `/kaarten/${doel.id}`, { versie, lidIds })).status).toBe(200);
      for (const lid of leden) expect((await h.vraag('fatima', 'DELETE', `/leden/${lid}`)).status).toBe(204);
    }
    const versie = await h.versie('fatima', doel.id);
    const na = await h.vraag('fatima', 'PATCH', `/kaarten/${doel.id}`, { versie, titel: 'Rust thuis' });

    expect([na.status, na.body.lidIds]).toEqual([200, [h.leden.moeder]]);
    expect(opgeslagen(h, doel.id)).toMatchObject({ inhoud: { lidIds: [h.leden.moeder] } });
    expect((await h.bord('tom')).kaarten).toHaveLength(1);
  });

  test('forgets seats that ended, also when only a step is set', async () => {
    const h = await huishouden({ plaatsen: { tom: null, sanne: null, ali: null } });
    const afspraak = await h.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uitvoerders: [h.zetelVan('sanne'), h.zetelVan('tom')],
    });
    await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('sanne')}`);
    const uitvoerders = [h.zetelVan('tom')];

    expect(
      (await h.vraag('tom', 'POST', `/kaarten/${afspraak.id}/stappen`, { tekst: 'Gebeld' })).status,
    ).toBe(201);

    expect(opgeslagen(h, afspraak.id)).toMatchObject({ inhoud: { uitvoerders } });
  });

  test('is a set, also when it is made', async () => {
    const h = await huishouden({ plaatsen: {} });
    const { moeder, kind1 } = h.leden;
    const lidIds = [moeder, kind1, moeder, moeder];
    const doel = await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust', lidIds });
    expect(doel).toMatchObject({ lidIds: [moeder, kind1] });
    // Named forty-one times, it is one.
    const vaak = await h.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Rust',
      lidIds: Array.from({ length: 41 }, () => moeder),
    });
    expect(vaak).toMatchObject({ lidIds: [moeder] });
  });

  test('of whom a seat takes part for shows no member who was removed, so that it can be sent back', async () => {
    const h = await huishouden({ plaatsen: { tom: ['kind1', 'kind2'] } });
    await h.vraag('fatima', 'DELETE', `/leden/${h.leden.kind2}`);
    const tom = (await h.bord('fatima')).deelnemers.find(({ id }) => id === h.zetelVan('tom'));

    expect(tom?.lidIds).toEqual([h.leden.kind1]);
    const lidIds = [...(tom?.lidIds ?? []), h.leden.moeder];
    expect((await h.vraag('fatima', 'PATCH', `/deelnemers/${tom?.id}`, { lidIds })).status).toBe(200);
  });
});
