import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { compartimenten, kaarten } from '../../server/database/schema.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { type Huishouden, huishouden, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';

const PLAATSEN = { pieter: null, vera: null, tom: null, sanne: null, inge: null, marloes: null } as const;

const tafel = () => huishouden({ plaatsen: PLAATSEN });

const opBord = async (huis: Huishouden, naam: Naam, id: string): Promise<Kaart | undefined> =>
  (await huis.bord(naam)).kaarten.find((kaart) => kaart.id === id);

/** An afspraak that this person carries out via the regisseur. */
const geef = (huis: Huishouden, wie: Naam, meer: object = {}) =>
  huis.schrijf('fatima', 'plan', null, {
    soort: 'afspraak',
    titel: 'Bellen',
    viaRegisseur: huis.zetelVan(wie),
    ...meer,
  });

const wijzig = async (huis: Huishouden, wie: Naam, id: string, wat: object): Promise<Kaart> => {
  const versie = await huis.versie(wie, id);
  const antwoord = await huis.vraag(wie, 'PATCH', `/kaarten/${id}`, { versie, ...wat });
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body;
};

const zetStap = async (huis: Huishouden, wie: Naam, id: string, wat: object): Promise<Kaart> => {
  const antwoord = await huis.vraag(wie, 'POST', `/kaarten/${id}/stappen`, wat);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body;
};

async function luister(huis: Huishouden, naam: Naam) {
  const lijn = await (await huis.als(naam)).live();
  await lijn.volg(huis.casusId);
  return async () => {
    await lijn.bij();
    return lijn.ontvangen.splice(0).filter(({ soort }) => soort === 'kaart');
  };
}

/** A kaart without what is another in each: which it is. */
const zonderId = (kaart: Kaart | undefined): object => ({
  ...kaart,
  id: '',
  versie: '',
  ...(kaart?.soort === 'afspraak' ? { stappen: kaart.stappen.map((stap) => ({ ...stap, id: '' })) } : {}),
});

describe('NK26: an afspraak via the regisseur', () => {
  test.each(['pieter', 'vera'] as const)('%s gets it, and writes its state and steps', async (wie) => {
    const huis = await tafel();

    const { id, ...kaart } = await geef(huis, wie);
    await huis.bord(wie);
    const stap = await zetStap(huis, wie, id, { stand: 'bezig', tekst: 'Gebeld' });

    const [f, ik] = [huis.zetelVan('fatima'), huis.zetelVan(wie)];
    expect(kaart).toMatchObject({ uitvoerders: [f], viaRegisseur: ik, ikVoerUit: true });
    expect(stap).toMatchObject({
      ikVoerUit: true,
      viaRegisseur: ik,
      stand: 'bezig',
      stappen: [{ door: ik }],
    });
    expect(await opBord(huis, wie, id)).toEqual(stap);
    expect(await opBord(huis, 'fatima', id)).toMatchObject({ viaRegisseur: ik, stappen: [{ door: ik }] });
    expect((await (await huis.als(wie)).verzoek('GET', '/werkvoorraad')).tekst).toContain('Bellen');
  });

  test('NK6: to everyone else it is, to the letter, one of the regisseur: its fields, its steps, what is told of it', async () => {
    const huis = await tafel();
    const hoort = new Map<Naam, Awaited<ReturnType<typeof luister>>>();
    for (const wie of ['tom', 'sanne', 'inge', 'marloes'] as const) {
      await huis.bord(wie);
      hoort.set(wie, await luister(huis, wie));
    }
    /** What everyone else gets of an afspraak that somebody carries out for a while. */
    const verloop = async (inhoud: object, door: Naam) => {
      const gezien: object[] = [];
      const { id } = await huis.schrijf('fatima', 'plan', null, {
        soort: 'afspraak',
        titel: 'Bellen',
        ...inhoud,
      });
      await zetStap(huis, door, id, { stand: 'bezig' });
      await zetStap(huis, door, id, { tekst: 'Twee keer gebeld' });
      await wijzig(huis, 'tom', id, { titel: 'Vaker bellen' });
      for (const [wie, nieuws] of hoort) {
        gezien.push({ wie, bord: zonderId(await opBord(huis, wie, id)) });
        for (const { bericht } of await nieuws()) gezien.push({ wie, hoort: zonderId(bericht.kaart) });
      }
      return gezien;
    };

    const vanFatima = await verloop({ uitvoerders: [huis.zetelVan('fatima')] }, 'fatima');
    const vanPieter = await verloop({ viaRegisseur: huis.zetelVan('pieter') }, 'pieter');
    const vanVera = await verloop({ viaRegisseur: huis.zetelVan('vera') }, 'vera');

    expect(vanFatima).toHaveLength(4 + 3 * 4);
    expect(vanPieter).toEqual(vanFatima);
    expect(vanVera).toEqual(vanFatima);
  });

  test('nor is it told to who knows that person by name: a colleague, or the kernteam once the others may know', async () => {
    const huis = await huishouden({ plaatsen: { ...PLAATSEN, lotte: null } });
    const { id } = await geef(huis, 'pieter');
    await zetStap(huis, 'pieter', id, { tekst: 'Gebeld' });
    const f = huis.zetelVan('fatima');
    const bekend = { bekend: true };
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, bekend);

    for (const wie of ['lotte', 'tom'] as const) {
      const kaart = await opBord(huis, wie, id);
      expect(kaart).toMatchObject({ uitvoerders: [f], stappen: [{ door: f }] });
      expect(kaart).not.toHaveProperty('viaRegisseur');
    }
  });

  test('NK37: another carries it out, or nobody any more: only they and the regisseur hear of it', async () => {
    const huis = await tafel();
    const { id } = await geef(huis, 'vera');
    const [tom, vera, pieter, fatima] = await Promise.all(
      (['tom', 'vera', 'pieter', 'fatima'] as const).map(async (wie) => {
        await huis.bord(wie);
        return luister(huis, wie);
      }),
    );
    if (!tom || !vera || !pieter || !fatima) throw new Error('nobody listens');
    const was = await opBord(huis, 'tom', id);

    await wijzig(huis, 'fatima', id, { viaRegisseur: huis.zetelVan('pieter') });

    expect(await tom()).toEqual([]);
    expect(await opBord(huis, 'tom', id)).toEqual(was);
    expect(await vera()).toMatchObject([{ bericht: { weg: id } }]);
    expect(await pieter()).toMatchObject([{ bericht: { kaart: { ikVoerUit: true } } }]);
    expect(await fatima()).toMatchObject([{ bericht: { kaart: { viaRegisseur: huis.zetelVan('pieter') } } }]);
    // Counted nowhere that others can read: its line in the record stands with the regisseur's notes (NK24).
    const { versie } = huis.tafel.database.db.select().from(kaarten).where(eq(kaarten.id, id)).get() ?? {};
    expect(versie).toBe(1);

    await wijzig(huis, 'fatima', id, { viaRegisseur: null });

    expect(await tom()).toEqual([]);
    expect(await pieter()).toMatchObject([{ bericht: { kaart: { ikVoerUit: false } } }]);
    expect(await opBord(huis, 'fatima', id)).toMatchObject({ uitvoerders: [huis.zetelVan('fatima')] });
    expect(await opBord(huis, 'fatima', id)).not.toHaveProperty('viaRegisseur');
  });

  test('who doesn’t know of it can’t end it unknowingly; who takes the regisseur out of it does', async () => {
    const huis = await tafel();
    const { id } = await geef(huis, 'pieter');

    await wijzig(huis, 'tom', id, { titel: 'Vaker bellen', viaRegisseur: null });
    expect(await opBord(huis, 'pieter', id)).toMatchObject({ ikVoerUit: true, titel: 'Vaker bellen' });
    await wijzig(huis, 'tom', id, { uitvoerders: [huis.zetelVan('tom')] });

    expect(await opBord(huis, 'pieter', id)).toMatchObject({ ikVoerUit: false });
    await wijzig(huis, 'tom', id, { uitvoerders: [huis.zetelVan('fatima')] });
    expect(await opBord(huis, 'pieter', id)).toMatchObject({ ikVoerUit: false });
  });

  test('can only be given to whom the writer knows, who can’t be named, and who sees the place', async () => {
    const huis = await huishouden({ plaatsen: { ...PLAATSEN, pieter: ['moeder'] } });
    const compartimentId = await huis.plek('fatima', 'plan');
    const maak = async (wie: Naam, viaRegisseur: unknown, waar = compartimentId) =>
      huis.vraag(wie, 'POST', '/kaarten', {
        compartimentId: waar,
        soort: 'afspraak',
        titel: 'x',
        viaRegisseur,
      });

    const onbekend = await maak('tom', huis.zetelVan('pieter'));
    verwachtWeigering(onbekend, 422, 'verwijzing_onbekend');
    expect(onbekend.tekst).toBe((await maak('tom', NIEMAND)).tekst);
    verwachtWeigering(await maak('fatima', huis.zetelVan('tom')), 422, 'al_bekend');
    verwachtWeigering(await maak('fatima', 'geen id'), 422, 'body_ongeldig');
    const vanKind = await huis.plek('fatima', 'plan', 'kind1');
    verwachtWeigering(await maak('fatima', huis.zetelVan('pieter'), vanKind), 422, 'niet_te_noemen');
    const eigen = await huis.plek('fatima', 'werk', null);
    verwachtWeigering(await maak('fatima', huis.zetelVan('pieter'), eigen), 422, 'past_hier_niet');
    const doel = { compartimentId, soort: 'doel', titel: 'x', viaRegisseur: huis.zetelVan('vera') };
    verwachtWeigering(await huis.vraag('fatima', 'POST', '/kaarten', doel), 422, 'body_ongeldig');
  });

  test('the next regisseur knows who carries it out; who directed before doesn’t any more', async () => {
    const huis = await tafel();
    const { id } = await geef(huis, 'pieter');
    await zetStap(huis, 'pieter', id, { tekst: 'Gebeld' });
    const voorstel = await huis.vraag('fatima', 'POST', '/regie/voorstellen', {
      deelnemerId: huis.zetelVan('tom'),
      zwaartepunt: 'jeugd',
      reden: 'het gaat nu vooral om de kinderen',
    });
    expect(voorstel.status, voorstel.tekst).toBe(201);

    const over = await huis.vraag('tom', 'POST', `/regie/voorstellen/${voorstel.body.id}/aanvaarding`, {});
    expect(over.status, over.tekst).toBe(204);
    await zetStap(huis, 'pieter', id, { tekst: 'Weer gebeld' });

    const [p, f, t] = [huis.zetelVan('pieter'), huis.zetelVan('fatima'), huis.zetelVan('tom')];
    expect(await opBord(huis, 'tom', id)).toMatchObject({
      viaRegisseur: p,
      stappen: [{ door: p }, { door: p }],
    });
    const bijFatima = await opBord(huis, 'fatima', id);
    expect(bijFatima).toMatchObject({ uitvoerders: [f], stappen: [{ door: f }, { door: t }] });
    expect(JSON.stringify(await huis.bord('fatima'))).not.toContain(p);
  });

  test('on disk the key of the plan doesn’t open who it is; nor is anything lost when what does is unreadable (ST1)', async () => {
    const huis = await tafel();
    const { database } = huis.tafel;
    const { id } = await geef(huis, 'pieter');
    await zetStap(huis, 'pieter', id, { tekst: 'Gebeld' });
    const rij = database.db.select().from(kaarten).where(eq(kaarten.id, id)).get();
    const plek = database.db
      .select()
      .from(compartimenten)
      .where(eq(compartimenten.id, rij?.compartimentId ?? ''))
      .get();
    if (rij === undefined || plek === undefined) throw new Error('it is not stored');
    const plaats = { compartimentId: plek.id, tijdperk: plek.tijdperk, rijId: id };
    const gewoon = database.kluis.ontsleutel({ ...plaats, soort: 'kaart' }, rij.inhoud).toString();
    for (const geheim of [huis.zetelVan('pieter'), huis.persoonId('pieter')])
      expect(gewoon).not.toContain(geheim);
    expect(() =>
      database.kluis.ontsleutel({ ...plaats, soort: 'via' }, rij.via ?? Buffer.alloc(0)),
    ).toThrow();

    database.db
      .update(kaarten)
      .set({ via: Buffer.from('kapot') })
      .where(eq(kaarten.id, id))
      .run();

    expect(await opBord(huis, 'fatima', id)).toMatchObject({
      titel: 'Bellen',
      stappen: [{ tekst: 'Gebeld' }],
    });
    expect(await opBord(huis, 'pieter', id)).toMatchObject({ ikVoerUit: false });
    await wijzig(huis, 'tom', id, { titel: 'Vaker bellen' });
  });

  test('SY13: stays when the regisseur’s notes get another tijdperk, and goes with their key', async () => {
    const huis = await tafel();
    const { app } = huis.tafel;
    const { id } = await geef(huis, 'pieter');
    const regie = app.casussen.regieVan(huis.casusId);

    app.stappen.doe(() => app.casussen.wisselTijdperk(regie, 'anders'));

    expect(await opBord(huis, 'pieter', id)).toMatchObject({ ikVoerUit: true });
    expect(huis.tafel.fouten).toEqual([]);
    app.stappen.doe(() => app.casussen.wisCompartiment(app.casussen.regieVan(huis.casusId)));
    expect(huis.tafel.database.db.select().from(kaarten).where(eq(kaarten.id, id)).get()?.via).toBe(null);
  });
});
