import { type Groep, reeksenIn, type Stuk, stukVan, zoekInReeks } from './cijfers.ts';
import { duidingIn, kanErStaan, woordenVoor } from './woorden.ts';

/**
 * Finds telephone numbers as people write them: of the Netherlands with or without its country, of elsewhere behind `+`
 * or `00` (ITU-T E.164: at most fifteen digits), and what stands behind `tel.` without an area. Numbers of nobody in
 * particular (0800, 0900, 088, 14 0xx, 112) are left out.
 * @param plat a text as it is read (`lees`)
 * @param over the same without what is something else already, such as a date
 */
export function vindTelefoonnummers(plat: string, over: string): Stuk[] {
  return reeksenIn(over, TUSSEN).flatMap((reeks) =>
    zoekInReeks(reeks, { minstens: 6, hoogstens: 16 }, (cijfers, van, tot) =>
      leesNummer(plat, reeks, cijfers, van, tot),
    ),
  );
}

const TUSSEN = /^(?:[-. /()]{1,2}| [-/] | \(|\) ?|\)-|\) - )$/;

function leesNummer(
  plat: string,
  reeks: readonly Groep[],
  cijfers: string,
  van: number,
  tot: number,
): Stuk | null {
  // Times and small numbers in a row are none; digits of which each stands by itself may be.
  if (tot - van > 7 && tot - van < cijfers.length - 2) return null;
  const groepen = reeks.slice(van, tot);
  const kern = stukVan(groepen);
  const nummer = isNummer(cijfers, groepen, plat, kern.begin);
  const plaatselijk =
    !nummer && groepen.length <= 4 && isPlaatselijk(cijfers) && kanErStaan(plat, kern.begin, TELEFOONWOORD);
  if (!nummer && !plaatselijk) return null;
  const stuk = metHaakje(plat, kern);
  if (isDeelVanCode(plat, stuk)) return null;
  const voor = duidingIn(woordenVoor(plat, stuk.begin), { kenmerk: 1, bsn: 1, telefoon: 1 });
  return (voor === null ? nummer : voor.duiding === 'telefoon') ? stuk : null;
}

const TELEFOONWOORD = /tel|mob|gsm|app|06-n|bel|sms|fax|bereik/i;

function isNummer(cijfers: string, groepen: readonly Groep[], plat: string, begin: number): boolean {
  const plus = /\+ ?$/.test(plat.slice(Math.max(0, begin - 2), begin));
  if (plus) return isVanElders(cijfers);
  if (cijfers.startsWith('00')) return isVanElders(cijfers.slice(2));
  // As telephones themselves write it, without the plus.
  if (/^316\d{8}$/.test(cijfers)) return true;
  if (!/^0[1-9]\d{8}$/.test(cijfers) || VAN_NIEMAND.test(cijfers)) return false;
  // Times and small numbers in a row: 09 30 10 30 11.
  return groepen.length <= 5 || groepen.every(({ cijfers: deel }) => deel.length === 1);
}

/** Behind the country: our own numbers have nine digits, of which `(0)` is none. */
function isVanElders(cijfers: string): boolean {
  if (cijfers.startsWith('31')) return /^310?[1-9]\d{8}$/.test(cijfers);
  return /^[1-9]\d{7,14}$/.test(cijfers);
}

/** Without its area, or without the nought in front; said to be a telephone number by what stands before it. */
function isPlaatselijk(cijfers: string): boolean {
  return /^[1-9]\d{5,8}$/.test(cijfers);
}

const VAN_NIEMAND = /^0(?:80|90|88)/;

function isDeelVanCode(plat: string, { begin, einde }: Stuk): boolean {
  const ervoor = plat.slice(Math.max(0, begin - 24), begin);
  if (/(?:[€$£]|\beuro?) ?$/i.test(ervoor)) return true;
  const voor = /[\p{L}\d_#]*$/u.exec(ervoor)?.[0] ?? '';
  if (voor !== '' && !/^(?:tel|telefoon|telefoonnummer|mob|mobiel|gsm|fax|app|whatsapp)$/i.test(voor))
    return true;
  return /^(?:[\p{L}_]|,\d|-\p{L})/u.test(plat.slice(einde, einde + 2));
}

/** With the bracket and the plus that belong to it: `(010) …`, `+31 …`. */
function metHaakje(plat: string, { begin, einde }: Stuk): Stuk {
  const voor = /(?:\+ ?|\()+$/.exec(plat.slice(Math.max(0, begin - 3), begin))?.[0] ?? '';
  const heeftHaakje = voor.includes('(') && !plat.slice(begin, einde).includes(')');
  return { begin: begin - (heeftHaakje ? voor.replace(/^\(+/, '').length : voor.length), einde };
}
