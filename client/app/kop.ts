import { html, nothing, type TemplateResult } from 'lit';
import type { Sessie } from '../../shared/contract/sessies.ts';
import './toetsenlijst.ts';
import { hoofdletter } from '../ui/opsomming.ts';

/** The header of every screen: the product, the way to my work, who I am, and signing out. */
export function appkop(delen: {
  /** Null: nobody is signed in. */
  readonly sessie: Sessie | null;
  /** Whether this screen is my work itself. */
  readonly opMijnWerk: boolean;
  readonly opAfmelden: () => void;
}): TemplateResult {
  const { sessie, opMijnWerk, opAfmelden } = delen;
  return html`
    <header class="rt-kop">
      <div class="rt-kop__binnen">
        <a class="rt-kop__product" href="/">
          <span class="rt-kop__teken" aria-hidden="true"></span>Regietafel
        </a>
        ${
          sessie === null
            ? nothing
            : html`
                <nav class="rt-kop__menu" aria-label="Hoofdmenu">
                  <a class="rt-kop__link" href="/" aria-current=${opMijnWerk ? 'page' : nothing}>Mijn werk</a>
                </nav>
                <rt-toetsenlijst></rt-toetsenlijst>
                <div class="rt-kop__ik">
                  <p class="rt-kop__wie">
                    <span class="rt-alleen-voorlezen">Aangemeld als </span
                    ><span class="rt-kop__naam"><bdi>${sessie.naam}</bdi></span>
                    <span class="rt-kop__functie">${hoofdletter(sessie.functie)}, ${sessie.organisatie}</span>
                  </p>
                  <button type="button" class="rt-kop__afmelden" @click=${opAfmelden}>Afmelden</button>
                </div>
              `
        }
      </div>
    </header>
  `;
}
