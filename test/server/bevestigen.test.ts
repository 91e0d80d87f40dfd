import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { zetLeidinggevende } from '../../server/aanmelden/indienst.ts';
import { inStap, sluitUit } from '../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import type { Antwoord } from './opstelling.ts';

// NK12: a seat is no key. Pieter keeps what the ggz has about moeder; Lotte, of the ggz too, comes after him.

async function metPieter(): Promise<Huishouden> {
  return await huishouden({ plaatsen: { tom: ['kind1', 'kind2'], pieter: ['moeder'] } });
}

/** What somebody has of a category about moeder: the levels of its tiles, and whether they wait for a colleague. */
async function tegels(
  huis: Huishouden,
  wie: Naam,
  categorie = 'gezondheid',
  lid: 'moeder' | 'kind1' = 'moeder',
) {
  return (await huis.bord(wie)).compartimenten
    .filter((deel) => deel.categorie === categorie && deel.lidId === huis.leden[lid])
    .map(({ niveau, wachtOpCollega }) => [niveau, wachtOpCollega]);
}

const WACHT = [['dat', true]];
const BEWAART = [
  ['schrijven', false],
  ['dat', false],
];

async function teBevestigen(huis: Huishouden, door: Naam, wie: Naam): Promise<string[] | undefined> {
  return (await huis.bord(door)).deelnemers.find(({ id }) => id === huis.zetel[wie])?.teBevestigen;
}

async function bevestig(huis: Huishouden, door: Naam, wie: Naam, ids?: readonly string[]): Promise<Antwoord> {
  const compartimentIds = ids ?? (await teBevestigen(huis, door, wie)) ?? [NIEMAND];
  return await huis.vraag(door, 'POST', `/deelnemers/${huis.zetelVan(wie)}/bevestiging`, { compartimentIds });
}

function regels(huis: Huishouden, handeling: string): unknown[] {
  return huis.tafel.database.sqlite
    .prepare('select regel, persoon_id from logboek where handeling = ? order by nummer')
    .all(handeling);
}

describe('NK12: a new colleague', () => {
  test('knows of what their organisation keeps, and gets nothing of it until who keeps it says so', async () => {
    const huis = await metPieter();
    const kaart = await huis.schrijf('pieter', 'gezondheid', 'moeder', {
      soort: 'zorgpunt',
      titel: 'slaapt slecht',
      leefgebied: 'gezondheid',
    });
    const deel = await huis.plek('pieter', 'gezondheid', 'moeder', 'schrijven');

    await huis.laatWachten('lotte', ['moeder']);

    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
    const bord = await huis.bord('lotte');
    expect(bord.kaarten.map(({ id }) => id)).not.toContain(kaart.id);
    // What the matrix lets the zetel read of all, at once.
    expect(await tegels(huis, 'lotte', 'plan')).toEqual([['lezen', false]]);
    // Behind the tile it is as one that isn't there (NK4, NK5).
    for (const onder of ['/openingen', '/toegangsverzoeken'])
      verwachtWeigering(
        await huis.vraag('lotte', 'POST', `/compartimenten/${deel}${onder}`, {}),
        404,
        'niet_gevonden',
      );
    verwachtWeigering(
      await huis.vraag('lotte', 'POST', '/kaarten', { compartimentId: deel, soort: 'doel', titel: 'x' }),
      404,
      'niet_gevonden',
    );
    // NK20: nor do they stand among who reads there.
    const bijPieter = (await huis.bord('pieter')).compartimenten.find(({ id }) => id === deel);
    expect(bijPieter?.publiek?.deelnemerIds).toEqual([huis.zetelVan('pieter')]);

    expect((await bevestig(huis, 'pieter', 'lotte')).status).toBe(204);

    expect(await tegels(huis, 'lotte')).toEqual(BEWAART);
    expect((await huis.bord('lotte')).kaarten.map(({ id }) => id)).toContain(kaart.id);
    expect(await teBevestigen(huis, 'pieter', 'lotte')).toBe(undefined);
    expect(huis.tafel.fouten).toEqual([]);
  });

  test('NK9: reads whom to call and what they wait for, in words', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', ['moeder']);
    const tegel = (await huis.bord('lotte')).compartimenten.find(
      ({ wachtOpCollega, lidId }) => wachtOpCollega && lidId !== null,
    );
    expect(tegel?.vragenAan?.naam).toBe('Pieter');
    const uitleg = await huis.vraag('lotte', 'GET', `/compartimenten/${tegel?.id}/uitleg`);
    expect(uitleg.body.regels.map(({ id }: { id: string }) => id)).toEqual(['NK9', 'NK12', 'NK4']);
    expect(uitleg.body.regels[1].tekst).toContain('een collega die hier schrijft');
  });

  test('NK10: is confirmed on record, with each level that changes by it', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', ['moeder']);
    const was = regels(huis, 'niveau_gewijzigd').length;
    await bevestig(huis, 'pieter', 'lotte');
    expect(regels(huis, 'deelnemer_bevestigd')).toEqual([
      { regel: 'NK12', persoon_id: huis.persoonId('pieter') },
    ]);
    // What the ggz keeps of the household, and of moeder.
    expect(regels(huis, 'niveau_gewijzigd').length - was).toBe(2);
  });

  test('stands in mijn werk of who may confirm them, and of nobody else', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', ['moeder']);
    const werk = async (wie: Naam) =>
      (await (await huis.als(wie)).verzoek('GET', '/werkvoorraad')).body.wachtend
        .filter(({ soort }: { soort: string }) => soort === 'collega')
        .map(({ titel }: { titel: string }) => titel);
    expect(await werk('pieter')).toEqual(['Nieuwe collega: Lotte. Hoort die hierbij?']);
    expect([await werk('lotte'), await werk('fatima'), await werk('tom')]).toEqual([[], [], []]);
    await bevestig(huis, 'pieter', 'lotte');
    expect(await werk('pieter')).toEqual([]);
  });

  test('NK27: is not asked to decide what they don’t keep', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', ['moeder']);
    const tegel = await huis.plek('fatima', 'gezondheid', 'moeder');
    const gevraagd = await huis.vraag('fatima', 'POST', `/compartimenten/${tegel}/toegangsverzoeken`, {
      waarvoor: 'samenhang',
      grondslag: 'wmo',
      toelichting: 'om af te stemmen',
      tot: '2026-02-10',
    });
    expect(gevraagd.status, gevraagd.tekst).toBe(201);
    const ziet = async (wie: Naam) =>
      (await huis.vraag(wie, 'GET', '/toegangsverzoeken')).body.verzoeken.length;
    expect([await ziet('pieter'), await ziet('lotte')]).toEqual([1, 0]);
    const ja = { besluit: 'toegestaan', reden: 'ja' };
    verwachtWeigering(
      await huis.vraag('lotte', 'POST', `/toegangsverzoeken/${gevraagd.body.id}/besluit`, ja),
      404,
      'niet_gevonden',
    );
    await bevestig(huis, 'pieter', 'lotte');
    expect(await ziet('lotte')).toBe(1);
  });

  test('who comes first keeps what comes to be by them, of each member', async () => {
    const huis = await metPieter();
    expect(await tegels(huis, 'pieter')).toEqual(BEWAART);
    // Of kind 1 the ggz has nothing yet: it comes to be by Lotte.
    await huis.laatWachten('lotte', null);
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
    expect(await tegels(huis, 'lotte', 'gezondheid', 'kind1')).toEqual(BEWAART);
  });

  test('is confirmed for what the confirmer writes, and for no more', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', null);
    // What there is about kind 1 came to be by Lotte; Pieter is of the same seat, for whom nobody confirmed him.
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, { lidIds: null });
    expect(await tegels(huis, 'pieter', 'gezondheid', 'kind1')).toEqual(WACHT);
    const [voorLotte, voorPieter] = [
      await teBevestigen(huis, 'pieter', 'lotte'),
      await teBevestigen(huis, 'lotte', 'pieter'),
    ];
    const kind1 = await huis.plek('lotte', 'gezondheid', 'kind1', 'schrijven');
    expect(voorLotte).not.toContain(kind1);
    expect(voorPieter).toContain(kind1);
    verwachtWeigering(
      await bevestig(huis, 'pieter', 'lotte', [...(voorLotte ?? []), kind1]),
      409,
      'al_besloten',
    );
    expect((await bevestig(huis, 'pieter', 'lotte')).status).toBe(204);
    expect(await tegels(huis, 'pieter', 'gezondheid', 'kind1')).toEqual(WACHT);
    expect((await bevestig(huis, 'lotte', 'pieter')).status).toBe(204);
    expect(await tegels(huis, 'pieter', 'gezondheid', 'kind1')).toEqual(BEWAART);
  });

  test('a new member counts for who was confirmed, and not for who waits', async () => {
    const huis = await metPieter();
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, { lidIds: null });
    await huis.laatWachten('lotte', null);
    const { body: vader } = await huis.vraag('fatima', 'POST', '/leden', { rol: 'vader' });
    const van = async (wie: Naam) =>
      (await huis.bord(wie)).compartimenten
        .filter(({ categorie, lidId }) => categorie === 'gezondheid' && lidId === vader.id)
        .map(({ niveau }) => niveau);
    expect([await van('pieter'), await van('lotte')]).toEqual([['schrijven', 'dat'], ['dat']]);
  });
});

describe('NK12: a seat that becomes another one', () => {
  test('for more members waits for what it newly writes, and keeps what it kept', async () => {
    const huis = await metPieter();
    await huis.laatMeedoen('lotte', ['kind1']);
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('lotte')}`, {
      lidIds: [huis.leden.kind1, huis.leden.moeder],
    });
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
    expect(await tegels(huis, 'lotte', 'gezondheid', 'kind1')).toEqual(BEWAART);
  });

  test('and back: nothing revives', async () => {
    const huis = await metPieter();
    await huis.laatMeedoen('lotte', ['moeder']);
    expect(await tegels(huis, 'lotte')).toEqual(BEWAART);
    const zet = (lid: 'moeder' | 'kind1') =>
      huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('lotte')}`, { lidIds: [huis.leden[lid]] });
    await zet('kind1');
    await zet('moeder');
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
  });

  test('from elsewhere waits as well; a seat that ended and is given anew does too', async () => {
    const huis = await metPieter();
    await huis.laatMeedoen('ali', null);
    await huis.laatMeedoen('bram', null, { zetel: 'leerplicht' });
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('bram')}`, { zetel: 'wmo' });
    expect(await tegels(huis, 'bram', 'wmo')).toEqual(WACHT);
    await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('ali')}`);
    await huis.laatWachten('ali', null);
    expect(await tegels(huis, 'ali', 'wmo')).toEqual(WACHT);
    // Neither confirms the other.
    verwachtWeigering(await bevestig(huis, 'ali', 'bram'), 403, 'niet_bewaarder');
  });

  test('other changes of it leave it confirmed', async () => {
    const huis = await metPieter();
    await huis.laatMeedoen('lotte', ['moeder']);
    for (const wijziging of [{ bekend: true }, { tot: '2026-12-31' }, { lidIds: [huis.leden.moeder] }])
      expect(
        (await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('lotte')}`, wijziging)).status,
      ).toBe(200);
    expect(await tegels(huis, 'lotte')).toEqual(BEWAART);
  });
});

describe('NK12: who confirms', () => {
  test('is somebody who keeps it, of the same organisation, and not oneself', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', ['moeder']);
    const ids = (await teBevestigen(huis, 'pieter', 'lotte')) ?? [];
    expect(ids).toHaveLength(2);
    verwachtWeigering(await bevestig(huis, 'lotte', 'lotte', ids), 403, 'eigen_zetel');
    verwachtWeigering(await bevestig(huis, 'fatima', 'lotte', ids), 403, 'niet_bewaarder');
    // Who doesn't know of the seat is told what one is told of none (NK5, NK20).
    verwachtWeigering(await bevestig(huis, 'tom', 'lotte', ids), 404, 'niet_gevonden');
    verwachtWeigering(
      await huis.vraag('pieter', 'POST', `/deelnemers/${NIEMAND}/bevestiging`, { compartimentIds: ids }),
      404,
      'niet_gevonden',
    );
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
  });

  test('doesn’t when they are kept out of it themselves', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', ['moeder']);
    const ids = (await teBevestigen(huis, 'pieter', 'lotte')) ?? [];
    for (const id of ids) sluitUit(huis, 'pieter', id);
    expect(await teBevestigen(huis, 'pieter', 'lotte')).toBe(undefined);
    verwachtWeigering(await bevestig(huis, 'pieter', 'lotte', ids), 403, 'niet_bewaarder');
  });

  test('of two at once the first does it, and the other is told', async () => {
    const huis = await metPieter();
    await huis.laatWachten('lotte', ['moeder']);
    const ids = (await teBevestigen(huis, 'pieter', 'lotte')) ?? [];
    const antwoorden = await Promise.all([1, 2].map(() => bevestig(huis, 'pieter', 'lotte', ids)));
    expect(antwoorden.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test('for exactly what they saw: what the seat became meanwhile waits', async () => {
    const huis = await metPieter();
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, { lidIds: null });
    await huis.laatWachten('lotte', ['moeder']);
    const gezien = await teBevestigen(huis, 'pieter', 'lotte');
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('lotte')}`, { lidIds: null });
    expect((await bevestig(huis, 'pieter', 'lotte', gezien)).status).toBe(204);
    expect(await tegels(huis, 'lotte')).toEqual(BEWAART);
    expect(await tegels(huis, 'lotte', 'gezondheid', 'kind1')).toEqual(WACHT);
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('lotte')}`, {
      lidIds: [huis.leden.kind2],
    });
    verwachtWeigering(await bevestig(huis, 'pieter', 'lotte', gezien), 409, 'al_besloten');
  });
});

describe('NK12: where nobody keeps it any more', () => {
  /** Arjan leads who work at the ggz, and takes no part. */
  async function metLeiding() {
    const huis = await metPieter();
    const { database } = huis.tafel;
    const arjan = huis.tafel.medewerker(
      'Arjan',
      huis.tafel.app.aanmelden.medewerker(huis.persoonId('lotte'))?.organisatieId ?? '',
    );
    for (const wie of ['lotte', 'pieter'] as const) zetLeidinggevende(database, huis.persoonId(wie), arjan);
    const sessie = await huis.tafel.meldAan(arjan);
    await huis.schrijf('pieter', 'gezondheid', 'moeder', {
      soort: 'zorgpunt',
      titel: 'kanarie',
      leefgebied: 'gezondheid',
    });
    await huis.laatWachten('lotte', ['moeder']);
    const { label } = await huis.bord('lotte');
    const doe = (wie = sessie, koppen: Record<string, string> = {}) =>
      wie.verzoek(
        'POST',
        '/tweede-hand',
        { soort: 'bevestiging', casusLabel: label, medewerkerId: huis.persoonId('lotte') },
        koppen,
      );
    const wacht = async (): Promise<unknown[]> => {
      const antwoord = await sessie.verzoek('GET', '/tweede-hand');
      expect(antwoord.tekst).not.toContain('kanarie');
      return antwoord.body.wacht;
    };
    return { huis, arjan, label, doe, wacht };
  }

  test('the supervisor confirms, by label and name alone, and sees nothing of it; not while a colleague can', async () => {
    const { huis, label, doe, wacht } = await metLeiding();
    expect(await wacht()).toEqual([]);
    verwachtWeigering(await doe(), 422, 'verwijzing_onbekend');

    await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('pieter')}`);

    expect(await wacht()).toMatchObject([
      { soort: 'bevestiging', id: huis.zetelVan('lotte'), casusLabel: label, medewerker: { naam: 'Lotte' } },
    ]);
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
    // Nobody else's supervisor, the regisseur neither.
    for (const wie of ['karim', 'fatima', 'lotte'] as const)
      verwachtWeigering(await doe(await huis.als(wie)), 422, 'verwijzing_onbekend');
    const sleutel = { 'idempotency-key': 'eenmaal' };
    expect((await doe(undefined, sleutel)).body).toEqual({ id: huis.zetelVan('lotte') });

    expect(await tegels(huis, 'lotte')).toEqual(BEWAART);
    expect((await huis.bord('lotte')).kaarten.map((kaart) => 'titel' in kaart && kaart.titel)).toContain(
      'kanarie',
    );
    expect(await wacht()).toEqual([]);
    // Asked again it was done (ST13); without its key there is nothing left to do.
    expect((await doe(undefined, sleutel)).status).toBe(201);
    verwachtWeigering(await doe(), 422, 'verwijzing_onbekend');
    const regel = huis.tafel.app.logboek
      .lees()
      .findLast(({ handeling }) => handeling === 'deelnemer_bevestigd');
    expect(regel).toMatchObject({
      deelnemerId: null,
      regel: 'NK12',
      bijzonderheden: { deelnemerId: huis.zetelVan('lotte') },
    });
  });

  test('not for a casus in which they take part themselves', async () => {
    const { huis, doe, wacht } = await metLeiding();
    zetLeidinggevende(huis.tafel.database, huis.persoonId('lotte'), huis.persoonId('pieter'));
    await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('pieter')}`);
    await huis.laatWachten('pieter', ['moeder']);
    verwachtWeigering(await doe(await huis.als('pieter')), 422, 'verwijzing_onbekend');
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
    // Who leads him lets him in first; then he is a colleague as any.
    expect(await wacht()).toMatchObject([{ medewerker: { naam: 'Pieter' } }]);
  });
});

describe('NK12: seats from before the rule', () => {
  test('are confirmed by the migration, each for what it writes', async () => {
    const huis = await huishouden();
    const { sqlite } = huis.tafel.database;
    const wie = ['fatima', 'tom', 'sanne', 'pieter', 'lotte', 'joke', 'marloes'] as const;
    const borden = async () =>
      await Promise.all(
        wie.map(async (naam) =>
          (await huis.bord(naam)).compartimenten.map(({ id, niveau }) => `${naam} ${id} ${niveau}`),
        ),
      );
    const voor = await borden();
    sqlite.exec('delete from bevestigingen');
    expect((await borden()).flat().filter((regel) => regel.endsWith('schrijven'))).not.toEqual(
      voor.flat().filter((regel) => regel.endsWith('schrijven')),
    );

    const migratie = readFileSync(
      new URL('../../migrations/0015_bevestigingen.sql', import.meta.url),
      'utf8',
    );
    sqlite.exec(migratie.slice(migratie.indexOf('INSERT INTO')));

    expect(await borden()).toEqual(voor);
    // Who comes after it waits.
    await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('lotte')}`);
    await huis.laatWachten('lotte', ['moeder']);
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
  });
});

describe('ST1: a confirmation that can’t be read', () => {
  test('opens nothing, and the rest goes on', async () => {
    const huis = await metPieter();
    await huis.laatMeedoen('lotte', ['moeder']);
    huis.tafel.database.sqlite
      .prepare("update bevestigingen set id = 'x' || id where deelnemer_id = ?")
      .run(huis.zetelVan('lotte'));
    inStap(huis, () => undefined);
    expect(await tegels(huis, 'lotte')).toEqual(WACHT);
    expect(await tegels(huis, 'pieter')).toEqual(BEWAART);
  });
});
