import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beschadig } from '../server/database/schade/schade.ts';
import {
  bordVan,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// ST1 on the screen: what people see of what a disk damaged, and that the rest works.

const ZIN = 'Dit onderdeel is niet leesbaar; de beheerder weet ervan.';

let product: Product;
let casusId: string;
let fatima: Persoon;
let joke: Persoon;
/** What was damaged, as it was called, and what stands beside it. */
let kapot: string;
let heel: string;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  joke = await product.persoon('Joke Visser');
  casusId = await rijkeCasus(fatima);
  const { compartimenten, kaarten } = await bordVan(fatima, casusId);
  const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const hulp = compartimenten.find(
    ({ categorie, lidId, geopend }) => categorie === 'hulp' && lidId !== null && geopend,
  );
  const vanJoke = new Set((await bordVan(joke, casusId)).kaarten.map(({ id }) => id));
  const [een, ander] = kaarten.flatMap((kaart) =>
    kaart.soort === 'afspraak' && kaart.compartimentId === plan?.id && !vanJoke.has(kaart.id) ? [kaart] : [],
  );
  if (een === undefined || ander === undefined || hulp === undefined)
    throw new Error('the demo has too little');
  [kapot, heel] = [een.titel, ander.titel];
  await product.valUit();
  const sqlite = new Database(join(product.map, 'data', 'regietafel.db'));
  for (const [tabel, waar, id] of [
    ['kaarten', 'id', een.id],
    ['tekstwijzigingen', 'compartiment_id', hulp.id],
    ['tekstbeelden', 'compartiment_id', hulp.id],
  ] as const) {
    const rijen = sqlite
      .prepare<[string], number>(`select rowid from ${tabel} where ${waar} = ?`)
      .pluck()
      .all(id);
    const kolom = { kaarten: 'inhoud', tekstwijzigingen: 'wijziging', tekstbeelden: 'beeld' }[tabel];
    for (const rowid of rijen) beschadig(sqlite, { tabel, rowid, kolom });
  }
  sqlite.close();
  await product.komTerug();
});

afterAll(async () => {
  await product.sluit();
});

test('ST1: a damaged kaart is one neutral piece on the board, a damaged text one in its place, and the rest stands', async () => {
  await openBord(fatima, casusId);
  const { page } = fatima;
  const lijst = page.getByRole('list', { name: 'Niet leesbaar' });
  expect(await lijst.getByRole('listitem').allInnerTexts()).toEqual([`Plan van het huishouden. ${ZIN}`]);
  await page.locator('.bord-nog-niet').filter({ hasText: ZIN }).first().waitFor();
  const bord = await page.locator('main').innerText();
  expect(bord).toContain(heel);
  expect(bord).not.toContain(kapot);
  await eisToegankelijk(page, 'a board with what can’t be read');
});

test('ST1: what is written beside it is stored, and comes to the screen', async () => {
  await openBord(fatima, casusId);
  const { compartimenten } = await bordVan(fatima, casusId);
  const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const { status } = await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan?.id,
    soort: 'afspraak',
    titel: 'Bellen over de post',
  });
  expect(status).toBe(201);
  await fatima.page.getByText('Bellen over de post').first().waitFor();
});

test('ST1 NK5: who doesn’t read that part sees nothing of it', async () => {
  await openBord(joke, casusId);
  await joke.page.getByText('Gesprek op school').first().waitFor();
  expect(await joke.page.getByRole('list', { name: 'Niet leesbaar' }).count()).toBe(0);
  expect(await joke.page.locator('main').innerText()).not.toContain(ZIN);
});

test('ST1: the operator reads which row it is, and nothing of what stood there', async () => {
  await expect.poll(() => product.uitvoer()).toMatch(/niet leesbaar: kaarten [0-9a-f-]{36}/);
  expect(product.uitvoer()).not.toContain(kapot);
});
