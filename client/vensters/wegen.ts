import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Regie } from '../../shared/contract/regie.ts';
import { REGIELABELS as L } from '../../shared/plan/regielabels.ts';
import { ZWAARTEPUNTEN, zwaartepuntnaam } from '../../shared/regie.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { lijst } from './veld.ts';
import type { Venster } from './venster.ts';

/** What weighs most in this household, by me (NK30). */
export const WEGEN: Venster<undefined> = {
  kop: () => 'Wat weegt het zwaarst?',
  bestaatNog: ({ bord }) => bord.regie.weging !== null,
  inhoud: ({ kijk, verbinding }) => html`<rt-wegen .kijk=${kijk} .verbinding=${verbinding}></rt-wegen>`,
};

@customElement('rt-wegen')
export class RtWegen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly opdracht = new Opdrachtcontroller<Record<'eerste' | 'tweede' | 'derde', string>>(this, {
    over: () => '',
    begin: () => {
      const [eerste = '', tweede = '', derde = ''] = this.kijk.bord.regie.weging?.mijn ?? [];
      return { eerste, tweede, derde };
    },
    velden: ({ eerste, tweede }) => [
      lijst('eerste', L.volgorde, ZWAARTEPUNTEN, { magLeeg: true, pad: 'volgorde.0' }),
      ...(eerste === ''
        ? []
        : [lijst('tweede', L.daarna, zonder(eerste), { magLeeg: true, pad: 'volgorde.1' })]),
      ...(eerste === '' || tweede === ''
        ? []
        : [lijst('derde', L.daarna, zonder(eerste, tweede), { magLeeg: true, pad: 'volgorde.2' })]),
    ],
    stuur: ({ eerste, tweede, derde }) =>
      this.verbinding.regel('regie.weeg', {
        params: { casusId: this.verbinding.casusId },
        body: { volgorde: inVolgorde(eerste, tweede, derde) },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      boven: uitkomst(this.kijk.bord.regie.weging) ?? nothing,
      onder: html`<p class="rt-zacht">
        Wie in het plan schrijft, ziet wat er samen uitkomt, niet wat u koos. De regisseur gebruikt het als de regie naar
        een ander gaat.
      </p>`,
      knop: 'Leg vast',
      nietGelukt: 'Niet vastgelegd',
    });
  }
}

/** What came of it, as a sentence; null: nobody said anything yet, or it isn't for this person. */
export function uitkomst(weging: Regie['weging']): TemplateResult | null {
  const [eerste, ...rest] = weging?.uitkomst ?? [];
  if (eerste === undefined) return null;
  const naam = (code: typeof eerste): string => inEenZin(zwaartepuntnaam(code));
  return html`<p>
    Volgens de tafel weegt <strong>${naam(eerste)}</strong> het zwaarst${rest.length === 0 ? '' : `, daarna ${opsomming(rest.map(naam))}`}.
  </p>`;
}

function zonder(...al: readonly string[]) {
  return ZWAARTEPUNTEN.filter(({ code }) => !al.includes(code));
}

/** What was chosen, without what is left empty or stands there twice. */
function inVolgorde(...gekozen: readonly string[]) {
  const codes = [...new Set(gekozen)];
  return codes.flatMap((gezocht) => ZWAARTEPUNTEN.find(({ code }) => code === gezocht)?.code ?? []);
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-wegen': RtWegen;
  }
}
