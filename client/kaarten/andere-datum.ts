import { customElement, property } from 'lit/decorators.js';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { VELDLABELS } from '../../shared/plan/veldlabels.ts';
import type { ApiFout } from '../api/api.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum } from '../vensters/veld.ts';

/** An afspraak, as far as its last day goes. */
export interface Gedateerd {
  readonly id: string;
  readonly versie: string;
  /** `jjjj-mm-dd` */
  readonly uiterlijk?: string | undefined;
}

/** The screen on which it stands: its board, or *mijn werk*. */
export interface Datumplek {
  /** @param body its last day; null: there is none any more */
  wijzigKaart(kaartId: string, body: { versie: string; uiterlijk: string | null }): Promise<void>;
  /** What stands there now, after a refusal because another was first; undefined: it is gone. */
  naVerouderd(fout: ApiFout, kaartId: string): Promise<Kaart | undefined>;
}

/** Another last day for an afspraak, where it stands. Fires `klaar`. */
@customElement('rt-andere-datum')
export class RtAndereDatum extends LichtElement {
  @property({ attribute: false }) plek!: Datumplek;
  /** As it is now. */
  @property({ attribute: false }) afspraak!: Gedateerd;

  /** What this changes. */
  private basis: Gedateerd | null = null;
  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.afspraak.id,
    begin: () => this.inhoud(),
    nu: () => this.inhoud(),
    velden: () => [datum('uiterlijk', VELDLABELS.afspraak.uiterlijk, 'termijn', { magLeeg: true })],
    haalNu: async (fout) => {
      const nu = await this.plek.naVerouderd(fout, this.afspraak.id);
      return nu?.soort === 'afspraak' ? this.inhoudVan(nu) : null;
    },
    stuur: async ({ uiterlijk }) => {
      const { id, versie } = this.basis ?? this.afspraak;
      await this.plek.wijzigKaart(id, { versie, uiterlijk: uiterlijk === '' ? null : uiterlijk });
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, { knop: 'Zet deze datum' });
  }

  private inhoud() {
    return this.inhoudVan(this.afspraak);
  }

  private inhoudVan(afspraak: Gedateerd) {
    this.basis = afspraak;
    return { uiterlijk: afspraak.uiterlijk ?? '' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-andere-datum': RtAndereDatum;
  }
}
