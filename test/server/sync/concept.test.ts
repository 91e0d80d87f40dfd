import { expect, test } from 'vitest';
import { zetZetel } from '../../bouw/ingreep.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from '../huishouden.ts';
import { kopieVan, lijnVoorTest, type Synctekst } from './lijn.ts';
import { regelVan } from './tekst.ts';
import { leesVeld } from './veldtekst.ts';

// Concepts: what one types outside a conference is theirs alone, until they share it (NK21, NK15, SY13).

async function veldIn(h: Huishouden, naam: Naam, categorie: string): Promise<{ id: string; plek: string }> {
  const plek = await h.plek(naam, categorie, null, 'schrijven');
  const veld = (await h.bord(naam)).velden.find(({ compartimentId }) => compartimentId === plek);
  if (veld === undefined) throw new Error(`no text in ${categorie}`);
  return { id: veld.id, plek };
}

async function open(h: Huishouden, naam: Naam, plek: string): Promise<Synctekst> {
  return await (await lijnVoorTest(h.tafel.url, h.casusId, await h.als(naam))).open(plek);
}

async function begin(h: Huishouden, naam: Naam, veldId: string) {
  const antwoord = await h.vraag(naam, 'POST', `/velden/${veldId}/concept`);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body as { id: string; compartimentId: string; conceptVoor: string; concept: boolean };
}

test('NK21: a concept is its writer’s alone; the regisseur neither sees it nor hears of it', async () => {
  const h = await huishouden();
  const doel = await veldIn(h, 'sanne', 'plan');
  const voor = {
    bord: await h.bord('fatima'),
    lijn: await lijnVoorTest(h.tafel.url, h.casusId, await h.als('fatima')),
  };
  const eerder = voor.lijn.besturing.length;
  const concept = await begin(h, 'sanne', doel.id);
  expect(concept).toMatchObject({ concept: true, conceptVoor: doel.id });
  const sanne = await open(h, 'sanne', concept.compartimentId);
  sanne.typ(concept.id, 'nog niet af');
  await sanne.opgeslagen();
  await voor.lijn.bij();
  expect(await h.bord('fatima')).toEqual(voor.bord);
  expect(voor.lijn.besturing.slice(eerder).map(({ type }) => type)).toEqual(['hartslag']);
  for (const [methode, pad] of [
    ['POST', `/concepten/${concept.id}/deling`],
    ['DELETE', `/concepten/${concept.id}`],
    ['POST', `/velden/${concept.id}/concept`],
  ] as const) {
    expect((await h.vraag('fatima', methode, pad)).status, pad).toBe(404);
  }
});

test('NK21: beginning twice gives the same concept, and another session finds what was typed', async () => {
  const h = await huishouden();
  const doel = await veldIn(h, 'sanne', 'plan');
  const concept = await begin(h, 'sanne', doel.id);
  expect((await begin(h, 'sanne', doel.id)).id).toBe(concept.id);
  const eerste = await open(h, 'sanne', concept.compartimentId);
  eerste.typ(concept.id, 'een dichte laptop later');
  await eerste.opgeslagen();
  eerste.lijn.trekUit();
  const later = await h.tafel.meldAan(h.persoonId('sanne'));
  await later.verzoek('GET', `${h.pad}`);
  const tweede = await (await lijnVoorTest(h.tafel.url, h.casusId, later)).open(concept.compartimentId);
  expect(tweede.tekst(concept.id)).toContain('een dichte laptop later');
});

test('NK15 SY13: sharing moves it: it stands in the text once, and nowhere else', async () => {
  const h = await huishouden();
  const doel = await veldIn(h, 'sanne', 'plan');
  const fatima = await open(h, 'fatima', doel.plek);
  fatima.typ(doel.id, 'Wat er al stond.');
  await fatima.opgeslagen();
  const concept = await begin(h, 'sanne', doel.id);
  const sanne = await open(h, 'sanne', concept.compartimentId);
  sanne.typ(concept.id, 'eerste versie WEGGEHAALD');
  regelVan(sanne.doc, concept.id).wis();
  sanne.typ(concept.id, 'De huur is betaald.');
  await sanne.opgeslagen();
  const oudeTab = kopieVan(sanne.doc);
  const tijdperk = sanne.lijn.kanaal(concept.compartimentId)?.tijdperk ?? null;

  expect((await h.vraag('sanne', 'POST', `/concepten/${concept.id}/deling`)).status).toBe(204);
  await fatima.leest(doel.id, 'De huur is betaald.');
  expect(fatima.tekst(doel.id)).toBe('<alinea>Wat er al stond.</alinea><alinea>De huur is betaald.</alinea>');
  expect(JSON.stringify(fatima.updates.map((update) => Buffer.from(update).toString()))).not.toContain(
    'WEGGEHAALD',
  );
  // The concept's kanaal is gone, and an old copy finds no way back.
  await sanne.lijn.tot(() => sanne.lijn.kanaal(concept.compartimentId) === undefined);
  expect(sanne.einde?.type).toBe('opnieuw');
  sanne.lijn.meld({ type: 'open', kanaal: sanne.kanaal, tijdperk });
  await sanne.lijn.tot(() => sanne.lijn.besturing.some((een) => een.type === 'sluit' && een.code === 4403));
  expect(leesVeld(oudeTab.getText(concept.id))).toBe('<alinea>De huur is betaald.</alinea>');
  expect((await h.bord('sanne')).velden.some(({ concept: is }) => is)).toBe(false);
  // Nothing of it is left on disk but what was shared, and its key is gone.
  const rijen = ['tekstwijzigingen', 'tekstbeelden', 'tekstauteurs', 'velden', 'openingen'].map((tabel) =>
    h.tafel.database.sqlite
      .prepare(`select count(*) as aantal from ${tabel} where compartiment_id = ?`)
      .get(concept.compartimentId),
  );
  expect(rijen).toEqual(rijen.map(() => ({ aantal: 0 })));
  expect(() => h.tafel.database.sleutels.maak(concept.compartimentId)).toThrow(/destroyed/);
  // Authorship goes along (NK18).
  const auteurs = h.tafel.database.sqlite
    .prepare('select persoon_id as wie from tekstwijzigingen where compartiment_id = ? order by nummer')
    .all(doel.plek);
  expect(auteurs).toEqual([{ wie: h.persoonId('fatima') }, { wie: h.persoonId('sanne') }]);
  expect(h.tafel.fouten).toEqual([]);
});

test('NK15: who lost the text keeps the concept, and is told why it can’t be shared', async () => {
  const h = await huishouden();
  const doel = await veldIn(h, 'sanne', 'plan');
  const concept = await begin(h, 'sanne', doel.id);
  const sanne = await open(h, 'sanne', concept.compartimentId);
  sanne.typ(concept.id, 'dit blijft van mij');
  await sanne.opgeslagen();
  // From a zetel that reads the plan and doesn't write it.
  zetZetel(h, 'sanne', { zetel: 'gezondheidszorg' });
  const weigering = await h.vraag('sanne', 'POST', `/concepten/${concept.id}/deling`);
  expect([weigering.status, weigering.body.code]).toEqual([403, 'alleen_lezen']);
  expect((await h.vraag('sanne', 'POST', `/velden/${doel.id}/concept`)).status).toBe(403);
  const bord = await h.bord('sanne');
  expect(bord.velden.find(({ concept: is }) => is)).toMatchObject({ id: concept.id, conceptVoor: doel.id });
});

test('NK23: a concept for a text that closed says nothing of it', async () => {
  const h = await huishouden();
  const doel = await veldIn(h, 'sanne', 'plan');
  const concept = await begin(h, 'sanne', doel.id);
  zetZetel(h, 'sanne', { zetel: 'wonen' });
  const bord = await h.bord('sanne');
  expect(bord.velden.find(({ id }) => id === concept.id)).toMatchObject({ concept: true, conceptVoor: null });
  expect((await h.vraag('sanne', 'DELETE', `/concepten/${concept.id}`)).status).toBe(204);
  expect((await h.bord('sanne')).velden.some(({ id }) => id === concept.id)).toBe(false);
});

test('SY13: after restoring, every old copy starts anew, everything still reads, and old ids write no more', async () => {
  const h = await huishouden();
  const doel = await veldIn(h, 'sanne', 'plan');
  await h.schrijf('sanne', 'plan', null, {
    soort: 'besluit',
    titel: 'Huur eerst',
    datum: '2026-01-05',
    motivering: 'Eerst een dak.',
  });
  const sanne = await open(h, 'sanne', doel.plek);
  sanne.typ(doel.id, 'van voor de kopie');
  await sanne.opgeslagen();
  const oud = {
    doc: kopieVan(sanne.doc),
    id: sanne.doc.clientID,
    tijdperk: sanne.lijn.kanaal(doel.plek)?.tijdperk,
  };

  h.tafel.app.tijdperken.vernieuwAlle();
  await sanne.lijn.tot(() => sanne.einde !== null && sanne.lijn.kanaal(doel.plek)?.tijdperk !== oud.tijdperk);
  expect(sanne.einde?.type).toBe('opnieuw');
  expect(
    (await h.bord('fatima')).kaarten.some((kaart) => 'titel' in kaart && kaart.titel === 'Huur eerst'),
  ).toBe(true);

  const metOude = await sanne.lijn.open(doel.plek, oud.doc, oud.tijdperk);
  expect(metOude.einde?.type).toBe('opnieuw');
  const vers = await sanne.lijn.open(doel.plek);
  expect(vers.tekst(doel.id)).toContain('van voor de kopie');
  sanne.lijn.meld({ type: 'auteur', kanaal: vers.kanaal, clientId: oud.id });
  await sanne.lijn.tot(() => vers.einde);
  expect(vers.einde).toMatchObject({ type: 'geweigerd', code: 'client_id_bezet' });
  expect(h.tafel.fouten).toEqual([]);
});

test('ST19: a concept with a BSN in it should not be shared, and stays; typed live it is only warned of', async () => {
  const h = await huishouden();
  const doel = await veldIn(h, 'sanne', 'plan');
  const concept = await begin(h, 'sanne', doel.id);
  const sanne = await open(h, 'sanne', concept.compartimentId);
  sanne.typ(concept.id, 'Moeder: 111 222 333');
  await sanne.opgeslagen();
  const geweigerd = await h.vraag('sanne', 'POST', `/concepten/${concept.id}/deling`);
  verwachtWeigering(geweigerd, 422, 'persoonsgegeven_geweigerd');
  expect(geweigerd.body.fouten).toEqual([
    { veld: 'tekst', bericht: expect.stringContaining('Haal het BSN') },
  ]);
  expect(geweigerd.tekst).not.toContain('222');
  expect(sanne.tekst(concept.id)).toContain('Moeder: 111 222 333');
  const fatima = await open(h, 'fatima', doel.plek);
  expect(fatima.tekst(doel.id)).not.toContain('111');
  regelVan(sanne.doc, concept.id).wis();
  sanne.typ(concept.id, 'Dossier 111222333');
  await sanne.opgeslagen();
  expect((await h.vraag('sanne', 'POST', `/concepten/${concept.id}/deling`)).status).toBe(204);
  // ST19: two people could complete a number between them, so the line takes what is typed in a text.
  fatima.typ(doel.id, 'BSN 111222333');
  await fatima.opgeslagen();
  expect(fatima.tekst(doel.id)).toContain('BSN 111222333');
});
