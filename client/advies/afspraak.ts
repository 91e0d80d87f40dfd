import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Adviesvraag } from '../../shared/contract/advies.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { berichtVan, roep } from '../api/api.ts';
import { Bordverbinding } from '../casus/bordverbinding.ts';
import { Kijk } from '../casus/kijk.ts';
import { Tekstnieuws } from '../casus/tekstnieuws.ts';
import '../kaarten/kaartformulier.ts';
import { Dag } from '../ui/dag.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { Adviesgedaan } from './schrijven.ts';

/** So long a title of an afspraak is proposed; who makes it goes on typing. */
const TITEL = 160;

/**
 * Making an afspraak of a line of an advice, where that stands: a kaart of the casus like any other, with its own readers,
 * of which the form says who they are. Then the gedragsdeskundige hears that there is one, and how it goes. Fires `klaar`
 * when it is done or not wanted.
 */
@customElement('rt-advies-afspraak')
export class RtAdviesAfspraak extends LichtElement {
  @property({ attribute: false }) vraag!: Adviesvraag;
  /** What the gedragsdeskundige wrote. */
  @property({ attribute: false }) woorden = '';
  @state() private fout = '';
  private verbinding: Bordverbinding | undefined;
  private gemaakt: Kaart | null = null;
  private readonly dag = new Dag(this);
  private readonly tekstnieuws = new Tekstnieuws(() => {});

  override connectedCallback(): void {
    super.connectedCallback();
    const casusId = this.vraag.casus?.id;
    if (casusId === undefined) return;
    this.verbinding = new Bordverbinding(casusId, () => this.requestUpdate(), this.tekstnieuws);
    this.verbinding.opBewaard = (kaart) => {
      this.gemaakt = kaart;
    };
    this.verbinding.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // NK7: of the casus nothing stays in this page.
    this.verbinding?.stop();
    this.verbinding = undefined;
    this.tekstnieuws.stop();
  }

  protected override render() {
    const { verbinding } = this;
    const toestand = verbinding?.toestand;
    if (this.fout !== '')
      return html`<p role="alert">De afspraak staat in het plan. De gedragsdeskundige weet het nog niet: ${this.fout}</p>
        <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.zeg}>Probeer opnieuw</button>`;
    if (verbinding === undefined || toestand === undefined || toestand.fase === 'weg')
      return html`<p>U doet niet meer mee aan deze casus.</p>`;
    if (toestand.fase === 'fout') return html`<p role="alert">${toestand.bericht}</p>`;
    if (toestand.fase === 'laden') return html`<p class="rt-laden">Het plan wordt opgehaald…</p>`;
    const kijk = new Kijk(toestand.staat, toestand.lijsten, this.dag.vandaag, null);
    const lidId = kijk.bord.leden.find(({ rol }) => rol === this.vraag.over)?.id ?? null;
    const nieuw = { soort: 'afspraak', velden: { titel: this.woorden.slice(0, TITEL) }, lidId } as const;
    return html`<rt-kaartformulier
        .kijk=${kijk}
        .verbinding=${verbinding}
        .nieuw=${nieuw}
        @klaar=${this.zeg}
      ></rt-kaartformulier>
      <p class="rt-zacht">
        De gedragsdeskundige hoort dat u er een afspraak van maakte en hoe het ermee gaat, niet wat erin staat of wie het
        doet.
      </p>
      ${
        this.gemaakt === null
          ? html`<p><button type="button" class="rt-als-link" @click=${this.zeg}>Toch geen afspraak</button></p>`
          : html`<p class="rt-laden">De gedragsdeskundige wordt ingelicht…</p>`
      }`;
  }

  private readonly zeg = async (klaar?: Event) => {
    klaar?.stopPropagation();
    const { gemaakt, vraag } = this;
    if (gemaakt !== null) {
      try {
        await roep('advies.koppelAfspraak', {
          params: { adviesvraagId: vraag.id },
          body: { kaartId: gemaakt.id },
        });
        this.fout = '';
      } catch (fout) {
        this.fout = berichtVan(fout);
        return;
      }
    }
    this.dispatchEvent(new Event('klaar'));
    if (gemaakt !== null)
      this.dispatchEvent(new Adviesgedaan('De afspraak staat in het plan. De gedragsdeskundige hoort dat.'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-advies-afspraak': RtAdviesAfspraak;
  }
}
