import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Sinds } from '../../shared/contract/bezoeken.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Bezoekstand } from '../casus/bezoek.ts';
import type { Kijk } from '../casus/kijk.ts';
import { KAARTNAMEN } from '../kaarten/kaartnamen.ts';
import { naamVan } from '../lijsten.ts';
import { veldlabel } from '../teksten/veldsoorten.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { datumVan, metDag, tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { type Ding, Plaatskeuze } from '../ui/plaats.ts';
import { PIJL } from '../ui/tekens.ts';
import { plekVan } from './bewaard.ts';

/** Something that is new or changed, and where it stands. */
interface Nieuw {
  readonly plek: string;
  readonly naam: string;
  readonly wat: string;
  readonly ding: Ding;
}

/**
 * *Sinds u hier was*: one line under what must happen, of the same height before it is known, that opens to what is new
 * by where it stands, each leading to the thing. What isn't on the board any more isn't shown (NK7). Fires `gelezen`.
 */
@customElement('rt-bord-sinds')
export class RtBordSinds extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) stand: Bezoekstand = 'wacht';
  @state() private open = false;

  protected override render(): TemplateResult {
    const { kijk, stand } = this;
    if (stand === 'wacht') return regel(html`<span aria-hidden="true">&nbsp;</span>`);
    if (stand === 'mislukt') return regel('Wat er nieuw is, is nu niet op te halen.');
    if (stand.vorige === null) return regel('U bent hier voor het eerst.');
    const nieuw = nieuwVoor(kijk, stand);
    const sinds = `sinds ${wanneer(stand.vorige, kijk.vandaag)}`;
    if (nieuw.length + stand.weg.length === 0) return regel(`Niets nieuws ${sinds}`);
    const plekken = [...new Set(nieuw.map(({ plek }) => plek))];
    return html`<details class="bord-sinds bord-vlak__in" .open=${this.open} @toggle=${this.opToggle}>
      <summary class="bord-sinds__regel">${PIJL}<span><b>${aantal(nieuw.length, stand.weg.length)}</b> ${sinds}</span></summary>
      ${plekken.map(
        (plek) => html`<h3 class="bord-sinds__plek">${plek}</h3>
          <ul class="bord-sinds__lijst">
            ${nieuw.filter((een) => een.plek === plek).map((een) => this.regel(een))}
          </ul>`,
      )}
      ${weg(kijk, stand.weg)}
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.opGelezen}>Gelezen</button>
    </details>`;
  }

  private regel({ naam, wat, ding }: Nieuw): TemplateResult {
    return html`<li>
      <button type="button" class="rt-als-link" @click=${() => this.ga(ding)}><bdi>${naam}</bdi></button>
      <span class="rt-zacht rt-klein">${wat}</span>
    </li>`;
  }

  private ga(ding: Ding): void {
    this.dispatchEvent(new Plaatskeuze({ tab: null, lidId: this.kijk.gekozenLid, ding }));
  }

  private readonly opToggle = (gebeurtenis: Event) => {
    const vak = gebeurtenis.currentTarget;
    if (vak instanceof HTMLDetailsElement) this.open = vak.open;
  };

  private readonly opGelezen = () => {
    this.open = false;
    aankondigen('Gelezen. Vanaf nu telt wat er nieuw bijkomt.');
    this.dispatchEvent(new CustomEvent('gelezen', { bubbles: true }));
  };
}

function regel(wat: unknown): TemplateResult {
  return html`<p class="bord-sinds bord-vlak__in bord-sinds__regel">${wat}</p>`;
}

function nieuwVoor(kijk: Kijk, { kaarten, teksten }: Sinds): Nieuw[] {
  return [
    ...kaarten.flatMap(({ id, wat }) => {
      const kaart = kijk.bord.kaarten.find((een) => een.id === id);
      if (kaart === undefined) return [];
      return [
        {
          plek: plekVan(kijk, kaart),
          naam: kaartnaam(kijk, kaart),
          wat: stand(kijk, kaart, wat),
          ding: dingVan(kaart),
        },
      ];
    }),
    ...teksten.flatMap(({ id, wat }) => {
      const veld = kijk.bord.velden.find((een) => een.id === id);
      if (veld === undefined) return [];
      const plek = veld.leefgebied === null ? 'Teksten' : kijk.leefgebiednaam(veld.leefgebied);
      return [{ plek, naam: veldlabel(kijk, veld), wat: WAT[wat], ding: { soort: 'tekst' as const, id } }];
    }),
  ];
}

const WAT = { nieuw: 'nieuw', gewijzigd: 'veranderd' } as const;

/** How an afspraak stands says more than that it changed. */
function stand(kijk: Kijk, kaart: Kaart, wat: keyof typeof WAT): string {
  if (kaart.soort !== 'afspraak' || wat === 'nieuw' || kaart.stand === 'gepland') return WAT[wat];
  return naamVan(kijk.lijsten.standen, kaart.stand).toLowerCase();
}

function kaartnaam(kijk: Kijk, kaart: Kaart): string {
  switch (kaart.soort) {
    case 'naam':
      return [kaart.voornaam, kaart.achternaam].filter(Boolean).join(' ');
    case 'wet':
      return naamVan(kijk.lijsten.wetten, kaart.wet);
    case 'expertise':
      return naamVan(kijk.lijsten.expertise, kaart.expertise);
    default:
      return kaart.titel === '' ? KAARTNAMEN[kaart.soort].nieuw : kaart.titel;
  }
}

function dingVan(kaart: Kaart): Ding {
  return kaart.soort === 'besproken'
    ? { soort: 'leefgebied', id: kaart.leefgebied }
    : { soort: 'kaart', id: kaart.id };
}

/** What stands here no more, by sort and place: taken away or no longer for this person, in one word for both (NK23). */
function weg(kijk: Kijk, lijst: Sinds['weg']): TemplateResult | typeof nothing {
  if (lijst.length === 0) return nothing;
  const zinnen = lijst.map(({ soort, leefgebied }) => {
    const naam = KAARTNAMEN[soort].naam.replace(/^(?:de|het) /, '');
    return `Een ${naam}${leefgebied === null ? '' : ` bij ${kijk.leefgebiednaam(leefgebied)}`}`;
  });
  return html`<h3 class="bord-sinds__plek">Staat er niet meer</h3>
    <ul class="bord-sinds__lijst">
      ${[...new Set(zinnen)].map((zin) => {
        const keer = zinnen.filter((een) => een === zin).length;
        return html`<li>${zin}${keer > 1 ? ` (${keer} keer)` : nothing}</li>`;
      })}
    </ul>`;
}

function aantal(nieuw: number, weg: number): string {
  if (nieuw === 0) return weg === 1 ? '1 ding minder' : `${weg} dingen minder`;
  return nieuw === 1 ? '1 ding nieuw' : `${nieuw} dingen nieuw`;
}

/** `vr 20 nov`; today the time. */
function wanneer(moment: string, vandaag: string): string {
  const dag = datumVan(moment);
  return dag === vandaag ? tijdstip(moment) : metDag(dag, vandaag);
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-sinds': RtBordSinds;
  }
}
