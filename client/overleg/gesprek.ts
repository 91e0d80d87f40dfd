import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Beurt, Gesprek, Spreker } from '../../shared/contract/gesprek.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { berichtVan, roep } from '../api/api.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';
import { hoortToetsen } from '../ui/toetsen.ts';
import { eersteRonde, volgendeBeurt } from './beurt.ts';
import './gesprek.css';

/**
 * Who speaks at the table and who wants to (OV6), to who sits there: one's own hand; to who leads it also whose turn is
 * next, and a round. A screen reader says nothing of it by itself.
 *
 * @example html`<rt-gesprek .overleg=${overleg} .ververs=${this.ververs}></rt-gesprek>`
 */
@customElement('rt-gesprek')
export class RtGesprek extends LichtElement {
  @property({ attribute: false }) overleg!: Overleg;
  /** Fetches the overleg anew. */
  @property({ attribute: false }) ververs: () => Promise<void> = () => Promise.resolve();
  /** One's own hand alone: on the line above another screen. */
  @property({ type: Boolean }) kort = false;
  @state() private fout = '';
  private bezig = false;

  constructor() {
    super();
    hoortToetsen(this, () => {
      const { gesprek } = this.overleg;
      if (gesprek === null) return [];
      const hand = { toets: 'h', naam: handnaam(gesprek), doe: () => this.doe(this.wisselHand) };
      if (!this.leidt) return [hand];
      const volgende = volgendeBeurt(gesprek);
      if (volgende === null) return [hand];
      return [
        hand,
        { toets: 'b', naam: beurtnaam(volgende), doe: () => this.doe(() => this.geef(volgende)) },
      ];
    });
  }

  protected override render() {
    const { gesprek } = this.overleg;
    if (gesprek === null) return nothing;
    if (this.kort)
      return html`${this.isMijnBeurt(gesprek) ? html`<strong>U hebt het woord</strong>` : nothing}${this.hand(gesprek)}`;
    return html`<section class="rt-gesprek" aria-label="Wie praat en wie wil praten">
      <div class="rt-gesprek__stand">${this.stand(gesprek)}</div>
      <div class="rt-gesprek__acties">${this.hand(gesprek)} ${this.leidt ? this.leiding(gesprek) : nothing}</div>
      ${this.fout === '' ? nothing : html`<p class="rt-gesprek__fout" role="alert">${this.fout}</p>`}
    </section>`;
  }

  private get leidt(): boolean {
    return !this.kort && this.overleg.stand?.ikLeid === true;
  }

  private isMijnBeurt({ beurt, ik }: Gesprek): boolean {
    return beurt?.id === ik;
  }

  private stand(gesprek: Gesprek): TemplateResult {
    const { beurt, ronde, handen, ik } = gesprek;
    const naam = (wie: Spreker) => (wie.id === ik ? 'u' : wie.naam);
    const rij = (wie: readonly Spreker[]) => html`<bdi>${opsomming(wie.map(naam))}</bdi>`;
    return html`
      ${
        beurt === null
          ? nothing
          : html`<p>${this.isMijnBeurt(gesprek) ? html`<strong>U hebt het woord.</strong>` : html`Aan het woord: <strong><bdi>${beurt.naam}</bdi></strong>.`}</p>`
      }
      ${ronde === null || ronde.length === 0 ? nothing : html`<p>Daarna in het rondje: ${rij(ronde)}.</p>`}
      ${
        handen.length === 0
          ? beurt === null && ronde === null
            ? html`<p class="rt-zacht">Niemand heeft een hand op.</p>`
            : nothing
          : this.leidt
            ? html`<p>Hand op: ${handen.map((wie, n) => html`${n === 0 ? '' : ', '}${this.geefKnop(gesprek, wie)}`)}</p>`
            : html`<p>Hand op: ${rij(handen)}.</p>`
      }
    `;
  }

  private geefKnop({ ronde, ik }: Gesprek, wie: Spreker): TemplateResult {
    const beurt = {
      wie: wie.id,
      ronde: ronde?.filter(({ id }) => id !== wie.id).map(({ id }) => id) ?? null,
    };
    return html`<button type="button" class="rt-als-link" @click=${() => this.doe(() => this.geef(beurt))}>
      <bdi>${wie.id === ik ? 'u' : wie.naam}</bdi><span class="rt-alleen-voorlezen">: geef nu het woord</span>
    </button>`;
  }

  private hand(gesprek: Gesprek): TemplateResult {
    return html`<button
      type="button"
      class="${KNOP.gewoon} ${KLEIN}"
      aria-keyshortcuts="h"
      @click=${() => this.doe(this.wisselHand)}
    >
      ${this.kort ? kortweg(gesprek) : handnaam(gesprek)} <kbd aria-hidden="true">h</kbd>
    </button>`;
  }

  private leiding(gesprek: Gesprek): TemplateResult {
    const volgende = volgendeBeurt(gesprek);
    return html`
      ${
        volgende === null
          ? nothing
          : html`<button
              type="button"
              class="${KNOP.gewoon} ${KLEIN}"
              aria-keyshortcuts="b"
              @click=${() => this.doe(() => this.geef(volgende))}
            >
              <bdi>${beurtnaam(volgende)}</bdi> <kbd aria-hidden="true">b</kbd>
            </button>`
      }
      ${
        gesprek.ronde !== null
          ? html`<button
              type="button"
              class="${KNOP.rustig} ${KLEIN}"
              @click=${() => this.doe(() => this.geef({ wie: null, ronde: null }))}
            >
              Stop het rondje
            </button>`
          : gesprek.aanTafel.length > 1
            ? html`<button
                type="button"
                class="${KNOP.rustig} ${KLEIN}"
                @click=${() => this.doe(() => this.geef(eersteRonde(gesprek)))}
              >
                Doe een rondje
              </button>`
            : nothing
      }
    `;
  }

  private readonly wisselHand = async (): Promise<void> => {
    const { gesprek } = this.overleg;
    if (gesprek === null) return;
    await roep('tafel.hand', { params: this.waar(gesprek), body: { op: !heeftHandOp(gesprek) } });
  };

  private async geef({ wie, ronde }: Beurt): Promise<void> {
    const { gesprek } = this.overleg;
    if (gesprek === null) return;
    await roep('tafel.beurt', { params: this.waar(gesprek), body: { wie, ronde } });
  }

  private waar({ agendapuntId }: Gesprek) {
    return { overlegId: this.overleg.id, agendapuntId };
  }

  /** One at a time; what was pressed meanwhile was about what stood there before. */
  private doe(wat: () => Promise<void>): boolean {
    if (!this.bezig) void this.probeer(wat);
    return true;
  }

  private async probeer(wat: () => Promise<void>): Promise<void> {
    this.bezig = true;
    this.fout = '';
    try {
      await wat();
    } catch (fout) {
      this.fout = berichtVan(fout);
    }
    const hadFocus = this.contains(document.activeElement);
    await this.ververs();
    await this.updateComplete;
    // What was pressed may be gone by it.
    if (hadFocus && !this.contains(document.activeElement))
      this.querySelector<HTMLElement>('button')?.focus();
    this.bezig = false;
  }
}

function heeftHandOp({ handen, ik }: Gesprek): boolean {
  return handen.some(({ id }) => id === ik);
}

function handnaam(gesprek: Gesprek): string {
  return heeftHandOp(gesprek) ? 'Laat uw hand zakken' : 'Steek uw hand op';
}

/** The same where there is little room: what is heard begins with more. */
function kortweg(gesprek: Gesprek): TemplateResult {
  const [eerst, hand] = handnaam(gesprek).split(/ (?=hand )/);
  return html`<span class="rt-alleen-voorlezen">${eerst} </span><span class="rt-gesprek__hand">${hand}</span>`;
}

function beurtnaam({ naam }: { readonly naam: string | null }): string {
  return naam === null ? 'Klaar met praten' : `Het woord aan ${naam}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-gesprek': RtGesprek;
  }
}
