import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { zichtbareLeefgebieden } from '../casus/groepen.ts';
import type { Kijk } from '../casus/kijk.ts';
import { gewoonPubliek, lezersUitklap } from '../casus/publiek.ts';
import { categorieenZonderPlek, tegelsVan } from '../casus/tegels.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import type { Doe } from '../kaarten/doe.ts';
import { VolgtTeksten } from '../teksten/volgt-teksten.ts';
import { type Ding, Plaatskeuze } from '../ui/plaats.ts';
import { opent } from '../vensters/venster.ts';
import './leefgebied.ts';
import { acuutGevaar } from './acuut-gevaar.ts';
import { ongeopendeTegel } from './ongeopend.ts';
import { onthoudenOpen, onthoudOpen } from './onthouden.ts';
import { beeldVan, isNiets } from './samenvatting.ts';
import './uitleg.ts';

type Gebied = Lijsten['leefgebieden'][number];

/** So long what is there waits for its texts: shown without them it would go down when they come. */
const GEDULD_MS = 10_000;

/** What is known, by leefgebied in a line each; what is empty is gathered under the last. */
@customElement('rt-bord-leefgebieden')
export class RtBordLeefgebieden extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  /** Where an address leads: its leefgebied stands open, whatever is in it. */
  @property({ attribute: false }) heen: Ding | null = null;

  /** Which stand open; several may. */
  @state() private open: ReadonlySet<string> | null = null;
  /** Which have a line of their own as long as this board is open: one that empties doesn't go from under one's eyes. */
  private readonly staat = new Set<string>();

  /** Whether the texts were waited for long enough: then the rest is shown without them. */
  @state() private geduldOp = false;
  private geduld: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.geduld = setTimeout(() => {
      this.geduldOp = true;
    }, GEDULD_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.geduld);
  }

  /** Texts come a moment after the rest: lines that would come or go by them wait, so that nothing moves. */
  private get wacht(): boolean {
    return !this.geduldOp && this.teksten.isOnderweg;
  }

  protected override beeld(): string {
    if (this.wacht) return 'laden';
    return zichtbareLeefgebieden(this.kijk)
      .map((gebied) => (isNiets(beeldVan(this.kijk, this.teksten, gebied)) ? 0 : 1))
      .join('');
  }

  protected override willUpdate(gewijzigd: PropertyValues): void {
    // They came: a new one later is no reason to take away what stands.
    if (!this.wacht) this.geduldOp = true;
    const eerder: unknown = gewijzigd.get('kijk');
    const ander =
      typeof eerder === 'object' && eerder !== null && 'gekozenLid' in eerder ? eerder.gekozenLid : undefined;
    if (ander !== undefined && ander !== this.kijk.gekozenLid) this.staat.clear();
    this.open ??= onthoudenOpen(this.kijk.bord.id) ?? new Set(this.eigenGebieden());
    if (gewijzigd.has('heen') && this.heen?.soort === 'leefgebied')
      this.open = new Set([...this.open, this.heen.id]);
  }

  protected override render() {
    const { kijk, doe } = this;
    const open = this.open ?? new Set();
    const { wacht } = this;
    const [met, zonder] = this.verdeel(open);
    return html`<section class="bord-vlak bord-weten" aria-labelledby="bord-weten-kop">
      ${this.kop(met, open)}
      <rt-bord-uitleg plek="weten" .kijk=${kijk}></rt-bord-uitleg>
      ${
        wacht
          ? met.map(({ naam }) => html`<div class="bord-gebied bord-gebied--laden"><h3>${naam}</h3></div>`)
          : repeat(
              met,
              ({ code }) => code,
              (gebied) => html`<rt-bord-leefgebied
                .kijk=${kijk}
                .doe=${doe}
                .teksten=${this.teksten}
                .gebied=${gebied}
                .open=${open.has(gebied.code)}
                @klap=${(e: CustomEvent<{ open: boolean; doorMij: boolean }>) => this.klap(gebied.code, e.detail)}
              ></rt-bord-leefgebied>`,
            )
      }
      ${wacht ? nothing : this.leeg(zonder)} ${wacht ? nothing : this.elders()}
    </section>`;
  }

  private kop(met: readonly Gebied[], open: ReadonlySet<string>): TemplateResult {
    const { kijk } = this;
    const mag = kijk.plaatsenVoor('zorgpunt').length > 0;
    const alles = met.length > 0 && met.every(({ code }) => open.has(code));
    const publiek = gewoonPubliek(kijk)?.publiek ?? null;
    return html`<div class="bord-weten__kop">
      <h2 id="bord-weten-kop" tabindex="-1">Wat wij weten</h2>
      <div class="bord-weten__knoppen">
        ${
          mag
            ? html`<button type="button" class="rt-als-link bord-plus" @click=${opent(NIEUWE_KAART, { soort: 'kracht', lidId: kijk.gekozenLid })}>
                  Wat gaat goed
                </button>
                <button type="button" class="rt-als-link bord-plus" @click=${opent(NIEUWE_KAART, { soort: 'zorgpunt', lidId: kijk.gekozenLid })}>
                  Zorgpunt
                </button>`
            : nothing
        }
        ${
          met.length > 1
            ? html`<button type="button" class="rt-als-link" @click=${() => this.zetAlle(met, !alles)}>
                ${alles ? 'Klap alles in' : 'Klap alles uit'}
              </button>`
            : nothing
        }
      </div>
      ${publiek === null ? nothing : lezersUitklap(kijk, publiek, met.length > 1 ? ', tenzij er iets bij staat' : '')}
    </div>`;
  }

  /** What has something for me, or stands open; and the rest. */
  private verdeel(open: ReadonlySet<string>): [Gebied[], Gebied[]] {
    const met: Gebied[] = [];
    const zonder: Gebied[] = [];
    for (const gebied of zichtbareLeefgebieden(this.kijk)) {
      const niets = isNiets(beeldVan(this.kijk, this.teksten, gebied));
      if (!niets || open.has(gebied.code)) this.staat.add(gebied.code);
      (this.staat.has(gebied.code) ? met : zonder).push(gebied);
    }
    return [met, zonder];
  }

  private leeg(gebieden: readonly Gebied[]): TemplateResult | typeof nothing {
    if (gebieden.length === 0) return nothing;
    return html`<div class="bord-weten__leeg">
      <span class="rt-zacht">Voor u staat hier niets</span>
      <ul>
        ${gebieden.map(
          ({ code, naam }) => html`<li>
            <button type="button" class="rt-als-link" @click=${() => this.zetOpen(code)}>${naam}</button>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  /** Advice, the regisseur's own notes, and any category that a municipality adds: gathered in one place. */
  private elders(): TemplateResult | typeof nothing {
    const { kijk, doe } = this;
    const categorieen = categorieenZonderPlek(kijk);
    const tegels = tegelsVan(kijk, categorieen).filter(({ soort }) => soort === 'ongeopend');
    const notities = kijk.ikRegisseer && kijk.leest('regie');
    const gevaar = acuutGevaar(kijk, categorieen);
    const noodplek = kijk
      .plaatsenVoor('noodkaart')
      .find(
        (plaats) =>
          categorieen.includes(plaats.categorie) &&
          kijk.inBeeld([plaats.lidId]) &&
          !kijk.kaarten('noodkaart').some((kaart) => kaart.compartimentId === plaats.id),
      );
    if (!notities && tegels.length + gevaar.length === 0 && noodplek === undefined) return nothing;
    return html`<section class="bord-weten__elders" aria-labelledby="bord-elders-kop">
      <h3 id="bord-elders-kop" tabindex="-1">${notities ? 'Alleen voor de regisseur' : 'Advies'}</h3>
      <rt-bord-notities .kijk=${kijk} .teksten=${this.teksten}></rt-bord-notities>
      ${gevaar} ${tegels.map((tegel) => ongeopendeTegel(kijk, doe, tegel))}
      ${
        noodplek === undefined
          ? nothing
          : html`<button
              type="button"
              class="bord-erbij bord-plus"
              @click=${opent(NIEUWE_KAART, { soort: 'noodkaart', lidId: noodplek.lidId, compartimentId: noodplek.id })}
            >
              Bij acuut gevaar
            </button>`
      }
    </section>`;
  }

  /** Where I begin: what my own organisation keeps, and where a concept of mine waits. */
  private eigenGebieden(): string[] {
    const { kijk, teksten } = this;
    const eigen = new Set(
      kijk.bord.compartimenten.filter((plaats) => plaats.eigen).map(({ categorie }) => categorie),
    );
    const metConcept = new Set(
      kijk.bord.velden
        .filter(({ id }) => teksten.conceptBij(id) !== undefined)
        .map(({ leefgebied }) => leefgebied),
    );
    return kijk.lijsten.leefgebieden
      .filter(
        ({ code, achtergrond }) => metConcept.has(code as never) || achtergrond.some((een) => eigen.has(een)),
      )
      .map(({ code }) => code);
  }

  private klap(code: string, { open, doorMij }: { open: boolean; doorMij: boolean }): void {
    const nu = new Set(this.open);
    if (open) nu.add(code);
    else nu.delete(code);
    this.zet(nu);
    if (!doorMij) return;
    this.dispatchEvent(
      new Plaatskeuze(
        { tab: null, lidId: this.kijk.gekozenLid, ding: open ? { soort: 'leefgebied', id: code } : null },
        { vervang: true },
      ),
    );
  }

  private async zetOpen(code: string): Promise<void> {
    this.klap(code, { open: true, doorMij: true });
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    this.querySelector<HTMLElement>(`#bord-gebied-${code} > summary`)?.focus();
  }

  private zetAlle(gebieden: readonly Gebied[], open: boolean): void {
    this.zet(new Set(open ? gebieden.map(({ code }) => code) : []));
  }

  private zet(open: ReadonlySet<string>): void {
    this.open = open;
    onthoudOpen(this.kijk.bord.id, open);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-leefgebieden': RtBordLeefgebieden;
  }
}
