import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { OPDRACHTEN } from '../../../shared/contract/contract.ts';

const MAP = fileURLToPath(new URL('../../../client', import.meta.url));

/** The client's files, by their path in it. */
const bestanden = new Map(
  readdirSync(MAP, { recursive: true, encoding: 'utf8' })
    .filter((naam) => naam.endsWith('.ts'))
    .map((naam) => [naam, readFileSync(join(MAP, naam), 'utf8')]),
);

test('every command and query is used on a screen, or says why it isn’t', () => {
  const client = [...bestanden.values()].join('\n');
  const vergeten = Object.values(OPDRACHTEN).filter(
    ({ naam, alleenProgramma }) => client.includes(`'${naam}'`) === (alleenProgramma !== null),
  );
  expect(vergeten.map(({ naam }) => naam)).toEqual([]);
});

test('every window can be opened: what comes by a door is asked for by another file', () => {
  const deuren = [...bestanden].flatMap(([naam, tekst]) =>
    [...tekst.matchAll(/^export const (\w+) = komtNa\(/gm)].map(([, deur = '']) => ({ naam, deur })),
  );
  expect(deuren.length).toBeGreaterThan(10);
  // By the file of the door: in its own file a window bears the same name.
  const dicht = deuren.filter(({ naam, deur }) => {
    const haaltHem = new RegExp(`import \\{[^}]*\\b${deur}\\b[^}]*\\} from '[./\\w-]*/${basename(naam)}'`);
    return ![...bestanden.values()].some((tekst) => haaltHem.test(tekst));
  });
  expect(dicht).toEqual([]);
});

test('the client asks the server by the contract alone: no address stands in it but where it calls', () => {
  const elders = [...bestanden].filter(([naam, tekst]) =>
    naam === join('api', 'api.ts') ? false : /\bfetch\(|\/api\/v1|XMLHttpRequest|sendBeacon/.test(tekst),
  );
  expect(elders.map(([naam]) => naam)).toEqual([]);
  expect(bestanden.get(join('api', 'api.ts'))).toContain('fetch(');
});
