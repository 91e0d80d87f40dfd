import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { REGIELABELS as L } from '../../shared/plan/regielabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { datumVan, lang } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { alsRegiekeuze, kanRegisseren } from './kan-regisseren.ts';
import { datum, lijst } from './veld.ts';
import type { Venster } from './venster.ts';

/** Who stands in for who holds the regie, from until (NK30). */
export const WAARNEMEN: Venster<undefined> = {
  kop: () => 'Een waarnemer',
  bestaatNog: ikHoudRegie,
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-waarnemen .kijk=${kijk} .verbinding=${verbinding}></rt-waarnemen>`,
};

/** Ends that, or what was planned. */
export const WAARNEMING: Venster<undefined> = {
  kop: () => 'De waarneming',
  bestaatNog: ikHoudRegie,
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-waarneming-stoppen .kijk=${kijk} .verbinding=${verbinding}></rt-waarneming-stoppen>`,
};

/** Whether the regie is mine, also while somebody stands in for me. */
export function ikHoudRegie({ bord, ik }: Kijk): boolean {
  return ik !== undefined && bord.regie.houderId === ik.id;
}

@customElement('rt-waarnemen')
export class RtWaarnemen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ deelnemerId: '', van: this.kijk.vandaag, tot: '' }),
    velden: () => [
      lijst('deelnemerId', L.waarnemerId, this.mensen, {
        leeg: 'Kies iemand…',
        leegBericht: 'Kies wie er waarneemt',
        uitleg: 'Hier staat wie het plan mag lezen. De anderen moeten weten dat die persoon meedoet.',
      }),
      datum('van', L.van, 'begin'),
      datum('tot', L.tot, 'einde'),
    ],
    stuur: ({ deelnemerId, van, tot }, _, poging) =>
      this.verbinding.regel('regie.laatWaarnemen', {
        params: { casusId: this.verbinding.casusId },
        body: { deelnemerId, tot, ...(van === '' || van <= this.kijk.vandaag ? {} : { van }) },
        poging,
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>
        Wie waarneemt, is in die tijd de regisseur: leest uw notities, en beslist wie meedoet. U ziet die tijd wat u
        vanuit uw eigen plek ziet. De regie blijft van u, en komt vanzelf terug.
      </p>`,
      knop: 'Laat waarnemen',
    });
  }

  private get mensen() {
    const { kijk } = this;
    return alsRegiekeuze(
      kijk,
      kijk.bord.deelnemers.filter((deelnemer) => kanRegisseren(kijk, deelnemer)),
    );
  }
}

@customElement('rt-waarneming-stoppen')
export class RtWaarnemingStoppen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    stuur: () =>
      this.verbinding.regel('regie.stopWaarnemen', { params: { casusId: this.verbinding.casusId } }),
  });

  protected override render() {
    const { waarneming } = this.kijk.bord.regie;
    if (waarneming === null) return html`<p>Er neemt nu niemand waar.</p>`;
    const naam = this.kijk.deelnemer(waarneming.deelnemerId)?.naam ?? 'Iemand';
    const dag = (moment: string) => lang(datumVan(moment), this.kijk.vandaag);
    const tot = lang(datumVan(new Date(Date.parse(waarneming.tot) - 1)), this.kijk.vandaag);
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>
        <strong><bdi>${naam}</bdi></strong> ${waarneming.loopt ? 'neemt waar' : `neemt waar vanaf ${dag(waarneming.van)},`} tot
        en met ${tot}.
      </p>`,
      knop: waarneming.loopt ? 'Ik ben er weer: stop de waarneming' : 'Het hoeft niet meer',
      neemtWeg: true,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-waarnemen': RtWaarnemen;
    'rt-waarneming-stoppen': RtWaarnemingStoppen;
  }
}
