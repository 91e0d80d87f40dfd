import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LichtElement } from '../ui/licht-element.ts';

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

/** The id of a tab, for the panel that it names. */
export function tabId(code: string): string {
  return `bord-tab-${code}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-tabs': RtBordTabs;
  }
}
