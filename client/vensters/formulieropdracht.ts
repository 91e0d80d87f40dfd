import type { ApiFout, Poging } from '../api/api.ts';
import type { Kent } from '../casus/kent.ts';
import type { Veld, Waarden } from './veld.ts';

/** What a form is: its fields and its command. Everything is asked anew each time, so it may lean on the host's properties. */
export interface Formulieropdracht<W extends Waarden> {
  /**
   * Which of these forms it is, where a screen may have several: what is filled in is kept by it until it is saved
   * (ST15). Null: it has nothing to fill in.
   */
  readonly over: (() => string) | null;
  /** What stands in it when it opens. */
  begin(): W;
  /** The fields that there are while this is filled in, in their order. */
  velden(waarden: W): readonly Veld<keyof W & string>[];
  /**
   * Sends it.
   * @param gewijzigd the fields in which stands something else than before
   * @param poging goes with a command that makes something, so that it is made once (ST13)
   */
  stuur(waarden: W, gewijzigd: ReadonlySet<keyof W & string>, poging: Poging): Promise<unknown>;
  /** What is wrong beside what each field says of itself, by its name. @param vandaag `jjjj-mm-dd` */
  keur?(waarden: W, vandaag: string): Readonly<Partial<Record<keyof W & string, string>>>;
  /** Whose names and dates of birth a warning may look for: of whom this person may read them (ST19). */
  kent?(): Kent;
  /** For a form on something that others change too: what stands there now, or null when it is gone (ST14). */
  nu?(): W | null | undefined;
  /** After a refusal because another was first: fetches what stands there now, or null when it is gone. */
  haalNu?(fout: ApiFout): Promise<W | null>;
  /**
   * For what was filled in while it was on its way: from now on it changes what it made, or changed. Left out: what
   * was filled in since stays in the form, which says so.
   */
  gaVerder?(): void;
  /** After it went well; left out: fires `klaar`. */
  klaar?(): void;
  /** Leaving for another screen isn't asked about: who comes back goes on with it. */
  readonly blijft?: true;
  /** Keeps what is filled in elsewhere, while one goes on: then leaving isn't asked about either. */
  bewaarTussentijds?(waarden: W): void;
}
