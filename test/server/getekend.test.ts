import { once } from 'node:events';
import { io } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Huishouden, huishouden, opgeslagen, verwachtWeigering } from './huishouden.ts';

// ST12: a page that was drawn for Fatima, in a browser in which Tom signed in meanwhile.

const CASUS = {
  leden: [{ rol: 'moeder' }],
  zetel: 'jeugd',
  waarvoor: 'samenhang',
  grondslag: 'jeugdwet',
};

async function metTom() {
  const huis = await huishouden({ plaatsen: { tom: null } });
  const tom = await huis.als('tom');
  return { huis, tom, voor: (wie: 'fatima' | 'tom') => ({ 'regietafel-persoon': huis.persoonId(wie) }) };
}

describe('ST12: what a page sends that was drawn for another', () => {
  test.each([
    ['that is good', CASUS],
    ['that is wrong', 'geen json'],
  ])('should be refused, with a body %s, and do nothing', async (_, body) => {
    const { huis, tom, voor } = await metTom();
    const eerst = opgeslagen(huis.tafel);
    verwachtWeigering(await tom.verzoek('POST', '/casussen', body, voor('fatima')), 409, 'andere_aanmelding');
    expect(opgeslagen(huis.tafel)).toEqual(eerst);
    expect((await tom.verzoek('POST', '/casussen', body, voor('tom'))).body?.code).not.toBe(
      'andere_aanmelding',
    );
  });

  test('should be refused for every command and query that needs a session, whoever it is drawn for', async () => {
    const { huis, tom, voor } = await metTom();
    for (const { methode, pad, sessie } of huis.tafel.app.routes) {
      if (sessie !== 'nodig') continue;
      const vol = pad.replace('{casusId}', huis.casusId).replaceAll(/\{\w+\}/g, huis.leden.moeder);
      for (const kop of [voor('fatima'), { 'regietafel-persoon': 'niemand' }, { 'regietafel-persoon': '' }]) {
        const antwoord = await tom.verzoek(methode.toUpperCase(), vol, undefined, kop);
        verwachtWeigering(antwoord, 409, 'andere_aanmelding');
        // It doesn't tell who somebody is by their id.
        expect(antwoord.tekst.toLowerCase()).not.toContain('fatima');
      }
    }
  });

  test('should be taken from who it is drawn for, and from another program, which doesn’t say', async () => {
    const { huis, tom, voor } = await metTom();
    expect((await tom.verzoek('GET', huis.pad, undefined, voor('tom'))).status).toBe(200);
    expect((await tom.verzoek('GET', huis.pad)).status).toBe(200);
  });

  test('should be answered without a session as without one', async () => {
    const { huis, voor } = await metTom();
    verwachtWeigering(
      await huis.tafel.verzoek('GET', huis.pad, undefined, voor('fatima')),
      401,
      'niet_aangemeld',
    );
  });
});

describe('ST12: a line of a page that was drawn for another', () => {
  /** How `/live` receives Tom's cookie with this in its address. */
  const live = async (huis: Huishouden, query: Record<string, string>) => {
    const socket = io(huis.tafel.url, {
      path: '/live',
      transports: ['websocket'],
      extraHeaders: { cookie: (await huis.als('tom')).cookie },
      query,
      forceNew: true,
      reconnection: false,
    });
    try {
      return await new Promise<string>((klaar) => {
        socket.once('connect', () => klaar('open'));
        socket.once('connect_error', ({ message }) => klaar(message));
      });
    } finally {
      socket.disconnect();
    }
  };
  /** The same of `/sync`: what it hears, or with which code it is closed. */
  const sync = async (huis: Huishouden, vraag: string) => {
    const url = `${huis.tafel.url.replace('http', 'ws')}/sync/${huis.casusId}?${vraag}`;
    const socket = new WebSocket(url, { headers: { cookie: (await huis.als('tom')).cookie } });
    const [eerst] = await Promise.race([once(socket, 'message').then(() => ['open']), once(socket, 'close')]);
    socket.terminate();
    return eerst;
  };

  test('should not go on as who signed in', async () => {
    const { huis } = await metTom();
    const persoon = huis.persoonId('fatima');
    expect(await live(huis, { persoon })).toBe('niet_aangemeld');
    expect(await sync(huis, `persoon=${persoon}`)).toBe(4401);
  });

  test('should be open to who it is drawn for, and to another program', async () => {
    const { huis } = await metTom();
    const persoon = huis.persoonId('tom');
    expect([await live(huis, { persoon }), await live(huis, {})]).toEqual(['open', 'open']);
    expect([await sync(huis, `persoon=${persoon}`), await sync(huis, '')]).toEqual(['open', 'open']);
  });
});
