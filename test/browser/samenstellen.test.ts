import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CasusRegel } from '../../shared/contract/casussen.ts';
import {
  bordVan,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  startProduct,
} from './opstelling.ts';

// Who sits at the table is said in one go, by keyboard alone. What it costs is counted in acts: each key that is pressed.

/** Two minutes for somebody who presses a key a second, and looks where they are. */
const HOOGUIT = 120;

const TAFEL = [
  'Jeugdconsulent: Tom Bakker, Gemeente Merwerade',
  'Schuldhulpverlener: Sanne Kuipers, Gemeente Merwerade',
  'Wmo-consulent: Ali Yilmaz, Gemeente Merwerade',
  'Leerplichtambtenaar: Els Vermeulen, Gemeente Merwerade',
  'Intern begeleider: Willem Smit, Basisschool De Radeboom',
  'Consulent sociaal beheer: Marloes de Wit, Woningcorporatie Radewonen',
  'Huisarts: Karim Haddad, Huisartsenpraktijk De Griend',
  'Jobcoach: Anouk Willems, Jobcoachbureau De Opstap Merwerade',
] as const;

let product: Product;
let jeroen: Persoon;
let casusId: string;

beforeAll(async () => {
  product = await startProduct();
  jeroen = await product.persoon('Jeroen Hofstra');
  const { body } = await jeroen.vraag<CasusRegel>('POST', '/casussen', {
    leden: [{ rol: 'moeder' }, { rol: 'kind' }],
    zetel: 'participatie',
    waarvoor: 'samenhang',
    grondslag: 'participatiewet',
  });
  casusId = body.id;
});

afterAll(async () => {
  await product.sluit();
});

test('NK12: eight people sit at a new table in two minutes, by keyboard alone', async () => {
  const { page } = jeroen;
  await openBord(jeroen, casusId);
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).focus();
  const toetsen = new Toetsen(page);
  await toetsen.druk('Enter');
  const venster = page.getByRole('dialog', { name: 'Iemand uitnodigen' });
  await expect.poll(() => naamVanFocus(page)).toBe('Wie?');

  for (const [i, wie] of TAFEL.entries()) {
    await toetsen.kies(wie);
    await toetsen.tabNaar(/^Moeder$/);
    // The last of them: the whole household.
    await toetsen.druk('ArrowUp');
    if ((await venster.getByLabel('Op grond van').inputValue()) === '') {
      await toetsen.tabNaar(/^Op grond van/);
      await toetsen.druk('o');
    }
    for (const vraag of [/^Vindt het gezin dit goed/, /^Mogen de anderen weten/]) {
      if ((await venster.getByRole('group', { name: vraag }).count()) === 0) continue;
      await toetsen.tabNaar(/^(Ja, het is met het gezin afgesproken|Nee, of nog niet gevraagd)$/);
      await toetsen.druk('Space');
    }
    if (i === 0) await eisToegankelijk(page, 'iemand uitnodigen, ingevuld');
    const isLaatste = i === TAFEL.length - 1;
    await toetsen.tabNaar(isLaatste ? /^Laat meedoen$/ : /^Laat meedoen, en nog iemand$/);
    await toetsen.druk('Enter');
    if (isLaatste) break;
    await venster
      .getByRole('status')
      .getByText(`${naamIn(wie)} doet mee. Wie nog meer?`)
      .waitFor();
    await expect.poll(() => naamVanFocus(page)).toBe('Wie?');
  }
  await venster.waitFor({ state: 'detached' });

  const namen = (await bordVan(jeroen, casusId)).deelnemers.map(({ naam }) => naam);
  expect(namen).toEqual(expect.arrayContaining(TAFEL.map(naamIn)));
  console.log(
    `${TAFEL.length} people: ${toetsen.aantal} keys, ${(toetsen.aantal / TAFEL.length).toFixed(1)} each`,
  );
  expect(toetsen.aantal).toBeLessThanOrEqual(HOOGUIT);
});

/** `Jeugdconsulent: Tom Bakker, Gemeente Merwerade` → `Tom Bakker`. */
function naamIn(keuze: string): string {
  return /: (.+),/.exec(keuze)?.[1] ?? keuze;
}

/** What what has the focus is called. */
async function naamVanFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const hier = document.activeElement;
    const label =
      hier instanceof HTMLSelectElement || hier instanceof HTMLInputElement ? hier.labels?.[0] : null;
    return (label ?? hier)?.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '';
  });
}

/** Presses keys, and counts them. */
class Toetsen {
  aantal = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async druk(toets: string): Promise<void> {
    this.aantal += 1;
    await this.#page.keyboard.press(toets);
  }

  async tabNaar(naam: RegExp): Promise<void> {
    for (let i = 0; i < 12; i += 1) {
      await this.druk('Tab');
      if (naam.test(await naamVanFocus(this.#page))) return;
    }
    expect.fail(`met Tab kom je niet bij ${naam}; wel bij ${await naamVanFocus(this.#page)}`);
  }

  /** In a list: its first letters, until it is the one; then down. */
  async kies(keuze: string): Promise<void> {
    const gekozen = () =>
      this.#page.evaluate(() => {
        const hier = document.activeElement;
        return hier instanceof HTMLSelectElement ? (hier.selectedOptions[0]?.textContent?.trim() ?? '') : '';
      });
    for (const letter of keuze.slice(0, 6)) {
      await this.druk(letter.toLowerCase());
      if ((await gekozen()) === keuze) return;
    }
    for (let i = 0; i < 6; i += 1) {
      await this.druk('ArrowDown');
      if ((await gekozen()) === keuze) return;
    }
    expect.fail(`met typen kom je niet bij ${keuze}; wel bij ${await gekozen()}`);
  }
}
