import { fork } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { bouwCasus } from '../../bouw/casus.ts';
import { mensenUitDemo } from '../../bouw/demo.ts';
import { tijdelijkeMap } from '../database/opstelling.ts';
import { klant } from '../opstelling.ts';
import type { Clientvraag } from './geheugen/client.ts';
import type { Servervraag } from './geheugen/server.ts';
import { lijnVoorTest } from './lijn.ts';

const HUIS = fileURLToPath(new URL('../../..', import.meta.url));

test('NK7: a text that was lost leaves the memory of the client, and one that nobody reads that of the server', {
  timeout: 120_000,
}, async () => {
  const map = await bouw();
  const server = await start<Servervraag>(join(map, 'server.mjs'), [map]);
  const poort = Number(await server({ wat: 'poort' }));
  const bij = klant(poort);
  onTestFinished(() => bij.sluit());
  const mensen = await mensenUitDemo(bij, {
    regie: ['klantmanager participatie', 'participatie'],
    ander: ['Wmo-consulent', 'wmo'],
  });
  const casus = await bouwCasus(mensen, {
    leden: { moeder: 'moeder', kind: 'kind' },
    regisseur: 'regie',
    stoelen: { ander: { voor: ['moeder'] } },
  });
  const { compartimenten, velden } = await casus.bord('regie');
  const plaats = (categorie: string, lidId: string | null): { compartimentId: string; veldId: string } => {
    const compartimentId = compartimenten.find(
      (een) => een.categorie === categorie && een.lidId === lidId,
    )?.id;
    const veldId = velden.find((een) => een.compartimentId === compartimentId)?.id;
    if (compartimentId === undefined || veldId === undefined) throw new Error(`no ${categorie}`);
    return { compartimentId, veldId };
  };
  const hulp = plaats('hulp', casus.leden.moeder);
  const plan = plaats('plan', null);
  const schrijver = await lijnVoorTest(bij.url, casus.casusId, await casus.als('regie'));
  const inHulp = 'kanariehulpzq41';
  const inPlan = 'kanarieplanzq41';
  const woorden = [inHulp, inPlan].map((woord) => Buffer.from(woord).toString('hex'));
  for (const [waar, woord] of [
    [hulp, inHulp],
    [plan, inPlan],
  ] as const) {
    const tekst = await schrijver.open(waar.compartimentId);
    tekst.typ(waar.veldId, woord);
    await tekst.opgeslagen();
  }
  const scherm = await start<Clientvraag>(join(map, 'client.mjs'), [
    bij.url.replace('http', 'ws'),
    casus.casusId,
    (await casus.als('ander')).cookie,
  ]);
  const lengte = (waar: typeof hulp) => scherm({ wat: 'lengte', ...waar });
  await vi.waitFor(async () => expect(await lengte(hulp)).toBeGreaterThan(0), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await lengte(plan)).toBeGreaterThan(0), { timeout: 10_000 });
  expect(await scherm({ wat: 'zoek', woorden })).toEqual([true, true]);

  const gewijzigd = await casus.vraag('regie', 'PATCH', `/deelnemers/${casus.zetelVan('ander')}`, {
    lidIds: [casus.leden.kind],
  });
  expect(gewijzigd.status, gewijzigd.tekst).toBe(200);
  await vi.waitFor(async () => expect(await lengte(hulp)).toBeNull(), { timeout: 10_000 });
  // The other text is still there: the net isn't too wide.
  expect(await scherm({ wat: 'zoek', woorden })).toEqual([false, true]);

  expect(await server({ wat: 'zoek', woorden })).toEqual([true, true]);
  schrijver.trekUit();
  await vi.waitFor(
    async () => expect(await server({ wat: 'later', ms: 11_000 })).not.toContain(hulp.compartimentId),
    { timeout: 10_000 },
  );
  expect(await server({ wat: 'zoek', woorden })).toEqual([false, true]);
});

/** Builds the two programs, for Node 20 runs no TypeScript. @returns the folder that they stand in */
async function bouw(): Promise<string> {
  const map = tijdelijkeMap();
  mkdirSync(map, { recursive: true });
  for (const naam of ['node_modules', 'migrations']) symlinkSync(join(HUIS, naam), join(map, naam));
  await build({
    configFile: false,
    logLevel: 'error',
    root: HUIS,
    build: {
      ssr: true,
      outDir: map,
      emptyOutDir: false,
      rolldownOptions: {
        input: {
          server: join(HUIS, 'test/server/sync/geheugen/server.ts'),
          client: join(HUIS, 'test/server/sync/geheugen/client.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return map;
}

/** Starts one, and gives a way to ask it something. */
async function start<Vraag extends object>(
  programma: string,
  opties: readonly string[],
): Promise<(vraag: Vraag) => Promise<unknown>> {
  const kind = fork(programma, opties, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  onTestFinished(() => void kind.kill('SIGKILL'));
  const volgende = (): Promise<unknown> =>
    new Promise((klaar, mislukt) => {
      const weg = (): void => mislukt(new Error(`${programma} stopped`));
      kind.once('exit', weg);
      kind.once('message', (bericht) => {
        kind.off('exit', weg);
        // The programs of this test say nothing else.
        klaar((bericht as { antwoord: unknown }).antwoord);
      });
    });
  await volgende();
  return (vraag) => {
    const antwoord = volgende();
    kind.send(vraag);
    return antwoord;
  };
}
