import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Lid } from '../../shared/contract/casussen.ts';
import { berichtVan } from '../api/api.ts';
import { keuzelijst } from '../ui/formulier.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { hoofdletter } from '../ui/opsomming.ts';

/** For the regisseur: who belongs to the household, by role, and where the casus stands. */
@customElement('rt-bord-casusformulier')
export class RtBordCasusformulier extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  @state() private nieuweRol = '';
  @state() private melding = '';
  @state() private gelukt = '';
  @state() private bezig = false;
  @state() private wegVragen: string | null = null;

  protected override render() {
    const { kijk } = this;
    return html`${
      this.melding === ''
        ? nothing
        : html`<rt-melding soort="fout" kop="Niet gelukt" .inhoud=${this.melding}></rt-melding>`
    }
      <p role="status" class="bord-gelukt">${this.gelukt}</p>
      <section aria-labelledby="bord-leden-kop">
        <h3 id="bord-leden-kop">Wie horen bij het huishouden?</h3>
        <ul class="bord-leden">
          ${repeat(
            kijk.bord.leden,
            (lid) => lid.id,
            (lid) => this.lid(lid),
          )}
        </ul>
        <div class="bord-leden__erbij">
          ${keuzelijst({
            id: 'bord-lid-nieuw',
            label: 'Iemand toevoegen',
            waarde: this.nieuweRol,
            leeg: 'Kies een rol…',
            keuzes: this.rollen,
            opKeuze: (rol) => {
              this.nieuweRol = rol;
            },
          })}
          <button
            type="button"
            class=${KNOP.gewoon}
            ?disabled=${this.bezig}
            @click=${() => this.voegToe()}
          >
            Toevoegen
          </button>
        </div>
      </section>
      <section class="bord-status" aria-label="Stand van de casus">
        ${keuzelijst({
          id: 'bord-casus-status',
          label: 'Waar staat deze casus?',
          waarde: kijk.bord.status,
          keuzes: kijk.lijsten.statussen,
          opKeuze: (status) =>
            void this.regel('PATCH', '', { status }, 'De stand van de casus is gewijzigd.'),
        })}
      </section>`;
  }

  private get rollen() {
    return this.kijk.lijsten.rollen.map((rol) => ({ code: rol, naam: hoofdletter(rol) }));
  }

  private lid(lid: Lid): TemplateResult {
    if (this.wegVragen === lid.id) {
      return html`<li class="bord-vraag" role="alert">
        <p>
          Weet u zeker dat u ${lid.rol} uit dit huishouden haalt? Wat er over ${lid.rol} staat, is dan voor niemand
          meer te lezen.
        </p>
        <div class="bord-formulier__onderkant">
          <button type="button" class=${KNOP.gewoon} @click=${() => this.vraagWeg(null)}>Nee, terug</button>
          <button type="button" class=${KNOP.weg} @click=${() => this.haalWeg(lid)}>Ja, haal weg</button>
        </div>
      </li>`;
    }
    return html`<li class="bord-lid">
      ${keuzelijst({
        id: `bord-lid-${lid.id}-rol`,
        label: hoofdletter(lid.rol),
        // A label may be numbered ("kind 2"); the role is what stands before the number.
        waarde: lid.rol.replace(/ \d+$/, ''),
        keuzes: this.rollen,
        opKeuze: (rol) => void this.regel('PATCH', `/leden/${lid.id}`, { rol }, 'De rol is gewijzigd.'),
      })}
      <button
        type="button"
        class="${KNOP.weg} ${KLEIN}"
        ?disabled=${this.bezig}
        @click=${() => this.vraagWeg(lid.id)}
      >
        Weghalen<span class="rt-alleen-voorlezen">: ${lid.rol}</span>
      </button>
    </li>`;
  }

  private vraagWeg(lidId: string | null): void {
    this.wegVragen = lidId;
  }

  private haalWeg(lid: Lid): void {
    this.wegVragen = null;
    void this.regel(
      'DELETE',
      `/leden/${lid.id}`,
      undefined,
      `${hoofdletter(lid.rol)} hoort niet meer bij dit huishouden.`,
    );
  }

  private voegToe(): void {
    if (this.nieuweRol === '') {
      this.melding = 'Kies eerst een rol.';
      return;
    }
    const rol = this.nieuweRol;
    this.nieuweRol = '';
    void this.regel('POST', '/leden', { rol }, `${hoofdletter(rol)} is toegevoegd.`);
  }

  private async regel(
    methode: 'POST' | 'PATCH' | 'DELETE',
    pad: string,
    body: unknown,
    gelukt: string,
  ): Promise<void> {
    this.bezig = true;
    this.melding = '';
    this.gelukt = '';
    try {
      await this.verbinding.regel(methode, pad, body);
      this.gelukt = gelukt;
    } catch (fout) {
      this.melding = berichtVan(fout);
    } finally {
      this.bezig = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-casusformulier': RtBordCasusformulier;
  }
}
