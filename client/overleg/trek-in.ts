import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { roep } from '../api/api.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { Agendawijziging } from './agendawijziging.ts';
import { opzijknop } from './uitklap.ts';

/** Takes off the agenda what one brought, after asking. Fires `Agendawijziging`, `opzij`. */
@customElement('rt-trek-in')
export class RtTrekIn extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    stuur: async () => {
      const { overlegId, agendapuntId } = this;
      await roep('agendapunt.trekIn', { params: { overlegId, agendapuntId } });
      this.dispatchEvent(new Agendawijziging('Van de agenda gehaald'));
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>Wat u hierbij schreef, wordt dan ook gewist.</p>`,
      knop: 'Haal van de agenda',
      neemtWeg: true,
      nietGelukt: 'Staat nog op de agenda',
      ernaast: opzijknop(this),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-trek-in': RtTrekIn;
  }
}
