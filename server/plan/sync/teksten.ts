import { eq } from 'drizzle-orm';
import type { GeopendeDatabase } from '../../database/database.ts';
import { compartimenten } from '../../database/schema.ts';
import type { Omgeving } from '../../omgeving.ts';
import { isOpslagfout, isSchijffout } from '../../opslagfout.ts';
import { veldIdsVan } from '../velden.ts';
import { type Plek, Tekstjournaal } from './journaal.ts';
import { Kamer } from './kamer.ts';
import type { Tekstkamer } from './lijn.ts';
import { LIJNMATEN, TEKSTMATEN } from './maten.ts';
import { Uitvoer } from './uitvoer.ts';

export interface Tekstbehoeften {
  readonly database: GeopendeDatabase;
  readonly omgeving: Omgeving;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
  /** The disk failed in the midst of a COMMIT: nobody knows what is on it, and the process must end (SY5). */
  readonly bijSchijffout: (fout: unknown) => void;
}

/**
 * Closes the kanalen of documents that are dropped: to be opened again as they are (`straks`), or with a fresh
 * document, because theirs is of another time (`opnieuw`).
 */
export type Bijvallen = (kamers: readonly Tekstkamer[], hoe: 'straks' | 'opnieuw') => void;

/** Somebody's step in the texts: what it writes, and what is said of it once that is on disk. */
export interface Tekststap {
  readonly uitvoer: Uitvoer;
  /** The document of a compartment, from memory or from disk. @throws KluisFout */
  kamer(plek: Plek, casusId: string): Tekstkamer;
  /** Binds a client id to a person with their first stored change (SY3). */
  bind(kamer: Tekstkamer, clientId: number, medewerkerId: string): void;
  /** A document is not as it should be: nobody goes on with it, and the next who opens it has it read from disk. */
  laatVallen(kamer: Tekstkamer): void;
  /** SY13: from now on it is another document; who has the old one open is told to start a fresh one. */
  wisselTijdperk(kamer: Tekstkamer, tijdperk: string): void;
  /** Takes all of it off the disk and out of memory; who has it open is told the same. */
  wis(kamer: Tekstkamer): void;
  /** Stores what the document emitted, in somebody's name, and sends it on. */
  leg(kamer: Tekstkamer, update: Uint8Array, medewerkerId: string): void;
}

/**
 * The co-edited texts: documents in memory, their journal on disk, and the one way in which they change: in a step
 * that is written and committed whole before anybody hears of it (SY5).
 */
export class Teksten {
  readonly journaal: Tekstjournaal;
  readonly #behoeften: Tekstbehoeften;
  readonly #kamers = new Map<string, Tekstkamer>();
  #bijVallen: Bijvallen = () => {};
  #voorStap: () => void = () => {};
  #gestoord = false;
  #snijdOp = 0;

  constructor(behoeften: Tekstbehoeften) {
    this.#behoeften = behoeften;
    this.journaal = new Tekstjournaal(behoeften.database);
  }

  /** Connects who closes the kanalen of documents that are dropped. */
  verbindVallen(bijVallen: Bijvallen): void {
    this.#bijVallen = bijVallen;
  }

  /** Connects who ends what is over by the clock: before every step, for what it sends on goes to whoever reads (NK7). */
  verbindStap(voorStap: () => void): void {
    this.#voorStap = voorStap;
  }

  /** Documents in memory now. */
  get kamers(): ReadonlyMap<string, Tekstkamer> {
    return this.#kamers;
  }

  /** Whether the last step that had something to write was written; else a trial tells (SY5: `gezondheid`). */
  isGezond(): boolean {
    if (!this.#gestoord) return true;
    try {
      this.#behoeften.database.transactie(() => this.journaal.probeer(LIJNMATEN.bericht));
      this.#gestoord = false;
    } catch (fout) {
      this.#behoeften.bijFout(fout);
    }
    return !this.#gestoord;
  }

  /**
   * Takes one step: everything in `werk` is on disk when what it has to say is said; nothing happened when it throws.
   * Synchronous, and the outermost transaction.
   * @throws what `werk` or the disk throws, after the documents that it touched were dropped
   */
  stap<T>(werk: (stap: Tekststap) => T): T {
    this.#voorStap();
    const uitvoer = new Uitvoer();
    let isKlaar = false;
    let uitkomst: T | undefined;
    try {
      this.#behoeften.database.transactie(() => {
        uitkomst = werk({
          uitvoer,
          kamer: (plek, casusId) => this.#geef(plek, casusId, uitvoer),
          bind: (kamer, clientId, medewerkerId) => this.#bind(kamer, clientId, medewerkerId),
          laatVallen: (kamer) => this.#valNa(kamer, 'straks', uitvoer),
          wisselTijdperk: (kamer, tijdperk) => this.#wisselTijdperk(kamer, tijdperk, uitvoer),
          wis: (kamer) => {
            this.journaal.wis(kamer.plek.id);
            this.#valNa(kamer, 'opnieuw', uitvoer);
          },
          leg: (kamer, update, medewerkerId) => this.#leg(kamer, update, medewerkerId, uitvoer),
        });
        isKlaar = true;
      });
    } catch (fout) {
      this.#laatVallen([...uitvoer.geraakt]);
      if (isOpslagfout(fout)) this.#gestoord = true;
      if (isKlaar && isSchijffout(fout)) this.#behoeften.bijSchijffout(fout);
      throw fout;
    }
    if (uitvoer.schreef) this.#gestoord = false;
    uitvoer.spoel();
    // `werk` has run when the transaction succeeded.
    return uitkomst as T;
  }

  /** A kaart came or went: which velden there are. */
  herzieVelden(compartimentId: string): void {
    const kamer = this.#kamers.get(compartimentId);
    kamer?.zetVelden(this.#velden(compartimentId));
  }

  /**
   * Housekeeping, now and then: keeps the collected state of what grew or rests, lets go of what nobody reads, and
   * cuts history whose term is over. A failure waits for the next time.
   */
  ruimOp(): void {
    const nu = this.#behoeften.omgeving.nu();
    for (const kamer of [...this.#kamers.values()]) {
      const rust = kamer.lezers.size === 0 && nu - kamer.leegSinds >= TEKSTMATEN.rust;
      // Also when keeping it fails: the journal has it all.
      if (rust) this.#kamers.delete(kamer.plek.id);
      if (kamer.sindsBeeld >= (rust ? 1 : TEKSTMATEN.wijzigingenPerBeeld))
        this.#probeer(() => this.#vang(kamer));
    }
    if (nu < this.#snijdOp) return;
    this.#snijdOp = nu + TEKSTMATEN.snijden;
    this.#probeer(() => this.#snij(nu - TEKSTMATEN.geschiedenis));
  }

  /** Before stopping: keeps the collected state of everything that changed, so that the next start is quick. */
  sluit(): void {
    for (const kamer of this.#kamers.values())
      if (kamer.sindsBeeld > 0) this.#probeer(() => this.#vang(kamer));
    this.#kamers.clear();
  }

  #geef(plek: Plek, casusId: string, uitvoer: Uitvoer): Tekstkamer {
    const bekend = this.#kamers.get(plek.id);
    const kamer = bekend?.plek.tijdperk === plek.tijdperk ? bekend : this.#bouw(plek, casusId);
    this.#kamers.set(plek.id, kamer);
    uitvoer.geraakt.add(kamer);
    return kamer;
  }

  #bouw(plek: Plek, casusId: string): Tekstkamer {
    const { id, tijdperk } = plek;
    return new Kamer(
      { id, tijdperk },
      casusId,
      this.#velden(id),
      this.journaal.laad(plek),
      this.#behoeften.omgeving.nu,
    );
  }

  #velden(compartimentId: string): Set<string> {
    return new Set(veldIdsVan(this.#behoeften.database, compartimentId));
  }

  #leg(kamer: Tekstkamer, update: Uint8Array, medewerkerId: string, uitvoer: Uitvoer): void {
    const nummer = kamer.laatste + 1;
    this.journaal.voegToe(kamer.plek, nummer, medewerkerId, this.#behoeften.omgeving.nu(), update);
    kamer.laatste = nummer;
    kamer.sindsBeeld += 1;
    uitvoer.geraakt.add(kamer);
    uitvoer.schreef = true;
  }

  /** Housekeeping that fails is told, and waits: one document must not keep the others from it. */
  #probeer(doe: () => void): void {
    try {
      doe();
    } catch (fout) {
      this.#behoeften.bijFout(fout);
    }
  }

  #vang(kamer: Tekstkamer): void {
    // Tried again after as many changes, not each second.
    kamer.sindsBeeld = 0;
    this.#behoeften.database.transactie(() =>
      this.journaal.legBeeldVast(
        kamer.plek,
        kamer.laatste,
        this.#behoeften.omgeving.nu(),
        kamer.verschil(LEGE_STAAT),
      ),
    );
  }

  #snij(voor: number): void {
    for (const id of this.journaal.nogTeVangen(voor)) {
      const { db } = this.#behoeften.database;
      const rij = db.select().from(compartimenten).where(eq(compartimenten.id, id)).get();
      if (rij === undefined) continue;
      this.#probeer(() => this.#vang(this.#kamers.get(id) ?? this.#bouw(rij, rij.casusId)));
    }
    this.#behoeften.database.transactie(() => void this.journaal.snij(voor));
  }

  #bind(kamer: Tekstkamer, clientId: number, medewerkerId: string): void {
    const op = this.#behoeften.omgeving.nu();
    this.journaal.bind(kamer.plek, clientId, medewerkerId, op);
    kamer.auteurs.set(clientId, { medewerkerId, tijdperk: kamer.plek.tijdperk, op });
  }

  #wisselTijdperk(kamer: Tekstkamer, tijdperk: string, uitvoer: Uitvoer): void {
    const plek = { id: kamer.plek.id, tijdperk };
    // What was never written in has nothing to keep, and a tile not even a key.
    if (kamer.laatste > 0) {
      const beeld = kamer.verschil(LEGE_STAAT);
      this.journaal.legBeeldVast(plek, kamer.laatste, this.#behoeften.omgeving.nu(), beeld);
    }
    this.#valNa(kamer, 'opnieuw', uitvoer);
  }

  /** Nobody goes on with a document from now on; who has it open is told once this step is on disk. */
  #valNa(kamer: Tekstkamer, hoe: 'straks' | 'opnieuw', uitvoer: Uitvoer): void {
    this.#vergeet(kamer);
    uitvoer.daarna(() => this.#bijVallen([kamer], hoe));
  }

  #vergeet(kamer: Tekstkamer): void {
    kamer.isVervallen = true;
    if (this.#kamers.get(kamer.plek.id) === kamer) this.#kamers.delete(kamer.plek.id);
  }

  #laatVallen(kamers: readonly Tekstkamer[]): void {
    for (const kamer of kamers) this.#vergeet(kamer);
    if (kamers.length > 0) this.#bijVallen(kamers, 'straks');
  }
}

/** The state vector of a document with nothing in it. */
const LEGE_STAAT = new Uint8Array([0]);
