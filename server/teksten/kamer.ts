import {
  applyUpdate,
  decodeStateVector,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  type Transaction,
} from 'yjs';
import { rusthash } from '../../shared/sync/stand.ts';
import type { Bewaard, Binding, Plek } from './journaal.ts';
import { controleerNa, type Schending } from './poort/nacontrole.ts';
import { klokVan } from './poort/yjs.ts';

const LEEG = new Uint8Array();
/** The state vector of a document with nothing in it. */
const LEGE_STAAT = new Uint8Array([0]);
/** So many answers are kept, and of those that aren't to a fresh client none above so many bytes. */
const MEESTE_VERSCHILLEN = 8;
const GROOT_VERSCHIL = 64 * 1024;

/** What the document emitted when something was applied: what is stored, sent on and attributed (SY5a). */
export interface Toegepast {
  /** Null when nothing changed. */
  readonly update: Uint8Array | null;
  /** What the assertion after applying found (SY4); null when all is well. */
  readonly schending: Schending | null;
}

/**
 * The texts of one compartment in memory: the server's own Y.Doc, who writes in it under which id, and who reads
 * along. Knows nothing of disks and connections; what it holds in the midst of a tick nobody sees before the COMMIT.
 */
export class Kamer {
  readonly plek: Plek;
  readonly casusId: string;
  readonly auteurs: Map<number, Binding>;
  /** Client ids that somebody writes under now, bound or not (SY3). */
  readonly levend = new Set<number>();
  /** The number of the last change, and how many came since the last tekstbeeld. */
  laatste: number;
  sindsBeeld: number;
  /** No more than so many bytes is its collected state (ST6); exact after `meet`. */
  hoogstensBytes: number;
  /** When the last reader left, in ms since 1970. */
  leegSinds: number;
  #lezers = 0;

  /** Memory and disk may differ: nothing is taken in any more. */
  isVervallen = false;

  readonly #doc: Doc;
  #velden: ReadonlySet<string>;
  /** A root that the server writes and nobody else: what is said in it is read along, as every other. */
  readonly #vast: string | null;
  /** Roots that may be in the document: the velden, that one, and what is left of those that were removed. */
  #roots: ReadonlySet<string>;
  #uitgestoten: Uint8Array | null = null;
  #schending: Schending | null = null;
  readonly #verschillen = new Map<string, Uint8Array>();
  #stand: string | null = null;

  /**
   * @param nu the time, in ms since 1970
   * @throws what Yjs throws on damaged bytes, or when what is kept isn't whole
   */
  constructor(
    plek: Plek,
    casusId: string,
    velden: ReadonlySet<string>,
    bewaard: Bewaard,
    nu: number,
    vast: string | null = null,
  ) {
    this.plek = plek;
    this.#vast = vast;
    this.casusId = casusId;
    this.#velden = velden;
    this.#roots = velden;
    this.auteurs = new Map(bewaard.auteurs);
    this.laatste = bewaard.laatste;
    this.sindsBeeld = bewaard.wijzigingen.length;
    this.leegSinds = nu;
    this.hoogstensBytes = [bewaard.beeld ?? LEEG, ...bewaard.wijzigingen].reduce(
      (som, { length }) => som + length,
      0,
    );
    // SY7: collected, so that what was deleted is gone for who joins later (NK14).
    this.#doc = new Doc({ gc: true });
    if (bewaard.beeld !== null) applyUpdate(this.#doc, bewaard.beeld);
    for (const wijziging of bewaard.wijzigingen) applyUpdate(this.#doc, wijziging);
    // What waits for something that isn't there would come up in the midst of another's writing.
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error('a text with a gap');
    this.zetVelden(velden);
    this.#doc.on('afterTransaction', (transactie: Transaction) => this.#naTransactie(transactie));
    this.#doc.on('update', (update: Uint8Array) => {
      this.#uitgestoten = update;
      this.hoogstensBytes += update.length;
      this.#verschillen.clear();
      this.#stand = null;
    });
  }

  /** What the gate holds an update against. */
  get doc(): Doc {
    return this.#doc;
  }

  /** Names of the roots that may be written: ids of the velden that there are. */
  get velden(): ReadonlySet<string> {
    return this.#velden;
  }

  /** A kaart came or went, and its veld with it; the text of one that went has been taken out (`leeg`). */
  zetVelden(velden: ReadonlySet<string>): void {
    this.#velden = velden;
    const eigen = this.#vast === null ? [...velden] : [...velden, this.#vast];
    for (const veld of eigen) this.#doc.getText(veld);
    // A root stays for the life of a Y.Doc. Not to be written any more, and empty.
    const over = [...this.#doc.share].filter(([naam, root]) => !velden.has(naam) && isLeeg(root));
    this.#roots = new Set([...eigen, ...over.map(([naam]) => naam)]);
  }

  /** How many read it now. */
  get lezers(): number {
    return this.#lezers;
  }

  /** Somebody reads along from now on. */
  komt(): void {
    this.#lezers += 1;
  }

  /** Somebody no longer does. @param nu ms since 1970 */
  gaat(nu: number): void {
    this.#lezers -= 1;
    if (this.#lezers === 0) this.leegSinds = nu;
  }

  /** Applies what the gate let through. */
  pasToe(update: Uint8Array): Toegepast {
    return this.#doe(() => applyUpdate(this.#doc, update, 'lijn'));
  }

  /** Changes the document from here: a text that is moved in, or taken out. Writes under a client id of its own. */
  wijzig(clientId: number, doe: (doc: Doc) => void): Toegepast {
    this.#doc.clientID = clientId;
    return this.#doe(() => this.#doc.transact(() => doe(this.#doc), 'server'));
  }

  /**
   * What a client with this state vector lacks (SY7). The same vector gets the same answer, made once for as long as
   * nothing changes (ST6): after a restart all come with the one that they all had.
   */
  verschil(staat: Uint8Array): Uint8Array {
    const sleutel = this.#watErIsVan(staat);
    const bekend = this.#verschillen.get(sleutel);
    if (bekend !== undefined) return bekend;
    const verschil = sleutel === '' ? encodeStateAsUpdate(this.#doc) : encodeStateAsUpdate(this.#doc, staat);
    // A fresh client lacks everything, and that is kept whatever its size.
    if (sleutel !== '' && verschil.length > GROOT_VERSCHIL) return verschil;
    const [oudste] = this.#verschillen.keys();
    if (this.#verschillen.size >= MEESTE_VERSCHILLEN && oudste !== undefined)
      this.#verschillen.delete(oudste);
    this.#verschillen.set(sleutel, verschil);
    return verschil;
  }

  /** Measures the collected state. @returns its bytes */
  meet(): number {
    this.hoogstensBytes = this.verschil(LEGE_STAAT).length;
    return this.hoogstensBytes;
  }

  /** What of a state vector is in this document, as a text that is equal for what is answered alike. */
  #watErIsVan(staat: Uint8Array): string {
    const delen: string[] = [];
    for (const [client, klok] of decodeStateVector(staat)) {
      const hier = Math.min(klok, klokVan(this.#doc, client));
      if (hier > 0) delen.push(`${client}:${hier}`);
    }
    return delen.sort().join(' ');
  }

  staatVector(): Uint8Array {
    return encodeStateVector(this.#doc);
  }

  /** See `rusthash` (SY15). */
  stand(): string {
    this.#stand ??= rusthash(this.#doc);
    return this.#stand;
  }

  #doe(wijzig: () => void): Toegepast {
    this.#uitgestoten = null;
    this.#schending = null;
    wijzig();
    const uitkomst = { update: this.#uitgestoten, schending: this.#schending };
    this.#uitgestoten = null;
    return uitkomst;
  }

  #naTransactie(transactie: Transaction): void {
    // SY14: Yjs would clean up formatting by a change of its own, in nobody's name. It decides right after this event.
    transactie._needFormattingCleanup = false;
    const na = controleerNa(transactie, this.#roots);
    if (na.soort === 'geschonden') this.#schending = na.wat;
  }
}

/** No text in it, and no key of a first block: one that was taken away leaves its name behind. */
function isLeeg(root: Doc['share'] extends Map<string, infer Root> ? Root : never): boolean {
  return root._length === 0 && [...root._map.values()].every(({ deleted }) => deleted);
}
