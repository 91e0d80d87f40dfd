import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Sinds } from '../../shared/contract/bezoeken.ts';
import type { Bord } from '../../shared/contract/casussen.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { ApiFout, roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { isOpen, isOverTijd, opDatum } from '../casus/afspraken.ts';
import { type KaartVan, Kijk } from '../casus/kijk.ts';
import { titelVan } from '../casus/titel.ts';
import { nieuwVoor, wanneerHier, wegzinnen } from '../kaarten/nieuw.ts';
import { volgCasus } from '../sync/live.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { metDag, termijn, tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { padNaar } from '../ui/plaats.ts';
import './inlezen.css';
import { watIsIngebracht } from './ingebracht.ts';

interface Gelezen {
  readonly bord: Bord;
  readonly sinds: Sinds;
}

/**
 * One casus to read before its item: fetched as its board is, under the mask of this moment and on record (NK10), and
 * again when what one may see changes (NK7). What is new is what *sinds u hier was* says on that board.
 */
@customElement('rt-inlezen-casus')
export class RtInlezenCasus extends LichtElement {
  @property({ attribute: false }) punt!: Agendapunt;
  @property({ attribute: false }) lijsten!: Lijsten;
  /** `jjjj-mm-dd` */
  @property({ attribute: false }) vandaag = '';
  private stopVolgen: (() => void) | undefined;
  /** Null: I take part no more. */
  private readonly hier = new Opgehaald<Gelezen | null>(this, () => this.haal());

  override connectedCallback(): void {
    super.connectedCallback();
    const { casusId } = this.punt;
    const haal = () => void this.hier.ververs();
    if (casusId !== null)
      this.stopVolgen = volgCasus(casusId, {
        kaart: haal,
        zicht: haal,
        aanwezig: () => {},
        verbinding: () => {},
      });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopVolgen?.();
  }

  protected override render() {
    const { waarde, fout, ververs } = this.hier;
    const kop = `rt-inlezen-${this.punt.id}`;
    return html`<section class="rt-paneel rt-inlezen" aria-labelledby=${kop}>
      ${
        waarde === undefined || waarde === null
          ? html`<h2 id=${kop}>Casus ${this.punt.label}</h2>
              ${
                waarde === null
                  ? html`<p>U doet niet meer mee aan deze casus.</p>`
                  : fout === ''
                    ? html`<p class="rt-laden">De casus wordt opgehaald…</p>`
                    : nothing
              }`
          : this.inhoud(waarde, kop)
      }
      ${fout === '' ? nothing : nietOpgehaald('De casus is niet opgehaald', fout, ververs)}
    </section>`;
  }

  private inhoud({ bord, sinds }: Gelezen, kop: string): TemplateResult {
    const { punt, vandaag, lijsten } = this;
    const kijk = new Kijk({ bord, aanwezig: [] }, lijsten, vandaag, null);
    const titel = titelVan(kijk).tekst;
    const open = opDatum(kijk.kaarten('afspraak').filter(isOpen));
    const mijn = open.filter(({ ikVoerUit }) => ikVoerUit);
    const vanAnderen = open.filter(({ ikVoerUit }) => !ikVoerUit);
    const vanuit = kijk.ik === undefined ? '' : ` · u doet mee vanuit ${kijk.vanuit(kijk.ik)}`;
    return html`
      <p class="rt-zacht">Casus ${bord.label}${vanuit}</p>
      <h2 id=${kop} tabindex="-1"><bdi>${titel}</bdi></h2>
      <p>${verwachtzin(punt)}</p>
      <h3>Wat aan u is gevraagd</h3>
      ${
        punt.inbreng?.vraag && punt.inbreng.vraag !== titel
          ? html`<p class="rt-inlezen__vraag">De vraag aan het overleg: <bdi>${punt.inbreng.vraag}</bdi></p>`
          : nothing
      }
      ${mijn.length === 0 ? html`<p>Er staat geen open afspraak op uw naam.</p>` : this.afspraken(kijk, mijn)}
      ${watIsIngebracht(punt, lijsten, vandaag)}
      ${this.nieuw(kijk, sinds)}
      <h3>Open afspraken van anderen</h3>
      ${vanAnderen.length === 0 ? html`<p>U leest geen andere open afspraken.</p>` : this.afspraken(kijk, vanAnderen)}
      <p class="rt-acties"><a class=${KNOP.hoofd} href=${padNaar(bord.id)}>Naar het bord<span class="rt-alleen-voorlezen"> van casus ${bord.label}</span></a></p>
    `;
  }

  private afspraken(kijk: Kijk, afspraken: readonly KaartVan<'afspraak'>[]): TemplateResult {
    return html`<ul class="rt-inlezen__lijst">
      ${afspraken.map((afspraak) => {
        const { id, titel, uiterlijk, uitvoerders, ikVoerUit } = afspraak;
        const wie = ikVoerUit ? [] : kijk.noem(uitvoerders);
        return html`<li>
          <span class="rt-zacht">${uiterlijk === undefined ? 'geen datum' : isOverTijd(afspraak, this.vandaag) ? html`<span class="rt-over-tijd">${termijn(uiterlijk, this.vandaag)}</span>` : metDag(uiterlijk, this.vandaag)}</span>
          <span>${wie.length === 0 ? nothing : html`${hoofdletter(opsomming(wie))}: `}<a href=${padNaar(kijk.bord.id, { ding: { soort: 'kaart', id } })}><bdi>${titel}</bdi></a></span>
        </li>`;
      })}
    </ul>`;
  }

  private nieuw(kijk: Kijk, sinds: Sinds): TemplateResult {
    const { vorige, weg } = sinds;
    if (vorige === null)
      return html`<h3>Nieuw</h3>
        <p>U bent hier voor het eerst. Alles is nieuw voor u.</p>`;
    const kop = html`<h3>Nieuw sinds u hier was, ${wanneerHier(vorige, this.vandaag)}</h3>`;
    const nieuw = nieuwVoor(kijk, sinds);
    if (nieuw.length + weg.length === 0) return html`${kop}<p>Niets nieuws.</p>`;
    return html`${kop}
      <ul class="rt-inlezen__lijst">
        ${nieuw.map(
          ({ plek, naam, wat, ding }) => html`<li>
            <span class="rt-zacht">${plek}</span>
            <span><a href=${padNaar(kijk.bord.id, { ding })}><bdi>${naam}</bdi></a> <span class="rt-zacht">${wat}</span></span>
          </li>`,
        )}
        ${wegzinnen(kijk, weg).map((zin) => html`<li><span class="rt-zacht">Staat er niet meer</span><span>${zin}</span></li>`)}
      </ul>
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.opGelezen}>
        Gelezen<span class="rt-alleen-voorlezen">: casus ${kijk.bord.label}</span>
      </button>`;
  }

  private readonly opGelezen = async (): Promise<void> => {
    const was = this.hier.waarde;
    const { casusId } = this.punt;
    if (was == null || casusId === null) return;
    try {
      const sinds = await roep('casus.bezoek', { params: { casusId }, body: { ik: 'las' } });
      this.hier.wordt((nu) => nu && { ...nu, sinds });
      aankondigen('Gelezen. Vanaf nu telt wat er nieuw bijkomt.');
      await this.updateComplete;
      this.querySelector<HTMLElement>('h2')?.focus();
    } catch {
      // It stays new, and the fetching says what is wrong.
      await this.hier.ververs();
    }
  };

  private async haal(): Promise<Gelezen | null> {
    const { casusId } = this.punt;
    if (casusId === null) return null;
    const params = { casusId };
    try {
      const bord = await roep('casus.bord', { params });
      return { bord, sinds: await roep('casus.bezoek', { params, body: { ik: 'kom' } }) };
    } catch (fout) {
      if (fout instanceof ApiFout && fout.status === 404) return null;
      throw fout;
    }
  }
}

/** When it is one's turn, in whole five minutes, as the server says it (OV1). */
function verwachtzin({ staat, verwacht, minuten }: Agendapunt): string {
  const duur = `Het duurt ${minuten} minuten.`;
  if (staat === 'bezig') return `Dit punt is nu aan de beurt. ${duur}`;
  return verwacht === null ? duur : `U bent rond ${tijdstip(verwacht)} aan de beurt. ${duur}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-inlezen-casus': RtInlezenCasus;
  }
}
