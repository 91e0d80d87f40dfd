// The theme that our own stands on has 2,800 tokens for components that we don't have: two thirds of all style, which a
// browser reads before it draws anything. Of them this keeps what something uses.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Wherever a token is used, by its name. */
const NAAM = /--[\w-]+/g;
const GEBRUIK = /var\(\s*(--[\w-]+)/g;

/**
 * @param {string} map a folder
 * @returns {string} what our own styles and scripts in it say, as one text
 */
function bronnenIn(map) {
  return readdirSync(map, { recursive: true, encoding: 'utf8' })
    .filter((naam) => /\.(?:css|ts)$/.test(naam))
    .map((naam) => readFileSync(join(map, naam), 'utf8'))
    .join('\n');
}

/**
 * For Vite, in `css.postcss`: it sees a stylesheet when all that it imports stands in it.
 * @param {string} client where our own styles stand: each token that is named there stays
 * @returns {import('postcss').Plugin}
 */
export function alleenGebruikteTokens(client) {
  return {
    postcssPlugin: 'alleen-gebruikte-tokens',
    OnceExit(blad) {
      /** @type {import('postcss').Declaration[]} */
      const tokens = [];
      /** What each token is made of; of one that is set twice, of both. @type {Map<string, Set<string>>} */
      const delen = new Map();
      const nodig = new Set(bronnenIn(client).match(NAAM) ?? []);
      blad.walkDecls((regel) => {
        const gebruikt = [...regel.value.matchAll(GEBRUIK)].map(([, naam = '']) => naam);
        if (!regel.prop.startsWith('--')) for (const naam of gebruikt) nodig.add(naam);
        else {
          delen.set(regel.prop, new Set([...(delen.get(regel.prop) ?? []), ...gebruikt]));
          if (isThema(regel)) tokens.push(regel);
        }
      });
      for (const naam of nodig) for (const deel of delen.get(naam) ?? []) nodig.add(deel);
      for (const token of tokens) if (!nodig.has(token.prop)) token.remove();
    },
  };
}

/** Whether it stands in the layer of the theme. @param {import('postcss').Declaration} regel */
function isThema(regel) {
  /** @type {import('postcss').Node | undefined} */
  let om = regel.parent;
  while (om !== undefined) {
    if (om.type === 'atrule' && 'params' in om && om.params === 'tokens') return true;
    om = om.parent;
  }
  return false;
}
