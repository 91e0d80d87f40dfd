import { type Klad, kladblok, kladplek } from '../klad/kladblok.ts';
import type { Teksten } from '../sync/teksten.ts';

/** So long what is on its way to the server may stay unkept, while the line seems open: it may stall without a word. */
const HOOGSTENS_MS = 200;

/** What is kept of one text, before it is. */
interface Stuk {
  readonly veldId: string;
  readonly compartimentId: string;
  readonly tekst: string;
  readonly tot: NonNullable<Klad['tekst']>['tot'];
}

/**
 * Keeps what is typed in the texts of one board until it is saved (ST15): one's own words alone, for what others wrote
 * may close. What an earlier page left is held against what the server has: if it came there after all it goes without
 * a word, else it stands among what wasn't saved.
 */
export class Tekstklad {
  readonly #plek = kladplek();
  /** The id under which it is kept, by what it is here: a text in which one types, or what was put aside. */
  readonly #mijn = new Map<string, string>();
  /** Of an earlier page, and not yet known whether the server has it. */
  #eerder: readonly Klad[] = [];
  #klok: ReturnType<typeof setTimeout> | undefined;
  #isGestopt = false;

  constructor() {
    void this.#begin();
  }

  /** Something changed in what was typed, or in what the server has of it. */
  volg(teksten: Teksten): void {
    if (this.#isGestopt) return;
    // Who types without a pause is kept as well: it isn't put off by the next letter.
    if (!teksten.verbonden || teksten.overgebleven.length > 0) this.#bij(teksten);
    else {
      const doe = (): void => this.#bij(teksten);
      this.#klok ??= setTimeout(doe, HOOGSTENS_MS);
      const blok = kladblok();
      if (blok !== null) blok.rondAf = doe;
    }
  }

  /** The person chose to lose it. */
  gooiWeg(): void {
    for (const id of this.#mijn.values()) kladblok()?.gooiWeg(id);
    this.#mijn.clear();
    this.stop();
  }

  /**
   * The board goes, and what isn't saved stays.
   * @param isGetoond whether it stands on the screen all the same: then nobody else shows it
   */
  stop(isGetoond = false): void {
    if (this.#isGestopt) return;
    this.#isGestopt = true;
    for (const { id } of this.#eerder) kladblok()?.laatLos(id);
    if (!isGetoond) for (const id of this.#mijn.values()) kladblok()?.laatLos(id);
    if (isGetoond) kladblok()?.houdEigenOp(this.#plek);
  }

  async #begin(): Promise<void> {
    const blok = kladblok();
    await blok?.gelezen;
    if (this.#isGestopt || blok === null) return;
    this.#eerder = blok.los.filter(({ plek, tekst }) => plek === this.#plek && tekst !== null);
    for (const { id } of this.#eerder) blok.pakVast(id);
  }

  #bij(teksten: Teksten): void {
    this.#klok = undefined;
    if (this.#isGestopt) return;
    this.#oordeel(teksten);
    const nu = new Map<string, Stuk>([
      ...teksten.onderweg.map((stuk) => [`tekst ${stuk.veldId}`, stuk] as const),
      ...teksten.overgebleven
        .filter(({ eigen }) => eigen !== '')
        .map((stuk) => [stuk.id, { ...stuk, tekst: stuk.eigen, tot: [] }] as const),
    ]);
    for (const [sleutel, stuk] of nu) this.#bewaar(sleutel, stuk);
    // After that: what was put aside was kept as being typed until then.
    for (const [sleutel, id] of this.#mijn) {
      if (nu.has(sleutel)) continue;
      this.#mijn.delete(sleutel);
      kladblok()?.gooiWeg(id);
    }
  }

  #bewaar(sleutel: string, { veldId, compartimentId, tekst, tot }: Stuk): void {
    const blok = kladblok();
    const bekend = this.#mijn.get(sleutel);
    // What was put aside doesn't change any more.
    if (bekend !== undefined && tot.length === 0) return;
    const id = bekend ?? crypto.randomUUID();
    this.#mijn.set(sleutel, id);
    blok?.pakVast(id);
    blok?.zet({
      id,
      plek: this.#plek,
      vorm: 'tekst',
      op: Date.now(),
      woorden: [{ label: 'Uw tekst', tekst }],
      waarden: {},
      basis: {},
      tekst: { veldId, compartimentId, tot },
    });
  }

  #oordeel(teksten: Teksten): void {
    const nogNiet: Klad[] = [];
    for (const klad of this.#eerder) {
      const { tekst } = klad;
      const aangekomen = tekst === null ? null : teksten.isAangekomen(tekst);
      if (tekst === null || aangekomen === null) nogNiet.push(klad);
      // What was put aside never came: it has no clocks.
      else if (aangekomen === true && tekst.tot.length > 0) kladblok()?.gooiWeg(klad.id);
      else {
        const woorden = klad.woorden.map((een) => een.tekst ?? '').join('\n');
        this.#mijn.set(klad.id, klad.id);
        teksten.neemOver(
          { ...tekst, id: klad.id, tekst: woorden, eigen: woorden, op: klad.op },
          aangekomen !== 'nietOpen',
        );
      }
    }
    this.#eerder = nogNiet;
  }
}
