import { expect, test } from 'vitest';
import { kilobytesVoorDeEditor, scriptVoorDeEditor } from '../../bench/scherm/gewicht.mjs';

/** Kilobytes, gzipped: so long somebody on a bad line waits before they can read. */
const HOOGSTENS = 97;

test('the script of a board before its editor is at most 97 kB, gzipped', () => {
  const kilobytes = kilobytesVoorDeEditor();
  expect(kilobytes).toBeGreaterThan(60);
  expect(kilobytes, [...scriptVoorDeEditor()].map((deel) => deel.join(' ')).join('\n')).toBeLessThan(
    HOOGSTENS,
  );
});
