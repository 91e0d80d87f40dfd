import {
  compareIDs,
  createID,
  type Doc,
  getItemCleanStart,
  type ID,
  type Item,
  type Transaction,
  type Text as YText,
} from 'yjs';
import { itemOp, kopieen } from './bron.ts';
import { lettersVan, levend, plekkenIn } from './letters.ts';

/*
 * Two who delete the same and both take that back (TX9): it is to stand there once. Of what something is a copy says
 * `bron.ts`.
 */

/** A clock that is to come back: in which item it stands, and the copy of it that is there already. */
interface Gevraagd {
  readonly id: ID;
  readonly item: Item;
  readonly er: ID | null;
}

/**
 * Of what somebody wants back, what was put back already: that stands for theirs from now on.
 * @param oud what is to come back
 * @param weg what is going to be taken out, and so isn't there
 * @returns what is still to be put back, in the order of the text
 */
export function zonderWatTerugIs(
  transactie: Transaction,
  tekst: YText,
  oud: readonly Item[],
  weg: ReadonlySet<Item>,
): Item[] {
  const { doc } = transactie;
  const nog = elkEenmaal(transactie, tekst, oud);
  const staand = new Map<string, ID>();
  for (const kopie of kopieen(tekst)) {
    for (const { id, sleutel } of levend(doc, kopie, weg)) staand.set(sleutel, id);
  }
  if (staand.size > 0) {
    const gevraagd = inVolgorde(tekst, nog).flatMap((item) =>
      [...lettersVan(doc, item)].map(({ id, sleutel }) => ({ id, item, er: staand.get(sleutel) ?? null })),
    );
    const plekken = plekkenIn(tekst);
    for (const deel of delen(gevraagd)) {
      if (staatOpZijnPlek(doc, gevraagd, deel, plekken)) laatStaan(transactie, deel, nog);
    }
  }
  return inVolgorde(tekst, nog);
}

/** Who took out a letter, and what another put in its place too, wants that back once: as it stood there last. */
function elkEenmaal(transactie: Transaction, tekst: YText, oud: readonly Item[]): Set<Item> {
  const { doc } = transactie;
  const laatst = new Map<string, ID>();
  const dubbel: ID[] = [];
  for (const item of inVolgorde(tekst, new Set(oud))) {
    for (const { id, oorsprong, sleutel } of lettersVan(doc, item)) {
      const eerder = laatst.get(sleutel);
      const isOudste = compareIDs(id, oorsprong);
      if (eerder !== undefined) dubbel.push(isOudste ? id : eerder);
      if (eerder === undefined || !isOudste) laatst.set(sleutel, id);
    }
  }
  const nog = new Set(oud);
  for (const id of dubbel) {
    const item = getItemCleanStart(transactie, id);
    if (item.length > 1) nog.add(getItemCleanStart(transactie, createID(id.client, id.clock + 1)));
    nog.delete(item);
  }
  return nog;
}

/** Runs of clocks of which the copies follow one another as well. */
function delen(gevraagd: readonly Gevraagd[]): Gevraagd[][] {
  const delen: Gevraagd[][] = [];
  let vorig: Gevraagd | null = null;
  for (const een of gevraagd) {
    if (een.er !== null) {
      const isVervolg = volgtOp(een.id, vorig?.id) && volgtOp(een.er, vorig?.er);
      const deel = isVervolg ? delen.at(-1) : undefined;
      if (deel === undefined) delen.push([een]);
      else deel.push(een);
    }
    vorig = een;
  }
  return delen;
}

function volgtOp(id: ID, vorige: ID | null | undefined): boolean {
  return vorige?.client === id.client && vorige.clock + 1 === id.clock;
}

/** Whether what is to come back beside it comes on the right side of it. */
function staatOpZijnPlek(
  doc: Doc,
  gevraagd: readonly Gevraagd[],
  deel: readonly Gevraagd[],
  plekken: ReadonlyMap<Item, number>,
): boolean {
  const [eerste, laatste] = [deel[0], deel.at(-1)];
  if (eerste === undefined || laatste === undefined) return false;
  const [van, tot] = [gevraagd.indexOf(eerste), gevraagd.indexOf(laatste)];
  const plek = (id: ID | null): number => {
    const item = id === null ? null : itemOp(doc, id);
    return item === null ? -1 : (plekken.get(item) ?? -1);
  };
  const [begin, eind] = [plek(eerste.er), plek(laatste.er)];
  return gevraagd.every(({ item, er }, n) => {
    if (er !== null) return true;
    const hier = plekken.get(item) ?? -1;
    return n < van ? hier < begin : n <= tot || hier > eind;
  });
}

function laatStaan(transactie: Transaction, deel: readonly Gevraagd[], nog: Set<Item>): void {
  const [eerste, laatste] = [deel[0], deel.at(-1)];
  if (eerste === undefined || laatste === undefined || eerste.er === null) return;
  const { client, clock } = eerste.id;
  const eind = laatste.id.clock + 1;
  for (let nu = clock; nu < eind; ) {
    const item = getItemCleanStart(transactie, createID(client, nu));
    // Cut off, the rest is still to come back.
    if (item.id.clock + item.length > eind) nog.add(getItemCleanStart(transactie, createID(client, eind)));
    item.redone ??= createID(eerste.er.client, eerste.er.clock + nu - clock);
    nog.delete(item);
    nu += item.length;
  }
}

function inVolgorde(tekst: YText, items: ReadonlySet<Item>): Item[] {
  const rij: Item[] = [];
  for (let item = tekst._start; item !== null; item = item.right) if (items.has(item)) rij.push(item);
  return rij;
}
