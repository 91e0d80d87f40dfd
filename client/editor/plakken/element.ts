import {
  type Bloksleutels,
  leesSleutels,
  type Opmaak,
  VERMELDINGSOORTEN,
  type Vermelding,
} from '../../../shared/tekst/blok.ts';
import type { Stijl } from './stijl.ts';

// What an element of a pasted page says by itself.

/** What no text holds, with all that is in it. */
export const WEG =
  'script, style, meta, link, title, template, noscript, img, picture, svg, video, audio, canvas, iframe, object, embed, input, button, select, textarea, datalist, map, math annotation';
const BLOKKEN: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** In these white space and line breaks are nothing. */
export const ZONDER_TEKST: ReadonlySet<string> = new Set(
  'ul ol menu dir dl table tbody thead tfoot tr'.split(' '),
);

/** Bold and italic, by element or by style. Headings and items are what they are by themselves. */
export function opmaakIn(element: Element, stijl: Stijl, { strong, em }: Opmaak): Opmaak {
  const { localName } = element;
  if (/^(?:h[1-6]|li|ul|ol)$/.test(localName)) return { strong, em };
  const dikte = stijl.eigen('font-weight');
  const stand = stijl.eigen('font-style');
  return {
    // Google Docs puts all that it copies in a <b> that isn't bold.
    strong:
      dikte === '' ? strong || /^(?:b|strong)$/.test(localName) : /^(?:bold(?:er)?|[6-9]00)$/.test(dikte),
    em: stand === '' ? em || /^(?:i|em)$/.test(localName) : /^(?:italic|oblique)/.test(stand),
  };
}

/** Whether it stands on lines of its own. */
export function isBlok({ localName }: Element, stijl: Stijl): boolean {
  if (ZONDER_TEKST.has(localName) || localName === 'li') return true;
  const getoond = stijl.eigen('display');
  return getoond === '' ? BLOKKEN.has(localName) : !/^(?:inline|contents|ruby|initial|unset)/.test(getoond);
}

/** The keys that this editor writes with what it copies. */
export function sleutelsBij(element: Element): Bloksleutels | null {
  const soort = element.getAttribute('data-blok');
  if (soort === null) return null;
  return leesSleutels((naam) => (naam === 'soort' ? soort : geheel(element, `data-${naam}`)));
}

/** The level of a heading with us, which has three. */
export function kopniveau(element: Element): number | null {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1];
  const rol = element.getAttribute('role') === 'heading' ? (geheel(element, 'aria-level') ?? 2) : null;
  const niveau = tag === undefined ? rol : Number(tag);
  if (niveau === null) return null;
  // Shown to who reads, those of a text here begin at h4.
  return Math.min(Math.max(element.hasAttribute('data-diepte') && niveau > 3 ? niveau - 3 : niveau, 1), 3);
}

/** How deep an item says that it is, where lists don't stand in each other. */
export function diepteBij(element: Element): number | null {
  const niveau = geheel(element, 'aria-level') ?? geheel(element, 'data-aria-level');
  return geheel(element, 'data-diepte') ?? (niveau === null ? null : Math.max(niveau - 1, 0));
}

/** A whole number that isn't negative, as HTML writes those; null for anything else. */
export function geheel(element: Element, attribuut: string): number | null {
  const waarde = element.getAttribute(attribuut);
  return waarde !== null && /^\s*\d{1,9}\s*$/.test(waarde) ? Number(waarde) : null;
}

/** Who is mentioned, as this editor writes it. */
export function vermeldingIn(element: Element): Vermelding {
  const soort = VERMELDINGSOORTEN.find((een) => een === element.getAttribute('data-soort'));
  const id = element.getAttribute('data-id');
  return soort === undefined || id === null || element.localName !== 'span' ? null : { soort, id };
}

/** Browsers write spaces at the edge of what was copied as others, in an element of their own. */
export function isOmgezetteSpatie(knoop: Text): boolean {
  const om = knoop.parentElement;
  if (om?.localName !== 'span' || om.childNodes.length !== 1) return false;
  const isApple = om.classList.contains('Apple-converted-space');
  return isApple ? /^[\u00a0 ]+$/.test(knoop.data) : knoop.data === '\u00a0' && om.classList.length === 0;
}
