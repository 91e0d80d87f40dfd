import { type Groep, reeksenIn, type Stuk, stukVan, zoekInReeks } from './cijfers.ts';
import { duidingIn, kanErStaan, woordenNa, woordenVoor } from './woorden.ts';

/** A burgerservicenummer in a text. */
export interface BsnVondst extends Stuk {
  /** Nobody could mean anything else by it, as far as that can be said: the server keeps no such text. */
  readonly zeker: boolean;
}

/**
 * Whether eight or nine digits pass the elfproef of the burgerservicenummer (Wet algemene bepalingen
 * burgerservicenummer; Logisch Ontwerp BSN); eight are nine of which the nought in front was left out.
 */
export function isBsn(cijfers: string): boolean {
  if (!/^\d{8,9}$/.test(cijfers) || /^0+$/.test(cijfers)) return false;
  const som = [...cijfers.padStart(9, '0')].reduce(
    (totaal, cijfer, i) => totaal + Number(cijfer) * (i === 8 ? -1 : 9 - i),
    0,
  );
  return som % 11 === 0;
}

/**
 * Finds BSNs, with dots, spaces and hyphens wherever they stand. One number in eleven passes the test by chance, so the
 * words around it count: behind `kenmerk` it is none, behind `bsn` it is one also with a digit wrong.
 * @param plat a text as it is read (`lees`)
 * @param over the same without what is something else already, such as a phone number
 */
export function vindBsns(plat: string, over: string): BsnVondst[] {
  return reeksenIn(over, TUSSEN).flatMap((reeks) =>
    zoekInReeks(reeks, { minstens: 8, hoogstens: 9 }, (cijfers, van, tot) =>
      leesBsn(plat, reeks, cijfers, van, tot),
    ),
  );
}

function leesBsn(
  plat: string,
  reeks: readonly Groep[],
  cijfers: string,
  van: number,
  tot: number,
): BsnVondst | null {
  const heel = tot - van === reeks.length || tot - van === 1;
  if (tot - van > 5 && !heel) return null;
  const groepen = reeks.slice(van, tot);
  const stuk = stukVan(groepen);
  const klopt = isBsn(cijfers);
  if (!klopt && !kanErStaan(plat, stuk.begin, /bsn|b\.s\.n|sofi|service/i)) return null;
  const voor = duidingIn(woordenVoor(plat, stuk.begin), { bsn: 7, kenmerk: 2, telefoon: 0 });
  if (voor?.duiding === 'bsn') {
    // Eight of nine digits that go on are the beginning of a number, not a number.
    if (cijfers.length === 8 && tot < reeks.length && !klopt) return null;
    return klopt || voor.afstand <= 2 ? { ...stuk, zeker: klopt || cijfers.length === 9 } : null;
  }
  if (!klopt) return null;
  if (duidingIn(woordenNa(plat, stuk.einde), { bsn: 3 }) !== null) return { ...stuk, zeker: true };
  if (voor !== null || isIetsAnders(plat, stuk)) return null;
  if (cijfers.length === 8) return heel && !isAchtAnders(groepen) ? { ...stuk, zeker: false } : null;
  if (isZaaknummer(groepen)) return null;
  return { ...stuk, zeker: isGewoonGeschreven(plat, groepen, heel) };
}

const TUSSEN = /^(?:[ .-]| - |\. | {2})$/;

/** Part of a code, an amount, a fraction or a longer number. */
function isIetsAnders(plat: string, { begin, einde }: Stuk): boolean {
  const voor = plat.slice(Math.max(0, begin - 10), begin);
  const na = plat.slice(einde, einde + 10);
  return (
    /[\p{L}\d_/+#]$|\d,$|\p{Lu}{1,4}-$|(?<!\d)\d{1,7}-$/u.test(voor) ||
    /(?:[€$£]|\beuro?|\beur) ?$/i.test(voor) ||
    /^(?:[\p{L}_/]|,\d|,-|-\p{L}|-\d{1,7}(?!\d))/u.test(na) ||
    /^ ?(?:[€%]|euro?\b|kg\b|km\b|m2\b)/i.test(na)
  );
}

/** Eight digits that are a day, some times or two years, as in `2024-2025`. */
function isAchtAnders(groepen: readonly Groep[]): boolean {
  const [een, twee, ...rest] = groepen.map(({ cijfers }) => cijfers);
  if (een === undefined) return true;
  if (twee === undefined) return isDagAanEen(een);
  if (rest.length === 0 && een.length === 4 && twee.length === 4) return true;
  return groepen.some(({ cijfers }) => cijfers.length === 1);
}

function isDagAanEen(cijfers: string): boolean {
  const jaarVoor = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
  const jaarAchter = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/;
  return jaarVoor.test(cijfers) || jaarAchter.test(cijfers);
}

/** `2026-00123`: a year and a number of that year. */
function isZaaknummer(groepen: readonly Groep[]): boolean {
  return groepen.length === 2 && /^(?:19[89]|20[0-4])\d$/.test(groepen[0]?.cijfers ?? '');
}

/** In one, or in groups as people write numbers, with one separator: no row of amounts or of numbers of their own. */
function isGewoonGeschreven(plat: string, groepen: readonly Groep[], heel: boolean): boolean {
  const maten = groepen.map(({ cijfers }) => cijfers.length);
  const tussen = new Set(
    groepen.slice(1).map((groep, n) => plat.slice(groepen[n]?.einde ?? groep.begin, groep.begin)),
  );
  if (/^(?:9|3,3,3|4,2,3)$/.test(maten.join())) return true;
  if (!heel || tussen.size > 1) return false;
  return maten.every((maat) => maat === 1) || (maten.length <= 5 && maten.every((maat) => maat >= 2));
}
