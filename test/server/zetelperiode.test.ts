import { describe, expect, test } from 'vitest';
import { laatWaarnemen } from '../bouw/ingreep.ts';
import { huishouden, verwachtWeigering } from './huishouden.ts';

const DAG = 24 * 60 * 60 * 1000;

/** Tom will take part from tomorrow. */
async function straks() {
  const h = await huishouden({ plaatsen: {} });
  const van = new Date(h.tafel.klok.nu + DAG).toISOString();
  const zetel = await h.laatMeedoen('tom', null, { van });
  return { h, zetel };
}

describe('a seat that never began', () => {
  test('NK12: ended before it began it is gone: nobody sees it, and it doesn’t come back', async () => {
    const { h, zetel } = await straks();

    expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${zetel}`)).status).toBe(204);

    expect((await h.bord('fatima')).deelnemers.map(({ id }) => id)).not.toContain(zetel);
    verwachtWeigering(
      await h.vraag('fatima', 'PATCH', `/deelnemers/${zetel}`, { tot: null }),
      404,
      'niet_gevonden',
    );
    h.tafel.klok.nu += 2 * DAG;
    h.tafel.app.loopAf();
    expect((await (await h.tafel.meldAan(h.persoonId('tom'))).verzoek('GET', h.pad)).status).toBe(404);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK12: ended before it began it is in nobody’s way', async () => {
    const { h, zetel } = await straks();
    await h.vraag('fatima', 'DELETE', `/deelnemers/${zetel}`);

    const kandidaten = await h.vraag('fatima', 'GET', '/kandidaten');
    expect(
      kandidaten.body.kandidaten.map(({ medewerkerId }: { medewerkerId: string }) => medewerkerId),
    ).toContain(h.persoonId('tom'));
    const nieuw = await h.laatMeedoen('tom', null);

    expect(nieuw).not.toBe(zetel);
    expect((await h.vraag('tom', 'GET', '')).status).toBe(200);
  });

  test('NK12: that still has to begin can be given another end, and begins', async () => {
    const { h, zetel } = await straks();
    const tot = new Date(h.tafel.klok.nu + 3 * DAG).toISOString();
    const gewijzigd = await h.vraag('fatima', 'PATCH', `/deelnemers/${zetel}`, { tot });
    expect([gewijzigd.status, gewijzigd.body.tot]).toEqual([200, tot]);
    // Not before it begins.
    const teVroeg = new Date(h.tafel.klok.nu + DAG / 2).toISOString();
    verwachtWeigering(
      await h.vraag('fatima', 'PATCH', `/deelnemers/${zetel}`, { tot: teVroeg }),
      422,
      'periode_ongeldig',
    );
    h.tafel.klok.nu += 1.5 * DAG;
    const tom = await h.tafel.meldAan(h.persoonId('tom'));
    expect((await tom.verzoek('GET', h.pad)).status).toBe(200);
    h.tafel.klok.nu += 2 * DAG;
    const later = await h.tafel.meldAan(h.persoonId('tom'));
    expect((await later.verzoek('GET', h.pad)).status).toBe(404);
  });
});

describe('NK30: a seat that holds the regie', () => {
  test('can’t be ended, now or later, by who stands in for it', async () => {
    const h = await huishouden({ plaatsen: { tom: null } });
    laatWaarnemen(h, 'tom', h.tafel.klok.nu, h.tafel.klok.nu + DAG);
    const zetel = h.zetelVan('fatima');

    const nu = await h.vraag('tom', 'DELETE', `/deelnemers/${zetel}`);
    const tot = new Date(h.tafel.klok.nu + DAG / 2).toISOString();
    const straksWeg = await h.vraag('tom', 'PATCH', `/deelnemers/${zetel}`, { tot });

    verwachtWeigering(nu, 422, 'regie_eerst_overdragen');
    verwachtWeigering(straksWeg, 422, 'regie_eerst_overdragen');
    expect((await h.vraag('fatima', 'GET', '')).status).toBe(200);
    expect(h.tafel.fouten).toEqual([]);
  });
});
