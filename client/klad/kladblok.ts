import { bijEigenaar, type Eigenaar, eigenaarNu, isAfgemeld, kladnaam, kladVan } from './eigenaar.ts';
import { type Kladsleutel, kladsleutel } from './verzegeling.ts';

/** One field, or one text, as somebody left it. */
export interface Kladwoorden {
  /** What the form asks there. */
  readonly label: string;
  /** Their own words, theirs whatever they may still read (NK17). Null: something of others stood there too. */
  readonly tekst: string | null;
}

/** What somebody typed or chose in one form or one text, and isn't saved. */
export interface Klad {
  readonly id: string;
  /** The screen that it was typed on: see `kladplek`. */
  readonly plek: string;
  /** Which form on it, or that it is a text. */
  readonly vorm: string;
  /** When it was typed last, ms since 1970. */
  readonly op: number;
  readonly woorden: readonly Kladwoorden[];
  /** What was changed of a form, by the names of its fields, beside what stood there (ST14). */
  readonly waarden: Waarden;
  readonly basis: Waarden;
  /** Where it stands in which text, and up to which clock of which client it goes. */
  readonly tekst: Kladtekst | null;
}
export interface Kladtekst {
  readonly veldId: string;
  readonly compartimentId: string;
  readonly tot: readonly { readonly client: number; readonly klok: number }[];
}
type Waarden = Readonly<Record<string, string | readonly string[]>>;

/** What a browser says of a page that may be gone in a moment: each of them is the last of some way of going. */
const EINDES = ['beforeunload', 'pagehide', 'visibilitychange'];

/** The screen that is shown, without what is open on it: `/casussen/{id}`. */
export function kladplek(pad: string = location.pathname): string {
  return pad.toLowerCase().split('/').slice(0, 3).join('/');
}

/**
 * What one person typed and didn't save (ST15), of forms and texts alike: in this browser, encrypted under a key that the
 * server gives on a session of theirs alone. It goes when it is saved or thrown away, and all of it at signing out.
 * A form or text holds its own (`pakVast`); what nobody holds is shown (`<rt-kladbalk>`) or taken up again.
 */
export class Kladblok {
  /** When what was kept before has been read. */
  readonly gelezen: Promise<void>;
  readonly #van: Eigenaar;
  readonly #sleutel: Promise<Kladsleutel | null>;
  readonly #kladden = new Map<string, Klad>();
  /** What was asked for last of each: what is written late may be older. */
  readonly #laatst = new Map<string, Klad | null>();
  /** What a form or text of this page holds, with what lets go of it. */
  readonly #vast = new Map<string, () => void>();
  /** What another page holds. */
  readonly #elders = new Set<string>();
  readonly #teDoen = new Set<() => void>();
  readonly #dicht = new AbortController();

  constructor(van: Eigenaar) {
    this.#van = van;
    this.#sleutel = kladsleutel(van);
    this.gelezen = this.#lees();
    const { signal } = this.#dicht;
    window.addEventListener('storage', this.#opAnderePagina, { signal });
    for (const einde of EINDES) window.addEventListener(einde, () => this.#rondAf(), { signal });
  }

  /** What nobody holds, oldest first. */
  get los(): readonly Klad[] {
    return [...this.#kladden.values()]
      .filter(({ id }) => !this.#vast.has(id) && !this.#elders.has(id))
      .sort((een, ander) => een.op - ander.op);
  }

  /** Whether this of what is kept stands on the screen that is shown, or in what is open on it. */
  isHier(id: string): boolean {
    if (this.#vast.has(id)) return true;
    return !this.#elders.has(id) && this.#kladden.get(id)?.plek === kladplek();
  }

  /**
   * Done before it closes, and whenever the page may be about to go: what isn't kept yet can still be. @returns what
   * ends that
   */
  voorHetGaat(doe: () => void): () => void {
    this.#teDoen.add(doe);
    return () => this.#teDoen.delete(doe);
  }

  /** Keeps this, in the place of what was kept under its id; on disk as soon as it is encrypted. */
  zet(klad: Klad): void {
    if (this.#isDicht) return;
    this.#kladden.set(klad.id, klad);
    this.#laatst.set(klad.id, klad);
    void this.#schrijf(klad);
    meld();
  }

  /** It was saved, or thrown away. */
  gooiWeg(id: string): void {
    if (this.#isDicht) return;
    this.#kladden.delete(id);
    this.#laatst.set(id, null);
    this.#vast.get(id)?.();
    this.#vast.delete(id);
    localStorage.removeItem(kladnaam(this.#van.medewerkerId, id));
    meld();
  }

  /** From now on a form or text of this page shows it: no other takes it up. */
  pakVast(id: string): void {
    if (this.#isDicht || this.#vast.has(id)) return;
    const { locks } = navigator;
    let laatLos = (): void => {};
    const vast = new Promise<void>((klaar) => {
      laatLos = klaar;
    });
    this.#vast.set(id, laatLos);
    // A page that goes lets go by itself.
    void locks?.request(slotnaam(id), () => vast).catch(() => {});
    meld();
  }

  laatLos(id: string): void {
    this.#vast.get(id)?.();
    if (this.#vast.delete(id)) meld();
  }

  /** NK7: what it was typed in closed, so that nothing of it stays but this person's own words. */
  houdEigen(id: string): void {
    const klad = this.#kladden.get(id);
    if (klad !== undefined) this.zet({ ...klad, waarden: {}, basis: {} });
  }

  /** The same for all of a screen that closed. */
  houdEigenOp(plek: string): void {
    for (const klad of this.los) if (klad.plek === plek) this.houdEigen(klad.id);
  }

  /** The session is over: nothing of it stays in memory, and all of it on disk. */
  sluit(): void {
    this.#rondAf();
    this.#dicht.abort();
    for (const laatLos of this.#vast.values()) laatLos();
    this.#vast.clear();
    this.#kladden.clear();
  }

  get #isDicht(): boolean {
    return this.#dicht.signal.aborted;
  }

  #rondAf(): void {
    for (const doe of [...this.#teDoen]) doe();
  }

  async #lees(): Promise<void> {
    const gelezen = await Promise.all(kladVan(this.#van.medewerkerId).map((id) => this.#leesEen(id)));
    const vastElders = (await navigator.locks?.query())?.held?.map(({ name = '' }) => name) ?? [];
    if (this.#isDicht) return;
    for (const klad of gelezen) {
      if (klad === null || this.#laatst.has(klad.id)) continue;
      this.#kladden.set(klad.id, klad);
      if (vastElders.includes(slotnaam(klad.id))) this.#volgElders(klad.id);
    }
    meld();
  }

  async #leesEen(id: string): Promise<Klad | null> {
    const sleutel = await this.#sleutel;
    const opSchijf = localStorage.getItem(kladnaam(this.#van.medewerkerId, id));
    // Under this key and name nothing else was ever written.
    return ((await sleutel?.open(opSchijf?.split('.')[1] ?? '')) ?? null) as Klad | null;
  }

  /** Another page holds it; when that goes or lets go of it, what it left is nobody's, and shown here. */
  #volgElders(id: string): void {
    const { locks } = navigator;
    if (locks === undefined || this.#vast.has(id) || this.#elders.has(id)) return;
    this.#elders.add(id);
    const { signal } = this.#dicht;
    const vrij = locks.request(slotnaam(id), { signal }, () => this.#leesEen(id));
    const neem = (klad: Klad | null): void => {
      this.#elders.delete(id);
      if (this.#isDicht || this.#vast.has(id)) return;
      if (klad === null) this.#kladden.delete(id);
      else this.#kladden.set(id, klad);
      meld();
    };
    // At signing out nobody waits for it any more.
    vrij.then(neem, () => {});
  }

  async #schrijf(klad: Klad): Promise<void> {
    const sleutel = await this.#sleutel;
    const verzegeld = await sleutel?.sluit(klad);
    if (verzegeld === undefined || this.#laatst.get(klad.id) !== klad) return;
    if (isAfgemeld(this.#van.medewerkerId)) return;
    try {
      localStorage.setItem(kladnaam(this.#van.medewerkerId, klad.id), `${klad.op}.${verzegeld}`);
    } catch {
      // A browser may keep nothing, or no more: then it is kept as long as the page.
    }
  }

  /** Kept, saved or thrown away in another tab of this person. */
  readonly #opAnderePagina = ({ key, newValue }: StorageEvent): void => {
    const begin = kladnaam(this.#van.medewerkerId, '');
    if (key?.startsWith(begin) !== true) return;
    const id = key.slice(begin.length);
    if (newValue !== null) this.#volgElders(id);
    else if (this.#kladden.delete(id)) meld();
  };
}

let nu: Kladblok | null = null;
const luisteraars = new Set<() => void>();
bijEigenaar(opEigenaar);
opEigenaar();

/** Of who is signed in; null: nobody. */
export function kladblok(): Kladblok | null {
  return nu;
}

/** Tells when something is kept, held, let go of or gone. @returns what ends it */
export function volgKlad(doe: () => void): () => void {
  luisteraars.add(doe);
  return () => luisteraars.delete(doe);
}

function opEigenaar(): void {
  nu?.sluit();
  const eigenaar = eigenaarNu();
  nu = eigenaar === null ? null : new Kladblok(eigenaar);
  meld();
}

function meld(): void {
  for (const vertel of luisteraars) vertel();
}

function slotnaam(id: string): string {
  return `regietafel:klad:${id}`;
}
