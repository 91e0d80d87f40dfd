import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Instellingen } from '../../../server/database/database.ts';
import { organisaties } from '../../../server/database/schema.ts';
import { neemSlot } from '../../../server/database/slot.ts';
import {
  codeVanWeigering,
  gebruikteInstallatie,
  nieuweInstallatie,
  open,
  tijdelijkeMap,
  weigering,
} from './opstelling.ts';

/** Under the project, so that the built file finds node_modules and migrations/. */
const CACHE = fileURLToPath(new URL('../../../.cache', import.meta.url));
let gebouwd: string;

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  gebouwd = mkdtempSync(join(CACHE, 'houder-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: fileURLToPath(new URL('houder.ts', import.meta.url)), outDir: gebouwd },
  });
});
afterAll(() => rmSync(gebouwd, { recursive: true, force: true }));

describe('one process a data folder', () => {
  test('refuses a second opening in the same process, and says what to do', async () => {
    const installatie = nieuweInstallatie();
    await open(installatie);
    const fout = await weigering(installatie);
    expect(fout.code).toBe('in_gebruik');
    expect(fout.message).toContain(installatie.map);
    expect(fout.message).toContain('Stop die eerst');
  });

  test('refuses another process, also after a second try in this one', async () => {
    const installatie = nieuweInstallatie();
    await open(installatie);
    expect(await codeVanWeigering(installatie)).toBe('in_gebruik');
    expect((await start(installatie)).zegt).toBe('in_gebruik');
    // With keys that are free, so that only the slot of the data refuses it.
    const { sleutelmap } = nieuweInstallatie();
    expect((await start({ ...installatie, sleutelmap })).zegt).toBe('in_gebruik');
  });

  test('refuses other data with keys that are in use', async () => {
    const installatie = nieuweInstallatie();
    await open(installatie);
    const andere = { ...nieuweInstallatie(), sleutelmap: installatie.sleutelmap };
    expect(await codeVanWeigering(andere)).toBe('in_gebruik');
  });

  test('is held by another process until it is killed, and keeps what that had written', async () => {
    const installatie = await gebruikteInstallatie();
    const houder = await start(installatie);
    expect(houder.zegt).toBe('open');
    expect(await codeVanWeigering(installatie)).toBe('in_gebruik');

    const einde = once(houder.proces, 'exit');
    houder.proces.kill('SIGKILL');
    await einde;

    const { db } = await open(installatie);
    expect(db.select().from(organisaties).all()).toMatchObject([{ id: 'van-de-houder' }]);
  });

  test('is free again after closing', async () => {
    const installatie = nieuweInstallatie();
    (await open(installatie)).sluit();
    expect((await open(installatie)).gezondheid()).toEqual({ gezond: true });
  });

  test('says that it can not get at a folder where something else has the name of the slot', () => {
    const map = tijdelijkeMap();
    mkdirSync(join(map, 'regietafel.slot'));
    expect(() => neemSlot(map)).toThrow(expect.objectContaining({ code: 'geen_toegang' }));
  });
});

async function start({ map, sleutelmap }: Instellingen): Promise<{ proces: ChildProcess; zegt: string }> {
  const proces = spawn(process.execPath, [join(gebouwd, 'houder.js'), map, sleutelmap], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void proces.kill('SIGKILL'));
  for await (const regel of createInterface(proces.stdout)) return { proces, zegt: regel };
  throw new Error('the holder ended without a word');
}
