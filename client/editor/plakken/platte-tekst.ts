import {
  type Blok,
  type Bloksleutels,
  KALE_ALINEA,
  SLEUTELGRENZEN,
  type Stuk,
} from '../../../shared/tekst/blok.ts';
import { metNummers } from '../../../shared/tekst/nummering.ts';

const PUNT = /^(\s*)[-*•◦▪·–]\s+(?=\S)/u;
const NUMMER = /^(\s*)(\d{1,3})[.)]\s+(?=\S)/u;
/** Word writes a line break within a paragraph as one of these. */
const BREUK = /[\v\u2028]/;

/**
 * Plain text as blocks: each line one, lines without text none. Lines that begin with the sign of an item are items, as
 * deep as they stand in from each other.
 * @param metLijsten false where the text is to stay as it is: within a line, or because whoever pastes asks for it
 */
export function leesPlatteTekst(tekst: string, metLijsten: boolean): Blok[] {
  const regels = tekst.split(/\r\n?|\n/).filter((regel) => regel.trim() !== '');
  // A line on its own is no list.
  if (!metLijsten || regels.length < 2) return regels.map((regel) => blok(KALE_ALINEA, regel));
  const inspringingen: number[] = [];
  const gelezen = regels.map((regel): { blok: Blok; nummer: number | null } => {
    const [teken, wit, cijfers] = PUNT.exec(regel) ?? NUMMER.exec(regel) ?? [];
    const binnen = breedte(/^\s*/.exec(regel)?.[0] ?? '');
    while (
      inspringingen.length > 0 &&
      (inspringingen.at(-1) ?? 0) >= binnen + (teken === undefined ? 0 : 1)
    ) {
      inspringingen.pop();
    }
    if (teken === undefined || wit === undefined) {
      const diepte = Math.min(inspringingen.length, SLEUTELGRENZEN.diepte.tot);
      return {
        blok: blok({ ...KALE_ALINEA, diepte }, diepte === 0 ? regel : regel.trimStart()),
        nummer: null,
      };
    }
    if (inspringingen.at(-1) !== binnen) inspringingen.push(binnen);
    const diepte = Math.min(inspringingen.length - 1, SLEUTELGRENZEN.diepte.tot);
    const nummer = cijfers === undefined ? null : Number(cijfers);
    const soort = nummer === null ? 'punt' : 'nummer';
    return { blok: blok({ ...KALE_ALINEA, soort, diepte }, regel.slice(teken.length)), nummer };
  });
  return metNummers(
    [],
    gelezen.map(({ blok: een }) => een),
    gelezen.map(({ nummer }) => nummer),
  );
}

function blok(sleutels: Bloksleutels, regel: string): Blok {
  const opmaak = { strong: false, em: false };
  const inhoud = regel
    .split(BREUK)
    .flatMap((tekst, n): Stuk[] => [
      ...(n > 0 ? [{ soort: 'breuk' as const, ...opmaak }] : []),
      ...(tekst === '' ? [] : [{ soort: 'tekst' as const, tekst, ...opmaak }]),
    ]);
  return { ...sleutels, inhoud };
}

function breedte(wit: string): number {
  return wit.replaceAll('\t', '    ').length;
}
