import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { DELEN } from './scripts/delen.mjs';
import { alleenGebruikteTokens } from './scripts/tokens.mjs';

/** Where `npm run dev` has the server listening; the browser itself only speaks to Vite. */
const server = '127.0.0.1:3000';

/** The letters that every page is set in come along with it, not after its first words have been drawn without them. */
const lettersVooraf: Plugin = {
  name: 'letters-vooraf',
  transformIndexHtml: {
    order: 'post',
    handler: (_pagina, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((naam) => /noto-sans-latin-\d+-normal-[^/]+\.woff2$/.test(naam))
        .map((naam) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${naam}` },
          injectTo: 'head',
        })),
  },
};

/** Of what is downloaded before anybody can read, 3 kB less: `/live` speaks WebSocket alone (client/sync/live.ts). */
const alleenWebSocket: Plugin = {
  name: 'alleen-websocket',
  load: (bestand) =>
    /engine\.io-client\/build\/esm\/transports\/index\.js$/.test(bestand)
      ? "import { WS } from './websocket.js'; export const transports = { websocket: WS };"
      : null,
  // What polls counts its requests when it is loaded, so it would stay, unused.
  transform: (code, bestand) =>
    /engine\.io-client\/build\/esm\/transports\/polling/.test(bestand)
      ? { code, map: null, moduleSideEffects: false }
      : null,
};

/** How templates are indented is for who reads the source: in a page it is one space, and 1 kB. */
const zonderInspringen: Plugin = {
  name: 'zonder-inspringen',
  renderChunk: (code) => ({ code: code.replace(/\n[ \t]+/g, '\n'), map: null }),
};

/** What Vite puts round an `import` remembers that it asked for a style: one that didn't come it would never ask for again (ST16). */
const stijlNogEens: Plugin = {
  name: 'stijl-nog-eens',
  transform: (code, bestand) => {
    if (!bestand.endsWith('vite/preload-helper.js')) return null;
    const beter = code
      .replace(/(\(err\) => \{\s*)seen\[href\] = void 0;/, '$1delete seen[href];')
      .replace('if (e.type === "error") rej(', 'if (e.type === "error") link.remove(), rej(');
    if (!/delete seen/.test(beter) || !/link\.remove/.test(beter))
      throw new Error('stijl-nog-eens: wat Vite om een import zet, ziet er nu anders uit');
    return { code: beter, map: null };
  },
};

/** What mends a page of which only a part came stands in the page itself: as a file of its own it could be missing too. */
const herstelErin: Plugin = {
  name: 'herstel-erin',
  transformIndexHtml: {
    order: 'pre',
    handler: (pagina) => {
      const herstel = readFileSync(new URL('client/herstel.js', import.meta.url), 'utf8');
      return pagina.replace('<!-- herstel.js -->', () => `<script>\n${herstel}</script>`);
    },
  },
};

const CLIENT = fileURLToPath(new URL('client', import.meta.url));

export default defineConfig({
  root: CLIENT,
  css: { postcss: { plugins: [alleenGebruikteTokens(CLIENT)] } },
  plugins: [herstelErin, lettersVooraf, alleenWebSocket, stijlNogEens, zonderInspringen],
  resolve: {
    // Of what is downloaded before anybody can read, 4 kB less.
    alias: {
      'lib0/logging': fileURLToPath(new URL('client/sync/lib0-logging.ts', import.meta.url)),
      'lib0/broadcastchannel': fileURLToPath(
        new URL('client/sync/lib0-broadcastchannel.ts', import.meta.url),
      ),
    },
  },
  build: {
    outDir: fileURLToPath(new URL('dist/client', import.meta.url)),
    // Vite refuses to empty a folder outside its root unless told.
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // A source map would carry the paths of the machine that built it.
    sourcemap: false,
    // The Content-Security-Policy allows of what isn't a file herstel.js and pictures alone.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A screen's files come all at once; what comes after it is fetched while nobody waits, and isn't named in it.
      resolveDependencies: (_bestand, nodig, { hostId, hostType }) =>
        hostType === 'html' || /\/index-[^/]*$/.test(hostId)
          ? nodig
          : nodig.filter((een) => een.endsWith('.css')),
    },
    rollupOptions: { output: DELEN },
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    // The Host header stays the browser's own (no changeOrigin): the server compares it with Origin.
    proxy: {
      '/api': { target: `http://${server}` },
      '/live': { target: `ws://${server}`, ws: true },
      '/sync': { target: `ws://${server}`, ws: true },
    },
  },
});
