import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { aankondigen } from '../ui/aankondigen.ts';
import { tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { nietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { type Klad, kladblok, kladplek, volgKlad } from './kladblok.ts';

/**
 * What this person typed and isn't saved, and stands in no form or text now (ST15): on the screen where they typed it,
 * and on *mijn werk* that there is some elsewhere. To read and copy, or to throw away; the form takes it up by itself.
 */
@customElement('rt-kladbalk')
export class RtKladbalk extends LichtElement {
  /** The path of the screen. */
  @property() pad = '';

  private stopVolgen: (() => void) | undefined;
  private gezegd: ReadonlySet<string> = new Set();

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopVolgen = volgKlad(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopVolgen?.();
  }

  protected override render() {
    const plek = kladplek(this.pad);
    const los = kladblok()?.los ?? [];
    const hier = los.filter((klad) => klad.plek === plek);
    const elders =
      plek === '/' ? [...new Set(los.map((klad) => klad.plek))].filter((een) => een !== '/') : [];
    if (hier.length + elders.length === 0) return nothing;
    return html`<div class="rt-app__melding">
      <rt-melding
        soort="let-op"
        kop="Nog niet bewaard"
        .inhoud=${html`${repeat(
          hier,
          ({ id }) => id,
          (klad) => stuk(klad, () => kladblok()?.gooiWeg(klad.id)),
        )}
        ${elders.map(
          (pad) => html`<p>
            Op een ander scherm staat nog iets dat u typte. <a href=${pad}>Ga erheen</a>
          </p>`,
        )}`}
      ></rt-melding>
    </div>`;
  }

  protected override updated(): void {
    const nu = new Set((kladblok()?.los ?? []).map(({ id }) => id));
    const nieuw = this.querySelector('rt-melding') !== null && [...nu].some((id) => !this.gezegd.has(id));
    if (nieuw)
      aankondigen('Let op: iets dat u typte, is nog niet bewaard. U vindt het boven aan het scherm.');
    this.gezegd = nu;
  }
}

function stuk(klad: Klad, gooiWeg: () => void): TemplateResult {
  const wat = `${klad.woorden.map(({ label }) => label).join(', ')}, ${tijdstip(new Date(klad.op))}`;
  return html`<details class="rt-klad rt-vouw">
    <summary>${wat}</summary>
    <p>
      ${
        Object.keys(klad.waarden).length > 0
          ? 'Dit vulde u in, en het is niet bewaard. Opent u het formulier weer, dan staat het er weer in.'
          : 'Dit typte u, en het is niet bewaard. Kopieer wat u wilt houden.'
      }
    </p>
    ${klad.woorden.map(({ label, tekst }, nummer) =>
      tekst === null || tekst === ''
        ? nothing
        : nietOpgeslagen({ id: `${klad.id}-${nummer}`, tekst }, { naam: label, waar: label }),
    )}
    <p>
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${gooiWeg}>
        Gooi weg<span class="rt-alleen-voorlezen">: ${wat}</span>
      </button>
    </p>
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-kladbalk': RtKladbalk;
  }
}
