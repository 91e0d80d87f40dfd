// How much script the board loads before there is an editor, from what was built.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ASSETS = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url));

/**
 * Of the frame, the board and its texts: what they import at their start. What comes later stands in `import(…)`.
 * @returns {ReadonlyMap<string, number>} bytes of each file, gzipped
 */
export function scriptVoorDeEditor() {
  /** @type {Map<string, number>} */
  const nodig = new Map();
  /** @param {string} naam */
  const neem = (naam) => {
    if (nodig.has(naam)) return;
    const bron = readFileSync(join(ASSETS, naam), 'utf8');
    nodig.set(naam, gzipSync(bron).length);
    for (const [, ander = ''] of bron.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) neem(ander);
  };
  const begin = readdirSync(ASSETS).filter((naam) => /^(?:index|bord|teksthelft)-.*\.js$/.test(naam));
  if (begin.length !== 3)
    throw new Error(`dit zijn niet het raam, het bord en de teksten: ${begin.join(', ')}`);
  for (const naam of begin) neem(naam);
  return nodig;
}

/** @returns {number} the same in kilobytes (1000 bytes) */
export function kilobytesVoorDeEditor() {
  return [...scriptVoorDeEditor().values()].reduce((som, bytes) => som + bytes, 0) / 1000;
}
