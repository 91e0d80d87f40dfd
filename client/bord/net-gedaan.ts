import type { LitElement, ReactiveController } from 'lit';
import type { KaartVan } from '../casus/kijk.ts';
import { Afgevinkt } from '../kaarten/afspraak.ts';
import { bakenVan } from '../ui/plaats.ts';

type Stand = KaartVan<'afspraak'>['stand'];

/** So long one can take back with one press what one ticked off. */
const ONGEDAAN_MS = 10_000;

/** What this person ticked off just now in the lines of its host, and how it stood: to be taken back for a while. */
export class NetGedaan implements ReactiveController {
  readonly #host: LitElement;
  readonly #klokken = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #was = new Map<string, Stand>();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener(Afgevinkt.naam, this.#opAfgevinkt);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener(Afgevinkt.naam, this.#opAfgevinkt);
    for (const klok of this.#klokken.values()) clearTimeout(klok);
    this.#klokken.clear();
    this.#was.clear();
  }

  /** Whether it was ticked off just now. */
  heeft(kaartId: string): boolean {
    return this.#was.has(kaartId);
  }

  /** How it stood before; null: it wasn't ticked off just now. */
  vorigeStand(kaartId: string): Stand | null {
    return this.#was.get(kaartId) ?? null;
  }

  readonly #opAfgevinkt = (gebeurtenis: Event): void => {
    if (!(gebeurtenis instanceof Afgevinkt)) return;
    const { kaartId, vorigeStand } = gebeurtenis;
    clearTimeout(this.#klokken.get(kaartId));
    if (vorigeStand === null) this.#was.delete(kaartId);
    else {
      this.#was.set(kaartId, vorigeStand);
      this.#wacht(kaartId, ONGEDAAN_MS);
    }
    this.#host.requestUpdate();
  };

  #wacht(kaartId: string, ms: number): void {
    this.#klokken.set(
      kaartId,
      setTimeout(() => this.#laatLos(kaartId), ms),
    );
  }

  /** The time to take it back is over; who stands at it still keeps it until they leave. */
  #laatLos(kaartId: string): void {
    const regel = this.#host.querySelector(`[data-plaats="${CSS.escape(bakenVan('kaart', kaartId))}"]`);
    if (regel?.contains(document.activeElement)) {
      this.#wacht(kaartId, ONGEDAAN_MS / 4);
      return;
    }
    this.#was.delete(kaartId);
    this.#klokken.delete(kaartId);
    this.#host.requestUpdate();
  }
}
