import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CasusInbreng } from '../../shared/contract/agendapunten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Regieregel } from '../../shared/contract/mijn-regie.ts';
import type { Inbrengreeks } from '../../shared/contract/overleggen.ts';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { roep } from '../api/api.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum, lijst, regel, rondjes, tekst, vinkjes } from '../vensters/veld.ts';
import { casuskeuze } from './casuskeuze.ts';
import { minutenveld } from './minuten.ts';
import { opzijknop } from './uitklap.ts';

const LEEG = {
  casusId: '',
  vraag: '',
  wetten: [] as readonly string[],
  nodig: [] as readonly string[],
  meedenkers: [] as readonly string[],
  gasten: [] as readonly string[],
  minuten: '20',
  geprobeerd: '',
  gezin: '',
  sinds: '',
  met: '',
  reden: '',
  gezinWil: '',
  voorVoorzitter: '',
};
type Inbreng = typeof LEEG;

/** Brings a casus that one directs to an overleg; its fields are the check beforehand (OV1). Fires `klaar`, `opzij`. */
@customElement('rt-breng-casus')
export class RtBrengCasus extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) casussen: readonly Regieregel[] = [];
  @property({ attribute: false }) reeks!: Inbrengreeks;
  @property({ attribute: false }) lijsten!: Lijsten;

  /** The casus of which it is known who can be a guest. */
  private gekozen = '';
  private readonly kanGast = new Opgehaald<readonly { code: string; naam: string }[]>(this, () =>
    this.haalGasten(),
  );

  private readonly opdracht = new Opdrachtcontroller<Inbreng>(this, {
    over: () => '',
    begin: () => LEEG,
    velden: (u) => [
      lijst('casusId', L.casusId, this.casussen.map(casuskeuze), { leegBericht: 'Kies een casus' }),
      tekst('vraag', L.vraag, {
        soort: 'vraag',
        regels: 2,
        uitleg:
          'Eén vraag, zo scherp als u kunt. De voorzitter leest die, en wie meedenkt of meedoet. Schrijf geen namen op.',
      }),
      minutenveld(),
      rondjes('gezin', L.gezinWeet, WEET, {
        leegBericht: 'Kies of het gezin dit weet',
        pad: 'gezinWeet',
      }),
      ...(u.gezin === 'ja'
        ? [
            datum('sinds', L.sinds, 'gebeurd', { magLeeg: true, pad: 'gezinWeet.datum' }),
            regel('met', L.met, {
              magLeeg: true,
              uitleg: 'Bijvoorbeeld: moeder. Een rol, geen naam.',
              pad: 'gezinWeet.met',
            }),
          ]
        : []),
      ...(u.gezin === 'nee'
        ? [
            regel('reden', L.waaromNiet, {
              leegBericht: 'Schrijf op waarom het gezin dit nog niet weet',
              pad: 'gezinWeet.reden',
            }),
          ]
        : []),
      tekst('gezinWil', L.gezinWil, { regels: 2, magLeeg: true }),
      tekst('geprobeerd', L.geprobeerd, { regels: 2, magLeeg: true }),
      vinkjes('nodig', L.nodig, this.lijsten.expertise, { magLeeg: true, meer: true }),
      vinkjes('wetten', L.wetten, this.lijsten.wetten, { magLeeg: true, meer: true }),
      vinkjes('meedenkers', L.meedenkers, this.leden, {
        magLeeg: true,
        meer: true,
        uitleg: 'Kies wie u nodig hebt en niet aan de casus meedoet. Wie al meedoet, is er al bij.',
      }),
      ...(this.kanGast.waarde === undefined || this.kanGast.waarde.length === 0
        ? []
        : [
            vinkjes('gasten', L.gasten, this.kanGast.waarde, {
              magLeeg: true,
              meer: true,
              uitleg:
                'Iemand van buiten dit overleg. Een gast leest alleen wat op het tafelblad ligt, zolang dit punt open is, en daarna nog twee weken.',
            }),
          ]),
      tekst('voorVoorzitter', L.voorVoorzitter, {
        regels: 2,
        magLeeg: true,
        meer: true,
        uitleg: 'Alleen u en de voorzitter lezen dit.',
      }),
    ],
    stuur: (u) => roep('agendapunt.breng', { params: { overlegId: this.overlegId }, body: alsInbreng(u) }),
  });

  protected override updated(): void {
    const { casusId } = this.opdracht.waarden;
    if (casusId === this.gekozen) return;
    this.gekozen = casusId;
    void this.kanGast.ververs();
  }

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">
        De voorzitter beslist of de casus op de agenda komt. Is dat zo, dan ziet wie aan de casus meedoet dat die
        besproken wordt. Andere mensen in het overleg zien er niets van.
      </p>`,
      knop: 'Breng in',
      nietGelukt: 'Niet ingebracht',
      ernaast: opzijknop(this),
    });
  }

  /** Whom I can ask to take part in this casus can come for one item as well, but not who is in the series. */
  private async haalGasten(): Promise<{ code: string; naam: string }[]> {
    if (this.gekozen === '') return [];
    const { kandidaten } = await roep('deelnemer.kandidaten', { params: { casusId: this.gekozen } });
    const leden = new Set(this.reeks.leden.map(({ medewerkerId }) => medewerkerId));
    return kandidaten
      .filter(({ medewerkerId }) => !leden.has(medewerkerId))
      .map(({ medewerkerId, naam, organisatie }) => ({
        code: medewerkerId,
        naam: `${naam}, ${organisatie}`,
      }));
  }

  private get leden() {
    return this.reeks.leden.map(({ medewerkerId, naam, functie, organisatie }) => ({
      code: medewerkerId,
      naam: `${hoofdletter(functie)}: ${naam}, ${organisatie}`,
    }));
  }
}

const WEET = [
  { code: 'ja', naam: 'Ja' },
  { code: 'nee', naam: 'Nee, nog niet' },
];

function alsInbreng(u: Inbreng): CasusInbreng {
  const regelOf = (waarde: string) => (waarde.trim() === '' ? null : normaliseer('regel', waarde));
  const tekstOf = (waarde: string) => (waarde.trim() === '' ? null : waarde.trim());
  return {
    casusId: u.casusId,
    vraag: normaliseer('regel', u.vraag),
    // The choices come from the list that the server gave.
    wetten: [...u.wetten] as CasusInbreng['wetten'],
    nodig: [...u.nodig],
    meedenkers: [...u.meedenkers],
    gasten: [...u.gasten],
    minuten: Number(u.minuten),
    geprobeerd: tekstOf(u.geprobeerd),
    gezinWeet:
      u.gezin === 'ja'
        ? { ja: true, datum: u.sinds === '' ? null : u.sinds, met: regelOf(u.met) }
        : { ja: false, reden: regelOf(u.reden) },
    gezinWil: tekstOf(u.gezinWil),
    voorVoorzitter: tekstOf(u.voorVoorzitter),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-breng-casus': RtBrengCasus;
  }
}
