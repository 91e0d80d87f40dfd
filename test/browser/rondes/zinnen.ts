import type { Toeval } from './tafel.ts';

/** A sentence of a report, and what its writer had before them when they began it. */
export interface Zin {
  /** What it begins with, and no other sentence: a letter and three digits, so that half of one is none. */
  readonly code: string;
  /** From the code to the full stop; with a space before it where it was begun behind another. */
  readonly tekst: string;
  /** Codes of the sentences that stood before it, and behind it, on its writer's screen. */
  readonly links: readonly string[];
  readonly rechts: readonly string[];
}

const WIE = [
  'Moeder',
  'Vader',
  'Het loket',
  'De huisarts',
  'De school',
  'Het wijkteam',
  'De woningcorporatie',
];
const DOET = ['belt', 'mailt', 'helpt', 'bezoekt', 'spreekt', 'wacht op'];
const MET = ['de klantmanager', 'de jeugdarts', 'schuldhulp', 'de juf', 'het gezin', 'de gemeente'];
const WANNEER = [
  'dinsdag',
  'om tien uur',
  'na de zomer',
  'elke week',
  'zo snel mogelijk',
  'voor het overleg',
];

export function bedenkZin(code: string, toeval: Toeval): string {
  const kies = (woorden: readonly string[]): string => woorden[toeval(woorden.length)] ?? '';
  return `${code} ${kies(WIE)} ${kies(DOET)} ${kies(MET)} ${kies(WANNEER)}.`;
}

/** The sentences that a stretch of text has the beginning of, in order. */
export function codesIn(tekst: string): string[] {
  return (tekst.match(/[A-Z]\d{3} /g) ?? []).map((code) => code.trim());
}

/**
 * What is wrong with a report that people wrote and restructured together. Whatever they make of the lines, and
 * wherever they break them, the letters keep their order: each sentence is whole, is there once, and stands among
 * the others as on its writer's screen when it was begun.
 * @param opnieuw sentences that were taken back and put back: where those stood, others can have begun meanwhile, on
 *   either side; each has to be there whole
 */
export function oordeelZinnen(
  zinnen: readonly Zin[],
  opnieuw: ReadonlySet<string>,
  regels: readonly string[],
): string[] {
  const fouten: string[] = [];
  const alles = regels.join('');
  const plaatsen = new Map<string, number>();
  let rest = alles;
  for (const { code, tekst } of zinnen) {
    const keren = alles.split(tekst).length - 1;
    rest = rest.replace(tekst, '');
    if (keren === 1) plaatsen.set(code, alles.indexOf(tekst));
    else fouten.push(`${JSON.stringify(tekst)} staat er ${keren} keer: ${stukken(tekst, alles)}`);
  }
  if (rest !== '') fouten.push(`er staat meer: ${JSON.stringify(rest.slice(0, 200))}`);
  for (const { code, links, rechts } of zinnen) {
    const hier = plaatsen.get(code);
    const elders = (een: string): number | undefined => (opnieuw.has(een) ? undefined : plaatsen.get(een));
    if (hier === undefined) continue;
    for (const een of links) {
      if ((elders(een) ?? -1) > hier) fouten.push(`${code} begon achter ${een}, en staat ervoor`);
    }
    for (const een of rechts) {
      if ((elders(een) ?? Infinity) < hier) fouten.push(`${code} begon voor ${een}, en staat erachter`);
    }
  }
  return fouten;
}

/** How much of a sentence stands where, to see what came between. */
function stukken(tekst: string, alles: string): string {
  const delen: string[] = [];
  for (let van = 0; van < tekst.length; ) {
    let tot = van + 1;
    while (tot < tekst.length && alles.includes(tekst.slice(van, tot + 1))) tot += 1;
    const plek = alles.indexOf(tekst.slice(van, tot));
    delen.push(
      `${JSON.stringify(tekst.slice(van, tot))} in ${JSON.stringify(alles.slice(Math.max(0, plek - 25), plek + tot - van + 25))}`,
    );
    van = tot;
  }
  return delen.slice(0, 4).join('; ');
}
