import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** Has another process lock a database for writing. @returns how it lets go */
export async function spawnHouder(pad: string): Promise<() => Promise<void>> {
  const kind = spawn(process.execPath, ['--input-type=module', '-e', HOUDER, pad], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const einde = once(kind, 'exit');
  onTestFinished(() => beeindig(kind, einde));
  await Promise.race([once(kind.stdout, 'data'), einde]);
  if (kind.exitCode !== null) throw new Error('the holder ended without a lock');
  return () => beeindig(kind, einde);
}

async function beeindig(kind: ChildProcess, einde: Promise<unknown>): Promise<void> {
  kind.kill('SIGKILL');
  await einde;
}

const HOUDER = `
  import Database from 'better-sqlite3';
  const sqlite = new Database(process.argv[1], { timeout: 0 });
  sqlite.exec('begin immediate');
  console.log('locked');
  setInterval(() => sqlite.inTransaction, 1000);
`;
