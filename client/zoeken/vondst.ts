import { html, type TemplateResult } from 'lit';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Zoekvondst } from '../../shared/contract/zoeken.ts';
import { exhaustief } from '../../shared/exhaustief.ts';
import type { Zoekwoorden } from '../../shared/zoeken/zoekwoorden.ts';
import { KAARTNAMEN } from '../kaarten/kaartnamen.ts';
import { naamVan } from '../lijsten.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { type Ding, padNaar } from '../ui/plaats.ts';

/** Something that was found: what stands there, and where, with a link to it. */
export function vondstregel(
  casusId: string,
  vondst: Zoekvondst,
  gezocht: Zoekwoorden,
  lijsten: Lijsten,
): TemplateResult {
  return html`<li class="rt-zoeken__vondst">
    <a href=${padNaar(casusId, { ding: dingVan(vondst) })}><bdi>${fragment(vondst.tekst, gezocht)}</bdi></a>
    <span class="rt-zoeken__waar">${waar(vondst, lijsten)}</span>
  </li>`;
}

function dingVan(vondst: Zoekvondst): Ding | null {
  return vondst.soort === 'deelnemer' ? null : { soort: vondst.soort, id: vondst.id };
}

function waar(vondst: Zoekvondst, lijsten: Lijsten): string {
  switch (vondst.soort) {
    case 'kaart':
      return hoofdletter(KAARTNAMEN[vondst.kaartsoort].naam.replace(/^(?:de|het) /, ''));
    case 'tekst': {
      const gebied = lijsten.leefgebieden.find(({ code }) => code === vondst.leefgebied)?.naam;
      return `${hoofdletter(vondst.naam)}${gebied === undefined ? '' : `, ${gebied}`}`;
    }
    case 'deelnemer':
      return `Doet mee vanuit ${naamVan(lijsten.zetels, vondst.zetel)}`;
    default:
      return exhaustief(vondst);
  }
}

/** The sentence in which it was found; all of it where the words stand in more than one. */
function fragment(tekst: string, gezocht: Zoekwoorden): string {
  const zinnen = tekst.match(/[^.!?]+(?:[.!?]+|$)\s*/g) ?? [];
  return (zinnen.find((zin) => gezocht.past(zin)) ?? tekst).replace(/^[\s"“”'-]+|[\s"“”]+$/gu, '');
}
