import { html, type TemplateResult } from 'lit';
import { exhaustief } from '../../shared/exhaustief.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import '../vensters/casusformulier.ts';
import '../vensters/deelnemerformulier.ts';
import '../kaarten/kaartformulier.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Opgave } from '../kaarten/kaartformulier.ts';
import { KAARTVORMEN } from '../kaarten/kaartvelden.ts';
import '../vensters/stoppen.ts';
import '../vensters/uitleg.ts';
import '../vensters/uitnodigen.ts';
import '../kaarten/voortgang.ts';

/** What is open in front of the board; one thing at a time. */
export type Venster =
  | { readonly soort: 'kaart'; readonly opgave: Opgave }
  | { readonly soort: 'voortgang'; readonly afspraakId: string }
  | { readonly soort: 'uitleg'; readonly kop: string; readonly compartimentId: string }
  | { readonly soort: 'uitnodigen' }
  | { readonly soort: 'deelnemer'; readonly deelnemerId: string }
  | { readonly soort: 'casus' }
  | { readonly soort: 'stoppen' };

/**
 * Whether what a window is about is still there for me. A form on a kaart whose place closed goes, with what it
 * holds (NK7); one on a kaart that was only removed stays, with what was typed.
 */
export function vensterBestaatNog(kijk: Kijk, venster: Venster): boolean {
  switch (venster.soort) {
    case 'kaart': {
      if (venster.opgave.wat === 'nieuw') return true;
      return kijk.compartiment(venster.opgave.kaart.compartimentId)?.geopend === true;
    }
    case 'deelnemer':
      return kijk.ikRegisseer && kijk.deelnemer(venster.deelnemerId) !== undefined;
    case 'uitleg':
      return kijk.compartiment(venster.compartimentId) !== undefined;
    case 'uitnodigen':
    case 'casus':
      return kijk.ikRegisseer;
    case 'voortgang':
      return kijk.kaarten('afspraak').some((kaart) => kaart.id === venster.afspraakId);
    case 'stoppen':
      return true;
    default:
      return exhaustief(venster);
  }
}

/** The heading of a window. */
export function vensterKop(kijk: Kijk, venster: Venster): string {
  switch (venster.soort) {
    case 'kaart': {
      const { opgave } = venster;
      return opgave.wat === 'nieuw'
        ? KAARTVORMEN[opgave.soort].nieuw
        : KAARTVORMEN[opgave.kaart.soort].wijzig;
    }
    case 'voortgang':
      return 'Hoe staat het ermee?';
    case 'uitleg':
      return 'Waarom zie ik dit niet?';
    case 'uitnodigen':
      return 'Iemand uitnodigen';
    case 'deelnemer': {
      const deelnemer = kijk.deelnemer(venster.deelnemerId);
      return deelnemer === undefined
        ? 'Wie doen mee'
        : `${kijk.zetelnaam(deelnemer.zetel)}: ${deelnemer.naam}`;
    }
    case 'casus':
      return 'Huishouden en stand van de casus';
    case 'stoppen':
      return 'Stoppen met meedoen';
    default:
      return exhaustief(venster);
  }
}

/** What stands in a window. */
export function vensterInhoud(
  kijk: Kijk,
  verbinding: Bordverbinding,
  venster: Venster,
  sluit: () => void,
): TemplateResult {
  switch (venster.soort) {
    case 'kaart':
      return html`<rt-bord-kaartformulier
        .kijk=${kijk}
        .verbinding=${verbinding}
        .opgave=${venster.opgave}
        @klaar=${sluit}
      ></rt-bord-kaartformulier>`;
    case 'voortgang':
      return html`<rt-bord-voortgang
        .kijk=${kijk}
        .verbinding=${verbinding}
        .afspraakId=${venster.afspraakId}
        @klaar=${sluit}
      ></rt-bord-voortgang>`;
    case 'uitleg':
      return html`<p><strong>${venster.kop}</strong></p>
        <rt-bord-uitleg .verbinding=${verbinding} .compartimentId=${venster.compartimentId}></rt-bord-uitleg>`;
    case 'uitnodigen':
      return html`<rt-bord-uitnodigen .kijk=${kijk} .verbinding=${verbinding} @klaar=${sluit}></rt-bord-uitnodigen>`;
    case 'deelnemer':
      return html`<rt-bord-deelnemerformulier
        .kijk=${kijk}
        .verbinding=${verbinding}
        .deelnemer=${kijk.deelnemer(venster.deelnemerId)}
        @klaar=${sluit}
      ></rt-bord-deelnemerformulier>`;
    case 'casus':
      return html`<rt-bord-casusformulier .kijk=${kijk} .verbinding=${verbinding}></rt-bord-casusformulier>`;
    case 'stoppen':
      return html`<rt-bord-stoppen .kijk=${kijk} .verbinding=${verbinding} @klaar=${sluit}></rt-bord-stoppen>`;
    default:
      return exhaustief(venster);
  }
}
