import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Oogst } from '../../shared/contract/oogst.ts';
import { ApiFout, roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { haalLijsten } from '../lijsten.ts';
import { datumVan, metDag } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { zetTitel } from '../ui/navigatie.ts';
import { padNaar } from '../ui/plaats.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import { afspraakregels, nogNietRond, verteld } from './oogst.ts';
import './tafelblad.ts';

/**
 * What came of an overleg, of the items at which I was (OV7), and what lay on their tables, as long as I may read it (OV4).
 * Who was at none reads nothing here but `anders`.
 */
@customElement('rt-oogstlijst')
export class RtOogstlijst extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  /** What stands here when there is nothing of it for me. */
  @property({ attribute: false }) anders: TemplateResult | typeof nothing = nothing;
  /** The name of the overleg and its day stand above it already. */
  @property({ attribute: false }) zonderKop = false;
  /** Of which items the table is unfolded: fetched when it is. */
  @state() private open: ReadonlySet<string> = new Set();

  private readonly oogst = new Opgehaald<{
    readonly oogst: Antwoord<'oogst.lijst'>;
    readonly lijsten: Lijsten;
  } | null>(this, () => this.haal());

  protected override render() {
    const { waarde, fout, ververs } = this.oogst;
    if (fout !== '') return nietOpgehaald('Wat is afgesproken, is niet opgehaald', fout, ververs);
    if (waarde === undefined) return html`<p class="rt-laden">Wat is afgesproken, wordt opgehaald…</p>`;
    if (waarde === null) return this.anders;
    const { oogst, lijsten } = waarde;
    return html`
      ${
        this.zonderKop
          ? nothing
          : html`<h1><bdi>${oogst.naam}</bdi></h1>
              <p>${metDag(datumVan(oogst.begin), datumVan(new Date()))}</p>`
      }
      ${repeat(
        oogst.punten,
        ({ agendapuntId }) => agendapuntId,
        (punt) => this.punt(punt, lijsten),
      )}
    `;
  }

  private punt(punt: Oogst, lijsten: Lijsten): TemplateResult {
    const { agendapuntId, label, vraag, tot } = punt;
    const kop = `rt-oogst-${agendapuntId}`;
    return html`<section class="rt-paneel rt-oogst" aria-labelledby=${kop}>
      ${label === '' ? nothing : html`<p class="rt-zacht">casus <bdi>${label}</bdi></p>`}
      <h2 id=${kop}><bdi>${vraag ?? (label === '' ? 'Het punt waar u bij was' : `Casus ${label}`)}</bdi></h2>
      ${nogNietRond(punt)}
      ${punt.afspraken.length === 0 ? html`<p>Er is niets afgesproken.</p>` : afspraakregels(punt, lijsten)}
      <h3>Wie vertelt het gezin wat?</h3>
      ${verteld(punt)}
      <details class="rt-overleg__inbreng rt-vouw" @toggle=${() => this.klapUit(agendapuntId)}>
        <summary>Lees het tafelblad terug</summary>
        ${
          this.open.has(agendapuntId)
            ? html`<rt-tafelblad
                .overleg=${{ id: this.overlegId }}
                .agendapuntId=${agendapuntId}
                .lijsten=${lijsten}
                .metVraag=${false}
                .metOogst=${false}
              ></rt-tafelblad>`
            : nothing
        }
      </details>
      ${tot === null ? html`<p><a href=${padNaar(punt.casusId)}>Naar het bord van de casus</a></p>` : html`<p class="rt-zacht">U leest dit tot ${metDag(datumVan(tot), datumVan(new Date()))}.</p>`}
    </section>`;
  }

  private klapUit(agendapuntId: string): void {
    this.open = new Set([...this.open, agendapuntId]);
  }

  private async haal() {
    try {
      const [oogst, lijsten] = await Promise.all([
        roep('oogst.lijst', { params: { overlegId: this.overlegId } }),
        haalLijsten(),
      ]);
      if (!this.zonderKop) zetTitel(oogst.naam);
      return { oogst, lijsten };
    } catch (fout) {
      if (fout instanceof ApiFout && fout.status === 404) return null;
      throw fout;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-oogstlijst': RtOogstlijst;
  }
}
