import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { roep } from '../api/api.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { regel, tekst } from '../vensters/veld.ts';
import { minutenveld } from './minuten.ts';
import { opzijknop } from './uitklap.ts';

/** Brings a dilemma, of no casus and nobody by name (OV10). Fires `klaar`, `opzij`. */
@customElement('rt-breng-dilemma')
export class RtBrengDilemma extends LichtElement {
  @property({ attribute: false }) overlegId = '';

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ titel: '', dilemma: '', minuten: '15' }),
    velden: () => [
      regel('titel', L.titel, { soort: 'vraag', pad: 'dilemma.titel' }),
      tekst('dilemma', L.dilemma, { pad: 'dilemma.tekst' }),
      minutenveld(),
    ],
    stuur: ({ titel, dilemma, minuten }) =>
      roep('agendapunt.breng', {
        params: { overlegId: this.overlegId },
        body: {
          dilemma: { titel: normaliseer('regel', titel), tekst: dilemma.trim() },
          minuten: Number(minuten),
        },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">
        Neemt de voorzitter het aan, dan lezen de vaste leden dit. Schrijf daarom niets waaraan iemand een gezin
        herkent. Na zes weken wordt het gewist.
      </p>`,
      knop: 'Breng in',
      nietGelukt: 'Niet ingebracht',
      ernaast: opzijknop(this),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-breng-dilemma': RtBrengDilemma;
  }
}
