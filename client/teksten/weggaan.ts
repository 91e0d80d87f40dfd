import type { Bordteksten } from '../casus/bordteksten.ts';
import { isBewaarbaar } from '../ui/niet-opgeslagen.ts';
import { waak } from '../ui/onbewaard.ts';

function vraag(): string {
  const wat = isBewaarbaar()
    ? 'Wat nog niet is opgeslagen, vindt u hier later terug in deze browser, tot u zich afmeldt.'
    : 'Verlaat u dit bord, dan is dat deel weg.';
  return `Niet alles wat u typte, is opgeslagen. ${wat} Toch het bord verlaten?`;
}

/**
 * Asks before somebody leaves the board for another screen, or signs out, while something in its texts isn't saved.
 * @param bord where the texts stand
 * @returns what ends the asking
 */
export function vraagBijWeggaan(bord: Node, teksten: Bordteksten): () => void {
  return waak({
    waar: bord,
    isTeVerliezen: () => teksten.isIetsTeVerliezen,
    vraag: () => Promise.resolve(window.confirm(vraag())),
    blijftOpHetScherm: true,
    // It knows of letters that are still on their way.
    vraagtZelfBijHerladen: true,
  });
}
