import { type Command, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Koppeling } from '../../../../../client/editor/koppeling/koppeling.ts';
import { nieuwBlok, OPDRACHTEN, terugVanBegin } from '../../../../../client/editor/opdrachten.ts';
import { schema } from '../../../../../client/editor/schema.ts';

const VELD = 'veld';
/** Who has the lower client id comes first where two write at one place: each case is tried both ways. */
const BEIDE_VOLGORDES = [
  [1, 2],
  [2, 1],
] as const;

/** Two people in one text, whose line is as slow as the test wants. */
class Tweetal {
  readonly a: Iemand;
  readonly b: Iemand;

  constructor([idA, idB]: readonly [number, number], regels: readonly string[] = []) {
    this.a = new Iemand(idA);
    this.b = new Iemand(idB);
    regels.forEach((regel, n) => {
      if (n > 0) this.a.doe(nieuwBlok);
      this.a.typ(regel);
    });
    this.wissel();
    this.a.koppeling.beginNieuweStap();
  }

  /** Everything that is on its way arrives. */
  wissel(): void {
    // What arrives can have an answer (TX9).
    while (this.a.uit.length + this.b.uit.length > 0) {
      const [vanA, vanB] = [this.a.uit.splice(0), this.b.uit.splice(0)];
      for (const update of vanA) Y.applyUpdate(this.b.doc, update, 'net');
      for (const update of vanB) Y.applyUpdate(this.a.doc, update, 'net');
    }
    expect(this.a.regels).toEqual(this.b.regels);
  }
}

class Iemand {
  readonly doc = new Y.Doc();
  readonly koppeling: Koppeling;
  readonly uit: Uint8Array[] = [];

  constructor(clientId: number) {
    this.doc.clientID = clientId;
    this.koppeling = new Koppeling(this.doc.getText(VELD), { samenOngedaanMs: 60_000 });
    this.doc.on('update', (update: Uint8Array, herkomst: unknown) => {
      if (herkomst !== 'net') this.uit.push(update);
    });
  }

  /** `soort:tekst` a block; paragraphs only their text. */
  get regels(): string[] {
    return this.koppeling.state.doc.children.map(({ attrs, textContent }) =>
      attrs.soort === 'alinea' ? textContent : `${attrs.soort}:${textContent}`,
    );
  }

  /** Where the caret is: in which block, how far in it. */
  get caret(): [blok: number, plek: number] {
    const { $head } = this.koppeling.state.selection;
    return [$head.index(0), $head.parentOffset];
  }

  doe(opdracht: Command): this {
    opdracht(this.koppeling.state, (tr) => this.koppeling.voerUit(tr));
    return this;
  }

  typ(tekst: string): this {
    return this.doe((state, dispatch) => {
      dispatch?.(state.tr.insertText(tekst));
      return true;
    });
  }

  /** Puts the caret in a block; a negative number counts from its end. */
  naar(blok: number, plek: number): this {
    return this.doe((state, dispatch) => {
      let begin = 1;
      for (let n = 0; n < blok; n += 1) begin += state.doc.child(n).nodeSize;
      const { size } = state.doc.child(blok).content;
      const pos = begin + (plek < 0 ? size + 1 + plek : plek);
      dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, pos)));
      return true;
    });
  }

  wis(aantal: number): this {
    return this.doe((state, dispatch) => {
      const { head } = state.selection;
      dispatch?.(state.tr.delete(head - aantal, head));
      return true;
    });
  }
}

describe.each(BEIDE_VOLGORDES)('two people at one place (client ids %i and %i)', (idA, idB) => {
  const ids = [idA, idB] as const;

  test('TX2: one presses Enter at the end of the last line, the other types at that end', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel']);
    a.naar(0, -1).doe(nieuwBlok).typ('AAA');
    b.naar(0, -1).typ('bbb');
    paar.wissel();
    expect(a.regels).toEqual(['regelbbb', 'AAA']);
    expect([a.caret, b.caret]).toEqual([
      [1, 3],
      [0, 8],
    ]);
  });

  test('TX2: the same at the end of a line in the midst', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel', 'slot']);
    a.naar(0, -1).doe(nieuwBlok).typ('AAA');
    b.naar(0, -1).typ('bbb');
    paar.wissel();
    expect(a.regels).toEqual(['regelbbb', 'AAA', 'slot']);
  });

  test('TX2: both press Enter at the end and type', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel']);
    a.naar(0, -1).doe(nieuwBlok).typ('AAA');
    b.naar(0, -1).doe(nieuwBlok).typ('bbb');
    paar.wissel();
    expect(new Set(a.regels)).toEqual(new Set(['regel', 'AAA', 'bbb']));
    expect(a.regels).toHaveLength(3);
    a.typ('!');
    b.typ('?');
    paar.wissel();
    expect(new Set(a.regels)).toEqual(new Set(['regel', 'AAA!', 'bbb?']));
  });

  test('TX2: one puts a line above, the other types at the start of that line', () => {
    const { a, b, ...paar } = tweetal(ids, ['een', 'regel']);
    a.naar(1, 0).doe(nieuwBlok);
    b.naar(1, 0).typ('bbb');
    paar.wissel();
    expect(a.regels).toEqual(['een', '', 'bbbregel']);
  });

  test('TX2: who begin in an empty text begin in the same line, each at their own words', () => {
    const { a, b, ...paar } = tweetal(ids);
    a.typ('AAA');
    b.typ('bbb');
    paar.wissel();
    a.typ('A');
    b.typ('b');
    paar.wissel();
    expect(a.regels).toHaveLength(1);
    expect(['AAAAbbbb', 'bbbbAAAA']).toContain(a.regels[0]);
  });

  test('TX3: one changes the sort of a line, the other types in it and splits it', () => {
    const { a, b, ...paar } = tweetal(ids, ['een', 'regel']);
    a.naar(1, 0).doe(OPDRACHTEN.kopje);
    b.naar(1, 2).typ('bbb').doe(nieuwBlok).typ('ccc');
    paar.wissel();
    expect(a.regels).toEqual(['een', 'kop:rebbb', 'cccgel']);
    expect(b.caret).toEqual([2, 3]);
  });

  test('TX3: one makes a heading of a line, the other goes on behind it', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel', 'slot']);
    a.naar(0, 0).doe(OPDRACHTEN.kopje);
    b.naar(0, -1).doe(nieuwBlok).typ('bbb');
    paar.wissel();
    expect(a.regels).toEqual(['kop:regel', 'bbb', 'slot']);
  });

  test('TX3: both press Opsomming on one line: it is one item', () => {
    const { a, b, ...paar } = tweetal(ids, ['een', 'regel']);
    a.naar(1, 0).doe(OPDRACHTEN.opsomming);
    b.naar(1, 0).doe(OPDRACHTEN.opsomming);
    paar.wissel();
    expect(a.regels).toEqual(['een', 'punt:regel']);
  });

  test('TX3: a line is joined with the one above while another types at its end', () => {
    const { a, b, ...paar } = tweetal(ids, ['een', 'regel', 'slot']);
    a.naar(1, 0).doe(terugVanBegin);
    b.naar(1, -1).typ('bbb');
    paar.wissel();
    expect(a.regels).toEqual(['eenregelbbb', 'slot']);
    expect([a.caret, b.caret]).toEqual([
      [0, 3],
      [0, 11],
    ]);
  });

  test('TX5: Enter by another before my caret leaves it at its letter', () => {
    const { a, b, ...paar } = tweetal(ids, ['Moeder heeft schulden. Daarom eerst bellen.']);
    b.naar(0, 30);
    a.naar(0, 12).doe(nieuwBlok);
    paar.wissel();
    expect(b.caret).toEqual([1, 18]);
  });

  test('TX5: in an empty line a caret stays in that line, whatever lines come around it', () => {
    const { a, b, ...paar } = tweetal(ids, ['een', '', 'slot']);
    b.naar(1, 0);
    a.naar(0, -1).doe(nieuwBlok).typ('boven');
    a.naar(3, 0).doe(nieuwBlok);
    paar.wissel();
    b.typ('hier');
    paar.wissel();
    expect(a.regels).toEqual(['een', 'boven', 'hier', '', 'slot']);
  });

  test('TX5: what is going to be typed bold stays so when another types', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel']);
    b.naar(0, -1).doe(OPDRACHTEN.vet);
    a.naar(0, 0).typ('A');
    paar.wissel();
    b.typ('dik');
    expect(b.koppeling.state.doc.rangeHasMark(7, 10, schema.marks.strong)).toBe(true);
  });

  test('TX8: Enter where a line ended takes nothing along of what another typed behind it since', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel']);
    a.naar(0, -1);
    b.naar(0, -1).typ('bbb');
    paar.wissel();
    a.doe(nieuwBlok).typ('AAA');
    paar.wissel();
    expect(a.regels).toEqual(['regelbbb', 'AAA']);
  });

  test('TX8: nor leaves behind what another brought up behind it since: that stays behind the new line', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel', 'slot']);
    a.naar(0, -1);
    b.naar(0, -1).typ('bbb').naar(1, 0).doe(terugVanBegin);
    paar.wissel();
    expect(a.regels).toEqual(['regelbbbslot']);
    a.doe(nieuwBlok).typ('AAA');
    paar.wissel();
    expect(a.regels).toEqual(['regelbbb', 'AAAslot']);
  });

  test('TX8: nor goes to the end of what another put on a line of its own since', () => {
    const { a, b, ...paar } = tweetal(ids, ['regel', 'slot']);
    a.naar(0, -1);
    b.naar(0, -1).typ('bbb').doe(nieuwBlok).typ('ccc');
    paar.wissel();
    a.doe(nieuwBlok).typ('AAA');
    paar.wissel();
    expect(a.regels).toEqual(['regelbbb', 'AAA', 'ccc', 'slot']);
  });
});

describe('TX9: undo is of one’s own', () => {
  test('it takes back what one typed and leaves what another did, with the caret where one was', () => {
    const { a, b, ...paar } = tweetal([1, 2], ['een', 'twee']);
    a.naar(0, -1).typ('AAA');
    b.naar(0, 0).typ('bbb');
    b.naar(1, 0).doe(nieuwBlok);
    paar.wissel();
    a.naar(2, 1);
    expect(a.koppeling.maakOngedaan()).toBe(true);
    paar.wissel();
    expect(b.regels).toEqual(['bbbeen', '', 'twee']);
    expect(a.caret).toEqual([0, 6]);
    expect(a.koppeling.doeOpnieuw()).toBe(true);
    expect(a.regels).toEqual(['bbbeenAAA', '', 'twee']);
    // Where one was when one took it back.
    expect(a.caret).toEqual([2, 1]);
  });

  test('undoing a heading leaves the caret in that line', () => {
    const { a } = tweetal([1, 2], ['een', 'twee', 'drie']);
    a.naar(0, 2).doe(OPDRACHTEN.kopje);
    expect(a.regels).toEqual(['kop:een', 'twee', 'drie']);
    a.koppeling.maakOngedaan();
    expect(a.regels).toEqual(['een', 'twee', 'drie']);
    expect(a.caret).toEqual([0, 2]);
  });

  test('a line that was joined comes apart again with its sort', () => {
    const { a, b, ...paar } = tweetal([1, 2], ['een', 'twee']);
    a.naar(1, 0).doe(OPDRACHTEN.opsomming);
    a.koppeling.beginNieuweStap();
    a.doe((state, dispatch) => {
      dispatch?.(state.tr.join(state.selection.$from.before(1)));
      return true;
    });
    paar.wissel();
    expect(b.regels).toEqual(['eentwee']);
    a.koppeling.maakOngedaan();
    paar.wissel();
    expect(b.regels).toEqual(['een', 'punt:twee']);
  });
});

describe.each(BEIDE_VOLGORDES)(
  'TX9: what two took out and both take back (client ids %i and %i)',
  (idA, idB) => {
    const ids = [idA, idB] as const;

    test.each(['at the same time', 'one after the other'])('stands there once: %s', (hoe) => {
      const { a, b, ...paar } = tweetal(ids, ['een lange regel']);
      a.naar(0, -1).wis(11);
      b.naar(0, -1).wis(11);
      paar.wissel();
      expect(a.regels).toEqual(['een ']);
      a.koppeling.maakOngedaan();
      if (hoe === 'one after the other') paar.wissel();
      b.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['een lange regel']);
      // Either takes it out again, and the other can bring it back.
      a.koppeling.doeOpnieuw();
      paar.wissel();
      expect(a.regels).toEqual(['een ']);
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['een lange regel']);
    });

    test.each(['at the same time', 'one after the other'])(
      'so do lines with their sorts and marks: %s',
      (hoe) => {
        const { a, b, ...paar } = tweetal(ids, ['begin', 'kop', 'punt', 'eind']);
        a.naar(1, 0).doe(OPDRACHTEN.kopje).naar(2, 0).doe(OPDRACHTEN.opsomming).doe(zetNaam);
        paar.wissel();
        a.koppeling.beginNieuweStap();
        const heel = a.koppeling.state.doc;
        a.doe(wisMidden);
        b.doe(wisMidden);
        paar.wissel();
        expect(b.regels).toEqual(['bend']);
        a.koppeling.maakOngedaan();
        if (hoe === 'one after the other') paar.wissel();
        b.koppeling.maakOngedaan();
        paar.wissel();
        expect(b.koppeling.state.doc.toString()).toBe(heel.toString());
        expect(b.koppeling.state.doc.eq(heel)).toBe(true);
      },
    );

    test.each(['at the same time', 'one after the other'])(
      'also where only a part is the same: %s',
      (hoe) => {
        const { a, b, ...paar } = tweetal(ids, ['een twee drie vier']);
        a.naar(0, 13).wis(9);
        b.naar(0, -1).wis(9);
        paar.wissel();
        expect(a.regels).toEqual(['een ']);
        a.koppeling.maakOngedaan();
        if (hoe === 'one after the other') paar.wissel();
        b.koppeling.maakOngedaan();
        paar.wissel();
        expect(a.regels).toEqual(['een twee drie vier']);
      },
    );

    test('part of a word, the other all of it, one after the other', () => {
      for (const [eerst, dan] of [
        [3, 6],
        [6, 3],
      ] as const) {
        const { a, b, ...paar } = tweetal(ids, ['wegwezen']);
        a.naar(0, -1).wis(eerst);
        b.naar(0, -1).wis(dan);
        paar.wissel();
        a.koppeling.maakOngedaan();
        paar.wissel();
        b.koppeling.maakOngedaan();
        paar.wissel();
        expect(a.regels).toEqual(['wegwezen']);
      }
    });

    test('the same letter that another typed in the midst of it is theirs', () => {
      const { a, b, ...paar } = tweetal(ids, ['halo']);
      b.naar(0, 3).typ('l');
      a.naar(0, -1).wis(2);
      paar.wissel();
      expect(a.regels).toEqual(['hal']);
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels.join().split('').sort().join('')).toBe('ahllo');
    });

    test('what another typed beside it, the same word, stays', () => {
      const { a, b, ...paar } = tweetal(ids, ['heel goed']);
      b.naar(0, 5).typ('heel ');
      paar.wissel();
      a.naar(0, 5).wis(5);
      paar.wissel();
      b.naar(0, 0).typ('heel ');
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['heel heel heel goed']);
    });

    test('what somebody typed in their copy stays in its word, and their caret with its letter', () => {
      const { a, b, ...paar } = tweetal(ids, ['een lange regel']);
      a.naar(0, -1).wis(11);
      b.naar(0, -1).wis(11);
      paar.wissel();
      for (const wie of [a, b]) wie.koppeling.maakOngedaan();
      a.naar(0, 7).typ('!');
      b.naar(0, -1).typ('?');
      paar.wissel();
      // Of two copies of a word that goes on here, neither can give way.
      expect(['een lan!ge regel?', 'een lange lan!ge regel?']).toContain(a.regels.join());
      expect(a.regels.join().at(a.caret[1] - 1)).toBe('!');
      expect(b.regels.join().at(b.caret[1] - 1)).toBe('?');
    });
  },
);

describe.each(BEIDE_VOLGORDES)(
  'TX9: what comes back comes back as one (client ids %i and %i)',
  (idA, idB) => {
    const ids = [idA, idB] as const;

    test('another begins at that very spot meanwhile, not knowing that it was gone: it stays outside', () => {
      const { a, b, ...paar } = tweetal(ids, ['regel.']);
      a.naar(0, -1).typ('Xq').wis(1).typ('Y');
      paar.wissel();
      b.naar(0, 6).typ('bbb');
      heenEnWeer(a);
      paar.wissel();
      expect(a.regels).toEqual(['regel.bbbXY']);
    });

    test('another begins behind it, in pieces, and before it, and goes on when it is back', () => {
      const { a, b, ...paar } = tweetal(ids, ['regel.']);
      a.naar(0, -1).typ('Xq').wis(1).typ('Y');
      paar.wissel();
      b.naar(0, -1).typ('bb').naar(0, 6).typ('cc');
      heenEnWeer(a);
      paar.wissel();
      expect(a.regels).toEqual(['regel.ccXYbb']);
      b.typ('c').naar(0, -1).typ('b');
      paar.wissel();
      expect(a.regels).toEqual(['regel.cccXYbbb']);
    });

    test('another types on where it was taken out, letter by letter, before and after that: it stays outside their word', () => {
      const { a, b, ...paar } = tweetal(ids, ['regel. slot']);
      a.naar(0, 7).typ('weg ');
      paar.wissel();
      b.naar(0, 7).typ('b');
      paar.wissel();
      a.koppeling.maakOngedaan();
      paar.wissel();
      b.typ('c');
      a.koppeling.doeOpnieuw();
      b.typ('d');
      paar.wissel();
      b.typ('e');
      paar.wissel();
      expect(a.regels).toEqual(['regel. bcdeweg slot']);
    });

    test('what another put in it before stands where it stood', () => {
      const { a, b, ...paar } = tweetal(ids, ['regel.']);
      a.naar(0, -1).typ('een twee drie');
      paar.wissel();
      b.naar(0, 10).typ('bb ');
      paar.wissel();
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['regel.bb ']);
      b.typ('cc ');
      a.koppeling.doeOpnieuw();
      paar.wissel();
      expect(a.regels).toEqual(['regel.een bb cc twee drie']);
    });

    test('so does what another put between two of its words, and only then heard that it was gone for a while', () => {
      const { a, b, ...paar } = tweetal(ids, ['een twee drie', 'slot']);
      a.naar(0, -1).wis(13);
      b.naar(0, 4).typ('bb ').naar(0, -1).typ('!');
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['een bb twee drie!', 'slot']);
    });

    test('one letter that another is typing behind is put back before what they type', () => {
      const { a, b, ...paar } = tweetal(ids);
      b.typ('b');
      paar.wissel();
      a.naar(0, 1).wis(1);
      b.typ('bb');
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['bbb']);
    });

    test('lines come back as lines, with their sorts, marks and who is mentioned in them', () => {
      const { a, b, ...paar } = tweetal(ids, ['begin', 'kop', 'punt', 'eind']);
      a.naar(1, 0).doe(OPDRACHTEN.kopje).naar(2, 0).doe(OPDRACHTEN.opsomming).doe(zetNaam).doe(maakAllesVet);
      paar.wissel();
      a.koppeling.beginNieuweStap();
      const heel = a.koppeling.state.doc;
      a.doe((state, dispatch) => {
        dispatch?.(state.tr.delete(3, state.doc.content.size - 3));
        return true;
      });
      b.naar(0, 2).typ('bbb').naar(3, -1).typ('ccc');
      paar.wissel();
      expect(b.regels).toEqual(['bebbbndccc']);
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(b.regels).toEqual(['bebbbgin', 'kop:kop', 'punt:punt', 'eindccc']);
      b.naar(0, 5).wis(3).naar(3, -1).wis(3);
      paar.wissel();
      expect(a.koppeling.state.doc.eq(heel)).toBe(true);
    });

    test('two who delete overlapping words each bring back what they took out, and no word of it in another', () => {
      const { a, b, ...paar } = tweetal(ids, ['een twee drie vier']);
      a.naar(0, 13).wis(9);
      b.naar(0, -1).wis(9);
      paar.wissel();
      expect(a.regels).toEqual(['een ']);
      a.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['een twee drie']);
      a.koppeling.doeOpnieuw();
      paar.wissel();
      b.koppeling.maakOngedaan();
      paar.wissel();
      expect(a.regels).toEqual(['een drie vier']);
    });
  },
);

function heenEnWeer({ koppeling }: Iemand): void {
  koppeling.maakOngedaan();
  koppeling.doeOpnieuw();
}

const wisMidden: Command = (state, dispatch) => {
  dispatch?.(state.tr.delete(3, state.doc.content.size - 3));
  return true;
};

const zetNaam: Command = (state, dispatch) => {
  const wie = { soort: 'lid', id: '00000000-0000-4000-8000-000000000000' };
  dispatch?.(state.tr.insert(state.selection.head, schema.nodes.vermelding.create(wie)));
  return true;
};

const maakAllesVet: Command = (state, dispatch) => {
  dispatch?.(state.tr.addMark(1, state.doc.content.size - 1, schema.marks.strong.create()));
  return true;
};

function tweetal(ids: readonly [number, number], regels: readonly string[] = []) {
  const paar = new Tweetal(ids, regels);
  return { a: paar.a, b: paar.b, wissel: () => paar.wissel() };
}
