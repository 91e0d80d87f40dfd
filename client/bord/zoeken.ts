import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { kaartwoorden } from '../../shared/zoeken/kaartwoorden.ts';
import { leesZoekwoorden } from '../../shared/zoeken/zoekwoorden.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { KAARTNAMEN } from '../kaarten/kaartnamen.ts';
import { noemVoor } from '../teksten/noemen.ts';
import { veldlabel } from '../teksten/veldsoorten.ts';
import { zetGezocht } from '../ui/gezocht.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { type Ding, Plaatskeuze } from '../ui/plaats.ts';
import { watVooruitGetypt } from '../ui/toetsen.ts';
import type { Venster } from '../vensters/venster.ts';

/** Finds in what stands on this board for this person: it asks the server nothing (NK16). */
export const ZOEKEN: Venster<undefined> = {
  kop: () => 'Zoeken op dit bord',
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-bord-zoeken .kijk=${kijk} .teksten=${verbinding.teksten}></rt-bord-zoeken>`,
};

interface Vondst {
  readonly wat: string;
  readonly waar: string;
  readonly ding: Ding;
}

const MEESTE = 12;

@customElement('rt-bord-zoeken')
export class RtBordZoeken extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) teksten!: Bordteksten;

  @state() private gezocht = watVooruitGetypt();

  protected override render() {
    const vondsten = vind(this.kijk, this.teksten, this.gezocht);
    return html`<label class="rt-invoer__label" for="bord-zoek">Een woord</label>
      <input
        id="bord-zoek"
        class="utrecht-textbox utrecht-textbox--html-input bord-zoek__veld"
        type="search"
        autocomplete="off"
        .value=${this.gezocht}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.gezocht = target.value;
        }}
      />
      <p role="status" class="rt-zacht">${this.stand(vondsten.length)}</p>
      ${
        vondsten.length === 0
          ? nothing
          : html`<ul class="bord-zoek__lijst">
              ${vondsten.slice(0, MEESTE).map((vondst) => this.vondst(vondst))}
            </ul>`
      }
      <p><a href="/zoeken" @click=${() => zetGezocht(this.gezocht)}>Zoek in al uw casussen</a></p>`;
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  private stand(aantal: number): string {
    if (this.gezocht.trim() === '') return 'U zoekt in alles wat u op dit bord kunt lezen.';
    if (aantal === 0) return 'Niets gevonden in wat u op dit bord kunt lezen.';
    return aantal > MEESTE
      ? `Meer dan ${MEESTE} keer gevonden. Typ nog een woord.`
      : `${aantal} keer gevonden.`;
  }

  private vondst({ wat, waar, ding }: Vondst): TemplateResult {
    return html`<li class="bord-zoek__vondst">
      <button
        type="button"
        class="rt-als-link"
        @click=${() => {
          const keuze = new Plaatskeuze({ tab: null, lidId: null, ding });
          const bord = this.closest('rt-bord');
          this.dispatchEvent(new Event('klaar', { bubbles: true }));
          bord?.dispatchEvent(keuze);
        }}
      >
        <bdi>${wat}</bdi></button
      ><span class="rt-zacht rt-klein">${waar}</span>
    </li>`;
  }
}

/** What holds all words that are looked for, in the order of the board. */
function vind(kijk: Kijk, teksten: Bordteksten, gezocht: string): Vondst[] {
  const { leeg, past } = leesZoekwoorden(gezocht);
  if (leeg) return [];
  const gebieden = kijk.lijsten.leefgebieden
    .filter(
      ({ naam, achtergrond }) =>
        past(naam) && (kijk.leest('hulp') || achtergrond.some((een) => kijk.leest(een))),
    )
    .map(({ code, naam }) => ({
      wat: naam,
      waar: 'leefgebied',
      ding: { soort: 'leefgebied' as const, id: code },
    }));
  const kaarten = kijk.bord.kaarten.flatMap((kaart): Vondst[] => {
    const tekst = kaartwoorden(kaart);
    if (!past(tekst)) return [];
    const soort = hoofdletter(KAARTNAMEN[kaart.soort].naam.replace(/^(?:de|het) /, ''));
    return [{ wat: kaart.titel || tekst, waar: soort, ding: { soort: 'kaart', id: kaart.id } }];
  });
  const geschreven = kijk.bord.velden.flatMap((veld): Vondst[] => {
    if (veld.concept) return [];
    const tekst = teksten.helft?.alsTekst(veld, noemVoor(kijk)) ?? '';
    const regel = tekst.split('\n').find(past) ?? (past(tekst) ? tekst : undefined);
    if (regel === undefined || regel.trim() === '') return [];
    return [
      {
        wat: regel.trim().replace(/^-\s+/, ''),
        waar: veldlabel(kijk, veld),
        ding: { soort: 'tekst', id: veld.id },
      },
    ];
  });
  return [...gebieden, ...kaarten, ...geschreven];
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-zoeken': RtBordZoeken;
  }
}
