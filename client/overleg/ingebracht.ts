import { html, nothing, type TemplateResult } from 'lit';
import type { Agendapunt, Inbreng } from '../../shared/contract/agendapunten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { naamVan } from '../lijsten.ts';
import { lang } from '../ui/datum.ts';
import { opsomming } from '../ui/opsomming.ts';

/** What was said when it was brought, as far as it is for me. @param vandaag `jjjj-mm-dd` @param open unfolded */
export function watIsIngebracht(
  { label, inbreng, dilemma, voorVoorzitter }: Agendapunt,
  lijsten: Lijsten,
  vandaag: string,
  { open = false }: { readonly open?: boolean } = {},
): TemplateResult | typeof nothing {
  if (dilemma !== null) return html`<p class="rt-overleg__tekst"><bdi>${dilemma}</bdi></p>`;
  if (inbreng === null) return nothing;
  const gezegd = [
    [L.gezinWeet, weet(inbreng, vandaag)],
    [L.gezinWil, inbreng.gezinWil ?? ''],
    [L.geprobeerd, inbreng.geprobeerd ?? ''],
    [L.nodig, opsomming(inbreng.nodig.map((code) => naamVan(lijsten.expertise, code)))],
    [L.wetten, opsomming(inbreng.wetten.map((code) => naamVan(lijsten.wetten, code)))],
    [L.meedenkers, opsomming(inbreng.meedenkers.map(({ naam }) => naam))],
    [L.gasten, opsomming(inbreng.gasten.map(({ naam }) => naam))],
    [L.voorVoorzitter, voorVoorzitter ?? ''],
  ].filter(([, wat]) => wat !== '');
  if (gezegd.length === 0) return nothing;
  return html`<details class="rt-overleg__inbreng rt-vouw" ?open=${open}>
    <summary>Wat is ingebracht<span class="rt-alleen-voorlezen">: ${label}</span></summary>
    <dl>
      ${gezegd.map(([vraag, wat]) => html`<dt>${vraag}</dt><dd class="rt-overleg__tekst"><bdi>${wat}</bdi></dd>`)}
    </dl>
  </details>`;
}

function weet({ gezinWeet }: Inbreng, vandaag: string): string {
  if (gezinWeet === null) return '';
  const { ja, datum, met, reden } = gezinWeet;
  if (!ja) return reden === null ? 'Nee, nog niet.' : `Nee, nog niet: ${reden}`;
  return [
    'Ja',
    datum === null ? '' : `sinds ${lang(datum, vandaag)}`,
    met === null ? '' : `besproken met ${met}`,
  ]
    .filter((deel) => deel !== '')
    .join(', ');
}
