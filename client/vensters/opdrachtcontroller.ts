import type { LitElement, ReactiveController } from 'lit';
import { ApiFout, Poging } from '../api/api.ts';
import type { Kent } from '../casus/kent.ts';
import { datumVan } from '../ui/datum.ts';
import type { Fouten } from '../ui/formulier.ts';
import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { type Onbewaard, waak } from '../ui/onbewaard.ts';
import { type Focusdoel, Formulierfocus } from './formulierfocus.ts';
import type { Formulieropdracht } from './formulieropdracht.ts';
import { Formulierstand } from './formulierstand.ts';
import type { Samenvoeging } from './samenvoeging.ts';
import { Tussenvraag, type Vraag } from './tussenvraag.ts';
import type { Veld, Waarden } from './veld.ts';
import { weigeringVan } from './weigering.ts';

/** How often a change is tried again when others keep being first. */
const POGINGEN = 3;

/**
 * What every form does, for the element that shows it: `opdrachtformulier` (formulier.ts) is its template.
 *
 * - Nothing is sent twice; what was typed stays through updates, refusals and what others change. What makes something
 *   is sent again by itself when no answer came, and made once (ST13).
 * - What is wrong stands at its field, and focus goes to the first.
 * - What isn't saved is asked about before it goes: Esc, closing, Back, another screen, signing out, F5 (ST15).
 * - What others changed meanwhile comes in where one didn't write oneself, and is asked about where one did (ST14).
 *
 * @example
 * private readonly opdracht = new Opdrachtcontroller(this, {
 *   begin: () => ({ rol: this.lid.rol }),
 *   velden: () => [lijst('rol', 'Welke rol?', this.rollen)],
 *   stuur: ({ rol }) => this.verbinding.wijzigLid(this.lid.id, { rol }),
 * });
 * render() { return opdrachtformulier(this.opdracht); }
 */
export class Opdrachtcontroller<W extends Waarden> implements ReactiveController, Onbewaard {
  fouten: Fouten = new Map();
  /** What the server said that is about no field. */
  melding = '';
  readonly #host: LitElement;
  readonly #opdracht: Formulieropdracht<W>;
  readonly #focus: Formulierfocus;
  readonly #tussenvraag: Tussenvraag;
  readonly #poging: Poging;
  #stand: Formulierstand<W> | null = null;
  #bezig = false;
  #wacht = false;
  #klaar = false;
  #waakNietMeer: (() => void) | undefined;

  constructor(host: LitElement, opdracht: Formulieropdracht<W>) {
    this.#host = host;
    this.#opdracht = opdracht;
    this.#focus = new Formulierfocus(host);
    this.#tussenvraag = new Tussenvraag((terugNaar) => {
      if (this.vraagNu !== null) return this.#toon('vraag');
      if (terugNaar !== null) this.#focus.vraag(terugNaar);
      host.requestUpdate();
    });
    this.#poging = new Poging((wacht) => {
      this.#wacht = wacht;
      host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#waakNietMeer = waak(this);
    // On a page focus goes to its heading; in a window to where one begins.
    if (this.#host.closest('dialog') !== null) this.#focus.vraag('eerste');
  }

  hostDisconnected(): void {
    this.#waakNietMeer?.();
    this.#tussenvraag.zegNee();
  }

  hostUpdate(): void {
    const stand = this.#nu();
    const nu = this.#bezig ? undefined : this.#opdracht.nu?.();
    if (nu !== undefined) stand.neemIn(nu);
  }

  hostUpdated(): void {
    this.#focus.zet();
  }

  get waarden(): W {
    return this.#nu().waarden;
  }

  get velden(): readonly Veld<keyof W & string>[] {
    return this.#nu().velden;
  }

  /** `jjjj-mm-dd` */
  get vandaag(): string {
    return datumVan(new Date());
  }

  /** Whose names a warning may look for (ST19). */
  get kent(): Kent {
    return this.#opdracht.kent?.() ?? {};
  }

  get bezig(): boolean {
    return this.#bezig;
  }

  /** No answer came, and it waits to send it again by itself (ST13). */
  get wachtOpAntwoord(): boolean {
    return this.#wacht;
  }

  get vraagNu(): Vraag | null {
    return this.#tussenvraag.nu;
  }

  /** What others changed meanwhile; null before the form stands. */
  get samen(): Samenvoeging<W> | null {
    return this.#stand?.samen ?? null;
  }

  /** The id of the control of a field. */
  id(naam: string): string {
    return `${this.#host.localName}-${naam}`;
  }

  /** Fills in a field; what was said to be wrong with it goes as soon as it is put right. */
  zet(deel: Partial<W>): void {
    this.#nu().zet(deel);
    if (this.fouten.size > 0) {
      const nu = this.#keur();
      const gezet = new Set(Object.keys(deel).map((naam) => this.id(naam)));
      this.fouten = new Map([...this.fouten].filter(([id]) => !gezet.has(id) || nu.has(id)));
    }
    this.#host.requestUpdate();
  }

  /** For `@submit`. */
  readonly bewaar = (gebeurtenis: Event): void => {
    gebeurtenis.preventDefault();
    if (this.#bezig || this.samen?.isWeg) return;
    this.fouten = this.#keur();
    this.melding = '';
    if (this.fouten.size > 0) this.#toon('fout');
    else if ((this.samen?.botsingen.size ?? 0) > 0) this.#toon('botsing');
    else void this.#bewaar();
  };

  /** Asks first, and then does something else than saving: for what takes something away. */
  async vraagEnDoe(tekst: string, ja: string, doe: () => Promise<unknown>): Promise<void> {
    if (this.#bezig || !(await this.#tussenvraag.stel(tekst, ja))) return;
    const mislukking = await this.#probeer(doe);
    if (mislukking !== null) this.#mislukt(mislukking.fout);
  }

  /** Goes on with what oneself typed in a field that another changed too, or with what the other made of it. */
  kies(naam: keyof W & string, wat: 'mijn' | 'ander'): void {
    this.#nu().kies(naam, wat);
    this.#focus.vraag({ id: this.id(naam) });
    this.#host.requestUpdate();
  }

  // What isn't saved (ui/onbewaard.ts).

  get waar(): Node {
    return this.#host;
  }

  get blijftInDePagina(): boolean {
    return this.#opdracht.bewaarTussentijds !== undefined;
  }

  isTeVerliezen(): boolean {
    return !this.#klaar && (this.#bezig || (this.#stand?.gewijzigd().size ?? 0) > 0);
  }

  async vraag(): Promise<boolean> {
    // What is on its way isn't stopped by leaving; asking again is saying no.
    if (this.#bezig) return false;
    if (this.vraagNu !== null) {
      this.#tussenvraag.zegNee();
      return false;
    }
    this.#klaar = await this.#tussenvraag.stel('Wat u typte, is nog niet bewaard.', 'Weggooien');
    return this.#klaar;
  }

  /** What one typed where nothing stood: one's own words, which stay theirs when the place where they were typed closes. */
  eigenWoorden(): readonly NietOpgeslagen[] {
    return this.#klaar ? [] : (this.#stand?.eigenWoorden((naam) => this.id(naam)) ?? []);
  }

  /** What stands in it now; it begins when that is first asked. */
  #nu(): Formulierstand<W> {
    this.#stand ??= new Formulierstand(this.#opdracht);
    return this.#stand;
  }

  #keur(): Fouten {
    return new Map([...this.#nu().keur(this.vandaag)].map(([naam, fout]) => [this.id(naam), fout]));
  }

  /** ST14: when another was first, what they changed comes in and it is tried again; what both changed is asked about. */
  async #bewaar(): Promise<void> {
    for (let poging = 1; ; poging++) {
      const mislukking = await this.#probeer(() => this.#stuur());
      if (mislukking === null) return;
      const { fout, ingehaald } = mislukking;
      if (!ingehaald || poging === POGINGEN) return this.#mislukt(fout);
      if (this.samen?.isWeg) return this.#toon('melding');
      if ((this.samen?.botsingen.size ?? 0) > 0) return this.#toon('botsing');
    }
  }

  #stuur(): Promise<unknown> {
    const stand = this.#nu();
    this.#poging.zetWoorden(JSON.stringify(stand.waarden));
    return this.#opdracht.stuur(stand.waarden, stand.gewijzigd(), this.#poging);
  }

  /** @returns null when it went well; else why not, and whether what another had changed is here now */
  async #probeer(doe: () => Promise<unknown>): Promise<{ fout: unknown; ingehaald: boolean } | null> {
    this.#bezig = true;
    this.fouten = new Map();
    this.melding = '';
    this.#host.requestUpdate();
    try {
      await doe();
    } catch (fout) {
      const nu = isVerouderd(fout) ? await this.#opdracht.haalNu?.(fout).catch(() => undefined) : undefined;
      this.#bezig = false;
      if (nu !== undefined) this.#nu().neemIn(nu);
      this.#host.requestUpdate();
      return { fout, ingehaald: nu !== undefined };
    }
    this.#bezig = false;
    this.#klaar = true;
    if (this.#opdracht.klaar === undefined) this.#host.dispatchEvent(new Event('klaar', { bubbles: true }));
    else this.#begint();
    return null;
  }

  /** A form that stays begins anew. */
  #begint(): void {
    this.#opdracht.klaar?.();
    this.#klaar = false;
    this.#stand = null;
    this.#host.requestUpdate();
  }

  /** A refusal keeps what was typed (NK17), and says what is wrong where it is. */
  #mislukt(fout: unknown): void {
    const { bijVeld, elders } = weigeringVan(fout, this.velden);
    this.fouten = new Map([...bijVeld].map(([naam, bericht]) => [this.id(naam), bericht]));
    this.melding = elders;
    this.#toon(this.fouten.size > 0 ? 'fout' : 'melding');
  }

  #toon(wat: Extract<Focusdoel, string> | 'fout'): void {
    const fout = this.velden.find(({ naam }) => this.fouten.has(this.id(naam)));
    this.#focus.vraag(wat !== 'fout' ? wat : { id: this.id(fout?.naam ?? '') });
    this.#host.requestUpdate();
  }
}

function isVerouderd(fout: unknown): fout is ApiFout {
  return fout instanceof ApiFout && fout.isVerouderd;
}
