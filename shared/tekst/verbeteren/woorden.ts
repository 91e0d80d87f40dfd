import { GRENSTEKEN, type Rij } from './rij.ts';

/** A stretch of a text that is changed as a whole: a word, white space, a sign, a mention, a border. */
export interface Woord {
  readonly van: number;
  readonly tot: number;
  /** Equal for what reads the same, whatever its marks and the keys of its block. */
  readonly sleutel: string;
}

/** What is typed can't read the same as a border or a mention: those have a sign before them. */
const GRENS = `\u0000${GRENSTEKEN}`;
const WOORD = /[\p{L}\p{N}\p{M}]+|\n|[^\S\n]+|./gsu;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Whether a word goes on with this character. */
export function isLetter(teken: string | undefined): boolean {
  return teken !== undefined && LETTER.test(teken);
}

/** The words of a text, all of it. */
export function woordenIn({ tekens, bijzonder }: Pick<Rij, 'tekens' | 'bijzonder'>): Woord[] {
  const woorden: Woord[] = [];
  const neem = (van: number, tot: number): void => {
    for (const { index, 0: woord } of tekens.slice(van, tot).matchAll(WOORD)) {
      woorden.push({ van: van + index, tot: van + index + woord.length, sleutel: woord });
    }
  };
  let tot = 0;
  for (const [plaats, wat] of bijzonder) {
    neem(tot, plaats);
    const sleutel = wat.soort === 'grens' ? GRENS : `\u0000@${wat.wie?.soort ?? ''} ${wat.wie?.id ?? ''}`;
    woorden.push({ van: plaats, tot: plaats + 1, sleutel });
    tot = plaats + 1;
  }
  neem(tot, tekens.length);
  return woorden;
}

/** So many steps may it cost to find the least that differs; more, and what is between is taken as other altogether. */
const MEESTE_STAPPEN = 400_000;

/**
 * Which words of one text are which of another: the longest that both have in the same order (Myers, from both ends).
 * @returns of each word of `oud` its place in `nieuw`, or -1
 */
export function zelfdeWoorden(oud: readonly string[], nieuw: readonly string[]): number[] {
  const gelijk = oud.map(() => -1);
  let begin = 0;
  while (begin < Math.min(oud.length, nieuw.length) && oud[begin] === nieuw[begin]) {
    gelijk[begin] = begin;
    begin += 1;
  }
  let einde = 0;
  while (
    einde < Math.min(oud.length, nieuw.length) - begin &&
    oud[oud.length - 1 - einde] === nieuw[nieuw.length - 1 - einde]
  ) {
    einde += 1;
    gelijk[oud.length - einde] = nieuw.length - einde;
  }
  const midden = langste(oud.slice(begin, oud.length - einde), nieuw.slice(begin, nieuw.length - einde));
  midden.forEach((daar, n) => {
    if (daar >= 0) gelijk[begin + n] = begin + daar;
  });
  return gelijk;
}

/**
 * Of what was taken out or put in, which words those are can be open: of two full stops, which one went? A whole block or
 * sentence, where it can be. Changes `gelijk`.
 */
export function schuifHeel(oud: readonly string[], nieuw: readonly string[], gelijk: number[]): void {
  const terug = nieuw.map(() => -1);
  gelijk.forEach((daar, n) => {
    if (daar >= 0) terug[daar] = n;
  });
  schuif(oud, gelijk, terug);
  schuif(nieuw, terug, gelijk);
}

/** Shifts each stretch of one text that the other hasn't, where the other has nothing in its place. */
function schuif(woorden: readonly string[], naar: number[], terug: number[]): void {
  for (let van = 0; van < woorden.length; van += 1) {
    if (naar[van] !== -1) continue;
    let tot = van;
    while (tot < woorden.length && naar[tot] === -1) tot += 1;
    const [voor, na] = [
      van === 0 ? -1 : (naar[van - 1] ?? -1),
      tot === woorden.length ? terug.length : (naar[tot] ?? -1),
    ];
    let beste = 0;
    if (na === voor + 1) {
      const punten = (n: number): number => heelheid(woorden, van + n, tot + n);
      for (let n = -1; van + n >= 0 && naar[van + n] !== -1 && woorden[van + n] === woorden[tot + n]; n -= 1)
        if (punten(n) > punten(beste)) beste = n;
      for (
        let n = 1;
        tot + n <= woorden.length &&
        naar[tot + n - 1] !== -1 &&
        woorden[van + n - 1] === woorden[tot + n - 1];
        n += 1
      )
        if (punten(n) > punten(beste)) beste = n;
    }
    for (let n = 0; n > beste; n -= 1) ruil(naar, terug, van + n - 1, tot + n - 1);
    for (let n = 0; n < beste; n += 1) ruil(naar, terug, tot + n, van + n);
    van = tot + Math.max(0, beste);
  }
}

/** What one word is in the other text, another that reads the same is. */
function ruil(naar: number[], terug: number[], van: number, wordt: number): void {
  const daar = naar[van] ?? -1;
  [naar[van], naar[wordt]] = [-1, daar];
  if (daar >= 0) terug[daar] = wordt;
}

/** How much a stretch is a whole: from the border of a block, to one, or from the space before it. */
function heelheid(woorden: readonly string[], van: number, tot: number): number {
  if (woorden[van] === GRENS) return 3;
  if (woorden[tot - 1] === GRENS) return 2;
  return /^\s/.test(woorden[van] ?? '') ? 1 : 0;
}

function langste(oud: readonly string[], nieuw: readonly string[]): number[] {
  const gelijk = oud.map(() => -1);
  const [n, m] = [oud.length, nieuw.length];
  if (n === 0 || m === 0) return gelijk;
  /** How far each diagonal came, at each number of differences. */
  const sporen: Map<number, number>[] = [];
  let stappen = 0;
  for (let d = 0; d <= n + m; d += 1) {
    const vorig = sporen.at(-1);
    const spoor = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      const [onder, boven] = [vorig?.get(k - 1) ?? -1, vorig?.get(k + 1) ?? -1];
      let x = d === 0 ? 0 : k === -d || (k !== d && onder < boven) ? boven : onder + 1;
      while (x < n && x - k < m && oud[x] === nieuw[x - k]) {
        x += 1;
        stappen += 1;
      }
      stappen += 1;
      spoor.set(k, x);
      if (x >= n && x - k >= m) {
        sporen.push(spoor);
        return terug(sporen, gelijk, n, m);
      }
    }
    sporen.push(spoor);
    if (stappen > MEESTE_STAPPEN) return gelijk;
  }
  return gelijk;
}

function terug(
  sporen: readonly ReadonlyMap<number, number>[],
  gelijk: number[],
  n: number,
  m: number,
): number[] {
  let [x, y] = [n, m];
  for (let d = sporen.length - 1; d >= 0; d -= 1) {
    const k = x - y;
    const vorig = sporen[d - 1];
    const [onder, boven] = [vorig?.get(k - 1) ?? -1, vorig?.get(k + 1) ?? -1];
    const vanBoven = k === -d || (k !== d && onder < boven);
    const vorigX = d === 0 ? 0 : vanBoven ? boven : onder;
    const vorigY = d === 0 ? 0 : vorigX - (vanBoven ? k + 1 : k - 1);
    while (x > vorigX && y > vorigY) {
      x -= 1;
      y -= 1;
      gelijk[x] = y;
    }
    [x, y] = [vorigX, vorigY];
  }
  return gelijk;
}
