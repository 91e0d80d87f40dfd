import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { again, count, failures, merged } from '../../scripts/ci-slot.mjs';
import { METPERIODE } from '../../server/casus/randen.ts';
import * as schema from '../../server/database/schema.ts';
import { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { WEGEN } from '../../shared/contract/wegen.ts';
import { HANDELINGEN } from '../../shared/logboek/handelingen.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A home or working folder at the start of an absolute path; a path in a URL or an import is not one. */
const MACHINE_PATH = /(?<![\w.\-/}])\/(?:home|Users|root|work)\/\w/;

const REGISTRY = /\b(?:registry|npm)\.[\w.-]+\.(?:org|com|io|dev|net|nl)\b|npmjs\./;

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

describe('what a clone carries', () => {
  test('no lock file names a registry', () => {
    const lockFiles = files().filter((path) => path.endsWith('package-lock.json'));

    expect(lockFiles).toContain('package-lock.json');
    for (const path of lockFiles) expect(read(path), path).not.toContain('"resolved"');
  });

  test('beside each lock file, .npmrc leaves the registry out and stops at unapproved install scripts', () => {
    const folders = files()
      .filter((path) => path.endsWith('package-lock.json'))
      .map((path) => path.slice(0, -'package-lock.json'.length));

    expect(folders).not.toEqual([]);
    for (const folder of folders) {
      const lines = read(`${folder}.npmrc`).split('\n');
      expect(lines, folder).toContain('omit-lockfile-registry-resolved=true');
      expect(lines, folder).toContain('strict-allow-scripts=true');
    }
  });

  test('no file names a path of somebody’s machine', () => {
    expect(MACHINE_PATH.test(`in ${['', 'home', 'iemand', 'regietafel'].join('/')}`)).toBe(true);
    expect(linesWith(MACHINE_PATH)).toEqual([]);
  });

  test('no file names a registry of packages', () => {
    expect(REGISTRY.test(`${['https:', '', 'registry.npmjs'].join('/')}.org`)).toBe(true);
    expect(linesWith(REGISTRY)).toEqual([]);
  });
});

describe('what the docs say', () => {
  const pages = files().filter((path) => path === 'README.md' || /^docs\/.*\.md$/.test(path));

  test('every file and folder that a page names is there', () => {
    expect(pages).toContain('docs/architecture.md');
    expect(missingIn(['`server/plan/bestaat-niet.ts`'], () => '')).not.toEqual([]);
    expect(pages.flatMap((page) => missingIn([read(page)], () => dirname(page)))).toEqual([]);
  });

  test('the rooms of the server stand in the order in which they may import', () => {
    const rooms = [...read('docs/architecture.md').matchAll(/^\| (?:`server\/(\w+)\/`|\*(\w+)\*) \|/gm)].map(
      ([, folder, planned]) => folder ?? planned,
    );
    const { forbidden } = Rules.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));
    const order = forbidden.flatMap(({ name }) => /^upward-from-(\w+)$/.exec(name)?.[1] ?? []);

    expect(rooms).toEqual([...order, 'lijnen', 'demo']);
  });

  test('every folder of the server is one of those rooms', () => {
    const folders = files().flatMap((path) => /^server\/(\w+)\//.exec(path)?.[1] ?? []);
    const page = read('docs/architecture.md');

    expect([...new Set(folders)].filter((folder) => !page.includes(`| \`server/${folder}/\` |`))).toEqual([]);
  });

  test('the rooms of the client stand in the order in which they may import, and each folder is one', () => {
    const rooms = [
      ...read('docs/architecture.md').matchAll(/^\| ((?:`client\/[\w-]+\/`(?:, )?)+) \|/gm),
    ].flatMap(([, cell = '']) => [...cell.matchAll(/client\/([\w-]+)\//g)].map(([, folder]) => folder));
    const { forbidden } = Rules.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));
    const order = forbidden.flatMap(({ name }) => /^client-upward-from-([\w-]+)$/.exec(name)?.[1] ?? []);
    const folders = files().flatMap((path) => /^client\/([\w-]+)\//.exec(path)?.[1] ?? []);

    expect(rooms).toEqual([...order, 'stijl']);
    expect([...new Set(folders)].sort()).toEqual([...rooms].sort());
  });

  test('the routes are those of the contract, each once', () => {
    const contract = Object.values(WEGEN).map(([methode, pad]) => routeVan(methode, pad));
    const told = routesIn(read('docs/protocol.md'));

    expect(told.toSorted()).toEqual([...contract, 'GET /openapi.json'].toSorted());
    // What one of them says of several.
    const row = '| `PATCH`, `DELETE /x/{a}[/{b}]?c=` | what | who |';
    expect(routesIn(row)).toEqual(['PATCH /x/{}/{}', 'DELETE /x/{}/{}']);
    expect(routesIn('| `POST`, `GET /x[/{b}]` | what | who |')).toEqual(['POST /x', 'GET /x/{}']);
  });

  test('the fields of each sort of kaart are those that are checked', () => {
    const told = new Map(
      [...read('docs/protocol.md').matchAll(/^\| ((?:`[a-z_]+`,? ?)+) \| (`titel\??`.*) \|$/gm)].flatMap(
        ([, sorts = '', fields = '']) =>
          [...sorts.matchAll(/`(\w+)`/g)].map(([, sort]) => [sort, fieldsIn(fields)] as const),
      ),
    );

    const checked = KaartInhoud.options.map(({ shape: { soort, ...fields } }) => {
      const names = Object.entries(fields).map(([name, field]) => (field.isOptional() ? `${name}?` : name));
      return [soort.value, names.sort()] as const;
    });
    expect(told).toEqual(new Map(checked));
  });
});

describe('who sits at a table in a test', () => {
  /** Whoever and whatever decisions rest on, by the name in the schema and in the database. */
  const FACTS = Object.entries(schema).flatMap(([name, table]) => {
    const { name: inDatabase } = getTableConfig<SQLiteTable>(table);
    return METPERIODE.includes(inDatabase) || PEOPLE.includes(inDatabase) ? [name, inDatabase] : [];
  });
  const one = FACTS.join('|');
  const BY_HAND = new RegExp(
    `\\.(?:insert|update|delete)\\(\\s*(?:\\w+\\.)?(?:${one})\\s*\\)|\\b(?:insert(?: or \\w+)? into|update|delete from) ["\`]?(?:${one})\\b`,
    'i',
  );
  /** What is about the database itself: damage, migrations, what it refuses. */
  const ABOUT_THE_DATABASE = /^test\/server\/database\//;
  const OTHERWISE = new Map([
    ['test/server/opstelling.ts', 'organisations come from outside; people go by neemInDienst'],
    ['test/server/sync/omzetting.test.ts', 'a database of an older version'],
    ['test/server/eenmaal.test.ts', 'no command takes a zetel from a medewerker'],
    ['test/server/sync/intrekken.test.ts', 'no command brings a member of the household back'],
  ]);

  test('came there as a command would bring them (test/bouw)', () => {
    expect(FACTS).toEqual(expect.arrayContaining(['deelnemers', 'toegangsrechten', 'waarnemingen']));
    for (const line of [
      'db.insert(uitsluitingen)',
      'tx.update( schema.deelnemers )',
      'delete from noodtoegangen',
      "insert or ignore into `toegangsrechten` values ('x')",
      'update medewerker_zetels set',
    ]) {
      expect(BY_HAND.test(line), line).toBe(true);
    }
    expect(BY_HAND.test('db.insert(kaarten)')).toBe(false);
    const found = files().filter((path) => /^test\/.*\.ts$/.test(path) && BY_HAND.test(flat(read(path))));

    expect(found.filter((path) => !ABOUT_THE_DATABASE.test(path) && path !== ITSELF).sort()).toEqual(
      [...OTHERWISE.keys()].sort(),
    );
  });
});

describe('the record', () => {
  test('NK10: every sort of line has a use, and only the record itself writes in its table', () => {
    const server = files().filter((path) => path.startsWith('server/'));
    const elsewhere = server
      .filter((path) => !path.startsWith('server/logboek/') && path !== 'server/database/schema.ts')
      .map(read)
      .join('\n');
    const own = read('server/logboek/logboek.ts');
    const unused = (sorts: readonly string[]) =>
      sorts.filter((sort) => ![elsewhere, own].some((source) => source.includes(`'${sort}'`)));

    expect(unused(['aangemeld', 'vergeten'])).toEqual(['vergeten']);
    expect(unused(Object.keys(HANDELINGEN))).toEqual([]);
    const writes = /into logboek\b|import \{[^}]*\blogboek\b[^}]*\} from '[^']*schema\.ts'/;
    expect("import { leden, logboek } from '../database/schema.ts'").toMatch(writes);
    expect(elsewhere).not.toMatch(writes);
  });
});

describe('dependencies', () => {
  const { dependencies, devDependencies } = Manifest.parse(JSON.parse(read('package.json')));
  const packages = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  const rows = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  test('docs/dependencies.md has one line for each, and none for what is gone', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual(packages.map((name) => `\`${name}\``).sort());
  });

  test('each line says what for, why this one and what else was looked at', () => {
    expect(rows).not.toEqual([]);
    for (const row of rows) {
      expect(row, row.join(' | ')).toHaveLength(6);
      for (const cell of row.slice(1, -1)) expect(cell, row.join(' | ')).not.toBe('');
    }
  });

  test('versions are exact, so that the same commit gives the same product', () => {
    const versions = [...Object.values(dependencies), ...Object.values(devDependencies)];
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe('the closing line of CI', () => {
  const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] };
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
  const broken = { status: 'failed', assertionResults: [] };

  test('counts what passed and what failed', () => {
    const report = { numPassedTests: 2, numFailedTests: 1, testResults: [passing, failing] };
    expect(count(report, 1)).toEqual({ passed: 2, failed: 1 });
  });

  test('is clean when all passed', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [passing] };
    expect(count(report, 0)).toEqual({ passed: 1, failed: 0 });
  });

  test('counts a file that does not load as failed', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [passing, broken] };
    expect(count(report, 1)).toEqual({ passed: 1, failed: 1 });
  });

  test('counts an error outside any test as failed', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [passing] };
    expect(count(report, 1)).toEqual({ passed: 1, failed: 1 });
  });

  test('is never clean when nothing ran', () => {
    expect(count({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0)).toEqual({
      passed: 0,
      failed: 1,
    });
    expect(count(null, 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('says last what failed, with the head of each message and of each line', () => {
    const seed = 'Property failed after 7 tests';
    const run = [seed, '{ seed: 41, path: "6" }', 'x'.repeat(50_000), ...Array(500).fill('a step')].join(
      '\n',
    );
    const property = { status: 'failed', fullName: 'NK6', failureMessages: [run] };
    const report = {
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        passing,
        { status: 'failed', name: 'a.test.ts', assertionResults: [property, { status: 'passed' }] },
        { status: 'failed', name: 'b.test.ts', message: 'no such module', assertionResults: [] },
      ],
    };

    const [test, file, ...rest] = failures(report);
    expect(test).toContain('a.test.ts: NK6');
    expect(test).toContain('{ seed: 41, path: "6" }');
    expect(test?.length).toBeLessThan(2_000);
    expect(file).toContain('b.test.ts');
    expect(file).toContain('no such module');
    expect(rest).toEqual([]);
    expect(failures(null)).toEqual([]);
    expect(failures({ ...report, outside: ['a socket hung up'] })[0]).toContain('a socket hung up');
  });

  describe('runs a few browser files that failed once more, and nothing else', () => {
    const file = (name: string, project: string, status: string) => ({
      name,
      project,
      status,
      assertionResults: [{ status: 'passed' }, { status }],
    });
    const report = (...testResults: ReturnType<typeof file>[]) => ({
      numPassedTests: testResults.length,
      numFailedTests: testResults.filter(({ status }) => status === 'failed').length,
      testResults,
    });
    const held = file('a', 'browser', 'passed');
    const lost = file('b', 'browser', 'failed');

    test('only of the browser, only a few, and only when nothing else went wrong', () => {
      expect(again(report(held, lost))).toEqual(['b']);
      expect(again(report(held))).toEqual([]);
      expect(again(null)).toEqual([]);
      expect(again(report(held, lost, file('c', 'leak', 'failed')))).toEqual([]);
      expect(again({ ...report(held, lost), outside: ['a socket hung up'] })).toEqual([]);
      expect(again(report(...['b', 'c', 'd', 'e'].map((name) => file(name, 'browser', 'failed'))))).toEqual(
        [],
      );
    });

    test('of those, the second time counts; a run that left nothing changes nothing', () => {
      const first = report(held, lost);
      expect(count(merged(first, report(file('b', 'browser', 'passed'))), 0)).toEqual({
        passed: 4,
        failed: 0,
      });
      expect(count(merged(first, report(lost)), 1)).toEqual({ passed: 3, failed: 1 });
      expect(count(merged(first, null), 1)).toEqual({ passed: 3, failed: 1 });
      expect(count(merged(report(held), null), 1)).toEqual({ passed: 2, failed: 1 });
    });
  });
});

const ITSELF = 'test/unit/huis.test.ts';

/** Tables of who there is, beside those of what holds from when until when. */
const PEOPLE = [
  'organisaties',
  'personen',
  'medewerkers',
  'medewerker_zetels',
  'medewerker_rollen',
  'casussen',
  'leden',
  'regie',
];

/** The routes in a table of them: `PATCH`, `DELETE /leden[/{lid}]`; what stands between brackets a POST doesn't have. */
function routesIn(page: string): string[] {
  return [...page.matchAll(/^\| ((?:`[A-Z]+`, )*)`([A-Z]+) (\/[^`]*)` \|/gm)].flatMap(
    ([, before = '', last = '', path = '']) =>
      [...(before.match(/[A-Z]+/g) ?? []), last].map((method) =>
        routeVan(method, path.replace(/\[(.*)\]/, method === 'POST' ? '' : '$1')),
      ),
  );
}

function routeVan(methode: string, pad: string): string {
  return `${methode.toUpperCase()} ${pad.replace(/\?.*$/, '').replaceAll(/\{\w+\}/g, '{}')}`;
}

/** A chain of calls on one line, however it was broken. */
function flat(code: string): string {
  return code.replaceAll(/\s*\n\s*\./g, '.');
}

const Rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) });

/** Names of fields at the start of a cell or behind a comma: what stands in brackets is a value. */
function fieldsIn(cell: string): string[] {
  return [...cell.replaceAll(/\([^)]*\)/g, '').matchAll(/`(\w+\??)`/g)].map(([, name = '']) => name).sort();
}

/**
 * What pages name in backticks or link to and isn't in the clone. A file may be named by the end of its path.
 * @param folderOf where links of these pages start
 */
function missingIn(pages: readonly string[], folderOf: () => string): string[] {
  const all = files();
  return pages.flatMap((page) => {
    const named = [...page.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, name = '']) => name);
    const paths = named.filter(
      (name) => /\.(?:ts|mjs|cjs|css|md)$/.test(name) || /^(?:server|client|shared|test|docs)\//.test(name),
    );
    const links = [...page.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) =>
      normalize(join(folderOf(), link)),
    );
    return [
      ...paths.filter(
        (name) => !all.some((path) => `/${path}`.endsWith(`/${name}`) || path.startsWith(name)),
      ),
      ...links.filter((link) => !all.some((path) => path === link || path.startsWith(link))),
    ];
  });
}

/** Lines of text in which the pattern occurs, as `path:line`. */
function linesWith(pattern: RegExp): string[] {
  return files().flatMap((path) => {
    const content = read(path);
    // A picture or a font: bytes that only look like text.
    if (content.includes('\0')) return [];
    return content.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []));
  });
}

/** What is in git, or would be with the next commit. */
function files(): string[] {
  // CI may run as somebody else than the owner of the clone, at which git stops unless told that it is fine.
  const args = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ls-files: ${stderr}`);
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
