import type { Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import type { Text as YText } from 'yjs';
import { documentVan } from './naar-document.ts';
import { plaatsVan, posVan } from './plaatsen.ts';
import { idsVan, idsVoor, type Plaatsids } from './plaatsids.ts';
import { type MetIds, stappenNaar } from './stappen-naar.ts';
import { isZelfdeTeken, tekensIn } from './tekens.ts';

/**
 * What others changed and the screen doesn't show yet, while something is composed there (TX7). Of each place on the
 * screen it knows which character of the text that is: where something stands is never guessed from what it says, for
 * a word that is composed is made of the same letters again at each key.
 */
export class Wachtend {
  readonly #tekst: YText;
  #scherm: MetIds;

  /** @param ander what others changed, from what the screen shows to what the text says by now */
  constructor(tekst: YText, ander: Transform) {
    this.#tekst = tekst;
    this.#scherm = { doc: ander.before, ids: idsVoor(ander, idsVan(tekst)) };
  }

  /** From what the screen shows to what the text says. */
  ander(): Transform {
    return stappenNaar(this.#scherm, this.#nu());
  }

  /**
   * Puts a step that one did on the screen among what others did.
   * @param na what the screen shows after it
   * @param schrijf writes steps on what the text says; none where others took away what it was about
   */
  neemEigen(stap: Step, na: Node, schrijf: (opTekst: Transform) => void): void {
    const { doc: voor } = this.#scherm;
    const nu = this.#nu();
    const ander = stappenNaar(this.#scherm, nu);
    const opTekst = new Transform(nu.doc);
    const deel = deelVan(stap, voor, na);
    if (deel === null) {
      const verplaatst = stap.map(ander.mapping);
      if (verplaatst !== null) opTekst.maybeStep(verplaatst);
    } else {
      const plek = ander.mapping.map(posVan(voor, deel.van), -1);
      vervang(opTekst, stretchesIn(nu, this.#scherm.ids.slice(deel.van, deel.tot)), plek, deel.inhoud);
    }
    schrijf(opTekst);
    const bereik = deel ?? bereikVan(stap, voor);
    const ids =
      bereik === null ? this.#scherm.ids : idsNa(this.#scherm, bereik, na, nu.ids, idsVan(this.#tekst));
    this.#scherm = { doc: na, ids };
  }

  #nu(): MetIds {
    return { doc: documentVan(this.#tekst), ids: idsVan(this.#tekst) };
  }
}

/** What a step replaces: places, and what comes there. */
interface Deel {
  readonly van: number;
  readonly tot: number;
  readonly inhoud: Slice;
}

/** What a step really replaces: of a word that a composition makes anew only what differs; null for other steps. */
function deelVan(stap: Step, voor: Node, na: Node): Deel | null {
  if (!(stap instanceof ReplaceStep)) return null;
  const { from, to, slice } = stap;
  if (voor.resolve(from).depth === 0 || voor.resolve(to).depth === 0) return null;
  const [van, tot] = [plaatsVan(voor, from), plaatsVan(voor, to)];
  const nieuwTot = tot + aantalPlaatsen(na) - aantalPlaatsen(voor);
  const [oud, nieuw] = [tekensIn(voor, van, tot), tekensIn(na, van, nieuwTot)];
  if ([...oud, ...nieuw].some(({ soort }) => soort === 'grens')) return { van, tot, inhoud: slice };
  let [links, rechts] = [0, 0];
  const kortste = Math.min(oud.length, nieuw.length);
  while (links < kortste && isZelfdeTeken(oud[links], nieuw[links])) links += 1;
  while (rechts < kortste - links && isZelfdeTeken(oud.at(-1 - rechts), nieuw.at(-1 - rechts))) rechts += 1;
  const lengte = (tekens: typeof oud): number => tekens.reduce((som, teken) => som + teken.lengte, 0);
  const [erVoor, erNa] = [lengte(oud.slice(0, links)), lengte(oud.slice(oud.length - rechts))];
  return {
    van: van + erVoor,
    tot: tot - erNa,
    inhoud: na.slice(posVan(na, van + erVoor), posVan(na, nieuwTot - erNa)),
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where these characters still stand, without what stands between them. */
function stretchesIn({ doc, ids }: MetIds, welke: Plaatsids): Stretch[] {
  const gezocht = new Set(welke);
  const stretches: { van: number; tot: number }[] = [];
  ids.forEach((id, plaats) => {
    if (!gezocht.has(id)) return;
    const vorig = stretches.at(-1);
    if (vorig?.tot === plaats) vorig.tot += 1;
    else stretches.push({ van: plaats, tot: plaats + 1 });
  });
  return stretches.map(({ van, tot }) => ({ from: posVan(doc, van), to: posVan(doc, tot) }));
}

/** Takes out what of it is still there, and nothing that others put between; puts in what is new. */
function vervang(opTekst: Transform, stretches: readonly Stretch[], plek: number, inhoud: Slice): void {
  const [eerste = { from: plek, to: plek }, ...rest] = stretches;
  for (const { from, to } of rest.reverse()) opTekst.delete(from, to);
  const { from, to } = eerste;
  if (from === to && inhoud.size === 0) return;
  if (opTekst.maybeStep(new ReplaceStep(from, to, inhoud)).failed !== null) opTekst.replace(from, to, inhoud);
}

/** Which characters the screen shows after a step of one's own that was written: what stayed, and what is new. */
function idsNa(
  { ids }: MetIds,
  { van, tot }: Pick<Deel, 'van' | 'tot'>,
  na: Node,
  tekstVoor: Plaatsids,
  tekstNa: Plaatsids,
): Plaatsids {
  const [was, bekend] = [new Set(ids.slice(van, tot)), new Set(tekstVoor)];
  const lengte = tot - van + aantalPlaatsen(na) - ids.length;
  const hier = tekstNa.filter((id) => was.has(id) || !bekend.has(id));
  // Of what others took the place away nothing was written.
  const nieuw = hier.length === lengte ? hier : Array.from({ length: lengte }, () => null);
  return [...ids.slice(0, van), ...nieuw, ...ids.slice(tot)];
}

/** From which place to which a step changes something; null for what moves nothing. */
function bereikVan(stap: Step, voor: Node): Pick<Deel, 'van' | 'tot'> | null {
  const randen: number[] = [];
  stap.getMap().forEach((van, tot) => {
    randen.push(plaatsVan(voor, van), plaatsVan(voor, tot, 'achter'));
  });
  const [van, tot] = [randen[0], randen.at(-1)];
  return van === undefined || tot === undefined ? null : { van, tot };
}

function aantalPlaatsen(doc: Node): number {
  return doc.content.size - doc.childCount - 1;
}
