import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Voorstel } from '../../shared/contract/regie.ts';
import { REGIELABELS as L } from '../../shared/plan/regielabels.ts';
import { zwaartepuntnaam } from '../../shared/regie.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { datumVan, lang } from '../ui/datum.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { datum, tekst } from './veld.ts';
import type { Venster } from './venster.ts';

/** An offer of the regie, for who answers it and for who made it. */
export const REGIEVOORSTEL: Venster<Voorstel> = {
  kop: (kijk, { van }) => (van.deelnemerId === kijk.ik?.id ? 'Uw voorstel' : 'Neemt u de regie over?'),
  bestaatNog: (kijk, { id }) => kijk.bord.regie.voorstel?.id === id,
  inhoud: ({ kijk, verbinding }, voorstel) =>
    html`<rt-regievoorstel .kijk=${kijk} .verbinding=${verbinding} .voorstel=${voorstel}></rt-regievoorstel>`,
};

@customElement('rt-regievoorstel')
export class RtRegievoorstel extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) voorstel!: Voorstel;
  /** Whether one is saying why not. */
  @state() private weigert = false;

  private readonly aanvaarding = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ gezinVerteldOp: this.voorstel.gezinVerteldOp ?? '' }),
    velden: () => [
      datum('gezinVerteldOp', L.gezinVerteldOp, 'gebeurd', {
        magLeeg: true,
        uitleg: 'Laat leeg als het gezin het nog niet weet.',
      }),
    ],
    stuur: ({ gezinVerteldOp }) =>
      this.verbinding.regel('regie.aanvaard', {
        params: this.params,
        body: gezinVerteldOp === '' ? {} : { gezinVerteldOp },
      }),
  });

  protected override render() {
    const { kijk, voorstel } = this;
    if (voorstel.van.deelnemerId === kijk.ik?.id) return this.vanMij();
    if (voorstel.stand === 'afgewezen') return html`${this.inhoud()}${this.waaromNiet()}`;
    if (this.weigert)
      return html`<rt-regieweigering
        .kijk=${kijk}
        .verbinding=${this.verbinding}
        .voorstel=${voorstel}
      ></rt-regieweigering>`;
    return opdrachtformulier(this.aanvaarding, {
      boven: html`${this.inhoud()} ${this.waaromNiet()}
        <p>
          Neemt u de regie over, dan bent u meteen de regisseur. U leest dan de notities en de overdracht. Iedereen aan
          tafel ziet dat u regisseur bent, en in het plan komt als besluit te staan waarom.
        </p>`,
      knop: 'Ik neem de regie over',
      ernaast:
        voorstel.stand === 'voorgesteld'
          ? html`<button type="button" class=${KNOP.gewoon} @click=${this.gaWeigeren}>Nee, ik niet …</button>`
          : nothing,
      nietGelukt: 'U bent nog geen regisseur',
    });
  }

  private vanMij() {
    const { stand } = this.voorstel;
    return html`${this.inhoud()} ${this.waaromNiet()}
      ${
        stand === 'afgewezen'
          ? html`<p>U houdt de regie. U kunt iemand anders voorstellen.</p>`
          : html`<rt-regieterug .kijk=${this.kijk} .verbinding=${this.verbinding} .voorstel=${this.voorstel}></rt-regieterug>`
      }`;
  }

  private inhoud() {
    const { kijk, voorstel } = this;
    const { van, naar, zwaartepunt, reden, op, uiterlijk, gezinVerteldOp } = voorstel;
    const dag = (datumTekst: string) => lang(datumTekst, kijk.vandaag);
    return html`<dl class="rt-feiten">
      <div><dt>Van</dt><dd>${kijk.zetelnaam(van.zetel)}: <bdi>${van.naam}</bdi></dd></div>
      <div><dt>Naar</dt><dd>${kijk.zetelnaam(naar.zetel)}: <bdi>${naar.naam}</bdi></dd></div>
      <div><dt>Zwaartepunt</dt><dd>${zwaartepuntnaam(zwaartepunt)}</dd></div>
      <div><dt>Waarom</dt><dd><bdi>${reden}</bdi></dd></div>
      <div><dt>Voorgesteld</dt><dd>${dag(datumVan(op))}; kan tot en met ${dag(uiterlijk)}</dd></div>
      <div><dt>Het gezin</dt><dd>${gezinVerteldOp === null ? 'weet dit nog niet' : `weet dit sinds ${dag(gezinVerteldOp)}`}</dd></div>
    </dl>`;
  }

  private waaromNiet() {
    const { stand, waaromNiet, naar, procesregisseurVanaf } = this.voorstel;
    if (stand === 'voorgesteld') {
      return html`<p class="rt-zacht">
        Komt er geen antwoord, dan kan vanaf ${inEenZin(lang(procesregisseurVanaf, this.kijk.vandaag))} ook de
        procesregisseur beslissen.
      </p>`;
    }
    const wie = stand === 'afgewezen' ? 'De procesregisseur' : naar.naam;
    return html`<p>
      <strong><bdi>${wie}</bdi> zei nee${waaromNiet === null ? '.' : ':'}</strong> <bdi>${waaromNiet ?? ''}</bdi>
      ${stand === 'geweigerd' ? ' De procesregisseur kan nu ook beslissen.' : ''}
    </p>`;
  }

  private readonly gaWeigeren = () => {
    this.weigert = true;
  };

  private get params() {
    return { casusId: this.verbinding.casusId, voorstelId: this.voorstel.id };
  }
}

/** Why one doesn't take it over. */
@customElement('rt-regieweigering')
export class RtRegieweigering extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) voorstel!: Voorstel;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    kent: () => kentVan(this.kijk),
    begin: () => ({ reden: '' }),
    velden: () => [tekst('reden', L.redenWeigering)],
    stuur: ({ reden }) =>
      this.verbinding.regel('regie.weiger', {
        params: { casusId: this.verbinding.casusId, voorstelId: this.voorstel.id },
        body: { reden: reden.trim() },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>
        <bdi>${this.voorstel.van.naam}</bdi> leest waarom niet, en blijft regisseur. De procesregisseur ziet dat u nee
        zei, niet waarom, en kan beslissen.
      </p>`,
      knop: 'Zeg nee',
    });
  }
}

/** Takes an offer back. */
@customElement('rt-regieterug')
export class RtRegieterug extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) voorstel!: Voorstel;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    stuur: () =>
      this.verbinding.regel('regie.trekIn', {
        params: { casusId: this.verbinding.casusId, voorstelId: this.voorstel.id },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, { knop: 'Neem het voorstel terug', neemtWeg: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-regievoorstel': RtRegievoorstel;
    'rt-regieweigering': RtRegieweigering;
    'rt-regieterug': RtRegieterug;
  }
}
