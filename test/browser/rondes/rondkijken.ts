import { plekVan } from './scherm.ts';
import type { Ronde, Schrijver } from './tafel.ts';
import { aarzel, LETTERS, typ } from './typen.ts';

/** Clicks behind the last word of the line with this in it, or in the midst of it. */
async function klik({ page }: Schrijver, woorden: string, waar: 'einde' | 'midden'): Promise<void> {
  const { links, rechts, y } = await plekVan(page, woorden);
  await page.mouse.click(waar === 'einde' ? rechts + 20 : (links + rechts) / 2, y);
}

/** One looks around in the text, by mouse and by key, and types here and there, while another types. */
export const RONDKIJKEN: readonly Ronde[] = [
  {
    naam: 'klikken achter een regel terwijl een ander typt',
    // The other's Enter moves no line that is clicked on.
    begin: ['$stu', '%vwx', '#zyz'],
    carets: [[2, -1]],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([
        typ(fatima, 'abc', toeval)
          .then(() => fatima.page.keyboard.press('Enter'))
          .then(() => typ(fatima, 'defgh', toeval)),
        (async () => {
          for (const [deel, regel] of [
            ['ABC', '$'],
            ['DEF', '%'],
            ['GHI', '$'],
          ] as const) {
            await klik(tom, regel, 'einde');
            await typ(tom, deel, toeval);
          }
        })(),
      ]);
      return [
        { wie: 0, tekst: 'abc', waar: /\n#zyzabc\n/ },
        { wie: 0, tekst: 'defgh', waar: /\ndefgh\n/ },
        { wie: 1, tekst: 'ABC', waar: /\n\$stuABCGHI\n/ },
        { wie: 1, tekst: 'DEF', waar: /\n%vwxDEF\n/ },
        { wie: 1, tekst: 'GHI', waar: /\n\$stuABCGHI\n/ },
      ];
    },
  },
  {
    naam: 'klikken midden in een regel waarin een ander typt',
    begin: ['$ttttttttttttssssssssssss', '#zyz'],
    carets: [[0, -1]],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([
        typ(fatima, LETTERS[0], toeval),
        (async () => {
          await klik(tom, '#zyz', 'einde');
          await typ(tom, 'ABCD', toeval);
          await klik(tom, '$t', 'midden');
          await typ(tom, 'EFGH', toeval);
        })(),
      ]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: new RegExp(`s${LETTERS[0]}\n`) },
        { wie: 1, tekst: 'ABCD', waar: /\n#zyzABCD\n/ },
        // Where one clicked, and not where the line ended or began.
        { wie: 1, tekst: 'EFGH', waar: /[ts]EFGH[ts]/ },
      ];
    },
  },
  {
    naam: 'pijlen, Home en End terwijl een ander typt',
    begin: ['#zzz', '$stu', '%vwx'],
    carets: [
      [0, -1],
      [2, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      const { keyboard } = tom.page;
      await Promise.all([
        typ(fatima, LETTERS[0], toeval),
        (async () => {
          await typ(tom, 'AB', toeval);
          await keyboard.press('ArrowUp');
          await keyboard.press('End');
          await typ(tom, 'CD', toeval);
          await keyboard.press('ArrowDown');
          await keyboard.press('Home');
          await typ(tom, 'EF', toeval);
          await keyboard.press('ArrowLeft');
          await keyboard.press('ArrowRight');
          await keyboard.press('End');
          await keyboard.press('Enter');
          await typ(tom, 'GH', toeval);
        })(),
      ]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: new RegExp(`\n#zzz${LETTERS[0]}\n`) },
        { wie: 1, tekst: 'AB', waar: /\nEF%vwxAB\n/ },
        { wie: 1, tekst: 'CD', waar: /\n\$stuCD\n/ },
        { wie: 1, tekst: 'EF', waar: /\nEF%vwxAB\n/ },
        { wie: 1, tekst: 'GH', waar: /\nGH\n/ },
      ];
    },
  },
  {
    naam: 'woord voor woord terug en vooruit in de regel waarin een ander typt',
    begin: ['#s tt uu vv ww'],
    carets: [
      [0, 2],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      const { keyboard } = tom.page;
      await Promise.all([
        aarzel(fatima, toeval).then(() => typ(fatima, LETTERS[0], toeval)),
        (async () => {
          await keyboard.press('Control+ArrowLeft');
          await keyboard.press('Control+ArrowLeft');
          await typ(tom, 'ABCD', toeval);
          await keyboard.press('Control+ArrowRight');
          await keyboard.press('End');
          await typ(tom, 'EFGH', toeval);
        })(),
      ]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: new RegExp(`\n#s${LETTERS[0]} tt`) },
        { wie: 1, tekst: 'ABCD', waar: / uu ABCDvv/ },
        { wie: 1, tekst: 'EFGH', waar: /vv wwEFGH\n/ },
      ];
    },
  },
];
