import { afterAll, beforeAll, expect, test } from 'vitest';
import { maakFrame } from '../../shared/sync/frame.ts';
import { kanaalVan, rauweDraad, smokkel, wijziging } from './draad.ts';
import {
  aanTafel,
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  startProduct,
  tabTot,
} from './opstelling.ts';
import {
  beginConcept,
  plekBijGezondheid,
  staatEr,
  typSamen,
  wachtOpOpgeslagen,
  zetOnderaan,
} from './schrijven.ts';

const GEZONDHEID = 'Houd rekening met bij gezondheid, over moeder';
const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';

let product: Product;
let casusId: string;
let fatima: Persoon;
let sanne: Persoon;

beforeAll(async () => {
  product = await startProduct();
  ({
    casusId,
    mensen: { 'Fatima El Amrani': fatima, 'Sanne Kuipers': sanne },
  } = await aanTafel(product, ['Fatima El Amrani', 'Sanne Kuipers']));
});

afterAll(async () => {
  await product.sluit();
});

test('met het toetsenbord alleen: van het bord naar een concept, en het delen', async () => {
  const { page } = sanne;
  await page.getByRole('tab', { name: 'Plan' }).focus();
  await tabTot(page, new RegExp(`^Schrijven\\s*: ${GELDZAKEN}$`), 120);
  await page.keyboard.press('Enter');
  const vlak = page.getByRole('textbox', { name: `Uw concept bij: ${GELDZAKEN}` });
  await expect.poll(() => vlak.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('Geschreven zonder muis.');
  const concept = page.getByRole('region', { name: `Uw concept bij: ${GELDZAKEN}` });
  await concept.getByRole('button', { name: /^Deel met/ }).waitFor();
  await tabTot(page, /^Deel met/);
  await page.keyboard.press('Enter');
  await concept.getByText('Wie gaan dit lezen?').waitFor();
  await tabTot(page, /^Ja, deel het$/, 3);
  await page.keyboard.press('Enter');
  await concept.waitFor({ state: 'detached' });
  await staatEr(fatima, 'Geschreven zonder muis.');
  // Focus is where one begins again, not lost at the top of the page.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim()))
    .toBe(`Schrijven: ${GELDZAKEN}`);
});

test('WCAG 2.2 AA: teksten om te lezen, samen typen, noemen, een concept en de vraag wie het gaan lezen', async () => {
  const { page } = fatima;
  await eisToegankelijk(page, 'teksten om te lezen');
  await typSamen(fatima, GEZONDHEID);
  const vanSanne = await typSamen(sanne, GEZONDHEID);
  await zetOnderaan(vanSanne, 'Met een cursor van een ander.');
  await staatEr(fatima, 'Met een cursor van een ander.');
  await page.getByRole('textbox', { name: GEZONDHEID, exact: true }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' @');
  await page.getByRole('listbox', { name: 'Iemand noemen' }).waitFor();
  await eisToegankelijk(page, 'samen typen, met de lijst om iemand te noemen');
  await page.keyboard.press('Escape');

  const vlak = await beginConcept(fatima, GELDZAKEN);
  await vlak.focus();
  await page.keyboard.type('Bel 06-12345678 niet voor tien uur.');
  await page.getByText('Dit lijkt een telefoonnummer').waitFor();
  await eisToegankelijk(page, 'een concept, met een waarschuwing');
  const concept = page.getByRole('region', { name: `Uw concept bij: ${GELDZAKEN}` });
  await concept.getByRole('button', { name: /^Deel met/ }).click();
  await concept.getByRole('button', { name: 'Ja, deel het' }).waitFor();
  await eisToegankelijk(page, 'wie gaan dit lezen');
  await concept.getByRole('button', { name: 'Toch niet' }).click();
});

test('WCAG 1.4.10: met een editor open op een telefoon en bij 200 % schuift niets opzij', async () => {
  const { page } = fatima;
  const editors = page.getByRole('textbox', { name: /Houd rekening met bij/ });
  for (const scherm of [
    { width: 390, height: 844 },
    { width: 683, height: 384 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(scherm);
    await expect.poll(() => editors.count()).toBe(2);
    await eisGeenZijwaarts(fatima);
    const vlak = page.getByRole('textbox', { name: GEZONDHEID, exact: true });
    await vlak.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' @');
    await page.getByRole('listbox', { name: 'Iemand noemen' }).waitFor();
    await page.getByRole('toolbar', { name: `Opmaak van ${GEZONDHEID}` }).waitFor();
    await eisGeenZijwaarts(fatima);
    await page.keyboard.press('Escape');
  }
  await eisToegankelijk(page, 'een editor op een klein scherm');
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('WCAG 2.2 AA: tekst die niet werd opgeslagen, en geen verbinding', async () => {
  const { page } = sanne;
  const draad = await rauweDraad(sanne, casusId);
  const kanaal = await kanaalVan(draad, (await plekBijGezondheid(sanne, casusId)).compartimentId);
  const vlak = page.getByRole('textbox', { name: GEZONDHEID, exact: true });
  await vlak.focus();
  await wachtOpOpgeslagen(sanne);
  // A change under an id that isn't hers goes out first, so that hers comes after a refusal.
  await smokkel(sanne, maakFrame(kanaal, wijziging('verzonnen', 'van een ander').bericht));
  await page.keyboard.insertText('Dit wordt geweigerd.');
  await page.getByRole('region', { name: 'Niet opgeslagen tekst' }).waitFor();
  await eisToegankelijk(page, 'niet opgeslagen tekst');

  await product.valUit();
  await page.getByText('U kunt doortypen').first().waitFor();
  await eisToegankelijk(page, 'geen verbinding');
});
