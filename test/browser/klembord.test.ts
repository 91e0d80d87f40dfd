import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Blok, KALE_ALINEA, type Stuk } from '../../shared/tekst/blok.ts';
import { nummering } from '../../shared/tekst/nummering.ts';
import { alsRegels } from '../../shared/tekst/platte-tekst.ts';
import { openPlakpagina, type Plakpagina, regel } from './plakken/plakpagina.ts';

const MOEDER = '11111111-1111-4111-8111-111111111111';
const VERBORGEN_LID = '22222222-2222-4222-8222-222222222222';

let pagina: Plakpagina;

beforeAll(async () => {
  pagina = await openPlakpagina();
});

afterEach(async () => {
  await pagina.eisStil();
});

afterAll(async () => {
  await pagina.sluit();
});

describe('TX4: what goes out', () => {
  const LIJST: Blok[] = [
    regel('Afspraken'),
    { ...regel('een'), soort: 'nummer' },
    { ...regel('twee'), soort: 'nummer' },
    { ...regel('drie'), soort: 'nummer' },
    { ...regel('onder'), soort: 'punt', diepte: 1 },
    { ...regel('erbij'), diepte: 1 },
    { ...regel('vier'), soort: 'nummer' },
    { ...regel('Slot'), soort: 'kop', niveau: 2 },
  ];

  test('lists are nested, with the numbers that they show, and headings headings', async () => {
    await pagina.zet(LIJST);
    await pagina.doe((proef) => proef.selecteer(proef.beginVan(3), proef.beginVan(-1) + 4), null);

    const { html, tekst } = await pagina.kopieer();

    expect(kaal(html)).toBe(
      '<ol start="3"><li>drie<ul><li>onder</li></ul><p>erbij</p></li><li>vier</li></ol><h2>Slot</h2>',
    );
    expect(tekst).toBe('3. drie\n  - onder\n  erbij\n4. vier\nSlot');
  });

  test('the other half of an item has no number; the items behind it have', async () => {
    await pagina.zet(LIJST);
    await pagina.doe((proef) => proef.selecteer(proef.beginVan(1) + 1, proef.beginVan(2) + 2), null);

    const { html, tekst } = await pagina.kopieer();

    expect(kaal(html)).toBe('<ol><li>en</li><li>tw</li></ol>');
    expect(tekst).toBe('en\n2. tw');
  });

  test('words out of a line are words', async () => {
    await pagina.zet(LIJST);
    await pagina.doe((proef) => proef.selecteer(proef.beginVan(2), proef.beginVan(2) + 3), null);

    const { html, tekst } = await pagina.kopieer();

    expect(kaal(html)).toBe('<p>twe</p>');
    expect(tekst).toBe('twe');
  });

  test('formatting, breaks, who is mentioned by the name that this person may know, and empty lines', async () => {
    const opmaak = { strong: false, em: false };
    await pagina.zet([
      {
        ...KALE_ALINEA,
        inhoud: [
          { soort: 'tekst', tekst: 'vet', strong: true, em: true },
          { soort: 'breuk', ...opmaak },
          { soort: 'vermelding', wie: { soort: 'lid', id: MOEDER }, ...opmaak },
          { soort: 'vermelding', wie: { soort: 'deelnemer', id: VERBORGEN_LID }, ...opmaak },
        ],
      },
      regel(''),
      { ...regel('diep'), soort: 'punt', diepte: 2 },
    ]);
    await pagina.doe((proef) => proef.selecteerAlles(), null);

    const { html, tekst } = await pagina.kopieer();

    expect(kaal(html)).toBe(
      `<p><strong><em>vet</em></strong><br><span data-soort="lid" data-id="${MOEDER}">moeder</span>` +
        `<span data-soort="deelnemer" data-id="${VERBORGEN_LID}">iemand</span></p><p><br></p><ul><ul><ul><li>diep</li></ul></ul></ul>`,
    );
    expect(tekst).toBe('vet\nmoederiemand\n\n    - diep');
  });

  test('by the keys, through the clipboard of the machine', async () => {
    await pagina.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await pagina.zet(LIJST);
    const { keyboard } = pagina.page;
    await pagina.page.locator('.ProseMirror').focus();
    await pagina.doe((proef) => proef.selecteer(proef.beginVan(2), proef.beginVan(-1) + 4), null);
    await keyboard.press('Control+x');
    await expect.poll(() => pagina.regels()).toEqual(['alinea Afspraken', 'nummer een', 'nummer']);
    await pagina.zet([regel('')]);

    await keyboard.press('Control+v');

    await expect
      .poll(() => pagina.regels())
      .toEqual(['nummer twee', 'nummer drie', 'punt>1 onder', 'alinea>1 erbij', 'nummer vier', 'kop2 Slot']);
  });

  test('every text that is copied and pasted is the same text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(blokken(), { minLength: 1, maxLength: 8 }), async (tekst) => {
        const { voor, na, meldingen } = await pagina.doe((proef, wat) => proef.heenEnTerug(wat), tekst);
        expect(na).toEqual(voor);
        expect(meldingen).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('every piece of a text that is copied and pasted in an empty line is the same piece', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(blokken(), { minLength: 1, maxLength: 6 }),
        fc.nat(200),
        fc.nat(200),
        async (...van) => {
          const { voor, na } = await pagina.doe(
            (proef, [tekst, een, ander]) => proef.heenEnTerug(tekst, [een, ander]),
            van,
          );
          expect(na).toEqual(voor);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('every item that is copied has the number that it shows, in plain text and in HTML', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(blokken(), { minLength: 2, maxLength: 10 }),
        fc.nat(20),
        fc.nat(20),
        async (tekst, een, ander) => {
          const [van, tot] = [een % tekst.length, ander % tekst.length].sort((a, b) => a - b) as [
            number,
            number,
          ]; // two were sorted
          if (van === tot) return;
          const uit = await pagina.doe(
            (proef, [wat, a, b]) => {
              proef.zet(wat);
              proef.selecteerBlokken(a, b);
              const { html, tekst } = proef.kopieer();
              return { tekst, nummers: proef.nummersIn(html) };
            },
            [tekst, van, tot] as const,
          );
          const regelsVan = (n: number) => alsRegels(tekst.slice(0, n), () => 'iemand').length;
          const heel = alsRegels(tekst, (wie) => (wie?.id === MOEDER ? 'moeder' : 'iemand'));
          expect(uit.tekst).toBe(heel.slice(regelsVan(van), regelsVan(tot + 1)).join('\n'));
          const nummers = nummering(tekst)
            .slice(van, tot + 1)
            .flatMap((plaats) => (plaats?.nummer == null ? [] : [plaats.nummer]));
          expect(uit.nummers).toEqual(nummers);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Any block that a text can hold. */
function blokken(): fc.Arbitrary<Blok> {
  const opmaak = { strong: fc.boolean(), em: fc.boolean() };
  const stuk: fc.Arbitrary<Stuk> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ soort: fc.constant('tekst' as const), tekst: letters(), ...opmaak }),
    },
    fc.record({ soort: fc.constant('breuk' as const), ...opmaak }),
    fc.record({
      soort: fc.constant('vermelding' as const),
      wie: fc.constant({ soort: 'lid' as const, id: MOEDER }),
      ...opmaak,
    }),
  );
  return fc.record({
    soort: fc.constantFrom('alinea', 'kop', 'punt', 'nummer', 'nummer'),
    niveau: fc.integer({ min: 1, max: 3 }),
    diepte: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 8 })),
    begin: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.integer({ min: 0, max: 999_999 })),
    inhoud: fc.array(stuk, { maxLength: 4 }),
  });
}

function letters(): fc.Arbitrary<string> {
  const teken = fc.constantFrom(
    'a',
    'b',
    ' ',
    '  ',
    '\u00a0',
    '<s>',
    '&amp;',
    '- ',
    '1. ',
    '€',
    '😀',
    '"',
    '\t',
  );
  return fc.array(teken, { minLength: 1, maxLength: 5 }).map((tekens) => tekens.join(''));
}

/** HTML as other programs see it, without what only this editor reads. */
function kaal(html: string): string {
  return html.replace(/ data-(?:blok|diepte|niveau|begin|pm-slice)="[^"]*"/g, '');
}
