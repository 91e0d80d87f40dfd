import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { haalLijsten } from '../lijsten.ts';
import { Dag } from '../ui/dag.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { zetTitel } from '../ui/navigatie.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import { padNaarOverleg, wanneer } from '../ui/overlegregel.ts';
import { haalOverleg } from './haal-overleg.ts';
import './inlezen-casus.ts';
import './overleg.css';
import { isInTeLezen } from './woorden.ts';

/**
 * What one reads before an overleg: of each casus on its agenda in which one takes part, or of one of those, what one is
 * asked, what is new and what is open. Nothing of what is others' (OV1), and of each what its board would give.
 */
@customElement('rt-inlezen')
export class RtInlezen extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  /** Null: all that is mine. */
  @property({ attribute: false }) agendapuntId: string | null = null;
  private readonly dag = new Dag(this);
  private readonly hier = new Opgehaald(this, () => this.haal());

  override connectedCallback(): void {
    super.connectedCallback();
    zetTitel('Inlezen');
  }

  protected override render() {
    const { waarde, fout, ververs } = this.hier;
    return html`<div class="rt-kolom rt-kolom--smal rt-overleg">
      <h1>Inlezen</h1>
      ${fout === '' ? nothing : nietOpgehaald('Dit is niet opgehaald', fout, ververs)}
      ${
        waarde === undefined
          ? fout === ''
            ? html`<p class="rt-laden">Wordt opgehaald…</p>`
            : nothing
          : this.inhoud(waarde.overleg, waarde.lijsten)
      }
    </div>`;
  }

  private inhoud(overleg: Overleg | null, lijsten: Lijsten): TemplateResult {
    const punten = (overleg?.agendapunten ?? [])
      .filter(isInTeLezen)
      .filter(({ id }) => this.agendapuntId === null || id === this.agendapuntId);
    if (overleg === null || punten.length === 0) return NIETS;
    return html`<p>
        <a href=${padNaarOverleg(overleg.id)}><bdi>${overleg.naam}</bdi></a>, ${wanneer(overleg, this.dag.vandaag)},
        <bdi>${overleg.plaats}</bdi>.
        ${punten.length === 1 ? nothing : html`Hier staan ${punten.length} casussen waaraan u meedoet.`}
      </p>
      ${repeat(
        punten,
        ({ id }) => id,
        (punt: Agendapunt) => html`<rt-inlezen-casus
          .punt=${punt}
          .lijsten=${lijsten}
          .vandaag=${this.dag.vandaag}
        ></rt-inlezen-casus>`,
      )}
      <p class="rt-zacht">Dit is wat u nu mag lezen. Wat u niet ziet, is niet voor u of staat er niet.</p>`;
  }

  private async haal(): Promise<{ readonly overleg: Overleg | null; readonly lijsten: Lijsten }> {
    const [overleg, lijsten] = await Promise.all([haalOverleg(this.overlegId), haalLijsten()]);
    return { overleg, lijsten };
  }
}

/** Hidden and absent alike (NK5). */
const NIETS = html`<p>Hier is voor u niets in te lezen. U leest in voor een casus waaraan u meedoet.</p>
  <p><a class=${KNOP.hoofd} href="/overleggen">Naar uw overleggen</a></p>`;

declare global {
  interface HTMLElementTagNameMap {
    'rt-inlezen': RtInlezen;
  }
}
