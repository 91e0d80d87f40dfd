import { isDiscreet, lidVanGezelschap } from './gezelschap.ts';
import type { Kant, Spoor } from './kant.ts';
import type { Run } from './opdrachten.ts';
import { onbekenden, verborgenVoor } from './orakel.ts';
import type { Verslag } from './stand.ts';
import { type Eerste, voerUit, voerVariantUit } from './uitvoering.ts';

/** In an answer or event; its quotes may be escaped. The key that it is made with is another in each server. */
const VERSIE = /(?<=\\?"versie\\?":\\?")[\w-]{16}(?=\\?")/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** How the runs went, for who reads the numbers: a property that compares nothing holds as well. */
export interface Telling {
  runs: number;
  verborgen: number;
  nietVergeleken: number;
  /** What differed once, and not when it was run again: of each the first lines. */
  readonly eenmalig: string[];
}

/** The two servers sent the kijker something else. */
class Verschil extends Error {}

export function nieuweTelling(): Telling {
  return { runs: 0, verborgen: 0, nietVergeleken: 0, eenmalig: [] };
}

/**
 * NK6 for one run: what the kijker was sent is the same, whatever happened out of their sight. What the order of two things
 * at one moment decides is outside the claim, and on a busy machine that order is another now and then: so what differs is
 * run twice more, and counts as a leak when it differs again. @throws on a leak
 */
export async function vergelijk(a: Kant, b: Kant, run: Run, telling: Telling): Promise<void> {
  try {
    await vergelijkEens(a, b, run, telling);
  } catch (fout) {
    if (!(fout instanceof Verschil)) throw fout;
    for (let nogmaals = 0; nogmaals < 2; nogmaals++) await vergelijkEens(a, b, run, nieuweTelling());
    telling.eenmalig.push(String(fout).split('\n').slice(0, 4).join('\n'));
  }
}

/** The same, run once: for a mistake made on purpose, which may show only the first time. @throws on a difference */
export async function vergelijkEens(a: Kant, b: Kant, run: Run, telling: Telling): Promise<void> {
  const eerste = await voerUit(a, run);
  const vervangingen = verborgenVoor(eerste.stand, eerste.verslagen, run.kijker, run.variatie);
  telling.runs += 1;
  telling.verborgen += vervangingen.size;
  const vreemd = onbekenden(eerste.stand, eerste.verslagen, run.kijker).find((wie) =>
    [eerste.spoor.sync, eerste.spoor.http.flatMap(vanTafel)].some((gestuurd) =>
      JSON.stringify(gestuurd).includes(
        JSON.stringify(`"naam":"naam-${lidVanGezelschap(wie).naam}"`).slice(1, -1),
      ),
    ),
  );
  const gezegd = watAdviseursLezen(eerste, run.kijker);
  if (gezegd !== null)
    throw new Error(`what the kijker was sent differs: who advises reads ${gezegd}
${verhaal(eerste, run.kijker, vervangingen)}`);
  const opPapier = watNietOpPapierMag(eerste, run.kijker);
  if (opPapier !== null)
    throw new Error(`what the kijker was sent differs: on paper stands ${opPapier}
${verhaal(eerste, run.kijker, vervangingen)}`);
  const tweede = await voerVariantUit(b, eerste, run.kijker, vervangingen);
  if (tweede === null) {
    telling.nietVergeleken += 1;
    return;
  }
  const verschil = eersteVerschil(regels(eerste.spoor), regels(tweede));
  // What they do may be seen, under no name: leaving it out would say nothing of that.
  if (vreemd !== undefined) {
    throw new Error(`what the kijker was sent differs: it names ${lidVanGezelschap(vreemd).naam}, whom they don't know
${verhaal(eerste, run.kijker, vervangingen)}`);
  }
  if (verschil !== null) throw new Verschil(`${verschil}\n${verhaal(eerste, run.kijker, vervangingen)}`);
}

/** What an answer says of a table; of an overleg no more than who speaks there, for who is in its series one knows (OV1). */
function vanTafel(antwoord: unknown): unknown[] {
  const { tekst } = antwoord as { readonly tekst?: unknown };
  if (typeof tekst !== 'string' || !tekst.includes('aanTafel')) return [];
  const body: { readonly gesprek?: unknown } = JSON.parse(tekst);
  return [body.gesprek === undefined ? tekst : JSON.stringify(body.gesprek)];
}

/**
 * OV11: at a question that somebody advises on stands no name of who takes part in a casus, nor a label of one: in both
 * servers they are the same, so that comparing finds neither. @returns what stands there all the same, or null
 */
function watAdviseursLezen({ spoor, stand }: Eerste, kijker: number): string | null {
  const namen = stand.casussen
    .flatMap(({ stoelen }) => stoelen.map(({ wie }) => wie))
    .filter((wie) => wie !== kijker)
    .map((wie) => `naam-${lidVanGezelschap(wie).naam}`);
  for (const een of spoor.http as { readonly tekst?: unknown }[]) {
    // An answer as it was sent, or an outcome of something else.
    if (typeof een.tekst !== 'string' || !een.tekst.includes('"leest":')) continue;
    const { rol, casus, vraag, toelichting, leest } = JSON.parse(een.tekst);
    if (rol !== 'deskundige' && rol !== 'wacht') continue;
    if (casus !== null) return 'a casus';
    const woorden = JSON.stringify([vraag, toelichting, leest]);
    const naam = namen.find((een_) => new RegExp(`${een_}\\b`).test(woorden));
    if (naam !== undefined) return naam;
  }
  return null;
}

/** What a member of the household reads, of whatever is in a casus (need-to-know.md, the column gezin). */
const VAN_HET_GEZIN: ReadonlySet<string> = new Set(['plan', 'inwoner', 'naam', 'adres', 'contact']);

/**
 * NK16: who prints may read it all themselves, so comparing doesn't find what they shouldn't hand out: a note of the
 * regisseur, or somebody of whom the others may not know. @returns what stands there all the same, or null
 */
function watNietOpPapierMag({ spoor, stand }: Eerste, kijker: number): string | null {
  const discreet = stand.casussen
    .flatMap(({ stoelen }) => stoelen)
    .filter(({ wie, ooitBekend }) => wie !== kijker && !ooitBekend)
    .filter(({ was }) => was.every(({ zetel, regisseur }) => isDiscreet(zetel) && !regisseur))
    .map(({ wie }) => `naam-${lidVanGezelschap(wie).naam}`);
  for (const { tekst } of spoor.http as { readonly tekst?: unknown }[]) {
    // An answer as it was sent, of something printed.
    if (typeof tekst !== 'string' || !/^\{"label":.*"voor":"(?:mij|tafel|gezin)"/.test(tekst)) continue;
    const { voor, mensen, compartimenten, kaarten, teksten } = JSON.parse(tekst);
    const delen = new Map<string, string>(
      compartimenten.map((deel: { id: string; categorie: string }) => [deel.id, deel.categorie]),
    );
    const categorieen = [...delen.values()];
    if (categorieen.some((categorie) => categorie === 'regie' || categorie === 'concept'))
      return 'a note of the regisseur or a concept';
    const vreemd = categorieen.filter((categorie) => !VAN_HET_GEZIN.has(categorie));
    if (voor === 'gezin' && vreemd.length > 0) return `to the household what it doesn’t read: ${vreemd}`;
    const los = [...kaarten, ...teksten].find(
      ({ compartimentId }: { compartimentId: string | null }) =>
        compartimentId !== null && !delen.has(compartimentId),
    );
    if (los !== undefined) return `what stands nowhere that may be printed: ${JSON.stringify(los)}`;
    const naam = discreet.find((een) => JSON.stringify(mensen).includes(`"${een}"`));
    if (naam !== undefined) return `${naam}, who takes part discreetly`;
  }
  return null;
}

/** What was sent, a line each, with ids renamed in the order in which they appear. */
function regels(spoor: Spoor): string[] {
  const namen = new Map<string, string>();
  const hernoem = (tekst: string): string =>
    [UUID, VERSIE].reduce(
      (zo, patroon) =>
        zo.replaceAll(patroon, (id) => {
          const naam = namen.get(id) ?? `id${namen.size}`;
          namen.set(id, naam);
          return naam;
        }),
      tekst,
    );
  return [
    ...spoor.http.map((een) => `http ${hernoem(JSON.stringify(een))}`),
    ...spoor.live.flatMap((socket, i) => socket.map((een) => `live ${i} ${hernoem(JSON.stringify(een))}`)),
    ...spoor.sync.flatMap(({ besturing, kanalen, sluitcode }, i) => [
      ...besturing.map((een) => `sync ${i} ${hernoem(een)}`),
      ...kanalen.flatMap(({ naam, berichten }) =>
        berichten.map((een) => `sync ${i} ${naam} ${hernoem(JSON.stringify(een))}`),
      ),
      `sync ${i} closed ${sluitcode}`,
    ]),
  ];
}

function eersteVerschil(a: readonly string[], b: readonly string[]): string | null {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] === b[i]) continue;
    const [x = '(nothing)', y = '(nothing)'] = [a[i], b[i]];
    let plek = 0;
    while (plek < x.length && x[plek] === y[plek]) plek += 1;
    const van = Math.max(0, plek - 200);
    return `what the kijker was sent differs at ${i}:\n  with:    …${x.slice(van, plek + 200)}\n  without: …${y.slice(van, plek + 200)}\n`;
  }
  return null;
}

function verhaal(eerste: Eerste, kijker: number, vervangingen: ReadonlyMap<number, unknown>): string {
  const regel = ({ index, soort, verzoek, gelukt }: Verslag): string => {
    const anders = vervangingen.get(index);
    const teken = anders === undefined ? ' ' : anders === 'weg' ? '-' : '~';
    return `${teken} ${index} ${soort} ${gelukt ? '' : '(refused) '}${JSON.stringify(verzoek)}`;
  };
  return [`kijker ${kijker}; - left out, ~ other content`, ...eerste.verslagen.map(regel)].join('\n');
}
