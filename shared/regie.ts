/** How an offer of the regie ended (NK30); while it is open it has none. */
export const OVERDRACHTUITKOMSTEN = [
  /** By who was proposed. */
  'aanvaard',
  /** By the procesregisseur, in their stead. */
  'benoemd',
  /** By the procesregisseur: the regie stays where it is. */
  'afgewezen',
  /** By who proposed. */
  'ingetrokken',
  /** By the clock, or because a seat that it rests on changed. */
  'vervallen',
] as const;
export type Overdrachtuitkomst = (typeof OVERDRACHTUITKOMSTEN)[number];

/** A domain in which most of the problem can lie: it suggests from where the casus is directed (product.md). */
export interface Zwaartepunt {
  readonly code: string;
  readonly naam: string;
  /** From where somebody directs whose domain it is, the most obvious first. */
  readonly zetels: readonly string[];
}

/** The domains, in the order of the matrix. */
export const ZWAARTEPUNTEN = [
  { code: 'werk_inkomen', naam: 'Werk en inkomen', zetels: ['participatie', 'inkomen', 'werk'] },
  { code: 'ondersteuning', naam: 'Ondersteuning thuis (Wmo)', zetels: ['wmo', 'welzijn'] },
  { code: 'jeugd', naam: 'Jeugd', zetels: ['jeugd', 'jeugdhulp', 'jeugdbescherming'] },
  { code: 'schulden', naam: 'Schulden', zetels: ['schuldhulp'] },
  { code: 'gezondheid', naam: 'Gezondheid', zetels: ['gezondheidszorg'] },
  { code: 'veiligheid', naam: 'Veiligheid', zetels: ['veiligheid', 'jeugdbescherming'] },
  { code: 'wonen', naam: 'Wonen', zetels: ['wonen'] },
  { code: 'onderwijs', naam: 'Onderwijs', zetels: ['onderwijs', 'leerplicht'] },
] as const satisfies readonly Zwaartepunt[];

export type Zwaartepuntcode = (typeof ZWAARTEPUNTEN)[number]['code'];

export const ZWAARTEPUNTCODES = ZWAARTEPUNTEN.map(({ code }) => code) as [
  Zwaartepuntcode,
  ...Zwaartepuntcode[],
]; // there is more than one

/** How many domains somebody puts in order at most. */
export const MEESTE_WEGINGEN = 3;

/**
 * Which domains weigh most by all who weighed them, the heaviest first: the first that somebody names counts for three,
 * the second for two, the third for one. Of those that weigh the same the first of the matrix comes first.
 */
export function weegSamen(wegingen: readonly (readonly Zwaartepuntcode[])[]): Zwaartepuntcode[] {
  const gewicht = new Map<Zwaartepuntcode, number>();
  for (const volgorde of wegingen)
    for (const [i, code] of volgorde.entries())
      gewicht.set(code, (gewicht.get(code) ?? 0) + MEESTE_WEGINGEN - i);
  return ZWAARTEPUNTCODES.filter((code) => gewicht.has(code)).sort(
    (a, b) => (gewicht.get(b) ?? 0) - (gewicht.get(a) ?? 0),
  );
}

/** What a domain is called. */
export function zwaartepuntnaam(code: Zwaartepuntcode): string {
  return ZWAARTEPUNTEN.find((een) => een.code === code)?.naam ?? code;
}
