import type { BijzonderhedenVan } from '../../shared/logboek/handelingen.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stap } from '../kern/stap.ts';
import type { Heel, Regelopslag } from './opslag.ts';

/** What is done over and over without saying anything new: looks, and what is refused. */
const HERHAALBAAR: ReadonlySet<string> = new Set([
  'bord_geopend',
  'geopend',
  'groot_scherm',
  'afgedrukt',
  'agendapunt_gelezen',
  'geweigerd',
]);

/** Not repeated for so long: what was counted is told. In ms. */
export const RUST_MS = 15 * 60_000;

/** How often something was done again since it was told; moments in ms since 1970. */
interface Teller {
  /** The line that told it. */
  readonly nummer: number;
  keer: number;
  eerste: number;
  laatste: number;
  /** How much of it is on disk. */
  bewaard: number;
}

/** The kinds that a session has a line of. */
interface Sessie {
  readonly eindeOp: number;
  readonly soorten: Map<string, Teller>;
}

/**
 * ST10: repeats of a look or a refusal in a session. Counted in memory, on disk within a second, and told in one
 * closing line when the session ends, after a quiet while, or when the process stops. What a process that died had
 * counted is told by the next one, as at least so often (decisions/0013).
 */
export class Herhalingen {
  readonly #omgeving: Omgeving;
  readonly #opslag: Regelopslag;
  readonly #sqlite: GeopendeDatabase['sqlite'];
  readonly #bewaar;
  readonly #vergeet;
  readonly #sessies = new Map<string, Sessie>();
  #isOpgenomen = false;

  constructor(behoeften: { database: GeopendeDatabase; omgeving: Omgeving; opslag: Regelopslag }) {
    this.#omgeving = behoeften.omgeving;
    this.#opslag = behoeften.opslag;
    const { sqlite } = behoeften.database;
    this.#sqlite = sqlite;
    this.#bewaar = sqlite.prepare<[number, number, number, number]>(
      `insert into herhalingen (nummer, keer, eerste, laatste) values (?, ?, ?, ?)
       on conflict do update set keer = excluded.keer, laatste = excluded.laatste`,
    );
    this.#vergeet = sqlite.prepare<[number]>('delete from herhalingen where nummer = ?');
  }

  /** Counts it, when this session has a line of its kind. @returns whether it did */
  tel(heel: Heel): boolean {
    if (heel.sessieId === null) return false;
    const teller = this.#sessie(heel.sessieId).soorten.get(soortVan(heel));
    if (teller === undefined) return false;
    if (teller.keer === 0) teller.eerste = heel.op;
    teller.keer += 1;
    teller.laatste = heel.op;
    return true;
  }

  /** A line was written: from now on the next of its kind in its session is a repeat. Within the step of the line. */
  merkOp(nummer: number, heel: Heel, stap: Stap): void {
    if (heel.sessieId === null || !HERHAALBAAR.has(heel.handeling)) return;
    const { sessieId } = heel;
    const { soorten } = this.#sessie(sessieId);
    const soort = soortVan(heel);
    const eerder = soorten.get(soort);
    // A look that is a line again, as with a right that was given back: what went before is told first.
    if (eerder !== undefined) this.#vertel(eerder, false, stap);
    const teller = { nummer, keer: 0, eerste: 0, laatste: 0, bewaard: 0 };
    soorten.set(soort, teller);
    stap.bijMislukken(() => {
      if (soorten.get(soort) !== teller) return;
      if (eerder === undefined) soorten.delete(soort);
      else soorten.set(soort, eerder);
    });
  }

  /** Whether anything has to be written now. */
  heeftWerk(): boolean {
    const nu = this.#omgeving.nu();
    for (const { eindeOp, soorten } of this.#sessies.values()) {
      if (eindeOp <= nu) return true;
      for (const teller of soorten.values()) {
        if (teller.keer > 0 && (teller.keer !== teller.bewaard || isTotRust(teller, nu))) return true;
      }
    }
    return false;
  }

  /** Puts on disk what was counted, and tells what is over. */
  werkBij(stap: Stap): void {
    const nu = stap.moment.nu;
    for (const [sessieId, { eindeOp, soorten }] of [...this.#sessies]) {
      if (eindeOp <= nu) {
        this.sluitSessie(sessieId, stap);
        continue;
      }
      for (const teller of soorten.values()) {
        if (teller.keer === 0) continue;
        if (isTotRust(teller, nu)) this.#vertel(teller, false, stap);
        else if (teller.keer !== teller.bewaard) this.#schrijfOp(teller, stap);
      }
    }
  }

  /** Tells all of a session. */
  sluitSessie(sessieId: string, stap: Stap): void {
    for (const teller of this.#sessies.get(sessieId)?.soorten.values() ?? [])
      this.#vertel(teller, false, stap);
    stap.naAfloop(() => this.#sessies.delete(sessieId));
  }

  /** The next process finds nothing left to tell. */
  sluit(stap: Stap): void {
    for (const sessieId of [...this.#sessies.keys()]) this.sluitSessie(sessieId, stap);
    if (this.#isOpgenomen) this.#sqlite.prepare('delete from logboekhouder').run();
  }

  /**
   * Tells what a process that didn't stop had counted, and takes its place.
   * @returns since when that one kept the record, or null: it stopped as it should
   */
  neemOp(): number | null {
    const houder = this.#sqlite.prepare<[], number>('select sinds from logboekhouder').pluck().get() ?? null;
    const over = this.#sqlite
      .prepare<[], Omit<Teller, 'bewaard'>>('select nummer, keer, eerste, laatste from herhalingen')
      .all();
    for (const teller of over) this.#schrijfEinde({ ...teller, bewaard: teller.keer }, true);
    this.#sqlite
      .prepare(
        'insert into logboekhouder (id, sinds) values (1, ?) on conflict do update set sinds = excluded.sinds',
      )
      .run(this.#omgeving.nu());
    this.#isOpgenomen = true;
    return houder;
  }

  #vertel(teller: Teller, minstens: boolean, stap: Stap): void {
    if (teller.keer === 0) return;
    const was = { ...teller };
    this.#schrijfEinde(teller, minstens);
    teller.keer = 0;
    teller.bewaard = 0;
    stap.bijMislukken(() => {
      // What was counted meanwhile is counted with it.
      teller.keer += was.keer;
      teller.eerste = was.eerste;
      teller.bewaard = was.bewaard;
    });
  }

  #schrijfOp(teller: Teller, stap: Stap): void {
    const was = teller.bewaard;
    this.#bewaar.run(teller.nummer, teller.keer, teller.eerste, teller.laatste);
    teller.bewaard = teller.keer;
    stap.bijMislukken(() => {
      teller.bewaard = was;
    });
  }

  /** One line that says of the first one how often it was done again; the same place, the same people. */
  #schrijfEinde({ nummer, keer, eerste, laatste }: Teller, minstens: boolean): void {
    const eersteRegel = this.#eersteRegel(nummer);
    const bijzonderheden: BijzonderhedenVan<'herhaald'> = {
      nummer,
      handeling: eersteRegel.handeling,
      keer,
      eerste,
      laatste,
      minstens,
    };
    this.#opslag.voegToe({ ...eersteRegel, op: this.#omgeving.nu(), handeling: 'herhaald', bijzonderheden });
    this.#vergeet.run(nummer);
  }

  /** The line that it repeats; when that can't be read any more, what is in the open of it: a count is never dropped. */
  #eersteRegel(nummer: number): Heel {
    const [rij] = this.#opslag.rijen('nummer = ?', nummer);
    if (rij === undefined) throw new Error('what was counted has no line');
    try {
      const { nummer: _, ...heel } = this.#opslag.ontsluit(rij);
      return heel;
    } catch {
      const { nummer: _, compartimentId, betreft, compartiment, bijzonderheden, ...open } = rij;
      return {
        ...open,
        casusId: null,
        compartiment: null,
        betreft: { personen: [], leden: [] },
        bijzonderheden: {},
        leesbaar: true,
      };
    }
  }

  /** What a session has lines of; after a start read from the record itself. */
  #sessie(sessieId: string): Sessie {
    const gevonden = this.#sessies.get(sessieId);
    if (gevonden !== undefined) return gevonden;
    const eindeOp = this.#sqlite
      .prepare<[string], number>('select verloopt_op from sessies where id = ?')
      .pluck()
      .get(sessieId);
    const soorten = new Map<string, Teller>();
    for (const rij of this.#opslag.rijen('sessie_id = ?', sessieId)) {
      if (!HERHAALBAAR.has(rij.handeling)) continue;
      try {
        const teller = { nummer: rij.nummer, keer: 0, eerste: 0, laatste: 0, bewaard: 0 };
        soorten.set(soortVan(this.#opslag.ontsluit(rij)), teller);
      } catch {
        // What can't be read is no first of anything: the next one is a line.
      }
    }
    const sessie = { eindeOp: eindeOp ?? 0, soorten };
    this.#sessies.set(sessieId, sessie);
    return sessie;
  }
}

function isTotRust({ laatste }: Teller, nu: number): boolean {
  return laatste + RUST_MS <= nu;
}

const Opdracht = (bijzonderheden: unknown): unknown =>
  typeof bijzonderheden === 'object' && bijzonderheden !== null && 'opdracht' in bijzonderheden
    ? bijzonderheden.opdracht
    : null;

/**
 * Of one kind is what says the same of the same: guessed ids of what isn't there are of one kind, however many, and
 * each real thing that was asked for is another.
 */
function soortVan({
  handeling,
  casusId,
  compartiment,
  betreft,
  regel,
  bijzonderheden,
  uitkomst,
}: Heel): string {
  return JSON.stringify([
    handeling,
    casusId,
    compartiment?.id ?? null,
    betreft.personen,
    betreft.leden,
    uitkomst === 'geweigerd' ? [regel, Opdracht(bijzonderheden)] : null,
  ]);
}
