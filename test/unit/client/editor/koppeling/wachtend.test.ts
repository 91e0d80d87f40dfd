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
    const wachtend = new Wachtend(
      regels('abc def'),
      new Transform(regels('abc def')).insert(2, schema.text('X')),
    );
    const eerst = wachtend.neemEigen(regels('abc defgh'));
    expect(eerst?.stappen.doc.textContent).toBe('aXbc defgh');
    wachtend.ander.insert(6, schema.text('Y'));
    const dan = wachtend.neemEigen(regels('abc defghi'));
    expect(dan?.stappen.doc.textContent).toBe('aXbc Ydefghi');
    expect(wachtend.ander.before.textContent).toBe('abc defghi');
    expect(wachtend.ander.steps).toHaveLength(2);
    expect(wachtend.plekVan(6)).toBe(8);
    expect(wachtend.neemEigen(regels('abc defghi'))).toBeNull();
  });

  test('a word that is made anew at each key stays one word, whatever others do around and in its line', () => {
    for (let zaad = 1; zaad <= 500; zaad += 1) speel(new Toeval(zaad));
  });
});

/** Somebody composes two words behind `|` while others type, press Enter and delete, and each is told now and then. */
function speel(toeval: Toeval): void {
  let scherm = regels('abc|', 'def');
  const wachtend = new Wachtend(scherm, new Transform(scherm));
  const mijn = ['p', 'pq', 'pqr', 'stu', 'stuv', 'stuv w'];
  for (const woord of mijn) {
    for (let n = toeval.onder(3); n > 0; n -= 1) doeIets(wachtend.ander, toeval);
    const eind = scherm.child(0).nodeSize - 1;
    const begin = scherm.child(0).textContent.indexOf('|') + 2;
    scherm = new Transform(scherm).replaceWith(begin, eind, schema.text(woord)).doc;
    if (toeval.onder(2)) wachtend.neemEigen(scherm);
    expect(wachtend.ander.before.content.size).toBeGreaterThan(0);
  }
  wachtend.neemEigen(scherm);
  const tekst = wachtend.ander.doc.children.map(({ textContent }) => textContent).join('\n');
  expect(tekst).toMatch(/stuv w/);
  expect(tekst).not.toMatch(/[pqr]/);
  expect(wachtend.ander.before.eq(scherm)).toBe(true);
  const caret = wachtend.plekVan(scherm.child(0).nodeSize - 1);
  expect(wachtend.ander.doc.textBetween(0, caret, '\n').endsWith('stuv w')).toBe(true);
}

function doeIets(tr: Transform, toeval: Toeval): void {
  const plek = 1 + toeval.onder(tr.doc.content.size - 1);
  const $plek = tr.doc.resolve(plek);
  const [links, rechts] = [$plek.nodeBefore?.text?.at(-1) ?? '', $plek.nodeAfter?.text?.[0] ?? ''];
  // What they know of the word they leave alone.
  if ($plek.depth === 0 || /[p-w ]/.test(links)) return;
  const hoe = toeval.onder(4);
  if (hoe === 0) tr.split(plek);
  else if (hoe === 1 && /[a-f]/.test(rechts)) tr.replace(plek, plek + 1, Slice.empty);
  else tr.insert(plek, schema.text(toeval.kies([...'XYZ'])));
}
