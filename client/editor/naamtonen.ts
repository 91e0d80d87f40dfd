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
    bijTekenen(element);
    return element;
  }

  toon(clientId: number): void {
    const element = this.#cursors.get(clientId)?.element ?? null;
    this.#cursors.set(clientId, { element, tot: Date.now() + NAAM_BLIJFT_MS });
    if (element !== null) {
      element.classList.add('rt-cursor--naam');
      bijTekenen(element);
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

/** When it stands where it will be drawn: its person's move or letters come to the text after this. */
function bijTekenen(cursor: HTMLElement): void {
  requestAnimationFrame(() => houdBinnen(cursor));
}

/**
 * Keeps a name within the text: to the right of its cursor; where it would stick out there, to the left; where it does
 * there too, without its zetel; and then where there is most room, cut off.
 */
function houdBinnen(cursor: HTMLElement): void {
  const naam = cursor.querySelector<HTMLElement>('.rt-cursor__naam');
  const vlak = cursor.closest('.ProseMirror')?.getBoundingClientRect();
  if (naam === null || vlak === undefined) return;
  const { left, right } = cursor.getBoundingClientRect();
  const ruimte = { rechts: vlak.right - left, links: right - vlak.left };
  naam.style.maxInlineSize = '';
  cursor.classList.remove('rt-cursor--krap', 'rt-cursor--links');
  if (naam.offsetWidth > Math.max(ruimte.rechts, ruimte.links)) cursor.classList.add('rt-cursor--krap');
  if (naam.offsetWidth <= ruimte.rechts) return;
  cursor.classList.toggle('rt-cursor--links', ruimte.links > ruimte.rechts);
  naam.style.maxInlineSize = `min(18rem, ${Math.floor(Math.max(ruimte.links, ruimte.rechts))}px)`;
}
