import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Bord } from '../../shared/contract/casussen.ts';
import type { GrootScherm } from '../../shared/contract/groot-scherm.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { ApiFout, berichtVan, roep } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import { haalLijsten, naamVan } from '../lijsten.ts';
import { volgCasus } from '../sync/volgen.ts';
import { datumVan } from '../ui/datum.ts';
import { aanvinklijst } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { ga, zetTitel } from '../ui/navigatie.ts';
import '../ui/melding.ts';
import { ONLEESBAAR } from '../ui/onleesbaar.ts';
import { bladSjabloon } from './blad.ts';
import { bladenVan } from './bladen.ts';
import './grootscherm.css';

/**
 * The board on the wall: large type, one leefgebied at a time, roles and no names, and only what everyone who looks
 * along may read. Who looks along is chosen first, and stands on the screen.
 */
@customElement('rt-grootscherm')
export class RtGrootscherm extends LichtElement {
  @property({ attribute: false }) casusId = '';

  @state() private bord: Bord | null = null;
  @state() private lijsten: Lijsten | null = null;
  @state() private gekozen: readonly string[] | null = null;
  @state() private scherm: GrootScherm | null = null;
  @state() private blad = 0;
  @state() private melding = '';
  @state() private weg = false;
  private aanwezig: readonly string[] = [];
  private readonly laatste = new Laatste();
  private stopVolgen: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.opToets);
    void this.haalBord();
    this.stopVolgen = volgCasus(this.casusId, {
      // Whatever changes, the server says again what this audience may see: nothing is put together here.
      kaart: () => void this.ververs(),
      zicht: () => void this.ververs(),
      aanwezig: (ids) => {
        this.aanwezig = ids;
        this.requestUpdate();
      },
      verbinding: () => {},
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.opToets);
    this.stopVolgen?.();
    this.wis();
  }

  protected override willUpdate(_gewijzigd: PropertyValues): void {
    zetTitel('Groot scherm');
  }

  protected override render(): TemplateResult {
    if (this.weg) {
      return html`<div class="rt-kolom rt-kolom--smal">
        <h1>U doet niet meer mee aan deze casus</h1>
        <p><a class=${KNOP.hoofd} href="/">Naar mijn werk</a></p>
      </div>`;
    }
    if (this.scherm !== null && this.lijsten !== null) return this.toon(this.scherm, this.lijsten);
    if (this.bord !== null && this.lijsten !== null) return this.keuze(this.bord, this.lijsten);
    return this.melding === ''
      ? html`<p class="rt-laden" role="status">Een ogenblik…</p>`
      : html`<div class="rt-kolom rt-kolom--smal">
          <h1>Het grote scherm is nu niet te laden</h1>
          <rt-melding soort="fout" kop="Niet geladen" .inhoud=${this.melding}></rt-melding>
          <p><button type="button" class=${KNOP.hoofd} @click=${this.haalBord}>Probeer opnieuw</button></p>
        </div>`;
  }

  /** Who is at the table; those who are present are ticked already. */
  private keuze(bord: Bord, lijsten: Lijsten): TemplateResult {
    const gekozen = this.gekozen ?? this.wieErZijn(bord);
    return html`<div class="rt-kolom rt-kolom--smal groot-keuze">
      <h1>Op het grote scherm</h1>
      <p>Het grote scherm laat alleen zien wat iedereen hieronder mag lezen. Er staan geen namen op.</p>
      ${this.melding === '' ? nothing : html`<rt-melding soort="fout" kop="Niet gelukt" .inhoud=${this.melding}></rt-melding>`}
      ${aanvinklijst({
        id: 'groot-wie',
        label: 'Wie zitten er nu aan tafel?',
        uitleg: 'Kan iemand anders meekijken? Laat het scherm dan uit.',
        gekozen,
        keuzes: bord.deelnemers.map((deelnemer) => ({
          code: deelnemer.id,
          naam: `${naamVan(lijsten.zetels, deelnemer.zetel)}: ${deelnemer.naam}, ${deelnemer.organisatie}${deelnemer.ik ? ' (u)' : ''}`,
        })),
        opKeuze: (ids) => {
          this.gekozen = ids;
        },
      })}
      <div class="rt-acties">
        <button
          type="button"
          class=${KNOP.hoofd}
          ?disabled=${gekozen.length === 0}
          @click=${() => void this.begin(gekozen)}
        >
          Laat zien
        </button>
        <a class=${KNOP.gewoon} href="/casussen/${this.casusId}">Terug naar het bord</a>
      </div>
    </div>`;
  }

  private toon(scherm: GrootScherm, lijsten: Lijsten): TemplateResult {
    const bladen = bladenVan(scherm, lijsten);
    const plaats = Math.min(this.blad, bladen.length - 1);
    const blad = bladen[plaats];
    return html`<div class="groot">
      <header class="groot__kop">
        <p class="groot__casus">Casus ${scherm.label}</p>
        <p class="groot__publiek">Voor wie hier aan tafel zit: ${scherm.publiek.map((rol) => naamVan(lijsten.zetels, rol)).join(', ')}</p>
        <button type="button" class="groot__stop" @click=${this.stop}>Stoppen <kbd>Esc</kbd></button>
      </header>
      ${
        blad === undefined
          ? html`<h1 class="groot__titel">Nog niets te laten zien</h1>`
          : bladSjabloon(blad, {
              scherm,
              lijsten,
              rollen: this.rollen(lijsten),
              vandaag: datumVan(new Date()),
            })
      }
      ${scherm.onleesbaar.length === 0 ? nothing : html`<p class="groot__onleesbaar">${ONLEESBAAR}</p>`}
      <nav class="groot__bladeren" aria-label="Bladeren">
        <button type="button" ?disabled=${plaats <= 0} @click=${() => this.naar(plaats - 1)}>← Vorige</button>
        <p aria-live="polite">${plaats + 1} van ${bladen.length}</p>
        <button type="button" ?disabled=${plaats >= bladen.length - 1} @click=${() => this.naar(plaats + 1)}>
          Volgende →
        </button>
      </nav>
    </div>`;
  }

  /** Roles by id: of the members, and of who sit at the table. Nobody else is named, not even by role. */
  private rollen(lijsten: Lijsten): ReadonlyMap<string, string> {
    const tafel = (this.bord?.deelnemers ?? []).filter(({ id }) => this.gekozen?.includes(id));
    return new Map([
      ...tafel.map(({ id, zetel }) => [id, naamVan(lijsten.zetels, zetel).toLowerCase()] as const),
      ...(this.scherm?.leden ?? []).map(({ id, rol }) => [id, rol] as const),
    ]);
  }

  private wieErZijn(bord: Bord): string[] {
    return bord.deelnemers.filter(({ id, ik }) => ik || this.aanwezig.includes(id)).map(({ id }) => id);
  }

  private naar(blad: number): void {
    const aantal =
      this.scherm === null || this.lijsten === null ? 0 : bladenVan(this.scherm, this.lijsten).length;
    this.blad = Math.max(0, Math.min(blad, aantal - 1));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.groot__titel')?.focus());
  }

  private readonly haalBord = async () => {
    this.melding = '';
    try {
      [this.bord, this.lijsten] = await Promise.all([
        roep('casus.bord', { params: { casusId: this.casusId } }),
        haalLijsten(),
      ]);
    } catch (fout) {
      this.mislukt(fout);
    }
  };

  private async begin(ids: readonly string[]): Promise<void> {
    this.gekozen = ids;
    this.blad = 0;
    await this.haalScherm();
  }

  private async haalScherm(): Promise<void> {
    this.melding = '';
    await this.laatste.vraag(
      () =>
        roep('casus.grootScherm', {
          params: { casusId: this.casusId },
          query: { deelnemerIds: (this.gekozen ?? []).join(',') },
        }),
      (scherm) => {
        this.scherm = scherm;
      },
      (fout) => {
        // What is on the wall may no longer be for everyone who looks: it goes.
        this.scherm = null;
        this.mislukt(fout);
      },
    );
  }

  private async ververs(): Promise<void> {
    if (this.scherm !== null) await this.haalScherm();
    else await this.haalBord();
  }

  private mislukt(fout: unknown): void {
    if (fout instanceof ApiFout && fout.status === 404) {
      this.wis();
      this.weg = true;
      return;
    }
    this.melding = berichtVan(fout);
  }

  private wis(): void {
    this.bord = null;
    this.scherm = null;
    this.gekozen = null;
  }

  private readonly stop = () => {
    this.wis();
    ga(`/casussen/${this.casusId}`);
  };

  private readonly opToets = (toets: KeyboardEvent) => {
    if (this.scherm === null || toets.altKey || toets.ctrlKey || toets.metaKey) return;
    if (toets.key === 'Escape') return this.stop();
    if (toets.key === 'ArrowRight' || toets.key === 'PageDown') this.naar(this.blad + 1);
    else if (toets.key === 'ArrowLeft' || toets.key === 'PageUp') this.naar(this.blad - 1);
    else return;
    toets.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-grootscherm': RtGrootscherm;
  }
}
