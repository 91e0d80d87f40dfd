import { type Transaction, UndoManager } from 'yjs';
import type { Deel, Onbevestigd, Wijziging } from './onbevestigd.ts';
import { type GewisteTekst, geraakteVelden, gewisteTekst, toegevoegd } from './yjs.ts';

/**
 * What a transaction of this person changed. To be called in `afterTransaction`.
 *
 * Splitting, joining and changing the kind of a paragraph, and undo, make an editor insert text again under the id
 * of whoever did it: the characters of others among it count as not typed, so that a left-over under NK7 doesn't
 * hold them. What somebody pastes counts as typed: their clipboard has it anyway.
 */
export function beschrijf(transactie: Transaction, onbevestigd: Onbevestigd): Wijziging {
  const client = transactie.doc.clientID;
  const { van, tot, tekst } = toegevoegd(transactie, client);
  const velden = geraakteVelden(transactie);
  if (van === tot) return { client, velden, delen: [] };
  if (transactie.origin instanceof UndoManager)
    return { client, velden, delen: [{ van, tot, getypt: false }] };

  const gewist =
    tekst.length === 0 || transactie.deleteSet.clients.size === 0
      ? []
      : gewisteTekst(transactie, (id, klok) => onbevestigd.isGetypt(id, klok));
  const delen = tekst.flatMap((stuk) => ontleed(stuk.van, stuk.tekst, gewist));
  return { client, velden, delen: vulAan(van, tot, delen) };
}

/** Shorter than this is typed: a letter is found in any text. */
const KORTSTE = 2;

function ontleed(van: number, tekst: string, gewist: readonly GewisteTekst[]): Deel[] {
  const getypt = Array.from({ length: tekst.length }, () => true);
  const neemOver = (bron: GewisteTekst, vanaf: number, naar: number, lengte: number): void => {
    if (lengte < KORTSTE) return;
    for (let i = 0; i < lengte; i += 1) getypt[naar + i] = bron.eigen[vanaf + i] ?? false;
  };
  const bron = gewist.find((weg) => weg.tekst.includes(tekst));
  if (bron !== undefined) neemOver(bron, bron.tekst.indexOf(tekst), 0, tekst.length);
  else {
    for (const weg of gewist) {
      const begin = gelijkBegin(tekst, weg.tekst);
      neemOver(weg, 0, 0, begin);
      const eind = gelijkEind(tekst.slice(begin), weg.tekst);
      neemOver(weg, weg.tekst.length - eind, tekst.length - eind, eind);
    }
  }

  const delen: Deel[] = [];
  getypt.forEach((zelf, i) => {
    const vorig = delen.at(-1);
    if (vorig?.getypt === zelf) delen[delen.length - 1] = { ...vorig, tot: van + i + 1 };
    else delen.push({ van: van + i, tot: van + i + 1, getypt: zelf });
  });
  return delen;
}

/** Adds what isn't text: paragraphs, marks. */
function vulAan(van: number, tot: number, delen: readonly Deel[]): Deel[] {
  const alles: Deel[] = [];
  let plaats = van;
  for (const deel of delen) {
    if (plaats < deel.van) alles.push({ van: plaats, tot: deel.van, getypt: false });
    alles.push(deel);
    plaats = deel.tot;
  }
  if (plaats < tot) alles.push({ van: plaats, tot, getypt: false });
  return alles;
}

function gelijkBegin(a: string, b: string): number {
  let lengte = 0;
  while (lengte < a.length && lengte < b.length && a[lengte] === b[lengte]) lengte += 1;
  return lengte;
}

function gelijkEind(a: string, b: string): number {
  let lengte = 0;
  while (lengte < a.length && lengte < b.length && a.at(-1 - lengte) === b.at(-1 - lengte)) lengte += 1;
  return lengte;
}
