import { smokkel } from '../draad.ts';
import { druk } from './structuur.ts';
import type { Ronde, Schrijver, Toeval } from './tafel.ts';
import { aarzel, typ } from './typen.ts';

/** Where a page fetches its board. */
const BORD = /\/api\/v1\/casussen\/[^/]+$/;

/** The line of one person is gone while this is done, and comes back after it. */
async function zonderLijn({ lijn, page }: Schrijver, doe: () => Promise<unknown>): Promise<void> {
  lijn.valWeg();
  await page
    .locator('rt-bord-bordopslag')
    .getByText(/Geen verbinding/)
    .waitFor();
  await doe();
  // The board is fetched again when its own line is back; a line that drops again during that is another matter.
  const opgehaald = page.waitForResponse(BORD);
  lijn.herstel();
  // As a browser says that there is a network again.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await opgehaald;
}

/** What another makes meanwhile of the line that one types in, from its start. */
const VERBOUWINGEN: readonly ((wie: Schrijver) => Promise<void>)[] = [
  (wie) => druk(wie, 'Kopje'),
  (wie) => druk(wie, 'Opsomming'),
  (wie) => wie.page.keyboard.press('Enter'),
  (wie) => wie.page.keyboard.press('Backspace'),
  async (wie) => {
    await druk(wie, 'Nummers');
    for (const toets of ['ArrowRight', 'ArrowRight', 'Enter', 'Tab']) await wie.page.keyboard.press(toets);
  },
];

async function verbouw(wie: Schrijver, toeval: Toeval): Promise<void> {
  await VERBOUWINGEN[toeval(VERBOUWINGEN.length)]?.(wie);
}

/** Only one person's line drops, and comes back. */
export const UITVAL: readonly Ronde[] = [
  {
    naam: 'zonder lijn een zin erbij typen in een alinea die een ander verbouwt',
    begin: ['Het loket weet ervan.', 'Moeder heeft schulden.'],
    carets: [
      [1, 0],
      [0, 0],
      [1, -1],
    ],
    speel: async ([fatima, , sanne], toeval) => {
      const zin = ' Zij belt dinsdag.';
      await zonderLijn(sanne, () => Promise.all([typ(sanne, zin, toeval), verbouw(fatima, toeval)]));
      return [{ wie: 2, tekst: zin, waar: /schulden\. Zij belt dinsdag\.\n/ }];
    },
  },
  {
    naam: 'zonder lijn typen en verbouwen, terwijl een ander in dezelfde alinea typt en verbouwt',
    begin: ['- Het loket weet ervan.', '- Moeder heeft schulden.', '- Vader komt.'],
    carets: [
      [1, 7],
      [2, -1],
      [1, -1],
    ],
    speel: async ([fatima, tom, sanne], toeval) => {
      await zonderLijn(sanne, () =>
        Promise.all([
          (async () => {
            await typ(sanne, ' Zij belt', toeval, 10);
            await sanne.page.keyboard.press('Enter');
            await typ(sanne, 'Pas dinsdag', toeval, 10);
            await druk(sanne, 'Kopje');
            await typ(sanne, ' dan.', toeval, 10);
          })(),
          (async () => {
            await typ(fatima, '1234', toeval, 10);
            await fatima.page.keyboard.press('Enter');
            await druk(fatima, 'Nummers');
            await typ(fatima, '5600', toeval, 10);
          })(),
          typ(tom, ' Om tien uur.', toeval, 30),
        ]),
      );
      return [
        { wie: 0, tekst: '1234', waar: /\nMoeder 1234\n/ },
        { wie: 0, tekst: '5600', waar: /\n5600heeft schulden/ },
        { wie: 1, tekst: ' Om tien uur.', waar: /\nVader komt\. Om tien uur\.\n/ },
        { wie: 2, tekst: ' Zij belt', waar: /schulden\. Zij belt\n/ },
        { wie: 2, tekst: 'Pas dinsdag dan.', waar: /\nPas dinsdag dan\.\n/ },
      ];
    },
  },
  {
    naam: 'een lijn die terugkomt en meteen weer valt, onder iemand die typt',
    duurtLang: true,
    begin: ['Het loket weet ervan.', 'Moeder heeft schulden.'],
    carets: [
      [1, 0],
      [0, 0],
      [1, -1],
    ],
    speel: async ([fatima, , sanne], toeval) => {
      const { page, lijn } = sanne;
      await zonderLijn(sanne, async () => {
        await typ(sanne, ' Zij', toeval);
        // The line is just long enough there to begin fetching the board.
        lijn.zet(300);
        const vraagt = page.waitForRequest(BORD);
        lijn.herstel();
        await page.evaluate(() => window.dispatchEvent(new Event('online')));
        await vraagt;
        lijn.valWeg();
        await Promise.all([verbouw(fatima, toeval), typ(sanne, ' belt', toeval)]);
        for (let keer = 0; keer < 3; keer += 1)
          await page.waitForEvent('requestfailed', (een) => BORD.test(een.url()));
        await typ(sanne, ' dinsdag.', toeval);
      });
      return [{ wie: 2, tekst: ' Zij belt dinsdag.', waar: /schulden\. Zij belt dinsdag\.\n/ }];
    },
  },
  {
    naam: 'een lijn die de server verbreekt om wat hij niet begrijpt, onder iemand die typt',
    duurtLang: true,
    begin: ['Het loket weet ervan.', 'Moeder heeft schulden.'],
    carets: [
      [1, 0],
      [0, 0],
      [1, -1],
    ],
    speel: async ([fatima, , sanne], toeval) => {
      const zin = ' Zij belt dinsdag terug.';
      const stuk = toeval(zin.length);
      const isWeg = sanne.page
        .locator('rt-bord-bordopslag')
        .getByText(/Geen verbinding/)
        .waitFor();
      await Promise.all([
        (async () => {
          await typ(sanne, zin.slice(0, stuk), toeval);
          await smokkel(sanne, Uint8Array.from([7, 200, 1, 0]));
          await typ(sanne, zin.slice(stuk), toeval, 60);
          // Where nothing was left to type, this says where one is, after those bytes.
          await sanne.page.keyboard.press('ArrowLeft');
          await sanne.page.keyboard.press('ArrowRight');
        })(),
        aarzel(fatima, toeval, 300).then(() => verbouw(fatima, toeval)),
      ]);
      await isWeg;
      return [{ wie: 2, tekst: zin, waar: /schulden\. Zij belt dinsdag terug\.\n/ }];
    },
  },
];
