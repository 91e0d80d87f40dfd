import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The folders of test/, each a project, with the time that one test in it may take. */
const timeoutByKind = { unit: 90_000, server: 90_000, leak: 60_000, crash: 180_000, browser: 120_000 };

const projects = Object.entries(timeoutByKind)
  .filter(([kind]) => existsSync(fileURLToPath(new URL(`test/${kind}`, import.meta.url))))
  .map(([kind, timeout]) => ({
    extends: true as const,
    test: {
      name: kind,
      include: [`test/${kind}/**/*.test.ts`],
      testTimeout: timeout,
      hookTimeout: timeout,
      // Each file makes a server of its own and takes it down; loading the program anew for each took a third of the time.
      isolate: kind !== 'server',
    },
  }));

export default defineConfig({
  test: {
    projects,
    environment: 'node',
    // A test that asserts nothing can't fail; a denial test that forgot its `await` is the classic one.
    // What is waited for may take its time on a busy machine; that it comes is what is tested.
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    passWithNoTests: false,
    // Real servers and real browsers: more workers than this only make each other late.
    maxWorkers: 2,
  },
});
