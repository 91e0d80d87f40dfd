import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Antwoord } from '../../shared/contract/contract.ts';
import { ADVIESLABELS as A } from '../../shared/plan/advieslabels.ts';
import { roep } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import { plaatsnaam } from '../casus/publiek.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { datum, lijst, regel, tekst, vinkjes } from './veld.ts';
import type { Venster } from './venster.ts';

/** Asking a gedragsdeskundige for advice about a member, and opening what I keep for it (OV11). */
export const ADVIES_VRAGEN: Venster<undefined> = {
  kop: () => 'Advies vragen aan een gedragsdeskundige',
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-adviesvraag .kijk=${kijk} .verbinding=${verbinding}></rt-adviesvraag>`,
};

type Treffer = Antwoord<'advies.kijkNa'>['treffers'][number];

interface Invulling {
  readonly lidId: string;
  readonly vraag: string;
  readonly toelichting: string;
  readonly opent: readonly string[];
  readonly genoemd: readonly string[];
  readonly tot: string;
  readonly [naam: string]: string | readonly string[];
}

@customElement('rt-adviesvraag')
export class RtAdviesvraag extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** What is left out of what was ticked; undefined: it isn't looked at yet. */
  @state() private treffers: readonly Treffer[] | undefined;
  private nagekeken = '';

  private readonly opdracht = new Opdrachtcontroller<Invulling>(this, {
    kent: () => kentVan(this.kijk),
    begin: () => ({
      lidId:
        this.kijk.gekozenLid ??
        (this.kijk.bord.leden.length === 1 ? (this.kijk.bord.leden[0]?.id ?? '') : ''),
      vraag: '',
      toelichting: '',
      opent: [],
      genoemd: [],
      tot: '',
    }),
    velden: ({ lidId }) => [
      lijst('lidId', A.lidId, this.leden, { leegBericht: 'Kies over wie het gaat' }),
      regel('vraag', A.vraag, {
        soort: 'vraag',
        uitleg: 'Eén vraag, zonder namen. Elke gedragsdeskundige leest haar, tot er een haar aanneemt.',
      }),
      tekst('toelichting', A.toelichting, { regels: 3, magLeeg: true }),
      vinkjes('opent', A.opent, this.delen(lidId), {
        magLeeg: true,
        uitleg:
          'Alleen wat u zelf bewaart. Het gaat open voor wie de vraag aanneemt, zonder namen, en weer dicht.',
      }),
      vinkjes('genoemd', A.genoemd, this.mensen, {
        magLeeg: true,
        uitleg: 'Zij lezen de vraag en het advies.',
      }),
      datum('tot', A.tot, 'einde', { uitleg: 'Die dag sluit ook wat de vraag opent.' }),
    ],
    stuur: async ({ lidId, vraag, toelichting, opent, genoemd, tot }, _, poging) => {
      await this.verbinding.regel('advies.stel', {
        params: { casusId: this.verbinding.casusId },
        body: { lidId, vraag, toelichting: toelichting.trim() || null, opent, genoemd, tot },
        poging,
      });
      aankondigen('Gevraagd. Het staat in Mijn werk, bij Gevraagd advies.');
    },
  });

  protected override updated(): void {
    const { opent } = this.opdracht.waarden;
    const nu = opent.join(',');
    if (nu === this.nagekeken) return;
    this.nagekeken = nu;
    void this.kijkNa(nu);
  }

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: this.opdracht.waarden.opent.length === 0 ? nothing : this.weglatingen(),
      knop: 'Vraag versturen',
      nietGelukt: 'Niet gevraagd',
    });
  }

  private weglatingen(): TemplateResult {
    const { treffers } = this;
    const dicht = this.opdracht.waarden.opent.filter((id) => this.kijk.compartiment(id)?.geopend !== true);
    return html`<section aria-labelledby="rt-adviesvraag-weg">
      <h3 id="rt-adviesvraag-weg">Nagekeken op namen</h3>
      ${
        treffers === undefined
          ? html`<p role="status">Wordt nagekeken…</p>`
          : treffers.length === 0
            ? html`<p role="status">In wat u las, staat niets dat wijst op een persoon. Regietafel laat namen vanzelf weg.</p>`
            : html`<p role="status">Dit leest de gedragsdeskundige niet. Verander het liever zelf:</p>
                <ul>
                  ${treffers.map(({ tekst: wat, soort }) => html`<li><bdi>${wat}</bdi> wordt <em>[${soort}]</em></li>`)}
                </ul>`
      }
      ${dicht.length === 0 ? nothing : html`<p>Iets ervan hebt u nog niet geopend. Open het op het bord, dan kan het worden nagekeken.</p>`}
    </section>`;
  }

  private async kijkNa(compartimentIds: string): Promise<void> {
    this.treffers = undefined;
    if (compartimentIds === '') return;
    try {
      const { treffers } = await roep('advies.kijkNa', {
        params: { casusId: this.verbinding.casusId },
        query: { compartimentIds },
      });
      if (this.nagekeken === compartimentIds) this.treffers = treffers;
    } catch {
      // What couldn't be looked at is left out for the reader all the same.
      if (this.nagekeken === compartimentIds) this.treffers = [];
    }
  }

  private get leden() {
    return this.kijk.bord.leden.map(({ id, rol }) => ({ code: id, naam: hoofdletter(rol) }));
  }

  /** What I keep about this member or the household, and that isn't about who they are. */
  private delen(lidId: string) {
    return this.kijk.bord.compartimenten
      .filter((deel) => deel.rechten !== null && !WIE_IEMAND_IS.has(deel.categorie))
      .filter((deel) => deel.lidId === null || deel.lidId === lidId)
      .map((deel) => ({ code: deel.id, naam: this.deelnaam(deel) }));
  }

  private deelnaam(deel: Compartiment): string {
    return `${plaatsnaam(this.kijk, deel)}, ${deel.lidId === null ? 'hele gezin' : this.kijk.onderwerp(deel.lidId)}`;
  }

  private get mensen() {
    return this.kijk.bord.deelnemers
      .filter((deelnemer) => !deelnemer.ik)
      .map((deelnemer) => ({
        code: deelnemer.id,
        naam: `${deelnemer.naam}, ${this.kijk.vanuit(deelnemer)}`,
      }));
  }
}

const WIE_IEMAND_IS: ReadonlySet<string> = new Set(['naam', 'adres', 'contact']);

declare global {
  interface HTMLElementTagNameMap {
    'rt-adviesvraag': RtAdviesvraag;
  }
}
