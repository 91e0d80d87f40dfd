import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, type TemplateResult } from 'lit';
import {
  NAAM_VAN_GEGEVEN,
  type Vondst,
  vindPersoonsgegevens,
  type Zoekvraag,
} from '../../shared/persoonsgegevens/persoonsgegevens.ts';

/** After how long a silence it looks: a number that is half typed is no number yet. */
const RUST_MS = 1_200;
/** More than these at a time nobody reads. */
const MEESTE = 3;

/**
 * NK13: warns when something stands in the text that points straight at a person. It looks at the whole text, each
 * time after its person typed and paused, and never again at what they chose to leave.
 */
export class LetOp implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #lees: () => { readonly tekst: string; readonly zoek: Zoekvraag } | null;
  readonly #laatStaan = new Set<string>();
  #vondsten: readonly Vondst[] = [];
  #klok: ReturnType<typeof setTimeout> | undefined;

  /** @param lees the text as it is now and what to look for; null when there is nothing to look for */
  constructor(
    host: ReactiveControllerHost,
    lees: () => { readonly tekst: string; readonly zoek: Zoekvraag } | null,
  ) {
    this.#host = host;
    this.#lees = lees;
    host.addController(this);
  }

  /** The person typed: look when they pause. */
  getypt(): void {
    clearTimeout(this.#klok);
    this.#klok = setTimeout(() => this.#zoek(), RUST_MS);
  }

  /** NK7: a finding is a piece of the text, and goes with it. */
  vergeet(): void {
    clearTimeout(this.#klok);
    this.#laatStaan.clear();
    this.#vondsten = [];
  }

  hostDisconnected(): void {
    this.vergeet();
  }

  /** What was found, each with what to do about it. @param naarTekst where focus goes when its button is gone */
  sjabloon(naarTekst: () => void): TemplateResult[] {
    return this.#vondsten.map(
      (vondst) => html`<div class="rt-editor__let-op">
        <p>
          <strong>Dit lijkt ${NAAM_VAN_GEGEVEN[vondst.soort]}: ‘${vondst.tekst}’.</strong>
          ${raad(vondst)}
        </p>
        <button
          type="button"
          class="rt-als-link"
          @click=${() => {
            this.#laat(vondst);
            naarTekst();
          }}
        >
          Laat staan<span class="rt-alleen-voorlezen">: ‘${vondst.tekst}’</span>
        </button>
      </div>`,
    );
  }

  #zoek(): void {
    const gelezen = this.#lees();
    const vondsten = gelezen === null ? [] : vindPersoonsgegevens(gelezen.tekst, gelezen.zoek);
    const nieuw = new Map(vondsten.map((vondst) => [sleutel(vondst), vondst]));
    for (const gelaten of this.#laatStaan) nieuw.delete(gelaten);
    this.#vondsten = [...nieuw.values()].slice(0, MEESTE);
    this.#host.requestUpdate();
  }

  #laat(vondst: Vondst): void {
    this.#laatStaan.add(sleutel(vondst));
    this.#zoek();
  }
}

function sleutel({ soort, tekst }: Vondst): string {
  return `${soort} ${tekst}`;
}

function raad({ soort }: Vondst): string {
  if (soort === 'bsn') return 'Een BSN mag nergens in Regietafel staan. Haal het weg.';
  if (soort === 'naam') return 'Noem iemand met @: dan ziet ieder alleen wat die mag weten.';
  return 'Misschien mag niet iedereen die dit leest dat weten. Haal het weg als het niet nodig is.';
}
