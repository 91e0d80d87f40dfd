import { describe, expect, test } from 'vitest';
import { vermeldingEmbed } from '../../shared/tekst/embed.ts';
import { neemAan, vraagAdvies } from '../bouw/advies.ts';
import { sluitUit } from '../bouw/ingreep.ts';
import { type Lid, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { koppel, opScherm } from './scherm.ts';
import type { Synctekst } from './sync/lijn.ts';
import { opent, type Plaats, tekstVan } from './sync/tekst.ts';
import { type Gedekt, gedekt, stap, volgt } from './tafel.ts';

// OV4: a text of somebody's board on a table: by choice, after they saw who will read it, as it is then.

/** What nobody lays on a table, or who may not read it doesn't. */
const GEHEIM = 'zeepaardje';

const leg = (h: Gedekt, wie: Naam, wat: object) => h.onder(wie, 'POST', '/tafelblad', wat);
const lezers = (h: Gedekt, wie: Naam, veldId: string) =>
  h.onder(wie, 'GET', `/tafelblad/lezers?veldId=${veldId}`);
const gelegd = async (h: Gedekt, wie: Naam) => (await h.blad(wie)).gelegd.map(({ tekst }) => tekst);

/** A text in which somebody wrote, on a line that stays open. */
async function schreef(
  h: Gedekt,
  wie: Naam,
  categorie: string,
  regels: readonly string[],
  lid: Lid | null = null,
): Promise<Plaats & { readonly tekst: Synctekst }> {
  const plaats = await tekstVan(h, wie, categorie, lid);
  const tekst = await opent(h, wie, plaats);
  for (const regel of regels) tekst.typ(plaats.veld, regel);
  await tekst.lijn.bij();
  return { ...plaats, tekst };
}

describe('OV4: laying a text on the table', () => {
  test('shows first how it will lie there and who reads it by that; what becomes of the text doesn’t follow', async () => {
    const h = await gedekt({ joke: ['kind1'], sanne: null });
    await h.bij('fatima', 'joke', 'sanne');
    const { veld, tekst } = await schreef(h, 'fatima', 'hulp', ['Eerst bellen.', 'Dan pas komen.']);
    await h.bord('sanne');
    expect((await lezers(h, 'fatima', veld)).body).toEqual({
      nieuw: ['Bram', 'Inge', 'Greta', 'Joke'],
      al: ['Fatima', 'Sanne'],
      tekst: 'Eerst bellen.\nDan pas komen.',
    });
    // To have looked is to have laid nothing.
    expect(await gelegd(h, 'joke')).toEqual([]);
    const antwoord = await leg(h, 'fatima', { veldId: veld });
    expect(antwoord.status, antwoord.tekst).toBe(201);
    for (const wie of ['joke', 'greta', 'bram'] as const)
      expect((await h.blad(wie)).gelegd).toEqual([
        {
          id: antwoord.body.id,
          soort: 'tekst',
          tekst: 'Eerst bellen.\nDan pas komen.',
          vanMij: false,
        },
      ]);
    tekst.typ(veld, GEHEIM);
    await tekst.lijn.bij();
    expect((await h.onder('joke', 'GET', '/tafelblad')).tekst).not.toContain(GEHEIM);
    expect((await h.onder('fatima', 'DELETE', `/tafelblad/${antwoord.body.id}`)).status).toBe(204);
    expect(await gelegd(h, 'joke')).toEqual([]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('who sits down later reads it from then on; who gets up, or never may sit there, doesn’t', async () => {
    const h = await gedekt({ joke: ['kind1'], pieter: ['moeder'] });
    await h.bij('fatima');
    const { veld } = await schreef(h, 'fatima', 'hulp', ['kanarie woorden']);
    await leg(h, 'fatima', { veldId: veld });
    verwachtWeigering(await h.onder('joke', 'GET', '/tafelblad'), 404, 'niet_gevonden');
    await h.bij('joke');
    expect(await gelegd(h, 'joke')).toEqual(['kanarie woorden']);
    await h.onder('bram', 'POST', '/tafel', { af: [h.zetelVan('joke')] });
    verwachtWeigering(await h.onder('joke', 'GET', '/tafelblad'), 404, 'niet_gevonden');
    // Of him the others may not know.
    const niet = await h.onder('bram', 'POST', '/tafel', { bij: [h.zetelVan('pieter')] });
    verwachtWeigering(niet, 422, 'verwijzing_onbekend');
  });

  test('NK5: what somebody doesn’t read, or didn’t open, they can’t lay there nor ask of: as if it weren’t there', async () => {
    const h = await gedekt({ joke: ['kind1'], tom: ['kind1'] });
    await h.bij('fatima', 'joke', 'tom');
    const { veld, id } = await schreef(h, 'fatima', 'hulp', [GEHEIM]);
    const jeugd = await schreef(h, 'tom', 'jeugd', [GEHEIM], 'kind1');
    for (const [wie, wat] of [
      ['joke', veld],
      ['bram', veld],
      ['greta', veld],
      ['fatima', jeugd.veld],
      // Not the id of what it stands in either.
      ['fatima', id],
    ] as const) {
      const niet = await leg(h, wie, { veldId: wat });
      verwachtWeigering(niet, 404, 'niet_gevonden');
      expect(niet.tekst).toBe((await leg(h, wie, { veldId: NIEMAND })).tekst);
      const vraag = await lezers(h, wie, wat);
      verwachtWeigering(vraag, 404, 'niet_gevonden');
      expect(vraag.tekst).toBe((await lezers(h, wie, NIEMAND)).tekst);
    }
    verwachtWeigering(await h.onder('fatima', 'GET', '/tafelblad/lezers'), 404, 'niet_gevonden');
    // Who doesn't sit there lays nothing there, whatever they read.
    await h.onder('bram', 'POST', '/tafel', { af: [h.zetelVan('fatima')] });
    verwachtWeigering(await leg(h, 'fatima', { veldId: veld }), 404, 'niet_gevonden');
    expect(await gelegd(h, 'joke')).toEqual([]);
  });

  test('NK1, OV11: who looks from a place lays nothing of a board there, of what a question opens neither', async () => {
    const nu = Date.parse('2026-02-03T20:00:00Z');
    const h = await gedekt({ tom: ['kind1'] }, { nu });
    await h.bij('tom');
    const { veld, id: opent } = await schreef(h, 'tom', 'jeugd', [GEHEIM], 'kind1');
    const kaart = await h.vraag('tom', 'POST', '/kaarten', {
      compartimentId: opent,
      soort: 'kracht',
      leefgebied: 'opvoeden_jeugd',
      titel: 'kanarie',
    });
    expect(kaart.status, kaart.tekst).toBe(201);
    const id = await vraagAdvies(h, 'tom', 'kind1', { opent: [opent], tot: '2026-02-03' });
    await neemAan(await h.als('greta'), id);
    expect((await h.doe('greta', 'GET', `/adviesvragen/${id}`)).body.leest).not.toEqual([]);
    for (const wat of [{ veldId: veld }, { kaartId: kaart.body.id }])
      verwachtWeigering(await leg(h, 'greta', wat), 404, 'niet_gevonden');
  });

  test('NK12, NK21: a concept, what who directs keeps, and another table stay where they are', async () => {
    const h = await gedekt();
    await h.bij('fatima');
    const plaats = await tekstVan(h, 'fatima', 'hulp');
    const concept = await h.vraag('fatima', 'POST', `/velden/${plaats.veld}/concept`);
    expect(concept.status, concept.tekst).toBe(201);
    const notities = await schreef(h, 'fatima', 'regie', [GEHEIM]);
    const tafelblad = (await h.blad('fatima')).veldId;
    for (const veldId of [concept.body.id, notities.veld, tafelblad]) {
      verwachtWeigering(await lezers(h, 'fatima', veldId), 422, 'past_hier_niet');
      verwachtWeigering(await leg(h, 'fatima', { veldId }), 422, 'past_hier_niet');
    }
    expect(await gelegd(h, 'fatima')).toEqual([]);
  });

  test('ST9, ST19: not one with a BSN in it, nor one that is empty or more than fits', async () => {
    const h = await gedekt();
    await h.bij('fatima');
    const { veld, tekst } = await schreef(h, 'fatima', 'hulp', []);
    verwachtWeigering(await leg(h, 'fatima', { veldId: veld }), 422, 'past_hier_niet');
    tekst.typ(veld, 'BSN 111222333');
    await tekst.lijn.bij();
    verwachtWeigering(await lezers(h, 'fatima', veld), 422, 'persoonsgegeven_geweigerd');
    verwachtWeigering(await leg(h, 'fatima', { veldId: veld }), 422, 'persoonsgegeven_geweigerd');
    const lang = await schreef(h, 'fatima', 'inwoner', ['lang '.repeat(801)], 'moeder');
    verwachtWeigering(await leg(h, 'fatima', { veldId: lang.veld }), 422, 'past_hier_niet');
    expect(await gelegd(h, 'fatima')).toEqual([]);
    // Who was typing in it goes on: a refusal ends nobody's line to it.
    expect([tekst.einde, lang.tekst.einde]).toEqual([null, null]);
  });

  test('NK13, NK20, NK35: members by the label that each knows, who works with it by their role, who is discreet not at all', async () => {
    const h = await gedekt({ joke: ['kind1'], sanne: null, pieter: ['moeder'] });
    await h.bij('fatima', 'joke');
    const { veld, tekst } = await schreef(h, 'fatima', 'hulp', [' gaat mee met kind 2.']);
    for (const wie of [
      { soort: 'deelnemer', id: h.zetelVan('pieter') },
      { soort: 'deelnemer', id: h.zetelVan('sanne') },
      { soort: 'lid', id: h.leden.kind1 },
      { soort: 'lid', id: h.leden.kind2 },
    ] as const) {
      tekst.veld(veld).insertEmbed(0, vermeldingEmbed(wie));
      tekst.veld(veld).insert(1, ' ');
    }
    await tekst.lijn.bij();
    const antwoord = await leg(h, 'fatima', { veldId: veld });
    expect(antwoord.status, antwoord.tekst).toBe(201);
    const [bijFatima, bijJoke] = [await gelegd(h, 'fatima'), await gelegd(h, 'joke')];
    expect(bijFatima).toEqual(['kind 2 kind 1 Schuldhulp iemand  gaat mee met kind 2.']);
    expect(bijJoke).toEqual(['huishouden kind Schuldhulp iemand  gaat mee met huishouden.']);
    expect((await h.onder('joke', 'GET', '/tafelblad')).tekst).not.toContain(h.leden.kind2);
  });

  test('NK8: who is kept out of where it stands doesn’t read it here, later neither, and it isn’t on the wall', async () => {
    const h = await gedekt({ joke: ['kind1'], sanne: null });
    await h.bij('fatima', 'joke', 'sanne');
    const { veld, id: compartimentId } = await schreef(h, 'fatima', 'hulp', [GEHEIM]);
    await h.bord('sanne');
    const stukId = (await leg(h, 'fatima', { veldId: veld })).body.id;
    await leg(h, 'fatima', { tekst: 'Voor iedereen' });
    const wand = await koppel(h);
    expect((await opScherm(h, wand)).status).toBe(200);
    expect((await wand.beeld())?.gelegd).toEqual([GEHEIM, 'Voor iedereen']);

    sluitUit(h, 'sanne', compartimentId);

    expect(await gelegd(h, 'sanne')).toEqual(['Voor iedereen']);
    expect((await h.onder('sanne', 'GET', '/tafelblad')).tekst).not.toContain(GEHEIM);
    expect(await gelegd(h, 'joke')).toEqual([GEHEIM, 'Voor iedereen']);
    expect((await wand.beeld())?.gelegd).toEqual(['Voor iedereen']);
    // Nor by taking it off, or pointing at it: as if it weren't there.
    const niet = await h.onder('sanne', 'DELETE', `/tafelblad/${stukId}`);
    verwachtWeigering(niet, 404, 'niet_gevonden');
    expect(niet.tekst).toBe((await h.onder('sanne', 'DELETE', `/tafelblad/${NIEMAND}`)).tekst);
    const [sanne, joke] = [await volgt(h, 'sanne'), await volgt(h, 'joke')];
    const plaats = { overlegId: h.overlegId, agendapuntId: h.puntId, plaats: stukId };
    expect(await sanne.wijs(plaats)).toEqual({ ok: false, code: 'niet_gevonden' });
    expect(await joke.wijs(plaats)).toEqual({ ok: true });
    await sanne.bij();
    expect(JSON.stringify(sanne.ontvangen)).not.toContain(stukId);

    await h.onder('bram', 'POST', '/tafel', { af: [h.zetelVan('sanne')] });
    await h.bij('sanne');
    expect(await gelegd(h, 'sanne')).toEqual(['Voor iedereen']);
    await stap(h, 'tussen');
    expect(await gelegd(h, 'sanne')).toEqual(['Voor iedereen']);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK10: the record says who laid it there, and from which part', async () => {
    const h = await gedekt();
    await h.bij('fatima');
    const { veld, id } = await schreef(h, 'fatima', 'hulp', [GEHEIM]);
    const stukId = (await leg(h, 'fatima', { veldId: veld })).body.id;
    const regels = h.tafel.app.logboek.lees().filter(({ handeling }) => handeling === 'tafelstuk_gelegd');
    expect(regels).toMatchObject([{ bijzonderheden: { stukId, uitCompartimentId: id } }]);
  });
});
