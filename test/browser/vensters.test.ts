import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alsGetypt } from '../../client/ui/gezegde-datum.ts';
import { datumOp } from '../../server/kern/tijd.ts';
import {
  bordVan,
  eisGeenZijwaarts,
  eisToegankelijk,
  onderschep,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

const NIET_BEWAARD = 'Wat u typte, is nog niet bewaard.';

let product: Product;
let casusId: string;
let fatima: Persoon;
let sanne: Persoon;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  casusId = await rijkeCasus(fatima);
  sanne = await product.persoon('Sanne Kuipers');
});

afterAll(async () => {
  await product.sluit();
});

describe('wat is getypt', () => {
  test('ST15: Esc en Sluiten vragen ernaar als er iets is getypt, en anders niet', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    const leeg = await opent(page, 'Nieuwe afspraak');
    await page.keyboard.press('Escape');
    await leeg.waitFor({ state: 'detached' });

    const venster = await opent(page, 'Nieuwe afspraak');
    await venster.getByLabel('Wat spreekt u af?').fill('Samen bellen');
    await page.keyboard.press('Escape');
    await venster.getByText(NIET_BEWAARD).waitFor();
    expect(await gefocust(page)).toBe('Nee, terug');
    // A second Esc is a no, and throws nothing away.
    await page.keyboard.press('Escape');
    await venster.getByText(NIET_BEWAARD).waitFor({ state: 'detached' });
    expect(await venster.getByLabel('Wat spreekt u af?').inputValue()).toBe('Samen bellen');
    await expect.poll(() => gefocust(page)).toBe('Wat spreekt u af?');

    await venster.getByRole('button', { name: 'Sluiten' }).click();
    await venster.getByRole('button', { name: 'Weggooien' }).click();
    await venster.waitFor({ state: 'detached' });
    await expect.poll(() => gefocust(page)).toBe('Nieuwe afspraak');
  });

  test('ST15: Terug, een ander scherm en F5 vragen ernaar; nee laat alles staan', async () => {
    const { page } = fatima;
    await page.goto('/');
    await page.locator(`a[href="/casussen/${casusId}"]`).first().click();
    await page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor();
    const venster = await opent(page, 'Nieuwe afspraak');
    const titel = venster.getByLabel('Wat spreekt u af?');
    await titel.fill('Samen bellen');

    await page.evaluate(() => history.back());
    await venster.getByRole('button', { name: 'Nee, terug' }).click();
    expect(await titel.inputValue()).toBe('Samen bellen');
    expect(new URL(page.url()).pathname).toBe(`/casussen/${casusId}`);

    const gevraagd = new Promise<string>((klaar) =>
      page.once('dialog', (vraag) => {
        void vraag.dismiss().then(() => klaar(vraag.type()));
      }),
    );
    await page.evaluate(() => location.reload());
    expect(await gevraagd).toBe('beforeunload');
    expect(await titel.inputValue()).toBe('Samen bellen');

    await page.evaluate(() => history.back());
    await venster.getByRole('button', { name: 'Weggooien' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    // Nothing is left to ask about.
    await page.goForward();
    await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  });

  test('ST15: wat een ander weghaalt, laat staan wat is getypt', async () => {
    const { page } = fatima;
    const titel = await maakAfspraak('Weg te halen');
    await openBord(fatima, casusId);
    const venster = await opent(page, `Wijzigen: afspraak ${titel}`);
    await venster.getByLabel('Wat spreekt u af?').fill('Wat ik ervan maak');
    const { kaarten } = await bordVan(fatima, casusId);
    const kaart = kaarten.find((een) => een.titel === titel);

    await fatima.vraag('DELETE', `/casussen/${casusId}/kaarten/${kaart?.id}?versie=${kaart?.versie}`);

    await venster.getByText('Iemand heeft dit intussen weggehaald').waitFor();
    expect(await venster.getByLabel('Wat spreekt u af?').inputValue()).toBe('Wat ik ervan maak');
    expect(await venster.getByRole('button', { name: 'Bewaren' }).count()).toBe(0);
  });

  test('NK7, ST15: wat dichtgaat, neemt mee wat er stond, en laat mij mijn eigen woorden', async () => {
    const tom = await product.persoon('Tom Bakker');
    await openBord(tom, casusId);
    await tom.page.getByRole('tab', { name: 'Doelen' }).click();
    const venster = await opent(tom.page, 'Nieuw doel');
    await venster.getByLabel('Wat moet er bereikt zijn?').fill('Mijn eigen woorden');
    const zetel = (await bordVan(fatima, casusId)).deelnemers.find(({ naam }) => naam === 'Tom Bakker');

    await fatima.vraag('DELETE', `/casussen/${casusId}/deelnemers/${zetel?.id}`);

    await tom.page.getByRole('heading', { name: 'U doet niet meer mee aan deze casus' }).waitFor();
    expect(await tom.page.getByRole('textbox').inputValue()).toBe('Mijn eigen woorden');
    expect(await tom.page.getByRole('dialog').count()).toBe(0);
  });
});

test('ST15: een casus inbrengen: een ander scherm laat hem staan, F5 en afmelden vragen ernaar', async () => {
  const jeroen = await product.persoon('Jeroen Hofstra');
  const { page } = jeroen;
  await page.goto('/casussen/nieuw');
  await page.getByRole('button', { name: 'Moeder toevoegen' }).click();
  await page.getByLabel('Wat vraagt u aan de anderen?').fill('Wie helpt bij de post?');

  await page.getByRole('link', { name: 'Terug naar mijn werk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await page.goBack();
  await page.getByText('Wat u eerder invulde staat er nog').waitFor();
  expect(await page.getByLabel('Wat vraagt u aan de anderen?').inputValue()).toBe('Wie helpt bij de post?');

  const gevraagd = new Promise<string>((klaar) =>
    page.once('dialog', (vraag) => {
      void vraag.dismiss().then(() => klaar(vraag.type()));
    }),
  );
  await page.evaluate(() => location.reload());
  expect(await gevraagd).toBe('beforeunload');

  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.getByRole('dialog').getByText('U typte hier iets dat nog niet is opgeslagen.').waitFor();
  await expect.poll(() => gefocust(page)).toBe('Afmelden');
  await page.keyboard.press('Escape');
  expect(await page.getByLabel('Wat vraagt u aan de anderen?').inputValue()).toBe('Wie helpt bij de post?');
  await page.getByRole('button', { name: 'Casus inbrengen' }).click();
  // What is missing, with focus on the first of it.
  await page.getByRole('alert').getByText('Kies of het gezin hiervan weet.').waitFor();
  await expect.poll(() => gefocust(page)).toBe('Ja, ik heb het verteld');
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.getByRole('button', { name: 'Meld af en gooi het weg' }).click();
  await page.getByRole('button', { name: /Fatima El Amrani/ }).waitFor();
  await jeroen.context.close();
});

describe('wat er mis is', () => {
  test('ST15: wat ontbreekt en wat de server weigert, staan bij hun veld; de aandacht gaat naar het eerste', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    const venster = await opent(page, 'Iemand uitnodigen');
    await venster.getByLabel('Wie?').waitFor();
    await expect.poll(() => gefocust(page)).toBe('Wie?');

    await venster.getByRole('button', { name: 'Laat meedoen', exact: true }).click();

    await venster.getByRole('alert').getByText('Kies wie er meedoet').waitFor();
    await expect.poll(() => gefocust(page)).toBe('Wie?');
    expect(await venster.getByLabel('Op grond van').getAttribute('aria-invalid')).toBe('true');
    await eisToegankelijk(page, 'uitnodigen met fouten');
    // What is put right is no longer wrong; the rest stays said.
    await venster.getByLabel('Op grond van').selectOption({ index: 1 });
    await expect.poll(() => venster.getByLabel('Op grond van').getAttribute('aria-invalid')).toBeNull();
    expect(await venster.getByLabel('Wie?').getAttribute('aria-invalid')).toBe('true');
  });

  test('NK20: uitnodigen kiest niets vanzelf, vraagt of anderen het mogen weten, en ziet tegenspraak', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    const venster = await opent(page, 'Iemand uitnodigen');
    await venster
      .getByLabel('Wie?')
      .selectOption({ label: 'Huisarts: Karim Haddad, Huisartsenpraktijk De Griend' });
    for (const rondje of await venster.getByRole('radio').all()) expect(await rondje.isChecked()).toBe(false);
    await venster.getByRole('radio', { name: 'Moeder' }).check();
    await venster.getByText(/De anderen zien niet dat gezondheidszorg meedoet/).waitFor();
    await venster.getByLabel('Waarvoor doet deze persoon mee?').selectOption({ index: 1 });
    await venster.getByLabel('Op grond van').selectOption({ label: 'Toestemming van de inwoner' });
    await venster
      .getByRole('group', { name: /^Vindt het gezin dit goed/ })
      .getByLabel('Nee')
      .check();
    await venster.getByLabel('Waarom doet deze persoon toch mee?').fill('Dat vertel ik morgen.');
    const weten = venster.getByRole('group', { name: /^Mogen de anderen weten/ });
    await weten.getByLabel('Ja, het gezin vindt dat goed').check();

    await venster.getByRole('button', { name: 'Laat meedoen', exact: true }).click();

    await venster
      .getByRole('alert')
      .getByText(/Dan mogen de anderen het nog niet weten/)
      .waitFor();
    await venster
      .getByRole('alert')
      .getByText(/Dan kan toestemming niet de grond zijn/)
      .waitFor();
    await eisToegankelijk(page, 'uitnodigen met tegenspraak');
    await page.keyboard.press('Escape');
    await venster.getByRole('button', { name: 'Weggooien' }).click();
  });

  test('twee keer drukken bewaart één keer, en Enter bewaart', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    let verzoeken = 0;
    const laatDoor = wacht();
    await onderschep(page, '**/kaarten', async (route) => {
      verzoeken += 1;
      await laatDoor.belofte;
      await route.continue();
    });
    const venster = await opent(page, 'Nieuwe afspraak');
    await venster.getByLabel('Wat spreekt u af?').fill('Eén keer bewaard');

    await page.keyboard.press('Enter');
    const bezig = venster.getByRole('button', { name: 'Bezig…' });
    await bezig.waitFor();
    await page.keyboard.press('Enter');
    await bezig.click({ force: true });
    // Nor does it go while it is on its way.
    await page.keyboard.press('Escape');
    expect(await venster.count()).toBe(1);
    laatDoor.ga();

    await venster.waitFor({ state: 'detached' });
    await page.unroute('**/kaarten');
    expect(verzoeken).toBe(1);
    const { kaarten } = await bordVan(fatima, casusId);
    expect(kaarten.filter(({ titel }) => titel === 'Eén keer bewaard')).toHaveLength(1);
  });

  test('weghalen vraagt eerst; nee laat het staan, ja haalt het weg en geeft de aandacht een plaats', async () => {
    const { page } = fatima;
    const titel = await maakAfspraak('Om weg te halen');
    await openBord(fatima, casusId);
    const venster = await opent(page, `Wijzigen: afspraak ${titel}`);

    await venster.getByRole('button', { name: 'Verwijderen' }).click();
    await venster.getByText(/^Weet u zeker dat u de afspraak wilt verwijderen/).waitFor();
    await expect.poll(() => gefocust(page)).toBe('Nee, terug');
    await eisToegankelijk(page, 'de vraag voor het weghalen');
    await page.keyboard.press('Enter');
    await expect.poll(() => gefocust(page)).toBe('Verwijderen');
    await page.keyboard.press('Enter');
    await venster.getByRole('button', { name: 'Ja, verwijderen' }).click();

    await venster.waitFor({ state: 'detached' });
    expect((await bordVan(fatima, casusId)).kaarten.some((kaart) => kaart.titel === titel)).toBe(false);
    // Its pen is gone with it: focus is on the heading of where it stood, not at the top of the page.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toMatch(/^H\d$/);
  });
});

describe('twee mensen wijzigen hetzelfde', () => {
  test('ST14: ik de titel, een ander de datum: beide staan er, zonder een vraag', async () => {
    const titel = await maakAfspraak('Samen te wijzigen');
    const { venster, bodies } = await bewaarNadat(titel, 'Mijn titel', { uiterlijk: over(9) });

    await venster.waitFor({ state: 'detached' });

    // Only what I touched went, twice: the first was made on what the other had changed meanwhile.
    expect(bodies.map((body) => Object.keys(body).sort())).toEqual([
      ['titel', 'versie'],
      ['titel', 'versie'],
    ]);
    expect(await afspraakMet(`${titel}: Mijn titel`)).toMatchObject({ uiterlijk: over(9) });
  });

  test('ST14: allebei de titel: alleen daarover een vraag, met beide; wat ik houd, wordt bewaard', async () => {
    const titel = await maakAfspraak('Twee titels');
    const ander = { titel: `${titel}: Van de ander`, uiterlijk: over(9) };
    const { venster } = await bewaarNadat(titel, 'Van mij', ander);

    const vraag = venster.getByRole('group', { name: /^Iemand anders wijzigde dit ook/ });
    await vraag.waitFor();
    expect(await vraag.count()).toBe(1);
    expect(await vraag.getByRole('definition').allInnerTexts()).toEqual([ander.titel, `${titel}: Van mij`]);
    expect(await venster.getByLabel('Uiterlijk klaar op').inputValue()).toBe(alsGetypt(over(9)));
    await expect.poll(() => gefocust(fatima.page)).toMatch(/^Neem over van de ander/);
    await eisToegankelijk(fatima.page, 'een vraag over twee versies');
    // Saving without choosing asks again, and sends nothing.
    await venster.getByRole('button', { name: 'Bewaren' }).click();
    expect((await afspraakMet(ander.titel))?.titel).toBe(ander.titel);

    await vraag.getByRole('button', { name: /^Houd wat ik schreef/ }).click();
    await venster.getByRole('button', { name: 'Bewaren' }).click();

    await venster.waitFor({ state: 'detached' });
    expect(await afspraakMet(`${titel}: Van mij`)).toMatchObject({ uiterlijk: over(9) });
  });

  test('ST14: wat een ander bewaart terwijl ik typ, komt erbij; wat ik typte blijft staan', async () => {
    const { page } = fatima;
    const titel = await maakAfspraak('Terwijl ik typ');
    await openBord(fatima, casusId);
    const venster = await opent(page, `Wijzigen: afspraak ${titel}`);
    await venster.getByLabel('Wat spreekt u af?').fill('Wat ik typ');

    await wijzigAfspraak(titel, { uiterlijk: over(9) });

    await venster.getByRole('status').getByText('‘Uiterlijk klaar op’').waitFor();
    expect(await venster.getByLabel('Uiterlijk klaar op').inputValue()).toBe(alsGetypt(over(9)));
    expect(await venster.getByLabel('Wat spreekt u af?').inputValue()).toBe('Wat ik typ');

    await wijzigAfspraak(titel, { titel: `${titel}: van de ander` });
    const vraag = venster.getByRole('group', { name: /^Iemand anders wijzigde dit ook/ });
    await vraag.getByRole('button', { name: /^Neem over/ }).click();
    expect(await venster.getByLabel('Wat spreekt u af?').inputValue()).toBe(`${titel}: van de ander`);
    // Nothing is left of mine to lose.
    await page.keyboard.press('Escape');
    await venster.waitFor({ state: 'detached' });
  });

  test('ST14: afvinken gaat door als een ander iets anders wijzigde, en niet als een ander ook iets zei', async () => {
    const { page } = fatima;
    const titel = await maakAfspraak('Af te vinken');
    await openBord(fatima, casusId);
    const vakje = page.getByLabel(`Gedaan: ${titel}`).first();
    await eerst('PATCH', () => wijzigAfspraak(titel, { uiterlijk: over(9) }));
    await vakje.click();
    await expect.poll(() => afspraakMet(titel)).toMatchObject({ stand: 'gedaan', uiterlijk: over(9) });

    await eerst('PATCH', () => wijzigAfspraak(titel, { stand: 'vervallen' }));
    await vakje.click();
    await page.getByText('Dat ging niet').waitFor();
    expect(await afspraakMet(titel)).toMatchObject({ stand: 'vervallen' });
  });
});

describe('elk venster', () => {
  const VENSTERS: readonly (readonly [knop: string | RegExp, eerste: string | RegExp])[] = [
    ['Iemand uitnodigen', 'Wie?'],
    ['Huishouden wijzigen', 'Iemand toevoegen'],
    [/Wijzigen\s*: gezondheidszorg, Pieter Aalbers/, 'Alleen voor:'],
    ['Zorgpunt bij Wonen', 'Waar maakt u zich zorgen over?'],
    ['Wijzigen: Het gezin kan blijven wonen', 'Wat gaat goed?'],
    [/^Waarom zie ik dit niet\? Wonen/, 'Waarom zie ik dit niet?'],
    ['Nieuwe afspraak', 'Wat spreekt u af?'],
    ['Wijzigen: Nu veilig?', 'Is iedereen in het huishouden nu veilig?'],
    ['Ik stop met meedoen', 'Stoppen met meedoen'],
  ];

  test.each([
    ['op een laptop', { width: 1366, height: 768 }],
    ['op een telefoon', { width: 390, height: 844 }],
    ['bij 200 %', { width: 683, height: 384 }],
  ])(
    '%s: toegankelijk, met de aandacht in het eerste veld en daarna weer waar die was',
    async (_waar, scherm) => {
      const wie = await product.persoon('Fatima El Amrani', scherm);
      const { page } = wie;
      await openBord(wie, casusId);
      for (const [knop, eerste] of VENSTERS) {
        const venster = await opent(page, knop);
        await expect.poll(() => gefocust(page), { message: String(knop) }).toBe(eerste);
        // What lies half under the buttons until one scrolls is no small target.
        const zetOnderkant = (position: string) =>
          venster.locator('.rt-opdracht__onderkant').evaluateAll((onder, position) => {
            for (const een of onder) if (een instanceof HTMLElement) een.style.position = position;
          }, position);
        await zetOnderkant('static');
        await eisToegankelijk(page, `venster van ${String(knop)}`);
        await zetOnderkant('');
        await eisGeenZijwaarts(wie);
        expect(await staatErin(venster), String(knop)).toBe(true);
        expect(await afgesnedenKnoppen(venster), String(knop)).toEqual([]);
        await page.keyboard.press('Escape');
        await venster.waitFor({ state: 'detached' });
        await expect.poll(() => gefocust(page), { message: String(knop) }).toMatch(knop);
      }
      await wie.context.close();
    },
  );

  test('met het toetsenbord alleen: iemand in het huishouden een andere rol geven', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    await page.getByRole('button', { name: 'Huishouden wijzigen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Wijzigen\s*: kind 2/ }).focus();
    await page.keyboard.press('Enter');
    const venster = page.getByRole('dialog', { name: 'Kind 2 wijzigen' });
    await venster.waitFor();
    await expect.poll(() => gefocust(page)).toBe('Rol in het huishouden');
    await page.keyboard.type('groot');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    // Back where one came from, with the new role.
    await page.getByRole('dialog', { name: 'Huishouden en stand van de casus' }).waitFor();
    await page.getByRole('button', { name: /Wijzigen\s*: grootouder/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => gefocust(page)).toBe('Huishouden wijzigen');
  });
});

/** Presses a button of the board, wherever it stands, and waits for the window that it opens. */
async function opent(page: Page, knop: string | RegExp): Promise<Locator> {
  const op = page.getByRole('button', { name: knop, includeHidden: true }).first();
  await op.waitFor({ state: 'attached' });
  await op.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await op.focus();
  await page.keyboard.press('Enter');
  const venster = page.getByRole('dialog');
  await venster.waitFor();
  return venster;
}

/** What has the focus, as it is called. */
function gefocust(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return 'de pagina zelf';
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? element.labels?.[0]
        : null;
    return (
      (label ?? element)?.textContent?.replace(/\s+/g, ' ').replace('(mag leeg blijven)', '').trim() ?? ''
    );
  });
}

/** Whether a window stands wholly on the screen. */
function staatErin(venster: Locator): Promise<boolean> {
  return venster.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });
}

/** The buttons below the form of a window of which not all is in sight as it opens, however high its head is. */
function afgesnedenKnoppen(venster: Locator): Promise<string[]> {
  return venster.evaluate((element) => {
    // Where there are more forms, each has its own when one comes to it.
    if (element.querySelectorAll('.rt-opdracht').length !== 1) return [];
    const doos = element.getBoundingClientRect();
    return [...element.querySelectorAll<HTMLElement>('.rt-opdracht__onderkant button')]
      .filter((knop) => knop.checkVisibility())
      .filter((knop) => {
        const { top, bottom } = knop.getBoundingClientRect();
        return top < doos.top || bottom > doos.bottom;
      })
      .map((knop) => knop.innerText);
  });
}

/**
 * Saves another title of an afspraak, on which another changes something just before it reaches the server.
 * @returns the window, and what was sent
 */
async function bewaarNadat(titel: string, mijn: string, ander: Readonly<Record<string, unknown>>) {
  const { page } = fatima;
  await openBord(fatima, casusId);
  const venster = await opent(page, `Wijzigen: afspraak ${titel}`);
  await venster.getByLabel('Wat spreekt u af?').fill(`${titel}: ${mijn}`);
  const bodies: Record<string, unknown>[] = [];
  page.on('request', (verzoek) => {
    if (verzoek.method() === 'PATCH') bodies.push(verzoek.postDataJSON());
  });
  await eerst('PATCH', () => wijzigAfspraak(titel, ander));
  await page.keyboard.press('Enter');
  return { venster, bodies };
}

/** Holds the next request of a kind until something else was done. */
async function eerst(methode: string, doe: () => Promise<void>): Promise<void> {
  let gedaan = false;
  await onderschep(fatima.page, '**/kaarten/*', async (route) => {
    if (route.request().method() === methode && !gedaan) {
      gedaan = true;
      await doe();
    }
    await route.continue();
  });
}

async function afspraakMet(titel: string) {
  const { kaarten } = await bordVan(fatima, casusId);
  return kaarten.find((kaart) => kaart.titel === titel);
}

/** As another at the table, who writes the plan as well. */
async function wijzigAfspraak(titel: string, velden: Readonly<Record<string, unknown>>): Promise<void> {
  const { kaarten } = await bordVan(sanne, casusId);
  const kaart = kaarten.find((een) => een.titel === titel);
  const { status } = await sanne.vraag('PATCH', `/casussen/${casusId}/kaarten/${kaart?.id}`, {
    versie: kaart?.versie,
    ...velden,
  });
  expect(status).toBe(200);
}

/** `jjjj-mm-dd`, so many days from now. */
function over(dagen: number): string {
  return datumOp(Date.now() + dagen * 86_400_000);
}

let aantal = 0;

/** An afspraak of its own for a test; gives its title. */
async function maakAfspraak(titel: string): Promise<string> {
  aantal += 1;
  const uniek = `${titel} ${aantal}`;
  const { compartimenten } = await bordVan(fatima, casusId);
  const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const { status } = await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan?.id,
    soort: 'afspraak',
    titel: uniek,
  });
  expect(status).toBe(201);
  return uniek;
}

function wacht(): { readonly belofte: Promise<void>; readonly ga: () => void } {
  let ga = () => {};
  const belofte = new Promise<void>((klaar) => {
    ga = klaar;
  });
  return { belofte, ga: () => ga() };
}

describe('wie men belt', () => {
  test('NK20: een ander nummer in deze casus staat meteen op het scherm van wie u kent, en is te bellen', async () => {
    await openBord(fatima, casusId);
    await openBord(sanne, casusId);

    const venster = await opent(fatima.page, 'Uw nummer wijzigen');
    const veld = venster.getByLabel('Op welk nummer bent u voor deze casus te bereiken?');
    await veld.fill('06-1234');
    await venster.getByRole('button', { name: 'Bewaren' }).click();
    await venster.getByText('vul een telefoonnummer in').first().waitFor();
    await eisToegankelijk(fatima.page, 'uw telefoonnummer, met een fout');
    await veld.fill('+31 6 12345678');
    await venster.getByRole('button', { name: 'Bewaren' }).click();
    await venster.waitFor({ state: 'detached' });

    const bellen = sanne.page.locator('rt-bord-deelnemers').getByRole('link', { name: '06-1234 5678' });
    await bellen.waitFor();
    expect(await bellen.getAttribute('href')).toBe('tel:+31612345678');
  });
});
