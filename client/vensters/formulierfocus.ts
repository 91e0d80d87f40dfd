/** Where focus is to go in a form: where one begins, a control, what must be read first, or back where it was. */
export type Focusdoel =
  | 'eerste'
  | 'melding'
  | 'botsing'
  | 'vraag'
  | { /** of a field's control */ readonly id: string }
  | HTMLElement;

/** Moves focus within a form, once what it goes to stands there. */
export class Formulierfocus {
  readonly #vorm: HTMLElement;
  #doel: Focusdoel | null = null;

  constructor(vorm: HTMLElement) {
    this.#vorm = vorm;
  }

  /** Focus goes there at the next `zet`; a later request takes the place of an earlier one. */
  vraag(doel: Focusdoel): void {
    this.#doel = doel;
  }

  /** For after an update. Where a form has no controls yet, it waits for them. */
  zet(): void {
    const doel = this.#doel;
    if (doel === null) return;
    if (doel === 'eerste') {
      const eerste = bedieningIn(this.#vorm);
      if (eerste === null) return;
      this.#doel = null;
      // Whoever has gone somewhere in the window themselves stays there.
      if (!document.activeElement?.closest('.rt-dialoog__inhoud')) eerste.focus();
      return;
    }
    this.#doel = null;
    const plek = this.#plek(doel);
    plek?.focus();
    plek?.scrollIntoView({ block: 'nearest' });
  }

  #plek(doel: Exclude<Focusdoel, 'eerste'>): HTMLElement | null {
    if (doel instanceof HTMLElement) return doel;
    if (typeof doel === 'string') return this.#vorm.querySelector<HTMLElement>(PLEK[doel]);
    const plek = this.#vorm.querySelector<HTMLElement>(`#${CSS.escape(doel.id)}`);
    // A control of its own may be made of buttons.
    return plek?.matches(BEDIENING) ? plek : plek && (bedieningIn(plek) ?? plek.querySelector('button'));
  }
}

/** The first control; of radio buttons the one that is chosen, as with Tab. */
function bedieningIn(deel: HTMLElement): HTMLElement | null {
  const eerste = deel.querySelector<HTMLElement>(BEDIENING);
  const gekozen = eerste?.closest('fieldset')?.querySelector<HTMLElement>('[type="radio"]:checked');
  return gekozen ?? eerste;
}

const BEDIENING = 'input, select, textarea';
const PLEK = {
  melding: '.rt-opdracht__melding',
  botsing: '.rt-botsing button',
  vraag: '.rt-opdracht__vraag button',
} as const;
