import { druk } from './structuur.ts';
import type { Ronde, Schrijver, Toeval } from './tafel.ts';
import { aarzel, LETTERS, typ } from './typen.ts';

// What an input method does: a word stands in the text before it is finished, and is made anew at each key.

/** Shows a word that isn't finished. */
async function stelSamen({ cdp }: Schrijver, text: string): Promise<void> {
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** Ends it with this. */
async function rondAf({ cdp }: Schrijver, text: string): Promise<void> {
  await cdp.send('Input.insertText', { text });
}

/** Two words, as in Japanese: sounds first, which become another word when it is chosen. */
async function japans(wie: Schrijver, toeval: Toeval): Promise<void> {
  for (const deel of ['に', 'にほ', 'にほん', '日本']) {
    await stelSamen(wie, deel);
    await aarzelt(wie, toeval);
  }
  await rondAf(wie, '日本');
  await stelSamen(wie, 'ご');
  await aarzelt(wie, toeval);
  await rondAf(wie, '語');
}

/** A dead key: the accent stands there until the letter comes. */
async function metAccent(wie: Schrijver, toeval: Toeval): Promise<void> {
  for (const [dood, letter] of [
    ['´', 'é'],
    ['¨', 'ü'],
  ] as const) {
    await stelSamen(wie, dood);
    await aarzelt(wie, toeval);
    await rondAf(wie, letter);
  }
}

/** A keyboard of a phone: each word is composed letter by letter, and ends with the space behind it. */
async function telefoon(wie: Schrijver, woorden: readonly string[], toeval: Toeval): Promise<void> {
  for (const woord of woorden) {
    for (let n = 1; n <= woord.length; n += 1) {
      await stelSamen(wie, woord.slice(0, n));
      await aarzelt(wie, toeval);
    }
    await rondAf(wie, woord);
    await rondAf(wie, ' ');
  }
}

/** A sentence on such a keyboard; the full stop ends its last word. */
export async function stelTelefoonwoorden(wie: Schrijver, zin: string, toeval: Toeval): Promise<void> {
  for (const [n, woord] of zin.split(' ').entries()) {
    if (n > 0) await rondAf(wie, ' ');
    for (let tot = 1; tot <= woord.length; tot += 1) {
      await stelSamen(wie, woord.slice(0, tot));
      await aarzelt(wie, toeval);
    }
    if (woord !== '') await rondAf(wie, woord);
  }
}

/** A moment between two keys of an input method, of which the page hears no keys. */
async function aarzelt(wie: Schrijver, toeval: Toeval): Promise<void> {
  await wacht(wie, toeval(40));
}

async function wacht({ page }: Schrijver, tijdMs: number): Promise<void> {
  await page.evaluate((ms) => new Promise((klaar) => setTimeout(klaar, ms)), tijdMs);
}

const JAPANS = '日本語XY';
const ACCENT = 'éüXY';
const WOORDEN = 'IJK LMNO PQ XY';

/** Composes in each of three ways, one a round. */
async function stelIets(wie: Schrijver, toeval: Toeval): Promise<string> {
  const hoe = toeval(3);
  if (hoe === 0) await japans(wie, toeval);
  else if (hoe === 1) await metAccent(wie, toeval);
  else await telefoon(wie, ['IJK', 'LMNO', 'PQ'], toeval);
  await typ(wie, 'XY', toeval);
  return [JAPANS, ACCENT, WOORDEN][hoe] ?? '';
}

export const SAMENSTELLEN: readonly Ronde[] = [
  {
    naam: 'een woord samenstellen terwijl een ander in dezelfde regel typt',
    begin: ['#zst', 'uvw'],
    carets: [
      [0, 2],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      const [, tekst] = await Promise.all([typ(fatima, LETTERS[0], toeval, 60), stelIets(tom, toeval)]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: new RegExp(`\n#z${LETTERS[0]}st`) },
        { wie: 1, tekst, waar: new RegExp(`st${tekst}\n`) },
      ];
    },
  },
  {
    naam: 'een woord samenstellen vóór waar een ander typt',
    begin: ['#zst', 'uvw'],
    carets: [
      [0, -1],
      [0, 2],
    ],
    speel: async ([fatima, tom], toeval) => {
      const [, tekst] = await Promise.all([typ(fatima, LETTERS[0], toeval, 60), stelIets(tom, toeval)]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: new RegExp(`st${LETTERS[0]}\n`) },
        { wie: 1, tekst, waar: new RegExp(`\n#z${tekst}st`) },
      ];
    },
  },
  {
    naam: 'een woord samenstellen precies waar een ander typt',
    begin: ['#zst', 'uvw'],
    carets: [
      [0, -1],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      const [, tekst] = await Promise.all([typ(fatima, LETTERS[0], toeval, 60), stelIets(tom, toeval)]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: /\n#zst.*\n/ },
        { wie: 1, tekst, waar: /\n#zst.*\n/ },
      ];
    },
  },
  {
    naam: 'een woord samenstellen terwijl een ander elders typt',
    begin: ['#zst', 'uvw'],
    carets: [
      [1, -1],
      [0, -1],
      [1, 0],
    ],
    speel: async ([fatima, tom, sanne], toeval) => {
      const [, tekst] = await Promise.all([
        typ(fatima, LETTERS[0], toeval, 60),
        stelIets(tom, toeval),
        aarzel(sanne, toeval, 200)
          .then(() => sanne.page.keyboard.press('Enter'))
          .then(() => typ(sanne, LETTERS[2], toeval)),
      ]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: new RegExp(`uvw${LETTERS[0]}\n`) },
        { wie: 1, tekst, waar: new RegExp(`\n#zst${tekst}\n`) },
        { wie: 2, tekst: LETTERS[2], waar: new RegExp(`\n${LETTERS[2]}uvw`) },
      ];
    },
  },
  {
    naam: 'woorden samenstellen op een telefoon terwijl een ander eronder en erboven regels maakt en weghaalt',
    begin: ['pppp', '#zst', 'uvw', 'xxxx'],
    carets: [
      [2, -1],
      [1, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      const { keyboard } = fatima.page;
      const regelErbijEnWeg = async (): Promise<void> => {
        for (const toets of ['Enter', 'Backspace']) {
          await aarzel(fatima, toeval, 120);
          await keyboard.press(toets);
        }
      };
      let isKlaar = false;
      // Below first: on the screen of who composes, what was split and joined there is drawn as it was, but another node.
      await regelErbijEnWeg();
      for (const toets of ['Control+Home', 'End']) await keyboard.press(toets);
      await Promise.all([
        (async () => {
          while (!isKlaar) await regelErbijEnWeg();
        })(),
        (async () => {
          await stelTelefoonwoorden(tom, 'IJKL MNOP ABCD EFGH', toeval);
          await typ(tom, 'XY', toeval);
          isKlaar = true;
        })(),
      ]);
      const tekst = 'IJKL MNOP ABCD EFGHXY';
      return [{ wie: 1, tekst, waar: new RegExp(`\\n#zst${tekst}\\n`) }];
    },
  },
  {
    naam: 'een woord na het andere samenstellen terwijl de cursor van een ander door de regel loopt',
    begin: ['#zst', 'uvw'],
    carets: [
      [0, -1],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      const woorden = ['日本', '語', '東京', '大阪', '京都'];
      let isKlaar = false;
      await Promise.all([
        (async () => {
          while (!isKlaar) {
            const toets = ['ArrowLeft', 'ArrowRight', 'Home', 'End'][toeval(4)] ?? 'End';
            await fatima.page.keyboard.press(toets, { delay: toeval(10) });
          }
        })(),
        (async () => {
          for (const woord of woorden) {
            await stelSamen(tom, 'に');
            await aarzelt(tom, toeval);
            await stelSamen(tom, 'にほ');
            await aarzelt(tom, toeval);
            await rondAf(tom, woord);
          }
          await typ(tom, 'XY', toeval);
          isKlaar = true;
        })(),
      ]);
      const tekst = `${woorden.join('')}XY`;
      return [{ wie: 1, tekst, waar: new RegExp(`\n#zst${tekst}\n`) }];
    },
  },
  {
    naam: 'een woord samenstellen in een lege tekst waarin een ander begint',
    begin: [],
    carets: [
      [0, 0],
      [0, 0],
    ],
    speel: async ([fatima, tom], toeval) => {
      const [, tekst] = await Promise.all([typ(fatima, LETTERS[0], toeval, 60), stelIets(tom, toeval)]);
      return [
        { wie: 0, tekst: LETTERS[0], waar: /^\n.*\n$/ },
        { wie: 1, tekst, waar: /^\n.*\n$/ },
      ];
    },
  },
  {
    naam: 'een woord samenstellen in een regel die een ander verbouwt',
    begin: ['- yyyy', '- #stuv', '- $www'],
    carets: [
      [1, 0],
      [1, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      const { keyboard } = fatima.page;
      const werk = [
        () => druk(fatima, 'Kopje'),
        () => druk(fatima, 'Nummers'),
        () => keyboard.press('Control+]'),
        async () => {
          for (const toets of ['Home', 'ArrowRight', 'Enter']) await keyboard.press(toets);
        },
        async () => {
          for (const toets of ['Home', 'Backspace']) await keyboard.press(toets);
        },
      ];
      const [tekst] = await Promise.all([
        stelIets(tom, toeval),
        (async () => {
          for (let n = 0; n < 3; n += 1) {
            await aarzel(fatima, toeval, 80);
            await werk[toeval(werk.length)]?.();
          }
        })(),
      ]);
      return [{ wie: 1, tekst, waar: new RegExp(`v${tekst}\n`) }];
    },
  },
  {
    naam: 'woord na woord op een telefoon, seconden lang, terwijl een ander in dezelfde regel typt',
    duurtLang: true,
    begin: ['#zst', 'uvw'],
    carets: [
      [0, 2],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      let isKlaar = false;
      let vanFatima = '';
      const woorden = ['IJK', 'LMN', 'OPQ', 'RST', 'UVW', 'XYZ', 'ABC', 'DEF', 'GH', '01'];
      await Promise.all([
        (async () => {
          while (!isKlaar) {
            await typ(fatima, 'a', toeval, 100);
            vanFatima += 'a';
          }
        })(),
        (async () => {
          await stelSamen(tom, 'I');
          for (const [n, woord] of woorden.entries()) {
            await wacht(tom, 700);
            await stelSamen(tom, woord);
            // The next word begins before anybody was told that this one has ended.
            const volgend = woorden[n + 1];
            await Promise.all([
              rondAf(tom, woord),
              rondAf(tom, ' '),
              volgend === undefined ? null : stelSamen(tom, volgend.slice(0, 1)),
            ]);
          }
          isKlaar = true;
        })(),
      ]);
      return [
        { wie: 0, tekst: vanFatima, waar: /\n#za+st/ },
        { wie: 1, tekst: `${woorden.join(' ')} `, waar: new RegExp(`st${woorden.join(' ')} \n`) },
      ];
    },
  },
  {
    naam: 'een woord op een telefoon dat open blijft staan, terwijl een ander ervoor typt en op Enter drukt',
    duurtLang: true,
    begin: ['#zst uvw'],
    carets: [
      [0, 4],
      [0, -1],
    ],
    speel: async ([fatima, tom], toeval) => {
      for (const deel of ['I', 'IJ', 'IJK']) await stelSamen(tom, deel);
      await typ(fatima, 'abcd', toeval);
      await fatima.page.keyboard.press('Enter');
      await typ(fatima, 'efgh', toeval);
      // After some seconds what others did is shown, which ends the composition: a keyboard then begins another.
      await tom.vlak.getByText('efgh').waitFor();
      await stelSamen(tom, 'L');
      await rondAf(tom, 'L');
      await rondAf(tom, ' ');
      return [
        { wie: 0, tekst: 'abcd', waar: /\n#zstabcd\n/ },
        { wie: 0, tekst: 'efgh', waar: /\nefgh uvw/ },
        { wie: 1, tekst: 'IJKL ', waar: /uvwIJKL \n/ },
      ];
    },
  },
];
