/** One change by this person that isn't known to be on disk. */
export interface Wijziging {
  /** The client id that it was made under. */
  readonly client: number;
  /** Which velden it touched; none named: it may be any. */
  readonly velden: ReadonlySet<string>;
  /** What it added, in order; nothing when it only deleted. */
  readonly delen: readonly Deel[];
}
/** A stretch of clocks, from `van`, not including `tot`. */
export interface Deel {
  readonly van: number;
  readonly tot: number;
  /** Whether the person typed it; not when text of others was put elsewhere, or back. */
  readonly getypt: boolean;
}

interface Post extends Wijziging {
  /** The how-manyeth update of this opening it went out as. */
  update: number | null;
  /** The how-manyeth step 2 of this opening that brought it along. */
  stap: number | null;
}

/**
 * SY5: every change of a document that the server hasn't said to be on disk. A change is acknowledged as an update,
 * by number, or as part of a step 2; whichever comes first. Numbers count from each opening of the kanaal: what a
 * closed one left unanswered waits for the step 2 of the next.
 */
export class Onbevestigd {
  #posten: Post[] = [];
  /** All of this person's changes under their client id, saved or not: what they typed is theirs when it comes back. */
  #alles: Wijziging | null = null;
  #open = false;
  #updates = 0;
  #stappen = 0;
  #gelijk = 0;

  get leeg(): boolean {
    return this.#posten.length === 0;
  }

  get wijzigingen(): readonly Wijziging[] {
    return this.#posten;
  }

  raakt(veld: string): boolean {
    return this.#posten.some(({ velden }) => velden.size === 0 || velden.has(veld));
  }

  /** Whether this person typed this character here. */
  readonly isGetypt = (client: number, klok: number): boolean =>
    this.#alles?.client === client &&
    this.#alles.delen.some(({ van, tot, getypt }) => getypt && van <= klok && klok < tot);

  noteer(wijziging: Wijziging): void {
    const { client } = wijziging;
    this.#alles = this.#alles?.client === client ? samen(this.#alles, wijziging) : wijziging;
    const vorige = this.#posten.at(-1);
    // An hour of typing without a line is one change: all of it goes with one step 2.
    if (!this.#open && vorige?.client === client) {
      this.#posten[this.#posten.length - 1] = { ...vorige, ...samen(vorige, wijziging) };
      return;
    }
    this.#posten.push({ ...wijziging, update: null, stap: null });
  }

  geopend(): void {
    this.gesloten();
    this.#open = true;
  }

  gesloten(): void {
    this.#open = false;
    this.#updates = 0;
    this.#stappen = 0;
    this.#gelijk = 0;
    for (const post of this.#posten) {
      post.update = null;
      post.stap = null;
    }
  }

  /** The change that was noted last went out as an update. */
  updateVerstuurd(): void {
    this.#updates += 1;
    const laatste = this.#posten.at(-1);
    if (laatste !== undefined && laatste.update === null && laatste.stap === null) {
      laatste.update = this.#updates;
    }
  }

  stap2Verstuurd(): void {
    this.#stappen += 1;
    for (const post of this.#posten) post.stap ??= this.#stappen;
  }

  /** The first `t` updates of this opening are on disk. */
  bevestigUpdates(t: number): void {
    this.#posten = this.#posten.filter(({ update }) => update === null || update > t);
  }

  /** What the first step 2 that was still unanswered brought is on disk. */
  bevestigStap2(): void {
    if (this.#gelijk < this.#stappen) this.#gelijk += 1;
    this.#posten = this.#posten.filter(({ stap }) => stap === null || stap > this.#gelijk);
  }
}

function samen(eerst: Wijziging, dan: Wijziging): Wijziging {
  const delen = [...eerst.delen];
  for (const deel of dan.delen) {
    const vorig = delen.at(-1);
    if (vorig !== undefined && vorig.tot === deel.van && vorig.getypt === deel.getypt) {
      delen[delen.length - 1] = { ...vorig, tot: deel.tot };
    } else delen.push(deel);
  }
  const onbekend = eerst.velden.size === 0 || dan.velden.size === 0;
  return {
    client: eerst.client,
    velden: onbekend ? new Set() : new Set([...eerst.velden, ...dan.velden]),
    delen,
  };
}
