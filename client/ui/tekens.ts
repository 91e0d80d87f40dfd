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
  html`<svg viewBox="0 0 20 20" width="16" height="16"><path d="M5.2 3h2.3l1.2 3.4-1.7 1.3a9 9 0 0 0 5.3 5.3l1.3-1.7 3.4 1.2v2.3c0 1-.8 1.8-1.8 1.7A12.5 12.5 0 0 1 3.5 4.8 1.7 1.7 0 0 1 5.2 3Z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></svg>`,
);

/** An eye: who reads along. */
export const OOG = teken(
  html`<svg viewBox="0 0 20 20" width="16" height="16"><path d="M1.8 10S4.8 4.7 10 4.7 18.2 10 18.2 10 15.2 15.3 10 15.3 1.8 10 1.8 10Z" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="10" cy="10" r="2.5" fill="currentColor"/></svg>`,
);

/** Points to what unfolds. */
export const PIJL = html`<span class="bord-teken bord-pijl" aria-hidden="true"
  ><svg viewBox="0 0 16 16" width="12" height="12"><path d="m5 2 6 6-6 6-1.4-1.4L8.2 8 3.6 3.4z" fill="currentColor"/></svg
></span>`;

export const VINK = teken(
  html`<svg viewBox="0 0 16 16" width="14" height="14"><path d="m6.2 13-5-5 1.5-1.5L6.2 10l7.1-7.1 1.5 1.5z" fill="currentColor"/></svg>`,
);

export const LOEP = teken(
  html`<svg viewBox="0 0 16 16" width="15" height="15"><path fill="currentColor" fill-rule="evenodd" d="M6.5 1a5.5 5.5 0 0 1 4.4 8.8l4 4-1.2 1.2-4-4A5.5 5.5 0 1 1 6.5 1m0 1.7a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6"/></svg>`,
);

/** A drawing that only one part of the screen has stands there. */
export function teken(tekening: TemplateResult): TemplateResult {
  return html`<span class="bord-teken" aria-hidden="true">${tekening}</span>`;
}
