import { isSleutelnaam } from '../../../shared/tekst/blok.ts';
import { type Bericht, leesBericht, type NieuwStruct } from './bericht.ts';
import { Drukte } from './drukte.ts';
import { EigenGewist, keurGewist } from './gewist.ts';
import { Groei } from './groei.ts';
import { Lezer } from './lezer.ts';
import { MATEN } from './maten.ts';
import { Plaatsen, type Plek } from './plaatsen.ts';
import { isWaarde } from './schema.ts';
import { Afgekeurd, geweigerd, sluitNietAan, type Uitkomst } from './uitkomst.ts';
import { type Doc, klokVan } from './yjs.ts';

/** What an update is held against. */
export type Kamer = {
  /** The server's document of one compartment; the gate reads it and leaves it as it is. */
  readonly doc: Doc;
  /** Names of the roots that are a veld of this compartment. */
  readonly velden: ReadonlySet<string>;
  /** The client ids that are bound to the sender and live on this connection (SY3). */
  readonly eigenIds: ReadonlySet<number>;
  /** How long a text may become, in characters (ST6); as long as anyone likes when left out. */
  readonly tekstHoogstens?: number;
};

/**
 * SY4: decides on an update in Yjs' format V1 without applying it. Throws on no input, and takes time and memory by
 * the update's size. What it lets through, Yjs applies whole: nothing pending, nothing but what an editor writes.
 */
export function keurUpdate(update: Uint8Array, kamer: Kamer): Uitkomst {
  try {
    return keur(update, kamer);
  } catch (fout) {
    if (fout instanceof Afgekeurd) return fout.uitkomst;
    throw fout;
  }
}

function keur(update: Uint8Array, { doc, velden, eigenIds, tekstHoogstens }: Kamer): Uitkomst {
  if (update.length > MATEN.bytes) throw geweigerd('te_groot');
  const bericht = leesBericht(new Lezer(update));
  const nieuw = eisVolgorde(doc, bericht, eigenIds);
  const plaatsen = new Plaatsen(doc, velden, bericht, nieuw);
  const drukte = new Drukte(plaatsen, bericht);
  const eigenGewist = new EigenGewist(bericht);
  const groei = new Groei();
  // A duplicate goes through it all as well: Yjs looks up its neighbours and makes its root before it skips it.
  for (const struct of bericht.structs) {
    const plek = plaatsen.vind(struct);
    if (plek === null) continue;
    eisOpPlek(struct, plek, eigenGewist);
    if (!nieuw) continue;
    drukte.reken(struct, plek);
    groei.reken(struct, plek);
  }
  const wist = keurGewist(doc, bericht, nieuw);
  if (tekstHoogstens !== undefined) groei.eis(doc, bericht, tekstHoogstens);
  if (!nieuw && !wist) return { soort: 'niets_nieuws' };
  return { soort: 'toegelaten', clientId: nieuw ? bericht.clientId : null };
}

/** Whether its structs are new, and then that they are the sender's and the next. False for a full duplicate. */
function eisVolgorde(doc: Doc, bericht: Bericht, eigenIds: ReadonlySet<number>): boolean {
  const { clientId, begin, eind } = bericht;
  if (clientId === null) return false;
  const klok = klokVan(doc, clientId);
  if (eind <= klok) return false;
  // NK18: nobody writes under an id that isn't bound to them.
  if (!eigenIds.has(clientId)) throw geweigerd('vreemde_auteur');
  if (begin > klok) throw sluitNietAan('gat');
  // The part that is known can say something else than what is stored; Yjs would cut it off unseen.
  if (begin < klok) throw geweigerd('overlap');
  return true;
}

/** SY4: what stands in a veld, on a marker and under a key is what an editor writes there (TX1, TX2). */
function eisOpPlek(
  struct: NieuwStruct,
  { houder, sleutel }: NonNullable<Plek>,
  eigenGewist: EigenGewist,
): void {
  const { inhoud } = struct;
  if (sleutel !== null) {
    if (!isSleutelnaam(sleutel)) throw geweigerd('sleutel');
    const klopt =
      inhoud.soort === 'waarden'
        ? inhoud.waarden.every((waarde) => isWaarde(sleutel, waarde))
        : inhoud.soort === 'gewist';
    // A marker under a key would be a map in a map: a place that no reader looks in.
    if (!klopt) throw geweigerd('waarde');
    // Yjs deletes what was set before, and no more than one struct of it. Several values that live could be split: the
    // first would live on, and whoever deletes the marker then ends in an exception of Yjs (`Item.gc`).
    if (struct.lengte > 1 && inhoud.soort === 'waarden' && !eigenGewist.bevat(struct))
      throw geweigerd('waarde');
    return;
  }
  // A marker holds keys alone: text in it would be in everyone's document and on nobody's screen.
  if (houder.aard === 'merk') throw geweigerd('plaats');
  if (inhoud.soort === 'waarden') throw geweigerd('inhoud');
}
