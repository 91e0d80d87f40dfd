import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Tafelblad, Tafelgenoot } from '../../shared/contract/tafelbladen.ts';
import { roep } from '../api/api.ts';
import { berichtVan } from '../api/apifout.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';

/** As what somebody sits there, where that is no zetel. */
const ALS: Readonly<Record<Tafelgenoot['als'], string>> = {
  voorzitter: 'voorzitter',
  notulist: 'notulist',
  meedenker: 'denkt mee',
  gast: 'te gast',
  deelnemer: '',
};

/** Who sits at the table, to who leads the overleg: one button each to let somebody sit down or get up (OV4). */
@customElement('rt-tafelgenoten')
export class RtTafelgenoten extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) blad!: Tafelblad;
  @property({ attribute: false }) zetelnaam: (code: string) => string = (code) => code;
  /** Fetches the tafelblad again. */
  @property({ attribute: false }) ververs: () => Promise<void> = () => Promise.resolve();
  @state() private fout = '';
  @state() private bezig = false;

  protected override render() {
    const { aanTafel, kandidaten } = this.blad;
    return html`<details class="rt-tafelgenoten rt-vouw">
      <summary>Wijzig wie aan tafel zit</summary>
      <p>Wie erbij komt, leest alles wat op het tafelblad staat. Haal er eerst af wat niet voor die persoon is.</p>
      ${this.fout === '' ? nothing : html`<rt-melding soort="fout" kop="Niet gewijzigd" .inhoud=${this.fout}></rt-melding>`}
      <ul class="rt-overleg__lijst">
        ${aanTafel.map((genoot) => this.zit(genoot))}
        ${(kandidaten ?? []).map(
          ({ deelnemerId, naam, zetel, volgt }) => html`<li>
            <span><bdi>${naam}</bdi> <span class="rt-zacht">${this.zetelnaam(zetel)}${volgt ? ', kijkt mee op een eigen scherm' : ''}</span></span>
            <button
              type="button"
              class="${KNOP.gewoon} ${KLEIN}"
              ?disabled=${this.bezig}
              @click=${() => void this.schik({ bij: [deelnemerId] }, `${naam} zit nu aan tafel.`)}
            >
              Zet aan tafel<span class="rt-alleen-voorlezen">: ${naam}</span>
            </button>
          </li>`,
        )}
      </ul>
      ${kandidaten?.length === 0 ? html`<p class="rt-zacht">Iedereen die erbij kan, zit aan tafel.</p>` : nothing}
    </details>`;
  }

  private zit({ id, naam, als, zetel }: Tafelgenoot): TemplateResult {
    const magAf = als !== 'voorzitter' && als !== 'notulist';
    return html`<li>
      <span><bdi>${naam}</bdi> <span class="rt-zacht">${zetel === null ? ALS[als] : this.zetelnaam(zetel)}, aan tafel</span></span>
      ${
        magAf
          ? html`<button
              type="button"
              class="${KNOP.rustig} ${KLEIN}"
              ?disabled=${this.bezig}
              @click=${() => void this.schik({ af: [id] }, `${naam} zit niet meer aan tafel.`)}
            >
              Haal van tafel<span class="rt-alleen-voorlezen">: ${naam}</span>
            </button>`
          : nothing
      }
    </li>`;
  }

  private async schik(body: { bij?: string[]; af?: string[] }, gezegd: string): Promise<void> {
    this.bezig = true;
    this.fout = '';
    try {
      await roep('tafel.schik', {
        params: { overlegId: this.overlegId, agendapuntId: this.agendapuntId },
        body,
      });
      aankondigen(gezegd);
    } catch (fout) {
      this.fout = berichtVan(fout);
    }
    await this.ververs();
    this.bezig = false;
    await this.updateComplete;
    // What was pressed may be gone by it.
    if (!this.contains(document.activeElement)) this.querySelector<HTMLElement>('summary')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-tafelgenoten': RtTafelgenoten;
  }
}
