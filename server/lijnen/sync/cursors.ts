import { z } from '../../../shared/contract/zod.ts';
import { Lezer } from '../../teksten/poort/lezer.ts';
import { Afgekeurd } from '../../teksten/poort/uitkomst.ts';
import { varUint } from './berichten.ts';

/** Under which name somebody's cursor stands on a reader's screen (NK19, NK20). */
export type Cursornaam =
  | { readonly deelnemerId: string; readonly naam: string; readonly zetel: string }
  | { readonly naam: 'deelnemer' };

/** A place in a text, as Yjs writes a relative position; whatever else an awareness state holds is left out. */
const Plaats = z.object({
  type: z.object({ client: z.int().min(0), clock: z.int().min(0) }).nullish(),
  tname: z.string().max(64).nullish(),
  item: z.object({ client: z.int().min(0), clock: z.int().min(0) }).nullish(),
  assoc: z.int().min(-1).max(0).optional(),
});
const Staat = z.object({ cursor: z.object({ anchor: Plaats, head: Plaats }).nullish() }).nullable();
type Staat = z.infer<typeof Staat>;

interface Cursor<Kanaal> {
  readonly kanaal: Kanaal;
  /** Null when it isn't in a text now. */
  readonly cursor: NonNullable<NonNullable<Staat>['cursor']> | null;
  readonly klokVanClient: number;
}

/** Where people are in the texts of one compartment: awareness, with nothing in it but a place (SY8). */
export class Cursors<Kanaal extends { readonly ids: ReadonlySet<number> }> {
  readonly #perId = new Map<number, Cursor<Kanaal>>();
  /** The clock of what was sent on last: y-protocols takes only what is newer, also after a restart. */
  #klok = 0;
  readonly #nu: () => number;

  /** @param nu the time, in ms since 1970 */
  constructor(nu: () => number) {
    this.#nu = nu;
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
      this.#perId.set(id, { kanaal, cursor: staat?.cursor ?? null, klokVanClient: klok });
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

/** Undefined when it is nothing that an editor writes. */
function leesStaat(json: string): Staat | undefined {
  try {
    const gelezen = Staat.safeParse(JSON.parse(json));
    return gelezen.success ? gelezen.data : undefined;
  } catch {
    return undefined;
  }
}
