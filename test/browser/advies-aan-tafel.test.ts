import { afterAll, beforeAll, expect, test } from 'vitest';
import { datumOp } from '../../server/kern/tijd.ts';
import { bordVan, eisGeenZijwaarts, eisToegankelijk, type Product, startProduct } from './opstelling.ts';
import { sluitPunt, zetOverlegOp } from './overlegtafel.ts';

const SCHERMEN = [
  { width: 390, height: 844 },
  { width: 683, height: 384 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const DESKUNDIGE = 'Hanneke Groenewoud';
const VRAAG = 'Wat helpt kind in de ochtend?';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

test('OV11: wie adviseert, leest aan tafel naast het tafelblad wat de eigen vraag opende, tot het agendapunt sluit; een ander ziet er niets van', async () => {
  const h = await zetOverlegOp(product, { leden: [DESKUNDIGE], meedenkers: [DESKUNDIGE] });
  const tom = await product.persoon('Tom Bakker');
  const hanneke = await product.persoon(DESKUNDIGE);
  const bord = await bordVan(tom, h.casusId);
  const kind1 = bord.leden.find(({ rol }) => rol === 'kind 1')?.id;
  const deel = bord.compartimenten.find(
    ({ categorie, lidId, niveau }) => categorie === 'jeugd' && lidId === kind1 && niveau === 'schrijven',
  );
  const schrijf = (titel: string) =>
    tom.vraag('POST', `/casussen/${h.casusId}/kaarten`, {
      compartimentId: deel?.id,
      soort: 'zorgpunt',
      titel,
      leefgebied: 'opvoeden_jeugd',
    });
  const body = { lidId: kind1, vraag: VRAAG, opent: [deel?.id], genoemd: [], tot: datumOp(Date.now()) };
  const { body: gesteld } = await tom.vraag<{ id: string }>(
    'POST',
    `/casussen/${h.casusId}/adviesvragen`,
    body,
  );

  const { page: petra } = h.petra;
  await petra.goto(h.pad);
  await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await petra.keyboard.press('o');
  await petra.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await petra.keyboard.press('v');

  const { page } = hanneke;
  await page.goto(h.pad);
  await page.getByRole('region', { name: 'Tafelblad' }).waitFor();
  const vraag = page.getByRole('region', { name: 'Uw adviesvraag' });
  expect(await vraag.count()).toBe(0);

  // She takes it on meanwhile, and it comes beside the tafelblad; what is written there comes in by itself.
  expect((await hanneke.vraag('POST', `/adviesvragen/${gesteld.id}/aanneming`)).status).toBe(204);
  await vraag.getByRole('heading', { name: VRAAG }).waitFor();
  const woord = `kanarie${Date.now()}`;
  await schrijf(woord);
  await vraag.getByText(woord).waitFor();
  for (const scherm of SCHERMEN) {
    await page.setViewportSize(scherm);
    await eisGeenZijwaarts(hanneke);
    await eisToegankelijk(page, `adviesvraag aan tafel op ${scherm.width}`);
  }
  // On her own keyboard the way to where she writes it.
  await vraag.getByRole('link', { name: 'Naar uw advies' }).press('Enter');
  await page.getByLabel('Wat ik adviseer').waitFor();
  await page.goBack();
  await vraag.getByText(woord).waitFor();

  // It goes with the item, and nothing that is written after comes on this page.
  await sluitPunt(petra);
  await vraag.waitFor({ state: 'detached' });
  const later = `${woord}later`;
  await schrijf(later);
  expect(await page.getByText(woord).count()).toBe(0);

  const bijPetra = await h.petra.ontvangen();
  for (const verborgen of [woord, later, gesteld.id, VRAAG])
    expect(bijPetra, verborgen).not.toContain(verborgen);
  expect(await hanneke.ontvangen()).not.toContain(later);
});
