import { html, nothing, type TemplateResult } from 'lit';
import type { Wijsplaats, Wijzer } from '../../shared/contract/wijzer.ts';
import { teken } from '../ui/tekens.ts';
import './wijzen.css';

/** An arrow: here. */
const WIJZER = teken(
  html`<svg viewBox="0 0 16 16" width="14" height="14"><path d="M2 4h7l5 4-5 4H2z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/></svg>`,
);

/** "Hier zijn we" (OV6), to who sits at the table: who points at what, and how one does. */
export interface Wijzen {
  readonly wijzer: Wijzer | null;
  /** Who I am among who sits there. */
  readonly ik: string;
  /** The line is there. */
  readonly aan: boolean;
  /** Null: no more. */
  readonly wijs: (plaats: Wijsplaats | null) => void;
}

/** What a part of the tafelblad is called; of what lies there its own words. */
export const DEELNAAM = {
  vraag: 'de vraag',
  tekst: 'Zo zien wij het samen',
  vertelling: 'Wie vertelt het gezin wat?',
} as const;

/** Somebody points there: for `data-gewezen` beside `data-wijsplek`, by which it is shown and found. */
export function isGewezen(wijzen: Wijzen | null, plaats: Wijsplaats): boolean {
  return wijzen?.wijzer?.plaats === plaats;
}

/** Before something on the tafelblad: points at it, or no more. A screen reader says of others only when it comes there. */
export function wijsknop(
  wijzen: Wijzen | null,
  plaats: Wijsplaats,
  naam: string,
): TemplateResult | typeof nothing {
  if (wijzen === null) return nothing;
  const { wijzer, ik, aan } = wijzen;
  const wie = isGewezen(wijzen, plaats) ? wijzer?.wie : undefined;
  const isMijn = wie?.id === ik;
  return html`<button
    type="button"
    class="rt-wijsknop"
    aria-label=${`Wijs aan: ${naam}${wie === undefined || isMijn ? '' : `. ${wie.naam} wijst dit nu aan`}`}
    aria-pressed=${isMijn ? 'true' : 'false'}
    aria-keyshortcuts="p"
    title=${wie === undefined ? 'Wijs dit aan' : isMijn ? 'U wijst dit aan' : `${wie.naam} wijst dit aan`}
    ?disabled=${!aan}
    @click=${() => wissel(wijzen, plaats)}
  >
    ${WIJZER}
  </button>`;
}

/**
 * Who points at what, in one line that is as high when nobody does; with the way there, for it takes nobody there by
 * itself. @param naam what a place is called; null: it isn't here
 */
export function wijsregel(
  wijzen: Wijzen,
  naam: (plaats: Wijsplaats) => string | null,
  ga: (plaats: Wijsplaats) => void,
): TemplateResult {
  const { wijzer, ik, wijs } = wijzen;
  const waar = wijzer === null ? null : naam(wijzer.plaats);
  return html`<p class="rt-wijsregel" tabindex="-1">
    ${
      wijzer === null || waar === null
        ? html`<span class="rt-zacht">Niemand wijst iets aan.<span class="rt-wijsregel__hoe"> U doet dat met het pijltje ervoor, of met <kbd>p</kbd>.</span></span>`
        : html`<span class="rt-wijsregel__wat">${wijzer.wie.id === ik ? 'U wijst' : html`<strong><bdi>${wijzer.wie.naam}</bdi></strong> wijst`} aan: <bdi>${waar}</bdi></span>
            ${
              wijzer.wie.id === ik
                ? html`<button type="button" class="rt-als-link" @click=${() => wijs(null)}>Klaar met wijzen</button>`
                : html`<button type="button" class="rt-als-link" @click=${() => ga(wijzer.plaats)}>Ga erheen</button>`
            }`
    }
  </p>`;
}

/** By its key: at what has focus, else at what the mouse is on. @returns false: neither is something to point at */
export function wijsHier(wijzen: Wijzen, binnen: HTMLElement): boolean {
  const bij = document.activeElement?.closest('[data-wijsplek]');
  const plek =
    bij != null && binnen.contains(bij) ? bij : [...binnen.querySelectorAll('[data-wijsplek]:hover')].at(-1);
  const plaats = plek?.getAttribute('data-wijsplek');
  if (plaats == null || !wijzen.aan) return false;
  wissel(wijzen, plaats);
  return true;
}

/** Brings what somebody points at in sight, with focus. */
export function gaNaarGewezen(plaats: Wijsplaats): void {
  const knop = document.querySelector<HTMLElement>(`[data-wijsplek="${plaats}"] .rt-wijsknop`);
  knop?.scrollIntoView({ block: 'center' });
  knop?.focus({ preventScroll: true });
}

function wissel({ wijzer, ik, wijs }: Wijzen, plaats: Wijsplaats): void {
  wijs(wijzer?.plaats === plaats && wijzer.wie.id === ik ? null : plaats);
}
