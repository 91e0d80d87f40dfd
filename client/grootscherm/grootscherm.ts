import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Schermbeeld } from '../../shared/contract/schermen.ts';
import { ApiFout, berichtVan, haalBeeld, roep } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import { Schermlijn } from '../sync/schermlijn.ts';
import { Dag } from '../ui/dag.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { beeldSjabloon } from './beeld.ts';
import './grootscherm.css';

/** `code`: it asks for one. `wacht`: nothing is known, or the line is gone. `aan`: it shows what is on it. */
type Stand = 'wacht' | 'code' | 'aan';

/**
 * The big screen in the room (OV4): a device, and nobody who is signed in. It asks for the code that who leads reads out,
 * and shows the picture that they put on it: no controls, nothing that moves. Without a line it is dark, for what was on it
 * may be over.
 */
@customElement('rt-grootscherm')
export class RtGrootscherm extends LichtElement {
  @state() private stand: Stand = 'wacht';
  @state() private beeld: Schermbeeld | null = null;
  /** The line was there, or ought to be. */
  @state() private isLijnWeg = false;
  /** It was coupled before. */
  @state() private wasAan = false;
  @state() private fout = '';
  @state() private bezig = false;
  private sleutel: string | null = null;
  private lijn: Schermlijn | undefined;
  private readonly dag = new Dag(this);
  private readonly laatste = new Laatste();

  override connectedCallback(): void {
    super.connectedCallback();
    this.lijn = new Schermlijn({
      open: (sleutel) => {
        this.sleutel = sleutel;
        this.isLijnWeg = false;
        this.stand = 'aan';
        this.wasAan = true;
        void this.haal();
      },
      anders: (donker) => {
        if (donker) this.beeld = null;
        void this.haal();
      },
      los: () => this.vraagCode(),
      weg: () => {
        this.laatste.vergeet();
        this.beeld = null;
        this.sleutel = null;
        this.isLijnWeg = true;
      },
    });
    this.lijn.verbind();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lijn?.sluit();
    this.laatste.vergeet();
    this.beeld = null;
  }

  protected override render(): TemplateResult {
    if (this.stand === 'code') return this.codevraag();
    if (this.beeld !== null) return beeldSjabloon(this.beeld, this.dag.vandaag);
    return html`<section class="groot groot--donker">
      <h1>${this.isLijnWeg ? 'Geen verbinding' : this.stand === 'aan' ? 'De voorzitter begint zo.' : 'Een ogenblik…'}</h1>
      ${this.isLijnWeg ? html`<p>Dit scherm komt vanzelf terug.</p>` : nothing}
    </section>`;
  }

  private codevraag(): TemplateResult {
    return html`<form class="groot groot--code" @submit=${this.opCode}>
      <h1>Groot scherm</h1>
      <p>
        ${
          this.wasAan
            ? 'Dit scherm is losgekoppeld. Vraag de voorzitter om een nieuwe code als u verder wilt.'
            : 'Vraag de voorzitter om de code, en typ hem hier.'
        }
      </p>
      <label for="groot-code">Code van de voorzitter</label>
      <input
        id="groot-code"
        name="code"
        inputmode="numeric"
        autocomplete="off"
        spellcheck="false"
        maxlength="20"
        required
        aria-describedby=${this.fout === '' ? nothing : 'groot-fout'}
      />
      ${this.fout === '' ? nothing : html`<p class="groot__fout" id="groot-fout" role="alert">${this.fout}</p>`}
      <button type="submit" class=${KNOP.hoofd} ?disabled=${this.bezig}>Koppel dit scherm</button>
    </form>`;
  }

  private vraagCode(): void {
    this.laatste.vergeet();
    this.beeld = null;
    this.sleutel = null;
    this.isLijnWeg = false;
    this.stand = 'code';
    // Nobody asks in the background: who gives a code, opens it again.
    this.lijn?.sluit();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#groot-code')?.focus());
  }

  private readonly opCode = async (gebeurtenis: SubmitEvent) => {
    gebeurtenis.preventDefault();
    if (this.bezig) return;
    const veld = this.querySelector<HTMLInputElement>('#groot-code');
    this.bezig = true;
    this.fout = '';
    try {
      await roep('schermsessie.begin', { body: { code: veld?.value ?? '' } });
      this.stand = 'wacht';
      this.lijn?.verbind();
    } catch (fout) {
      this.fout = berichtVan(fout);
      void this.updateComplete.then(() => veld?.select());
    } finally {
      this.bezig = false;
    }
  };

  private haal(): Promise<void> {
    const { sleutel } = this;
    return this.laatste.vraag(
      () => haalBeeld(sleutel),
      ({ beeld }) => {
        if (sleutel !== null) this.beeld = beeld;
      },
      (fout) => {
        this.beeld = null;
        if (fout instanceof ApiFout && fout.status === 401) this.vraagCode();
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-grootscherm': RtGrootscherm;
  }
}
