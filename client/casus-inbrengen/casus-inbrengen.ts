import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Sessie } from '../../shared/contract/sessies.ts';
import { roep } from '../api/api.ts';
import { haalLijsten } from '../lijsten.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { ga } from '../ui/navigatie.ts';
import { opsomming } from '../ui/opsomming.ts';
import { opdrachtknoppen, opdrachtmelding, opdrachtveld } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { Ophalen } from '../vensters/ophalen.ts';
import { alsNieuweCasus, type Concept, LEEG, veldenVan } from './concept.ts';
import { wieLeest } from './wie-leest.ts';
import './casus-inbrengen.css';

/** Casus inbrengen: bringing a household to the table (scene 1). */
@customElement('rt-casus-inbrengen')
export class RtCasusInbrengen extends LichtElement {
  @property({ attribute: false }) sessie!: Sessie;

  private readonly lijsten = new Ophalen(this, haalLijsten);
  private nieuwId = '';
  private readonly opdracht = new Opdrachtcontroller<Concept>(this, {
    over: () => '',
    begin: () => LEEG,
    velden: (concept) => {
      const lijsten = this.lijsten.antwoord;
      return lijsten === undefined ? [] : veldenVan(lijsten, this.vanuit(lijsten), concept);
    },
    blijft: true,
    stuur: async (concept, _, poging) => {
      const { antwoord } = this.lijsten;
      if (antwoord === undefined) return;
      const body = alsNieuweCasus(concept, this.vanuit(antwoord));
      this.nieuwId = (await roep('casus.breng', { body, poging })).id;
    },
    klaar: () => ga(`/casussen/${this.nieuwId}`, { vervang: true }),
  });

  protected override render() {
    return html`<div class="rt-kolom rt-inbrengen">
      <h1>Casus inbrengen</h1>
      ${this.lijsten.antwoord === undefined ? this.lijsten.stand() : this.inhoud(this.lijsten.antwoord)}
    </div>`;
  }

  private inhoud(lijsten: Lijsten): TemplateResult {
    const vanuit = this.vanuit(lijsten);
    if (vanuit.length > 0) return this.formulier(lijsten, vanuit);
    const wie = lijsten.zetels.filter((z) => z.brengtIn).map((z) => z.naam);
    return html`<div class="rt-leeg">
      <p><strong>U kunt zelf geen casus inbrengen.</strong></p>
      <p>Dat doet iemand van de gemeente, vanuit ${opsomming(wie, 'of')}. Bel een collega daar.</p>
      <p><a class=${KNOP.gewoon} href="/">Naar mijn werk</a></p>
    </div>`;
  }

  private formulier(lijsten: Lijsten, vanuit: Lijsten['zetels']): TemplateResult {
    const { opdracht } = this;
    const veld = (naam: keyof Concept) => opdrachtveld(opdracht, naam);
    const [enige] = vanuit;
    return html`
      <p class="rt-inbrengen__inleiding">
        U brengt een huishouden aan tafel. U bent de regisseur, tot een ander de regie overneemt. Na het opslaan kiest u
        wie er meedoen.
      </p>
      ${opdrachtmelding(opdracht, 'De casus is niet opgeslagen. Wat u invulde staat er nog.')}
      <form class="rt-inbrengen__formulier" novalidate @submit=${opdracht.bewaar}>
        <div class="rt-inbrengen__delen">
          <section class="rt-paneel" aria-labelledby="deel-1">
            <h2 id="deel-1">Het huishouden</h2>
            ${veld('leden')} ${veld('gezin')} ${veld('sinds')} ${veld('met')} ${veld('reden')}
            ${opdracht.waarden.gezin === 'nee' ? NOG_NIET_VERTELD : nothing}
          </section>
          <section class="rt-paneel" aria-labelledby="deel-2">
            <h2 id="deel-2">Uw vraag</h2>
            ${veld('vraag')} ${veld('expertise')} ${veld('wetten')}
          </section>
          <section class="rt-paneel" aria-labelledby="deel-3">
            <h2 id="deel-3">Waarom u dit mag</h2>
            ${
              vanuit.length > 1 || enige === undefined
                ? veld('vanuit')
                : html`<p class="rt-inbrengen__vanuit">U doet mee <strong>vanuit ${enige.naam}</strong>.</p>`
            }
            ${veld('waarvoor')} ${veld('grondslag')}
          </section>
        </div>
        <aside class="rt-inbrengen__lezers" aria-labelledby="lezers">${wieLeest(lijsten)}</aside>
        <div class="rt-inbrengen__slot">
          ${opdrachtknoppen(opdracht, {
            knop: 'Casus inbrengen',
            ernaast: html`<a class=${KNOP.rustig} href="/">Terug naar mijn werk</a>`,
          })}
        </div>
      </form>
    `;
  }

  /** From where this person may bring a casus: a session names the most usual one first. */
  private vanuit(lijsten: Lijsten): Lijsten['zetels'] {
    return this.sessie.zetels.flatMap((code) => lijsten.zetels.filter((z) => z.code === code && z.brengtIn));
  }
}

const NOG_NIET_VERTELD = html`<rt-melding
  soort="let-op"
  kop="Vertel het zo snel mogelijk"
  .inhoud=${'U mag de casus inbrengen. Op het bord staat dat het gezin het nog niet weet, tot u vastlegt dat u het hebt verteld.'}
></rt-melding>`;

declare global {
  interface HTMLElementTagNameMap {
    'rt-casus-inbrengen': RtCasusInbrengen;
  }
}
