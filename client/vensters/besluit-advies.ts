import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { VERZOEKLABELS as V } from '../../shared/plan/veldlabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import { deelnaam, totWanneer } from '../casus/meelezen.ts';
import { metDag } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { type AanMij, laatsteDagVan, stuurBesluit, vragerregel } from './besluit.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { datum, rondjes, tekst } from './veld.ts';
import type { Venster } from './venster.ts';
import './weglatingen.ts';

/** Deciding whether a gedragsdeskundige may read what I keep, without names, for a question of somebody else (OV11). */
export const BESLUIT_ADVIES: Venster<AanMij> = {
  kop: () => 'Openzetten voor advies?',
  bestaatNog: (kijk, { compartimentId }) => (kijk.compartiment(compartimentId)?.rechten ?? null) !== null,
  inhoud: ({ kijk, verbinding }, vraag) =>
    html`<rt-besluit-advies .kijk=${kijk} .verbinding=${verbinding} .vraag=${vraag}></rt-besluit-advies>`,
};

@customElement('rt-besluit-advies')
export class RtBesluitAdvies extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) vraag!: AanMij;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.vraag.id,
    kent: () => kentVan(this.kijk),
    begin: () => ({ besluit: '', reden: '', tot: laatsteDagVan(this.vraag) }),
    velden: ({ besluit }) => [
      rondjes('besluit', 'Zet u dit open?', [
        { code: 'toegestaan', naam: 'Ja, zonder namen' },
        { code: 'afgewezen', naam: 'Nee' },
      ]),
      tekst('reden', V.reden, { regels: 2, uitleg: 'Wie dit bewaart, leest het. Het blijft bewaard.' }),
      ...(besluit === 'toegestaan'
        ? [datum('tot', 'Tot en met wanneer?', 'einde', { uitleg: 'Korter mag, langer niet.' })]
        : []),
    ],
    stuur: (waarden) => stuurBesluit(this.verbinding, this.vraag, waarden),
  });

  protected override render() {
    const { kijk, vraag, opdracht } = this;
    const deel = kijk.compartiment(vraag.compartimentId);
    return opdrachtformulier(opdracht, {
      boven: html`${vragerregel(kijk, vraag)}
        <p>Vraagt advies aan één gedragsdeskundige, ${totWanneer(kijk, vraag.tot)}:</p>
        <blockquote><bdi>${vraag.toelichting ?? 'De vraag is niet leesbaar.'}</bdi></blockquote>
        <p>
          Zet u ${deel === undefined ? 'wat u bewaart' : deelnaam(kijk, deel)} open, dan leest die het zonder namen, ook
          wat u er nog bij schrijft. ${vraag.vrager.naam} leest het niet.
        </p>
        <rt-weglatingen .kijk=${kijk} .compartimentIds=${[vraag.compartimentId]}></rt-weglatingen>`,
      knop: 'Bewaar dit besluit',
      onder: html`<p>
        ${
          opdracht.waarden.besluit === 'afgewezen'
            ? `De vrager hoort uw nee niet: op ${metDag(vraag.termijn, kijk.vandaag)} loopt de vraag aan u af, net als wanneer niemand antwoordt.`
            : 'Het sluit als het advies er is, als de vraag wordt ingetrokken, of als u het zelf sluit.'
        }
      </p>`,
      ernaast: nothing,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-besluit-advies': RtBesluitAdvies;
  }
}
