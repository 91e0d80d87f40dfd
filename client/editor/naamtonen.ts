/** How long a name stays at a cursor after it moved. */
const NAAM_BLIJFT_MS = 2_500;

/** Shows the name at a cursor for a moment, whenever its person moved or typed. */
export class Naamtonen {
  readonly #cursors = new Map<number, { element: HTMLElement | null; tot: number }>();
  readonly #klokken = new Set<ReturnType<typeof setTimeout>>();

  /** The cursor of this client is drawn as this element now. @returns the element */
  bij(clientId: number, element: HTMLElement): HTMLElement {
    const tot = this.#cursors.get(clientId)?.tot ?? 0;
    this.#cursors.set(clientId, { element, tot });
    element.classList.toggle('rt-cursor--naam', tot > Date.now());
    // When it stands on the screen, which is before this turn ends.
    queueMicrotask(() => houdBinnen(element));
    return element;
  }

  toon(clientId: number): void {
    const element = this.#cursors.get(clientId)?.element ?? null;
    this.#cursors.set(clientId, { element, tot: Date.now() + NAAM_BLIJFT_MS });
    if (element !== null) {
      element.classList.add('rt-cursor--naam');
      houdBinnen(element);
    }
    const klok = setTimeout(() => {
      this.#klokken.delete(klok);
      const nu = this.#cursors.get(clientId);
      if (nu !== undefined && nu.tot <= Date.now()) nu.element?.classList.remove('rt-cursor--naam');
    }, NAAM_BLIJFT_MS + 20);
    this.#klokken.add(klok);
  }

  /** Forgets everyone who isn't among these. */
  houd(clientIds: ReadonlySet<number>): void {
    for (const clientId of this.#cursors.keys()) if (!clientIds.has(clientId)) this.#cursors.delete(clientId);
  }

  stop(): void {
    for (const klok of this.#klokken) clearTimeout(klok);
    this.#klokken.clear();
    this.#cursors.clear();
  }
}

/** A name that would stick out at the right of the text stands to the left of its cursor. */
function houdBinnen(cursor: HTMLElement): void {
  const naam = cursor.querySelector('.rt-cursor__naam');
  const vlak = cursor.closest('.ProseMirror');
  if (naam === null || vlak === null) return;
  cursor.classList.remove('rt-cursor--links');
  const steektUit = naam.getBoundingClientRect().right > vlak.getBoundingClientRect().right;
  cursor.classList.toggle('rt-cursor--links', steektUit);
}
