import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { OPDRACHTEN } from '../../../../client/editor/opdrachten.ts';
import { noemtekst } from '../../../../client/editor/vermelding.ts';
import { alsTekst, isLeeg } from '../../../../client/editor/weergave.ts';
import { Schrijver, Server } from './schrijft.ts';

const noem = (soort: string, id: string) => (soort === 'lid' && id === 'l1' ? 'moeder' : null);

function tekst(...blokken: readonly Y.XmlElement[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('veld');
  fragment.insert(0, [...blokken]);
  return fragment;
}

function element(naam: string, ...kinderen: readonly (Y.XmlElement | string)[]): Y.XmlElement {
  const gemaakt = new Y.XmlElement(naam);
  gemaakt.insert(
    0,
    kinderen.map((kind) => (typeof kind === 'string' ? new Y.XmlText(kind) : kind)),
  );
  return gemaakt;
}

function vermelding(soort: string, id: string): Y.XmlElement {
  const gemaakt = element('vermelding');
  gemaakt.setAttribute('soort', soort);
  gemaakt.setAttribute('id', id);
  return gemaakt;
}

describe('a text is empty', () => {
  test('when nothing was ever written, or only paragraphs without text are left', () => {
    expect(isLeeg(tekst())).toBe(true);
    expect(
      isLeeg(
        tekst(element('paragraph'), element('paragraph', '  '), element('paragraph', element('hard_break'))),
      ),
    ).toBe(true);
    expect(isLeeg(tekst(element('bullet_list', element('list_item', element('paragraph')))))).toBe(true);
  });

  test('not when there is text or a mention, however deep', () => {
    expect(isLeeg(tekst(element('bullet_list', element('list_item', element('paragraph', 'a')))))).toBe(
      false,
    );
    expect(isLeeg(tekst(element('paragraph', vermelding('lid', 'weg'))))).toBe(false);
  });

  test('until somebody types: opening it for writing sends nothing', () => {
    const server = new Server();
    const wie = new Schrijver(server);
    expect(wie.state.doc.childCount).toBe(1);
    expect(server.uitkomsten).toEqual([]);
    expect(isLeeg(wie.fragment)).toBe(true);
  });
});

describe('a text without formatting', () => {
  test('has a line a paragraph, and the signs of its lists', () => {
    const server = new Server();
    const wie = new Schrijver(server);
    wie.typ('een');
    wie.doe(OPDRACHTEN.nummers);
    expect(alsTekst(wie.fragment)).toBe('1. een');
    const met = tekst(
      element('heading', 'Kop'),
      element('paragraph', 'a', element('hard_break'), 'b'),
      element(
        'bullet_list',
        element('list_item', element('paragraph', 'punt'), element('paragraph', 'vervolg')),
      ),
    );
    expect(alsTekst(met)).toBe('Kop\na\nb\n- punt\n  vervolg');
  });
});

describe('NK13, NK23: a mention', () => {
  test('NK13: reads as this reader may know the person', () => {
    expect(alsTekst(tekst(element('paragraph', 'met ', vermelding('lid', 'l1'))), noem)).toBe('met moeder');
  });

  test('NK23: a hidden target, a deleted one and a forged one look alike', () => {
    const allen = [
      noemtekst(noem, 'lid', 'verborgen'),
      noemtekst(noem, 'deelnemer', 'l1'),
      noemtekst(noem, 'iets', 'l1'),
      noemtekst(noem, 'lid', undefined),
    ];
    expect(new Set(allen)).toEqual(new Set(['iemand']));
  });
});
