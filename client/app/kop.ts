import { html, nothing, type TemplateResult } from 'lit';
import type { Sessie } from '../../shared/contract/sessies.ts';
import './toetsenlijst.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import type { Route } from './route.ts';

/** The header of every screen: the product, the ways to my work, my regie and searching, who I am, and signing out. */
export function appkop(delen: {
  /** Null: nobody is signed in. */
  readonly sessie: Sessie | null;
  readonly scherm: Route['scherm'];
  readonly opAfmelden: () => void;
}): TemplateResult {
  const { sessie, scherm, opAfmelden } = delen;
  const link = (naar: Route['scherm'], pad: string, naam: string) =>
    html`<a class="rt-kop__link" href=${pad} aria-current=${scherm === naar ? 'page' : nothing}>${naam}</a>`;
  return html`
    <header class="rt-kop">
      <div class="rt-kop__binnen">
        <a class="rt-kop__product" href="/">
          <span class="rt-kop__teken" aria-hidden="true"></span><span class="rt-kop__naamproduct">Regietafel</span>
        </a>
        ${
          sessie === null
            ? nothing
            : html`
                <nav class="rt-kop__menu" aria-label="Hoofdmenu">
                  ${link('werkvoorraad', '/', 'Mijn werk')}${sessie.regisseert ? link('mijn-regie', '/regie', 'Mijn regie') : nothing}${link('zoeken', '/zoeken', 'Zoeken')}
                </nav>
                <rt-toetsenlijst></rt-toetsenlijst>
                <button type="button" class="rt-kop__meer" popovertarget="rt-kop-ik">
                  Meer<span class="rt-alleen-voorlezen">: wie u bent, en afmelden</span>
                </button>
                <div class="rt-kop__ik" id="rt-kop-ik" popover>
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
