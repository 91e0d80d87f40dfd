import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Regieregel } from '../../shared/contract/mijn-regie.ts';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { roep } from '../api/api.ts';
import { momentVan } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum, lijst, regel } from '../vensters/veld.ts';
import { casuskeuze } from './casuskeuze.ts';
import { duurveld, tijdveld } from './tijdveld.ts';
import { opzijknop } from './uitklap.ts';

/** Plans a gezinsoverleg on one casus that one directs, and leads. Fires `klaar`, `opzij`. */
@customElement('rt-plan-gezinsoverleg')
export class RtPlanGezinsoverleg extends LichtElement {
  @property({ attribute: false }) casussen: readonly Regieregel[] = [];

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ casusId: '', dag: '', tijd: '', duur: '60', plaats: '', vraag: '' }),
    velden: () => [
      lijst('casusId', L.casusId, this.casussen.map(casuskeuze), { leegBericht: 'Kies een casus' }),
      datum('dag', 'Op welke dag?', 'termijn', { pad: 'begin' }),
      tijdveld(),
      duurveld(),
      regel('plaats', L.plaats, { uitleg: 'Bijvoorbeeld: bij het gezin thuis, of op school.' }),
      regel('vraag', 'Waar gaat het over?', {
        soort: 'vraag',
        magLeeg: true,
        uitleg: 'Eén vraag, zonder namen.',
      }),
    ],
    stuur: ({ casusId, dag, tijd, duur, plaats, vraag }, _gewijzigd, poging) =>
      roep('overleg.plan', {
        body: {
          casusId,
          begin: momentVan(dag, tijd),
          duur: Number(duur),
          plaats: normaliseer('regel', plaats),
          vraag: vraag.trim() === '' ? null : normaliseer('regel', vraag),
        },
        poging,
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">
        U leidt dit overleg. Wie aan deze casus meedoet, ziet het bij de eigen overleggen staan.
      </p>`,
      knop: 'Plan het overleg',
      nietGelukt: 'Niet gepland',
      ernaast: opzijknop(this),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-plan-gezinsoverleg': RtPlanGezinsoverleg;
  }
}
