import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { ApiFout, roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { lijst, tekst } from '../vensters/veld.ts';
import { opzijknop } from './uitklap.ts';

/** What of one's own board can be laid on a table, and how it is called there. */
const SOORTEN: Readonly<Partial<Record<Kaart['soort'], string>>> = {
  kracht: 'kracht',
  zorgpunt: 'zorgpunt',
  doel: 'doel',
  afspraak: 'afspraak',
  besluit: 'besluit',
  beschikking: 'beschikking',
  vraag: 'vraag',
};
const EIGEN = 'eigen';

/** Lays something on the table, after one saw who will read it (OV4, NK21). Fires `klaar`, `opzij`. */
@customElement('rt-leg-op-tafel')
export class RtLegOpTafel extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) casusId = '';

  /** What stands on my board; empty where I have none. */
  private readonly kaarten = new Opgehaald<readonly Kaart[]>(this, () => this.haalKaarten());
  private gekozen = '';
  private readonly lezers = new Opgehaald<{ nieuw: string[]; al: string[] } | null>(this, () =>
    this.haalLezers(),
  );

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.agendapuntId,
    begin: () => ({ kaartId: '', tekst: '' }),
    velden: ({ kaartId }) => [
      ...(this.keuzes.length === 0
        ? []
        : [lijst('kaartId', L.kaartId, [...this.keuzes, { code: EIGEN, naam: 'Iets in eigen woorden' }])]),
      ...(this.keuzes.length === 0 || kaartId === EIGEN ? [tekst('tekst', L.gelegd, { regels: 2 })] : []),
    ],
    stuur: ({ kaartId, tekst: woorden }, _, poging) => {
      const { overlegId, agendapuntId } = this;
      const body = kaartId === '' || kaartId === EIGEN ? { tekst: woorden.trim() } : { kaartId };
      return roep('tafelblad.leg', { params: { overlegId, agendapuntId }, body, poging });
    },
  });

  protected override updated(): void {
    const { kaartId } = this.opdracht.waarden;
    if (kaartId === this.gekozen) return;
    this.gekozen = kaartId;
    void this.lezers.ververs();
  }

  protected override render() {
    const { waarde, fout } = this.kaarten;
    if (waarde === undefined && fout === '') return html`<p class="rt-laden">Uw bord wordt opgehaald…</p>`;
    return opdrachtformulier(this.opdracht, {
      onder: this.wieLeest(),
      knop: 'Zet erop',
      nietGelukt: 'Niet op tafel gelegd',
      ernaast: opzijknop(this),
    });
  }

  private wieLeest(): TemplateResult | typeof nothing {
    const { kaartId } = this.opdracht.waarden;
    const lezers = this.lezers.waarde ?? null;
    if (kaartId === '' || kaartId === EIGEN || lezers === null)
      return html`<p class="rt-zacht">Iedereen aan tafel leest het meteen, en wie later aanschuift ook.</p>`;
    return html`<div class="rt-tafelblad__lezers">
      ${lezers.nieuw.length === 0 ? nothing : html`<p><strong>Dan leest dit voor het eerst:</strong> <bdi>${opsomming(lezers.nieuw)}</bdi>.</p>`}
      ${lezers.al.length === 0 ? nothing : html`<p>Leest dit al: <bdi>${opsomming(lezers.al)}</bdi>.</p>`}
      <p class="rt-zacht">Het ligt er zoals het nu is. U kunt het er weer af halen; wie het las, heeft het gelezen.</p>
    </div>`;
  }

  private get keuzes() {
    return (this.kaarten.waarde ?? []).map(({ id, soort, titel }) => ({
      code: id,
      naam: `${titel} (${SOORTEN[soort] ?? soort})`,
    }));
  }

  private async haalKaarten(): Promise<readonly Kaart[]> {
    try {
      const { kaarten } = await roep('casus.bord', { params: { casusId: this.casusId } });
      return kaarten.filter(({ soort, titel }) => SOORTEN[soort] !== undefined && titel !== '');
    } catch (fout) {
      if (fout instanceof ApiFout && fout.status === 404) return [];
      throw fout;
    }
  }

  private async haalLezers(): Promise<{ nieuw: string[]; al: string[] } | null> {
    const { overlegId, agendapuntId, gekozen } = this;
    if (gekozen === '' || gekozen === EIGEN) return null;
    return await roep('tafelblad.lezers', {
      params: { overlegId, agendapuntId },
      query: { kaartId: gekozen },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-leg-op-tafel': RtLegOpTafel;
  }
}
