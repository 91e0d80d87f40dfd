import { afterAll, beforeAll, expect, test } from 'vitest';
import { aanTafel, type Persoon, type Product, startProduct } from './opstelling.ts';
import { onderDeMotorkap, typSamen } from './schrijven.ts';
import { zetTekst } from './toetsenbord.ts';

// What a screen reader is told of a text, in the editor and as it reads: lists, levels, numbers and headings (TX4).

const GEZONDHEID = 'Houd rekening met bij gezondheid, over moeder';
const TEKST = ['# Kop', 'alinea', '- een', '  - onder', '- twee', '3. drie', '1. vier', '### Kopje', '|slot'];

let product: Product;
let fatima: Persoon;

beforeAll(async () => {
  product = await startProduct();
  ({
    mensen: { 'Fatima El Amrani': fatima },
  } = await aanTafel(product, ['Fatima El Amrani']));
});

afterAll(async () => {
  await product.sluit();
});

/** Lists, items and headings with their levels, and all words, in the order in which they are read. */
async function voorgelezen(): Promise<string[]> {
  const cdp = await onderDeMotorkap(fatima);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const per = new Map(nodes.map((knoop) => [knoop.nodeId, knoop]));
  const lees = (id: string): string[] => {
    const knoop = per.get(id);
    if (knoop === undefined) return [];
    const daarin = (knoop.childIds ?? []).flatMap(lees);
    if (knoop.ignored) return daarin;
    const soort = String(knoop.role?.value);
    const niveau = knoop.properties?.find(({ name }) => name === 'level')?.value.value;
    if (soort === 'StaticText') return [String(knoop.name?.value).trim()];
    return ['list', 'listitem', 'heading'].includes(soort)
      ? [`${soort}${niveau === undefined ? '' : ` ${niveau}`}`, ...daarin]
      : daarin;
  };
  const [wortel] = nodes;
  const alles = wortel === undefined ? [] : lees(wortel.nodeId);
  return alles.slice(alles.indexOf('Kop') - 1, alles.indexOf('slot') + 1);
}

test('TX4: in de editor is een lijst een lijst, met niveau en nummer, en een kop een kop', async () => {
  await zetTekst(await typSamen(fatima, GEZONDHEID), TEKST);
  // An item is a list of its own there, with its sign before it: what stands beside it in the page is no item.
  const punt = (teken: string, niveau: number, woord: string) => ['list', teken, `listitem ${niveau}`, woord];
  await expect
    .poll(voorgelezen)
    .toEqual([
      ...['heading 4', 'Kop', 'alinea'],
      ...punt('•', 1, 'een'),
      ...punt('–', 2, 'onder'),
      ...punt('•', 1, 'twee'),
      ...punt('3.', 1, 'drie'),
      ...punt('4.', 1, 'vier'),
      ...['heading 6', 'Kopje', 'slot'],
    ]);
});

test('TX4: zoals hij te lezen staat, zijn lijsten genest, met dezelfde nummers', async () => {
  await fatima.page.getByRole('switch', { name: `Samen typen: ${GEZONDHEID}`, exact: true }).click();
  await fatima.page.locator('rt-editor').waitFor({ state: 'detached' });
  const punt = (teken: string, niveau: number, woord: string) => [`listitem ${niveau}`, teken, woord];
  await expect
    .poll(voorgelezen)
    .toEqual([
      ...['heading 4', 'Kop', 'alinea', 'list'],
      ...punt('•', 1, 'een'),
      ...['list', ...punt('–', 2, 'onder')],
      ...punt('•', 1, 'twee'),
      ...['list', ...punt('3.', 1, 'drie'), ...punt('4.', 1, 'vier')],
      ...['heading 6', 'Kopje', 'slot'],
    ]);
});
