import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Overlegger, Reeks } from '../../shared/contract/overlegreeksen.ts';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import { WEKEN } from '../../shared/overleg.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { roep } from '../api/api.ts';
import type { Keuze } from '../ui/formulier.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum, lijst, regel, vinkjes } from '../vensters/veld.ts';
import { duurveld, tijdveld } from './tijdveld.ts';
import { opzijknop } from './uitklap.ts';

type Kandidaten = Antwoord<'overlegreeks.lijst'>['kandidaten'];

/** Begins a series of overleggen, or changes one: where, when, who. Fires `klaar`, `opzij`. */
@customElement('rt-reeks')
export class RtReeks extends LichtElement {
  /** Null: a new one. */
  @property({ attribute: false }) reeks: Reeks | null = null;
  @property({ attribute: false }) kandidaten!: Kandidaten;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.reeks?.id ?? '',
    begin: () => wat(this.reeks),
    velden: () => [
      regel('naam', L.naam, { soort: 'naam' }),
      regel('plaats', L.plaats),
      regel('videolink', L.videolink, { magLeeg: true, uitleg: 'Een adres dat met https:// begint.' }),
      datum('eerste', L.eerste, 'termijn', { pad: 'ritme.eerste' }),
      tijdveld(this.reeks?.ritme.tijd),
      duurveld(this.reeks?.duur),
      lijst('weken', L.weken, OM_DE, { leeg: false, pad: 'ritme.weken' }),
      lijst('voorzitterId', L.voorzitterId, this.kandidaten.voorzitter.map(alsKeuze), {
        leegBericht: 'Kies een voorzitter',
      }),
      lijst('plaatsvervangerId', L.plaatsvervangerId, this.kandidaten.gemeente.map(alsKeuze), {
        magLeeg: true,
      }),
      lijst('notulistId', L.notulistId, this.kandidaten.gemeente.map(alsKeuze), { magLeeg: true }),
      vinkjes('leden', L.leden, this.kandidaten.leden.map(alsKeuze), { magLeeg: true }),
    ],
    stuur: (u) => {
      const body = alsBody(u);
      const { reeks } = this;
      if (reeks === null) return roep('overlegreeks.maak', { body: { ...body, leden: [...u.leden] } });
      const was = reeks.leden.map(({ medewerkerId }) => medewerkerId);
      return roep('overlegreeks.wijzig', {
        params: { reeksId: reeks.id },
        body: {
          ...body,
          leden: {
            bij: u.leden.filter((id) => !was.includes(id)),
            af: was.filter((id) => !u.leden.includes(id)),
          },
        },
      });
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">
        Wie vast lid is, ziet daardoor van geen enkele casus iets. Verandert de dag of de tijd, dan blijft een overleg
        waarvoor al iets is ingebracht staan.
      </p>`,
      knop: this.reeks === null ? 'Maak de reeks' : 'Bewaren',
      nietGelukt: this.reeks === null ? 'Niet gemaakt' : 'Niet bewaard',
      ernaast: opzijknop(this),
    });
  }
}

const OM_DE = Array.from({ length: WEKEN.zeldenst }, (_, n): Keuze => {
  const weken = n + WEKEN.vaakst;
  return { code: String(weken), naam: weken === 1 ? 'Elke week' : `Om de ${weken} weken` };
});

function alsKeuze({ medewerkerId, naam, functie, organisatie }: Overlegger): Keuze {
  return { code: medewerkerId, naam: `${naam}, ${hoofdletter(functie)}, ${organisatie}` };
}

function wat(reeks: Reeks | null) {
  const id = (wie: Overlegger | null | undefined) => wie?.medewerkerId ?? '';
  return {
    naam: reeks?.naam ?? '',
    plaats: reeks?.plaats ?? '',
    videolink: reeks?.videolink ?? '',
    eerste: reeks?.ritme.eerste ?? '',
    tijd: reeks?.ritme.tijd ?? '',
    duur: String(reeks?.duur ?? 90),
    weken: String(reeks?.ritme.weken ?? 1),
    voorzitterId: id(reeks?.voorzitter),
    plaatsvervangerId: id(reeks?.plaatsvervanger),
    notulistId: id(reeks?.notulist),
    leden: (reeks?.leden ?? []).map(id) as readonly string[],
  };
}

function alsBody(u: ReturnType<typeof wat>) {
  const ofNiets = (waarde: string) => (waarde === '' ? null : waarde);
  return {
    naam: normaliseer('regel', u.naam),
    plaats: normaliseer('regel', u.plaats),
    videolink: ofNiets(normaliseer('regel', u.videolink)),
    duur: Number(u.duur),
    ritme: { eerste: u.eerste, tijd: u.tijd, weken: Number(u.weken) },
    voorzitterId: u.voorzitterId,
    plaatsvervangerId: ofNiets(u.plaatsvervangerId),
    notulistId: ofNiets(u.notulistId),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-reeks': RtReeks;
  }
}
