// Makes a fresh clone ready: installs what is missing, builds what changed, finds a browser for the tests.
//
//   node scripts/bereid.mjs [bouw] [browser]
//
// It runs before anything is installed, so it imports only node:*. When nothing changed it costs some
// hundredths of a second, so it stands before every `npm start` and `npm test`.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Each stamp lies in the folder that it vouches for, so that it goes when the folder goes. */
const INSTALL_STAMP = join(root, 'node_modules', '.regietafel-stempel');
export const BUILD_STAMP = join(root, 'dist', '.regietafel-stempel');

const INSTALL_SOURCES = ['package.json', 'package-lock.json', '.npmrc'];
const BUILD_SOURCES = [
  ...INSTALL_SOURCES,
  'server',
  'shared',
  'client',
  'tsconfig.json',
  'tsconfig.server.json',
  'tsconfig.client.json',
  'vite.config.ts',
  'scripts/delen.mjs',
  'scripts/tokens.mjs',
];

/** The headless one first: it is the same browser without its own windows, which cost a fifth of a test's time. */
const BROWSER_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** What a person can mend; its message is Dutch and says what to do next. */
class Onklaar extends Error {}

/** @param {readonly string[]} tasks `bouw`, `browser`, both or neither: installing is always done */
function prepare(tasks) {
  const unknown = tasks.find((task) => task !== 'bouw' && task !== 'browser');
  if (unknown !== undefined) throw new Onklaar(`Onbekende taak "${unknown}". Kies uit: bouw, browser.`);

  requireNode();
  bringUpToDate(INSTALL_STAMP, installStamp, install);
  if (tasks.includes('bouw')) bringUpToDate(BUILD_STAMP, buildStamp, build);
  if (tasks.includes('browser')) requireBrowser();
}

/**
 * The browser that the tests drive: REGIETAFEL_BROWSER, else the first on the PATH that starts.
 *
 * @returns {string | undefined} its path
 */
export function findBrowser() {
  const chosen = process.env.REGIETAFEL_BROWSER;
  if (chosen) return starts(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return BROWSER_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    (path) => isExecutable(path) && starts(path),
  );
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Onklaar(
    `Regietafel heeft Node 20.19 of nieuwer nodig (24 LTS is het beste); dit is ${process.versions.node}.`,
  );
}

/**
 * Does the work when its stamp is missing or differs. Two commands started together (`npm start` and `npm test`
 * on a fresh clone) wait for each other: `npm ci` under a running build would empty its node_modules.
 *
 * @param {string} stampFile
 * @param {() => string} currentStamp
 * @param {() => void} work
 */
function bringUpToDate(stampFile, currentStamp, work) {
  const isUpToDate = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === currentStamp();
  if (isUpToDate()) return;
  const release = takeTurn();
  try {
    if (isUpToDate()) return;
    // Taken before the work: a source that is saved during the build must count as changed afterwards.
    const stamp = currentStamp();
    rmSync(stampFile, { force: true });
    work();
    writeFileSync(stampFile, stamp);
  } finally {
    release();
  }
}

function installStamp() {
  // A compiled module fits one Node ABI on one kind of machine.
  const machine = `${process.versions.modules} ${process.platform} ${process.arch}`;
  return `${machine} ${hashOf(INSTALL_SOURCES)}`;
}

function buildStamp() {
  return hashOf(BUILD_SOURCES);
}

/**
 * By content and not by time: git gives every file of a checkout a new time.
 *
 * @param {readonly string[]} paths files and folders under the root; those that are missing count as missing
 */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} sorted, so that the same tree gives the same hash
 */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  const entries = readdirOrNull(full);
  if (entries === null) return [path];
  return entries.sort().flatMap((entry) => filesUnder(join(path, entry)));
}

/** @param {string} path */
function readdirOrNull(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (isErrno(error, 'ENOTDIR')) return null;
    throw error;
  }
}

function install() {
  say('Onderdelen installeren. Dit duurt de eerste keer een tot twee minuten …');
  // --include=dev: the build and the tests need them, also where NODE_ENV says production.
  const done = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done) return;
  throw new Onklaar(
    'Installeren is niet gelukt; hierboven staat wat npm meldt.\n' +
      'Kijk of er verbinding is met het pakketregister. Gaat het om better-sqlite3, dan ontbreekt er iets om\n' +
      'het te bouwen: installeer python3, make en een C++-compiler (Debian: apt install build-essential python3).',
  );
}

function build() {
  say('Bouwen …');
  // Vite empties its own folder. tsc does not: a file that is gone from the source would live on in dist.
  for (const folder of ['server', 'shared']) {
    rmSync(join(root, 'dist', folder), { recursive: true, force: true });
  }
  if (npm(['run', '--silent', 'build'])) return;
  throw new Onklaar('Bouwen is niet gelukt; hierboven staat waarom.');
}

/**
 * Runs the npm that started us, which need not be the one on the PATH.
 *
 * @param {readonly string[]} args
 * @returns {boolean} whether it went well
 */
function npm(args) {
  const started = process.env.npm_execpath ?? '';
  const viaNode = basename(started) === 'npm-cli.js';
  const { status, error } = spawnSync(
    viaNode ? process.execPath : 'npm',
    viaNode ? [started, ...args] : [...args],
    {
      cwd: root,
      env: { ...process.env, ...nodeHeaders() },
      stdio: ['ignore', 'inherit', 'inherit'],
      // npm is a .cmd there, which only a shell starts.
      shell: !viaNode && process.platform === 'win32',
    },
  );
  if (isErrno(error, 'ENOENT'))
    throw new Onklaar('npm staat niet op het PATH. Installeer Node met npm erbij.');
  return status === 0;
}

/** node-gyp downloads Node's headers, unless told that they stand beside the running node. */
function nodeHeaders() {
  const prefix = resolve(realpathSync(process.execPath), '..', '..');
  if (!existsSync(join(prefix, 'include', 'node', 'node_api.h'))) return {};
  // npm 10 reads the first, 11 and 12 the second.
  return { npm_config_nodedir: prefix, npm_package_config_node_gyp_nodedir: prefix };
}

function requireBrowser() {
  if (findBrowser() !== undefined) return;
  const chosen = process.env.REGIETAFEL_BROWSER;
  if (chosen) throw new Onklaar(`REGIETAFEL_BROWSER wijst naar ${chosen}, maar die start niet.`);
  if (mayInstallByApt()) {
    say('Geen browser gevonden. Chromium installeren voor de tests …');
    apt(['update']);
    // The fonts come along because a page without them renders squares. Older releases have no headless one.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      apt(['install', '-y', '--no-install-recommends', name, 'fonts-noto-core']);
      if (findBrowser() !== undefined) return;
    }
  }
  throw new Onklaar(
    'De tests hebben een browser nodig en er is er geen gevonden.\n' +
      'Installeer Chromium of Google Chrome (Debian: sudo apt install chromium), of zet in REGIETAFEL_BROWSER\n' +
      'waar de browser staat. `npm start` werkt ook zonder.',
  );
}

function mayInstallByApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** @param {readonly string[]} args; a failure shows in that there is still no browser */
function apt(args) {
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ubuntu's chromium-browser can be a note saying that one should install a snap: so look whether it runs.
 *
 * @param {string} path
 */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * Waits until no other process prepares this folder.
 *
 * @returns {() => void} ends the turn
 */
function takeTurn() {
  const folder = join(root, '.cache');
  const turn = join(folder, 'bereid.pid');
  mkdirSync(folder, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      return () => rmSync(turn, { force: true });
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
    if (isLeftBehind(turn)) rmSync(turn, { force: true });
    else if (!told) say('Een ander commando is deze map al aan het klaarzetten; even wachten …');
    pause(200);
  }
}

/**
 * Whether the process whose turn it was is gone. Its number may be another's by now: no turn lasts a quarter of an
 * hour.
 *
 * @param {string} turn
 */
function isLeftBehind(turn) {
  try {
    const isOld = Date.now() - statSync(turn).mtimeMs > 15 * 60_000;
    const pid = Number.parseInt(readFileSync(turn, 'utf8'), 10);
    // No number yet: it was made this very moment.
    return isOld || (!Number.isNaN(pid) && !isRunning(pid));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return isErrno(error, 'EPERM');
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** @param {unknown} error @param {string} code */
function isErrno(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** @param {string} message */
function say(message) {
  process.stdout.write(`${message}\n`);
}

// Tests import findBrowser from here; only as a command does it prepare anything.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    prepare(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Onklaar)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
