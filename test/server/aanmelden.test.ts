import { request } from 'node:http';
import { io } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { InstellingFout, isLoopback, leesInstellingen } from '../../server/instellingen.ts';
import { Sessie } from '../../shared/contract/sessies.ts';
import { vestig } from '../bouw/vestiging.ts';
import { huishouden, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { type Tafel, tafelVoorTest } from './opstelling.ts';

const UUR = 60 * 60 * 1000;

async function tafelMetFatima(keuzes: Parameters<typeof tafelVoorTest>[0] = {}) {
  const tafel = await tafelVoorTest(keuzes);
  const mensen = vestig(tafel, { fatima: ['gemeente', 'participatie'], tom: ['elders', 'jeugd'] });
  return { tafel, fatima: mensen.persoonId('fatima'), tom: mensen.persoonId('tom') };
}

describe('Sessions', () => {
  test('should give a cookie that scripts and other sites do not get, and that says who one is', async () => {
    const { tafel, fatima } = await tafelMetFatima();
    const antwoord = await tafel.verzoek('POST', '/sessies', { medewerkerId: fatima });
    expect(antwoord.status).toBe(201);
    const [gezet = '', ...meer] = antwoord.kop['set-cookie'] ?? [];
    expect(meer).toEqual([]);
    const [waarde, ...vlaggen] = gezet.split('; ');
    expect(vlaggen).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']));
    expect(vlaggen).not.toContain('Secure'); // on loopback there is no TLS
    expect(waarde).toMatch(/^regietafel_sessie=[\w-]{43}$/);
    const huidige = await tafel.verzoek('GET', '/sessies/huidige', undefined, { cookie: waarde ?? '' });
    expect(huidige.body).toMatchObject({ medewerkerId: fatima, naam: 'fatima', zetels: ['participatie'] });
  });

  test.each([
    ['participatie', true],
    ['gezondheidszorg', true],
    ['onderwijs', false],
    ['wonen', false],
    ['gedragsdeskundige', false],
    ['gezin', false],
  ] as const)(
    'NK30: should say to who sits on %s whether they can direct a casus: %s',
    async (zetel, kan) => {
      const tafel = await tafelVoorTest();
      const mensen = vestig(tafel, { wie: ['ergens', zetel] });
      const ik = await tafel.meldAan(mensen.persoonId('wie'));
      expect(Sessie.parse((await ik.verzoek('GET', '/sessies/huidige')).body).regisseert).toBe(kan);
    },
  );

  test('should keep the token of the cookie nowhere on disk', async () => {
    const { tafel, fatima } = await tafelMetFatima();
    const { cookie } = await tafel.meldAan(fatima);
    const token = cookie.split('=')[1] ?? '';
    const tabellen = tafel.database.sqlite
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
      .all();
    const alles = tabellen.map(({ name }) =>
      JSON.stringify(tafel.database.sqlite.prepare(`select * from "${name}"`).all()),
    );
    expect(alles.join()).toContain(fatima);
    expect(alles.join()).not.toContain(token);
    expect(alles.join()).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  test('ST15: should give each person a key of their own for what they typed, the same at each session, kept nowhere', async () => {
    const { tafel, fatima, tom } = await tafelMetFatima();
    const sleutelVan = async (wie: string): Promise<string> => {
      const ik = await tafel.meldAan(wie);
      return Sessie.parse((await ik.verzoek('GET', '/sessies/huidige')).body).kladsleutel;
    };
    const vanFatima = await sleutelVan(fatima);
    expect(Buffer.from(vanFatima, 'base64')).toHaveLength(32);
    expect(await sleutelVan(fatima)).toBe(vanFatima);
    expect(await sleutelVan(tom)).not.toBe(vanFatima);
    const tabellen = tafel.database.sqlite
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
      .all();
    const alles = tabellen.map(({ name }) =>
      JSON.stringify(tafel.database.sqlite.prepare(`select * from "${name}"`).all()),
    );
    expect(alles.join()).not.toContain(vanFatima);
  });

  test('should refuse a session after signing out, also when its cookie is kept', async () => {
    const { tafel, fatima } = await tafelMetFatima();
    const ik = await tafel.meldAan(fatima);
    const uit = await ik.verzoek('DELETE', '/sessies/huidige');
    expect([uit.status, uit.tekst]).toEqual([204, '']);
    expect(uit.kop['set-cookie']?.[0]).toMatch(/^regietafel_sessie=; .*Max-Age=0/);
    for (const [methode, pad] of [
      ['GET', '/sessies/huidige'],
      ['DELETE', '/sessies/huidige'],
      ['GET', '/casussen'],
      ['POST', '/casussen'],
    ] as const) {
      verwachtWeigering(await ik.verzoek(methode, pad), 401, 'niet_aangemeld');
    }
  });

  test('should end one session of somebody and leave their other one', async () => {
    const { tafel, fatima } = await tafelMetFatima();
    const werk = await tafel.meldAan(fatima);
    const thuis = await tafel.meldAan(fatima);
    await thuis.verzoek('DELETE', '/sessies/huidige');
    expect((await werk.verzoek('GET', '/sessies/huidige')).status).toBe(200);
  });

  test('should allow a session for a working day by the clock, and refuse it from then on', async () => {
    const { tafel, fatima } = await tafelMetFatima();
    const ik = await tafel.meldAan(fatima);
    tafel.klok.nu += 12 * UUR - 1;
    expect((await ik.verzoek('GET', '/sessies/huidige')).status).toBe(200);
    tafel.klok.nu += 1;
    verwachtWeigering(await ik.verzoek('GET', '/sessies/huidige'), 401, 'niet_aangemeld');
  });

  test.each([
    ['no cookie', {}],
    ['an empty one', { cookie: 'regietafel_sessie=' }],
    ['a guessed one', { cookie: `regietafel_sessie=${'A'.repeat(43)}` }],
    ['the hash that stands on disk', null],
    ['one that is no cookie', { cookie: ';;;=%%%' }],
  ] as const)('should refuse %s', async (_, koppen) => {
    const { tafel, fatima } = await tafelMetFatima();
    await tafel.meldAan(fatima);
    const rij = tafel.database.sqlite
      .prepare<[], { token_hash: string }>('select token_hash from sessies')
      .get();
    const antwoord = await tafel.verzoek(
      'GET',
      '/casussen',
      undefined,
      koppen ?? { cookie: `regietafel_sessie=${rij?.token_hash ?? ''}` },
    );
    verwachtWeigering(antwoord, 401, 'niet_aangemeld');
  });

  test('should end the session of who was signed in when somebody else signs in from the same browser', async () => {
    const { tafel, fatima, tom } = await tafelMetFatima();
    const eerst = await tafel.meldAan(fatima);
    expect((await eerst.verzoek('POST', '/sessies', { medewerkerId: tom })).status).toBe(201);
    verwachtWeigering(await eerst.verzoek('GET', '/sessies/huidige'), 401, 'niet_aangemeld');
  });

  test('should refuse to sign in as nobody', async () => {
    const { tafel } = await tafelMetFatima();
    const antwoord = await tafel.verzoek('POST', '/sessies', { medewerkerId: NIEMAND });
    verwachtWeigering(antwoord, 422, 'medewerker_onbekend');
    expect(antwoord.kop['set-cookie']).toBeUndefined();
  });
});

describe('Demo mode', () => {
  test.each(['0.0.0.0', '::', '10.0.0.1', '192.168.1.20', '::ffff:10.0.0.1', '2001:db8::1'])(
    'should refuse to listen on %s, where others could sign in as anybody',
    (adres) => {
      expect(() => leesInstellingen({ REGIETAFEL_ADRES: adres })).toThrow(InstellingFout);
      expect(isLoopback(adres)).toBe(false);
    },
  );

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('should allow %s', (adres) => {
    expect(leesInstellingen({ REGIETAFEL_ADRES: adres })).toMatchObject({ adres, demo: true });
  });

  test('should refuse a host name that only looks like loopback', () => {
    expect(() => leesInstellingen({ REGIETAFEL_ADRES: '127.evil.example' })).toThrow(InstellingFout);
    expect(() => leesInstellingen({ REGIETAFEL_ADRES: 'localhost.example' })).toThrow(InstellingFout);
  });
});

describe('Origin', () => {
  const VREEMD = ['https://elders.example', 'null', 'http://127.0.0.1:1', 'geen adres'];

  test.each(VREEMD)('should refuse a command from a page of %s, and do nothing', async (origin) => {
    const { tafel, fatima } = await tafelMetFatima();
    const ik = await tafel.meldAan(fatima);
    const antwoord = await ik.verzoek('DELETE', '/sessies/huidige', undefined, { origin });
    verwachtWeigering(antwoord, 403, 'vreemde_herkomst');
    expect((await ik.verzoek('GET', '/sessies/huidige')).status).toBe(200);
  });

  test('should allow a command from our own page, and one from another program', async () => {
    const { tafel, fatima } = await tafelMetFatima();
    const zonder = await tafel.verzoek('POST', '/sessies', { medewerkerId: fatima });
    const eigen = await tafel.verzoek('POST', '/sessies', { medewerkerId: fatima }, { origin: tafel.url });
    expect([zonder.status, eigen.status]).toEqual([201, 201]);
  });

  test.each(VREEMD)('should refuse a live connection from a page of %s', async (origin) => {
    const { tafel, fatima } = await tafelMetFatima();
    const { cookie } = await tafel.meldAan(fatima);
    expect(await statusVanUpgrade(tafel, { cookie, origin })).not.toBe(101);
  });

  test('should allow a live connection from our own page, and from another program', async () => {
    const { tafel, fatima } = await tafelMetFatima();
    const { cookie } = await tafel.meldAan(fatima);
    expect(await statusVanUpgrade(tafel, { cookie, origin: tafel.url })).toBe(101);
    expect(await statusVanUpgrade(tafel, { cookie })).toBe(101);
  });

  test('should refuse a live connection without a session', async () => {
    const { tafel } = await tafelMetFatima();
    const socket = io(tafel.url, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    const fout = await new Promise<Error>((klaar, mislukt) => {
      socket.once('connect_error', klaar);
      socket.once('connect', () => mislukt(new Error('it connected')));
    });
    socket.disconnect();
    expect(fout.message).toBe('niet_aangemeld');
  });

  test.each([
    '/live/',
    '/live/?EIO=4&transport=polling',
    '/live/?EIO=4&transport=websocket',
    '/live/?EIO=2',
    '/live/?transport=x',
    '/live/socket.io.js',
  ])('ST8: GET %s is a page that isn’t there, said by us', async (pad) => {
    const { tafel, fatima } = await tafelMetFatima();
    const { cookie } = await tafel.meldAan(fatima);
    for (const [methode, koppen] of [
      ['GET', {}],
      ['GET', { cookie }],
      ['POST', { cookie, 'content-type': 'text/plain' }],
    ] as const) {
      const antwoord = await fetch(`${tafel.url}${pad}`, { method: methode, headers: koppen });
      const nergens = await fetch(`${tafel.url}/nergens/x.js`, { method: methode, headers: koppen });
      expect([antwoord.status, await antwoord.text()]).toEqual([nergens.status, await nergens.text()]);
      expect(antwoord.status).toBe(404);
    }
  });
});

describe('The rate of commands', () => {
  test('should allow so many commands a minute and refuse the next, reading still works', async () => {
    const { tafel, fatima } = await tafelMetFatima({ grenzen: { opdrachtenPerMinuut: 3 } });
    const ik = await tafel.meldAan(fatima);
    for (let i = 0; i < 3; i++) expect((await ik.verzoek('POST', '/casussen', {})).status).toBe(422);
    const teVeel = await ik.verzoek('POST', '/casussen', {});
    verwachtWeigering(teVeel, 429, 'te_snel');
    expect(teVeel.kop['retry-after']).toBe('60');
    expect((await ik.verzoek('GET', '/casussen')).status).toBe(200);
  });

  test('ST6: should count for the person, over all their sessions', async () => {
    const { tafel, fatima } = await tafelMetFatima({ grenzen: { opdrachtenPerMinuut: 2 } });
    const een = await tafel.meldAan(fatima);
    const twee = await tafel.meldAan(fatima);
    for (let i = 0; i < 3; i++) await een.verzoek('POST', '/casussen', {});
    verwachtWeigering(await een.verzoek('POST', '/casussen', {}), 429, 'te_snel');
    verwachtWeigering(await twee.verzoek('POST', '/casussen', {}), 429, 'te_snel');
    const sanne = await tafel.meldAan(tafel.medewerker('Sanne', tafel.organisatie('Ergens'), 'schuldhulp'));
    expect((await sanne.verzoek('POST', '/casussen', {})).status).toBe(422);
  });
});

test('NK3: should take who somebody is from the session, and never from what a request says', async () => {
  const huis = await huishouden({ plaatsen: {} });
  const pieter = await huis.als('pieter');
  const antwoord = await pieter.verzoek(
    'GET',
    `${huis.pad}?persoonId=${huis.persoonId('fatima')}`,
    undefined,
    {
      'x-medewerker-id': huis.persoonId('fatima'),
      authorization: `Bearer ${huis.persoonId('fatima')}`,
    },
  );
  verwachtWeigering(antwoord, 404, 'niet_gevonden');
});

/** What a WebSocket upgrade of /live answers. */
function statusVanUpgrade(tafel: Tafel, koppen: Record<string, string>): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const verzoek = request(`${tafel.url}/live/?EIO=4&transport=websocket`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...koppen,
      },
    });
    verzoek.on('response', (antwoord) => {
      antwoord.resume();
      klaar(antwoord.statusCode ?? 0);
    });
    verzoek.on('upgrade', (antwoord, draad) => {
      draad.destroy();
      klaar(antwoord.statusCode ?? 0);
    });
    verzoek.on('error', mislukt);
    verzoek.end();
  });
}
