// Installs what the peers need, when it is missing or differs; `npm run bench` does this first. Only node:*.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const map = fileURLToPath(new URL('.', import.meta.url));
const stempel = join(map, 'node_modules', '.regietafel-stempel');

if (!existsSync(stempel) || readFileSync(stempel, 'utf8') !== stand()) installeer();

/** A compiled module fits one Node ABI on one kind of machine. */
function stand() {
  const hash = createHash('sha256');
  for (const naam of ['package.json', 'package-lock.json', '.npmrc'])
    hash.update(readFileSync(join(map, naam)));
  return `${process.versions.modules} ${process.platform} ${process.arch} ${hash.digest('hex')}`;
}

function installeer() {
  console.log('De servers installeren waarmee we vergelijken. Dit duurt de eerste keer een paar minuten …');
  const gestart = process.env.npm_execpath ?? '';
  const viaNode = basename(gestart) === 'npm-cli.js';
  const { status } = spawnSync(
    viaNode ? process.execPath : 'npm',
    [...(viaNode ? [gestart] : []), 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: map,
      env: { ...process.env, ...koppenVanNode() },
      stdio: ['ignore', 'inherit', 'inherit'],
      // npm is a .cmd there, which only a shell starts.
      shell: !viaNode && process.platform === 'win32',
    },
  );
  if (status === 0) {
    writeFileSync(stempel, stand());
    return;
  }
  console.error(
    '\nInstalleren is niet gelukt; hierboven staat wat npm meldt.\n' +
      'Kijk of er verbinding is met het pakketregister. Gaat het om sqlite3, dan ontbreekt er iets om het te\n' +
      'bouwen: installeer python3, make en een C++-compiler (Debian: apt install build-essential python3).',
  );
  process.exitCode = 1;
}

/** node-gyp downloads Node's headers, unless told that they stand beside the running node. */
function koppenVanNode() {
  const bij = resolve(realpathSync(process.execPath), '..', '..');
  if (!existsSync(join(bij, 'include', 'node', 'node_api.h'))) return {};
  // npm 10 reads the first, 11 and 12 the second.
  return { npm_config_nodedir: bij, npm_package_config_node_gyp_nodedir: bij };
}
