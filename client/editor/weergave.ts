import { html, nothing, type TemplateResult } from 'lit';
import type { Text as YText } from 'yjs';
import type { Bloksleutels, Stuk, Vermelding } from '../../shared/tekst/blok.ts';
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
  return opgemaakt(leesBlokken(tekst), ({ inhoud }) => regel(inhoud, noem));
}

/** Blocks as they read, each with what `regel` makes of what stands in it. */
export function opgemaakt<B extends Bloksleutels>(
  blokken: readonly B[],
  regel: (blok: B) => unknown,
): TemplateResult {
  return html`<div class="rt-tekst">${delen(nest(blokken), regel)}</div>`;
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
function delen<B extends Bloksleutels>(wat: readonly Deel<B>[], regel: (blok: B) => unknown): unknown[] {
  return wat.map((deel) => {
    if (deel.soort === 'blok') return blokSjabloon(deel.blok, regel(deel.blok));
    const punten = deel.punten.map(
      ({ blok, plaats, daaronder }) =>
        html`<li class="rt-lijstregel" data-diepte=${blok.diepte} data-teken=${lijstteken(plaats, blok.diepte)}><p>${regel(blok)}</p>${delen(daaronder, regel)}</li>`,
    );
    // Signs are drawn as in the editor, and a list without its browser's own signs is none to some screen readers.
    return deel.begin === null
      ? html`<ul role="list">${punten}</ul>`
      : html`<ol role="list" start=${deel.begin}>${punten}</ol>`;
  });
}

function blokSjabloon({ soort, niveau, diepte }: Bloksleutels, binnen: unknown): TemplateResult {
  if (soort !== 'kop') return html`<p data-diepte=${diepte}>${binnen}</p>`;
  // Headings in a text stand below those of the board, which end at h3.
  if (niveau === 1) return html`<h4 data-diepte=${diepte}>${binnen}</h4>`;
  return niveau === 2
    ? html`<h5 data-diepte=${diepte}>${binnen}</h5>`
    : html`<h6 data-diepte=${diepte}>${binnen}</h6>`;
}

function regel(inhoud: readonly Stuk[], noem: Noem): unknown[] {
  return [...inhoud.map((stuk) => stukSjabloon(stuk, noem)), regeleinde(inhoud.at(-1))];
}

/** An empty block keeps its line, as in the editor; so does one that ends in a line break. */
export function regeleinde(laatste: Stuk | undefined): unknown {
  return laatste === undefined || laatste.soort === 'breuk' ? html`<br />` : nothing;
}

/** A piece of a block as it reads. */
export function stukSjabloon(stuk: Stuk, noem: Noem): unknown {
  if (stuk.soort === 'breuk') return html`<br />`;
  const woorden =
    stuk.soort === 'tekst' ? stuk.tekst : html`<span class="rt-vermelding">${noemVan(stuk.wie, noem)}</span>`;
  const binnen = stuk.em ? html`<em>${woorden}</em>` : woorden;
  return stuk.strong ? html`<strong>${binnen}</strong>` : binnen;
}

function noemVan(wie: Vermelding, noem: Noem): string {
  return noemtekst(noem, wie?.soort, wie?.id);
}
