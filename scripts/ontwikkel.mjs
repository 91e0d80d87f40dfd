// `npm run dev`: the server compiles and restarts on a change, the client reloads in the browser by Vite.

import { spawn } from 'node:child_process';
import { rmSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD_STAMP } from './bereid.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

// From here dist/ follows the editor; without its stamp the next `npm start` builds again.
rmSync(BUILD_STAMP, { force: true });

// predev has built, so both can start at once.
const children = [
  run(['--watch', '--watch-preserve-output', 'dist/server/main.js']),
  run([binary('vite', 'vite')]),
];
const watchers = ['server', 'shared'].map((folder) =>
  watch(join(root, folder), { recursive: true }, compileSoon),
);

process.stdout.write('Ontwikkelen: open het adres dat Vite hieronder noemt. Stoppen met Ctrl-C.\n');

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => end(0));
// One of them gone is not a working environment: better to stop than to leave half of it running.
for (const child of children) child.on('exit', () => end(1));

/** @type {NodeJS.Timeout | undefined} */
let waiting;
let compiling = false;

/** An editor that saves gives several events, and a change of branch hundreds: compiles once they rest. */
function compileSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(compile, 100);
}

/**
 * Not `tsc --watch`: that of TypeScript 7.0 misses changes (seen on Linux in a container), and leaves its native
 * process behind when it is ended. A whole compilation takes well under a second. `node --watch` sees the output.
 */
function compile() {
  if (compiling) return compileSoon();
  compiling = true;
  run([binary('typescript', 'tsc'), '-p', 'tsconfig.server.json', '--pretty']).on('exit', (status) => {
    compiling = false;
    process.stdout.write(status === 0 ? 'Server gecompileerd.\n' : 'De server blijft op de vorige versie.\n');
  });
}

let ending = false;

/** @param {number} exitCode */
function end(exitCode) {
  if (ending) return;
  ending = true;
  process.exitCode = exitCode;
  clearTimeout(waiting);
  for (const watcher of watchers) watcher.close();
  for (const child of children) child.kill('SIGTERM');
}

/** @param {readonly string[]} args */
function run(args) {
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

/**
 * The script behind a package's command: started by node itself there is no shell between us and it, so that
 * ending it ends it.
 *
 * @param {string} packageName
 * @param {string} command
 */
function binary(packageName, command) {
  const manifest = require.resolve(`${packageName}/package.json`);
  return join(dirname(manifest), require(manifest).bin[command]);
}
