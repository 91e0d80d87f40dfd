import type { TemplateResult } from 'lit';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Nakomend } from '../ui/nakomend.ts';

/** What a window shows itself by. */
export interface Vensterplek {
  readonly kijk: Kijk;
  readonly verbinding: Bordverbinding;
}

/** What opens in front of the board, on a subject of its own kind: all that there is to know about it, in one place. */
export interface Venster<O> {
  /** Its heading. */
  kop(kijk: Kijk, over: O): string;
  /** What stands in it; it closes on the event `klaar`. */
  inhoud(plek: Vensterplek, over: O): TemplateResult;
  /**
   * Whether what it is about may still be seen. Where that ended it closes with what it holds (NK7); where something
   * was only removed by another it stays, with what was typed. Left out: always.
   */
  bestaatNog?(kijk: Kijk, over: O): boolean;
}

/** A window; or what fetches it when it is asked for (`deuren.ts`), so that a board stands without its forms. */
export type Vensterdeur<O> = Venster<O> | Nakomend<Venster<O>>;

/** A window that is open. */
export interface Opening {
  kop(kijk: Kijk): string;
  inhoud(plek: Vensterplek): TemplateResult;
  bestaatNog(kijk: Kijk): boolean;
}

/** Asks `<rt-vensters>` to show a window; goes up from what was pressed. */
export class Vensteropening extends Event {
  readonly haal: Nakomend<Opening>;

  constructor(haal: Nakomend<Opening>) {
    super(Vensteropening.naam, { bubbles: true });
    this.haal = haal;
  }

  static readonly naam = 'rt-venster';
}

/**
 * What a button does that opens a window.
 * @example html`<button type="button" @click=${opent(STOPPEN)}>Ik stop met meedoen</button>`
 */
export function opent(venster: Vensterdeur<undefined>): (klik: Event) => void;
export function opent<O>(venster: Vensterdeur<O>, over: O): (klik: Event) => void;
export function opent<O>(venster: Vensterdeur<O>, over?: O): (klik: Event) => void {
  return ({ currentTarget }) => {
    // Left out only where there is none: see above.
    if (currentTarget !== null) openVenster(currentTarget, venster, over as O);
  };
}

/** Opens a window without anything being pressed, such as by a key. @param vanaf in the board */
export function openVenster<O>(vanaf: EventTarget, deur: Vensterdeur<O>, over: O): void {
  vanaf.dispatchEvent(
    new Vensteropening(async () => {
      const venster = typeof deur === 'function' ? await deur() : deur;
      return {
        kop: (kijk) => venster.kop(kijk, over),
        inhoud: (plek) => venster.inhoud(plek, over),
        bestaatNog: (kijk) => venster.bestaatNog?.(kijk, over) ?? true,
      };
    }),
  );
}
