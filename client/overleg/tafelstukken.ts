import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import { roep } from '../api/api.ts';
import { berichtVan } from '../api/apifout.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import './leg-op-tafel.ts';
import { afspraakzin } from './oogst.ts';
import './spreek-af.ts';
import { naarUitgeklapt } from './uitklap.ts';
import { isGewezen, type Wijzen, wijsknop } from './wijzen.ts';

/** What was laid on the table and what is agreed (OV4): who does it, when, and what is still to be said of that. */
@customElement('rt-tafelstukken')
export class RtTafelstukken extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) blad!: Tafelblad;
  @property({ attribute: false }) lijsten!: Lijsten;
  @property({ attribute: false }) wijzen: Wijzen | null = null;
  /** Fetches the tafelblad again. */
  @property({ attribute: false }) ververs: () => Promise<void> = () => Promise.resolve();
  /** What is being laid there or agreed; of an afspraak that is changed its id. */
  @state() private doet: 'leg' | 'spreek' | { readonly stukId: string } | null = null;
  @state() private fout = '';

  protected override render() {
    const { gelegd, afspraken, open } = this.blad;
    return html`
      ${this.fout === '' ? nothing : html`<rt-melding soort="fout" kop="Niet gelukt" .inhoud=${this.fout}></rt-melding>`}
      <div class="rt-tafelblad__kop">
        <h3 id="rt-op-tafel" tabindex="-1">Op tafel gelegd</h3>
        ${open && this.doet === null ? this.knop('Leg iets op tafel …', 'leg') : nothing}
      </div>
      ${
        this.doet === 'leg'
          ? html`<rt-leg-op-tafel
              .overlegId=${this.overlegId}
              .agendapuntId=${this.agendapuntId}
              .casusId=${this.blad.casusId}
              .lijsten=${this.lijsten}
              @klaar=${this.opKlaar}
              @opzij=${this.opOpzij}
            ></rt-leg-op-tafel>`
          : nothing
      }
      ${
        gelegd.length === 0
          ? html`<p class="rt-zacht">Er ligt niets op tafel.</p>`
          : html`<ul class="rt-overleg__lijst">
              ${repeat(
                gelegd,
                ({ id }) => id,
                ({
                  id,
                  soort,
                  tekst,
                  vanMij,
                }) => html`<li class="rt-tafelstuk" data-wijsplek=${id} ?data-gewezen=${isGewezen(this.wijzen, id)}>
                  <div class="rt-wijsbaar">${wijsknop(this.wijzen, id, beginVan(tekst))}<span class="rt-overleg__tekst rt-tafelstuk__tekst"><bdi>${tekst}</bdi> ${soort === null ? nothing : html`<span class="rt-zacht">${soort}</span>`}</span></div>
                  ${open && (vanMij || this.leidt) ? this.haalAf(id, beginVan(tekst)) : nothing}
                </li>`,
              )}
            </ul>`
      }
      <div class="rt-tafelblad__kop">
        <h3 id="rt-afspraken" tabindex="-1">Afspraken</h3>
        ${open && this.doet === null ? this.knop('Spreek iets af …', 'spreek') : nothing}
      </div>
      ${this.doet === 'spreek' ? this.formulier(null) : nothing}
      ${
        afspraken.length === 0
          ? html`<p class="rt-zacht">Er is nog niets afgesproken.</p>`
          : html`<ul class="rt-overleg__lijst">
              ${repeat(
                afspraken,
                ({ id }) => id,
                (afspraak) => this.afspraak(afspraak),
              )}
            </ul>`
      }
    `;
  }

  private afspraak(afspraak: Tafelblad['afspraken'][number]): TemplateResult {
    const { id, titel, inPlan } = afspraak;
    const { doet } = this;
    if (doet !== null && typeof doet === 'object' && doet.stukId === id)
      return html`<li>${this.formulier(id)}</li>`;
    return html`<li class="rt-tafelstuk" data-wijsplek=${id} ?data-gewezen=${isGewezen(this.wijzen, id)}>
      <div class="rt-wijsbaar">
        ${wijsknop(this.wijzen, id, titel)}
        <span>
          <strong><bdi>${titel}</bdi></strong><br />
          ${afspraakzin(afspraak, this.lijsten.wetten)}
        </span>
      </div>
      ${
        this.blad.open && !inPlan
          ? html`<span class="rt-acties">
              <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.begin({ stukId: id })}>
                Verander<span class="rt-alleen-voorlezen">: ${titel}</span>
              </button>
              ${this.haalAf(id, titel)}
            </span>`
          : nothing
      }
    </li>`;
  }

  private formulier(stukId: string | null): TemplateResult {
    return html`<rt-spreek-af
      .overlegId=${this.overlegId}
      .agendapuntId=${this.agendapuntId}
      .blad=${this.blad}
      .lijsten=${this.lijsten}
      .stukId=${stukId}
      @klaar=${this.opKlaar}
      @opzij=${this.opOpzij}
    ></rt-spreek-af>`;
  }

  private knop(tekst: string, wat: 'leg' | 'spreek'): TemplateResult {
    return html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.begin(wat)}>${tekst}</button>`;
  }

  private haalAf(id: string, tekst: string): TemplateResult {
    return html`<button type="button" class="${KNOP.rustig} ${KLEIN}" @click=${() => void this.neemAf(id)}>
      Haal eraf<span class="rt-alleen-voorlezen">: ${tekst}</span>
    </button>`;
  }

  /** I lead it, or take its minutes. */
  private get leidt(): boolean {
    const als = this.blad.aanTafel.find(({ id }) => id === this.blad.ik)?.als;
    return als === 'voorzitter' || als === 'notulist';
  }

  private begin(wat: NonNullable<RtTafelstukken['doet']>): void {
    this.doet = wat;
    void naarUitgeklapt(this, wat === 'leg' ? 'rt-leg-op-tafel' : 'rt-spreek-af');
  }

  private readonly opOpzij = () => {
    this.sluit();
  };

  private readonly opKlaar = () => {
    this.sluit();
    aankondigen('Staat op het tafelblad.');
    void this.ververs();
  };

  private sluit(): void {
    const kop = this.doet === 'leg' ? '#rt-op-tafel' : '#rt-afspraken';
    this.doet = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(kop)?.focus());
  }

  private async neemAf(stukId: string): Promise<void> {
    const { overlegId, agendapuntId } = this;
    this.fout = '';
    try {
      await roep('tafelblad.neemAf', { params: { overlegId, agendapuntId, stukId } });
      aankondigen('Van het tafelblad gehaald.');
    } catch (fout) {
      this.fout = berichtVan(fout);
    }
    await this.ververs();
    await this.updateComplete;
    if (!this.contains(document.activeElement)) this.querySelector<HTMLElement>('#rt-op-tafel')?.focus();
  }
}

/** How something is called where its words are too many: by how it begins. */
export function beginVan(tekst: string): string {
  const [regel = ''] = tekst.split('\n');
  return regel.length > LANG || regel !== tekst ? `${regel.slice(0, LANG).trimEnd()} …` : regel;
}

const LANG = 80;

declare global {
  interface HTMLElementTagNameMap {
    'rt-tafelstukken': RtTafelstukken;
  }
}
