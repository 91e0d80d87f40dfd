import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlakpagina, type Plakpagina, regel } from './plakken/plakpagina.ts';

// What is pasted comes from anywhere: whatever it is, it costs time by its size, and never stops the page.

/** So many characters of each: more than a long report from Word has of one thing. */
const GROOTTE = 160_000;

/** Things that a reader of HTML can trip over, each by itself. */
const VORMEN: Readonly<Record<string, string>> = {
  'comments that don’t end': '<!--',
  'empty comments': '<!-->',
  'comments within comments': '<!--a--!>',
  'openings of tags': '<',
  'tags that don’t end': '<a ',
  'tags with a quote that doesn’t end': '<a b="',
  'tags that aren’t closed': '<b>',
  'blocks in blocks': '<div>',
  'lists in lists': '<ul><li>',
  'tables in tables': '<table><td>',
  'ends of what never began': '</p>',
  'sheets of style that don’t end': '<style>',
  'scripts in sheets': '<style><script>',
  'instructions for processing': '<?x ',
  'sections of CDATA': '<![CDATA[',
  'conditions of Word': '<!--[if a]><b><![endif]-->',
  'half entities': '&am',
  'line breaks': '<br>',
  'empty paragraphs': '<p></p>',
  'struck words': '<s>a</s> ',
  'marks that stay open, and paragraphs': '<p><b><i><u><s>a',
  'ends that end nothing': '<b></i>',
  mentions: '<span data-soort="lid" data-id="x"></span>',
  'items of Word': '<p style="mso-list:l0 level1 lfo1">a</p>',
};

/** The same, where the size is that of one thing. */
const GROTE: Readonly<Record<string, () => string>> = {
  'one tag with very many attributes': () =>
    `<p ${Array.from({ length: GROOTTE / 8 }, (_, n) => `a${n}=b`).join(' ')}>x</p>`,
  'many marks that stay open, each another, and then paragraphs': () =>
    `<p>${Array.from({ length: 300 }, (_, n) => `<b a=${n}>`).join('')}${'<p>a'.repeat(GROOTTE / 4)}`,
  'one very long attribute': () => `<p title="${'a'.repeat(GROOTTE)}">x</p>`,
  'one very long style': () => `<p style="${'color:red;'.repeat(GROOTTE / 10)}">x</p>`,
  'one very long name': () => `<${'a'.repeat(GROOTTE)}>x`,
  'one very long word': () => `<p>${'a'.repeat(GROOTTE)}</p>`,
  'very many spaces': () => `<p>a${' '.repeat(GROOTTE)}b</p>`,
  'a sheet with very many rules, and an element of all classes': () => {
    const klassen = Array.from({ length: GROOTTE / 40 }, (_, n) => `k${n}`);
    return `<style>${klassen.map((k) => `.${k}{color:red}`).join('')}</style><p class="${klassen.join(' ')}">x</p>`;
  },
  'one class with very many rules, on many elements': () =>
    `<style>${'.k{color:red}'.repeat(GROOTTE / 100)}</style>${'<i class=k>a</i>'.repeat(GROOTTE / 100)}`,
  'one rule for very many classes': () =>
    `<style>${Array.from({ length: GROOTTE / 8 }, (_, n) => `.k${n}`).join(',')}{color:red}</style><p>x</p>`,
};

let pagina: Plakpagina;

beforeAll(async () => {
  pagina = await openPlakpagina();
});

afterAll(async () => {
  await pagina.sluit();
});

/** How long the page is busy with it, in ms. */
async function duur(html: string): Promise<number> {
  await pagina.zet([regel('')]);
  return await pagina.doe((proef, wat) => {
    const begin = performance.now();
    proef.plak({ 'text/html': wat, 'text/plain': 'x' }, false);
    return performance.now() - begin;
  }, html);
}

test.each([
  ...Object.entries(VORMEN).map(
    ([naam, vorm]) => [naam, () => vorm.repeat(Math.ceil(GROOTTE / vorm.length))] as const,
  ),
  ...Object.entries(GROTE),
])('plakken van %s kost geen tijd van belang', async (naam, maak) => {
  const ms = await duur(maak());
  if (process.env.TIJDEN !== undefined)
    process.stderr.write(`${String(Math.round(ms)).padStart(6)} ms  ${naam}\n`);
  expect(ms).toBeLessThan(2_000);
});
