import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { datumOp, totMoment } from '../../server/kern/tijd.ts';
import {
  bordVan,
  eisToegankelijk,
  onderschep,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';
import { maakVertraging } from './vertraging.ts';

const DAG_MS = 24 * 60 * 60 * 1000;

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

/** Goes with Tab to what is meant, as somebody without a mouse does. */
async function tabNaar(page: Page, doel: Locator): Promise<void> {
  await doel.waitFor();
  for (let n = 0; n < 120; n += 1) {
    if (await doel.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${doel}`);
}

async function druk(page: Page, doel: Locator, toets = 'Enter'): Promise<void> {
  await tabNaar(page, doel);
  await page.keyboard.press(toets);
}

async function typIn(page: Page, doel: Locator, tekst: string): Promise<void> {
  await tabNaar(page, doel);
  await page.keyboard.type(tekst);
}

/** What one did took its button away: who works by keyboard goes on from the heading of what is there now. */
async function verwachtFocus(page: Page, id: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
}

/** Tom asks about kind 1 of the rich case, and opens what he keeps, in which a word stands. @returns the id */
async function gesteld(tom: Persoon, vraag: string, tot: string, woord: string): Promise<string> {
  const casusId = await rijkeCasus(await product.persoon('Fatima El Amrani'));
  const bord = await bordVan(tom, casusId);
  const kind1 = bord.leden.find(({ rol }) => rol === 'kind 1')?.id;
  const deel = bord.compartimenten.find(
    ({ categorie, lidId, niveau }) => categorie === 'jeugd' && lidId === kind1 && niveau === 'schrijven',
  );
  const kaart = { soort: 'zorgpunt', titel: woord, leefgebied: 'opvoeden_jeugd' };
  await tom.vraag('POST', `/casussen/${casusId}/kaarten`, { compartimentId: deel?.id, ...kaart });
  const body = { lidId: kind1, vraag, opent: [deel?.id], genoemd: [], tot };
  const { status, body: antwoord } = await tom.vraag<{ id: string }>(
    'POST',
    `/casussen/${casusId}/adviesvragen`,
    body,
  );
  expect(status).toBe(201);
  return antwoord.id;
}

const VRAAG = 'Hoe gaat kind ook eind van de maand naar school?';

test.each([0, 120])(
  'scene 9: advies op afstand, met het toetsenbord alleen, over een lijn van %i ms',
  async (ms) => {
    const lijn = await maakVertraging(product.url);
    onTestFinished(() => lijn.sluit());
    lijn.zet(ms);
    const tom = await product.persoon('Tom Bakker');
    const hanneke = await product.persoon('Hanneke Groenewoud', undefined, { baseURL: lijn.url });
    const fatima = await product.persoon('Fatima El Amrani');
    const casusId = await rijkeCasus(fatima);
    const bord = await bordVan(tom, casusId);
    const vraag = ms === 0 ? VRAAG : `Wat helpt kind in de ochtend, ${ms}?`;
    const kind1 = bord.leden.find(({ rol }) => rol === 'kind 1')?.id ?? '';
    const deel = bord.compartimenten.find(
      ({ categorie, lidId, niveau }) => categorie === 'jeugd' && lidId === kind1 && niveau === 'schrijven',
    );
    if (ms > 0) {
      const body = {
        lidId: kind1,
        vraag,
        opent: [deel?.id],
        genoemd: [],
        tot: datumOp(Date.now()),
      };
      expect((await tom.vraag('POST', `/casussen/${bord.id}/adviesvragen`, body)).status).toBe(201);
    }
    const namen = (await bordVan(fatima, casusId)).kaarten.flatMap((kaart) =>
      kaart.soort === 'naam' ? [kaart.voornaam, kaart.achternaam ?? ''] : [],
    );
    expect(namen.length).toBeGreaterThan(2);

    // From the worklist to the question, and taken on.
    await hanneke.page.goto('/');
    await druk(hanneke.page, hanneke.page.getByRole('link', { name: vraag }));
    await hanneke.page.getByRole('heading', { level: 1, name: vraag }).waitFor();
    await eisToegankelijk(hanneke.page, 'adviesvraag die wacht');
    await druk(hanneke.page, hanneke.page.getByRole('button', { name: 'Vraag aannemen' }));
    const advies = hanneke.page.getByLabel('Wat ik adviseer');
    await advies.waitFor();
    await verwachtFocus(hanneke.page, 'rt-advies-leest');

    // What is written meanwhile comes in, without the name that stands in it.
    const woord = `kanarie${Date.now()}`;
    const [naam = ''] = namen;
    await tom.vraag('POST', `/casussen/${bord.id}/kaarten`, {
      compartimentId: deel?.id,
      soort: 'zorgpunt',
      titel: `${naam} slaapt slecht, ${woord}`,
      leefgebied: 'opvoeden_jeugd',
    });
    await hanneke.page.getByText(woord).waitFor();
    await eisToegankelijk(hanneke.page, 'advies schrijven');

    await typIn(hanneke.page, hanneke.page.getByLabel('Wat ik lees'), 'De ochtend lukt niet in één week.');
    await typIn(hanneke.page, advies, 'Kijk op maandag samen vooruit.');
    await hanneke.page.getByText('Opgeslagen. Alleen u ziet dit.').waitFor();
    await hanneke.page.reload();
    expect(await advies.inputValue()).toBe('Kijk op maandag samen vooruit.');
    await druk(hanneke.page, hanneke.page.getByRole('button', { name: 'Tekenen en geven …' }));
    await druk(hanneke.page, hanneke.page.getByRole('button', { name: 'Teken nu' }));

    // What she read closes on the spot, and what is written afterwards never comes.
    await hanneke.page.getByText(/^Gesloten op/).waitFor();
    await verwachtFocus(hanneke.page, 'rt-advies-doet');
    expect(await hanneke.page.getByText(woord).count()).toBe(0);
    const later = `kanarie${Date.now()}later`;
    await tom.vraag('POST', `/casussen/${bord.id}/kaarten`, {
      compartimentId: deel?.id,
      soort: 'zorgpunt',
      titel: later,
      leefgebied: 'opvoeden_jeugd',
    });

    // The team answers, and she hears it.
    await tom.page.goto('/');
    await druk(tom.page, tom.page.getByRole('link', { name: vraag }));
    await tom.page.getByText('Kijk op maandag samen vooruit.', { exact: true }).waitFor();
    await eisToegankelijk(tom.page, 'advies lezen en antwoorden');
    await tabNaar(tom.page, tom.page.getByRole('radio', { name: 'Doen we', exact: true }));
    await tom.page.keyboard.press('ArrowDown');
    await typIn(tom.page, tom.page.getByLabel('Waarom?'), 'Op maandag kan het niet elke week.');
    await druk(tom.page, tom.page.getByRole('button', { name: 'Antwoord geven' }));
    await verwachtFocus(tom.page, 'rt-advies-doet');
    await hanneke.page.getByRole('heading', { name: 'Antwoord van het team: doen we deels' }).waitFor();
    await hanneke.page.getByText('Op maandag kan het niet elke week.').waitFor();

    // In two clicks it becomes an afspraak of the casus, where it stands; she hears that there is one.
    const regel = 'Kijk op maandag samen vooruit.';
    await druk(tom.page, tom.page.getByRole('button', { name: `Maak een afspraak van: ${regel}` }));
    const formulier = tom.page.locator('rt-kaartformulier');
    await formulier
      .getByText(/Gelezen door|lezen|leest/)
      .first()
      .waitFor();
    expect(await formulier.getByLabel('Wat spreekt u af?').inputValue()).toBe(regel);
    await eisToegankelijk(tom.page, 'een afspraak uit een advies');
    await druk(tom.page, formulier.getByRole('button', { name: 'Bewaren' }));
    await formulier.waitFor({ state: 'detached' });
    const gemaakt = (await bordVan(tom, casusId)).kaarten.find(({ titel }) => titel === regel);
    expect(gemaakt?.soort).toBe('afspraak');
    await tom.page.getByRole('link', { name: 'Afspraak gemaakt: nog niet begonnen' }).waitFor();
    await hanneke.page.getByText('Afspraak gemaakt: nog niet begonnen').waitFor();
    await hanneke.page.getByRole('heading', { name: 'Antwoord van het team: doen we deels' }).waitFor();

    // Her browser never held a name, nor the label of the casus.
    const ontvangen = await hanneke.ontvangen();
    for (const verborgen of [
      ...namen.filter((een) => een !== ''),
      bord.label,
      bord.id,
      later,
      gemaakt?.id ?? '',
    ])
      expect(ontvangen, verborgen).not.toContain(verborgen);
  },
);

test('NK7: wie adviseert en het scherm dagen open laat staan, leest na de laatste dag niets meer, ook zonder verbinding', async () => {
  const lijn = await maakVertraging(product.url);
  onTestFinished(() => lijn.sluit());
  const tom = await product.persoon('Tom Bakker');
  // A browser that thinks it is elsewhere: the day ends by the clock of the Netherlands all the same.
  const hanneke = await product.persoon('Hanneke Groenewoud', undefined, {
    baseURL: lijn.url,
    timezoneId: 'America/New_York',
  });
  const woord = `kanarie${Date.now()}`;
  const tot = datumOp(Date.now() + 3 * DAG_MS);
  const id = await gesteld(tom, 'Hoe verder?', tot, woord);

  await hanneke.page.clock.install();
  await hanneke.page.goto(`/advies/${id}`);
  await hanneke.page.getByRole('button', { name: 'Vraag aannemen' }).click();
  const gelezen = hanneke.page.getByText(woord);
  await gelezen.waitFor();
  await hanneke.page.getByLabel('Wat ik adviseer').fill('Begin klein.');
  lijn.valWeg();
  // ST16: what stands there may be old from now on.
  await hanneke.page.getByText('Wat u leest, kan oud zijn.').waitFor();

  const einde = totMoment(tot);
  const nog = (): Promise<number> => hanneke.page.evaluate((op) => op - Date.now(), einde);
  await hanneke.page.clock.fastForward((await nog()) - 60_000);
  expect(await gelezen.count()).toBe(1);
  await hanneke.page.clock.fastForward((await nog()) + 500);
  await gelezen.waitFor({ state: 'detached' });
  // What she wrote herself stays.
  expect(await hanneke.page.getByLabel('Wat ik adviseer').inputValue()).toBe('Begin klein.');
});

test('OV11: wie een vraag doorgeeft, met het toetsenbord, staat weer in Mijn werk; de collega leest en begint opnieuw', async () => {
  const tom = await product.persoon('Tom Bakker');
  const hanneke = await product.persoon('Hanneke Groenewoud');
  const koen = await product.persoon('Koen Verbeek');
  const woord = `kanarie${Date.now()}`;
  const vraag = 'Wie kijkt er mee?';
  const id = await gesteld(tom, vraag, datumOp(Date.now() + 3 * DAG_MS), woord);
  const { page } = hanneke;
  await page.goto(`/advies/${id}`);
  await druk(page, page.getByRole('button', { name: 'Vraag aannemen' }));
  await typIn(page, page.getByLabel('Wat ik adviseer'), 'Begin klein.');
  await page.getByText('Opgeslagen. Alleen u ziet dit.').waitFor();
  await druk(page, page.getByText('Teruggeven of doorgeven'));
  await tabNaar(page, page.getByLabel('Aan wie geeft u de vraag door?'));
  await page.keyboard.press('ArrowDown');
  await druk(page, page.getByRole('button', { name: 'Doorgeven', exact: true }));
  await page.getByRole('heading', { level: 1, name: /^Mijn werk/ }).waitFor();
  await page.getByRole('link', { name: vraag }).waitFor({ state: 'detached' });

  await koen.page.goto('/');
  await druk(koen.page, koen.page.getByRole('link', { name: vraag }));
  await koen.page.getByText(woord).waitFor();
  expect(await koen.page.getByLabel('Wat ik adviseer').inputValue()).toBe('');
  expect(await koen.ontvangen()).not.toContain('Begin klein.');
});

test('wie tekent en het van de lijn eerder hoort dan het antwoord komt, gaat met het toetsenbord verder bij het advies', async () => {
  const tom = await product.persoon('Tom Bakker');
  const hanneke = await product.persoon('Hanneke Groenewoud');
  const id = await gesteld(tom, 'Wie begint?', datumOp(Date.now() + 3 * DAG_MS), `kanarie${Date.now()}`);
  const { page } = hanneke;
  await page.goto(`/advies/${id}`);
  await druk(page, page.getByRole('button', { name: 'Vraag aannemen' }));
  await typIn(page, page.getByLabel('Wat ik adviseer'), 'Begin klein.');
  await page.getByText('Opgeslagen. Alleen u ziet dit.').waitFor();
  await onderschep(page, `**/api/v1/adviesvragen/${id}/advies`, async (weg) => {
    const antwoord = await weg.fetch();
    await page.getByText(/^Gesloten op/).waitFor();
    await weg.fulfill({ response: antwoord });
  });
  await druk(page, page.getByRole('button', { name: 'Tekenen en geven …' }));
  await druk(page, page.getByRole('button', { name: 'Teken nu' }));
  await verwachtFocus(page, 'rt-advies-doet');
  await page.getByText('Getekend en gegeven. Wat u las, is gesloten.').waitFor({ state: 'attached' });
});

test('ST15: wat u typt terwijl het vorige nog wordt bewaard, gaat erachteraan, en tot dan staat er niet dat het is opgeslagen', async () => {
  const tom = await product.persoon('Tom Bakker');
  const hanneke = await product.persoon('Hanneke Groenewoud');
  const id = await gesteld(tom, 'Wat eerst?', datumOp(Date.now() + 3 * DAG_MS), `kanarie${Date.now()}`);
  const { page } = hanneke;
  await page.clock.install();
  await page.goto(`/advies/${id}`);
  await page.getByRole('button', { name: 'Vraag aannemen' }).click();
  const lees = page.getByLabel('Wat ik lees');
  await lees.waitFor();

  let laat: (() => void) | undefined;
  const vastgehouden = new Promise<void>((klaar) => {
    laat = klaar;
  });
  const bewaard: (string | null)[] = [];
  await onderschep(page, `**/api/v1/adviesvragen/${id}`, async (weg) => {
    if (weg.request().method() !== 'PATCH') return weg.continue();
    bewaard.push(weg.request().postDataJSON().watIkAdviseer);
    if (bewaard.length === 1) await vastgehouden;
    await weg.continue();
  });
  await lees.fill('De ochtend lukt niet.');
  await page.clock.runFor(1_000);
  await expect.poll(() => bewaard).toEqual([null]);
  await page.getByLabel('Wat ik adviseer').fill('Begin klein.');
  await page.clock.runFor(1_000);
  // Whatever was sent by now has come by the same road.
  await page.evaluate(() => fetch('/api/v1/gezondheid'));
  expect(bewaard).toEqual([null]);
  expect(await page.getByText('Opgeslagen. Alleen u ziet dit.').count()).toBe(0);
  laat?.();
  await page.getByText('Opgeslagen. Alleen u ziet dit.').waitFor();
  expect(bewaard).toEqual([null, 'Begin klein.']);
  await page.unroute(`**/api/v1/adviesvragen/${id}`);
  await page.reload();
  expect(await page.getByLabel('Wat ik adviseer').inputValue()).toBe('Begin klein.');
});
