import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { VERZOEKLABELS as V } from '../../shared/plan/veldlabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import { deelnaam, totWanneer } from '../casus/meelezen.ts';
import { naamVan } from '../lijsten.ts';
import { metDag } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { type AanMij, laatsteDagVan, stuurBesluit, vragerregel } from './besluit.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { datum, rondjes, tekst } from './veld.ts';
import type { Venster } from './venster.ts';

/** Deciding whether somebody may read along in what I keep: yes or no, and why (NK27). */
export const BESLUIT_MEELEZEN: Venster<AanMij> = {
  kop: () => 'Mag deze persoon meelezen?',
  bestaatNog: (kijk, { compartimentId }) => (kijk.compartiment(compartimentId)?.rechten ?? null) !== null,
  inhoud: ({ kijk, verbinding }, vraag) =>
    html`<rt-besluit-meelezen .kijk=${kijk} .verbinding=${verbinding} .vraag=${vraag}></rt-besluit-meelezen>`,
};

@customElement('rt-besluit-meelezen')
export class RtBesluitMeelezen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) vraag!: AanMij;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.vraag.id,
    kent: () => kentVan(this.kijk),
    begin: () => ({ besluit: '', reden: '', tot: laatsteDagVan(this.vraag), zegDatNu: 'nee' }),
    velden: ({ besluit }) => [
      rondjes('besluit', V.besluit, [
        { code: 'toegestaan', naam: 'Ja, laat meelezen' },
        { code: 'afgewezen', naam: 'Nee' },
      ]),
      tekst('reden', V.reden, {
        regels: 2,
        uitleg:
          'Wie dit bewaart, leest het. Het blijft bewaard, ook voor de functionaris gegevensbescherming.',
      }),
      ...(besluit === 'toegestaan'
        ? [datum('tot', V.tot, 'einde', { uitleg: 'Korter mag, langer niet.' })]
        : []),
      ...(besluit === 'afgewezen' && this.vraag.kentMij ? [ZEG] : []),
    ],
    stuur: (waarden) => stuurBesluit(this.verbinding, this.vraag, waarden),
  });

  protected override render() {
    const { kijk, vraag, opdracht } = this;
    const deel = kijk.compartiment(vraag.compartimentId);
    const isNee = opdracht.waarden.besluit === 'afgewezen';
    return opdrachtformulier(opdracht, {
      boven: html`${vragerregel(kijk, vraag)}
        <p>
          Vraagt mee te ${vraag.niveau === 'lezen' ? 'lezen' : 'schrijven'} in
          ${deel === undefined ? 'wat u bewaart' : deelnaam(kijk, deel)}, ${totWanneer(kijk, vraag.tot)}.<br />
          Waarvoor: ${naamVan(kijk.lijsten.waarvoor, vraag.waarvoor)}${vraag.grondslag === null ? '' : ` (${naamVan(kijk.lijsten.grondslag, vraag.grondslag)})`}.
        </p>
        <blockquote><bdi>${vraag.toelichting ?? 'De uitleg is niet leesbaar.'}</bdi></blockquote>`,
      knop: 'Bewaar dit besluit',
      onder: html`<p>
        ${
          isNee
            ? `De vrager hoort uw nee niet vanzelf: op ${metDag(vraag.termijn, kijk.vandaag)} loopt de vraag af, net als wanneer niemand antwoordt.`
            : 'De vrager leest het dan meteen. Iedereen die dit leest, ziet dat deze persoon meeleest, met naam.'
        }
      </p>
      <p class="rt-zacht">
        Antwoordt niemand op tijd, dan hoort uw leidinggevende dat er een vraag bij u bleef liggen. Niet welke.
      </p>`,
      ernaast: nothing,
    });
  }
}

const ZEG = rondjes('zegDatNu', V.zegDatNu, [
  { code: 'nee', naam: 'Nee, de vraag loopt vanzelf af' },
  { code: 'ja', naam: 'Ja, met mijn naam en reden' },
]);

declare global {
  interface HTMLElementTagNameMap {
    'rt-besluit-meelezen': RtBesluitMeelezen;
  }
}
