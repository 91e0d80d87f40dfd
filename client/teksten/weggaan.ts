import { isBewaarbaar } from '../ui/niet-opgeslagen.ts';
import { waak } from '../ui/onbewaard.ts';

function vraag(scherm: string): string {
  const wat = isBewaarbaar()
    ? 'Wat nog niet is opgeslagen, vindt u hier later terug in deze browser, tot u zich afmeldt.'
    : `Verlaat u ${scherm}, dan is dat deel weg.`;
  return `Niet alles wat u typte, is opgeslagen. ${wat} Toch ${scherm} verlaten?`;
}

/**
 * Asks before somebody leaves a screen for another, while something in its texts isn't saved.
 * @param waar where the texts stand
 * @param scherm `dit bord`
 * @returns what ends the asking
 */
export function vraagBijWeggaan(waar: Node, scherm: string, isTeVerliezen: () => boolean): () => void {
  return waak({
    waar,
    isTeVerliezen,
    vraag: () => Promise.resolve(window.confirm(vraag(scherm))),
    blijftOpHetScherm: true,
    // It knows of letters that are still on their way.
    vraagtZelfBijHerladen: true,
  });
}
