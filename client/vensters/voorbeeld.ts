import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Voorbeeld } from '../../shared/contract/deelnemers.ts';
import { berichtVan, roep } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';

/** On which seat, and for whom. */
export interface Voorbeeldvraag {
  readonly medewerkerId: string;
  readonly zetel: string;
  /** Null: for the household. */
  readonly lidIds: readonly string[] | null;
}

type Regel = Voorbeeld['regels'][number];

/** What somebody will see on a seat, in plain words, before they are asked to take it. */
@customElement('rt-voorbeeld')
export class RtVoorbeeld extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) vraag!: Voorbeeldvraag;

  @state() private regels: readonly Regel[] | null = null;
  @state() private melding = '';
  private gevraagd = '';

  protected override willUpdate(_gewijzigd: PropertyValues): void {
    const { medewerkerId, zetel, lidIds } = this.vraag;
    const query = { medewerkerId, zetel, ...(lidIds === null ? {} : { lidIds: lidIds.join(',') }) };
    const sleutel = JSON.stringify(query);
    if (sleutel === this.gevraagd) return;
    this.gevraagd = sleutel;
    roep('deelnemer.voorbeeld', { params: { casusId: this.verbinding.casusId }, query }).then(
      ({ regels }) => {
        // An answer to an earlier question would be about somebody else.
        if (sleutel !== this.gevraagd) return;
        this.regels = regels;
        this.melding = '';
      },
      (fout: unknown) => {
        if (sleutel === this.gevraagd) this.melding = berichtVan(fout);
      },
    );
  }

  protected override render() {
    return html`<section class="bord-voorbeeld" aria-labelledby="bord-voorbeeld-kop" aria-live="polite">
      <h3 id="bord-voorbeeld-kop">Dit gaat deze persoon zien</h3>
      ${this.melding === '' ? nothing : html`<p>${this.melding}</p>`}
      ${this.regels === null ? nothing : this.inWoorden(this.regels)}
    </section>`;
  }

  private inWoorden(regels: readonly Regel[]): TemplateResult {
    const groepen = [
      { kop: 'Leest en schrijft', regels: regels.filter((r) => r.niveau === 'schrijven') },
      { kop: 'Leest', regels: regels.filter((r) => r.niveau === 'lezen') },
      {
        kop: 'Ziet dat er iets kan staan, niet wat',
        regels: regels.filter((r) => r.niveau === 'dat'),
      },
    ].filter((groep) => groep.regels.length > 0);
    return html`<dl class="bord-voorbeeld__lijst">
        ${groepen.map(
          (groep) => html`<div>
            <dt>${groep.kop}</dt>
            ${this.perCategorie(groep.regels).map((regel) => html`<dd>${regel}</dd>`)}
          </div>`,
        )}
      </dl>
      ${
        regels.some(({ alleenEigen }) => alleenEigen)
          ? html`<p class="rt-zacht rt-klein">
              Wat de eigen organisatie hier al bewaart, gaat pas open als een collega die daar schrijft, bevestigt dat
              deze persoon erbij hoort. Is die er niet, dan doet de leidinggevende dat.
            </p>`
          : nothing
      }
      <p class="rt-zacht rt-klein">Van de rest ziet deze persoon niets, ook niet dat het er is.</p>`;
  }

  /** One line a category: `jeugdhulp`, and softer `kind 1 en kind 2, alleen wat de eigen organisatie bewaart`. */
  private perCategorie(regels: readonly Regel[]): TemplateResult[] {
    const { kijk } = this;
    const categorieen = [...new Set(regels.map((regel) => regel.categorie))];
    return categorieen.map((categorie) => {
      const hier = regels.filter((regel) => regel.categorie === categorie);
      const leden = hier.flatMap(({ lidId }) => (lidId === null ? [] : [lidId]));
      const ieder = kijk.bord.leden.every((lid) => leden.includes(lid.id));
      const huishouden = hier.some(({ lidId }) => lidId === null);
      const rest = [
        ...(ieder
          ? []
          : [opsomming([...(huishouden ? ['het huishouden'] : []), ...leden.map((id) => kijk.rol(id))])]),
        ...(hier.some((regel) => regel.alleenEigen) ? ['alleen wat de eigen organisatie bewaart'] : []),
      ].join(', ');
      return html`${inEenZin(kijk.categorienaam(categorie))}${
        rest === '' ? nothing : html`<span class="rt-zacht rt-klein">: ${rest}</span>`
      }`;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-voorbeeld': RtVoorbeeld;
  }
}
