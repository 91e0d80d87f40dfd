import type { Page } from 'playwright-core';
import type { Ronde, Schrijver, Schrijvers, Toeval } from './tafel.ts';

/** What each types, no letter twice. */
export const LETTERS = ['abcdefgh', 'ABCDEFGH', 'klmnopqr'] as const;

/** Types as somebody who is used to it: a key held for up to so many ms, the next one at once. */
export async function typ({ page }: { page: Page }, tekst: string, toeval: Toeval, ms = 24): Promise<void> {
  for (const teken of tekst) await page.keyboard.press(teken, { delay: toeval(ms) });
}

/** Everybody does this at the same time. @param doe what one does, with their letters */
export async function allen(
  schrijvers: Schrijvers,
  doe: (wie: Schrijver, letters: string, n: number) => Promise<void>,
): Promise<void> {
  await Promise.all(schrijvers.map((een, n) => doe(een, LETTERS[n] ?? '', n)));
}

/** A pause of up to so many ms, with a key that does nothing in a text. */
export async function aarzel({ page }: { page: Page }, toeval: Toeval, ms = 60): Promise<void> {
  await page.keyboard.press('Control', { delay: toeval(ms) });
}

const eigenRegel = (tekst: string): RegExp => new RegExp(`\n${tekst}\n`);

/** Everybody types at the same time, in one place or in another. */
export const TYPEN: readonly Ronde[] = [
  {
    naam: 'allen op Enter aan het einde, en typen',
    begin: ['#zuvw'],
    carets: [
      [0, -1],
      [0, -1],
      [0, -1],
    ],
    speel: async (schrijvers, toeval) => {
      await allen(schrijvers, async (een, letters) => {
        await een.page.keyboard.press('Enter');
        await typ(een, letters, toeval);
      });
      return LETTERS.map((tekst, wie) => ({ wie, tekst, waar: eigenRegel(tekst) }));
    },
  },
  {
    naam: 'Enter en typen aan het einde van dezelfde regel',
    begin: ['#zuvw'],
    carets: [
      [0, -1],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      await Promise.all([
        aarzel(fatima, toeval)
          .then(() => fatima.page.keyboard.press('Enter'))
          .then(() => typ(fatima, LETTERS[0], toeval)),
        typ(tom, LETTERS[1], toeval),
      ]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: eigenRegel(LETTERS[0]) },
        { wie: 1, tekst: LETTERS[1], waar: new RegExp(`\n#zuvw${LETTERS[1]}\n`) },
      ];
    },
  },
  {
    naam: 'allen typen op één plek',
    begin: ['#zuvw'],
    carets: [
      [0, -1],
      [0, -1],
      [0, -1],
    ],
    speel: async (schrijvers, toeval) => {
      await allen(schrijvers, (een, letters) => typ(een, letters, toeval));
      return LETTERS.map((tekst, wie) => ({ wie, tekst, waar: new RegExp(`\n#zuvw.*${tekst}.*\n`) }));
    },
  },
  {
    naam: 'op drie plaatsen in één regel',
    begin: ['#stu vwxy zsz$'],
    carets: [
      [0, 4],
      [0, 9],
      [0, -1],
    ],
    speel: async (schrijvers, toeval) => {
      await allen(schrijvers, (een, letters) => typ(een, letters, toeval));
      const achter = ['#stu', ' vwxy', ' zsz\\$'];
      return LETTERS.map((tekst, wie) => ({ wie, tekst, waar: new RegExp(`${achter[wie]}${tekst}`) }));
    },
  },
  {
    naam: 'allen beginnen in een lege tekst',
    begin: [],
    carets: [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    speel: async (schrijvers, toeval) => {
      await allen(schrijvers, (een, letters) => typ(een, letters, toeval));
      return LETTERS.map((tekst, wie) => ({ wie, tekst, waar: new RegExp(`^\n.*${tekst}.*\n$`) }));
    },
  },
  {
    naam: 'wissen en overtypen waar een ander typt',
    begin: ['#stuvw'],
    carets: [
      [0, 3],
      [0, 3],
      [0, -1],
    ],
    speel: async ([fatima, tom, sanne], toeval) => {
      const druk = async (toets: string, keren: number): Promise<void> => {
        for (let keer = 0; keer < keren; keer += 1)
          await fatima.page.keyboard.press(toets, { delay: toeval(20) });
      };
      const [, vanTom, vanSanne] = LETTERS;
      await Promise.all([
        (async () => {
          await typ(fatima, 'abc', toeval);
          // Her first letter stays: who wiped all of their own stands behind another's, and rightly stays there.
          await druk('Backspace', 2);
          await typ(fatima, 'def', toeval);
          await druk('Shift+ArrowLeft', 3);
          await typ(fatima, 'gh', toeval);
        })(),
        typ(tom, vanTom, toeval, 60),
        typ(sanne, vanSanne, toeval, 60),
      ]);
      return [
        { wie: 0, tekst: 'agh', waar: new RegExp(`\n#st(${vanTom})?agh(${vanTom})?uvw`) },
        { wie: 1, tekst: vanTom, waar: new RegExp(`\n#st(agh)?${vanTom}(agh)?uvw`) },
        { wie: 2, tekst: vanSanne, waar: new RegExp(`uvw${vanSanne}\n`) },
      ];
    },
  },
  {
    naam: 'terugnemen en terugzetten precies waar een ander typt',
    begin: ['#stuvw'],
    carets: [
      [0, 3],
      [0, 3],
      [0, -1],
    ],
    speel: async ([fatima, tom, sanne], toeval) => {
      const [, vanTom, vanSanne] = LETTERS;
      const druk = async (toets: string): Promise<void> => {
        await fatima.page.keyboard.press(toets, { delay: toeval(20) });
      };
      await Promise.all([
        (async () => {
          // In pieces: what is corrected on the way isn't one thing to Yjs.
          await typ(fatima, 'abx', toeval);
          await druk('Backspace');
          await typ(fatima, 'cdx', toeval);
          await druk('Backspace');
          await typ(fatima, 'ef', toeval);
          for (let keer = 0; keer < 3; keer += 1) {
            // On a machine that is busy it is more than one step.
            for (const toets of ['Control+z', 'Control+z', 'Control+y', 'Control+y']) await druk(toets);
          }
          await typ(fatima, 'gh', toeval);
        })(),
        typ(tom, vanTom, toeval, 120),
        typ(sanne, vanSanne, toeval, 60),
      ]);
      return [
        { wie: 0, tekst: 'abcdefgh', waar: new RegExp(`\n#st(${vanTom})?abcdefgh(${vanTom})?uvw`) },
        { wie: 1, tekst: vanTom, waar: new RegExp(`\n#st(abcdefgh)?${vanTom}(abcdefgh)?uvw`) },
        { wie: 2, tekst: vanSanne, waar: new RegExp(`uvw${vanSanne}\n`) },
      ];
    },
  },
];
