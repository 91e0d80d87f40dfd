import { Slice } from 'prosemirror-model';
import { AllSelection, type Command, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { documentVan } from '../../../../client/editor/koppeling/naar-document.ts';
import {
  nieuwBlok,
  nieuweRegel,
  OPDRACHTEN,
  springIn,
  terugVanBegin,
  vooruitVanEinde,
} from '../../../../client/editor/opdrachten.ts';
import { schema } from '../../../../client/editor/schema.ts';
import { type Blok, KALE_ALINEA } from '../../../../shared/tekst/blok.ts';
import { leesBlokken } from '../../../../shared/tekst/lezen.ts';
import { Toeval } from '../../poort/gesprek.ts';
import { Schrijver, Server } from './schrijft.ts';

const { vermelding } = schema.nodes;
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
const wisKeuze: Command = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection());
  return true;
};
const noem: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(vermelding.create({ soort: 'deelnemer', id: UUID })));
  return true;
};
const kop =
  (niveau: number): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.depth > 0)
      dispatch?.(state.tr.setNodeMarkup($from.before(1), null, { ...KALE_ALINEA, soort: 'kop', niveau }));
    return true;
  };

const zin = (tekst: string, merken: { strong?: boolean; em?: boolean } = {}): Blok['inhoud'][number] => ({
  soort: 'tekst',
  tekst,
  strong: merken.strong ?? false,
  em: merken.em ?? false,
});
const blok = (inhoud: Blok['inhoud'], sleutels: Partial<Blok> = {}): Blok => ({
  ...KALE_ALINEA,
  ...sleutels,
  inhoud,
});

/** What each construct is in the text, after the commands that make it. */
const CONSTRUCTEN: readonly [naam: string, maak: (wie: Schrijver) => void, blokken: Blok[]][] = [
  ['a paragraph', (wie) => wie.typ('zin'), [blok([zin('zin')])]],
  ...[1, 2, 3].map((niveau): (typeof CONSTRUCTEN)[number] => [
    `a heading of level ${niveau}`,
    (wie) => {
      wie.typ('zin');
      wie.doe(kop(niveau));
    },
    [blok([zin('zin')], { soort: 'kop', niveau })],
  ]),
  [
    'a list with a list in it',
    (wie) => {
      wie.typ('een');
      wie.doe(OPDRACHTEN.opsomming);
      wie.doe(nieuwBlok);
      wie.typ('twee');
      wie.doe(springIn(1));
    },
    [blok([zin('een')], { soort: 'punt' }), blok([zin('twee')], { soort: 'punt', diepte: 1 })],
  ],
  [
    'a numbered list that begins at 3',
    (wie) => {
      wie.typ('een');
      wie.doe(OPDRACHTEN.nummers);
      wie.doe((state, dispatch) => {
        dispatch?.(state.tr.setNodeAttribute(0, 'begin', 3));
        return true;
      });
      wie.doe(nieuwBlok);
      wie.typ('twee');
    },
    [blok([zin('een')], { soort: 'nummer', begin: 3 }), blok([zin('twee')], { soort: 'nummer' })],
  ],
  [
    'a line break',
    (wie) => {
      wie.typ('een');
      wie.doe(nieuweRegel);
      wie.typ('twee');
    },
    [blok([zin('een'), { soort: 'breuk', strong: false, em: false }, zin('twee')])],
  ],
  [
    'a mention',
    (wie) => {
      wie.typ('met ');
      wie.doe(noem);
    },
    [
      blok([
        zin('met '),
        { soort: 'vermelding', wie: { soort: 'deelnemer', id: UUID }, strong: false, em: false },
      ]),
    ],
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
    [blok([zin('a', { strong: true }), zin('b', { strong: true, em: true }), zin('c', { em: true })])],
  ],
];

describe('SY4: everything that the editor writes passes the gate', () => {
  test.each(CONSTRUCTEN)('SY4: %s', (_naam, maak, blokken) => {
    const server = new Server();
    const wie = new Schrijver(server);
    maak(wie);
    expect(new Set(server.uitkomsten.map(({ soort }) => soort))).toEqual(new Set(['toegelaten']));
    expect(leesBlokken(server.tekst)).toEqual(blokken);
    expect(wie.state.doc.eq(documentVan(server.tekst))).toBe(true);
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
    for (const terug of [OPDRACHTEN.terug, OPDRACHTEN.terug, OPDRACHTEN.opnieuw]) wie.doe(terug);
    expect(server.uitkomsten.length).toBeGreaterThan(8);
    expect(new Set(server.uitkomsten.map(({ soort }) => soort))).toEqual(new Set(['toegelaten']));
    expect(wie.state.doc.eq(documentVan(server.tekst))).toBe(true);
  });

  test.each([1, 2, 3, 4, 5, 6])('SY4: three people who do anything at all, run %i', (zaad) => {
    const toeval = new Toeval(zaad);
    const server = new Server();
    const mensen = [new Schrijver(server), new Schrijver(server), new Schrijver(server)];
    for (let beurt = 0; beurt < 150; beurt += 1) {
      const wie = toeval.kies(mensen);
      // Everyone is up to date before they write: what arrives meanwhile is for the tests of the binding and the line.
      wie.haalOp();
      for (let n = 0; n < 4; n += 1) handel(wie, toeval);
      expect(wie.state.doc.eq(documentVan(wie.tekst))).toBe(true);
    }
    const geweigerd = server.uitkomsten.filter(
      ({ soort }) => soort !== 'toegelaten' && soort !== 'niets_nieuws',
    );
    expect(geweigerd).toEqual([]);
    expect(server.uitkomsten.length).toBeGreaterThan(200);
  });
});

describe('SY4: the schema is what the gate takes', () => {
  test('marks are called what they are stored as, and exclude themselves', () => {
    expect(Object.keys(schema.marks)).toEqual(['strong', 'em']);
    expect([strong, em].every((merk) => merk.excludes(merk))).toBe(true);
  });

  test('TX4: a caret stands in text: no node can be selected as a whole', () => {
    const kiesbaar = Object.values(schema.nodes).filter(
      (soort) => !soort.isText && soort !== schema.topNodeType && soort.spec.selectable !== false,
    );
    expect(kiesbaar).toEqual([]);
  });

  test('opening a text writes nothing, whatever stands in it', () => {
    const server = new Server();
    const { tekst } = server;
    tekst.insert(0, 'a\nb');
    tekst.insertEmbed(1, { onbekend: true });
    tekst.insertEmbed(0, { eind: 1 });
    const voor = JSON.stringify(tekst.toDelta());
    const wie = new Schrijver(server);
    expect(JSON.stringify(wie.tekst.toDelta())).toBe(voor);
    expect(server.uitkomsten).toEqual([]);
  });
});

const HANDELINGEN: readonly Command[] = [
  OPDRACHTEN.vet,
  OPDRACHTEN.cursief,
  OPDRACHTEN.kopje,
  OPDRACHTEN.opsomming,
  OPDRACHTEN.nummers,
  OPDRACHTEN.terug,
  OPDRACHTEN.opnieuw,
  nieuwBlok,
  nieuwBlok,
  nieuwBlok,
  kop(2),
  kop(3),
  noem,
  nieuweRegel,
  springIn(1),
  springIn(-1),
  terugVanBegin,
  vooruitVanEinde,
  wisKeuze,
];

function handel(wie: Schrijver, toeval: Toeval): void {
  const kans = toeval.deel();
  // A browser puts no caret in the midst of a character.
  const plaats = () => {
    const plek = toeval.onder(wie.state.doc.content.size + 1);
    const { nodeBefore } = wie.state.doc.resolve(plek);
    return /[\ud800-\udbff]$/.test(nodeBefore?.text ?? '') ? plek + 1 : plek;
  };
  if (kans < 0.25) {
    const van = plaats();
    wie.doe(kies(van, kans < 0.18 ? van : plaats()));
  } else if (kans < 0.6) wie.typ(toeval.kies(['a', 'zin ', 'é🙂', 'langere tekst. ']));
  else wie.doe(toeval.kies(HANDELINGEN));
}
