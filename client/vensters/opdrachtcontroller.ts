import type { LitElement, ReactiveController } from 'lit';
import type { Kent } from '../casus/kent.ts';
import { datumVan } from '../ui/datum.ts';
import type { Fouten } from '../ui/formulier.ts';
import { type Focusdoel, Formulierfocus } from './formulierfocus.ts';
import { Formulierfouten } from './formulierfouten.ts';
import { Formulierklad } from './formulierklad.ts';
import type { Formulieropdracht } from './formulieropdracht.ts';
import { Formulierstand } from './formulierstand.ts';
import { Formulierwaak } from './formulierwaak.ts';
import type { Samenvoeging } from './samenvoeging.ts';
import { Tussenvraag, type Vraag } from './tussenvraag.ts';
import type { Veld, Waarden } from './veld.ts';
import { type Mislukking, Verzending } from './verzending.ts';

/** How often a change is tried again when others keep being first. */
const POGINGEN = 3;

/**
 * What every form does, for the element that shows it: `opdrachtformulier` (formulier.ts) is its template.
 *
 * - Nothing is sent twice; what was typed stays through updates, refusals and what others change. What makes something
 *   is sent again by itself when no answer came, and made once (ST13).
 * - What is wrong stands at its field, and focus goes to the first.
 * - What is filled in while it is on its way isn't lost with it: it is sent after it, or stays (ST15).
 * - What isn't saved is asked about before it goes: Esc, closing, Back, another screen, signing out, F5; and it stands
 *   there again when it went all the same (ST15).
 * - What others changed meanwhile comes in where one didn't write oneself, and is asked about where one did (ST14).
 *
 * @example
 * private readonly opdracht = new Opdrachtcontroller(this, {
 *   over: () => this.lid.id,
 *   begin: () => ({ rol: this.lid.rol }),
 *   velden: () => [lijst('rol', 'Welke rol?', this.rollen)],
 *   stuur: ({ rol }) => this.verbinding.wijzigLid(this.lid.id, { rol }),
 * });
 * render() { return opdrachtformulier(this.opdracht); }
 */
export class Opdrachtcontroller<W extends Waarden> implements ReactiveController {
  readonly #host: LitElement;
  readonly #opdracht: Formulieropdracht<W>;
  readonly #focus: Formulierfocus;
  readonly #fouten = new Formulierfouten((naam) => this.id(naam));
  readonly #tussenvraag: Tussenvraag;
  readonly #verzending: Verzending;
  readonly #waak: Formulierwaak;
  readonly #klad: Formulierklad | null;
  #stand: Formulierstand<W> | null = null;
  #isTeruggevonden = false;
  #heeftRest = false;

  constructor(host: LitElement, opdracht: Formulieropdracht<W>) {
    this.#host = host;
    this.#opdracht = opdracht;
    this.#focus = new Formulierfocus(host);
    this.#tussenvraag = new Tussenvraag((terugNaar) => {
      if (this.vraagNu !== null) return this.#toon('vraag');
      if (terugNaar !== null) this.#focus.vraag(terugNaar);
      host.requestUpdate();
    });
    this.#verzending = new Verzending(() => host.requestUpdate());
    this.#waak = new Formulierwaak({
      waar: host,
      blijftInDePagina: this.#blijft,
      tussenvraag: this.#tussenvraag,
      isBezig: () => this.bezig,
      isGewijzigd: () => (this.#stand?.gewijzigd().size ?? 0) > 0,
      gooiWeg: () => this.#klad?.gooiWeg(),
      eigenWoorden: () => this.#stand?.eigenWoorden((naam) => this.id(naam)) ?? [],
    });
    const { over } = opdracht;
    this.#klad = over === null ? null : new Formulierklad(host, over);
    host.addController(this);
  }

  hostConnected(): void {
    this.#waak.begin();
    void this.#neemOp();
    // On a page focus goes to its heading; in a window to where one begins.
    if (this.#host.closest('dialog') !== null) this.#focus.vraag('eerste');
  }

  hostDisconnected(): void {
    this.#waak.eindig();
    // Moved within the page it is back at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#laatKladLos();
    });
  }

  hostUpdate(): void {
    const stand = this.#nu();
    const nu = this.bezig ? undefined : this.#opdracht.nu?.();
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

  get fouten(): Fouten {
    return this.#fouten.bijVeld;
  }

  /** What the server said that is about no field. */
  get melding(): string {
    return this.#fouten.elders;
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
    return this.#verzending.bezig;
  }

  /** No answer came, and it waits to send it again by itself (ST13). */
  get wachtOpAntwoord(): boolean {
    return this.#verzending.wacht;
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
    this.#klad?.bewaar(this.#nu().onbewaard(this.vandaag));
    this.#fouten.naWijziging(Object.keys(deel), () => this.#nu().keur(this.vandaag));
    this.#host.requestUpdate();
  }

  /** Whether it goes on with what was left in it before. */
  get isTeruggevonden(): boolean {
    return this.#isTeruggevonden;
  }

  /** What was sent is saved, and what was filled in since isn't. */
  get heeftRest(): boolean {
    return this.#heeftRest;
  }

  /** Throws away what was left in it. */
  readonly beginOpnieuw = (): void => {
    this.isBewaard();
    this.#stand = null;
    this.#focus.vraag('eerste');
    this.#host.requestUpdate();
  };

  /** What was filled in is kept elsewhere: it need not be kept here any more. */
  isBewaard(): void {
    this.#klad?.gooiWeg();
    this.#isTeruggevonden = false;
    this.#heeftRest = false;
  }

  /** For `@submit`. */
  readonly bewaar = (gebeurtenis: Event): void => {
    gebeurtenis.preventDefault();
    if (this.bezig || this.samen?.isWeg) return;
    this.#fouten.zet(this.#nu().keur(this.vandaag));
    if (this.fouten.size > 0) this.#toonFout();
    else if (this.#isBotsing()) this.#toon('botsing');
    else void this.#bewaar();
  };

  /** Asks first, and then does something else than saving: for what takes something away. */
  async vraagEnDoe(tekst: string, ja: string, doe: () => Promise<unknown>): Promise<void> {
    if (this.bezig || !(await this.#tussenvraag.stel(tekst, ja))) return;
    const mislukking = await this.#probeer(doe);
    if (mislukking === null) this.#slaagt();
    else this.#mislukt(mislukking.fout);
  }

  /** Goes on with what oneself typed in a field that another changed too, or with what the other made of it. */
  kies(naam: keyof W & string, wat: 'mijn' | 'ander'): void {
    this.#nu().kies(naam, wat);
    this.#focus.vraag({ id: this.id(naam) });
    this.#host.requestUpdate();
  }

  /** Whether one may leave it for another screen, and goes on with it there again: then it didn't close. */
  get #blijft(): boolean {
    const { blijft, bewaarTussentijds } = this.#opdracht;
    return blijft === true || bewaarTussentijds !== undefined;
  }

  /** A session that ends takes all of it out of the page before this (`Kladblok.sluit`); a page that goes never comes here. */
  #laatKladLos(): void {
    if (this.#waak.klaar) this.#klad?.gooiWeg();
    else this.#klad?.laatLos(!this.#blijft);
  }

  /** What was left in it before, unless one has begun anew already. */
  async #neemOp(): Promise<void> {
    const klad = await this.#klad?.neemOp();
    if (klad == null) return;
    if ((this.#stand?.gewijzigd().size ?? 0) > 0) return this.#klad?.laatLos(false);
    this.#nu().neemOp(klad);
    this.#isTeruggevonden = true;
    this.#host.requestUpdate();
  }

  /** What stands in it now; it begins when that is first asked. */
  #nu(): Formulierstand<W> {
    this.#stand ??= new Formulierstand(this.#opdracht);
    return this.#stand;
  }

  #isBotsing(): boolean {
    return (this.samen?.botsingen.size ?? 0) > 0;
  }

  /** ST14: when another was first, what they changed comes in and it is tried again; what both changed is asked about. */
  async #bewaar(): Promise<void> {
    this.#heeftRest = false;
    for (let poging = 1; ; poging++) {
      const verstuurd = this.#nu().waarden;
      const mislukking = await this.#probeer(() => this.#stuur());
      if (mislukking === null) {
        if (this.#nu().isAndersDan(verstuurd)) return this.#naRest(verstuurd);
        return this.#slaagt();
      }
      const { fout, isIngehaald } = mislukking;
      if (!isIngehaald || poging === POGINGEN) return this.#mislukt(fout);
      if (this.samen?.isWeg) return this.#toon('melding');
      if (this.#isBotsing()) return this.#toon('botsing');
    }
  }

  #stuur(): Promise<unknown> {
    const stand = this.#nu();
    const { poging } = this.#verzending;
    poging.zetWoorden(JSON.stringify(stand.waarden));
    return this.#opdracht.stuur(stand.waarden, stand.gewijzigd(), poging);
  }

  async #probeer(doe: () => Promise<unknown>): Promise<Mislukking | null> {
    this.#fouten.zet(new Map());
    const mislukking = await this.#verzending.probeer(doe, async (fout) => {
      const nu = await this.#opdracht.haalNu?.(fout).catch(() => undefined);
      if (nu !== undefined) this.#nu().neemIn(nu);
      return nu !== undefined;
    });
    return mislukking;
  }

  /** ST15: who goes on typing while it is on its way has not saved that yet. */
  #naRest(verstuurd: W): void {
    const stand = this.#nu();
    this.#opdracht.gaVerder?.();
    const nu = this.#opdracht.nu?.() ?? null;
    stand.neemBewaard(verstuurd, nu);
    this.#klad?.bewaar(stand.onbewaard(this.vandaag));
    if (this.#opdracht.gaVerder !== undefined && nu !== null) {
      this.#fouten.zet(stand.keur(this.vandaag));
      if (this.fouten.size > 0) this.#toonFout();
      else void this.#bewaar();
      return;
    }
    this.#heeftRest = true;
    this.#toon('melding');
  }

  /** A form that stays begins anew. */
  #slaagt(): void {
    this.#waak.klaar = true;
    this.isBewaard();
    if (this.#opdracht.klaar === undefined) {
      this.#host.dispatchEvent(new Event('klaar', { bubbles: true }));
      return;
    }
    this.#opdracht.klaar();
    this.#waak.klaar = false;
    this.#stand = null;
    this.#host.requestUpdate();
  }

  /** A refusal keeps what was typed (NK17), and says what is wrong where it is. */
  #mislukt(fout: unknown): void {
    this.#fouten.neemWeigering(fout, this.velden);
    if (this.fouten.size > 0) this.#toonFout();
    else this.#toon('melding');
  }

  #toonFout(): void {
    this.#toon({ id: this.id(this.#fouten.eerste(this.velden)?.naam ?? '') });
  }

  #toon(doel: Focusdoel): void {
    this.#focus.vraag(doel);
    this.#host.requestUpdate();
  }
}
