import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  bordStaat,
  bordVan,
  eisToegankelijk,
  klapOpen,
  onderschep,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';
import { zetOverlegOp } from './overlegtafel.ts';
import { beginConcept, naarEinde, typEronder, typSamen, wachtOpOpgeslagen } from './schrijven.ts';
import { neemVraagAan } from './uur/adviseur.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// ST15: ten ways of losing what one typed, each tried for a form and for a text. None loses a letter or stays silent.

const FATIMA = 'Fatima El Amrani';
const JEROEN = 'Jeroen Hofstra';
const TEKST = 'Houd rekening met bij gezondheid, over moeder';
const WOORDEN = 'Zaterdag bellen, na het zwemmen';
const VRAAG = 'Wat spreekt u af?';

let product: Product;
let lijn: Vertraging;
let casusId: string;
let regisseur: Persoon;
let fatima: Persoon;

beforeAll(async () => {
  product = await startProduct();
  regisseur = await product.persoon(FATIMA);
  casusId = await rijkeCasus(regisseur);
});

beforeEach(async () => {
  lijn = await maakVertraging(product.url);
  fatima = await product.persoon(FATIMA, undefined, { baseURL: lijn.url });
});

afterEach(async () => {
  await fatima.context.close();
  await lijn.sluit();
});

afterAll(async () => {
  await product.sluit();
});

describe('ST15: wat men invulde in een formulier, staat er nog', () => {
  test('1 de sessie is voorbij', async () => {
    await vulIn(fatima);
    await beeindigSessie(fatima);
    await meldWeerAan(fatima.page, FATIMA);
    await staatErWeer(fatima.page);
  });

  test('2 F5, en dan is het bord toegankelijk met wat er nog staat', async () => {
    await vulIn(fatima);
    await herlaad(fatima.page);
    await nogNietBewaard(fatima.page).waitFor();
    await fatima.page.getByText(/^Wat spreekt u af\?, /).click();
    expect(await nogNietBewaard(fatima.page).getByRole('textbox').inputValue()).toBe(WOORDEN);
    await bordStaat(fatima);
    await eisToegankelijk(fatima.page, 'een bord met iets dat nog niet bewaard is');
    const venster = await staatErWeer(fatima.page);
    // Held by the form, and gone when it is saved.
    expect(await nogNietBewaard(fatima.page).count()).toBe(0);
    await venster.getByRole('button', { name: 'Bewaren' }).click();
    await venster.waitFor({ state: 'detached' });
    expect(await kladOpSchijf(fatima.page)).toEqual([]);
  });

  test('3 de lijn valt weg, en de sessie is voorbij voordat die terug is', async () => {
    await openBord(fatima, casusId);
    lijn.valWeg();
    await fatima.page.getByText('Geen verbinding.').waitFor();
    await vulIn(fatima, false);
    await beeindigSessie(fatima);
    lijn.herstel();
    await meldWeerAan(fatima.page, FATIMA);
    await staatErWeer(fatima.page);
  });

  test('4 het tabblad gaat dicht', async () => {
    await vulIn(fatima);
    await kladOpSchijfStaatEr(fatima.page);
    await fatima.page.close();
    const page = await fatima.context.newPage();
    await page.goto(`/casussen/${casusId}`);
    await staatErWeer(page);
  });

  test('5 twee keer Esc', async () => {
    const veld = await vulIn(fatima);
    await fatima.page.keyboard.press('Escape');
    await fatima.page.getByText('Wat u typte, is nog niet bewaard.').waitFor();
    await fatima.page.keyboard.press('Escape');
    expect(await veld.inputValue()).toBe(WOORDEN);
  });

  test('6 Terug', async () => {
    // Going back within the page: of another page the browser asks.
    await fatima.page.goto('/');
    await fatima.page.locator(`a[href="/casussen/${casusId}"]`).first().click();
    await bordStaat(fatima);
    const veld = await vulIn(fatima, false);
    await fatima.page.evaluate(() => history.back());
    await fatima.page.getByRole('button', { name: 'Nee, terug' }).click();
    expect(await veld.inputValue()).toBe(WOORDEN);
  });

  test('7 een ander haalt weg waar het bij hoort', async () => {
    const titel = `Weg te halen ${Date.now()}`;
    const kaartId = await maakAfspraak(titel);
    const { page } = fatima;
    await openBord(fatima, casusId);
    const afspraak = page.locator('rt-bord-afspraak', { hasText: titel }).first();
    await afspraak.locator('summary').first().click();
    await afspraak.getByRole('button', { name: /^Hoe staat het ermee/ }).click();
    await afspraak.getByLabel('Wat is er gebeurd?').fill(WOORDEN);
    const { kaarten } = await bordVan(regisseur, casusId);
    const versie = kaarten.find(({ id }) => id === kaartId)?.versie;
    await regisseur.vraag('DELETE', `/casussen/${casusId}/kaarten/${kaartId}?versie=${versie}`);
    await nogNietBewaard(page).locator('summary').click();
    expect(await nogNietBewaard(page).getByRole('textbox').inputValue()).toBe(WOORDEN);
    // NK7: nothing else of what went with it.
    expect(await page.content()).not.toContain(titel);
    // After F5 as well, until one throws it away.
    await herlaad(page);
    await nogNietBewaard(page).locator('summary').click();
    await nogNietBewaard(page).getByRole('button', { name: 'Gooi weg' }).click();
    await nogNietBewaard(page).waitFor({ state: 'detached' });
    expect(await kladOpSchijf(page)).toEqual([]);
  });

  test('8 het bord gaat dicht', async () => {
    const tom = await product.persoon('Tom Bakker');
    await vulIn(tom);
    await sluitUit('Tom Bakker');
    await tom.page.getByRole('heading', { name: 'U doet niet meer mee aan deze casus' }).waitFor();
    expect(await tom.page.getByRole('textbox').inputValue()).toBe(WOORDEN);
    await herlaad(tom.page);
    await nogNietBewaard(tom.page).locator('summary').click();
    expect(await nogNietBewaard(tom.page).getByRole('textbox').inputValue()).toBe(WOORDEN);
  });

  test('9 de server antwoordt een tijd niet', async () => {
    const veld = await vulIn(fatima);
    let keren = 0;
    await onderschep(fatima.page, '**/kaarten', async (vraag) => {
      keren += 1;
      if (keren > 2) await vraag.continue();
      else await vraag.fulfill({ status: 503, body: '' });
    });
    await fatima.page.keyboard.press('Enter');
    await fatima.page.getByText('Regietafel antwoordt niet. Wat u invulde, staat er nog.').first().waitFor();
    expect(await veld.inputValue()).toBe(WOORDEN);
    await veld.waitFor({ state: 'detached', timeout: 20_000 });
    const { kaarten } = await bordVan(regisseur, casusId);
    expect(kaarten.some(({ titel }) => titel === WOORDEN)).toBe(true);
  });

  test('10 een ander meldt zich aan in dezelfde browser, en leest er niets van', async () => {
    await vulIn(fatima);
    await kladOpSchijfStaatEr(fatima.page);
    await beeindigSessie(fatima);
    await meldWeerAan(fatima.page, JEROEN);
    await fatima.page.goto('/');
    await fatima.page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
    expect(await nogNietBewaard(fatima.page).count()).toBe(0);
    const opSchijf = await alles(fatima.page);
    expect(opSchijf).toContain('klad');
    expect(opSchijf).not.toContain('Zaterdag');
    await fatima.page.getByRole('button', { name: 'Afmelden' }).click();
    await meldWeerAan(fatima.page, FATIMA);
    await fatima.page.getByText('Op een ander scherm staat nog iets dat u typte.').waitFor();
    await fatima.page.getByRole('link', { name: 'Ga erheen' }).click();
    await staatErWeer(fatima.page);
  });
});

describe('ST15: wat men typte in een tekst, staat er nog', () => {
  test('1 de sessie is voorbij', async () => {
    await typ(fatima, 'sessie voorbij');
    await beeindigSessie(fatima);
    await meldWeerAan(fatima.page, FATIMA);
    await staatErgens(fatima.page, 'sessie voorbij');
  });

  test('2 F5 terwijl de lijn weg is', async () => {
    await typ(fatima, 'voor F5', () => lijn.valWeg());
    await kladOpSchijfStaatEr(fatima.page);
    lijn.herstel();
    await herlaad(fatima.page);
    await staatErgens(fatima.page, 'voor F5');
  });

  test('3 de lijn valt weg, en de sessie is voorbij voordat die terug is', async () => {
    await typ(fatima, 'zonder lijn of sessie', () => lijn.valWeg());
    await kladOpSchijfStaatEr(fatima.page);
    await beeindigSessie(fatima);
    lijn.herstel();
    await meldWeerAan(fatima.page, FATIMA);
    await overgebleven(fatima.page, 'zonder lijn of sessie');
    // Taken away, it is gone for good.
    await fatima.page
      .getByRole('button', { name: /^Verwijder\s*: niet opgeslagen tekst/ })
      .first()
      .click();
    await expect.poll(() => kladOpSchijf(fatima.page)).toEqual([]);
  });

  test('4 het tabblad gaat dicht terwijl de lijn weg is', async () => {
    await typ(fatima, 'tabblad dicht', () => lijn.valWeg());
    await kladOpSchijfStaatEr(fatima.page);
    await fatima.page.close();
    lijn.herstel();
    const page = await fatima.context.newPage();
    await page.goto(`/casussen/${casusId}`);
    await overgebleven(page, 'tabblad dicht');
  });

  test('5 twee keer Esc', async () => {
    await typ(fatima, 'twee keer Esc');
    await fatima.page.keyboard.press('Escape');
    await fatima.page.keyboard.press('Escape');
    await wachtOpOpgeslagen(fatima);
    await staatErgens(fatima.page, 'twee keer Esc');
    // What came to the server isn't kept here.
    await expect.poll(() => kladOpSchijf(fatima.page)).toEqual([]);
  });

  test('6 Terug terwijl de lijn weg is', async () => {
    await fatima.page.goto('/');
    await typ(fatima, 'en dan terug', () => lijn.valWeg());
    const gevraagd = new Promise<void>((klaar) =>
      fatima.page.once('dialog', (vraag) => void vraag.dismiss().then(klaar)),
    );
    await fatima.page.evaluate(() => history.back());
    await gevraagd;
    lijn.herstel();
    await wachtOpOpgeslagen(fatima);
    await staatErgens(fatima.page, 'en dan terug');
  });

  test('7 een ander haalt weg waar het bij hoort', async () => {
    const titel = `Met toelichting ${Date.now()}`;
    const kaartId = await maakAfspraak(titel);
    const { page } = fatima;
    await openBord(fatima, casusId);
    await page.getByRole('tab', { name: 'Doelen' }).click();
    const afspraak = page.getByRole('tabpanel').locator('rt-bord-afspraak', { hasText: titel });
    await afspraak.locator('summary').first().click();
    await afspraak.getByRole('button', { name: `schrijven bij ${titel}` }).click();
    const vlak = afspraak.getByRole('textbox').first();
    await vlak.waitFor();
    await vlak.focus();
    await page.keyboard.type('bij de afspraak');
    await wachtOpOpgeslagen(fatima);
    const { kaarten } = await bordVan(regisseur, casusId);
    const versie = kaarten.find(({ id }) => id === kaartId)?.versie;
    await regisseur.vraag('DELETE', `/casussen/${casusId}/kaarten/${kaartId}?versie=${versie}`);
    await staatErgens(page, 'bij de afspraak');
  });

  test('8 het bord gaat dicht terwijl de lijn weg is', async () => {
    const pieter = await product.persoon('Pieter Aalbers', undefined, { baseURL: lijn.url });
    await typ(pieter, 'mijn eigen woorden', () => lijn.valWeg());
    await kladOpSchijfStaatEr(pieter.page);
    await sluitUit('Pieter Aalbers');
    lijn.herstel();
    await pieter.page.getByText('U doet niet meer mee aan deze casus').waitFor();
    await overgebleven(pieter.page, 'mijn eigen woorden');
    await herlaad(pieter.page);
    await nogNietBewaard(pieter.page).locator('summary').click();
    await overgebleven(pieter.page, 'mijn eigen woorden');
    await pieter.context.close();
  });

  test('9 de server valt uit en komt terug', async () => {
    await typ(fatima, 'voor de storing');
    await wachtOpOpgeslagen(fatima);
    await product.valUit();
    await typEronder(vlakVan(fatima.page), 'tijdens de storing');
    await kladOpSchijfStaatEr(fatima.page);
    await product.komTerug();
    await expect
      .poll(() => fatima.page.getByText(/Alles opgeslagen/).count(), { timeout: 20_000 })
      .toBeGreaterThan(0);
    await staatErgens(fatima.page, 'tijdens de storing');
    await expect.poll(() => kladOpSchijf(fatima.page)).toEqual([]);
  });

  test('10 een ander meldt zich aan in dezelfde browser, en leest er niets van', async () => {
    await typ(fatima, 'alleen voor Fatima', () => lijn.valWeg());
    await kladOpSchijfStaatEr(fatima.page);
    await beeindigSessie(fatima);
    lijn.herstel();
    await meldWeerAan(fatima.page, JEROEN);
    await fatima.page.goto('/');
    await fatima.page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
    expect(await alles(fatima.page)).not.toContain('Fatima');
    expect(await nogNietBewaard(fatima.page).count()).toBe(0);
    await fatima.page.getByRole('button', { name: 'Afmelden' }).click();
    await meldWeerAan(fatima.page, FATIMA);
    await fatima.page.getByRole('link', { name: 'Ga erheen' }).click();
    await overgebleven(fatima.page, 'alleen voor Fatima');
  });
});

test('ST15: de sessie is voorbij, en dan F5: men komt uit waar men was, met wat men typte; wie zich afmeldde begint bij mijn werk', async () => {
  const { page } = fatima;
  const besluiten = `/casussen/${casusId}/besluiten`;
  const weerErin = async (pad: string) => {
    await page.waitForURL('**/aanmelden');
    await herlaad(page);
    await meldWeerAan(page, FATIMA);
    await expect.poll(() => new URL(page.url()).pathname).toBe(pad);
  };
  await page.goto(besluiten);
  await bordStaat(fatima);
  await page.getByRole('button', { name: 'Afmelden', exact: true }).click();
  await weerErin('/');
  await page.goto(besluiten);
  await bordStaat(fatima);
  await beeindigSessie(fatima);
  await page.reload();
  await weerErin(besluiten);
  await vulIn(fatima);
  await beeindigSessie(fatima);
  await weerErin(`/casussen/${casusId}`);
  await staatErWeer(page);
}, 90_000);

test('ST15: wie zonder ophouden typt, heeft op schijf wat niet aankomt, ook als niemand zegt dat de lijn stokt', async () => {
  await openBord(fatima, casusId);
  const vlak = await typSamen(fatima, TEKST);
  await naarEinde(vlak);
  await wachtOpOpgeslagen(fatima);
  lijn.zet(60_000);
  let isUitgetypt = false;
  const typen = vlak.page().keyboard.type(' en nog wat'.repeat(8), { delay: 50 });
  void typen.then(() => {
    isUitgetypt = true;
  });
  await kladOpSchijfStaatEr(fatima.page);
  expect(isUitgetypt).toBe(false);
  await typen;
});

test('ST15: wat men ongedaan maakte en weer deed, na F5 terwijl de lijn weg is', async () => {
  await typ(fatima, 'heen en weer', () => lijn.valWeg());
  await fatima.page.keyboard.press('Control+z');
  await fatima.page.keyboard.press('Control+Shift+z');
  await fatima.page.getByText('heen en weer').first().waitFor();
  await kladOpSchijfStaatEr(fatima.page);
  lijn.herstel();
  await herlaad(fatima.page);
  await staatErgens(fatima.page, 'heen en weer');
});

test('ST15: de laatste letters voor de sessie voorbij is, over een lijn die stokt', async () => {
  await openBord(fatima, casusId);
  const vlak = await typSamen(fatima, TEKST);
  await naarEinde(vlak);
  await wachtOpOpgeslagen(fatima);
  lijn.zet(60_000);
  await fatima.page.evaluate(async () => {
    document.execCommand('insertText', false, ' op het nippertje');
    // As soon as the editor has read it: an answer to something else says that nobody is signed in any more.
    await new Promise((klaar) => setTimeout(klaar, 20));
    window.dispatchEvent(new Event('regietafel:aanmelden-nodig'));
  });
  await vlak.waitFor({ state: 'detached' });
  await kladOpSchijfStaatEr(fatima.page);
});

test('ST15: een bord dat niet op te halen was en terugkwam, houdt niets van wat toen al was opgeslagen', async () => {
  const sanne = await product.persoon('Sanne Kuipers', undefined, { baseURL: lijn.url });
  const { page } = sanne;
  await typ(sanne, 'al opgeslagen');
  await wachtOpOpgeslagen(sanne);
  await expect.poll(() => kladOpSchijf(page)).toEqual([]);
  const adres = new RegExp(`/api/v1/casussen/${casusId}$`);
  await onderschep(page, adres, (weg) => weg.fulfill({ status: 500, body: '' }));
  // On its way, and so kept, until it arrives: which it does while there is no board.
  lijn.zet(1_500);
  await page.keyboard.type(' en dit is nog onderweg');
  await kladOpSchijfStaatEr(page);
  await zietMinder('Sanne Kuipers');
  await page.getByRole('heading', { level: 1, name: 'De casus is nu niet te laden' }).waitFor();
  lijn.zet(0);
  await expect.poll(() => kladOpSchijf(page)).toEqual([]);
  await page.unroute(adres);
  await staatErgens(page, 'al opgeslagen en dit is nog onderweg');
  await wachtOpOpgeslagen(sanne);
  expect(await kladOpSchijf(page)).toEqual([]);
  expect(await page.getByRole('region', { name: 'Niet opgeslagen tekst' }).count()).toBe(0);
  expect(await nogNietBewaard(page).count()).toBe(0);
  await sanne.context.close();
});

describe('ST15: de laatste letters voor de pagina weggaat, over een lijn die stokt', () => {
  /** Types, and in the same moment the page goes; nothing of it comes over the line. */
  async function typEnGa(gaat: () => Promise<unknown>) {
    await openBord(fatima, casusId);
    const vlak = await typSamen(fatima, TEKST);
    await naarEinde(vlak);
    await wachtOpOpgeslagen(fatima);
    lijn.zet(60_000);
    fatima.page.once('dialog', (vraag) => void vraag.accept());
    await gaat();
    lijn.valWeg();
    lijn.zet(0);
    lijn.herstel();
    const page = await fatima.context.newPage();
    await page.goto(`/casussen/${casusId}`);
    await staatErgens(page, 'op de valreep');
  }

  test('naar een ander adres', () =>
    typEnGa(async () => {
      const weg = fatima.page.waitForURL('about:blank');
      await fatima.page.evaluate(() => {
        document.execCommand('insertText', false, ' op de valreep');
        setTimeout(() => location.assign('about:blank'), 0);
      });
      await weg;
    }));

  test('het tabblad dicht', () =>
    typEnGa(async () => {
      const dicht = fatima.page.waitForEvent('close');
      await fatima.page.evaluate(() => {
        document.execCommand('insertText', false, ' op de valreep');
      });
      await fatima.page.close({ runBeforeUnload: true });
      await dicht;
    }));
});

test('ST15: wat men aan tafel typte zonder lijn, staat er nog na F5 en na een sessie die voorbij is, en wie weggaat of zich afmeldt wordt het gevraagd', async () => {
  const { petra, pad } = await zetOverlegOp(product, { url: lijn.url });
  const { page } = petra;
  const typt = async (woorden: string) => {
    await page.getByRole('textbox', { name: 'Zo zien wij het samen' }).click();
    await page.keyboard.type('De post komt eerst. ');
    await page.getByText('Opgeslagen', { exact: true }).waitFor();
    lijn.valWeg();
    await page.keyboard.type(woorden);
    await kladOpSchijfStaatEr(page);
  };
  await openTafel(petra, pad);

  await typt('Wie belt?');
  // As with F5, and without a moment in which the line is back and the old page still there.
  page.once('dialog', (vraag) => void vraag.accept());
  await page.goto('about:blank');
  lijn.herstel();
  await page.goto(pad);
  await overgebleven(page, 'Wie belt?');
  await eisToegankelijk(page, 'een tafelblad met tekst die niet opgeslagen is');
  await page.getByRole('button', { name: /^Verwijder\s*: niet opgeslagen tekst/ }).click();
  await expect.poll(() => kladOpSchijf(page)).toEqual([]);

  await typt('En wie schrijft?');
  await beeindigSessie(petra);
  lijn.herstel();
  await meldWeerAan(page, 'Petra van Loon');
  await overgebleven(page, 'En wie schrijft?');

  // To another screen, and at signing out, it is asked as on a board.
  await page.getByRole('region', { name: 'Niet opgeslagen tekst' }).waitFor();
  let gevraagd = '';
  page.once('dialog', (vraag) => {
    gevraagd = vraag.message();
    void vraag.dismiss();
  });
  await page.getByRole('link', { name: 'Mijn werk' }).first().click();
  await expect.poll(() => gevraagd).toMatch(/Toch dit overleg verlaten\?$/);
  await meldAfMetVraag(petra, HIER, () => overgebleven(page, 'En wie schrijft?'));
});

describe('ST15: wat men typte in een concept, staat er nog', () => {
  test.each([
    ['gedeeld', 'POST', '/deling'],
    ['weggegooid', 'DELETE', ''],
  ] as const)(
    'het wordt op een andere computer %s terwijl hier de lijn weg is',
    async (hoe, methode, daad) => {
      const veld = await typInConcept(`daarna niet meer, want ${hoe}`, () => lijn.valWeg());
      const { status } = await regisseur.vraag(methode, `/casussen/${casusId}/concepten/${veld}${daad}`);
      expect(status).toBe(204);
      lijn.herstel();
      await overgebleven(fatima.page, `daarna niet meer, want ${hoe}`);
      // What was shared before stands in the text, and what wasn't is in no text.
      const tekst = fatima.page
        .getByRole('group', { name: /^Houd rekening met/ })
        .filter({ hasText: 'liefst na 11 uur' });
      expect((await tekst.innerText()).includes('daarna niet meer')).toBe(false);
      await herlaad(fatima.page);
      await overgebleven(fatima.page, `daarna niet meer, want ${hoe}`);
    },
  );

  test('F5 terwijl de lijn weg is', async () => {
    await typInConcept('alleen nog hier', () => lijn.valWeg());
    lijn.herstel();
    await herlaad(fatima.page);
    await staatErgens(fatima.page, 'alleen nog hier');
  });
});

test('ST15: van een advies staat na een ander scherm ook wat nog niet bewaard was, waar al iets stond', async () => {
  // Of its own: at the table of the others Tom may have been sent away by now.
  const eigen = await startProduct();
  onTestFinished(() => eigen.sluit());
  const hanneke = await eigen.persoon('Hanneke Groenewoud');
  const { page } = hanneke;
  const casus = await rijkeCasus(await eigen.persoon('Fatima El Amrani'));
  const pad = `/advies/${await neemVraagAan(await eigen.persoon('Tom Bakker'), hanneke, casus)}`;
  await page.goto(pad);
  const veld = page.getByLabel('Wat ik lees');
  await veld.fill('Dit is bewaard.');
  await page.getByText('Opgeslagen. Alleen u ziet dit.').waitFor();
  await page.reload();
  await expect.poll(() => veld.inputValue()).toBe('Dit is bewaard.');
  await onderschep(page, '**/adviesvragen/*', async (weg) =>
    weg.request().method() === 'PATCH' ? weg.fulfill({ status: 503, body: '' }) : weg.continue(),
  );
  await veld.fill('Dit is bewaard. Dit nog niet.');
  await page.getByText('Nog niet opgeslagen.').waitFor();
  await page.getByRole('link', { name: 'Mijn werk' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await page.goBack();
  await expect.poll(() => veld.inputValue()).toBe('Dit is bewaard. Dit nog niet.');
});

describe('ST15: wie zich afmeldt, krijgt één vraag: wat er is, en dat het dan weg is', () => {
  test('in mijn werk, over wat op een ander scherm staat', async () => {
    const { page } = fatima;
    await vulIn(fatima);
    await kladOpSchijfStaatEr(page);
    page.once('dialog', (vraag) => void vraag.accept());
    await page.goto('/');
    await nogNietBewaard(page).waitFor();
    await meldAfMetVraag(fatima, ELDERS);
  });

  test('in mijn werk, over wat daar in een formulier staat', async () => {
    const { page } = fatima;
    await page.goto('/');
    await page
      .getByRole('button', { name: /^Hoe staat het ermee/ })
      .first()
      .click();
    await page.getByLabel('Wat is er gebeurd?').fill(WOORDEN);
    await meldAfMetVraag(fatima, HIER, async () => {
      expect(await page.getByLabel('Wat is er gebeurd?').inputValue()).toBe(WOORDEN);
      await eisToegankelijk(page, 'mijn werk na nee');
    });
  });

  test('op een bord, over een tekst die niet opgeslagen is', async () => {
    await typ(fatima, 'en dan afmelden', () => lijn.valWeg());
    await kladOpSchijfStaatEr(fatima.page);
    await beeindigSessie(fatima);
    lijn.herstel();
    await meldWeerAan(fatima.page, FATIMA);
    await overgebleven(fatima.page, 'en dan afmelden');
    await meldAfMetVraag(fatima, HIER, () => overgebleven(fatima.page, 'en dan afmelden'));
  });

  test('op een bord, over een formulier en een tekst tegelijk, en wat er elders staat', async () => {
    const { page, context } = fatima;
    const ander = await context.newPage();
    await ander.goto(`/casussen/${casusId}`);
    await bordStaat({ page: ander });
    await (await opent(ander)).getByLabel(VRAAG).fill('In het andere tabblad');
    await kladOpSchijfStaatEr(ander);
    await typ(fatima, 'en hier ook', () => lijn.valWeg());
    await page
      .getByRole('button', { name: /^Hoe staat het ermee/ })
      .first()
      .click();
    await page.getByLabel('Wat is er gebeurd?').fill(WOORDEN);
    const gevraagd = volgVragen(page);
    await page.getByRole('button', { name: 'Afmelden' }).click();
    const venster = page.getByRole('dialog', { name: 'Afmelden' });
    await venster.getByText(HIER).waitFor();
    await venster.getByText('staat ook nog iets dat u typte').waitFor();
    await eisToegankelijk(page, 'de vraag bij afmelden');
    // Esc is no.
    await page.keyboard.press('Escape');
    await venster.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Wat is er gebeurd?').inputValue()).toBe(WOORDEN);
    // Without a line nobody can sign out, and nothing is thrown away.
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await venster.getByRole('button', { name: 'Meld af en gooi het weg' }).click();
    await page.getByText('U bent nog niet afgemeld').waitFor();
    expect(await page.getByLabel('Wat is er gebeurd?').inputValue()).toBe(WOORDEN);
    expect((await kladOpSchijf(page)).length).toBeGreaterThan(1);
    expect(gevraagd).toEqual([]);
  });
});

test('ST15: wat in een ander tabblad open staat, geldt daar en niet hier', async () => {
  await vulIn(fatima);
  await kladOpSchijfStaatEr(fatima.page);
  const page = await fatima.context.newPage();
  await page.goto(`/casussen/${casusId}`);
  await bordStaat({ page });
  const venster = await opent(page);
  expect(await venster.getByLabel(VRAAG).inputValue()).toBe('');
  expect(await nogNietBewaard(page).count()).toBe(0);
  // Until that tab closes: then it is left, and shown here without asking.
  await fatima.page.close();
  await nogNietBewaard(page).waitFor();
  await page.keyboard.press('Escape');
  await staatErWeer(page);
});

test('ST15: wat in een ander tabblad getypt was zonder lijn, staat hier zodra dat dichtgaat', async () => {
  const page = await fatima.context.newPage();
  await page.goto(`/casussen/${casusId}`);
  await bordStaat({ page });
  await typ(fatima, 'alleen daar', () => lijn.valWeg());
  await kladOpSchijfStaatEr(fatima.page);
  expect(await page.getByText('alleen daar').count()).toBe(0);
  await fatima.page.close();
  lijn.herstel();
  await overgebleven(page, 'alleen daar');
});

test('ST15: wie het bord verlaat voordat alles is opgeslagen, wordt dat gevraagd en vindt het terug', async () => {
  const { page } = fatima;
  await typ(fatima, 'nog niet aangekomen', () => lijn.valWeg());
  let gevraagd = '';
  page.once('dialog', (vraag) => {
    gevraagd = vraag.message();
    void vraag.accept();
  });
  await page.getByRole('link', { name: 'Mijn werk' }).first().click();
  await expect
    .poll(() => gevraagd)
    .toMatch(/vindt u hier later terug in deze browser.* Toch dit bord verlaten\?$/);
  lijn.herstel();
  await page.getByText('Op een ander scherm staat nog iets dat u typte.').waitFor();
  await page.getByRole('link', { name: 'Ga erheen' }).click();
  await overgebleven(page, 'nog niet aangekomen');
});

/** Begins a new afspraak. @returns its first field */
async function vulIn(persoon: Persoon, isHeen = true) {
  if (isHeen) await openBord(persoon, casusId);
  const veld = (await opent(persoon.page)).getByLabel(VRAAG);
  await veld.fill(WOORDEN);
  return veld;
}

async function opent(page: Page) {
  await page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).first().click();
  const venster = page.getByRole('dialog');
  await venster.getByLabel(VRAAG).waitFor();
  return venster;
}

/** The form goes on with what was left in it, and says so. */
async function staatErWeer(page: Page) {
  await bordStaat({ page });
  const venster = await opent(page);
  await venster.getByText('Wat u eerder invulde staat er nog').waitFor();
  expect(await venster.getByLabel(VRAAG).inputValue()).toBe(WOORDEN);
  return venster;
}

function vlakVan(page: Page) {
  return page.getByRole('textbox', { name: TEKST, exact: true });
}

/** Types along in a text, on a line of its own. @param eerst what happens before one types */
async function typ(persoon: Persoon, woorden: string, eerst: () => void = () => {}) {
  await openBord(persoon, casusId);
  const vlak = await typSamen(persoon, TEKST);
  await naarEinde(vlak);
  eerst();
  await typEronder(vlak, woorden);
}

/** Types in one's concept for the text: something that is saved, and after `eerst` something that isn't. @returns its id */
async function typInConcept(woorden: string, eerst: () => void): Promise<string> {
  await openBord(fatima, casusId);
  const vlak = await beginConcept(fatima, TEKST);
  await vlak.focus();
  await fatima.page.keyboard.type('Dit is bewaard.');
  await wachtOpOpgeslagen(fatima);
  const { velden } = await bordVan(regisseur, casusId);
  // The demo has one of hers at another text.
  const bij = velden.filter(({ leefgebied }) => leefgebied === 'gezondheid').map(({ id }) => id);
  const concept = velden.find(({ conceptVoor }) => conceptVoor !== null && bij.includes(conceptVoor));
  eerst();
  await fatima.page.keyboard.type(` ${woorden}`);
  await kladOpSchijfStaatEr(fatima.page);
  return concept?.id ?? '';
}

/** Saved in its text, or among what isn't saved: wherever, all of it is there. */
async function staatErgens(page: Page, woorden: string) {
  await bordStaat({ page });
  await klapOpen({ page });
  await expect
    .poll(
      async () => {
        const velden = await waarden(page, 'textarea');
        return `${await page.locator('main').innerText()} ${velden.join(' ')}`.replaceAll('\u2060', '');
      },
      { timeout: 60_000 },
    )
    .toContain(woorden);
}

/** Opens an overleg and its first casus, as who leads it. */
async function openTafel({ page }: Persoon, pad: string) {
  await page.goto(pad);
  await page.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await page.keyboard.press('o');
  await page.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await page.keyboard.press('v');
}

/** Among what isn't saved, to copy. */
async function overgebleven(page: Page, woorden: string) {
  await expect
    .poll(async () => (await waarden(page, 'textarea[readonly]')).join(' '), { timeout: 60_000 })
    .toContain(woorden);
}

function waarden(page: Page, vakken: 'textarea' | 'textarea[readonly]'): Promise<string[]> {
  return page.evaluate(
    (welke) => [...document.querySelectorAll<HTMLTextAreaElement>(welke)].map(({ value }) => value),
    vakken,
  );
}

function nogNietBewaard(page: Page) {
  return page.locator('rt-kladbalk rt-melding');
}

/** What is kept in this browser of anybody. */
function kladOpSchijf(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((naam) => naam.startsWith('regietafel:klad')));
}

async function kladOpSchijfStaatEr(page: Page) {
  await expect.poll(() => kladOpSchijf(page)).not.toEqual([]);
}

function alles(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...localStorage }));
}

async function herlaad(page: Page) {
  page.once('dialog', (vraag) => void vraag.accept());
  await page.reload();
}

/** At the server, whatever this person's line does. */
async function beeindigSessie({ context }: Persoon) {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const { status } = await fetch(`${product.url}/api/v1/sessies/huidige`, {
    method: 'DELETE',
    headers: { cookie, origin: product.url },
  });
  expect(status).toBe(204);
}

async function meldWeerAan(page: Page, naam: string) {
  await page.getByRole('button', { name: new RegExp(naam) }).click({ timeout: 30_000 });
  await page.locator('rt-aanmelden').waitFor({ state: 'detached' });
}

const HIER = 'U typte hier iets dat nog niet is opgeslagen.';
const ELDERS = 'Op een ander scherm of in een ander tabblad staat nog iets';

/** What the browser itself asks on this page, from now on; each is answered yes. */
function volgVragen(page: Page): string[] {
  const gevraagd: string[] = [];
  page.on('dialog', (vraag) => {
    gevraagd.push(vraag.message());
    void vraag.accept();
  });
  return gevraagd;
}

/** Says no first, and then yes. @param naNee what still stands after a no */
async function meldAfMetVraag({ page }: Persoon, zin: string, naNee?: () => Promise<unknown>) {
  const gevraagd = volgVragen(page);
  const knop = page.getByRole('button', { name: 'Afmelden', exact: true });
  const venster = page.getByRole('dialog', { name: 'Afmelden' });
  await knop.click();
  await venster.getByText(zin).waitFor();
  expect(await venster.innerText()).toContain('Meldt u zich af, dan is het weg.');
  expect(await venster.innerText()).not.toContain(zin === HIER ? ELDERS : HIER);
  await venster.getByRole('button', { name: 'Nee, blijf aangemeld' }).click();
  await venster.waitFor({ state: 'detached' });
  await naNee?.();
  expect(await kladOpSchijf(page)).not.toEqual([]);
  await knop.click();
  await venster.getByRole('button', { name: 'Meld af en gooi het weg' }).click();
  await page.locator('rt-aanmelden').waitFor();
  expect(await kladOpSchijf(page)).toEqual([]);
  expect(gevraagd).toEqual([]);
}

async function maakAfspraak(titel: string): Promise<string> {
  const { compartimenten, deelnemers } = await bordVan(regisseur, casusId);
  const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const ik = deelnemers.find(({ naam }) => naam === FATIMA);
  const { status, body } = await regisseur.vraag<{ id: string }>('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan?.id,
    soort: 'afspraak',
    titel,
    uitvoerders: [ik?.id],
  });
  expect(status).toBe(201);
  return body.id;
}

/** Takes part for moeder alone from now on: the board has to be fetched, and nothing of the old one may be shown. */
async function zietMinder(naam: string) {
  const { deelnemers, leden } = await bordVan(regisseur, casusId);
  const zetel = deelnemers.find((een) => een.naam === naam);
  const moeder = leden.find(({ rol }) => rol === 'moeder');
  const { status } = await regisseur.vraag('PATCH', `/casussen/${casusId}/deelnemers/${zetel?.id}`, {
    lidIds: [moeder?.id],
  });
  expect(status).toBe(200);
}

async function sluitUit(naam: string) {
  const zetel = (await bordVan(regisseur, casusId)).deelnemers.find((een) => een.naam === naam);
  const { status } = await regisseur.vraag('DELETE', `/casussen/${casusId}/deelnemers/${zetel?.id}`);
  expect(status).toBe(204);
}
