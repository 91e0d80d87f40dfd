import { type Blok, isNiets, type Vermelding } from '../../shared/tekst/blok.ts';
import { leesBlokken } from '../../shared/tekst/lezen.ts';
import { metNummers, nummering } from '../../shared/tekst/nummering.ts';
import { alsRegels, type Noemer } from '../../shared/tekst/platte-tekst.ts';
import { voegAchteraan } from '../../shared/tekst/schrijven.ts';
import type { Kamer } from './kamer.ts';
import { klokVan } from './poort/yjs.ts';

/** What writing into a document takes; all of it within a step. */
export interface Tekstschrijver {
  bind(kamer: Kamer, clientId: number, persoonId: string): void;
  wijzig(kamer: Kamer, update: Uint8Array, persoonId: string): void;
}

/** The words of a text, a line each. @param noem how who is mentioned is called */
export function regelsIn({ doc }: Kamer, veldId: string, noem: Noemer): string[] {
  return alsRegels(leesBlokken(doc.getText(veldId)), noem);
}

/** The words of a text; who is mentioned by who they are, which is the same for each reader. */
export function tekstIn(kamer: Kamer, veldId: string): string {
  const noem = (wie: Vermelding): string => (wie === null ? '' : `@${wie.soort} ${wie.id}`);
  return regelsIn(kamer, veldId, noem).join('\n').trim();
}

/** The blocks of a text. */
export function blokkenIn({ doc }: Kamer, veldId: string): Blok[] {
  return leesBlokken(doc.getText(veldId));
}

/** Takes everything out of a text, in somebody's name (NK14). */
export function maakLeeg(teksten: Tekstschrijver, kamer: Kamer, veldId: string, persoonId: string): void {
  // Deletes only, so it writes under no client id.
  const { update } = kamer.wijzig(kamer.doc.clientID, (doc) => {
    const veld = doc.getText(veldId);
    veld.delete(0, veld.length);
    // The keys of its first block: a root is empty when those are gone as well.
    for (const sleutel of Object.keys(veld.getAttributes())) veld.removeAttribute(sleutel);
  });
  if (update === null) return;
  teksten.wijzig(kamer, update, persoonId);
}

/**
 * Puts blocks at the end of a text, as written by somebody: under a client id of their own, and so with nothing of
 * the history of where they come from (NK15). Numbered lists keep their numbers.
 * @param willekeur so many random bytes
 * @returns whether there was anything to put there
 * @throws Error when they can't stand in a text (SY4)
 */
export function legAchteraan(
  teksten: Tekstschrijver,
  blokken: readonly Blok[],
  naar: { readonly kamer: Kamer; readonly veldId: string },
  persoonId: string,
  willekeur: (aantal: number) => Uint8Array,
): boolean {
  if (isNiets(blokken)) return false;
  const { kamer, veldId } = naar;
  const nummers = nummering(blokken).map((plaats) => plaats?.nummer ?? null);
  const clientId = vrijeId(kamer, willekeur);
  const { update, schending } = kamer.wijzig(clientId, (doc) => {
    const veld = doc.getText(veldId);
    voegAchteraan(veld, metNummers(leesBlokken(veld), blokken, nummers));
  });
  if (update === null || schending !== null) throw new Error(`a text that can't stand there: ${schending}`);
  teksten.bind(kamer, clientId, persoonId);
  teksten.wijzig(kamer, update, persoonId);
  return true;
}

/** A client id that nobody writes under. */
function vrijeId(kamer: Kamer, willekeur: (aantal: number) => Uint8Array): number {
  for (;;) {
    const id = Buffer.from(willekeur(4)).readUInt32BE();
    if (!kamer.auteurs.has(id) && !kamer.levend.has(id) && klokVan(kamer.doc, id) === 0) return id;
  }
}
