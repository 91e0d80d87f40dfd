import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Agendapunt, AgendapuntWijziging } from '../../shared/contract/agendapunten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { berichtVan, roep } from '../api/api.ts';
import { kloktijd } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { tekst } from '../vensters/veld.ts';
import { Agendawijziging } from './agendawijziging.ts';
import { minutenveld } from './minuten.ts';
import { naarUitgeklapt, opzijknop } from './uitklap.ts';
import { vensterveld, vensterVoorstel } from './venster.ts';
import { vensterzin } from './woorden.ts';

/** What who leads an overleg does with something on its agenda. Fires `Agendawijziging`. */
@customElement('rt-agendabesluit')
export class RtAgendabesluit extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) punt!: Agendapunt;
  /** The overleg itself: between these its guests come. */
  @property({ attribute: false }) overleg!: Pick<Overleg, 'begin' | 'einde'>;
  /** How many there are on the agenda. */
  @property({ attribute: false }) aantal = 0;
  /** It can be taken on, given back and put off: not the one item of a gezinsoverleg. */
  @property({ attribute: false }) inReeks = false;
  @state() private open: 'terug' | 'minuten' | 'venster' | null = null;
  @state() private fout = '';
  private bezig = false;

  protected override render() {
    const { open } = this;
    return html`${
      this.fout === ''
        ? nothing
        : html`<rt-melding soort="fout" kop="Niet bewaard" .inhoud=${this.fout}></rt-melding>`
    }
    ${
      open === 'terug'
        ? html`<rt-agenda-terug .doe=${this.zet} .puntId=${this.punt.id} @opzij=${this.opOpzij}></rt-agenda-terug>`
        : open === 'minuten'
          ? html`<rt-agenda-minuten
              .doe=${this.zet}
              .minuten=${this.punt.minuten}
              .puntId=${this.punt.id}
              @opzij=${this.opOpzij}
            ></rt-agenda-minuten>`
          : open === 'venster'
            ? html`<rt-agenda-venster
                .doe=${this.zet}
                .punt=${this.punt}
                .overleg=${this.overleg}
                @opzij=${this.opOpzij}
              ></rt-agenda-venster>`
            : html`<div class="rt-acties">${this.besluiten()} ${this.plaats()} ${this.venster()}</div>`
    }`;
  }

  private besluiten(): TemplateResult | typeof nothing {
    const { staat } = this.punt;
    if (!this.inReeks || staat === 'bezig') return nothing;
    const later = this.knop('door', 'Schuif door naar de volgende keer', () =>
      this.meteen({ besluit: 'doorgeschoven' }, 'Doorgeschoven naar het volgende overleg'),
    );
    if (staat === 'besproken') return later;
    return html`
      ${staat === 'aanvaard' ? nothing : this.knop('aan', 'Neem aan', () => this.meteen({ besluit: 'aanvaard' }, 'Op de agenda gezet'))}
      ${staat === 'teruggegeven' ? nothing : this.knop('terug', 'Geef terug …', () => this.begin('terug'))}
      ${later}
    `;
  }

  private plaats(): TemplateResult {
    const { volgorde } = this.punt;
    const naar = (plek: number) => this.meteen({ volgorde: plek }, `Nu het ${plek}e agendapunt`);
    return html`
      ${volgorde === null || volgorde <= 1 ? nothing : this.knop('eerder', 'Eerder', () => naar(volgorde - 1))}
      ${volgorde === null || volgorde >= this.aantal ? nothing : this.knop('later', 'Later', () => naar(volgorde + 1))}
      ${this.knop('minuten', 'Geef meer of minder tijd …', () => this.begin('minuten'))}
    `;
  }

  /** When who comes for this alone is expected. */
  private venster(): TemplateResult | typeof nothing {
    const { inbreng, staat, venster } = this.punt;
    if ((inbreng?.gasten.length ?? 0) === 0 || staat === 'bezig' || staat === 'besproken') return nothing;
    return this.knop(
      'venster',
      venster === null
        ? 'Zeg de gast hoe laat …'
        : `Zeg de gast een andere tijd dan ${vensterzin(venster)} …`,
      () => this.begin('venster'),
    );
  }

  private knop(doe: string, naam: string, bijKlik: () => void): TemplateResult {
    return html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" data-doe=${doe} @click=${bijKlik}>
      ${naam}<span class="rt-alleen-voorlezen">: ${this.punt.label}</span>
    </button>`;
  }

  private begin(wat: 'terug' | 'minuten' | 'venster'): void {
    this.open = wat;
    this.fout = '';
    void naarUitgeklapt(this, `rt-agenda-${wat}`);
  }

  private readonly opOpzij = () => {
    const was = this.open;
    this.open = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-doe="${was}"]`)?.focus());
  };

  /** @throws {ApiFout} */
  private readonly zet = async (body: AgendapuntWijziging, gezegd: string): Promise<void> => {
    const { overlegId, punt } = this;
    await roep('agendapunt.wijzig', { params: { overlegId, agendapuntId: punt.id }, body });
    this.open = null;
    this.dispatchEvent(new Agendawijziging(gezegd, punt.id));
  };

  /** What asks nothing more. */
  private meteen(body: AgendapuntWijziging, gezegd: string): void {
    void this.probeer(body, gezegd);
  }

  private async probeer(body: AgendapuntWijziging, gezegd: string): Promise<void> {
    if (this.bezig) return;
    this.bezig = true;
    this.fout = '';
    try {
      await this.zet(body, gezegd);
    } catch (fout) {
      this.fout = berichtVan(fout);
    } finally {
      this.bezig = false;
    }
  }
}

type Zet = (body: AgendapuntWijziging, gezegd: string) => Promise<void>;

/** Gives back what somebody brought, with why. */
@customElement('rt-agenda-terug')
export class RtAgendaTerug extends LichtElement {
  @property({ attribute: false }) doe!: Zet;
  /** Of which item. */
  @property({ attribute: false }) puntId = '';

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.puntId,
    begin: () => ({ reden: '' }),
    velden: () => [
      tekst('reden', L.redenTerug, { regels: 2, uitleg: 'Wie het inbracht, leest dit. Wie meedoet niet.' }),
    ],
    stuur: ({ reden }) => this.doe({ besluit: 'teruggegeven', reden: reden.trim() }, 'Teruggegeven'),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      knop: 'Geef terug',
      nietGelukt: 'Niet teruggegeven',
      ernaast: opzijknop(this),
    });
  }
}

/** Says how long something on the agenda gets. */
@customElement('rt-agenda-minuten')
export class RtAgendaMinuten extends LichtElement {
  @property({ attribute: false }) doe!: Zet;
  @property({ attribute: false }) minuten = 0;
  /** Of which item. */
  @property({ attribute: false }) puntId = '';

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.puntId,
    begin: () => ({ minuten: String(this.minuten) }),
    velden: () => [minutenveld(this.minuten, 'Hoeveel minuten krijgt het?')],
    stuur: ({ minuten }) => this.doe({ minuten: Number(minuten) }, `Krijgt ${minuten} minuten`),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, { ernaast: opzijknop(this) });
  }
}

/** Says when who comes for this item alone is expected; they read it, and nothing else of the agenda. */
@customElement('rt-agenda-venster')
export class RtAgendaVenster extends LichtElement {
  @property({ attribute: false }) doe!: Zet;
  @property({ attribute: false }) punt!: Agendapunt;
  @property({ attribute: false }) overleg!: Pick<Overleg, 'begin' | 'einde'>;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.punt.id,
    begin: () => {
      const { van, tot } = vensterVoorstel(this.punt, this.overleg);
      return { van: kloktijd(van), tot: kloktijd(tot) };
    },
    velden: () => vensterveld(this.punt, this.overleg),
    stuur: ({ van, tot }) => this.doe({ venster: { van, tot } }, 'De gast leest wanneer die wordt verwacht'),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, { ernaast: opzijknop(this) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-agendabesluit': RtAgendabesluit;
    'rt-agenda-terug': RtAgendaTerug;
    'rt-agenda-minuten': RtAgendaMinuten;
    'rt-agenda-venster': RtAgendaVenster;
  }
}
