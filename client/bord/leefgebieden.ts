import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { zichtbareLeefgebieden } from '../casus/groepen.ts';
import type { Kijk } from '../casus/kijk.ts';
import { leestMee } from '../casus/publiek.ts';
import type { Doe } from '../kaarten/doe.ts';
import { NIEUWE_KAART } from '../kaarten/kaartformulier.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opent } from '../vensters/venster.ts';
import { acuutGevaar } from './acuut-gevaar.ts';
import { tegelSjabloon } from './dichte-tegel.ts';
import './leefgebied.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import { categorieenZonderPlek, tegelsVan } from '../casus/tegels.ts';
import '../teksten/notities.ts';

/**
 * The leefgebieden, and last what belongs to none of them, in as many columns as fit. A column is filled downwards
 * and by number, never by height: nothing moves to another column because somebody writes something, and the order
 * on screen is the order in which one tabs and listens.
 */
@customElement('rt-bord-leefgebieden')
export class RtBordLeefgebieden extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) teksten!: Bordteksten;

  @state() private aantalKolommen = 1;
  private readonly maat = new ResizeObserver(([meting]) => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.past = Math.max(1, Math.floor((meting?.contentRect.width ?? 0) / (KOLOM_REM * rem)));
    this.verdeelOpnieuw();
  });
  /** How many columns fit. */
  private past = 1;

  /** Another column makes a leefgebied anew, and would take focus and caret from who is writing in it: not now. */
  private verdeelOpnieuw(): void {
    if (this.querySelector('rt-editor:focus-within') === null) this.aantalKolommen = this.past;
  }

  private readonly opFocusWeg = () => {
    // Focus may only be on its way to another part of the editor.
    requestAnimationFrame(() => this.verdeelOpnieuw());
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.maat.observe(this);
    this.addEventListener('focusout', this.opFocusWeg);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.maat.disconnect();
    this.removeEventListener('focusout', this.opFocusWeg);
  }

  protected override render() {
    const { kijk, doe } = this;
    const gebieden: Vak[] = zichtbareLeefgebieden(kijk).map((gebied) => ({
      code: gebied.code,
      toon: html`<rt-bord-leefgebied
        .kijk=${kijk}
        .doe=${doe}
        .teksten=${this.teksten}
        .gebied=${gebied}
      ></rt-bord-leefgebied>`,
    }));
    const kolommen = verdeel([...gebieden, ...this.elders()], this.aantalKolommen);
    return html`<h2 class="rt-alleen-voorlezen">Leefgebieden</h2>
      <div class="bord-kolomraster">
        ${kolommen.map(
          (vakken) => html`<div class="bord-kolom">
            ${repeat(
              vakken,
              (vak) => vak.code,
              (vak) => vak.toon,
            )}
          </div>`,
        )}
      </div>`;
  }

  /** Advice, the regisseur's own notes, and any category that a municipality adds: gathered in one place. */
  private elders(): Vak[] {
    const { kijk, doe } = this;
    const categorieen = categorieenZonderPlek(kijk).filter((code) => kijk.weetVan(code));
    if (categorieen.length === 0) return [];
    const toon = html`<section class="rt-paneel bord-gebied" aria-labelledby="bord-elders-kop">
      <div class="bord-gebied__kop"><h3 id="bord-elders-kop" tabindex="-1">Advies en regie</h3></div>
      <rt-bord-notities .kijk=${kijk} .teksten=${this.teksten}></rt-bord-notities>
      ${categorieen.map((code) => this.open(code))} ${acuutGevaar(kijk, categorieen)}
      ${tegelsVan(kijk, categorieen).map((tegel) => tegelSjabloon(kijk, doe, tegel))}
    </section>`;
    return [{ code: 'elders', toon }];
  }

  /** A category that I read and that has nothing on it yet: empty, and said to be. */
  private open(code: string): TemplateResult | typeof nothing {
    const { kijk } = this;
    const open = kijk.bord.compartimenten.filter(
      (compartiment) =>
        compartiment.categorie === code && compartiment.geopend && kijk.inBeeld([compartiment.lidId]),
    );
    const [eerste] = open;
    const gevuld = kijk
      .kaarten('noodkaart')
      .some((kaart) => open.some((compartiment) => compartiment.id === kaart.compartimentId));
    if (eerste === undefined || gevuld) return nothing;
    return html`<div class="bord-groep">
      <p class="bord-groep__naam">${kijk.categorienaam(code)}</p>
      <p class="bord-nog-niet">Nog niets opgeschreven.</p>
      ${leestMee(kijk, eerste)}
      ${
        eerste.niveau === 'schrijven'
          ? html`<button
              type="button"
              class="bord-erbij"
              @click=${opent(NIEUWE_KAART, { soort: 'noodkaart', lidId: eerste.lidId, compartimentId: eerste.id })}
            >
              <span aria-hidden="true">+</span> Bij acuut gevaar
            </button>`
          : nothing
      }
    </div>`;
  }
}

/** What stands in a column, by a name that stays its own. */
interface Vak {
  readonly code: string;
  readonly toon: TemplateResult;
}

/** The least that a column is wide, the space beside it included. */
const KOLOM_REM = 21;

/** Divides a list into columns that are read one after the other, the first the longest. */
function verdeel<T>(lijst: readonly T[], aantal: number): T[][] {
  let rest = [...lijst];
  return Array.from({ length: aantal }, (_, kolom) => {
    const lengte = Math.ceil(rest.length / (aantal - kolom));
    const deel = rest.slice(0, lengte);
    rest = rest.slice(lengte);
    return deel;
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-leefgebieden': RtBordLeefgebieden;
  }
}
