import {
  ContentAny,
  ContentEmbed,
  ContentFormat,
  ContentString,
  ContentType,
  type Item,
  type Transaction,
} from 'yjs';
import { isSleutelnaam } from '../../../shared/tekst/blok.ts';
import { isIngebed, isOpmaak, isWaarde } from './schema.ts';
import { type GedeeldType, isItem, isMerk, ouderVan, structsVanaf } from './yjs.ts';

/** What was found after applying: nothing, or what should have been kept out. */
export type Nacontrole =
  | { readonly soort: 'gaaf' }
  /** The document is to be rebuilt from the store, inside the open transaction (SY4). */
  | { readonly soort: 'geschonden'; readonly wat: Schending };

export type Schending = 'hangend' | 'subdocument' | 'auteur' | 'root' | 'plaats' | 'inhoud';

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
    if (aardVan(type) === null) return 'plaats';
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

function vindBijItem(item: Item): Schending | null {
  const ouder = ouderVan(item);
  const om = ouder === null ? null : aardVan(ouder);
  if (om === null) return 'plaats';
  const { content, parentSub } = item;
  if (parentSub !== null) {
    if (!isSleutelnaam(parentSub) || !(content instanceof ContentAny)) return 'inhoud';
    // Several in one struct that lives could be split, of which the first would live on.
    const [waarde] = content.arr;
    return content.arr.length === 1 && isWaarde(parentSub, waarde) ? null : 'inhoud';
  }
  if (om === 'merk') return 'plaats';
  if (content instanceof ContentString) return null;
  if (content instanceof ContentFormat) {
    return isOpmaak(content.key, JSON.stringify(content.value)) ? null : 'inhoud';
  }
  if (content instanceof ContentEmbed) return isIngebed(JSON.stringify(content.embed)) ? null : 'inhoud';
  return content instanceof ContentType && isMerk(content.type) ? null : 'inhoud';
}

/** What a type is to an editor; null for what it has no place for. */
function aardVan(type: GedeeldType): 'veld' | 'merk' | null {
  if (type._item === null) return 'veld';
  return isMerk(type) ? 'merk' : null;
}
