import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { VERZOEKLABELS as V } from '../../shared/plan/veldlabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import { type Tegel, tegelkop, vraagbaken } from '../casus/tegels.ts';
import { vragenVan } from '../casus/vragen.ts';
import { bel } from '../ui/bel.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { datum, lijst, tekst } from './veld.ts';
import type { Venster } from './venster.ts';

/** Asking to read along from a closed line: what for, why it can't be done without, until when (NK27). */
export const VRAAG_MEELEZEN: Venster<Tegel> = {
  kop: () => 'Vragen of ik mag meelezen',
  bestaatNog: (kijk, { compartimenten }) =>
    compartimenten.some(({ id }) => kijk.compartiment(id) !== undefined),
  inhoud: ({ kijk, verbinding }, tegel) =>
    html`<rt-vraag-meelezen .kijk=${kijk} .verbinding=${verbinding} .tegel=${tegel}></rt-vraag-meelezen>`,
};

@customElement('rt-vraag-meelezen')
export class RtVraagMeelezen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) tegel!: Tegel;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.tegel.compartimenten[0]?.id ?? '',
    kent: () => kentVan(this.kijk),
    begin: () => ({
      compartimentId: this.tegel.compartimenten[0]?.id ?? '',
      waarvoor: this.kijk.ik?.waarvoor ?? '',
      grondslag: this.kijk.ik?.grondslag ?? '',
      toelichting: '',
      tot: '',
    }),
    velden: () => [
      ...(this.tegel.compartimenten.length > 1
        ? [lijst('compartimentId', V.compartimentId, this.overWie, { leeg: false })]
        : []),
      lijst('waarvoor', V.waarvoor, this.kijk.lijsten.waarvoor),
      tekst('toelichting', V.toelichting, { regels: 3, uitleg: 'Alleen wie dit bewaart, leest uw uitleg.' }),
      datum('tot', V.tot, 'einde', {
        uitleg: `Hooguit ${this.kijk.lijsten.termijnen.rechtDagen} dagen. Typ bijvoorbeeld: over 2 weken.`,
      }),
      lijst('grondslag', V.grondslag, this.kijk.lijsten.grondslag, { meer: true }),
    ],
    stuur: async ({ compartimentId, ...body }, _, poging) => {
      await this.verbinding.regel('verzoek.doe', {
        params: { casusId: this.verbinding.casusId, compartimentId },
        body,
        poging,
      });
      await vragenVan(this.verbinding.casusId).ververs();
    },
  });

  protected override render() {
    const { kijk, tegel } = this;
    const werkdagen = kijk.lijsten.termijnen.verzoekWerkdagen;
    const baken = vraagbaken(kijk, tegel);
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>${tegelkop(kijk, tegel)}</p>
        <p>
          Hebt u maar één antwoord nodig? Bellen is vaak sneller, en dan hoeft er niets open.
          ${baken.map(({ naam, telefoon }) => html`<br /><bdi>${naam}</bdi> ${bel(telefoon)}`)}
        </p>`,
      knop: 'Vraag versturen',
      onder: html`<h3>Wat gebeurt er dan?</h3>
        <p>
          Wie dit bewaart, leest dat u het vraagt, met uw naam, en besluit. Of er iemand is die dit bewaart, ziet u niet.
          Op de regel staat:
        </p>
        <ul>
          <li><strong>gevraagd</strong>: vanaf nu, ${werkdagen} werkdagen</li>
          <li><strong>geopend</strong>: zodra er iets voor u opengaat</li>
          <li><strong>afgelopen</strong>: als die tijd voorbij is. Bel dan, of vraag opnieuw</li>
        </ul>
        <p>Meelezen stopt vanzelf. Dat u meelas, blijft bewaard.</p>`,
      nietGelukt: 'Niet gevraagd',
      ernaast: nothing,
    });
  }

  private get overWie() {
    return this.tegel.compartimenten.map(({ id, lidId }) => ({
      code: id,
      naam: hoofdletter(this.kijk.onderwerp(lidId)),
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-vraag-meelezen': RtVraagMeelezen;
  }
}
