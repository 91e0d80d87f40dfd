import { describe, expect, test } from 'vitest';
import { deelnemers } from '../../server/database/schema.ts';
import { AKKOORD } from '../bouw/casus.ts';
import {
  type Huishouden,
  huishouden,
  type Lid,
  type Naam,
  NIEMAND,
  opgeslagen,
  verwachtWeigering,
} from './huishouden.ts';

const CASUS = {
  leden: [{ rol: 'moeder' }],
  zetel: 'participatie',
  waarvoor: 'samenhang',
  grondslag: 'participatiewet',
};

describe('Scene 1: bringing a casus', () => {
  test.each<[Naam, string]>([
    ['fatima', 'participatie'],
    ['inge', 'inkomen'],
    ['ali', 'wmo'],
    ['tom', 'jeugd'],
    ['sanne', 'schuldhulp'],
  ])('should allow %s from %s, who directs it from then on', async (naam, zetel) => {
    const huis = await huishouden({ plaatsen: {} });
    const antwoord = await (await huis.als(naam)).verzoek('POST', '/casussen', { ...CASUS, zetel });
    expect(antwoord.status, antwoord.tekst).toBe(201);
    expect(antwoord.body.label).toMatch(/^26-[2-9A-HJ-NP-Z]{4}$/);
    const bord = (await (await huis.als(naam)).verzoek('GET', `/casussen/${antwoord.body.id}`)).body;
    expect(bord).toMatchObject({
      status: 'ingebracht',
      leden: [{ rol: 'moeder' }],
      deelnemers: [{ zetel, regisseur: true, ik: true }],
    });
  });

  test.each<[Naam, string]>([
    ['pieter', 'gezondheidszorg'],
    ['joke', 'onderwijs'],
    ['marloes', 'wonen'],
    ['bram', 'leerplicht'],
    ['greta', 'gedragsdeskundige'],
    ['moeder', 'gezin'],
  ])('should refuse %s from %s', async (naam, zetel) => {
    const huis = await huishouden({ plaatsen: {} });
    const voor = opgeslagen(huis.tafel);
    const antwoord = await (await huis.als(naam)).verzoek('POST', '/casussen', { ...CASUS, zetel });
    verwachtWeigering(antwoord, 422, 'zetel_brengt_niet_in');
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });

  test('should know who lives alone as bewoner', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const fatima = await huis.als('fatima');
    const { status, body } = await fatima.verzoek('POST', '/casussen', {
      ...CASUS,
      leden: [{ rol: 'bewoner' }],
    });
    expect(status).toBe(201);
    expect(body.leden.map(({ rol }: { rol: string }) => rol)).toEqual(['bewoner']);
    expect((await fatima.verzoek('GET', '/lijsten')).body.rollen[0]).toBe('bewoner');
    // Another comes to live there.
    const erbij = await fatima.verzoek('POST', `/casussen/${body.id}/leden`, { rol: 'partner' });
    expect([erbij.status, erbij.body.rol]).toEqual([201, 'partner']);
  });

  test('NK2: should put what is said about it in the plan, and nothing of it outside a compartment', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const fatima = await huis.als('fatima');
    const nieuw = await fatima.verzoek('POST', '/casussen', {
      ...CASUS,
      vraag: 'Zwaluwstaart',
      wetten: ['wmo', 'wgs'],
      expertise: ['schulden'],
      gezinWeet: { ja: true, datum: '2026-02-01', met: 'moeder' },
    });
    const bord = (await fatima.verzoek('GET', `/casussen/${nieuw.body.id}`)).body;
    const plan = bord.compartimenten.find(
      (deel: { categorie: string; lidId: null }) => deel.categorie === 'plan' && deel.lidId === null,
    );
    expect(bord.kaarten.map(({ soort }: { soort: string }) => soort)).toEqual([
      'vraag',
      'wet',
      'wet',
      'expertise',
      'gezin_weet',
    ]);
    for (const kaart of bord.kaarten) expect(kaart.compartimentId).toBe(plan.id);
    expect(bord.kaarten.at(-1)).toMatchObject({ ja: true, datum: '2026-02-01', met: 'moeder' });
    expect(nieuw.tekst + (await fatima.verzoek('GET', '/casussen')).tekst).not.toContain('Zwaluwstaart');
    expect(JSON.stringify(huis.tafel.database.sqlite.prepare('select * from kaarten').all())).not.toContain(
      'Zwaluwstaart',
    );
  });
});

describe('The household', () => {
  test('NK2: should number role labels among the members that the viewer takes part for', async () => {
    const huis = await huishouden({
      plaatsen: { tom: ['kind1', 'kind2'], joke: ['kind2'], ali: ['moeder'] },
    });
    const rollen = async (naam: Naam) => (await huis.bord(naam)).leden;
    const { moeder, kind1, kind2 } = huis.leden;
    expect(await rollen('fatima')).toEqual([
      { id: moeder, rol: 'moeder' },
      { id: kind1, rol: 'kind 1' },
      { id: kind2, rol: 'kind 2' },
    ]);
    expect(await rollen('tom')).toEqual([
      { id: kind1, rol: 'kind 1' },
      { id: kind2, rol: 'kind 2' },
    ]);
    expect(await rollen('joke')).toEqual([{ id: kind2, rol: 'kind' }]);
    expect(await rollen('ali')).toEqual([{ id: moeder, rol: 'moeder' }]);
  });

  test.each<[string, string, object | undefined]>([
    ['PATCH', '', { status: 'nazorg' }],
    ['POST', '/leden', { rol: 'vader' }],
    ['GET', '/kandidaten', undefined],
    ['GET', `/voorbeeld?medewerkerId=${NIEMAND}&zetel=wonen`, undefined],
    ['POST', '/deelnemers', {}],
  ])('should refuse %s %s to who does not direct the casus', async (methode, onder, body) => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const voor = opgeslagen(huis.tafel);
    verwachtWeigering(await huis.vraag('sanne', methode, onder, body), 403, 'alleen_regisseur');
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });

  test('NK5: should refuse a member to who does not direct, and hide one whom they may not know', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    for (const [methode, body] of [
      ['PATCH', { rol: 'ouder' }],
      ['DELETE', undefined],
    ] as const) {
      verwachtWeigering(
        await huis.vraag('ali', methode, `/leden/${huis.leden.moeder}`, body),
        403,
        'alleen_regisseur',
      );
      const hidden = await huis.vraag('ali', methode, `/leden/${huis.leden.kind1}`, body);
      verwachtWeigering(hidden, 404, 'niet_gevonden');
      expect(hidden.tekst).toBe((await huis.vraag('ali', methode, `/leden/${NIEMAND}`, body)).tekst);
    }
  });

  test('NK23: should take a member away whatever is kept about them, and hide it all; the last one stays', async () => {
    const huis = await huishouden({ plaatsen: { joke: ['kind1'] } });
    const { id } = await huis.schrijf('joke', 'onderwijs', 'kind1', { soort: 'doel', titel: 'x' });
    const weg = async (lid: Lid) => await huis.vraag('fatima', 'DELETE', `/leden/${huis.leden[lid]}`);
    expect((await weg('kind1')).status).toBe(204);
    const joke = await huis.bord('joke');
    expect(JSON.stringify(joke)).not.toContain(id);
    expect(joke.leden).toEqual([]);
    expect((await weg('kind2')).status).toBe(204);
    verwachtWeigering(await weg('moeder'), 422, 'laatste_lid');
  });
});

describe('NK12: who takes part', () => {
  test('should offer the regisseur who can be asked, and not who takes part already', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const { kandidaten } = (await huis.vraag('fatima', 'GET', '/kandidaten')).body;
    const ids = kandidaten.map(({ medewerkerId }: { medewerkerId: string }) => medewerkerId);
    expect(ids).not.toContain(huis.persoonId('ali'));
    expect(ids).not.toContain(huis.persoonId('fatima'));
    expect(kandidaten).toContainEqual(
      expect.objectContaining({ medewerkerId: huis.persoonId('marloes'), zetels: ['wonen', 'welzijn'] }),
    );
  });

  const zetel = (huis: Huishouden, meer: object = {}) => ({
    medewerkerId: huis.persoonId('marloes'),
    zetel: 'wonen',
    lidIds: null,
    waarvoor: 'wonen',
    grondslag: 'overeenkomst',
    gezinAkkoord: AKKOORD,
    ...meer,
  });

  test.each<[string, number, string, (huis: Huishouden) => object]>([
    [
      'from a zetel that their organisation does not give',
      422,
      'zetel_niet_toegestaan',
      (huis) => zetel(huis, { zetel: 'wmo' }),
    ],
    [
      'who takes part already',
      409,
      'al_deelnemer',
      (huis) => zetel(huis, { medewerkerId: huis.persoonId('ali'), zetel: 'wmo' }),
    ],
    ['who is nobody', 422, 'verwijzing_onbekend', (huis) => zetel(huis, { medewerkerId: NIEMAND })],
    [
      'for a member who is not there',
      422,
      'verwijzing_onbekend',
      (huis) => zetel(huis, { lidIds: [huis.leden.moeder, NIEMAND] }),
    ],
    ['for nobody', 422, 'body_ongeldig', (huis) => zetel(huis, { lidIds: [] })],
    [
      'without agreement or a reason',
      422,
      'body_ongeldig',
      (huis) => zetel(huis, { gezinAkkoord: { ja: false } }),
    ],
    [
      'with an empty reason',
      422,
      'body_ongeldig',
      (huis) => zetel(huis, { gezinAkkoord: { ja: false, reden: ' ' } }),
    ],
    [
      'from elsewhere without asking the household',
      422,
      'body_ongeldig',
      (huis) => zetel(huis, { gezinAkkoord: undefined }),
    ],
    [
      'of the kernteam on the ground of agreement',
      422,
      'grondslag_past_niet',
      (huis) =>
        zetel(huis, { medewerkerId: huis.persoonId('tom'), zetel: 'jeugd', grondslag: 'toestemming' }),
    ],
    [
      'until before it begins',
      422,
      'periode_ongeldig',
      (huis) => zetel(huis, { van: '2026-03-01', tot: '2026-02-28' }),
    ],
    ['until yesterday', 422, 'periode_ongeldig', (huis) => zetel(huis, { tot: '2026-02-02' })],
    ['for what is not in the list', 422, 'niet_in_lijst', (huis) => zetel(huis, { waarvoor: 'zomaar' })],
    [
      'on the zetel gezin without saying who it is',
      422,
      'lid_nodig',
      (huis) => zetel(huis, { medewerkerId: huis.persoonId('moeder'), zetel: 'gezin' }),
    ],
  ])('should refuse to seat somebody %s', async (_, status, code, body) => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const voor = opgeslagen(huis.tafel);
    verwachtWeigering(await huis.vraag('fatima', 'POST', '/deelnemers', body(huis)), status, code);
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });

  test.each([
    ['tom', 'jeugd', 'jeugdwet'],
    ['inge', 'inkomen', 'participatiewet'],
    ['bram', 'leerplicht', 'leerplichtwet'],
  ] as const)(
    'NK12: should seat %s of the municipality without asking the household, never on its agreement, and say in the record that it wasn’t asked',
    async (wie, vanuit, grondslag) => {
      const huis = await huishouden({ plaatsen: {} });
      const body = zetel(huis, {
        medewerkerId: huis.persoonId(wie),
        zetel: vanuit,
        grondslag,
        gezinAkkoord: undefined,
      });
      const metAkkoord = { ...body, grondslag: 'toestemming', gezinAkkoord: { ja: true } };
      verwachtWeigering(
        await huis.vraag('fatima', 'POST', '/deelnemers', metAkkoord),
        422,
        'grondslag_past_niet',
      );
      const { status, body: antwoord } = await huis.vraag('fatima', 'POST', '/deelnemers', body);
      expect(status).toBe(201);
      const rij = huis.tafel.database.db
        .select()
        .from(deelnemers)
        .all()
        .find(({ id }) => id === antwoord.id);
      expect([rij?.gezinAkkoord, rij?.redenZonderAkkoord]).toEqual([false, null]);
    },
  );

  test('NK12: should bring no casus, and make nobody’s seat the municipality’s own, on the ground of agreement', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const fatima = await huis.als('fatima');
    const voor = opgeslagen(huis.tafel);
    const nieuw = await fatima.verzoek('POST', '/casussen', { ...CASUS, grondslag: 'toestemming' });
    verwachtWeigering(nieuw, 422, 'grondslag_past_niet');
    expect(nieuw.body.fouten.map(({ veld }: { veld: string }) => veld)).toEqual(['grondslag']);
    expect(opgeslagen(huis.tafel)).toEqual(voor);

    const id = await huis.laatMeedoen('nora', null, { zetel: 'jeugdhulp', grondslag: 'toestemming' });
    verwachtWeigering(
      await huis.vraag('fatima', 'PATCH', `/deelnemers/${id}`, { zetel: 'jeugd' }),
      422,
      'grondslag_past_niet',
    );
  });

  test('should keep the reason for a seat without agreement encrypted, and show it to nobody', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const id = await huis.laatMeedoen('joke', null, { gezinAkkoord: { ja: false, reden: 'Zwaluwstaart' } });
    const rij = huis.tafel.database.db
      .select()
      .from(deelnemers)
      .all()
      .find((een) => een.id === id);
    expect(rij?.gezinAkkoord).toBe(false);
    expect(rij?.redenZonderAkkoord?.toString('latin1')).not.toContain('Zwaluw');
    const regie = huis.tafel.app.casussen
      .beeld(huis.casusId)
      ?.compartimenten.find(({ categorie }) => categorie === 'regie');
    const plaats = {
      compartimentId: regie?.id ?? '',
      tijdperk: regie?.tijdperk ?? '',
      rijId: id,
      soort: 'reden_zonder_akkoord',
    };
    expect(
      huis.tafel.database.kluis.ontsleutelJson(plaats, rij?.redenZonderAkkoord ?? Buffer.of(), String),
    ).toBe('Zwaluwstaart');
    for (const naam of ['fatima', 'joke'] as const)
      expect(JSON.stringify(await huis.bord(naam))).not.toContain('Zwaluw');
  });

  test('should refuse everybody to change their own seat, the regisseur too, and others to change anyone’s', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'], sanne: null } });
    const pad = (naam: Naam) => `/deelnemers/${huis.zetelVan(naam)}`;
    verwachtWeigering(await huis.vraag('fatima', 'PATCH', pad('fatima'), { tot: null }), 403, 'eigen_zetel');
    verwachtWeigering(
      await huis.vraag('ali', 'PATCH', pad('ali'), { lidIds: null }),
      403,
      'alleen_regisseur',
    );
    verwachtWeigering(
      await huis.vraag('sanne', 'PATCH', pad('ali'), { lidIds: null }),
      403,
      'alleen_regisseur',
    );
    verwachtWeigering(await huis.vraag('sanne', 'DELETE', pad('ali')), 403, 'alleen_regisseur');
    verwachtWeigering(
      await huis.vraag('fatima', 'PATCH', pad('ali'), { zetel: 'jeugd' }),
      422,
      'zetel_niet_toegestaan',
    );
    verwachtWeigering(
      await huis.vraag('fatima', 'PATCH', pad('ali'), { bekend: '2026-02-04' }),
      422,
      'body_ongeldig',
    );
    expect((await huis.bord('ali')).leden).toHaveLength(1);
  });

  test('should let somebody end their own seat, and the regisseur another’s, but not the regisseur their own', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'], sanne: null } });
    expect((await huis.vraag('ali', 'DELETE', `/deelnemers/${huis.zetelVan('ali')}`)).status).toBe(204);
    expect((await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('sanne')}`)).status).toBe(204);
    for (const naam of ['ali', 'sanne'] as const)
      verwachtWeigering(await huis.vraag(naam, 'GET'), 404, 'niet_gevonden');
    verwachtWeigering(
      await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('fatima')}`),
      422,
      'regie_eerst_overdragen',
    );
  });

  test('NK5: should hide a seat that one does not know, to change or to end', async () => {
    const huis = await huishouden({ plaatsen: { tom: ['kind1'], pieter: ['moeder'] } });
    for (const [methode, body] of [
      ['PATCH', { tot: null }],
      ['DELETE', undefined],
    ] as const) {
      const verborgen = await huis.vraag('tom', methode, `/deelnemers/${huis.zetelVan('pieter')}`, body);
      verwachtWeigering(verborgen, 404, 'niet_gevonden');
      expect(verborgen.tekst).toBe((await huis.vraag('tom', methode, `/deelnemers/${NIEMAND}`, body)).tekst);
    }
  });

  test('NK3: should begin and end a seat by the clock', async () => {
    const huis = await huishouden({ plaatsen: {} });
    await huis.laatMeedoen('marloes', null, { van: '2026-02-03T10:00:00Z', tot: '2026-02-03T11:00:00Z' });
    const status = async () => (await huis.vraag('marloes', 'GET')).status;
    expect(await status()).toBe(404);
    huis.tafel.klok.nu = Date.UTC(2026, 1, 3, 10);
    expect(await status()).toBe(200);
    huis.tafel.klok.nu = Date.UTC(2026, 1, 3, 11) - 1;
    expect(await status()).toBe(200);
    huis.tafel.klok.nu += 1;
    expect(await status()).toBe(404);
  });
});

describe('Voorbeeld: what somebody would see is what they see', () => {
  test.each<[Naam, string, readonly Lid[] | null]>([
    ['tom', 'jeugd', ['kind1']],
    ['sanne', 'schuldhulp', null],
    ['ali', 'wmo', ['moeder']],
    ['inge', 'inkomen', null],
    ['bram', 'leerplicht', ['kind2']],
    ['pieter', 'gezondheidszorg', ['moeder']],
    ['joke', 'onderwijs', ['kind1']],
    ['marloes', 'wonen', ['moeder']],
    ['marloes', 'welzijn', null],
    ['greta', 'gedragsdeskundige', ['kind1', 'kind2']],
  ])('should tell the regisseur what %s gets from %s', async (naam, zetel, voor) => {
    const huis = await huishouden({ plaatsen: {} });
    const lidIds = voor === null ? '' : `&lidIds=${voor.map((lid) => huis.leden[lid]).join()}`;
    const vraag = `/voorbeeld?medewerkerId=${huis.persoonId(naam)}&zetel=${zetel}${lidIds}`;
    const { regels } = (await huis.vraag('fatima', 'GET', vraag)).body;
    await huis.laatMeedoen(naam, voor, { zetel });
    const { compartimenten } = await huis.bord(naam);
    // By the rules alone: what another organisation keeps already isn't told to the regisseur.
    const eigen = compartimenten.filter((deel) => deel.eigen || deel.organisatie === null);
    const regel = (een: { categorie: string; lidId: string | null; niveau: string }) =>
      `${een.categorie} ${een.lidId} ${een.niveau}`;
    expect(regels.map(regel)).toEqual(expect.arrayContaining(eigen.map(regel)));
    expect(
      regels
        .filter(({ niveau }: { niveau: string }) => niveau !== 'lezen')
        .map(regel)
        .sort(),
    ).toEqual(
      eigen
        .filter(({ niveau }) => niveau !== 'lezen')
        .map(regel)
        .sort(),
    );
  });

  test('should refuse a person, zetel or member that cannot be chosen', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const marloes = huis.persoonId('marloes');
    for (const vraag of [
      `medewerkerId=${NIEMAND}&zetel=wonen`,
      `medewerkerId=${marloes}&zetel=maan`,
      `medewerkerId=${marloes}&zetel=wonen&lidIds=${NIEMAND}`,
    ]) {
      verwachtWeigering(await huis.vraag('fatima', 'GET', `/voorbeeld?${vraag}`), 422, 'verwijzing_onbekend');
    }
  });
});

test('should give the lists as they hold today, every code of which is taken', async () => {
  const huis = await huishouden({ plaatsen: {} });
  const fatima = await huis.als('fatima');
  const lijsten = (await fatima.verzoek('GET', '/lijsten')).body;
  for (const { code: waarvoor } of lijsten.waarvoor)
    expect((await fatima.verzoek('POST', '/casussen', { ...CASUS, waarvoor })).status).toBe(201);
  for (const { code: grondslag, voorGemeente } of lijsten.grondslag) {
    const { status } = await fatima.verzoek('POST', '/casussen', { ...CASUS, grondslag });
    expect([grondslag, status]).toEqual([grondslag, voorGemeente ? 201 : 422]);
    await huis.vraag(
      'fatima',
      'DELETE',
      `/deelnemers/${await huis.laatMeedoen('pieter', null, { grondslag })}`,
    );
  }
  // NK30: from where one can direct stands with the seats, so that no other is offered.
  const regisseert = lijsten.zetels.filter((zetel: { regisseert: boolean }) => zetel.regisseert);
  expect(regisseert.map(({ code }: { code: string }) => code).sort()).toEqual([
    'gezondheidszorg',
    'inkomen',
    'jeugd',
    'jeugdbescherming',
    'jeugdhulp',
    'participatie',
    'schuldhulp',
    'wmo',
  ]);
  for (const { code, gebruikelijk } of lijsten.zetels) {
    // What a form proposes can be chosen there.
    const gronden = lijsten.grondslag.filter(
      (een: { voorGemeente: boolean }) =>
        een.voorGemeente || !['participatie', 'inkomen', 'wmo', 'jeugd', 'schuldhulp'].includes(code),
    );
    const codes = (lijst: readonly { code: string }[]) => [null, ...lijst.map((een) => een.code)];
    expect(codes(lijsten.waarvoor)).toContain(gebruikelijk.waarvoor);
    expect(codes(gronden)).toContain(gebruikelijk.grondslag);
  }
  for (const { code: status } of lijsten.statussen)
    expect((await huis.vraag('fatima', 'PATCH', '', { status })).status).toBe(200);
});

describe('NK20: seating somebody whom the others may know', () => {
  test.each([
    [true, ['gezondheidszorg']],
    [false, []],
    [undefined, []],
  ])('bekend %s: the kernteam knows %j', async (bekend, gekend) => {
    const huis = await huishouden({ plaatsen: { sanne: null } });

    await huis.laatMeedoen('pieter', null, bekend === undefined ? {} : { bekend });

    const zetels = (await huis.bord('sanne')).deelnemers.map(({ zetel }) => zetel);
    expect(zetels.filter((zetel) => zetel === 'gezondheidszorg')).toEqual(gekend);
  });

  test('is refused where the household doesn’t agree to the seat itself, and nobody is seated', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const voor = opgeslagen(huis.tafel);

    const antwoord = await huis.vraag('fatima', 'POST', '/deelnemers', {
      medewerkerId: huis.persoonId('pieter'),
      zetel: 'gezondheidszorg',
      lidIds: null,
      waarvoor: 'samenhang',
      grondslag: 'wmo',
      gezinAkkoord: { ja: false, reden: 'x' },
      bekend: true,
    });

    expect([antwoord.status, antwoord.body.fouten?.[0]?.veld]).toEqual([422, 'bekend']);
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });
});
