import type { CDPSession, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aanTafel, openBord, type Persoon, type Product, startProduct } from './opstelling.ts';
import {
  beginConcept,
  inhoudVan,
  metUitleg,
  naarEinde,
  onderDeMotorkap,
  staatEr,
  typEronder,
  typSamen,
  wachtOpOpgeslagen,
  zetOnderaan,
} from './schrijven.ts';

const TEKST = 'Houd rekening met bij gezondheid, over moeder';
const ACHTER_DE_TEGEL = 'Alleen voor gezondheidszorg bij gezondheid, over moeder';
const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';

const WIE = [
  'Fatima El Amrani',
  'Tom Bakker',
  'Sanne Kuipers',
  'Pieter Aalbers',
  'Lotte Wijnen',
  'Marloes de Wit',
] as const;

let product: Product;
let casusId: string;
let mensen: Record<(typeof WIE)[number], Persoon>;

beforeAll(async () => {
  product = await startProduct();
  ({ casusId, mensen } = await aanTafel(product, WIE));
});

afterAll(async () => {
  await product.sluit();
});

test('scene 2: samen schrijven: drie in één tekst, twee achter de dichte tegel, en wie er niet over gaat merkt niets', async () => {
  const {
    'Fatima El Amrani': fatima,
    'Tom Bakker': tom,
    'Sanne Kuipers': sanne,
    'Pieter Aalbers': pieter,
    'Lotte Wijnen': lotte,
    'Marloes de Wit': marloes,
  } = mensen;
  const [vanFatima, vanTom, vanSanne] = await Promise.all([
    typSamen(fatima, TEKST),
    typSamen(tom, TEKST),
    typSamen(sanne, TEKST),
  ]);
  const regels = ['Bel liever dan mailen.', 'Na schooltijd kan ook.', 'Neem de map met brieven mee.'];
  for (const vlak of [vanFatima, vanTom, vanSanne]) await naarEinde(vlak);
  // All at once, as at a table.
  await Promise.all([
    typEronder(vanFatima, 'Bel liever dan mailen.'),
    typEronder(vanTom, 'Na schooltijd kan ook.'),
    typEronder(vanSanne, 'Neem de map met brieven mee.'),
  ]);
  for (const vlak of [vanFatima, vanTom, vanSanne]) {
    for (const regel of regels) await expect.poll(() => inhoudVan(vlak)).toContain(regel);
  }
  await eisGelijk(vanFatima, vanTom, vanSanne);
  for (const persoon of [fatima, tom, sanne]) await wachtOpOpgeslagen(persoon);

  // Cursors: role first, then the name, of whom one knows by name.
  await expect.poll(() => cursorsIn(vanFatima)).toContain('jeugd · Tom Bakker');
  await expect.poll(() => cursorsIn(vanTom)).toContain('participatie · Fatima El Amrani');
  await expect.poll(() => cursorsIn(vanTom)).toContain('schuldhulp · Sanne Kuipers');
  const vanPieter = await typSamen(pieter, TEKST);
  await naarEinde(vanPieter);
  await expect.poll(() => cursorsIn(vanFatima)).toContain('gezondheidszorg · Pieter Aalbers');
  await expect.poll(() => cursorsIn(vanTom)).toContain('deelnemer');
  expect(await tom.ontvangen()).not.toContain('Pieter');

  // Behind the tile.
  for (const persoon of [fatima, tom]) {
    const tegel = persoon.page.getByRole('group', { name: /^Gezondheid van .*: niet open voor u/ });
    await tegel.waitFor();
    expect(await tegel.textContent()).toMatch(/Vragen.*\? Bel /);
  }
  const achterPieter = await typSamen(pieter, ACHTER_DE_TEGEL);
  const achterLotte = await typSamen(lotte, ACHTER_DE_TEGEL);
  const kanarie = `kanarie${Date.now()} slaapt slecht`;
  const antwoord = `antwoord${Date.now()} dat weten wij`;
  await zetOnderaan(achterPieter, kanarie);
  await expect.poll(() => inhoudVan(achterLotte)).toContain(kanarie);
  await zetOnderaan(achterLotte, antwoord);
  await expect.poll(() => inhoudVan(achterPieter)).toContain(antwoord);
  await expect.poll(() => cursorsIn(achterPieter)).toContain('gezondheidszorg · Lotte Wijnen');
  await wachtOpOpgeslagen(pieter);

  for (const buiten of [fatima, tom, sanne, marloes]) {
    const alles = await buiten.ontvangen();
    expect(alles).not.toContain(kanarie);
    expect(alles).not.toContain(antwoord);
  }
  // The woningcorporatie: no text, no tile, no empty place where either would be.
  expect(await marloes.ontvangen()).not.toContain(regels[0]);
  expect(await marloes.page.getByText('Gezondheid').count()).toBe(0);
  expect(await marloes.page.getByText('Houd rekening met').count()).toBe(0);
  const leeg = await marloes.page
    .locator('main')
    .getByRole('region')
    .evaluateAll(
      (delen) => delen.filter((deel) => (deel.textContent ?? '').replace(/\s/g, '') === '').length,
    );
  expect(leeg).toBe(0);
});

test('scene 2: samen schrijven: kiezen, typen en samenstellen gaan door terwijl een ander typt; ongedaan maken is alleen van uzelf', async () => {
  const { 'Fatima El Amrani': fatima, 'Sanne Kuipers': sanne } = mensen;
  const [vanFatima, vanSanne] = await Promise.all([typSamen(fatima, GELDZAKEN), typSamen(sanne, GELDZAKEN)]);
  const toetsenF = fatima.page.keyboard;
  const toetsenS = sanne.page.keyboard;

  // A selection stays on the same words, and what one types takes their place only.
  await zetOnderaan(vanFatima, 'Vraag dinsdag naar de brief');
  await expect.poll(() => inhoudVan(vanSanne)).toContain('Vraag dinsdag');
  await toetsenF.press('Home');
  for (let i = 0; i < 'Vraag '.length; i += 1) await toetsenF.press('ArrowRight');
  await toetsenF.press('Control+Shift+ArrowRight');
  const gekozen = await keuzeIn(vanFatima);
  expect(gekozen.trim()).toBe('dinsdag');
  await naarEinde(vanSanne);
  await toetsenS.press('Home');
  await toetsenS.type('Let op: ');
  await expect.poll(() => inhoudVan(vanFatima)).toContain('Let op: Vraag dinsdag naar');
  expect(await keuzeIn(vanFatima)).toBe(gekozen);
  await toetsenF.type('woensdag');
  await expect.poll(() => inhoudVan(vanSanne)).toContain('Let op: Vraag woensdag naar de brief');

  // Both in one line, at the same time.
  await toetsenF.press('End');
  await toetsenS.press('Home');
  await Promise.all([
    toetsenF.type(' en neem hem mee', { delay: 15 }),
    toetsenS.type('Belangrijk. ', { delay: 15 }),
  ]);
  await expect
    .poll(() => inhoudVan(vanSanne))
    .toContain('Belangrijk. Let op: Vraag woensdag naar de brief en neem hem mee');
  await eisGelijk(vanFatima, vanSanne);

  // An input method that is halfway a word: others' typing in the same line waits for it.
  const cdp = await onderDeMotorkap(fatima);
  await toetsenF.press('End');
  await toetsenF.press('Enter');
  await toetsenF.type('begin ');
  const afgebroken = telSamenstellen(vanFatima);
  await afgebroken.begin();
  await stelSamen(cdp, 'n');
  await stelSamen(cdp, 'ni');
  await naarEinde(vanSanne);
  await toetsenS.press('Home');
  await toetsenS.type('Ook hier. ');
  await wachtOpOpgeslagen(sanne);
  await stelSamen(cdp, 'nih');
  await stelSamen(cdp, '你');
  await cdp.send('Input.insertText', { text: '你好' });
  await expect.poll(() => inhoudVan(vanSanne)).toContain('begin 你好');
  await expect.poll(() => inhoudVan(vanFatima)).toContain('Ook hier. begin 你好');
  await eisGelijk(vanFatima, vanSanne);
  expect(await inhoudVan(vanFatima)).toMatch(/begin 你好$/m);
  expect(await afgebroken.aantal()).toBe(1);
  // A dead key: the accent stands there until the letter comes.
  await stelSamen(cdp, '´');
  await toetsenS.type('Nog iets. ');
  await cdp.send('Input.insertText', { text: 'é' });
  await expect.poll(() => inhoudVan(vanSanne)).toContain('你好é');
  expect(await inhoudVan(vanFatima)).not.toContain('´');
  expect(await afgebroken.aantal()).toBe(2);
  await eisGelijk(vanFatima, vanSanne);

  // Undo takes back what one typed oneself, whatever the other typed since.
  await zetOnderaan(vanFatima, 'Dit haal ik terug.');
  await expect.poll(() => inhoudVan(vanSanne)).toContain('Dit haal ik terug.');
  await zetOnderaan(vanSanne, 'Dit blijft van mij.');
  await expect.poll(() => inhoudVan(vanFatima)).toContain('Dit blijft van mij.');
  await vanFatima.focus();
  await toetsenF.press('Control+z');
  await expect.poll(() => inhoudVan(vanSanne)).not.toContain('Dit haal ik terug.');
  expect(await inhoudVan(vanSanne)).toContain('Dit blijft van mij.');
  await toetsenF.press('Control+y');
  await expect.poll(() => inhoudVan(vanSanne)).toContain('Dit haal ik terug.');
  for (let i = 0; i < 30; i += 1) await toetsenF.press('Control+z');
  await eisGelijk(vanFatima, vanSanne);
  for (const vanAnder of ['Belangrijk.', 'Let op:', 'Ook hier.', 'Nog iets.', 'Dit blijft van mij.']) {
    expect(await inhoudVan(vanFatima)).toContain(vanAnder);
  }
});

test('scene 2: samen schrijven: een concept blijft van u tot u het deelt, ook als de browser dichtgaat', async () => {
  const { 'Sanne Kuipers': sanne, 'Tom Bakker': tom, 'Marloes de Wit': marloes } = mensen;
  const eerst = await product.persoon('Fatima El Amrani');
  await openBord(eerst, casusId);
  const kanarie = `kanarie${Date.now()} halve gedachte`;
  await zetOnderaan(await beginConcept(eerst, GELDZAKEN), kanarie);
  await staatEr(eerst, 'Uw concept');
  await expect.poll(() => conceptVan(eerst).textContent()).toContain('Opgeslagen');
  await eerst.context.close();

  const fatima = await product.persoon('Fatima El Amrani');
  await openBord(fatima, casusId);
  await expect.poll(() => conceptVan(fatima).textContent()).toContain(kanarie);
  for (const ander of [sanne, tom, marloes]) expect(await ander.ontvangen()).not.toContain(kanarie);

  await fatima.page
    .getByRole('button', { name: metUitleg('Verder schrijven', `concept bij ${GELDZAKEN}`) })
    .click();
  const vlak = fatima.page.getByRole('textbox', { name: `Uw concept bij: ${GELDZAKEN}` });
  await vlak.waitFor();
  await naarEinde(vlak);
  await fatima.page.keyboard.insertText(', nu af.');
  await conceptVan(fatima)
    .getByRole('button', { name: /^Deel met/ })
    .click();
  // Who will read it, before it is done.
  const vraag = conceptVan(fatima).getByRole('listitem');
  await vraag.first().waitFor();
  const lezers = (await vraag.allTextContents()).join('\n');
  expect(lezers).toContain('Sanne Kuipers');
  expect(lezers).toContain('Tom Bakker');
  expect(lezers).toContain('wie discreet meedoet');
  expect(lezers).not.toContain('Marloes');
  expect(await tom.ontvangen()).not.toContain(kanarie);
  await conceptVan(fatima).getByRole('button', { name: 'Ja, deel het' }).click();
  await conceptVan(fatima).waitFor({ state: 'detached' });
  for (const ander of [fatima, sanne, tom]) await staatEr(ander, `${kanarie}, nu af.`);
  expect(await marloes.ontvangen()).not.toContain(kanarie);
});

test('SY8: on a phone too the name at a cursor stands within the text, and is there whole', async () => {
  const { 'Tom Bakker': tom, 'Fatima El Amrani': fatima } = mensen;
  const groot = tom.page.viewportSize() ?? { width: 1280, height: 800 };
  await tom.page.setViewportSize({ width: 390, height: 844 });
  const vlakVan = async (wie: Persoon): Promise<Locator> => {
    const alOpen = wie.page.getByRole('textbox', { name: TEKST, exact: true });
    return (await alOpen.isVisible()) ? alOpen : typSamen(wie, TEKST);
  };
  const vanTom = await vlakVan(tom);
  const vanFatima = await vlakVan(fatima);
  await zetOnderaan(vanFatima, 'Breder dan een telefoon is deze zin niet gauw');

  for (let teken = 0; teken < 40; teken += 5) {
    for (let n = 0; n < 5; n += 1) await fatima.page.keyboard.press('ArrowLeft');
    await expect
      .poll(async () => {
        // It is in sight for a moment after each time that it moves.
        await fatima.page.keyboard.press('ArrowRight');
        await fatima.page.keyboard.press('ArrowLeft');
        return vanTom.evaluate((vlak) => {
          const om = vlak.getBoundingClientRect();
          return [...vlak.querySelectorAll<HTMLElement>('.rt-cursor--naam > .rt-cursor__naam')]
            .filter(({ textContent }) => textContent?.includes('Fatima'))
            .map((naam) => {
              const { left, right } = naam.getBoundingClientRect();
              return left >= om.left - 2 && right <= om.right + 2 && naam.scrollWidth <= naam.clientWidth + 1;
            });
        });
      })
      .toEqual([true]);
  }
  await tom.page.setViewportSize(groot);
});

function conceptVan({ page }: Persoon): Locator {
  return page.getByRole('region', { name: `Uw concept bij: ${GELDZAKEN}` });
}

/** Names at others' cursors in this editor. */
function cursorsIn(vlak: Locator): Promise<string[]> {
  return vlak
    .locator('.rt-cursor__naam')
    .allTextContents()
    .then((namen) => namen.map((naam) => `${naam.charAt(0).toLowerCase()}${naam.slice(1)}`));
}

async function eisGelijk(eerste: Locator, ...andere: readonly Locator[]): Promise<void> {
  for (const ander of andere) {
    await expect.poll(async () => (await inhoudVan(ander)) === (await inhoudVan(eerste))).toBe(true);
  }
}

function keuzeIn(vlak: Locator): Promise<string> {
  return vlak.evaluate(() => getSelection()?.toString().replaceAll('\u2060', '') ?? '');
}

/** As an input method shows a word that isn't finished. */
async function stelSamen(cdp: CDPSession, text: string): Promise<void> {
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** Counts how often composing a word ended, by itself or because something cut it short. */
function telSamenstellen(vlak: Locator): { begin(): Promise<void>; aantal(): Promise<number> } {
  return {
    begin: () =>
      vlak.evaluate((element) => {
        element.addEventListener('compositionend', () => {
          document.body.dataset.samengesteld = String(Number(document.body.dataset.samengesteld ?? 0) + 1);
        });
      }),
    aantal: () => vlak.evaluate(() => Number(document.body.dataset.samengesteld ?? 0)),
  };
}
