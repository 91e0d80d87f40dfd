import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meetBlad } from '../../bench/scherm/blad.mjs';
import { telVerschuiving, volgSlotwoorden } from '../../bench/scherm/verschuiving.mjs';
import type { CasusLijst } from '../../shared/contract/casussen.ts';
import {
  bordStaat,
  bordVan,
  eisGeenZijwaarts,
  eisToegankelijk,
  openBord,
  openToevoegen,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';
import { onderDeMotorkap } from './schrijven.ts';

// The board: what must happen, what is known, who; and that nothing moves under one's hands.

/** What `telVerschuiving` and `volgSlotwoorden` leave in the page. */
declare const verschuiving: { readonly som: number; readonly wat: readonly string[] };
declare const slotwoorden: { readonly meeste: number; readonly keren: number };

let product: Product;
let casusId: string;
let fatima: Persoon;
let sanne: Persoon;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  sanne = await product.persoon('Sanne Kuipers');
  casusId = await rijkeCasus(fatima);
});

afterAll(async () => {
  await product.sluit();
});

const MATEN = [
  [1366, 768],
  [1920, 1080],
  [390, 844],
  [683, 384],
] as const;

test.each([
  ['Fatima El Amrani', 2.5],
  ['Sanne Kuipers', 2.5],
  ['Pieter Aalbers', 2.5],
  ['Joke Visser', 1],
  ['Marloes de Wit', 1],
])(
  'bij %s is het bord kort, en gaat het over het plan en niet over sloten, op elke maat',
  async (naam, hoogstens) => {
    for (const [width, height] of MATEN) {
      const wie = await product.persoon(naam, { width, height });
      await wie.page.addInitScript(`(${volgSlotwoorden})(${meetBlad})`);
      await wie.page.goto(`/casussen/${casusId}`);
      await bordStaat(wie);
      const maat = await wie.page.evaluate(meetBlad);
      const waar = `${width} × ${height}: ${JSON.stringify(maat)}`;
      expect(maat['slot %'], waar).toBeGreaterThan(0);
      // At each moment since the first picture: nobody begins with what they may not read.
      const { meeste, keren } = await wie.page.evaluate(() => slotwoorden);
      expect(keren).toBeGreaterThan(0);
      expect(meeste, waar).toBeLessThanOrEqual(5);
      if (width === 1366) expect(maat.schermen, waar).toBeLessThanOrEqual(hoogstens);
      expect(maat['plan %'], waar).toBeGreaterThanOrEqual(60);
      await wie.context.close();
    }
  },
);

test.each([
  ['Fatima El Amrani', 1366, 768, ''],
  ['Fatima El Amrani', 390, 844, ''],
  ['Joke Visser', 1366, 768, ''],
  // Who is here for the first time has lines of explanation above what must be done.
  ['Fatima El Amrani', 1366, 768, 'voor het eerst'],
  ['Fatima El Amrani', 390, 844, 'voor het eerst'],
  ['Sanne Kuipers', 1366, 768, 'voor het eerst'],
  ['Joke Visser', 683, 384, 'voor het eerst'],
  ['Pieter Aalbers', 683, 384, 'voor het eerst'],
  ['Marloes de Wit', 390, 844, 'voor het eerst'],
] as const)('na het eerste beeld verschuift niets: %s, %i × %i %s', async (naam, width, height, keer) => {
  const wie = await product.persoon(naam, { width, height }, { nieuw: keer !== '' });
  expect(await verschuift(wie, casusId)).toEqual([]);
  await wie.context.close();
});

test('na het eerste beeld verschuift niets, ook niet waar boven wat men doet een nieuwe collega wacht', async () => {
  const noor = await product.persoon('Noor Smeets');
  const { casussen } = (await noor.vraag<CasusLijst>('GET', '/casussen')).body;
  const borden = await Promise.all(casussen.map(({ id }) => bordVan(noor, id)));
  const bord = borden.find(({ deelnemers }) => deelnemers.some(({ teBevestigen }) => teBevestigen));
  expect(await verschuift(noor, bord?.id ?? '')).toEqual([]);
  await noor.page.getByText('Hoort die hierbij?').waitFor();
  await noor.context.close();
});

/** What moved after the first picture of a board, on a computer so slow that each step comes by itself. */
async function verschuift(wie: Persoon, id: string): Promise<readonly string[]> {
  await wie.page.addInitScript(telVerschuiving);
  const cdp = await onderDeMotorkap(wie);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await wie.page.goto(`/casussen/${id}`);
  await bordStaat(wie);
  await wie.page
    .getByText(/^U bent hier voor het eerst|sinds /)
    .first()
    .waitFor();
  await wie.page.getByText('Alles opgeslagen').waitFor();
  const { som, wat } = await wie.page.evaluate(() => verschuiving);
  return som < 0.001 ? [] : [String(som), ...wat];
}

describe('een afspraak', () => {
  test('is in één klik gedaan, en met één druk weer zoals zij was, ook met het toetsenbord', async () => {
    const { page } = fatima;
    const titel = await maakAfspraak('Af te vinken');
    await gaNaarBord(fatima);
    const vakje = page.getByRole('checkbox', { name: `Gedaan: ${titel}`, exact: true });
    await vakje.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => standVan(titel)).toBe('gedaan');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await gefocust(page)).toBe(`Maak ongedaan: ${titel}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => standVan(titel)).toBe('gepland');
    await expect.poll(() => vakje.isChecked()).toBe(false);
  });

  test('hoe het ermee staat en een andere datum vult men in waar zij staat, één tegelijk', async () => {
    const { page } = fatima;
    const titel = await maakAfspraak('Te verzetten');
    await gaNaarBord(fatima);
    const regel = page.locator('.bord-rij li').filter({ hasText: titel });
    await regel.locator('summary').first().click();
    await regel.getByRole('button', { name: new RegExp(`^Andere datum\\s*: ${titel}$`) }).click();
    const vorm = page.getByRole('group', { name: `Andere datum ${titel}` });
    await vorm.waitFor();
    await eisToegankelijk(page, 'een andere datum, op de plek zelf');
    await page.keyboard.press('Escape');
    await vorm.waitFor({ state: 'detached' });
    await expect.poll(() => gefocust(page)).toBe(`Andere datum: ${titel}`);

    await page.getByRole('button', { name: /^Hoe staat het ermee\? Busabonnement/ }).click();
    await page.getByRole('group', { name: /^Hoe staat het ermee\? Busabonnement/ }).waitFor();
    await eisToegankelijk(page, 'hoe staat het ermee, op de plek zelf');
  });
});

describe('de toetsen', () => {
  test('/ zoekt, n voegt toe, g en een letter gaat ergens heen; nooit terwijl men typt', async () => {
    const { page } = fatima;
    await gaNaarBord(fatima);
    await page.keyboard.press('/');
    const zoeken = page.getByRole('dialog', { name: 'Zoeken op dit bord' });
    await zoeken.waitFor();
    await eisToegankelijk(page, 'zoeken');
    // In the field they are letters.
    await page.keyboard.type('energie gn/');
    expect(await zoeken.getByLabel('Een woord').inputValue()).toBe('energie gn/');
    await zoeken.getByLabel('Een woord').fill('energie');
    await zoeken.getByRole('button', { name: /Energie dreigt/ }).click();
    await zoeken.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/Energie dreigt/);

    await page.keyboard.press('n');
    const toevoegen = page.getByRole('dialog', { name: 'Wat wilt u toevoegen?' });
    await eisToegankelijk(page, 'wat wilt u toevoegen');
    await toevoegen.getByRole('button', { name: 'Zorgpunt' }).click();
    await page.getByRole('dialog', { name: 'Waar maakt u zich zorgen over?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    for (const [letter, kop] of [
      ['w', 'Wie doen mee'],
      ['d', 'Niet open voor u'],
      ['l', 'Wat wij weten'],
      ['a', 'Afspraken'],
      ['n', 'Nu'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await expect.poll(() => gefocust(page)).toBe(kop);
    }
    // What is known stands in the first tab: from another one, that opens.
    await page.getByRole('tab', { name: 'Doelen' }).click();
    await page.getByRole('heading', { name: 'Doelen en afspraken' }).waitFor();
    const heen = page.getByRole('button', { name: 'Naar Wat wij weten' });
    await heen.focus();
    await heen.press('Enter');
    await expect.poll(() => gefocust(page)).toBe('Wat wij weten');
  });

  test('WCAG 2.4.1: met hoogstens twaalf keer Tab is men bij een nieuwe afspraak', async () => {
    const { page } = fatima;
    await gaNaarBord(fatima);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur(); // what has focus is an element of the page
    });
    let keren = 0;
    const tab = async (naam: RegExp) => {
      for (;;) {
        await page.keyboard.press('Tab');
        keren += 1;
        if (naam.test(await gefocust(page)) || keren > 12) return;
      }
    };
    await tab(/^Naar de inhoud$/);
    await page.keyboard.press('Enter');
    await tab(/^Naar Afspraken$/);
    await page.keyboard.press('Enter');
    await tab(/^Nieuwe afspraak$/);
    expect(await gefocust(page)).toBe('Nieuwe afspraak');
    expect(keren).toBeLessThanOrEqual(12);
  });
});

describe('wat openstaat', () => {
  test('blijft onthouden per casus, zonder inhoud, en gaat weg bij afmelden', async () => {
    const { page, context } = await product.persoon('Fatima El Amrani');
    await page.goto(`/casussen/${casusId}`);
    const wonen = page.locator('#bord-gebied-wonen');
    await wonen.locator(':scope > summary').click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/casussen/${casusId}/leefgebied/wonen`);

    await page.goto(`/casussen/${casusId}`);
    await wonen.waitFor();
    await expect.poll(() => wonen.evaluate((vak) => vak.hasAttribute('open'))).toBe(true);
    expect(await bewaard(page)).toMatch(/^[a-z_ ]*wonen[a-z_ ]*$/);

    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.getByRole('searchbox').waitFor();
    expect(await bewaard(page)).toBe('');
    await context.close();
  });
});

test('wat een ander erbij zet, verschuift niet wat men leest', async () => {
  const { page } = fatima;
  await openBord(fatima, casusId);
  const onder = page.locator('#bord-gebied-onderwijs > summary');
  await onder.focus();
  await onder.hover();
  const hoogte = () => onder.evaluate((regel) => Math.round(regel.getBoundingClientRect().top));
  const voor = await hoogte();
  const { compartimenten } = await bordVan(sanne, casusId);
  const hulp = compartimenten.find(({ categorie, lidId }) => categorie === 'hulp' && lidId === null);
  const zin = `Van een ander ${Date.now()}`;

  const { status } = await sanne.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: hulp?.id,
    soort: 'zorgpunt',
    leefgebied: 'inkomen_financien',
    titel: zin,
  });

  expect(status).toBe(201);
  await page.getByText(zin).first().waitFor();
  await expect.poll(async () => Math.abs((await hoogte()) - voor)).toBeLessThanOrEqual(1);
});

test('waar iets naartoe ging: na bewaren staat er waar het staat en wie meeleest, en men is er', async () => {
  const { page } = fatima;
  await gaNaarBord(fatima);
  await page.getByRole('button', { name: 'Zorgpunt', exact: true }).click();
  const venster = page.getByRole('dialog');
  const zin = `Waar ging dit heen ${Date.now()}`;
  await venster.getByLabel('Waar maakt u zich zorgen over?').fill(zin);
  await venster.getByLabel('Leefgebied').selectOption({ label: 'Wonen' });
  await venster.getByRole('button', { name: 'Bewaren' }).click();

  await page
    .getByText(/^Bewaard bij Wonen · leest mee: /)
    .first()
    .waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(zin);
});

test('ST17: om middernacht is vandaag een andere dag, zonder herladen', async () => {
  const wie = await product.persoon('Fatima El Amrani');
  const { page } = wie;
  await page.clock.install({ time: new Date('2027-03-09T23:59:30+01:00') });
  await page.goto(`/casussen/${casusId}`);
  const nu = page.getByRole('region', { name: 'Nu', exact: true });
  await nu.getByText('dinsdag 9 maart').waitFor();
  await page.clock.runFor(60_000);
  await nu.getByText('woensdag 10 maart').waitFor();
  await wie.context.close();
});

test('NK4, NK36: wat dicht is telt niet mee, en nergens staat dat er iets niet is', async () => {
  const joke = await product.persoon('Joke Visser');
  for (const persoon of [fatima, sanne, joke]) {
    await openBord(persoon, casusId);
    const tekst = await persoon.page.locator('main').innerText();
    expect(tekst).not.toMatch(/nog niet opgeschreven|nog niets|nog geen|niet ingevuld|nog niet ingevuld/i);
    const dicht = await persoon.page.getByRole('region', { name: 'Niet open voor u' }).innerText();
    expect(dicht.replace(/\d\d-\d{4} \d{4}/g, '')).not.toMatch(/\d/);
  }
  // What stands there is named once for each subject, whoever keeps it and whether there is anything in it.
  expect(await joke.page.locator('.bord-dicht__wat').allInnerTexts()).toEqual([
    'Plan',
    'Adres',
    'School van anderen',
  ]);
});

test('wat bij iemand niets te tonen heeft, laat geen gat tussen de rest', async () => {
  // Who doesn't write the plan weighs nothing, and directs nothing.
  const pieter = await product.persoon('Pieter Aalbers');
  await openBord(pieter, casusId);
  const ruimte = pieter.page.locator('rt-bord-niet-open').evaluate((dicht) => {
    const mensen = document.querySelector('rt-bord-deelnemers');
    return dicht.getBoundingClientRect().top - (mensen?.getBoundingClientRect().bottom ?? 0);
  });
  // One gap of the column, not one for each part that is empty.
  expect(await ruimte).toBeLessThan(20);
  await pieter.context.close();
  // Of one member there is nothing to choose: under the tabs the board begins.
  const marloes = await product.persoon('Marloes de Wit', { width: 390, height: 844 });
  await openBord(marloes, casusId);
  const strook = await marloes.page.evaluate(() => {
    const tabs = document.querySelector('.bord-tabs')?.getBoundingClientRect().bottom ?? 0;
    return (document.querySelector('.bord-kop')?.getBoundingClientRect().bottom ?? 0) - tabs;
  });
  expect(strook).toBeLessThan(4);
  // Who doesn't read the plan has none to go to: the same word where the thumb is as in the tab.
  const duim = marloes.page.getByRole('navigation', { name: 'Delen van het bord' }).getByRole('button');
  expect((await duim.allTextContents()).map((naam) => naam.trim())).toEqual([
    'Nu',
    'Voor u',
    'Wie',
    'Zoeken',
  ]);
  await marloes.context.close();
});

test.each([
  ['een telefoon', 390, 844],
  ['200 %', 683, 384],
])(
  'wie op %s een tab kiest, ziet meteen wat daar staat, en van daar gaat één druk terug naar nu',
  async (hoe, width, height) => {
    const wie = await product.persoon('Fatima El Amrani', { width, height });
    const { page } = wie;
    await openBord(wie, casusId);
    const onderTabs = () =>
      page.evaluate(() => {
        const boven = document.querySelector('#bord-paneel')?.getBoundingClientRect().top ?? 0;
        return boven - (document.querySelector('.bord-kop')?.getBoundingClientRect().bottom ?? 0);
      });
    for (const tab of ['Doelen', 'Wie helpt waarmee', 'Besluiten', 'Gegevens']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tab', { name: tab, selected: true }).waitFor();
      // Nothing stands between.
      await expect.poll(onderTabs, { message: tab }).toBeLessThan(40);
    }
    const nu = page.getByRole('heading', { name: 'Nu', exact: true });
    await nu.waitFor({ state: 'hidden' });
    await page
      .getByRole('navigation', { name: hoe === '200 %' ? 'Direct naar' : 'Delen van het bord' })
      .getByRole('button', { name: /Nu$/ })
      .press('Enter');
    await page.getByRole('tab', { name: 'Plan', selected: true }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('bord-nu-kop');
    // On a wide screen it stands beside each tab.
    await page.getByRole('tab', { name: 'Gegevens' }).click();
    await nu.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 1366, height: 768 });
    await nu.waitFor();
    await wie.context.close();
  },
);

test('bij een leefgebied is één ingang om iets toe te voegen, en van daar elk formulier in één klik', async () => {
  const wie = await product.persoon('Fatima El Amrani');
  const { page } = wie;
  await openBord(wie, casusId);
  await openToevoegen(wie, 'Wonen');
  await eisToegankelijk(page, 'toevoegen bij een leefgebied');
  for (const [knop, kop] of [
    ['Zorgpunt bij Wonen', 'Waar maakt u zich zorgen over?'],
    ['Wat gaat goed bij Wonen', 'Wat gaat goed?'],
  ] as const) {
    await page.getByRole('button', { name: knop }).click();
    await page.getByRole('dialog', { name: kop }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Back where one was: what it opened to stays.
    await expect.poll(() => gefocust(page)).toContain(knop);
  }
  await page.locator('#bord-gebied-wonen .bord-toevoegen > summary').press('Enter');
  await page.getByRole('button', { name: 'Zorgpunt bij Wonen' }).waitFor({ state: 'hidden' });
  await wie.context.close();
});

test('ST18: bij 320 px, met letters van 200 % en met een woord dat niet afbreekt, schuift niets opzij', async () => {
  const wie = await product.persoon('Fatima El Amrani', { width: 320, height: 640 });
  const { page } = wie;
  await maakAfspraak(`https://voorbeeld.example/${'heel-lang-'.repeat(18)}`);
  await openBord(wie, casusId);
  await eisGeenZijwaarts(wie);
  await page.setViewportSize({ width: 683, height: 384 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await eisGeenZijwaarts(wie);
  await wie.context.close();
});

test('voorgelezen: de koppen, in de volgorde van het bord', async () => {
  const joke = await product.persoon('Joke Visser');
  await joke.page.goto(`/casussen/${casusId}`);
  await bordStaat(joke);
  const cdp = await onderDeMotorkap(joke);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const per = new Map(nodes.map((knoop) => [knoop.nodeId, knoop]));
  const lees = (id: string): string[] => {
    const knoop = per.get(id);
    if (knoop === undefined) return [];
    const daarin = (knoop.childIds ?? []).flatMap(lees);
    if (knoop.ignored || knoop.role?.value !== 'heading') return daarin;
    const niveau = knoop.properties?.find(({ name }) => name === 'level')?.value.value;
    return [`${niveau} ${knoop.name?.value}`, ...daarin];
  };
  expect(lees(nodes[0]?.nodeId ?? '')).toEqual([
    '1 Elke dag naar school',
    '2 Nu',
    '2 Afspraken',
    '2 Wat wij weten',
    '3 Onderwijs',
    '2 Wie u kent',
    '2 Niet open voor u',
  ]);
});

async function gaNaarBord(persoon: Persoon): Promise<void> {
  await persoon.page.goto(`/casussen/${casusId}`);
  await bordStaat(persoon);
}

function gefocust(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

/** What this browser keeps of what stands open. */
function bewaard(page: Page): Promise<string> {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([naam]) => naam.startsWith('regietafel:open:'))
      .map(([, waarde]) => String(waarde))
      .join(' '),
  );
}

async function standVan(titel: string): Promise<unknown> {
  const { kaarten } = await bordVan(fatima, casusId);
  const kaart = kaarten.find((een) => een.titel === titel);
  return kaart?.soort === 'afspraak' ? kaart.stand : undefined;
}

async function maakAfspraak(naam: string): Promise<string> {
  const titel = `${naam} ${Date.now()}`;
  const { compartimenten } = await bordVan(fatima, casusId);
  const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const { status } = await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan?.id,
    soort: 'afspraak',
    titel,
  });
  expect(status).toBe(201);
  return titel;
}
