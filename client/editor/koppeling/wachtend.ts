import type { Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import { getState, type Text as YText } from 'yjs';
import { documentVan } from './naar-document.ts';
import { aantalPlaatsen, plaatsVan, posVan } from './plaatsen.ts';
import { aantalVan, idsVan, idsVoor, metAndere, type Plaatsids, Plekken } from './plaatsids.ts';
import { type MetIds, stappenNaar } from './stappen-naar.ts';
import { isZelfdeTeken, lengteVan, tekensIn } from './tekens.ts';

/**
 * What others changed and the screen doesn't show yet, while something is composed there (TX7). Of each place on the
 * screen it knows which character of the text that is: where something stands is never guessed from what it says, for
 * a word that is composed is made of the same letters again at each key.
 */
export class Wachtend {
  readonly #tekst: YText;
  #scherm: MetIds;
  /** The text as it is now, by others' changes and one's own steps; null when it is to be read. */
  #nu: MetIds | null;

  /** @param ander what others changed, from what the screen shows to what the text says by now */
  constructor(tekst: YText, ander: Transform) {
    this.#tekst = tekst;
    this.#nu = { doc: ander.doc, ids: idsVan(tekst) };
    this.#scherm = { doc: ander.before, ids: idsVoor(ander, this.#nu.ids) };
  }

  /** Others changed something more: the text is to be read anew. */
  merkOp(): void {
    this.#nu = null;
  }

  /** From what the screen shows to what the text says, to the mark. */
  ander(): Transform {
    this.merkOp();
    return stappenNaar(this.#scherm, this.#lees());
  }

  /**
   * Puts a step that one did on the screen among what others did.
   * @param na what the screen shows after it
   * @param schrijf writes steps on what the text says; none where others took away what it was about
   */
  neemEigen(stap: Step, na: Node, schrijf: (opTekst: Transform) => void): void {
    const { doc: voor, ids } = this.#scherm;
    const nu = this.#lees();
    const { mapping } = stappenNaar(this.#scherm, nu);
    const opTekst = new Transform(nu.doc);
    const deel = deelVan(stap, voor, na);
    if (deel === null) {
      const verplaatst = stap.map(mapping);
      if (verplaatst !== null) opTekst.maybeStep(verplaatst);
    } else {
      const plek = mapping.map(posVan(voor, deel.van), -1);
      vervang(opTekst, stretchesIn(nu, new Plekken(ids, deel.van, deel.tot)), plek, deel.inhoud);
    }
    const eerste = this.#volgendId();
    schrijf(opTekst);
    this.#nu = { doc: opTekst.doc, ids: idsVan(this.#tekst) };
    const bereik = deel ?? bereikVan(stap, voor);
    const lengte = aantalPlaatsen(na) - aantalPlaatsen(voor);
    this.#scherm = { doc: na, ids: bereik === null ? ids : idsNa(ids, bereik, lengte, this.#nu.ids, eerste) };
  }

  /** What one writes next stands under this client id, from this clock on. */
  #volgendId(): Id {
    const { doc } = this.#tekst;
    if (doc === null) throw new Error('a text to edit has to stand in a document');
    return { client: doc.clientID, klok: getState(doc.store, doc.clientID) };
  }

  #lees(): MetIds {
    this.#nu ??= { doc: documentVan(this.#tekst), ids: idsVan(this.#tekst) };
    return this.#nu;
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
  const [erVoor, erNa] = [lengteVan(oud.slice(0, links)), lengteVan(oud.slice(oud.length - rechts))];
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
function stretchesIn({ doc, ids }: MetIds, welke: Plekken): Stretch[] {
  const stretches: { van: number; tot: number }[] = [];
  for (const plaats of plaatsenVan(ids, (een) => welke.van(ids, een) !== undefined)) {
    const vorig = stretches.at(-1);
    if (vorig?.tot === plaats) vorig.tot += 1;
    else stretches.push({ van: plaats, tot: plaats + 1 });
  }
  return stretches.map(({ van, tot }) => ({ from: posVan(doc, van), to: posVan(doc, tot) }));
}

function plaatsenVan(ids: Plaatsids, is: (plaats: number) => boolean): number[] {
  const plaatsen: number[] = [];
  for (let plaats = 0; plaats < aantalVan(ids); plaats += 1) if (is(plaats)) plaatsen.push(plaats);
  return plaatsen;
}

/** Takes out what of it is still there, and nothing that others put between; puts in what is new. */
function vervang(opTekst: Transform, stretches: readonly Stretch[], plek: number, inhoud: Slice): void {
  const [eerste = { from: plek, to: plek }, ...rest] = stretches;
  for (const { from, to } of rest.reverse()) opTekst.delete(from, to);
  const { from, to } = eerste;
  if (from === to && inhoud.size === 0) return;
  if (opTekst.maybeStep(new ReplaceStep(from, to, inhoud)).failed !== null) opTekst.replace(from, to, inhoud);
}

interface Id {
  readonly client: number;
  readonly klok: number;
}

/**
 * Which characters the screen shows after a step of one's own that was written: what stayed, and what is new.
 * @param langer how many places the screen has more by it
 * @param tekst what stands in the text now @param eerste where what is new begins
 */
function idsNa(
  ids: Plaatsids,
  { van, tot }: Pick<Deel, 'van' | 'tot'>,
  langer: number,
  tekst: Plaatsids,
  eerste: Id,
): Plaatsids {
  const was = new Plekken(ids, van, tot);
  const isNieuw = (plaats: number): boolean =>
    tekst.client[plaats] === eerste.client && (tekst.klok[plaats] ?? 0) >= eerste.klok;
  const hier = plaatsenVan(tekst, (plaats) => isNieuw(plaats) || was.van(tekst, plaats) !== undefined);
  const lengte = tot - van + langer;
  // Of what others took the place away nothing was written.
  const erbij = hier.length === lengte ? hier : Array.from({ length: lengte }, () => null);
  return metAndere(ids, { van, tot }, tekst, erbij);
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
