import { html, type TemplateResult } from 'lit';

/** To read: a number stays with the word before it, so that no line ends with the `kind` of `kind 1`. */
export function heel(tekst: string): string {
  return tekst.replace(/(\p{L}) (?=\d{1,3}(?![\p{L}\d]))/gu, '$1\u00A0');
}

/**
 * Short things after one another with a point between them, where no line begins or ends with a point: what holds them
 * is a `rt-rijtje`, which cuts off the one before what comes first on a line.
 */
export function rijtje(delen: readonly unknown[]): TemplateResult[] {
  return delen.map(
    (deel, i) => html`<span>${i === 0 ? '' : html`<span class="rt-rijtje__punt"> · </span>`}${deel}</span>`,
  );
}
