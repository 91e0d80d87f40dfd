/** What somebody wrote in a round, and where it has to stand. */
export interface Geschreven {
  /** Which of the writers. */
  readonly wie: number;
  readonly tekst: string;
  /** Of the whole text, with a line end before the first line and behind each. */
  readonly waar: RegExp;
}

/** What can be wrong after a round. */
export type Fout =
  | 'kwijt'
  | 'dubbel'
  | 'verweven'
  | 'verplaatst'
  | 'caret elders'
  | 'schermen ongelijk'
  | 'scherm is niet de tekst'
  | 'niet opgeslagen'
  | 'hersteld'
  | 'fout in de pagina';

/** The lines of a text as one, as `Geschreven.waar` reads it. */
export function geheel(regels: readonly string[]): string {
  return `\n${regels.join('\n')}\n`;
}

/**
 * What became of the letters: each is there once, each piece is whole and where it was put, and what stood there
 * before them is as it was.
 */
export function oordeelLetters(
  begin: readonly string[],
  geschreven: readonly Geschreven[],
  regels: readonly string[],
): Set<Fout> {
  const fouten = new Set<Fout>();
  const alles = geheel(regels);
  const over = tel(alles);
  for (const [teken, aantal] of tel(begin.join('') + geschreven.map(({ tekst }) => tekst).join(''))) {
    const verschil = (over.get(teken) ?? 0) - aantal;
    if (verschil < 0) fouten.add('kwijt');
    if (verschil > 0) fouten.add('dubbel');
    over.delete(teken);
  }
  if (over.size > 0) fouten.add('dubbel');
  let rest = alles;
  for (const { tekst, waar } of geschreven) {
    if (!alles.includes(tekst)) fouten.add('verweven');
    else if (!waar.test(alles)) fouten.add('verplaatst');
    rest = rest.replace(tekst, '');
  }
  if (fouten.size === 0 && rest.replaceAll('\n', '') !== begin.join('')) fouten.add('verplaatst');
  return fouten;
}

/** What the text has to be when each types their mark: it stands right behind the last that they wrote. */
export function metMerken(
  geschreven: readonly Geschreven[],
  regels: readonly string[],
  merken: readonly string[],
): string {
  let alles = geheel(regels);
  for (const [wie, merk] of merken.entries()) {
    const laatste = geschreven.findLast((een) => een.wie === wie)?.tekst;
    if (laatste !== undefined) alles = alles.replace(laatste, laatste + merk);
  }
  return alles;
}

function tel(tekst: string): Map<string, number> {
  const aantallen = new Map<string, number>();
  for (const teken of tekst) {
    if (teken !== '\n') aantallen.set(teken, (aantallen.get(teken) ?? 0) + 1);
  }
  return aantallen;
}
