/**
 * A telephone number as everyone writes it here, so that the same number looks the same wherever it stands: of the
 * Netherlands with or without its country, of elsewhere behind `+` or `00` (ITU-T E.164), of a municipality (14 0xx), and
 * 112 and the like. Null where it is none.
 * @example leesTelefoon('+31 6 12345678') // '06-1234 5678'
 */
export function leesTelefoon(getypt: string): string | null {
  const kaal = getypt
    .trim()
    .replace(/^tel(?:efoon)?[.:]*\s*/i, '')
    .replace(/\(0\)/, '')
    .replace(/[\s\u00a0./()\u2010-\u2013-]/g, '');
  if (/^1(?:12|13|16\d{3}|4\d{3,4})$/.test(kaal)) return kaal.replace(/^14(?=\d)/, '14 ');
  const nederlands = kaal.replace(/^(?:\+|00)310?/, '0');
  if (/^0[1-9]\d+$/.test(nederlands)) return zoalsHier(nederlands);
  const elders = kaal.replace(/^00/, '+');
  return /^\+(?!31)[1-9]\d{7,14}$/.test(elders) ? elders : null;
}

/** What a telephone dials, for a `tel:`: with the country, so that it works from abroad too, where the number has one. */
export function belVoor(telefoon: string): string {
  const cijfers = telefoon.replace(/[^+\d]/g, '');
  return /^0(?!0|800|90)\d{9}$/.test(cijfers) ? `+31${cijfers.slice(1)}` : cijfers;
}

function zoalsHier(cijfers: string): string | null {
  // Free and paid numbers have four or seven digits behind the first.
  const dienst = /^(0800|090[069])(\d{4}|\d{7})$/.exec(cijfers);
  if (dienst !== null) {
    const [, voor = '', rest = ''] = dienst;
    return `${voor}-${rest.length === 4 ? rest : inGroepen(rest)}`;
  }
  if (cijfers.length !== 10 || /^0(?:800|90)/.test(cijfers)) return null;
  if (cijfers.startsWith('06')) return `06-${cijfers.slice(2, 6)} ${cijfers.slice(6)}`;
  const lengte = KORT.test(cijfers) ? 3 : 4;
  return `${cijfers.slice(0, lengte)}-${inGroepen(cijfers.slice(lengte))}`;
}

/** `12 34 56`, `123 45 67` */
function inGroepen(cijfers: string): string {
  return cijfers.replace(/(\d{2,3}?)(?=(?:\d{2})+$)/g, '$1 ');
}

/** Areas of three digits (Nummerplan telefoon- en ISDN-diensten), and what has none. */
const KORT = /^0(?:10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7\d|8[4578])/;
