import { digest } from 'lib0/hash/sha256';
import type { Doc } from 'yjs';
import { type Blok, isNiets } from '../tekst/blok.ts';
import { leesBlokken } from '../tekst/lezen.ts';

/**
 * What the texts of a document say, as 64 hexadecimal digits: the same for two documents exactly when every text
 * that isn't empty reads the same, whatever anchors, markers and marks that nobody sees it is made of (SY15). Costs a
 * walk through all of it.
 */
export function rusthash(doc: Doc): string {
  const namen = [...doc.share.keys()].sort();
  const teksten = namen.flatMap((naam) => {
    const blokken = leesBlokken(doc.getText(naam));
    return isNiets(blokken) ? [] : [[naam, ...blokken.map(alsRij)]];
  });
  return [...digest(new TextEncoder().encode(JSON.stringify(teksten)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** A run of characters with the same marks (1 strong, 2 em), or who is mentioned. */
type Loop = [tekst: string, merken: number] | [soort: string | null, id: string | null, merken: number];

/**
 * A block as one row, each run of the same marks whole: an anchor, or a mark that changes nothing, cuts what Yjs
 * gives in pieces.
 */
function alsRij({ soort, niveau, diepte, begin, inhoud }: Blok): unknown[] {
  const lopen: Loop[] = [];
  for (const stuk of inhoud) {
    const merken = (stuk.strong ? 1 : 0) + (stuk.em ? 2 : 0);
    if (stuk.soort === 'vermelding') {
      lopen.push([stuk.wie?.soort ?? null, stuk.wie?.id ?? null, merken]);
      continue;
    }
    const tekst = stuk.soort === 'breuk' ? '\n' : stuk.tekst;
    const vorige = lopen.at(-1);
    if (vorige?.length === 2 && vorige[1] === merken) vorige[0] += tekst;
    else lopen.push([tekst, merken]);
  }
  return [soort, niveau, diepte, begin, ...lopen];
}
