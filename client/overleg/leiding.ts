import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Overleg, Overlegstand } from '../../shared/contract/overleggen.ts';
import { GESPREKSDELEN } from '../../shared/overleg.ts';
import { duurVan } from '../../shared/overlegklok.ts';
import { ApiFout, berichtVan, roep } from '../api/api.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { Tik } from '../ui/tik.ts';
import { hoortToetsen } from '../ui/toetsen.ts';
import { klokregel, klokTekst } from './klok.ts';
import './leiding.css';
import { Vertelvraag } from './vertelvraag.ts';
import './sluit-overleg.ts';
import { type Stapkeuze, stapkeuzes } from './stapkeuze.ts';
import { naarUitgeklapt } from './uitklap.ts';
import { naamVanPunt, ONDERDEEL } from './woorden.ts';

/**
 * The bar of who leads an overleg (OV2): what is open, its step and clocks, and each act by one button or one key. Who
 * reads the agenda and doesn't lead sees the same without them.
 */
@customElement('rt-leiding')
export class RtLeiding extends LichtElement {
  @property({ attribute: false }) overleg!: Overleg;
  /** Fetches the overleg anew, unless it is here as it stands since `versie`; done when it stands on the page. */
  @property({ attribute: false }) ververs!: (versie?: number) => Promise<void>;
  @state() private melding: { readonly kop: string; readonly tekst: string } | null = null;
  @state() private sluit = false;
  private bezig = false;
  /** The key of what was asked for while the step before it was under way. */
  private straks: string | null = null;

  constructor() {
    super();
    new Tik(this, () => (this.open === undefined ? '' : klokTekst(this.open)));
    hoortToetsen(this, () =>
      this.keuzes.map((keuze) => ({
        toets: keuze.toets,
        naam: keuze.naam,
        doe: () => {
          this.doe(keuze);
          return true;
        },
      })),
    );
  }

  protected override render() {
    const { overleg, melding } = this;
    const { stand } = overleg;
    if (stand === null) return nothing;
    return html`<section class="rt-leiding" aria-label="Het overleg leiden">
      <div class="rt-leiding__nu">
        <h2>${hoofdletter(waar(overleg))}</h2>
        ${this.open === undefined ? nothing : klokregel(this.open)} ${this.wieLeidt(stand)}
      </div>
      ${
        this.sluit && stand.fase === 'tussen'
          ? html`<rt-sluit-overleg .doe=${this.sluitNu} @opzij=${this.opOpzij}></rt-sluit-overleg>`
          : html`<div class="rt-leiding__acties">${repeat(this.keuzes, ({ doe }) => doe, this.knop)}</div>`
      }
      ${this.onderdelen(stand)}
      ${
        melding === null
          ? nothing
          : html`<rt-melding soort="let-op" kop=${melding.kop} .inhoud=${melding.tekst}></rt-melding>`
      }
    </section>`;
  }

  /** Takes a step from elsewhere on the page, such as from the agenda. */
  readonly zet = async (stap: NonNullable<Stapkeuze['stap']>): Promise<void> => {
    if (this.bezig) return;
    this.bezig = true;
    this.melding = null;
    try {
      await this.stuur(stap);
    } catch (fout) {
      if (fout instanceof ApiFout && fout.code === 'gezin_niet_verteld') {
        this.straks = null;
        this.dispatchEvent(new Vertelvraag());
        return;
      }
      await this.ververs();
      const isIngehaald = fout instanceof ApiFout && fout.isVerouderd;
      this.melding = isIngehaald
        ? {
            kop: 'Het overleg was al verder',
            tekst: `Iemand anders was u voor, of u deed het op een ander scherm. Nu: ${waar(this.overleg)}. Uw stap is niet gezet.`,
          }
        : { kop: 'Dat ging niet', tekst: berichtVan(fout) };
      this.straks = null;
    } finally {
      this.bezig = false;
    }
    this.doeStraks();
  };

  private doeStraks(): void {
    const { straks } = this;
    this.straks = null;
    const keuze = this.keuzes.find(({ toets }) => toets === straks);
    if (keuze !== undefined) this.doe(keuze);
  }

  private get open() {
    return this.overleg.agendapunten.find(({ nu }) => nu !== null);
  }

  private get keuzes(): readonly Stapkeuze[] {
    return stapkeuzes(this.overleg);
  }

  private async stuur(stap: NonNullable<Stapkeuze['stap']>): Promise<void> {
    const { id, stand } = this.overleg;
    const { versie } = await roep('overleg.zetStap', {
      params: { overlegId: id },
      body: { ...stap, versie: stand?.versie ?? 0 },
    });
    this.sluit = false;
    const hadFocus = this.contains(document.activeElement);
    await this.ververs(versie);
    await this.updateComplete;
    // What was pressed may be gone by it.
    if (hadFocus && !this.contains(document.activeElement))
      this.querySelector<HTMLElement>('button[data-doe]')?.focus();
  }

  private doe({ stap, toets }: Stapkeuze): void {
    if (this.bezig) {
      this.straks = toets;
      return;
    }
    if (stap !== null) {
      void this.zet(stap);
      return;
    }
    this.sluit = true;
    void naarUitgeklapt(this, 'rt-sluit-overleg');
  }

  private readonly knop = (keuze: Stapkeuze): TemplateResult => {
    const { doe, naam, toets } = keuze;
    // The second of a double click would do what the button says only since the first.
    const bijKlik = ({ detail }: MouseEvent) => {
      if (detail <= 1) this.doe(keuze);
    };
    return html`<button
      type="button"
      class=${KLASSE[doe] ?? KNOP.gewoon}
      data-doe=${doe}
      aria-keyshortcuts=${toets}
      @click=${bijKlik}
    >
      <bdi>${naam}</bdi> <kbd aria-hidden="true">${toets}</kbd>
    </button>`;
  };

  private onderdelen({
    fase,
    onderdeel,
    agendapuntId,
    ikLeid,
  }: Overlegstand): TemplateResult | typeof nothing {
    const { open } = this;
    if (fase !== 'item' || onderdeel === null || agendapuntId === null || open === undefined) return nothing;
    const nu = GESPREKSDELEN.indexOf(onderdeel);
    return html`<ol class="rt-leiding__onderdelen" aria-label="Stappen van dit punt">
      ${GESPREKSDELEN.map((deel, n) => {
        const minuten = Math.round(duurVan(deel, open.minuten) / 60_000);
        const naam = html`${n < nu ? html`<span class="rt-alleen-voorlezen">geweest: </span>` : nothing}${ONDERDEEL[deel]}
          <span class="rt-leiding__minuten">${minuten === 0 ? 'kort' : `${minuten} min`}</span>`;
        return html`<li aria-current=${n === nu ? 'step' : nothing}>
          ${
            ikLeid && n !== nu
              ? html`<button type="button" class="rt-als-link" @click=${() => void this.zet({ stap: 'item', agendapuntId, onderdeel: deel })}>${naam}</button>`
              : html`<span>${naam}</span>`
          }
        </li>`;
      })}
    </ol>`;
  }

  private wieLeidt({ ikLeid, leiderId }: Overlegstand): TemplateResult | typeof nothing {
    if (ikLeid) return nothing;
    const { voorzitter, plaatsvervanger } = this.overleg;
    const leider = [voorzitter, plaatsvervanger].find((wie) => wie?.medewerkerId === leiderId);
    return leider === null || leider === undefined
      ? html`<p>Er is nu niemand die dit overleg leidt.</p>`
      : html`<p><bdi>${leider.naam}</bdi> leidt het overleg nu.</p>`;
  }

  private readonly sluitNu = async (): Promise<void> => {
    try {
      await this.stuur({ stap: 'sluit' });
    } catch (fout) {
      await this.ververs();
      throw fout;
    }
  };

  private readonly opOpzij = () => {
    this.sluit = false;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>('[data-doe="sluit"], [data-doe="hoofd"]')?.focus(),
    );
  };
}

const KLASSE: Readonly<Partial<Record<Stapkeuze['doe'], string>>> = {
  hoofd: KNOP.hoofd,
  wissel: KNOP.rustig,
};

/** Where an overleg is, in a few words. */
export function waar({ stand, agendapunten }: Overleg): string {
  switch (stand?.fase) {
    case 'voorbereiding':
      return 'het overleg is nog niet begonnen';
    case 'item': {
      const punt = agendapunten.find(({ id }) => id === stand.agendapuntId);
      return punt === undefined ? 'er is een punt open' : naamVanPunt(punt);
    }
    case 'tussen':
      return 'er is geen punt open';
    default:
      return 'het overleg is gesloten';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-leiding': RtLeiding;
  }
}
