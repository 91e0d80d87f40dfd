import { describe, expect, test } from 'vitest';
import { WEGEN } from '../../shared/contract/wegen.ts';
import { codeInGroepen } from '../../shared/scherm.ts';
import { type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { type Gedekt, gedekt, stap, tekstVan } from './tafel.ts';
import { overlegtafel } from './overleg.ts';
import { geefCode, koppel, opScherm, vraagCode, type Wand, wandlijn } from './scherm.ts';
import { lijnVoorTest } from './sync/lijn.ts';

// OV4: the big screen is a device in the room, which shows what who leads put on it, and opens nothing else.

const SECONDE = 1_000;

/** A table with a screen, which shows what lies on it. */
async function metScherm(): Promise<{ h: Gedekt; wand: Wand }> {
  const h = await gedekt();
  const wand = await koppel(h);
  expect((await opScherm(h, wand)).status).toBe(200);
  return { h, wand };
}

const leg = async (h: Gedekt, wie: Naam, body: object): Promise<void> => {
  const antwoord = await h.onder(wie, 'POST', '/tafelblad', body);
  expect(antwoord.status, antwoord.tekst).toBe(201);
};

/** Does each second what is done each second. */
const tik = (h: Gedekt, ms = 0): void => {
  h.tafel.klok.nu += ms;
  h.tafel.app.live.werkBij();
};

describe('OV4: a code for a big screen', () => {
  test('is given out by who leads alone; to others there is nothing to ask for', async () => {
    const h = await overlegtafel();
    const pad = `/overleggen/${h.overlegId}/schermen`;
    for (const wie of ['ali', 'inge', 'tom'] as const)
      verwachtWeigering(await h.doe(wie, 'POST', pad), 403, 'alleen_voorzitter');
    for (const wie of ['marloes', 'fatima'] as const)
      verwachtWeigering(await h.doe(wie, 'POST', pad), 404, 'niet_gevonden');
    expect((await h.tafel.verzoek('POST', pad)).status).toBe(401);
    const { id, code } = await vraagCode(h);
    expect(code).toMatch(/^\d{10}$/);
    const elk = [
      ['GET', `${pad}/${id}`, undefined],
      ['POST', `${pad}/${id}/beeld`, { beeld: 'donker' }],
      ['DELETE', `${pad}/${id}`, undefined],
    ] as const;
    for (const [methode, waar, body] of elk) {
      for (const wie of ['ali', 'inge', 'tom'] as const)
        verwachtWeigering(await h.doe(wie, methode, waar, body), 403, 'alleen_voorzitter');
      const ander = await h.doe('marloes', methode, waar, body);
      const niets = await h.doe('marloes', methode, waar.replace(id, NIEMAND), body);
      expect([ander.status, ander.tekst]).toEqual([404, niets.tekst]);
    }
    // The code is told once, and to nobody again.
    expect((await h.doe('bram', 'GET', `${pad}/${id}`)).tekst).not.toContain(code);
    expect((await h.overleg('bram')).schermen).toMatchObject([{ id, gekoppeld: false, erbij: false }]);
    for (const wie of ['ali', 'inge', 'tom'] as const) expect((await h.overleg(wie)).schermen).toBeNull();
    expect(h.tafel.fouten).toEqual([]);
  });

  test('opens one screen, once, within five minutes; typed as it is read out', async () => {
    const h = await overlegtafel();
    const { code } = await vraagCode(h);
    expect((await geefCode(h, codeInGroepen(code))).status).toBe(201);
    verwachtWeigering(await geefCode(h, code), 422, 'code_onbekend');
    const laat = await vraagCode(h);
    h.tafel.klok.nu += 5 * 60 * SECONDE;
    const ingetrokken = await vraagCode(h);
    await h.doe('bram', 'DELETE', `/overleggen/${h.overlegId}/schermen/${ingetrokken.id}`);
    const eerste = await geefCode(h, '0123456789');
    verwachtWeigering(eerste, 422, 'code_onbekend');
    // Used, over, withdrawn, never there, not a code: the same.
    for (const poging of [code, laat.code, ingetrokken.code, 'abc', `${code}1`]) {
      const antwoord = await geefCode(h, poging);
      expect([antwoord.status, antwoord.tekst], poging).toEqual([422, eerste.tekst]);
    }
  });

  test('ST6: after ten wrong ones from one address the right one is refused as well, and signing in goes on', async () => {
    const h = await overlegtafel();
    const { code } = await vraagCode(h);
    for (let n = 0; n < 11; n += 1)
      verwachtWeigering(await geefCode(h, String(n).padStart(10, '9')), 422, 'code_onbekend');
    const [goed, fout] = [await geefCode(h, code), await geefCode(h, '1111111111')];
    verwachtWeigering(goed, 429, 'te_snel');
    expect(goed.tekst).toBe(fout.tekst);
    expect((await h.tafel.verzoek('POST', '/sessies', { medewerkerId: h.persoonId('tom') })).status).toBe(
      201,
    );
  });

  test('ST6: so many screens an overleg, and no more; a closed one gets none', async () => {
    const h = await overlegtafel();
    const ids = [await koppel(h), await koppel(h), await koppel(h), await koppel(h)].map(({ id }) => id);
    const pad = `/overleggen/${h.overlegId}/schermen`;
    verwachtWeigering(await h.doe('bram', 'POST', pad), 422, 'te_veel_schermen');
    expect((await h.doe('bram', 'DELETE', `${pad}/${ids[0]}`)).status).toBe(204);
    const { code } = await vraagCode(h);
    await stap(h, 'open');
    await stap(h, 'sluit');
    verwachtWeigering(await h.doe('bram', 'POST', pad), 409, 'stap_past_niet');
    verwachtWeigering(await geefCode(h, code), 422, 'code_onbekend');
  });
});

describe('OV4: what is on the big screen', () => {
  test('is the tafelblad, put there by who leads: roles and no names, no label, nothing of the board', async () => {
    const h = await gedekt();
    await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'kanarie bord', lidIds: [] });
    await h.bij('fatima', 'joke');
    const wand = await koppel(h);
    expect(await wand.beeld()).toBeNull();
    await leg(h, 'fatima', { tekst: 'de vaste lasten eerst' });
    await leg(h, 'joke', {
      afspraak: {
        titel: 'het rooster nalopen',
        uitvoerders: [h.zetelVan('joke'), h.zetelVan('fatima')],
        uiterlijk: '2026-03-02',
        wet: 'wmo',
      },
    });
    const getoond = await opScherm(h, wand);
    expect(getoond.body).toMatchObject({ id: wand.id, gekoppeld: true, beeld: { blad: 1, bladen: 1 } });
    expect(await wand.beeld()).toEqual({
      blad: 1,
      bladen: 1,
      vraag: 'kanarie vraag',
      gelegd: ['de vaste lasten eerst'],
      regels: [],
      afspraken: [
        {
          titel: 'het rooster nalopen',
          wie: ['Onderwijs', 'Regisseur'],
          uiterlijk: '2026-03-02',
          wet: 'wmo',
        },
      ],
      leestMee: ['Voorzitter', 'Notulist', 'Meedenker', 'Participatie', 'Onderwijs'],
    });
    const { tekst } = await wand.haal();
    for (const naam of ['Bram', 'Inge', 'Greta', 'Fatima', 'Joke', 'kanarie bord', h.casusId])
      expect(tekst).not.toContain(naam);
    expect(tekst).not.toContain((await h.bord('fatima')).label);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK2, NK35: members are called as all at the table know them', async () => {
    const h = await gedekt({ joke: ['kind1'] });
    await h.bij('fatima');
    const wand = await koppel(h);
    await leg(h, 'fatima', { tekst: 'kind 1 en kind 2 samen' });
    await opScherm(h, wand);
    expect((await wand.beeld())?.gelegd).toEqual(['kind 1 en kind 2 samen']);
    await leg(h, 'fatima', {
      afspraak: { titel: 'samen naar school', uitvoerders: [h.leden.moeder, h.leden.kind1] },
    });
    expect((await wand.beeld())?.afspraken[0]?.wie).toEqual(['moeder', 'kind 1']);
    await h.bij('joke');
    await opScherm(h, wand);
    expect((await wand.beeld())?.gelegd).toEqual(['kind en huishouden samen']);
    expect((await wand.beeld())?.afspraken[0]?.wie).toEqual(['kind']);
    for (const lid of Object.values(h.leden)) expect((await wand.haal()).tekst).not.toContain(lid);
  });

  test('NK20: who is not bekend any more is named by nothing, not by their role either', async () => {
    const h = await gedekt();
    const bekend = (ja: boolean) =>
      h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend: ja });
    expect((await bekend(true)).status).toBe(200);
    await h.bij('pieter');
    await leg(h, 'pieter', { afspraak: { titel: 'bellen', uitvoerders: [h.zetelVan('pieter')] } });
    const wand = await koppel(h);
    await opScherm(h, wand);
    expect(await wand.beeld()).toMatchObject({ afspraken: [{ wie: ['Gezondheidszorg'] }] });
    expect((await bekend(false)).status).toBe(200);
    expect(await wand.beeld()).toBeNull();
    await opScherm(h, wand);
    expect((await wand.haal()).tekst).not.toContain('Gezondheidszorg');
  });

  test('ST1: what can’t be read isn’t on it, and the rest is', async () => {
    const { h, wand } = await metScherm();
    await leg(h, 'greta', { tekst: 'kapot' });
    await leg(h, 'greta', { tekst: 'heel' });
    const { sqlite } = h.tafel.database;
    const [eerste] = sqlite
      .prepare("select id from tafelstukken where soort = 'gelegd' order by rowid")
      .pluck()
      .all();
    sqlite.prepare("update tafelstukken set inhoud = x'00' where id = ?").run(eerste);
    expect((await wand.beeld())?.gelegd).toEqual(['heel']);
  });

  test('goes over pages that who leads turns, and no further than there are', async () => {
    const { h, wand } = await metScherm();
    for (let n = 0; n < 12; n += 1)
      await leg(h, 'greta', { tekst: `punt ${n}: ${'de vaste lasten komen eerst '.repeat(4)}` });
    const { bladen } = (await opScherm(h, wand)).body.beeld;
    expect(bladen).toBeGreaterThan(1);
    const gezien: string[] = [];
    for (let blad = 1; blad <= bladen; blad += 1) {
      expect((await opScherm(h, wand, 'tafelblad', blad)).body.beeld).toEqual({ blad, bladen });
      const beeld = await wand.beeld();
      expect(beeld?.vraag).toBe(blad === 1 ? 'kanarie vraag' : null);
      gezien.push(...(beeld?.gelegd ?? []));
    }
    expect(gezien.map((tekst) => /^punt \d+/.exec(tekst)?.[0])).toEqual(
      Array.from({ length: 12 }, (_, n) => `punt ${n}`),
    );
    expect((await opScherm(h, wand, 'tafelblad', 99)).body.beeld.blad).toBe(bladen);
  });

  test('SY5: what the table types comes when a sentence is finished, or rests; what is taken back goes at once', async () => {
    const { h, wand } = await metScherm();
    const lijn = wandlijn(h, wand.cookie);
    const sleutel = await lijn.sleutel;
    const { tekst, veldId } = await tekstVan(h, 'greta');
    const veld = tekst.doc.getText(veldId);
    const typ = async (wat: string): Promise<void> => {
      veld.insert(veld.length, wat);
      await tekst.opgeslagen();
    };
    await typ('De post blijft lig');
    tik(h);
    expect((await wand.beeld(sleutel))?.regels).toEqual([]);
    await typ('gen. Wie opent');
    tik(h);
    await expect.poll(lijn.gehoord).toEqual([{ donker: false }]);
    expect((await wand.beeld(sleutel))?.regels).toEqual(['De post blijft liggen.']);
    tik(h, 2 * SECONDE);
    await expect.poll(lijn.gehoord).toEqual([{ donker: false }]);
    expect((await wand.beeld(sleutel))?.regels).toEqual(['De post blijft liggen. Wie opent']);
    veld.delete(0, 'De post blijft liggen. '.length);
    await tekst.opgeslagen();
    tik(h);
    await expect.poll(lijn.gehoord).toEqual([{ donker: false }]);
    expect((await wand.beeld(sleutel))?.regels).toEqual([]);
  });
});

describe('OV4: the big screen goes dark', () => {
  test.each<[string, (h: Gedekt, wand: Wand) => Promise<unknown>]>([
    ['when who leads says so', (h, wand) => opScherm(h, wand, 'donker')],
    ['when the item closes', (h) => stap(h, 'tussen')],
    ['when somebody sits down', (h) => h.bij('joke')],
    [
      'when somebody loses their seat',
      (h) => h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('tom')}`),
    ],
    ['when another leads', (h) => stap(h, 'neem_over')],
  ])('%s, in that step: its line hears it before the answer', async (_, daad) => {
    const h = await gedekt({ joke: ['kind1'], tom: null });
    await h.bij('tom');
    const wand = await koppel(h);
    const lijn = wandlijn(h, wand.cookie);
    const sleutel = await lijn.sleutel;
    await opScherm(h, wand);
    await expect.poll(lijn.gehoord).toEqual([{ donker: false }]);
    expect((await wand.beeld(sleutel))?.vraag).toBe('kanarie vraag');

    await daad(h, wand);

    expect(await wand.beeld(sleutel)).toBeNull();
    await expect.poll(lijn.gehoord).toEqual([{ donker: true }]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('an item that opens next, or again, isn’t on it by itself', async () => {
    const { h, wand } = await metScherm();
    await stap(h, 'tussen');
    verwachtWeigering(await opScherm(h, wand), 409, 'stap_past_niet');
    await stap(h, 'heropen', { agendapuntId: h.puntId });
    expect(await wand.beeld()).toBeNull();
    expect((await opScherm(h, wand)).status).toBe(200);
    expect((await wand.beeld())?.vraag).toBe('kanarie vraag');
  });

  test('NK37: a step of the item tells it nothing', async () => {
    const { h, wand } = await metScherm();
    const lijn = wandlijn(h, wand.cookie);
    await lijn.sleutel;
    await stap(h, 'item', { agendapuntId: h.puntId, onderdeel: 'wegen' });
    await leg(h, 'greta', { tekst: 'iets nieuws' });
    await expect.poll(lijn.gehoord).toEqual([{ donker: false }]);
  });
});

describe('OV4: the big screen is cut off', () => {
  test.each<[string, (h: Gedekt, wand: Wand) => Promise<unknown>]>([
    ['by who leads', (h, { id }) => h.doe('bram', 'DELETE', `/overleggen/${h.overlegId}/schermen/${id}`)],
    [
      'when the overleg closes',
      async (h) => {
        await stap(h, 'tussen');
        await stap(h, 'sluit');
      },
    ],
    [
      'by the clock, four hours past its end',
      async (h) => {
        h.tafel.klok.nu += 10 * 24 * 60 * 60 * SECONDE;
        h.tafel.app.loopAf();
      },
    ],
  ])('%s: its session opens nothing any more', async (_, daad) => {
    const { h, wand } = await metScherm();
    const lijn = wandlijn(h, wand.cookie);
    const sleutel = await lijn.sleutel;
    await daad(h, wand);
    await expect.poll(lijn.gehoord).toContain('weg');
    for (const antwoord of [await wand.haal(), await wand.haal(sleutel)])
      verwachtWeigering(antwoord, 401, 'niet_aangemeld');
    await expect(wandlijn(h, wand.cookie).sleutel).rejects.toThrow('niet_aangemeld');
  });

  test('when its line is used elsewhere: neither goes on', async () => {
    const { h, wand } = await metScherm();
    const lijn = wandlijn(h, wand.cookie);
    await lijn.sleutel;
    const dief = wandlijn(h, wand.cookie);
    await expect(dief.sleutel).rejects.toThrow();
    await expect.poll(lijn.gehoord).toContain('los');
    verwachtWeigering(await wand.haal(), 401, 'niet_aangemeld');
    expect((await h.overleg('bram')).schermen).toEqual([]);
    const regels = h.tafel.app.logboek.lees().filter(({ handeling }) => handeling === 'scherm_ontkoppeld');
    expect(regels).toMatchObject([{ bijzonderheden: { schermId: wand.id, hoe: 'elders' } }]);
  });

  test.each([undefined, 'geraden'])(
    'when somebody asks with its cookie beside its line (%s)',
    async (gok) => {
      const { h, wand } = await metScherm();
      const lijn = wandlijn(h, wand.cookie);
      const sleutel = await lijn.sleutel;
      verwachtWeigering(await wand.haal(gok), 401, 'niet_aangemeld');
      await expect.poll(lijn.gehoord).toContain('los');
      verwachtWeigering(await wand.haal(sleutel), 401, 'niet_aangemeld');
    },
  );

  test('not when its own line comes back', async () => {
    const { h, wand } = await metScherm();
    const eerste = wandlijn(h, wand.cookie);
    const oud = await eerste.sleutel;
    eerste.socket.disconnect();
    await expect.poll(async () => (await h.overleg('bram')).schermen?.[0]?.erbij).toBe(false);
    const tweede = wandlijn(h, wand.cookie, false);
    const nieuw = await tweede.sleutel;
    // What was under way when it went is still of this screen.
    for (const sleutel of [oud, nieuw]) expect((await wand.beeld(sleutel))?.blad).toBe(1);
    // A line that is dead says nothing, and makes place.
    const derde = wandlijn(h, wand.cookie);
    expect((await wand.beeld(await derde.sleutel))?.blad).toBe(1);
    await expect.poll(tweede.gehoord).toContain('weg');
  });
});

describe('OV4: the session of a big screen', () => {
  test('opens its picture and nothing else: no command, no query, no line of a person', async () => {
    const { h, wand } = await metScherm();
    const { cookie } = wand;
    const ids: Readonly<Record<string, string>> = {
      casusId: h.casusId,
      overlegId: h.overlegId,
      agendapuntId: h.puntId,
      schermId: wand.id,
    };
    const open = new Set([
      'gezondheid',
      'demo.medewerkers',
      'sessie.begin',
      'schermsessie.begin',
      'scherm.beeld',
    ]);
    for (const [naam, [methode, vorm]] of Object.entries(WEGEN)) {
      if (open.has(naam)) continue;
      const pad = vorm.replaceAll(/\{(\w+)\}/g, (_, param: string) => ids[param] ?? NIEMAND);
      const antwoord = await h.tafel.verzoek(methode.toUpperCase(), pad, methode === 'get' ? undefined : {}, {
        cookie,
      });
      expect([naam, antwoord.status]).toEqual([naam, 401]);
    }
    // Under the name of a person’s cookie it is nobody’s.
    const alsPersoon = cookie.replace('regietafel_scherm', 'regietafel_sessie');
    verwachtWeigering(
      await h.tafel.verzoek('GET', `/casussen/${h.casusId}`, undefined, { cookie: alsPersoon }),
      401,
      'niet_aangemeld',
    );
    for (const koek of [cookie, alsPersoon]) {
      const lijn = await lijnVoorTest(h.tafel.url, h.casusId, { cookie: koek });
      await expect.poll(() => lijn.sluitcode).toBe(4401);
    }
  });

  test('a person’s session opens no picture, and no line of a screen', async () => {
    const { h, wand } = await metScherm();
    const { cookie } = await h.als('bram');
    verwachtWeigering(await h.tafel.verzoek('GET', '/scherm', undefined, { cookie }), 401, 'niet_aangemeld');
    await expect(wandlijn(h, cookie).sleutel).rejects.toThrow('niet_aangemeld');
    expect((await wand.beeld())?.blad).toBe(1);
  });

  test('over its line nothing can be asked: whatever it sends does nothing', async () => {
    const { h, wand } = await metScherm();
    const lijn = wandlijn(h, wand.cookie);
    await lijn.sleutel;
    for (const soort of ['casus:volg', 'overleg:volg', 'advies:volg', 'scherm', 'lijn'])
      lijn.socket.emit(soort, { casusId: h.casusId, overlegId: h.overlegId });
    const volgt = await lijn.socket
      .timeout(200)
      .emitWithAck('overleg:volg', { overlegId: h.overlegId })
      .catch(() => 'no answer');
    expect(volgt).toBe('no answer');
    await stap(h, 'item', { agendapuntId: h.puntId, onderdeel: 'wegen' });
    expect(lijn.gehoord()).toEqual([]);
    expect(lijn.socket.connected).toBe(true);
    expect(h.tafel.fouten).toEqual([]);
  });
});
