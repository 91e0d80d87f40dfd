import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { beeindigRol } from '../../server/aanmelden/indienst.ts';
import { huishoudenAan, type Naam, NIEMAND, opgeslagen, verwachtWeigering } from './huishouden.ts';
import { brengIn, inbreng, type Overlegtafel, opAgenda, overlegtafel, RITME, zet } from './overleg.ts';

// OV1, OV10: series, what is brought to an overleg, and who may know of it.

const DAG = 24 * 60 * 60 * 1000;
const DILEMMA = { dilemma: { titel: 'kanarie titel', tekst: 'kanarie tekst' }, minuten: 15 };

const regels = (h: Overlegtafel, handeling: string) =>
  h.tafel.app.logboek
    .lees()
    .flatMap((regel) => (regel.leesbaar && regel.handeling === handeling ? [regel] : []));

/** Whether a key is still there, by what the file with keys says. */
function sleutel(h: Overlegtafel, id: string): unknown {
  const sqlite = new Database(join(h.tafel.instellingen.sleutelmap, 'compartimenten.db'), { readonly: true });
  try {
    return sqlite
      .prepare<[string], unknown>('select verpakt is not null from sleutels where compartiment_id = ?')
      .pluck()
      .get(id);
  } finally {
    sqlite.close();
  }
}

const rij = (h: Overlegtafel, id: string) =>
  h.tafel.database.sqlite
    .prepare<[string], { sleutel: string | null; inhoud: Buffer; voor_voorzitter: Buffer | null }>(
      'select * from agendapunten where id = ?',
    )
    .get(id);

describe('OV1: a series', () => {
  test('has its overleggen from its rhythm, at the same time on the wall, and none on a day that nobody works', async () => {
    const h = await overlegtafel();
    const lijst = (await h.doe('tom', 'GET', '/overleggen')).body.overleggen;
    const begin = lijst.map((een: { begin: string }) => een.begin);
    expect(begin.slice(0, 2)).toEqual(['2026-02-10T08:00:00.000Z', '2026-02-17T08:00:00.000Z']);
    // After the clocks went forward.
    expect(begin).toContain('2026-03-31T07:00:00.000Z');
    expect(lijst[0]).toMatchObject({
      naam: 'Vaste tafel',
      einde: '2026-02-10T09:30:00.000Z',
      staat: 'voorbereiding',
      rol: 'lid',
    });
    // Mondays, Easter Monday among them.
    await h.doe('bram', 'PATCH', `/overlegreeksen/${h.reeksId}`, {
      ritme: { eerste: '2026-03-30', tijd: '14:30', weken: 1 },
    });
    const anders = (await h.doe('tom', 'GET', '/overleggen')).body.overleggen;
    expect(anders.map((een: { begin: string }) => een.begin)).toEqual([
      '2026-03-30T12:30:00.000Z',
      '2026-04-13T12:30:00.000Z',
    ]);
  });

  test('has further overleggen as time goes on, each once, and after a restart', async () => {
    const h = await overlegtafel();
    const laatste = async () => (await h.doe('tom', 'GET', '/overleggen')).body.overleggen.at(-1).begin;
    expect(await laatste()).toBe('2026-04-14T07:00:00.000Z');
    h.tafel.klok.nu += 8 * DAG;
    const opnieuw = await h.tafel.meldAan(h.persoonId('tom'));
    const { overleggen } = (await opnieuw.verzoek('GET', '/overleggen')).body;
    expect(overleggen.at(-1).begin).toBe('2026-04-21T07:00:00.000Z');
    const momenten = overleggen.map((een: { begin: string }) => een.begin);
    expect(new Set(momenten).size).toBe(momenten.length);
  });

  test('is set up by a procesregisseur alone, who is the chair of one', async () => {
    const h = await overlegtafel();
    const voor = opgeslagen(h.tafel);
    const nieuw = { naam: 'Andere', plaats: 'x', duur: 60, ritme: RITME, voorzitterId: h.persoonId('bram') };
    for (const wie of ['tom', 'fatima', 'ali'] as const) {
      verwachtWeigering(await h.doe(wie, 'GET', '/overlegreeksen'), 403, 'alleen_procesregisseur');
      verwachtWeigering(await h.doe(wie, 'POST', '/overlegreeksen', nieuw), 403, 'alleen_procesregisseur');
      verwachtWeigering(
        await h.doe(wie, 'PATCH', `/overlegreeksen/${h.reeksId}`, { naam: 'Mijn tafel' }),
        403,
        'alleen_procesregisseur',
      );
    }
    for (const anders of [
      { voorzitterId: h.persoonId('tom') },
      { notulistId: h.persoonId('joke') },
      { plaatsvervangerId: h.persoonId('bram') },
      { leden: [NIEMAND] },
    ])
      verwachtWeigering(
        await h.doe('bram', 'POST', '/overlegreeksen', { ...nieuw, ...anders }),
        422,
        'medewerker_onbekend',
      );
    verwachtWeigering(
      await h.doe('bram', 'POST', '/overlegreeksen', { ...nieuw, naam: 'Vaste tafel' }),
      422,
      'bestaat_al',
    );
    expect(opgeslagen(h.tafel)).toEqual(voor);
    // Who is procesregisseur no more chairs nothing.
    const id = await opAgenda(h);
    h.tafel.klok.nu += 1000;
    beeindigRol(h.tafel.database, `rol ${h.casusId}`, h.tafel.klok.nu - 1);
    verwachtWeigering(await h.doe('bram', 'GET', `/overleggen/${h.overlegId}`), 404, 'niet_gevonden');
    verwachtWeigering(await zet(h, id, { minuten: 30 }), 404, 'niet_gevonden');
  });

  test('keeps an overleg on which something was brought when it was, also when the series moves', async () => {
    const h = await overlegtafel();
    const id = await brengIn(h, 'fatima', inbreng(h));
    await h.doe('bram', 'PATCH', `/overlegreeksen/${h.reeksId}`, { ritme: { ...RITME, tijd: '15:00' } });
    expect((await h.overleg('bram')).begin).toBe('2026-02-10T08:00:00.000Z');
    expect(await h.punt('bram', id)).toBeDefined();
    const { overleggen } = (await h.doe('bram', 'GET', '/overleggen')).body;
    expect(overleggen[1].begin).toBe('2026-02-10T14:00:00.000Z');
  });

  test('tells who was a member nothing from the moment that they aren’t', async () => {
    const h = await overlegtafel();
    expect((await h.overleg('sanne')).rol).toBe('lid');
    await h.doe('bram', 'PATCH', `/overlegreeksen/${h.reeksId}`, {
      leden: { af: [h.persoonId('sanne')] },
    });
    verwachtWeigering(await h.doe('sanne', 'GET', `/overleggen/${h.overlegId}`), 404, 'niet_gevonden');
    expect((await h.doe('sanne', 'GET', '/overleggen')).body).toEqual({
      overleggen: [],
      reeksen: [],
      magPlannen: false,
      magReeksen: false,
    });
    expect(regels(h, 'overlegreeks_gewijzigd')[0]).toMatchObject({
      persoonId: h.persoonId('bram'),
      bijzonderheden: { af: [h.persoonId('sanne')], bij: [] },
    });
  });
});

describe('OV1: what is brought', () => {
  test('is read by who leads the overleg and who directs the casus, from the bringing', async () => {
    const h = await overlegtafel();
    const id = await brengIn(h, 'fatima', inbreng(h, { meedenkers: [h.persoonId('greta')] }));
    const { label } = await h.bord('fatima');
    for (const wie of ['bram', 'ali', 'inge', 'fatima'] as const) {
      expect(await h.punt(wie, id), wie).toMatchObject({
        soort: 'casus',
        label,
        staat: 'ingebracht',
        verwacht: null,
        als: wie === 'fatima' ? 'inbrenger' : 'leiding',
        casusId: wie === 'fatima' ? h.casusId : null,
        inbreng: {
          vraag: 'kanarie vraag',
          wetten: ['wmo'],
          nodig: ['schulden'],
          meedenkers: [{ medewerkerId: h.persoonId('greta'), naam: 'Greta' }],
          geprobeerd: 'kanarie geprobeerd',
          gezinWeet: { ja: true, datum: '2026-02-01' },
          gezinWil: 'kanarie gezin',
        },
        // For the chair and who brought it.
        voorVoorzitter: wie === 'bram' || wie === 'fatima' ? 'kanarie voorzitter' : null,
      });
    }
    expect(regels(h, 'agendapunt_ingebracht')[0]).toMatchObject({
      persoonId: h.persoonId('fatima'),
      casusId: h.casusId,
      zetel: 'participatie',
      bijzonderheden: { overlegId: h.overlegId, agendapuntId: id },
    });
  });

  test('NK10: leaves a line when who leads the overleg reads it, once a session and casus', async () => {
    const h = await overlegtafel();
    const id = await brengIn(h, 'fatima', inbreng(h));
    for (let i = 0; i < 3; i++) await h.overleg('inge');
    await h.overleg('fatima');
    expect(regels(h, 'agendapunt_gelezen')).toMatchObject([
      { persoonId: h.persoonId('inge'), casusId: h.casusId, bijzonderheden: { agendapuntId: id } },
    ]);
  });

  test('is nothing to a member who doesn’t take part in it: the same bytes as without it, whatever becomes of it', async () => {
    const h = await overlegtafel();
    const bytes = async () =>
      [(await h.doe('tom', 'GET', `/overleggen/${h.overlegId}`)).tekst].concat(
        (await h.doe('tom', 'GET', '/overleggen')).tekst,
      );
    const voor = await bytes();
    const id = await brengIn(h, 'fatima', inbreng(h));
    expect(await bytes()).toEqual(voor);
    for (const wat of [
      { minuten: 25 },
      { volgorde: 1 },
      { besluit: 'aanvaard' },
      { besluit: 'teruggegeven', reden: 'kanarie reden' },
      { besluit: 'aanvaard' },
    ]) {
      expect((await zet(h, id, wat)).status).toBe(204);
      expect(await bytes()).toEqual(voor);
    }
    for (const [methode, body] of [
      ['PATCH', { besluit: 'aanvaard' }],
      ['DELETE', undefined],
    ] as const) {
      for (const doel of [id, NIEMAND]) {
        const antwoord = await h.doe('tom', methode, `/overleggen/${h.overlegId}/agendapunten/${doel}`, body);
        verwachtWeigering(antwoord, 404, 'niet_gevonden');
      }
    }
  });

  test('isn’t told by what a member may bring: a casus that they don’t direct is none, there or not', async () => {
    const h = await overlegtafel();
    await brengIn(h, 'fatima', inbreng(h));
    for (const casusId of [h.casusId, NIEMAND]) {
      const pad = `/overleggen/${h.overlegId}/agendapunten`;
      const antwoord = await h.doe('tom', 'POST', pad, inbreng(h, { casusId }));
      verwachtWeigering(antwoord, 422, 'verwijzing_onbekend');
    }
    // Who takes part knows of the casus.
    const pad = `/overleggen/${h.overlegId}/agendapunten`;
    verwachtWeigering(await h.doe('joke', 'POST', pad, inbreng(h)), 403, 'alleen_regisseur');
    // Who is in no overleg and directs nothing has none to bring to.
    verwachtWeigering(await h.doe('marloes', 'POST', pad, inbreng(h)), 404, 'niet_gevonden');
  });

  test('comes to who takes part when the chair took it on, with the time that it is expected at and not what was said', async () => {
    const h = await overlegtafel();
    const id = await brengIn(h, 'fatima', inbreng(h));
    expect(await h.punt('joke', id)).toBeUndefined();
    await zet(h, id, { besluit: 'aanvaard' });
    const antwoord = await h.doe('joke', 'GET', `/overleggen/${h.overlegId}`);
    expect(antwoord.body.agendapunten).toMatchObject([
      {
        id,
        casusId: h.casusId,
        als: 'deelnemer',
        verwacht: '2026-02-10T08:00:00.000Z',
        minuten: 20,
        inbreng: null,
        volgorde: null,
        voorVoorzitter: null,
      },
    ]);
    expect(antwoord.tekst).not.toContain('kanarie');
    verwachtWeigering(await zet(h, id, { volgorde: 1 }, 'joke'), 403, 'alleen_voorzitter');
    // Nobody of the series, and so in this overleg by the item alone.
    const h2 = await overlegtafel({ marloes: null });
    verwachtWeigering(await h2.doe('marloes', 'GET', `/overleggen/${h2.overlegId}`), 404, 'niet_gevonden');
    await opAgenda(h2);
    expect((await h2.overleg('marloes')).rol).toBe('deelnemer');
    expect((await h2.overleg('marloes')).leden).toEqual([]);
    await h2.vraag('fatima', 'DELETE', `/deelnemers/${h2.zetelVan('marloes')}`);
    verwachtWeigering(await h2.doe('marloes', 'GET', `/overleggen/${h2.overlegId}`), 404, 'niet_gevonden');
  });

  test('OV4: has something to read before it for who takes part in what is still to come, and not for its chair', async () => {
    const h = await overlegtafel();
    const id = await brengIn(h, 'fatima', inbreng(h));
    const inTeLezen = async (wie: Naam) =>
      (await h.doe(wie, 'GET', '/overleggen')).body.overleggen.find(
        (een: { id: string }) => een.id === h.overlegId,
      )?.inTeLezen;
    expect([await inTeLezen('fatima'), await inTeLezen('joke')]).toEqual([true, false]);
    await zet(h, id, { besluit: 'aanvaard' });
    expect([await inTeLezen('fatima'), await inTeLezen('joke')]).toEqual([true, true]);
    expect([await inTeLezen('bram'), await inTeLezen('greta')]).toEqual([false, false]);
    await zet(h, id, { besluit: 'teruggegeven', reden: 'Volgende keer' });
    expect([await inTeLezen('fatima'), await inTeLezen('joke')]).toEqual([false, false]);
  });

  test('gives its meedenkers their place in one act when the chair takes it on, and takes it when it goes back', async () => {
    const h = await overlegtafel();
    const greta = h.persoonId('greta');
    const id = await brengIn(h, 'fatima', inbreng(h, { meedenkers: [greta, h.persoonId('tom')] }));
    expect(await h.punt('greta', id)).toBeUndefined();
    await zet(h, id, { besluit: 'aanvaard' });
    const gezien = await h.punt('greta', id);
    expect(gezien).toMatchObject({
      als: 'meedenker',
      casusId: null,
      inbreng: null,
      verwacht: expect.any(String),
    });
    expect(regels(h, 'agendapunt_gewijzigd')[0]).toMatchObject({
      bijzonderheden: { besluit: 'aanvaard', meedenkers: [greta, h.persoonId('tom')] },
    });
    // A place is no seat (NK1).
    verwachtWeigering(await h.vraag('greta', 'GET'), 404, 'niet_gevonden');
    await zet(h, id, { besluit: 'teruggegeven', reden: 'kanarie reden' });
    expect(await h.punt('greta', id)).toBeUndefined();
    expect(await h.punt('fatima', id)).toMatchObject({ staat: 'teruggegeven', reden: 'kanarie reden' });
    // Improved and brought again, it takes the place of what was given back.
    const weer = await brengIn(h, 'fatima', inbreng(h));
    expect((await h.overleg('bram')).agendapunten.map((punt) => punt.id)).toEqual([weer]);
  });

  test('asks only members who have no seat to think along', async () => {
    const h = await overlegtafel();
    const pad = `/overleggen/${h.overlegId}/agendapunten`;
    for (const wie of ['joke', 'marloes'] as const) {
      const body = inbreng(h, { meedenkers: [h.persoonId(wie)] });
      verwachtWeigering(await h.doe('fatima', 'POST', pad, body), 422, 'verwijzing_onbekend');
    }
    const { reeksen } = (await h.doe('fatima', 'GET', '/overleggen')).body;
    expect(reeksen).toMatchObject([{ id: h.reeksId, naam: 'Vaste tafel' }]);
    expect(reeksen[0].leden.map(({ naam }: { naam: string }) => naam).sort()).toEqual([
      'Greta',
      'Joke',
      'Sanne',
      'Tom',
    ]);
    expect(reeksen[0].komend[0].id).toBe(h.overlegId);
  });

  test('stands on one agenda once; the chair orders it, and who brought it takes it off with all that was said', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    const pad = `/overleggen/${h.overlegId}/agendapunten`;
    verwachtWeigering(await h.doe('fatima', 'POST', pad, inbreng(h)), 409, 'loopt_al');
    const ander = await huishoudenAan(h.tafel);
    const tweede = await (await ander.als('fatima')).verzoek(
      'POST',
      pad,
      inbreng(h, { casusId: ander.casusId }),
    );
    await zet(h, tweede.body.id, { besluit: 'aanvaard', minuten: 8 });
    await zet(h, tweede.body.id, { volgorde: 1 });
    const agenda = (await h.overleg('bram')).agendapunten;
    expect(agenda.map((punt) => [punt.id, punt.volgorde, punt.verwacht])).toEqual([
      [tweede.body.id, 1, '2026-02-10T08:00:00.000Z'],
      // Eight minutes later, told in whole five.
      [id, 2, '2026-02-10T08:05:00.000Z'],
    ]);
    const eigen = rij(h, id)?.sleutel ?? '';
    expect(sleutel(h, eigen)).toBe(1);
    verwachtWeigering(await h.doe('bram', 'DELETE', `${pad}/${id}`), 403, 'alleen_regisseur');
    expect((await h.doe('fatima', 'DELETE', `${pad}/${id}`)).status).toBe(204);
    expect(rij(h, id)).toBeUndefined();
    expect(sleutel(h, eigen)).toBe(0);
    verwachtWeigering(await h.doe('fatima', 'DELETE', `${pad}/${id}`), 404, 'niet_gevonden');
  });

  test('is moved on to the next of the series, where it isn’t yet', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    const { overleggen } = (await h.doe('bram', 'GET', '/overleggen')).body;
    await brengIn(h, 'fatima', inbreng(h), overleggen[1].id);
    expect((await zet(h, id, { besluit: 'doorgeschoven' })).status).toBe(204);
    expect(await h.punt('bram', id)).toBeUndefined();
    const terug = await zet(h, await brengIn(h, 'fatima', inbreng(h)), { besluit: 'teruggegeven' });
    verwachtWeigering(terug, 422, 'body_ongeldig');
    const derde = await h.doe('joke', 'GET', `/overleggen/${overleggen[2].id}`);
    expect(derde.body.agendapunten).toMatchObject([{ id, staat: 'aanvaard' }]);
    h.tafel.database.sqlite
      .prepare('delete from overleggen where begin > ? and id not in (select overleg_id from agendapunten)')
      .run(0);
    const pad = `/overleggen/${overleggen[2].id}/agendapunten/${id}`;
    const antwoord = await h.doe('bram', 'PATCH', pad, { besluit: 'doorgeschoven' });
    verwachtWeigering(antwoord, 422, 'geen_volgend_overleg');
  });

  test('NK2: stands on disk under keys of its own, and follows the casus to another tijdperk', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h, { gezinWeet: { ja: false, reden: 'kanarie nog niet' } });
    const dilemma = await brengIn(h, 'tom', DILEMMA);
    const gezin = await h.doe('fatima', 'POST', '/overleggen', {
      casusId: h.casusId,
      begin: '2026-03-02T09:00:00Z',
      duur: 60,
      plaats: 'kanarie plaats',
    });
    const alles = h.tafel.database.sqlite.serialize().toString('latin1');
    expect(alles).not.toContain('kanarie');
    expect(rij(h, dilemma)?.sleutel).not.toBe(rij(h, id)?.sleutel);
    h.tafel.app.tijdperken.vernieuwAlle();
    expect((await h.punt('bram', id))?.inbreng?.gezinWeet?.reden).toBe('kanarie nog niet');
    const { body } = await h.doe('fatima', 'GET', `/overleggen/${gezin.body.id}`);
    expect(body.plaats).toBe('kanarie plaats');
    expect(h.tafel.fouten).toEqual([]);
  });

  test('ST1: counts as not there when it can’t be read, and is in nobody’s way', async () => {
    const h = await overlegtafel();
    const id = await opAgenda(h);
    h.tafel.database.sqlite.prepare("update agendapunten set inhoud = x'00' where id = ?").run(id);
    expect(await h.punt('bram', id)).toBeUndefined();
    expect(await h.punt('fatima', await opAgenda(h))).toBeDefined();
    expect(h.tafel.fouten.map(String)).toEqual([expect.stringContaining('can’t be read')]);
  });
});

describe('OV1: a gezinsoverleg', () => {
  const gezin = (h: Overlegtafel, meer: object = {}) => ({
    casusId: h.casusId,
    begin: '2026-02-04T13:00:00Z',
    duur: 45,
    plaats: 'Bij moeder thuis',
    vraag: 'Wat heeft u nodig?',
    ...meer,
  });

  test('is called and chaired by its regisseur, and is of who takes part', async () => {
    const h = await overlegtafel();
    const { status, body } = await h.doe('fatima', 'POST', '/overleggen', gezin(h));
    expect(status).toBe(201);
    const pad = `/overleggen/${body.id}`;
    expect((await h.doe('fatima', 'GET', pad)).body).toMatchObject({
      reeksId: null,
      naam: 'Gezinsoverleg',
      rol: 'voorzitter',
      plaats: 'Bij moeder thuis',
      begin: '2026-02-04T13:00:00.000Z',
      einde: '2026-02-04T13:45:00.000Z',
      voorzitter: { naam: 'Fatima' },
      agendapunten: [{ als: 'leiding', inbreng: { vraag: 'Wat heeft u nodig?' }, minuten: 45 }],
    });
    expect((await h.doe('joke', 'GET', pad)).body).toMatchObject({
      rol: 'deelnemer',
      agendapunten: [{ inbreng: null, casusId: h.casusId }],
    });
    for (const wie of ['bram', 'tom', 'marloes'] as const) {
      verwachtWeigering(await h.doe(wie, 'GET', pad), 404, 'niet_gevonden');
      expect((await h.doe(wie, 'GET', '/overleggen')).tekst).not.toContain(body.id);
    }
    // One casus, and no more.
    const punten = `${pad}/agendapunten`;
    verwachtWeigering(await h.doe('fatima', 'POST', punten, inbreng(h)), 422, 'past_hier_niet');
    verwachtWeigering(await h.doe('fatima', 'POST', punten, DILEMMA), 422, 'past_hier_niet');
    verwachtWeigering(await h.doe('tom', 'POST', punten, DILEMMA), 404, 'niet_gevonden');
  });

  test.each([
    ['who doesn’t take part', 'tom', {}, 422, 'verwijzing_onbekend'],
    ['who doesn’t direct', 'joke', {}, 403, 'alleen_regisseur'],
    ['a casus that isn’t there', 'fatima', { casusId: NIEMAND }, 422, 'verwijzing_onbekend'],
    ['a day without a time', 'fatima', { begin: '2026-02-04' }, 422, 'periode_ongeldig'],
    ['a time that is past', 'fatima', { begin: '2026-02-03T08:00:00Z' }, 422, 'periode_ongeldig'],
  ] as const)('is refused for %s', async (_, wie, meer, status, code) => {
    const h = await overlegtafel();
    const voor = opgeslagen(h.tafel);
    verwachtWeigering(await h.doe(wie, 'POST', '/overleggen', gezin(h, meer)), status, code);
    expect(opgeslagen(h.tafel)).toEqual(voor);
  });
});

describe('OV10: a dilemma', () => {
  test('is brought by a member, and read by the members when the chair took it on; by nobody else', async () => {
    const h = await overlegtafel({ marloes: null });
    await opAgenda(h);
    const id = await brengIn(h, 'tom', DILEMMA);
    const ziet = async (wie: Naam) => (await h.punt(wie, id)) !== undefined;
    expect(await Promise.all((['bram', 'inge', 'tom', 'sanne', 'marloes'] as const).map(ziet))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    await zet(h, id, { besluit: 'aanvaard' });
    expect(await h.punt('sanne', id)).toMatchObject({
      soort: 'dilemma',
      casusId: null,
      label: 'kanarie titel',
      dilemma: 'kanarie tekst',
      als: 'lid',
    });
    // In the overleg for one casus.
    expect(await ziet('marloes')).toBe(false);
    const pad = `/overleggen/${h.overlegId}/agendapunten`;
    verwachtWeigering(await h.doe('marloes', 'POST', pad, DILEMMA), 422, 'past_hier_niet');
    verwachtWeigering(await h.doe('sanne', 'DELETE', `${pad}/${id}`), 403, 'alleen_regisseur');
    expect((await h.doe('tom', 'DELETE', `${pad}/${id}`)).status).toBe(204);
  });

  test('is gone after six weeks, by the clock and with its key', async () => {
    const h = await overlegtafel();
    const id = await brengIn(h, 'tom', DILEMMA);
    const eigen = rij(h, id)?.sleutel ?? '';
    h.tafel.klok.nu += 42 * DAG - 1000;
    h.tafel.app.loopAf();
    expect(sleutel(h, eigen)).toBe(1);

    h.tafel.klok.nu += 2000;
    h.tafel.app.loopAf();

    expect(rij(h, id)).toBeUndefined();
    expect(sleutel(h, eigen)).toBe(0);
    expect(regels(h, 'dilemma_vernietigd')).toMatchObject([
      { persoonId: null, casusId: null, regel: 'OV10', bijzonderheden: { agendapuntId: id } },
    ]);
  });

  test('stands on an agenda once in the same words, and three of somebody’s', async () => {
    const h = await overlegtafel();
    const pad = `/overleggen/${h.overlegId}/agendapunten`;
    await brengIn(h, 'tom', DILEMMA);
    verwachtWeigering(await h.doe('tom', 'POST', pad, DILEMMA), 409, 'loopt_al');
    for (const titel of ['twee', 'drie'])
      await brengIn(h, 'tom', { ...DILEMMA, dilemma: { titel, tekst: titel } });
    const vierde = { ...DILEMMA, dilemma: { titel: 'vier', tekst: 'vier' } };
    verwachtWeigering(await h.doe('tom', 'POST', pad, vierde), 422, 'te_veel_agendapunten');
    // Another's don't count.
    await brengIn(h, 'sanne', DILEMMA);
  });

  test('ST19: takes no BSN', async () => {
    const h = await overlegtafel();
    const pad = `/overleggen/${h.overlegId}/agendapunten`;
    const antwoord = await h.doe('tom', 'POST', pad, {
      ...DILEMMA,
      dilemma: { titel: 'x', tekst: 'het gaat om 111222333' },
    });
    verwachtWeigering(antwoord, 422, 'persoonsgegeven_geweigerd');
  });
});
