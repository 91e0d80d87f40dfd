import { describe, expect, test } from 'vitest';
import type { Regel } from '../../server/logboek/logboek.ts';
import { type Huishouden, huishouden, NIEMAND, verwachtWeigering } from './huishouden.ts';
import type { Tafel } from './opstelling.ts';

// NK10: who did or saw what, on disk before the answer. The record is read through the server's own connection, at
// once when the answer is there: another connection in this process would drop its locks (docs/storage.md).

/** The record; every line of it can be read. */
function logboek({ app }: Tafel): Leesbaar[] {
  return app.logboek.lees().map((regel) => {
    if (!regel.leesbaar) throw new Error(`line ${regel.nummer} can't be read`);
    return regel;
  });
}

type Leesbaar = Extract<Regel, { readonly leesbaar: true }>;

/** The lines that `doe` adds. */
async function regelsVan(tafel: Tafel, doe: () => Promise<unknown>): Promise<Leesbaar[]> {
  const vanaf = logboek(tafel).length;
  await doe();
  expect(tafel.database.sqlite.inTransaction).toBe(false);
  return logboek(tafel).slice(vanaf);
}

const kracht = (titel: string) => ({ soort: 'kracht', titel, leefgebied: 'wonen' });

describe('NK10: every command has its line, with who, from which seat, for what, on which ground', () => {
  async function verwachtRegel(
    huis: Huishouden,
    handeling: string,
    doe: () => Promise<unknown>,
  ): Promise<Leesbaar> {
    const regels = (await regelsVan(huis.tafel, doe)).filter((regel) => regel.handeling === handeling);
    expect(regels).toHaveLength(1);
    const [regel] = regels;
    if (regel === undefined) throw new Error('no line');
    expect(regel).toMatchObject({
      uitkomst: 'gedaan',
      persoonId: huis.persoonId('fatima'),
      deelnemerId: huis.zetelVan('fatima'),
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
      casusId: huis.casusId,
      sessieId: expect.any(String),
      regel: expect.any(String),
    });
    return regel;
  }

  test('should log commands on the casus, its members and its seats', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    await verwachtRegel(huis, 'casus_gewijzigd', () =>
      huis.vraag('fatima', 'PATCH', '', { status: 'nazorg' }),
    );
    let lid = '';
    await verwachtRegel(huis, 'lid_toegevoegd', async () => {
      lid = (await huis.vraag('fatima', 'POST', '/leden', { rol: 'vader' })).body.id;
    });
    await verwachtRegel(huis, 'lid_gewijzigd', () =>
      huis.vraag('fatima', 'PATCH', `/leden/${lid}`, { rol: 'ouder' }),
    );
    await verwachtRegel(huis, 'lid_verwijderd', () => huis.vraag('fatima', 'DELETE', `/leden/${lid}`));
    await verwachtRegel(huis, 'deelnemer_toegevoegd', () => huis.laatMeedoen('sanne', null));
    const ali = `/deelnemers/${huis.zetelVan('ali')}`;
    await verwachtRegel(huis, 'deelnemer_gewijzigd', () =>
      huis.vraag('fatima', 'PATCH', ali, { lidIds: null }),
    );
    await verwachtRegel(huis, 'deelnemer_beeindigd', () => huis.vraag('fatima', 'DELETE', ali));
  });

  test('should log commands on kaarten, in which compartment, by id alone', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const plek = await huis.plek('fatima', 'plan');
    let id = '';
    const gemaakt = await verwachtRegel(huis, 'kaart_gemaakt', async () => {
      id = (
        await huis.vraag('fatima', 'POST', '/kaarten', {
          compartimentId: plek,
          soort: 'afspraak',
          titel: 'x',
        })
      ).body.id;
    });
    expect(gemaakt).toMatchObject({
      compartiment: { id: plek, categorie: 'plan', lidId: null },
      bijzonderheden: { kaartId: id, versie: 1 },
    });
    await verwachtRegel(huis, 'stap_gezet', () =>
      huis.vraag('fatima', 'POST', `/kaarten/${id}/stappen`, { tekst: 'y' }),
    );
    await verwachtRegel(huis, 'kaart_gewijzigd', async () =>
      huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, {
        versie: await huis.versie('fatima', id),
        titel: 'z',
      }),
    );
    await verwachtRegel(huis, 'kaart_verwijderd', async () =>
      huis.vraag('fatima', 'DELETE', `/kaarten/${id}?versie=${await huis.versie('fatima', id)}`),
    );
  });

  test('should log signing in and out, and bringing a casus', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const regels = await regelsVan(huis.tafel, async () => {
      const ik = await huis.tafel.meldAan(huis.persoonId('tom'));
      await ik.verzoek('POST', '/casussen', {
        leden: [{ rol: 'kind' }],
        zetel: 'jeugd',
        waarvoor: 'samenhang',
        grondslag: 'jeugdwet',
      });
      await ik.verzoek('DELETE', '/sessies/huidige');
    });
    expect(regels.map(({ handeling }) => handeling)).toEqual(['aangemeld', 'casus_ingebracht', 'afgemeld']);
    expect(regels.every(({ persoonId }) => persoonId === huis.persoonId('tom'))).toBe(true);
  });
});

describe('NK10: every look', () => {
  test('should log each compartment that a board opens, once a session, and again in another session', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const een = await huis.tafel.meldAan(huis.persoonId('ali'));
    const eerst = await regelsVan(huis.tafel, () => een.verzoek('GET', huis.pad));
    const bord = (await een.verzoek('GET', huis.pad)).body;
    const open = bord.compartimenten.filter((deel: { geopend: boolean }) => deel.geopend);
    expect(open.length).toBeGreaterThan(3);
    const geopend = eerst.filter(({ handeling }) => handeling === 'geopend');
    expect(geopend.map((regel) => regel.compartiment?.id)).toEqual(open.map(({ id }: { id: string }) => id));
    for (const regel of geopend) {
      expect(regel).toMatchObject({
        persoonId: huis.persoonId('ali'),
        zetel: 'wmo',
        waarvoor: 'samenhang',
        grondslag: 'wmo',
      });
      expect(regel.regel).toMatch(/^matrix /);
    }
    expect(eerst.at(-1)?.handeling).toBe('bord_geopend');
    expect(await regelsVan(huis.tafel, () => een.verzoek('GET', huis.pad))).toEqual([]);
    const twee = await huis.tafel.meldAan(huis.persoonId('ali'));
    const weer = await regelsVan(huis.tafel, () => twee.verzoek('GET', huis.pad));
    expect(weer.filter(({ handeling }) => handeling === 'geopend')).toHaveLength(geopend.length);
  });

  test('should log what opens on request when it is opened, and not before', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const adres = await huis.plek('ali', 'adres', 'moeder');
    const geopend = logboek(huis.tafel).filter(({ handeling }) => handeling === 'geopend');
    expect(geopend.some(({ compartiment }) => compartiment?.id === adres)).toBe(false);
    const regels = await regelsVan(huis.tafel, () =>
      huis.vraag('ali', 'POST', `/compartimenten/${adres}/openingen`),
    );
    expect(regels).toMatchObject([
      {
        handeling: 'geopend',
        compartiment: { id: adres, categorie: 'adres', lidId: huis.leden.moeder },
        betreft: { personen: [], leden: [huis.leden.moeder] },
      },
    ]);
  });

  test('should log what following a casus opens', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const ik = await huis.tafel.meldAan(huis.persoonId('ali'));
    const regels = await regelsVan(huis.tafel, async () => (await ik.live()).volg(huis.casusId));
    expect(regels.filter(({ handeling }) => handeling === 'geopend').length).toBeGreaterThan(3);
  });
});

test('NK10: should log every level that changes, of whom, from what to what', async () => {
  const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
  const hulp = await huis.plek('ali', 'hulp', 'moeder');
  const regels = await regelsVan(huis.tafel, () =>
    huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('ali')}`),
  );
  const niveaus = regels.filter(({ handeling }) => handeling === 'niveau_gewijzigd');
  // Of nobody else; whom the compartment is about is told as well.
  expect(niveaus.every(({ betreft }) => betreft.personen.join() === huis.persoonId('ali'))).toBe(true);
  expect(niveaus.filter(({ compartiment }) => compartiment?.id === hulp)).toMatchObject([
    {
      persoonId: huis.persoonId('fatima'),
      regel: 'opdracht',
      betreft: { leden: [huis.leden.moeder] },
      bijzonderheden: { van: 'schrijven', naar: 'verborgen' },
    },
  ]);
});

describe('NK10: every refusal', () => {
  test.each<[string, number, string, (huis: Huishouden) => Promise<unknown>]>([
    ['a casus that is hidden', 404, 'niet_gevonden', (huis) => huis.vraag('pieter', 'GET')],
    [
      'an id that was guessed',
      404,
      'niet_gevonden',
      (huis) => huis.vraag('ali', 'DELETE', `/kaarten/${NIEMAND}?versie=1`),
    ],
    [
      'an id in another form',
      404,
      'niet_gevonden',
      (huis) => huis.vraag('ali', 'DELETE', '/kaarten/1?versie=1'),
    ],
    ['what the regisseur does', 403, 'alleen_regisseur', (huis) => huis.vraag('ali', 'GET', '/kandidaten')],
    [
      'a seat that may not be taken',
      422,
      'zetel_niet_toegestaan',
      (huis) => huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('ali')}`, { zetel: 'jeugd' }),
    ],
    [
      'a command from another website',
      403,
      'vreemde_herkomst',
      async (huis) =>
        (await huis.als('ali')).verzoek('DELETE', '/sessies/huidige', undefined, {
          origin: 'https://elders.example',
        }),
    ],
  ])('should log %s', async (_, status, code, doe) => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    for (const naam of ['pieter', 'ali'] as const) await huis.als(naam);
    const regels = await regelsVan(huis.tafel, async () => {
      expect(await doe(huis)).toMatchObject({ status, body: { code } });
    });
    expect(regels).toMatchObject([{ handeling: 'geweigerd', uitkomst: 'geweigerd', regel: code }]);
    expect(regels[0]?.persoonId).not.toBeNull();
  });
});

test('NK10: should hold no content: nothing that somebody typed comes into the record', async () => {
  const huis = await huishouden({ plaatsen: { sanne: null, ali: ['moeder'] } });
  const GEHEIM = 'Zwaluwstaart';
  const { id, versie } = await huis.schrijf('sanne', 'plan', null, { soort: 'afspraak', titel: GEHEIM });
  await huis.vraag('sanne', 'PATCH', `/kaarten/${id}`, { versie, titel: `${GEHEIM} 2`, [GEHEIM]: 1 });
  await huis.vraag('sanne', 'POST', `/kaarten/${id}/stappen`, { tekst: GEHEIM });
  await huis.vraag('sanne', 'POST', '/kaarten', { compartimentId: NIEMAND, soort: GEHEIM, titel: GEHEIM });
  await huis.vraag('fatima', 'PATCH', '', { status: GEHEIM });
  await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('ali')}`, { zetel: GEHEIM });
  await huis.tafel.verzoek('POST', '/schermsessies', { code: GEHEIM });
  await huis.vraag('ali', 'GET', `/kaarten/${GEHEIM}`);
  await huis.vraag('ali', 'DELETE', `/kaarten/${GEHEIM}?versie=1`);
  await huis.laatMeedoen('karim', ['moeder'], { gezinAkkoord: { ja: false, reden: GEHEIM } });
  expect(JSON.stringify(logboek(huis.tafel))).not.toContain(GEHEIM);
});

describe('NK10: what cannot be logged does not happen', () => {
  const WEIGER = `create trigger vol before insert on logboek begin select raise(abort, 'vol'); end`;

  test.each<
    [
      string,
      (
        huis: Huishouden,
        kaartId: string,
        adres: string,
      ) => Promise<{ status: number; tekst: string; body: { code: string } }>,
    ]
  >([
    ['looking at a board for the first time', (huis) => huis.vraag('ali', 'GET')],
    [
      'opening on request',
      (huis, _, adres) => huis.vraag('fatima', 'POST', `/compartimenten/${adres}/openingen`),
    ],
    [
      'writing',
      async (huis) =>
        huis.vraag('fatima', 'POST', '/kaarten', {
          compartimentId: await huis.plek('fatima', 'plan'),
          soort: 'doel',
          titel: 'Nieuw',
        }),
    ],
    [
      'changing',
      async (huis, id) =>
        huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, {
          versie: await huis.versie('fatima', id),
          titel: 'Anders',
        }),
    ],
    [
      'removing',
      async (huis, id) =>
        huis.vraag('fatima', 'DELETE', `/kaarten/${id}?versie=${await huis.versie('fatima', id)}`),
    ],
    ['ending a seat', (huis) => huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('ali')}`)],
    ['changing the status', (huis) => huis.vraag('fatima', 'PATCH', '', { status: 'afgesloten' })],
    ['adding a member', (huis) => huis.vraag('fatima', 'POST', '/leden', { rol: 'vader' })],
  ])('should not do it: %s', async (_, doe) => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    await huis.als('ali');
    const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Blijft' });
    const adres = await huis.plek('fatima', 'adres', 'moeder');
    await huis.schrijf('fatima', 'adres', 'moeder', { soort: 'adres', titel: 'Straatweg 1' });
    const bord = await huis.bord('fatima');
    huis.tafel.database.sqlite.exec(WEIGER);
    const antwoord = await doe(huis, id, adres);
    expect([500, 503]).toContain(antwoord.status);
    expect(antwoord.tekst).not.toMatch(/Blijft|Straatweg|vol\b/);
    expect(huis.tafel.fouten.length).toBeGreaterThan(0);
    huis.tafel.database.sqlite.exec('drop trigger vol');
    expect(await huis.bord('fatima')).toEqual(bord);
  });

  test('should not let somebody follow a casus, and keep serving others', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const luisteraar = await (await huis.als('ali')).live();
    huis.tafel.database.sqlite.exec(WEIGER);
    expect(await luisteraar.volg(huis.casusId)).toEqual({ ok: false, code: 'storing' });
    huis.tafel.database.sqlite.exec('drop trigger vol');
    await huis.schrijf('fatima', 'hulp', 'moeder', kracht('x'));
    await luisteraar.bij();
    expect(luisteraar.ontvangen).toEqual([]);
    expect(await luisteraar.volg(huis.casusId)).toEqual({ ok: true });
  });

  test('should refuse all the same what is refused, when that cannot be logged', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    await huis.bord('ali');
    huis.tafel.database.sqlite.exec(WEIGER);
    verwachtWeigering(await huis.vraag('ali', 'GET', '/kandidaten'), 403, 'alleen_regisseur');
    expect(huis.tafel.fouten).toHaveLength(1);
  });
});
