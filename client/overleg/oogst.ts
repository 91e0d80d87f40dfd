import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { datumVan, metDag } from '../ui/datum.ts';
import { getal } from '../ui/getal.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { Stapwens } from './stapwens.ts';
import { naarUitgeklapt } from './uitklap.ts';
import './vertel-gezin.ts';
import { DEELNAAM, type Wijzen, wijsknop } from './wijzen.ts';

type Afgesproken = Pick<Tafelblad, 'afspraken' | 'vertelling'>;

/**
 * What comes of an item, beside what lies on its table (OV7): what of the afspraken isn't said yet, and who tells the
 * household. Who leads and wants to close without, is asked here.
 */
@customElement('rt-oogst')
export class RtOogst extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) blad!: Tafelblad;
  @property({ attribute: false }) wijzen: Wijzen | null = null;
  /** Fetches the tafelblad again. */
  @property({ attribute: false }) ververs: () => Promise<void> = () => Promise.resolve();
  @state() private zegt: 'alleen' | 'en-sluit' | null = null;

  /** Who leads wants to close it: what isn't said yet is asked first. */
  async vraagVoorSluiten(): Promise<void> {
    this.zegt = 'en-sluit';
    await naarUitgeklapt(this, 'rt-vertel-gezin');
  }

  protected override render() {
    const { blad, zegt } = this;
    return html`<section class="rt-oogst" aria-labelledby="rt-oogst-kop">
      <h3 id="rt-oogst-kop" tabindex="-1">Oogst</h3>
      ${nogNietRond(blad)}
      <div class="rt-tafelblad__kop">
        <div class="rt-wijsbaar">${wijsknop(this.wijzen, 'vertelling', DEELNAAM.vertelling)}<h4>${DEELNAAM.vertelling}</h4></div>
        ${blad.open && zegt === null && blad.vertelling?.inPlan !== true ? this.knop(blad) : nothing}
      </div>
      ${
        zegt === null
          ? verteld(blad)
          : html`<rt-vertel-gezin
              .overlegId=${this.overlegId}
              .agendapuntId=${this.agendapuntId}
              .blad=${blad}
              .daarnaDicht=${zegt === 'en-sluit'}
              @klaar=${this.opKlaar}
              @opzij=${this.opOpzij}
            ></rt-vertel-gezin>`
      }
    </section>`;
  }

  private knop({ vertelling }: Tafelblad): TemplateResult {
    return html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.begin}>
      ${vertelling === null ? 'Zeg wie …' : html`Verander<span class="rt-alleen-voorlezen">: wie het gezin wat vertelt</span>`}
    </button>`;
  }

  private readonly begin = () => {
    this.zegt = 'alleen';
    void naarUitgeklapt(this, 'rt-vertel-gezin');
  };

  private readonly opOpzij = () => {
    this.zegt = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#rt-oogst-kop')?.focus());
  };

  private readonly opKlaar = () => {
    const wasSluiten = this.zegt === 'en-sluit';
    this.opOpzij();
    // That the item closes is said by itself.
    if (wasSluiten) this.dispatchEvent(new Stapwens({ stap: 'tussen' }));
    else aankondigen('Vastgelegd.');
    void this.ververs();
  };
}

/** What of the afspraken has nobody who does it, or no day; and how many are complete. */
export function nogNietRond({ afspraken }: Afgesproken): TemplateResult | typeof nothing {
  const mist = afspraken.flatMap(({ id, titel, uitvoerders, uiterlijk }) => {
    const wat = [...(uitvoerders.length === 0 ? ['wie?'] : []), ...(uiterlijk === null ? ['wanneer?'] : [])];
    return wat.length === 0 ? [] : [{ id, titel, wat }];
  });
  const rond = afspraken.length - mist.length;
  if (afspraken.length === 0) return nothing;
  return html`${
    mist.length === 0
      ? nothing
      : html`<p class="rt-oogst__kop">Nog niet rond</p>
          <ul class="rt-overleg__lijst rt-oogst__open">
            ${mist.map(({ titel, wat }) => html`<li><bdi>${titel}</bdi> <strong>${opsomming(wat)}</strong></li>`)}
          </ul>`
  }
  ${rond === 0 ? nothing : html`<p>${rond === 1 ? 'Eén afspraak is rond.' : `${hoofdletter(getal(rond))} afspraken zijn rond.`}</p>`}`;
}

/** What is agreed, as sentences to read back. */
export function afspraakregels({ afspraken }: Afgesproken, { wetten }: Lijsten): TemplateResult {
  return html`<ul class="rt-overleg__lijst">
    ${afspraken.map(
      (afspraak) => html`<li>
        <strong><bdi>${afspraak.titel}</bdi></strong><br />
        ${afspraakzin(afspraak, wetten)}
      </li>`,
    )}
  </ul>`;
}

/** Who does it, when, and whether it must be. */
export function afspraakzin(
  {
    uitvoerders,
    uiterlijk,
    wet,
    betaaltDoor,
    wachtOp,
    overbrugtDoor,
    inPlan,
  }: Tafelblad['afspraken'][number],
  wetten: Lijsten['wetten'],
): TemplateResult {
  const wie = uitvoerders.length === 0 ? 'nog niemand' : opsomming(uitvoerders.map(({ naam }) => naam));
  const wanneer =
    uiterlijk === null ? 'nog geen datum' : `uiterlijk ${metDag(uiterlijk, datumVan(new Date()))}`;
  const wetnaam = wetten.find(({ code }) => code === wet)?.naam;
  return html`<bdi>${wie}</bdi>, ${wanneer}
    <span class="rt-zacht">${wet === null ? 'vrijwillig' : `verplicht: ${wetnaam ?? wet}`}${inPlan ? ', staat in het plan' : ''}</span>
    ${wachtOp === null ? nothing : html`<br /><span>wacht op <bdi>${wachtOp}</bdi></span>`}
    ${overbrugtDoor === null ? nothing : html`<span>intussen: <bdi>${overbrugtDoor.naam}</bdi></span>`}
    ${betaaltDoor === null ? nothing : html`<br /><span>betaalt: <bdi>${betaaltDoor}</bdi></span>`}`;
}

/** Who tells the household what, as it was said. */
export function verteld({ vertelling }: Afgesproken): TemplateResult {
  if (vertelling === null)
    return html`<p class="rt-zacht">Nog niet gezegd. Zonder dit sluit het agendapunt niet.</p>`;
  const { wie, wat, uiterlijk, reden, inPlan } = vertelling;
  const bij = inPlan ? html` <span class="rt-zacht">staat in het plan</span>` : nothing;
  if (wat === null)
    return reden === null
      ? html`<p>Dat is niet gezegd. De regisseur heeft het in Mijn werk.</p>`
      : html`<p>Nu niet, omdat: <bdi>${reden}</bdi></p>`;
  const dag = uiterlijk === null ? '' : `, vóór ${metDag(uiterlijk, datumVan(new Date()))}`;
  return html`<p><strong><bdi>${wie?.naam ?? 'Iemand'}</bdi></strong>${dag}: <bdi>${wat}</bdi>${bij}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-oogst': RtOogst;
  }
}
