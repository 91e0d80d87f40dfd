/** The leefgebieden of the plan, in the order in which they are shown, with where their background stands. */
export const LEEFGEBIEDEN = [
  { code: 'werk_dagbesteding', naam: 'Werk en dagbesteding', achtergrond: ['werk'] },
  { code: 'inkomen_financien', naam: 'Inkomen en financiën', achtergrond: ['financien', 'inkomen'] },
  { code: 'wonen', naam: 'Wonen', achtergrond: ['wonen'] },
  { code: 'gezondheid', naam: 'Gezondheid', achtergrond: ['gezondheid'] },
  { code: 'onderwijs', naam: 'Onderwijs', achtergrond: ['onderwijs'] },
  { code: 'opvoeden_jeugd', naam: 'Opvoeden en jeugd', achtergrond: ['jeugd'] },
  { code: 'sociaal_netwerk', naam: 'Sociaal netwerk', achtergrond: ['wmo'] },
  { code: 'veiligheid', naam: 'Veiligheid', achtergrond: ['veiligheid'] },
  { code: 'zelfzorg_huishouden', naam: 'Zelfzorg en huishouden', achtergrond: ['wmo'] },
] as const satisfies readonly { code: string; naam: string; achtergrond: readonly string[] }[];

/** A field of life (leefgebied) by its code. */
export type Leefgebied = (typeof LEEFGEBIEDEN)[number]['code'];

/** Codes of the leefgebieden, in order. */
export const LEEFGEBIED_CODES = LEEFGEBIEDEN.map((gebied) => gebied.code) as [Leefgebied, ...Leefgebied[]];
