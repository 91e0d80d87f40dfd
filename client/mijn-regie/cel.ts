import { html, nothing, type TemplateResult } from 'lit';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Punt, Regiecellen, Regieregel } from '../../shared/contract/mijn-regie.ts';
import { naamVan } from '../lijsten.ts';
import { dagenTussen, duur, kort } from '../ui/datum.ts';
import { type Ding, padNaar } from '../ui/plaats.ts';
import { VINK } from '../ui/tekens.ts';

/** A question about each casus, in the order in which they stand. */
export interface Kolom {
  readonly sleutel: keyof Regiecellen;
  readonly kop: string;
}

export const KOLOMMEN: readonly Kolom[] = [
  { sleutel: 'overTijd', kop: 'Over tijd' },
  { sleutel: 'eindigt', kop: 'Eindigt binnen 2 weken' },
  { sleutel: 'vraag', kop: 'Vraag zonder antwoord' },
  { sleutel: 'stil', kop: 'Lang niets over' },
  { sleutel: 'zonderAfspraak', kop: 'Doet mee zonder afspraak' },
  { sleutel: 'nietBekeken', kop: 'Niemand keek naar' },
  { sleutel: 'bijnaAchttien', kop: 'Bijna 17½' },
  { sleutel: 'gezinWeet', kop: 'Gezin weet het' },
];

/** What a cell says: what it is, and when or how many. */
interface Woorden {
  readonly wat: string;
  readonly wanneer: string;
}

const SOORTEN: Readonly<Record<Punt['soort'], string>> = {
  afspraak: 'afspraak',
  herziening: 'plan bekijken',
  meelezen: 'meelezen',
  deelname: 'deelname',
  waarneming: 'waarneming',
  vraag: 'vraag',
  lid: '',
  zetel: '',
  leefgebied: '',
  gezin_weet: 'nog niet',
};

/** The words of a cell. @param vandaag `jjjj-mm-dd` */
export function woordenVan(kolom: keyof Regiecellen, punt: Punt, lijsten: Lijsten, vandaag: string): Woorden {
  const { soort, aantal, datum } = punt;
  const meer = aantal > 1 ? `, +${aantal - 1}` : '';
  const op = datum === null ? '' : kort(datum, vandaag);
  const lang = datum === null ? '' : duur(Math.abs(dagenTussen(datum, vandaag)));
  switch (kolom) {
    case 'overTijd':
      if (soort !== 'afspraak') return { wat: SOORTEN[soort], wanneer: lang };
      return aantal > 1
        ? { wat: `${aantal} afspraken`, wanneer: `oudste ${lang}` }
        : { wat: '1 afspraak', wanneer: lang };
    case 'eindigt':
      return { wat: SOORTEN[soort], wanneer: `${op}${meer}` };
    case 'vraag':
      return punt.wat === 'gevraagd'
        ? { wat: aantal > 1 ? `${aantal} vragen` : '1 vraag', wanneer: `tot ${op}` }
        : { wat: 'afgelopen', wanneer: `${op}${meer}` };
    case 'stil':
      return { wat: punt.wat ?? '', wanneer: `${lang}${meer}` };
    case 'zonderAfspraak':
      return {
        wat: naamVan(lijsten.zetels, punt.wat ?? ''),
        wanneer: aantal > 1 ? `en ${aantal - 1} meer` : '',
      };
    case 'nietBekeken':
      return aantal > 1
        ? { wat: `${aantal} gebieden`, wanneer: '' }
        : { wat: naamVan(lijsten.leefgebieden, punt.wat ?? ''), wanneer: '' };
    case 'bijnaAchttien':
      return { wat: punt.wat ?? '', wanneer: `${op}${meer}` };
    case 'gezinWeet':
      return { wat: SOORTEN[soort], wanneer: datum === vandaag ? '' : lang };
  }
}

/** What stands in a cell: a link to where it is mended, or that it asks nothing. */
export function cel(
  { sleutel }: Kolom,
  { casusId, cellen }: Regieregel,
  lijsten: Lijsten,
  vandaag: string,
): TemplateResult {
  const punt = cellen[sleutel];
  if (punt === null) {
    return sleutel === 'gezinWeet'
      ? html`<span class="rt-regie__goed">${VINK}</span><span class="rt-alleen-voorlezen">ja</span>`
      : html`<span class="rt-regie__niets" aria-hidden="true">·</span><span class="rt-alleen-voorlezen">niets</span>`;
  }
  const { wat, wanneer } = woordenVan(sleutel, punt, lijsten, vandaag);
  return html`<a
    class="rt-regie__heen ${sleutel === 'overTijd' ? 'rt-regie__heen--laat' : ''}"
    href=${padNaar(casusId, { lidId: punt.plek.lidId, ding: dingVan(punt) })}
    tabindex="-1"
    >${wat}${wanneer === '' ? nothing : html` <br />${wanneer}`}</a
  >`;
}

function dingVan({ plek: { kaartId, leefgebied } }: Punt): Ding | null {
  if (kaartId !== null) return { soort: 'kaart', id: kaartId };
  return leefgebied === null ? null : { soort: 'leefgebied', id: leefgebied };
}

/** Whether a casus asks something. */
export function vraagtAandacht({ stand, cellen }: Regieregel): boolean {
  return stand !== 'open' || Object.values(cellen).some((punt) => punt !== null);
}
