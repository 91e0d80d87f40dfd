import { html, nothing, type TemplateResult } from 'lit';
import type { Text as YText } from 'yjs';
import type { Blok, Stuk, Vermelding } from '../../shared/tekst/blok.ts';
import { leesBlokken } from '../../shared/tekst/lezen.ts';
import { type Deel, nest } from '../../shared/tekst/nesten.ts';
import { lijstteken } from '../../shared/tekst/nummering.ts';
import { alsRegels } from '../../shared/tekst/platte-tekst.ts';
import { type Noem, noemtekst } from './vermelding.ts';
import './weergave.css';

/**
 * A co-edited text as it reads, without the editor: the light half, for who reads and until somebody writes.
 * It looks as the editor does, so that nothing jumps when that takes its place, and it is nested, as a page is that
 * can't be typed in. Render again when the text changes.
 * @param noem how this reader may know who is mentioned
 */
export function weergave(tekst: YText, noem: Noem): TemplateResult {
  return html`<div class="rt-tekst">${delen(nest(leesBlokken(tekst)), noem)}</div>`;
}

/** Whether there is nothing to read: blocks without text are nothing. */
export function isLeeg(tekst: YText): boolean {
  // The characters alone say so for most; a mention isn't among them.
  return (
    tekst.toString().trim() === '' &&
    leesBlokken(tekst).every(({ inhoud }) => inhoud.every(({ soort }) => soort !== 'vermelding'))
  );
}

/**
 * The text without formatting: a line a block, lists with their signs and numbers.
 * @param noem without it a mention reads "iemand"
 */
export function alsTekst(tekst: YText, noem: Noem = () => null): string {
  return alsRegels(leesBlokken(tekst), (wie) => noemVan(wie, noem)).join('\n');
}

// No space between tags: in a text it is kept, and would be a line.
function delen(wat: readonly Deel<Blok>[], noem: Noem): unknown[] {
  return wat.map((deel) => {
    if (deel.soort === 'blok') return blokSjabloon(deel.blok, noem);
    const punten = deel.punten.map(
      ({ blok, plaats, daaronder }) =>
        html`<li class="rt-lijstregel" data-diepte=${blok.diepte} data-teken=${lijstteken(plaats, blok.diepte)}><p>${regel(blok, noem)}</p>${delen(daaronder, noem)}</li>`,
    );
    // Signs are drawn as in the editor, and a list without its browser's own signs is none to some screen readers.
    return deel.begin === null
      ? html`<ul role="list">${punten}</ul>`
      : html`<ol role="list" start=${deel.begin}>${punten}</ol>`;
  });
}

function blokSjabloon(blok: Blok, noem: Noem): TemplateResult {
  const { soort, niveau, diepte } = blok;
  const binnen = regel(blok, noem);
  if (soort !== 'kop') return html`<p data-diepte=${diepte}>${binnen}</p>`;
  // Headings in a text stand below those of the board, which end at h3.
  if (niveau === 1) return html`<h4 data-diepte=${diepte}>${binnen}</h4>`;
  return niveau === 2
    ? html`<h5 data-diepte=${diepte}>${binnen}</h5>`
    : html`<h6 data-diepte=${diepte}>${binnen}</h6>`;
}

/** An empty block keeps its line, as in the editor; so does one that ends in a line break. */
function regel({ inhoud }: Blok, noem: Noem): unknown[] {
  const laatste = inhoud.at(-1);
  const opent = laatste === undefined || laatste.soort === 'breuk';
  return [...inhoud.map((stuk) => stukSjabloon(stuk, noem)), opent ? html`<br />` : nothing];
}

function stukSjabloon(stuk: Stuk, noem: Noem): unknown {
  if (stuk.soort === 'breuk') return html`<br />`;
  const woorden =
    stuk.soort === 'tekst' ? stuk.tekst : html`<span class="rt-vermelding">${noemVan(stuk.wie, noem)}</span>`;
  const binnen = stuk.em ? html`<em>${woorden}</em>` : woorden;
  return stuk.strong ? html`<strong>${binnen}</strong>` : binnen;
}

function noemVan(wie: Vermelding, noem: Noem): string {
  return noemtekst(noem, wie?.soort, wie?.id);
}
