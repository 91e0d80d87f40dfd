import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { foutregel } from '../../../server/kern/foutregel.ts';
import { Stappen } from '../../../server/kern/stap.ts';

const HIER = fileURLToPath(new URL('../../..', import.meta.url));

/** What our own code throws, as it throws it. */
function gevangen(doe: () => unknown): Error {
  try {
    doe();
  } catch (fout) {
    if (fout instanceof Error) return fout;
  }
  throw new Error('nothing was thrown');
}

const buitenStap = () =>
  new Stappen({ transactie: (werk) => werk(), moment: () => 0, bijFout: () => {}, bijSchijffout: () => {} })
    .huidig;

describe('ST8: what is said of a fault of ours', () => {
  test('ST8: is one line: its kind and where in our code', () => {
    expect(foutregel(gevangen(buitenStap))).toMatch(/^fout: Error · server\/kern\/stap:\d+$/);
  });

  test.each([
    'geheim',
    'geheim\n    at /srv/geheim/server/plan/plan.ts:1:1',
    `geheim ${HIER}server/plan/plan.ts:1:1\n    at x (${HIER}server/plan/plan.ts:1:1)`,
    '',
  ])('ST8: says nothing of a message (%j), nor of where it stands', (bericht) => {
    const fout = gevangen(buitenStap);
    fout.stack = `Error: ${bericht}\n${fout.stack?.split('\n').slice(1).join('\n')}`;
    fout.message = bericht;
    const regel = foutregel(fout);
    expect(regel).toMatch(/^fout: Error · server\/kern\/stap:\d+$/);
    expect(regel).not.toContain(HIER);
  });

  test('ST8: names the code of SQLite and of Node, and no other text that stands there', () => {
    expect(foutregel(Object.assign(new Error('x'), { code: 'SQLITE_FULL' }))).toContain(
      'fout: Error SQLITE_FULL',
    );
    expect(foutregel(Object.assign(new Error('x'), { code: 'geheim van Anna' }))).not.toContain('geheim');
  });

  test.each([undefined, null, 'geheim', 3, { message: 'geheim' }])(
    'ST8: says no more than its type of %j',
    (fout) => {
      expect(foutregel(fout)).toBe(`fout: ${typeof fout}`);
    },
  );
});
