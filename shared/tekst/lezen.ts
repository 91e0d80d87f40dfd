import { Map as YMap, type Text as YText } from 'yjs';
import { type Blok, type Bloksleutels, leesSleutels, type Opmaak, type Stuk } from './blok.ts';
import { isAnker, leesEmbed } from './embed.ts';

/** Where the keys of a block stand: its marker, or the text itself for the first block (TX2). */
export type Sleutelhouder = YMap<unknown> | YText;

/** A block as it was read, and where its keys stand. */
export interface Gelezen<S = Stuk> {
  readonly houder: Sleutelhouder;
  readonly inhoud: readonly S[];
}

/** The blocks of a text, from top to bottom; a text in which nothing stands is one empty paragraph. */
export function leesBlokken(tekst: YText): Blok[] {
  return leesRuw(tekst).map(({ houder, inhoud }) => ({ ...sleutelsVan(houder), inhoud }));
}

/** The same with the places of their keys, for who is going to change those. */
export function leesRuw(tekst: YText): Gelezen[] {
  return verdeel(tekst, deltaVan(tekst), ({ insert, attributes }) => stukkenVan(insert, attributes));
}

/** What stands in a text, in blocks. @param stukken what each insertion is that isn't a marker or an anchor */
export function verdeel<I extends Invoeging, S>(
  tekst: YText,
  delta: readonly I[],
  stukken: (invoeging: I) => readonly S[],
): Gelezen<S>[] {
  let inhoud: S[] = [];
  const blokken: Gelezen<S>[] = [{ houder: tekst, inhoud }];
  for (const invoeging of delta) {
    const { insert } = invoeging;
    if (isAnker(insert)) continue;
    if (insert instanceof YMap) {
      inhoud = [];
      blokken.push({ houder: insert, inhoud });
    } else inhoud.push(...stukken(invoeging));
  }
  return blokken;
}

/** The holders of the keys alone: one a block, in order. */
export function houdersVan(tekst: YText): Sleutelhouder[] {
  const houders: Sleutelhouder[] = [tekst];
  for (const { insert } of deltaVan(tekst)) if (insert instanceof YMap) houders.push(insert);
  return houders;
}

export function sleutelsVan(houder: Sleutelhouder): Bloksleutels {
  return leesSleutels((naam) =>
    houder instanceof YMap ? houder.get(naam) : (houder.getAttribute(naam) as unknown),
  );
}

/** An operation of a delta that only inserts, as Yjs gives it. */
export interface Invoeging {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

/** What is inserted, as pieces of a block; what no editor writes counts as a mention of nobody, for it takes a place. */
export function stukkenVan(insert: unknown, attributes: Invoeging['attributes']): Stuk[] {
  const opmaak = opmaakVan(attributes);
  if (typeof insert !== 'string') {
    const embed = leesEmbed(insert);
    return [{ soort: 'vermelding', wie: embed?.soort === 'vermelding' ? embed.wie : null, ...opmaak }];
  }
  return insert
    .split('\n')
    .flatMap((tekst, n): Stuk[] => [
      ...(n > 0 ? [{ soort: 'breuk' as const, ...opmaak }] : []),
      ...(tekst === '' ? [] : [{ soort: 'tekst' as const, tekst, ...opmaak }]),
    ]);
}

export function opmaakVan(attributes: Invoeging['attributes']): Opmaak {
  return { strong: attributes?.strong != null, em: attributes?.em != null };
}

function deltaVan(tekst: YText): readonly Invoeging[] {
  return tekst.toDelta();
}
