import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Collega, TweedeHand, WaarTeNemen } from '../../shared/contract/tweede-hand.ts';
import { REGIELABELS as L } from '../../shared/plan/regielabels.ts';
import { roep } from '../api/api.ts';
import { bel } from '../ui/bel.ts';
import { datumVan, metDag } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum, lijst, rondjes, tekst } from '../vensters/veld.ts';

type Benoeming = Extract<TweedeHand, { soort: 'benoeming' }>;
type Bezwaar = Extract<TweedeHand, { soort: 'bezwaar' }>;

/** Something was decided, and what waits must be fetched anew. */
export class Beslist extends Event {
  constructor() {
    super(Beslist.naam, { bubbles: true });
  }

  static readonly naam = 'rt-beslist';
}

/**
 * What waits for a second hand in casussen in which one takes no part, and where one can say who stands in (NK30): people
 * and a label, nothing of what a casus is about.
 */
@customElement('rt-tweede-hand')
export class RtTweedeHand extends LichtElement {
  @property({ attribute: false }) wacht: readonly TweedeHand[] = [];
  @property({ attribute: false }) waarTeNemen: readonly WaarTeNemen[] = [];
  /** `jjjj-mm-dd` */
  @property({ attribute: false }) vandaag = '';

  protected override render() {
    const { wacht, waarTeNemen } = this;
    if (wacht.length + waarTeNemen.length === 0) return nothing;
    return html`<section class="rt-werk__vak rt-werk__vak--hand" aria-labelledby="rt-werk-hand">
      <h2 id="rt-werk-hand">Als leidinggevende of procesregisseur</h2>
      <p class="rt-zacht rt-klein">U ziet hier om welke casus en om wie het gaat, niet wat erin staat.</p>
      <ul class="rt-werk__regels">
        ${repeat(
          wacht,
          ({ id }) => id,
          (een) => html`<li>${this.regel(een)}</li>`,
        )}
      </ul>
      ${
        waarTeNemen.length === 0
          ? nothing
          : html`<details class="rt-werk__waarneming rt-vouw">
              <summary>Een regisseur kan niet: noem een waarnemer</summary>
              <rt-noem-waarnemer .casussen=${waarTeNemen} .vandaag=${this.vandaag}></rt-noem-waarnemer>
            </details>`
      }
      ${
        waarTeNemen.every(({ waarneming }) => waarneming === null)
          ? nothing
          : html`<details class="rt-werk__waarneming rt-vouw">
              <summary>Een regisseur is er weer: laat de waarneming stoppen</summary>
              <rt-stop-waarneming .casussen=${waarTeNemen} .vandaag=${this.vandaag}></rt-stop-waarneming>
            </details>`
      }
    </section>`;
  }

  private regel(een: TweedeHand): TemplateResult {
    switch (een.soort) {
      case 'benoeming':
        return this.benoeming(een);
      case 'bezwaar':
        return this.bezwaar(een);
      case 'bevestiging':
        return html`<rt-hand-bevestiging .voor=${een}></rt-hand-bevestiging>`;
      case 'onbeantwoord':
        return this.onbeantwoord(een);
    }
  }

  private onbeantwoord({ naam, sinds }: Extract<TweedeHand, { soort: 'onbeantwoord' }>): TemplateResult {
    return html`<div class="rt-werk__regel rt-werk__regel--hand">
      <p class="rt-werk__wat"><bdi>${naam}</bdi> gaf geen antwoord op een vraag om mee te lezen</p>
      <p class="rt-werk__welke">Vraag of het lukt. U ziet niet om welke casus het gaat. Deze regel gaat vanzelf weg.</p>
      <p class="rt-werk__wanneer">gevraagd ${metDag(datumVan(new Date(sinds)), this.vandaag)}</p>
    </div>`;
  }

  private benoeming(een: Benoeming): TemplateResult {
    const { casusLabel, regisseur, voorgesteld, waarom, uiterlijk } = een;
    return html`<div class="rt-werk__regel rt-werk__regel--hand">
        <p class="rt-werk__wat">Wie krijgt de regie van casus ${casusLabel}?</p>
        <p class="rt-werk__welke">
          ${persoon(regisseur)} wil de regie geven aan ${persoon(voorgesteld)}.
          ${waarom === 'geweigerd' ? html`<bdi>${voorgesteld.naam}</bdi> zei nee.` : 'Er kwam na vijf werkdagen geen antwoord.'}
        </p>
        <p class="rt-werk__wanneer">kan tot en met ${metDag(uiterlijk, this.vandaag)}</p>
      </div>
      <rt-hand-besluit .voor=${een}></rt-hand-besluit>`;
  }

  private bezwaar(een: Bezwaar): TemplateResult {
    const { casusLabel, regisseur, bezwaarmaker, sinds } = een;
    return html`<div class="rt-werk__regel rt-werk__regel--hand">
        <p class="rt-werk__wat">Blijft een besluit van de regisseur staan in casus ${casusLabel}?</p>
        <p class="rt-werk__welke">
          ${persoon(bezwaarmaker)} is het niet eens met wat regisseur ${persoon(regisseur)} over een afspraak besloot.
          Bel beiden: u ziet hier niet om welke afspraak het gaat. Tot u beslist, geldt het besluit.
        </p>
        <p class="rt-werk__wanneer">bezwaar van ${metDag(datumVan(new Date(sinds)), this.vandaag)}</p>
      </div>
      <rt-hand-besluit .voor=${een}></rt-hand-besluit>`;
  }
}

/** Says that somebody belongs where nobody of their organisation can say so any more (NK12). */
@customElement('rt-hand-bevestiging')
export class RtHandBevestiging extends LichtElement {
  @property({ attribute: false }) voor!: Extract<TweedeHand, { soort: 'bevestiging' }>;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    stuur: async (_, __, poging) => {
      const { casusLabel, medewerker } = this.voor;
      const body = { soort: 'bevestiging' as const, casusLabel, medewerkerId: medewerker.medewerkerId };
      await roep('tweedeHand.doe', { body, poging });
      this.dispatchEvent(new Beslist());
    },
    klaar: () => {},
  });

  protected override render() {
    const { casusLabel, medewerker } = this.voor;
    return html`<div class="rt-werk__regel rt-werk__regel--hand">
        <p class="rt-werk__wat">Hoort <bdi>${medewerker.naam}</bdi> bij casus ${casusLabel}?</p>
        <p class="rt-werk__welke">
          Zegt u ja, dan leest en schrijft ${persoon(medewerker)} wat uw organisatie daar bewaart. Een collega die dat kan
          bevestigen, doet daar niet mee. Hoort deze medewerker er niet bij, bel dan.
        </p>
      </div>
      ${opdrachtformulier(this.opdracht, { knop: 'Ja, hoort erbij', nietGelukt: 'Niet bevestigd' })}`;
  }
}

function persoon({ naam, functie, telefoon }: Collega): TemplateResult {
  return html`<bdi>${naam}</bdi>, ${functie} (${bel(telefoon)})`;
}

/** What one chooses between, what it is about, and who reads why. */
function keuzesBij(voor: Benoeming | Bezwaar) {
  return voor.soort === 'benoeming'
    ? {
        ja: `De regie gaat naar ${voor.voorgesteld.naam}`,
        nee: `De regie blijft bij ${voor.regisseur.naam}`,
        over: 'de regie',
        wieLeest: 'Beiden lezen uw reden. Gaat de regie over, dan staat die ook in het plan.',
      }
    : {
        ja: 'Het besluit vervalt: de afspraak wordt weer zoals die was',
        nee: 'Het besluit blijft staan',
        over: 'het bezwaar',
        wieLeest:
          'Beiden lezen uw reden. Vervalt het besluit, dan lezen ook de anderen die de afspraak zien waarom.',
      };
}

/** Decides on one thing. */
@customElement('rt-hand-besluit')
export class RtHandBesluit extends LichtElement {
  @property({ attribute: false }) voor!: Benoeming | Bezwaar;
  @state() private open = false;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.voor.casusLabel,
    begin: () => ({ besluit: '', reden: '' }),
    velden: () => [
      rondjes('besluit', L.besluit, [
        { code: 'toegestaan', naam: keuzesBij(this.voor).ja },
        { code: 'afgewezen', naam: keuzesBij(this.voor).nee },
      ]),
      tekst('reden', L.redenBesluit, { regels: 2 }),
    ],
    stuur: async ({ besluit, reden }) => {
      await roep('tweedeHand.beslis', {
        params: { tweedeHandId: this.voor.id },
        body: { besluit, reden: reden.trim() },
      });
      this.dispatchEvent(new Beslist());
    },
  });

  protected override render() {
    const { over, wieLeest } = keuzesBij(this.voor);
    if (!this.open)
      return html`<button type="button" class="rt-als-link" @click=${this.maakOpen}>
        Beslissen<span class="rt-alleen-voorlezen"> over ${over} van casus ${this.voor.casusLabel}</span>
      </button>`;
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">${wieLeest}</p>`,
      knop: 'Besluit',
      nietGelukt: 'Niet besloten',
    });
  }

  private readonly maakOpen = () => {
    this.open = true;
  };
}

/** Says who stands in for a regisseur who can't. */
@customElement('rt-noem-waarnemer')
export class RtNoemWaarnemer extends LichtElement {
  @property({ attribute: false }) casussen: readonly WaarTeNemen[] = [];
  /** `jjjj-mm-dd` */
  @property({ attribute: false }) vandaag = '';

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ casusLabel: '', medewerkerId: '', tot: '', reden: '' }),
    velden: ({ casusLabel }) => [
      lijst('casusLabel', L.casusLabel, this.keuzes, { leegBericht: 'Kies een casus' }),
      ...(casusLabel === ''
        ? []
        : [
            lijst('medewerkerId', L.medewerkerId, this.mensen(casusLabel), {
              leeg: 'Kies iemand…',
              leegBericht: 'Kies wie er waarneemt',
            }),
          ]),
      datum('tot', L.tot, 'einde'),
      tekst('reden', L.redenWaarneming, { regels: 2 }),
    ],
    stuur: async ({ casusLabel, medewerkerId, tot, reden }, _, poging) => {
      const body = { soort: 'waarneming' as const, casusLabel, medewerkerId, tot, reden: reden.trim() };
      await roep('tweedeHand.doe', { body, poging });
      this.dispatchEvent(new Beslist());
    },
    klaar: () => {},
  });

  protected override render() {
    const { casusLabel } = this.opdracht.waarden;
    const niemand = casusLabel !== '' && this.mensen(casusLabel).length === 0;
    return opdrachtformulier(this.opdracht, {
      onder: niemand
        ? html`<p>Van uw eigen mensen doet niemand mee die kan waarnemen. Vraag het de procesregisseur.</p>`
        : html`<p class="rt-zacht">Wie u noemt, is meteen regisseur, tot en met die dag. De regisseur ziet dat, en kan het weer stoppen. U ook.</p>`,
      knop: 'Laat waarnemen',
      nietGelukt: 'Niet vastgelegd',
    });
  }

  private get keuzes() {
    return this.casussen.map((casus) => casuskeuze(casus, this.vandaag));
  }

  private mensen(casusLabel: string) {
    const { kandidaten = [] }: { kandidaten?: readonly Collega[] } =
      this.casussen.find((casus) => casus.casusLabel === casusLabel) ?? {};
    return kandidaten.map(({ medewerkerId, naam, functie }) => ({
      code: medewerkerId,
      naam: `${naam}, ${functie}`,
    }));
  }
}

/** A casus by its label, with whose it is and who stands in from when until when. */
function casuskeuze({ casusLabel, regisseur, waarneming }: WaarTeNemen, vandaag: string) {
  const van =
    waarneming === null || waarneming.van <= vandaag ? '' : ` vanaf ${metDag(waarneming.van, vandaag)}`;
  const duur =
    waarneming === null
      ? ''
      : `, heeft een waarnemer${van} tot en met ${metDag(waarneming.totEnMet, vandaag)}`;
  return { code: casusLabel, naam: `${casusLabel}, regisseur ${regisseur.naam}${duur}` };
}

/** Lets somebody stop standing in: the regisseur is back. */
@customElement('rt-stop-waarneming')
export class RtStopWaarneming extends LichtElement {
  @property({ attribute: false }) casussen: readonly WaarTeNemen[] = [];
  /** `jjjj-mm-dd` */
  @property({ attribute: false }) vandaag = '';

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ casusLabel: '' }),
    velden: () => [
      lijst(
        'casusLabel',
        L.casusLabel,
        this.casussen
          .filter(({ waarneming }) => waarneming !== null)
          .map((casus) => casuskeuze(casus, this.vandaag)),
        { leegBericht: 'Kies een casus' },
      ),
    ],
    stuur: async ({ casusLabel }, _, poging) => {
      await roep('tweedeHand.doe', { body: { soort: 'einde_waarneming', casusLabel }, poging });
      this.dispatchEvent(new Beslist());
    },
    klaar: () => {},
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">De regisseur heeft de regie dan meteen weer. Wie waarnam, ziet niet meer wat alleen de regisseur ziet.</p>`,
      knop: 'Laat de waarneming stoppen',
      nietGelukt: 'Niet gestopt',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-tweede-hand': RtTweedeHand;
    'rt-hand-besluit': RtHandBesluit;
    'rt-hand-bevestiging': RtHandBevestiging;
    'rt-noem-waarnemer': RtNoemWaarnemer;
    'rt-stop-waarneming': RtStopWaarneming;
  }
}
