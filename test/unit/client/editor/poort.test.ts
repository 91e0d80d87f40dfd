import { baseKeymap, chainCommands, setBlockType } from 'prosemirror-commands';
import { Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { AllSelection, type Command, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { dieptegrens, OPDRACHTEN } from '../../../../client/editor/opdrachten.ts';
import { schema } from '../../../../client/editor/schema.ts';
import { Toeval } from '../../poort/gesprek.ts';
import { Schrijver, Server, VELD } from './schrijft.ts';

const { heading, list_item, hard_break, vermelding } = schema.nodes;
const { strong, em } = schema.marks;
const UUID = '00000000-0000-4000-8000-000000000000';

const kies =
  (van: number, tot: number): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.between(state.doc.resolve(van), state.doc.resolve(tot))));
    return true;
  };
const alles: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(new AllSelection(state.doc)));
  return true;
};
const zetIn =
  (knoop: typeof vermelding, attrs: Record<string, unknown> | null): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(knoop.create(attrs)));
    return true;
  };
const noem = zetIn(vermelding, { soort: 'deelnemer', id: UUID });
const enter = chainCommands(splitListItem(list_item), baseKeymap.Enter ?? (() => false));
const kop = (level: number) => setBlockType(heading, { level });

/** What each construct is in Yjs, after the commands that make it. */
const CONSTRUCTEN: readonly [naam: string, maak: (wie: Schrijver) => void, xml: string][] = [
  ['a paragraph', (wie) => wie.typ('zin'), '<paragraph>zin</paragraph>'],
  ...[1, 2, 3].map((niveau): (typeof CONSTRUCTEN)[number] => [
    `a heading of level ${niveau}`,
    (wie) => {
      wie.typ('zin');
      wie.doe(kop(niveau));
    },
    `<heading level="${niveau}">zin</heading>`,
  ]),
  [
    'a list with a list in it',
    (wie) => {
      wie.typ('een');
      wie.doe(OPDRACHTEN.opsomming);
      wie.doe(enter);
      wie.typ('twee');
      wie.doe(sinkListItem(list_item));
    },
    '<bullet_list><list_item><paragraph>een</paragraph><bullet_list><list_item><paragraph>twee</paragraph></list_item></bullet_list></list_item></bullet_list>',
  ],
  [
    'a numbered list',
    (wie) => {
      wie.typ('een');
      wie.doe(OPDRACHTEN.nummers);
    },
    '<ordered_list order="1"><list_item><paragraph>een</paragraph></list_item></ordered_list>',
  ],
  [
    'a line break',
    (wie) => {
      wie.typ('een');
      wie.doe(zetIn(hard_break, null));
      wie.typ('twee');
    },
    '<paragraph>een<hard_break></hard_break>twee</paragraph>',
  ],
  [
    'a mention',
    (wie) => {
      wie.typ('met ');
      wie.doe(noem);
    },
    `<paragraph>met <vermelding id="${UUID}" soort="deelnemer"></vermelding></paragraph>`,
  ],
  [
    'bold and italic that overlap',
    (wie) => {
      wie.typ('abc');
      wie.doe(kies(1, 3));
      wie.doe(OPDRACHTEN.vet);
      wie.doe(kies(2, 4));
      wie.doe(OPDRACHTEN.cursief);
    },
    '<paragraph><strong>a</strong><em><strong>b</strong></em><em>c</em></paragraph>',
  ],
];

describe('SY4: everything that the editor writes passes the gate', () => {
  test.each(CONSTRUCTEN)('SY4: %s', (_naam, maak, xml) => {
    const server = new Server();
    const wie = new Schrijver(server);
    maak(wie);
    expect(server.uitkomsten.map(({ soort }) => soort)).not.toContain('geweigerd');
    expect(new Set(server.uitkomsten.map(({ soort }) => soort))).toEqual(new Set(['toegelaten']));
    expect(server.doc.getXmlFragment(VELD).toString()).toBe(xml);
  });

  test('SY4: marks are stored under their own names, never under one with a hash', () => {
    const server = new Server();
    const wie = new Schrijver(server);
    wie.typ('abc');
    wie.doe(alles);
    wie.doe(OPDRACHTEN.vet);
    wie.doe(OPDRACHTEN.cursief);
    expect(server.doc.getXmlFragment(VELD).toString()).not.toContain('--');
    expect([strong, em].every((merk) => merk.excludes(merk))).toBe(true);
  });

  test('SY4: a paste of all there is, and what changes it into something else', () => {
    const server = new Server();
    const wie = new Schrijver(server);
    for (const [, maak] of CONSTRUCTEN) {
      const bron = new Schrijver(new Server());
      maak(bron);
      wie.doe((state, dispatch) => {
        dispatch?.(state.tr.replaceSelection(new Slice(bron.state.doc.content, 0, 0)));
        return true;
      });
    }
    for (const opdracht of [
      alles,
      OPDRACHTEN.vet,
      kop(2),
      OPDRACHTEN.nummers,
      OPDRACHTEN.opsomming,
      OPDRACHTEN.vet,
    ]) {
      wie.doe(opdracht);
    }
    wie.undo.undo();
    wie.undo.undo();
    wie.undo.redo();
    expect(server.uitkomsten.length).toBeGreaterThan(8);
    expect(new Set(server.uitkomsten.map(({ soort }) => soort))).toEqual(new Set(['toegelaten']));
  });

  test.each([1, 2, 3, 4, 5, 6])('SY4: three people who do anything at all, run %i', (zaad) => {
    const toeval = new Toeval(zaad);
    const server = new Server();
    const mensen = [new Schrijver(server), new Schrijver(server), new Schrijver(server)];
    for (let beurt = 0; beurt < 150; beurt += 1) {
      const wie = toeval.kies(mensen);
      // Everyone is up to date before they write: what arrives meanwhile is for the tests of the line.
      wie.haalOp();
      for (let n = 0; n < 4; n += 1) handel(wie, toeval);
    }
    const geweigerd = server.uitkomsten.filter(
      ({ soort }) => soort !== 'toegelaten' && soort !== 'niets_nieuws',
    );
    expect(geweigerd).toEqual([]);
    expect(server.uitkomsten.length).toBeGreaterThan(200);
  });
});

describe('SY4: what the gate would refuse, the editor does not make', () => {
  test('SY4: a list ends at the depth that people still read', () => {
    const berichten: string[] = [];
    const server = new Server();
    const wie = new Schrijver(server, [dieptegrens(() => berichten.push('te diep'))]);
    let diep = schema.nodes.paragraph.create(null, schema.text('diep'));
    for (let n = 0; n < 10; n += 1) {
      diep = schema.nodes.bullet_list.create(null, list_item.create(null, diep));
      const laag = diep;
      wie.doe((state, dispatch) => {
        dispatch?.(state.tr.replaceWith(0, state.doc.content.size, laag));
        return true;
      });
    }
    // Ten lists in one another would be 21 nodes deep, and typing on in the last one goes deeper.
    expect(new Set(berichten)).toEqual(new Set(['te diep']));
    expect(wie.state.doc.firstChild?.eq(diep)).toBe(false);
    expect(wie.state.doc.textContent).toBe('diep');
    expect(new Set(server.uitkomsten.map(({ soort }) => soort))).toEqual(new Set(['toegelaten']));
  });

  test('y-prosemirror finds no selection of a node that somebody else deletes, for there is none', () => {
    const kiesbaar = Object.values(schema.nodes).filter(
      (soort) => !soort.isText && soort !== schema.topNodeType && soort.spec.selectable !== false,
    );
    expect(kiesbaar).toEqual([]);
  });

  test('SY4: what the gate lets through fits: nothing of others is deleted by opening it', () => {
    const server = new Server();
    const fragment = server.doc.getXmlFragment(VELD);
    // No level, no order, no soort: attributes are maps of their own, and can be gone while their node stands.
    for (const naam of ['heading', 'paragraph', 'ordered_list', 'bullet_list']) {
      const blok = new Y.XmlElement(naam);
      fragment.push([blok]);
      if (!naam.endsWith('_list')) {
        blok.push([new Y.XmlText('a'), new Y.XmlElement('vermelding'), new Y.XmlElement('hard_break')]);
        continue;
      }
      const punt = new Y.XmlElement('list_item');
      blok.push([punt]);
      punt.push([new Y.XmlElement('heading'), new Y.XmlElement('bullet_list')]);
      const binnen = punt.get(1);
      if (!(binnen instanceof Y.XmlElement)) throw new Error('made just now');
      const kind = new Y.XmlElement('list_item');
      binnen.push([kind]);
      kind.push([new Y.XmlElement('paragraph')]);
    }
    const voor = fragment.toString();
    const wie = new Schrijver(server);
    expect(wie.fragment.toString()).toBe(voor);
    expect(server.uitkomsten).toEqual([]);
  });
});

const HANDELINGEN: readonly Command[] = [
  ...Object.entries(OPDRACHTEN).flatMap(([naam, opdracht]) =>
    naam === 'terug' || naam === 'opnieuw' ? [] : [opdracht],
  ),
  enter,
  enter,
  kop(2),
  kop(3),
  noem,
  zetIn(hard_break, null),
  sinkListItem(list_item),
  liftListItem(list_item),
  baseKeymap.Backspace ?? (() => false),
  baseKeymap.Delete ?? (() => false),
];

function handel(wie: Schrijver, toeval: Toeval): void {
  const kans = toeval.deel();
  const plaats = () => toeval.onder(wie.state.doc.content.size + 1);
  if (kans < 0.25) {
    const van = plaats();
    wie.doe(kies(van, kans < 0.18 ? van : plaats()));
  } else if (kans < 0.6) wie.typ(toeval.kies(['a', 'zin ', 'é🙂', 'langere tekst. ']));
  else if (kans < 0.66) {
    wie.undo.undo();
    wie.haalOp();
  } else if (kans < 0.69) {
    wie.undo.redo();
    wie.haalOp();
  } else wie.doe(toeval.kies(HANDELINGEN));
}
