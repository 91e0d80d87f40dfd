import type { Veld } from '../../shared/contract/velden.ts';
import { WACHT_OP_ANTWOORD } from '../api/poging.ts';
import type { Compartimenttekst } from '../sync/compartimenttekst.ts';
import type { Overgebleven } from '../sync/overgebleven.ts';
import type { Tekstopties } from '../sync/teksten.ts';
import { Tekstklad } from './tekstklad.ts';
import { Schrijfstand } from './schrijfstand.ts';
import type { Teksthelft } from './teksthelft.ts';
import type { Tekstnieuws } from './tekstnieuws.ts';

/** How the texts of the whole board stand, for its head. */
export type Bordstand = 'laden' | 'niet_geladen' | 'opgeslagen' | 'bezig' | 'geen_verbinding';

/** What the texts ask of the board. */
export interface Tekstbehoeften {
  readonly casusId: string;
  /** A command of this casus, after which the board is fetched again. @throws {ApiFout} */
  readonly regel: (naam: 'concept.deel' | 'concept.gooiWeg', veldId: string) => Promise<void>;
  /** Begins a concept, after which the board is fetched again. @throws {ApiFout} */
  readonly begin: (
    naam: 'concept.begin' | 'concept.verbeter',
    veldId: string,
    bijWachten: (wacht: boolean) => void,
  ) => Promise<void>;
  /** The line ended for good: the board has to find out why. */
  readonly opEinde: () => void;
  readonly nieuws: Pick<Tekstnieuws, 'veranderd' | 'vanMij'>;
  /** Says something to who can't see it. */
  readonly meld: (zin: string) => void;
  readonly omgeving?: Tekstopties['omgeving'];
}

/** How long sharing waits for the last words to be on disk. */
const WACHT_OP_OPSLAG_MS = 10_000;
/** How long after one beginning the next may follow, when the line was refused. */
const HERBEGIN_NA_MS = 5_000;

/**
 * The co-edited texts of one board: loads what reads and carries them once the board stands, and keeps how this
 * person writes in each. Elements listen as `VolgtTeksten`. After `stop` nothing of a text is left here (NK7).
 */
export class Bordteksten {
  /** The half that knows Yjs; null until it is loaded. */
  helft: Teksthelft | null = null;
  /** Fetches what shows a concept, never throws; set by who shows them, so that concepts stand when the texts do. */
  haalConcepten: () => Promise<void> = () => Promise.resolve();
  /** Whether the editor's code is here. */
  editorGeladen = false;

  readonly #behoeften: Tekstbehoeften;
  readonly #luisteraars = new Set<() => void>();
  #velden: ReadonlyMap<string, Veld> = new Map();
  #begonnenOp = 0;
  #herbeginKlok: ReturnType<typeof setTimeout> | undefined;
  #toestand: 'uit' | 'laden' | 'mislukt' | 'aan' = 'uit';
  readonly #schrijfstand = new Schrijfstand();
  #klad: Tekstklad | null = null;
  #houdtBij = false;

  constructor(behoeften: Tekstbehoeften) {
    this.#behoeften = behoeften;
  }

  /** From now on what is typed here is kept until it is saved (ST15). */
  beginKlad(): void {
    this.#houdtBij = true;
    this.#klad ??= new Tekstklad();
  }

  /** The board stands, with these texts. The first time it begins to load. */
  opBord(velden: readonly Veld[]): void {
    this.#velden = new Map(velden.map((veld) => [veld.id, veld]));
    this.#ruimOp();
    if (this.#toestand === 'uit') void this.laad();
    else this.#herbegin();
    this.#verander();
  }

  /** Loads and starts; again when it failed. */
  async laad(): Promise<void> {
    if (this.#toestand === 'laden' || this.#toestand === 'aan') return;
    clearTimeout(this.#herbeginKlok);
    this.#herbeginKlok = undefined;
    this.#toestand = 'laden';
    // After it couldn't be fetched for a while it stands there again.
    if (this.#houdtBij) this.beginKlad();
    this.#verander();
    try {
      const heeftConcept = [...this.#velden.values()].some(({ concept }) => concept);
      const [{ Teksthelft }] = await Promise.all([
        import('./teksthelft.ts'),
        heeftConcept ? this.haalConcepten() : null,
      ]);
      if (this.#isStil() || this.helft !== null) return;
      const { casusId, nieuws, omgeving } = this.#behoeften;
      this.helft = new Teksthelft(
        {
          casusId,
          ...(omgeving === undefined ? {} : { omgeving }),
          opVerandering: () => this.#opTeksten(),
          opWeigering: (...wat) => this.#opWeigering(...wat),
        },
        ({ veldId, zetel }) => nieuws.veranderd(veldId, zetel),
      );
      this.#begonnenOp = performance.now();
      this.helft.teksten.start();
      this.#toestand = 'aan';
    } catch {
      if (!this.#isStil()) {
        this.#toestand = 'mislukt';
        this.#herbeginKlok = setTimeout(() => void this.laad(), HERBEGIN_NA_MS);
      }
    }
    this.#verander();
  }

  /** NK7: lets go of every text, of what was left over, and of how one was writing. */
  stop(): void {
    clearTimeout(this.#herbeginKlok);
    this.#herbeginKlok = undefined;
    this.#klad?.stop();
    this.#klad = null;
    this.helft?.stop();
    this.helft = null;
    this.#toestand = 'uit';
    this.#velden = new Map();
    this.#schrijfstand.wis();
    this.#verander();
  }

  /** The same when this person lost the casus: what they typed themselves and wasn't saved stays theirs (NK17). */
  stopEnHoudEigen(): readonly Overgebleven[] {
    this.#klad?.stop(true);
    const eigen = this.helft?.stopEnHoudEigen() ?? [];
    this.stop();
    return eigen;
  }

  /** @returns what ends the listening */
  luister(opVerandering: () => void): () => void {
    this.#luisteraars.add(opVerandering);
    return () => this.#luisteraars.delete(opVerandering);
  }

  get stand(): Bordstand {
    if (this.#toestand === 'mislukt') return 'niet_geladen';
    const teksten = this.helft?.teksten;
    if (teksten === undefined) return 'laden';
    if (!teksten.verbonden) return teksten.compartimenten.length === 0 ? 'laden' : 'geen_verbinding';
    return teksten.onopgeslagen ? 'bezig' : 'opgeslagen';
  }

  get onopgeslagen(): boolean {
    return this.helft?.teksten.onopgeslagen === true;
  }

  /** Whether anything that was typed here would be gone with the board. */
  get isIetsTeVerliezen(): boolean {
    return this.helft?.teksten.isIetsTeVerliezen === true;
  }

  get overgebleven(): readonly Overgebleven[] {
    return this.helft?.teksten.overgebleven ?? [];
  }

  verwijderOvergebleven(id: string): void {
    this.helft?.teksten.verwijderOvergebleven(id);
  }

  /** The document in which a text stands; undefined while it isn't here, or no longer (NK7). */
  tekst(veld: Veld): Compartimenttekst | undefined {
    return this.helft?.teksten.compartiment(veld.compartimentId);
  }

  /** Whether there is anything to read in a text; null while that isn't known. */
  isGevuld(veld: Veld): boolean | null {
    return this.helft?.isGevuld(veld) ?? null;
  }

  /** Whether some of what one reads here is still to come. */
  get isOnderweg(): boolean {
    return (
      this.stand !== 'niet_geladen' &&
      [...this.#velden.values()].some(
        (veld) => !veld.concept && this.isGevuld(veld) === null && this.tekst(veld)?.isOnleesbaar !== true,
      )
    );
  }

  /** My concept for a text. */
  conceptBij(veldId: string): Veld | undefined {
    return [...this.#velden.values()].find((veld) => veld.concept && veld.conceptVoor === veldId);
  }

  /** Whether I chose to type in the shared text itself. */
  typtSamen(veldId: string): boolean {
    return this.#schrijfstand.samen.has(veldId);
  }

  /** Whether my concept for this text is open for writing. */
  schrijftConcept(veldId: string): boolean {
    return this.#schrijfstand.conceptOpen.has(veldId);
  }

  /** What happened to a text that its reader must know; empty: nothing. */
  melding(veldId: string): string {
    return this.#schrijfstand.melding(veldId);
  }

  /** Begins to type in the shared text itself, or ends it. */
  zetSamen(veldId: string, aan: boolean): void {
    if (aan) this.#schrijfstand.samen.add(veldId);
    else this.#schrijfstand.samen.delete(veldId);
    this.#schrijfstand.zetMelding(veldId, '');
    if (aan) void this.#laadEditor(veldId);
    this.#verander();
  }

  /**
   * Begins a concept for a text, or goes on with the one there is.
   * @param hoe a new one comes under the text, or begins with its words
   * @throws {ApiFout}
   */
  async schrijf(veldId: string, hoe: 'eronder' | 'verbeteren' = 'eronder'): Promise<void> {
    this.#schrijfstand.zetMelding(veldId, '');
    if (this.conceptBij(veldId) === undefined) {
      const naam = hoe === 'eronder' ? 'concept.begin' : 'concept.verbeter';
      await this.#behoeften.begin(naam, veldId, (wacht) => {
        this.#schrijfstand.zetMelding(veldId, wacht ? WACHT_OP_ANTWOORD : '');
        this.#verander();
      });
    }
    this.#schrijfstand.conceptOpen.add(veldId);
    await this.#laadEditor(veldId);
    this.#verander();
  }

  /** Puts the pen down. A concept in which nothing stands isn't worth keeping. @throws {ApiFout} */
  async legWeg(veldId: string): Promise<void> {
    this.#schrijfstand.conceptOpen.delete(veldId);
    this.#verander();
    const concept = this.conceptBij(veldId);
    // Of an improvement, that all words are gone from it can be what was meant.
    if (concept?.uitgangspunt === null && this.isGevuld(concept) === false) await this.gooiWeg(concept);
  }

  /** Moves a concept into its text. @returns whether it was on disk, and so could be shared. @throws {ApiFout} */
  async deel(concept: Veld): Promise<boolean> {
    if (!(await this.#wachtOpOpslag(concept))) return false;
    const { conceptVoor } = concept;
    // It comes in as from the server: it is no news that I did this.
    if (conceptVoor !== null) this.#behoeften.nieuws.vanMij(conceptVoor);
    await this.#behoeften.regel('concept.deel', concept.id);
    if (conceptVoor !== null) this.#schrijfstand.conceptOpen.delete(conceptVoor);
    this.#verander();
    return true;
  }

  /** Throws a concept away, for good. @throws {ApiFout} */
  async gooiWeg(concept: Veld): Promise<void> {
    await this.#behoeften.regel('concept.gooiWeg', concept.id);
    if (concept.conceptVoor !== null) this.#schrijfstand.conceptOpen.delete(concept.conceptVoor);
    this.#verander();
  }

  async #laadEditor(veldId: string): Promise<void> {
    if (this.editorGeladen) return;
    try {
      await import('../editor/editor.ts');
      this.editorGeladen = true;
    } catch {
      this.#schrijfstand.samen.delete(veldId);
      this.#schrijfstand.conceptOpen.delete(veldId);
      this.#schrijfstand.zetMelding(
        veldId,
        'Schrijven is niet geladen. Controleer uw netwerk en probeer het opnieuw.',
      );
    }
    this.#verander();
  }

  #wachtOpOpslag(veld: Veld): Promise<boolean> {
    return new Promise((klaar) => {
      const kijk = (): void => {
        const stand = this.tekst(veld)?.standVan(veld.id);
        if (stand === 'bezig' || stand === 'laden') return;
        einde(stand === 'opgeslagen');
      };
      const einde = (uitkomst: boolean): void => {
        clearTimeout(klok);
        stop();
        klaar(uitkomst);
      };
      const klok = setTimeout(() => einde(false), WACHT_OP_OPSLAG_MS);
      const stop = this.luister(kijk);
      kijk();
    });
  }

  #opTeksten(): void {
    this.#ruimOp();
    if (this.helft !== null) this.#klad?.volg(this.helft.teksten);
    if (this.helft?.teksten.gestopt != null) this.#behoeften.opEinde();
    this.#verander();
  }

  /** The board is open to me, so the line that was refused may be as well; not so often that it becomes a storm. */
  #herbegin(): void {
    const teksten = this.helft?.teksten;
    if (teksten?.gestopt == null || this.#herbeginKlok !== undefined) return;
    const nog = this.#begonnenOp + HERBEGIN_NA_MS - performance.now();
    if (nog > 0) {
      // ST12: nothing else may come that brings it back, such as when the same person is soon there again.
      this.#herbeginKlok = setTimeout(() => {
        this.#herbeginKlok = undefined;
        this.#herbegin();
      }, nog);
      return;
    }
    this.#begonnenOp = performance.now();
    teksten.start();
  }

  #ruimOp(): void {
    const gezegd = this.#schrijfstand.ruimOp(this.#velden, (veld) => this.tekst(veld));
    if (gezegd !== null) this.#behoeften.meld(gezegd);
  }

  #opWeigering(compartimentId: string, reden: string, leestNu: boolean): void {
    this.#schrijfstand.opWeigering(this.#velden.values(), compartimentId, reden, leestNu);
    this.#behoeften.meld(reden);
    this.#verander();
  }

  /** Whether it was stopped while something was being loaded. */
  #isStil(): boolean {
    return this.#toestand !== 'laden';
  }

  #verander(): void {
    for (const luisteraar of [...this.#luisteraars]) luisteraar();
  }
}
