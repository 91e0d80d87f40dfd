/** What a block is: a paragraph, a heading, an item of a list with bullets or with numbers (TX2). */
export const BLOKSOORTEN = ['alinea', 'kop', 'punt', 'nummer'] as const;
export type Bloksoort = (typeof BLOKSOORTEN)[number];

/** How a block looks: the keys of its marker, or of the `Y.Text` itself for the first block (TX2). */
export interface Bloksleutels {
  readonly soort: Bloksoort;
  /** Of a heading: 1 is the biggest. */
  readonly niveau: number;
  /** How deep it stands in lists: of an item 0 in the outermost list, of a paragraph in the outermost item 1. */
  readonly diepte: number;
  /** Where a numbered list starts; null: it goes on from the item before, or starts at 1. */
  readonly begin: number | null;
}

/** Bounds of the keys that are numbers, both ends included (TX2). */
export const SLEUTELGRENZEN = {
  niveau: { van: 1, tot: 3 },
  diepte: { van: 0, tot: 8 },
  begin: { van: 0, tot: 999_999 },
} as const;

/** A block without keys. */
export const KALE_ALINEA: Bloksleutels = { soort: 'alinea', niveau: 1, diepte: 0, begin: null };

/** All keys of a block, in the order in which they are written. */
export const SLEUTELNAMEN = ['soort', 'niveau', 'diepte', 'begin'] as const;
export type Sleutelnaam = (typeof SLEUTELNAMEN)[number];

/** The marks of characters (TX1): formats of the `Y.Text`, `true` or null. */
export const MERKNAMEN = ['strong', 'em'] as const;
export type Merknaam = (typeof MERKNAMEN)[number];

export function isSleutelnaam(naam: string): naam is Sleutelnaam {
  return SLEUTELNAMEN.some((een) => een === naam);
}

export function isMerknaam(naam: string): naam is Merknaam {
  return MERKNAMEN.some((een) => een === naam);
}

/** Whether a key may have this value: exactly what an editor writes (SY4). */
export function isSleutelwaarde(naam: Sleutelnaam, waarde: unknown): boolean {
  if (naam === 'soort') return BLOKSOORTEN.some((soort) => soort === waarde);
  // Undoing the first setting of `begin` deletes the key; taking it away while editing sets it to null.
  if (naam === 'begin' && waarde === null) return true;
  const { van, tot } = SLEUTELGRENZEN[naam];
  return typeof waarde === 'number' && Number.isInteger(waarde) && waarde >= van && waarde <= tot;
}

/**
 * The keys of a block as every reader takes them, whatever stands there (TX3): a sort that nobody knows is a
 * paragraph, a number out of bounds the nearest that is in.
 */
export function leesSleutels(waarde: (naam: Sleutelnaam) => unknown): Bloksleutels {
  const soort = BLOKSOORTEN.find((een) => een === waarde('soort')) ?? KALE_ALINEA.soort;
  return {
    soort,
    niveau: getal('niveau', waarde('niveau')) ?? KALE_ALINEA.niveau,
    diepte: getal('diepte', waarde('diepte')) ?? KALE_ALINEA.diepte,
    begin: getal('begin', waarde('begin')),
  };
}

function getal(naam: keyof typeof SLEUTELGRENZEN, waarde: unknown): number | null {
  if (typeof waarde !== 'number' || Number.isNaN(waarde)) return null;
  const { van, tot } = SLEUTELGRENZEN[naam];
  return Math.min(Math.max(Math.round(waarde), van), tot);
}

/** Of whom people can write by reference (NK13). */
export const VERMELDINGSOORTEN = ['lid', 'deelnemer'] as const;
export type Vermeldingsoort = (typeof VERMELDINGSOORTEN)[number];

/** Who is mentioned; null for a mention that no reader can make anything of. */
export type Vermelding = { readonly soort: Vermeldingsoort; readonly id: string } | null;

/** A piece of a block: characters, a line break in it, somebody who is mentioned. */
export type Stuk = Opmaak &
  (
    | { readonly soort: 'tekst'; readonly tekst: string }
    | { readonly soort: 'breuk' }
    | { readonly soort: 'vermelding'; readonly wie: Vermelding }
  );

export interface Opmaak {
  readonly strong: boolean;
  readonly em: boolean;
}

/** One line of a text with what stands in it. */
export interface Blok extends Bloksleutels {
  readonly inhoud: readonly Stuk[];
}

/** Whether blocks hold nothing at all: one empty paragraph. */
export function isNiets(blokken: readonly Blok[]): boolean {
  const [eerste] = blokken;
  return (
    blokken.length <= 1 &&
    (eerste === undefined || (eerste.inhoud.length === 0 && eerste.soort === KALE_ALINEA.soort))
  );
}

/** Whether a block is an item of a list. */
export function isLijstpunt({ soort }: Pick<Bloksleutels, 'soort'>): boolean {
  return soort === 'punt' || soort === 'nummer';
}
