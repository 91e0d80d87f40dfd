import { html, type TemplateResult } from 'lit';

/** Small drawings beside a word. Never alone: the word says it, so they are hidden from screen readers. */

/** A closed lock: not open for you. */
export const SLOT = teken(
  html`<svg viewBox="0 0 20 20" width="18" height="18"><path d="M6 9V6.5a4 4 0 0 1 8 0V9" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/><rect x="4" y="9" width="12" height="8.5" rx="1.8" fill="currentColor"/></svg>`,
);

/** An envelope that nobody has opened: yours to open, and recorded. */
export const ENVELOP = teken(
  html`<svg viewBox="0 0 20 20" width="18" height="18"><rect x="2.5" y="4.5" width="15" height="11" rx="1.6" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="m3.2 5.6 6.8 5.6 6.8-5.6" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/></svg>`,
);

export const PEN = teken(
  html`<svg viewBox="0 0 20 20" width="18" height="18"><path d="m4 16 .8-3.4L13 4.4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3L7.4 15.2 4 16Z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></svg>`,
);

export const TELEFOON = teken(
  html`<svg viewBox="0 0 20 20" width="16" height="16"><path d="M5.2 3h2.3l1.2 3.4-1.7 1.3a9 9 0 0 0 5.3 5.3l1.3-1.7 3.4 1.2v2.3c0 1-.8 1.8-1.8 1.7A12.5 12.5 0 0 1 3.500 4.800 1.700 1.700 0 0 1 5.200 3Z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></svg>`,
);

/** An eye: who reads along. */
export const OOG = teken(
  html`<svg viewBox="0 0 20 20" width="16" height="16"><path d="M1.800 10S4.800 4.700 10 4.700 18.200 10 18.200 10 15.200 15.300 10 15.300 1.800 10 1.800 10Z" fill="none" stroke="currentColor" stroke-width="1.500"/><circle cx="10" cy="10" r="2.500" fill="currentColor"/></svg>`,
);

/** Points to what unfolds. */
export const PIJL = html`<span class="bord-teken bord-pijl" aria-hidden="true"
  ><svg viewBox="0 0 16 16" width="12" height="12"><path d="m5 2 6 6-6 6-1.400-1.400L8.200 8 3.600 3.400z" fill="currentColor"/></svg
></span>`;

/** An arrow: here. */
export const WIJZER = teken(
  html`<svg viewBox="0 0 16 16" width="14" height="14"><path d="M2 4h7l5 4-5 4H2z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/></svg>`,
);

export const VINK = teken(
  html`<svg viewBox="0 0 16 16" width="14" height="14"><path d="m6.200 13-5-5 1.500-1.500L6.200 10l7.100-7.100 1.500 1.500z" fill="currentColor"/></svg>`,
);

export const LOEP = teken(
  html`<svg viewBox="0 0 16 16" width="15" height="15"><path fill="currentColor" fill-rule="evenodd" d="M6.500 1a5.500 5.500 0 0 1 4.400 8.800l4 4-1.200 1.200-4-4A5.500 5.500 0 1 1 6.500 1m0 1.700a3.800 3.800 0 1 0 0 7.600 3.800 3.800 0 0 0 0-7.600"/></svg>`,
);

function teken(tekening: TemplateResult): TemplateResult {
  return html`<span class="bord-teken" aria-hidden="true">${tekening}</span>`;
}
