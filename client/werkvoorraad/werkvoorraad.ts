import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Sessie } from '../../shared/contract/sessies.ts';
import type { Wachtend, Werkvoorraad } from '../../shared/contract/werkvoorraad.ts';
import { roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { haalLijsten } from '../lijsten.ts';
import { Dag } from '../ui/dag.ts';
import { voluit } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { hoortToetsen } from '../ui/toetsen.ts';
import './adviesvragen.ts';
import { casussenlijst } from './casussen.ts';
import { type Erbij, isGedaan, samenvatting, sleutelVan, VAKKEN, type Vak, vakVan } from './indeling.ts';
import './regel.ts';
import type { RtWerkregel } from './regel.ts';
import { Werkgedaan } from './regel.ts';
import './werkvoorraad.css';

/** So long what waits for me waits for what stands beside it. */
const GEDULD_MS = 2_500;

/** Mijn werk: what waits for me, by how urgent it is, and the casussen in which I take part. */
@customElement('rt-werkvoorraad')
export class RtWerkvoorraad extends LichtElement {
  @property({ attribute: false }) sessie!: Sessie;

  private readonly dag = new Dag(this);
  private readonly werk = new Opgehaald<{ werkvoorraad: Werkvoorraad; lijsten: Lijsten }>(this, haalWerk);
  // What one has beside one's work: each by itself, so that it keeps nobody from the rest (ST1).
  /** What waits for a hand of mine in casussen in which I take no part; null: nothing, for most people. */
  private readonly hand = new Opgehaald(this, haalHand);
  /** Who is in no overleg, and can bring nothing to one, sees none and fetches no code for it. */
  private readonly overleg = new Opgehaald(this, () => haalOverleg(this.dag.vandaag));
  /** Questions for advice that wait for me, or of which I hear; for most people none. */
  private readonly advies = new Opgehaald(this, async () => (await roep('advies.lijst')).adviesvragen);
  private readonly delen = [this.werk, this.hand, this.overleg, this.advies];
  /** Where each line stands, until this page is left: nothing moves while one reads. */
  private readonly vakken = new Map<string, Vak>();
  private ingedeeldOp = '';
  private geduld: ReturnType<typeof setTimeout> | undefined;
  private geduldOp = false;
  /**
   * What has its place above or beside the lines: what showed something when they came. What comes later stands under
   * all of it until this page is left, so that nothing moves under who reads. Null: nothing is shown yet.
   */
  private eerst: ReadonlySet<Deel> | null = null;

  constructor() {
    super();
    hoortToetsen(this, () => [
      { toets: 'j', naam: 'Volgende regel', doe: () => this.loop(1) },
      { toets: 'k', naam: 'Vorige regel', doe: () => this.loop(-1) },
      { toets: 'd', naam: 'Gedaan, of maak ongedaan', doe: () => this.regelNu()?.vink() ?? false },
      { toets: 'h', naam: 'Hoe staat het ermee?', doe: () => this.regelNu()?.klap() ?? false },
    ]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(Werkgedaan.naam, this.opGedaan);
    this.geduld = setTimeout(() => {
      this.geduldOp = true;
      this.requestUpdate();
    }, GEDULD_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.geduld);
    this.geduldOp = false;
    this.eerst = null;
    this.removeEventListener(Werkgedaan.naam, this.opGedaan);
    // NK7: nothing of it stays in the page of who went elsewhere.
    this.vakken.clear();
  }

  protected override willUpdate(): void {
    if (this.eerst === null && this.werk.waarde !== undefined && this.isCompleet)
      this.eerst = new Set((['hand', 'overleg', 'advies'] as const).filter((deel) => this.toont(deel)));
    if (this.ingedeeldOp === this.dag.vandaag) return;
    // Another day: what was of this week may be over time.
    this.ingedeeldOp = this.dag.vandaag;
    this.vakken.clear();
  }

  protected override render() {
    const { vandaag } = this.dag;
    const regels = this.regels();
    const werk = this.eerst === null ? undefined : this.werk.waarde;
    const fout = this.delen.find((deel) => deel.fout !== '')?.fout ?? '';
    return html`<div class="rt-werk">
      <header class="rt-schermkop rt-werk__kop">
        <div>
          <h1><span class="rt-alleen-voorlezen">Mijn werk, </span>${hoofdletter(voluit(vandaag, vandaag))}</h1>
          <p role="status">${werk === undefined ? nothing : samenvatting(regels, this.erbij(), vandaag)}</p>
        </div>
        ${werk !== undefined && this.magInbrengen() ? html`<a class="${KNOP.gewoon} ${KLEIN}" href="/casussen/nieuw">Casus inbrengen …</a>` : nothing}
      </header>
      ${fout === '' ? nothing : nietOpgehaald(werk === undefined ? 'Uw werk is niet opgehaald' : 'Niet alles is opgehaald', fout, this.ververs)}
      ${werk === undefined ? laden(fout) : this.overzicht(regels, werk.werkvoorraad, werk.lijsten)}
    </div>`;
  }

  /** Whether of each part is known what it is, or that it fails; or whether it was waited for long enough. */
  private get isCompleet(): boolean {
    return this.geduldOp || this.delen.every(({ waarde, fout }) => waarde !== undefined || fout !== '');
  }

  private toont(deel: Deel): boolean {
    switch (deel) {
      case 'hand':
        return (this.hand.waarde ?? null) !== null;
      case 'overleg':
        return (this.overleg.waarde ?? nothing) !== nothing;
      case 'advies':
        return (this.advies.waarde ?? []).length > 0;
    }
  }

  /** What stands here: all that is to be done, and what was done while this page was open. */
  private regels(): Wachtend[] {
    const { vandaag } = this.dag;
    return (this.werk.waarde?.werkvoorraad.wachtend ?? []).filter((regel) => {
      const sleutel = sleutelVan(regel);
      if (!isGedaan(regel) && !this.vakken.has(sleutel)) this.vakken.set(sleutel, vakVan(regel, vandaag));
      return this.vakken.has(sleutel);
    });
  }

  private overzicht(regels: readonly Wachtend[], werk: Werkvoorraad, lijsten: Lijsten): TemplateResult {
    const hier = (deel: Deel, wat: TemplateResult | typeof nothing) =>
      this.eerst?.has(deel) === true ? wat : nothing;
    const laat = (deel: Deel, wat: TemplateResult | typeof nothing) =>
      this.eerst?.has(deel) === true ? nothing : wat;
    const overleg = this.overleg.waarde ?? nothing;
    const nieuw = new Set(
      regels.filter(({ soort }) => soort === 'nog_niet_geopend').map(({ casusId }) => casusId),
    );
    return html`<div class="rt-werk__delen">
      <div class="rt-werk__vakken">
        ${hier('hand', this.tweedeHand())}
        ${hier('advies', this.adviesvragen(lijsten, 'boven'))}
        ${regels.length === 0 ? this.geenRegels(werk) : VAKKEN.map(({ vak, kop }) => this.vak(vak, kop, regels, lijsten))}
        ${hier('advies', this.adviesvragen(lijsten, 'onder'))}
      </div>
      <div class="rt-werk__vakken">
        ${hier('overleg', overleg)}
        <section class="rt-werk__vak" aria-labelledby="rt-werk-casussen">
        <h2 id="rt-werk-casussen">Uw casussen${nieuw.size > 0 || werk.zetels.some((zetel) => zetel.nieuw > 0) ? html` <span class="rt-werk__erbij">wat nieuw is eerst</span>` : nothing}</h2>
        ${werk.zetels.length === 0 ? this.geenCasussen() : casussenlijst(werk.zetels, nieuw, lijsten, this.dag.vandaag)}
        </section>
      </div>
      <div class="rt-werk__vakken rt-werk__laat">${laat('hand', this.tweedeHand())}${laat('advies', this.adviesvragen(lijsten, 'laat'))}${laat('overleg', overleg)}</div>
    </div>`;
  }

  private tweedeHand(): TemplateResult | typeof nothing {
    const hand = this.hand.waarde ?? null;
    return hand === null
      ? nothing
      : html`<rt-tweede-hand
          .wacht=${hand.wacht}
          .waarTeNemen=${hand.waarTeNemen}
          .vandaag=${this.dag.vandaag}
          @rt-beslist=${this.ververs}
        ></rt-tweede-hand>`;
  }

  /** @param plek above the rest when something of it is new, or mine to do; else I wait for others, and it stands below */
  private adviesvragen(lijsten: Lijsten, plek: 'boven' | 'onder' | 'laat'): TemplateResult | typeof nothing {
    const vragen = this.advies.waarde ?? [];
    const isVoorMij = vragen.some(
      ({ rol, nieuws }) => rol === 'wacht' || rol === 'deskundige' || nieuws !== null,
    );
    return vragen.length === 0 || (plek !== 'laat' && isVoorMij !== (plek === 'boven'))
      ? nothing
      : html`<rt-adviesvragen .vragen=${vragen} .lijsten=${lijsten} .vandaag=${this.dag.vandaag}></rt-adviesvragen>`;
  }

  /** Said where else the page would be empty; the head says it as well. */
  private geenRegels({ zetels }: Werkvoorraad): TemplateResult | typeof nothing {
    if ((this.hand.waarde ?? null) !== null || (this.advies.waarde ?? []).length > 0) return nothing;
    return html`<section class="rt-werk__vak">
      <h2 class="rt-alleen-voorlezen">Wat op u wacht</h2>
      <p class="rt-werk__leeg">
        Niets wacht op u.${
          zetels.length > 0
            ? html` Uw casussen staan <span class="rt-werk__rechts">rechts</span
                ><span class="rt-werk__hieronder">hieronder</span>.`
            : nothing
        }
      </p>
    </section>`;
  }

  private erbij(): Erbij {
    const advies = this.advies.waarde ?? [];
    return {
      hand: this.hand.waarde?.wacht.length ?? 0,
      adviesWacht: advies.filter(({ rol }) => rol === 'wacht').length,
      adviesBijMij: advies.filter(({ rol, stand }) => rol === 'deskundige' && stand === 'aangenomen').length,
    };
  }

  private vak(vak: Vak, kop: string, regels: readonly Wachtend[], lijsten: Lijsten) {
    const hier = regels.filter((regel) => this.vakken.get(sleutelVan(regel)) === vak);
    if (hier.length === 0) return nothing;
    const zetels = new Map(this.werk.waarde?.werkvoorraad.zetels.map((zetel) => [zetel.casusId, zetel]));
    return html`<section class="rt-werk__vak rt-werk__vak--${vak}" aria-labelledby="rt-werk-${vak}">
      <h2 id="rt-werk-${vak}">${kop}</h2>
      <ul class="rt-werk__regels">
        ${repeat(
          hier,
          sleutelVan,
          (regel) => html`<li>
            <rt-werkregel
              .wachtend=${regel}
              .zetel=${zetels.get(regel.casusId)}
              .lijsten=${lijsten}
              .vandaag=${this.dag.vandaag}
            ></rt-werkregel>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private geenCasussen(): TemplateResult {
    return html`<div class="rt-werk__leeg">
      <p><strong>U doet nu aan geen casus mee.</strong></p>
      ${
        this.magInbrengen()
          ? html`<p>Helpt u een huishouden waar meer mensen bij nodig zijn? Breng dan een casus in.</p>`
          : html`<p>
              Een regisseur kan u vragen om mee te doen. Daarna staat de casus hier. Verwacht u een casus die u niet
              ziet? Bel de regisseur.
            </p>`
      }
    </div>`;
  }

  private magInbrengen(): boolean {
    return (
      this.werk.waarde?.lijsten.zetels.some(
        (zetel) => zetel.brengtIn && this.sessie.zetels.includes(zetel.code),
      ) ?? false
    );
  }

  private get regelsOpScherm(): RtWerkregel[] {
    return [...this.querySelectorAll<RtWerkregel>('rt-werkregel')];
  }

  private regelNu(): RtWerkregel | undefined {
    return this.regelsOpScherm.find((regel) => regel.contains(document.activeElement));
  }

  private loop(stap: 1 | -1): boolean {
    const regels = this.regelsOpScherm;
    const nu = regels.findIndex((regel) => regel.contains(document.activeElement));
    const naar = nu === -1 ? (stap === 1 ? 0 : regels.length - 1) : nu + stap;
    regels[naar]?.naarRegel();
    return regels[naar] !== undefined;
  }

  private readonly opGedaan = (gebeurtenis: Event) => {
    if (!(gebeurtenis instanceof Werkgedaan)) return;
    const { kaart } = gebeurtenis;
    if (kaart === null) this.ververs();
    else this.neemIn(kaart);
  };

  /** The line of a kaart, as it is now. */
  private neemIn(kaart: Kaart): void {
    if (kaart.soort !== 'afspraak') return;
    const { stand, versie, titel } = kaart;
    const uiterlijk = kaart.uiterlijk ?? null;
    this.werk.wordt((werk) => {
      const wachtend = werk.werkvoorraad.wachtend.map((regel) =>
        regel.kaartId !== kaart.id || regel.afspraak === null
          ? regel
          : {
              ...regel,
              titel,
              uiterlijk,
              afspraak: { ...regel.afspraak, stand, versie, gedaan: null },
            },
      );
      return { ...werk, werkvoorraad: { ...werk.werkvoorraad, wachtend } };
    });
  }

  private readonly ververs = () => {
    for (const deel of this.delen) void deel.ververs();
  };
}

/** What some people have beside their work. */
type Deel = 'hand' | 'overleg' | 'advies';

function laden(fout: string): TemplateResult | typeof nothing {
  return fout === '' ? html`<p class="rt-laden">Uw werk wordt opgehaald…</p>` : nothing;
}

async function haalWerk(): Promise<{ werkvoorraad: Werkvoorraad; lijsten: Lijsten }> {
  const [werkvoorraad, lijsten] = await Promise.all([roep('werkvoorraad'), haalLijsten()]);
  return { werkvoorraad, lijsten };
}

async function haalHand(): Promise<Antwoord<'tweedeHand.lijst'> | null> {
  const hand = await roep('tweedeHand.lijst');
  // Most people lead nobody: what they don't see they don't fetch.
  if (hand.wacht.length + hand.waarTeNemen.length === 0) return null;
  await import('./tweede-hand.ts');
  return hand;
}

async function haalOverleg(vandaag: string): Promise<TemplateResult | typeof nothing> {
  const overleg = await roep('overleg.lijst');
  if (overleg.overleggen.length === 0 && !overleg.magPlannen && !overleg.magReeksen) return nothing;
  return (await import('./overleggen.ts')).overlegblok(overleg, vandaag);
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-werkvoorraad': RtWerkvoorraad;
  }
}
