import type { Doc } from 'yjs';
import type { Deel, Wijziging } from './onbevestigd.ts';
import { type Tekstblok, tekstblokken } from './yjs.ts';

/** Text of this person that didn't get saved, to copy from (NK17, SY13). */
export interface Overgebleven {
  readonly id: string;
  readonly compartimentId: string;
  readonly veldId: string;
  /** Plain text, a line for each block (TX2). */
  readonly tekst: string;
  /** Why it wasn't saved, for people. */
  readonly reden: string;
  /** When it was put aside, ms since 1970. */
  readonly op: number;
  /** Whether it holds nothing but what this person typed themselves. */
  readonly alleenEigen: boolean;
  /** Of it, what they typed themselves. */
  readonly eigen: string;
}

/** Up to which clock of which client the changes go: who has all of these, has all of the changes. */
export function klokkenVan(wijzigingen: readonly Wijziging[]): { client: number; klok: number }[] {
  const verst = new Map<number, number>();
  for (const { client, delen } of wijzigingen) {
    for (const { tot } of delen) verst.set(client, Math.max(tot, verst.get(client) ?? 0));
  }
  return [...verst].map(([client, klok]) => ({ client, klok }));
}

/**
 * How much may be kept: `blokken` gives the whole blocks in which something is unsaved; `eigen` only the
 * characters that this person typed, because the rest is no longer theirs to read (NK7).
 */
export type Omvang = 'blokken' | 'eigen';

/**
 * What of each veld wasn't saved; a veld in which text was only deleted isn't among it.
 * @param isGetypt whether this person typed a character, saved or not: of a word that is saved in part the rest alone says
 * nothing
 */
export function onbewaardeTekst(
  doc: Doc,
  wijzigingen: readonly Wijziging[],
  omvang: Omvang,
  isGetypt: (client: number, klok: number) => boolean,
): { veldId: string; tekst: string }[] {
  const perClient = new Map<number, Deel[]>();
  for (const { client, delen } of wijzigingen) {
    perClient.set(client, [...(perClient.get(client) ?? []), ...delen]);
  }
  const velden = wijzigingen.some((wijziging) => wijziging.velden.size === 0)
    ? new Set(doc.share.keys())
    : new Set(wijzigingen.flatMap((wijziging) => [...wijziging.velden]));
  const over = (blok: Tekstblok): string =>
    omvang === 'blokken' ? heelBlok(blok, perClient) : eigenTekens(blok, perClient, isGetypt);
  return [...velden].flatMap((veldId) => {
    const regels = tekstblokken(doc.getText(veldId)).map(over);
    const tekst = regels.filter((regel) => regel.trim() !== '').join('\n');
    return tekst === '' ? [] : [{ veldId, tekst }];
  });
}

function heelBlok({ stukken }: Tekstblok, perClient: ReadonlyMap<number, readonly Deel[]>): string {
  const geraakt = stukken.some(({ client, klok, tekst }) =>
    (perClient.get(client) ?? []).some((deel) => deel.van < klok + tekst.length && klok < deel.tot),
  );
  return geraakt ? stukken.map(({ tekst }) => tekst).join('') : '';
}

/** Of a block what this person typed and isn't saved, each piece with what they typed of the same word before. */
function eigenTekens(
  { stukken }: Tekstblok,
  perClient: ReadonlyMap<number, readonly Deel[]>,
  isGetypt: (client: number, klok: number) => boolean,
): string {
  const tekst = stukken.map((stuk) => stuk.tekst).join('');
  let begin = 0;
  const [vanaf, nog]: [number[], [number, number][]] = [[], []];
  for (const { client, klok, tekst: deel } of stukken) {
    vanaf.push(begin);
    for (const { van, tot, getypt } of perClient.get(client) ?? []) {
      const [eerste, eind] = [Math.max(0, van - klok), Math.min(deel.length, tot - klok)];
      if (getypt && eerste < eind) nog.push([begin + eerste, begin + eind]);
    }
    begin += deel.length;
  }
  const hoortErbij = (plaats: number): boolean => {
    const n = vanaf.findLastIndex((eerste) => eerste <= plaats);
    const stuk = stukken[n];
    return (
      stuk !== undefined &&
      /\S/.test(tekst.charAt(plaats)) &&
      isGetypt(stuk.client, stuk.klok + plaats - (vanaf[n] ?? 0))
    );
  };
  let tot = 0;
  return nog
    .sort(([een], [ander]) => een - ander)
    .map(([eerste, eind]) => {
      let [links, rechts] = [eerste, eind];
      while (links > tot && hoortErbij(links - 1)) links -= 1;
      while (rechts < tekst.length && hoortErbij(rechts)) rechts += 1;
      links = Math.max(links, tot);
      tot = Math.max(tot, rechts);
      return tekst.slice(links, Math.max(links, rechts));
    })
    .join('');
}
