import type { Stuk } from './cijfers.ts';
import { lees } from './lezing.ts';
import { type Naam, TUSSENVOEGSELS } from './naam.ts';

/**
 * Finds names as people write them: a first or a last name alone, both, initials, with what stands between them or
 * without, hyphens or spaces, `Zoë's`, `Annas`, in capitals, without accents, with `ue` for `ü`. A last name alone
 * counts by its capital, as does a first name that is a word as well: the mother may be called Wil.
 * @param plat a text as it is read (`lees`)
 */
export function vindNamen(plat: string, namen: readonly Naam[]): Stuk[] {
  const delen = naamdelen(namen);
  if (delen.size === 0) return [];
  const woorden = woordenIn(plat);
  const gevonden: Stuk[] = [];
  for (let n = 0; n < woorden.length; n += 1) {
    const raak = isNaam(woorden[n], delen) || begintVoluit(woorden, n, delen);
    if (!raak) continue;
    const eerste = metWatErvoorStaat(plat, woorden, n);
    const laatste = metWatErachterStaat(plat, woorden, n, delen);
    gevonden.push({ begin: woorden[eerste]?.begin ?? 0, einde: metBezit(plat, woorden, laatste) });
    n = laatste;
  }
  return gevonden;
}

interface Woord extends Stuk {
  readonly woord: string;
  readonly klein: string;
}

/** What a word is in some name. */
type Naamdeel = 'voor' | 'achter';

/** Of names that are looked for in line after line: found once for all of those (ST6). */
const DELEN = new WeakMap<readonly Naam[], ReadonlyMap<string, Naamdeel>>();

function naamdelen(namen: readonly Naam[]): ReadonlyMap<string, Naamdeel> {
  const bekend = DELEN.get(namen) ?? zoekDelen(namen);
  DELEN.set(namen, bekend);
  return bekend;
}

function zoekDelen(namen: readonly Naam[]): ReadonlyMap<string, Naamdeel> {
  const delen = new Map<string, Naamdeel>();
  const neem = (naam: string, deel: Naamdeel) => {
    for (const stam of schrijfwijzen(naam)) {
      // Who has it as a first name may be meant by it in small letters too.
      if (deel === 'voor' || !delen.has(stam)) delen.set(stam, deel);
    }
  };
  for (const { voornaam, achternaam } of namen) {
    for (const woord of stukkenVan(voornaam)) neem(woord, 'voor');
    for (const woord of stukkenVan(achternaam)) neem(woord, 'achter');
    if (/[-' ]/.test(voornaam.trim())) neem(aaneen(voornaam), 'voor');
    if (/[-' ]/.test(achternaam.trim())) neem(aaneen(achternaam), 'achter');
    // `DeVries`, also of who is called de Vries-Jansen.
    neem(aaneen(/^.*?\p{Lu}[\p{L}\p{M}]*/u.exec(achternaam)?.[0] ?? ''), 'achter');
  }
  return delen;
}

/** The words of a name that name somebody: no initials, nothing that stands between. */
function stukkenVan(naam: string): string[] {
  const woorden = naam.split(/[^\p{L}\p{M}'’ʼ]+/u).flatMap((woord) => {
    const stukken = woord.split(/['’ʼ]/);
    return stukken.length > 1 ? [...stukken, stukken.join('')] : stukken;
  });
  return woorden.filter((woord) => {
    const { plat } = lees(woord);
    return plat.length >= 2 && !TUSSENVOEGSELS.has(plat.toLowerCase());
  });
}

function aaneen(naam: string): string {
  return naam.replace(/[^\p{L}\p{M}]/gu, '');
}

/** How a word of a name is written: as it is, without accents, with two letters for an umlaut, with `y` for `ij`. */
function schrijfwijzen(naam: string): ReadonlySet<string> {
  const samen = naam.normalize('NFC').toLowerCase();
  const plat = lees(samen).plat;
  const umlaut = lees(
    samen.replace(/[äöüåø]/g, (teken) => ({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' })[teken] ?? teken),
  ).plat;
  return new Set([plat, umlaut, plat.replaceAll('ij', 'y')].filter((stam) => stam.length >= 2));
}

function woordenIn(plat: string): Woord[] {
  return [...plat.matchAll(/[\p{L}\p{N}]+/gu)].map((treffer) => {
    const [woord] = treffer;
    return { woord, klein: woord.toLowerCase(), begin: treffer.index, einde: treffer.index + woord.length };
  });
}

function isNaam(woord: Woord | undefined, delen: ReadonlyMap<string, Naamdeel>): boolean {
  if (woord === undefined) return false;
  const { klein } = woord;
  // `Annas`: whose it is, without an apostrophe.
  const stam = delen.has(klein) ? klein : klein.endsWith('s') && klein.length > 3 ? klein.slice(0, -1) : null;
  const deel = stam === null ? undefined : delen.get(stam);
  if (deel === undefined || stam === null) return false;
  if (/^\p{Lu}/u.test(woord.woord)) return true;
  return deel === 'voor' && stam.length >= 3 && !OOK_EEN_WOORD.has(stam);
}

/** A first name with a last name behind it is meant by them, whatever its letters: `wil van 't hof`. */
function begintVoluit(woorden: readonly Woord[], n: number, delen: ReadonlyMap<string, Naamdeel>): boolean {
  if (delen.get(woorden[n]?.klein ?? '') !== 'voor') return false;
  const volgende = woorden.slice(n + 1, n + 5).find(({ klein }) => !TUSSENVOEGSELS.has(klein));
  return volgende !== undefined && delen.get(volgende.klein) === 'achter';
}

/** Initials and what stands between belong to it: `A. de Vries`, `DE VRIES`. */
function metWatErvoorStaat(plat: string, woorden: readonly Woord[], n: number): number {
  let eerste = n;
  while (eerste > 0 && n - eerste < 6) {
    const [voor, hier] = [woorden[eerste - 1], woorden[eerste]];
    if (voor === undefined || hier === undefined) break;
    const ertussen = plat.slice(voor.einde, hier.begin);
    const hoortErbij =
      (/^(?: {1,2}|'| '|-)$/.test(ertussen) && TUSSENVOEGSELS.has(voor.klein)) ||
      (/^(?:\. ?| )$/.test(ertussen) && /^\p{Lu}$/u.test(voor.woord) && voor.woord !== 'U');
    if (!hoortErbij) break;
    eerste -= 1;
  }
  // What is a word of the sentence stays out of it: `Hij zit bij Anna in de klas`.
  while (eerste < n && LOS.has(woorden[eerste]?.woord ?? '')) eerste += 1;
  return eerste;
}

/** The rest of the name, with what stands between: `Anna Maria de Vries-Jansen`, `Vries, A. de`. */
function metWatErachterStaat(
  plat: string,
  woorden: readonly Woord[],
  n: number,
  delen: ReadonlyMap<string, Naamdeel>,
): number {
  let laatste = n;
  for (let m = n + 1; m < woorden.length && m - laatste <= 4; m += 1) {
    const [vorig, woord] = [woorden[m - 1], woorden[m]];
    if (vorig === undefined || woord === undefined) break;
    const ertussen = plat.slice(vorig.einde, woord.begin);
    if (!/^(?: {1,2}|-| - |\. ?|, |'| '| \()$/.test(ertussen)) break;
    const hoortErbij = isNaam(woord, delen) || delen.get(woord.klein) === 'achter';
    // Two first names with a comma between are two people.
    if (hoortErbij && !(ertussen === ', ' && delen.get(vorig.klein) === 'voor')) laatste = m;
    else if (!TUSSENVOEGSELS.has(woord.klein) && !/^\p{Lu}$/u.test(woord.woord)) break;
  }
  return laatste;
}

/** `Zoë's`, `Hans'`. */
function metBezit(plat: string, woorden: readonly Woord[], n: number): number {
  const einde = woorden[n]?.einde ?? 0;
  return einde + (/^'s?(?![\p{L}\p{N}])/u.exec(plat.slice(einde, einde + 3))?.[0].length ?? 0);
}

/** Of what stands between names: what is a word of any sentence when it stands alone before a name. */
const LOS: ReadonlySet<string> = new Set('in aan bij uit over onder voor op te e y ben do'.split(' '));
/** First names that are words as well: in small letters they are those. */
const OOK_EEN_WOORD: ReadonlySet<string> = new Set(
  'bas bent beer ben bloem bob cor els fee jet job joy las lot max per rob sam sky tip ton wil beer bloem boris door faith fleur hoop iris jade lente lief lieve linde lotte mark mees merel milan mila moes noor olijf parel pleun puck rein roos roosje saar sanders senna ster sterre storm sunny tijn tess toon trees veer vrede wolf zonne zomer melis mare maan sofie victoria april augustus juni mars maart roman bond gans gijs hart bram vita raven robin wilde wille wende koen goed rood mooi fijn stern dreis dagmar frank gerard joost manna salomon turk rosa viola olga helder karel'.split(
    ' ',
  ),
);
