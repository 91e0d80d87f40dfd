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
import type { Weging } from '../../shared/tekst/verbeteren/weging.ts';
import { bewaarwoord } from './bewaarstand.ts';
import { nogNiet } from './gelezen.ts';
import { noemVoor } from './noemen.ts';
import './opslag.ts';
import { schrijfvlak } from './schrijfvlak.ts';
import { magSchrijven, veldlabel } from './veldsoorten.ts';
import { verschilsjabloon, wegingVan } from './verbetering.ts';
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
  /** Of an improvement: what it does to its text now. */
  private weging: Weging | null = null;
  private gewogen = '';

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
    const beeld = this.beeld();
    if (beeld === this.gewogen) return;
    this.gewogen = beeld;
    this.weging = this.verbetert ? wegingVan(this.teksten, this.voor, this.concept) : null;
  }

  protected override render() {
    const label = veldlabel(this.kijk, this.voor);
    const [wat, waarbij] = this.verbetert ? ['Uw verbetering', 'van'] : ['Uw concept', 'bij'];
    const vraagt = this.vraag === null ? '' : 'bord-concept--vraagt';
    const blikt = this.verbetert && this.vraag === 'delen' ? 'bord-concept--blikt' : '';
    return html`<section class="bord-concept ${vraagt} ${blikt}" aria-label="${wat} ${waarbij}: ${label}">
      <p class="bord-concept__kop">${PEN}<strong>${wat}</strong> · alleen u ziet dit</p>
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
      // The look before sharing shows it below.
      const verandert = this.vraag === 'delen' ? nothing : this.verschil();
      return html`${schrijfvlak(kijk, { voor, tekst, concept })}${verandert}`;
    }
    if (this.verbetert) return html`${this.vraag === 'delen' ? nothing : this.verschil()}`;
    return teksten.isGevuld(concept) === false
      ? html`<p class="bord-nog-niet">Er staat nog niets in.</p>`
      : html`${teksten.helft?.toon(concept, noemVoor(kijk))}`;
  }

  /** Of an improvement: what changes, so far. */
  private verschil(): TemplateResult | typeof nothing {
    const { kijk, weging } = this;
    if (!this.verbetert) return nothing;
    if (weging === null) return nogNiet(this.teksten.tekst(this.voor));
    const leeg = weging.isAnders ? nothing : html`<p class="bord-nog-niet">U hebt nog niets veranderd.</p>`;
    if (!weging.isAnders && this.isOpen()) return leeg;
    return html`<p class="rt-klein">Zo wordt de tekst. Doorgehaald gaat weg, onderstreept komt erbij.${anderen(weging)}</p>
      ${leeg} ${verschilsjabloon(weging, noemVoor(kijk))}`;
  }

  private knoppen(label: string): TemplateResult {
    const { kijk, teksten, voor, concept, bezig } = this;
    const tekst = teksten.tekst(concept);
    const mag = magSchrijven(kijk, voor) && teksten.tekst(voor)?.niveau !== 'lezen';
    const gevuld = this.verbetert ? this.weging?.isAnders === true : teksten.isGevuld(concept) === true;
    const bij = this.verbetert ? 'verbetering van' : 'concept bij';
    return html`<div class="bord-concept__knoppen">
        ${
          mag && gevuld
            ? html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" ?disabled=${bezig} @click=${() => this.stel('delen')}>
                Deel met …<span class="rt-alleen-voorlezen"> Uw ${bij}: ${label}</span>
              </button>`
            : nothing
        }
        <button type="button" class="rt-als-link" ?disabled=${bezig} @click=${this.openOfDicht}>
          ${this.isOpen() ? 'Later verder' : 'Verder schrijven'}<span class="rt-alleen-voorlezen">: ${bij} ${label}</span>
        </button>
        <button type="button" class="rt-als-link" ?disabled=${bezig} @click=${() => (gevuld ? this.stel('weggooien') : this.gooiWeg())}>
          Weggooien<span class="rt-alleen-voorlezen">: ${bij} ${label}</span>
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
      ${this.verbetert ? this.blik() : html`<p>Uw concept komt onder aan ‘${veldlabel(kijk, voor)}’. Daarna is het van iedereen die daar schrijft.</p>`}
      <div class="bord-concept__knoppen">
        <button type="button" class="${KNOP.hoofd} ${KLEIN}" ?disabled=${bezig} @click=${this.deel}>
          Ja, deel het
        </button>
        <button type="button" class="${KNOP.gewoon} ${KLEIN}" ?disabled=${bezig} @click=${() => this.stel(null)}>Toch niet</button>
      </div>
    </div>`;
  }

  /** The look before an improvement is brought in. */
  private blik(): TemplateResult {
    const { kijk, voor, weging } = this;
    if (weging === null) return html`<p>Een ogenblik…</p>`;
    const { botsingen } = weging;
    return html`<p>Zo wordt ‘${veldlabel(kijk, voor)}’. Doorgehaald gaat weg, onderstreept komt erbij.${anderen(weging)}</p>
      ${
        botsingen === 0
          ? nothing
          : html`<p class="bord-tekstvak__melding">
              ${botsingen === 1 ? 'Op één plek' : `Op ${botsingen} plekken`} veranderde een ander hetzelfde stuk. Wat u beiden schreef, komt er
              allebei te staan. Lees dat na, en pas het daarna aan.
            </p>`
      }
      ${verschilsjabloon(weging, noemVoor(kijk))}`;
  }

  private vraagWeggooien(): TemplateResult {
    const { bezig } = this;
    return html`<div class="bord-concept__vraag">
      <p tabindex="-1" class="bord-concept__vraagkop"><strong>Uw ${this.verbetert ? 'verbetering' : 'concept'} weggooien?</strong> U kunt het niet terughalen.</p>
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
          const leeg = this.verbetert
            ? this.weging?.isAnders === false
            : this.teksten.isGevuld(this.concept) === false;
          await this.teksten.legWeg(id);
          // Nothing was changed in it: it is not worth keeping.
          if (leeg && this.verbetert) await this.teksten.gooiWeg(this.concept);
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

  /** Whether it begins with the words of its text. */
  private get verbetert(): boolean {
    return this.concept.uitgangspunt !== null;
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
      this.isOpen() && !this.verbetert ? 'open' : teksten.helft?.versie(concept.id),
      // What changes follows from the text as well.
      this.verbetert
        ? `${teksten.tekst(voor)?.versie} ${teksten.helft?.versie(voor.id)} ${this.isOpen()}`
        : '',
    ].join(' ');
  }
}

/** That others changed the text since one began. */
function anderen({ isAndersDoorAnderen }: Weging): string {
  return isAndersDoorAnderen ? ' Met een stippellijn: wat anderen intussen veranderden. Dat blijft.' : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-concept': RtBordConcept;
  }
}
