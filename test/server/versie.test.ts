import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from './huishouden.ts';
import type { Luisteraar } from './opstelling.ts';

// What one sees of a kaart is what `versie`, `gewijzigdOp`, events and 409 follow: nothing else makes them move.

/** Somebody with the board open, and the kaarten as they see them. */
interface Meekijker {
  readonly lijn: Luisteraar;
  /** What came over the line since this was asked last. */
  nieuw(): Promise<{ soort: string; bericht: { kaart?: Kaart; weg?: string } }[]>;
}

async function kijktMee(huis: Huishouden, naam: Naam): Promise<Meekijker> {
  await huis.bord(naam);
  const lijn = await (await huis.als(naam)).live();
  expect(await lijn.volg(huis.casusId)).toEqual({ ok: true });
  await lijn.bij();
  let gezien = lijn.ontvangen.length;
  return {
    lijn,
    nieuw: async () => {
      await lijn.bij();
      const erbij = lijn.ontvangen.slice(gezien);
      gezien = lijn.ontvangen.length;
      return erbij;
    },
  };
}

async function opBord(huis: Huishouden, naam: Naam, kaartId: string): Promise<Kaart | undefined> {
  return (await huis.bord(naam)).kaarten.find(({ id }) => id === kaartId);
}

/** Changes a kaart as somebody sees it now; expects it to succeed. */
async function wijzig(huis: Huishouden, naam: Naam, kaartId: string, velden: object): Promise<Kaart> {
  const versie = await huis.versie(naam, kaartId);
  const antwoord = await huis.vraag(naam, 'PATCH', `/kaarten/${kaartId}`, { versie, ...velden });
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body;
}

/** A doel that ali reads and writes too, who takes part for moeder alone; what the regisseur does comes a minute later. */
async function metDoel(meer: object = {}) {
  const huis = await huishouden({ plaatsen: { ali: ['moeder'], sanne: null, joke: ['kind1'] } });
  const doel = await huis.schrijf('fatima', 'plan', null, {
    soort: 'doel',
    titel: 'Rust',
    lidIds: [huis.leden.moeder],
    ...meer,
  });
  const ali = await kijktMee(huis, 'ali');
  const sanne = await kijktMee(huis, 'sanne');
  await ali.nieuw();
  const gezien = await opBord(huis, 'ali', doel.id);
  if (gezien === undefined) throw new Error('ali does not read it');
  huis.tafel.klok.nu += 60_000;
  return { huis, doel, ali, sanne, gezien };
}

describe('ST11, NK37: what changes out of somebody’s sight', () => {
  test('moves neither versie nor gewijzigdOp, sends nothing, and is no conflict with their own edit', async () => {
    const { huis, doel, ali, sanne, gezien } = await metDoel();
    const { moeder, kind2 } = huis.leden;

    const na = await wijzig(huis, 'fatima', doel.id, { lidIds: [kind2, moeder] });

    expect(na.versie).not.toBe(doel.versie);
    expect(await ali.nieuw()).toEqual([]);
    // Who may know of kind 2 hears of it.
    expect(await sanne.nieuw()).toMatchObject([{ soort: 'kaart', bericht: { kaart: { id: doel.id } } }]);
    expect(await opBord(huis, 'ali', doel.id)).toEqual(gezien);
    const eigen = { versie: gezien.versie, titel: 'Rust in huis' };
    const antwoord = await huis.vraag('ali', 'PATCH', `/kaarten/${doel.id}`, eigen);
    expect(antwoord.status, antwoord.tekst).toBe(200);
    // And undoes nothing of it.
    expect(await opBord(huis, 'fatima', doel.id)).toMatchObject({
      titel: 'Rust in huis',
      lidIds: [moeder, kind2],
    });
    const verwijderd = await huis.vraag(
      'ali',
      'DELETE',
      `/kaarten/${doel.id}?versie=${antwoord.body.versie}`,
    );
    expect(verwijderd.status, verwijderd.tekst).toBe(204);
  });

  test('is so of a hidden doel that an afspraak serves', async () => {
    const { huis, ali, sanne } = await metDoel();
    const vanKind = await huis.schrijf('fatima', 'plan', 'kind1', { soort: 'doel', titel: 'Naar school' });
    const afspraak = await huis.schrijf('fatima', 'plan', null, { soort: 'afspraak', titel: 'Bellen' });
    const gezien = await opBord(huis, 'ali', afspraak.id);
    for (const een of [ali, sanne]) await een.nieuw();
    huis.tafel.klok.nu += 60_000;

    await wijzig(huis, 'fatima', afspraak.id, { doelId: vanKind.id });
    expect(await ali.nieuw()).toEqual([]);
    expect(await sanne.nieuw()).toHaveLength(1);
    expect(await opBord(huis, 'ali', afspraak.id)).toEqual(gezien);
  });

  test('is so of a member who goes, and of somebody unseen who is seated', async () => {
    const { huis, doel, ali, gezien } = await metDoel();
    await wijzig(huis, 'fatima', doel.id, { lidIds: [huis.leden.moeder, huis.leden.kind2] });
    expect((await huis.vraag('fatima', 'DELETE', `/leden/${huis.leden.kind2}`)).status).toBe(204);
    await huis.laatMeedoen('pieter', ['moeder']);
    expect(await ali.nieuw()).toEqual([]);
    expect(await opBord(huis, 'ali', doel.id)).toEqual(gezien);
  });

  test('is so of a kaart that names somebody, to whom it reaches by its naming them', async () => {
    const { huis } = await metDoel();
    const afspraak = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Gesprek',
      uitvoerders: [huis.zetelVan('joke')],
    });
    const joke = await kijktMee(huis, 'joke');
    await wijzig(huis, 'fatima', afspraak.id, { uitvoerders: [huis.zetelVan('joke'), huis.leden.moeder] });
    expect(await joke.nieuw()).toEqual([]);
  });

  test('is so of what was written and changed nothing', async () => {
    const { huis, doel, ali, sanne } = await metDoel();
    const na = await wijzig(huis, 'fatima', doel.id, { titel: 'Rust' });
    expect([na.versie, na.gewijzigdOp]).toEqual([
      doel.versie,
      (await opBord(huis, 'fatima', doel.id))?.gewijzigdOp,
    ]);
    expect([await ali.nieuw(), await sanne.nieuw()]).toEqual([[], []]);
  });
});

describe('ST11: what changes in somebody’s sight', () => {
  test('makes another versie, and the same again when it is as it was', async () => {
    const { huis, doel, gezien } = await metDoel();
    const anders = await wijzig(huis, 'fatima', doel.id, { titel: 'Anders' });
    const bijAli = await opBord(huis, 'ali', doel.id);
    expect(bijAli?.versie).not.toBe(gezien.versie);
    expect(bijAli?.gewijzigdOp).toBe(anders.gewijzigdOp);
    verwachtWeigering(
      await huis.vraag('ali', 'PATCH', `/kaarten/${doel.id}`, { versie: gezien.versie, titel: 'x' }),
      409,
      'versie_verouderd',
    );
    await wijzig(huis, 'fatima', doel.id, { titel: 'Rust' });
    expect((await opBord(huis, 'ali', doel.id))?.versie).toBe(gezien.versie);
  });

  test('moves gewijzigdOp with a word and with a step, and not with a reference, to who sees it either', async () => {
    const { huis } = await metDoel();
    const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'afspraak', titel: 'Bellen' });
    const momenten: (string | undefined)[] = [(await opBord(huis, 'fatima', id))?.gewijzigdOp];
    for (const doe of [
      () => wijzig(huis, 'fatima', id, { titel: 'Bezoeken' }),
      () => wijzig(huis, 'fatima', id, { uitvoerders: [huis.zetelVan('joke')] }),
      () => huis.vraag('joke', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Geweest' }),
    ]) {
      huis.tafel.klok.nu += 60_000;
      await doe();
      momenten.push((await opBord(huis, 'fatima', id))?.gewijzigdOp);
    }
    const [gemaakt, woord, naam, stap] = momenten;
    expect([woord !== gemaakt, naam === woord, stap !== naam]).toEqual([true, true, true]);
  });

  test('has one versie in the answer, the event and the board, also read anew from the disk', async () => {
    const { huis, sanne } = await metDoel();
    // Ali doesn't see which doel it serves: that is put back behind the fields that stand behind it on the disk.
    const vanKind = await huis.schrijf('fatima', 'plan', 'kind1', { soort: 'doel', titel: 'Naar school' });
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      doelId: vanKind.id,
    });
    await sanne.nieuw();
    const antwoord = await wijzig(huis, 'ali', id, { titel: 'Bezoeken' });
    const [gehoord] = await sanne.nieuw();
    expect(await opBord(huis, 'ali', id)).toEqual(antwoord);
    expect(gehoord?.bericht.kaart).toMatchObject({ doelId: vanKind.id });
    expect(await opBord(huis, 'sanne', id)).toEqual(gehoord?.bericht.kaart);
  });

  test('is another when its author becomes known by name, which is told as zicht (NK20)', async () => {
    const huis = await huishouden({ plaatsen: { ali: ['moeder'], pieter: ['moeder'] } });
    const kaart = await huis.schrijf('pieter', 'hulp', 'moeder', {
      soort: 'kracht',
      titel: 'x',
      leefgebied: 'wonen',
    });
    const ali = await kijktMee(huis, 'ali');
    const voor = await opBord(huis, 'ali', kaart.id);
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('pieter')}`, { bekend: true });
    const na = await opBord(huis, 'ali', kaart.id);
    expect([voor?.door, na?.door]).toEqual([null, huis.zetelVan('pieter')]);
    expect(na?.versie).not.toBe(voor?.versie);
    expect((await ali.nieuw()).map(({ soort }) => soort)).toContain('zicht');
  });
});

describe('NK37: what changes in somebody’s sight is told', () => {
  test('of kaarten that weren’t written, when a doel that they serve begins or ceases to reach somebody', async () => {
    const { huis, doel, sanne } = await metDoel({ lidIds: [] });
    const afspraak = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Gesprek',
      doelId: doel.id,
      uitvoerders: [huis.zetelVan('joke')],
    });
    const joke = await kijktMee(huis, 'joke');
    await sanne.nieuw();
    const zonder = await opBord(huis, 'joke', afspraak.id);
    expect(zonder).not.toHaveProperty('doelId');

    await wijzig(huis, 'fatima', doel.id, { samenMet: [huis.zetelVan('joke')] });
    expect((await joke.nieuw()).map(({ bericht }) => bericht.kaart)).toEqual([
      await opBord(huis, 'joke', doel.id),
      await opBord(huis, 'joke', afspraak.id),
    ]);
    expect(await opBord(huis, 'joke', afspraak.id)).toMatchObject({ doelId: doel.id });
    // To who read both before, the afspraak is the same.
    expect((await sanne.nieuw()).map(({ bericht }) => bericht.kaart?.id)).toEqual([doel.id]);

    await wijzig(huis, 'fatima', doel.id, { samenMet: [] });
    expect((await joke.nieuw()).map(({ bericht }) => bericht.weg ?? bericht.kaart)).toEqual([
      zonder,
      doel.id,
    ]);
    await sanne.nieuw();
    const { status } = await huis.vraag(
      'fatima',
      'DELETE',
      `/kaarten/${doel.id}?versie=${await huis.versie('fatima', doel.id)}`,
    );
    expect(status).toBe(204);
    expect(await joke.nieuw()).toEqual([]);
    expect((await sanne.nieuw()).map(({ bericht }) => bericht.weg ?? bericht.kaart)).toEqual([
      await opBord(huis, 'sanne', afspraak.id),
      doel.id,
    ]);
  });

  test('when a kaart names somebody no longer, whom one knew by that alone', async () => {
    const { huis } = await metDoel();
    const marloes = await huis.laatMeedoen('marloes', ['moeder']);
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uitvoerders: [marloes],
    });
    // Who reads the plan and is no kernteam knows of the other by the kaart alone.
    await huis.laatMeedoen('inge', null);
    const inge = await kijktMee(huis, 'inge');
    await inge.nieuw();
    expect(await opBord(huis, 'inge', id)).toMatchObject({ uitvoerders: [marloes] });
    await wijzig(huis, 'fatima', id, { uitvoerders: [] });
    expect((await inge.nieuw()).map(({ soort, bericht }) => bericht.kaart ?? soort)).toEqual([
      await opBord(huis, 'inge', id),
      'zicht',
    ]);
  });

  test('of a step by somebody unknown, without who', async () => {
    const { huis } = await metDoel();
    const marloes = await huis.laatMeedoen('marloes', ['moeder']);
    const { id } = await huis.schrijf('ali', 'plan', null, { soort: 'afspraak', titel: 'Bellen' });
    await huis.laatMeedoen('inge', null);
    const inge = await kijktMee(huis, 'inge');
    await inge.nieuw();
    // To who is no kernteam she is known only while she carries it out.
    await wijzig(huis, 'fatima', id, { uitvoerders: [marloes] });
    expect((await huis.vraag('marloes', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Gebeld' })).status).toBe(
      201,
    );
    await wijzig(huis, 'fatima', id, { uitvoerders: [] });
    const [, stap, uit] = (await inge.nieuw()).filter(({ soort }) => soort === 'kaart');
    expect(stap?.bericht.kaart).toMatchObject({
      stappen: [{ tekst: 'Gebeld', door: marloes }],
    });
    expect(uit?.bericht.kaart).toMatchObject({ stappen: [{ tekst: 'Gebeld', door: null }] });
  });

  test('once, of a kaart that one step makes and changes, and not of what is as it was after it', async () => {
    const { huis, doel, sanne, ali } = await metDoel();
    const { app } = huis.tafel;
    const plek = await huis.plek('fatima', 'plan');
    const verzoek = new IncomingMessage(new Socket());
    verzoek.headers.cookie = (await huis.als('fatima')).cookie;
    const wie = app.aanmelden.herken(verzoek);
    if (wie === null) throw new Error('fatima is not signed in');
    const { moeder, kind1 } = huis.leden;
    app.stappen.doe(() => {
      const kijk = app.toegang.eisKijk(huis.casusId, wie);
      const { id, versie } = app.plan.maak(kijk, plek, { soort: 'doel', titel: 'Half' });
      app.plan.wijzig(kijk, id, { versie, titel: 'Heel' });
      const weg = app.plan.maak(kijk, plek, { soort: 'doel', titel: 'Nooit gezien' });
      app.plan.verwijder(kijk, weg.id, weg.versie);
      const anders = app.plan.wijzig(kijk, doel.id, { versie: doel.versie, lidIds: [moeder, kind1] });
      app.plan.wijzig(kijk, doel.id, { versie: anders.versie, lidIds: [moeder] });
    });
    for (const een of [sanne, ali])
      expect((await een.nieuw()).map(({ bericht }) => bericht.kaart?.titel)).toEqual(['Heel']);
  });
});

describe('ST14: a change holds what was touched', () => {
  test('so what somebody else changed meanwhile stays, once it was seen', async () => {
    const { huis } = await metDoel();
    const { id, versie } = await huis.schrijf('ali', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uiterlijk: '2026-02-10',
    });
    await wijzig(huis, 'sanne', id, { uiterlijk: '2026-02-20' });
    const eerst = await huis.vraag('ali', 'PATCH', `/kaarten/${id}`, { versie, titel: 'Bezoeken' });
    verwachtWeigering(eerst, 409, 'versie_verouderd');
    expect(eerst.body.kaart).toEqual(await opBord(huis, 'ali', id));
    const weer = { versie: eerst.body.kaart.versie, titel: 'Bezoeken' };
    expect((await huis.vraag('ali', 'PATCH', `/kaarten/${id}`, weer)).body).toMatchObject({
      titel: 'Bezoeken',
      uiterlijk: '2026-02-20',
    });
  });

  test('NK23: emptying what one sees empty takes away nothing that is hidden; choosing another does', async () => {
    const { huis } = await metDoel();
    const vanKind = await huis.schrijf('fatima', 'plan', 'kind1', { soort: 'doel', titel: 'Naar school' });
    const ander = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Van allen' });
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      doelId: vanKind.id,
    });
    await wijzig(huis, 'ali', id, { doelId: null });
    expect(await opBord(huis, 'fatima', id)).toMatchObject({ doelId: vanKind.id });
    await wijzig(huis, 'ali', id, { doelId: ander.id });
    expect(await opBord(huis, 'fatima', id)).toMatchObject({ doelId: ander.id });
    await wijzig(huis, 'ali', id, { doelId: null });
    expect(await opBord(huis, 'fatima', id)).not.toHaveProperty('doelId');
  });

  test('NK37: what stays in a list keeps its order, so that who sees more of it is told of nothing', async () => {
    const { huis, sanne } = await metDoel();
    const { moeder, kind1, kind2 } = huis.leden;
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'x',
      lidIds: [kind1, moeder, kind2],
    });
    await sanne.nieuw();
    await wijzig(huis, 'ali', id, { lidIds: [moeder] });
    expect(await sanne.nieuw()).toEqual([]);
    await wijzig(huis, 'ali', id, { lidIds: [] });
    expect(await opBord(huis, 'sanne', id)).toMatchObject({ lidIds: [kind1, kind2] });
  });
});
