import type { Bordteksten } from '../casus/bordteksten.ts';
import { waak } from '../ui/onbewaard.ts';

const VRAAG =
  'Niet alles wat u typte, is opgeslagen. Verlaat u dit bord, dan is dat deel weg. Toch het bord verlaten?';

/**
 * Asks before somebody leaves the board for another screen, or signs out, while something in its texts isn't saved.
 * @param bord where the texts stand
 * @returns what ends the asking
 */
export function vraagBijWeggaan(bord: Node, teksten: Bordteksten): () => void {
  return waak({
    waar: bord,
    isTeVerliezen: () => teksten.isIetsTeVerliezen,
    vraag: () => {
      const mag = window.confirm(VRAAG);
      if (mag) teksten.gooiKladWeg();
      return Promise.resolve(mag);
    },
    blijftOpHetScherm: true,
    // It knows of letters that are still on their way.
    vraagtZelfBijHerladen: true,
  });
}
