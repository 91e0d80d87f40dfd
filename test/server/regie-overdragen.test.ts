import { describe, expect, test } from 'vitest';
import { naWerkdagen } from '../../server/kern/werkdagen.ts';
import type { Regie } from '../../shared/contract/regie.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from './huishouden.ts';
import { lijnVan } from './sync/tekst.ts';

// NK30: the regie goes over warmly: offered, and accepted, refused, taken back or lapsed; exactly one directs throughout.

const DAG = 24 * 60 * 60 * 1000;
const PLAATSEN = { tom: null, sanne: null, ali: null, pieter: ['moeder'], joke: ['kind1'] } as const;

/** Offers the regie; expects it to succeed. @returns the offer's id */
async function stelVoor(h: Huishouden, naar: Naam, meer: object = {}): Promise<string> {
  const antwoord = await biedAan(h, 'fatima', naar, meer);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

const biedAan = (h: Huishouden, door: Naam, naar: Naam, meer: object = {}) =>
  h.vraag(door, 'POST', '/regie/voorstellen', {
    deelnemerId: h.zetelVan(naar),
    zwaartepunt: 'jeugd',
    reden: 'Het gaat nu om de kinderen',
    ...meer,
  });

const antwoordt = (h: Huishouden, wie: Naam, id: string, wat: string, body: object = {}) =>
  h.vraag(wie, 'POST', `/regie/voorstellen/${id}/${wat}`, body);

async function regieVolgens(h: Huishouden, naam: Naam): Promise<Regie> {
  const { body } = await h.vraag(naam, 'GET', '/regie');
  // The same as on the board.
  expect((await h.bord(naam)).regie).toEqual(body);
  return body;
}

/** The same people when their sessions are over by the clock: each signs in anew. */
function eenAndereDag(h: Huishouden): Huishouden {
  const als: Huishouden['als'] = (wie) => h.tafel.meldAan(h.persoonId(wie));
  const vraag: Huishouden['vraag'] = async (wie, methode, onder = '', body) =>
    await (await als(wie)).verzoek(methode, h.pad + onder, body);
  return { ...h, als, vraag, bord: async (wie) => (await vraag(wie, 'GET')).body };
}

/** Lines of the record of a sort, with who did it. */
function regels(h: Huishouden, handeling: string) {
  return h.tafel.app.logboek
    .lees()
    .flatMap((regel) => (regel.leesbaar && regel.handeling === handeling ? [regel] : []));
}

describe('NK30: a handover', () => {
  test('is one step: who directs, what both may see, the besluit in the plan, and the record', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const notities = await h.plek('fatima', 'regie');
    const id = await stelVoor(h, 'tom', { gezinVerteldOp: '2026-02-02' });
    expect((await regieVolgens(h, 'tom')).voorstel).toMatchObject({
      id,
      van: { naam: 'Fatima' },
      naar: { naam: 'Tom' },
      zwaartepunt: 'jeugd',
      reden: 'Het gaat nu om de kinderen',
      gezinVerteldOp: '2026-02-02',
      stand: 'voorgesteld',
    });
    // Read from acceptance, not before.
    expect((await h.bord('tom')).compartimenten.map((deel) => deel.id)).not.toContain(notities);

    expect((await antwoordt(h, 'tom', id, 'aanvaarding')).status).toBe(204);

    const [tom, fatima] = [await h.bord('tom'), await h.bord('fatima')];
    for (const bord of [tom, fatima]) {
      expect(bord.deelnemers.filter(({ regisseur }) => regisseur).map(({ naam }) => naam)).toEqual(['Tom']);
      expect(bord.kaarten.find(({ soort }) => soort === 'besluit')).toMatchObject({
        titel: 'De regie gaat naar Jeugd. Zwaartepunt: Jeugd',
        motivering: 'Het gaat nu om de kinderen',
      });
    }
    expect(tom.velden.filter((veld) => veld.compartimentId === notities).map(({ naam }) => naam)).toEqual([
      'notities',
      'wat nog openstaat',
      'voor de volgende regisseur',
    ]);
    expect(fatima.compartimenten.map((deel) => deel.id)).not.toContain(notities);
    expect(tom.regie).toMatchObject({ houderId: h.zetelVan('tom'), voorstel: null });
    expect(tom.regie.eerder).toMatchObject([{ naam: 'Fatima', zetel: 'participatie' }]);
    const [regel] = regels(h, 'regie_overgedragen');
    expect(regel).toMatchObject({
      persoonId: h.persoonId('tom'),
      deelnemerId: h.zetelVan('tom'),
      regel: 'NK30',
      bijzonderheden: { overdrachtId: id, wijze: 'aanvaard', vanDeelnemerId: h.zetelVan('fatima') },
    });
    // From which seat, why, on which ground.
    expect(regel?.zetel).toBe('jeugd');
    expect(regel?.grondslag).toBe('wmo');
    const verloor = regels(h, 'niveau_gewijzigd').filter(({ betreft }) =>
      betreft.personen.includes(h.persoonId('fatima')),
    );
    expect(verloor.length).toBeGreaterThan(0);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK7: closes the notes of who hands over at once, on the line that they are reading', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const notities = await h.plek('fatima', 'regie');
    const [fatima, tom] = [await lijnVan(h, 'fatima'), await lijnVan(h, 'tom')];
    await Promise.all([fatima.klaar(), tom.klaar()]);
    expect([fatima.kanaal(notities)?.niveau, tom.kanaal(notities)?.niveau]).toEqual(['schrijven', undefined]);
    const id = await stelVoor(h, 'tom');
    await fatima.bij();
    expect(fatima.kanaal(notities)?.niveau).toBe('schrijven');

    await antwoordt(h, 'tom', id, 'aanvaarding');
    await h.bord('tom');
    await Promise.all([fatima.bij(), tom.bij()]);
    expect([fatima.kanaal(notities)?.niveau, tom.kanaal(notities)?.niveau]).toEqual([undefined, 'schrijven']);
  });

  test('NK37: is told to the two whom it concerns and to nobody else, whatever becomes of it', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const namen = ['fatima', 'tom', 'sanne', 'joke'] as const;
    const live = new Map(
      await Promise.all(
        namen.map(async (naam) => {
          const luisteraar = await (await h.als(naam)).live();
          await h.bord(naam);
          await luisteraar.volg(h.casusId);
          return [naam, luisteraar] as const;
        }),
      ),
    );
    const gehoord = async () => {
      await Promise.all([...live.values()].map((luisteraar) => luisteraar.bij()));
      return Object.fromEntries(
        namen.map((naam) => {
          const { ontvangen = [] } = live.get(naam) ?? {};
          return [naam, ontvangen.splice(0).filter(({ soort }) => soort !== 'aanwezig').length];
        }),
      );
    };
    await gehoord();
    const voor = JSON.stringify([(await h.bord('sanne')).regie, (await h.bord('joke')).regie]);
    const id = await stelVoor(h, 'tom');
    expect(await gehoord()).toEqual({ fatima: 1, tom: 1, sanne: 0, joke: 0 });
    await antwoordt(h, 'tom', id, 'weigering', { reden: 'Geen tijd' });
    expect(await gehoord()).toEqual({ fatima: 1, tom: 1, sanne: 0, joke: 0 });
    // To them there is none: also by its id.
    for (const naam of ['sanne', 'joke'] as const) {
      verwachtWeigering(await antwoordt(h, naam, id, 'aanvaarding'), 404, 'niet_gevonden');
      verwachtWeigering(await h.vraag(naam, 'DELETE', `/regie/voorstellen/${id}`), 404, 'niet_gevonden');
    }
    expect(JSON.stringify([(await h.bord('sanne')).regie, (await h.bord('joke')).regie])).toBe(voor);
    expect((await h.vraag('fatima', 'DELETE', `/regie/voorstellen/${id}`)).status).toBe(204);
    expect(await gehoord()).toEqual({ fatima: 1, tom: 1, sanne: 0, joke: 0 });
  });

  test('is accepted once: of two at once the second gets a 409, and so does who takes it back after', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const id = await stelVoor(h, 'tom');
    const uitkomsten = await Promise.all([
      antwoordt(h, 'tom', id, 'aanvaarding'),
      antwoordt(h, 'tom', id, 'aanvaarding'),
      h.vraag('fatima', 'DELETE', `/regie/voorstellen/${id}`),
    ]);
    expect(uitkomsten.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const te of uitkomsten.filter(({ status }) => status !== 204))
      verwachtWeigering(te, 409, 'al_besloten');
    expect((await h.bord('sanne')).deelnemers.filter(({ regisseur }) => regisseur)).toHaveLength(1);
  });

  test('is for who is proposed alone to answer, and for who proposed alone to take back', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const id = await stelVoor(h, 'tom');
    verwachtWeigering(await antwoordt(h, 'fatima', id, 'aanvaarding'), 403, 'niet_voorgesteld');
    verwachtWeigering(
      await antwoordt(h, 'fatima', id, 'weigering', { reden: 'Nee' }),
      403,
      'niet_voorgesteld',
    );
    verwachtWeigering(await h.vraag('tom', 'DELETE', `/regie/voorstellen/${id}`), 403, 'niet_voorsteller');
    verwachtWeigering(await biedAan(h, 'tom', 'sanne'), 403, 'alleen_regisseur');
    verwachtWeigering(await biedAan(h, 'fatima', 'sanne'), 409, 'loopt_al');
  });

  test('NK26: is never offered to somebody of whom the others may not know yet; nor from a seat that can’t direct', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    verwachtWeigering(await biedAan(h, 'fatima', 'pieter'), 422, 'eerst_bekend');
    verwachtWeigering(await biedAan(h, 'fatima', 'joke'), 422, 'zetel_regisseert_niet');
    verwachtWeigering(await biedAan(h, 'fatima', 'fatima'), 422, 'verwijzing_onbekend');
    const tot = { tot: '2026-06-01' };
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('sanne')}`, tot);
    verwachtWeigering(await biedAan(h, 'fatima', 'sanne'), 422, 'zetel_eindigt');
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend: true });
    const id = await stelVoor(h, 'pieter');
    // The household takes it back: nobody named becomes known by it.
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend: false });
    verwachtWeigering(await antwoordt(h, 'pieter', id, 'aanvaarding'), 409, 'al_besloten');
    expect(regels(h, 'regie_vervallen')).toHaveLength(1);
  });

  test('lapses when the seat that it was offered to ends, and by the clock after fourteen days, on record', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    await stelVoor(h, 'ali');
    await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('ali')}`);
    expect((await regieVolgens(h, 'fatima')).voorstel).toBe(null);
    expect(regels(h, 'regie_vervallen')[0]).toMatchObject({ persoonId: h.persoonId('fatima') });

    const id = await stelVoor(h, 'tom');
    const { uiterlijk } = (await regieVolgens(h, 'tom')).voorstel ?? {};
    expect(uiterlijk).toBe('2026-02-17');
    const later = eenAndereDag(h);
    h.tafel.klok.nu += 14 * DAG;
    expect((await regieVolgens(later, 'tom')).voorstel?.id).toBe(id);
    h.tafel.klok.nu += DAG;
    h.tafel.app.loopAf();
    expect((await regieVolgens(later, 'tom')).voorstel).toBe(null);
    expect(regels(h, 'regie_vervallen')[1]).toMatchObject({ persoonId: null, regel: 'klok' });
    verwachtWeigering(await antwoordt(later, 'tom', id, 'aanvaarding'), 409, 'al_besloten');
    await stelVoor(later, 'sanne');
  });

  test('is held by five working days, after which the procesregisseur can decide too', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    await stelVoor(h, 'tom');
    const vanaf = (await regieVolgens(h, 'tom')).voorstel?.procesregisseurVanaf;
    // Tuesday 3 February, and five working days that pass.
    expect(vanaf).toBe('2026-02-11');
    expect(naWerkdagen(h.tafel.klok.nu, 5)).toBe(Date.parse('2026-02-10T23:00:00Z'));
  });

  test('keeps the seat of who holds the regie: it can’t end, nor get an end, before another holds it', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const zetel = `/deelnemers/${h.zetelVan('fatima')}`;
    const id = await stelVoor(h, 'tom');
    verwachtWeigering(await h.vraag('fatima', 'DELETE', zetel), 422, 'regie_eerst_overdragen');
    await antwoordt(h, 'tom', id, 'aanvaarding');
    verwachtWeigering(
      await h.vraag('tom', 'DELETE', `/deelnemers/${h.zetelVan('tom')}`),
      422,
      'regie_eerst_overdragen',
    );
    expect((await h.vraag('fatima', 'DELETE', zetel)).status).toBe(204);
  });
});

describe('NK30: who stands in', () => {
  const laatWaarnemen = (h: Huishouden, wie: Naam, meer: object = {}, door: Naam = 'fatima') =>
    h.vraag(door, 'POST', '/regie/waarneming', { deelnemerId: h.zetelVan(wie), tot: '2026-02-20', ...meer });

  test('is named by who holds the regie, directs, and hands back when they say so', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    expect((await laatWaarnemen(h, 'tom')).status).toBe(201);
    expect(await regieVolgens(h, 'sanne')).toMatchObject({
      regisseurId: h.zetelVan('tom'),
      houderId: h.zetelVan('fatima'),
      waarneming: { loopt: true },
    });
    // The one who directs for a while gives the regie to nobody, and touches not whose it is.
    verwachtWeigering(await laatWaarnemen(h, 'sanne', {}, 'tom'), 403, 'alleen_regisseur');
    verwachtWeigering(await biedAan(h, 'tom', 'sanne'), 403, 'alleen_regisseur');
    verwachtWeigering(await biedAan(h, 'fatima', 'sanne'), 422, 'waarneming_loopt');
    const zetel = `/deelnemers/${h.zetelVan('fatima')}`;
    verwachtWeigering(await h.vraag('tom', 'DELETE', zetel), 422, 'regie_eerst_overdragen');
    verwachtWeigering(
      await h.vraag('tom', 'PATCH', zetel, { lidIds: [h.leden.kind1] }),
      422,
      'zetel_van_regisseur',
    );
    verwachtWeigering(
      await h.vraag('tom', 'PATCH', zetel, { tot: '2026-12-31' }),
      422,
      'regie_eerst_overdragen',
    );
    verwachtWeigering(await h.vraag('tom', 'DELETE', '/regie/waarneming'), 403, 'alleen_regisseur');
    expect((await h.vraag('fatima', 'DELETE', '/regie/waarneming')).status).toBe(204);
    expect((await regieVolgens(h, 'sanne')).regisseurId).toBe(h.zetelVan('fatima'));
    verwachtWeigering(await h.vraag('fatima', 'DELETE', '/regie/waarneming'), 404, 'niet_gevonden');
  });

  test('returns the regie in the step in which their own seat ends', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    await laatWaarnemen(h, 'tom');
    expect((await h.vraag('tom', 'DELETE', `/deelnemers/${h.zetelVan('tom')}`)).status).toBe(204);
    expect(await regieVolgens(h, 'sanne')).toMatchObject({
      regisseurId: h.zetelVan('fatima'),
      waarneming: null,
    });
    expect(regels(h, 'waarneming_beeindigd')).toHaveLength(1);
    expect((await laatWaarnemen(h, 'sanne')).status).toBe(201);
  });

  test('overlaps nobody, lasts no longer than their seat, and is known to all', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    verwachtWeigering(await laatWaarnemen(h, 'pieter'), 422, 'eerst_bekend');
    verwachtWeigering(await laatWaarnemen(h, 'fatima'), 422, 'verwijzing_onbekend');
    await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('ali')}`, { tot: '2026-02-10' });
    const teKort = await laatWaarnemen(h, 'ali');
    verwachtWeigering(teKort, 422, 'zetel_eindigt');
    expect(teKort.body.detail).toContain('tot en met 10 februari 2026.');
    verwachtWeigering(await laatWaarnemen(h, 'tom', { van: '2026-03-01' }), 422, 'periode_ongeldig');
    expect((await laatWaarnemen(h, 'tom', { van: '2026-02-16' })).status).toBe(201);
    verwachtWeigering(await laatWaarnemen(h, 'sanne'), 409, 'loopt_al');
    expect((await laatWaarnemen(h, 'sanne', { tot: '2026-02-15' })).status).toBe(201);
    // What is to come is between the two.
    await h.vraag('fatima', 'DELETE', '/regie/waarneming');
    expect((await regieVolgens(h, 'fatima')).waarneming).toMatchObject({ loopt: false });
    expect((await regieVolgens(h, 'tom')).waarneming).toMatchObject({ loopt: false });
    expect((await regieVolgens(h, 'sanne')).waarneming).toBe(null);
  });

  test('falls away with the regie of who planned it', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    await laatWaarnemen(h, 'sanne', { van: '2026-02-16' });
    const id = await stelVoor(h, 'tom');
    await antwoordt(h, 'tom', id, 'aanvaarding');
    expect((await regieVolgens(h, 'tom')).waarneming).toBe(null);
    h.tafel.klok.nu = Date.parse('2026-02-18T09:00:00Z');
    expect((await regieVolgens(eenAndereDag(h), 'tom')).regisseurId).toBe(h.zetelVan('tom'));
  });
});
