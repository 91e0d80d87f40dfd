/** What the editor writes, as y-prosemirror 1.3 puts it into Yjs: nodes are elements, a run of text an XmlText. */

/** A node by what may stand directly in it; `tekst` is a run of text. Both lists and their items take each other. */
const BLOKKEN = ['paragraph', 'heading', 'bullet_list', 'ordered_list'] as const;
const REGEL = ['hard_break', 'vermelding', 'tekst'] as const;
const INHOUD: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ['paragraph', new Set(REGEL)],
  ['heading', new Set(REGEL)],
  ['bullet_list', new Set(['list_item'])],
  ['ordered_list', new Set(['list_item'])],
  ['list_item', new Set(BLOKKEN)],
  ['hard_break', new Set()],
  ['vermelding', new Set()],
]);
const IN_EEN_VELD: ReadonlySet<string> = new Set(BLOKKEN);

const MARKERINGEN: ReadonlySet<string> = new Set(['strong', 'em']);
/** JSON of a mark: its attributes (none here), `true` as other Yjs editors write it, null where it ends. */
const MARKERINGSWAARDEN: ReadonlySet<string> = new Set(['{}', 'true', 'null']);

const GETALLEN: ReadonlySet<string> = new Set(['level', 'order']);
const TEKSTEN: ReadonlySet<string> = new Set(['soort', 'id']);
/** Far beyond any list that a person numbers, and far within what every reader can count with. */
const GROOTSTE_GETAL = 1_000_000;

/** SY4: a node of the editor. Anything else would be in everyone's document and on nobody's screen. */
export function isKnoop(naam: string): boolean {
  return INHOUD.has(naam);
}

/** Whether this node (or `tekst`) may stand in that one; `null` is the veld itself. */
export function magIn(naam: string, knoop: string | null): boolean {
  // An editor that finds a node where the schema has none deletes what is around it, under its own person's name.
  return (knoop === null ? IN_EEN_VELD : INHOUD.get(knoop))?.has(naam) === true;
}

/** SY4: strong or em, without anything in it: a mark's value is an object that would carry any JSON along. */
export function isMarkering(naam: string, waardeJson: string): boolean {
  return MARKERINGEN.has(naam) && MARKERINGSWAARDEN.has(waardeJson);
}

export function isAttribuut(naam: string): boolean {
  return GETALLEN.has(naam) || TEKSTEN.has(naam);
}

/** SY4: whole numbers for level and order, short text for soort and id; the length was bounded on reading. */
export function isWaarde(attribuut: string, waarde: unknown): boolean {
  if (TEKSTEN.has(attribuut)) return typeof waarde === 'string';
  return typeof waarde === 'number' && Number.isInteger(waarde) && Math.abs(waarde) <= GROOTSTE_GETAL;
}
