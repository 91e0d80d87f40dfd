import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Sessie } from '../../shared/contract/sessies.ts';
import { ApiFout, berichtVan, stuur } from '../api/api.ts';
import { haalLijsten } from '../lijsten.ts';
import { datumVan } from '../ui/datum.ts';
import { type Fouten, foutenoverzicht, toonFouten } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { ga } from '../ui/navigatie.ts';
import '../ui/melding.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import {
  alsNieuweCasus,
  bedieningBij,
  type Concept,
  controleer,
  isIngevuld,
  leegConcept,
} from './concept.ts';
import { gezindeel, grondslagdeel, type Invulling, vraagdeel } from './delen.ts';
import './ledenkeuze.ts';
import { bewaarOnverzonden, haalOnverzonden, vergeetOnverzonden } from './onverzonden.ts';
import { wieLeest } from './wie-leest.ts';
import './casus-inbrengen.css';

/** Casus inbrengen: bringing a household to the table (scene 1). */
@customElement('rt-casus-inbrengen')
export class RtCasusInbrengen extends LichtElement {
  @property({ attribute: false }) sessie!: Sessie;
  @state() private lijsten: Lijsten | undefined;
  @state() private laadfout = '';
  @state() private concept: Concept = leegConcept('');
  @state() private fouten: Fouten = new Map();
  @state() private opslaanFout = '';
  @state() private bezig = false;
  @state() private teruggevonden = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.opWegGaan);
    const eerder = haalOnverzonden(this.sessie.medewerkerId);
    if (eerder) {
      this.concept = eerder;
      this.teruggevonden = true;
    }
    void this.laad();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.opWegGaan);
  }

  protected override render() {
    return html`<div class="rt-kolom rt-inbrengen">
      <h1>Casus inbrengen</h1>
      ${this.inhoud()}
    </div>`;
  }

  private inhoud(): TemplateResult {
    if (this.lijsten === undefined) {
      if (this.laadfout === '') return html`<p class="rt-laden">Een ogenblik…</p>`;
      return html`<rt-melding soort="fout" kop="Het formulier is niet geladen" .inhoud=${this.laadfout}></rt-melding>
        <p><button type="button" class=${KNOP.hoofd} @click=${() => this.laad()}>Probeer opnieuw</button></p>`;
    }
    const vanuit = this.mogelijkheden(this.lijsten);
    if (vanuit.length === 0) {
      return html`<div class="rt-leeg">
        <p><strong>U kunt zelf geen casus inbrengen.</strong></p>
        <p>
          Dat doet iemand van de gemeente, vanuit
          ${opsomming(
            this.lijsten.zetels.filter((z) => z.brengtIn).map((z) => z.naam),
            'of',
          )}. Bel een collega daar.
        </p>
        <p><a class=${KNOP.gewoon} href="/">Naar mijn werk</a></p>
      </div>`;
    }
    return this.formulier(this.lijsten, vanuit);
  }

  private formulier(lijsten: Lijsten, vanuit: Lijsten['zetels']): TemplateResult {
    const invulling: Invulling = {
      concept: this.concept,
      fouten: this.fouten,
      lijsten,
      vandaag: vandaag(),
      wijzig: (deel) => this.wijzig(deel),
    };
    return html`
      <p class="rt-inbrengen__inleiding">
        U brengt een huishouden aan tafel. U bent de regisseur tot er iemand anders is aangewezen. Daarna kiest u wie
        er meedoen.
      </p>
      ${
        this.teruggevonden
          ? html`<rt-melding
              soort="info"
              kop="Wat u eerder invulde staat er nog"
              .inhoud=${html`<p>Het is nog niet opgeslagen.
                <button type="button" class="rt-als-link" @click=${() => this.beginOpnieuw()}>Begin opnieuw</button></p>`}
            ></rt-melding>`
          : nothing
      }
      ${foutenoverzicht(this.fouten)}
      <form class="rt-inbrengen__formulier" novalidate @submit=${this.opVerzenden}>
        <div class="rt-inbrengen__delen">
          <section class="rt-paneel" aria-labelledby="deel-1">
            <h2 id="deel-1">Het huishouden</h2>
            <rt-ledenkeuze
              .leden=${this.concept.leden}
              .fout=${this.fouten.get('leden')}
              @kies=${(e: CustomEvent<Concept['leden']>) => this.wijzig({ leden: e.detail })}
            ></rt-ledenkeuze>
            ${gezindeel(invulling)}
          </section>
          <section class="rt-paneel" aria-labelledby="deel-2">
            <h2 id="deel-2">Uw vraag</h2>
            ${vraagdeel(invulling)}
          </section>
          <section class="rt-paneel" aria-labelledby="deel-3">
            <h2 id="deel-3">Waarom u dit mag</h2>
            ${grondslagdeel(invulling, vanuit)}
          </section>
        </div>
        <aside class="rt-inbrengen__lezers" aria-labelledby="lezers">${wieLeest(lijsten)}</aside>
        <div class="rt-inbrengen__slot">
          ${
            this.opslaanFout === ''
              ? nothing
              : html`<rt-melding
                  soort="fout"
                  kop="De casus is niet opgeslagen"
                  .inhoud=${html`<p>${this.opslaanFout}</p><p>Wat u invulde staat er nog.</p>`}
                ></rt-melding>`
          }
          <div class="rt-acties">
            <button type="submit" class=${KNOP.hoofd} aria-disabled=${this.bezig ? 'true' : nothing}>
              ${this.bezig ? 'Opslaan…' : 'Casus inbrengen'}
            </button>
            <a class=${KNOP.rustig} href="/">Terug naar mijn werk</a>
          </div>
        </div>
      </form>
    `;
  }

  private wijzig(deel: Partial<Concept>): void {
    this.concept = { ...this.concept, ...deel };
    bewaarOnverzonden(this.sessie.medewerkerId, this.concept);
    // A mistake that was pointed out goes as soon as it is put right; new ones wait until the next attempt.
    if (this.fouten.size > 0) {
      const nu = controleer(this.concept, vandaag());
      this.fouten = new Map([...this.fouten].filter(([id]) => nu.has(id)));
    }
  }

  private beginOpnieuw(): void {
    vergeetOnverzonden();
    this.teruggevonden = false;
    this.fouten = new Map();
    this.concept = leegConcept(
      this.lijsten === undefined ? '' : eersteVanuit(this.mogelijkheden(this.lijsten)),
    );
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  private readonly opVerzenden = async (gebeurtenis: Event) => {
    gebeurtenis.preventDefault();
    if (this.bezig) return;
    this.opslaanFout = '';
    this.fouten = controleer(this.concept, vandaag());
    if (this.fouten.size === 0) {
      this.bezig = true;
      try {
        const { id } = await stuur<{ id: string }>('POST', '/casussen', alsNieuweCasus(this.concept));
        vergeetOnverzonden();
        this.concept = leegConcept('');
        ga(`/casussen/${id}`, { vervang: true });
        return;
      } catch (fout) {
        this.toonWeigering(fout);
      } finally {
        this.bezig = false;
      }
    }
    await this.updateComplete;
    toonFouten(this);
  };

  /** What the server says is wrong stands beside what it is about; the rest above the button. */
  private toonWeigering(fout: unknown): void {
    const bijBediening = new Map<string, string>();
    for (const { veld, bericht } of fout instanceof ApiFout ? fout.fouten : []) {
      const bediening = bedieningBij(veld);
      if (bediening !== undefined) bijBediening.set(bediening, hoofdletter(bericht));
    }
    this.fouten = bijBediening;
    if (bijBediening.size === 0) this.opslaanFout = berichtVan(fout);
  }

  private readonly opWegGaan = (gebeurtenis: BeforeUnloadEvent) => {
    if (isIngevuld(this.concept)) gebeurtenis.preventDefault();
  };

  private async laad(): Promise<void> {
    this.laadfout = '';
    try {
      const lijsten = await haalLijsten();
      this.lijsten = lijsten;
      if (this.concept.vanuit === '') {
        this.concept = { ...this.concept, vanuit: eersteVanuit(this.mogelijkheden(lijsten)) };
      }
    } catch (fout) {
      this.laadfout = berichtVan(fout);
    }
  }

  /** From where this person may bring a casus. */
  private mogelijkheden(lijsten: Lijsten): Lijsten['zetels'] {
    return this.sessie.zetels.flatMap((code) => lijsten.zetels.filter((z) => z.code === code && z.brengtIn));
  }
}

/** The possibility that is proposed: a session names the person's most usual one first. */
function eersteVanuit(vanuit: Lijsten['zetels']): string {
  return vanuit[0]?.code ?? '';
}

function vandaag(): string {
  return datumVan(new Date());
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-casus-inbrengen': RtCasusInbrengen;
  }
}
