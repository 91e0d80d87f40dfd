import { html, nothing, type TemplateResult } from 'lit';
import { XmlElement, type XmlFragment, XmlText } from 'yjs';
import { type Noem, noemtekst } from './vermelding.ts';
import './weergave.css';

/**
 * A co-edited text as it reads, without the editor: the light half, for who reads and until somebody writes.
 * It looks as the editor does, so that nothing jumps when that takes its place. Render again when the text changes.
 * @param noem how this reader may know who is mentioned
 */
export function weergave(tekst: XmlFragment, noem: Noem): TemplateResult {
  return html`<div class="rt-tekst">${inhoud(tekst, noem)}</div>`;
}

/** Whether there is nothing to read: paragraphs without text are nothing. */
export function isLeeg(tekst: XmlFragment): boolean {
  return tekst.toArray().every((deel) => {
    if (deel instanceof XmlText) return deel.length === 0 || leesTekst(deel).trim() === '';
    return deel instanceof XmlElement && deel.nodeName !== 'vermelding' && isLeeg(deel);
  });
}

/**
 * The text without formatting: a line a paragraph, lists with their signs.
 * @param noem without it a mention reads "iemand"
 */
export function alsTekst(tekst: XmlFragment, noem: Noem = () => null): string {
  return regels(tekst, noem).join('\n');
}

type Deel = ReturnType<XmlFragment['toArray']>[number];

function inhoud(tekst: XmlFragment, noem: Noem): unknown[] {
  return tekst.toArray().map((deel) => sjabloon(deel, noem));
}

function sjabloon(deel: Deel, noem: Noem): unknown {
  if (deel instanceof XmlText)
    return stukken(deel).map(({ tekst, vet, cursief }) => opgemaakt(tekst, vet, cursief));
  if (!(deel instanceof XmlElement)) return nothing;
  const binnen = inhoud(deel, noem);
  switch (deel.nodeName) {
    case 'paragraph':
      return html`<p>${regel(deel, binnen)}</p>`;
    case 'heading':
      return kop(getal(deel, 'level'), regel(deel, binnen));
    case 'bullet_list':
      return html`<ul>${binnen}</ul>`;
    case 'ordered_list':
      return html`<ol start=${getal(deel, 'order')}>${binnen}</ol>`;
    case 'list_item':
      return html`<li>${binnen}</li>`;
    case 'hard_break':
      return html`<br />`;
    case 'vermelding':
      return html`<span class="rt-vermelding">${noemVan(deel, noem)}</span>`;
    default:
      return nothing;
  }
}

/** An empty paragraph keeps its line, as in the editor; so does one that ends in a line break. */
function regel(deel: XmlElement, binnen: readonly unknown[]): unknown {
  const laatste = deel.get(deel.length - 1);
  const opent = deel.length === 0 || (laatste instanceof XmlElement && laatste.nodeName === 'hard_break');
  return opent ? [binnen, html`<br />`] : binnen;
}

/** Headings in a text stand below those of the board, which end at h3. */
function kop(niveau: number, binnen: unknown): TemplateResult {
  if (niveau <= 1) return html`<h4>${binnen}</h4>`;
  return niveau === 2 ? html`<h5>${binnen}</h5>` : html`<h6>${binnen}</h6>`;
}

function opgemaakt(tekst: string, vet: boolean, cursief: boolean): unknown {
  const binnen = cursief ? html`<em>${tekst}</em>` : tekst;
  return vet ? html`<strong>${binnen}</strong>` : binnen;
}

interface Stuk {
  readonly tekst: string;
  readonly vet: boolean;
  readonly cursief: boolean;
}

function stukken(tekst: XmlText): Stuk[] {
  // As Yjs gives it: a run of text and its marks; null is a mark that was taken away.
  const delta: readonly { insert?: unknown; attributes?: Record<string, unknown> }[] = tekst.toDelta();
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string'
      ? [{ tekst: insert, vet: attributes?.strong != null, cursief: attributes?.em != null }]
      : [],
  );
}

function leesTekst(tekst: XmlText): string {
  return stukken(tekst)
    .map((stuk) => stuk.tekst)
    .join('');
}

function noemVan(deel: XmlElement, noem: Noem): string {
  return noemtekst(noem, deel.getAttribute('soort'), deel.getAttribute('id'));
}

/** A number that an attribute has, 1 when it has none. y-prosemirror stores numbers where Yjs' types say text. */
function getal(deel: XmlElement, naam: 'level' | 'order'): number {
  const waarde: unknown = deel.getAttribute(naam);
  return typeof waarde === 'number' ? waarde : 1;
}

function regels(tekst: XmlFragment, noem: Noem): string[] {
  return tekst.toArray().flatMap((deel) => {
    if (!(deel instanceof XmlElement)) return [];
    if (deel.nodeName === 'bullet_list') return punten(deel, noem, () => '-');
    if (deel.nodeName === 'ordered_list') {
      const eerste = getal(deel, 'order');
      return punten(deel, noem, (nummer) => `${eerste + nummer}.`);
    }
    return zin(deel, noem).split('\n');
  });
}

function punten(lijst: XmlElement, noem: Noem, teken: (nummer: number) => string): string[] {
  return lijst.toArray().flatMap((punt, nummer) => {
    if (!(punt instanceof XmlElement)) return [];
    return regels(punt, noem).map((tekst, n) => (n === 0 ? `${teken(nummer)} ${tekst}` : `  ${tekst}`));
  });
}

function zin(deel: XmlElement, noem: Noem): string {
  return deel
    .toArray()
    .map((binnen) => {
      if (binnen instanceof XmlText) return leesTekst(binnen);
      if (!(binnen instanceof XmlElement)) return '';
      return binnen.nodeName === 'hard_break' ? '\n' : noemVan(binnen, noem);
    })
    .join('');
}
