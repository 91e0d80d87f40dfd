import { fork } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { tijdelijkeMap } from '../database/opstelling.ts';
import { AKKOORD } from '../huishouden.ts';
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
  const { medewerkers } = (await bij.verzoek('GET', '/demo/medewerkers')).body;
  const wie = (functie: string): string =>
    medewerkers.find((een: { functie: string }) => een.functie === functie).id;
  const regie = await bij.meldAan(wie('klantmanager participatie'));
  const casus = (
    await regie.verzoek('POST', '/casussen', {
      leden: [{ rol: 'moeder' }, { rol: 'kind' }],
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
    })
  ).body;
  const [moeder, kind] = casus.leden;
  const deelnemers = `/casussen/${casus.id}/deelnemers`;
  const gezet = await regie.verzoek('POST', deelnemers, {
    medewerkerId: wie('Wmo-consulent'),
    zetel: 'wmo',
    lidIds: [moeder.id],
    waarvoor: 'samenhang',
    grondslag: 'wmo',
    gezinAkkoord: AKKOORD,
  });
  expect(gezet.status, gezet.tekst).toBe(201);
  const { compartimenten, velden } = (await regie.verzoek('GET', `/casussen/${casus.id}`)).body;
  const plaats = (categorie: string, lidId: string | null): { compartimentId: string; veldId: string } => {
    const compartimentId = compartimenten.find(
      (een: { categorie: string; lidId: string | null }) =>
        een.categorie === categorie && een.lidId === lidId,
    ).id;
    const veldId = velden.find((een: { compartimentId: string }) => een.compartimentId === compartimentId).id;
    return { compartimentId, veldId };
  };
  const hulp = plaats('hulp', moeder.id);
  const plan = plaats('plan', null);
  const schrijver = await lijnVoorTest(bij.url, casus.id, regie);
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
  const ander = await bij.meldAan(wie('Wmo-consulent'));
  const scherm = await start<Clientvraag>(join(map, 'client.mjs'), [
    bij.url.replace('http', 'ws'),
    casus.id,
    ander.cookie,
  ]);
  const lengte = (waar: typeof hulp) => scherm({ wat: 'lengte', ...waar });
  await vi.waitFor(async () => expect(await lengte(hulp)).toBeGreaterThan(0), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await lengte(plan)).toBeGreaterThan(0), { timeout: 10_000 });
  expect(await scherm({ wat: 'zoek', woorden })).toEqual([true, true]);

  const gewijzigd = await regie.verzoek('PATCH', `${deelnemers}/${gezet.body.id}`, { lidIds: [kind.id] });
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
