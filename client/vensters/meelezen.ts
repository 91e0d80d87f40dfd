import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import { RECHTLABELS as R } from '../../shared/plan/veldlabels.ts';
import { roep } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import { bewaardDoorMij, deelnaam, totWanneer } from '../casus/meelezen.ts';
import { naamVan } from '../lijsten.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from './formulier.ts';
import './meelezers.ts';
import './vraagregel.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { Ophalen } from './ophalen.ts';
import { datum, lijst, rondjes, tekst } from './veld.ts';
import type { Venster } from './venster.ts';

/** Lets somebody read along in what I keep, for so long and with a reason (NK28). */
export const LAAT_MEELEZEN: Venster<undefined> = {
  kop: () => 'Iemand laten meelezen',
  bestaatNog: (kijk) => bewaardDoorMij(kijk).length > 0,
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-laat-meelezen .kijk=${kijk} .verbinding=${verbinding}></rt-laat-meelezen>`,
};

const LEEG = {
  compartimentId: '',
  deelnemerId: '',
  niveau: 'lezen',
  waarvoor: '',
  grondslag: '',
  reden: '',
  tot: '',
};

@customElement('rt-laat-meelezen')
export class RtLaatMeelezen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly opdracht = new Opdrachtcontroller<typeof LEEG>(this, {
    over: () => '',
    kent: () => kentVan(this.kijk),
    begin: () => LEEG,
    velden: ({ compartimentId }) => [
      lijst('compartimentId', 'Wat mag deze persoon lezen?', this.delen, { leegBericht: 'Kies wat het is' }),
      lijst('deelnemerId', R.deelnemerId, this.mensen(compartimentId), { leegBericht: 'Kies wie meeleest' }),
      lijst('waarvoor', R.waarvoor, this.kijk.lijsten.waarvoor),
      lijst('grondslag', R.grondslag, this.kijk.lijsten.grondslag),
      tekst('reden', R.reden, {
        regels: 2,
        uitleg: 'Wie dit bewaart, leest het. Het blijft bewaard; het gezin kan ernaar vragen.',
      }),
      datum('tot', R.tot, 'einde', {
        uitleg: `Hooguit ${this.kijk.lijsten.termijnen.rechtDagen} dagen. Het stopt daarna vanzelf.`,
      }),
      rondjes('niveau', R.niveau, NIVEAUS, { meer: true }),
    ],
    stuur: ({ compartimentId, ...body }, _, poging) =>
      this.verbinding.regel('recht.geef', {
        params: { casusId: this.verbinding.casusId, compartimentId },
        body,
        poging,
      }),
  });

  protected override render() {
    const { compartimentId } = this.opdracht.waarden;
    return opdrachtformulier(this.opdracht, {
      knop: 'Laat meelezen',
      onder: html`<p>
          Iedereen die dit leest, ziet dan dat deze persoon meeleest, met naam. De regisseur hoort niet wat er staat.
        </p>
        ${
          compartimentId === ''
            ? nothing
            : html`<rt-wie-meeleest
                .kijk=${this.kijk}
                .verbinding=${this.verbinding}
                .compartimentId=${compartimentId}
              ></rt-wie-meeleest>`
        }`,
    });
  }

  private get delen() {
    return bewaardDoorMij(this.kijk).map((deel) => ({ code: deel.id, naam: deelnaam(this.kijk, deel) }));
  }

  /** Whom I know by name and who doesn't read it yet. */
  private mensen(compartimentId: string) {
    const lezers = this.kijk.compartiment(compartimentId)?.publiek?.deelnemerIds ?? [];
    return this.kijk.bord.deelnemers
      .filter(({ id, ik }) => !ik && !lezers.includes(id))
      .map((deelnemer) => ({ code: deelnemer.id, naam: voluit(this.kijk, deelnemer) }));
  }
}

/** Who reads along in a part already, and why. */
@customElement('rt-wie-meeleest')
export class RtWieMeeleest extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) compartimentId = '';

  private readonly rechten = new Ophalen(this, () =>
    roep('recht.lijst', {
      params: { casusId: this.verbinding.casusId, compartimentId: this.compartimentId },
    }),
  );

  protected override render(): TemplateResult | typeof nothing {
    const { kijk } = this;
    const rechten = this.rechten.antwoord?.rechten ?? [];
    if (rechten.length === 0) return nothing;
    return html`<p>Lezen hier nu mee voor een tijd:</p>
      <ul>
        ${rechten.map((recht) => {
          const wie = kijk.deelnemer(recht.deelnemerId);
          return html`<li>
            <bdi>${wie === undefined ? 'iemand' : voluit(kijk, wie)}</bdi>, ${totWanneer(kijk, recht.tot)}
            ${recht.waarvoor === null ? nothing : html`(${naamVan(kijk.lijsten.waarvoor, recht.waarvoor)})`}:
            <bdi>${recht.reden ?? 'de reden is niet leesbaar'}</bdi>
          </li>`;
        })}
      </ul>`;
  }
}

function voluit(kijk: Kijk, deelnemer: Deelnemer): string {
  return `${hoofdletter(kijk.vanuit(deelnemer))}: ${deelnemer.naam}, ${deelnemer.organisatie}`;
}

const NIVEAUS = [
  { code: 'lezen', naam: 'Meelezen' },
  { code: 'schrijven', naam: 'Meelezen en meeschrijven' },
];

declare global {
  interface HTMLElementTagNameMap {
    'rt-laat-meelezen': RtLaatMeelezen;
    'rt-wie-meeleest': RtWieMeeleest;
  }
}
