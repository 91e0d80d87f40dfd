import { type Bericht, leesBericht, type NieuwStruct } from './bericht.ts';
import { Drukte } from './drukte.ts';
import { Lezer } from './lezer.ts';
import { MATEN } from './maten.ts';
import { Plaatsen, type Plek } from './plaatsen.ts';
import { isWaarde, magIn } from './schema.ts';
import { Afgekeurd, geweigerd, sluitNietAan, type Uitkomst } from './uitkomst.ts';
import { type Doc, klokVan, zoekLevends } from './yjs.ts';

/** What an update is held against. */
export type Kamer = {
  /** The server's document of one compartment; the gate reads it and leaves it as it is. */
  readonly doc: Doc;
  /** Names of the roots that are a veld of this compartment. */
  readonly velden: ReadonlySet<string>;
  /** The client ids that are bound to the sender and live on this connection (SY3). */
  readonly eigenIds: ReadonlySet<number>;
};

/**
 * SY4: decides on an update in Yjs' format V1 without applying it. Throws on no input, and takes time and memory by
 * the update's size. What it lets through, Yjs applies whole: nothing pending, nothing outside the editor's schema.
 */
export function keurUpdate(update: Uint8Array, kamer: Kamer): Uitkomst {
  try {
    return keur(update, kamer);
  } catch (fout) {
    if (fout instanceof Afgekeurd) return fout.uitkomst;
    throw fout;
  }
}

function keur(update: Uint8Array, { doc, velden, eigenIds }: Kamer): Uitkomst {
  if (update.length > MATEN.bytes) throw geweigerd('te_groot');
  const bericht = leesBericht(new Lezer(update));
  const nieuw = eisVolgorde(doc, bericht, eigenIds);
  const plaatsen = new Plaatsen(doc, velden, bericht, nieuw);
  const drukte = new Drukte(plaatsen, bericht);
  // A duplicate goes through it all as well: Yjs looks up its neighbours and makes its root before it skips it.
  for (const struct of bericht.structs) {
    const plek = plaatsen.vind(struct);
    if (plek === null) continue;
    eisOpPlek(struct, plek);
    if (nieuw) drukte.reken(struct, plek);
  }
  const wist = keurGewist(doc, bericht, nieuw);
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

/** SY4: what stands in a veld, a node or a run of text is what the editor's schema has there. */
function eisOpPlek({ inhoud }: NieuwStruct, plek: NonNullable<Plek>): void {
  const { houder, attribuut } = plek;
  if (attribuut !== null) {
    // Only nodes have attributes: on a veld or a run of text no editor would show them, and everyone would get them.
    if (houder.aard !== 'knoop') throw geweigerd('attribuut');
    const klopt =
      inhoud.soort === 'waarden'
        ? inhoud.waarden.every((waarde) => isWaarde(attribuut, waarde))
        : inhoud.soort === 'gewist';
    if (!klopt) throw geweigerd('waarde');
    return;
  }
  switch (inhoud.soort) {
    case 'weg':
    case 'gewist':
      return;
    case 'tekst':
    case 'markering':
      if (houder.aard !== 'tekstblok') throw geweigerd('plaats');
      return;
    case 'tekstblok':
      if (houder.aard === 'tekstblok' || !magIn('tekst', houder.naam)) throw geweigerd('plaats');
      return;
    case 'knoop':
      if (houder.aard === 'tekstblok' || !magIn(inhoud.naam, houder.naam)) throw geweigerd('plaats');
      // Editors walk nodes by recursion: without an end to the depth, one update would stop every reader's page.
      if (houder.diepte >= MATEN.diepte) throw geweigerd('diepte');
      return;
    case 'waarden':
      throw geweigerd('inhoud');
  }
}

/** Whether it deletes something that isn't deleted yet. Anyone who writes may delete what anyone wrote. */
function keurGewist(doc: Doc, bericht: Bericht, nieuw: boolean): boolean {
  let aantal = 0;
  let vorige = -1;
  let klok = 0;
  let vanaf = 0;
  for (const bereik of bericht.gewist) {
    const { client, eind } = bereik;
    if (client !== vorige) {
      klok = klokVan(doc, client);
      vanaf = 0;
      vorige = client;
    }
    const bekendTot = nieuw && client === bericht.clientId ? bericht.eind : klok;
    // Yjs would keep what is left of the range, and delete what comes there later, whoever writes it.
    if (eind > bekendTot) throw sluitNietAan('wist_onbekend');
    const { levend, tot } = eind > klok ? { levend: true, tot: vanaf } : zoekLevends(doc, bereik, vanaf);
    vanaf = tot;
    if (levend) aantal += 1;
  }
  if (aantal > MATEN.nieuwGewist) throw geweigerd('te_veel');
  return aantal > 0;
}
