import { expect, test } from 'vitest';
import { decodeUpdate, Doc, Item } from 'yjs';
import { beeindigRecht, geefRecht, sluitUit, zetZetel } from '../../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from '../huishouden.ts';
import { kopieVan, lijnVoorTest, type Synctekst } from './lijn.ts';
import { opent, type Plaats, rijen, tekstVan } from './tekst.ts';
import { Regel } from './veldtekst.ts';

// Improving a text: a concept that begins with its words, its maker's alone, there as long as they read that text, and
// brought into it as one change (NK14, NK15, NK18, NK21).

interface Verbetering extends Plaats {
  readonly uitgangspunt: string;
}

/** A text of the plan with these words, as Fatima wrote them. */
async function metTekst(
  h: Huishouden,
  ...regels: readonly string[]
): Promise<{ doel: Plaats; fatima: Synctekst }> {
  const doel = await tekstVan(h, 'fatima', 'plan');
  const fatima = await opent(h, 'fatima', doel);
  for (const regel of regels) fatima.typ(doel.veld, regel);
  await fatima.opgeslagen();
  return { doel, fatima };
}

async function verbeter(h: Huishouden, naam: Naam, { veld }: Plaats): Promise<Verbetering> {
  // What opens by itself is open from here on.
  await h.bord(naam);
  const antwoord = await h.vraag(naam, 'POST', `/velden/${veld}/verbetering`);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  const { id, compartimentId, uitgangspunt } = antwoord.body;
  return { id: compartimentId, veld: id, uitgangspunt };
}

function vervang(tekst: Synctekst, veldId: string, oud: string, nieuw: string): void {
  const veld = tekst.veld(veldId);
  const plek = veld
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '#'));
  const van = plek.join('').indexOf(oud);
  expect(van).toBeGreaterThanOrEqual(0);
  tekst.doc.transact(() => {
    veld.delete(van, oud.length);
    if (nieuw !== '') veld.insert(van, nieuw);
  });
}

function deel(h: Huishouden, naam: Naam, { veld }: Plaats) {
  return h.vraag(naam, 'POST', `/concepten/${veld}/deling`);
}

test('NK21: an improvement begins with the words of its text, and nobody else hears of it', async () => {
  const h = await huishouden();
  const { doel, fatima } = await metTekst(h, 'De huur is te laat.', 'Bel moeder.');
  const voor = await h.bord('fatima');
  const eerder = fatima.lijn.besturing.length;
  const concept = await verbeter(h, 'sanne', doel);
  const sanne = await opent(h, 'sanne', concept);
  expect(sanne.tekst(concept.veld)).toBe('<alinea>De huur is te laat.</alinea><alinea>Bel moeder.</alinea>');
  vervang(sanne, concept.veld, 'te laat', 'betaald');
  await sanne.opgeslagen();
  await fatima.lijn.bij();
  expect(await h.bord('fatima')).toEqual(voor);
  expect(fatima.lijn.besturing.slice(eerder).map(({ type }) => type)).toEqual(['hartslag']);
  expect((await verbeter(h, 'sanne', doel)).veld).toBe(concept.veld);
  for (const [methode, pad] of [
    ['POST', `/concepten/${concept.veld}/deling`],
    ['DELETE', `/concepten/${concept.veld}`],
    ['POST', `/velden/${concept.veld}/verbetering`],
    ['POST', `/velden/${concept.uitgangspunt}/verbetering`],
    ['POST', `/compartimenten/${concept.id}/openingen`],
  ] as const) {
    expect((await h.vraag('fatima', methode, pad)).status, pad).toBe(404);
  }
});

test('NK14 NK15 NK18: sharing brings in what was changed, under its maker’s name, and nothing of how it came about', async () => {
  const h = await huishouden();
  const { doel, fatima } = await metTekst(h, 'De huur is te laat.', 'Bel moeder.', 'Dit mag weg.');
  const concept = await verbeter(h, 'sanne', doel);
  const sanne = await opent(h, 'sanne', concept);
  vervang(sanne, concept.veld, 'te laat', 'GEPROBEERD');
  vervang(sanne, concept.veld, 'GEPROBEERD', 'betaald');
  new Regel(sanne.veld(concept.veld), 2).wis();
  await sanne.opgeslagen();
  const oudeTab = kopieVan(sanne.doc);
  // Another goes on meanwhile.
  vervang(fatima, doel.veld, 'moeder.', 'moeder en vader.');
  fatima.typ(doel.veld, 'Nieuw van Fatima.');
  await fatima.opgeslagen();
  const eerder = fatima.updates.length;

  expect((await deel(h, 'sanne', concept)).status).toBe(204);
  await fatima.leest(doel.veld, 'betaald');
  expect(fatima.tekst(doel.veld)).toBe(
    '<alinea>De huur is betaald.</alinea><alinea>Bel moeder en vader.</alinea><alinea>Nieuw van Fatima.</alinea>',
  );
  // One change, and of what is new in it nothing is gone already.
  expect(fatima.updates.length - eerder).toBe(1);
  const rij = rijen(h.tafel.database, doel.id).at(-1);
  expect(rij?.persoonId).toBe(h.persoonId('sanne'));
  const { structs } = decodeUpdate(rij?.wijziging ?? new Uint8Array());
  expect(structs.map((struct) => [struct.length, struct instanceof Item && struct.deleted])).toEqual([
    ['betaald'.length, false],
  ]);
  const alles = Buffer.concat([
    ...fatima.updates,
    ...rijen(h.tafel.database, doel.id).map((een) => een.wijziging),
  ]);
  expect(alles.toString()).not.toContain('GEPROBEERD');
  // Gone from its own place, from disk and from every copy; an old tab has it alone.
  await sanne.lijn.tot(() => sanne.lijn.kanaal(concept.id) === undefined);
  expect(sanne.einde?.type).toBe('opnieuw');
  expect(oudeTab.getText(concept.veld).length).toBeGreaterThan(0);
  expect(rijen(h.tafel.database, concept.id)).toEqual([]);
  expect(() => h.tafel.database.sleutels.maak(concept.id)).toThrow(/destroyed/);
  // A lost answer: asked again it is not there, and the text has it once.
  verwachtWeigering(await deel(h, 'sanne', concept), 404, 'niet_gevonden');
  const vers = await opent(h, 'fatima', doel);
  expect(vers.tekst(doel.veld)).toBe(fatima.tekst(doel.veld));
  expect(h.tafel.fouten).toEqual([]);
});

test('SY5: an improvement in which nothing changed writes nothing', async () => {
  const h = await huishouden();
  const { doel } = await metTekst(h, 'Zo is het goed.');
  const concept = await verbeter(h, 'sanne', doel);
  const eerder = rijen(h.tafel.database, doel.id).length;
  expect((await deel(h, 'sanne', concept)).status).toBe(204);
  expect(rijen(h.tafel.database, doel.id)).toHaveLength(eerder);
});

test('SY4: what a text said when one began is written by no client', async () => {
  const h = await huishouden();
  const { doel } = await metTekst(h, 'Zo is het.');
  const concept = await verbeter(h, 'sanne', doel);
  const sanne = await opent(h, 'sanne', concept);
  sanne.veld(concept.uitgangspunt).insert(0, '[]');
  await sanne.lijn.tot(() => sanne.einde !== null);
  expect(sanne.einde).toMatchObject({ type: 'geweigerd', code: 'geen_veld' });
});

test('NK18: what a text said when one began is no text of its own: shared as one, nothing of it comes anywhere', async () => {
  const h = await huishouden();
  const { doel, fatima } = await metTekst(h, 'Zo is het.');
  const { uitgangspunt, ...concept } = await verbeter(h, 'sanne', doel);
  const eerder = rijen(h.tafel.database, doel.id).length;
  for (const [methode, pad] of [
    ['POST', `/concepten/${uitgangspunt}/deling`],
    ['DELETE', `/concepten/${uitgangspunt}`],
    ['POST', `/velden/${uitgangspunt}/concept`],
    ['POST', `/velden/${uitgangspunt}/verbetering`],
    ['GET', `/velden/${uitgangspunt}/schrijvers`],
  ] as const) {
    verwachtWeigering(await h.vraag('sanne', methode, pad), 404, 'niet_gevonden');
  }
  expect(rijen(h.tafel.database, doel.id)).toHaveLength(eerder);
  expect(fatima.tekst(doel.veld)).toBe('<alinea>Zo is het.</alinea>');
  expect((await deel(h, 'sanne', concept)).status).toBe(204);
});

test('NK7: a concept over a text closes with it, and comes back with it', async () => {
  const h = await huishouden();
  const { doel } = await metTekst(h, 'Alleen voor wie het plan lezen.');
  const concept = await verbeter(h, 'sanne', doel);
  const sanne = await opent(h, 'sanne', concept);
  vervang(sanne, concept.veld, 'Alleen', 'Slechts');
  await sanne.opgeslagen();
  const staatEr = async () => (await h.bord('sanne')).velden.some(({ id }) => id === concept.veld);

  // Reads it still, and writes no more: what they typed stays theirs.
  zetZetel(h, 'sanne', { zetel: 'gezondheidszorg' });
  expect(await staatEr()).toBe(true);
  verwachtWeigering(await deel(h, 'sanne', concept), 403, 'alleen_lezen');
  verwachtWeigering(await h.vraag('sanne', 'POST', `/velden/${doel.veld}/verbetering`), 403, 'alleen_lezen');

  zetZetel(h, 'sanne', { zetel: 'wonen' });
  await sanne.lijn.tot(() => sanne.lijn.kanaal(concept.id) === undefined);
  expect(await staatEr()).toBe(false);
  expect((await h.bord('sanne')).compartimenten.some(({ id }) => id === concept.id)).toBe(false);
  for (const [methode, pad] of [
    ['POST', `/concepten/${concept.veld}/deling`],
    ['DELETE', `/concepten/${concept.veld}`],
    ['POST', `/compartimenten/${concept.id}/openingen`],
    ['GET', `/compartimenten/${concept.id}/uitleg`],
  ] as const) {
    expect((await h.vraag('sanne', methode, pad)).status, pad).toBe(404);
  }
  const lijn = await lijnVoorTest(h.tafel.url, h.casusId, await h.als('sanne'));
  expect(lijn.kanaal(concept.id)).toBeUndefined();

  zetZetel(h, 'sanne', { zetel: 'schuldhulp' });
  expect(await staatEr()).toBe(true);
  expect((await opent(h, 'sanne', concept)).tekst(concept.veld)).toContain('Slechts voor wie');
});

test('NK8: an exclusion from a text closes the concept over it', async () => {
  const h = await huishouden();
  const { doel } = await metTekst(h, 'Niet meer voor Sanne.');
  const concept = await verbeter(h, 'sanne', doel);
  const sanne = await opent(h, 'sanne', concept);
  sluitUit(h, 'sanne', doel.id);
  await sanne.lijn.tot(() => sanne.lijn.kanaal(concept.id) === undefined);
  expect((await h.bord('sanne')).velden.some(({ id }) => id === concept.veld)).toBe(false);
});

test('NK10: where a text opens on request, the concept over it is there in the session that opened it', async () => {
  const h = await huishouden();
  const gezondheid = await h.plek('pieter', 'gezondheid', 'moeder', 'schrijven');
  const veld = (await h.bord('pieter')).velden.find(({ compartimentId }) => compartimentId === gezondheid);
  const doel = { id: gezondheid, veld: veld?.id ?? '' };
  const pieter = await opent(h, 'pieter', doel);
  pieter.typ(doel.veld, 'Slaapt slecht.');
  await pieter.opgeslagen();
  const recht = geefRecht(h, 'fatima', gezondheid, { niveau: 'schrijven' });
  await h.vraag('fatima', 'POST', `/compartimenten/${gezondheid}/openingen`);
  const concept = await verbeter(h, 'fatima', doel);

  const later = await h.tafel.meldAan(h.persoonId('fatima'));
  const bord = async () => (await later.verzoek('GET', h.pad)).body;
  const ziet = (wat: { velden: { id: string }[]; compartimenten: { id: string }[] }) => [
    wat.velden.some(({ id }) => id === concept.veld),
    wat.compartimenten.some(({ id }) => id === concept.id),
  ];
  expect(ziet(await bord())).toEqual([false, false]);
  expect((await later.verzoek('POST', `${h.pad}/concepten/${concept.veld}/deling`)).status).toBe(404);
  expect((await later.verzoek('POST', `${h.pad}/compartimenten/${concept.id}/openingen`)).status).toBe(404);
  const lijn = await lijnVoorTest(h.tafel.url, h.casusId, later);
  expect(lijn.kanaal(concept.id)).toBeUndefined();

  await later.verzoek('POST', `${h.pad}/compartimenten/${gezondheid}/openingen`);
  expect(ziet(await bord())).toEqual([true, true]);
  await lijn.tot(() => lijn.kanaal(concept.id));
  beeindigRecht(h, recht);
  await lijn.tot(() => lijn.kanaal(concept.id) === undefined);
  expect(ziet(await bord())).toEqual([false, false]);
});

test('ST13: asked twice under one key an improvement is begun once', async () => {
  const h = await huishouden();
  const { doel } = await metTekst(h, 'Een zin.');
  await h.bord('sanne');
  const pad = `/velden/${doel.veld}/verbetering`;
  const [een, ander] = await Promise.all(
    [1, 2].map(() => h.vraag('sanne', 'POST', pad, undefined, { 'idempotency-key': 'verbeter-1' })),
  );
  expect([een?.status, ander?.status]).toEqual([201, 201]);
  expect(een?.body.id).toBe(ander?.body.id);
  const sanne = await opent(h, 'sanne', { id: een?.body.compartimentId, veld: een?.body.id });
  expect(sanne.tekst(een?.body.id)).toBe('<alinea>Een zin.</alinea>');
});

test('ST15 NK23: when its text is removed the words stay its maker’s', async () => {
  const h = await huishouden();
  const kaart = await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust in huis' });
  const veld = (await h.bord('sanne')).velden.find(({ kaartId }) => kaartId === kaart.id);
  const doel = { id: veld?.compartimentId ?? '', veld: veld?.id ?? '' };
  const fatima = await opent(h, 'fatima', doel);
  fatima.typ(doel.veld, 'Waarom.');
  await fatima.opgeslagen();
  const concept = await verbeter(h, 'sanne', doel);
  const { versie } = (await h.bord('fatima')).kaarten.find(({ id }) => id === kaart.id) ?? {};
  expect((await h.vraag('fatima', 'DELETE', `/kaarten/${kaart.id}?versie=${versie}`)).status).toBe(204);
  expect((await h.bord('sanne')).velden.find(({ id }) => id === concept.veld)).toMatchObject({
    conceptVoor: null,
  });
  expect((await opent(h, 'sanne', concept)).tekst(concept.veld)).toBe('<alinea>Waarom.</alinea>');
  verwachtWeigering(await deel(h, 'sanne', concept), 403, 'alleen_lezen');
});

test('ST6 ST19: what would be too long or holds a BSN isn’t brought in, and the concept stays', async () => {
  const h = await huishouden({ omvang: { tekst: 60 } });
  const { doel, fatima } = await metTekst(h, 'Kort.');
  const concept = await verbeter(h, 'sanne', doel);
  const sanne = await opent(h, 'sanne', concept);
  vervang(sanne, concept.veld, 'Kort', '111 222 333');
  await sanne.opgeslagen();
  verwachtWeigering(await deel(h, 'sanne', concept), 422, 'persoonsgegeven_geweigerd');
  vervang(sanne, concept.veld, '111 222 333', 'x'.repeat(40));
  fatima.typ(doel.veld, 'y'.repeat(40));
  await Promise.all([sanne.opgeslagen(), fatima.opgeslagen()]);
  verwachtWeigering(await deel(h, 'sanne', concept), 422, 'tekst_vol');
  expect(fatima.tekst(doel.veld)).toContain('Kort.');
  vervang(sanne, concept.veld, 'x'.repeat(40), 'k');
  await sanne.opgeslagen();
  expect((await deel(h, 'sanne', concept)).status).toBe(204);
  await fatima.leest(doel.veld, 'k.');
});

test('SY7: the words of a text are copied, and nothing that was taken out of it before', async () => {
  const h = await huishouden();
  const { doel, fatima } = await metTekst(h, 'Blijft. WEGGEHAALD');
  vervang(fatima, doel.veld, ' WEGGEHAALD', '');
  await fatima.opgeslagen();
  const concept = await verbeter(h, 'sanne', doel);
  const sanne = await opent(h, 'sanne', concept, new Doc());
  expect(sanne.tekst(concept.veld)).toBe('<alinea>Blijft.</alinea>');
  expect(
    rijen(h.tafel.database, concept.id)
      .map(({ wijziging }) => Buffer.from(wijziging).toString())
      .join(),
  ).not.toContain('WEGGEHAALD');
});
