import { type Transaction, UndoManager } from 'yjs';
import type { Deel, Onbevestigd, Wijziging } from './onbevestigd.ts';
import { type GewisteTekst, geraakteVelden, gewisteTekst, teruggezet, toegevoegd } from './yjs.ts';

/**
 * What a transaction of this person changed. To be called in `afterTransaction`.
 *
 * Dragging text elsewhere, correcting the spelling of a sentence and undo make an editor insert text again under the
 * id of whoever did it: the characters of others among it count as not typed, so that a left-over under NK7 doesn't
 * hold them; one's own stay one's own (ST15). What somebody pastes counts as typed: their clipboard has it anyway.
 */
export function beschrijf(transactie: Transaction, onbevestigd: Onbevestigd): Wijziging {
  const client = transactie.doc.clientID;
  const { van, tot, tekst } = toegevoegd(transactie, client);
  const velden = geraakteVelden(transactie);
  if (van === tot) return { client, velden, delen: [] };
  if (transactie.origin instanceof UndoManager) {
    const eigen = teruggezet(transactie, client, onbevestigd.isGetypt);
    return {
      client,
      velden,
      delen: delenVan(
        van,
        Array.from({ length: tot - van }, (_, i) => eigen[van + i] ?? false),
      ),
    };
  }

  const gewist =
    tekst.length === 0 || transactie.deleteSet.clients.size === 0
      ? []
      : gewisteTekst(transactie, onbevestigd.isGetypt);
  // Nobody types in two places at once: of what comes in pieces the shortest was moved as well.
  const kortste = tekst.length > 1 ? 1 : KORTSTE;
  const delen = tekst.flatMap((stuk) => ontleed(stuk.van, stuk.tekst, gewist, kortste));
  return { client, velden, delen: vulAan(van, tot, delen) };
}

/** Shorter than this is typed: a letter is found in any text. */
const KORTSTE = 2;
/** The same in the midst of what was typed, where any word may be found by chance. */
const KORTSTE_BINNEN = 6;

function ontleed(van: number, tekst: string, gewist: readonly GewisteTekst[], kortste: number): Deel[] {
  const getypt = Array.from({ length: tekst.length }, () => true);
  const neemOver = (bron: GewisteTekst, vanaf: number, naar: number, lengte: number): void => {
    for (let i = 0; i < lengte; i += 1) getypt[naar + i] &&= bron.eigen[vanaf + i] ?? false;
  };
  const bron = gewist.find((weg) => tekst.length >= kortste && weg.tekst.includes(tekst));
  if (bron !== undefined) neemOver(bron, bron.tekst.indexOf(tekst), 0, tekst.length);
  else {
    for (const weg of gewist) {
      const begin = gelijkBegin(tekst, weg.tekst);
      if (begin >= KORTSTE) neemOver(weg, 0, 0, begin);
      const eind = gelijkEind(tekst.slice(begin), weg.tekst);
      if (eind >= KORTSTE) neemOver(weg, weg.tekst.length - eind, tekst.length - eind, eind);
      for (const { vanaf, naar, lengte } of gelijkeStukken(tekst, weg.tekst))
        neemOver(weg, vanaf, naar, lengte);
    }
  }

  return delenVan(van, getypt);
}

/** Stretches from a clock on. @param getypt of each character whether it was typed */
function delenVan(van: number, getypt: readonly boolean[]): Deel[] {
  const delen: { van: number; tot: number; getypt: boolean }[] = [];
  getypt.forEach((zelf, i) => {
    const vorig = delen.at(-1);
    if (vorig?.getypt === zelf) vorig.tot += 1;
    else delen.push({ van: van + i, tot: van + i + 1, getypt: zelf });
  });
  return delen;
}

/** Adds what isn't text: markers, anchors, marks. */
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

/** Where long stretches of `tekst` stand in `weg`, from left to right; without looking at every place in both. */
function gelijkeStukken(tekst: string, weg: string): { vanaf: number; naar: number; lengte: number }[] {
  const plaatsen = new Map<string, number>();
  for (let i = 0; i + KORTSTE_BINNEN <= weg.length; i += 1) {
    plaatsen.set(weg.slice(i, i + KORTSTE_BINNEN), i);
  }
  const stukken: { vanaf: number; naar: number; lengte: number }[] = [];
  for (let naar = 0; naar + KORTSTE_BINNEN <= tekst.length; ) {
    const vanaf = plaatsen.get(tekst.slice(naar, naar + KORTSTE_BINNEN));
    const lengte = vanaf === undefined ? 0 : gelijkBegin(tekst.slice(naar), weg.slice(vanaf));
    if (vanaf !== undefined) stukken.push({ vanaf, naar, lengte });
    naar += Math.max(1, lengte);
  }
  return stukken;
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
