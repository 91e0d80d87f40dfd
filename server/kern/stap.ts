import { Moment } from '../../shared/need-to-know/moment.ts';
import type { Synchroon, Transactie } from '../database/transactie.ts';
import { type Gebeurtenis, type Rang, VOLGORDE } from './gebeurtenis.ts';
import { isOpslagfout, isSchijffout } from './opslagfout.ts';

/** Something that a capability keeps for the length of a step, made when it is first asked for. */
export interface Stapdeel<T> {
  readonly maak: (stap: Stap) => T;
}

type Fase = 'leest' | 'schrijft' | 'vertelt';

/**
 * One thing that happens: a command, a look, an end by the clock, a tick of the texts. Everything in it is decided at
 * one moment and written in one transaction; what it has to say is told after the COMMIT, in one order.
 */
export class Stap {
  readonly moment: Moment;
  #delen = new Map<Stapdeel<unknown>, unknown>();
  #fase: Fase = 'leest';
  #melding: { rang: number; vertel: () => void }[] = [];
  #voorEinde: (() => void)[] = [];
  #naAfloop: (() => void)[] = [];
  #bijMislukken: ((fout: unknown) => void)[] = [];
  #samen = new Map<object, Map<string, unknown>>();

  constructor(moment: Moment) {
    this.moment = moment;
  }

  /** What a capability keeps for this step. */
  deel<T>(soort: Stapdeel<T>): T {
    if (!this.#delen.has(soort)) this.#delen.set(soort, soort.maak(this));
    // Kept under its own maker, which gave it.
    return this.#delen.get(soort) as T;
  }

  /**
   * Reads something once for all who are told: while what happened is told, nothing changes. Else each time.
   * @param bron who reads it @param sleutel what, among all that they read
   */
  samen<T>(bron: object, sleutel: string, lees: () => T): T {
    if (this.#fase !== 'vertelt') return lees();
    const gelezen = this.#samen.get(bron) ?? new Map<string, unknown>();
    this.#samen.set(bron, gelezen);
    if (!gelezen.has(sleutel)) gelezen.set(sleutel, lees());
    // Kept under its own key, by who reads it.
    return gelezen.get(sleutel) as T;
  }

  /** Says something; it is told when it is on disk, and not at all when it doesn't get there. */
  meld<T>(gebeurtenis: Gebeurtenis<T>, wat: T): void {
    for (const luisteraar of gebeurtenis.luisteraars) {
      this.daarna(gebeurtenis.rang, () => luisteraar(wat));
    }
  }

  /** The same for what is told in a way of its own, in its place in the order. */
  daarna(rang: Rang, vertel: () => void): void {
    this.#eisSchrijven();
    this.#melding.push({ rang: VOLGORDE.indexOf(rang), vertel });
  }

  /** Just before the COMMIT, once: what follows from all that was written, whichever part of the step did. */
  voorEinde(doe: () => void): void {
    this.#eisSchrijven();
    this.#voorEinde.push(doe);
  }

  /** When all is told: what can't be taken back, such as destroying a key. */
  naAfloop(doe: () => void): void {
    this.#eisSchrijven();
    this.#naAfloop.push(doe);
  }

  /** When it doesn't get on disk: what is in memory and no longer true. */
  bijMislukken(doe: (fout: unknown) => void): void {
    this.#eisSchrijven();
    this.#bijMislukken.push(doe);
  }

  /** For `Stappen` alone. @internal */
  schrijf<T>(
    werk: (stap: Stap) => Synchroon<T>,
    { transactie, bijFout, bijSchijffout }: Stapbehoeften,
  ): Synchroon<T> {
    // Of the transaction too: what fails within it can't be half kept.
    if (this.#fase === 'schrijft') return transactie(() => werk(this));
    if (this.#fase === 'vertelt')
      throw new Error('what happened is being told: nothing new may happen in it');
    this.#fase = 'schrijft';
    let isKlaar = false;
    let uitkomst: Synchroon<T>;
    try {
      uitkomst = transactie(() => {
        const gedaan = werk(this);
        for (let doe = this.#voorEinde.shift(); doe !== undefined; doe = this.#voorEinde.shift()) doe();
        isKlaar = true;
        return gedaan;
      });
    } catch (fout) {
      this.#fase = 'vertelt';
      // What was read in it may be what it wrote.
      this.#delen.clear();
      this.#doeAlle(
        this.#bijMislukken.map((doe) => () => doe(fout)),
        bijFout,
      );
      this.#maakSchoon();
      if (isKlaar && isSchijffout(fout)) bijSchijffout(fout);
      throw fout;
    }
    this.#fase = 'vertelt';
    this.#doeAlle(
      this.#melding.sort((a, b) => a.rang - b.rang).map(({ vertel }) => vertel),
      bijFout,
    );
    this.#doeAlle(this.#naAfloop, bijFout);
    this.#maakSchoon();
    return uitkomst;
  }

  /** For `Stappen` alone. @internal */
  los(werk: () => void, { transactie, bijFout }: Stapbehoeften): boolean {
    this.#eisSchrijven();
    const delen = this.#delen;
    const tot = [this.#melding, this.#voorEinde, this.#naAfloop].map(
      (lijst) => [lijst, lijst.length] as const,
    );
    const alMislukt = this.#bijMislukken.length;
    // Of its own: what it read may be what it wrote.
    this.#delen = new Map();
    try {
      transactie(() => void werk(), 'los');
      return true;
    } catch (fout) {
      // Nobody knows what stands: that concerns all of the step.
      if (isOpslagfout(fout)) throw fout;
      for (const [lijst, lengte] of tot) lijst.length = lengte;
      bijFout(fout);
      this.#delen = new Map();
      this.#doeAlle(
        this.#bijMislukken.splice(alMislukt).map((doe) => () => doe(fout)),
        bijFout,
      );
      return false;
    } finally {
      this.#delen = delen;
    }
  }

  /** What is told to one must not depend on whether another could be told (ST4). */
  #doeAlle(alles: readonly (() => void)[], bijFout: (fout: unknown) => void): void {
    for (const doe of alles) {
      try {
        doe();
      } catch (fout) {
        bijFout(fout);
      }
    }
  }

  #maakSchoon(): void {
    this.#melding = [];
    this.#voorEinde = [];
    this.#naAfloop = [];
    this.#bijMislukken = [];
    this.#samen.clear();
    this.#fase = 'leest';
  }

  #eisSchrijven(): void {
    if (this.#fase !== 'schrijft') throw new Error('only a step that writes has something to tell');
  }
}

/** What steps need of the rest. */
export interface Stapbehoeften {
  readonly transactie: Transactie;
  /** The moment at which a step that begins now is decided; what ended by then has ended (NK7). */
  readonly moment: () => number;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
  /** The disk failed in the midst of a COMMIT: nobody knows what is on it, and the process must end (SY5). */
  readonly bijSchijffout: (fout: unknown) => void;
}

/**
 * The one way in which anything happens. A step within a step is part of it; so the caller needn't know whether
 * somebody else began.
 */
export class Stappen {
  readonly #behoeften: Stapbehoeften;
  #huidig: Stap | null = null;
  #voorBegin: () => number;
  #bewaarKlok: () => void = () => {};
  readonly #naEinde: ((moment: Moment) => void)[] = [];
  readonly #bijMislukken: ((fout: unknown) => void)[] = [];

  constructor(behoeften: Stapbehoeften) {
    this.#behoeften = behoeften;
    this.#voorBegin = behoeften.moment;
  }

  /**
   * Connects the clock.
   * @param voorBegin runs what began or ended by the clock, before anything else begins. @returns the moment of what begins now
   * @param bewaar keeps how far the clock has come; within a step
   */
  verbindKlok(voorBegin: () => number, bewaar: () => void): void {
    this.#voorBegin = voorBegin;
    this.#bewaarKlok = bewaar;
  }

  /**
   * Within a step that lets something begin or end: how far the clock has come is kept with it. What somebody did
   * would else, at the next start, look like something that the clock still has to do (NK10).
   */
  houdKlokBij(): void {
    this.#bewaarKlok();
  }

  /** Is told of the moment of every step when it is over: when to look again. */
  volgMoment(luisteraar: (moment: Moment) => void): void {
    this.#naEinde.push(luisteraar);
  }

  /** Is told of every step that could not be done or written. */
  volgMislukken(luisteraar: (fout: unknown) => void): void {
    this.#bijMislukken.push(luisteraar);
  }

  /** The moment of the step that is running, else now; in ms since 1970. */
  readonly nu = (): number => this.#huidig?.moment.nu ?? this.#behoeften.moment();

  /** The step that is running. @throws when there is none */
  get huidig(): Stap {
    if (this.#huidig === null) throw new Error('this happens outside of any step');
    return this.#huidig;
  }

  /**
   * Does something that writes: all of it is on disk and told when this returns, or nothing happened when it throws.
   * @throws what `werk` or the disk throws
   */
  doe<T>(werk: (stap: Stap) => Synchroon<T>): Synchroon<T> {
    return this.#in((stap) => this.#schrijf(stap, werk));
  }

  /**
   * A part of the step that is being written, which fails by itself (ST4): then what it wrote is taken back, what it had
   * to say isn't told, what is in memory and no longer true is let go, and the step goes on.
   * @returns whether it was done
   * @throws what the disk throws: that concerns all of the step
   */
  los(werk: () => void): boolean {
    return this.huidig.los(werk, this.#behoeften);
  }

  /**
   * The same at a moment that is past: what began or ended then, done now.
   * @throws when another step is running
   */
  opMoment<T>(moment: number, werk: (stap: Stap) => Synchroon<T>): Synchroon<T> {
    if (this.#huidig !== null) throw new Error('the clock runs between steps, not within one');
    return this.#begin(new Moment(moment), (stap) => stap.schrijf(werk, this.#behoeften));
  }

  /** Looks, at one moment; what writes within it is a step of its own, told before `werk` goes on. */
  lees<T>(werk: (stap: Stap) => T): T {
    return this.#in(werk);
  }

  /** Reads something once for all who are told what this step did, else each time. See `Stap.samen`. */
  samen<T>(bron: object, sleutel: string, lees: () => T): T {
    return this.#huidig === null ? lees() : this.#huidig.samen(bron, sleutel, lees);
  }

  #schrijf<T>(stap: Stap, werk: (stap: Stap) => Synchroon<T>): Synchroon<T> {
    try {
      return stap.schrijf(werk, this.#behoeften);
    } catch (fout) {
      for (const luisteraar of this.#bijMislukken) luisteraar(fout);
      throw fout;
    }
  }

  #in<T>(werk: (stap: Stap) => T): T {
    if (this.#huidig !== null) return werk(this.#huidig);
    // Not asked anew: between what the clock did and this step nothing may end unseen.
    return this.#begin(new Moment(this.#voorBegin()), werk);
  }

  #begin<T>(moment: Moment, werk: (stap: Stap) => T): T {
    const stap = new Stap(moment);
    this.#huidig = stap;
    try {
      return werk(stap);
    } finally {
      this.#huidig = null;
      for (const luisteraar of this.#naEinde) luisteraar(moment);
    }
  }
}
