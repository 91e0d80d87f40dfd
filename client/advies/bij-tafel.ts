import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Dag } from '../ui/dag.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import './advies.css';
import { gelezen, LIJN_WEG } from './gelezen.ts';
import { GevolgdeVraag } from './gevolgde-vraag.ts';
import { zin } from './zin.ts';

/**
 * What a question for advice opened, beside the tafelblad of who took it on (OV11): as it stands on the page of the
 * question, where the advice is written.
 *
 * @example html`<rt-advies-bij-tafel .adviesvraagId=${id}></rt-advies-bij-tafel>`
 */
@customElement('rt-advies-bij-tafel')
export class RtAdviesBijTafel extends LichtElement {
  @property({ attribute: false }) adviesvraagId = '';

  private readonly dag = new Dag(this);
  private readonly hier = new GevolgdeVraag(this, () => this.adviesvraagId);

  protected override render() {
    const { vraag, fout, isWeg, isLijnWeg, laad } = this.hier;
    if (isWeg) return nothing;
    return html`<section class="rt-advies__vlak" aria-label="Uw adviesvraag">
      ${isLijnWeg ? LIJN_WEG : nothing}
      ${fout === '' ? nothing : nietOpgehaald('Uw adviesvraag is niet opgehaald', fout, laad)}
      ${
        vraag === undefined
          ? fout === ''
            ? html`<p class="rt-laden">Uw adviesvraag wordt opgehaald…</p>`
            : nothing
          : html`<div class="rt-advies__deel">
                <p class="rt-klein"><strong>Uw adviesvraag</strong> over ${vraag.over}. Hier ziet alleen u dit. U leest zonder
                  namen.</p>
                <h2>${zin(vraag.vraag)}</h2>
                <p><a href="/advies/${vraag.id}">Naar uw advies</a></p>
              </div>
              ${gelezen(vraag, this.dag.vandaag)}`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-advies-bij-tafel': RtAdviesBijTafel;
  }
}
