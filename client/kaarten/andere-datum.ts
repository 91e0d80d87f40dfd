import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { VELDLABELS } from '../../shared/plan/veldlabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { KaartVan } from '../casus/kijk.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum } from '../vensters/veld.ts';

/** Another last day for an afspraak, where it stands. Fires `klaar`. */
@customElement('rt-andere-datum')
export class RtAndereDatum extends LichtElement {
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** As it is now. */
  @property({ attribute: false }) afspraak!: KaartVan<'afspraak'>;

  /** What this changes. */
  private basis: KaartVan<'afspraak'> | null = null;
  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.afspraak.id,
    begin: () => this.inhoud(),
    nu: () => this.inhoud(),
    velden: () => [datum('uiterlijk', VELDLABELS.afspraak.uiterlijk, 'termijn', { magLeeg: true })],
    haalNu: async (fout) => {
      const nu = await this.verbinding.naVerouderd(fout, this.afspraak.id);
      return nu?.soort === 'afspraak' ? this.inhoudVan(nu) : null;
    },
    stuur: async ({ uiterlijk }) => {
      const { id, versie } = this.basis ?? this.afspraak;
      await this.verbinding.wijzigKaart(id, { versie, uiterlijk: uiterlijk === '' ? null : uiterlijk });
    },
  });

  protected override render() {
    return html`${opdrachtformulier(this.opdracht, { klein: true })}`;
  }

  private inhoud() {
    return this.inhoudVan(this.afspraak);
  }

  private inhoudVan(afspraak: KaartVan<'afspraak'>) {
    this.basis = afspraak;
    return { uiterlijk: afspraak.uiterlijk ?? '' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-andere-datum': RtAndereDatum;
  }
}
