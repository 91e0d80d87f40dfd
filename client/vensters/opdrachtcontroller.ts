import type { LitElement, ReactiveController } from 'lit';
import { ApiFout } from '../api/api.ts';
import { datumVan } from '../ui/datum.ts';
import type { Fouten } from '../ui/formulier.ts';
import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { type Onbewaard, waak } from '../ui/onbewaard.ts';
import { Formulierfocus } from './formulierfocus.ts';
import { Samenvoeging } from './samenvoeging.ts';
import { foutVan, isGelijk, isLeeg, isTonen, type Veld, type Waarden } from './veld.ts';
import { weigeringVan } from './weigering.ts';

/** What a form is: its fields and its command. Everything is asked anew each time, so it may lean on the host's properties. */
export interface Formulieropdracht<W extends Waarden> {
  /** What stands in it when it opens. */
  begin(): W;
  /** The fields that there are while this is filled in, in their order. */
  velden(waarden: W): readonly Veld<keyof W & string>[];
  /** Sends it. @param gewijzigd the fields in which stands something else than before */
  stuur(waarden: W, gewijzigd: ReadonlySet<keyof W & string>): Promise<unknown>;
  /** What is wrong beside what each field says of itself, by its name. @param vandaag `jjjj-mm-dd` */
  keur?(waarden: W, vandaag: string): Readonly<Partial<Record<keyof W & string, string>>>;
  /** For a form on something that others change too: what stands there now, or null when it is gone (ST14). */
  nu?(): W | null | undefined;
  /** After a refusal because another was first: fetches what stands there now, or null when it is gone. */
  haalNu?(fout: ApiFout): Promise<W | null>;
  /** After it went well; left out: fires `klaar`. */
  klaar?(): void;
  /** Keeps what was filled in while one is on another screen: then leaving isn't asked about. */
  bewaarTussentijds?(waarden: W): void;
}

/** A question that must be answered first. */
export interface Vraag {
  readonly tekst: string;
  readonly ja: string;
  antwoord(ja: boolean): void;
}

interface Stand<W extends Waarden> {
  waarden: W;
  readonly samen: Samenvoeging<W>;
}

/** How often a change is tried again when others keep being first. */
const POGINGEN = 3;

/**
 * What every form does, for the element that shows it: `opdrachtformulier` (formulier.ts) is its template.
 *
 * - Nothing is sent twice; what was typed stays through updates, refusals and what others change.
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
  #stand: Stand<W> | null = null;
  #bezig = false;
  #vraag: Vraag | null = null;
  #klaar = false;
  #waakNietMeer: (() => void) | undefined;

  constructor(host: LitElement, opdracht: Formulieropdracht<W>) {
    this.#host = host;
    this.#opdracht = opdracht;
    this.#focus = new Formulierfocus(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#waakNietMeer = waak(this);
    // On a page focus goes to its heading; in a window to where one begins.
    if (this.#host.closest('dialog') !== null) this.#focus.vraag('eerste');
  }

  hostDisconnected(): void {
    this.#waakNietMeer?.();
    this.#vraag?.antwoord(false);
  }

  hostUpdate(): void {
    this.#nu();
    const nu = this.#bezig ? undefined : this.#opdracht.nu?.();
    if (nu !== undefined) this.#neemIn(nu);
  }

  hostUpdated(): void {
    this.#focus.zet();
  }

  get waarden(): W {
    return this.#nu().waarden;
  }

  get velden(): readonly Veld<keyof W & string>[] {
    return this.#opdracht.velden(this.waarden).filter(isTonen);
  }

  /** `jjjj-mm-dd` */
  get vandaag(): string {
    return datumVan(new Date());
  }

  get bezig(): boolean {
    return this.#bezig;
  }

  get vraagNu(): Vraag | null {
    return this.#vraag;
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
    const stand = this.#nu();
    stand.waarden = { ...stand.waarden, ...deel };
    stand.samen.naWijziging(stand.waarden);
    this.#opdracht.bewaarTussentijds?.(stand.waarden);
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
    if (this.#bezig || !(await this.#stelVraag(tekst, ja))) return;
    const mislukking = await this.#probeer(doe);
    if (mislukking !== null) this.#mislukt(mislukking.fout);
  }

  /** Goes on with what oneself typed in a field that another changed too, or with what the other made of it. */
  kies(naam: keyof W & string, wat: 'mijn' | 'ander'): void {
    const stand = this.#nu();
    stand.waarden = stand.samen.kies(stand.waarden, naam, wat);
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
    return !this.#klaar && (this.#bezig || this.#gewijzigd().size > 0);
  }

  async vraag(): Promise<boolean> {
    // What is on its way isn't stopped by leaving; asking again is saying no.
    if (this.#bezig) return false;
    if (this.#vraag !== null) {
      this.#vraag.antwoord(false);
      return false;
    }
    this.#klaar = await this.#stelVraag('Wat u typte, is nog niet bewaard.', 'Weggooien');
    return this.#klaar;
  }

  /** What one typed where nothing stood: one's own words, which stay theirs when the place where they were typed closes. */
  eigenWoorden(): readonly NietOpgeslagen[] {
    const { samen } = this;
    if (samen === null || this.#klaar) return [];
    return this.velden.flatMap((veld) => {
      const waarde = this.waarden[veld.naam];
      const isTekst = veld.vorm === 'regel' || veld.vorm === 'tekst';
      if (!isTekst || typeof waarde !== 'string' || isLeeg(waarde)) return [];
      return samen.stondLeeg(veld.naam) ? [{ id: this.id(veld.naam), label: veld.label, tekst: waarde }] : [];
    });
  }

  /** What stands in it now; it begins when that is first asked. */
  #nu(): Stand<W> {
    if (this.#stand === null) {
      const waarden = this.#opdracht.begin();
      this.#stand = { waarden, samen: new Samenvoeging(waarden) };
    }
    return this.#stand;
  }

  #neemIn(nu: W | null): void {
    const stand = this.#nu();
    stand.waarden = stand.samen.neemIn(stand.waarden, nu);
  }

  #gewijzigd(): ReadonlySet<keyof W & string> {
    const { samen } = this;
    if (samen === null) return new Set();
    return new Set(
      this.velden.map(({ naam }) => naam).filter((naam) => !isGelijk(this.waarden[naam], samen.basis[naam])),
    );
  }

  #keur(): Fouten {
    const { waarden, samen } = this;
    const ook: Readonly<Partial<Record<string, string>>> = this.#opdracht.keur?.(waarden, this.vandaag) ?? {};
    return new Map(
      this.velden.flatMap((veld) => {
        const fout =
          foutVan(veld, waarden[veld.naam] ?? '', this.vandaag, samen?.basis[veld.naam]) ?? ook[veld.naam];
        return fout === undefined ? [] : [[this.id(veld.naam), fout] as const];
      }),
    );
  }

  /** ST14: when another was first, what they changed comes in and it is tried again; what both changed is asked about. */
  async #bewaar(): Promise<void> {
    for (let poging = 1; ; poging++) {
      const mislukking = await this.#probeer(() => this.#opdracht.stuur(this.waarden, this.#gewijzigd()));
      if (mislukking === null) return;
      const { fout, ingehaald } = mislukking;
      if (!ingehaald || poging === POGINGEN) return this.#mislukt(fout);
      if (this.samen?.isWeg) return this.#toon('melding');
      if ((this.samen?.botsingen.size ?? 0) > 0) return this.#toon('botsing');
    }
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
      if (nu !== undefined) this.#neemIn(nu);
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

  #stelVraag(tekst: string, ja: string): Promise<boolean> {
    this.#vraag?.antwoord(false);
    const vanaf = document.activeElement;
    return new Promise((klaar) => {
      this.#vraag = {
        tekst,
        ja,
        antwoord: (antwoord) => {
          this.#vraag = null;
          if (!antwoord && vanaf instanceof HTMLElement) this.#focus.vraag(vanaf);
          this.#host.requestUpdate();
          klaar(antwoord);
        },
      };
      this.#toon('vraag');
    });
  }

  #toon(wat: 'fout' | 'melding' | 'botsing' | 'vraag'): void {
    const fout = this.velden.find(({ naam }) => this.fouten.has(this.id(naam)));
    this.#focus.vraag(wat !== 'fout' ? wat : { id: this.id(fout?.naam ?? '') });
    this.#host.requestUpdate();
  }
}

function isVerouderd(fout: unknown): fout is ApiFout {
  return fout instanceof ApiFout && fout.isVerouderd;
}
