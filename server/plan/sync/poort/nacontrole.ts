import { ContentAny, ContentFormat, ContentString, ContentType, type Item, type Transaction } from 'yjs';
import { MATEN } from './maten.ts';
import { isAttribuut, isMarkering, isWaarde, magIn } from './schema.ts';
import { aardVan, type GedeeldType, isItem, ouderVan, structsVanaf } from './yjs.ts';

/** What was found after applying: nothing, or what should have been kept out. */
export type Nacontrole =
  | { readonly soort: 'gaaf' }
  /** The document is to be rebuilt from the store, inside the open transaction (SY4). */
  | { readonly soort: 'geschonden'; readonly wat: Schending };

export type Schending = 'hangend' | 'subdocument' | 'auteur' | 'root' | 'plaats' | 'diepte' | 'inhoud';

/**
 * SY4, after applying: looks at what the transaction changed in the document itself, so that a mistake in the gate
 * doesn't become a stored one. Call it when `afterTransaction` is emitted, or right after applying.
 */
export function controleerNa(transactie: Transaction, velden: ReadonlySet<string>): Nacontrole {
  const wat = vindSchending(transactie, velden);
  return wat === null ? { soort: 'gaaf' } : { soort: 'geschonden', wat };
}

function vindSchending(transactie: Transaction, velden: ReadonlySet<string>): Schending | null {
  const { doc, beforeState, afterState, changed, subdocsAdded } = transactie;
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'hangend';
  if (subdocsAdded.size > 0) return 'subdocument';
  for (const naam of doc.share.keys()) if (!velden.has(naam)) return 'root';
  for (const type of changed.keys()) {
    if (plaatsVan(type) === null) return 'plaats';
  }
  const gegroeid = [...afterState].filter(([client, klok]) => klok > (beforeState.get(client) ?? 0));
  if (gegroeid.length > 1) return 'auteur';
  for (const [client] of gegroeid) {
    for (const struct of structsVanaf(doc, client, beforeState.get(client) ?? 0)) {
      if (!isItem(struct) || struct.deleted) continue;
      const schending = vindBijItem(struct);
      if (schending !== null) return schending;
    }
  }
  return null;
}

type Om = {
  readonly aard: 'veld' | 'knoop' | 'tekstblok';
  readonly naam: string | null;
  readonly diepte: number;
};

function vindBijItem(item: Item): Schending | null {
  const ouder = ouderVan(item);
  const om = ouder === null ? null : plaatsVan(ouder);
  if (om === null) return 'plaats';
  const { content, parentSub } = item;
  if (parentSub !== null) {
    if (om.aard !== 'knoop' || !isAttribuut(parentSub) || !(content instanceof ContentAny)) return 'inhoud';
    return content.arr.every((waarde) => isWaarde(parentSub, waarde)) ? null : 'inhoud';
  }
  if (content instanceof ContentString) return om.aard === 'tekstblok' ? null : 'plaats';
  if (content instanceof ContentFormat) {
    const klopt = om.aard === 'tekstblok' && isMarkering(content.key, JSON.stringify(content.value));
    return klopt ? null : 'inhoud';
  }
  if (!(content instanceof ContentType)) return 'inhoud';
  const zelf = aardVan(content.type);
  if (zelf === null) return 'inhoud';
  if (om.aard === 'tekstblok' || !magIn(zelf.aard === 'knoop' ? zelf.naam : 'tekst', om.naam))
    return 'plaats';
  return zelf.aard === 'knoop' && om.diepte >= MATEN.diepte ? 'diepte' : null;
}

/** What a type is and how deep it stands, walked up to its root; null for what the editor has no place for. */
function plaatsVan(type: GedeeldType): Om | null {
  let diepte = 0;
  let boven = type;
  while (boven._item !== null) {
    const ouder = ouderVan(boven._item);
    if (ouder === null) return null;
    if (aardVan(boven)?.aard === 'knoop') diepte += 1;
    boven = ouder;
  }
  if (type === boven) return { aard: 'veld', naam: null, diepte };
  const zelf = aardVan(type);
  if (zelf === null) return null;
  return { aard: zelf.aard, naam: zelf.aard === 'knoop' ? zelf.naam : null, diepte };
}
