import * as Y from 'yjs';

/**
 * What the gate is compared with: applies an update to a copy and looks at what became of it. Knows nothing of the
 * gate, and walks the tree from the roots down where the gate walks it from the struct up.
 */
const KINDEREN: Readonly<Record<string, readonly string[]>> = {
  '': ['paragraph', 'heading', 'bullet_list', 'ordered_list'],
  paragraph: ['#', 'hard_break', 'vermelding'],
  heading: ['#', 'hard_break', 'vermelding'],
  bullet_list: ['list_item'],
  ordered_list: ['list_item'],
  list_item: ['paragraph', 'heading', 'bullet_list', 'ordered_list'],
  hard_break: [],
  vermelding: [],
};

export function kopie(staat: Uint8Array, velden: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const veld of velden) doc.getXmlFragment(veld);
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
      for (const veld of velden) doc.getXmlFragment(veld).delete(0, doc.getXmlFragment(veld).length);
    });
    return null;
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
    const root = doc.getXmlFragment(veld);
    if ([...root._map.values()].some((item) => !item.deleted)) return 'an attribute on a root';
    const wat = binnen(root, '', 1);
    if (wat !== null) return wat;
  }
  return null;
}

function binnen(houder: Y.XmlFragment, naam: string, diepte: number): string | null {
  for (let item = houder._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentType)) return `${item.content.constructor.name} in ${naam}`;
    const kind = item.content.type;
    const wat =
      kind instanceof Y.XmlText
        ? inTekst(kind)
        : kind instanceof Y.XmlElement
          ? (attributen(kind) ?? (diepte > 24 ? 'too deep' : binnen(kind, kind.nodeName, diepte + 1)))
          : 'an unknown type';
    if (wat !== null) return wat;
    const soort = kind instanceof Y.XmlElement ? kind.nodeName : '#';
    if (!(KINDEREN[naam] ?? []).includes(soort)) return `${soort} in ${naam}`;
  }
  return null;
}

function inTekst(blok: Y.XmlText): string | null {
  if ([...blok._map.values()].some((item) => !item.deleted)) return 'an attribute on text';
  for (let item = blok._start; item !== null; item = item.right) {
    if (item.deleted || item.content instanceof Y.ContentString) continue;
    if (!(item.content instanceof Y.ContentFormat)) return `${item.content.constructor.name} in text`;
    if (!['strong', 'em'].includes(item.content.key)) return `mark ${item.content.key}`;
    if (!['{}', 'null', 'true'].includes(JSON.stringify(item.content.value))) return 'the value of a mark';
  }
  return null;
}

function attributen(element: Y.XmlElement): string | null {
  for (const [naam, item] of element._map) {
    for (let ouder = item.left; ouder !== null; ouder = ouder.left) {
      if (!ouder.deleted) return `an overwritten ${naam} that lives on`;
    }
    if (item.deleted) continue;
    if (!['level', 'order', 'soort', 'id'].includes(naam)) return `attribute ${naam}`;
    const klopt = (waarde: unknown) =>
      naam === 'level' || naam === 'order'
        ? Number.isInteger(waarde)
        : typeof waarde === 'string' && waarde.length <= 64;
    if (!item.content.getContent().every(klopt)) return `value of ${naam}`;
  }
  return null;
}
