import { describe, expect, test } from 'vitest';
import { zetZetel } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam, opgeslagen, verwachtWeigering } from './huishouden.ts';
import type { Antwoord } from './opstelling.ts';
import { Opslag } from './sync/storing.ts';

// ST13: what makes something makes it once under a key of who asks, and answers as it may be read now.

const DAG_MS = 24 * 60 * 60 * 1000;
const onder = (sleutel: string) => ({ 'idempotency-key': sleutel });

async function afspraak(
  h: Huishouden,
  wie: Naam,
  sleutel: string,
  meer: object = {},
  categorie = 'plan',
): Promise<Antwoord> {
  const compartimentId = await h.plek('fatima', categorie);
  const body = { compartimentId, soort: 'afspraak', titel: 'Samen bellen', ...meer };
  return await h.vraag(wie, 'POST', '/kaarten', body, onder(sleutel));
}

async function titels(h: Huishouden): Promise<string[]> {
  return (await h.bord('fatima')).kaarten.map(({ titel }) => titel);
}

/** What stands under keys. */
function sleutels(h: Huishouden): { vraag: string | null; compartiment_id: string | null }[] {
  return h.tafel.database.sqlite
    .prepare<[], { vraag: string | null; compartiment_id: string | null }>('select * from opdrachtsleutels')
    .all();
}

describe('ST13: under one key', () => {
  test('two at the same time make one, and both hear of it', async () => {
    const h = await huishouden();
    const antwoorden = await Promise.all([1, 2, 3, 4].map(() => afspraak(h, 'fatima', 'k-1')));
    expect(antwoorden.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(antwoorden.map(({ body }) => body.id)).size).toBe(1);
    expect(await titels(h)).toEqual(['Samen bellen']);
  });

  test('other words are refused, and so is another command; nothing is stored', async () => {
    const h = await huishouden();
    await afspraak(h, 'fatima', 'k-1');
    const voor = opgeslagen(h.tafel);
    verwachtWeigering(await afspraak(h, 'fatima', 'k-1', { titel: 'Anders' }), 422, 'sleutel_hergebruikt');
    verwachtWeigering(
      await h.vraag('fatima', 'POST', '/leden', { rol: 'vader' }, onder('k-1')),
      422,
      'sleutel_hergebruikt',
    );
    expect(opgeslagen(h.tafel)).toEqual(voor);
  });

  test('the same words in another order are the same', async () => {
    const h = await huishouden();
    const { body } = await afspraak(h, 'fatima', 'k-1');
    const compartimentId = await h.plek('fatima', 'plan');
    const anders = `{ "titel": "Samen bellen","soort":"afspraak","compartimentId":"${compartimentId}"}`;
    const nogmaals = await h.vraag('fatima', 'POST', '/kaarten', anders, onder('"k-1"'));
    expect([nogmaals.status, nogmaals.body.id]).toEqual([201, body.id]);
  });

  test('another person’s same key has nothing to do with it', async () => {
    const h = await huishouden();
    const mijn = await afspraak(h, 'fatima', 'k-1');
    const ander = await afspraak(h, 'sanne', 'k-1', { titel: 'Van Sanne' });
    expect(ander.status).toBe(201);
    expect(ander.body.id).not.toBe(mijn.body.id);
    expect(await titels(h)).toEqual(['Samen bellen', 'Van Sanne']);
  });

  test('a refusal keeps no key: what was put right is made', async () => {
    const h = await huishouden();
    verwachtWeigering(await afspraak(h, 'fatima', 'k-1', { titel: ' ' }), 422, 'body_ongeldig');
    expect((await afspraak(h, 'fatima', 'k-1')).status).toBe(201);
  });

  test('in another session of the same person too', async () => {
    const h = await huishouden();
    const { body } = await afspraak(h, 'fatima', 'k-1');
    const elders = await h.tafel.meldAan(h.persoonId('fatima'));
    const vraag = {
      compartimentId: await h.plek('fatima', 'plan'),
      soort: 'afspraak',
      titel: 'Samen bellen',
    };
    const antwoord = await elders.verzoek('POST', `${h.pad}/kaarten`, vraag, onder('k-1'));
    expect([antwoord.status, antwoord.body.id]).toEqual([201, body.id]);
  });

  test('it holds for a day, and is swept after it', async () => {
    const h = await huishouden();
    await afspraak(h, 'fatima', 'k-1');
    h.tafel.klok.nu += DAG_MS - 1;
    const fatima = await h.tafel.meldAan(h.persoonId('fatima'));
    const vraag = { compartimentId: await plan(h), soort: 'afspraak', titel: 'Samen bellen' };
    await fatima.verzoek('POST', `${h.pad}/kaarten`, vraag, onder('k-1'));
    expect(await aantal(h)).toBe(1);
    h.tafel.klok.nu += 1;
    await fatima.verzoek('POST', `${h.pad}/kaarten`, vraag, onder('k-1'));
    expect(await aantal(h)).toBe(2);

    h.tafel.klok.nu += DAG_MS;
    await expect.poll(() => sleutels(h), { timeout: 5_000 }).toEqual([]);
  });

  test('a term, and a day from which somebody takes part, that were right are not wrong after midnight', async () => {
    const h = await huishouden({ plaatsen: {} });
    // The day before is the earliest that they may be.
    const gisteren = '2026-02-02';
    const zetel = {
      medewerkerId: h.persoonId('tom'),
      zetel: 'jeugd',
      lidIds: null,
      waarvoor: 'samenhang',
      grondslag: 'wmo',
      van: gisteren,
      gezinAkkoord: { ja: true },
    };
    const afspraak = {
      compartimentId: await plan(h),
      soort: 'afspraak',
      titel: 'Samen bellen',
      uiterlijk: gisteren,
    };
    const vragen = [
      ['/kaarten', afspraak],
      ['/deelnemers', zetel],
    ] as const;
    const eerste = new Map<string, string>();
    for (const [pad, body] of vragen) {
      const antwoord = await h.vraag('fatima', 'POST', pad, body, onder(`k${pad}`));
      expect(antwoord.status, antwoord.tekst).toBe(201);
      eerste.set(pad, antwoord.body.id);
    }
    h.tafel.klok.nu += 15 * 60 * 60 * 1000;
    const fatima = await h.tafel.meldAan(h.persoonId('fatima'));
    for (const [pad, body] of vragen) {
      verwachtWeigering(await fatima.verzoek('POST', h.pad + pad, body), 422, 'body_ongeldig');
      const nogmaals = await fatima.verzoek('POST', h.pad + pad, body, onder(`k${pad}`));
      expect([nogmaals.status, nogmaals.body.id], nogmaals.tekst).toEqual([201, eerste.get(pad)]);
    }
  });

  test.each([
    ['nothing', ''],
    ['a space in it', 'een sleutel'],
    ['two of them', 'een, twee'],
    ['no plain signs', 'sleutel-\u00e9'],
    ['too long', 'x'.repeat(129)],
    ['half a quote', '"k-1'],
  ])('a key with %s is refused, in Dutch', async (_, sleutel) => {
    const h = await huishouden({ plaatsen: {} });
    const voor = opgeslagen(h.tafel);
    verwachtWeigering(await afspraak(h, 'fatima', sleutel), 400, 'sleutel_ongeldig');
    expect(opgeslagen(h.tafel)).toEqual(voor);
  });

  test('NK5: who takes no part hears 404, whatever their key', async () => {
    const h = await huishouden({ plaatsen: {} });
    const compartimentId = await h.plek('fatima', 'plan');
    const body = { compartimentId, soort: 'afspraak', titel: 'x' };
    for (const sleutel of ['k-1', 'geen sleutel'])
      verwachtWeigering(
        await h.vraag('pieter', 'POST', '/kaarten', body, onder(sleutel)),
        404,
        'niet_gevonden',
      );
  });

  test('a look is no making: its key does nothing, and each is on record', async () => {
    const h = await huishouden();
    const id = await h.plek('fatima', 'adres', 'moeder');
    const open = () => h.vraag('fatima', 'POST', `/compartimenten/${id}/openingen`, undefined, onder('x y'));
    expect([(await open()).status, (await open()).status]).toEqual([201, 201]);
    expect(sleutels(h)).toEqual([]);
  });
});

describe('ST13: what was made and its key are one step', () => {
  test.each(['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC'] as const)(
    'with a disk that fails (%s) neither is there, and asking again makes it',
    async (soort) => {
      const opslag = new Opslag();
      const h = await huishouden({ database: (echt) => opslag.om(echt) });
      const vraag = { compartimentId: await plan(h), soort: 'afspraak', titel: 'Samen bellen' };
      const stuur = () => h.vraag('fatima', 'POST', '/kaarten', vraag, onder('k-1'));
      const voor = opgeslagen(h.tafel);
      opslag.storing = soort;
      verwachtWeigering(await stuur(), 503, 'opslag_onbereikbaar');
      opslag.storing = null;
      expect([opgeslagen(h.tafel), sleutels(h)]).toEqual([voor, []]);
      const [eerste, tweede] = [await stuur(), await stuur()];
      expect([eerste.status, tweede.body.id]).toEqual([201, eerste.body.id]);
      expect(await titels(h)).toEqual(['Samen bellen']);
    },
  );

  test('an answer that would not be what the contract says, leaves nothing made', async () => {
    const h = await huishouden({ breektContract: true });
    const voor = opgeslagen(h.tafel);
    h.tafel.app.plan.maak = (
      (maak) =>
      (...delen: Parameters<typeof maak>) => ({
        ...maak.apply(h.tafel.app.plan, delen),
        makerId: 'x',
      })
    )(h.tafel.app.plan.maak);
    verwachtWeigering(await afspraak(h, 'fatima', 'k-1'), 500, 'storing');
    expect([opgeslagen(h.tafel), sleutels(h)]).toEqual([voor, []]);
  });
});

describe('ST13: asked again, under what holds now', () => {
  test('who lost the seat hears 404', async () => {
    const h = await huishouden();
    const compartimentId = await h.plek('sanne', 'plan');
    const vraag = () =>
      h.vraag('sanne', 'POST', '/kaarten', { compartimentId, soort: 'doel', titel: 'x' }, onder('k-1'));
    expect((await vraag()).status).toBe(201);
    await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('sanne')}`);
    verwachtWeigering(await vraag(), 404, 'niet_gevonden');
  });

  test('who reads and no longer writes is refused as ever', async () => {
    const h = await huishouden();
    const compartimentId = await h.plek('sanne', 'plan');
    const vraag = () =>
      h.vraag('sanne', 'POST', '/kaarten', { compartimentId, soort: 'doel', titel: 'x' }, onder('k-1'));
    await vraag();
    zetZetel(h, 'sanne', { zetel: 'gezondheidszorg' });
    verwachtWeigering(await vraag(), 403, 'alleen_lezen');
  });

  test('who may no longer bring a casus is refused as ever; who left it hears that it was done', async () => {
    const h = await huishouden();
    const vraag = { leden: [{ rol: 'kind' }], zetel: 'wmo', waarvoor: 'samenhang', grondslag: 'wmo' };
    const ali = await h.als('ali');
    const eerste = await ali.verzoek('POST', '/casussen', vraag, onder('k-1'));
    expect(eerste.status, eerste.tekst).toBe(201);
    h.tafel.database.sqlite
      .prepare("update medewerker_zetels set zetel = 'leerplicht' where medewerker_id = ?")
      .run(h.persoonId('ali'));
    verwachtWeigering(
      await ali.verzoek('POST', '/casussen', vraag, onder('k-1')),
      422,
      'zetel_niet_toegestaan',
    );
  });

  test('it is answered as it is now, by whoever it was changed', async () => {
    const h = await huishouden();
    const { body } = await afspraak(h, 'fatima', 'k-1');
    await h.vraag('sanne', 'PATCH', `/kaarten/${body.id}`, {
      versie: await h.versie('sanne', body.id),
      titel: 'Samen langsgaan',
    });
    const nogmaals = await afspraak(h, 'fatima', 'k-1');
    expect([nogmaals.status, nogmaals.body.id, nogmaals.body.titel]).toEqual([
      201,
      body.id,
      'Samen langsgaan',
    ]);
    expect(nogmaals.body.versie).toBe(await h.versie('fatima', body.id));
  });

  test('NK6: under the mask of now: who was taken out of sight since is not in it', async () => {
    const h = await huishouden();
    const vraag = {
      compartimentId: await h.plek('sanne', 'plan'),
      soort: 'doel',
      titel: 'Rust',
      lidIds: [h.leden.moeder, h.leden.kind1],
    };
    const stuur = () => h.vraag('sanne', 'POST', '/kaarten', vraag, onder('k-1'));
    expect((await stuur()).body.lidIds).toHaveLength(2);
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('sanne')}`, { lidIds: [h.leden.moeder] });
    const nogmaals = await stuur();
    expect([nogmaals.status, nogmaals.body.lidIds], nogmaals.tekst).toEqual([201, [h.leden.moeder]]);
    expect(nogmaals.tekst).not.toContain(h.leden.kind1);
  });

  test('NK10: what another wrote since, in a place that this session hasn’t opened, is not told', async () => {
    const h = await huishouden();
    const compartimentId = await h.plek('lotte', 'gezondheid', 'moeder');
    await h.vraag('pieter', 'POST', `/compartimenten/${compartimentId}/openingen`);
    const vraag = {
      compartimentId,
      soort: 'zorgpunt',
      titel: 'Van Lotte',
      leefgebied: 'gezondheid',
      lidId: h.leden.moeder,
    };
    const lotte = await h.tafel.meldAan(h.persoonId('lotte'));
    const stuur = () => lotte.verzoek('POST', `${h.pad}/kaarten`, vraag, onder('k-1'));
    const eerste = await stuur();
    expect(eerste.status, eerste.tekst).toBe(201);
    // Nobody wrote it since: what she sent, and nothing of it is a look.
    expect((await stuur()).body).toEqual(eerste.body);
    h.tafel.klok.nu += 1;
    await h.vraag('pieter', 'PATCH', `/kaarten/${eerste.body.id}`, {
      versie: await h.versie('pieter', eerste.body.id),
      titel: 'Van Pieter',
    });
    const nogmaals = await stuur();
    verwachtWeigering(nogmaals, 409, 'al_gedaan');
    expect(nogmaals.tekst).not.toContain('Pieter');
    await lotte.verzoek('GET', h.pad);
    expect((await stuur()).body.titel).toBe('Van Pieter');
  });

  test('NK37: it is answered the same when somebody whom they don’t know of was named in it since', async () => {
    const h = await huishouden({ plaatsen: { tom: ['moeder'] } });
    // Who never looked at the board has nothing open.
    const tom = await h.tafel.meldAan(h.persoonId('tom'));
    const vraag = { compartimentId: await plan(h), soort: 'doel', titel: 'Rust', lidIds: [] };
    const stuur = () => tom.verzoek('POST', `${h.pad}/kaarten`, vraag, onder('k-1'));
    const eerste = await stuur();
    expect(eerste.status, eerste.tekst).toBe(201);
    const wijziging = { versie: await h.versie('fatima', eerste.body.id), lidIds: [h.leden.kind1] };
    await h.vraag('fatima', 'PATCH', `/kaarten/${eerste.body.id}`, wijziging);
    const nogmaals = await stuur();
    expect([nogmaals.status, nogmaals.body]).toEqual([201, eerste.body]);
  });

  test('what was removed since is said to be gone, and not made again; nor is what was asked kept', async () => {
    const h = await huishouden();
    const { body } = await afspraak(h, 'fatima', 'k-1');
    expect(sleutels(h).map(({ vraag }) => vraag)).toEqual([expect.any(String)]);
    const versie = await h.versie('sanne', body.id);
    expect((await h.vraag('sanne', 'DELETE', `/kaarten/${body.id}?versie=${versie}`)).status).toBe(204);

    expect(sleutels(h)).toMatchObject([{ vraag: null, compartiment_id: null }]);
    verwachtWeigering(await afspraak(h, 'fatima', 'k-1'), 409, 'al_gedaan');
    expect(await titels(h)).toEqual([]);
  });

  test('a seat that ended, a member who was taken off and a concept that was thrown away are not made again', async () => {
    const h = await huishouden({ plaatsen: { sanne: null } });
    const zetel = {
      medewerkerId: h.persoonId('tom'),
      zetel: 'jeugd',
      lidIds: null,
      waarvoor: 'samenhang',
      grondslag: 'wmo',
      gezinAkkoord: { ja: true },
    };
    const planId = await plan(h);
    const veld = (await h.bord('fatima')).velden.find(({ compartimentId }) => compartimentId === planId);
    for (const [pad, body, weg] of [
      ['/deelnemers', zetel, (id: string) => `/deelnemers/${id}`],
      ['/leden', { rol: 'vader' }, (id: string) => `/leden/${id}`],
      [`/velden/${veld?.id}/concept`, undefined, (id: string) => `/concepten/${id}`],
    ] as const) {
      const stuur = () => h.vraag('fatima', 'POST', pad, body, onder(`k${pad}`));
      const eerste = await stuur();
      expect([eerste.status, (await stuur()).body], eerste.tekst).toEqual([201, eerste.body]);
      expect((await h.vraag('fatima', 'DELETE', weg(eerste.body.id))).status).toBe(204);
      const voor = opgeslagen(h.tafel);
      verwachtWeigering(await stuur(), 409, 'al_gedaan');
      expect(opgeslagen(h.tafel)).toEqual(voor);
    }
  });
});

describe('ST13: what is kept', () => {
  test('is no content, and no key: a MAC under the compartment’s key, another in each compartment', async () => {
    const h = await huishouden();
    await afspraak(h, 'fatima', 'kanarie-sleutel', { titel: 'kanarie-titel' });
    const [rij] = sleutels(h);
    expect(JSON.stringify(rij)).not.toContain('kanarie');
    const { kluis } = h.tafel.database;
    const anders = await h.plek('fatima', 'hulp');
    expect(kluis.stempel(anders, 'opdracht', 1)).not.toBe(kluis.stempel(await plan(h), 'opdracht', 1));
  });

  test('goes with the person, and with the casus', async () => {
    const h = await huishouden();
    const verwijzingen = h.tafel.database.sqlite
      .prepare<[], { table: string; on_delete: string }>(
        "select * from pragma_foreign_key_list('opdrachtsleutels')",
      )
      .all()
      .map(({ table, on_delete }) => `${table} ${on_delete}`);
    expect(verwijzingen.sort()).toEqual(['casussen CASCADE', 'compartimenten NO ACTION', 'personen CASCADE']);
  });
});

async function plan(h: Huishouden): Promise<string> {
  return (await h.tafel.meldAan(h.persoonId('fatima')))
    .verzoek('GET', h.pad)
    .then(
      ({ body }) =>
        body.compartimenten.find(
          (deel: { categorie: string; lidId: string | null }) =>
            deel.categorie === 'plan' && deel.lidId === null,
        ).id,
    );
}

async function aantal(h: Huishouden): Promise<number> {
  return Number(h.tafel.database.sqlite.prepare<[], number>('select count(*) from kaarten').pluck().get());
}
