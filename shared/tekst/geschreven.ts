import { ContentEmbed, ContentFormat, ContentString, ContentType, type Text as YText } from 'yjs';
import type { Bloksleutels, Stuk } from './blok.ts';
import { leesEmbed } from './embed.ts';
import { type Invoeging, sleutelsVan, stukkenVan, verdeel } from './lezen.ts';

/** What stands in a text, with under which client id it was put there. */
export interface Geschreven extends Invoeging {
  readonly client: number;
}

/**
 * As the delta of a text, but with who put what there: by client id, of which each is one person's (SY3). Looks inside
 * Yjs, for its delta joins what two people wrote: hold it against each newer Yjs.
 */
export function geschrevenIn(tekst: YText): Geschreven[] {
  const attributes: Record<string, unknown> = {};
  const gevonden: Geschreven[] = [];
  for (let item = tekst._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof ContentFormat) attributes[content.key] = content.value;
    const insert = insertVan(content);
    if (insert !== undefined) gevonden.push({ insert, attributes: { ...attributes }, client: id.client });
  }
  return gevonden;
}

/** A block of a text, and of each piece in it under which client id it was put there. */
export interface GeschrevenBlok extends Bloksleutels {
  readonly inhoud: readonly { readonly stuk: Stuk; readonly client: number }[];
}

/** The blocks of a text, as `leesBlokken`, with who put what there. */
export function geschrevenBlokken(tekst: YText): GeschrevenBlok[] {
  return verdeel(tekst, geschrevenIn(tekst), ({ insert, attributes, client }) =>
    stukkenVan(insert, attributes).map((stuk) => ({ stuk, client })),
  ).map(({ houder, inhoud }) => ({ ...sleutelsVan(houder), inhoud }));
}

/** Under which client ids words stand in a text, in order of appearance: a line that somebody began is no word. */
export function woordenVan(tekst: YText): number[] {
  return [...new Set(geschrevenIn(tekst).flatMap(({ insert, client }) => (isWoord(insert) ? [client] : [])))];
}

/** Whether something that stands in a text is to be read: words, or somebody who is mentioned. */
function isWoord(insert: unknown): boolean {
  return typeof insert === 'string' ? /\S/.test(insert) : leesEmbed(insert)?.soort === 'vermelding';
}

function insertVan(content: unknown): unknown {
  if (content instanceof ContentString) return content.str;
  if (content instanceof ContentEmbed) return content.embed;
  return content instanceof ContentType ? content.type : undefined;
}
