import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { voluit } from './datum.ts';
import { verder, weekdagVan } from './gezegde-datum.ts';
import { KLEIN, KNOP } from './knop.ts';
import { LichtElement } from './licht-element.ts';

/**
 * A month to choose a day from, by mouse or by keys: arrows by day and week, Page Up and Down by month, Home and End
 * in the week, Enter chooses, Esc closes. Fires `kies` with a day (`jjjj-mm-dd`), and `sluit`.
 */
@customElement('rt-kalender')
export class RtKalender extends LichtElement {
  /** The day that was chosen, or nothing. */
  @property({ attribute: false }) waarde = '';
  @property({ attribute: false }) vandaag = '';
  /** The first and the last day that one can choose. */
  @property({ attribute: false }) vroegst = '';
  @property({ attribute: false }) uiterst = '';
  @state() private dag = '';
  private naarDag = true;

  protected override willUpdate(): void {
    if (this.dag === '') this.dag = this.binnen(this.waarde === '' ? this.vandaag : this.waarde);
  }

  protected override updated(_gewijzigd: PropertyValues): void {
    if (!this.naarDag) return;
    this.naarDag = false;
    this.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  protected override render() {
    const eerste = `${this.dag.slice(0, 8)}01`;
    const begin = verder(eerste, { dagen: -weekdagVan(eerste) });
    const weken = [0, 1, 2, 3, 4, 5].map((week) =>
      [0, 1, 2, 3, 4, 5, 6].map((dag) => verder(begin, { dagen: 7 * week + dag })),
    );
    return html`<div class="rt-kalender" role="group" aria-label="Kalender" @keydown=${this.opToets}>
      <div class="rt-kalender__kop">
        <button type="button" class="${KNOP.rustig} ${KLEIN}" @click=${() => this.ga({ maanden: -1 }, false)}>
          <span aria-hidden="true">‹</span><span class="rt-alleen-voorlezen">Vorige maand</span>
        </button>
        <p aria-live="polite">${MAAND.format(new Date(`${this.dag}T12:00:00Z`))}</p>
        <button type="button" class="${KNOP.rustig} ${KLEIN}" @click=${() => this.ga({ maanden: 1 }, false)}>
          <span aria-hidden="true">›</span><span class="rt-alleen-voorlezen">Volgende maand</span>
        </button>
      </div>
      <table>
        <thead>
          <tr>
            ${DAGEN.map(([kort, lang]) => html`<th scope="col"><abbr title=${lang}>${kort}</abbr></th>`)}
          </tr>
        </thead>
        <tbody>
          ${weken
            .filter((week) => week.some((dag) => dag.startsWith(this.dag.slice(0, 7))))
            .map(
              (week) => html`<tr>
                ${week.map((dag) => html`<td>${this.knop(dag)}</td>`)}
              </tr>`,
            )}
        </tbody>
      </table>
    </div>`;
  }

  private knop(dag: string) {
    const buiten = this.binnen(dag) !== dag;
    return html`<button
      type="button"
      class="rt-kalender__dag ${dag.startsWith(this.dag.slice(0, 7)) ? '' : 'rt-kalender__dag--ander'}"
      tabindex=${dag === this.dag ? 0 : -1}
      aria-label=${voluit(dag, this.vandaag)}
      aria-current=${dag === this.vandaag ? 'date' : 'false'}
      aria-pressed=${dag === this.waarde ? 'true' : 'false'}
      ?disabled=${buiten}
      @click=${() => this.dispatchEvent(new CustomEvent('kies', { detail: dag }))}
    >
      ${Number(dag.slice(8))}
    </button>`;
  }

  private readonly opToets = (toets: KeyboardEvent) => {
    if (toets.key === 'Escape') {
      toets.preventDefault();
      toets.stopPropagation();
      this.dispatchEvent(new Event('sluit'));
      return;
    }
    const week = weekdagVan(this.dag);
    const stap = {
      ArrowLeft: { dagen: -1 },
      ArrowRight: { dagen: 1 },
      ArrowUp: { dagen: -7 },
      ArrowDown: { dagen: 7 },
      PageUp: { maanden: -1 },
      PageDown: { maanden: 1 },
      Home: { dagen: -week },
      End: { dagen: 6 - week },
    }[toets.key];
    if (stap === undefined) return;
    toets.preventDefault();
    this.ga(stap, true);
  };

  private ga(stap: Parameters<typeof verder>[1], naarDag: boolean): void {
    this.dag = this.binnen(verder(this.dag, stap));
    this.naarDag = naarDag;
  }

  private binnen(dag: string): string {
    if (this.vroegst !== '' && dag < this.vroegst) return this.vroegst;
    return this.uiterst !== '' && dag > this.uiterst ? this.uiterst : dag;
  }
}

const MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAGEN = [
  ['ma', 'maandag'],
  ['di', 'dinsdag'],
  ['wo', 'woensdag'],
  ['do', 'donderdag'],
  ['vr', 'vrijdag'],
  ['za', 'zaterdag'],
  ['zo', 'zondag'],
] as const;

declare global {
  interface HTMLElementTagNameMap {
    'rt-kalender': RtKalender;
  }
}
