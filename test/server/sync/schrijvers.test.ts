import { expect, test } from 'vitest';
import { type Huishouden, huishouden, type Naam, NIEMAND } from '../huishouden.ts';
import type { Synctekst } from './lijn.ts';
import { lijnVan, opent, type Plaats, regelVan } from './tekst.ts';

// Who wrote which words of a text (NK20): of whom one knows by name, and of the others nothing.

/** All of these write `hulp`. Pieter, Lotte and Karim sit on a discreet zetel: to Tom nobody is there. */
const PLAATSEN = { tom: null, sanne: null, pieter: null, lotte: null, karim: null, joke: null } as const;

type Antwoord = { schrijvers: { deelnemerId: string; clientIds: number[] }[] };

/** A household, two texts of the same part, and people who have them open. */
async function opstelling(wie: readonly Naam[]) {
  const h = await huishouden({ plaatsen: PLAATSEN });
  const id = await h.plek('tom', 'hulp');
  const [een, ander] = (await h.bord('tom')).velden.filter(({ compartimentId }) => compartimentId === id);
  if (een === undefined || ander === undefined) throw new Error('hulp has two texts');
  const open = new Map<Naam, Synctekst>();
  for (const naam of wie) open.set(naam, await opent(h, naam, { id, veld: een.id }));
  /** Each types a line of their own, when they have what the others typed. */
  const typ = async (veld: string, regels: readonly (readonly [Naam, string])[]) => {
    for (const [naam, woorden] of regels) {
      const tekst = van(open, naam);
      await tekst.lijn.bij();
      tekst.typ(veld, woorden);
      await tekst.opgeslagen();
    }
  };
  return { h, plaats: { id, veld: een.id }, ander: { id, veld: ander.id }, open, typ };
}

function van(open: ReadonlyMap<Naam, Synctekst>, naam: Naam): Synctekst {
  const tekst = open.get(naam);
  if (tekst === undefined) throw new Error(`${naam} has it not open`);
  return tekst;
}

async function vraag(h: Huishouden, naam: Naam, { veld }: Pick<Plaats, 'veld'>) {
  return await h.vraag(naam, 'GET', `/velden/${veld}/schrijvers`);
}

/** Who is said to have written there, by their names. */
async function namenVoor(h: Huishouden, naam: Naam, plaats: Pick<Plaats, 'veld'>): Promise<string[]> {
  const { status, body, tekst } = await vraag(h, naam, plaats);
  expect(status, tekst).toBe(200);
  const namen = new Map(Object.entries(h.zetel).map(([wie, zetel]) => [zetel, wie]));
  return (body as Antwoord).schrijvers.map(({ deelnemerId }) => namen.get(deelnemerId) ?? '?');
}

test('NK20: each is told whose words they are of whom they know by name, and nothing of the others', async () => {
  const { h, plaats, open, typ } = await opstelling(['fatima', 'tom', 'pieter', 'karim']);
  await typ(plaats.veld, [
    ['fatima', 'eerst'],
    ['pieter', 'dan'],
    ['karim', 'daarna'],
    ['tom', 'en ten slotte'],
    ['fatima', 'nog iets'],
  ]);

  expect(await namenVoor(h, 'fatima', plaats)).toEqual(['fatima', 'pieter', 'karim', 'tom']);
  const voorTom = await vraag(h, 'tom', plaats);
  expect(voorTom.body).toEqual({
    schrijvers: [
      { deelnemerId: h.zetelVan('fatima'), clientIds: [van(open, 'fatima').doc.clientID] },
      { deelnemerId: h.zetelVan('tom'), clientIds: [van(open, 'tom').doc.clientID] },
    ],
  });
  for (const naam of ['pieter', 'karim'] as const) {
    expect(voorTom.tekst).not.toContain(h.zetelVan(naam));
    expect(voorTom.tekst).not.toContain(String(van(open, naam).doc.clientID));
  }
});

test('NK20: two whom one doesn’t know are as one, to the byte', async () => {
  const { h, plaats, ander, typ } = await opstelling(['fatima', 'tom', 'pieter', 'karim', 'lotte']);
  await typ(plaats.veld, [
    ['fatima', 'eerst'],
    ['pieter', 'dan'],
    ['karim', 'daarna'],
    ['lotte', 'en daarna'],
    ['tom', 'ten slotte'],
  ]);
  await typ(ander.veld, [
    ['fatima', 'eerst'],
    ['pieter', 'dan'],
    ['pieter', 'daarna'],
    ['pieter', 'en daarna'],
    ['tom', 'ten slotte'],
  ]);

  expect((await vraag(h, 'tom', ander)).tekst).toBe((await vraag(h, 'tom', plaats)).tekst);
  // It can differ: who knows them is told which of them it was.
  expect((await vraag(h, 'fatima', ander)).tekst).not.toBe((await vraag(h, 'fatima', plaats)).tekst);
});

test('NK20: whoever becomes bekend is told of, and no longer when the household takes that back', async () => {
  const { h, plaats, typ } = await opstelling(['tom', 'pieter']);
  await typ(plaats.veld, [
    ['pieter', 'rustig'],
    ['tom', 'aan'],
  ]);
  const zeg = (bekend: boolean) =>
    h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend });

  expect(await namenVoor(h, 'tom', plaats)).toEqual(['tom']);
  expect((await zeg(true)).status).toBe(200);
  expect(await namenVoor(h, 'tom', plaats)).toEqual(['pieter', 'tom']);
  expect((await zeg(false)).status).toBe(200);
  expect(await namenVoor(h, 'tom', plaats)).toEqual(['tom']);
});

test('NK20: whose seat ended is nobody any more, to who directs as well', async () => {
  const { h, plaats, typ } = await opstelling(['sanne', 'tom']);
  await typ(plaats.veld, [
    ['sanne', 'dit'],
    ['tom', 'en dat'],
  ]);

  expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('sanne')}`)).status).toBe(204);

  expect(await namenVoor(h, 'fatima', plaats)).toEqual(['tom']);
  expect(await namenVoor(h, 'tom', plaats)).toEqual(['tom']);
});

test('NK14: of what was deleted nothing is told, and who began a line wrote no words', async () => {
  const { h, plaats, open, typ } = await opstelling(['fatima', 'tom', 'sanne']);
  await typ(plaats.veld, [
    ['fatima', 'blijft'],
    ['tom', 'gaat weg'],
    ['sanne', ' '],
  ]);
  const tom = van(open, 'tom');
  await tom.lijn.bij();

  regelVan(tom.doc, plaats.veld, 1).wis();
  await tom.opgeslagen();

  expect(await namenVoor(h, 'fatima', plaats)).toEqual(['fatima']);
});

test('NK18: a shared concept is of who wrote it', async () => {
  const { h, plaats, typ } = await opstelling(['tom']);
  await typ(plaats.veld, [['tom', 'van Tom']]);
  await h.bord('sanne');
  const concept = (await h.vraag('sanne', 'POST', `/velden/${plaats.veld}/concept`)).body;
  const sanne = await opent(h, 'sanne', { id: concept.compartimentId, veld: concept.id });
  sanne.typ(concept.id, 'van Sanne');
  await sanne.opgeslagen();

  expect((await h.vraag('sanne', 'POST', `/concepten/${concept.id}/deling`)).status).toBe(204);

  expect(await namenVoor(h, 'tom', plaats)).toEqual(['tom', 'sanne']);
});

test('NK5: of a text that one doesn’t have open the answer is that of one that isn’t there', async () => {
  const { h, plaats, typ } = await opstelling(['tom']);
  await typ(plaats.veld, [['tom', 'van Tom']]);
  const concept = (await h.vraag('tom', 'POST', `/velden/${plaats.veld}/concept`)).body;
  const nergens = await vraag(h, 'joke', { veld: NIEMAND });
  expect(nergens.status).toBe(404);

  // Joke doesn't know of `hulp`; nobody but Tom knows of his concept; Fatima knows of a dossier and doesn't read it.
  const dossier = await h.plek('pieter', 'gezondheid', null, 'schrijven');
  const inDossier = (await h.bord('pieter')).velden.find((een) => een.compartimentId === dossier);
  for (const [naam, veld] of [
    ['joke', plaats.veld],
    ['fatima', concept.id],
    ['fatima', inDossier?.id ?? ''],
    ['moeder', plaats.veld],
  ] as const) {
    const hier = await vraag(h, naam, { veld });
    expect([hier.status, hier.tekst], naam).toEqual([404, nergens.tekst]);
  }
});

test('NK7: who loses a text gets no answer about it any more', async () => {
  const { h, plaats, typ } = await opstelling(['tom']);
  await typ(plaats.veld, [['tom', 'van Tom']]);
  const lijn = await lijnVan(h, 'sanne');
  await lijn.bij();
  expect((await vraag(h, 'sanne', plaats)).status).toBe(200);

  await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('sanne')}`);

  expect((await vraag(h, 'sanne', plaats)).status).toBe(404);
});
