import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Adviesregel, Zin } from '../../shared/contract/advies.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { naamVan } from '../lijsten.ts';
import { datumVan, metDag, termijn } from '../ui/datum.ts';
import { heel, rijtje } from '../ui/heel.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';

/** Questions for advice that one may take on, has, asked, or is named in: over all teams, the first term first (OV11). */
@customElement('rt-adviesvragen')
export class RtAdviesvragen extends LichtElement {
  @property({ attribute: false }) vragen: readonly Adviesregel[] = [];
  @property({ attribute: false }) lijsten!: Lijsten;
  /** `jjjj-mm-dd` */
  @property({ attribute: false }) vandaag = '';

  protected override render() {
    const adviseert = this.vragen.some(({ rol }) => rol === 'wacht' || rol === 'deskundige');
    const open = this.vragen.filter((vraag) => !isAf(vraag));
    const af = this.vragen.filter(isAf);
    return html`<section class="rt-werk__vak" aria-labelledby="rt-werk-advies">
      <h2 id="rt-werk-advies">${adviseert ? 'Adviesvragen van alle teams' : 'Gevraagd advies'}</h2>
      <ul class="rt-werk__regels">
        ${repeat(
          [...open, ...af],
          ({ id }) => id,
          (vraag) => html`<li>${this.regel(vraag)}</li>`,
        )}
      </ul>
    </section>`;
  }

  private regel(vraag: Adviesregel): TemplateResult {
    const naam = (zetel: string) => naamVan(this.lijsten.zetels, zetel);
    const namens = vraag.namens.length === 0 ? '' : `, mede namens ${opsomming(vraag.namens.map(naam))}`;
    const isKlaar = vraag.stand === 'gegeven' || vraag.stand === 'ingetrokken';
    return html`<div class="rt-werk__regel">
      <a class="rt-werk__wat" href="/advies/${vraag.id}"><bdi>${alsTekst(vraag.vraag)}</bdi></a>
      <p class="rt-werk__welke rt-rijtje">
        ${rijtje([
          vraag.casus === null ? `van ${naam(vraag.vanuit)}${namens}` : `Casus ${vraag.casus.label}`,
          html`<span class="rt-werk__wie">${heel(vraag.over)}</span>`,
        ])}
      </p>
      <p class="rt-werk__wanneer">
        ${
          isKlaar
            ? nothing
            : vraag.tot < this.vandaag
              ? html`<span class="rt-over-tijd">${termijn(vraag.tot, this.vandaag)}</span>`
              : html`uiterlijk <span class="rt-werk__dag">${metDag(vraag.tot, this.vandaag)}</span>`
        }
      </p>
      <p class="rt-werk__doen">${this.stand(vraag)}</p>
    </div>`;
  }

  private stand({ rol, stand, nieuws, deskundige }: Adviesregel): TemplateResult | string {
    const nieuw =
      nieuws === null || nieuws.soort === 'vraag'
        ? nothing
        : html`<span><strong>${NIEUWS[nieuws.soort]}</strong>, ${metDag(datumVan(nieuws.op), this.vandaag)}</span>`;
    if (nieuw !== nothing) return html`${nieuw}`;
    if (rol === 'wacht') return html`<strong>nog van niemand</strong>`;
    if (stand === 'gevraagd') return 'nog niet aangenomen';
    if (stand === 'aangenomen')
      return rol === 'deskundige' ? 'bij u' : `bij ${deskundige?.naam ?? 'een gedragsdeskundige'}`;
    return stand === 'gegeven' ? 'advies gegeven' : 'ingetrokken';
  }
}

const NIEUWS = {
  bericht: 'nieuw bericht',
  advies: 'advies gegeven',
  aanvulling: 'advies aangevuld',
  reactie: 'antwoord van het team',
  afspraak: 'afspraak gemaakt',
} as const;

function isAf({ stand, nieuws }: Adviesregel): boolean {
  return nieuws === null && (stand === 'gegeven' || stand === 'ingetrokken');
}

function alsTekst(zin: Zin): string {
  return zin.map(({ soort, tekst }) => (soort === 'weg' ? `[${tekst}]` : tekst)).join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-adviesvragen': RtAdviesvragen;
  }
}
