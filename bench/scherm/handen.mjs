/**
 * @typedef {import('playwright-core').Locator} Locator
 * @typedef {import('playwright-core').Page} Page
 */

/** Seconds, by the keystroke-level model: to decide, to point, to press a button, a key, and to roll on one window. */
export const SECONDEN = { denk: 1.35, wijs: 1.1, knop: 0.2, toets: 0.28, rol: 0.8 };

/** More Tabs than that, and somebody gives up. */
const MEESTE_TABS = 150;

/** What somebody does by hand: counted in what they press, and reckoned in seconds. */
class Handen {
  stappen = 0;
  seconden = 0;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {number} keren @param {number} duur of one */
  tel(keren, duur) {
    this.stappen += keren;
    this.seconden += keren * duur;
  }

  /** The same hands at another page, as of somebody else. @param {Page} page */
  bij(page) {
    this.page = page;
    return this;
  }

  get uitkomst() {
    return { stappen: this.stappen, seconden: Math.round(this.seconden) };
  }
}

/** By mouse, or with a thumb: what isn't in sight is rolled to. */
export class Muis extends Handen {
  /** @param {Locator} op */
  async druk(op) {
    this.seconden += SECONDEN.denk;
    await this.inBeeld(op);
    this.tel(1, SECONDEN.wijs + SECONDEN.knop);
    await op.click();
  }

  /** @param {Locator} lijst @param {string} wat */
  async kies(lijst, wat) {
    this.seconden += SECONDEN.denk;
    await this.inBeeld(lijst);
    // Once to open it, once on what one chooses.
    this.tel(2, SECONDEN.wijs + SECONDEN.knop);
    await lijst.selectOption({ label: wat });
  }

  /** @param {Locator} veld @param {string} tekst */
  async vul(veld, tekst) {
    await veld.waitFor();
    const staatErAl = await veld.evaluate((element) => element === document.activeElement);
    if (staatErAl) this.seconden += SECONDEN.denk;
    else await this.druk(veld);
    await veld.pressSequentially(tekst);
    this.tel(tekst.length, SECONDEN.toets);
  }

  /** @param {Locator} op */
  async inBeeld(op) {
    await op.waitFor();
    const schermen = await op.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const weg = top < 0 ? -top : Math.max(0, bottom - innerHeight);
      return Math.ceil(weg / innerHeight);
    });
    this.tel(schermen, SECONDEN.rol);
    await op.scrollIntoViewIfNeeded();
  }
}

/** By keyboard alone. */
export class Toetsenbord extends Handen {
  /** @param {Locator} op @param {readonly string[]} langs what one skips by, before it */
  async druk(op, langs = []) {
    for (const naam of langs)
      await this.druk(
        this.page
          .getByRole('button', { name: naam })
          .or(this.page.getByRole('link', { name: naam }))
          .first(),
      );
    await this.naar(op);
    const kiest = await op.evaluate((element) => element.matches('input'));
    await this.toets(kiest ? 'Space' : 'Enter');
  }

  /** @param {Locator} lijst @param {string} wat */
  async kies(lijst, wat) {
    await this.naar(lijst);
    const staat = () =>
      lijst.evaluate((element) => /** @type {HTMLSelectElement} */ (element).selectedOptions[0]?.label ?? '');
    for (const letter of wat) {
      if ((await staat()) === wat) return;
      await this.toets(letter === ' ' ? 'Space' : letter);
    }
    if ((await staat()) !== wat) throw new Error(`met letters komt men niet bij ${wat}`);
  }

  /** @param {Locator} veld @param {string} tekst */
  async vul(veld, tekst) {
    await this.naar(veld);
    await this.page.keyboard.type(tekst);
    this.tel(tekst.length, SECONDEN.toets);
  }

  /** Tab until it has focus; in a group of choices, the arrows. @param {Locator} op */
  async naar(op) {
    this.seconden += SECONDEN.denk;
    await op.waitFor();
    const waar = () =>
      op.evaluate((element) => {
        const nu = document.activeElement;
        if (element === nu || (element.closest('summary') ?? element) === nu) return 'hier';
        const inGroep = element instanceof HTMLInputElement && element.type === 'radio';
        return inGroep && nu instanceof HTMLInputElement && nu.name === element.name ? 'groep' : 'elders';
      });
    for (let keren = 0; keren < MEESTE_TABS; keren += 1) {
      const nu = await waar();
      if (nu === 'hier') return;
      await this.toets(nu === 'groep' ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`met Tab komt men niet bij ${op}`);
  }

  /** @param {string} naam */
  async toets(naam) {
    this.tel(1, SECONDEN.toets);
    await this.page.keyboard.press(naam);
  }
}
