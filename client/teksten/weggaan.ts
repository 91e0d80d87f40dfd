import type { Bordteksten } from '../casus/bordteksten.ts';

const VRAAG =
  'Niet alles wat u typte, is opgeslagen. Verlaat u dit bord, dan is dat deel weg. Toch het bord verlaten?';

/**
 * Asks before somebody leaves the board for another screen, or signs out, while something isn't saved. Leaving the
 * page altogether is the browser's to ask about. @returns what ends the asking
 */
export function vraagBijWeggaan(teksten: Bordteksten): () => void {
  const opKlik = (gebeurtenis: MouseEvent): void => {
    const { target } = gebeurtenis;
    if (!(target instanceof Element) || !teksten.isIetsTeVerliezen) return;
    const weg = target.closest('a[href^="/"], .rt-kop__afmelden');
    if (weg === null || gebeurtenis.ctrlKey || gebeurtenis.metaKey || window.confirm(VRAAG)) return;
    gebeurtenis.preventDefault();
    gebeurtenis.stopImmediatePropagation();
  };
  // Before whoever follows the link.
  document.addEventListener('click', opKlik, { capture: true });
  return () => document.removeEventListener('click', opKlik, { capture: true });
}
