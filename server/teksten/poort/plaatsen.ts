import type { Bericht, Id, NieuwStruct } from './bericht.ts';
import { geweigerd, onleesbaar, sluitNietAan } from './uitkomst.ts';
import {
  type Doc,
  type GC,
  type GedeeldType,
  type Item,
  isItem,
  isMerk,
  klokVan,
  naamVanRoot,
  ouderVan,
  typeVan,
  vindStruct,
} from './yjs.ts';

/** What things stand in: a veld, or a marker in one. One object for one of them, so that they can be compared. */
export type Houder = {
  readonly aard: 'veld' | 'merk';
  /** The type in the document; null when this update makes it. */
  readonly type: GedeeldType | null;
};

/** Where a struct lands. Null: what it hangs on is gone, and Yjs keeps its length and nothing else. */
export type Plek = { readonly houder: Houder; readonly sleutel: string | null } | null;

/** A struct that is in the document, or one of the same update that came before. */
export type Bekend = Item | GC | NieuwStruct;

/**
 * Finds where structs land, as Yjs will (`Item.getMissing`): by the neighbours, else by the parent, and from there
 * up through the document to its root. Not by names in the update: a struct with a neighbour carries none (SY4).
 */
export class Plaatsen {
  readonly #doc: Doc;
  readonly #velden: ReadonlySet<string>;
  readonly #bericht: Bericht;
  /** Whether the update's structs are new; else the document has them all already. */
  readonly #nieuw: boolean;
  readonly #plekken = new Map<NieuwStruct, Plek>();
  readonly #houders = new Map<GedeeldType | NieuwStruct | string, Houder | null>();

  constructor(doc: Doc, velden: ReadonlySet<string>, bericht: Bericht, nieuw: boolean) {
    this.#doc = doc;
    this.#velden = velden;
    this.#bericht = bericht;
    this.#nieuw = nieuw;
  }

  /** @throws Afgekeurd when it refers to what isn't here, or would land outside the velden */
  vind(struct: NieuwStruct): Plek {
    const plek = struct.inhoud.soort === 'weg' ? null : this.#zoek(struct);
    if (this.#bericht.structs.length > 1) this.#plekken.set(struct, plek);
    return plek;
  }

  /** A struct by its id, or null when it isn't known: of this update only what comes before `voor`. */
  bekend(id: Id, voor: NieuwStruct): Bekend | null {
    const { clientId, begin, structs } = this.#bericht;
    if (id.client === clientId) {
      // Yjs doesn't look for these among what it lacks, and throws in the midst of applying.
      if (id.clock >= voor.clock) throw onleesbaar('verwijst_vooruit');
      if (this.#nieuw && id.clock >= begin) return vindIn(structs, id.clock);
    }
    return id.clock < klokVan(this.#doc, id.client) ? vindStruct(this.#doc, id.client, id.clock) : null;
  }

  #zoek(struct: NieuwStruct): Plek {
    const links = struct.origin === null ? null : this.#eis(struct.origin, struct);
    const rechts = struct.rightOrigin === null ? null : this.#eis(struct.rightOrigin, struct);
    if (links === null && rechts === null) return this.#bijOuder(struct);
    const eerste = links === null ? null : this.#plekVan(links);
    const tweede = rechts === null ? null : this.#plekVan(rechts);
    if (links === null || rechts === null) return eerste ?? tweede;
    if (eerste === null || tweede === null) return null;
    // YATA puts a struct between its neighbours; neighbours in different places are nobody's editor's.
    if (eerste.houder !== tweede.houder || eerste.sleutel !== tweede.sleutel) {
      throw geweigerd('buren_uiteen');
    }
    return eerste;
  }

  #eis(id: Id, voor: NieuwStruct): Bekend {
    const buur = this.bekend(id, voor);
    // Yjs would set the struct aside and wait, in the memory of the server and of every reader.
    if (buur === null) throw sluitNietAan('oorsprong_onbekend');
    return buur;
  }

  #bijOuder(struct: NieuwStruct): Plek {
    const { ouder, sleutel } = struct;
    if (ouder === null) throw onleesbaar('soort_onbekend');
    if (typeof ouder === 'string') {
      // Applying would make this root, and it would stay.
      if (!this.#velden.has(ouder)) throw geweigerd('geen_veld');
      return { houder: this.#veld(ouder), sleutel };
    }
    const item = this.bekend(ouder, struct);
    if (item === null) throw sluitNietAan('ouder_onbekend');
    const houder = this.#alsHouder(item);
    return houder === null ? null : { houder, sleutel };
  }

  /** What an item is, when others stand in it. Null when it is gone. */
  #alsHouder(bekend: Bekend): Houder | null {
    if ('inhoud' in bekend) return this.#nieuweHouder(bekend);
    if (!isItem(bekend)) return null;
    const type = typeVan(bekend);
    if (type === null) throw geweigerd('ouder_is_geen_merk');
    return type === 'weg' ? null : this.#houder(type);
  }

  #nieuweHouder(struct: NieuwStruct): Houder | null {
    const { inhoud } = struct;
    if (inhoud.soort === 'weg' || inhoud.soort === 'gewist') return null;
    if (inhoud.soort !== 'merk') throw geweigerd('ouder_is_geen_merk');
    const eerder = this.#houders.get(struct);
    if (eerder !== undefined) return eerder;
    const isWeg = (this.#plekken.get(struct) ?? null) === null;
    // That it stands in a veld itself was asked when it was its turn.
    const houder: Houder | null = isWeg ? null : { aard: 'merk', type: null };
    this.#houders.set(struct, houder);
    return houder;
  }

  #plekVan(buur: Bekend): Plek {
    if ('inhoud' in buur) return this.#plekken.get(buur) ?? null;
    if (!isItem(buur)) return null;
    const type = ouderVan(buur);
    const houder = type === null ? null : this.#houder(type);
    return houder === null ? null : { houder, sleutel: buur.parentSub };
  }

  #houder(type: GedeeldType): Houder | null {
    const eerder = this.#houders.get(type);
    if (eerder !== undefined) return eerder;
    const houder = this.#maakHouder(type);
    this.#houders.set(type, houder);
    return houder;
  }

  #maakHouder(type: GedeeldType): Houder | null {
    if (type._item === null) {
      const naam = naamVanRoot(this.#doc, type);
      if (naam === null || !this.#velden.has(naam)) throw geweigerd('geen_veld');
      return { aard: 'veld', type };
    }
    const veld = ouderVan(type._item);
    if (veld === null) return null;
    // A map in a marker or under a key would be seen by nobody, and carried by everyone.
    if (!isMerk(type)) throw geweigerd('ouder_is_geen_merk');
    // Throws where that is no veld of this compartment.
    this.#houder(veld);
    return { aard: 'merk', type };
  }

  #veld(naam: string): Houder {
    const type = this.#doc.share.get(naam);
    const bekend = type === undefined ? this.#houders.get(naam) : this.#houder(type);
    if (bekend !== undefined && bekend !== null) return bekend;
    // Nothing was written in it yet, so the document needn't have it.
    const leeg: Houder = { aard: 'veld', type: null };
    this.#houders.set(naam, leeg);
    return leeg;
  }
}

function vindIn(structs: readonly NieuwStruct[], clock: number): NieuwStruct | null {
  let links = 0;
  let rechts = structs.length - 1;
  while (links <= rechts) {
    const midden = (links + rechts) >> 1;
    const struct = structs[midden];
    if (struct === undefined) return null;
    if (clock < struct.clock) rechts = midden - 1;
    else if (clock >= struct.clock + struct.lengte) links = midden + 1;
    else return struct;
  }
  return null;
}
