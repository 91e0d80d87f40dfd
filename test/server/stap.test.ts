import { describe, expect, test } from 'vitest';
import type { Gebeurtenis } from '../../server/kern/gebeurtenis.ts';
import { type Huishouden, huishouden } from './huishouden.ts';
import { lijnVan, tekstVan } from './sync/tekst.ts';

// The events of a real app: each is told of what is on disk, and none while a transaction is open.

/** Hears everything that lower capabilities tell. @returns what came while a transaction was open, and how often each came */
function luisterMee({ tafel }: Huishouden): { binnen: string[]; keren: Map<string, number> } {
  const { toegang, teksten, plan, aanmelden } = tafel.app;
  const binnen: string[] = [];
  const keren = new Map<string, number>();
  const hoor = <T>(naam: string, gebeurtenis: Gebeurtenis<T>): void => {
    keren.set(naam, 0);
    gebeurtenis.voegToe(() => {
      keren.set(naam, (keren.get(naam) ?? 0) + 1);
      if (tafel.database.sqlite.inTransaction) binnen.push(naam);
    });
  };
  hoor('verlies', toegang.opVerlies);
  hoor('zicht', toegang.opZicht);
  hoor('opening', toegang.opOpening);
  hoor('tekst', teksten.opWijziging);
  hoor('val', teksten.opVal);
  hoor('kaart', plan.opKaart);
  hoor('einde', aanmelden.opEinde);
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
  h.tafel.app.tijdperken.vernieuwAlle();
  await goed(h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`));
  await (await h.als('tom')).verzoek('DELETE', '/sessies/huidige');
}

describe('SY5: what happened is told', () => {
  test('when it is on disk, and never within a transaction', async () => {
    const h = await huishouden({ plaatsen: { tom: null, pieter: ['moeder'] } });
    const { binnen, keren } = luisterMee(h);
    await doeAlles(h);
    expect(binnen).toEqual([]);
    // Else it would have proved nothing of one of them.
    expect([...keren].filter(([, aantal]) => aantal === 0)).toEqual([]);

    // One that goes past the step, planted.
    const { stappen, toegang } = h.tafel.app;
    stappen.doe(() => {
      for (const luisteraar of toegang.opZicht.luisteraars) luisteraar({ casusId: h.casusId });
    });
    expect(binnen).toEqual(['zicht']);
    expect(h.tafel.fouten).toEqual([]);
  });
});
