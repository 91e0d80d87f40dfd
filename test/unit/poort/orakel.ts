import * as Y from 'yjs';

/**
 * What the gate is compared with: applies an update to a copy and looks at what became of it. Knows nothing of the
 * gate, and walks from the roots down where the gate walks from the struct up.
 */
const SOORTEN: readonly unknown[] = ['alinea', 'kop', 'punt', 'nummer'];
const GRENZEN: Readonly<Record<string, readonly [number, number]>> = {
  niveau: [1, 3],
  diepte: [0, 8],
  begin: [0, 999_999],
};
const VERMELDING =
  /^\{"vermelding":\{"soort":"(lid|deelnemer)","id":"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}"\}\}$/;
const ANDERSOM =
  /^\{"vermelding":\{"id":"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}","soort":"(lid|deelnemer)"\}\}$/;

export function kopie(staat: Uint8Array, velden: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const veld of velden) doc.getText(veld);
  // SY14: as the server and every reader have it, or the copy would change by itself.
  doc.on('afterTransaction', (transactie) => {
    transactie._needFormattingCleanup = false;
  });
  Y.applyUpdate(doc, staat);
  return doc;
}

/** Applies it to the copy. @returns what is wrong with the document after it, or null */
export function pasToeEnKijk(
  doc: Y.Doc,
  update: Uint8Array,
  velden: readonly string[],
  auteur: number,
): string | null {
  const voor = Y.decodeStateVector(Y.encodeStateVector(doc));
  try {
    Y.applyUpdate(doc, update);
  } catch (fout) {
    return `throws: ${String(fout)}`;
  }
  for (const [client, klok] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    if (client !== auteur && klok !== (voor.get(client) ?? 0)) return 'somebody else grew';
  }
  return ongeldig(doc, velden);
}

/** Deletes and collects all of it: what went in crooked throws here, long after. @returns what it threw, or null */
export function ruimOp(doc: Y.Doc, velden: readonly string[]): string | null {
  try {
    doc.transact(() => {
      for (const veld of velden) {
        const tekst = doc.getText(veld);
        tekst.delete(0, tekst.length);
        for (const naam of tekst._map.keys()) tekst.removeAttribute(naam);
      }
    });
    return velden.every((veld) => doc.getText(veld).length === 0) ? null : 'not empty when all is deleted';
  } catch (fout) {
    return `throws when all is deleted: ${String(fout)}`;
  }
}

export function ongeldig(doc: Y.Doc, velden: readonly string[]): string | null {
  if (doc.store.pendingStructs !== null) return 'pending structs';
  if (doc.store.pendingDs !== null) return 'pending deletions';
  if (doc.subdocs.size > 0) return 'a subdocument';
  for (const naam of doc.share.keys()) if (!velden.includes(naam)) return `root ${naam}`;
  for (const structs of doc.store.clients.values()) {
    let klok = 0;
    for (const { id, length } of structs) {
      if (id.clock !== klok || length < 1) return 'a store out of order';
      klok += length;
    }
  }
  for (const veld of velden) {
    const tekst = doc.getText(veld);
    const wat = fouteSleutel(tekst) ?? inTekst(tekst);
    if (wat !== null) return wat;
  }
  return null;
}

function inTekst(tekst: Y.Text): string | null {
  for (let item = tekst._start; item !== null; item = item.right) {
    if (item.deleted || item.content instanceof Y.ContentString) continue;
    const wat = inItem(item);
    if (wat !== null) return wat;
  }
  return null;
}

function inItem({ content }: Y.Item): string | null {
  if (content instanceof Y.ContentFormat) {
    if (!['strong', 'em'].includes(content.key)) return `format ${content.key}`;
    return content.value === true || content.value === null ? null : 'the value of a format';
  }
  if (content instanceof Y.ContentEmbed) {
    const json = JSON.stringify(content.embed);
    return json === '{"eind":1}' || VERMELDING.test(json) || ANDERSOM.test(json) ? null : `embed ${json}`;
  }
  if (!(content instanceof Y.ContentType)) return `${content.constructor.name} in text`;
  if (!(content.type instanceof Y.Map)) return `${content.type.constructor.name} in text`;
  // Deleted or not: nobody writes in a marker.
  return content.type._start === null ? fouteSleutel(content.type) : 'something in a marker';
}

function fouteSleutel(houder: Y.Text | Y.Map<unknown>): string | null {
  for (const [naam, item] of houder._map) {
    for (let ouder = item.left; ouder !== null; ouder = ouder.left) {
      if (!ouder.deleted) return `an overwritten ${naam} that lives on`;
    }
    if (naam !== 'soort' && !Object.hasOwn(GRENZEN, naam)) return `key ${naam}`;
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentAny)) return `${item.content.constructor.name} under ${naam}`;
    if (!item.content.arr.every((waarde) => isWaarde(naam, waarde))) return `value of ${naam}`;
  }
  return null;
}

function isWaarde(naam: string, waarde: unknown): boolean {
  if (naam === 'soort') return SOORTEN.includes(waarde);
  if (waarde === null) return naam === 'begin';
  const [van, tot] = GRENZEN[naam] ?? [1, 0];
  return Number.isInteger(waarde) && Number(waarde) >= van && Number(waarde) <= tot && !Object.is(waarde, -0);
}
