import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Bord } from '../../shared/contract/casussen.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Lezers } from '../../shared/contract/tafelbladen.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { ApiFout, roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import type { Keuze } from '../ui/formulier.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { lijst, tekst } from '../vensters/veld.ts';
import { opzijknop } from './uitklap.ts';

/** What of one's own board can be laid on a table, and how it is called there. */
const SOORTEN: Readonly<Partial<Record<Kaart['soort'], string>>> = {
  kracht: 'kracht',
  zorgpunt: 'zorgpunt',
  doel: 'doel',
  afspraak: 'afspraak',
  besluit: 'besluit',
  beschikking: 'beschikking',
  vraag: 'vraag',
};
const EIGEN = 'eigen';
const TEKST = 'tekst';

/** What stands there is who somebody is, where to find them, or who directs keeps for themselves: not for a table. */
const NIET_OP_TAFEL: ReadonlySet<string> = new Set(['naam', 'adres', 'contact', 'regie']);

/** What of one's board can be laid there. */
interface Bordkeuzes {
  readonly kaarten: readonly Keuze[];
  readonly teksten: readonly Keuze[];
}

/** Lays something on the table, after one saw who will read it (OV4, NK21). Fires `klaar`, `opzij`. */
@customElement('rt-leg-op-tafel')
export class RtLegOpTafel extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) casusId = '';
  @property({ attribute: false }) lijsten!: Lijsten;

  /** What stands on my board; nothing where I have none. */
  private readonly bord = new Opgehaald<Bordkeuzes>(this, () => this.haalBord());
  private gekozen = '';
  private readonly lezers = new Opgehaald<Lezers | null>(this, () => this.haalLezers());

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.agendapuntId,
    begin: () => ({ kaartId: '', veldId: '', tekst: '' }),
    velden: ({ kaartId }) => {
      const { kaarten, teksten } = this.keuzes;
      const isLeeg = kaarten.length + teksten.length === 0;
      const keuzes = [
        ...kaarten,
        ...(teksten.length === 0 ? [] : [{ code: TEKST, naam: 'Een tekst van uw bord' }]),
        { code: EIGEN, naam: 'Iets in eigen woorden' },
      ];
      return [
        ...(isLeeg ? [] : [lijst('kaartId', L.kaartId, keuzes)]),
        ...(kaartId === TEKST ? [lijst('veldId', L.veldId, teksten)] : []),
        ...(isLeeg || kaartId === EIGEN ? [tekst('tekst', L.gelegd, { regels: 2 })] : []),
      ];
    },
    stuur: (waarden, _, poging) => {
      const { overlegId, agendapuntId } = this;
      const body = keuzeIn(waarden) ?? { tekst: waarden.tekst.trim() };
      return roep('tafelblad.leg', { params: { overlegId, agendapuntId }, body, poging });
    },
  });

  protected override updated(): void {
    const gekozen = JSON.stringify(keuzeIn(this.opdracht.waarden));
    if (gekozen === this.gekozen) return;
    this.gekozen = gekozen;
    void this.lezers.ververs();
  }

  protected override render() {
    const { waarde, fout } = this.bord;
    if (waarde === undefined && fout === '') return html`<p class="rt-laden">Uw bord wordt opgehaald…</p>`;
    return opdrachtformulier(this.opdracht, {
      onder: this.wieLeest(),
      knop: 'Zet erop',
      nietGelukt: 'Niet op tafel gelegd',
      ernaast: opzijknop(this),
    });
  }

  private wieLeest(): TemplateResult | typeof nothing {
    const { waarden } = this.opdracht;
    const keuze = keuzeIn(waarden);
    const { waarde: lezers = null, fout } = this.lezers;
    if (keuze === null)
      return waarden.kaartId === TEKST
        ? html`<p class="rt-zacht">Kies een tekst. Dan ziet u eerst hoe die er ligt en wie dat leest.</p>`
        : html`<p class="rt-zacht">Iedereen aan tafel leest het meteen, en wie later aanschuift ook.</p>`;
    if (fout !== '') return html`<p class="rt-tafelblad__lezers" role="status">${fout}</p>`;
    if (lezers === null) return nothing;
    return html`<div class="rt-tafelblad__lezers">
      ${'veldId' in keuze ? html`<p>Zo ligt het er:</p><blockquote class="rt-tafelblad__citaat"><bdi>${lezers.tekst}</bdi></blockquote>` : nothing}
      ${lezers.nieuw.length === 0 ? nothing : html`<p><strong>Dan leest dit voor het eerst:</strong> <bdi>${opsomming(lezers.nieuw)}</bdi>.</p>`}
      ${lezers.al.length === 0 ? nothing : html`<p>Leest dit al: <bdi>${opsomming(lezers.al)}</bdi>.</p>`}
      <p class="rt-zacht">Het ligt er zoals het nu is. U kunt het er weer af halen; wie het las, heeft het gelezen.</p>
    </div>`;
  }

  private get keuzes(): Bordkeuzes {
    return this.bord.waarde ?? { kaarten: [], teksten: [] };
  }

  private async haalBord(): Promise<Bordkeuzes> {
    try {
      return bordkeuzes(await roep('casus.bord', { params: { casusId: this.casusId } }), this.lijsten);
    } catch (fout) {
      if (fout instanceof ApiFout && fout.status === 404) return { kaarten: [], teksten: [] };
      throw fout;
    }
  }

  private async haalLezers(): Promise<Lezers | null> {
    const { overlegId, agendapuntId } = this;
    const query = keuzeIn(this.opdracht.waarden);
    if (query === null) return null;
    return await roep('tafelblad.lezers', { params: { overlegId, agendapuntId }, query });
  }
}

/** What of the board was chosen; null: nothing yet, or one's own words. */
function keuzeIn({
  kaartId,
  veldId,
}: {
  readonly kaartId: string;
  readonly veldId: string;
}): { kaartId: string } | { veldId: string } | null {
  if (kaartId === TEKST) return veldId === '' ? null : { veldId };
  return kaartId === '' || kaartId === EIGEN ? null : { kaartId };
}

function bordkeuzes({ kaarten, velden, compartimenten, leden }: Bord, { leefgebieden }: Lijsten): Bordkeuzes {
  const delen = new Map(compartimenten.map((deel) => [deel.id, deel]));
  const titels = new Map(kaarten.map(({ id, titel }) => [id, titel]));
  return {
    kaarten: kaarten.flatMap(({ id, soort, titel }) => {
      const hoe = SOORTEN[soort];
      return hoe === undefined || titel === '' ? [] : [{ code: id, naam: `${titel} (${hoe})` }];
    }),
    teksten: velden.flatMap(({ id, naam, compartimentId, leefgebied, kaartId, concept }) => {
      const deel = delen.get(compartimentId);
      if (concept || deel === undefined || NIET_OP_TAFEL.has(deel.categorie)) return [];
      const gebied = leefgebieden.find(({ code }) => code === leefgebied)?.naam;
      const over = leden.find((lid) => lid.id === deel.lidId)?.rol;
      const bij = kaartId === null ? [gebied, over].filter(Boolean).join(', ') : titels.get(kaartId);
      return [{ code: id, naam: hoofdletter(bij === undefined || bij === '' ? naam : `${naam}: ${bij}`) }];
    }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-leg-op-tafel': RtLegOpTafel;
  }
}
