import { html, nothing } from 'lit';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { ADVIES_VRAGEN } from '../vensters/deuren.ts';
import { openVenster, type Venster } from '../vensters/venster.ts';

/** What one adds to a board, the most usual first. */
const SOORTEN: readonly { readonly soort: Kaartsoort; readonly naam: string }[] = [
  { soort: 'afspraak', naam: 'Afspraak' },
  { soort: 'zorgpunt', naam: 'Zorgpunt' },
  { soort: 'kracht', naam: 'Wat gaat goed' },
  { soort: 'doel', naam: 'Doel' },
  { soort: 'hulp', naam: 'Hulp' },
  { soort: 'besluit', naam: 'Besluit' },
  { soort: 'beschikking', naam: 'Beschikking' },
];

/** What this person can add here. */
function toeTeVoegen(kijk: Kijk) {
  return SOORTEN.filter(({ soort }) => kijk.plaatsenVoor(soort).length > 0);
}

/** Asks what is to be added; by the key `n`. */
export const TOEVOEGEN: Venster<undefined> = {
  kop: () => 'Wat wilt u toevoegen?',
  inhoud: ({ kijk }) => {
    const soorten = toeTeVoegen(kijk);
    return html`${soorten.length === 0 ? html`<p>U kunt hier niets toevoegen.</p>` : nothing}
      <div class="rt-acties">
        ${soorten.map(
          ({ soort, naam }) => html`<button
            type="button"
            class="${KNOP.gewoon} ${KLEIN}"
            @click=${({ currentTarget: knop }: Event) => {
              const bord = knop instanceof Element ? knop.closest('rt-bord') : null;
              // The form takes the place of the question: that doesn't come back when the form closes.
              knop?.dispatchEvent(new Event('klaar', { bubbles: true }));
              if (bord !== null) openVenster(bord, NIEUWE_KAART, { soort, lidId: kijk.gekozenLid });
            }}
          >
            ${naam}
          </button>`,
        )}
        ${
          kijk.bord.leden.length === 0
            ? nothing
            : html`<button
                type="button"
                class="${KNOP.gewoon} ${KLEIN}"
                @click=${({ currentTarget: knop }: Event) => {
                  const bord = knop instanceof Element ? knop.closest('rt-bord') : null;
                  knop?.dispatchEvent(new Event('klaar', { bubbles: true }));
                  if (bord !== null) openVenster(bord, ADVIES_VRAGEN, { lidId: kijk.gekozenLid, delen: [] });
                }}
              >
                Advies vragen
              </button>`
        }
      </div>`;
  },
};
