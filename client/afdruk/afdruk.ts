import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Afdruk } from '../../shared/contract/afdruk.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { AfdrukVoor } from '../../shared/plan/afdruk.ts';
import { ApiFout, berichtVan, roep } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import { haalLijsten, naamVan } from '../lijsten.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { datumVan } from '../ui/datum.ts';
import { aanvinklijst, type Keuze, keuzerondjes } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { zetTitel } from '../ui/navigatie.ts';
import './afdruk.css';
import { vel } from './vel.ts';

/** Whom one can print for; nothing else of the board stays. */
interface Kiesbaar {
  readonly aanTafel: readonly Keuze[];
  readonly leden: readonly Keuze[];
}

const VOOR: readonly { readonly code: AfdrukVoor; readonly naam: string }[] = [
  { code: 'mij', naam: 'Voor mijzelf' },
  { code: 'tafel', naam: 'Voor wie aan tafel zit' },
  { code: 'gezin', naam: 'Voor het gezin' },
];

/** Asks for whom, and shows what then goes on paper: what the server gave for them, and nothing else. */
@customElement('rt-afdruk')
export class RtAfdruk extends LichtElement {
  @property({ attribute: false }) casusId = '';

  @state() private lijsten: Lijsten | null = null;
  @state() private kiesbaar: Kiesbaar | null = null;
  @state() private voor: AfdrukVoor | null = null;
  @state() private aanTafel: readonly string[] = [];
  @state() private leden: readonly string[] = [];
  @state() private afdruk: Afdruk | null = null;
  @state() private melding = '';
  private readonly laatste = new Laatste();

  override connectedCallback(): void {
    super.connectedCallback();
    zetTitel('Afdrukken');
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // NK7: who walks away leaves nothing of it in this page.
    this.laatste.vergeet();
    this.afdruk = null;
    this.kiesbaar = null;
  }

  protected override render(): TemplateResult {
    return html`<div class="rt-kolom rt-kolom--smal">
      <h1 class="afdruk-kop">Afdrukken</h1>
      <div class="afdruk-keuze">
        ${this.melding === '' ? nothing : html`<rt-melding soort="fout" kop="Niet gelukt" .inhoud=${this.melding}></rt-melding>`}
        ${this.keuze()}
      </div>
      ${this.afdruk === null || this.lijsten === null ? nothing : vel(this.afdruk, this.lijsten, datumVan(new Date()))}
    </div>`;
  }

  private keuze(): TemplateResult {
    const { kiesbaar } = this;
    if (kiesbaar === null)
      return this.melding === ''
        ? html`<p role="status">Een ogenblik…</p>`
        : html`<p><button type="button" class=${KNOP.hoofd} @click=${this.begin}>Probeer opnieuw</button></p>`;
    return html`${keuzerondjes({
      id: 'afdruk-voor',
      label: 'Voor wie is de afdruk?',
      uitleg: 'Op papier komt alleen wat iedereen voor wie u afdrukt, mag lezen.',
      waarde: this.voor ?? '',
      keuzes: VOOR,
      opKeuze: (code) => this.kies(VOOR.find((een) => een.code === code)?.code ?? null),
    })}
    ${
      this.voor === 'tafel'
        ? aanvinklijst({
            id: 'afdruk-tafel',
            label: 'Wie zitten er aan tafel?',
            uitleg:
              'Zet uit wie er niet bij is: met minder mensen komt er meer op papier. Wie discreet meedoet, staat hier niet bij.',
            gekozen: this.aanTafel,
            keuzes: kiesbaar.aanTafel,
            opKeuze: (ids) => {
              this.aanTafel = ids;
              void this.haal();
            },
          })
        : nothing
    }
    ${
      this.voor === 'gezin' && kiesbaar.leden.length === 0
        ? html`<p role="status">U kent hier niemand van het gezin. Daarom is er voor het gezin niets af te drukken.</p>`
        : nothing
    }
    ${
      this.voor === 'gezin' && kiesbaar.leden.length > 0
        ? aanvinklijst({
            id: 'afdruk-gezin',
            label: 'Voor wie in het gezin?',
            uitleg: 'Kiest u één persoon, dan komt ook op papier wat over die persoon gaat.',
            gekozen: this.leden,
            keuzes: kiesbaar.leden,
            opKeuze: (ids) => {
              this.leden = ids;
              void this.haal();
            },
          })
        : nothing
    }
    <div class="rt-acties">
      <button type="button" class=${KNOP.hoofd} ?disabled=${this.afdruk === null} @click=${() => window.print()}>
        Druk af
      </button>
      <a class=${KNOP.gewoon} href="/casussen/${this.casusId}">Terug naar het bord</a>
    </div>`;
  }

  private readonly begin = (): Promise<void> =>
    this.laatste.vraag(
      () => Promise.all([roep('casus.bord', { params: { casusId: this.casusId } }), haalLijsten()]),
      ([{ deelnemers, leden }, lijsten]) => {
        const isDiscreet = (zetel: string) =>
          lijsten.zetels.find(({ code }) => code === zetel)?.discreet !== false;
        const aanTafel = deelnemers
          .filter(({ zetel, regisseur, bekend }) => regisseur || bekend === true || !isDiscreet(zetel))
          .map(({ id, zetel, naam, organisatie }) => ({
            code: id,
            naam: `${naamVan(lijsten.zetels, zetel)}: ${naam}, ${organisatie}`,
          }));
        this.melding = '';
        this.lijsten = lijsten;
        this.kiesbaar = { aanTafel, leden: leden.map(({ id, rol }) => ({ code: id, naam: rol })) };
        // All of them: what is for all of them is the least.
        this.aanTafel = aanTafel.map(({ code }) => code);
        this.leden = leden.map(({ id }) => id);
      },
      (fout) => this.mislukt(fout),
    );

  private kies(voor: AfdrukVoor | null): void {
    this.voor = voor;
    void this.haal();
  }

  private async haal(): Promise<void> {
    const { voor, aanTafel, leden } = this;
    this.melding = '';
    this.afdruk = null;
    const niemand = (voor === 'tafel' && aanTafel.length === 0) || (voor === 'gezin' && leden.length === 0);
    if (voor === null || niemand) {
      this.laatste.vergeet();
      return;
    }
    await this.laatste.vraag(
      () =>
        roep('casus.drukAf', {
          params: { casusId: this.casusId },
          query: {
            voor,
            ...(voor === 'tafel' ? { deelnemerIds: aanTafel.join(',') } : {}),
            ...(voor === 'gezin' ? { lidIds: leden.join(',') } : {}),
          },
        }),
      (afdruk) => {
        this.melding = '';
        this.afdruk = afdruk;
        aankondigen('De afdruk staat klaar.');
      },
      (fout) => this.mislukt(fout),
    );
  }

  private mislukt(fout: unknown): void {
    this.melding =
      fout instanceof ApiFout && fout.status === 404
        ? 'U doet niet (meer) mee aan deze casus. Ga terug naar uw werk.'
        : berichtVan(fout);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-afdruk': RtAfdruk;
  }
}
