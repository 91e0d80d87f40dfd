import type { RtEditor } from '../../../client/editor/editor.ts';
import { stelTelefoonwoorden } from './samenstellen.ts';
import { leesScherm } from './scherm.ts';
import { druk } from './structuur.ts';
import type { Schrijver, Toeval } from './tafel.ts';
import { typ } from './typen.ts';
import { bedenkZin, codesIn, type Zin } from './zinnen.ts';

/** Where one can begin a sentence, or anywhere in the text; or only in lines where another is. */
type Soort = 'zin' | 'overal' | 'bij een ander';

/** Of how many turns one is restructuring, and one is taking back. */
const VAN_TIEN = { verbouwen: 6, terugnemen: 1 } as const;

/** One of those who write a report of a meeting together: sentences, anywhere, and restructuring all the time. */
export class Verslaglegger {
  readonly #wie: Schrijver;
  readonly #letter: string;
  readonly #toeval: Toeval;
  readonly #zinnen: Zin[] = [];
  readonly #opnieuw = new Set<string>();
  /** How often they did what. */
  readonly gedaan = new Map<string, number>();
  /** Whether some of their sentences are composed word by word, as on a phone. */
  readonly #opTelefoon: boolean;
  /** What they wrote before, and so take back when they take back much. */
  readonly #eerder: readonly Zin[];

  constructor(
    wie: Schrijver,
    letter: string,
    toeval: Toeval,
    { opTelefoon = false, eerder = [] }: { opTelefoon?: boolean; eerder?: readonly Zin[] } = {},
  ) {
    this.#wie = wie;
    this.#letter = letter;
    this.#toeval = toeval;
    this.#opTelefoon = opTelefoon;
    this.#eerder = eerder;
  }

  get zinnen(): readonly Zin[] {
    return this.#zinnen;
  }

  /** The sentences that they took back and put back. */
  get opnieuw(): ReadonlySet<string> {
    return this.#opnieuw;
  }

  /** A sentence, or one thing done to the structure. */
  async beurt(): Promise<void> {
    const worp = this.#toeval(10);
    if (worp < VAN_TIEN.verbouwen) await this.#verbouw();
    else if (worp < VAN_TIEN.verbouwen + VAN_TIEN.terugnemen) await this.#neemTerug();
    else await this.#schrijf();
  }

  #tel(wat: string): void {
    this.gedaan.set(wat, (this.gedaan.get(wat) ?? 0) + 1);
  }

  async #schrijf(): Promise<void> {
    const { page } = this.#wie;
    if (!(await this.#klik('zin'))) return;
    const plek = await leesPlek(page);
    // Others go on meanwhile: a click can land elsewhere than it was meant.
    if (plek === null || !/(^|\.)$/.test(plek.links)) {
      this.#tel('mis geklikt');
      return;
    }
    const code = `${this.#letter}${101 + this.#zinnen.length}`;
    const opNieuweRegel = this.#toeval(3) === 0;
    const spatie = opNieuweRegel || plek.isBegin ? '' : ' ';
    const tekst = spatie + bedenkZin(code, this.#toeval);
    this.#zinnen.push({ code, tekst, links: codesIn(plek.links), rechts: codesIn(plek.rechts) });
    if (opNieuweRegel) await page.keyboard.press('Enter');
    if (this.#opTelefoon && this.#toeval(3) === 0) {
      this.#tel('zinnen, woord voor woord samengesteld');
      await stelTelefoonwoorden(this.#wie, tekst, this.#toeval);
    } else {
      this.#tel(opNieuweRegel ? 'zinnen op een nieuwe regel' : 'zinnen');
      await typ(this.#wie, tekst, this.#toeval, 60);
    }
  }

  async #verbouw(): Promise<void> {
    const { page } = this.#wie;
    const { keyboard } = page;
    if (!(await this.#klik(this.#toeval(2) === 0 ? 'overal' : 'bij een ander'))) return;
    const wat = VERBOUWINGEN[this.#toeval(VERBOUWINGEN.length)] ?? 'Enter';
    this.#tel(wat);
    switch (wat) {
      case 'Enter':
        await keyboard.press('Enter');
        return;
      case 'samenvoegen':
        await keyboard.press('Home');
        await wisRegelbegin(page);
        return;
      case 'Kopje':
      case 'Opsomming':
      case 'Nummers':
        await druk(this.#wie, wat);
        if (this.#toeval(4) === 0) await this.#neemTerug(1);
        return;
      case 'inspringen':
        await keyboard.press('Control+]');
        return;
      case 'terugspringen':
        await keyboard.press('Control+[');
        return;
      case 'vet':
      case 'cursief':
        await keyboard.press('Control+Shift+ArrowLeft');
        await keyboard.press(wat === 'vet' ? 'Control+b' : 'Control+i');
        await keyboard.press('ArrowRight');
        return;
    }
  }

  /** Takes back some of what one did, and does it again; what costs no sentence sometimes stays taken back. */
  async #neemTerug(keren = 1 + this.#toeval(2)): Promise<void> {
    const { page } = this.#wie;
    this.#tel('terugnemen');
    const voor = (await leesScherm(page)).regels.join('');
    for (let keer = 0; keer < keren; keer += 1) await page.keyboard.press('Control+z');
    const na = (await leesScherm(page)).regels.join('');
    const weg = [...this.#eerder, ...this.#zinnen].filter(
      ({ tekst }) => voor.includes(tekst) && !na.includes(tekst),
    );
    for (const { code } of weg) this.#opnieuw.add(code);
    if (weg.length === 0 && this.#toeval(2) === 0) return;
    for (let keer = 0; keer < keren; keer += 1) await page.keyboard.press('Control+y');
  }

  /** @returns false when there was no such place to click on */
  async #klik(soort: Soort): Promise<boolean> {
    const plek = await zoekPlek(this.#wie, soort, this.#toeval(1_000) / 1_000);
    if (plek === null) return false;
    await this.#wie.page.mouse.click(plek.x, plek.y);
    return true;
  }
}

const VERBOUWINGEN = [
  'Enter',
  'Enter',
  'samenvoegen',
  'samenvoegen',
  'samenvoegen',
  'samenvoegen',
  'Kopje',
  'Opsomming',
  'Nummers',
  'inspringen',
  'terugspringen',
  'vet',
  'cursief',
] as const;

/** A place in the page, scrolled to; null when the text has none of that sort. */
function zoekPlek(
  { page }: Schrijver,
  soort: Soort,
  waar: number,
): Promise<{ readonly x: number; readonly y: number } | null> {
  return page.evaluate(
    ([wat, deel]) => {
      const { view } = document.querySelector('rt-editor') as RtEditor; // its tag's class
      if (view === null) throw new Error('hier is geen tekst open om in te schrijven');
      const plekken: number[] = [];
      let vorige = '';
      view.state.doc.forEach(({ textContent, content }, begin) => {
        const regel = view.nodeDOM(begin);
        const isBijAnder = regel instanceof Element && regel.querySelector('.rt-cursor') !== null;
        for (let n = 0; n <= content.size; n += 1) {
          const links = textContent[n - 1] ?? vorige;
          const kan = wat === 'overal' || (wat === 'zin' ? /^\.?$/.test(links) : isBijAnder);
          // Mostly at the end of a line, and where another is: there is most to go wrong.
          const keren = wat !== 'zin' ? 1 : (n === content.size ? 3 : 1) * (isBijAnder ? 12 : 1);
          for (let keer = 0; kan && keer < keren; keer += 1) plekken.push(begin + 1 + n);
        }
        vorige = textContent.at(-1) ?? vorige;
      });
      const pos = plekken[Math.floor(deel * plekken.length)];
      if (pos === undefined) return null;
      const { node } = view.domAtPos(pos);
      const element = node instanceof Element ? node : node.parentElement;
      element?.scrollIntoView({ block: 'center' });
      const { left, top, bottom } = view.coordsAtPos(pos);
      const [x, y] = [left, (top + bottom) / 2];
      return view.dom.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
    },
    [soort, waar] as const,
  );
}

/** What stands before and behind the caret, as the browser has it. */
function leesPlek(page: Schrijver['page']): Promise<{
  readonly links: string;
  readonly rechts: string;
  readonly isBegin: boolean;
} | null> {
  return page.evaluate(() => {
    const { view } = document.querySelector('rt-editor') as RtEditor; // its tag's class
    const selectie = getSelection();
    if (view === null || selectie?.anchorNode == null || !selectie.isCollapsed) return null;
    if (!view.dom.contains(selectie.anchorNode)) return null;
    const { doc } = view.state;
    const pos = view.posAtDOM(selectie.anchorNode, selectie.anchorOffset);
    return {
      links: doc.textBetween(0, pos),
      rechts: doc.textBetween(pos, doc.content.size),
      isBegin: doc.resolve(pos).parentOffset === 0,
    };
  });
}

/**
 * Backspace, which takes no letter when another just joined this line with the one above it, and the caret is in the
 * midst of one: the key comes from the page, which knows at that moment.
 */
function wisRegelbegin(page: Schrijver['page']): Promise<void> {
  return page.evaluate(() => {
    const { view } = document.querySelector('rt-editor') as RtEditor; // its tag's class
    if (view?.state.selection.empty !== true) return;
    const keuze = { key: 'Backspace', code: 'Backspace', bubbles: true, cancelable: true };
    view.dom.dispatchEvent(new KeyboardEvent('keydown', keuze));
  });
}
