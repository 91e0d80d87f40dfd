import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { App } from '../../server/app.ts';
import { Gebeurtenis } from '../../server/kern/gebeurtenis.ts';
import { neemAan, vraagAdvies } from '../bouw/advies.ts';
import { type Huishouden, huishouden } from './huishouden.ts';
import { lijnVan, tekstVan } from './sync/tekst.ts';

// The events of a real app: each is told of what is on disk, and none while a transaction is open.

/** Every event of every capability of an app, by where it is: `toegang.opZicht`. */
function gebeurtenissenVan(app: App): Map<string, Gebeurtenis<unknown>> {
  const delen = Object.entries(app).filter(([, deel]) => typeof deel === 'object' && deel !== null);
  return new Map(
    delen.flatMap(([kamer, deel]) =>
      Object.entries(deel).flatMap(([naam, waarde]) =>
        waarde instanceof Gebeurtenis ? [[`${kamer}.${naam}`, waarde] as const] : [],
      ),
    ),
  );
}

/** How many events the server's code makes; one that the app doesn't show is none that a test hears. */
function aantalInDeCode(): number {
  const map = new URL('../../server/', import.meta.url);
  return readdirSync(map, { recursive: true, encoding: 'utf8' })
    .filter((pad) => pad.endsWith('.ts'))
    .flatMap((pad) => readFileSync(new URL(pad, map), 'utf8').match(/new Gebeurtenis\b/g) ?? []).length;
}

/** Hears everything that lower capabilities tell. @returns what came while a transaction was open, and how often each came */
function luisterMee({ tafel }: Huishouden): { binnen: string[]; keren: Map<string, number> } {
  const binnen: string[] = [];
  const keren = new Map<string, number>();
  for (const [naam, gebeurtenis] of gebeurtenissenVan(tafel.app)) {
    keren.set(naam, 0);
    gebeurtenis.voegToe(() => {
      keren.set(naam, (keren.get(naam) ?? 0) + 1);
      if (tafel.database.sqlite.inTransaction) binnen.push(naam);
    });
  }
  return { binnen, keren };
}

/** Every kind of thing that happens, by the commands that people give. */
async function doeAlles(h: Huishouden): Promise<void> {
  const goed = async (antwoord: ReturnType<Huishouden['vraag']>) => {
    const { status, tekst, body } = await antwoord;
    expect(status, tekst).toBeLessThan(300);
    return body;
  };
  const plan = await tekstVan(h, 'tom', 'plan');
  const { id, compartimentId } = await goed(h.vraag('tom', 'POST', `/velden/${plan.veld}/concept`));
  const lijn = await lijnVan(h, 'tom');
  (await lijn.open(compartimentId)).typ(id, 'bedacht');
  await lijn.bij();
  await goed(h.vraag('tom', 'POST', `/concepten/${id}/deling`));
  const doel = await h.schrijf('tom', 'plan', null, { soort: 'doel', titel: 'Rust' });
  await goed(h.vraag('tom', 'DELETE', `/kaarten/${doel.id}?versie=${doel.versie}`));
  await goed(h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { lidIds: [h.leden.kind1] }));
  const tot = '2026-02-17';
  const advies = await vraagAdvies(h, 'tom', 'kind1', { tot });
  const tom = await h.als('tom');
  await neemAan(await h.als('greta'), advies);
  await goed(tom.verzoek('POST', `/adviesvragen/${advies}/berichten`, { tekst: 'Wat denkt u?' }));
  h.tafel.app.tijdperken.vernieuwAlle();
  const voorstel = { deelnemerId: h.zetelVan('tom'), zwaartepunt: 'jeugd', reden: 'De kinderen' };
  await goed(h.vraag('fatima', 'POST', '/regie/voorstellen', voorstel));
  await goed(
    (await h.als('fatima')).verzoek('POST', '/overleggen', {
      casusId: h.casusId,
      begin: '2026-03-02T09:00:00Z',
      duur: 60,
      plaats: 'Op school',
    }),
  );
  await goed(h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`));
  await (await h.als('tom')).verzoek('DELETE', '/sessies/huidige');
}

describe('SY5: what happened is told', () => {
  test('when it is on disk, and never within a transaction', async () => {
    const h = await huishouden({ plaatsen: { tom: null, pieter: ['moeder'] } });
    const { binnen, keren } = luisterMee(h);
    expect(keren.size, 'events that the app shows').toBe(aantalInDeCode());
    await doeAlles(h);
    expect(binnen).toEqual([]);
    // Else it would have proved nothing of one of them.
    expect([...keren].filter(([, aantal]) => aantal === 0)).toEqual([]);

    // One that goes past the step, planted.
    const { stappen, toegang } = h.tafel.app;
    stappen.doe(() => {
      for (const luisteraar of toegang.opZicht.luisteraars) luisteraar({ casusId: h.casusId });
    });
    expect(binnen).toEqual(['toegang.opZicht']);
    expect(h.tafel.fouten).toEqual([]);
  });
});
