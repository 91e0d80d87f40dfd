import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import type { NieuwBeeld, Scherm } from '../../shared/contract/schermen.ts';
import { CODE_MINUTEN, codeInGroepen } from '../../shared/scherm.ts';
import { berichtVan, roep } from '../api/api.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { hoortToetsen } from '../ui/toetsen.ts';

/**
 * The big screens of an overleg, to who leads it (OV4): a code for one, what stands on them, and cutting one off. What is
 * put on one is put on all: in a room they show the same.
 */
@customElement('rt-schermen')
export class RtSchermen extends LichtElement {
  @property({ attribute: false }) overleg!: Overleg;
  /** Fetches the overleg anew. */
  @property({ attribute: false }) ververs: () => Promise<void> = () => Promise.resolve();
  /** The code that was given out last: it is told once, and stays here until it is used. */
  @state() private code: { readonly id: string; readonly code: string; readonly tot: string } | null = null;
  @state() private fout = '';
  private bezig = false;
  /** What was asked for while another was under way. */
  private straks: (() => void) | null = null;

  constructor() {
    super();
    hoortToetsen(this, () =>
      this.aan.length === 0
        ? []
        : [
            { toets: ']', naam: 'Groot scherm: laat zien, of een blad verder', doe: this.verder },
            { toets: '[', naam: 'Groot scherm: een blad terug, of donker', doe: this.terug },
          ],
    );
  }

  protected override render() {
    const schermen = this.overleg.schermen ?? [];
    const { code } = this;
    const wacht = code !== null && schermen.some(({ id, gekoppeld }) => id === code.id && !gekoppeld);
    return html`<section class="rt-paneel rt-schermen" aria-labelledby="rt-schermen-kop">
      <h2 id="rt-schermen-kop" tabindex="-1">Groot scherm</h2>
      ${this.fout === '' ? nothing : html`<rt-melding soort="fout" kop="Dat ging niet" .inhoud=${this.fout}></rt-melding>`}
      ${this.aan.length === 0 ? nothing : this.bediening(this.aan)}
      ${
        schermen.length === 0
          ? html`<p class="rt-zacht">Er is geen scherm gekoppeld. Op een scherm komt alleen het tafelblad, zonder namen.</p>`
          : html`<ul class="rt-overleg__lijst">${schermen.map((scherm, n) => this.regel(scherm, n + 1))}</ul>`
      }
      ${
        wacht
          ? html`<p role="status">
              Open op het scherm in de zaal <strong>${location.host}/scherm</strong> en typ daar de code<br />
              <strong class="rt-schermen__code">${codeInGroepen(code.code)}</strong><br />
              Hij werkt één keer, tot ${tijdstip(code.tot)}.
            </p>`
          : nothing
      }
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.koppel}>
        ${schermen.length === 0 ? 'Koppel een scherm' : 'Koppel nog een scherm'}
      </button>
    </section>`;
  }

  /** Those that are there. */
  private get aan(): readonly Scherm[] {
    return (this.overleg.schermen ?? []).filter(({ gekoppeld }) => gekoppeld);
  }

  private bediening(aan: readonly Scherm[]): TemplateResult {
    const beeld = aan.find((scherm) => scherm.beeld !== null)?.beeld ?? null;
    const kan = this.overleg.stand?.fase === 'item';
    const wat =
      beeld === null
        ? 'Er staat nu niets op het scherm.'
        : `Het tafelblad staat op het scherm${beeld.bladen > 1 ? `, blad ${beeld.blad} van ${beeld.bladen}` : ''}.`;
    const isLaatste = beeld !== null && beeld.blad >= beeld.bladen;
    return html`<p role="status">${wat}</p>
      <div class="rt-acties">
        ${
          !kan || isLaatste
            ? nothing
            : html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" aria-keyshortcuts="]" @click=${this.verder}>
                ${beeld === null ? 'Laat het tafelblad zien' : 'Volgend blad'} <kbd aria-hidden="true">]</kbd>
              </button>`
        }
        ${
          beeld === null
            ? nothing
            : html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" aria-keyshortcuts="[" @click=${this.terug}>
                ${beeld.blad > 1 ? 'Vorig blad' : 'Maak donker'} <kbd aria-hidden="true">[</kbd>
              </button>`
        }
        ${
          beeld === null || beeld.blad === 1
            ? nothing
            : html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => void this.toon({ beeld: 'donker', blad: 1 })}>
                Maak donker
              </button>`
        }
      </div>`;
  }

  private regel({ id, gekoppeld, erbij, codeTot }: Scherm, n: number): TemplateResult {
    const hoe = !gekoppeld
      ? `wacht op de code, tot ${tijdstip(codeTot)}`
      : erbij
        ? 'gekoppeld'
        : 'gekoppeld, nu zonder verbinding';
    return html`<li>
      <span>Scherm ${n} <span class="rt-zacht">${hoe}</span></span>
      <button type="button" class="${KNOP.rustig} ${KLEIN}" @click=${() => void this.ontkoppel(id)}>
        Koppel los<span class="rt-alleen-voorlezen">: scherm ${n}</span>
      </button>
    </li>`;
  }

  private readonly verder = (): boolean => {
    if (this.bezig) return this.wachtMet(this.verder);
    const beeld = this.aan.find((scherm) => scherm.beeld !== null)?.beeld ?? null;
    if (this.overleg.stand?.fase !== 'item') return false;
    if (beeld === null || beeld.blad < beeld.bladen)
      void this.toon({ beeld: 'tafelblad', blad: (beeld?.blad ?? 0) + 1 });
    return true;
  };

  private readonly terug = (): boolean => {
    if (this.bezig) return this.wachtMet(this.terug);
    const beeld = this.aan.find((scherm) => scherm.beeld !== null)?.beeld ?? null;
    if (beeld === null) return false;
    void this.toon(
      beeld.blad > 1 ? { beeld: 'tafelblad', blad: beeld.blad - 1 } : { beeld: 'donker', blad: 1 },
    );
    return true;
  };

  private wachtMet(wat: () => void): boolean {
    this.straks = wat;
    return true;
  }

  private toon(body: NieuwBeeld): Promise<void> {
    return this.doe(async () => {
      for (const { id } of this.aan)
        await roep('scherm.toon', { params: { overlegId: this.overleg.id, schermId: id }, body });
    });
  }

  private readonly koppel = () =>
    this.doe(async () => {
      this.code = await roep('scherm.koppel', { params: { overlegId: this.overleg.id } });
      aankondigen(`De code is ${codeInGroepen(this.code.code)}. Hij werkt ${CODE_MINUTEN} minuten.`);
    });

  private ontkoppel(schermId: string): Promise<void> {
    return this.doe(async () => {
      await roep('scherm.ontkoppel', { params: { overlegId: this.overleg.id, schermId } });
      aankondigen('Het scherm is losgekoppeld.');
    });
  }

  private async doe(wat: () => Promise<void>): Promise<void> {
    if (this.bezig) return;
    this.bezig = true;
    this.fout = '';
    const hadFocus = this.contains(document.activeElement);
    try {
      await wat();
    } catch (fout) {
      this.fout = berichtVan(fout);
    }
    await this.ververs();
    this.bezig = false;
    await this.updateComplete;
    // What was pressed may be gone by it.
    if (hadFocus && !this.contains(document.activeElement))
      this.querySelector<HTMLElement>('#rt-schermen-kop')?.focus();
    const { straks } = this;
    this.straks = null;
    straks?.();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-schermen': RtSchermen;
  }
}
