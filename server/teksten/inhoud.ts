import type { Doc } from 'yjs';
import { type Blok, isNiets, type Vermelding } from '../../shared/tekst/blok.ts';
import { leesBlokken } from '../../shared/tekst/lezen.ts';
import { metNummers, nummering } from '../../shared/tekst/nummering.ts';
import { alsRegels, type Noemer } from '../../shared/tekst/platte-tekst.ts';
import { voegAchteraan } from '../../shared/tekst/schrijven.ts';
import { legUit } from '../../shared/tekst/verbeteren/rij.ts';
import { leesUitgangspunt, schrijfUitgangspunt } from '../../shared/tekst/verbeteren/uitgangspunt.ts';
import { brengIn, type Weging, weeg } from '../../shared/tekst/verbeteren/weging.ts';
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
  schrijf(teksten, kamer, persoonId, willekeur, (doc) => {
    const veld = doc.getText(veldId);
    voegAchteraan(veld, metNummers(leesBlokken(veld), blokken, nummers));
  });
  return true;
}

/**
 * Begins to improve a text: its words, as they are, in the concept of somebody, and beside them what it said.
 * @param uitgangspunt the root of that
 * @returns how many bytes of text were read for it
 */
export function legNeer(
  teksten: Tekstschrijver,
  van: { readonly kamer: Kamer; readonly veldId: string },
  naar: { readonly kamer: Kamer; readonly veldId: string; readonly uitgangspunt: string },
  persoonId: string,
  willekeur: (aantal: number) => Uint8Array,
): number {
  const tekst = van.kamer.doc.getText(van.veldId);
  const toen = schrijfUitgangspunt(legUit(tekst));
  const blokken = leesBlokken(tekst);
  schrijf(teksten, naar.kamer, persoonId, willekeur, (doc) => {
    voegAchteraan(doc.getText(naar.veldId), blokken);
    doc.getText(naar.uitgangspunt).insert(0, toen);
  });
  return van.kamer.hoogstensBytes;
}

/**
 * What an improvement does to its text as it is now.
 * @throws Error when what that said when it was begun can't be read
 */
export function weegVerbetering(
  concept: { readonly kamer: Kamer; readonly veldId: string; readonly uitgangspunt: string },
  doel: { readonly kamer: Kamer; readonly veldId: string },
): Weging {
  const toen = leesUitgangspunt(concept.kamer.doc.getText(concept.uitgangspunt).toString());
  if (toen === null) throw new Error('an improvement without a starting point');
  return weeg(
    toen,
    legUit(concept.kamer.doc.getText(concept.veldId)),
    legUit(doel.kamer.doc.getText(doel.veldId)),
  );
}

/**
 * Brings an improvement into its text, as one change of somebody under a client id of their own: with what it becomes and
 * nothing of how that came about (NK14, NK15).
 */
export function legErin(
  teksten: Tekstschrijver,
  weging: Weging,
  { kamer, veldId }: { readonly kamer: Kamer; readonly veldId: string },
  persoonId: string,
  willekeur: (aantal: number) => Uint8Array,
): void {
  if (weging.isAnders)
    schrijf(teksten, kamer, persoonId, willekeur, (doc) => brengIn(doc.getText(veldId), weging));
}

/** @throws Error when what is written can't stand in a text (SY4) */
function schrijf(
  teksten: Tekstschrijver,
  kamer: Kamer,
  persoonId: string,
  willekeur: (aantal: number) => Uint8Array,
  doe: (doc: Doc) => void,
): void {
  const clientId = vrijeId(kamer, willekeur);
  const { update, schending } = kamer.wijzig(clientId, doe);
  if (update === null || schending !== null) throw new Error(`a text that can't stand there: ${schending}`);
  // What only takes away writes under no id.
  if (klokVan(kamer.doc, clientId) > 0) teksten.bind(kamer, clientId, persoonId);
  teksten.wijzig(kamer, update, persoonId);
}

/** A client id that nobody writes under. */
function vrijeId(kamer: Kamer, willekeur: (aantal: number) => Uint8Array): number {
  for (;;) {
    const id = Buffer.from(willekeur(4)).readUInt32BE();
    if (!kamer.auteurs.has(id) && !kamer.levend.has(id) && klokVan(kamer.doc, id) === 0) return id;
  }
}
