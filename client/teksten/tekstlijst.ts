import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Kijk } from '../casus/kijk.ts';
import './tekstvak.ts';
import { veldtitel } from './veldsoorten.ts';

/** How a list of texts is shown. */
export interface Tekstwijze {
  readonly soort?: 'gewoon' | 'woorden' | 'bewaard';
  readonly kort?: boolean;
  readonly zelfdePubliek?: boolean;
  readonly schrijfbaar?: boolean;
  /** Shown while nothing stands in it: there one writes. */
  readonly leeg?: Veld | undefined;
}

/** Texts in which something stands, or in which I am writing; of the rest nothing is said (NK36). */
export function tekstlijst(
  kijk: Kijk,
  teksten: Bordteksten,
  velden: readonly Veld[],
  wijze: Tekstwijze = {},
): TemplateResult {
  const staat = velden.filter((veld) => veld === wijze.leeg || isInBeeld(teksten, veld));
  return html`${repeat(
    staat,
    (veld) => veld.id,
    (veld) => html`<rt-bord-tekst
      .kijk=${kijk}
      .teksten=${teksten}
      .veld=${veld}
      .soort=${wijze.soort ?? 'gewoon'}
      .kort=${wijze.kort ?? false}
      .zelfdePubliek=${wijze.zelfdePubliek ?? false}
      .schrijfbaar=${wijze.schrijfbaar ?? true}
    ></rt-bord-tekst>`,
  )}`;
}

/** Whether a text takes a place of its own. */
export function isInBeeld(teksten: Bordteksten, veld: Veld): boolean {
  return (
    teksten.isGevuld(veld) === true ||
    teksten.typtSamen(veld.id) ||
    teksten.conceptBij(veld.id) !== undefined ||
    teksten.melding(veld.id) !== ''
  );
}

/** Texts of one title together, in the order in which they come. */
export function perTitel(velden: readonly Veld[]): Veld[][] {
  const titels = [...new Set(velden.map(veldtitel))];
  return titels.map((titel) => velden.filter((veld) => veldtitel(veld) === titel));
}

/** What `tekstlijst` shows, for the `beeld` of who shows it. */
export function lijstbeeld(teksten: Bordteksten, velden: readonly Veld[]): string {
  return velden
    .map((veld) => `${isInBeeld(teksten, veld) ? 1 : 0}${teksten.isGevuld(veld) ?? '?'}`)
    .join(' ');
}
