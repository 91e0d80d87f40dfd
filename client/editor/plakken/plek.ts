import { type Bloksleutels, leesSleutels, type Opmaak } from '../../../shared/tekst/blok.ts';
import type { Reden, Teken, Zicht } from './weglaten.ts';

/** Where the walk is, as far as that matters to what stands there. */
export interface Plek extends Opmaak, Zicht {
  /** White space counts. */
  readonly vast: boolean;
  readonly weg: Reden | Teken | null;
  /** The level of the heading that this is. */
  readonly kop: number | null;
  readonly punt: Punt | null;
  readonly lijst: Lijst | null;
  /** The keys of the block, where they stand with it: this editor copied it. */
  readonly eigen: Bloksleutels | null;
  /** In a table, where an empty line is an empty cell. */
  readonly cel: boolean;
}

export const BUITEN: Plek = {
  strong: false,
  em: false,
  vast: false,
  weg: null,
  onzichtbaar: false,
  zonderMaat: false,
  kop: null,
  punt: null,
  lijst: null,
  eigen: null,
  cel: false,
};

/** An item: its first block is the item itself, those behind it stand in it. */
export interface Punt {
  readonly soort: 'punt' | 'nummer';
  readonly diepte: number;
  readonly nummer: number | null;
  begonnen: boolean;
}

export interface Lijst {
  readonly soort: 'punt' | 'nummer';
  readonly diepte: number;
  /** What its first item is numbered. */
  readonly eerste: { nummer: number | null };
}

/** Text as it is by itself. */
export const NIET_OPGEMAAKT: Opmaak = { strong: false, em: false };

/** Whether what stands there may come in. */
export function mag(plek: Plek): boolean {
  return plek.weg === null && !plek.onzichtbaar && !plek.zonderMaat;
}

/** The keys of a block that begins there; not deeper than a text goes. */
export function sleutelsOp({ kop, punt }: Plek, isPunt: boolean): Bloksleutels {
  if (isPunt && punt !== null) return ingeperkt({ soort: punt.soort, diepte: punt.diepte });
  const diepte = punt === null ? 0 : punt.diepte + 1;
  return ingeperkt(kop === null ? { diepte } : { soort: 'kop', niveau: kop, diepte });
}

function ingeperkt(sleutels: Partial<Bloksleutels>): Bloksleutels {
  return leesSleutels((naam) => sleutels[naam]);
}
