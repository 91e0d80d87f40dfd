import { z } from '../../../shared/contract/zod.ts';
import { Lezer } from '../../teksten/poort/lezer.ts';
import { Afgekeurd } from '../../teksten/poort/uitkomst.ts';
import { varUint } from './berichten.ts';

/** Under which name somebody's cursor stands on a reader's screen (NK19, NK20). */
export type Cursornaam =
  | { readonly deelnemerId: string; readonly naam: string; readonly zetel: string }
  | { readonly naam: 'deelnemer' };

/** The id of a struct of Yjs; its numbers are below 2^32 and 2^53. */
const Struct = z.object({ client: z.int().min(0).max(0xffff_ffff), clock: z.int().min(0) });
/** A place in a text, as Yjs writes a relative position in a `Y.Text` that is a root; others are in no text here. */
const Plaats = z.object({
  type: z.null().optional(),
  tname: z.string().max(64).nullish(),
  item: Struct.nullish(),
  assoc: z.int().min(-1).max(0).optional(),
});
type Plaats = z.infer<typeof Plaats>;
const Staat = z.object({ cursor: z.object({ anchor: Plaats, head: Plaats }).nullish() }).nullable();

/** Where somebody is: made anew of what was read, so that nothing else of it goes on. */
interface Plek {
  readonly anchor: Plaats;
  readonly head: Plaats;
}

interface Cursor<Kanaal> {
  readonly kanaal: Kanaal;
  /** Null when it isn't in a text now. */
  readonly cursor: Plek | null;
  readonly klokVanClient: number;
}

/** Where people are in the texts of one compartment: awareness, with nothing in it but a place (SY8). */
export class Cursors<Kanaal extends { readonly ids: ReadonlySet<number> }> {
  readonly #perId = new Map<number, Cursor<Kanaal>>();
  /** The clock of what was sent on last: y-protocols takes only what is newer, also after a restart. */
  #klok = 0;
  readonly #nu: () => number;

  readonly #isVeld: (naam: string) => boolean;

  /**
   * @param nu the time, in ms since 1970
   * @param isVeld whether this is the name of a text that a cursor can be in
   */
  constructor(nu: () => number, isVeld: (naam: string) => boolean) {
    this.#nu = nu;
    this.#isVeld = isVeld;
  }

  /**
   * Takes in an awareness message. Only an entry under an id of the sender's own counts; others are left out in
   * silence, as y-websocket's provider echoes whatever it hears.
   * @returns whose cursor changed; empty when nothing did, null when it is no awareness message
   */
  neem(kanaal: Kanaal, staten: Uint8Array): number[] | null {
    const regels = lees(staten);
    if (regels === null) return null;
    const veranderd: number[] = [];
    for (const { id, klok, json } of regels) {
      if (!kanaal.ids.has(id)) continue;
      const vorige = this.#perId.get(id);
      // Older than what we have: a message that was overtaken. Not so with null: y-protocols sends it under the same clock.
      if (vorige?.kanaal === kanaal && klok <= vorige.klokVanClient && json !== 'null') continue;
      const staat = leesStaat(json);
      if (staat === undefined) return null;
      this.#perId.set(id, { kanaal, cursor: plekIn(staat, this.#isVeld), klokVanClient: klok });
      // One entry an id goes on, however often a message names it.
      if (!veranderd.includes(id)) veranderd.push(id);
    }
    return veranderd;
  }

  /** Takes away the cursors of a kanaal that closes. @returns whose stood somewhere */
  verlaat(kanaal: Kanaal): number[] {
    const weg = [...this.#perId].filter(([, een]) => een.kanaal === kanaal);
    for (const [id] of weg) this.#perId.delete(id);
    return weg.filter(([, een]) => een.cursor !== null).map(([id]) => id);
  }

  /** Ids with a cursor that isn't this kanaal's own. */
  vanAnderen(kanaal: Kanaal): number[] {
    return [...this.#perId]
      .filter(([, een]) => een.kanaal !== kanaal && een.cursor !== null)
      .map(([id]) => id);
  }

  /** Whose cursor an id is; undefined when there never was one. */
  kanaalVan(id: number): Kanaal | undefined {
    return this.#perId.get(id)?.kanaal;
  }

  /**
   * The clock for what is sent on next: the time, and never the same twice. A counter would tell each reader how many
   * messages went to the others (NK6), and so that there are any (NK20).
   */
  tik(): number {
    this.#klok = Math.max(this.#nu(), this.#klok + 1);
    return this.#klok;
  }

  /**
   * An awareness message with these cursors, each under the name that `noem` gives; null for those that are gone.
   * @param klok of `tik`; what goes to several readers at once bears the same
   */
  schrijf(ids: readonly number[], klok: number, noem: (kanaal: Kanaal) => Cursornaam): Uint8Array {
    const delen: Uint8Array[] = [varUint(ids.length)];
    for (const id of ids) {
      const een = this.#perId.get(id);
      const staat = een?.cursor == null ? null : { user: noem(een.kanaal), cursor: een.cursor };
      const json = Buffer.from(JSON.stringify(staat));
      delen.push(varUint(id), varUint(klok), varUint(json.length), json);
    }
    return Buffer.concat(delen);
  }
}

function lees(staten: Uint8Array): { id: number; klok: number; json: string }[] | null {
  try {
    const lezer = new Lezer(staten);
    const aantal = lezer.getal();
    if (aantal * 3 > lezer.rest) return null;
    const regels: { id: number; klok: number; json: string }[] = [];
    for (let n = 0; n < aantal; n += 1) {
      const id = lezer.getal();
      const klok = lezer.getal();
      regels.push({ id, klok, json: Buffer.from(lezer.stuk()).toString() });
    }
    return lezer.rest === 0 ? regels : null;
  } catch (fout) {
    if (fout instanceof Afgekeurd) return null;
    throw fout;
  }
}

/**
 * Where in these velden; null for nowhere. A name that is none of theirs is somebody's own words to everyone who reads
 * along, and a root to their documents.
 */
function plekIn(staat: z.infer<typeof Staat>, isVeld: (naam: string) => boolean): Plek | null {
  const { cursor } = staat ?? {};
  if (cursor == null) return null;
  const isHier = ({ tname, item }: Plaats): boolean => (tname == null ? item != null : isVeld(tname));
  if (!isHier(cursor.anchor) || !isHier(cursor.head)) return null;
  return { anchor: plaats(cursor.anchor), head: plaats(cursor.head) };
}

/** Field by field. */
function plaats({ tname, item, assoc }: Plaats): Plaats {
  return {
    type: null,
    tname: tname ?? null,
    item: item == null ? null : { client: item.client, clock: item.clock },
    assoc: assoc ?? 0,
  };
}

/** Undefined when it is nothing that an editor writes. */
function leesStaat(json: string): z.infer<typeof Staat> | undefined {
  try {
    const gelezen = Staat.safeParse(JSON.parse(json));
    return gelezen.success ? gelezen.data : undefined;
  } catch {
    return undefined;
  }
}
