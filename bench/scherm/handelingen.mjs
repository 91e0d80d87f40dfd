/**
 * What somebody presses and fills in, counted. Choosing from a list is one.
 * @typedef {import('playwright-core').Locator} Locator
 */
export class Handelingen {
  aantal = 0;

  /** @param {Locator} op */
  async druk(op) {
    this.aantal += 1;
    await op.click();
  }

  /** @param {Locator} veld @param {string} tekst */
  async vul(veld, tekst) {
    this.aantal += 1;
    await veld.fill(tekst);
  }

  /** @param {Locator} lijst @param {string} wat */
  async kies(lijst, wat) {
    this.aantal += 1;
    await lijst.selectOption({ label: wat });
  }
}
