import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import '../teksten/begin-tekst.ts';
import { perTitel } from '../teksten/tekstlijst.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { ADVIES_VRAGEN } from '../vensters/deuren.ts';
import { opent } from '../vensters/venster.ts';
import { veldenVanGebied } from './samenvatting.ts';

/** What one can add at a leefgebied: what goes well, a zorgpunt, a text that is empty yet, what to know in danger, a question. */
@customElement('rt-bord-erbij')
export class RtBordErbij extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) teksten!: Bordteksten;
  @property({ attribute: false }) gebied!: Lijsten['leefgebieden'][number];
  /** Of which one fills in here what to know in danger. */
  @property({ attribute: false }) inGevaar: readonly string[] = [];

  protected override render() {
    const { kijk, gebied, inGevaar } = this;
    const teksten = perTitel(veldenVanGebied(kijk, gebied)).map(
      (velden) => html`<rt-bord-begin-tekst
        .kijk=${kijk}
        .teksten=${this.teksten}
        .velden=${velden}
        bij="bij ${gebied.naam}"
      ></rt-bord-begin-tekst>`,
    );
    if (kijk.plaatsenVoor('kracht').length === 0) return html`${teksten}`;
    const vooraf = { velden: { leefgebied: gebied.code }, lidId: kijk.gekozenLid };
    const kan = kijk
      .plaatsenVoor('noodkaart')
      .filter(
        (plaats) =>
          plaats.lidId === kijk.gekozenLid &&
          inGevaar.includes(plaats.categorie) &&
          !kijk.kaarten('noodkaart').some((kaart) => kaart.compartimentId === plaats.id),
      );
    return html`<div class="bord-erbij-rij">
      <button type="button" class="bord-erbij bord-plus" @click=${opent(NIEUWE_KAART, { soort: 'kracht', ...vooraf })}>
        Wat gaat goed<span class="rt-alleen-voorlezen"> bij ${gebied.naam}</span>
      </button>
      <button type="button" class="bord-erbij bord-plus" @click=${opent(NIEUWE_KAART, { soort: 'zorgpunt', ...vooraf })}>
        Zorgpunt<span class="rt-alleen-voorlezen"> bij ${gebied.naam}</span>
      </button>
      ${teksten}
      ${kan.slice(0, 1).map(
        (plaats) => html`<button
          type="button"
          class="bord-erbij bord-plus"
          @click=${opent(NIEUWE_KAART, { soort: 'noodkaart', lidId: plaats.lidId, compartimentId: plaats.id })}
        >
          Bij acuut gevaar<span class="rt-alleen-voorlezen"> invullen bij ${gebied.naam}</span>
        </button>`,
      )}
      ${this.adviesknop()}
    </div>`;
  }

  /** OV11: asking for advice from here, with what I keep of it at hand. */
  private adviesknop(): TemplateResult | typeof nothing {
    const { kijk, gebied } = this;
    const staan = new Set(veldenVanGebied(kijk, gebied).map(({ compartimentId }) => compartimentId));
    const delen = kijk.bord.compartimenten
      .filter(
        ({ id, rechten, categorie }) =>
          rechten !== null && (staan.has(id) || gebied.achtergrond.includes(categorie)),
      )
      .filter(({ lidId }) => kijk.gekozenLid === null || lidId === null || lidId === kijk.gekozenLid)
      .map(({ id }) => id);
    return kijk.bord.leden.length === 0 || delen.length === 0
      ? nothing
      : html`<button
          type="button"
          class="bord-erbij bord-plus"
          @click=${opent(ADVIES_VRAGEN, { lidId: kijk.gekozenLid, delen })}
        >
          Advies vragen<span class="rt-alleen-voorlezen"> over ${gebied.naam}</span>
        </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-erbij': RtBordErbij;
  }
}
