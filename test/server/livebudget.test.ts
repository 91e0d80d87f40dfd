import { expect, test } from 'vitest';
import { huishouden } from './huishouden.ts';

// ST6 on /live: what one person asks holds up nobody, and is no news to others.

const ECHT = { grenzen: { opdrachtenPerMinuut: 600 } };

test('ST6: asking for one casus many times is asking once', async () => {
  const h = await huishouden({
    ...ECHT,
    plaatsen: { tom: null },
    budget: { werkPerSeconde: 0.01, werkOpslag: 200 },
  });
  const live = await (await h.als('tom')).live();
  // Each would cost ten.
  const antwoorden = await Promise.all(Array.from({ length: 250 }, () => live.volg(h.casusId)));
  expect(new Set(antwoorden.map(({ ok }) => ok))).toEqual(new Set([true]));
});

test('ST6: who asks more than they may cost waits; another is answered meanwhile', async () => {
  const h = await huishouden({
    ...ECHT,
    plaatsen: { tom: null },
    budget: { werkPerSeconde: 0.01, werkOpslag: 250 },
  });
  const tom = await (await h.als('tom')).live();
  const fatima = await (await h.als('fatima')).live();
  let beantwoord = 0;
  for (let n = 0; n < 60; n += 1) {
    void (n % 2 === 0 ? tom.volg(h.casusId) : tom.verlaat(h.casusId)).then(() => {
      beantwoord += 1;
    });
  }
  await expect.poll(() => beantwoord).toBeGreaterThan(10);
  for (let n = 0; n < 5; n += 1) expect(await fatima.volg(h.casusId)).toEqual({ ok: true });
  // Each cost ten.
  expect(beantwoord).toBeLessThan(30);
});

test('ST6: messages are counted over all connections of a person', async () => {
  const h = await huishouden({
    ...ECHT,
    plaatsen: { tom: null },
    budget: { livePerSeconde: 0.01, liveOpslag: 30 },
  });
  const tom = await h.als('tom');
  const [een, twee, fatima] = [await tom.live(), await tom.live(), await (await h.als('fatima')).live()];
  for (const live of [een, twee])
    for (let n = 0; n < 20; n += 1) live.socket.emit('casus:verlaat', { casusId: h.casusId });
  await expect.poll(() => een.socket.connected && twee.socket.connected).toBe(false);
  expect(fatima.socket.connected).toBe(true);
  expect(await fatima.volg(h.casusId)).toEqual({ ok: true });
});

test('ST6 NK19: following again, or on another page as well, is no news to others', async () => {
  const h = await huishouden({ plaatsen: { tom: null } });
  const fatima = await (await h.als('fatima')).live();
  await fatima.volg(h.casusId);
  const tom = await h.als('tom');
  const [een, twee] = [await tom.live(), await tom.live()];
  await een.volg(h.casusId);
  await fatima.bij();
  const voor = fatima.ontvangen.length;
  for (const live of [een, twee, een, twee]) expect(await live.volg(h.casusId)).toEqual({ ok: true });
  await een.verlaat(h.casusId);
  await fatima.bij();
  expect(fatima.ontvangen).toHaveLength(voor);
  // Whoever came last was told who is here.
  expect(twee.ontvangen.at(-1)?.bericht.deelnemerIds).toContain(h.zetel.fatima);
  await twee.verlaat(h.casusId);
  await fatima.bij();
  expect(fatima.ontvangen.at(-1)?.bericht.deelnemerIds).not.toContain(h.zetel.tom);
});

test('ST6: of more connections than a person may have the first makes place, and hears why', async () => {
  const h = await huishouden({ plaatsen: { tom: null }, omvang: { lijnen: 2 } });
  const tom = await h.als('tom');
  const eerste = await tom.live();
  const weg = new Promise<unknown>((klaar) => eerste.socket.once('disconnect', (_reden, wat) => klaar(wat)));
  const andere = [await tom.live(), await (await h.tafel.meldAan(h.persoonId('tom'))).live()];
  expect(await weg).toMatchObject({ context: { code: 4409 } });
  for (const live of andere) expect(live.socket.connected).toBe(true);
});
