import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { roep } from '../api/api.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum, lijst, regel } from '../vensters/veld.ts';
import { opzijknop } from './uitklap.ts';

/** Says who tells the household what was agreed, or why nobody does yet (OV7). Fires `klaar`, `opzij`. */
@customElement('rt-vertel-gezin')
export class RtVertelGezin extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) blad!: Tafelblad;
  /** Who leads wanted to close: with this, it does. */
  @property({ attribute: false }) daarnaDicht = false;
  /** Nobody tells them yet. */
  @state() private nuNiet = false;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => `${this.agendapuntId} vertelt`,
    begin: () => ({
      wie: this.was?.wie?.id ?? this.wieHetVaakIs,
      wat: this.was?.wat ?? 'Wat wij hebben afgesproken',
      uiterlijk: this.was?.uiterlijk ?? '',
      reden: this.was?.reden ?? '',
    }),
    velden: () =>
      this.nuNiet
        ? [regel('reden', L.nietVertellen)]
        : [
            lijst('wie', L.verteller, this.mensen),
            regel('wat', L.vertelt),
            datum('uiterlijk', L.vertelVoor, 'termijn'),
          ],
    stuur: ({ wie, wat, uiterlijk, reden }) => {
      const { overlegId, agendapuntId, was } = this;
      const versie = was?.versie ?? null;
      return roep('oogst.vertel', {
        params: { overlegId, agendapuntId },
        body: this.nuNiet
          ? { reden: normaliseer('regel', reden), versie }
          : { wie, wat: normaliseer('regel', wat), uiterlijk, versie },
      });
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.nuNiet = this.was?.reden != null;
  }

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: this.wissel(),
      knop: this.daarnaDicht ? 'Leg vast en sluit dit punt' : 'Leg vast',
      nietGelukt: 'Niet vastgelegd',
      ernaast: opzijknop(this),
    });
  }

  private wissel(): TemplateResult {
    return html`<p class="rt-zacht">
      ${
        this.nuNiet
          ? 'De regisseur krijgt het in Mijn werk. Iedereen aan tafel leest waarom.'
          : 'Het komt als afspraak in het plan. Daar leest mee wie het plan leest.'
      }
      <button type="button" class="rt-als-link" @click=${this.opWissel}>
        ${this.nuNiet ? 'Toch vertellen …' : 'Nu niet vertellen, omdat …'}
      </button>
    </p>`;
  }

  private readonly opWissel = () => {
    this.nuNiet = !this.nuNiet;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('select, input')?.focus());
  };

  private get was() {
    return this.blad.vertelling;
  }

  private get mensen() {
    const { vertellers, vertelling } = this.blad;
    const alle = [...vertellers, ...(vertelling?.wie == null ? [] : [vertelling.wie])];
    return [...new Map(alle.map(({ id, naam }) => [id, { code: id, naam }])).values()];
  }

  /** Where only one person can, it is that one. */
  private get wieHetVaakIs(): string {
    const [een, ...meer] = this.mensen;
    return een !== undefined && meer.length === 0 ? een.code : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-vertel-gezin': RtVertelGezin;
  }
}
