import { customElement, property } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Wachtend } from '../../shared/contract/werkvoorraad.ts';
import { VELDLABELS } from '../../shared/plan/veldlabels.ts';
import { roep } from '../api/api.ts';
import { keurStap, stapVan, stapvelden } from '../kaarten/stap.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum } from '../vensters/veld.ts';

/** An afspraak was changed from its line on *mijn werk*; as it is now. */
export class Bijgewerkt extends Event {
  readonly kaart: Kaart;

  constructor(kaart: Kaart) {
    super(Bijgewerkt.naam, { bubbles: true });
    this.kaart = kaart;
  }

  static readonly naam = 'rt-bijgewerkt';
}

/** How an afspraak goes, said at its line. Fires `Bijgewerkt`. */
@customElement('rt-werk-voortgang')
export class RtWerkVoortgang extends LichtElement {
  @property({ attribute: false }) wachtend!: Wachtend;
  @property({ attribute: false }) lijsten!: Lijsten;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.wachtend.kaartId ?? '',
    begin: () => ({ stand: this.stand, tekst: '' }),
    velden: () => stapvelden(this.lijsten.standen),
    keur: (ingevuld) => keurStap(ingevuld, this.stand),
    stuur: async (ingevuld, gewijzigd, poging) => {
      const { versie } = this.wachtend.afspraak ?? {};
      const body = { ...stapVan(ingevuld, gewijzigd), ...(versie === undefined ? {} : { versie }) };
      this.dispatchEvent(
        new Bijgewerkt(await roep('kaart.zetStap', { params: plaats(this.wachtend), body, poging })),
      );
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht);
  }

  private get stand(): string {
    return this.wachtend.afspraak?.stand ?? '';
  }
}

/** Another last day for an afspraak, given at its line. Fires `Bijgewerkt`. */
@customElement('rt-werk-datum')
export class RtWerkDatum extends LichtElement {
  @property({ attribute: false }) wachtend!: Wachtend;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.wachtend.kaartId ?? '',
    begin: () => ({ uiterlijk: this.wachtend.uiterlijk ?? '' }),
    velden: () => [datum('uiterlijk', VELDLABELS.afspraak.uiterlijk, 'termijn', { magLeeg: true })],
    stuur: async ({ uiterlijk }) => {
      const versie = this.wachtend.afspraak?.versie ?? '';
      const body = { versie, uiterlijk: uiterlijk === '' ? null : uiterlijk };
      this.dispatchEvent(new Bijgewerkt(await roep('kaart.wijzig', { params: plaats(this.wachtend), body })));
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, { knop: 'Zet deze datum' });
  }
}

function plaats({ casusId, kaartId }: Wachtend): { casusId: string; kaartId: string } {
  return { casusId, kaartId: kaartId ?? '' };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-werk-voortgang': RtWerkVoortgang;
    'rt-werk-datum': RtWerkDatum;
  }
}
