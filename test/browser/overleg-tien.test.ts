import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { bordVan, type Persoon, type Product, startProduct } from './opstelling.ts';
import { sluitPunt } from './overlegtafel.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// Scene 8 with everyone in it: ten people in ten browsers and a screen in the room, from the agenda to the oogst.

let product: Product;
let lijn: Vertraging;

beforeAll(async () => {
  product = await startProduct();
  lijn = await maakVertraging(product.url);
});

afterAll(async () => {
  await lijn.sluit();
  await product.sluit();
});

/** For who looks at it: only where `BEELDEN` names a folder. */
async function beeld(page: Page, naam: string): Promise<void> {
  if (process.env.BEELDEN !== undefined)
    await page.screenshot({ path: `${process.env.BEELDEN}/${naam}.png`, fullPage: false });
}

test('scene 8: overleg with ten people, one of them remote, a notulist, a guest, a deputy who takes over and a big screen: three casussen from the agenda to the oogst, each under their own mask', async () => {
  const komt = (naam: string) => product.persoon(naam);
  const petra = await komt('Petra van Loon');
  const henk = await komt('Henk Zandstra');
  const dylan = await komt('Dylan Kartosen');
  const fatima = await komt('Fatima El Amrani');
  const joke = await komt('Joke Visser');
  const sanne = await komt('Sanne Kuipers');
  const els = await komt('Els Vermeulen');
  const naima = await komt('Naima Chaouch');
  const rachid = await komt('Rachid Benali');
  // Elsewhere, on the video, over a line that takes its time.
  lijn.zet(120);
  const hanneke = await product.persoon('Hanneke Groenewoud', undefined, { baseURL: lijn.url });
  const anderen = [henk, dylan, fatima, joke, sanne, els, naima, rachid, hanneke];
  const { page: wand } = await product.onbekende({ width: 1920, height: 1080 });

  const { body } = await petra.vraag<Antwoord<'overleg.lijst'>>('GET', '/overleggen');
  const pad = `/overleggen/${body.overleggen[0]?.id}`;
  const { agendapunten } = (await petra.vraag<Overleg>('GET', pad)).body;
  const [een, twee, drie] = agendapunten;
  expect(agendapunten.map(({ soort }) => soort)).toEqual(['casus', 'casus', 'casus', 'dilemma']);
  await petra.page.setViewportSize({ width: 1366, height: 768 });
  await rachid.page.setViewportSize({ width: 390, height: 844 });

  // The household agreed that the others know of her: else she couldn't sit at its table (OV3).
  const vanNaima = (await naima.vraag<Overleg>('GET', pad)).body.agendapunten;
  const haarCasus = vanNaima.find(({ id }) => id === drie?.id)?.casusId ?? '';
  const zetels = (await bordVan(naima, haarCasus)).deelnemers;
  const haar = zetels.find(({ naam }) => naam === 'Hanneke Groenewoud')?.id;
  const akkoord = await naima.vraag('PATCH', `/casussen/${haarCasus}/deelnemers/${haar}`, {
    bekend: true,
  });
  expect(akkoord.status).toBe(200);

  // Beforehand: who takes part reads in; a guest reads when to be there.
  await joke.page.goto(`${pad}/inlezen`);
  await joke.page.getByRole('heading', { name: 'Open afspraken van anderen' }).waitFor();
  await beeld(joke.page, 'joke-leest-in');
  await Promise.all([petra, ...anderen].map(({ page }) => page.goto(pad)));
  await rachid.page.getByText('u bent er te gast').first().waitFor();
  await beeld(petra.page, 'petra-agenda');
  await beeld(rachid.page, 'rachid-vooraf');

  const balkVan = ({ page }: Persoon) => page.getByRole('region', { name: 'Het overleg leiden' });
  /** By the key of what the bar offers, of who leads. */
  const stap = async (wie: Persoon, naam: string | RegExp, toets: string): Promise<void> => {
    await balkVan(wie).getByRole('button', { name: naam }).waitFor();
    await wie.page.keyboard.press(toets);
  };
  const bladVan = ({ page }: Persoon) => page.getByRole('region', { name: 'Tafelblad' });
  const schrijft = async (wie: Persoon, zin: string): Promise<void> => {
    const vak = bladVan(wie).getByRole('textbox', { name: 'Zo zien wij het samen' });
    await vak.click();
    await wie.page.keyboard.press('Control+End');
    await wie.page.keyboard.type(zin);
  };
  const inOverleg = ({ page }: Persoon) => page.getByRole('region', { name: 'U bent in een overleg' });
  const opHetBord = (wie: Persoon, label = '') => inOverleg(wie).getByText(`casus ${label}`).waitFor();
  const terug = async (wie: Persoon): Promise<void> => {
    await inOverleg(wie).getByRole('link', { name: 'Naar het overleg' }).click();
    await bladVan(wie).getByText('Leest mee: wie aan tafel zit.').waitFor();
  };

  await stap(petra, 'Open het overleg', 'o');
  for (const { page } of [joke, sanne, els, naima, rachid, hanneke])
    await page.getByRole('region', { name: 'Het overleg is bezig' }).waitFor();
  // Who has no seat has no board to go to.
  for (const { page } of [els, rachid]) await page.getByText('het komt hier vanzelf').waitFor();
  await joke.page.getByText('uw scherm gaat vanzelf naar uw casus').waitFor();
  await beeld(els.page, 'els-wachtkamer');
  await petra.page.getByRole('button', { name: 'Koppel een scherm' }).press('Enter');
  const code = await petra.page.locator('.rt-schermen__code').innerText();
  await wand.goto('/scherm');
  await wand.getByLabel('Code van de voorzitter').fill(code);
  await wand.keyboard.press('Enter');
  await wand.getByRole('heading', { name: 'De voorzitter begint zo.' }).waitFor();

  // The first casus: Fatima's, with the school; the notulist puts down what is agreed.
  await petra.page.locator('h1').first().click();
  await stap(petra, new RegExp(`^Begin met casus ${een?.label}`), 'v');
  for (const wie of [fatima, joke]) await opHetBord(wie, een?.label);
  await petra.page.getByRole('button', { name: 'Laat het tafelblad zien' }).waitFor();
  await petra.page.keyboard.press(']');
  await wand.getByRole('heading', { level: 1, name: een?.inbreng?.vraag ?? '' }).waitFor();
  await fatima.page.keyboard.press('h');
  const wiePraat = petra.page.getByRole('region', { name: 'Wie praat en wie wil praten' });
  await wiePraat.getByRole('button', { name: 'Het woord aan Fatima El Amrani' }).waitFor();
  await petra.page.keyboard.press('b');
  await fatima.page.getByText('U hebt het woord').waitFor();
  await stap(petra, 'Volgende: vraag', 'v');
  await inOverleg(joke).getByText('vraag', { exact: true }).waitFor();
  await beeld(joke.page, 'joke-op-het-bord');
  await terug(fatima);
  await schrijft(fatima, 'De post komt eerst.');
  await wand.getByText('De post komt eerst.').waitFor();
  await bladVan(dylan).getByText('De post komt eerst.').waitFor();
  await bladVan(dylan).getByRole('button', { name: 'Spreek iets af …' }).press('Enter');
  await dylan.page.keyboard.type('Samen de post openen');
  await bladVan(dylan).getByRole('checkbox', { name: 'Fatima El Amrani' }).check();
  await bladVan(dylan).getByRole('button', { name: 'Zet erop' }).press('Enter');
  await wand.getByText('Samen de post openen').waitFor();
  await beeld(wand, 'wand');
  await beeld(dylan.page, 'dylan-notuleert');
  await beeld(fatima.page, 'fatima-aan-tafel');
  await beeld(petra.page, 'petra-leidt');
  expect(await wand.locator('body').innerText()).not.toMatch(/Petra|Fatima|Dylan|\d\d-[0-9A-Z]{4}/);
  await sluitPunt(petra.page);
  await wand.getByText('De post komt eerst.').waitFor({ state: 'detached' });

  // The second: Sanne's; Els thinks along, from a place and no seat.
  await stap(petra, new RegExp(`^Begin met casus ${twee?.label}`), 'v');
  await opHetBord(sanne, twee?.label);
  await bladVan(els).getByText('Leest mee: wie aan tafel zit.').waitFor();
  await schrijft(els, 'Leerplicht denkt mee.');
  await terug(sanne);
  await bladVan(sanne).getByText('Leerplicht denkt mee.').waitFor();
  await beeld(els.page, 'els-denkt-mee');
  await sluitPunt(petra.page);

  // The deputy takes over. The third: Naima's; the gedragsdeskundige on the video, and a guest on a phone.
  await stap(petra, 'Geef de leiding aan Henk Zandstra', 'w');
  await stap(henk, new RegExp(`^Begin met casus ${drie?.label}`), 'v');
  for (const wie of [naima, hanneke]) await opHetBord(wie, drie?.label);
  await bladVan(rachid).getByText('Leest mee: wie aan tafel zit.').waitFor();
  await schrijft(rachid, 'Het Werkplein begint om negen uur.');
  await terug(hanneke);
  await bladVan(hanneke).getByText('Het Werkplein begint om negen uur.').waitFor();
  await schrijft(hanneke, ' Eén vaste begeleider.');
  await bladVan(rachid).getByText('Eén vaste begeleider.').waitFor();
  await beeld(rachid.page, 'rachid-te-gast');
  await beeld(hanneke.page, 'hanneke-op-afstand');
  await beeld(henk.page, 'henk-leidt');
  await sluitPunt(henk.page);
  await bladVan(rachid).waitFor({ state: 'detached' });
  await stap(henk, /^Begin met dilemma/, 'v');
  await stap(henk, 'Sluit dit punt', 's');
  await stap(henk, 'Sluit het overleg …', 'x');
  await balkVan(henk).getByRole('button', { name: 'Sluit het overleg', exact: true }).click();

  // The oogst: of the items at which one was, and of no other.
  const oogsten = async (wie: Persoon): Promise<(string | null)[]> => {
    const { status, body: oogst } = await wie.vraag<Antwoord<'oogst.lijst'>>('GET', `${pad}/oogst`);
    return status === 404 ? [] : oogst.punten.map(({ vraag }) => vraag);
  };
  await petra.page.getByText('Dit overleg is gesloten.').waitFor();
  const vragen = agendapunten.flatMap(({ inbreng }) => inbreng?.vraag ?? []);
  for (const vraag of vragen) await petra.page.getByRole('region', { name: vraag }).waitFor();
  await petra.page.getByText('Samen de post openen').first().waitFor();
  await beeld(petra.page, 'petra-oogst');
  const [a = '', b = '', c = ''] = vragen;
  for (const [wie, bij] of [
    [petra, [a, b, c]],
    [dylan, [a, b, c]],
    [henk, [c]],
    [joke, [a]],
    [els, [b]],
    [naima, [c]],
    [hanneke, [a, c]],
    [rachid, [c]],
  ] as const)
    expect(await oogsten(wie)).toEqual(bij);
  await rachid.page.goto(pad);
  await rachid.page.getByText('Het gezin', { exact: false }).first().waitFor();
  await beeld(rachid.page, 'rachid-oogst');

  // OV1: nobody got a byte of the label, the id or the question of a casus in which they have no part.
  for (const [wie, bij] of [
    [joke, [een]],
    [els, [twee]],
    [naima, [drie]],
    [hanneke, [een, drie]],
    [rachid, [drie]],
  ] as const) {
    const gekregen = await wie.ontvangen();
    for (const punt of [een, twee, drie].filter((ander) => bij.every((mijn) => mijn !== ander)))
      for (const wat of [punt?.label, punt?.id, punt?.inbreng?.vraag]) {
        expect(wat).toBeTruthy();
        expect(gekregen).not.toContain(wat);
      }
  }
  // A guest doesn't learn which casus it was.
  expect(await rachid.ontvangen()).not.toContain(drie?.label);
});
