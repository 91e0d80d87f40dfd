import { STIJLATTRIBUUT } from './pagina.ts';
import type { Stijl } from './stijl.ts';

/** An item of a list as Word writes it: a paragraph that says in its style which list and level it is of. */
export interface Wordpunt {
  readonly soort: 'punt' | 'nummer';
  readonly diepte: number;
  readonly nummer: number | null;
  /** What Word typed before it, such as `1.`. */
  readonly teken: string;
}

/** Reads the items of Word's lists, in the order in which they stand: what `i.` means depends on what was before. */
export class Wordlijsten {
  readonly #nummers: (number | null)[] = [];

  /** null for a paragraph that is no item. */
  lees(alinea: Element, { letterlijk }: Stijl): Wordpunt | null {
    const cijfer = /mso-list\s*:\s*\S+\s+level(\d)/.exec(letterlijk)?.[1];
    if (cijfer === undefined) return null;
    const diepte = Math.max(Number(cijfer) - 1, 0);
    const teken = tekenVan(alinea);
    const nummer = nummerUit(teken, this.#nummers[diepte] ?? null);
    this.#nummers.length = diepte;
    this.#nummers[diepte] = nummer;
    return { soort: isNummerteken(teken) ? 'nummer' : 'punt', diepte, nummer, teken };
  }
}

/** `1.`, `2)`, `(3)`, `1.2.`, `a.`, `iv.`; a bullet can be an `o` without anything behind it. */
function isNummerteken(teken: string): boolean {
  return /^\(?(?:[\d.]*\d[.)°]?|[a-z]{1,5}[.)])$/i.test(teken);
}

function nummerUit(teken: string, vorige: number | null): number | null {
  if (!isNummerteken(teken)) return null;
  const cijfers = /(\d+)\D*$/.exec(teken)?.[1];
  if (cijfers !== undefined) return Number(cijfers);
  const letters = teken.replace(/[^a-z]/gi, '').toLowerCase();
  const alsLetter = letters.length === 1 ? letters.charCodeAt(0) - 96 : null;
  const volgende = (vorige ?? 0) + 1;
  return (
    [alsLetter, romeins(letters)].find((waarde) => waarde === volgende) ??
    (alsLetter === 1 ? 1 : romeinsBegin(letters))
  );
}

/** A list of Roman numbers that begins again; any other letter just goes on. */
function romeinsBegin(letters: string): number | null {
  return letters === 'i' ? 1 : null;
}

function romeins(letters: string): number | null {
  const waarden = [...letters].map((letter) => ROMEINS[letter] ?? 0);
  if (waarden.includes(0)) return null;
  return waarden.reduce((som, waarde, n) => som + (waarde < (waarden[n + 1] ?? 0) ? -waarde : waarde), 0);
}

const ROMEINS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function tekenVan(alinea: Element): string {
  const teken = [...alinea.querySelectorAll('span')].find((deel) =>
    /mso-list\s*:\s*ignore/i.test(deel.getAttribute(STIJLATTRIBUUT) ?? ''),
  );
  return (teken?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
