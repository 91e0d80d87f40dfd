import { afterEach, beforeEach, expect, test } from 'vitest';
import { eisGeenZijwaarts, eisToegankelijk, onderschep, type Product, startProduct } from './opstelling.ts';
import { DILEMMA, sluitPunt, VRAAG, zetOverlegOp } from './overlegtafel.ts';

// Leading an overleg on the screen, and following it (OV2, OV3).

let product: Product;

beforeEach(async () => {
  product = await startProduct();
});

afterEach(async () => {
  await product.sluit();
});

const SCHERMEN = [
  { width: 390, height: 844 },
  { width: 683, height: 384 },
  { width: 1366, height: 768 },
];

test('OV2: the chair goes through an overleg with one key an act; focus stays, and a screen reader hears the item change alone', async () => {
  const h = await zetOverlegOp(product);
  const { page } = h.petra;
  await page.goto(h.pad);
  const balk = page.getByRole('region', { name: 'Het overleg leiden' });
  const gezegd: string[] = [];
  await page.exposeFunction('hoor', (tekst: string) => gezegd.push(tekst));
  await page.evaluate(() => {
    const gebied = document.querySelector('body > [aria-live]');
    new MutationObserver(() => {
      if (gebied?.textContent) void Reflect.get(window, 'hoor')(gebied.textContent);
    }).observe(gebied ?? document, { childList: true, characterData: true, subtree: true });
  });

  await balk.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await eisToegankelijk(page, 'een overleg dat nog niet begon');
  await page.keyboard.press('o');
  await balk.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await page.keyboard.press('v');
  await balk.getByText('nog 2 minuten').waitFor();
  await page.getByRole('heading', { level: 2, name: VRAAG }).waitFor();
  for (const stap of ['vraag', 'beeld', 'wegen', 'afspreken', 'teruglezen']) {
    await page.keyboard.press('v');
    await balk.locator('[aria-current="step"]', { hasText: stap }).waitFor();
  }
  // After the last step nothing goes on by itself.
  await page.keyboard.press('v');
  expect((await h.overleg(h.petra)).stand?.onderdeel).toBe('teruglezen');
  for (const scherm of SCHERMEN) {
    await page.setViewportSize(scherm);
    await eisGeenZijwaarts(h.petra);
    await eisToegankelijk(page, `leiden op ${scherm.width}`);
  }
  await sluitPunt(page);
  const begin = balk.getByRole('button', { name: /^Begin met dilemma/ });
  await begin.waitFor();
  await page.keyboard.press('h');
  await balk.locator('[aria-current="step"]', { hasText: 'afspreken' }).waitFor();

  // By buttons: the one that goes on stays under one's hand.
  await balk.getByRole('button', { name: 'Volgende: teruglezen' }).press('Enter');
  await balk.getByRole('button', { name: 'Sluit dit punt' }).press('Enter');
  await begin.press('Enter');
  await page.locator('#rt-overleg-nu', { hasText: DILEMMA.titel }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Volgende: vraag') === true);
  // What is said later takes the place of what wasn't said yet: nobody is as quick as that.
  await expect.poll(() => gezegd.at(-1)).toBe(`Nu aan de beurt: dilemma: ${DILEMMA.titel}`);
  await page.keyboard.press('s');
  await expect.poll(() => gezegd.at(-1)).toBe('Het punt is gesloten');
  await balk.getByRole('button', { name: 'Sluit het overleg …' }).waitFor();
  await page.keyboard.press('x');
  await balk.getByText('Wat gesloten is, gaat niet meer open.').waitFor();
  await balk.getByRole('button', { name: 'Laat maar' }).press('Enter');
  expect((await h.overleg(h.petra)).staat).toBe('bezig');
  await page.keyboard.press('x');
  await balk.getByRole('button', { name: 'Sluit het overleg', exact: true }).press('Enter');
  await page.getByText('Dit overleg is gesloten.').waitFor();

  const label = (await h.fatima.vraag<{ label: string }>('GET', `/casussen/${h.casusId}`)).body.label;
  expect(gezegd).toEqual([
    `Nu aan de beurt: casus ${label}`,
    'Het punt is gesloten',
    `Nu aan de beurt: casus ${label}`,
    'Het punt is gesloten',
    `Nu aan de beurt: dilemma: ${DILEMMA.titel}`,
    'Het punt is gesloten',
  ]);
});

test('OV2: a step of the chair’s own fetches the overleg once, whether the line told it or the answer did', async () => {
  const h = await zetOverlegOp(product);
  const { page } = h.petra;
  await page.goto(h.pad);
  const balk = page.getByRole('region', { name: 'Het overleg leiden' });
  await balk.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await page.keyboard.press('o');
  await balk.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await page.keyboard.press('v');
  await page.getByRole('region', { name: 'Tafelblad' }).getByText('Leest mee').waitFor();
  await page.waitForLoadState('networkidle');
  let gehaald = 0;
  page.on('request', (verzoek) => {
    if (verzoek.method() === 'GET' && verzoek.url().endsWith(h.pad)) gehaald += 1;
  });
  for (const stap of ['vraag', 'beeld', 'wegen', 'afspreken', 'teruglezen']) {
    await page.keyboard.press('v');
    await balk.locator('[aria-current="step"]', { hasText: stap }).waitFor();
    await page.waitForLoadState('networkidle');
  }
  expect(gehaald).toBe(5);
});

test('OV2: on two screens of one chair the second step that rests on the same stand isn’t taken, and says where it is now', async () => {
  const h = await zetOverlegOp(product);
  const { page } = h.petra;
  await page.goto(h.pad);
  const ander = await h.petra.context.newPage();
  await ander.goto(h.pad);
  await ander.getByRole('button', { name: 'Open het overleg' }).click();
  // What one screen does, the other shows without being asked.
  await page.getByRole('button', { name: /^Begin met casus/ }).waitFor();

  await onderschep(page, '**/api/v1/overleggen/*', (weg) => weg.abort());
  await ander.getByRole('button', { name: /^Begin met casus/ }).click();
  await ander.getByRole('button', { name: 'Volgende: vraag' }).waitFor();
  await page.unroute('**/api/v1/overleggen/*');
  await page.getByRole('button', { name: /^Begin met casus/ }).click();
  await page.getByText('Het overleg was al verder').waitFor();
  await page.getByText(/Nu: casus .*Uw stap is niet gezet/).waitFor();
  const volgende = page.getByRole('button', { name: 'Volgende: vraag' });
  await volgende.waitFor();
  expect((await h.overleg(h.petra)).stand?.onderdeel).toBe('terugblik');
  // A double click is one step.
  await volgende.dblclick();
  await page.getByRole('button', { name: 'Volgende: beeld' }).waitFor();
  expect((await h.overleg(h.petra)).stand?.onderdeel).toBe('vraag');
});

test('OV2: the chair hands the overleg to the deputy and takes it back; who notes sees where it is and leads nothing', async () => {
  const h = await zetOverlegOp(product, { plaatsvervanger: 'Sanne Kuipers', notulist: 'Tom Bakker' });
  const sanne = await product.persoon('Sanne Kuipers');
  const tom = await product.persoon('Tom Bakker');
  for (const { page } of [h.petra, sanne, tom]) await page.goto(h.pad);
  await sanne.page.getByText('Petra van Loon leidt het overleg nu.').waitFor();
  await sanne.page.getByRole('button', { name: 'Neem de leiding over' }).click();
  await sanne.page.getByText(/De voorzitter is er nog/).waitFor();

  await h.petra.page.getByRole('button', { name: 'Geef de leiding aan Sanne Kuipers' }).click();
  await h.petra.page.getByText('Sanne Kuipers leidt het overleg nu.').waitFor();
  expect(await h.petra.page.getByRole('button', { name: 'Open het overleg' }).count()).toBe(0);
  await sanne.page.getByRole('button', { name: 'Open het overleg' }).click();
  await sanne.page.getByRole('button', { name: /^Begin met casus/ }).click();
  await tom.page.getByRole('heading', { level: 2, name: VRAAG }).waitFor();
  const vanTom = tom.page.getByRole('region', { name: 'Het overleg leiden' });
  expect(await vanTom.getByRole('button').count()).toBe(0);
  await eisToegankelijk(tom.page, 'een overleg dat een ander leidt');

  await h.petra.page.keyboard.press('w');
  await h.petra.page.getByRole('button', { name: 'Volgende: vraag' }).waitFor();
});

test('OV1, OV3: who waits sees when it is their turn, of others’ items nothing; their own comes on their screen by itself, also after the line was gone', async () => {
  const h = await zetOverlegOp(product);
  const jeroen = await product.persoon('Jeroen Hofstra');
  for (const { page } of [h.petra, h.fatima, jeroen]) await page.goto(h.pad);
  const leid = h.petra.page.getByRole('region', { name: 'Het overleg leiden' });
  await leid.getByRole('button', { name: 'Open het overleg' }).click();
  await h.fatima.page.getByText('U bent rond 9.00 uur aan de beurt').waitFor();
  await jeroen.page.getByText('U bent rond 9.20 uur aan de beurt').waitFor();
  await eisToegankelijk(jeroen.page, 'de wachtkamer');
  const wachtkamer = await jeroen.page.getByRole('main').innerHTML();

  await leid.getByRole('button', { name: /^Begin met casus/ }).click();
  await h.fatima.page.waitForURL(`**/casussen/${h.casusId}`);
  const regel = h.fatima.page.getByRole('region', { name: 'U bent in een overleg' });
  await regel.getByText('terugblik').waitFor();
  await leid.getByRole('button', { name: 'Volgende: vraag' }).click();
  await regel.getByText('vraag', { exact: true }).waitFor();
  expect(await jeroen.page.getByRole('main').innerHTML()).toBe(wachtkamer);
  expect(await jeroen.ontvangen()).not.toContain(VRAAG);

  // The line goes, the overleg goes on, and the page is where it is when the line is back.
  await jeroen.context.setOffline(true);
  await sluitPunt(h.petra.page);
  await leid.getByRole('button', { name: /^Begin met dilemma/ }).click();
  await regel.getByText('Er komt niets meer voor u').waitFor();
  await jeroen.context.setOffline(false);
  await jeroen.page.getByText('U bent nu aan de beurt').waitFor();
  await jeroen.page.getByText(DILEMMA.tekst).first().waitFor();
  for (const { page } of [h.fatima, jeroen])
    for (const scherm of SCHERMEN) {
      await page.setViewportSize(scherm);
      await eisToegankelijk(page, `wachten op ${scherm.width}`);
    }
});

test('OV3: nothing moves under a cursor: who is typing stays where they are, and the line above the board has the way; they step out and come back', async () => {
  const h = await zetOverlegOp(product, { leden: ['Fatima El Amrani'] });
  const { page } = h.fatima;
  for (const een of [h.petra, h.fatima]) await een.page.goto(h.pad);
  const leid = h.petra.page.getByRole('region', { name: 'Het overleg leiden' });
  await leid.getByRole('button', { name: 'Open het overleg' }).click();
  await page.getByText('U bent rond 9.00 uur aan de beurt').waitFor();
  await page.getByRole('button', { name: 'Breng een dilemma in' }).click();
  await page.getByLabel('Waar gaat het dilemma over, zonder namen?').fill('Halverwege een');
  await leid.getByRole('button', { name: /^Begin met casus/ }).click();
  await page.getByText('U bent nu aan de beurt').waitFor();
  expect(new URL(page.url()).pathname).toBe(h.pad);
  expect(await page.getByLabel('Waar gaat het dilemma over, zonder namen?').inputValue()).toBe(
    'Halverwege een',
  );
  await page.getByLabel('Waar gaat het dilemma over, zonder namen?').fill('');

  // From any other screen the line leads to the board, and from there it moves nothing.
  await page.getByRole('link', { name: 'Mijn werk' }).click();
  const regel = page.getByRole('region', { name: 'U bent in een overleg' });
  await regel.getByRole('link', { name: 'Naar het bord' }).click();
  await page.waitForURL(`**/casussen/${h.casusId}`);
  await page.getByText(/Alles opgeslagen/).waitFor();
  await regel.getByText('terugblik').waitFor();
  const zoek = page.getByRole('button', { name: 'Zoeken', exact: true });
  const waar = () => zoek.boundingBox();
  const plek = await waar();
  const hoogte = (await regel.boundingBox())?.height;
  await leid.getByRole('button', { name: 'Volgende: vraag' }).click();
  await regel.getByText('vraag', { exact: true }).waitFor();
  expect(await waar()).toEqual(plek);
  await eisToegankelijk(page, 'een bord in een overleg');
  await sluitPunt(h.petra.page);
  await regel.getByText('U bent rond 9.20 uur aan de beurt').waitFor();
  expect(await waar()).toEqual(plek);
  expect((await regel.boundingBox())?.height).toBe(hoogte);
  expect(new URL(page.url()).pathname).toBe(`/casussen/${h.casusId}`);
  for (const scherm of SCHERMEN) {
    await page.setViewportSize(scherm);
    await eisGeenZijwaarts(h.fatima);
    await eisToegankelijk(page, `een bord in een overleg op ${scherm.width}`);
  }

  // It stays through a reload, and goes when one steps out; on the page of the overleg one is in it again.
  await page.reload();
  await regel.getByText('U bent rond 9.20 uur aan de beurt').waitFor();
  await page.keyboard.press('u');
  await regel.waitFor({ state: 'detached' });
  await page.goto(h.pad);
  await page.getByRole('region', { name: 'Het overleg is bezig' }).waitFor();
  await page.getByRole('link', { name: 'Mijn werk' }).click();
  await regel.waitFor();
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.waitForURL('**/aanmelden');
  expect(await page.evaluate(() => sessionStorage.getItem('regietafel:overleg'))).toBeNull();
});

test('while an item is open what changes the agenda is folded, not under who is in it, and keeps what was begun', async () => {
  const h = await zetOverlegOp(product);
  const { page } = h.petra;
  await page.goto(h.pad);
  const dilemma = page.locator('rt-agendapunt').last();
  const reden = dilemma.getByRole('textbox', { name: 'Waarom geeft u het terug?' });
  await dilemma.getByRole('button', { name: /^Geef terug/ }).click();
  await reden.fill('Eerst met de');
  const balk = page.getByRole('region', { name: 'Het overleg leiden' });
  await balk.getByRole('button', { name: 'Open het overleg' }).click();
  await balk.getByRole('button', { name: /^Begin met casus/ }).click();
  await balk.getByText('nog 2 minuten').waitFor();
  await reden.waitFor({ state: 'hidden' });
  await dilemma.getByText('Wijzig op de agenda').click();
  expect(await reden.inputValue()).toBe('Eerst met de');
  await reden.press('End');
  await page.keyboard.type(' regisseur');
  await page.getByRole('heading', { level: 1 }).click();

  // Between items all of it stands open. When one opens again, by another screen of who leads, nothing folds under one.
  await sluitPunt(page);
  await dilemma.getByText('Wijzig op de agenda').waitFor({ state: 'hidden' });
  await reden.focus();
  const { stand, agendapunten } = await h.overleg(h.petra);
  const begonnen = await h.petra.vraag('POST', `${h.pad}/stappen`, {
    stap: 'heropen',
    versie: stand?.versie,
    agendapuntId: agendapunten.find(({ soort }) => soort === 'casus')?.id,
  });
  expect(begonnen.status).toBe(200);
  await dilemma.getByText('Wijzig op de agenda').waitFor();
  await page.keyboard.type('!');
  expect(await reden.inputValue()).toBe('Eerst met de regisseur!');
  const casus = page.locator('rt-agendapunt').first();
  await casus.getByText('Wijzig op de agenda').waitFor();
  expect(await casus.getByRole('button', { name: /^Later/ }).count()).toBe(0);
});
