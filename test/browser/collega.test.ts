import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bordVan,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  startProduct,
} from './opstelling.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// NK12 on the screen: a seat is no key. In the demo Daan waits at a casus where Noor, of the same provider, writes.

let product: Product;
let lijn: Vertraging;

beforeEach(async () => {
  product = await startProduct();
  lijn = await maakVertraging(product.url);
});

afterEach(async () => {
  await lijn.sluit();
  await product.sluit();
});

async function opLijn(naam: string): Promise<Persoon> {
  return await product.persoon(naam, undefined, { baseURL: lijn.url });
}

/** The one casus in which somebody takes part with Daan. */
async function casusVan(persoon: Persoon): Promise<string> {
  const { casussen } = (await persoon.vraag('GET', '/casussen')).body as { casussen: { id: string }[] };
  for (const { id } of casussen) {
    const { deelnemers } = await bordVan(persoon, id);
    if (deelnemers.some(({ naam }) => naam === 'Daan Peters')) return id;
  }
  throw new Error('Daan takes no part');
}

describe.each([
  ['', 0],
  [' over a line of 120 ms', 120],
])('%s', (waar, ms) => {
  test(`NK12: een nieuwe collega leest pas mee als wie hier schrijft dat bevestigt, en dan meteen${waar}`, {
    timeout: 120_000,
  }, async () => {
    lijn.zet(ms);
    const noor = await opLijn('Noor Smeets');
    const daan = await opLijn('Daan Peters');
    const casusId = await casusVan(noor);
    await openBord(daan, casusId);

    // Daan reads on his own closed line what he waits for, and whom to call.
    const dicht = daan.page.getByRole('group', { name: /^Jeugdhulp van .*: niet open voor u$/ });
    await dicht.locator('summary').click();
    await dicht.getByText('gaat open als een collega bevestigt dat u erbij hoort').first().waitFor();
    await dicht.getByText('Noor Smeets').first().waitFor();
    await dicht.getByRole('button', { name: /^Waarom zie ik dit niet\?/ }).click();
    const uitleg = daan.page.getByRole('dialog');
    await uitleg.getByText('een collega die hier schrijft').first().waitFor();
    await daan.page.keyboard.press('Escape');
    await uitleg.waitFor({ state: 'detached' });

    // Noor finds it in her work, and goes from there.
    await noor.page.goto('/');
    const regel = noor.page.getByRole('link', {
      name: 'Nieuwe collega: Daan Peters. Hoort die hierbij?',
      exact: true,
    });
    await regel.waitFor();
    await openBord(noor, casusId);
    const nu = noor.page.getByRole('region', { name: 'Nu' });
    await nu.getByText('Hoort die hierbij?').waitFor();
    await nu.getByText('Jeugdhulp van').waitFor();
    await eisToegankelijk(noor.page, 'a new colleague');
    const jeugd = async () =>
      (await bordVan(daan, casusId)).compartimenten.filter(
        ({ categorie, niveau }) => categorie === 'jeugd' && niveau === 'schrijven',
      ).length;
    expect(await jeugd()).toBe(0);

    await nu.getByRole('button', { name: 'Ja, hoort erbij' }).click();

    // It opens on the screen that looks, and the question is gone.
    await daan.page.getByText('gaat open als een collega bevestigt').waitFor({ state: 'detached' });
    await nu.getByText('Hoort die hierbij?').waitFor({ state: 'detached' });
    expect(await jeugd()).toBeGreaterThan(0);
    await noor.page.goto('/');
    await noor.page.getByRole('heading', { name: 'Mijn werk' }).waitFor();
    await regel.waitFor({ state: 'detached' });
  });
});
