import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { REGIELABELS as L } from '../../shared/plan/regielabels.ts';
import { ZWAARTEPUNTEN } from '../../shared/regie.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { lang } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { alsRegiekeuze, kanRegisseren } from './kan-regisseren.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { datum, lijst, tekst } from './veld.ts';
import type { Venster } from './venster.ts';
import { ikHoudRegie } from './waarnemen.ts';
import { uitkomst } from './wegen.ts';

/** Offers the regie to somebody at the table (NK30), and says beforehand what follows. */
export const OVERDRAGEN: Venster<undefined> = {
  kop: () => 'De regie overdragen',
  bestaatNog: ikHoudRegie,
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-overdragen .kijk=${kijk} .verbinding=${verbinding}></rt-overdragen>`,
};

const LEEG = { deelnemerId: '', zwaartepunt: '', reden: '', gezinVerteldOp: '' };

@customElement('rt-overdragen')
export class RtOverdragen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly opdracht = new Opdrachtcontroller<typeof LEEG>(this, {
    over: () => '',
    kent: () => kentVan(this.kijk),
    begin: () => ({ ...LEEG, zwaartepunt: this.kijk.bord.regie.weging?.uitkomst[0] ?? '' }),
    velden: () => [
      lijst('zwaartepunt', L.zwaartepunt, ZWAARTEPUNTEN),
      lijst('deelnemerId', L.deelnemerId, alsRegiekeuze(this.kijk, this.kandidaten), {
        leeg: 'Kies iemand…',
        leegBericht: 'Kies wie regisseur wordt',
        uitleg:
          'Hier staat wie het plan mag lezen en zonder einddatum meedoet. De anderen moeten weten dat die persoon meedoet.',
      }),
      tekst('reden', L.reden, { uitleg: 'Dit komt als besluit in het plan, als de regie overgaat.' }),
      datum('gezinVerteldOp', L.gezinVerteldOp, 'gebeurd', { magLeeg: true, meer: true }),
    ],
    stuur: ({ deelnemerId, zwaartepunt, reden, gezinVerteldOp }, _, poging) =>
      this.verbinding.regel('regie.stelVoor', {
        params: { casusId: this.verbinding.casusId },
        body: {
          deelnemerId,
          zwaartepunt,
          reden: reden.trim(),
          ...(gezinVerteldOp === '' ? {} : { gezinVerteldOp }),
        },
        poging,
      }),
  });

  protected override render() {
    const { zwaartepunt, deelnemerId } = this.opdracht.waarden;
    const gekozen = this.kijk.deelnemer(deelnemerId);
    return opdrachtformulier(this.opdracht, {
      knop: 'Stel voor',
      boven: html`${uitkomst(this.kijk.bord.regie.weging)}${this.langst()}`,
      onder: html`${this.voorstel(zwaartepunt)}
        <p>
          ${gekozen === undefined ? 'Wie u kiest' : html`<bdi>${gekozen.naam}</bdi>`} ziet uw voorstel en antwoordt.
          Tot dan blijft u regisseur, en ziet niemand anders dat u dit vraagt. Na vijf werkdagen zonder antwoord kan ook
          de procesregisseur beslissen; die leest niet wat u schrijft.
        </p>
        <p>
          Onder <em>Notities van de regisseur</em> komen twee teksten erbij: wat nog openstaat, en wat de nieuwe
          regisseur moet weten. Die leest de ander pas na het overnemen. U leest ze dan niet meer.
        </p>`,
      nietGelukt: 'Niet voorgesteld',
    });
  }

  /** Which organisation helps longest, of what I read of that. */
  private langst() {
    const [eerste] = this.kijk
      .kaarten('hulp')
      .flatMap(({ organisatie, sinds }) => (organisatie && sinds ? [{ organisatie, sinds }] : []))
      .sort((a, b) => a.sinds.localeCompare(b.sinds));
    if (eerste === undefined) return nothing;
    return html`<p class="rt-zacht">Het langst betrokken: <bdi>${eerste.organisatie}</bdi>, sinds ${lang(eerste.sinds, this.kijk.vandaag)}.</p>`;
  }

  /** Who directs from where the weight lies, as a hint. */
  private voorstel(zwaartepunt: string) {
    const { zetels = [] }: { zetels?: readonly string[] } =
      ZWAARTEPUNTEN.find(({ code }) => code === zwaartepunt) ?? {};
    const wie = this.kandidaten.find(({ zetel }) => zetels.includes(zetel));
    if (wie === undefined) return nothing;
    return html`<p class="rt-zacht">Bij dit zwaartepunt ligt ${inEenZin(this.kijk.zetelnaam(wie.zetel))} voor de hand: <bdi>${wie.naam}</bdi>.</p>`;
  }

  /** Who holds the regie has a seat without an end. */
  private get kandidaten() {
    return this.kijk.bord.deelnemers.filter(
      (deelnemer) => kanRegisseren(this.kijk, deelnemer) && deelnemer.tot === null,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-overdragen': RtOverdragen;
  }
}
