/** The name of somebody, as far as it may be known to who writes. */
export interface Naam {
  readonly voornaam: string;
  readonly achternaam: string;
}

/** The name of somebody who is known by the whole of it: `Ruben de Graaf`. */
export function naamUit(volledig: string): Naam {
  const woorden = volledig.trim().split(/\s+/);
  const achter = woorden.findIndex((woord, n) => n > 0 && TUSSENVOEGSELS.has(woord.toLowerCase()));
  const begin = achter === -1 ? Math.max(1, woorden.length - 1) : achter;
  return { voornaam: woorden.slice(0, begin).join(' '), achternaam: woorden.slice(begin).join(' ') };
}

/** What stands between a first and a last name, in the Netherlands and in other languages of those who live there. */
export const TUSSENVOEGSELS: ReadonlySet<string> = new Set(
  "de den der het 't t te ten ter van von vom zu zum zur op in aan bij uit over onder voor d l la le les du des el al ul ben bin ibn abu abd di da dos das del della do e y mac mc".split(
    ' ',
  ),
);
