import type { Ronde, Schrijver, Toeval } from './tafel.ts';
import { aarzel, LETTERS, typ } from './typen.ts';

const LANG = `${LETTERS[1]}IJKL`;

/** Presses a button of the toolbar. */
export async function druk({ page }: Schrijver, knop: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: knop, exact: true }).click();
}

/** In another order each time. */
function geschud<T>(rij: readonly T[], toeval: Toeval): T[] {
  return rij
    .map((een) => ({ een, plaats: toeval(1_000) }))
    .sort((a, b) => a.plaats - b.plaats)
    .map(({ een }) => een);
}

/** What one can do to the line in which one stands, with the keys and buttons for it. */
const VERBOUWINGEN: readonly (readonly string[])[] = [
  ['knop Kopje'],
  ['knop Opsomming', 'Control+]'],
  ['knop Nummers', 'Control+]', 'Control+['],
  ['Home', 'ArrowRight', 'ArrowRight', 'Enter'],
  ['Home', 'Backspace'],
  ['Home', 'Backspace'],
];

async function verbouw(wie: Schrijver, toeval: Toeval): Promise<void> {
  for (const toetsen of geschud(VERBOUWINGEN, toeval).slice(0, 4)) {
    await aarzel(wie, toeval, 40);
    wie.deed.push(toetsen.join(' '));
    for (const toets of toetsen) {
      if (toets.startsWith('knop ')) await druk(wie, toets.slice('knop '.length));
      else await wie.page.keyboard.press(toets);
    }
  }
}

/** Somebody types while another changes the block that they type in. */
export const STRUCTUUR: readonly Ronde[] = [
  {
    naam: 'kopje, lijst, splitsen, samenvoegen en inspringen onder iemand die typt',
    begin: ['- yyyy', '- #stuv', '- $wxw'],
    carets: [
      [1, 0],
      [1, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([verbouw(fatima, toeval), typ(tom, LANG, toeval, 40)]);
      return [{ wie: 1, tekst: LANG, waar: new RegExp(`v${LANG}\n`) }];
    },
  },
  {
    naam: 'Tab in een lijst onder iemand die typt',
    begin: ['- yyyy', '- #stuv'],
    carets: [
      [1, 0],
      [1, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([
        (async () => {
          for (const toets of [
            'Tab',
            'Shift+Tab',
            'Tab',
            'Shift+Tab',
            'Shift+Tab',
            'Backspace',
            'Backspace',
          ]) {
            // The last of them lead out of the list: there Tab leaves the text.
            if (toets !== 'Shift+Tab' || (await fatima.vlak.locator('[data-diepte="1"]').count()) > 0) {
              await fatima.page.keyboard.press(toets, { delay: toeval(20) });
            }
          }
        })(),
        typ(tom, LANG, toeval, 40),
      ]);
      return [{ wie: 1, tekst: LANG, waar: new RegExp(`v${LANG}\n`) }];
    },
  },
  {
    naam: 'twee drukken Opsomming op één regel, een derde typt erin',
    begin: ['#stuv'],
    carets: [
      [0, 1],
      [0, 2],
      [0, -1],
    ],
    speel: async ([fatima, tom, sanne], toeval) => {
      await Promise.all([druk(fatima, 'Opsomming'), druk(tom, 'Opsomming'), typ(sanne, LETTERS[2], toeval)]);
      return [{ wie: 2, tekst: LETTERS[2], waar: new RegExp(`^\n#stuv${LETTERS[2]}\n$`) }];
    },
  },
  {
    naam: 'Enter van een ander vóór waar ik typ',
    begin: ['#stuvwxyzstuvwxyz$'],
    carets: [
      [0, 4],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([
        aarzel(fatima, toeval)
          .then(() => fatima.page.keyboard.press('Enter'))
          .then(() => typ(fatima, 'abcd', toeval)),
        typ(tom, LETTERS[1], toeval),
      ]);
      return [
        { wie: 0, tekst: 'abcd', waar: /\n#stu\nabcdvwx/ },
        { wie: 1, tekst: LETTERS[1], waar: new RegExp(`yz\\$${LETTERS[1]}\n`) },
      ];
    },
  },
  {
    naam: 'Enter van een ander precies waar ik typ',
    begin: ['#stu$vw'],
    carets: [
      [0, 4],
      [0, 4],
    ],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([
        aarzel(fatima, toeval)
          .then(() => fatima.page.keyboard.press('Enter'))
          .then(() => typ(fatima, 'abcd', toeval)),
        typ(tom, LETTERS[1], toeval),
      ]);
      return [
        { wie: 0, tekst: 'abcd', waar: new RegExp(`\nabcd(${LETTERS[1]})?\\$vw\n`) },
        // Behind what it was typed behind, or before what it was typed before: which of both two clients can't know.
        { wie: 1, tekst: LETTERS[1], waar: new RegExp(`u${LETTERS[1]}\n|${LETTERS[1]}\\$`) },
      ];
    },
  },
  {
    naam: 'Enter van een ander boven de regel waarin ik typ',
    begin: ['$zz', '#stuv'],
    carets: [
      [0, -1],
      [1, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([
        (async () => {
          for (const deel of ['ab', 'cd', 'ef']) {
            await fatima.page.keyboard.press('Enter', { delay: toeval(20) });
            await typ(fatima, deel, toeval);
          }
        })(),
        typ(tom, LANG, toeval),
      ]);
      return [
        { wie: 0, tekst: 'ab', waar: /\nab\n/ },
        { wie: 0, tekst: 'cd', waar: /\ncd\n/ },
        { wie: 0, tekst: 'ef', waar: /\n\$zz\nab\ncd\nef\n#/ },
        { wie: 1, tekst: LANG, waar: new RegExp(`\n#stuv${LANG}\n`) },
      ];
    },
  },
  {
    naam: 'een Kopje dat wordt teruggenomen laat de caret staan',
    begin: ['$zzz', '#stuv', '%www'],
    carets: [
      [2, -1],
      [1, 3],
    ],
    speel: async ([ander, wie], toeval) => {
      await Promise.all([
        (async () => {
          await druk(wie, 'Kopje');
          await wie.page.keyboard.press('Control+z');
          await typ(wie, 'abcd', toeval);
          await druk(wie, 'Kopje');
          await wie.page.keyboard.press('Control+z');
          await wie.page.keyboard.press('Control+y');
          await typ(wie, 'efgh', toeval);
        })(),
        typ(ander, LANG, toeval, 40),
      ]);
      return [
        { wie: 1, tekst: 'abcdefgh', waar: /\n#stabcdefghuv\n/ },
        { wie: 0, tekst: LANG, waar: new RegExp(`\n%www${LANG}\n`) },
      ];
    },
  },
];
