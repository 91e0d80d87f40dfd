import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { type Product, startProduct } from './opstelling.ts';
import { sluitPunt } from './overlegtafel.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// Scene 8, as the demo has it: an hour, three casussen and a dilemma, everyone under their own mask.

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

test.each([0, 120])(
  'scene 8: overleg, over a line of %i ms: from the agenda through three casussen and a dilemma to closed; each item on the screens of who take part in it, and on no other',
  async (ms) => {
    lijn.zet(ms);
    const komt = (naam: string) => product.persoon(naam, undefined, { baseURL: lijn.url });
    const petra = await komt('Petra van Loon');
    const fatima = await komt('Fatima El Amrani');
    const sanne = await komt('Sanne Kuipers');
    const naima = await komt('Naima Chaouch');
    const hanneke = await komt('Hanneke Groenewoud');
    const els = await komt('Els Vermeulen');
    const dylan = await komt('Dylan Kartosen');
    const leden = [fatima, sanne, naima, hanneke, els, dylan];
    const { body } = await petra.vraag<Antwoord<'overleg.lijst'>>('GET', '/overleggen');
    const pad = `/overleggen/${body.overleggen[0]?.id}`;
    const { agendapunten } = (await petra.vraag<Overleg>('GET', pad)).body;
    expect(agendapunten.map(({ soort }) => soort)).toEqual(['casus', 'casus', 'casus', 'dilemma']);
    await Promise.all([petra, ...leden].map(({ page }) => page.goto(pad)));

    const balk = petra.page.getByRole('region', { name: 'Het overleg leiden' });
    /** By the key of what the bar offers. */
    const stap = async (naam: string | RegExp, toets: string): Promise<void> => {
      await balk.getByRole('button', { name: naam }).waitFor();
      await petra.page.keyboard.press(toets);
    };
    await stap('Open het overleg', 'o');
    for (const { page } of [fatima, sanne, naima, hanneke, els])
      await page.getByRole('region', { name: 'Het overleg is bezig' }).waitFor();

    // Who directs each casus, in the order of the agenda.
    for (const [n, { page }] of [fatima, sanne, naima].entries()) {
      const label = agendapunten[n]?.label ?? '';
      await stap(new RegExp(`^Begin met casus ${label}`), 'v');
      await page.getByRole('region', { name: 'U bent in een overleg' }).getByText(`casus ${label}`).waitFor();
      for (const onderdeel of ['vraag', 'beeld', 'wegen', 'afspreken', 'teruglezen'])
        await stap(`Volgende: ${onderdeel}`, 'v');
      await balk.locator('[aria-current="step"]', { hasText: 'teruglezen' }).waitFor();
      // Who notes has all of it in front of them, and leads nothing.
      await dylan.page.locator('#rt-overleg-nu').waitFor();
      await balk.getByRole('button', { name: 'Sluit dit punt' }).waitFor();
      await sluitPunt(petra.page);
    }
    await stap(/^Begin met dilemma/, 'v');
    await els.page.getByText('U bent nu aan de beurt').waitFor();
    await stap('Sluit dit punt', 's');
    await stap('Sluit het overleg …', 'x');
    await balk.getByRole('button', { name: 'Sluit het overleg', exact: true }).click();
    for (const { page } of [petra, els]) await page.getByText('Dit overleg is gesloten.').waitFor();

    // OV1: nobody got a byte of the label, the id or the question of a casus in which they don't take part.
    for (const [wie, n] of [
      [els, 0],
      [els, 2],
      [naima, 0],
      [naima, 1],
      [hanneke, 1],
    ] as const) {
      const gekregen = await wie.ontvangen();
      const punt = agendapunten[n];
      for (const wat of [punt?.label, punt?.id, punt?.inbreng?.vraag]) {
        expect(wat).toBeTruthy();
        expect(gekregen).not.toContain(wat);
      }
    }
  },
);
