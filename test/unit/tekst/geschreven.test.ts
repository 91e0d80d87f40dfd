import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ANKER, vermeldingEmbed } from '../../../shared/tekst/embed.ts';
import { geschrevenBlokken, woordenVan } from '../../../shared/tekst/geschreven.ts';
import { leesBlokken } from '../../../shared/tekst/lezen.ts';
import { voegAchteraan } from '../../../shared/tekst/schrijven.ts';
import { aaneen, leegVeld, willekeurigBlok } from './blokken.ts';

const MOEDER = { soort: 'lid', id: '5a1f7b1e-3c9a-4f5e-9d2b-0c6a8e4d7f10' } as const;

/** A text, and somebody who writes in it under a client id of their own. */
function samen() {
  const tekst = leegVeld();
  const { doc } = tekst;
  if (doc === null) throw new Error('a text without a document');
  const als = (client: number, doe: () => void) => {
    doc.clientID = client;
    doe();
  };
  return { tekst, als };
}

/** What each wrote, in order. */
function wieWat(tekst: Y.Text): [number, string][] {
  return geschrevenBlokken(tekst).flatMap(({ inhoud }) =>
    inhoud.map(({ stuk, client }): [number, string] => [
      client,
      stuk.soort === 'tekst' ? stuk.tekst : stuk.soort,
    ]),
  );
}

describe('NK18: who put what in a text', () => {
  test('follows from under which client id it was put there, also in the midst of another’s words', () => {
    const { tekst, als } = samen();
    als(1, () => tekst.insert(0, 'bel moeder'));
    als(2, () => tekst.insert(3, ' liever'));
    als(3, () => tekst.insertEmbed(3, vermeldingEmbed(MOEDER)));

    expect(wieWat(tekst)).toEqual([
      [1, 'bel'],
      [3, 'vermelding'],
      [2, ' liever'],
      [1, ' moeder'],
    ]);
    expect(woordenVan(tekst)).toEqual([1, 3, 2]);
  });

  test('is of words that stand there: not of what was deleted, of formats, lines, anchors and spaces', () => {
    const { tekst, als } = samen();
    als(1, () => tekst.insert(0, 'blijft'));
    als(2, () => tekst.insert(6, 'weg'));
    als(1, () => tekst.delete(6, 3));
    als(3, () => tekst.format(0, 6, { strong: true }));
    als(4, () => tekst.insertEmbed(6, new Y.Map()));
    als(5, () => tekst.insertEmbed(6, ANKER));
    als(6, () => tekst.insert(tekst.length, ' \n'));

    expect(woordenVan(tekst)).toEqual([1]);
    expect(geschrevenBlokken(tekst)[0]?.inhoud[0]).toEqual({
      client: 1,
      stuk: { soort: 'tekst', tekst: 'blijft', strong: true, em: false },
    });
  });

  test('of any text the same stands in it as every reader reads', () => {
    fc.assert(
      fc.property(
        fc.array(willekeurigBlok, { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (blokken, plekken) => {
          const { tekst, als } = samen();
          als(1, () => voegAchteraan(tekst, blokken));
          for (const [n, plek] of plekken.entries())
            als(2 + n, () => tekst.insert(plek % (tekst.length + 1), 'x', {}));

          const gelezen = geschrevenBlokken(tekst).map((blok) => ({
            ...blok,
            inhoud: blok.inhoud.map(({ stuk }) => stuk),
          }));

          expect(aaneen(gelezen)).toEqual(aaneen(leesBlokken(tekst)));
        },
      ),
    );
  });
});
