import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as inPlaats from '../../../../client/sync/lib0-logging.ts';

test('what the build puts in place of lib0/logging has all that Yjs takes from it', () => {
  const yjs = readFileSync(fileURLToPath(import.meta.resolve('yjs')), 'utf8');
  const gebruikt = new Set([...yjs.matchAll(/\blogging\.(\w+)/g)].map(([, naam]) => naam));
  expect(gebruikt.size).toBeGreaterThan(0);
  expect(Object.keys(inPlaats)).toEqual(expect.arrayContaining([...gebruikt]));
});
