import { html, nothing, type TemplateResult } from 'lit';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Compartimenttekst } from '../sync/compartimenttekst.ts';
import { ONLEESBAAR } from '../ui/onleesbaar.ts';
import { noemVoor } from './noemen.ts';
import { veldlabel, veldvraag } from './veldsoorten.ts';

/** From so many characters or lines a text is long. */
const LANG_TEKENS = 280;
const LANG_REGELS = 5;

/** What stands in a text, that nothing does, or that it isn't here yet: three that never look alike. */
export function gelezenTekst(
  kijk: Kijk,
  teksten: Bordteksten,
  veld: Veld,
  vouw: { readonly kort: boolean; readonly uitgeklapt: boolean; readonly klap: () => void },
): TemplateResult {
  const gelezen = teksten.helft?.toon(veld, noemVoor(kijk)) ?? null;
  if (gelezen === null) return nogNiet(teksten.tekst(veld));
  if (teksten.isGevuld(veld) === false) {
    return html`<p class="bord-nog-niet">Nog niets opgeschreven. ${veldvraag(kijk, veld)}</p>`;
  }
  const lang = vouw.kort && isLang(teksten.helft?.alsTekst(veld, noemVoor(kijk)) ?? '');
  return html`<div class="bord-tekstvak__tekst ${lang && !vouw.uitgeklapt ? 'bord-tekstvak__tekst--kort' : ''}">${gelezen}</div>
    ${
      lang
        ? html`<button
            type="button"
            class="rt-als-link bord-tekstvak__meer"
            aria-expanded=${vouw.uitgeklapt ? 'true' : 'false'}
            @click=${vouw.klap}
          >
            ${vouw.uitgeklapt ? 'Lees minder' : 'Lees verder'}<span class="rt-alleen-voorlezen">: ${veldlabel(kijk, veld)}</span>
          </button>`
        : nothing
    }`;
}

/** In the place of a text that isn't here: that it comes, or that it can't be read (ST1). */
export function nogNiet(tekst: Pick<Compartimenttekst, 'isOnleesbaar'> | undefined): TemplateResult {
  return html`<p class="bord-nog-niet">${tekst?.isOnleesbaar === true ? ONLEESBAAR : 'Een ogenblik…'}</p>`;
}

function isLang(tekst: string): boolean {
  return tekst.length > LANG_TEKENS || tekst.split('\n').length > LANG_REGELS;
}
