import { XmlElement, type XmlFragment, XmlText } from 'yjs';
import type { Tekstkamer } from './lijn.ts';
import { klokVan } from './poort/yjs.ts';
import type { Tekststap } from './teksten.ts';

/** Takes everything out of a text, in somebody's name (NK14). */
export function maakLeeg(stap: Tekststap, kamer: Tekstkamer, veldId: string, medewerkerId: string): void {
  // Deletes only, so it writes under no client id.
  const { update } = kamer.wijzig(kamer.doc.clientID, (doc) => {
    const veld = doc.getXmlFragment(veldId);
    veld.delete(0, veld.length);
  });
  if (update === null) return;
  stap.leg(kamer, update, medewerkerId);
  stap.uitvoer.deel(kamer, update, null);
}

/**
 * Puts a copy of a text at the end of another one, as written by somebody: their words under a client id of their
 * own, and nothing of the history of where it comes from (NK15).
 * @returns whether there was anything to copy
 */
export function voegAchteraan(
  stap: Tekststap,
  uit: XmlFragment,
  naar: { readonly kamer: Tekstkamer; readonly veldId: string },
  medewerkerId: string,
  willekeur: (aantal: number) => Uint8Array,
): boolean {
  const stukken = uit
    .toArray()
    .filter((stuk) => stuk instanceof XmlElement || stuk instanceof XmlText)
    .map((stuk) => stuk.clone());
  if (stukken.length === 0) return false;
  const { kamer, veldId } = naar;
  const clientId = vrijeId(kamer, willekeur);
  const { update, schending } = kamer.wijzig(clientId, (doc) => {
    doc.getXmlFragment(veldId).push(stukken);
  });
  if (update === null || schending !== null) throw new Error(`a text that can't stand there: ${schending}`);
  stap.bind(kamer, clientId, medewerkerId);
  stap.leg(kamer, update, medewerkerId);
  stap.uitvoer.deel(kamer, update, null);
  return true;
}

/** A client id that nobody writes under. */
function vrijeId(kamer: Tekstkamer, willekeur: (aantal: number) => Uint8Array): number {
  for (;;) {
    const id = Buffer.from(willekeur(4)).readUInt32BE();
    if (!kamer.auteurs.has(id) && !kamer.levend.has(id) && klokVan(kamer.doc, id) === 0) return id;
  }
}
