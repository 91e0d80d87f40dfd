import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isOpen, isOverTijd } from '../casus/afspraken.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { naamVan } from '../lijsten.ts';
import { beginToelichting } from '../teksten/toelichting.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { datumVan, kort, metDag, termijn } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { magWeg } from '../ui/onbewaard.ts';
import { heel, rijtje } from '../ui/heel.ts';
import { opsomming } from '../ui/opsomming.ts';
import { PIJL, VINK } from '../ui/tekens.ts';
import { IN_EEN_AFSPRAAK } from './deuren.ts';
import type { Doe } from './doe.ts';
import { genoemdLeestMee } from './genoemd.ts';
import { wijzigknop } from './onderdelen.ts';

type Vorm = 'voortgang' | 'datum';

/** The afspraak in which something is being filled in: one at a time, on all of the page. */
let inGebruik: RtBordAfspraak | null = null;

/**
 * One afspraak: ticked off in one click, how it goes and another date where it stands, the rest when it is opened.
 * What was just done stays where it is, to be undone.
 */
@customElement('rt-bord-afspraak')
export class RtBordAfspraak extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) teksten!: Bordteksten;
  @property({ attribute: false }) afspraak!: KaartVan<'afspraak'>;
  /** How it stood before it was ticked off just now; null: it wasn't, or that is long ago. */
  @property({ attribute: false }) vorigeStand: KaartVan<'afspraak'>['stand'] | null = null;
  /** It waits for me now: what one can do stands in sight. */
  @property({ attribute: false }) nadruk = false;
  /** Whether there is room to write in its text. */
  @property({ attribute: false }) ruim = false;

  @state() private vorm: Vorm | null = null;
  @state() private nietOpgehaald = false;
  /** What was pressed to fill something in. */
  private vanaf: HTMLElement | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (inGebruik === this) inGebruik = null;
    this.vorm = null;
  }

  protected override render() {
    const { afspraak, kijk, nadruk } = this;
    const klaar = !isOpen(afspraak);
    const mag = kijk.magWijzigen(afspraak) || afspraak.ikVoerUit;
    return html`<div
      class="bord-afspraak ${klaar ? 'bord-afspraak--klaar' : ''} ${nadruk ? 'bord-afspraak--nadruk' : ''}"
    >
      ${nadruk && mag && !klaar ? nothing : this.vakje(mag)}
      <div class="bord-afspraak__tekst">
        <details class="bord-afspraak__meer" @toggle=${haalErbij}>
          <summary>
            <span class="bord-afspraak__kop"
              ><bdi class="bord-afspraak__titel">${heel(afspraak.titel)}</bdi>
              <span class="bord-afspraak__wie rt-rijtje">${this.wieEnWanneer()}</span></span
            >${PIJL}
          </summary>
          ${this.meer()}
        </details>
        ${this.ongedaan()} ${nadruk && mag && !klaar ? this.knoppen(true, false) : nothing} ${this.invulling()}
        ${
          this.nietOpgehaald
            ? html`<p class="bord-tekstvak__melding" role="alert">
                Dit is nu niet op te halen. Er is niets verloren. Controleer uw netwerk en probeer het opnieuw.
              </p>`
            : nothing
        }
      </div>
    </div>`;
  }

  private vakje(mag: boolean): TemplateResult {
    const { afspraak, kijk } = this;
    const gedaan = afspraak.stand === 'gedaan';
    if (!mag) {
      // Not a control: what one can't tick shouldn't look as if one can.
      return html`<span class="bord-afspraak__stip ${gedaan ? 'bord-afspraak__stip--gedaan' : ''}" aria-hidden="true">
        ${gedaan ? VINK : nothing}
      </span>`;
    }
    const vanMij = afspraak.ikVoerUit || afspraak.uitvoerders.length === 0;
    const van = vanMij ? '' : `, van ${opsomming(kijk.noem(afspraak.uitvoerders)) || 'een ander'}`;
    return html`<span class="bord-afspraak__vak">
      <input
        type="checkbox"
        class="bord-vinkje ${vanMij ? '' : 'bord-vinkje--ander'}"
        aria-label="Gedaan: ${afspraak.titel}${van}"
        .checked=${live(gedaan)}
        @change=${(e: Event) => {
          const vakje = e.target;
          if (vakje instanceof HTMLInputElement) void this.vink(vakje.checked);
        }}
      />
    </span>`;
  }

  private wieEnWanneer(): unknown {
    const { kijk, afspraak } = this;
    const wie = wieDoetDit(kijk, afspraak);
    const delen: unknown[] = [];
    if (afspraak.uiterlijk !== undefined) delen.push(this.uiterlijk(afspraak.uiterlijk));
    // Who carries it out may be somebody whom I may not know: then nothing is said (NK20).
    if (wie.length > 0) delen.push(heel(opsomming(wie)));
    if (afspraak.stand === 'bezig') delen.push('begonnen');
    else if (afspraak.stand !== 'gepland')
      delen.push(naamVan(kijk.lijsten.standen, afspraak.stand).toLowerCase());
    return rijtje(delen);
  }

  private uiterlijk(uiterlijk: string): unknown {
    const { vandaag } = this.kijk;
    if (isOverTijd(this.afspraak, vandaag))
      return html`<span class="rt-over-tijd">${termijn(uiterlijk, vandaag)}</span>`;
    const dag = metDag(uiterlijk, vandaag);
    if (!isOpen(this.afspraak)) return dag;
    return html`<span class="bord-afspraak__dag">${uiterlijk === vandaag ? 'vandaag' : dag}</span>`;
  }

  /** What one sees of it when it is opened. */
  private meer(): TemplateResult {
    const { kijk, afspraak } = this;
    const doel = kijk.kaarten('doel').find(({ id }) => id === afspraak.doelId);
    return html`<div class="bord-afspraak__open">
      ${doel === undefined ? nothing : html`<p class="rt-zacht">Bij doel: <bdi>${doel.titel}</bdi></p>`}
      ${afspraak.uiterlijk === undefined || !isOpen(afspraak) ? nothing : html`<p class="rt-zacht">Uiterlijk ${metDag(afspraak.uiterlijk, kijk.vandaag)}, ${termijn(afspraak.uiterlijk, kijk.vandaag)}</p>`}
      ${afspraak.wet === undefined ? nothing : html`<p class="rt-zacht">${naamVan(kijk.lijsten.wetten, afspraak.wet)}</p>`}
      ${this.wachten()}
      ${afspraak.betaaltDoor === undefined ? nothing : html`<p class="rt-zacht">Betaalt: <bdi>${afspraak.betaaltDoor}</bdi></p>`}
      ${this.laatsteStap()}
      <rt-doorzetting .kijk=${kijk} .verbinding=${this.verbinding} .afspraak=${afspraak}></rt-doorzetting>
      ${genoemdLeestMee(kijk, afspraak, genoemden(afspraak), 'deze afspraak')}
      ${anderPubliek(kijk, kijk.compartiment(afspraak.compartimentId))}
      <rt-bord-toelichting
        .kijk=${kijk}
        .teksten=${this.teksten}
        .kaartId=${afspraak.id}
        ?schrijfbaar=${this.ruim}
      ></rt-bord-toelichting>
      ${this.knoppen(!(this.nadruk && isOpen(afspraak)), true)}
      ${this.ruim ? beginToelichting(kijk, this.teksten, afspraak) : nothing}
    </div>`;
  }

  /** @param eerst what one does most; @param rest what else one can change */
  private knoppen(eerst: boolean, rest: boolean): TemplateResult {
    const { kijk, afspraak, nadruk } = this;
    const open = isOpen(afspraak);
    const mag = kijk.magWijzigen(afspraak);
    const staatErIets = (afspraak.stappen?.length ?? 0) > 0;
    return html`<div class="bord-afspraak__knoppen">
      ${
        eerst && nadruk && open
          ? html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.vink(true)}>
              ${VINK}Gedaan<span class="rt-alleen-voorlezen">: ${afspraak.titel}</span>
            </button>`
          : nothing
      }
      ${
        eerst && (afspraak.ikVoerUit || staatErIets)
          ? html`<button
              type="button"
              class="rt-als-link"
              aria-expanded=${this.vorm === 'voortgang' ? 'true' : 'false'}
              @click=${() => this.vul('voortgang')}
            >
              Hoe staat het ermee?<span class="rt-alleen-voorlezen"> ${afspraak.titel}</span>
            </button>`
          : nothing
      }
      ${
        rest && mag && open
          ? html`<button
              type="button"
              class="rt-als-link"
              aria-expanded=${this.vorm === 'datum' ? 'true' : 'false'}
              @click=${() => this.vul('datum')}
            >
              Andere datum<span class="rt-alleen-voorlezen">: ${afspraak.titel}</span>
            </button>`
          : nothing
      }
      ${rest ? wijzigknop(kijk, afspraak, `afspraak ${afspraak.titel}`) : nothing}
    </div>`;
  }

  /** Where one fills something in, on the spot. */
  private invulling(): TemplateResult | typeof nothing {
    const { kijk, verbinding, afspraak, vorm } = this;
    if (vorm === null) return nothing;
    return html`<div
      class="bord-afspraak__vul"
      role="group"
      aria-label="${vorm === 'voortgang' ? 'Hoe staat het ermee?' : 'Andere datum'} ${afspraak.titel}"
      @klaar=${this.sluitVorm}
      @keydown=${this.opEscape}
    >
      ${
        vorm === 'voortgang'
          ? html`<rt-voortgang .kijk=${kijk} .verbinding=${verbinding} .afspraak=${afspraak}></rt-voortgang>`
          : html`<rt-andere-datum .plek=${verbinding} .afspraak=${afspraak}></rt-andere-datum>`
      }
      <button type="button" class="rt-als-link" @click=${this.wilSluiten}>
        Sluiten<span class="rt-alleen-voorlezen">: ${afspraak.titel}</span>
      </button>
    </div>`;
  }

  private ongedaan(): TemplateResult | typeof nothing {
    const { vorigeStand, afspraak } = this;
    if (vorigeStand === null || afspraak.stand !== 'gedaan') return nothing;
    return html`<p class="bord-afspraak__net">
      ${VINK}Gedaan
      <button type="button" class="rt-als-link" @click=${this.maakOngedaan}>
        Maak ongedaan<span class="rt-alleen-voorlezen">: ${afspraak.titel}</span>
      </button>
    </p>`;
  }

  /** What it waits for, and who bridges that. */
  private wachten(): TemplateResult | typeof nothing {
    const { kijk, afspraak } = this;
    const { wachtOp, overbrugtDoor } = afspraak;
    const wie = overbrugtDoor === undefined ? '' : opsomming(kijk.noem([overbrugtDoor]));
    if (wachtOp === undefined && wie === '') return nothing;
    return html`<p>
      ${wachtOp === undefined ? nothing : html`<span class="rt-merk rt-merk--let-op">wacht op</span> <bdi>${wachtOp}</bdi>`}
      ${wie === '' ? nothing : html`<span class="rt-zacht">intussen: <bdi>${wie}</bdi></span>`}
    </p>`;
  }

  private laatsteStap(): TemplateResult | typeof nothing {
    const { kijk, afspraak } = this;
    const stap = afspraak.stappen?.at(-1);
    if (stap?.tekst === undefined) return nothing;
    return html`<p class="bord-afspraak__stap">
      ${kort(datumVan(stap.op), kijk.vandaag)}: “<bdi>${stap.tekst}</bdi>”
    </p>`;
  }

  private async vink(gedaan: boolean): Promise<void> {
    const { afspraak } = this;
    const eerder = afspraak.stand;
    if (gedaan) this.dispatchEvent(new Afgevinkt(afspraak.id, eerder));
    const gelukt = await this.doe.zetStand(afspraak, gedaan ? 'gedaan' : 'bezig');
    if (gelukt) aankondigen(gedaan ? 'Gedaan. U kunt dit nu nog ongedaan maken.' : 'Weer open.');
    else if (gedaan) this.dispatchEvent(new Afgevinkt(afspraak.id, null));
    this.requestUpdate();
    await this.updateComplete;
    // The button that was pressed is gone: one goes on where it can be undone.
    if (gelukt && document.activeElement === document.body) {
      this.querySelector<HTMLElement>('.bord-afspraak__net button, .bord-vinkje')?.focus();
    }
  }

  private readonly maakOngedaan = async () => {
    const { afspraak, vorigeStand } = this;
    if (vorigeStand === null || !(await this.doe.zetStand(afspraak, vorigeStand))) return;
    this.dispatchEvent(new Afgevinkt(afspraak.id, null));
    aankondigen('Ongedaan gemaakt.');
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    this.querySelector<HTMLElement>('.bord-afspraak__knoppen button, .bord-vinkje')?.focus();
  };

  private async vul(vorm: Vorm): Promise<void> {
    if (this.vorm === vorm) return this.wilSluiten();
    this.nietOpgehaald = false;
    const vanaf = this.querySelector<HTMLElement>(':focus');
    try {
      await IN_EEN_AFSPRAAK();
    } catch {
      this.nietOpgehaald = true;
      return;
    }
    if (inGebruik !== null && !(await magWeg(inGebruik))) return;
    if (inGebruik !== null) inGebruik.vorm = null;
    inGebruik = this;
    this.vanaf = vanaf;
    this.vorm = vorm;
    await this.updateComplete;
    await this.querySelector<LichtElement>('rt-voortgang, rt-andere-datum')?.updateComplete;
    this.querySelector<HTMLElement>('.bord-afspraak__vul :is(input, select, textarea, button)')?.focus();
  }

  private readonly opEscape = (toets: KeyboardEvent) => {
    if (toets.key !== 'Escape' || toets.defaultPrevented) return;
    toets.preventDefault();
    void this.wilSluiten();
  };

  private readonly wilSluiten = async () => {
    if (await magWeg(this)) this.sluitVorm();
  };

  private readonly sluitVorm = () => {
    const vorm = this.vorm;
    this.vorm = null;
    if (inGebruik === this) inGebruik = null;
    void this.updateComplete.then(() => {
      if (vorm === null || document.activeElement !== document.body) return;
      this.querySelector('summary')?.focus();
      // Where it is still there; what isn't takes no focus.
      this.vanaf?.focus();
    });
  };
}

/** What stands in an opened one and has code of its own; the rest of it doesn't wait for that. */
const haalErbij = () => void IN_EEN_AFSPRAAK().catch(() => {});

/** Whom it names, who read it by that (NK22). */
function genoemden({ uitvoerders, overbrugtDoor }: KaartVan<'afspraak'>): string[] {
  return overbrugtDoor === undefined ? uitvoerders : [...new Set([...uitvoerders, overbrugtDoor])];
}

/** Who carries it out, as far as I may know: the regisseur and that person also know who does for the regisseur (NK26). */
function wieDoetDit(kijk: Kijk, { uitvoerders, viaRegisseur }: KaartVan<'afspraak'>): string[] {
  if (viaRegisseur === undefined) return kijk.noem(uitvoerders);
  const anderen = uitvoerders.filter((id) => kijk.deelnemer(id)?.regisseur !== true);
  return [...kijk.noem(anderen), ...kijk.noem([viaRegisseur]).map((wie) => `${wie}, via de regisseur`)];
}

/** An afspraak was ticked off just now, or that was taken back (`vorigeStand` null). Goes up to the list. */
export class Afgevinkt extends Event {
  readonly kaartId: string;
  readonly vorigeStand: KaartVan<'afspraak'>['stand'] | null;

  constructor(kaartId: string, vorigeStand: KaartVan<'afspraak'>['stand'] | null) {
    super(Afgevinkt.naam, { bubbles: true });
    this.kaartId = kaartId;
    this.vorigeStand = vorigeStand;
  }

  static readonly naam = 'rt-afgevinkt';
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-afspraak': RtBordAfspraak;
  }
}
