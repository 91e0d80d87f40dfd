import type { Tekstkamer } from './lijn.ts';
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
