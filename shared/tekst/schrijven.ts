import { Map as YMap, type Text as YText } from 'yjs';
import { type Blok, KALE_ALINEA, SLEUTELNAMEN, type Sleutelnaam, type Stuk } from './blok.ts';
import { ANKER, isAnker, vermeldingEmbed } from './embed.ts';
import { type Invoeging, type Sleutelhouder, sleutelsVan } from './lezen.ts';

/**
 * Puts blocks at the end of a text, as the editor would have (TX2): into the text itself while nothing stands there,
 * else behind the anchor of its last block. To be called in a transaction. Costs a walk through the text, and another
 * for each change of writer.
 * @param schrijver gives the client id to write each piece of a block under, and its marker and end; the document's by itself
 */
export function voegAchteraan(
  tekst: YText,
  blokken: readonly Blok[],
  schrijver: (blok: number, stuk: number | 'grens') => number | null = () => null,
): void {
  const delta: readonly { insert?: unknown }[] = tekst.toDelta();
  const isLeeg = delta.every(({ insert }) => isAnker(insert));
  const rij = new Rij(tekst);
  let heeftAnker = isAnker(delta.at(-1)?.insert);
  blokken.forEach((blok, nummer) => {
    const vanBlok = schrijver(nummer, 'grens');
    if (nummer === 0 && isLeeg) rij.doe(vanBlok, () => zetSleutels(tekst, blok));
    else rij.zet(vanBlok, ...(heeftAnker ? [] : [EINDE]), grensVan(blok));
    blok.inhoud.forEach((stuk, n) => {
      rij.zet(schrijver(nummer, n), stukAlsInvoeging(stuk));
    });
    // An empty text has no anchor: two people who begin in it begin in the same line.
    heeftAnker = !rij.isLeeg;
    // Who wrote the block wrote its end as well.
    if (heeftAnker) rij.zet(vanBlok, EINDE);
  });
  rij.schrijf();
}

/** Makes the keys of a block say what they should; writes only what differs. To be called in a transaction. */
export function zetSleutels(houder: Sleutelhouder, moet: Pick<Blok, Sleutelnaam>): void {
  const nu = sleutelsVan(houder);
  for (const naam of SLEUTELNAMEN) {
    if (nu[naam] === moet[naam]) continue;
    if (houder instanceof YMap) houder.set(naam, moet[naam]);
    // Yjs' types say text, and it keeps any value.
    else houder.setAttribute(naam, moet[naam] as unknown as string);
  }
}

const EINDE: Invoeging = { insert: ANKER };

function grensVan(blok: Blok): Invoeging {
  const sleutels = SLEUTELNAMEN.filter((naam) => blok[naam] !== KALE_ALINEA[naam]);
  return { insert: new YMap(sleutels.map((naam) => [naam, blok[naam]])) };
}

function stukAlsInvoeging(stuk: Stuk): Invoeging {
  const attributes = { ...(stuk.strong ? { strong: true } : {}), ...(stuk.em ? { em: true } : {}) };
  if (stuk.soort === 'tekst') return { insert: stuk.tekst, attributes };
  if (stuk.soort === 'breuk') return { insert: '\n', attributes };
  // A mention of nobody can't be written again: it reads the same in words.
  return { insert: stuk.wie === null ? 'iemand' : vermeldingEmbed(stuk.wie), attributes };
}

/** What is to come behind all that stands in a text; written in one go as long as it is by the same. */
class Rij {
  readonly #tekst: YText;
  #wie: number | null = null;
  #stappen: Invoeging[] = [];

  constructor(tekst: YText) {
    this.#tekst = tekst;
  }

  get isLeeg(): boolean {
    return this.#tekst.length === 0 && this.#stappen.length === 0;
  }

  zet(wie: number | null, ...stappen: readonly Invoeging[]): void {
    if (wie !== this.#wie) this.schrijf();
    this.#wie = wie;
    this.#stappen.push(...stappen);
  }

  doe(wie: number | null, doe: () => void): void {
    this.schrijf();
    this.#wie = wie;
    this.#neemId();
    doe();
  }

  schrijf(): void {
    if (this.#stappen.length === 0) return;
    this.#neemId();
    const { length } = this.#tekst;
    // Each with its own formats and no others; Yjs writes into those that it is given.
    const delta = this.#stappen.map(({ insert, attributes }) => ({ insert, attributes: { ...attributes } }));
    this.#tekst.applyDelta(length === 0 ? delta : [{ retain: length }, ...delta]);
    this.#stappen = [];
  }

  #neemId(): void {
    const { doc } = this.#tekst;
    if (this.#wie !== null && doc !== null) doc.clientID = this.#wie;
  }
}
