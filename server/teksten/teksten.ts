import { eq } from 'drizzle-orm';
import type { BewaardCompartiment, Bewaarder } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { compartimenten } from '../database/schema.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { Onleesbaar } from '../kern/onleesbaar.ts';
import { isOpslagfout } from '../kern/opslagfout.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';
import type { Tekstschrijver } from './inhoud.ts';
import { type Plek, Tekstjournaal } from './journaal.ts';
import { Kamer } from './kamer.ts';
import { TEKSTMATEN } from './tekstmaten.ts';
import { uitgangspuntVan, veldIdsVan } from './velden.ts';

export { blokkenIn, legAchteraan, maakLeeg, regelsIn, tekstIn } from './inhoud.ts';
export {
  compartimentVanVeld,
  type LeesbareVelden,
  type Veldplek,
  veldIdsVan,
  veldenVoor,
  veldplekkenVan,
} from './velden.ts';

export interface Tekstbehoeften {
  readonly database: GeopendeDatabase;
  readonly omgeving: Omgeving;
  readonly stappen: Stappen;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
}

/** A text that a command changed, and what its document emitted for that. */
export interface Tekstwijziging {
  readonly kamer: Kamer;
  readonly update: Uint8Array;
}

/**
 * Documents that nobody goes on with: to be opened again as they are (`straks`), or with a fresh document, because
 * theirs is of another time (`opnieuw`).
 */
export interface Tekstval {
  readonly kamers: readonly Kamer[];
  readonly hoe: 'straks' | 'opnieuw';
}

/** What a step has done to texts. */
interface Tekstwerk {
  /** Documents that it touched: when it fails, memory and disk no longer agree. */
  readonly geraakt: Set<Kamer>;
  schreef: boolean;
}

/**
 * The co-edited texts: documents in memory, their journal on disk, and the one way in which they change: in a step
 * that is written and committed whole before anybody hears of it (SY5). Knows nothing of who reads along.
 */
export class Teksten implements Bewaarder, Tekstschrijver {
  readonly tabellen = ['tekstwijzigingen', 'tekstbeelden', 'tekstauteurs', 'teksten_in_oude_vorm'];
  readonly journaal: Tekstjournaal;
  /** A command changed a text; it is on disk. */
  readonly opWijziging = new Gebeurtenis<Tekstwijziging>('tekst');
  /** Documents were dropped. Told like a loss: what stands in them may be another's now. */
  readonly opVal = new Gebeurtenis<Tekstval>('verlies');
  readonly #behoeften: Tekstbehoeften;
  readonly #werk: Stapdeel<Tekstwerk>;
  readonly #kamers = new Map<string, Kamer>();
  #gestoord = false;
  #snijdOp = 0;

  constructor(behoeften: Tekstbehoeften) {
    this.#behoeften = behoeften;
    this.journaal = new Tekstjournaal(behoeften.database);
    behoeften.stappen.volgMislukken((fout) => {
      if (isOpslagfout(fout)) this.#gestoord = true;
    });
    this.#werk = {
      maak: (stap) => {
        const werk: Tekstwerk = { geraakt: new Set(), schreef: false };
        stap.bijMislukken(() => this.#laatVallen([...werk.geraakt]));
        stap.naAfloop(() => {
          if (werk.schreef) this.#gestoord = false;
        });
        return werk;
      },
    };
  }

  /** Documents in memory now. */
  get kamers(): ReadonlyMap<string, Kamer> {
    return this.#kamers;
  }

  /** Whether the last step that had something to write was written; else a trial tells (SY5: `gezondheid`). */
  isGezond(maat: number): boolean {
    if (!this.#gestoord) return true;
    try {
      this.#behoeften.stappen.doe(() => this.journaal.probeer(maat));
      this.#gestoord = false;
    } catch (fout) {
      this.#behoeften.bijFout(fout);
    }
    return !this.#gestoord;
  }

  /** The document of a compartment, from memory or from disk. Within a step. @throws Onleesbaar */
  kamer(plek: Plek, casusId: string): Kamer {
    const kamer = this.#haal(plek, casusId);
    this.raak(kamer);
    return kamer;
  }

  #haal(plek: Plek, casusId: string): Kamer {
    const bekend = this.#kamers.get(plek.id);
    const kamer = bekend?.plek.tijdperk === plek.tijdperk ? bekend : this.#bouw(plek, casusId);
    this.#kamers.set(plek.id, kamer);
    return kamer;
  }

  /**
   * Looks into a document, which doesn't stay in memory for it; nor does it go from there for who writes in it, when the
   * step in which one looked fails.
   * @returns what `doe` found; nothing where it can't be read (ST1)
   */
  kijkIn<T>(plek: Plek, casusId: string, doe: (kamer: Kamer) => T[]): T[] {
    // A document is opened in a step that may write, also where one only looks.
    return this.#behoeften.stappen.doe(() => {
      const wasEr = this.#kamers.get(plek.id);
      const kamer = this.#alsLeesbaar(() => this.#haal(plek, casusId));
      if (kamer === null) return [];
      try {
        return doe(kamer);
      } finally {
        if (kamer !== wasEr) this.#kamers.delete(plek.id);
      }
    });
  }

  /** This step has to do with a document: when it fails, nobody goes on with it. */
  raak(kamer: Kamer): void {
    this.#behoeften.stappen.huidig.deel(this.#werk).geraakt.add(kamer);
  }

  /** Binds a client id to a person with their first stored change (SY3). Within a step. */
  bind(kamer: Kamer, clientId: number, persoonId: string): void {
    const op = this.#behoeften.omgeving.nu();
    this.journaal.bind(kamer.plek, clientId, persoonId, op);
    kamer.auteurs.set(clientId, { persoonId, tijdperk: kamer.plek.tijdperk, op });
  }

  /** Stores what the document emitted, in somebody's name. Within a step. */
  leg(kamer: Kamer, update: Uint8Array, persoonId: string): void {
    const nummer = kamer.laatste + 1;
    this.journaal.voegToe(kamer.plek, nummer, persoonId, this.#behoeften.omgeving.nu(), update);
    kamer.laatste = nummer;
    kamer.sindsBeeld += 1;
    this.raak(kamer);
    this.#behoeften.stappen.huidig.deel(this.#werk).schreef = true;
  }

  /** The same for what a command changed, which goes to everyone who reads along. Within a step. */
  wijzig(kamer: Kamer, update: Uint8Array, persoonId: string): void {
    this.leg(kamer, update, persoonId);
    this.#behoeften.stappen.huidig.meld(this.opWijziging, { kamer, update });
  }

  /** A document is not as it should be: nobody goes on with it, and the next who opens it has it read from disk. */
  laatVallen(kamer: Kamer): void {
    this.#valNa(kamer, 'straks');
  }

  /** SY13: from now on it is another document; who has the old one open is told to start a fresh one. */
  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    const kamer = this.#alsLeesbaar(() => this.kamer(compartiment, compartiment.casusId));
    // ST1: each row says in which tijdperk it is encrypted. Put back from a copy, it opens.
    if (kamer === null) return;
    const plek = { id: kamer.plek.id, tijdperk };
    // What was never written in has nothing to keep, and a tile not even a key.
    if (kamer.laatste > 0) {
      const beeld = kamer.verschil(LEGE_STAAT);
      this.journaal.legBeeldVast(plek, kamer.laatste, this.#behoeften.omgeving.nu(), beeld);
    }
    this.#valNa(kamer, 'opnieuw');
  }

  /** Takes all texts of a compartment off the disk and out of memory; who has them open is told the same. */
  wis({ id }: BewaardCompartiment): void {
    this.journaal.wis(id);
    const kamer = this.#kamers.get(id);
    if (kamer !== undefined) this.#valNa(kamer, 'opnieuw');
  }

  /** A kaart came or went: which velden there are. */
  herzieVelden(compartimentId: string): void {
    const kamer = this.#kamers.get(compartimentId);
    kamer?.zetVelden(this.#velden(compartimentId));
  }

  /**
   * Housekeeping, now and then: keeps the collected state of what grew or rests, lets go of what nobody reads, and
   * cuts history whose term is over. A failure waits for the next time, but for the disk's own at a COMMIT, which ends
   * the process like that of any step (SY5).
   */
  ruimOp(): void {
    const nu = this.#behoeften.omgeving.nu();
    let gevangen = 0;
    for (const kamer of [...this.#kamers.values()]) {
      const rust = kamer.lezers === 0 && nu - kamer.leegSinds >= TEKSTMATEN.rust;
      const isToe = kamer.sindsBeeld >= (rust ? 1 : TEKSTMATEN.wijzigingenPerBeeld);
      // Next time.
      if (isToe && gevangen === TEKSTMATEN.beeldenPerKeer) continue;
      // Also when keeping it fails: the journal has it all.
      if (rust) this.#kamers.delete(kamer.plek.id);
      if (!isToe) continue;
      gevangen += 1;
      this.#probeer(() => this.#vang(kamer));
    }
    if (nu < this.#snijdOp) return;
    this.#snijdOp = nu + TEKSTMATEN.snijden;
    this.#probeer(() => this.#snij(nu - TEKSTMATEN.geschiedenis));
  }

  /** After each tick: when much was put down since, a bit of it goes in the indexes. */
  werkIndexBij(): void {
    if (this.journaal.isStaartLang) this.#behoeften.stappen.doe(() => this.journaal.indexeerDeel())();
  }

  /** Before stopping: keeps the collected state of everything that changed, so that the next start is quick. */
  sluit(): void {
    for (const kamer of this.#kamers.values())
      if (kamer.sindsBeeld > 0) this.#probeer(() => this.#vang(kamer));
    this.#kamers.clear();
  }

  #bouw({ id, tijdperk }: Plek, casusId: string): Kamer {
    const { omgeving } = this.#behoeften;
    try {
      const bewaard = this.journaal.laad({ id, tijdperk });
      const vast = uitgangspuntVan(this.#behoeften.database, id);
      return new Kamer({ id, tijdperk }, casusId, this.#velden(id), bewaard, omgeving.nu(), vast);
    } catch (fout) {
      if (isOpslagfout(fout)) throw fout;
      // ST1: of this compartment alone, and not of the step's other texts.
      throw new Onleesbaar('teksten', id, fout);
    }
  }

  #alsLeesbaar(haal: () => Kamer): Kamer | null {
    try {
      return haal();
    } catch (fout) {
      if (!(fout instanceof Onleesbaar)) throw fout;
      this.#behoeften.bijFout(fout);
      return null;
    }
  }

  #velden(compartimentId: string): Set<string> {
    return new Set(veldIdsVan(this.#behoeften.database, compartimentId));
  }

  /** Housekeeping that fails is told, and waits: one document must not keep the others from it. */
  #probeer(doe: () => void): void {
    try {
      doe();
    } catch (fout) {
      this.#behoeften.bijFout(fout);
    }
  }

  #vang(kamer: Kamer): void {
    // Tried again after as many changes, not each second.
    kamer.sindsBeeld = 0;
    this.#behoeften.stappen.doe(() =>
      this.journaal.legBeeldVast(
        kamer.plek,
        kamer.laatste,
        this.#behoeften.omgeving.nu(),
        kamer.verschil(LEGE_STAAT),
      ),
    );
  }

  #snij(voor: number): void {
    const { stappen } = this.#behoeften;
    // What is looked for by its age must be in the index, also where little is written.
    stappen.doe(() => this.journaal.indexeer())();
    for (const id of this.journaal.nogTeVangen(voor)) {
      const { db } = this.#behoeften.database;
      const rij = db.select().from(compartimenten).where(eq(compartimenten.id, id)).get();
      if (rij === undefined) continue;
      this.#probeer(() => this.#vang(this.#kamers.get(id) ?? this.#bouw(rij, rij.casusId)));
    }
    stappen.doe(() => void this.journaal.snij(voor));
  }

  /** Nobody goes on with a document from now on; who has it open is told once this step is on disk. */
  #valNa(kamer: Kamer, hoe: Tekstval['hoe']): void {
    this.#vergeet(kamer);
    this.#behoeften.stappen.huidig.meld(this.opVal, { kamers: [kamer], hoe });
  }

  #vergeet(kamer: Kamer): void {
    kamer.isVervallen = true;
    if (this.#kamers.get(kamer.plek.id) === kamer) this.#kamers.delete(kamer.plek.id);
  }

  /** The step failed: told all the same, for nobody's copy is the one on disk. */
  #laatVallen(kamers: readonly Kamer[]): void {
    for (const kamer of kamers) this.#vergeet(kamer);
    if (kamers.length === 0) return;
    for (const luisteraar of this.opVal.luisteraars) luisteraar({ kamers, hoe: 'straks' });
  }
}

/** The state vector of a document with nothing in it. */
const LEGE_STAAT = new Uint8Array([0]);
