import type { Locator, Page } from 'playwright-core';
import type { Toeval } from '../../unit/poort/gesprek.ts';
import { bordStaat, bordVan, klapOpen, type Persoon } from '../opstelling.ts';
import { inhoudVan, typSamen } from '../schrijven.ts';
import { leesLetters } from './vinden.ts';
import type { Woorden } from './woorden.ts';

const NIET_BEWAARD = 'Wat u typte, is nog niet bewaard.';
/** Longer than this nobody in a hurry waits for anything. */
const GEDULD_MS = 15_000;

interface Opdracht {
  readonly persoon: Persoon;
  readonly naam: string;
  readonly casusId: string;
  readonly woorden: Woorden;
  readonly toeval: Toeval;
  readonly meld: (zin: string) => void;
  /** What they do of all that one may do; left out: everything. */
  readonly alleen?: readonly string[];
}

/**
 * One word, as one types in a hurry: with a slip, and now and then put right.
 * @param lees what stands there
 * @returns the word; null where it didn't come on the screen
 */
export async function typWoord(
  page: Page,
  { woorden, toeval, meld }: Pick<Opdracht, 'woorden' | 'toeval' | 'meld'>,
  waar: string,
  lees: () => Promise<string>,
): Promise<string | null> {
  const { keyboard } = page;
  const woord = woorden.nieuw();
  for (const [n, letter] of [...woord].entries()) {
    if (n > 0 && toeval.onder(14) === 0) {
      await keyboard.press('x');
      await keyboard.press('Backspace');
    }
    await keyboard.press(letter, { delay: toeval.onder(25) });
    if (toeval.onder(4) === 0) await page.waitForTimeout(toeval.onder(120));
  }
  if (!(await lees().catch(() => '')).includes(woord)) {
    woorden.nietGezien += 1;
    return null;
  }
  woorden.noteer(woord, waar);
  meld(`  ${woord} in ${waar}`);
  await keyboard.press('Space');
  return woord;
}

/** What somebody sees who waits for a board, in short. */
async function staatEr(page: Page): Promise<string> {
  const tekst = await page.evaluate(() => document.body.innerText).catch(String);
  return `${page.url().replace(/^.*:\d+/, '')} ${tekst.replaceAll(/\s+/g, ' ').slice(0, 160)}`;
}

/** A form that stands open, and the words in it that aren't saved. */
interface Formulier {
  readonly vlak: Locator;
  readonly waar: string;
  readonly woorden: Set<string>;
}

/** Somebody clumsy and in a hurry, who types what comes to mind wherever they are. */
export class Typist {
  readonly #bij: Opdracht;
  /** What they wiped, and can bring back. */
  readonly #gewist = new Set<string>();
  #page: Page;
  /** How often each thing was done. */
  readonly gedaan = new Map<string, number>();
  /** How often something couldn't be done, such as without a line. */
  mislukt = 0;

  constructor(bij: Opdracht) {
    this.#bij = bij;
    this.#page = bij.persoon.page;
    this.#luister();
  }

  /** Who they are, at the tab in which they are now. */
  get nu(): Persoon {
    return { ...this.#bij.persoon, page: this.#page };
  }

  /** Does one thing after another. @param tot in ms, of `performance.now` */
  async typ(tot: number): Promise<void> {
    const { toeval, meld } = this.#bij;
    const daden: Record<string, () => Promise<void>> = {
      tekst: () => this.#inTekst(),
      tekst2: () => this.#inTekst(),
      wissel: () => this.#wissel(),
      concept: () => this.#inConcept('Schrijven'),
      verbeteren: () => this.#inConcept('Verbeteren'),
      nieuw: () =>
        this.#inFormulier('nieuwe afspraak', () => this.#opent('Nieuwe afspraak'), 'Wat spreekt u af?'),
      wijzig: () => this.#inWijziging(),
      stap: () => this.#inStap(),
      zorgpunt: () =>
        this.#inFormulier(
          'zorgpunt',
          () => this.#opent('Zorgpunt bij Wonen'),
          'Waar maakt u zich zorgen over?',
        ),
      uitnodigen: () =>
        this.#inFormulier('uitnodigen', () => this.#opentUitnodigen(), 'Waarom doet deze persoon toch mee?'),
      herlaad: () => this.#herlaad(),
      terug: () => this.#terug(),
      tabblad: () => this.#anderTabblad(),
    };
    const keuze = this.#bij.alleen ?? Object.keys(daden);
    while (performance.now() < tot) {
      const daad = toeval.kies(keuze);
      try {
        await this.zorgVoorBord();
        meld(daad);
        await daden[daad]?.();
        this.gedaan.set(daad, (this.gedaan.get(daad) ?? 0) + 1);
      } catch (fout) {
        this.mislukt += 1;
        meld(`${daad}: ${String(fout).split('\n').slice(0, 3).join(' ').slice(0, 240)}`);
      }
    }
  }

  /** Until the board stands, signed in, without a window in front of it. */
  async zorgVoorBord(geduldMs = 90_000): Promise<void> {
    const { naam, casusId } = this.#bij;
    const tot = performance.now() + geduldMs;
    while (performance.now() < tot) {
      const page = this.#page;
      try {
        if (await page.locator('rt-aanmelden').isVisible()) {
          this.#bij.meld('  meldt zich weer aan');
          await page.getByRole('button', { name: new RegExp(naam) }).click({ timeout: GEDULD_MS });
          await page.locator('rt-aanmelden').waitFor({ state: 'detached', timeout: GEDULD_MS });
        }
        if (new URL(page.url()).pathname !== `/casussen/${casusId}`) await page.goto(`/casussen/${casusId}`);
        await page
          .getByRole('heading', { level: 2, name: 'Nu', exact: true })
          .waitFor({ timeout: GEDULD_MS });
        if (await page.getByRole('dialog').first().isVisible()) await this.#sluitVenster();
        if (await page.getByRole('dialog').first().isVisible()) continue;
        return;
      } catch {
        // The line may be gone, or the server: one waits, and the page comes whole by itself (ST16).
        await page.waitForTimeout(500).catch(() => {});
        this.#bij.meld(`  geen bord: ${await staatEr(page)}`);
      }
    }
    throw new Error('het bord komt niet terug');
  }

  #luister(): void {
    this.#page.setDefaultTimeout(GEDULD_MS);
    // Of a page that goes the browser asks, and one goes; of leaving a text that isn't saved the board asks.
    this.#page.on('dialog', (vraag) => {
      void (vraag.type() === 'beforeunload' ? vraag.accept() : vraag.dismiss()).catch(() => {});
    });
    this.#page.on('pageerror', ({ message }) => this.#bij.meld(`fout in de pagina: ${message}`));
  }

  async #woord(waar: string, lees: () => Promise<string>): Promise<string | null> {
    return await typWoord(this.#page, this.#bij, waar, lees);
  }

  /** The texts in which one may type along, as they are called. */
  async #teksten(): Promise<string[]> {
    await bordStaat({ page: this.#page });
    await klapOpen({ page: this.#page });
    const namen = await this.#page
      .getByRole('switch', { name: /^Samen typen: / })
      .evaluateAll((knoppen) => knoppen.map((knop) => knop.getAttribute('aria-label') ?? ''));
    return namen.map((naam) => naam.replace('Samen typen: ', '')).slice(0, 4);
  }

  async #vlak(tekst: string): Promise<Locator> {
    const vlak = this.#page.getByRole('textbox', { name: tekst, exact: true });
    if (await vlak.isVisible()) return vlak;
    return await typSamen({ ...this.#bij.persoon, page: this.#page }, tekst);
  }

  async #inTekst(): Promise<void> {
    const tekst = this.#bij.toeval.kies(await this.#teksten());
    await this.#schrijfIn(await this.#vlak(tekst), tekst);
  }

  /** In a concept of one's own, begun or gone on with. */
  async #inConcept(wat: 'Schrijven' | 'Verbeteren'): Promise<void> {
    const teksten = await this.#teksten();
    const tekst = teksten[wat === 'Schrijven' ? 0 : 1] ?? '';
    const naam = wat === 'Schrijven' ? `Uw concept bij: ${tekst}` : `Uw verbetering van: ${tekst}`;
    const vlak = this.#page.getByRole('textbox', { name: naam, exact: true });
    if (!(await vlak.isVisible())) {
      const verder = this.#page
        .getByRole('button', { name: new RegExp(`^Verder schrijven.*${tekst}$`) })
        .first();
      const begin = this.#page.getByRole('button', { name: new RegExp(`^${wat}\\s*: ${tekst}$`) }).first();
      await ((await verder.isVisible()) ? verder : begin).click();
      await vlak.waitFor();
    }
    await this.#schrijfIn(vlak, naam);
  }

  /** Goes to another text in the middle of a sentence, and back. */
  async #wissel(): Promise<void> {
    const [een, ander] = await this.#teksten();
    if (een === undefined || ander === undefined) return;
    const vlakken = [await this.#vlak(een), await this.#vlak(ander)];
    for (let keer = 0; keer < 4; keer += 1) {
      const vlak = vlakken[keer % 2];
      if (vlak === undefined) return;
      await vlak.click();
      await this.#page.keyboard.press('Control+End');
      await this.#woord(keer % 2 === 0 ? een : ander, () => inhoudVan(vlak));
    }
  }

  async #schrijfIn(vlak: Locator, waar: string): Promise<void> {
    const { toeval } = this.#bij;
    const { keyboard } = this.#page;
    const lees = () => inhoudVan(vlak);
    await vlak.click();
    await keyboard.press(toeval.kies(['Control+End', 'Control+End', 'End']));
    if (toeval.onder(2) === 0) await keyboard.press('Enter');
    const getypt: string[] = [];
    for (let n = 2 + toeval.onder(6); n > 0; n -= 1) {
      const woord = await this.#woord(waar, lees);
      if (woord !== null) getypt.push(woord);
      if (toeval.onder(6) === 0) await keyboard.press('Enter');
      if (toeval.onder(9) === 0) await this.#plak(waar, lees);
      if (toeval.onder(9) === 0) await this.#wis(vlak);
      if (toeval.onder(9) === 0) await this.#maakOngedaan(vlak);
      if (toeval.onder(20) === 0) return void (await this.#herlaad());
    }
    if (toeval.onder(8) === 0) await keyboard.press('Escape');
  }

  async #plak(waar: string, lees: () => Promise<string>): Promise<void> {
    const { woorden } = this.#bij;
    const woord = woorden.nieuw();
    // As a browser does with what another program put on the clipboard, of which a machine has one.
    await this.#page.evaluate((tekst) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', tekst);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, ` ${woord} `);
    if ((await lees()).includes(woord)) woorden.noteer(woord, `${waar}, geplakt`);
    else woorden.nietGezien += 1;
  }

  /** A word at once; what went is what one wiped. */
  async #wis(vlak: Locator): Promise<void> {
    await this.#metWat(vlak, () => this.#page.keyboard.press('Control+Backspace'));
  }

  async #maakOngedaan(vlak: Locator): Promise<void> {
    const { toeval } = this.#bij;
    await this.#metWat(vlak, () => this.#page.keyboard.press('Control+z'));
    if (toeval.onder(2) === 0) await this.#metWat(vlak, () => this.#page.keyboard.press('Control+Shift+z'));
  }

  /** Does something that may take words away, or bring them back. */
  async #metWat(vlak: Locator, doe: () => Promise<void>): Promise<void> {
    const { woorden } = this.#bij;
    const tevoren = await leesLetters(vlak);
    const voor = new Set(woorden.uit(tevoren));
    await doe();
    const tekst = await leesLetters(vlak).catch(() => null);
    if (tekst === null) {
      // The screen went in the same moment: whether it did, nobody knows.
      woorden.zet(voor, 'zelf weg');
      throw new Error('het scherm ging weg onder het wissen');
    }
    woorden.noteerGewist(tevoren, tekst);
    const na = new Set(woorden.uit(tekst));
    const weg = [...voor].filter((woord) => !na.has(woord));
    if (weg.length > 0) this.#bij.meld(`  gewist: ${weg.join(' ')}`);
    woorden.zet(weg, 'zelf weg');
    // What comes in meanwhile of another may be wiped there already.
    woorden.zet(
      [...na].filter((woord) => this.#gewist.delete(woord)),
      'getypt',
    );
    for (const woord of weg) this.#gewist.add(woord);
  }

  async #opent(knop: string): Promise<Locator> {
    const op = this.#page.getByRole('button', { name: knop, includeHidden: true }).first();
    await op.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
    await op.focus();
    await this.#page.keyboard.press('Enter');
    return this.#page.getByRole('dialog');
  }

  async #opentUitnodigen(): Promise<Locator> {
    const venster = await this.#opent('Iemand uitnodigen');
    const wie = 'Huisarts: Karim Haddad, Huisartsenpraktijk De Griend';
    await venster.getByLabel('Wie?').selectOption({ label: wie });
    const goed = venster.getByRole('group', { name: /^Vindt het gezin dit goed/ });
    await goed.getByLabel('Nee').check();
    return venster;
  }

  async #inWijziging(): Promise<void> {
    const pennen = this.#page.locator('rt-bord-afspraak .bord-pen');
    const namen = (await pennen.allInnerTexts()).filter((naam) => /[a-z]{8}/.test(naam));
    if (namen.length === 0) return;
    const naam = this.#bij.toeval.kies(namen).replace(/\s+/g, ' ').trim();
    await this.#inFormulier('wijziging', () => this.#opent(naam), 'Wat spreekt u af?');
  }

  /** How it goes with an afspraak of one's own, where it stands. */
  async #inStap(): Promise<void> {
    const { toeval } = this.#bij;
    const knoppen = this.#page.getByRole('button', { name: /^Hoe staat het ermee.*Doen/ });
    const aantal = await knoppen.count();
    if (aantal === 0) return;
    await this.#inFormulier(
      'stap',
      async () => {
        const knop = knoppen.nth(toeval.onder(aantal));
        if ((await knop.getAttribute('aria-expanded')) !== 'true') await knop.click();
        return this.#page
          .locator('rt-bord-afspraak')
          .filter({ has: this.#page.locator('rt-voortgang') })
          .first();
      },
      'Wat is er gebeurd?',
    );
  }

  async #inFormulier(waar: string, open: () => Promise<Locator>, label: string): Promise<void> {
    const { toeval, woorden } = this.#bij;
    const vlak = await open();
    const veld = vlak.getByLabel(label);
    await veld.waitFor();
    const lees = () => veld.inputValue();
    const formulier: Formulier = { vlak, waar, woorden: new Set() };
    // What was left in it before, and stands there again.
    for (const woord of woorden.uit(await lees())) formulier.woorden.add(woord);
    if (waar === 'wijziging') formulier.woorden.clear();
    await veld.click();
    await this.#page.keyboard.press('End');
    if ((await lees()).length > 90) return void (await this.#sluitVenster());
    await this.#page.keyboard.press('Space');
    for (let n = 1 + toeval.onder(3); n > 0; n -= 1) {
      const woord = await this.#woord(waar, lees);
      if (woord !== null) formulier.woorden.add(woord);
    }
    await this.#hoeVerder(formulier, lees);
  }

  /** What one does with a form that is half filled in. */
  async #hoeVerder(formulier: Formulier, lees: () => Promise<string>): Promise<void> {
    const { toeval, meld } = this.#bij;
    const { vlak } = formulier;
    const { keyboard } = this.#page;
    const bewaar = vlak.locator('.rt-opdracht__onderkant button[type=submit]').first();
    const manieren: Record<string, () => Promise<void>> = {
      enter: () => keyboard.press('Enter'),
      'enter en nog eens': async () => {
        for (let n = 0; n < 3; n += 1) await keyboard.press('Enter');
      },
      dubbelklik: () => bewaar.dblclick(),
      doortypen: async () => {
        await keyboard.press('Enter');
        await keyboard.press('Space');
        const woord = await this.#woord(`${formulier.waar}, doorgetypt`, lees);
        if (woord !== null) formulier.woorden.add(woord);
      },
      'esc, nee': async () => {
        await keyboard.press('Escape');
        await vlak.getByRole('button', { name: 'Nee, terug' }).click();
        await keyboard.press('Enter');
      },
      'twee keer esc': async () => {
        await keyboard.press('Escape');
        await keyboard.press('Escape');
      },
      'gooi weg': () => this.#gooiWeg(formulier),
      f5: () => this.#herlaad(),
      terug: () => this.#terug(),
      tabblad: () => this.#anderTabblad(),
      laat: () => Promise.resolve(),
    };
    const hoe = toeval.kies(Object.keys(manieren));
    meld(`${formulier.waar}: ${hoe}`);
    await manieren[hoe]?.();
    this.gedaan.set(hoe, (this.gedaan.get(hoe) ?? 0) + 1);
    await vlak
      .locator('form')
      .first()
      .waitFor({ state: 'detached', timeout: 2_500 })
      .catch(() => {});
  }

  /** Esc, and yes, it may go. */
  async #gooiWeg({ vlak, woorden: weg }: Formulier): Promise<void> {
    const { woorden } = this.#bij;
    await this.#page.keyboard.press('Escape');
    const ja = vlak.getByRole('button', { name: 'Weggooien' });
    if (!(await ja.isVisible())) return;
    await ja.click();
    // Only now: a click that never came didn't throw it away.
    woorden.zet(weg, 'zelf weg');
  }

  /** A window that stands in the way: saves it, reloads, or throws away what is in it. */
  async #sluitVenster(): Promise<void> {
    const { toeval } = this.#bij;
    const page = this.#page;
    const venster = page.getByRole('dialog').first();
    const houd = venster.getByRole('button', { name: /^Houd wat ik schreef/ });
    while (await houd.first().isVisible()) await houd.first().click();
    const bewaar = venster.locator('.rt-opdracht__onderkant button[type=submit]').first();
    if (toeval.onder(3) > 0 && (await bewaar.isVisible())) {
      await bewaar.click();
      await venster.waitFor({ state: 'detached', timeout: 4_000 }).catch(() => {});
      return;
    }
    await page.keyboard.press('Escape');
    await venster.waitFor({ state: 'detached', timeout: 500 }).catch(() => {});
    if (!(await venster.isVisible())) return;
    if (await venster.getByText(NIET_BEWAARD).isVisible()) await page.keyboard.press('Escape');
    await this.#herlaad();
  }

  async #herlaad(): Promise<void> {
    this.#bij.meld('  laadt opnieuw');
    await this.#page.reload({ waitUntil: 'domcontentloaded' });
  }

  async #terug(): Promise<void> {
    await this.#page.evaluate(() => history.back());
    await this.#page.waitForTimeout(300);
    const nee = this.#page.getByRole('button', { name: 'Nee, terug' }).first();
    if (await nee.isVisible()) await nee.click();
  }

  /** The tab closes without a question, and one opens it again. */
  async #anderTabblad(): Promise<void> {
    const { persoon, casusId, meld } = this.#bij;
    meld('  tabblad dicht');
    const nieuw = await persoon.context.newPage();
    await this.#page.close();
    this.#page = nieuw;
    this.#luister();
    await nieuw.goto(`/casussen/${casusId}`);
  }

  /** The afspraken that this person carries out, so that there is something to say how it goes of. */
  async maakEigenAfspraak(ander: Persoon): Promise<void> {
    const { casusId, naam, woorden } = this.#bij;
    const { compartimenten, deelnemers } = await bordVan(ander, casusId);
    const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
    const ik = deelnemers.find((een) => een.naam === naam);
    await ander.vraag('POST', `/casussen/${casusId}/kaarten`, {
      compartimentId: plan?.id,
      soort: 'afspraak',
      titel: `Doen ${woorden.nieuw()}`,
      uitvoerders: [ik?.id],
    });
  }
}
