import type { Mark, Node } from 'prosemirror-model';
import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from 'prosemirror-transform';
import { Map as YMap, type Text as YText } from 'yjs';
import { VERMELDINGSOORTEN } from '../../../shared/tekst/blok.ts';
import { vermeldingEmbed } from '../../../shared/tekst/embed.ts';
import { houdersVan } from '../../../shared/tekst/lezen.ts';
import { zetSleutels } from '../../../shared/tekst/schrijven.ts';
import { sleutelsVanKnoop } from '../schema.ts';
import type { Ankers } from './ankers.ts';
import { type Plek, plaatsVan, plekVan } from './plaatsen.ts';
import {
  isInTeken,
  isZelfdeTeken,
  lengteVan,
  marksLinksVan,
  type Teken,
  tekensIn,
  zijnZelfdeMarks,
} from './tekens.ts';

/** Where a step of the editor is written: a text and what is known of its anchors. */
export interface Schrijfplaats {
  readonly tekst: YText;
  readonly ankers: Ankers;
}

/**
 * Writes one step of the editor into the text: what it took out, what it put in, and the keys of blocks; nothing is
 * made anew that stays (TX1). To be called in a transaction, with the documents before and after the step.
 */
export function schrijfStap(plaats: Schrijfplaats, stap: Step, voor: Node, na: Node): void {
  if (stap instanceof AddMarkStep || stap instanceof RemoveMarkStep) schrijfOpmaak(plaats, stap, voor);
  else if (stap instanceof AttrStep) {
    const blok = voor.resolve(stap.pos).index(0);
    schrijfSleutels(plaats, na, blok, blok);
  } else schrijfVervanging(plaats, stap, voor, na);
}

function schrijfOpmaak({ ankers }: Schrijfplaats, stap: AddMarkStep | RemoveMarkStep, doc: Node): void {
  const van = plaatsVan(doc, stap.from, 'achter');
  const tot = plaatsVan(doc, stap.to, 'voor');
  if (tot > van)
    ankers.maakOp(van, tot, { [stap.mark.type.name]: stap instanceof AddMarkStep ? true : null });
}

function schrijfVervanging(plaats: Schrijfplaats, stap: Step, voor: Node, na: Node): void {
  const { tekst, ankers } = plaats;
  const delen: Vervanging[] = [];
  stap.getMap().forEach((oudVan, oudTot, nieuwVan, nieuwTot) => {
    delen.push({
      van: plaatsVan(voor, oudVan, 'voor'),
      tot: plaatsVan(voor, oudTot, 'achter'),
      nieuwVan: plaatsVan(na, nieuwVan, 'voor'),
      nieuwTot: plaatsVan(na, nieuwTot, 'achter'),
    });
  });
  const [eerste, laatste] = [delen[0], delen.at(-1)];
  if (eerste === undefined || laatste === undefined) return;
  const wasLeeg = tekst.length === 0;
  // From the end, so that what comes before keeps its place.
  for (const deel of delen.reverse()) vervang(plaats, voor, na, deel);
  // Whoever begins in an empty text begins in the same line as who does so at the same time (TX2).
  if (wasLeeg && tekst.length > 0 && !ankers.eindigtInAnker()) {
    ankers.zetAnker(tekst.length, formatenVan(marksLinksVan(na, ankers.lengte) ?? []));
  }
  const van = plekVan(na, eerste.nieuwVan)?.blok ?? 0;
  const tot = plekVan(na, laatste.nieuwTot)?.blok ?? na.childCount - 1;
  const isBinnenBlok =
    van === tot && voor.childCount === na.childCount && voor.child(van).sameMarkup(na.child(van));
  // Which marker a block keeps is decided above; what its neighbours are, too.
  if (!isBinnenBlok) schrijfSleutels(plaats, na, Math.max(0, van - 1), Math.min(na.childCount - 1, tot + 1));
}

/** From and to which place something was, and is now. */
interface Vervanging {
  readonly van: number;
  readonly tot: number;
  readonly nieuwVan: number;
  readonly nieuwTot: number;
}

function vervang({ ankers }: Schrijfplaats, voor: Node, na: Node, stuk: Vervanging): void {
  const deel = heleTekens(voor, stuk);
  const verschil = verschilVan(
    tekensIn(voor, deel.van, deel.tot),
    tekensIn(na, deel.nieuwVan, deel.nieuwTot),
  );
  const van = deel.van + verschil.begin;
  const { weg, erbij } = verschil;
  if (weg.length > 0) ankers.wis(van, van + lengteVan(weg), weg[0]?.soort === 'grens');
  if (erbij.length === 0) return;
  const plek = weg.length === 0 ? plekVan(voor, van) : null;
  if (plek !== null && zetHeleBlokken(ankers, voor, plek, van, erbij)) return;
  zetTekens(ankers, van, erbij, van === 0 ? [] : marksLinksVan(voor, van));
}

/** Half of a character that takes two can't be stored: then all of it is replaced. */
function heleTekens(voor: Node, deel: Vervanging): Vervanging {
  const links = isInTeken(voor, deel.van) ? 1 : 0;
  const rechts = isInTeken(voor, deel.tot) ? 1 : 0;
  return {
    van: deel.van - links,
    nieuwVan: deel.nieuwVan - links,
    tot: deel.tot + rechts,
    nieuwTot: deel.nieuwTot + rechts,
  };
}

/** What differs: the same at the end first, so that of two markers the one of the block that stays is kept. */
function verschilVan(oud: Teken[], nieuw: Teken[]): { begin: number; weg: Teken[]; erbij: Teken[] } {
  let einde = 0;
  while (
    einde < Math.min(oud.length, nieuw.length) &&
    isZelfdeTeken(oud[oud.length - 1 - einde], nieuw[nieuw.length - 1 - einde])
  )
    einde += 1;
  const [weg, erbij] = [oud.slice(0, oud.length - einde), nieuw.slice(0, nieuw.length - einde)];
  let gelijk = 0;
  while (gelijk < Math.min(weg.length, erbij.length) && isZelfdeTeken(weg[gelijk], erbij[gelijk]))
    gelijk += 1;
  return { begin: lengteVan(weg.slice(0, gelijk)), weg: weg.slice(gelijk), erbij: erbij.slice(gelijk) };
}

/**
 * Puts blocks between blocks, each with its own marker and anchor: at the end of a block behind its anchor, so that
 * what others type at that end stays there; at the start of one before its marker, so that it keeps that. (TX2)
 * @returns false when they come in the midst of a block
 */
function zetHeleBlokken(ankers: Ankers, doc: Node, plek: Plek, plaats: number, tekens: Teken[]): boolean {
  const { size } = doc.child(plek.blok).content;
  const isVoor = tekens.at(-1)?.soort === 'grens' && plek.in === 0 && plek.blok > 0 && size > 0;
  if (isVoor) {
    const links = formatenVan(marksLinksVan(doc, plaats - 1) ?? []);
    zetBlokken(ankers, ankers.achter(plaats - 1), [...tekens.slice(-1), ...tekens.slice(0, -1)], links);
    return true;
  }
  if (tekens[0]?.soort !== 'grens' || plek.in !== size) return false;
  const links = formatenVan(marksLinksVan(doc, plaats) ?? []);
  const index = ankers.achter(plaats);
  // A block that was never ended, as the only one of an empty text.
  const heeftAnker = ankers.voor(plaats) < index;
  if (!heeftAnker) ankers.zetAnker(index, links);
  zetBlokken(ankers, heeftAnker ? index : index + 1, tekens, links);
  return true;
}

function zetBlokken(ankers: Ankers, vanaf: number, tekens: readonly Teken[], formaten: object): void {
  let index = vanaf;
  for (const inhoud of perBlok(tekens)) {
    ankers.zetEmbed(index, new YMap(), formaten);
    ankers.zetAnker(index + 1, formaten);
    if (inhoud.length > 0) zetTekens(ankers, ankers.plaatsVan(index + 1), inhoud, null);
    index += 2 + lengteVan(inhoud);
  }
}

function perBlok(tekens: readonly Teken[]): Teken[][] {
  const blokken: Teken[][] = [];
  for (const teken of tekens) {
    if (teken.soort === 'grens') blokken.push([]);
    else blokken.at(-1)?.push(teken);
  }
  return blokken;
}

/** @param marksLinks marks of what stands left of it, whose formats it takes over by itself; null at the start of a block */
function zetTekens(
  ankers: Ankers,
  vanaf: number,
  tekens: readonly Teken[],
  marksLinks: readonly Mark[] | null,
): void {
  let plaats = vanaf;
  let links = marksLinks;
  for (let n = 0; n < tekens.length; ) {
    const teken = tekens[n];
    if (teken === undefined) return;
    n += 1;
    if (teken.soort === 'grens') {
      const index = ankers.voor(plaats);
      const formaten = formatenVan(links ?? []);
      ankers.zetAnker(index, formaten);
      ankers.zetEmbed(index + 1, new YMap(), formaten);
      links = null;
      plaats += 1;
      continue;
    }
    const { marks } = teken;
    const zoalsLinks = links !== null && zijnZelfdeMarks(links, marks);
    links = marks;
    if (teken.soort === 'vermelding') {
      zetVermelding(ankers, plaats, teken.knoop);
      plaats += 1;
      continue;
    }
    let { tekst } = teken;
    for (; ; n += 1) {
      const volgend = tekens[n];
      if (volgend?.soort !== 'tekst' || !zijnZelfdeMarks(volgend.marks, marks)) break;
      tekst += volgend.tekst;
    }
    ankers.zetTekst(plaats, tekst, zoalsLinks ? undefined : formatenVan(marks));
    plaats += tekst.length;
  }
}

function zetVermelding(ankers: Ankers, plaats: number, { attrs, marks }: Node): void {
  const formaten = formatenVan(marks);
  const soort = VERMELDINGSOORTEN.find((een) => een === attrs.soort);
  // Of nobody: it was read from what no editor writes, and copied. It keeps its place, as a sign.
  if (soort === undefined) ankers.zetTekst(plaats, '\ufffc', formaten);
  else ankers.zetEmbed(ankers.voor(plaats), vermeldingEmbed({ soort, id: String(attrs.id) }), formaten);
}

function formatenVan(marks: readonly Mark[]): Record<string, true> {
  return Object.fromEntries(marks.map((mark) => [mark.type.name, true]));
}

/** Makes the keys of these blocks what the editor has; writes only what differs. */
function schrijfSleutels({ tekst }: Schrijfplaats, doc: Node, van: number, tot: number): void {
  const houders = houdersVan(tekst);
  for (let n = van; n <= tot; n += 1) {
    const houder = houders[n];
    if (houder !== undefined) zetSleutels(houder, sleutelsVanKnoop(doc.child(n).attrs));
  }
}
