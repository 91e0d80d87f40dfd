import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { InstellingFout, leesInstellingen } from '../../server/instellingen.ts';
import { type Tafel, tafelVoorTest } from './opstelling.ts';

interface Gezegd {
  readonly status: number;
  readonly kop: NodeJS.Dict<string | string[]>;
  readonly tekst: string;
}

/** Asks `pad` as it stands here, by the name `host`. */
function vraagAls(
  tafel: Tafel,
  host: string | null,
  pad: string,
  keuzes: { methode?: string; koppen?: Record<string, string>; body?: string } = {},
): Promise<Gezegd> {
  return new Promise((klaar, mislukt) => {
    const verzoek = request(tafel.url, {
      method: keuzes.methode ?? 'GET',
      path: pad,
      setHost: false,
      headers: { ...(host === null ? {} : { host }), ...keuzes.koppen },
    });
    verzoek.on('response', (antwoord) => {
      let tekst = '';
      antwoord.setEncoding('utf8').on('data', (stuk: string) => {
        tekst += stuk;
      });
      antwoord.on('end', () => klaar({ status: antwoord.statusCode ?? 0, kop: antwoord.headers, tekst }));
    });
    verzoek.on('upgrade', (antwoord, draad) => {
      draad.destroy();
      klaar({ status: antwoord.statusCode ?? 0, kop: antwoord.headers, tekst: '' });
    });
    verzoek.on('error', mislukt);
    verzoek.end(keuzes.body);
  });
}

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** A folder as the built client is. */
function client(pagina = '<!doctype html><title>de pagina</title>'): string {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-client-'));
  onTestFinished(() => rmSync(map, { recursive: true, force: true }));
  mkdirSync(join(map, 'assets'));
  writeFileSync(join(map, 'index.html'), pagina);
  return map;
}

test('of the scripts that stand in the page itself a browser runs those that were built in, and no other', async () => {
  const script = "\nconsole.log('één');\n";
  const tafel = await tafelVoorTest({
    clientMap: client(`<!doctype html><script>${script}</script><script type="module" src="/a.js"></script>`),
  });
  const hash = createHash('sha256').update(script).digest('base64');
  const { headers } = await fetch(tafel.url);
  expect(headers.get('content-security-policy')).toContain(`;script-src 'self' 'sha256-${hash}';`);
});

const VREEMD = [
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil.example:127.0.0.1',
  'localhost@evil.example',
  'localhost.',
  '0.0.0.0',
  '[::]',
  '128.0.0.1',
  '',
];

describe('ST7: by which name people come', () => {
  test.each(VREEMD)('ST7: who comes by %j gets 421 everywhere, and no session', async (host) => {
    const tafel = await tafelVoorTest({ clientMap: client() });
    const wie = tafel.medewerker('Fatima', tafel.organisatie('Gemeente', true), 'participatie');
    const { port } = new URL(tafel.url);
    for (const naam of [host, `${host}:${port}`]) {
      const origin = `http://${naam}`;
      const sessie = await vraagAls(tafel, naam, '/api/v1/sessies', {
        methode: 'POST',
        koppen: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ medewerkerId: wie }),
      });
      expect([sessie.status, JSON.parse(sessie.tekst).code]).toEqual([421, 'onbekende_host']);
      expect(sessie.kop).not.toHaveProperty('set-cookie');
      for (const pad of ['/', '/assets/x.js', '/live/?EIO=4&transport=polling']) {
        const pagina = await vraagAls(tafel, naam, pad);
        expect([pagina.status, pagina.tekst.includes('Verkeerd adres')]).toEqual([421, true]);
      }
      for (const pad of ['/live/?EIO=4&transport=websocket', '/sync/x', '/x']) {
        expect((await vraagAls(tafel, naam, pad, { koppen: { ...UPGRADE, origin } })).status).toBe(421);
      }
    }
    expect(tafel.fouten).toEqual([]);
  });

  test.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '[::1]'])(
    'ST7: the demo answers to %s, with a port or without',
    async (host) => {
      const tafel = await tafelVoorTest({ clientMap: client() });
      for (const naam of [host, `${host}:4321`]) {
        expect((await vraagAls(tafel, naam, '/api/v1/gezondheid')).status).toBe(200);
        expect((await vraagAls(tafel, naam, '/')).tekst).toContain('de pagina');
      }
    },
  );

  test('ST7: answers to the names that it was told of, and no longer to its own outside the demo', async () => {
    const tafel = await tafelVoorTest({ hosts: new Set(['tafel.gemeente.example']) });
    const status = async (host: string) => (await vraagAls(tafel, host, '/api/v1/gezondheid')).status;
    expect(await status('tafel.gemeente.example')).toBe(200);
    expect(await status('Tafel.Gemeente.example:443')).toBe(200);
    expect(await status('gemeente.example')).toBe(421);
    // Loopback is no proof of who asks.
    expect(await status('localhost')).toBe(421);
  });

  test('ST7: reads the names from the environment', () => {
    expect(leesInstellingen({ REGIETAFEL_HOSTS: 'Tafel.example, 10.0.0.7,[fd00::1]' }).hosts).toEqual([
      'tafel.example',
      '10.0.0.7',
      '[fd00::1]',
    ]);
    expect(leesInstellingen({}).hosts).toEqual([]);
  });

  test.each(['https://tafel.example', 'tafel.example:443', '*.example', 'tafel.example/x', '.example'])(
    'ST7: refuses to start on %s, which is no name',
    (hosts) => {
      expect(() => leesInstellingen({ REGIETAFEL_HOSTS: hosts })).toThrow(InstellingFout);
      expect(() => leesInstellingen({ REGIETAFEL_HOSTS: hosts })).toThrow(/REGIETAFEL_HOSTS/);
    },
  );
});

describe('ST8: what is not there, and what fails', () => {
  test.each([
    '/%E0%A4%A',
    '/assets/nope.js',
    '/assets/%E0%A4%A',
    '/assets/%00',
    '/assets/..%2f..%2fpackage.json',
    '/assets',
    '/%2e%2e/%2e%2e/package.json',
    '//evil.example/%2f..',
    `/${'x'.repeat(5000)}%`,
  ])('ST8: %.40s gets a page in our own look or the product, and nothing of the machine', async (pad) => {
    const map = client();
    const tafel = await tafelVoorTest({ clientMap: map });
    const { status, kop, tekst } = await vraagAls(tafel, new URL(tafel.url).host, pad);
    expect(kop['content-type']).toMatch(/^text\/html/);
    expect(tekst).toMatch(status === 200 ? /de pagina/ : /<header>Regietafel<\/header>/);
    for (const woord of [
      map,
      process.cwd(),
      tmpdir(),
      'node_modules',
      'Error',
      'ENOENT',
      'Cannot GET',
      '<pre>',
    ])
      expect(tekst).not.toContain(woord);
    expect(tafel.fouten).toEqual([]);
  });

  test('ST8: under /api it is a problem, whatever the path', async () => {
    const tafel = await tafelVoorTest({ clientMap: client() });
    for (const pad of ['/api/v1/%E0%A4%A', '/api/v1/x', '/api/v1', '/api/v1/casussen/%00']) {
      const { kop, tekst } = await vraagAls(tafel, new URL(tafel.url).host, pad);
      expect([pad, kop['content-type']]).toEqual([pad, expect.stringMatching(/^application\/problem\+json/)]);
      expect(Object.keys(JSON.parse(tekst))).toEqual(['type', 'title', 'status', 'code', 'detail']);
    }
  });

  test('ST8: without a client it still is a page of ours', async () => {
    const tafel = await tafelVoorTest();
    const { status, tekst } = await vraagAls(tafel, new URL(tafel.url).host, '/');
    expect([status, tekst.includes('<header>Regietafel</header>')]).toEqual([404, true]);
  });
});
