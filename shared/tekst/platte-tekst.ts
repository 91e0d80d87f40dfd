import { type Blok, isLijstpunt, type Stuk, type Vermelding } from './blok.ts';
import { nummering } from './nummering.ts';

/** How a mention reads in plain text. */
export type Noemer = (wie: Vermelding) => string;

/** Blocks without formatting: a line each, lists with their signs and numbers, deeper ones further in. */
export function alsRegels(blokken: readonly Blok[], noem: Noemer): string[] {
  const plaatsen = nummering(blokken);
  return blokken.flatMap((blok, n) => {
    const nummer = plaatsen[n]?.nummer ?? null;
    const teken = !isLijstpunt(blok) ? '' : nummer === null ? '- ' : `${nummer}. `;
    const inspringing = '  '.repeat(blok.diepte);
    return inhoudAlsTekst(blok.inhoud, noem)
      .split('\n')
      .map((regel, m) => `${inspringing}${m === 0 ? teken : ' '.repeat(teken.length)}${regel}`);
  });
}

/** What stands in a block, a line break as a line end. */
export function inhoudAlsTekst(inhoud: readonly Stuk[], noem: Noemer): string {
  return inhoud
    .map((stuk) => {
      if (stuk.soort === 'tekst') return stuk.tekst;
      return stuk.soort === 'breuk' ? '\n' : noem(stuk.wie);
    })
    .join('');
}
