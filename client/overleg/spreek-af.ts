import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { WETTEN } from '../../shared/plan/kaartsoorten.ts';
import { roep } from '../api/api.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum, lijst, regel, vinkjes } from '../vensters/veld.ts';
import { opzijknop } from './uitklap.ts';

/** Puts down what is agreed, or changes it, on the tafelblad (OV4). Fires `klaar`, `opzij`. */
@customElement('rt-spreek-af')
export class RtSpreekAf extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  @property({ attribute: false }) agendapuntId = '';
  @property({ attribute: false }) blad!: Tafelblad;
  @property({ attribute: false }) lijsten!: Lijsten;
  /** What is changed; null: something new. */
  @property({ attribute: false }) stukId: string | null = null;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => `${this.agendapuntId} ${this.stukId ?? ''}`,
    begin: () => ({
      titel: this.was?.titel ?? '',
      uitvoerders: (this.was?.uitvoerders.map(({ id }) => id) ?? []) as readonly string[],
      uiterlijk: this.was?.uiterlijk ?? '',
      wet: this.was?.wet ?? '',
      betaaltDoor: this.was?.betaaltDoor ?? '',
      wachtOp: this.was?.wachtOp ?? '',
      overbrugtDoor: this.was?.overbrugtDoor?.id ?? '',
    }),
    velden: () => [
      regel('titel', L.afspraak, { pad: this.pad('titel') }),
      vinkjes('uitvoerders', L.uitvoerders, this.mensen, {
        magLeeg: true,
        uitleg: 'Wie aan tafel zit, de regisseur, of iemand uit het gezin.',
        pad: this.pad('uitvoerders'),
      }),
      datum('uiterlijk', L.uiterlijk, 'termijn', { magLeeg: true, pad: this.pad('uiterlijk') }),
      lijst('wet', L.wet, this.lijsten.wetten, {
        magLeeg: true,
        leeg: 'Vrijwillig',
        pad: this.pad('wet'),
      }),
      regel('betaaltDoor', L.betaaltDoor, { magLeeg: true, meer: true, pad: this.pad('betaaltDoor') }),
      regel('wachtOp', L.wachtOp, { magLeeg: true, meer: true, pad: this.pad('wachtOp') }),
      lijst('overbrugtDoor', L.overbrugtDoor, this.mensen, {
        magLeeg: true,
        leeg: 'Niemand',
        meer: true,
        pad: this.pad('overbrugtDoor'),
      }),
    ],
    stuur: ({ titel, uitvoerders, uiterlijk, wet, betaaltDoor, wachtOp, overbrugtDoor }, _, poging) => {
      const { overlegId, agendapuntId, was } = this;
      const afspraak = {
        titel: normaliseer('regel', titel),
        uitvoerders: [...uitvoerders],
        uiterlijk: uiterlijk === '' ? null : uiterlijk,
        wet: WETTEN.find((code) => code === wet) ?? null,
        betaaltDoor: normaliseer('regel', betaaltDoor) || null,
        wachtOp: normaliseer('regel', wachtOp) || null,
        overbrugtDoor: overbrugtDoor || null,
      };
      if (was === undefined)
        return roep('tafelblad.leg', { params: { overlegId, agendapuntId }, body: { afspraak }, poging });
      return roep('tafelblad.wijzig', {
        params: { overlegId, agendapuntId, stukId: was.id },
        body: { ...afspraak, versie: was.versie },
      });
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">
        Iedereen aan tafel leest dit meteen. Als het agendapunt sluit, komt de afspraak in het plan. Daar leest mee wie
        het plan leest, en wie de afspraak doet.
      </p>`,
      knop: this.stukId === null ? 'Zet erop' : 'Verander',
      nietGelukt: 'Niet vastgelegd',
      ernaast: opzijknop(this),
    });
  }

  private get was() {
    return this.blad.afspraken.find(({ id }) => id === this.stukId);
  }

  /** Whom it was agreed with already stands there as well. */
  private get mensen() {
    const { uitvoerders = [], overbrugtDoor = null } = this.was ?? {};
    const alle = [
      ...this.blad.uitvoerders,
      ...uitvoerders,
      ...(overbrugtDoor === null ? [] : [overbrugtDoor]),
    ];
    return [...new Map(alle.map(({ id, naam }) => [id, { code: id, naam }])).values()];
  }

  private pad(veld: string): string {
    return this.stukId === null ? `afspraak.${veld}` : veld;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-spreek-af': RtSpreekAf;
  }
}
