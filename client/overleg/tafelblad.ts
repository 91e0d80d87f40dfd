import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import type { Wijsplaats } from '../../shared/contract/wijzer.ts';
import { ApiFout, roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import type { Noem } from '../editor/vermelding.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import './oogst.ts';
import './tafelgenoten.ts';
import { beginVan } from './tafelstukken.ts';
import './tafelblad.css';
import { DEELNAAM, gaNaarGewezen, isGewezen, type Wijzen, wijsknop, wijsregel } from './wijzen.ts';

/**
 * What lies on the table of the item that is open (OV4): who reads it, the question, what the table writes. Who doesn't sit
 * there reads that they don't, and nothing of it.
 *
 * @example html`<rt-tafelblad .overleg=${overleg} .agendapuntId=${punt.id} .lijsten=${lijsten}></rt-tafelblad>`
 */
@customElement('rt-tafelblad')
export class RtTafelblad extends LichtElement {
  /** Another object each time that something of it may be otherwise: then it is fetched again. */
  @property({ attribute: false }) overleg!: Pick<Overleg, 'id'>;
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) lijsten!: Lijsten;
  /** The question stands above it already. */
  @property({ attribute: false }) metVraag = true;
  /** What came of it stands beside it, not above it already. */
  @property({ attribute: false }) metOogst = true;
  /** Null: who looks doesn't point, as at what is closed. */
  @property({ attribute: false }) wijzen: Wijzen | null = null;
  /** Whether the half that writes is here. */
  @state() private isGeladen = false;

  /** Null: I don't sit there. */
  private readonly blad = new Opgehaald<Tafelblad | null>(
    this,
    () => this.haal(),
    (blad) => {
      if (blad !== null) void this.laad();
    },
  );
  private eerder: Pick<Overleg, 'id'> | undefined;

  protected override willUpdate(anders: PropertyValues<this>): void {
    if (!anders.has('overleg')) return;
    if (this.eerder !== undefined && this.eerder !== this.overleg) void this.blad.ververs();
    this.eerder = this.overleg;
  }

  protected override render() {
    const { waarde, fout, ververs } = this.blad;
    if (fout !== '') return nietOpgehaald('Het tafelblad is niet opgehaald', fout, ververs);
    if (waarde === undefined) return html`<p class="rt-laden">Het tafelblad wordt opgehaald…</p>`;
    if (waarde === null) return NIET_AAN_TAFEL;
    return html`${this.inhoud(waarde)} ${this.naast(waarde)}`;
  }

  private inhoud(blad: Tafelblad): TemplateResult {
    const { id, casusId, veldId, vraag, kandidaten } = blad;
    const wijzen = blad.open ? this.wijzen : null;
    const namen = blad.aanTafel.map(({ id: wie, naam }) => (wie === blad.ik ? 'u' : naam));
    // Oneself last, as it is said.
    const opRij = [...namen.filter((naam) => naam !== 'u'), ...namen.filter((naam) => naam === 'u')];
    return html`<section class="rt-tafelblad" aria-label="Tafelblad">
      <p class="rt-tafelblad__publiek">
        ${
          blad.open
            ? html`<strong>Leest mee: wie aan tafel zit.</strong> <bdi>${opsomming(opRij)}</bdi>`
            : html`<strong>Dit agendapunt is gesloten.</strong> Leest terug: wie aan tafel zat.`
        }
      </p>
      ${wijzen === null ? nothing : wijsregel(wijzen, (plaats) => naamOp(blad, plaats), gaNaarGewezen)}
      ${
        kandidaten === null
          ? nothing
          : html`<rt-tafelgenoten
              .overlegId=${this.overleg.id}
              .agendapuntId=${this.agendapuntId}
              .blad=${blad}
              .zetelnaam=${this.zetelnaam}
              .ververs=${this.blad.ververs}
            ></rt-tafelgenoten>`
      }
      ${
        vraag === null || !this.metVraag
          ? nothing
          : html`<div class="rt-tafelblad__vraag rt-wijsbaar" data-wijsplek="vraag" ?data-gewezen=${isGewezen(wijzen, 'vraag')}>
              ${wijsknop(wijzen, 'vraag', DEELNAAM.vraag)}<span><bdi>${vraag}</bdi></span>
            </div>`
      }
      ${
        this.isGeladen
          ? html`<rt-tafelblad-tekst
              data-wijsplek="tekst"
              ?data-gewezen=${isGewezen(wijzen, 'tekst')}
              .wijzen=${wijzen}
              .casusId=${casusId}
              .bladId=${id}
              .veldId=${veldId}
              .noem=${this.noem}
              .zetelnaam=${this.zetelnaam}
            ></rt-tafelblad-tekst>`
          : html`<p class="rt-laden">De tekst wordt opgehaald…</p>`
      }
      <rt-tafelstukken
        .overlegId=${this.overleg.id}
        .agendapuntId=${this.agendapuntId}
        .blad=${blad}
        .lijsten=${this.lijsten}
        .wijzen=${wijzen}
        .ververs=${this.blad.ververs}
      ></rt-tafelstukken>
      ${
        this.metOogst
          ? html`<rt-oogst
              data-wijsplek="vertelling"
              ?data-gewezen=${isGewezen(wijzen, 'vertelling')}
              .wijzen=${wijzen}
              .overlegId=${this.overleg.id}
              .agendapuntId=${this.agendapuntId}
              .blad=${blad}
              .ververs=${this.blad.ververs}
            ></rt-oogst>`
          : nothing
      }
    </section>`;
  }

  /** Who stood on the way to what somebody points at stays at that line when it goes. */
  protected override update(anders: PropertyValues<this>): void {
    const was = this.querySelector('.rt-wijsregel button:focus');
    super.update(anders);
    if (was !== null && !was.isConnected) this.querySelector<HTMLElement>('.rt-wijsregel')?.focus();
  }

  /** What a question for advice opened to me (OV11); another room's, which is there beside this screen. */
  private naast({ adviesvragen }: Tafelblad): TemplateResult {
    return html`${repeat(
      adviesvragen,
      (id) => id,
      (id) => html`<rt-advies-bij-tafel .adviesvraagId=${id}></rt-advies-bij-tafel>`,
    )}`;
  }

  private async haal(): Promise<Tafelblad | null> {
    const { overleg, agendapuntId } = this;
    try {
      return await roep('tafelblad.haal', { params: { overlegId: overleg.id, agendapuntId } });
    } catch (fout) {
      if (fout instanceof ApiFout && fout.status === 404) return null;
      throw fout;
    }
  }

  private async laad(): Promise<void> {
    if (this.isGeladen) return;
    await import('./tafelblad-tekst.ts');
    this.isGeladen = true;
  }

  /** Who is mentioned, as far as they sit here (NK13, NK20). */
  private readonly noem: Noem = (_soort, id) =>
    this.blad.waarde?.aanTafel.find((genoot) => genoot.id === id)?.naam ?? null;

  private readonly zetelnaam = (code: string): string =>
    this.lijsten.zetels.find((zetel) => zetel.code === code)?.naam ?? code;
}

/** What somebody points at is called so; null: it isn't on it as I have it. */
function naamOp({ gelegd, afspraken }: Tafelblad, plaats: Wijsplaats): string | null {
  if (plaats === 'vraag' || plaats === 'tekst' || plaats === 'vertelling') return DEELNAAM[plaats];
  const tekst = gelegd.find(({ id }) => id === plaats)?.tekst;
  return tekst === undefined ? (afspraken.find(({ id }) => id === plaats)?.titel ?? null) : beginVan(tekst);
}

const NIET_AAN_TAFEL = html`<p class="rt-tafelblad__niet">
  U zit nu niet aan tafel. Wie het overleg leidt, kan u erbij zetten; dan leest u hier mee.
</p>`;

declare global {
  interface HTMLElementTagNameMap {
    'rt-tafelblad': RtTafelblad;
  }
}
