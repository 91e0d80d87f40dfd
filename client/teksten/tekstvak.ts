import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Veld } from '../../shared/contract/velden.ts';
import { berichtVan } from '../api/api.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { anderPubliek, lezersTekst } from '../casus/publiek.ts';
import type { RtEditor } from '../editor/editor.ts';
import type { Compartimenttekst } from '../sync/compartimenttekst.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { bakenVan } from '../ui/plaats.ts';
import { PEN } from '../ui/tekens.ts';
import { ADVIES_VRAGEN } from '../vensters/deuren.ts';
import { opent } from '../vensters/venster.ts';
import { bewaarwoord } from './bewaarstand.ts';
import { gelezenTekst, nogNiet } from './gelezen.ts';
import './opslag.ts';
import { Schrijfhelft } from './schrijfhelft.ts';
import { magSchrijven, overWieVeld, veldlabel, veldsoort, veldtitel } from './veldsoorten.ts';
import { verschijnt } from './verschijnt.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** What is one's own, or not written yet. */
const GEEN_ADVIES: ReadonlySet<string> = new Set(['notities', 'concept', 'tafelblad']);

/**
 * One text of the board: what stands in it, who reads along, and for who may write a concept of their own, or
 * typing along in the text itself. What it shows comes from the document alone: when that goes, so does this (NK7).
 */
@customElement('rt-bord-tekst')
export class RtBordTekst extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) veld!: Veld;
  /** How it looks: with others, as somebody's own words, or kept by an organisation. */
  @property({ attribute: false }) soort: 'gewoon' | 'woorden' | 'bewaard' = 'gewoon';
  /** Folds a long text until somebody asks for it. */
  @property({ attribute: false }) kort = false;
  /** What stands above it already says who reads along. */
  @property({ attribute: false }) zelfdePubliek = false;
  /** Whether writing begins here; where there is little room it doesn't. */
  @property({ attribute: false }) schrijfbaar = true;

  @state() private uitgeklapt = false;
  @state() private bezig = false;
  @state() private melding = '';
  /** Whether it shows who wrote which words. */
  @state() private wieSchreef = false;
  private readonly schrijfhelft = new Schrijfhelft(this, (zin) => {
    this.melding = zin;
  });
  private versie = 0;
  private hadFocus = false;
  /** Where it stands, for when it no longer does. */
  private plek: Element | null = null;
  /** Puts the caret in the concept of this person, once it is there. */
  async schrijf(): Promise<void> {
    const concept = await verschijnt(() => this.querySelector('rt-bord-concept'));
    await concept?.schrijf();
  }

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (gewijzigd.has('veld') && gewijzigd.get('veld')?.id !== this.veld.id) {
      this.uitgeklapt = false;
      this.wieSchreef = false;
      this.melding = '';
    }
    const versie = this.teksten.tekst(this.veld)?.versie ?? 0;
    const editor = this.editor();
    this.hadFocus = versie !== this.versie && editor?.contains(document.activeElement) === true;
    this.versie = versie;
  }

  protected override updated(): void {
    if (this.isConnected) this.plek = this.closest('section');
    // Another document took the place of the one in which somebody was typing: they go on typing.
    if (this.hadFocus) void this.naarEditor();
  }

  protected override render() {
    const { kijk, teksten, veld } = this;
    const tekst = teksten.tekst(veld);
    const kopId = `bord-tekst-${veld.id}`;
    const over = overWieVeld(kijk, veld);
    const samen = this.typtSamen(tekst);
    return html`<div
      class="bord-tekstvak bord-tekstvak--${this.soort} ${samen ? 'bord-tekstvak--samen' : ''}"
      role="group"
      aria-labelledby=${kopId}
      data-plaats=${bakenVan('tekst', veld.id)}
    >
      <div class="bord-tekstvak__boven">
        <p class="bord-tekstvak__kop" id=${kopId}>
          ${veldtitel(veld)}
          ${over === null ? nothing : html`<span class="bord-over"><span class="rt-alleen-voorlezen">over: </span>${over}</span>`}
        </p>
        ${this.knoppen(tekst, samen)}
      </div>
      ${this.inhoud(tekst, samen)} ${this.publiek(samen)} ${this.vraagknoppen(samen)} ${this.meldingen()}
      ${this.concept()}
    </div>`;
  }

  private inhoud(tekst: Compartimenttekst | undefined, samen: boolean): TemplateResult {
    const { kijk, teksten, veld, kort, uitgeklapt } = this;
    if (tekst === undefined || !samen) {
      // Under it stands what I am writing: that there is nothing yet says enough.
      if (teksten.isGevuld(veld) === false && teksten.conceptBij(veld.id) !== undefined) return html``;
      if (this.toontWieSchreef()) return this.metSchrijvers();
      const klap = () => {
        this.uitgeklapt = !uitgeklapt;
      };
      return gelezenTekst(kijk, teksten, veld, { kort, uitgeklapt, klap });
    }
    const publiek = kijk.compartiment(veld.compartimentId)?.publiek ?? null;
    const { vlak } = this.schrijfhelft;
    return html`<p class="bord-tekstvak__let-op">Wat u typt, is meteen te zien voor: ${lezersTekst(kijk, publiek)}.</p>
      ${teksten.editorGeladen && tekst.geladen && vlak !== null ? vlak(kijk, { voor: veld, tekst }) : nogNiet(tekst)}
      ${this.toontWieSchreef() ? this.metSchrijvers() : nothing}`;
  }

  /** Beside the editor and never in it: what one types in stays as it is. */
  private metSchrijvers(): TemplateResult {
    const { kijk, teksten, veld } = this;
    if (this.schrijfhelft.vlak === null) return nogNiet(teksten.tekst(veld));
    return html`<rt-wie-schreef .kijk=${kijk} .teksten=${teksten} .veld=${veld}></rt-wie-schreef>`;
  }

  private toontWieSchreef(): boolean {
    return this.wieSchreef && this.teksten.isGevuld(this.veld) === true;
  }

  /** Who reads along, where that is other than what is said once; while one types along it stands above. */
  private publiek(samen: boolean): TemplateResult | typeof nothing {
    if (samen || this.zelfdePubliek || this.teksten.isGevuld(this.veld) === false) return nothing;
    return html`${anderPubliek(this.kijk, this.kijk.compartiment(this.veld.compartimentId))}`;
  }

  /** What one can do, and whether it is saved. */
  private knoppen(tekst: Compartimenttekst | undefined, samen: boolean): TemplateResult {
    const { kijk, teksten, veld } = this;
    const mag = magSchrijven(kijk, veld) && tekst?.niveau !== 'lezen';
    const concept = teksten.conceptBij(veld.id);
    return html`${
      mag && (this.schrijfbaar || samen)
        ? html`<div class="bord-tekstvak__knoppen">
              ${
                concept !== undefined || samen
                  ? nothing
                  : html`<button type="button" class="bord-schrijven" ?disabled=${this.bezig} @click=${() => this.beginConcept()}>
                        ${PEN}Schrijven<span class="rt-alleen-voorlezen">: ${veldlabel(kijk, veld)}</span>
                      </button>
                      ${
                        teksten.isGevuld(veld) === true
                          ? html`<button type="button" class="bord-verbeteren" ?disabled=${this.bezig} @click=${() => this.beginConcept('verbeteren')}>
                              Verbeteren<span class="rt-alleen-voorlezen">: ${veldlabel(kijk, veld)}</span>
                            </button>`
                          : nothing
                      }`
              }
              <button
                type="button"
                class="bord-schakelaar"
                role="switch"
                aria-checked=${samen ? 'true' : 'false'}
                aria-label="Samen typen: ${veldlabel(kijk, veld)}"
                ?disabled=${this.bezig}
                @click=${() => this.zetSamen(!samen)}
              >
                <span class="bord-schakelaar__spoor" aria-hidden="true"></span>Samen typen
              </button>
              ${samen || tekst?.isOnopgeslagen(veld.id) === true ? this.opslag(tekst) : nothing}
            </div>`
        : nothing
    }`;
  }

  /** What one asks of a text in which something stands: advice, and who wrote it. */
  private vraagknoppen(samen: boolean): TemplateResult | typeof nothing {
    if (this.teksten.isGevuld(this.veld) !== true) return nothing;
    return html`<div class="bord-tekstvak__knoppen">
      ${samen ? nothing : this.adviesknop()}
      <button
        type="button"
        class="bord-wie"
        aria-expanded=${this.wieSchreef ? 'true' : 'false'}
        @click=${() => {
          this.wieSchreef = !this.wieSchreef;
        }}
      >
        Schrijvers<span class="rt-alleen-voorlezen"> van: ${veldlabel(this.kijk, this.veld)}</span>
      </button>
    </div>`;
  }

  /** OV11: asking for advice at a text, which opens where it stands. Not at what somebody wants to remember. */
  private adviesknop(): TemplateResult | typeof nothing {
    const { kijk, veld } = this;
    const deel = kijk.compartiment(veld.compartimentId);
    const isVoorAdvies = deel !== undefined && !GEEN_ADVIES.has(veldsoort(kijk, veld));
    if (!isVoorAdvies || kijk.bord.leden.length === 0) return nothing;
    const gebied = veld.leefgebied === null ? '' : `, ${inEenZin(kijk.leefgebiednaam(veld.leefgebied))}`;
    const aanleiding = {
      lidId: deel.lidId ?? kijk.gekozenLid,
      delen: [deel.id],
      tekst: `${veldtitel(veld)}${gebied}`,
    };
    return html`<button type="button" class="bord-advies" @click=${opent(ADVIES_VRAGEN, aanleiding)}>
      Advies vragen<span class="rt-alleen-voorlezen"> over: ${veldlabel(kijk, veld)}</span>
    </button>`;
  }

  private opslag(tekst: Compartimenttekst | undefined): TemplateResult | typeof nothing {
    if (tekst === undefined) return nothing;
    const woord = bewaarwoord(tekst.standVan(this.veld.id), tekst.isOnopgeslagen(this.veld.id));
    return html`<rt-bord-opslag .woord=${woord}></rt-bord-opslag>`;
  }

  /** What happened to this text, and what was asked of it and didn't work. */
  private meldingen(): TemplateResult {
    const zinnen = [this.teksten.melding(this.veld.id), this.melding].filter((zin) => zin !== '');
    return html`<div role="status">
      ${zinnen.map((zin) => html`<p class="bord-tekstvak__melding">${zin}</p>`)}
    </div>`;
  }

  private concept(): TemplateResult | typeof nothing {
    const { kijk, teksten, veld } = this;
    const concept = teksten.conceptBij(veld.id);
    if (concept === undefined || this.schrijfhelft.vlak === null) return nothing;
    return html`<rt-bord-concept
      .kijk=${kijk}
      .teksten=${teksten}
      .voor=${veld}
      .concept=${concept}
      @gedeeld=${this.naarKnop}
      @weg=${this.naarKnop}
    ></rt-bord-concept>`;
  }

  private async beginConcept(hoe: 'eronder' | 'verbeteren' = 'eronder'): Promise<void> {
    this.bezig = true;
    this.melding = '';
    try {
      await this.teksten.schrijf(this.veld.id, hoe);
      await this.schrijf();
    } catch (fout) {
      this.melding = berichtVan(fout);
    } finally {
      this.bezig = false;
    }
  }

  private async zetSamen(aan: boolean): Promise<void> {
    const { kijk, teksten, veld } = this;
    this.melding = '';
    teksten.zetSamen(veld.id, aan);
    const concept = teksten.conceptBij(veld.id);
    if (!aan) {
      aankondigen('Samen typen staat uit.');
      return;
    }
    const lezers = lezersTekst(kijk, kijk.compartiment(veld.compartimentId)?.publiek ?? null);
    aankondigen(`Samen typen staat aan. Wat u typt, is meteen te zien voor: ${lezers}.`);
    if (concept !== undefined) {
      if (teksten.isGevuld(concept) === false) void teksten.legWeg(veld.id).catch(() => {});
      else this.melding = 'U hebt hierbij ook nog een concept. Deel het, of laat het staan.';
    }
    await this.naarEditor();
  }

  /** What one wrote is gone from here, and maybe this with it: focus goes to where one begins again. */
  private readonly naarKnop = async () => {
    await verschijnt(() =>
      this.isConnected && this.querySelector('rt-bord-concept') !== null ? null : this,
    );
    // An empty text without a concept leaves the board in the same breath.
    await new Promise(requestAnimationFrame);
    const knop = this.isConnected
      ? this.querySelector<HTMLElement>('.bord-schrijven, .bord-schakelaar')
      : (this.plek?.querySelector<HTMLElement>('h2, h3') ?? null);
    if (knop === null) return;
    if (!this.isConnected) knop.tabIndex = -1;
    knop.focus();
  };

  private async naarEditor(): Promise<void> {
    const editor = await verschijnt(() => this.editor());
    await editor?.updateComplete;
    editor?.focus();
  }

  private editor(): RtEditor | null {
    return this.querySelector<RtEditor>(':scope > .bord-tekstvak > rt-editor');
  }

  private typtSamen(tekst: Compartimenttekst | undefined): boolean {
    return tekst?.niveau === 'schrijven' && this.teksten.typtSamen(this.veld.id);
  }

  protected override beeld(): string {
    const { teksten, veld } = this;
    const tekst = teksten.tekst(veld);
    const samen = this.typtSamen(tekst);
    return [
      tekst?.versie,
      tekst?.niveau,
      tekst?.geladen,
      tekst?.isOnleesbaar,
      // The editor shows its text itself.
      samen ? 'samen' : teksten.helft?.versie(veld.id),
      samen || tekst?.isOnopgeslagen(veld.id) ? tekst?.standVan(veld.id) : '',
      tekst?.isOnopgeslagen(veld.id),
      teksten.editorGeladen,
      teksten.melding(veld.id),
      teksten.isGevuld(veld),
      teksten.conceptBij(veld.id)?.id,
    ].join(' ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-tekst': RtBordTekst;
  }
}
