import { type Doc, Map as YMap, type Text as YText } from 'yjs';

// A veld's text, written and read as docs/protocol.md says (TX1, TX2) and not by the product's own code: a second
// opinion on it.

/** What a block is, beside its text. */
export type Sleutels = Readonly<
  Partial<Record<'soort' | 'niveau' | 'diepte' | 'begin', string | number | null>>
>;

type Delta = readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[];

/** The anchor that stands at the end of every block once there is text. */
export const EIND = { eind: 1 };

function isEind(wat: unknown): boolean {
  return typeof wat === 'object' && wat !== null && 'eind' in wat;
}

function delta(veld: YText): Delta {
  return veld.toDelta();
}

/** Adds a block at the end: into an empty text itself, else behind a marker. */
export function typ(doc: Doc, veldId: string, tekst: string, sleutels: Sleutels = {}): void {
  doc.transact(() => {
    const veld = doc.getText(veldId);
    if (delta(veld).every(({ insert }) => isEind(insert))) {
      // Yjs' types say that an attribute is text; it keeps any value.
      for (const [naam, waarde] of Object.entries(sleutels)) veld.setAttribute(naam, waarde as string);
      veld.insert(0, tekst);
    } else {
      if (!isEind(delta(veld).at(-1)?.insert)) veld.insertEmbed(veld.length, EIND);
      veld.insertEmbed(veld.length, new YMap(Object.entries(sleutels)));
      veld.insert(veld.length, tekst);
    }
    if (!isEind(delta(veld).at(-1)?.insert)) veld.insertEmbed(veld.length, EIND);
  });
}

/** Puts a block of its own behind the one with this number, between its end and whatever comes next. */
export function voegRegelIn(veld: YText, achter: number, tekst: string): void {
  const { tot } = new Regel(veld, achter).bereik();
  const heeftEind = tot > 0 && isEind(delta(veld).at(plaatsIn(veld, tot - 1))?.insert);
  if (!heeftEind) veld.insertEmbed(tot, EIND);
  const begin = heeftEind ? tot : tot + 1;
  veld.insertEmbed(begin, new YMap());
  veld.insertEmbed(begin + 1, EIND);
  veld.insert(begin + 1, tekst);
}

/** The words of each block, without what isn't text. */
export function regelsIn(veld: YText): string[] {
  const regels = [''];
  for (const { insert } of delta(veld)) {
    if (insert instanceof YMap) regels.push('');
    else if (typeof insert === 'string') regels.push((regels.pop() ?? '') + insert);
  }
  return regels;
}

/** Which operation of the delta an index falls in. */
function plaatsIn(veld: YText, index: number): number {
  let over = index;
  return delta(veld).findIndex(({ insert }) => {
    over -= typeof insert === 'string' ? insert.length : 1;
    return over < 0;
  });
}

/** What a text reads, each block between tags of its sort; what is no plain paragraph with its other keys. */
export function leesVeld(veld: YText): string {
  const blokken: { sleutels: Record<string, unknown>; inhoud: string }[] = [
    { sleutels: veld.getAttributes(), inhoud: '' },
  ];
  for (const { insert, attributes } of delta(veld)) {
    const laatste = blokken.at(-1);
    if (insert instanceof YMap) blokken.push({ sleutels: insert.toJSON(), inhoud: '' });
    else if (laatste !== undefined && !isEind(insert)) laatste.inhoud += stuk(insert, attributes ?? {});
  }
  const [eerste] = blokken;
  if (blokken.length === 1 && eerste?.inhoud === '' && Object.keys(eerste.sleutels).length === 0) return '';
  return blokken
    .map(({ sleutels: { soort = 'alinea', ...rest }, inhoud }) => {
      const kop = Object.entries(rest).map(([naam, waarde]) => ` ${naam}=${waarde}`);
      return `<${soort}${kop.sort().join('')}>${inhoud}</${soort}>`;
    })
    .join('');
}

function stuk(insert: unknown, attributes: Record<string, unknown>): string {
  const kaal = typeof insert === 'string' ? insert : JSON.stringify(insert);
  return ['em', 'strong'].reduce(
    (tekst, merk) => (attributes[merk] === true ? `<${merk}>${tekst}</${merk}>` : tekst),
    kaal,
  );
}

/** One block of a text, to write in: places count from its first character. */
export class Regel {
  readonly #veld: YText;
  readonly #nummer: number;

  constructor(veld: YText, nummer: number) {
    this.#veld = veld;
    this.#nummer = nummer;
  }

  insert(plaats: number, tekst: string, formaten?: object): void {
    this.#veld.insert(this.bereik().van + plaats, tekst, formaten);
  }

  delete(plaats: number, lengte: number): void {
    this.#veld.delete(this.bereik().van + plaats, lengte);
  }

  format(plaats: number, lengte: number, formaten: object): void {
    this.#veld.format(this.bereik().van + plaats, lengte, formaten);
  }

  /** Takes all of it out: its text and its end, with the marker that made it a block of its own. */
  wis(): void {
    const { van, tot } = this.bereik();
    const begin = this.#nummer === 0 ? van : van - 1;
    // Of the first block the marker behind it goes: what stands there becomes the first.
    const eind = this.#nummer === 0 && tot < this.#veld.length ? tot + 1 : tot;
    this.#veld.delete(begin, eind - begin);
  }

  /** Indices in the text: of its first character, and behind its anchor. */
  bereik(): { van: number; tot: number } {
    let [index, nummer, van] = [0, 0, 0];
    for (const { insert } of delta(this.#veld)) {
      if (insert instanceof YMap) {
        if (nummer === this.#nummer) return { van, tot: index };
        nummer += 1;
        van = index + 1;
      }
      index += typeof insert === 'string' ? insert.length : 1;
    }
    if (nummer !== this.#nummer) throw new Error('no such block');
    return { van, tot: index };
  }
}
