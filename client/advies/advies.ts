import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ADVIESKOPPEN, type Advieskop } from '../../shared/advies.ts';
import type { Adviesvraag } from '../../shared/contract/advies.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { ADVIESLABELS as A } from '../../shared/plan/advieslabels.ts';
import { berichtVan, roep } from '../api/api.ts';
import { naamVan } from '../lijsten.ts';
import { verschijnt } from '../teksten/verschijnt.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { Dag } from '../ui/dag.ts';
import { datumVan, metDag } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { ga } from '../ui/navigatie.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import { opsomming } from '../ui/opsomming.ts';
import { padNaar } from '../ui/plaats.ts';
import './advies.css';
import { AFSPRAAK_UIT_ADVIES } from './deuren.ts';
import { REACTIE } from './erbij.ts';
import { gelezen, LIJN_WEG } from './gelezen.ts';
import { GevolgdeVraag } from './gevolgde-vraag.ts';
import { Adviesgedaan } from './schrijven.ts';
import { regels, zin } from './zin.ts';

/** Headings under which stands what can be done. */
const TE_DOEN: ReadonlySet<Advieskop> = new Set(['watIkAdviseer', 'wanneerOpnieuw']);

const AFSPRAAKSTAND: Readonly<Record<Adviesvraag['afspraken'][number]['stand'], string>> = {
  gepland: 'nog niet begonnen',
  bezig: 'bezig',
  wacht: 'wacht',
  gedaan: 'gedaan',
  vervallen: 'gaat niet door',
  verwijderd: 'weggehaald',
};

const DOOR = { deskundige: 'De gedragsdeskundige vraagt', vrager: 'Het team antwoordt' } as const;

/** A question for advice (OV11): what may be read of it on the left, what one does about it on the right. */
@customElement('rt-advies')
export class RtAdvies extends LichtElement {
  @property({ attribute: false }) adviesvraagId = '';
  /** Why something that one did failed. */
  @state() private fout = '';
  @state() private bezig = false;
  /** The line of which an afspraak is being made. */
  @state() private afspraakUit: string | null = null;

  private readonly dag = new Dag(this);
  private readonly hier = new GevolgdeVraag(this, () => this.adviesvraagId);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(Adviesgedaan.naam, this.opGedaan);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(Adviesgedaan.naam, this.opGedaan);
  }

  protected override render() {
    const { vraag, lijsten, fout, isWeg, isLijnWeg, laad } = this.hier;
    if (isWeg)
      return html`<div class="rt-kolom rt-kolom--smal">
        <h1>Deze vraag is er niet, of niet meer voor u</h1>
        <p><a href="/">Naar Mijn werk</a></p>
      </div>`;
    return html`${isLijnWeg ? LIJN_WEG : nothing}
    ${fout === '' ? nothing : nietOpgehaald('De vraag is niet opgehaald', fout, laad)}
    ${this.fout === '' ? nothing : html`<rt-melding soort="fout" kop="Niet gelukt" .inhoud=${this.fout}></rt-melding>`}
    ${vraag === undefined || lijsten === undefined ? (fout === '' ? html`<p class="rt-laden">De vraag wordt opgehaald…</p>` : nothing) : this.geheel(vraag, lijsten)}`;
  }

  private geheel(vraag: Adviesvraag, lijsten: Lijsten): TemplateResult {
    const isDeskundige = vraag.rol === 'deskundige' || vraag.rol === 'wacht';
    return html`<header class="rt-schermkop rt-advies__kop">
        <div>
          <p class="rt-klein">
            <strong>Adviesvraag</strong> van ${this.team(vraag, lijsten)} · over ${vraag.over} · gevraagd
            ${metDag(datumVan(vraag.gevraagdOp), this.dag.vandaag)} · antwoord graag uiterlijk
            ${metDag(vraag.tot, this.dag.vandaag)}
          </p>
          <h1>${zin(vraag.vraag)}</h1>
        </div>
        <p class="rt-klein rt-zacht">
          ${
            isDeskundige
              ? html`U leest zonder namen.${vraag.stand === 'gevraagd' || vraag.stand === 'aangenomen' ? html`<br />Als u tekent, sluit wat u leest.` : nothing}`
              : vraag.casus === null
                ? nothing
                : html`<a href="/casussen/${vraag.casus.id}">Casus ${vraag.casus.label}</a>`
          }
        </p>
      </header>
      <div class="rt-advies__helften">
        <section class="rt-advies__vlak" aria-labelledby="rt-advies-leest">
          <h2 id="rt-advies-leest" tabindex="-1">${isDeskundige ? 'U leest' : 'De vraag'}</h2>
          ${this.links(vraag)}
        </section>
        <section class="rt-advies__vlak" aria-labelledby="rt-advies-doet">
          <h2 id="rt-advies-doet" tabindex="-1">${vraag.rol === 'deskundige' && vraag.stand === 'aangenomen' ? 'U schrijft' : 'Het advies'}</h2>
          ${this.rechts(vraag, lijsten)}
        </section>
      </div>`;
  }

  private team(vraag: Adviesvraag, lijsten: Lijsten): string {
    const naam = (zetel: string) => naamVan(lijsten.zetels, zetel);
    const { vanuit, namens } = vraag;
    return `${naam(vanuit)}${namens.length === 0 ? '' : `, mede namens ${opsomming(namens.map(naam))}`}`;
  }

  private links(vraag: Adviesvraag): TemplateResult {
    return html`${vraag.rol === 'deskundige' ? gelezen(vraag, this.dag.vandaag) : this.bijDeVraag(vraag)}
    ${this.gevraagd(vraag)} ${this.gesprek(vraag)}`;
  }

  /** To who doesn't read what it opens. */
  private bijDeVraag({ rol, toelichting, opent }: Adviesvraag): TemplateResult {
    return html`${
      toelichting.length === 0
        ? nothing
        : html`<div class="rt-advies__deel">
            <h3>Bij de vraag</h3>
            ${regels(toelichting)}
          </div>`
    }
    ${
      rol === 'wacht'
        ? html`<div class="rt-advies__deel"><p>Neemt u de vraag aan, dan leest u wat erbij hoort.</p></div>`
        : opent === null || opent.length === 0
          ? nothing
          : html`<div class="rt-advies__deel"><p>U opende hiervoor ${opent.length === 1 ? 'één deel' : `${opent.length} delen`} van wat u bewaart.</p></div>`
    }`;
  }

  /** What others were asked to open: to who asked how far it is, to who advises that more may come. */
  private gevraagd({ rol, gevraagd, wachtNog }: Adviesvraag): TemplateResult | typeof nothing {
    if (rol === 'deskundige' && wachtNog)
      return html`<div class="rt-advies__deel">
        <p class="rt-zacht">Het team vroeg ook anderen om iets open te zetten. Wat opengaat, komt hier vanzelf bij.</p>
      </div>`;
    if (gevraagd === null || gevraagd.length === 0 || this.hier.lijsten === undefined) return nothing;
    const { categorieen } = this.hier.lijsten;
    return html`<div class="rt-advies__deel">
      <h3>Gevraagd aan wie het bewaart</h3>
      <ul>
        ${gevraagd.map(
          ({ categorie, over, status, termijn }) => html`<li>
            ${naamVan(categorieen, categorie)}, ${over ?? 'het hele huishouden'}: <strong>${status}</strong>${
              status === 'gevraagd'
                ? `, antwoord tot en met ${metDag(termijn, this.dag.vandaag)}`
                : status === 'geopend'
                  ? ' voor de gedragsdeskundige'
                  : ''
            }
          </li>`,
        )}
      </ul>
    </div>`;
  }

  private gesprek(vraag: Adviesvraag): TemplateResult {
    const { rol, gesprek } = vraag;
    const magZeggen = (rol === 'deskundige' || rol === 'vrager') && vraag.stand === 'aangenomen';
    const wacht = rol === 'vrager' && gesprek.at(-1)?.door === 'deskundige';
    const kop =
      rol === 'deskundige'
        ? 'Mist u iets? Stel een vraag terug'
        : wacht
          ? 'Geef antwoord aan de gedragsdeskundige'
          : 'Een bericht aan de gedragsdeskundige';
    return html`${gesprek.map(
      ({ door, op, regels: woorden }) => html`<div class="rt-advies__deel">
        <h3>${door === rol ? 'U schreef' : DOOR[door]}, ${metDag(datumVan(op), this.dag.vandaag)}</h3>
        ${regels(woorden)}
      </div>`,
    )}
    ${
      magZeggen
        ? keyed(
            // Sent, it is another.
            gesprek.filter(({ door }) => door === rol).length,
            html`<details class="rt-advies__deel rt-vouw" ?open=${wacht}>
              <summary>${kop}</summary>
              <rt-advies-zeg .vraag=${vraag} label=${rol === 'deskundige' ? 'Wat wilt u weten?' : 'Uw bericht'}></rt-advies-zeg>
            </details>`,
          )
        : nothing
    }`;
  }

  private rechts(vraag: Adviesvraag, lijsten: Lijsten): TemplateResult {
    const { rol, stand } = vraag;
    if (rol === 'wacht')
      return html`<div class="rt-advies__deel">
        <p>Deze vraag wacht op een gedragsdeskundige.</p>
        <p>
          <button type="button" class=${KNOP.hoofd} aria-disabled=${this.bezig ? 'true' : nothing} @click=${this.neemAan}>
            Vraag aannemen
          </button>
        </p>
      </div>`;
    if (rol === 'deskundige' && stand === 'aangenomen')
      return html`<rt-advies-schrijven .vraag=${vraag} .lezers=${this.team(vraag, lijsten)}></rt-advies-schrijven>
        ${this.vanDeHand(vraag)}`;
    if (rol === 'deskundige' && stand === 'ingetrokken')
      return html`<div class="rt-advies__deel"><p>De vraag is ingetrokken. Wat u schreef, blijft van u.</p></div>
        ${this.koppen(vraag.concept)}`;
    return html`${this.advies(vraag)} ${this.reactie(vraag)}`;
  }

  private vanDeHand(vraag: Adviesvraag): TemplateResult {
    return html`<details class="rt-advies__deel rt-vouw">
      <summary>Teruggeven of doorgeven</summary>
      <p>
        <button type="button" class="${KNOP.gewoon} ${KLEIN}" aria-disabled=${this.bezig ? 'true' : nothing} @click=${this.geefTerug}>
          Teruggeven
        </button>
        <span class="rt-zacht">De vraag wacht dan weer op een ander. Wat u schreef, gaat weg.</span>
      </p>
      ${vraag.collegas.length === 0 ? nothing : html`<rt-advies-doorgeven .vraag=${vraag}></rt-advies-doorgeven>`}
    </details>`;
  }

  private advies(vraag: Adviesvraag): TemplateResult {
    const { stand, advies, deskundige, aanvullingen, rol } = vraag;
    if (advies === null)
      return html`<div class="rt-advies__deel">
          <p>
            ${
              stand === 'ingetrokken'
                ? 'De vraag is ingetrokken.'
                : stand === 'gevraagd'
                  ? 'Nog niet aangenomen.'
                  : html`<bdi>${deskundige?.naam ?? ''}</bdi> (${deskundige?.organisatie ?? ''}) heeft de vraag aangenomen.`
            }
          </p>
        </div>
        ${
          rol === 'vrager' && stand !== 'ingetrokken'
            ? html`<div class="rt-advies__deel">
                <button type="button" class="${KNOP.gewoon} ${KLEIN}" aria-disabled=${this.bezig ? 'true' : nothing} @click=${this.trekIn}>
                  Vraag intrekken
                </button>
                <span class="rt-zacht">Wat de vraag opende, sluit dan meteen.</span>
              </div>`
            : nothing
        }`;
    return html`<div class="rt-advies__deel">
        <p>
          Getekend ${metDag(datumVan(advies.op), this.dag.vandaag)}${
            rol === 'deskundige' || deskundige === null
              ? nothing
              : html` door <bdi>${deskundige.naam}</bdi>, ${deskundige.organisatie}`
          }.
        </p>
      </div>
      ${this.koppen(advies, (kop, regel) => this.afspraakVan(vraag, kop, regel))}
      ${aanvullingen.map(
        ({ op, regels: woorden }) => html`<div class="rt-advies__deel">
          <h3>Aanvulling, ${metDag(datumVan(op), this.dag.vandaag)}</h3>
          ${regels(woorden)}
        </div>`,
      )}
      ${
        rol === 'deskundige'
          ? keyed(
              aanvullingen.length,
              html`<details class="rt-advies__deel rt-vouw">
                <summary>Aanvullen</summary>
                <rt-advies-zeg .vraag=${vraag} soort="aanvulling" label=${A.aanvulling}></rt-advies-zeg>
              </details>`,
            )
          : nothing
      }`;
  }

  private koppen(
    geschreven: Adviesvraag['concept'],
    vanRegel: (kop: Advieskop, regel: string) => TemplateResult | typeof nothing = () => nothing,
  ): TemplateResult {
    return html`${ADVIESKOPPEN.map((kop) => {
      const tekst = geschreven?.[kop] ?? null;
      return tekst === null
        ? nothing
        : html`<div class="rt-advies__deel">
            <h3>${A[kop]}</h3>
            ${tekst.split('\n').map((regel) => html`<p><bdi>${regel}</bdi></p>${vanRegel(kop, regel)}`)}
          </div>`;
    })}`;
  }

  /** Of what somebody advises to do, who asked makes an afspraak where it stands: at each line. */
  private afspraakVan(vraag: Adviesvraag, kop: Advieskop, regel: string): TemplateResult | typeof nothing {
    if (vraag.rol !== 'vrager' || !TE_DOEN.has(kop) || regel.trim() === '') return nothing;
    if (this.afspraakUit === regel)
      return html`<rt-advies-afspraak .vraag=${vraag} .woorden=${regel} @klaar=${this.sluitAfspraak}></rt-advies-afspraak>`;
    return html`<p class="rt-advies__uit-regel">
      <button type="button" class="rt-als-link" @click=${() => void this.maakAfspraak(regel)}>
        Maak een afspraak<span class="rt-alleen-voorlezen"> van: ${regel}</span>
      </button>
    </p>`;
  }

  /** Its code comes when it is asked for: with it comes all of a board. */
  private async maakAfspraak(regel: string): Promise<void> {
    try {
      await AFSPRAAK_UIT_ADVIES();
      this.afspraakUit = regel;
      await this.updateComplete;
      const veld = await verschijnt(() =>
        this.querySelector<HTMLElement>('rt-kaartformulier input, rt-kaartformulier textarea'),
      );
      veld?.focus();
    } catch (fout) {
      this.fout = berichtVan(fout);
    }
  }

  private readonly sluitAfspraak = () => {
    this.afspraakUit = null;
  };

  private reactie(vraag: Adviesvraag): TemplateResult | typeof nothing {
    const { reactie, rol, advies } = vraag;
    if (advies === null) return nothing;
    const gegeven =
      reactie === null
        ? rol === 'vrager'
          ? nothing
          : html`<div class="rt-advies__deel"><p>Het team heeft nog niet geantwoord.</p></div>`
        : html`<div class="rt-advies__deel">
            <h3>Antwoord van het team: ${REACTIE[reactie.besluit].toLowerCase()}</h3>
            ${regels(reactie.waarom)}
          </div>`;
    const met = html`${gegeven} ${this.afspraken(vraag)}`;
    if (rol !== 'vrager') return met;
    const antwoord = html`<rt-advies-reactie .vraag=${vraag}></rt-advies-reactie>`;
    return html`${met}
      ${
        reactie === null
          ? html`<div class="rt-advies__deel">${antwoord}</div>`
          : html`<details class="rt-advies__deel rt-vouw">
              <summary>Antwoord veranderen</summary>
              ${antwoord}
            </details>`
      }`;
  }

  /** To who advised: that there is one and how it goes. To the team: which. */
  private afspraken({ casus, afspraken }: Adviesvraag): TemplateResult | typeof nothing {
    if (afspraken.length === 0) return nothing;
    return html`<ul class="rt-advies__deel rt-advies__afspraken">
      ${afspraken.map(({ kaartId, stand }) => {
        const woorden = `Afspraak gemaakt: ${AFSPRAAKSTAND[stand]}`;
        return html`<li>
          ${
            casus === null || kaartId === null
              ? woorden
              : html`<a href=${padNaar(casus.id, { ding: { soort: 'kaart', id: kaartId } })}>${woorden}</a>`
          }
        </li>`;
      })}
    </ul>`;
  }

  private readonly opGedaan = (gebeurtenis: Event) => {
    if (gebeurtenis instanceof Adviesgedaan) void this.naDaad(gebeurtenis.gezegd);
  };

  /** After something that one did: it is said, and where one was can be gone with it. */
  private async naDaad(gezegd: string, kop: 'leest' | 'doet' = 'doet'): Promise<void> {
    aankondigen(gezegd);
    await this.hier.laad();
    await this.hier.rust();
    await this.updateComplete;
    const waar = document.activeElement;
    // What is in something that folded isn't seen, and loses focus by itself.
    if (!this.contains(waar) || waar?.checkVisibility() === false)
      this.querySelector<HTMLElement>(`#rt-advies-${kop}`)?.focus();
  }

  private readonly neemAan = () =>
    void this.doe(
      () => roep('advies.neemAan', { params: { adviesvraagId: this.adviesvraagId } }),
      'Aangenomen. U leest nu wat de vraag opent.',
      'leest',
    );

  private readonly geefTerug = () =>
    void this.doe(async () => {
      await roep('advies.geefTerug', { params: { adviesvraagId: this.adviesvraagId } });
      ga('/');
    }, 'Teruggegeven.');

  private readonly trekIn = () =>
    void this.doe(
      () => roep('advies.trekIn', { params: { adviesvraagId: this.adviesvraagId } }),
      'Ingetrokken. Wat de vraag opende, is dicht.',
    );

  private async doe(werk: () => Promise<unknown>, gezegd: string, kop?: 'leest' | 'doet'): Promise<void> {
    if (this.bezig) return;
    this.bezig = true;
    this.fout = '';
    try {
      await werk();
      this.bezig = false;
      if (this.isConnected) await this.naDaad(gezegd, kop);
    } catch (fout) {
      this.bezig = false;
      this.fout = berichtVan(fout);
      if (this.isConnected) await this.hier.laad();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-advies': RtAdvies;
  }
}
