import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { onderwerpen } from '../casus/tegels.ts';
import { bel } from '../ui/bel.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { nieuweCollegas } from './wacht.ts';

/** Under *Nu*: new colleagues whom I may let into what we keep (NK12: a seat is no key). */
@customElement('rt-bord-collegas')
export class RtBordCollegas extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  protected override render() {
    const { kijk, verbinding } = this;
    return repeat(
      nieuweCollegas(kijk),
      ({ id }) => id,
      (collega) => html`<rt-bord-collega
        class="bord-vlak__in"
        .kijk=${kijk}
        .verbinding=${verbinding}
        .collega=${collega}
      ></rt-bord-collega>`,
    );
  }
}

/** One of them: who it is, what they will read, and one button. */
@customElement('rt-bord-collega')
export class RtBordCollega extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) collega!: Deelnemer;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    stuur: () =>
      this.verbinding.regel('deelnemer.bevestig', {
        params: { casusId: this.verbinding.casusId, deelnemerId: this.collega.id },
        body: { compartimentIds: this.collega.teBevestigen ?? [] },
      }),
    // The board that follows no longer has the question.
    klaar: () => {},
  });

  protected override render() {
    const { naam, functie, telefoon } = this.collega;
    return opdrachtformulier(this.opdracht, {
      boven: html`<p><strong>Nieuwe collega: <bdi>${naam}</bdi>, ${functie}. Hoort die hierbij?</strong></p>
        <p>
          Zegt u ja, dan leest en schrijft <bdi>${naam}</bdi> met u mee: ${this.wat()}. Herkent u deze collega niet, doe
          dan niets en bel ${bel(telefoon)} of de regisseur.
        </p>`,
      knop: 'Ja, hoort erbij',
      nietGelukt: 'Niet bevestigd',
    });
  }

  /** `gezondheid van moeder; jeugdhulp van kind 1 en kind 2`. */
  private wat(): string {
    const { kijk, collega } = this;
    const ids = new Set(collega.teBevestigen);
    const delen = kijk.bord.compartimenten.filter(({ id }) => ids.has(id));
    const categorieen = [...new Set(delen.map(({ categorie }) => categorie))];
    return categorieen
      .map((categorie) => {
        const hier = delen.filter((deel) => deel.categorie === categorie);
        return `${kijk.categorienaam(categorie)} van ${onderwerpen(kijk, hier)}`;
      })
      .join('; ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-collegas': RtBordCollegas;
    'rt-bord-collega': RtBordCollega;
  }
}
