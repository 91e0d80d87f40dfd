import { type Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { Wachtend } from '../../../../../client/editor/koppeling/wachtend.ts';
import { schema } from '../../../../../client/editor/schema.ts';
import { Toeval } from '../../../poort/gesprek.ts';

const { blok } = schema.nodes;

const alinea = (tekst: string): Node => blok.create(null, tekst === '' ? null : schema.text(tekst));
const regels = (...tekst: readonly string[]): Node => schema.nodes.doc.create(null, tekst.map(alinea));

describe('TX7: what waits, and what one writes meanwhile', () => {
  test('one’s own comes among what others did, and theirs waits on as it was', () => {
    const wachtend = new Wachtend(new Transform(regels('abc def')).insert(2, schema.text('X')));
    const scherm = new Transform(regels('abc def'));
    const typ = (pos: number, letters: string): string => {
      scherm.insert(pos, schema.text(letters));
      const stap = scherm.steps.at(-1);
      return stap === undefined ? '' : wachtend.neemEigen(stap, scherm.doc).doc.textContent;
    };
    expect(typ(8, 'gh')).toBe('aXbc defgh');
    wachtend.ander.insert(6, schema.text('Y'));
    expect(typ(10, 'i')).toBe('aXbc Ydefghi');
    // Elsewhere as well, with theirs between the two.
    expect(typ(1, '-')).toBe('-aXbc Ydefghi');
    expect(wachtend.ander.before.textContent).toBe('-abc defghi');
    expect(wachtend.ander.steps).toHaveLength(2);
  });

  test('a word that is made anew at each key stays one word, whatever others do around and in its line', () => {
    for (let zaad = 1; zaad <= 500; zaad += 1) speel(new Toeval(zaad));
  });
});

/** Somebody composes words behind `|` and types elsewhere, while others type, press Enter and delete. */
function speel(toeval: Toeval): void {
  const scherm = new Transform(regels('abc|', 'def'));
  const wachtend = new Wachtend(new Transform(scherm.doc));
  const tekst = new Transform(scherm.doc);
  const schrijf = (doe: (tr: Transform) => void): void => {
    const vanaf = scherm.steps.length;
    doe(scherm);
    scherm.steps.slice(vanaf).forEach((stap, n) => {
      const opTekst = wachtend.neemEigen(stap, scherm.docs[vanaf + n + 1] ?? scherm.doc);
      for (const een of opTekst.steps) tekst.step(een);
    });
  };
  for (const woord of ['p', 'pq', 'pqr', 'stu', 'stuv', 'stuv w']) {
    for (let n = toeval.onder(3); n > 0; n -= 1) {
      doeIets(tekst, toeval);
      const stap = tekst.steps.at(-1);
      if (stap !== undefined && !wachtend.ander.doc.eq(tekst.doc)) wachtend.ander.step(stap);
    }
    schrijf((tr) => {
      const eind = tr.doc.child(0).nodeSize - 1;
      const begin = tr.doc.child(0).textContent.indexOf('|') + 2;
      tr.replaceWith(begin, eind, schema.text(woord));
    });
    if (toeval.onder(2)) schrijf((tr) => tr.insert(1 + toeval.onder(3), schema.text('k')));
    if (toeval.onder(3) === 0) schrijf((tr) => tr.insert(tr.doc.content.size - 1, schema.text('m')));
    expect(wachtend.ander.before.eq(scherm.doc)).toBe(true);
    expect(wachtend.ander.doc.eq(tekst.doc)).toBe(true);
  }
  const regelsNu = tekst.doc.children.map(({ textContent }) => textContent).join('\n');
  const aantal = (letter: string, waarin: string): number => waarin.split(letter).length - 1;
  expect(regelsNu).toMatch(/stuv w/);
  expect(regelsNu).not.toMatch(/[pqr]/);
  for (const letter of 'km') expect(aantal(letter, regelsNu)).toBe(aantal(letter, scherm.doc.textContent));
  // What waits is what others did, and nothing is made anew.
  const nog = new Transform(scherm.doc);
  for (const stap of wachtend.ander.steps) nog.step(stap);
  expect(nog.doc.eq(tekst.doc)).toBe(true);
  const caret = wachtend.ander.mapping.map(scherm.doc.child(0).nodeSize - 1, -1);
  expect(tekst.doc.textBetween(0, caret, '\n').endsWith('stuv w')).toBe(true);
}

function doeIets(tr: Transform, toeval: Toeval): void {
  const plek = 1 + toeval.onder(tr.doc.content.size - 1);
  const $plek = tr.doc.resolve(plek);
  const [links, rechts] = [$plek.nodeBefore?.text?.at(-1) ?? '', $plek.nodeAfter?.text?.[0] ?? ''];
  // What they know of what that one writes they leave alone.
  if ($plek.depth === 0 || /[kmp-w ]/.test(links)) return;
  const hoe = toeval.onder(4);
  if (hoe === 0) tr.split(plek);
  else if (hoe === 1 && /[a-f]/.test(rechts)) tr.replace(plek, plek + 1, Slice.empty);
  else tr.insert(plek, schema.text(toeval.kies([...'XYZ'])));
}
