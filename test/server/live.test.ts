import { once } from 'node:events';
import { connect, type Socket as Draad } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Huishouden, huishouden, type Lid, type Naam, NIEMAND } from './huishouden.ts';
import type { Luisteraar, Tafel } from './opstelling.ts';

const IEDEREEN = ['fatima', 'tom', 'sanne', 'ali', 'pieter', 'lotte', 'joke', 'marloes'] as const;

/** Everybody at the table with the board open. */
async function allenKijken(huis: Huishouden): Promise<Map<Naam, Luisteraar>> {
  const allen = new Map<Naam, Luisteraar>();
  for (const naam of IEDEREEN) allen.set(naam, await kijkMee(huis, naam));
  return allen;
}

async function kijkMee(huis: Huishouden, naam: Naam): Promise<Luisteraar> {
  const luisteraar = await (await huis.als(naam)).live();
  expect(await luisteraar.volg(huis.casusId)).toEqual({ ok: true });
  return luisteraar;
}

/** Waits until everyone has what was sent, and gives the names of who got an event that `is` recognises. */
async function wieKreeg(
  allen: ReadonlyMap<Naam, Luisteraar>,
  is: (soort: string, bericht: { kaart?: { id: string }; weg?: string }) => boolean,
): Promise<Naam[]> {
  await Promise.all([...allen.values()].map((een) => een.bij()));
  return [...allen]
    .filter(([, een]) => een.ontvangen.some((e) => is(e.soort, e.bericht)))
    .map(([naam]) => naam);
}

const kracht = (titel: string) => ({ soort: 'kracht', titel, leefgebied: 'wonen' });

describe('kaart: reaches exactly who may', () => {
  test.each<[Naam, string, Lid | null, object, Naam[]]>([
    ['sanne', 'hulp', null, kracht('x'), ['fatima', 'tom', 'sanne', 'ali', 'pieter', 'lotte']],
    ['sanne', 'hulp', 'moeder', kracht('x'), ['fatima', 'sanne', 'ali', 'pieter', 'lotte']],
    ['tom', 'hulp', 'kind1', kracht('x'), ['fatima', 'tom', 'sanne']],
    ['pieter', 'gezondheid', 'moeder', kracht('x'), ['pieter', 'lotte']],
    ['joke', 'onderwijs', 'kind1', kracht('x'), ['joke']],
    ['fatima', 'plan', 'kind1', { soort: 'doel', titel: 'x' }, ['fatima', 'tom', 'sanne']],
    [
      'fatima',
      'contact',
      'moeder',
      { soort: 'contact', titel: 'x' },
      ['fatima', 'sanne', 'ali', 'pieter', 'lotte', 'marloes'],
    ],
    ['fatima', 'regie', null, { soort: 'noodkaart', weten: 'x', bellen: 'y' }, ['fatima']],
  ])(
    'should send what %s writes in %s of %s to its readers and nobody else',
    async (wie, categorie, lid, inhoud, lezers) => {
      const huis = await huishouden();
      const allen = await allenKijken(huis);
      const { id, versie } = await huis.schrijf(wie, categorie, lid, inhoud);
      expect(await wieKreeg(allen, (_, { kaart }) => kaart?.id === id)).toEqual(lezers);
      // The board says the same as the event, and the event is what stands on the board.
      for (const [naam, een] of allen) {
        const opBord = (await huis.bord(naam)).kaarten.find((kaart) => kaart.id === id);
        const gestuurd = een.ontvangen.find(({ bericht }) => bericht.kaart?.id === id)?.bericht.kaart;
        expect(gestuurd).toEqual(opBord);
      }
      expect((await huis.vraag(wie, 'DELETE', `/kaarten/${id}?versie=${versie}`)).status).toBe(204);
      expect(await wieKreeg(allen, (_, { weg }) => weg === id)).toEqual(lezers);
    },
  );

  test('should send nothing of a change that was refused (NK17)', async () => {
    const huis = await huishouden();
    const allen = await allenKijken(huis);
    const compartimentId = await huis.plek('pieter', 'plan', null);
    const antwoord = await huis.vraag('pieter', 'POST', '/kaarten', {
      compartimentId,
      soort: 'doel',
      titel: 'Nee',
    });
    expect(antwoord.status).toBe(403);
    await Promise.all([...allen.values()].map((een) => een.bij()));
    const alles = JSON.stringify([...allen.values()].map((een) => een.ontvangen));
    expect(alles).not.toContain('Nee');
    expect(alles).not.toContain('"kaart"');
  });

  test('should send nothing to a session that follows another casus, or none', async () => {
    const huis = await huishouden();
    const los = await (await huis.als('sanne')).live();
    const weg = await kijkMee(huis, 'ali');
    expect(await weg.verlaat(huis.casusId)).toEqual({ ok: true });
    await huis.schrijf('sanne', 'hulp', 'moeder', kracht('x'));
    await Promise.all([los.bij(), weg.bij()]);
    expect(los.ontvangen).toEqual([]);
    expect(weg.ontvangen.filter(({ soort }) => soort === 'kaart')).toEqual([]);
  });

  test('NK6: a line on a session that is over by the clock ends then, whatever it follows, and not by what happens elsewhere', async () => {
    const huis = await huishouden();
    const los = await (await huis.als('sanne')).live();
    const kijkt = await kijkMee(huis, 'ali');
    const weg = [los, kijkt].map(({ socket }) => new Promise((klaar) => socket.once('disconnect', klaar)));
    huis.tafel.klok.nu += 12 * 60 * 60 * 1000 - 1000;
    huis.tafel.app.loopAf();
    await Promise.all([los.bij(), kijkt.bij()]);
    expect([los, kijkt].map(({ socket }) => socket.connected)).toEqual([true, true]);

    huis.tafel.klok.nu += 1000;
    huis.tafel.app.loopAf();
    await Promise.all(weg);
    expect([los, kijkt].map(({ socket }) => socket.connected)).toEqual([false, false]);
  });

  test.each([
    ['a casus in which one takes no part', (huis: Huishouden) => huis.casusId],
    ['a casus that is not there', () => NIEMAND],
    ['no id at all', () => 'toString'],
  ])('should refuse to follow %s, in the same words (NK5)', async (_, casus) => {
    const huis = await huishouden({ plaatsen: {} });
    const luisteraar = await (await huis.als('pieter')).live();
    expect(await luisteraar.volg(casus(huis))).toEqual({ ok: false, code: 'niet_gevonden' });
    await huis.schrijf('fatima', 'hulp', null, kracht('x'));
    await luisteraar.bij();
    expect(luisteraar.ontvangen).toEqual([]);
  });
});

describe('NK22: a kaart that names somebody', () => {
  test('should reach them without its place, and go when they are named no more', async () => {
    const huis = await huishouden();
    const allen = await allenKijken(huis);
    const joke = allen.get('joke');
    const { id, versie } = await huis.schrijf('tom', 'plan', 'kind1', {
      soort: 'afspraak',
      titel: 'Gesprek',
      uitvoerders: [huis.zetelVan('joke')],
    });
    expect(await wieKreeg(allen, (_, { kaart }) => kaart?.id === id)).toEqual([
      'fatima',
      'tom',
      'sanne',
      'joke',
    ]);
    const gekregen = joke?.ontvangen.find(({ soort }) => soort === 'kaart')?.bericht.kaart;
    expect(gekregen).toMatchObject({ id, titel: 'Gesprek', compartimentId: null, ikVoerUit: true });
    await huis.vraag('tom', 'PATCH', `/kaarten/${id}`, {
      versie,
      uitvoerders: [],
      titel: 'Zonder school',
    });
    expect(await wieKreeg(allen, (_, { weg }) => weg === id)).toEqual(['joke']);
    expect(JSON.stringify(joke?.ontvangen)).not.toContain('Zonder school');
  });

  test('should not reach somebody whom another kaart names', async () => {
    const huis = await huishouden();
    const joke = await kijkMee(huis, 'joke');
    const marloes = await kijkMee(huis, 'marloes');
    await huis.schrijf('tom', 'plan', 'kind1', {
      soort: 'afspraak',
      titel: 'Gesprek',
      uitvoerders: [huis.zetelVan('joke')],
    });
    await Promise.all([joke.bij(), marloes.bij()]);
    expect(joke.ontvangen.some(({ soort }) => soort === 'kaart')).toBe(true);
    expect(marloes.ontvangen.some(({ soort }) => soort === 'kaart')).toBe(false);
  });
});

describe('NK10: what opens on request', () => {
  test('should reach a session from when it opens it, and no other session of the same person', async () => {
    const huis = await huishouden();
    const id = huis.persoonId('tom');
    const een = await huis.tafel.meldAan(id);
    const twee = await huis.tafel.meldAan(id);
    const [hier, daar] = [await een.live(), await twee.live()];
    await hier.volg(huis.casusId);
    await daar.volg(huis.casusId);
    const adres = await huis.plek('tom', 'adres', 'kind1');

    const voor = await huis.schrijf('fatima', 'adres', 'kind1', { soort: 'adres', titel: 'Oud' });
    await hier.bij();
    expect(JSON.stringify(hier.ontvangen)).not.toContain(voor.id);

    const opening = await een.verzoek('POST', `${huis.pad}/compartimenten/${adres}/openingen`);
    expect(opening.status).toBe(201);
    expect(opening.body.kaarten).toHaveLength(1);
    const fatima = await huis.als('fatima');
    expect((await fatima.verzoek('POST', `${huis.pad}/compartimenten/${adres}/openingen`)).status).toBe(201);
    const gewijzigd = await huis.vraag('fatima', 'PATCH', `/kaarten/${voor.id}`, {
      versie: voor.versie,
      titel: 'Nieuw',
    });
    expect(gewijzigd.status, gewijzigd.tekst).toBe(200);
    await Promise.all([hier.bij(), daar.bij()]);
    expect(JSON.stringify(hier.ontvangen)).toContain('Nieuw');
    expect(JSON.stringify(daar.ontvangen)).not.toContain('Nieuw');
    expect(JSON.stringify((await twee.verzoek('GET', huis.pad)).body)).not.toContain('Nieuw');
  });
});

describe('zicht and aanwezig', () => {
  test('NK20: should tell of a new discreet seat to who may know of it, and to nobody else', async () => {
    const huis = await huishouden({ plaatsen: { tom: ['kind1'], sanne: null, lotte: ['moeder'] } });
    const allen = new Map<Naam, Luisteraar>();
    for (const naam of ['fatima', 'tom', 'sanne', 'lotte'] as const)
      allen.set(naam, await kijkMee(huis, naam));
    await huis.laatMeedoen('karim', ['moeder']);
    expect(await wieKreeg(allen, (soort) => soort === 'zicht')).toEqual(['fatima']);
    const antwoord = await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('karim')}`, {
      bekend: true,
    });
    expect(antwoord.status).toBe(200);
    // The household agreed: the kernteam knows, another organisation in health care doesn't.
    expect(await wieKreeg(allen, (soort) => soort === 'zicht')).toEqual(['fatima', 'tom', 'sanne']);
  });

  test('NK19: should show who is here to who knows them by name, and no others', async () => {
    const huis = await huishouden();
    const fatima = await kijkMee(huis, 'fatima');
    const tom = await kijkMee(huis, 'tom');
    const pieter = await kijkMee(huis, 'pieter');
    await Promise.all([fatima.bij(), tom.bij(), pieter.bij()]);
    const laatste = (een: Luisteraar): string[] =>
      een.ontvangen.findLast(({ soort }) => soort === 'aanwezig')?.bericht.deelnemerIds ?? [];
    const [f, t, p] = [huis.zetelVan('fatima'), huis.zetelVan('tom'), huis.zetelVan('pieter')];
    expect(laatste(fatima)).toEqual([f, t, p]);
    expect(laatste(tom)).toEqual([f, t]);
    expect(laatste(pieter)).toEqual([f, p]);
    pieter.sluit();
    await wachtTot(() => laatste(fatima).length === 2);
    expect(JSON.stringify(tom.ontvangen)).not.toContain(p);
  });

  test('NK19: should not show somebody whose session ended', async () => {
    const huis = await huishouden({ plaatsen: { tom: ['kind1'] } });
    const fatima = await kijkMee(huis, 'fatima');
    const tom = await kijkMee(huis, 'tom');
    await (await huis.als('tom')).verzoek('DELETE', '/sessies/huidige');
    await wachtTot(() => !tom.socket.connected);
    await fatima.bij();
    expect(fatima.ontvangen.findLast(({ soort }) => soort === 'aanwezig')?.bericht.deelnemerIds).toEqual([
      huis.zetelVan('fatima'),
    ]);
  });
});

describe('SY10: nonsense ends its own connection at most, and nothing else', () => {
  /** Whether the server still serves somebody: they write, another hears it, and no fault of ours was seen. */
  async function verwachtDatAllesLoopt(huis: Huishouden, luisteraar: Luisteraar): Promise<void> {
    const { id } = await huis.schrijf('fatima', 'hulp', null, kracht('Nog steeds'));
    await luisteraar.bij();
    expect(luisteraar.socket.connected).toBe(true);
    expect(JSON.stringify(luisteraar.ontvangen)).toContain(id);
    expect(huis.tafel.fouten).toEqual([]);
  }

  test.each<[string, string | Buffer]>([
    ['no packet of engine.io', 'onzin'],
    ['an unknown type', '9'],
    ['bytes', Buffer.from([0xff, 0, 1, 2])],
    ['broken JSON', '42["casus:volg",{'],
    ['no event', '42[]'],
    ['an event that is a number', '42[7]'],
    ['an event without a question', '42["casus:volg"]'],
    ['a question that is null', '420["casus:volg",null]'],
    ['a question with more in it', '420["casus:volg",{"casusId":"x","deelnemerId":"y"}]'],
    ['the event error', '42["error","x"]'],
    ['a reserved event', '42["disconnecting"]'],
    ['another reserved event', '42["newListener","x"]'],
    ['a name of Object', '42["__proto__",{"constructor":1}]'],
    ['an attachment that never comes', '451-["casus:volg",{"_placeholder":true,"num":0}]'],
    ['an attachment with a number that is none', '451-["casus:volg",{"_placeholder":true,"num":"x"}]'],
    ['very many attachments', '459999999999-["casus:volg"]'],
    ['an answer that nobody asked for', '43999["x"]'],
    ['another namespace', '40/beheer,'],
    ['a frame larger than allowed', `42["casus:volg","${'x'.repeat(20_000)}"]`],
  ])('should survive %s', async (_, frame) => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const luisteraar = await kijkMee(huis, 'sanne');
    const { cookie } = await huis.als('sanne');
    const ws = new WebSocket(`${huis.tafel.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`, {
      headers: { cookie },
    });
    onTestFinished(() => ws.terminate());
    ws.on('error', () => undefined);
    await once(ws, 'open');
    ws.send('40');
    ws.send(frame);
    ws.send('2');
    await verwachtDatAllesLoopt(huis, luisteraar);
  });

  test.each<[string, Buffer]>([
    ['text with bytes that are no UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28])],
    ['a frame without a mask', Buffer.from([0x81, 0x02, 0x34, 0x30])],
    ['a reserved opcode', Buffer.from([0x8f, 0x80, 0, 0, 0, 0])],
    ['a frame that says it is 2^62 long', Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['no WebSocket frames at all', Buffer.from('GET / HTTP/1.1\r\n\r\n'.repeat(50))],
  ])('should end a connection that sends %s', async (_, bytes) => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const luisteraar = await kijkMee(huis, 'sanne');
    const draad = await upgrade(
      huis.tafel,
      '/live/?EIO=4&transport=websocket',
      (await huis.als('sanne')).cookie,
    );
    draad.write(bytes);
    await wachtTot(() => draad.closed);
    await verwachtDatAllesLoopt(huis, luisteraar);
  });

  test.each(['/sync/', `/sync/${NIEMAND}`, '/', '/api/v1/casussen', '/livex', '/live', '/LIVE/', '/%00'])(
    'should end an upgrade of %s, also when it is broken off',
    async (pad) => {
      const huis = await huishouden({ plaatsen: { sanne: null } });
      const luisteraar = await kijkMee(huis, 'sanne');
      const { cookie } = await huis.als('sanne');
      const draad = await upgrade(huis.tafel, pad, cookie);
      draad.write(Buffer.alloc(1000, 7));
      await wachtTot(() => draad.closed);
      // Broken off before anything is answered: nobody may be left to listen for the error.
      for (let i = 0; i < 5; i++) {
        const weg = connect({ port: Number(new URL(huis.tafel.url).port), host: '127.0.0.1' });
        weg.on('error', () => undefined);
        await once(weg, 'connect');
        weg.write(upgradeVraag(pad, cookie));
        weg.resetAndDestroy();
        await wachtTot(() => weg.closed);
      }
      await verwachtDatAllesLoopt(huis, luisteraar);
    },
  );

  test('should end a connection that is broken off while it is served', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const luisteraar = await kijkMee(huis, 'sanne');
    const draad = await upgrade(
      huis.tafel,
      '/live/?EIO=4&transport=websocket',
      (await huis.als('sanne')).cookie,
    );
    draad.resetAndDestroy();
    await wachtTot(() => draad.closed);
    await verwachtDatAllesLoopt(huis, luisteraar);
  });
});

function upgradeVraag(pad: string, cookie: string): string {
  return (
    `GET ${pad} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: ${cookie}\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
  );
}

/** A connection on which an upgrade was asked for and answered. */
async function upgrade(tafel: Tafel, pad: string, cookie: string): Promise<Draad> {
  const draad = connect({ port: Number(new URL(tafel.url).port), host: '127.0.0.1' });
  onTestFinished(() => void draad.destroy());
  draad.on('error', () => undefined);
  await once(draad, 'connect');
  draad.write(upgradeVraag(pad, cookie));
  await once(draad, 'data');
  draad.resume();
  return draad;
}

/** Waits for a condition. */
async function wachtTot(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((klaar) => setTimeout(klaar, 5));
}

describe('NK20: on which number somebody is called in a casus', () => {
  test('should reach at once who knows them by name, and nobody else', async () => {
    const huis = await huishouden();
    const allen = await allenKijken(huis);
    const eigen = (await huis.bord('fatima')).deelnemers.find(({ id }) => id === huis.zetel.pieter)?.telefoon;
    const kennen = async () => {
      const borden = await Promise.all(IEDEREEN.map(async (naam) => [naam, await huis.bord(naam)] as const));
      return borden
        .filter(([, bord]) => JSON.stringify(bord).includes('010-123 45 67'))
        .map(([naam]) => naam);
    };

    const antwoord = await huis.vraag('pieter', 'PUT', '/nummer', { telefoon: '+31 (0)10 1234567' });

    expect(antwoord.status).toBe(204);
    expect(await kennen()).toEqual(['fatima', 'pieter', 'lotte']);
    expect(await wieKreeg(allen, (soort) => soort === 'zicht')).toEqual(['fatima', 'pieter', 'lotte']);

    // Elsewhere, and here when it is taken back, it is their own.
    expect((await huis.vraag('pieter', 'PUT', '/nummer', { telefoon: null })).status).toBe(204);
    expect(await kennen()).toEqual([]);
    const weer = (await huis.bord('fatima')).deelnemers.find(({ id }) => id === huis.zetel.pieter)?.telefoon;
    expect(weer).toBe(eigen);
  });

  test('ST9: should be one that can be called', async () => {
    const huis = await huishouden();
    const antwoord = await huis.vraag('sanne', 'PUT', '/nummer', { telefoon: '06-1234' });
    expect(antwoord.status).toBe(422);
    expect(JSON.stringify(antwoord.body)).toContain('vul een telefoonnummer in, zoals 0182-12 34 56');
  });
});
