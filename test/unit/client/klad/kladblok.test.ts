import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Eigenaar } from '../../../../client/klad/eigenaar.ts';
import type { Klad } from '../../../../client/klad/kladblok.ts';

// What a browser keeps of what somebody typed (ST15), as it stands on its disk: opened again under its own key.

/** A browser's storage: what is kept are its keys, as in a browser. */
function opslag(): Storage {
  const zelf: Record<string, string> = {};
  return Object.defineProperties(zelf, {
    getItem: { value: (naam: string) => zelf[naam] ?? null },
    setItem: { value: (naam: string, waarde: string) => Object.assign(zelf, { [naam]: waarde }) },
    removeItem: { value: (naam: string) => Reflect.deleteProperty(zelf, naam) },
    // A storage has no more than these that is asked of it here.
  }) as unknown as Storage;
}

const PLEK = '/casussen/een';

function van(medewerkerId: string): Eigenaar {
  return { medewerkerId, kladsleutel: randomBytes(32).toString('base64') };
}

function klad(meer: Partial<Klad> = {}): Klad {
  return {
    id: crypto.randomUUID(),
    plek: PLEK,
    vorm: 'rt-afspraak x',
    op: Date.now(),
    woorden: [{ label: 'Wat is er gebeurd?', tekst: 'mijn woorden' }],
    waarden: { tekst: 'mijn woorden', titel: 'van een ander' },
    basis: { tekst: '', titel: 'van een ander, zoals het er stond' },
    tekst: null,
    ...meer,
  };
}

async function pagina() {
  vi.resetModules();
  const storage = opslag();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('location', { pathname: PLEK });
  const { Kladblok } = await import('../../../../client/klad/kladblok.ts');
  const eigenaar = await import('../../../../client/klad/eigenaar.ts');
  const { kladsleutel } = await import('../../../../client/klad/verzegeling.ts');
  /** All that stands on disk of somebody, once it is as many. */
  const opSchijf = async (wie: Eigenaar, aantal: number): Promise<unknown[]> => {
    await expect.poll(() => eigenaar.kladVan(wie.medewerkerId).length).toBe(aantal);
    const sleutel = await kladsleutel(wie);
    return await Promise.all(
      eigenaar
        .kladVan(wie.medewerkerId)
        .map((id) =>
          sleutel?.open(storage.getItem(eigenaar.kladnaam(wie.medewerkerId, id))?.split('.')[1] ?? ''),
        ),
    );
  };
  return { Kladblok, ...eigenaar, opSchijf };
}

beforeEach(() => {
  vi.unstubAllGlobals();
});

describe('NK7: waar iets dichtging, blijven alleen de eigen woorden', () => {
  test('van één formulier: op schijf staat niets meer van wat er van anderen stond', async () => {
    const { Kladblok, opSchijf } = await pagina();
    const ik = van('ik');
    const blok = new Kladblok(ik);
    await blok.gelezen;
    const een = klad();
    blok.zet(een);
    expect(await opSchijf(ik, 1)).toEqual([een]);

    blok.houdEigen(een.id);

    await expect
      .poll(() => opSchijf(ik, 1))
      .toEqual([
        { ...een, waarden: {}, basis: {}, woorden: [{ label: 'Wat is er gebeurd?', tekst: 'mijn woorden' }] },
      ]);
    expect(JSON.stringify(await opSchijf(ik, 1))).not.toContain('ander');
  });

  test('van een scherm: van alles wat daar stond, en van een ander scherm niets', async () => {
    const { Kladblok, opSchijf } = await pagina();
    const ik = van('ik');
    const blok = new Kladblok(ik);
    await blok.gelezen;
    const [hier, elders] = [klad(), klad({ plek: '/casussen/twee' })];
    blok.zet(hier);
    blok.zet(elders);

    blok.houdEigenOp(PLEK);

    await expect
      .poll(async () => (await opSchijf(ik, 2)).toSorted(opPlek))
      .toEqual([{ ...hier, waarden: {}, basis: {} }, elders]);
  });
});

describe('ST15: na het afmelden is er niets meer van', () => {
  test('alles van wie zich afmeldt gaat weg, en van een ander niets', async () => {
    const { Kladblok, opSchijf, wisKladVan } = await pagina();
    const [ik, ander] = [van('ik'), van('ander')];
    const vanAnder = klad();
    for (const [wie, wat] of [
      [ik, [klad(), klad()]],
      [ander, [vanAnder]],
    ] as const) {
      const blok = new Kladblok(wie);
      await blok.gelezen;
      for (const een of wat) blok.zet(een);
      await opSchijf(wie, wat.length);
      blok.sluit();
    }

    wisKladVan('ik');

    expect(await opSchijf(ik, 0)).toEqual([]);
    expect(await opSchijf(ander, 1)).toEqual([vanAnder]);
  });

  test('wat nog versleuteld werd, komt er daarna niet alsnog', async () => {
    const { Kladblok, opSchijf, wisKladVan } = await pagina();
    const ik = van('ik');
    const blok = new Kladblok(ik);
    await blok.gelezen;
    blok.zet(klad());

    wisKladVan('ik');
    blok.sluit();

    // Longer than it takes: another person's, begun after it, stands there.
    const ander = van('ander');
    const daarna = new Kladblok(ander);
    await daarna.gelezen;
    daarna.zet(klad());
    await opSchijf(ander, 1);
    expect(await opSchijf(ik, 0)).toEqual([]);
  });
});

function opPlek(een: unknown, ander: unknown): number {
  const plek = (wat: unknown): string => JSON.stringify(wat).match(/"plek":"[^"]+"/)?.[0] ?? '';
  return plek(een).localeCompare(plek(ander));
}
