import { customElement, property } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Wachtend } from '../../shared/contract/werkvoorraad.ts';
import { type ApiFout, roep } from '../api/api.ts';
import type { Datumplek } from '../kaarten/andere-datum.ts';
import { keurStap, stapVan, stapvelden } from '../kaarten/stap.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';

/** How an afspraak goes, said at its line. Fires `klaar`. */
@customElement('rt-werk-voortgang')
export class RtWerkVoortgang extends LichtElement {
  @property({ attribute: false }) wachtend!: Wachtend;
  @property({ attribute: false }) lijsten!: Lijsten;
  /** What was saved, before `klaar`. */
  @property({ attribute: false }) neemIn!: NeemIn;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.wachtend.kaartId ?? '',
    begin: () => ({ stand: this.stand, tekst: '' }),
    velden: () => stapvelden(this.lijsten.standen),
    keur: (ingevuld) => keurStap(ingevuld, this.stand),
    stuur: async (ingevuld, gewijzigd, poging) => {
      const { versie } = this.wachtend.afspraak ?? {};
      const body = { ...stapVan(ingevuld, gewijzigd), ...(versie === undefined ? {} : { versie }) };
      this.neemIn(await roep('kaart.zetStap', { params: plaats(this.wachtend), body, poging }));
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht);
  }

  private get stand(): string {
    return this.wachtend.afspraak?.stand ?? '';
  }
}

/** Where another last day is given at a line. */
export class Werkdatum implements Datumplek {
  readonly #wachtend: () => Wachtend;
  readonly #bewaard: NeemIn;
  readonly #ingehaald: NeemIn;

  /**
   * @param wachtend the line as it is now
   * @param bewaard what was saved
   * @param ingehaald another was first: what stands there now (ST14)
   */
  constructor(wachtend: () => Wachtend, bewaard: NeemIn, ingehaald: NeemIn) {
    this.#wachtend = wachtend;
    this.#bewaard = bewaard;
    this.#ingehaald = ingehaald;
  }

  async wijzigKaart(_: string, body: Parameters<Datumplek['wijzigKaart']>[1]): Promise<void> {
    this.#bewaard(await roep('kaart.wijzig', { params: plaats(this.#wachtend()), body }));
  }

  async naVerouderd({ kaart }: ApiFout): Promise<Kaart | undefined> {
    if (kaart !== null) this.#ingehaald(kaart);
    return kaart ?? undefined;
  }
}

type NeemIn = (kaart: Kaart) => void;

function plaats({ casusId, kaartId }: Wachtend): { casusId: string; kaartId: string } {
  return { casusId, kaartId: kaartId ?? '' };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-werk-voortgang': RtWerkVoortgang;
  }
}
