import { createID, isDeleted, type Transaction, type Text as YText } from 'yjs';
import { type Kopie, kopieen } from './bron.ts';
import { haalUit } from './ketting.ts';
import { lettersVanaf, levend } from './letters.ts';
import { type Deel, Omgeving } from './omgeving.ts';
import { zetTekstTerug } from './tekstterug.ts';
import { itemsVan, knipItems, type Terugzetting } from './wijken.ts';

/*
 * Of three who took back the same at one moment (TX9), the first gave way to the second, who at that moment gave way to
 * the third: whose copy can stand where the rest of the first one's word isn't, and neither of the two knew. Then the
 * first puts their own back in its word, and takes the third's out. Only whoever has a higher client id than the third
 * does: so it ends.
 */

/** What one gave up, and the copy that stands there for it now. */
export interface Verloren {
  readonly eigen: Deel;
  readonly ander: Deel;
}

/** Of what one put back and gave up for another's, what that other gave up for a third's by a change that came in. */
export function verloren(
  { doc, deleteSet }: Transaction,
  tekst: YText,
  zettingen: readonly Terugzetting[],
): Verloren[] {
  const { clientID: client } = doc;
  const weg = zettingen.flatMap(({ begin, lengte }) =>
    [...lettersVanaf(doc, createID(client, begin), lengte)].flatMap(({ id, item, sleutel }) => {
      const { redone } = item;
      if (redone === null || redone.client === client) return [];
      const naar = createID(redone.client, redone.clock + id.clock - item.id.clock);
      return isDeleted(deleteSet, naar) ? [{ sleutel, clock: id.clock, begin, lengte }] : [];
    }),
  );
  if (weg.length === 0) return [];
  const staand = new Map<string, { kopie: Kopie; clock: number }>();
  for (const kopie of kopieen(tekst)) {
    for (const { id, sleutel } of levend(doc, kopie)) staand.set(sleutel, { kopie, clock: id.clock });
  }
  const gevonden: Verloren[] = [];
  for (const { sleutel, clock, begin, lengte } of weg) {
    const er = staand.get(sleutel);
    if (er === undefined || er.kopie.client >= client) continue;
    const vorig = gevonden.at(-1);
    const isVervolg = vorig?.eigen.tot === clock && isVlakVoor(vorig.ander, er);
    if (isVervolg) gevonden.pop();
    gevonden.push({
      eigen: { client, begin, lengte, van: isVervolg ? vorig.eigen.van : clock, tot: clock + 1 },
      ander: { ...er.kopie, van: isVervolg ? vorig.ander.van : er.clock, tot: er.clock + 1 },
    });
  }
  return gevonden;
}

function isVlakVoor(deel: Deel, { kopie, clock }: { kopie: Kopie; clock: number }): boolean {
  return deel.client === kopie.client && deel.tot === clock;
}

/** Puts back what one gave up, where the third's isn't in its place. @returns what it put back */
export function neemTerug(transactie: Transaction, tekst: YText, lijst: readonly Verloren[]): Terugzetting[] {
  const gezet: Terugzetting[] = [];
  for (const { eigen, ander } of lijst) {
    const [mijn, hun] = [knipItems(transactie, eigen), itemsVan(transactie, ander)];
    const omgeving = new Omgeving(transactie.doc, tekst, () => false);
    const isErNog = hun.length > 0 && mijn.every(({ deleted }) => deleted);
    if (!isErNog || omgeving.staatGoed(omgeving.ertussen([...mijn, ...hun]), ander, eigen)) continue;
    for (const item of mijn) item.redone = null;
    gezet.push(...(zetTekstTerug(transactie, tekst, mijn, new Set(hun)) ?? []));
    haalUit(transactie, tekst, hun);
  }
  for (const zetting of gezet) zetting.blijft = true;
  return gezet;
}
