import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { leesZoekwoorden } from '../../shared/zoeken/zoekwoorden.ts';
import { roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { casusnaam, type Zetelregel } from '../casus/casusnaam.ts';
import { haalLijsten } from '../lijsten.ts';
import { gezocht, zetGezocht } from '../ui/gezocht.ts';
import { heel, rijtje } from '../ui/heel.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { padNaar } from '../ui/plaats.ts';

import { vondstregel } from './vondst.ts';
import { type Casusuitkomst, Zoektocht } from './zoektocht.ts';
import './zoeken.css';

/** Finds in all casussen of this person what they read and have open there. */
@customElement('rt-zoeken')
export class RtZoeken extends LichtElement {
  @state() private woorden = gezocht();

  private readonly tocht = new Zoektocht(this);
  private readonly hier = new Opgehaald(
    this,
    async () => {
      const [{ zetels }, lijsten] = await Promise.all([roep('werkvoorraad'), haalLijsten()]);
      return { zetels, lijsten };
    },
    () => this.zoek(),
  );

  protected override firstUpdated(): void {
    const veld = this.querySelector('input');
    veld?.focus();
    veld?.select();
  }

  protected override render() {
    return html`<div class="rt-kolom rt-kolom--smal rt-zoeken">
      <h1>Zoeken</h1>
      <div>
      <label class="rt-invoer__label" for="rt-zoek">Een naam of een woord</label>
      <input
        id="rt-zoek"
        class="utrecht-textbox utrecht-textbox--html-input rt-zoeken__veld"
        type="search"
        data-begin
        autocomplete="off"
        aria-describedby="rt-zoek-uitleg"
        .value=${this.woorden}
        @input=${this.opTypen}
      />
      <p id="rt-zoek-uitleg" class="rt-zacht rt-klein">
        U zoekt in al uw casussen, in wat u daar kunt lezen. Wat u op het bord eerst zelf moet openen, telt mee zodra u
        het hebt geopend.
      </p>
      ${this.hier.fout === '' ? nothing : this.foutmelding()}
      <p role="status" class="rt-zoeken__stand">${this.stand()}</p>
      ${this.hier.waarde === undefined ? nothing : this.casussen(this.hier.waarde.zetels, this.hier.waarde.lijsten)}
      </div>
    </div>`;
  }

  private foutmelding(): TemplateResult {
    return html`<rt-melding
      soort="fout"
      kop="Uw casussen zijn niet opgehaald"
      .inhoud=${html`<p>${this.hier.fout}</p>
        <button type="button" class="rt-als-link" @click=${this.hier.ververs}>Probeer opnieuw</button>`}
    ></rt-melding>`;
  }

  private stand(): string {
    const { waarde, fout } = this.hier;
    if (waarde === undefined) return fout === '' ? 'Uw casussen worden opgehaald…' : '';
    if (!Zoektocht.isGenoeg(this.woorden)) return '';
    const uitkomsten = [...this.tocht.uitkomsten.values()];
    if (uitkomsten.some(({ stand }) => stand === 'zoekt')) return 'Aan het zoeken…';
    const aantal = waarde.zetels.filter((zetel) => this.heeftIets(zetel)).length;
    if (aantal === 0)
      return 'Niets gevonden in wat u kunt lezen. Probeer een ander woord, of een deel ervan.';
    return aantal === 1 ? 'Gevonden in 1 casus.' : `Gevonden in ${aantal} casussen.`;
  }

  private casussen(zetels: readonly Zetelregel[], lijsten: Lijsten): TemplateResult | typeof nothing {
    const metIets = zetels.filter((zetel) => this.heeftIets(zetel));
    if (metIets.length === 0) return nothing;
    return html`<ul class="rt-zoeken__casussen">
      ${metIets.map((zetel) => this.casus(zetel, lijsten, this.tocht.uitkomsten.get(zetel.casusId)))}
    </ul>`;
  }

  /** The casus itself is what was looked for, something in it is, or it isn't known. */
  private heeftIets(zetel: Zetelregel): boolean {
    const uitkomst = this.tocht.uitkomsten.get(zetel.casusId);
    if (uitkomst === undefined) return false;
    if (uitkomst.stand === 'gevonden' && uitkomst.uitkomst.vondsten.length > 0) return true;
    return uitkomst.stand === 'mislukt' || this.isHetZelf(zetel);
  }

  private isHetZelf({ casusLabel, titel, leden, regisseurNaam }: Zetelregel): boolean {
    const tekst = [casusLabel, titel?.tekst ?? '', ...leden, regisseurNaam].join(' ');
    return leesZoekwoorden(this.woorden).past(tekst);
  }

  private casus(zetel: Zetelregel, lijsten: Lijsten, uitkomst: Casusuitkomst | undefined): TemplateResult {
    const kop = `rt-zoek-${zetel.casusId}`;
    return html`<li class="rt-zoeken__casus" aria-labelledby=${kop}>
      <h2 id=${kop}><a href=${padNaar(zetel.casusId)}><bdi>${heel(casusnaam(zetel))}</bdi></a></h2>
      <p class="rt-zacht rt-klein rt-rijtje">${rijtje([heel(hoofdletter(opsomming(zetel.leden))), zetel.casusLabel])}</p>
      ${this.gevonden(zetel, lijsten, uitkomst)}
    </li>`;
  }

  private gevonden({ casusId }: Zetelregel, lijsten: Lijsten, uitkomst: Casusuitkomst | undefined) {
    if (uitkomst?.stand === 'mislukt') {
      return html`<p>
        In deze casus is niet gezocht. ${uitkomst.bericht}
        <button type="button" class="rt-als-link" @click=${() => this.tocht.opnieuw(this.woorden, casusId)}>
          Zoek hier opnieuw
        </button>
      </p>`;
    }
    if (uitkomst?.stand !== 'gevonden' || uitkomst.uitkomst.vondsten.length === 0) return nothing;
    const { vondsten, meer } = uitkomst.uitkomst;
    const gezocht = leesZoekwoorden(this.woorden);
    return html`<ul class="rt-zoeken__vondsten">
        ${vondsten.map((vondst) => vondstregel(casusId, vondst, gezocht, lijsten))}
      </ul>
      ${meer ? html`<p class="rt-zacht rt-klein">Hier staat nog meer. Typ er een woord bij.</p>` : nothing}`;
  }

  private readonly opTypen = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    this.woorden = target.value;
    zetGezocht(target.value);
    this.zoek();
  };

  private zoek(): void {
    const ids = this.hier.waarde?.zetels.map(({ casusId }) => casusId) ?? [];
    this.tocht.zoek(this.woorden, ids);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-zoeken': RtZoeken;
  }
}
