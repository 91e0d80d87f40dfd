import { isDoorgehaald, type Weggelaten } from './weglaten.ts';

/** Longer than this nobody needs a quotation to know which words are meant. */
const LANGSTE_CITAAT = 40;
const MEESTE_CITATEN = 3;

/** What somebody is told of what was left out of a paste; '' when that is nothing. */
export function meldWeggelaten(weggelaten: readonly Weggelaten[]): string {
  const teksten = (past: (stuk: Weggelaten) => boolean): string[] =>
    weggelaten.filter(past).map(({ tekst }) => tekst);
  const doorgehaald = teksten(({ reden }) => isDoorgehaald(reden));
  const opmerkingen = teksten(({ reden }) => reden === 'opmerking');
  const verborgen = teksten(({ reden }) => reden === 'verborgen');
  const ernaast = [
    ...(opmerkingen.length === 0
      ? []
      : [`${opmerkingen.length === 1 ? 'een opmerking' : 'opmerkingen'} ${citeer(opmerkingen)}`]),
    ...(verborgen.length === 0 ? [] : [`verborgen tekst ${citeer(verborgen)}`]),
  ].join(', en ');
  const zinnen: string[] = [];
  if (doorgehaald.length > 0) zinnen.push(`Niet meegeplakt: doorgehaald ${citeer(doorgehaald)}.`);
  if (ernaast !== '') zinnen.push(`${zinnen.length > 0 ? 'Ook niet' : 'Niet'} meegeplakt: ${ernaast}.`);
  return zinnen.join(' ');
}

function citeer(teksten: readonly string[]): string {
  const citaten = teksten.slice(0, MEESTE_CITATEN).map((tekst) => `‘${kort(tekst)}’`);
  const meer = teksten.length - citaten.length;
  if (meer > 0) return `${citaten.join(', ')} en nog ${meer} ${meer === 1 ? 'stuk' : 'stukken'}`;
  const laatste = citaten.at(-1) ?? '';
  return citaten.length > 1 ? `${citaten.slice(0, -1).join(', ')} en ${laatste}` : laatste;
}

/** The first words; never half a character. */
function kort(tekst: string): string {
  const letters = [...tekst.slice(0, 4 * LANGSTE_CITAAT)];
  // The sentence that it is quoted in has its own full stop.
  if (letters.length <= LANGSTE_CITAAT) return tekst.replace(/[.,;:]+$/, '') || tekst;
  const begin = letters.slice(0, LANGSTE_CITAAT).join('');
  const spatie = begin.lastIndexOf(' ');
  return `${(spatie > LANGSTE_CITAAT / 2 ? begin.slice(0, spatie) : begin).trimEnd()}…`;
}
