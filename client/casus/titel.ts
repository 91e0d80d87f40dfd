import { opsomming } from '../ui/opsomming.ts';
import type { KaartVan, Kijk } from './kijk.ts';

/** What the board is about, for this person. */
export interface Titel {
  /** `vraag`: the question to the table; `doel`: the goal on which I work; `casus`: I read neither. */
  readonly soort: 'vraag' | 'doel' | 'casus';
  readonly tekst: string;
  readonly kaart: KaartVan<'vraag'> | KaartVan<'doel'> | null;
}

/** The question to the table; else the doel that names me (NK22); else the casus by its label and members. */
export function titelVan(kijk: Kijk): Titel {
  const vraag = nieuwste(kijk.kaarten('vraag'));
  if (vraag !== undefined) return { soort: 'vraag', tekst: vraag.titel, kaart: vraag };
  const doel = kijk.leest('plan')
    ? undefined
    : nieuwste(kijk.kaarten('doel').filter(({ compartimentId }) => compartimentId === null));
  if (doel !== undefined) return { soort: 'doel', tekst: doel.titel, kaart: doel };
  const leden = opsomming(kijk.bord.leden.map(({ rol }) => rol));
  return {
    soort: 'casus',
    tekst: `Casus ${kijk.bord.label}${leden === '' ? '' : `, ${leden}`}`,
    kaart: null,
  };
}

/** The newest answer, if any: one counts. */
export function nieuwste<T extends { readonly gewijzigdOp: string }>(kaarten: readonly T[]): T | undefined {
  return kaarten.toSorted((a, b) => b.gewijzigdOp.localeCompare(a.gewijzigdOp))[0];
}
