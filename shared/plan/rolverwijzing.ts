import { ROLLEN } from './rollen.ts';

// A title or an answer is stored as text with references to members of the household (NK35). A reference stands between
// two signs that are no characters to Unicode, and that no field takes from who types (`shared/invoer/tekst.ts`):
// <BEGIN> k or K (began with a capital), the member's id or nothing, <EIND>.

const BEGIN = '\ufdd0';
const EIND = '\ufdd1';
const TEKEN = /\ufdd0([kK])([^\ufdd1]*)\ufdd1/gu;

/** What is read where somebody can't resolve a reference: the same, whether there is somebody or not. */
export const ONBEKEND_LID = 'huishouden';

/** After a number these make it an amount: `kind 2 keer per week`. */
const MATEN =
  'keer|maal|x|jaar|jaren|jr|maand|maanden|mnd|week|weken|dag|dagen|nacht|nachten|uur|uren|min|minuut|minuten|kwartier|euro|procent|km|meter|cm|kg|kilo|gram|dagdeel|dagdelen|avond|avonden|ochtend|ochtenden|middag|middagen|personen|mensen';
const ROL = ROLLEN.join('|');
const GENUMMERD = String.raw`(?<![\p{L}\p{N}])(?:${ROL})[ \u00a0-]?\d{1,2}(?![\p{L}\p{N}]|[.,:]\d|[ \u00a0]?(?:€|%|(?:${MATEN})(?![\p{L}\p{N}])))`;
const ALLE_GENUMMERD = new RegExp(GENUMMERD, 'giu');
const NUMMER = new RegExp(`^(${ROL})[ \u00a0-]?(\\d{1,2})$`, 'iu');

/** A reference to a member, as it is stored. */
export function verwijsNaarLid(lidId: string): string {
  return verwijzing(lidId, false);
}

/** A text in which nobody is referred to, whatever signs somebody put in it. */
export function zonderTekens(tekst: string): string {
  return tekst.replaceAll(BEGIN, '').replaceAll(EIND, '');
}

/** The members whom somebody may know of, in their order, each with the label by which they know them. */
export type Kent = readonly { readonly id: string; readonly rol: string }[];

/** A stored text as somebody reads it. @param kent the members whom they may know of */
export function leesRollen(tekst: string, kent: Kent): string {
  if (!tekst.includes(BEGIN)) return tekst;
  const rollen = new Map(kent.map(({ id, rol }) => [id, rol]));
  return delen(tekst)
    .map((deel) => {
      if (deel.soort === 'tekst') return deel.tekst;
      const rol = rollen.get(deel.id) ?? ONBEKEND_LID;
      return deel.isHoofd ? rol.charAt(0).toUpperCase() + rol.slice(1) : rol;
    })
    .join('');
}

/** What of a stored text everyone reads alike: no reference is resolved. */
export function zonderRollen(tekst: string): string {
  return leesRollen(metRollen(tekst, []), []);
}

/**
 * A stored text in which each numbered label is a reference: what was written before there were references was meant by
 * who knew them all. @param alle all members, in their order, each with their label among all
 */
export function metRollen(tekst: string, alle: Kent): string {
  if (!/\d/.test(tekst)) return tekst;
  return delen(tekst)
    .map((deel) =>
      deel.soort === 'lid'
        ? verwijzing(deel.id, deel.isHoofd)
        : deel.tekst.replace(ALLE_GENUMMERD, (label) => {
            const klein = label.toLowerCase();
            return verwijzing(wieIs(klein, NUMMER.exec(klein), alle), isHoofdletter(label));
          }),
    )
    .join('');
}

/**
 * What somebody typed, as it is stored: a numbered label (`kind 2`), or any label behind an `@`, becomes a reference to
 * whom they know by it, or to nobody. What stood there and they left, stays: also to whom they can't resolve.
 * @param was as it was stored; null for something new
 */
export function schrijfRollen(getypt: string, kent: Kent, was: string | null): string {
  if (was !== null && leesRollen(was, kent) === getypt) return was;
  const eerder = woordenIn(was ?? '', kent);
  const labels = [...kent].sort((a, b) => b.rol.length - a.rol.length).map(({ rol }) => ontsnap(rol));
  const gezocht = [
    ...(labels.length === 0 ? [] : [`@(?:${labels.join('|')})(?![\\p{L}\\p{N}])`]),
    GENUMMERD,
    ...[...eerder.keys()].map((woord) => `(?<![\\p{L}\\p{N}])${ontsnap(woord)}(?![\\p{L}\\p{N}])`),
  ];
  const keer = new Map<string, number>();
  return getypt.replace(new RegExp(gezocht.join('|'), 'giu'), (treffer) => {
    const isGekozen = treffer.startsWith('@');
    const label = isGekozen ? treffer.slice(1) : treffer;
    const klein = label.toLowerCase();
    const stond = eerder.get(klein);
    const hoeveelste = keer.get(klein) ?? 0;
    keer.set(klein, hoeveelste + 1);
    const zelfde = stond?.[hoeveelste];
    if (!isGekozen && zelfde != null) return verwijzing(zelfde.id, isHoofdletter(label));
    const nummer = NUMMER.exec(klein);
    // A plain word stays a word.
    if (!isGekozen && nummer === null) return treffer;
    return verwijzing(wieIs(klein, nummer, kent), isHoofdletter(label));
  });
}

/** Whom somebody means by a label; by its number among those that they know, where that has none for them. */
function wieIs(label: string, nummer: RegExpExecArray | null, kent: Kent): string {
  const precies = kent.find(({ rol }) => rol === label);
  if (precies !== undefined) return precies.id;
  const [, rol = '', hoeveelste = ''] = nummer ?? [];
  const zelfdeRol = kent.filter((lid) => lid.rol === rol || lid.rol.startsWith(`${rol} `));
  return zelfdeRol[Number(hoeveelste) - 1]?.id ?? '';
}

/**
 * The words by which a stored text shows its references to somebody, each with what it was the first time, the second,
 * and so on; null where it was only a word.
 */
function woordenIn(tekst: string, kent: Kent): Map<string, ({ readonly id: string } | null)[]> {
  const rollen = new Map(kent.map(({ id, rol }) => [id, rol]));
  const rij = delen(tekst);
  const woorden = new Map<string, ({ readonly id: string } | null)[]>();
  for (const deel of rij) if (deel.soort === 'lid') woorden.set(rollen.get(deel.id) ?? ONBEKEND_LID, []);
  for (const deel of rij) {
    if (deel.soort === 'lid') {
      woorden.get(rollen.get(deel.id) ?? ONBEKEND_LID)?.push({ id: deel.id });
      continue;
    }
    for (const [woord, keren] of woorden) {
      const los = new RegExp(`(?<![\\p{L}\\p{N}])${ontsnap(woord)}(?![\\p{L}\\p{N}])`, 'giu');
      for (const _ of deel.tekst.matchAll(los)) keren.push(null);
    }
  }
  return woorden;
}

type Deel =
  | { readonly soort: 'tekst'; readonly tekst: string }
  | { readonly soort: 'lid'; readonly id: string; readonly isHoofd: boolean };

function delen(tekst: string): Deel[] {
  const rij: Deel[] = [];
  let tot = 0;
  for (const treffer of tekst.matchAll(TEKEN)) {
    const [heel, hoofd, id = ''] = treffer;
    rij.push({ soort: 'tekst', tekst: tekst.slice(tot, treffer.index) });
    rij.push({ soort: 'lid', id, isHoofd: hoofd === 'K' });
    tot = treffer.index + heel.length;
  }
  rij.push({ soort: 'tekst', tekst: tekst.slice(tot) });
  return rij;
}

function verwijzing(id: string, isHoofd: boolean): string {
  return `${BEGIN}${isHoofd ? 'K' : 'k'}${id}${EIND}`;
}

function isHoofdletter(label: string): boolean {
  return /^\p{Lu}/u.test(label);
}

function ontsnap(woord: string): string {
  return woord.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
