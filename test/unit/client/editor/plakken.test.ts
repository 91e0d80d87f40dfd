import { describe, expect, test } from 'vitest';
import { meldWeggelaten } from '../../../../client/editor/plakken/melding.ts';
import { leesPlatteTekst } from '../../../../client/editor/plakken/platte-tekst.ts';
import type { Reden, Weggelaten } from '../../../../client/editor/plakken/weglaten.ts';
import { alsRegels } from '../../../../shared/tekst/platte-tekst.ts';

function stukken(reden: Reden, ...teksten: readonly string[]): Weggelaten[] {
  return teksten.map((tekst) => ({ reden, tekst }));
}

describe('what is told of a paste', () => {
  test('nothing where nothing was left out', () => {
    expect(meldWeggelaten([])).toBe('');
  });

  test('what was struck out and what was deleted are one to who reads', () => {
    expect(meldWeggelaten([...stukken('doorgehaald', 'niet'), ...stukken('geschrapt', 'ook')])).toBe(
      'Niet meegeplakt: doorgehaald ‘niet’ en ‘ook’.',
    );
  });

  test('three pieces at most, and how many more', () => {
    expect(meldWeggelaten(stukken('doorgehaald', 'a', 'b', 'c'))).toBe(
      'Niet meegeplakt: doorgehaald ‘a’, ‘b’ en ‘c’.',
    );
    expect(meldWeggelaten(stukken('doorgehaald', 'a', 'b', 'c', 'd'))).toBe(
      'Niet meegeplakt: doorgehaald ‘a’, ‘b’, ‘c’ en nog 1 stuk.',
    );
    expect(meldWeggelaten(stukken('verborgen', 'a', 'b', 'c', 'd', 'e'))).toBe(
      'Niet meegeplakt: verborgen tekst ‘a’, ‘b’, ‘c’ en nog 2 stukken.',
    );
  });

  test('remarks and hidden text in a sentence of their own', () => {
    const ernaast = [...stukken('opmerking', 'Klopt dit?'), ...stukken('verborgen', 'intern')];

    expect(meldWeggelaten(ernaast)).toBe(
      'Niet meegeplakt: een opmerking ‘Klopt dit?’, en verborgen tekst ‘intern’.',
    );
    expect(meldWeggelaten([...ernaast, ...stukken('doorgehaald', 'niet')])).toBe(
      'Niet meegeplakt: doorgehaald ‘niet’. ' +
        'Ook niet meegeplakt: een opmerking ‘Klopt dit?’, en verborgen tekst ‘intern’.',
    );
  });

  test('the first words of what is long, between words and never within a character', () => {
    const lang = 'Vader komt op woensdag en vrijdag naar de kinderen toe.';

    expect(meldWeggelaten(stukken('doorgehaald', lang))).toBe(
      'Niet meegeplakt: doorgehaald ‘Vader komt op woensdag en vrijdag naar…’.',
    );
    expect(meldWeggelaten(stukken('doorgehaald', '😀'.repeat(41)))).toBe(
      `Niet meegeplakt: doorgehaald ‘${'😀'.repeat(40)}…’.`,
    );
    expect(meldWeggelaten(stukken('doorgehaald', '.'))).toBe('Niet meegeplakt: doorgehaald ‘.’.');
  });
});

describe('plain text as blocks', () => {
  const regels = (tekst: string, metLijsten = true): string[] =>
    leesPlatteTekst(tekst, metLijsten).map(({ soort, diepte, begin }) =>
      `${soort} ${diepte} ${begin ?? ''}`.trimEnd(),
    );

  test('items as deep as they stand in from each other', () => {
    expect(regels('- a\n    - b\n        - c\n  - d\n- e')).toEqual([
      'punt 0',
      'punt 1',
      'punt 2',
      'punt 1',
      'punt 0',
    ]);
  });

  test('no deeper than a text goes', () => {
    const diep = Array.from({ length: 12 }, (_niets, n) => `${' '.repeat(n)}- a`).join('\n');

    expect(regels(diep).at(-1)).toBe('punt 8');
  });

  test('a line behind an item that stands in as much as its text belongs to it', () => {
    expect(regels('- a\n  b\nc\n  d')).toEqual(['punt 0', 'alinea 1', 'alinea 0', 'alinea 0']);
  });

  test('numbers stay what they are', () => {
    expect(regels('3. a\n4. b\n6. c\nx\n1) d')).toEqual([
      'nummer 0 3',
      'nummer 0',
      'nummer 0 6',
      'alinea 0',
      'nummer 0',
    ]);
  });

  test('no signs, no list: one line, or where they are not asked for', () => {
    expect(regels('- a')).toEqual(['alinea 0']);
    expect(regels('- a\n- b', false)).toEqual(['alinea 0', 'alinea 0']);
    expect(regels('-\n1.\n1.5 l\n-3 graden\n1234. x')).toEqual(Array.from({ length: 5 }, () => 'alinea 0'));
  });

  test('what is copied as text reads the same when it is pasted', () => {
    const tekst = 'Afspraken\n1. een\n  - onder\n2. twee\n  erbij\n5. vijf';

    expect(alsRegels(leesPlatteTekst(tekst, true), () => 'iemand').join('\n')).toBe(tekst);
  });
});
