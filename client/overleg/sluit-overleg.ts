import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { opzijknop } from './uitklap.ts';

/** Closes an overleg, after asking: what is closed stays closed (OV2). Fires `opzij`. */
@customElement('rt-sluit-overleg')
export class RtSluitOverleg extends LichtElement {
  @property({ attribute: false }) doe!: () => Promise<void>;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    stuur: () => this.doe(),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>Wat gesloten is, gaat niet meer open. U leest dan ook de agenda niet meer.</p>`,
      knop: 'Sluit het overleg',
      neemtWeg: true,
      ernaast: opzijknop(this),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-sluit-overleg': RtSluitOverleg;
  }
}
