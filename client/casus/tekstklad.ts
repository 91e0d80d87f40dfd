import { type Klad, kladblok, kladplek, volgKlad } from '../klad/kladblok.ts';
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
 * Keeps what is typed in the texts of one screen until it is saved (ST15): one's own words alone, for what others wrote
 * may close. What an earlier page left is held against what the server has: if it came there after all it goes without
 * a word, else it stands among what wasn't saved.
 */
export class Tekstklad {
  readonly #plek = kladplek();
  /** Of who types here: when they sign out and another signs in, it keeps nothing more. */
  readonly #blok = kladblok();
  readonly #hoortHier: (compartimentId: string) => boolean;
  /** The id under which it is kept, by what it is here: a text in which one types, or what was put aside. */
  readonly #mijn = new Map<string, string>();
  /** Of an earlier page, or of another that went, and not yet known whether the server has it. */
  #eerder: readonly Klad[] = [];
  #teksten: Teksten | null = null;
  #klok: ReturnType<typeof setTimeout> | undefined;
  #laatLos: readonly (() => void)[] = [];
  #isGestopt = false;

  /** @param hoortHier of which compartments what was left is taken up here; left out: of all on this screen */
  constructor(hoortHier: (compartimentId: string) => boolean = () => true) {
    this.#hoortHier = hoortHier;
    void this.#begin();
  }

  /** Something changed in what was typed, or in what the server has of it. */
  volg(teksten: Teksten): void {
    if (this.#isGestopt) return;
    this.#teksten = teksten;
    // Who types without a pause is kept as well: it isn't put off by the next letter.
    if (!teksten.verbonden || teksten.overgebleven.length > 0) this.#bij();
    else this.#klok ??= setTimeout(() => this.#bij(), HOOGSTENS_MS);
  }

  /**
   * The texts go, and what isn't saved stays.
   * @param isGetoond whether it stands on the screen all the same: then nobody else shows it
   */
  stop(isGetoond = false): void {
    if (this.#isGestopt) return;
    // What was typed a moment ago goes with the texts.
    this.#rondAf();
    this.#isGestopt = true;
    clearTimeout(this.#klok);
    for (const laatLos of this.#laatLos) laatLos();
    for (const { id } of this.#eerder) this.#blok?.laatLos(id);
    if (!isGetoond) for (const id of this.#mijn.values()) this.#blok?.laatLos(id);
    if (isGetoond) this.#blok?.houdEigenOp(this.#plek);
  }

  async #begin(): Promise<void> {
    const blok = this.#blok;
    if (blok === null) return;
    this.#laatLos = [blok.voorHetGaat(() => this.#rondAf()), volgKlad(() => this.#neemEerder())];
    await blok.gelezen;
    this.#neemEerder();
  }

  /** What was left and nobody holds: this screen does from now on. */
  #neemEerder(): void {
    const los = this.#isGestopt ? [] : (this.#blok?.los ?? []);
    const hier = los.filter(
      ({ plek, tekst }) => plek === this.#plek && tekst !== null && this.#hoortHier(tekst.compartimentId),
    );
    if (hier.length === 0) return;
    this.#eerder = [...this.#eerder, ...hier];
    for (const { id } of hier) this.#blok?.pakVast(id);
    this.#bij();
  }

  /** As `#bij`, with what was typed in this very moment and no editor has read yet. */
  #rondAf(): void {
    if (!this.#isGestopt) this.#teksten?.leesSchermen();
    this.#bij();
  }

  #bij(): void {
    clearTimeout(this.#klok);
    this.#klok = undefined;
    const teksten = this.#teksten;
    if (this.#isGestopt || teksten === null) return;
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
      this.#blok?.gooiWeg(id);
    }
  }

  #bewaar(sleutel: string, { veldId, compartimentId, tekst, tot }: Stuk): void {
    const bekend = this.#mijn.get(sleutel);
    // What was put aside doesn't change any more.
    if (bekend !== undefined && tot.length === 0) return;
    const id = bekend ?? crypto.randomUUID();
    this.#mijn.set(sleutel, id);
    this.#blok?.pakVast(id);
    this.#blok?.zet({
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
      else if (aangekomen === true && tekst.tot.length > 0) this.#blok?.gooiWeg(klad.id);
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
