import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LichtElement } from '../ui/licht-element.ts';
import { acuutGevaar } from './acuut-gevaar.ts';
import { tegelSjabloon } from './dichte-tegel.ts';
import type { Doe } from './doe.ts';
import { zichtbareLeefgebieden } from './groepen.ts';
import type { Kijk } from './kijk.ts';
import './leefgebied.ts';
import { leestMee } from './onderdelen.ts';
import { categorieenZonderPlek, tegelsVan } from './tegels.ts';

/** The leefgebieden side by side, and last what belongs to none of them. */
@customElement('rt-bord-leefgebieden')
export class RtBordLeefgebieden extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;

  protected override render() {
    const { kijk, doe } = this;
    return html`<h2 class="rt-alleen-voorlezen">Leefgebieden</h2>
      <div class="bord-raster">
        ${repeat(
          zichtbareLeefgebieden(kijk),
          (gebied) => gebied.code,
          (gebied) => html`<rt-bord-leefgebied
            .kijk=${kijk}
            .doe=${doe}
            .gebied=${gebied}
          ></rt-bord-leefgebied>`,
        )}
        ${this.elders()}
      </div>`;
  }

  /** Advice, the regisseur's own notes, and any category that a municipality adds: gathered in one place. */
  private elders(): TemplateResult | typeof nothing {
    const { kijk, doe } = this;
    const categorieen = categorieenZonderPlek(kijk).filter((code) => kijk.weetVan(code));
    if (categorieen.length === 0) return nothing;
    return html`<section class="rt-paneel bord-gebied" aria-labelledby="bord-elders-kop">
      <div class="bord-gebied__kop"><h3 id="bord-elders-kop" tabindex="-1">Advies en regie</h3></div>
      ${categorieen.map((code) => this.open(code))} ${acuutGevaar(kijk, doe, categorieen)}
      ${tegelsVan(kijk, categorieen).map((tegel) => tegelSjabloon(kijk, doe, tegel))}
    </section>`;
  }

  /** A category that I read and that has nothing on it yet: empty, and said to be. */
  private open(code: string): TemplateResult | typeof nothing {
    const { kijk, doe } = this;
    const open = kijk.bord.compartimenten.filter(
      (compartiment) =>
        compartiment.categorie === code && compartiment.geopend && kijk.inBeeld([compartiment.lidId]),
    );
    const [eerste] = open;
    const gevuld = kijk
      .kaarten('noodkaart')
      .some((kaart) => open.some((compartiment) => compartiment.id === kaart.compartimentId));
    if (eerste === undefined || gevuld) return nothing;
    return html`<div class="bord-groep">
      <p class="bord-groep__naam">${kijk.categorienaam(code)}</p>
      <p class="bord-nog-niet">Nog niets opgeschreven.</p>
      ${leestMee(kijk, eerste)}
      ${
        eerste.niveau === 'schrijven'
          ? html`<button
              type="button"
              class="bord-erbij"
              @click=${() => doe.nieuw('noodkaart', { lidId: eerste.lidId, compartimentId: eerste.id })}
            >
              <span aria-hidden="true">+</span> Bij acuut gevaar
            </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-leefgebieden': RtBordLeefgebieden;
  }
}
