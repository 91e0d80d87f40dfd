import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Compartiment } from '../../shared/contract/casussen.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { ApiFout, berichtVan } from '../api/api.ts';
import { type Fouten, foutenoverzicht, keuzelijst, keuzerondjes, toonFouten } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { lezersTekst, plaatsnaam } from '../casus/publiek.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import type { Vooraf } from './doe.ts';
import { foutenVanInvulling, foutenVanServer, VELD_PLAATS, veldId } from './formulierfouten.ts';
import { gelezenDoor, persoonsgegevenInTekst } from './formulierpubliek.ts';
import { invoerVoor, toonWaarde } from './formuliervelden.ts';
import {
  type Invulling,
  KAARTVORMEN,
  type Kaartvorm,
  naarBody,
  naarInvulling,
  naarWijziging,
} from './kaartvelden.ts';
import { gekozenPlaats, onderwerpenVoor, plaatsenVoor } from './plaatskeuze.ts';

/** What a form is for: a new kaart of a sort, or changing one. */
export type Opgave =
  | { readonly wat: 'nieuw'; readonly soort: Kaartsoort; readonly vooraf: Vooraf }
  | { readonly wat: 'wijzig'; readonly kaart: Kaart };

/** What is going on: writing, sending, asking whether to throw away or to remove. */
type Fase = 'schrijven' | 'bezig' | 'weggooien?' | 'verwijderen?';

/**
 * The form of every sort of kaart. What was typed stays through updates of the board, refusals and conflicts; who
 * will read it stands above the button, before it is saved. Fires `klaar` when it is done or given up.
 */
@customElement('rt-bord-kaartformulier')
export class RtBordKaartformulier extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) opgave!: Opgave;

  @state() private invulling: Invulling = {};
  @state() private onderwerp: string | null = null;
  @state() private plaatsId: string | null = null;
  @state() private fouten: Fouten = new Map();
  @state() private melding = '';
  @state() private fase: Fase = 'schrijven';
  /** The version that changes are made on; a newer one on the board is shown beside what was typed. */
  @state() private basis: Kaart | null = null;
  private begin: Invulling = {};

  protected override willUpdate(gewijzigd: PropertyValues): void {
    // Once: an update of the board never resets what somebody is typing.
    if (gewijzigd.has('opgave')) this.begint();
  }

  /** Asks to close; answers whether that may be done at once. */
  magSluiten(): boolean {
    if (this.fase === 'bezig') return false;
    if (!this.isGewijzigd() || this.fase === 'weggooien?') return true;
    this.fase = 'weggooien?';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.bord-vraag button')?.focus());
    return false;
  }

  protected override render() {
    const { vorm } = this;
    return html`<form class="bord-formulier" novalidate @submit=${this.bewaar}>
      ${foutenoverzicht(this.fouten)}
      ${
        this.melding === ''
          ? nothing
          : html`<div class="bord-geweigerd" tabindex="-1">
              <rt-melding soort="fout" kop="Niet bewaard" .inhoud=${this.melding}></rt-melding>
            </div>`
      }
      ${this.nieuwere()} ${this.onderwerpkeuze()}
      ${vorm.velden.map((veld) =>
        invoerVoor(
          this.kijk,
          veld,
          this.invulling[veld.naam] ?? '',
          (waarde) => {
            this.invulling = { ...this.invulling, [veld.naam]: waarde };
          },
          this.fouten,
        ),
      )}
      ${persoonsgegevenInTekst(this.kijk, this.soort, this.invulling)} ${this.plaatskeuze()}
      ${gelezenDoor(this.kijk, this.soort, this.plaats, this.invulling)} ${this.onderkant()}
    </form>`;
  }

  private get soort(): Kaartsoort {
    return this.opgave.wat === 'nieuw' ? this.opgave.soort : this.opgave.kaart.soort;
  }

  private get vorm(): Kaartvorm {
    return KAARTVORMEN[this.soort];
  }

  private get plaatsen(): Compartiment[] {
    return plaatsenVoor(this.kijk, this.soort, this.invulling, this.onderwerp);
  }

  private get plaats(): Compartiment | undefined {
    if (this.opgave.wat === 'wijzig') return this.kijk.compartiment(this.opgave.kaart.compartimentId);
    return gekozenPlaats(this.plaatsen, this.plaatsId);
  }

  private begint(): void {
    const { opgave, vorm } = this;
    if (opgave.wat === 'wijzig') {
      this.basis = opgave.kaart;
      // A kaart is an object of its fields; the table of forms reads them by name.
      this.begin = naarInvulling(vorm, opgave.kaart as unknown as Record<string, unknown>);
    } else {
      const vandaag = Object.fromEntries(
        vorm.velden.filter((veld) => veld.beginVandaag).map((veld) => [veld.naam, this.kijk.vandaag]),
      );
      const standaard = this.soort === 'afspraak' ? { stand: 'gepland' } : {};
      this.begin = { ...naarInvulling(vorm, {}), ...vandaag, ...standaard, ...opgave.vooraf.velden };
      this.onderwerp = opgave.vooraf.lidId ?? null;
      this.plaatsId = opgave.vooraf.compartimentId ?? null;
      // Whoever can't write about this member starts with somebody about whom they can.
      const onderwerpen = onderwerpenVoor(this.kijk, this.soort);
      if (!onderwerpen.includes(this.onderwerp)) this.onderwerp = onderwerpen[0] ?? null;
    }
    this.invulling = this.begin;
  }

  private isGewijzigd(): boolean {
    return this.vorm.velden.some(
      ({ naam }) => JSON.stringify(this.begin[naam] ?? '') !== JSON.stringify(this.invulling[naam] ?? ''),
    );
  }

  private onderwerpkeuze(): TemplateResult | typeof nothing {
    if (this.opgave.wat === 'wijzig') return nothing;
    const onderwerpen = onderwerpenVoor(this.kijk, this.soort);
    if (onderwerpen.length < 2 || !OVER_IEMAND.has(this.soort)) return nothing;
    return keuzelijst({
      id: veldId('onderwerp'),
      label: 'Over wie gaat het?',
      waarde: this.onderwerp ?? '',
      keuzes: onderwerpen.map((lidId) => ({
        code: lidId ?? '',
        naam: lidId === null ? 'Het hele huishouden' : hoofdletter(this.kijk.rol(lidId)),
      })),
      opKeuze: (code) => {
        this.onderwerp = code === '' ? null : code;
        this.plaatsId = null;
      },
    });
  }

  /** NK21: where it will stand, the most closed place first; opening it up is choosing another. */
  private plaatskeuze(): TemplateResult | typeof nothing {
    if (this.opgave.wat === 'wijzig') return nothing;
    const { plaatsen } = this;
    if (plaatsen.length === 0) {
      return html`<rt-melding
        soort="let-op"
        kop="U kunt dit hier niet opschrijven"
        .inhoud=${'Kies over wie het gaat, of vraag de regisseur.'}
      ></rt-melding>`;
    }
    if (plaatsen.length === 1) return nothing;
    return keuzerondjes({
      id: VELD_PLAATS,
      label: 'Wie mag dit lezen?',
      waarde: this.plaats?.id ?? '',
      keuzes: plaatsen.map((plaats) => ({
        code: plaats.id,
        naam: `${plaatsnaam(this.kijk, plaats)}. Leest mee: ${lezersTekst(this.kijk, plaats.publiek)}`,
      })),
      opKeuze: (id) => {
        this.plaatsId = id;
      },
      fouten: this.fouten,
    });
  }

  /** Somebody was first: their version beside what I typed, and what to do with it. */
  private nieuwere(): TemplateResult | typeof nothing {
    const { basis, vorm, kijk } = this;
    if (basis === null) return nothing;
    const nu = kijk.bord.kaarten.find((kaart) => kaart.id === basis.id);
    if (nu === undefined) {
      return html`<rt-melding
        soort="let-op"
        kop="Iemand heeft dit intussen verwijderd"
        .inhoud=${'Wat u typte, staat hieronder nog. Neem over wat u wilt houden.'}
      ></rt-melding>`;
    }
    if (nu.versie <= basis.versie) return nothing;
    const nieuw = naarInvulling(vorm, nu as unknown as Record<string, unknown>);
    return html`<div class="bord-nieuwere" role="group" aria-labelledby="bord-nieuwere-kop">
      <p id="bord-nieuwere-kop"><strong>Iemand heeft dit intussen gewijzigd.</strong> Zo staat het er nu:</p>
      <dl class="bord-nieuwere__velden">
        ${vorm.velden.map(
          (veld) => html`<div>
            <dt>${veld.label}</dt>
            <dd>${toonWaarde(kijk, veld, nieuw[veld.naam] ?? '')}</dd>
          </div>`,
        )}
      </dl>
      <div class="rt-acties">
        <button
          type="button"
          class=${KNOP.gewoon}
          @click=${() => {
            this.basis = nu;
            this.begin = nieuw;
            this.invulling = nieuw;
            this.melding = '';
          }}
        >
          Neem dit over
        </button>
        <button
          type="button"
          class=${KNOP.gewoon}
          @click=${() => {
            this.basis = nu;
            this.begin = nieuw;
            this.melding = '';
          }}
        >
          Ga door met wat ik typte
        </button>
      </div>
    </div>`;
  }

  private onderkant(): TemplateResult {
    const { vorm } = this;
    if (this.fase === 'weggooien?') {
      return this.vraag('Wat u typte, is nog niet bewaard.', 'Weggooien', () => this.klaar());
    }
    if (this.fase === 'verwijderen?') {
      const lezers = lezersTekst(this.kijk, this.plaats?.publiek ?? null);
      return this.vraag(
        `Weet u zeker dat u ${vorm.lidwoord} ${vorm.naam} wilt verwijderen? Niemand ziet het dan meer (${lezers}).`,
        'Ja, verwijderen',
        () => void this.verwijder(),
      );
    }
    return html`<div class="bord-formulier__onderkant">
      <button type="submit" class=${KNOP.hoofd} ?disabled=${this.fase === 'bezig'}>
        ${this.fase === 'bezig' ? 'Bezig…' : 'Bewaren'}
      </button>
      ${
        this.opgave.wat === 'wijzig'
          ? html`<button
              type="button"
              class=${KNOP.weg}
              @click=${() => {
                this.fase = 'verwijderen?';
              }}
            >
              Verwijderen
            </button>`
          : nothing
      }
    </div>`;
  }

  private vraag(tekst: string, ja: string, opJa: () => void): TemplateResult {
    return html`<div class="bord-vraag" role="alert">
      <p>${tekst}</p>
      <div class="bord-formulier__onderkant">
        <button
          type="button"
          class=${KNOP.gewoon}
          @click=${() => {
            this.fase = 'schrijven';
          }}
        >
          Nee, terug
        </button>
        <button type="button" class=${KNOP.weg} @click=${opJa}>${ja}</button>
      </div>
    </div>`;
  }

  private readonly bewaar = (gebeurtenis: Event) => {
    gebeurtenis.preventDefault();
    if (this.fase === 'bezig') return;
    this.fouten = foutenVanInvulling(this.kijk, this.soort, this.invulling);
    if (this.fouten.size > 0) return this.toonFouten();
    void this.probeer(() => this.stuur());
  };

  private async stuur(): Promise<void> {
    const { opgave, vorm, basis, plaats } = this;
    if (opgave.wat === 'wijzig') {
      const velden = naarWijziging(vorm, this.begin, this.invulling);
      if (basis === null || Object.keys(velden).length === 0) return;
      return this.verbinding.wijzigKaart(opgave.kaart.id, { versie: basis.versie, ...velden });
    }
    if (plaats === undefined) throw new ApiFout(422, 'geen_plaats', 'Kies eerst over wie het gaat.');
    return this.verbinding.maakKaart({
      compartimentId: plaats.id,
      soort: opgave.soort,
      ...naarBody(vorm, this.invulling),
      ...(MET_LID.has(opgave.soort) && plaats.lidId !== null ? { lidId: plaats.lidId } : {}),
      ...(opgave.soort === 'doel' && plaats.lidId !== null ? { lidIds: [plaats.lidId] } : {}),
    });
  }

  private verwijder(): Promise<void> {
    const { basis } = this;
    return this.probeer(() => (basis === null ? Promise.resolve() : this.verbinding.verwijderKaart(basis)));
  }

  private async probeer(doe: () => Promise<void>): Promise<void> {
    this.fase = 'bezig';
    this.melding = '';
    try {
      await doe();
      this.fase = 'schrijven';
      this.klaar();
    } catch (fout) {
      this.fase = 'schrijven';
      await this.mislukt(fout);
    }
  }

  /** A refusal keeps what was typed (NK17); a conflict fetches the version that was first. */
  private async mislukt(fout: unknown): Promise<void> {
    if (fout instanceof ApiFout && fout.status === 409) await this.verbinding.ververs();
    this.fouten = foutenVanServer(fout, this.vorm);
    this.melding = this.fouten.size > 0 ? '' : berichtVan(fout);
    if (this.fouten.size > 0) return this.toonFouten();
    await this.updateComplete;
    const uitleg = this.querySelector<HTMLElement>('.bord-geweigerd');
    uitleg?.focus();
    uitleg?.scrollIntoView({ block: 'nearest' });
  }

  private toonFouten(): void {
    void this.updateComplete.then(() => toonFouten(this));
  }

  private klaar(): void {
    this.dispatchEvent(new Event('klaar'));
  }
}

/** Sorts of which one says whom they are about. */
const OVER_IEMAND: ReadonlySet<Kaartsoort> = new Set([
  'kracht',
  'zorgpunt',
  'doel',
  'afspraak',
  'besluit',
  'hulp',
]);
/** Sorts that hold the member that they are about as a field. */
const MET_LID: ReadonlySet<Kaartsoort> = new Set(['kracht', 'zorgpunt', 'hulp']);

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-kaartformulier': RtBordKaartformulier;
  }
}
