import type { Opmaak, Stuk, Vermelding } from '../../../shared/tekst/blok.ts';

/** What stands in a block as it was pasted, before its white space is looked at. */
export type Brok =
  | (Opmaak & { readonly soort: 'tekst'; readonly tekst: string; readonly vast: boolean })
  | (Opmaak & { readonly soort: 'breuk' })
  | (Opmaak & { readonly soort: 'vermelding'; readonly wie: NonNullable<Vermelding> })
  /** Something was left out here. */
  | { readonly soort: 'gat' };

/** The text as it stands on the page that it comes from: there a row of white space is one space. */
export function zoalsOpPagina(brokken: readonly Brok[]): Stuk[] {
  const uit: Stuk[] = [];
  let naGat = false;
  for (const brok of brokken) {
    if (brok.soort === 'gat') naGat = true;
    else if (brok.soort !== 'tekst') {
      if (brok.soort === 'breuk')
        snoeiEinde(uit, (tekst) => (tekst.endsWith(' ') ? tekst.slice(0, -1) : tekst));
      uit.push(brok);
      naGat = false;
    } else {
      const tekst = brok.vast ? brok.tekst : brok.tekst.replace(/[ \t\r\n\f]+/g, ' ');
      const over = zonderBegin(tekst, uit, brok.vast, naGat);
      if (over === '') continue;
      uit.push({ soort: 'tekst', tekst: over, strong: brok.strong, em: brok.em });
      naGat = false;
    }
  }
  snoeiEinde(uit, (tekst) => tekst.trimEnd());
  zonderLaatsteBreuk(uit);
  const [eerste] = uit;
  if (eerste?.soort !== 'tekst') return uit;
  const tekst = eerste.tekst.trimStart();
  return tekst === '' ? uit.slice(1) : [{ ...eerste, tekst }, ...uit.slice(1)];
}

/** The text to the letter, as this editor copied it. */
export function zoalsGekopieerd(brokken: readonly Brok[]): Stuk[] {
  const uit = brokken.flatMap((brok): Stuk[] => {
    if (brok.soort === 'gat') return [];
    if (brok.soort !== 'tekst') return [brok];
    return brok.tekst === '' ? [] : [{ soort: 'tekst', tekst: brok.tekst, strong: brok.strong, em: brok.em }];
  });
  zonderLaatsteBreuk(uit);
  return uit;
}

/** Without the space that would be the second in a row: at the start of a line, and on either side of a gap. */
function zonderBegin(tekst: string, voor: readonly Stuk[], vast: boolean, naGat: boolean): string {
  const laatste = voor.at(-1);
  const opBegin = laatste === undefined || laatste.soort === 'breuk';
  const naSpatie = laatste?.soort === 'tekst' && /\s$/.test(laatste.tekst);
  if (naGat && (opBegin || naSpatie)) return tekst.trimStart();
  if (vast) return tekst;
  return opBegin || (laatste.soort === 'tekst' && laatste.tekst.endsWith(' '))
    ? tekst.replace(/^ /, '')
    : tekst;
}

/** Takes white space off the end; what is nothing else goes as a whole. */
function snoeiEinde(stukken: Stuk[], snoei: (tekst: string) => string): void {
  for (let laatste = stukken.at(-1); laatste?.soort === 'tekst'; laatste = stukken.at(-1)) {
    const tekst = snoei(laatste.tekst);
    stukken.pop();
    if (tekst === '') continue;
    stukken.push({ ...laatste, tekst });
    return;
  }
}

/** A line break at the end of a block shows nothing: browsers put one there so that an empty line has a height. */
function zonderLaatsteBreuk(stukken: Stuk[]): void {
  if (stukken.at(-1)?.soort === 'breuk') stukken.pop();
}
