import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Page } from 'playwright-core';

/** Ends by itself when the process that started it is gone. */
const REKENT = 'const van = process.ppid; while (process.ppid === van);';

/** Keeps every core busy with something else, as a machine with too little for all that is open. @returns what ends it */
export function houdKernenBezig(): () => void {
  const kinderen: readonly ChildProcess[] = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', REKENT], { stdio: 'ignore' }),
  );
  return () => {
    for (const kind of kinderen) kind.kill('SIGKILL');
  };
}

/** Makes a page that is often busy with something else, for up to 30 ms; `false` ends it. */
export async function houdPaginaBezig(page: Page, aan: boolean): Promise<void> {
  await page.evaluate((moet) => {
    const { dataset } = document.body;
    clearInterval(Number(dataset.drukte));
    delete dataset.drukte;
    if (!moet) return;
    const blokkeer = (): void => {
      const tot = performance.now() + 5 + Math.random() * 25;
      while (performance.now() < tot);
    };
    dataset.drukte = String(setInterval(blokkeer, 30));
  }, aan);
}
