import { html, nothing, type TemplateResult } from 'lit';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import { duurVan, type Klokstand, klokstand } from '../../shared/overlegklok.ts';
import './klok.css';
import { klokzin, ONDERDEEL } from './woorden.ts';

/** The clocks of an item that is open. */
interface Klokken {
  readonly punt: Klokstand;
  readonly onderdeel: Klokstand;
}

/** @param nu of the item that is open @param minuten for all of it */
export function klokkenVan(nu: NonNullable<Agendapunt['nu']>, minuten: number): Klokken {
  return {
    punt: klokstand({ sinds: Date.parse(nu.sinds), duur: minuten * 60_000, nu: Date.now() }),
    onderdeel: klokstand({
      sinds: Date.parse(nu.onderdeelSinds),
      duur: duurVan(nu.onderdeel, minuten),
      nu: Date.now(),
    }),
  };
}

/** Which step of an item this is and how long still, with how it stands with the whole item. */
export function klokregel({ nu, minuten }: Agendapunt): TemplateResult | typeof nothing {
  if (nu === null) return nothing;
  const { punt, onderdeel } = klokkenVan(nu, minuten);
  return html`<p class="rt-klok">
    <strong>${ONDERDEEL[nu.onderdeel]}</strong>
    <span class="rt-klok__tijd ${onderdeel.isLaatste ? 'rt-klok__tijd--laatste' : ''}">${klokzin(onderdeel)}</span>
    <span class="rt-klok__punt ${punt.isLaatste ? 'rt-klok__tijd--laatste' : ''}"
      >hele punt: ${klokzin(punt)}<span class="rt-klok__van"> van ${minuten}</span></span
    >
  </p>`;
}

/** What of that depends on the time. */
export function klokTekst({ nu, minuten }: Agendapunt): string {
  if (nu === null) return '';
  const { punt, onderdeel } = klokkenVan(nu, minuten);
  return [punt, onderdeel].map((stand) => `${klokzin(stand)} ${stand.isLaatste}`).join(' ');
}
