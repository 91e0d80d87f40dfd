import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Onbevestigd } from '../../../../client/sync/onbevestigd.ts';
import { type Omvang, onbewaardeTekst } from '../../../../client/sync/overgebleven.ts';
import { beschrijf } from '../../../../client/sync/wijziging.ts';
import { type Blok, KALE_ALINEA } from '../../../../shared/tekst/blok.ts';
import { ANKER, vermeldingEmbed } from '../../../../shared/tekst/embed.ts';
import { leesBlokken } from '../../../../shared/tekst/lezen.ts';
import { voegAchteraan, zetSleutels } from '../../../../shared/tekst/schrijven.ts';

const MOEDER = { soort: 'lid', id: '5a1f7b1e-3c9a-4f5e-9d2b-0c6a8e4d7f10' } as const;

/** Somebody who typed in a text in which others typed before, and nothing of it is known to be on disk. */
class Schrijver {
  readonly doc = new Y.Doc();
  readonly veld = this.doc.getText('v1');
  readonly undo = new Y.UndoManager(this.veld, { captureTimeout: 0 });
  readonly #onbevestigd = new Onbevestigd();

  constructor(...vanAnderen: readonly string[]) {
    const ander = new Y.Doc();
    ander.transact(() => voegAchteraan(ander.getText('v1'), vanAnderen.map(alinea)));
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(ander));
    this.doc.on('afterTransaction', (transactie: Y.Transaction) => {
      if (!transactie.local || transactie.changed.size === 0) return;
      this.#onbevestigd.noteer(beschrijf(transactie, this.#onbevestigd));
    });
  }

  /** In one transaction, as the editor does one thing that somebody did. */
  doe(werk: (veld: Y.Text) => void): this {
    this.doc.transact(() => werk(this.veld));
    return this;
  }

  /** All of it is known to be on disk from now on. */
  bewaard(): this {
    this.#onbevestigd.geopend();
    this.#onbevestigd.stap2Verstuurd();
    this.#onbevestigd.bevestigStap2();
    this.#onbevestigd.gesloten();
    return this;
  }

  over(omvang: Omvang): string[] {
    return onbewaardeTekst(this.doc, this.#onbevestigd.wijzigingen, omvang, this.#onbevestigd.isGetypt).map(
      ({ tekst }) => tekst,
    );
  }

  get regels(): string[] {
    return leesBlokken(this.veld).map(({ inhoud }) =>
      inhoud.map((stuk) => (stuk.soort === 'tekst' ? stuk.tekst : '|')).join(''),
    );
  }
}

function alinea(tekst: string): Blok {
  return {
    ...KALE_ALINEA,
    inhoud: tekst === '' ? [] : [{ soort: 'tekst', tekst, strong: false, em: false }],
  };
}

/** Presses Enter at this place. */
function splits(veld: Y.Text, plaats: number): void {
  veld.insertEmbed(plaats, ANKER);
  veld.insertEmbed(plaats + 1, new Y.Map());
}

describe('NK17: of what was not saved there is plain text to copy from', () => {
  test('a line a block, a line break as a line end, a mention as a sign, and nothing of anchors', () => {
    const wie = new Schrijver().doe((veld) => {
      veld.insert(0, 'Bel\nterug');
      veld.insertEmbed(9, vermeldingEmbed(MOEDER));
      veld.insertEmbed(10, ANKER);
    });
    wie.doe((veld) => {
      splits(veld, 10);
      veld.insert(12, 'Morgen.', { strong: true });
      zetSleutels(veld, { ...KALE_ALINEA, soort: 'nummer', diepte: 3 });
    });
    expect(wie.over('blokken')).toEqual(['Bel\nterug@\nMorgen.']);
  });

  test('with `blokken` those blocks whole in which something is unsaved, and no other', () => {
    const wie = new Schrijver('Eerste.', 'Tweede.', 'Derde.').doe((veld) => veld.insert(15, ' Eigen.'));
    expect(wie.regels).toEqual(['Eerste.', 'Tweede Eigen..', 'Derde.']);
    expect(wie.over('blokken')).toEqual(['Tweede Eigen..']);
    expect(wie.over('eigen')).toEqual([' Eigen.']);
  });

  test('text that was only deleted is not among it, nor is a line of which only the sort changed', () => {
    const wie = new Schrijver('Eerste.', 'Tweede.')
      .doe((veld) => veld.delete(0, 3))
      .doe((veld) => zetSleutels(veld, { ...KALE_ALINEA, soort: 'kop' }));
    expect(wie.over('blokken')).toEqual([]);
  });

  test('a mention that I made counts for the block, and is nothing that I typed', () => {
    const wie = new Schrijver('Met .').doe((veld) => veld.insertEmbed(4, vermeldingEmbed(MOEDER)));
    expect(wie.over('blokken')).toEqual(['Met @.']);
    expect(wie.over('eigen')).toEqual([]);
  });
});

describe('ST15: with `eigen` all that this person typed', () => {
  test('also what they undid and did again', () => {
    const wie = new Schrijver('Van een ander.').doe((veld) => veld.insert(14, ' Van mij.'));
    wie.undo.undo();
    expect(wie.over('eigen')).toEqual([]);
    wie.undo.redo();
    expect(wie.over('eigen')).toEqual([' Van mij.']);
    // And again: what came back is as much theirs.
    wie.undo.undo();
    wie.undo.redo();
    expect(wie.over('eigen')).toEqual([' Van mij.']);
  });

  test('also when it was saved before they undid it, and as far as it stands among what isn’t theirs', () => {
    const wie = new Schrijver('Van een ander.').doe((veld) => veld.insert(7, ' van mij')).bewaard();
    wie.doe((veld) => veld.delete(4, 16)).bewaard();
    wie.undo.undo();
    expect(wie.regels).toEqual(['Van een van mij ander.']);
    expect(wie.over('eigen')).toEqual([' van mij']);
  });

  test('also what they saved before, and put elsewhere', () => {
    const wie = new Schrijver('Van een ander.').doe((veld) => veld.insert(14, ' Van mij.')).bewaard();
    wie.doe((veld) => {
      veld.delete(14, 9);
      veld.insert(0, ' Van mij.');
    });
    expect(wie.over('eigen')).toEqual([' Van mij.']);
  });
});

describe('ST15: with `eigen` a word whole of which the beginning is saved', () => {
  test('the line went in the midst of it', () => {
    const wie = new Schrijver('Van een ander.').doe((veld) => veld.insert(14, ' Bel het meld')).bewaard();
    wie.doe((veld) => veld.insert(27, 'punt morgen'));
    expect(wie.over('eigen')).toEqual(['meldpunt morgen']);
  });

  test('it was typed in the midst of one’s own word, and in two places of it', () => {
    const wie = new Schrijver('').doe((veld) => veld.insert(0, 'Bel mldunt nu')).bewaard();
    wie.doe((veld) => veld.insert(5, 'e')).doe((veld) => veld.insert(8, 'p'));
    expect(wie.regels).toEqual(['Bel meldpunt nu']);
    expect(wie.over('eigen')).toEqual(['meldpunt']);
  });

  test('NK7: what another typed of the same word isn’t among it', () => {
    const wie = new Schrijver('Meld').doe((veld) => veld.insert(4, 'pu')).bewaard();
    wie.doe((veld) => veld.insert(6, 'nt'));
    expect(wie.regels).toEqual(['Meldpunt']);
    expect(wie.over('eigen')).toEqual(['punt']);
  });
});

describe('NK7: with `eigen` only what this person typed', () => {
  const ANDER = 'Van een ander, heel lang.';

  test('what is dragged elsewhere over a line’s end stays whose it was', () => {
    const wie = new Schrijver('Van een ander.', 'Ook van een ander.').doe((veld) =>
      veld.insert(3, ' en mij'),
    );
    wie.doe((veld) => {
      // From "mij een ander." up to and with "Ook", to the end: the marker between them goes along.
      veld.delete(7, 20);
      const eind = veld.length - 1;
      veld.insert(eind, 'mij een ander.');
      splits(veld, eind + 14);
      veld.insert(eind + 16, 'Ook');
    });
    expect(wie.regels).toEqual(['Van en van een ander.mij een ander.', 'Ook']);
    expect(wie.over('eigen')).toEqual([' en mij']);
  });

  test('what is put back by undo stays whose it was', () => {
    const wie = new Schrijver(ANDER).doe((veld) => veld.delete(0, 8));
    wie.undo.undo();
    expect(wie.regels).toEqual([ANDER]);
    expect(wie.over('eigen')).toEqual([]);
  });

  test('of a sentence in which two words were corrected at once the rest stays whose it was', () => {
    const wie = new Schrijver('Mooder heeft veel schulde.').doe((veld) => {
      // From the first mistake to the last, as a spelling checker does.
      veld.delete(1, 24);
      veld.insert(1, 'oeder heeft veel schulden');
    });
    expect(wie.regels).toEqual(['Moeder heeft veel schulden.']);
    const [eigen = ''] = wie.over('eigen');
    expect(eigen.length).toBeLessThanOrEqual(3);
  });

  test('what is typed over a selection is typed', () => {
    const wie = new Schrijver(ANDER).doe((veld) => {
      veld.delete(4, 10);
      veld.insert(4, 'niemand');
    });
    expect(wie.over('eigen')).toEqual(['niemand']);
  });

  test('whatever somebody drags, undoes, splits and sorts, no character of others is among it', () => {
    // What others typed and what this person typed have no letter in common.
    const vanAnder = fc.stringMatching(/^[a-m]{2,12}$/);
    const vanMij = fc.stringMatching(/^[N-Z]{2,6}$/);
    const plaats = fc.nat(200);
    const daad = fc.oneof(
      fc.record({ soort: fc.constant('typ' as const), plaats, tekst: vanMij }),
      fc.record({
        soort: fc.constant('sleep' as const),
        plaats,
        lengte: fc.integer({ min: 2, max: 20 }),
        naar: plaats,
      }),
      fc.record({ soort: fc.constant('wis' as const), plaats, lengte: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ soort: fc.constant('splits' as const), plaats }),
      fc.record({ soort: fc.constant('ongedaan' as const) }),
    );
    fc.assert(
      fc.property(
        fc.array(vanAnder, { minLength: 1, maxLength: 4 }),
        fc.array(daad, { maxLength: 20 }),
        (begin, daden) => {
          const wie = new Schrijver(...begin);
          for (const wat of daden) {
            if (wat.soort === 'ongedaan') wie.undo.undo();
            else wie.doe((veld) => doeDaad(veld, wat));
          }
          expect(wie.over('eigen').join('')).not.toMatch(/[a-m]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

type Daad =
  | { soort: 'typ'; plaats: number; tekst: string }
  | { soort: 'sleep'; plaats: number; lengte: number; naar: number }
  | { soort: 'wis'; plaats: number; lengte: number }
  | { soort: 'splits'; plaats: number };

function doeDaad(veld: Y.Text, wat: Daad): void {
  const van = wat.plaats % (veld.length + 1);
  switch (wat.soort) {
    case 'typ':
      veld.insert(van, wat.tekst);
      return;
    case 'splits':
      splits(veld, van);
      return;
    case 'wis':
      veld.delete(van, Math.min(wat.lengte, veld.length - van));
      return;
    case 'sleep': {
      const lengte = Math.min(wat.lengte, veld.length - van);
      const stukken = stukkenTussen(veld, van, van + lengte);
      // One letter alone may as well have been typed.
      if (stukken.filter((stuk) => typeof stuk === 'string').join('').length < 2) return;
      veld.delete(van, lengte);
      let naar = wat.naar % (veld.length + 1);
      for (const stuk of stukken) {
        if (typeof stuk === 'string') veld.insert(naar, stuk);
        else if (stuk instanceof Y.Map) veld.insertEmbed(naar, new Y.Map());
        else veld.insertEmbed(naar, stuk);
        naar += typeof stuk === 'string' ? stuk.length : 1;
      }
    }
  }
}

/** What stands between two places, in the pieces in which Yjs gives it. */
function stukkenTussen(veld: Y.Text, van: number, tot: number): (string | object)[] {
  const delta: readonly { insert: string | object }[] = veld.toDelta();
  let plaats = 0;
  return delta.flatMap(({ insert }) => {
    const lengte = typeof insert === 'string' ? insert.length : 1;
    const begin = Math.max(van, plaats) - plaats;
    const eind = Math.min(tot, plaats + lengte) - plaats;
    plaats += lengte;
    if (begin >= eind) return [];
    return [typeof insert === 'string' ? insert.slice(begin, eind) : insert];
  });
}
