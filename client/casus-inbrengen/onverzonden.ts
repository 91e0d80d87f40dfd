import type { Concept } from './concept.ts';

/**
 * What somebody was filling in when they left the screen or their session ended. In the memory of this page only, for
 * the same person only: it is about a household, so it never goes to the disk of the machine.
 */
let bewaard: { readonly medewerkerId: string; readonly concept: Concept } | undefined;

/** Keeps what this person was filling in. */
export function bewaarOnverzonden(medewerkerId: string, concept: Concept): void {
  bewaard = { medewerkerId, concept };
}

/** What this person was filling in, if it was kept; somebody else's is forgotten. */
export function haalOnverzonden(medewerkerId: string): Concept | undefined {
  if (bewaard?.medewerkerId !== medewerkerId) vergeetOnverzonden();
  return bewaard?.concept;
}

/** Forgets it: it was saved, or the person signed out. */
export function vergeetOnverzonden(): void {
  bewaard = undefined;
}
