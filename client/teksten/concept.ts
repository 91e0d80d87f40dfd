import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Veld } from '../../shared/contract/velden.ts';
import { berichtVan } from '../api/api.ts';
import type { Kijk } from '../casus/kijk.ts';
import { lezersVoluit } from '../casus/publiek.ts';
import type { RtEditor } from '../editor/editor.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { PEN } from '../ui/tekens.ts';
import { bewaarwoord } from './bewaarstand.ts';
import { nogNiet } from './gelezen.ts';
import { noemVoor } from './noemen.ts';
import './opslag.ts';
import { schrijfvlak } from './schrijfvlak.ts';
import { magSchrijven, veldlabel } from './veldsoorten.ts';
import { verschijnt } from './verschijnt.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

const NIET_OPGESLAGEN =
  'Uw concept is nog niet opgeslagen, en dus nog niet gedeeld. Wacht tot er ‘Opgeslagen’ bij staat en probeer het opnieuw.';

/**
 * What I am still writing for a text, that nobody else sees (NK21): to go on with, to share with who read that text,
 * or to throw away; both ask first. Fires `gedeeld` and `weg`.
 */
@customElement('rt-bord-concept')
export class RtBordConcept extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  /** The text that it is for. */
  @property({ attribute: false }) voor!: Veld;
  @property({ attribute: false }) concept!: Veld;

  @state() private vraag: 'delen' | 'weggooien' | null = null;
  @state() private bezig = false;
  @state() private melding = '';
  /** Puts the caret in it, once the editor is there. */
  async schrijf(): Promise<void> {
    // Its document comes over the line, a moment after the board has it.
    const editor = await verschijnt(() => this.querySelector<RtEditor>('rt-editor'));
    await editor?.updateComplete;
    editor?.focus();
  }

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (gewijzigd.has('concept') && gewijzigd.get('concept')?.id !== this.concept.id) {
      this.vraag = null;
      this.melding = '';
    }
  }

  protected override render() {
    const label = veldlabel(this.kijk, this.voor);
    return html`<section class="bord-concept ${this.vraag === null ? '' : 'bord-concept--vraagt'}" aria-label="Uw concept bij: ${label}">
      <p class="bord-concept__kop">${PEN}<strong>Uw concept</strong> · alleen u ziet dit</p>
      ${this.inhoud()}
      ${this.vraag === null ? this.knoppen(label) : this.vraag === 'delen' ? this.vraagDelen() : this.vraagWeggooien()}
      <div role="status">${this.melding === '' ? nothing : html`<p class="bord-tekstvak__melding">${this.melding}</p>`}</div>
    </section>`;
  }

  private inhoud(): TemplateResult {
    const { kijk, teksten, concept, voor } = this;
    const tekst = teksten.tekst(concept);
    if (tekst?.geladen !== true) return nogNiet(tekst);
    // While it is being moved nothing more can be typed in it: that would be lost.
    if (this.isOpen() && !this.bezig) {
      return schrijfvlak(kijk, { voor, tekst, concept });
    }
    return teksten.isGevuld(concept) === false
      ? html`<p class="bord-nog-niet">Er staat nog niets in.</p>`
      : html`${teksten.helft?.toon(concept, noemVoor(kijk))}`;
  }

  private knoppen(label: string): TemplateResult {
    const { kijk, teksten, voor, concept, bezig } = this;
    const tekst = teksten.tekst(concept);
    const mag = magSchrijven(kijk, voor) && teksten.tekst(voor)?.niveau !== 'lezen';
    const gevuld = teksten.isGevuld(concept) === true;
    return html`<div class="bord-concept__knoppen">
        ${
          mag && gevuld
            ? html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" ?disabled=${bezig} @click=${() => this.stel('delen')}>
                Deel met …<span class="rt-alleen-voorlezen"> Uw concept bij: ${label}</span>
              </button>`
            : nothing
        }
        <button type="button" class="rt-als-link" ?disabled=${bezig} @click=${this.openOfDicht}>
          ${this.isOpen() ? 'Later verder' : 'Verder schrijven'}<span class="rt-alleen-voorlezen">: concept bij ${label}</span>
        </button>
        <button type="button" class="rt-als-link" ?disabled=${bezig} @click=${() => (gevuld ? this.stel('weggooien') : this.gooiWeg())}>
          Weggooien<span class="rt-alleen-voorlezen">: concept bij ${label}</span>
        </button>
        ${tekst === undefined || !(this.isOpen() || tekst.isOnopgeslagen(concept.id)) ? nothing : html`<rt-bord-opslag .woord=${bewaarwoord(tekst.standVan(concept.id), tekst.isOnopgeslagen(concept.id))}></rt-bord-opslag>`}
      </div>
      ${mag ? nothing : html`<p class="rt-klein">U schrijft niet meer in deze tekst. Delen kan nu niet; uw concept blijft van u.</p>`}`;
  }

  private vraagDelen(): TemplateResult {
    const { kijk, voor, bezig } = this;
    const publiek = kijk.compartiment(voor.compartimentId)?.publiek ?? null;
    return html`<div class="bord-concept__vraag">
      <p tabindex="-1" class="bord-concept__vraagkop"><strong>Wie gaan dit lezen?</strong></p>
      <ul>${lezersVoluit(kijk, publiek)
        .filter((lezer) => lezer !== 'u')
        .map((lezer) => html`<li>${lezer}</li>`)}</ul>
      <p>Uw concept komt onder aan ‘${veldlabel(kijk, voor)}’. Daarna is het van iedereen die daar schrijft.</p>
      <div class="bord-concept__knoppen">
        <button type="button" class="${KNOP.hoofd} ${KLEIN}" ?disabled=${bezig} @click=${this.deel}>
          Ja, deel het
        </button>
        <button type="button" class="${KNOP.gewoon} ${KLEIN}" ?disabled=${bezig} @click=${() => this.stel(null)}>Toch niet</button>
      </div>
    </div>`;
  }

  private vraagWeggooien(): TemplateResult {
    const { bezig } = this;
    return html`<div class="bord-concept__vraag">
      <p tabindex="-1" class="bord-concept__vraagkop"><strong>Uw concept weggooien?</strong> U kunt het niet terughalen.</p>
      <div class="bord-concept__knoppen">
        <button type="button" class="${KNOP.weg} ${KLEIN}" ?disabled=${bezig} @click=${this.gooiWeg}>Ja, gooi weg</button>
        <button type="button" class="${KNOP.gewoon} ${KLEIN}" ?disabled=${bezig} @click=${() => this.stel(null)}>Toch niet</button>
      </div>
    </div>`;
  }

  /** Asks, or takes the question back; focus goes along, and back to what asked. */
  private async stel(vraag: 'delen' | 'weggooien' | null): Promise<void> {
    const vorige = this.vraag;
    this.vraag = vraag;
    this.melding = '';
    await this.updateComplete;
    const knop = vorige === 'weggooien' ? 'button:last-of-type' : 'button';
    this.querySelector<HTMLElement>(
      vraag === null ? `.bord-concept__knoppen ${knop}` : '.bord-concept__vraagkop',
    )?.focus();
  }

  private readonly deel = () =>
    this.doe(async () => {
      if (!(await this.teksten.deel(this.concept))) {
        this.melding = NIET_OPGESLAGEN;
        return;
      }
      aankondigen('Gedeeld.');
      this.dispatchEvent(new Event('gedeeld'));
    });

  private readonly gooiWeg = () =>
    this.doe(async () => {
      await this.teksten.gooiWeg(this.concept);
      aankondigen('Weggegooid.');
      this.dispatchEvent(new Event('weg'));
    });

  private readonly openOfDicht = () =>
    this.doe(
      async () => {
        const { id } = this.voor;
        if (this.isOpen()) {
          const leeg = this.teksten.isGevuld(this.concept) === false;
          await this.teksten.legWeg(id);
          if (leeg) this.dispatchEvent(new Event('weg'));
        } else {
          await this.teksten.schrijf(id);
        }
      },
      () => this.isOpen() && this.schrijf(),
    );

  private async doe(stap: () => Promise<void>, daarna: () => unknown = () => {}): Promise<void> {
    this.bezig = true;
    this.melding = '';
    try {
      await stap();
    } catch (fout) {
      this.melding = berichtVan(fout);
    } finally {
      this.bezig = false;
      this.vraag = null;
    }
    await daarna();
  }

  private isOpen(): boolean {
    return this.teksten.editorGeladen && this.teksten.schrijftConcept(this.voor.id);
  }

  protected override beeld(): string {
    const { teksten, concept, voor } = this;
    const tekst = teksten.tekst(concept);
    return [
      tekst?.versie,
      tekst?.geladen,
      tekst?.isOnleesbaar,
      tekst?.standVan(concept.id),
      tekst?.isOnopgeslagen(concept.id),
      teksten.isGevuld(concept),
      teksten.tekst(voor)?.niveau,
      this.isOpen() ? 'open' : teksten.helft?.versie(concept.id),
    ].join(' ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-concept': RtBordConcept;
  }
}
