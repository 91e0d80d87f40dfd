import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import type { Veldsoort } from '../../shared/plan/velden.ts';
import type { Kijk } from '../casus/kijk.ts';
import { veldsoort } from '../teksten/veldsoorten.ts';
import { LichtElement } from '../ui/licht-element.ts';
import type { Ding } from '../ui/plaats.ts';

/** One tab. */
export interface Tab {
  readonly code: string;
  readonly naam: string;
}

/**
 * Tabs after the ARIA pattern: one stop for Tab, arrows, Home and End to move, and moving is choosing. The panel is
 * the caller's, with `id="bord-paneel"` and `aria-labelledby` the id of the chosen tab. Fires `kies` with a code.
 */
@customElement('rt-bord-tabs')
export class RtBordTabs extends LichtElement {
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property({ attribute: false }) gekozen = '';

  protected override render() {
    return html`<div class="bord-tabs" role="tablist" aria-label="Onderdelen van het plan" @keydown=${this.opToets}>
      ${this.tabs.map((tab) => this.tab(tab))}
    </div>`;
  }

  private tab({ code, naam }: Tab): TemplateResult {
    const aan = code === this.gekozen;
    return html`<button
      type="button"
      role="tab"
      class="bord-tab"
      id=${tabId(code)}
      aria-selected=${aan ? 'true' : 'false'}
      aria-controls="bord-paneel"
      tabindex=${aan ? 0 : -1}
      @click=${() => this.kies(code)}
    >
      ${naam}
    </button>`;
  }

  private readonly opToets = (toets: KeyboardEvent) => {
    const nu = this.tabs.findIndex((tab) => tab.code === this.gekozen);
    const naar = { ArrowRight: nu + 1, ArrowLeft: nu - 1, Home: 0, End: -1 }[toets.key];
    if (naar === undefined) return;
    toets.preventDefault();
    const tab = this.tabs.at(naar % this.tabs.length);
    if (tab === undefined) return;
    this.kies(tab.code);
    this.querySelector<HTMLElement>(`#${tabId(tab.code)}`)?.focus();
  };

  private kies(code: string): void {
    this.dispatchEvent(new CustomEvent('kies', { detail: code }));
  }
}

/** The parts of the plan that have something for me; what is hidden leaves no hole (scene 2). */
export function tabsVan(kijk: Kijk): Tab[] {
  const plan = kijk.leest('plan');
  return [
    { code: EERSTE_TAB, naam: naamEersteTab(kijk) },
    ...(plan || kijk.leest('inwoner') ? [{ code: 'doelen', naam: 'Doelen' }] : []),
    ...(kijk.leest('hulp') ? [{ code: 'hulp', naam: 'Wie helpt waarmee' }] : []),
    ...(plan ? [{ code: 'besluiten', naam: 'Besluiten' }] : []),
    { code: 'gegevens', naam: 'Gegevens' },
  ];
}

/** What the first of them is called: who doesn't read the plan has none. */
export function naamEersteTab(kijk: Kijk): string {
  return kijk.leest('plan') ? 'Plan' : 'Voor u';
}

/** The part that one begins with. */
export const EERSTE_TAB = 'plan';

/** In which part something stands. */
export function tabVan(kijk: Kijk, { soort, id }: Ding): string {
  if (soort === 'leefgebied') return EERSTE_TAB;
  const veld = soort === 'tekst' ? kijk.bord.velden.find((een) => een.id === id) : undefined;
  const kaart = kijk.bord.kaarten.find((een) => een.id === (veld?.kaartId ?? id));
  // An afspraak stands beside every part; its text where there is room to write.
  if (kaart?.soort === 'afspraak') return veld === undefined ? EERSTE_TAB : 'doelen';
  const tab = kaart !== undefined ? TAB_VAN_KAART[kaart.soort] : veld && TAB_VAN_TEKST[veldsoort(kijk, veld)];
  return tab ?? EERSTE_TAB;
}

const TAB_VAN_KAART: Partial<Readonly<Record<Kaartsoort, string>>> = {
  doel: 'doelen',
  besluit: 'besluiten',
  hulp: 'hulp',
  naam: 'gegevens',
  adres: 'gegevens',
  contact: 'gegevens',
  wet: 'gegevens',
  expertise: 'gegevens',
};
const TAB_VAN_TEKST: Partial<Readonly<Record<Veldsoort, string>>> = {
  zegt: 'doelen',
  gewenst_resultaat: 'doelen',
  integrale_analyse: 'doelen',
};

/** The id of a tab, for the panel that it names. */
export function tabId(code: string): string {
  return `bord-tab-${code}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-tabs': RtBordTabs;
  }
}
