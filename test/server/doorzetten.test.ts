import { describe, expect, test } from 'vitest';
import { geefRol } from '../../server/aanmelden/indienst.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { type Huishouden, huishouden, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import type { Antwoord } from './opstelling.ts';

// NK30: the regisseur decides on an afspraak, whom it concerns objects, the procesregisseur says whether it holds.

type Afspraak = Extract<Kaart, { soort: 'afspraak' }>;

/** Sanne carries out an afspraak of the plan; Joke only knows that there is a plan; Bram is procesregisseur. */
async function metAfspraak(): Promise<{ h: Huishouden; id: string }> {
  const h = await huishouden({
    plaatsen: { tom: null, sanne: null, pieter: ['moeder'], joke: null, inge: null, lotte: ['moeder'] },
  });
  geefRol(h.tafel.database, {
    id: `rol ${h.casusId}`,
    medewerkerId: h.persoonId('bram'),
    rol: 'procesregisseur',
    van: h.tafel.klok.nu - 1,
    tot: null,
  });
  const { id } = await h.schrijf('tom', 'plan', null, {
    soort: 'afspraak',
    titel: 'Naar de schuldhulp',
    uitvoerders: [h.zetelVan('sanne')],
    uiterlijk: '2026-03-02',
  });
  return { h, id };
}

const zetDoor = async (h: Huishouden, wie: Naam, id: string, wat: object): Promise<Antwoord> =>
  await h.vraag(wie, 'POST', `/kaarten/${id}/doorzettingsbesluit`, {
    versie: (await opBord(h, wie, id))?.versie ?? 'x'.repeat(16),
    reden: 'De tijd dringt',
    ...wat,
  });

async function maakBezwaar(
  h: Huishouden,
  wie: Naam,
  id: string,
  reden = 'Dat kan ik niet',
): Promise<Antwoord> {
  // The plan opens by itself, with the board.
  await h.bord(wie);
  return await h.vraag(wie, 'POST', `/kaarten/${id}/bezwaar`, { reden });
}

const opBord = async (h: Huishouden, wie: Naam, id: string): Promise<Afspraak | undefined> => {
  const kaart = (await h.bord(wie)).kaarten.find((een) => een.id === id);
  return kaart?.soort === 'afspraak' ? kaart : undefined;
};

const wijzig = async (h: Huishouden, wie: Naam, id: string, wat: object): Promise<Antwoord> =>
  await h.vraag(wie, 'PATCH', `/kaarten/${id}`, { versie: await h.versie(wie, id), ...wat });

const hand = async (h: Huishouden, wie: Naam, methode: string, pad = '', body?: unknown): Promise<Antwoord> =>
  await (await h.tafel.meldAan(h.persoonId(wie))).verzoek(methode, `/tweede-hand${pad}`, body);

const wacht = async (h: Huishouden, wie: Naam) => (await hand(h, wie, 'GET')).body.wacht;

const TERECHT = { besluit: 'toegestaan', reden: 'Sanne heeft gelijk' };
const ONTERECHT = { besluit: 'afgewezen', reden: 'Het moet nu' };

/** Decided that Tom does it instead of Sanne, by tomorrow; Sanne objects. */
async function metBezwaar(): Promise<{ h: Huishouden; id: string; bezwaarId: string }> {
  const { h, id } = await metAfspraak();
  const wat = { uitvoerders: [h.zetelVan('tom')], uiterlijk: '2026-02-10' };
  expect((await zetDoor(h, 'fatima', id, wat)).status).toBe(200);
  expect((await maakBezwaar(h, 'sanne', id)).status).toBe(200);
  const [{ id: bezwaarId }] = await wacht(h, 'bram');
  return { h, id, bezwaarId };
}

describe('NK30: a doorzettingsbesluit', () => {
  test('changes holder, date or end, and stands with the afspraak for everyone whom that reaches', async () => {
    const { h, id } = await metAfspraak();

    const antwoord = await zetDoor(h, 'fatima', id, { uitvoerders: [h.zetelVan('joke')], stand: 'bezig' });

    expect(antwoord.status, antwoord.tekst).toBe(200);
    const verwacht = {
      uitvoerders: [h.zetelVan('joke')],
      uiterlijk: '2026-03-02',
      stand: 'bezig',
      doorzetting: {
        door: h.zetelVan('fatima'),
        metStand: true,
        reden: 'De tijd dringt',
        waaromVervallen: null,
        bezwaren: [],
      },
    };
    expect(antwoord.body).toMatchObject(verwacht);
    // Joke only knows that there is a plan (NK22).
    for (const wie of ['tom', 'sanne', 'joke', 'pieter'] as const)
      expect(await opBord(h, wie, id)).toMatchObject(verwacht);
    expect(
      (await Promise.all((['fatima', 'tom', 'sanne', 'joke'] as const).map((wie) => opBord(h, wie, id)))).map(
        (kaart) => kaart?.doorzetting?.magBezwaar,
      ),
    ).toEqual([false, false, true, true]);
    expect(
      h.tafel.app.logboek.lees().filter(({ handeling }) => handeling === 'doorzetting_besloten'),
    ).toMatchObject([{ persoonId: h.persoonId('fatima'), bijzonderheden: { kaartId: id } }]);
  });

  test('is the regisseur’s, on an afspraak, on what was seen, and for reasons that others may read', async () => {
    const { h, id } = await metAfspraak();
    const wat = { stand: 'vervallen' };
    for (const wie of ['tom', 'sanne'] as const)
      verwachtWeigering(await zetDoor(h, wie, id, wat), 403, 'alleen_regisseur');
    // Who can't see it, and one that isn't there, look alike.
    verwachtWeigering(await zetDoor(h, 'joke', id, wat), 404, 'niet_gevonden');
    verwachtWeigering(await zetDoor(h, 'fatima', NIEMAND, wat), 404, 'niet_gevonden');
    const doel = await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust' });
    verwachtWeigering(await zetDoor(h, 'fatima', doel.id, wat), 422, 'geen_afspraak');
    const eigen = await h.schrijf('fatima', 'werk', null, {
      soort: 'afspraak',
      titel: 'Van ons',
      uitvoerders: [],
    });
    verwachtWeigering(await zetDoor(h, 'fatima', eigen.id, wat), 422, 'past_hier_niet');
    verwachtWeigering(
      await zetDoor(h, 'fatima', id, { versie: 'x'.repeat(16), ...wat }),
      409,
      'versie_verouderd',
    );
    verwachtWeigering(
      await zetDoor(h, 'fatima', id, { uitvoerders: [h.zetelVan('pieter')] }),
      422,
      'eerst_bekend',
    );
    verwachtWeigering(
      await zetDoor(h, 'fatima', id, { ...wat, reden: 'BSN 111222333' }),
      422,
      'persoonsgegeven_geweigerd',
    );
    expect((await opBord(h, 'sanne', id))?.doorzetting).toBe(undefined);
  });

  test('nobody changes what was decided by another way; the rest they do', async () => {
    const { h, id } = await metAfspraak();
    await zetDoor(h, 'fatima', id, { uitvoerders: [h.zetelVan('sanne'), h.zetelVan('tom')], stand: 'bezig' });

    for (const wie of ['tom', 'sanne', 'fatima'] as const) {
      for (const wat of [{ uitvoerders: [] }, { uiterlijk: null }, { stand: 'vervallen' }])
        verwachtWeigering(await wijzig(h, wie, id, wat), 422, 'doorgezet');
      verwachtWeigering(
        await h.vraag(wie, 'POST', `/kaarten/${id}/stappen`, { stand: 'gedaan' }),
        422,
        'doorgezet',
      );
      const stap = await h.vraag(wie, 'POST', `/kaarten/${id}/stappen`, { stand: 'bezig', tekst: 'Gebeld' });
      expect(stap.status, stap.tekst).toBe(201);
    }
    for (const wie of ['tom', 'sanne'] as const)
      verwachtWeigering(
        await h.vraag(wie, 'DELETE', `/kaarten/${id}?versie=${await h.versie(wie, id)}`),
        422,
        'doorgezet',
      );
    expect((await wijzig(h, 'tom', id, { titel: 'Samen naar de schuldhulp' })).body).toMatchObject({
      titel: 'Samen naar de schuldhulp',
      doorzetting: { reden: 'De tijd dringt' },
    });
    // Who decided can decide again, and take the afspraak away.
    expect((await zetDoor(h, 'fatima', id, { stand: 'vervallen' })).body).toMatchObject({
      stand: 'vervallen',
      doorzetting: { metStand: true },
    });
    const weg = await h.vraag('fatima', 'DELETE', `/kaarten/${id}?versie=${await h.versie('fatima', id)}`);
    expect(weg.status).toBe(204);
  });
});

describe('NK30: an objection', () => {
  test('waits for the procesregisseur, who gets nothing of what it says; meanwhile the besluit holds', async () => {
    const { h, id, bezwaarId } = await metBezwaar();

    const gezien = await hand(h, 'bram', 'GET');

    expect(gezien.body.wacht).toEqual([
      {
        soort: 'bezwaar',
        id: bezwaarId,
        sinds: expect.any(String),
        casusLabel: (await h.bord('fatima')).label,
        regisseur: expect.objectContaining({ naam: 'Fatima' }),
        bezwaarmaker: expect.objectContaining({ naam: 'Sanne' }),
      },
    ]);
    expect(gezien.tekst).not.toMatch(/dringt|kan ik niet|Naar de/);
    expect(await opBord(h, 'tom', id)).toMatchObject({
      uitvoerders: [h.zetelVan('tom')],
      uiterlijk: '2026-02-10',
    });
    for (const naam of ['inge', 'sanne', 'fatima', 'tom'] as const) {
      expect(await wacht(h, naam)).toEqual([]);
      verwachtWeigering(await hand(h, naam, 'POST', `/${bezwaarId}`, TERECHT), 404, 'niet_gevonden');
    }
    // The regisseur waits as well.
    verwachtWeigering(await zetDoor(h, 'fatima', id, { stand: 'gedaan' }), 409, 'loopt_al');
    verwachtWeigering(
      await h.vraag('fatima', 'DELETE', `/kaarten/${id}?versie=${await h.versie('fatima', id)}`),
      409,
      'loopt_al',
    );
  });

  test('NK37: nobody but who made it and who directs hears of it, nor of its being refused', async () => {
    const { h, id } = await metAfspraak();
    await zetDoor(h, 'fatima', id, { uitvoerders: [h.zetelVan('tom'), h.zetelVan('sanne')] });
    const hoort = new Map<Naam, () => Promise<unknown[]>>();
    for (const wie of ['tom', 'pieter', 'inge', 'sanne', 'fatima'] as const) {
      await h.bord(wie);
      const lijn = await (await h.als(wie)).live();
      await lijn.volg(h.casusId);
      await lijn.bij();
      lijn.ontvangen.splice(0);
      hoort.set(wie, async () => {
        await lijn.bij();
        return lijn.ontvangen.flatMap(({ soort }) => (soort === 'aanwezig' ? [] : [soort]));
      });
    }
    const [wasTom, wasPieter] = [await opBord(h, 'tom', id), await opBord(h, 'pieter', id)];

    await maakBezwaar(h, 'sanne', id);
    const [{ id: bezwaarId }] = await wacht(h, 'bram');
    await hand(h, 'bram', 'POST', `/${bezwaarId}`, ONTERECHT);

    for (const wie of ['tom', 'pieter', 'inge'] as const) expect(await hoort.get(wie)?.(), wie).toEqual([]);
    for (const wie of ['sanne', 'fatima'] as const)
      expect(await hoort.get(wie)?.(), wie).toEqual(['kaart', 'kaart']);
    expect(await opBord(h, 'tom', id)).toEqual(wasTom);
    expect(await opBord(h, 'pieter', id)).toEqual(wasPieter);
    const mijn = {
      deelnemerId: h.zetelVan('sanne'),
      uitkomst: 'afgewezen',
      waarom: 'Het moet nu',
      reden: 'Dat kan ik niet',
    };
    for (const wie of ['sanne', 'fatima'] as const)
      expect((await opBord(h, wie, id))?.doorzetting).toMatchObject({ bezwaren: [mijn], magBezwaar: false });
    expect((await opBord(h, 'sanne', id))?.doorzetting?.waaromVervallen).toBe(null);
  });

  test('that is upheld brings back what was decided, and nothing else, in one step with its line', async () => {
    const { h, id, bezwaarId } = await metBezwaar();
    await wijzig(h, 'tom', id, { titel: 'Intussen anders' });

    expect((await hand(h, 'bram', 'POST', `/${bezwaarId}`, TERECHT)).status).toBe(204);

    for (const wie of ['tom', 'sanne', 'fatima'] as const)
      expect(await opBord(h, wie, id)).toMatchObject({
        titel: 'Intussen anders',
        uitvoerders: [h.zetelVan('sanne')],
        uiterlijk: '2026-03-02',
        doorzetting: { waaromVervallen: 'Sanne heeft gelijk' },
      });
    expect(await wacht(h, 'bram')).toEqual([]);
    verwachtWeigering(await hand(h, 'bram', 'POST', `/${bezwaarId}`, ONTERECHT), 409, 'al_besloten');
    // To anybody else there never was one (NK5).
    for (const wie of ['sanne', 'inge'] as const)
      verwachtWeigering(await hand(h, wie, 'POST', `/${bezwaarId}`, ONTERECHT), 404, 'niet_gevonden');
    verwachtWeigering(await maakBezwaar(h, 'sanne', id), 422, 'niet_doorgezet');
    expect((await wijzig(h, 'sanne', id, { uitvoerders: [] })).status).toBe(200);
    const regie = (await h.bord('fatima')).compartimenten.find(({ categorie }) => categorie === 'regie');
    const regels = h.tafel.app.logboek.lees().filter(({ handeling }) => handeling.startsWith('bezwaar_'));
    expect(regels).toMatchObject([
      { handeling: 'bezwaar_gemaakt', persoonId: h.persoonId('sanne'), compartiment: { id: regie?.id } },
      {
        handeling: 'bezwaar_afgedaan',
        persoonId: h.persoonId('bram'),
        deelnemerId: null,
        compartiment: { id: regie?.id },
        bijzonderheden: { uitkomst: 'toegewezen', bezwaarId },
      },
    ]);
  });

  test('is for whom the besluit concerns, once, and while the others may know of them', async () => {
    const { h, id } = await metAfspraak();
    verwachtWeigering(await maakBezwaar(h, 'sanne', id), 422, 'niet_doorgezet');
    await zetDoor(h, 'fatima', id, { uitvoerders: [h.zetelVan('tom')] });
    for (const wie of ['inge', 'fatima', 'pieter'] as const)
      verwachtWeigering(await maakBezwaar(h, wie, id), 403, 'niet_uitvoerder');
    verwachtWeigering(await maakBezwaar(h, 'joke', id), 404, 'niet_gevonden');
    const doel = await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust' });
    verwachtWeigering(await maakBezwaar(h, 'sanne', doel.id), 422, 'geen_afspraak');
    verwachtWeigering(await maakBezwaar(h, 'sanne', id, 'BSN 111222333'), 422, 'persoonsgegeven_geweigerd');
    await maakBezwaar(h, 'sanne', id);
    verwachtWeigering(await maakBezwaar(h, 'sanne', id), 409, 'loopt_al');
    await maakBezwaar(h, 'tom', id);
    expect(await wacht(h, 'bram')).toHaveLength(2);
    // Each reads their own.
    for (const wie of ['sanne', 'tom'] as const)
      expect((await opBord(h, wie, id))?.doorzetting?.bezwaren).toMatchObject([
        { deelnemerId: h.zetelVan(wie) },
      ]);
    expect((await opBord(h, 'fatima', id))?.doorzetting?.bezwaren).toHaveLength(2);
    // What is upheld ends what others have against it.
    await hand(h, 'bram', 'POST', `/${(await wacht(h, 'bram'))[0].id}`, TERECHT);
    expect(await wacht(h, 'bram')).toEqual([]);
  });

  test('NK26: who carries it out via the regisseur can’t: the procesregisseur would hear who they are', async () => {
    const { h } = await metAfspraak();
    const { id } = await h.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      viaRegisseur: h.zetelVan('pieter'),
    });
    await zetDoor(h, 'fatima', id, { uiterlijk: '2026-02-10' });

    verwachtWeigering(await maakBezwaar(h, 'pieter', id), 403, 'niet_uitvoerder');
    expect((await opBord(h, 'pieter', id))?.doorzetting).toMatchObject({ magBezwaar: false });
    expect((await opBord(h, 'pieter', id))?.uitvoerders).toEqual([h.zetelVan('fatima')]);
  });

  test('lapses by itself when who made it leaves, may no longer be named, or directs', async () => {
    const verlies: Readonly<Record<string, (h: Huishouden) => Promise<unknown>>> = {
      leaves: (h) => h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('sanne')}`),
      directs: (h) =>
        h.vraag('fatima', 'POST', '/regie/waarneming', {
          deelnemerId: h.zetelVan('sanne'),
          tot: '2026-02-20',
        }),
    };
    for (const [hoe, verlies_] of Object.entries(verlies)) {
      const { h, id, bezwaarId } = await metBezwaar();
      await verlies_(h);
      expect(await wacht(h, 'bram'), hoe).toEqual([]);
      verwachtWeigering(await hand(h, 'bram', 'POST', `/${bezwaarId}`, TERECHT), 409, 'al_besloten');
      expect(
        (await opBord(h, hoe === 'directs' ? 'sanne' : 'fatima', id))?.doorzetting?.bezwaren,
        hoe,
      ).toMatchObject([{ uitkomst: 'vervallen' }]);
    }
    const { h, id } = await metAfspraak();
    const pieter = h.zetelVan('pieter');
    await h.vraag('fatima', 'PATCH', `/deelnemers/${pieter}`, { bekend: true });
    await zetDoor(h, 'fatima', id, { uitvoerders: [pieter] });
    await maakBezwaar(h, 'pieter', id);
    expect(await wacht(h, 'bram')).toHaveLength(1);
    await h.vraag('fatima', 'PATCH', `/deelnemers/${pieter}`, { bekend: false });
    expect(await wacht(h, 'bram')).toEqual([]);
    // Nor can who was taken out of it begin then.
    await h.vraag('fatima', 'PATCH', `/deelnemers/${pieter}`, { bekend: true });
    await zetDoor(h, 'fatima', id, { uitvoerders: [h.zetelVan('tom')] });
    await h.vraag('fatima', 'PATCH', `/deelnemers/${pieter}`, { bekend: false });
    verwachtWeigering(await maakBezwaar(h, 'pieter', id), 422, 'eerst_bekend');
    expect((await opBord(h, 'pieter', id))?.doorzetting).toMatchObject({ magBezwaar: false });
  });

  test('isn’t decided on by who is one of the two', async () => {
    const { h, id, bezwaarId } = await metBezwaar();
    const rol = (wie: Naam) =>
      geefRol(h.tafel.database, {
        id: `rol ${wie} ${h.casusId}`,
        medewerkerId: h.persoonId(wie),
        rol: 'procesregisseur',
        van: h.tafel.klok.nu - 1,
        tot: null,
      });
    rol('fatima');
    rol('sanne');
    for (const wie of ['fatima', 'sanne'] as const) {
      expect(await wacht(h, wie)).toEqual([]);
      verwachtWeigering(await hand(h, wie, 'POST', `/${bezwaarId}`, TERECHT), 404, 'niet_gevonden');
    }
    expect(await opBord(h, 'fatima', id)).toMatchObject({ uitvoerders: [h.zetelVan('tom')] });
  });
});
