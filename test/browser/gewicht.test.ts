import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kilobytesVoorDeEditor, scriptVoorDeEditor } from '../../bench/scherm/gewicht.mjs';

/** Kilobytes, gzipped: so long somebody on a bad line waits before they can read. */
const HOOGSTENS = 97.5;

const ASSETS = new URL('../../dist/client/assets/', import.meta.url);
const THEMA = new URL(
  '../../node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
  import.meta.url,
);

test('the script of a board before its editor is at most 97.5 kB, gzipped', () => {
  const kilobytes = kilobytesVoorDeEditor();
  expect(kilobytes).toBeGreaterThan(60);
  expect(kilobytes, [...scriptVoorDeEditor()].map((deel) => deel.join(' ')).join('\n')).toBeLessThan(
    HOOGSTENS,
  );
});

test('of the theme under our own style only what something uses is there, and all of that', () => {
  const stijl = readdirSync(ASSETS)
    .filter((naam) => naam.endsWith('.css'))
    .map((naam) => readFileSync(new URL(naam, ASSETS), 'utf8'))
    .join('\n');
  const regels = [...stijl.matchAll(/([\w-]+)\s*:([^;{}]*)/g)].map(([, naam = '', waarde = '']) => ({
    naam,
    delen: namenIn(waarde, /var\(\s*(--[\w-]+)/g),
  }));
  // What draws something, and what that is made of.
  const nodig = new Set(regels.flatMap(({ naam, delen }) => (naam.startsWith('--') ? [] : delen)));
  for (const een of nodig)
    for (const { naam, delen } of regels) if (naam === een) for (const deel of delen) nodig.add(deel);
  const gezet = new Set(regels.map(({ naam }) => naam));
  const thema = new Set(namenIn(readFileSync(THEMA, 'utf8'), /(--[\w-]+)\s*:/g));

  expect(thema.size).toBeGreaterThan(2_000);
  expect([...nodig].filter((naam) => thema.has(naam) && !gezet.has(naam))).toEqual([]);
  expect([...gezet].filter((naam) => thema.has(naam)).length).toBeLessThan(thema.size / 3);
});

function namenIn(tekst: string, vorm: RegExp): string[] {
  return [...tekst.matchAll(vorm)].map(([, naam = '']) => naam);
}
