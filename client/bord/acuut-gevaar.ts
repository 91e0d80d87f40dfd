import { html, type TemplateResult } from 'lit';
import type { Kijk } from '../casus/kijk.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { overWie, wijzigknop } from '../kaarten/onderdelen.ts';
import { belIn } from '../ui/bel.ts';
import { bakenVan } from '../ui/plaats.ts';

/**
 * What to know and whom to call in acute danger, of these categories, as far as I may read it.
 * @param lidId only what is about this member.
 */
export function acuutGevaar(kijk: Kijk, categorieen: readonly string[], lidId?: string): TemplateResult[] {
  return kijk
    .kaarten('noodkaart')
    .filter((kaart) => {
      const plaats = kijk.compartiment(kaart.compartimentId);
      if (plaats === undefined || !categorieen.includes(plaats.categorie)) return false;
      return lidId === undefined ? kijk.inBeeld(kijk.over(kaart)) : plaats.lidId === lidId;
    })
    .map(
      (kaart) => html`<div class="bord-gevaar" data-plaats=${bakenVan('kaart', kaart.id)}>
        <p class="bord-gevaar__kop">
          <strong>Bij acuut gevaar</strong> ${overWie(kijk, kaart)} ${wijzigknop(kijk, kaart, 'bij acuut gevaar')}
        </p>
        <p class="bord-tekst" dir="auto">${kaart.weten}</p>
        <p><span class="rt-zacht">Dag en nacht te bellen:</span> <bdi>${belIn(kaart.bellen)}</bdi></p>
        ${anderPubliek(kijk, kijk.compartiment(kaart.compartimentId))}
      </div>`,
    );
}
