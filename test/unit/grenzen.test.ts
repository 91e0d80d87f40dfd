import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Tree = Readonly<Record<string, string>>;

/** A server in small, in which every import goes where it may. */
const HONEST: Tree = {
  'package.json': JSON.stringify({
    dependencies: { zod: '*', express: '*' },
    devDependencies: { vitest: '*', '@utrecht/button-css': '*' },
  }),
  ...emptyPackage('zod'),
  ...emptyPackage('express'),
  ...emptyPackage('vitest'),
  ...emptyPackage('lodash'),
  'node_modules/@utrecht/button-css/package.json': JSON.stringify({ name: '@utrecht/button-css' }),
  'node_modules/@utrecht/button-css/dist/index.css': '',

  'shared/niveau.ts': "import { z } from 'zod'; export const a = z;",
  'client/main.ts':
    "import '@utrecht/button-css/dist/index.css'; import { a } from '../shared/niveau.ts'; export const b = a;",
  'server/main.ts': "import { app } from './app.ts'; app;",
  'server/app.ts': [
    "import { casus } from './casus/casus.ts';",
    "import { overleg } from './overleg/overleg.ts';",
    "import { live } from './lijnen/live/live.ts';",
    "import { demo } from './demo/demo.ts';",
    'export const app = [casus, overleg, live, demo];',
  ].join('\n'),
  'server/demo/demo.ts': "import { namen } from '../casus/namen.ts'; export const demo = namen;",
  'server/lijnen/live/live.ts':
    "import { overleg } from '../../overleg/overleg.ts'; export const live = overleg;",
  'server/overleg/overleg.ts': [
    "import { casus } from '../casus/casus.ts';",
    "import type { A } from '../../shared/niveau.ts';",
    'export const overleg: A = casus;',
  ].join('\n'),
  'server/casus/casus.ts': [
    "import { readFileSync } from 'node:fs';",
    "import { fout } from '../http/fouten.ts';",
    "import { tabel } from '../database/schema.ts';",
    "import { namen } from './namen.ts';",
    'export const casus = [readFileSync, fout, tabel, namen];',
  ].join('\n'),
  'server/casus/namen.ts': 'export const namen = 1;',
  'server/http/fouten.ts': "import express from 'express'; export const fout = express;",
  'server/database/schema.ts': 'export const tabel = 1;',
};

/** What is added to the honest tree, and what must be found in each. */
const FORBIDDEN: readonly {
  readonly why: string;
  readonly files: Tree;
  readonly found: readonly string[];
}[] = [
  {
    why: 'shared that imports the server',
    files: { 'shared/neemt-database.ts': "import '../server/database/schema.ts';" },
    found: ['shared-imports-neither: shared/neemt-database.ts → server/database/schema.ts'],
  },
  {
    why: 'shared that imports a type of the client',
    files: {
      'client/scherm.ts': 'export type Scherm = 1;',
      'shared/neemt-scherm.ts': "import type { Scherm } from '../client/scherm.ts'; export type T = Scherm;",
    },
    found: ['shared-imports-neither: shared/neemt-scherm.ts → client/scherm.ts'],
  },
  {
    why: 'shared that imports a package beside zod',
    files: { 'shared/neemt-express.ts': "import 'express';" },
    found: ['shared-only-zod: shared/neemt-express.ts → node_modules/express/index.js'],
  },
  {
    why: 'shared that imports Node',
    files: { 'shared/neemt-crypto.ts': "import 'node:crypto';" },
    found: ['shared-only-zod: shared/neemt-crypto.ts → crypto'],
  },
  {
    why: 'a client that imports the server, decorators and all',
    files: {
      'client/versierd.ts':
        "import { tabel } from '../server/database/schema.ts'; @tabel class Bord { @tabel x = 1; } new Bord();",
    },
    found: ['client-not-server: client/versierd.ts → server/database/schema.ts'],
  },
  {
    why: 'a client that loads the server later',
    files: { 'client/later.ts': "await import('../server/database/schema.ts');" },
    found: ['client-not-server: client/later.ts → server/database/schema.ts'],
  },
  {
    why: 'a client that imports Node',
    files: { 'client/neemt-fs.ts': "import 'node:fs';" },
    found: ['client-not-node: client/neemt-fs.ts → fs'],
  },
  {
    why: 'a server that imports the client',
    files: { 'server/casus/neemt-scherm.ts': "import '../../client/main.ts';" },
    found: ['server-not-client: server/casus/neemt-scherm.ts → client/main.ts'],
  },
  {
    why: 'two files in a circle, by type alone',
    files: {
      'server/casus/a.ts': "import type { B } from './b.ts'; export type A = B;",
      'server/casus/b.ts': "import type { A } from './a.ts'; export type B = A;",
    },
    found: ['no-circular: server/casus/a.ts → server/casus/b.ts'],
  },
  {
    why: 'an import that leads nowhere',
    files: { 'server/casus/verdwaald.ts': "import './bestaat-niet.ts';" },
    found: ['unresolvable: server/casus/verdwaald.ts → ./bestaat-niet.ts'],
  },
  {
    why: 'a product that imports a test',
    files: { 'test/hulp.ts': 'export {};', 'server/casus/neemt-proef.ts': "import '../../test/hulp.ts';" },
    found: ['only-own-folders: server/casus/neemt-proef.ts → test/hulp.ts'],
  },
  {
    why: 'a product that imports a devDependency',
    files: { 'server/casus/neemt-vitest.ts': "import 'vitest';" },
    found: ['no-dev-dependencies: server/casus/neemt-vitest.ts → node_modules/vitest/index.js'],
  },
  {
    why: 'a product that imports what package.json does not name',
    files: { 'server/casus/neemt-lodash.ts': "import 'lodash';" },
    found: ['no-dev-dependencies: server/casus/neemt-lodash.ts → node_modules/lodash/index.js'],
  },
  {
    why: 'a folder of the server without a place in the order',
    files: {
      'server/diversen/diversen.ts': 'export {};',
      'server/casus/neemt-diversen.ts': "import '../diversen/diversen.ts';",
    },
    found: ['unknown-capability: server/casus/neemt-diversen.ts → server/diversen/diversen.ts'],
  },
  {
    why: 'a capability that imports the inside of a lower one',
    files: { 'server/overleg/neemt-namen.ts': "import '../casus/namen.ts';" },
    found: ['through-the-front-door: server/overleg/neemt-namen.ts → server/casus/namen.ts'],
  },
  {
    why: 'a capability that imports app.ts',
    files: { 'server/casus/neemt-main.ts': "import '../main.ts';" },
    found: ['upward-from-casus: server/casus/neemt-main.ts → server/main.ts'],
  },
  {
    why: 'a capability that imports what stands at the top',
    files: { 'server/plan/neemt-top.ts': "import '../lijnen/live/live.ts'; import '../demo/demo.ts';" },
    found: [
      'upward-from-plan: server/plan/neemt-top.ts → server/demo/demo.ts',
      'upward-from-plan: server/plan/neemt-top.ts → server/lijnen/live/live.ts',
    ],
  },
  {
    why: 'a text store that depends on the sockets, by type alone',
    files: {
      'server/lijnen/sync/lijn.ts': 'export type Lijn = 1;',
      'server/teksten/neemt-lijn.ts':
        "import type { Lijn } from '../lijnen/sync/lijn.ts'; export type L = Lijn;",
    },
    found: ['upward-from-teksten: server/teksten/neemt-lijn.ts → server/lijnen/sync/lijn.ts'],
  },
  {
    why: 'a text store that knows of kaarten',
    files: {
      'server/plan/plan.ts': 'export {};',
      'server/teksten/neemt-plan.ts': "import '../plan/plan.ts';",
    },
    found: ['upward-from-teksten: server/teksten/neemt-plan.ts → server/plan/plan.ts'],
  },
  {
    why: 'a kern that knows a capability, by its front door too',
    files: { 'server/kern/neemt-casus.ts': "import '../casus/casus.ts';" },
    found: ['upward-from-kern: server/kern/neemt-casus.ts → server/casus/casus.ts'],
  },
  {
    why: 'a kern that knows of http',
    files: { 'server/kern/neemt-http.ts': "import '../http/fouten.ts';" },
    found: ['upward-from-kern: server/kern/neemt-http.ts → server/http/fouten.ts'],
  },
  {
    why: 'a database that knows of steps',
    files: {
      'server/database/neemt-kern.ts': "import '../kern/stap.ts';",
      'server/kern/stap.ts': 'export {};',
    },
    found: ['upward-from-database: server/database/neemt-kern.ts → server/kern/stap.ts'],
  },
  {
    why: 'another file at the top that puts capabilities together',
    files: { 'server/neemt-casus.ts': "import './casus/casus.ts';" },
    found: ['only-app-knows-all: server/neemt-casus.ts → server/casus/casus.ts'],
  },
  {
    why: 'a folder of the client without a place in the order',
    files: {
      'client/diversen/diversen.ts': 'export {};',
      'client/bord/neemt-diversen.ts': "import '../diversen/diversen.ts';",
    },
    found: ['client-unknown-room: client/bord/neemt-diversen.ts → client/diversen/diversen.ts'],
  },
  {
    why: 'a window that knows the board on which it opens, by type alone',
    files: {
      'client/bord/bord.ts': 'export type Bord = 1;',
      'client/vensters/neemt-bord.ts': "import type { Bord } from '../bord/bord.ts'; export type B = Bord;",
    },
    found: ['client-upward-from-vensters: client/vensters/neemt-bord.ts → client/bord/bord.ts'],
  },
  {
    why: 'what is known of a casus that depends on who shows it',
    files: {
      'client/kaarten/kaart.ts': 'export {};',
      'client/casus/neemt-kaart.ts': "import '../kaarten/kaart.ts';",
    },
    found: ['client-upward-from-casus: client/casus/neemt-kaart.ts → client/kaarten/kaart.ts'],
  },
  {
    why: 'a screen that imports another',
    files: {
      'client/werkvoorraad/lijst.ts': 'export {};',
      'client/bord/neemt-lijst.ts': "import '../werkvoorraad/lijst.ts';",
    },
    found: ['client-upward-from-bord: client/bord/neemt-lijst.ts → client/werkvoorraad/lijst.ts'],
  },
];

/** From low to high (docs/architecture.md). */
const ORDER = [
  'database',
  'kern',
  'http',
  'logboek',
  'aanmelden',
  'casus',
  'eenmaal',
  'toegang',
  'regie',
  'teksten',
  'plan',
  'overleg',
] as const;
/** Above all of them, and known to `app.ts` alone. */
const AT_THE_TOP = ['lijnen', 'demo'] as const;

const UPWARD = ORDER.flatMap((low, height) =>
  [...ORDER.slice(height + 1), ...AT_THE_TOP].map((high) => [low, high] as const),
);

/** The rooms of the client from low to high; those on one line are neighbours (docs/architecture.md). */
const CLIENT_ORDER = [
  ['api', 'ui'],
  ['editor', 'sync'],
  ['casus'],
  ['vensters'],
  ['teksten'],
  ['kaarten'],
  ['aanmelden', 'bord', 'casus-inbrengen', 'grootscherm', 'mijn-regie', 'overleg', 'werkvoorraad', 'zoeken'],
  ['app'],
] as const;

const CLIENT_UPWARD = CLIENT_ORDER.flatMap((level, height) =>
  level.flatMap((low) =>
    [...level.filter((name) => name !== low), ...CLIENT_ORDER.slice(height + 1).flat()].map(
      (high) => [low, high] as const,
    ),
  ),
);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('grenzen', () => {
  test('the real tree keeps to them, and is seen', () => {
    const { violations, totalCruised, totalDependenciesCruised } = cruise(ROOT);

    expect(violations).toEqual([]);
    expect(totalCruised).toBeGreaterThan(0);
    // Without its parser dependency-cruiser sees files and no imports.
    expect(totalDependenciesCruised).toBeGreaterThan(0);
  });

  test('an honest tree passes', () => {
    expect(cruise(planted(HONEST)).violations).toEqual([]);
  });

  test('each forbidden import is caught by the rule that forbids it, and nothing else is', () => {
    const files = FORBIDDEN.flatMap((sin) => Object.entries(sin.files));
    // One name twice would hide a sin under another.
    expect(new Set(files.map(([path]) => path)).size).toBe(files.length);

    const { violations } = cruise(planted({ ...HONEST, ...Object.fromEntries(files) }));

    for (const { why, found } of FORBIDDEN)
      expect(violations, why).toEqual(expect.arrayContaining([...found]));
    expect(violations).toEqual(FORBIDDEN.flatMap(({ found }) => found).sort());
  });

  test('every import that goes up is caught', () => {
    const doors = [...ORDER, ...AT_THE_TOP].map(
      (name) => [`server/${name}/${name}.ts`, 'export {};'] as const,
    );
    const climbers = UPWARD.map(
      ([low, high]) => [`server/${low}/naar-${high}.ts`, `import '../${high}/${high}.ts';`] as const,
    );

    const { violations } = cruise(planted(Object.fromEntries([...doors, ...climbers])));

    const expected = UPWARD.map(
      ([low, high]) => `upward-from-${low}: server/${low}/naar-${high}.ts → server/${high}/${high}.ts`,
    );
    expect(violations).toEqual(expected.sort());
  });

  test('every import in the client that goes up, or to a neighbour, is caught', () => {
    const doors = CLIENT_ORDER.flat().map((name) => [`client/${name}/${name}.ts`, 'export {};'] as const);
    const climbers = CLIENT_UPWARD.map(
      ([low, high]) => [`client/${low}/naar-${high}.ts`, `import '../${high}/${high}.ts';`] as const,
    );

    const { violations } = cruise(planted(Object.fromEntries([...doors, ...climbers])));

    const expected = CLIENT_UPWARD.map(
      ([low, high]) => `client-upward-from-${low}: client/${low}/naar-${high}.ts → client/${high}/${high}.ts`,
    );
    expect(violations).toEqual(expected.sort());
  });

  test('every import in the client that goes down passes', () => {
    const doors = CLIENT_ORDER.flatMap((level, height) => {
      const imports = CLIENT_ORDER.slice(0, height).flatMap((lower) =>
        lower.map((low) => `import '../${low}/${low}.ts';`),
      );
      return level.map((high) => [`client/${high}/${high}.ts`, imports.join('\n')] as const);
    });

    expect(cruise(planted(Object.fromEntries(doors))).violations).toEqual([]);
  });

  test('every import that goes down by the front door passes', () => {
    const doors = [...ORDER, ...AT_THE_TOP].map((high, height) => {
      // What stands at the top doesn't import its neighbour.
      const lower = ORDER.slice(0, height);
      const imports = lower.map((low) => `import '../${low}/${low}.ts';`);
      return [`server/${high}/${high}.ts`, imports.join('\n')] as const;
    });

    const tree = planted(Object.fromEntries(doors));

    expect(cruise(tree).violations).toEqual([]);
  });
});

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    totalCruised: z.number(),
    totalDependenciesCruised: z.number(),
  }),
});

/** What `npm run grenzen` finds in a folder, by the rules of this project. */
function cruise(folder: string) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'server',
      'client',
      'shared',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(`dependency-cruiser gaf niets terug: ${stderr}`);
  const { summary } = Report.parse(JSON.parse(stdout));
  const violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
  return { ...summary, violations };
}

function planted(tree: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'regietafel-grenzen-'));
  folders.push(folder);
  for (const room of ['server', 'client', 'shared']) mkdirSync(join(folder, room));
  for (const [path, content] of Object.entries({ 'package.json': '{}', ...tree })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function emptyPackage(name: string): Tree {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, type: 'module', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'export {};',
  };
}
