import type { Bloksleutels, Stuk } from '../../shared/tekst/blok.ts';
import { alsRegels } from '../../shared/tekst/platte-tekst.ts';
import { merkVoorstellen } from './plakken/google-docs.ts';
import { meldWeggelaten } from './plakken/melding.ts';
import { leesPagina } from './plakken/pagina.ts';
import { oogst } from './plakken/wandeling.ts';

/** What was pasted, as a text here can hold it. */
export interface Geplakt {
  /** Flat: an element a block, as the schema reads it. */
  readonly html: string;
  /** The same without formatting. */
  readonly tekst: string;
  /** What was left out, in words for who pasted; '' when nothing was. */
  readonly melding: string;
}

const VOORSTELLEN =
  'In Google Docs stelt iemand voor om woorden uit deze tekst te schrappen. Die woorden staan er nu nog in. Lees de tekst na.';

/**
 * Makes of pasted HTML what a text here can hold (TX4). Keeps headings, lists, bold, italic, line breaks and mentions;
 * drops links, images, colours, tables, scripts and what other programs put around it. What was struck out, hidden,
 * or a remark doesn't come in, and is told of. Nothing of it ever runs or is fetched.
 * @param vanGoogleDocs what Google Docs puts on the clipboard in its own form, or ''
 */
export function maakSchoon(html: string, vanGoogleDocs = ''): Geplakt {
  const pagina = leesPagina(html);
  const isGemerkt = merkVoorstellen(pagina.body, vanGoogleDocs);
  const { blokken, weggelaten } = oogst(pagina);
  const zinnen = [meldWeggelaten(weggelaten), isGemerkt ? '' : VOORSTELLEN];
  return {
    html: schrijf(blokken, randenVan(pagina.body)),
    tekst: alsRegels(blokken, () => 'iemand').join('\n'),
    melding: zinnen.filter((zin) => zin !== '').join(' '),
  };
}

/**
 * Whether the first and the last line are halves, as this editor says of what it copied: half a line that is pasted in
 * a line stays in that line. Others say nothing of use about it.
 */
function randenVan(body: HTMLElement): string | null {
  if (body.querySelector('[data-blok]') === null) return null;
  const randen = body.querySelector('[data-pm-slice]')?.getAttribute('data-pm-slice') ?? '';
  const [, begin, einde] = /^(\d+) (\d+) /.exec(randen) ?? [];
  if (begin === undefined || einde === undefined) return null;
  return `${Math.min(Number(begin), 1)} ${Math.min(Number(einde), 1)} []`;
}

function schrijf(
  blokken: readonly (Bloksleutels & { readonly inhoud: readonly Stuk[] })[],
  randen: string | null,
): string {
  const pagina = document.implementation.createHTMLDocument('');
  const elementen = blokken.map(({ soort, niveau, diepte, begin, inhoud }) => {
    const element = pagina.createElement('p');
    element.dataset.blok = soort;
    element.dataset.diepte = String(diepte);
    element.dataset.niveau = String(niveau);
    if (begin !== null) element.dataset.begin = String(begin);
    element.append(...inhoud.map((stuk) => schrijfStuk(stuk, pagina)));
    // Who reads takes the last one to be there only to give the line a height.
    if (inhoud.at(-1)?.soort === 'breuk') element.append(pagina.createElement('br'));
    return element;
  });
  if (randen !== null) elementen[0]?.setAttribute('data-pm-slice', randen);
  pagina.body.append(...elementen);
  return pagina.body.innerHTML;
}

function schrijfStuk(stuk: Stuk, pagina: Document): Node {
  const binnen = schrijfKaal(stuk, pagina);
  return (['em', 'strong'] as const)
    .filter((merk) => stuk[merk])
    .reduce<Node>((om, merk) => {
      const element = pagina.createElement(merk);
      element.append(om);
      return element;
    }, binnen);
}

function schrijfKaal(stuk: Stuk, pagina: Document): Node {
  if (stuk.soort === 'tekst') return pagina.createTextNode(stuk.tekst);
  if (stuk.soort === 'breuk') return pagina.createElement('br');
  const element = pagina.createElement('span');
  element.dataset.soort = stuk.wie?.soort ?? '';
  element.dataset.id = stuk.wie?.id ?? '';
  return element;
}
