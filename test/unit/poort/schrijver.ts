/** Writes updates in Yjs' format V1 byte by byte, so that a test can say what no editor would. */

export type Id = readonly [client: number, clock: number];

export function getal(n: number): number[] {
  const bytes: number[] = [];
  let rest = n;
  while (rest > 0x7f) {
    bytes.push(0x80 | (rest % 128));
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A whole number as a value: six bits and a sign first, seven a byte after that. */
export function getalMetTeken(n: number): number[] {
  const teken = n < 0 || Object.is(n, -0) ? 0x40 : 0;
  const grootte = Math.abs(n);
  const eerste = teken | (grootte % 64);
  return [125, ...(grootte < 64 ? [eerste] : [0x80 | eerste, ...getal(Math.floor(grootte / 64))])];
}

export function tekst(s: string): number[] {
  const bytes = new TextEncoder().encode(s);
  return [...getal(bytes.length), ...bytes];
}

/** What an item holds: its kind and the bytes of its content. */
export type Inhoud = readonly [soort: number, bytes: readonly number[]];

export const inhoud = {
  gewist: (lengte: number): Inhoud => [1, getal(lengte)],
  json: (...waarden: string[]): Inhoud => [2, [...getal(waarden.length), ...waarden.flatMap(tekst)]],
  bytes: (...bytes: number[]): Inhoud => [3, [...getal(bytes.length), ...bytes]],
  tekst: (s: string): Inhoud => [4, tekst(s)],
  ingebed: (json: string): Inhoud => [5, tekst(json)],
  opmaak: (naam: string, json: string): Inhoud => [6, [...tekst(naam), ...tekst(json)]],
  /** An embed that nobody sees (TX2). */
  anker: (): Inhoud => [5, tekst('{"eind":1}')],
  vermelding: (soort: string, id: string): Inhoud => [
    5,
    tekst(JSON.stringify({ vermelding: { soort, id } })),
  ],
  /** A marker: what begins a block (TX2). */
  merk: (): Inhoud => [7, [1]],
  /** A node of the form before this one. */
  element: (naam: string): Inhoud => [7, [3, ...tekst(naam)]],
  type: (soort: number, ...rest: number[]): Inhoud => [7, [...getal(soort), ...rest]],
  waarden: (...waarden: number[][]): Inhoud => [8, [...getal(waarden.length), ...waarden.flat()]],
  tekstwaarde: (s: string): Inhoud => [8, [1, 119, ...tekst(s)]],
  getalwaarde: (n: number): Inhoud => [8, [1, ...getalMetTeken(n)]],
  nulwaarde: (): Inhoud => [8, [1, 126]],
  document: (guid: string): Inhoud => [9, [...tekst(guid), 118, 0]],
};

export type Plek = {
  readonly origin?: Id;
  readonly rightOrigin?: Id;
  readonly ouder?: string | Id;
  readonly sleutel?: string;
};

export function item(plek: Plek, [soort, bytes]: Inhoud): number[] {
  const { origin, rightOrigin, ouder, sleutel } = plek;
  const info =
    soort |
    (origin === undefined ? 0 : 0x80) |
    (rightOrigin === undefined ? 0 : 0x40) |
    (sleutel === undefined ? 0 : 0x20);
  const buren = [origin, rightOrigin].flatMap((id) => (id === undefined ? [] : schrijfId(id)));
  const zonder = buren.length === 0;
  return [
    info,
    ...buren,
    ...(zonder ? schrijfOuder(ouder ?? 'veld') : []),
    ...(zonder && sleutel !== undefined ? tekst(sleutel) : []),
    ...bytes,
  ];
}

export function weg(lengte: number): number[] {
  return [0, ...getal(lengte)];
}

export function skip(lengte: number): number[] {
  return [10, ...getal(lengte)];
}

export type Blok = { readonly client: number; readonly clock: number; readonly structs: readonly number[][] };
export type Wis = {
  readonly client: number;
  readonly bereiken: readonly (readonly [begin: number, lengte: number])[];
};

export function bericht(blokken: readonly Blok[], gewist: readonly Wis[] = []): Uint8Array {
  return Uint8Array.from([
    ...getal(blokken.length),
    ...blokken.flatMap(({ client, clock, structs }) => [
      ...getal(structs.length),
      ...getal(client),
      ...getal(clock),
      ...structs.flat(),
    ]),
    ...getal(gewist.length),
    ...gewist.flatMap(({ client, bereiken }) => [
      ...getal(client),
      ...getal(bereiken.length),
      ...bereiken.flatMap(([begin, lengte]) => [...getal(begin), ...getal(lengte)]),
    ]),
  ]);
}

function schrijfId([client, clock]: Id): number[] {
  return [...getal(client), ...getal(clock)];
}

function schrijfOuder(ouder: string | Id): number[] {
  return typeof ouder === 'string' ? [1, ...tekst(ouder)] : [0, ...schrijfId(ouder)];
}
