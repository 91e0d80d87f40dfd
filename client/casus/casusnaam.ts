import type { Werkvoorraad } from '../../shared/contract/werkvoorraad.ts';

/** A casus in which I take part. */
export type Zetelregel = Werkvoorraad['zetels'][number];

/** What a casus is called for me: its question, or the doel on which I work, or its label. */
export function casusnaam({ titel, casusLabel }: Zetelregel): string {
  return titel?.tekst ?? `Casus ${casusLabel}`;
}
