import { tijdensOpbouw } from './plek.ts';

/**
 * A place on a board, as an address says it: random ids, and words that are the same in every casus. Nothing of what
 * stands there is in it, so an address may be sent to whoever: they see there what they may see.
 */
export interface Plaats {
  /** The part of the board; null: where the thing stands, or the first. */
  readonly tab: string | null;
  /** The member that the board is narrowed to; null: everyone. */
  readonly lidId: string | null;
  /** The thing itself; null: the top. */
  readonly ding: Ding | null;
}

/** What an address can lead to. A leefgebied goes by its code, the others by their id. */
export interface Ding {
  readonly soort: 'leefgebied' | 'kaart' | 'tekst';
  readonly id: string;
}

/** The board as it opens without anything more said. */
export const BOVENAAN: Plaats = { tab: null, lidId: null, ding: null };

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PLAATS = new RegExp(
  `^/casussen/(?<casusId>${ID})(?:/lid/(?<lidId>${ID}))?(?:/(?!(?:lid|leefgebied|kaart|tekst|afdrukken)(?:/|$))(?<tab>[a-z]{1,24}))?` +
    `(?:/(?:leefgebied/(?<leefgebied>[a-z_]{1,40})|kaart/(?<kaart>${ID})|tekst/(?<tekst>${ID})))?$`,
);

/** The place at a path in small letters without a slash at its end; undefined when it is no place on a board. */
export function plaatsUit(pad: string): { readonly casusId: string; readonly plaats: Plaats } | undefined {
  const { casusId, lidId, tab, leefgebied, kaart, tekst } = PLAATS.exec(pad)?.groups ?? {};
  if (casusId === undefined) return undefined;
  const ding: Ding | null =
    leefgebied !== undefined
      ? { soort: 'leefgebied', id: leefgebied }
      : kaart !== undefined
        ? { soort: 'kaart', id: kaart }
        : tekst !== undefined
          ? { soort: 'tekst', id: tekst }
          : null;
  return { casusId, plaats: { tab: tab ?? null, lidId: lidId ?? null, ding } };
}

/** The address of a place. */
export function padNaar(
  casusId: string,
  { tab = null, lidId = null, ding = null }: Partial<Plaats> = {},
): string {
  return [
    `/casussen/${casusId}`,
    ...(lidId === null ? [] : ['lid', lidId]),
    ...(tab === null ? [] : [tab]),
    ...(ding === null ? [] : [ding.soort, ding.id]),
  ].join('/');
}

/**
 * Something on the board was opened or chosen: the address follows. Goes up to the frame around the screens.
 * `vervang`: it is no step of its own for Back, such as a line that unfolds.
 */
export class Plaatskeuze extends Event {
  readonly plaats: Plaats;
  readonly vervang: boolean;

  constructor(plaats: Plaats, { vervang = false }: { readonly vervang?: boolean } = {}) {
    super(Plaatskeuze.naam, { bubbles: true });
    this.plaats = plaats;
    this.vervang = vervang;
  }

  static readonly naam = 'rt-plaats';
}

/**
 * The value of `data-plaats` at what an address leads to.
 * @example html`<section data-plaats=${bakenVan('kaart', kaart.id)}>`
 */
export function bakenVan(soort: Ding['soort'], id: string): string {
  return `${soort}-${id}`;
}

/**
 * Brings what an address leads to in sight, unfolded, with focus, as soon as it stands there.
 * @returns what ends the waiting
 */
export function komAan(binnen: HTMLElement, { soort, id }: Ding): () => void {
  const baken = `[data-plaats="${CSS.escape(bakenVan(soort, id))}"]`;
  let gevonden: HTMLElement | null = null;
  return tijdensOpbouw(binnen, () => {
    if (gevonden?.isConnected !== true) {
      gevonden = binnen.querySelector<HTMLElement>(baken);
      if (gevonden === null) return;
      klapUit(gevonden);
      if (!gevonden.matches('a[href], button, summary, [tabindex]')) gevonden.tabIndex = -1;
      gevonden.focus({ preventScroll: true });
    }
    if (!staatInZicht(gevonden)) gevonden.scrollIntoView({ block: 'center' });
  });
}

/** Whole, and not where a bar below may lie over it: then the page stays as it opened, with its head. */
function staatInZicht(ding: HTMLElement): boolean {
  const { top, bottom } = ding.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight * 0.85;
}

function klapUit(ding: Element): void {
  for (let om: Element | null = ding; om !== null; om = om.parentElement?.closest('details') ?? null) {
    if (om instanceof HTMLDetailsElement) om.open = true;
  }
}
