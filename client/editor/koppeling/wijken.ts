import {
  createID,
  type Doc,
  getItemCleanEnd,
  getItemCleanStart,
  type ID,
  Item,
  isDeleted,
  type Transaction,
  type Text as YText,
} from 'yjs';
import { itemOp, type Kopie, kopieen, kopieVanaf } from './bron.ts';
import { haalUit } from './ketting.ts';
import { type Letter, lettersVanaf, levend } from './letters.ts';
import { type Deel, Omgeving } from './omgeving.ts';

/*
 * Two who took back the same at one moment, neither knowing of the other (TX9): one of the two copies goes. Who has the
 * higher client id decides which, and nobody else: so they are never both taken out. It is one's own, unless something
 * would then stand on another side of it than its writer put it; then it is the other's; and if that is no better, both
 * stay. Of three, who took out another's for their own keeps their own: so that one always stays.
 */

/** What one put back as one piece. */
export interface Terugzetting {
  /** The first of the clocks that the piece has now, one after the other, under one's own client id. */
  readonly begin: number;
  /** How much of it others can have as well; formats follow. */
  readonly lengte: number;
  /** Another's was taken out for it. */
  blijft: boolean;
}

/** Two stretches of which each clock is a copy of the same. */
export interface Dubbel {
  readonly zetting: Terugzetting;
  readonly eigen: Deel;
  readonly ander: Deel;
}

/**
 * Of which of these pieces of one's own another put a copy there by a change that came in.
 * @param wijkt whether one's own give way to those of this client: of two only one may
 */
export function dubbelen(
  { doc, beforeState, afterState }: Transaction,
  zettingen: readonly Terugzetting[],
  wijkt: (client: number) => boolean,
): Dubbel[] {
  const nieuwe: Kopie[] = [];
  for (const [client, tot] of afterState) {
    if (client === doc.clientID || !wijkt(client)) continue;
    for (let nu = beforeState.get(client) ?? 0; nu < tot; ) {
      const item = itemOp(doc, createID(client, nu));
      const kopie = item === null || item.id.clock < nu ? null : kopieVanaf(doc, item);
      if (kopie !== null) nieuwe.push(kopie);
      nu = item === null ? tot : item.id.clock + item.length;
    }
  }
  if (nieuwe.length === 0) return [];
  const hun = new Map<string, [Kopie, ID][]>();
  for (const kopie of nieuwe) {
    for (const { id, sleutel } of levend(doc, kopie))
      hun.set(sleutel, [...(hun.get(sleutel) ?? []), [kopie, id]]);
  }
  return zettingen.flatMap((zetting) => tweelingen(doc, zetting, hun));
}

function tweelingen(
  doc: Doc,
  zetting: Terugzetting,
  hun: ReadonlyMap<string, readonly [Kopie, ID][]>,
): Dubbel[] {
  const { clientID: client } = doc;
  const { begin, lengte } = zetting;
  const perKopie = new Map<Kopie, Dubbel[]>();
  for (const { id, sleutel } of levend(doc, { client, begin, lengte })) {
    for (const [kopie, { clock }] of hun.get(sleutel) ?? []) {
      const gevonden = perKopie.get(kopie) ?? [];
      perKopie.set(kopie, gevonden);
      const vorig = gevonden.at(-1);
      const isVervolg = vorig?.eigen.tot === id.clock && vorig.ander.tot === clock;
      if (isVervolg) gevonden.pop();
      gevonden.push({
        zetting,
        eigen: { client, begin, lengte, van: isVervolg ? vorig.eigen.van : id.clock, tot: id.clock + 1 },
        ander: { ...kopie, van: isVervolg ? vorig.ander.van : clock, tot: clock + 1 },
      });
    }
  }
  return [...perKopie.values()].flat();
}

/**
 * Takes out one of the two, where that leaves everything else on its side of it.
 * @returns those of which both stay
 */
export function wijk(transactie: Transaction, tekst: YText, dubbel: readonly Dubbel[]): Dubbel[] {
  const beideBlijven: Dubbel[] = [];
  const beide = (paar: Dubbel): [Item[], Item[]] => [
    itemsVan(transactie, paar.eigen),
    itemsVan(transactie, paar.ander),
  ];
  // One cuts what another holds.
  dubbel.forEach(beide);
  const laatst = new Map(
    dubbel.flatMap((paar, n) =>
      beide(paar)
        .flat()
        .map((item) => [item, n]),
    ),
  );
  let nu = 0;
  const omgeving = new Omgeving(transactie.doc, tekst, (item) => (laatst.get(item) ?? -1) >= nu);
  for (const [n, paar] of dubbel.entries()) {
    nu = n;
    const { zetting, eigen, ander } = paar;
    const [mijn, hun] = beide(paar);
    // One went already, for another's.
    if (mijn.length === 0 || lengteVan(mijn) !== lengteVan(hun)) continue;
    const ertussen = omgeving.ertussen([...mijn, ...hun]);
    const kanEigenWeg = !zetting.blijft && omgeving.staatGoed(ertussen, ander, eigen);
    const kanAnderWeg = omgeving.staatGoed(ertussen, eigen, ander);
    if (kanEigenWeg && !(ertussen.size > 0 && kanAnderWeg && omgeving.isBeter(eigen, ander))) {
      for (const item of mijn) item.redone = createID(ander.client, ander.van + item.id.clock - eigen.van);
      haalUit(transactie, tekst, mijn);
    } else if (kanAnderWeg) {
      zetting.blijft = true;
      haalUit(transactie, tekst, hun);
    } else beideBlijven.push(paar);
  }
  return beideBlijven;
}

/** The items of a stretch that still stand there. */
export function itemsVan(transactie: Transaction, deel: Deel): Item[] {
  return knipItems(transactie, deel).filter(({ deleted }) => !deleted);
}

/** The items of a stretch, and of nothing beside it. */
export function knipItems(
  transactie: Transaction,
  { client, van, tot }: Pick<Deel, 'client' | 'van' | 'tot'>,
): Item[] {
  const items: Item[] = [];
  for (let clock = van; clock < tot; ) {
    const item: unknown = getItemCleanStart(transactie, createID(client, clock));
    if (!(item instanceof Item)) break;
    if (clock + item.length > tot)
      getItemCleanEnd(transactie, transactie.doc.store, createID(client, tot - 1));
    clock += item.length;
    items.push(item);
  }
  return items;
}

function lengteVan(items: readonly Item[]): number {
  return items.reduce((som, { length }) => som + length, 0);
}

/** What another took out for their own copy of it, is that one from now on: who undoes on finds it. */
export function volgKeuze(transactie: Transaction, tekst: YText, zettingen: readonly Terugzetting[]): void {
  const { doc, deleteSet } = transactie;
  if (!deleteSet.clients.has(doc.clientID)) return;
  const weg = zettingen.flatMap(({ begin, lengte }) =>
    [...lettersVanaf(doc, createID(doc.clientID, begin), lengte)].filter(
      ({ id, item }) => item.redone === null && isDeleted(deleteSet, id),
    ),
  );
  if (weg.length === 0) return;
  const er = new Map<string, Letter>();
  for (const kopie of kopieen(tekst)) for (const letter of levend(doc, kopie)) er.set(letter.sleutel, letter);
  for (const { id, sleutel } of weg) {
    const hun = er.get(sleutel);
    if (hun === undefined) continue;
    const item: unknown = getItemCleanStart(transactie, id);
    if (item instanceof Item) {
      if (item.length > 1) getItemCleanEnd(transactie, doc.store, id);
      item.redone = hun.id;
    }
  }
}
