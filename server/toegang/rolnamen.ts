import { rolLabels } from '../../shared/plan/rollen.ts';
import { type Kent, leesRollen, metRollen, schrijfRollen } from '../../shared/plan/rolverwijzing.ts';
import type { Casusbeeld } from '../casus/casus.ts';
import type { Kijk } from './kijk.ts';

/** What reads a stored text. */
export type Lezer = (tekst: string) => string;

/** How members are called in what people type (NK35), in one casus by one person. */
export interface Rollen {
  /** A stored text as this person reads it. */
  readonly lees: Lezer;
  /** What this person typed, as it is stored. @param was what stood there, as it is stored; null for something new */
  schrijf(getypt: string, was: string | null): string;
}

/** @param kent the members by the labels that are to be read; without it as who looks knows them */
export function rollenVoor(kijk: Kijk, kent: Kent = kijk.leden()): Rollen {
  const oud = metOudeRollen(kijk.beeld);
  return {
    lees: (tekst) => leesRollen(oud(tekst), kent),
    schrijf: (getypt, was) => schrijfRollen(getypt, kent, was === null ? null : oud(was)),
  };
}

/** What may not be readable, as this person reads it (ST1). */
export function leesbaar(kijk: Kijk, tekst: string | null): string | null {
  return tekst === null ? null : rollenVoor(kijk).lees(tekst);
}

/** A text with references where somebody who knows all members wrote labels. */
export function metOudeRollen({ leden }: Casusbeeld): Lezer {
  let alle: Kent | null = null;
  return (tekst) => {
    alle ??= [...rolLabels(leden)].map(([id, rol]) => ({ id, rol }));
    return metRollen(tekst, alle);
  };
}
