import {
  ContentEmbed,
  ContentFormat,
  ContentString,
  ContentType,
  Map as YMap,
  type Text as YText,
} from 'yjs';
import { type Bloksleutels, KALE_ALINEA, type Vermelding } from '../blok.ts';
import { isAnker, leesEmbed } from '../embed.ts';
import { sleutelsVan } from '../lezen.ts';

/** What stands at a place of a text beside characters: the border before a block with its keys, or who is mentioned. */
export type Bijzonder =
  | { readonly soort: 'grens'; readonly sleutels: Bloksleutels }
  | { readonly soort: 'vermelding'; readonly wie: Vermelding };

/** The marks of a character, added: 1 strong, 2 em. */
export type Merken = number;

/**
 * A text laid out place by place, anchors left out: of each place its character, under which id it was put there and with
 * what marks. A border or a mention is one place, whose character is a sign.
 */
export interface Rij {
  readonly tekens: string;
  readonly client: readonly number[];
  readonly klok: readonly number[];
  readonly merken: readonly Merken[];
  readonly bijzonder: ReadonlyMap<number, Bijzonder>;
  /** The keys of the first block, which has no border. */
  readonly eerste: Bloksleutels;
}

/** A text as it stands in its document, with what is gone from it: where that stood is known, what it said is not. */
export interface Staand extends Rij {
  /** Yjs' own index of each place. */
  readonly index: readonly number[];
  readonly houders: ReadonlyMap<number, YMap<unknown>>;
  /** Whether an anchor stands at this index. */
  isAnkerOp(index: number): boolean;
  /** Where something stands; when it is gone, before which place it stood. Undefined: it never stood here. */
  plaatsVan(client: number, klok: number): { readonly plaats: number; readonly weg: boolean } | undefined;
}

export const GRENSTEKEN = '\u2029';
export const VERMELDINGTEKEN = '\ufffc';

export const GEEN_RIJ: Rij = {
  tekens: '',
  client: [],
  klok: [],
  merken: [],
  bijzonder: new Map(),
  eerste: KALE_ALINEA,
};

interface Stuk {
  readonly klok: number;
  readonly lengte: number;
  readonly plaats: number;
  readonly weg: boolean;
}

/** Lays out a text. Looks inside Yjs, as `geschrevenIn` does: hold it against each newer Yjs. */
export function legUit(tekst: YText): Staand {
  const tekens: string[] = [];
  const [client, klok, merken, index]: [number[], number[], Merken[], number[]] = [[], [], [], []];
  const bijzonder = new Map<number, Bijzonder>();
  const houders = new Map<number, YMap<unknown>>();
  const ankers = new Set<number>();
  const stukken = new Map<number, Stuk[]>();
  let [plaats, hier, merk] = [0, 0, 0];
  for (let item = tekst._start; item !== null; item = item.right) {
    const { content, id, length, deleted } = item;
    if (!deleted && content instanceof ContentFormat) {
      const bit = content.key === 'strong' ? 1 : content.key === 'em' ? 2 : 0;
      merk = content.value === null ? merk & ~bit : merk | bit;
      continue;
    }
    const isAnkerHier = !deleted && content instanceof ContentEmbed && isAnker(content.embed);
    if (isAnkerHier) ankers.add(hier);
    const telt = !deleted && !isAnkerHier && item.countable;
    if (telt || deleted) {
      const lijst = stukken.get(id.client) ?? [];
      stukken.set(id.client, lijst);
      lijst.push({ klok: id.clock, lengte: length, plaats, weg: deleted });
    }
    if (telt) {
      for (let n = 0; n < length; n += 1) {
        client.push(id.client);
        klok.push(id.clock + n);
        merken.push(merk);
        index.push(hier + n);
      }
      if (content instanceof ContentString) tekens.push(content.str);
      else if (content instanceof ContentType && content.type instanceof YMap) {
        tekens.push(GRENSTEKEN);
        bijzonder.set(plaats, { soort: 'grens', sleutels: sleutelsVan(content.type) });
        houders.set(plaats, content.type);
      } else {
        const embed = content instanceof ContentEmbed ? leesEmbed(content.embed) : null;
        tekens.push(VERMELDINGTEKEN);
        bijzonder.set(plaats, {
          soort: 'vermelding',
          wie: embed?.soort === 'vermelding' ? embed.wie : null,
        });
      }
      plaats += length;
    }
    if (!deleted && item.countable) hier += length;
  }
  for (const lijst of stukken.values()) lijst.sort((a, b) => a.klok - b.klok);
  return {
    tekens: tekens.join(''),
    client,
    klok,
    merken,
    index,
    bijzonder,
    houders,
    eerste: sleutelsVan(tekst),
    isAnkerOp: (waar) => ankers.has(waar),
    plaatsVan: (van, op) => vind(stukken.get(van) ?? [], op),
  };
}

function vind(stukken: readonly Stuk[], klok: number): { plaats: number; weg: boolean } | undefined {
  let [van, tot] = [0, stukken.length];
  while (van < tot) {
    const midden = (van + tot) >> 1;
    if ((stukken[midden]?.klok ?? 0) <= klok) van = midden + 1;
    else tot = midden;
  }
  const stuk = stukken[van - 1];
  if (stuk === undefined || klok >= stuk.klok + stuk.lengte) return undefined;
  return { plaats: stuk.weg ? stuk.plaats : stuk.plaats + klok - stuk.klok, weg: stuk.weg };
}
