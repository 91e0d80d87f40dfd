import { html, type TemplateResult } from 'lit';
import type { Kijk } from '../casus/kijk.ts';
import { KAART, NIEUWE_KAART } from '../kaarten/deuren.ts';
import { veldlabel } from '../teksten/veldsoorten.ts';
import { metDag, termijn } from '../ui/datum.ts';
import { Plaatskeuze } from '../ui/plaats.ts';
import { UITNODIGEN } from '../vensters/deuren.ts';
import { opent } from '../vensters/venster.ts';
import type { Wachtpunt } from './wacht.ts';

/** A line under *Nu* for what waits beside afspraken, with what one does about it in place. */
export function wachtregel(kijk: Kijk, punt: Wachtpunt): TemplateResult {
  switch (punt.soort) {
    case 'herziening': {
      const { datum } = punt.kaart;
      return html`<li class="bord-nu__punt">
        <span
          >Plan opnieuw bekijken
          <span class=${datum < kijk.vandaag ? 'rt-over-tijd' : 'rt-zacht rt-klein'}
            >${datum < kijk.vandaag ? termijn(datum, kijk.vandaag) : metDag(datum, kijk.vandaag)}</span
          ></span
        >
        <button type="button" class="rt-als-link" @click=${opent(KAART, punt.kaart)}>
          Nieuwe datum<span class="rt-alleen-voorlezen"> om het plan opnieuw te bekijken</span>
        </button>
      </li>`;
    }
    case 'alleen':
      return html`<li class="bord-nu__punt">
        <span>Er doet nog niemand anders mee.</span>
        <button type="button" class="rt-als-link" @click=${opent(UITNODIGEN)}>Nodig iemand uit</button>
      </li>`;
    case 'concept':
      return html`<li class="bord-nu__punt">
        <span>Uw concept: ${naamVan(kijk, punt.voor)}</span>
        <button type="button" class="rt-als-link" @click=${gaNaarTekst(kijk, punt.voor.id)}>
          Verder<span class="rt-alleen-voorlezen"> met uw concept: ${veldlabel(kijk, punt.voor)}</span>
        </button>
      </li>`;
    case 'invullen':
      return html`<li class="bord-nu__punt">
        <span>${VRAGEN[punt.wat]}</span>
        <button type="button" class="rt-als-link" @click=${opent(NIEUWE_KAART, { soort: punt.wat })}>
          Invullen<span class="rt-alleen-voorlezen">: ${VRAGEN[punt.wat]}</span>
        </button>
      </li>`;
  }
}

/** Where a text stands, as short as can be. */
function naamVan(kijk: Kijk, veld: Parameters<typeof veldlabel>[1]): string {
  return veld.leefgebied === null ? veldlabel(kijk, veld) : kijk.leefgebiednaam(veld.leefgebied);
}

function gaNaarTekst({ gekozenLid }: Kijk, id: string): (klik: Event) => void {
  return ({ currentTarget }) => {
    currentTarget?.dispatchEvent(
      new Plaatskeuze({ tab: null, lidId: gekozenLid, ding: { soort: 'tekst', id } }),
    );
  };
}

const VRAGEN = {
  vraag: 'Wat vraagt u aan de anderen?',
  veiligheid_nu: 'Is het nu veilig?',
  gezin_weet: 'Weet het gezin hiervan?',
  contactpersoon: 'Wie belt het gezin?',
  herziening: 'Wanneer bekijken we het plan opnieuw?',
} as const;
