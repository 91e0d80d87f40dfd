import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Weigering } from '../kern/weigering.ts';
import { titelVan } from './probleem.ts';

// What a browser shows for an address where no page of ours is: nothing of where it was looked for, or by what (ST8).

/** In the page itself: what isn't there, or is asked under another name, can't bring a stylesheet. */
const STIJL = `
body { margin: 0; background: #f6f8f9; color: #1c2b33; font: 1.125rem/1.5 "Noto Sans", system-ui, sans-serif; }
header { padding: 1rem 1.5rem; background: #0f4c5c; color: #fff; font-weight: 700; }
main { max-width: 36rem; padding: 2rem 1.5rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
a { color: #0f4c5c; }
`;

const BELEID = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STIJL).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Answers with a page in our own look that says what is the matter. */
export function stuurPagina(res: ServerResponse, weigering: Weigering): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.statusCode = weigering.status;
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Content-Security-Policy', BELEID);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.end(pagina(titelVan(weigering.status), weigering.message, weigering.status !== 421));
}

/** Its texts are ours, and hold nothing of the request. */
function pagina(titel: string, uitleg: string, metWeg: boolean): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${titel} - Regietafel</title><style>${STIJL}</style></head>
<body><header>Regietafel</header><main><h1>${titel}</h1><p>${uitleg}</p>${metWeg ? '<p><a href="/">Naar het begin</a></p>' : ''}</main></body>
</html>
`;
}
