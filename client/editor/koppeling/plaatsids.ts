import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import type { Text as YText } from 'yjs';
import { legUit } from '../../../shared/tekst/verbeteren/rij.ts';
import { plaatsVan } from './plaatsen.ts';

/** Of each place (see `Ankers`) under which client id and clock it was put there: two rows, for a text can be long. */
export interface Plaatsids {
  readonly client: readonly number[];
  readonly klok: readonly number[];
}

/** The client id of a place of which the character is gone. */
const WEG = -1;

/** Of each place of a text. */
export function idsVan(tekst: YText): Plaatsids {
  const { client, klok } = legUit(tekst);
  return { client, klok };
}

/** Of each place before these steps. @param na of each place after them */
export function idsVoor({ before, doc, mapping }: Transform, na: Plaatsids): Plaatsids {
  const [client, klok]: [number[], number[]] = [[], []];
  for (const pos of positiesIn(before)) {
    const { pos: nu, deletedAfter } = mapping.mapResult(pos, 1);
    const plaats = plaatsVan(doc, nu);
    client.push(deletedAfter ? WEG : (na.client[plaats] ?? WEG));
    klok.push(na.klok[plaats] ?? 0);
  }
  return { client, klok };
}

export function aantalVan({ client }: Plaatsids): number {
  return client.length;
}

export function isZelfde(een: Plaatsids, op: number, ander: Plaatsids, daar: number): boolean {
  const client = een.client[op];
  return client !== WEG && client === ander.client[daar] && een.klok[op] === ander.klok[daar];
}

/** Places by what stands there: of each client id the clocks. */
export class Plekken {
  readonly #perClient = new Map<number, Map<number, number>>();

  /** Those from one place to another. */
  constructor({ client, klok }: Plaatsids, van: number, tot: number) {
    for (let plaats = van; plaats < tot; plaats += 1) {
      const wie = client[plaats] ?? WEG;
      if (wie === WEG) continue;
      const klokken = this.#perClient.get(wie) ?? new Map<number, number>();
      this.#perClient.set(wie, klokken.set(klok[plaats] ?? 0, plaats));
    }
  }

  /** At which of these places stands what stands at a place of other ones. */
  van({ client, klok }: Plaatsids, plaats: number): number | undefined {
    return this.#perClient.get(client[plaats] ?? WEG)?.get(klok[plaats] ?? 0);
  }
}

/** With other places from one place to another. @param erbij which of `nieuw` those are; null: as many that are gone */
export function metAndere(
  ids: Plaatsids,
  { van, tot }: { readonly van: number; readonly tot: number },
  nieuw: Plaatsids,
  erbij: readonly (number | null)[],
): Plaatsids {
  const zet = (rij: readonly number[], uit: readonly number[], weg: number): number[] => [
    ...rij.slice(0, van),
    ...erbij.map((plaats) => (plaats === null ? weg : (uit[plaats] ?? weg))),
    ...rij.slice(tot),
  ];
  return { client: zet(ids.client, nieuw.client, WEG), klok: zet(ids.klok, nieuw.klok, 0) };
}

/** The position right before each place: of a marker that is the end of the block before it. */
function positiesIn(doc: Node): number[] {
  const posities: number[] = [];
  doc.forEach(({ content }, begin, n) => {
    const eind = begin + 1 + content.size;
    for (let pos = begin + 1; pos < eind; pos += 1) posities.push(pos);
    if (n < doc.childCount - 1) posities.push(eind);
  });
  return posities;
}
