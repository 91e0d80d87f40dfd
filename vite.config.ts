import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Where `npm run dev` has the server listening; the browser itself only speaks to Vite. */
const server = '127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('client', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('dist/client', import.meta.url)),
    // Vite refuses to empty a folder outside its root unless told.
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // A source map would carry the paths of the machine that built it.
    sourcemap: false,
    // The Content-Security-Policy allows neither inline scripts nor data: addresses, so everything stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
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
