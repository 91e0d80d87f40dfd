import { html, type TemplateResult } from 'lit';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Compartimenttekst } from '../sync/compartimenttekst.ts';
import './lengte.ts';
import { noemVoor, persoonsgegevensVan, vermeldbaarIn } from './noemen.ts';
import { veldlabel, veldvraag } from './veldsoorten.ts';

/**
 * The editor of a text, or of my concept for it: then without cursors, for nobody else is there (SY8). Whom one can
 * mention follows in both from who read the text in the end (NK23).
 */
export function schrijfvlak(
  kijk: Kijk,
  { voor, tekst, concept }: { voor: Veld; tekst: Compartimenttekst; concept?: Veld },
): TemplateResult {
  const label = veldlabel(kijk, voor);
  return html`<rt-editor
    .tekst=${tekst.veld((concept ?? voor).id)}
    .voorOntvangst=${tekst.voorOntvangst}
    .awareness=${concept === undefined ? tekst.awareness : null}
    .vermeldbaar=${vermeldbaarIn(kijk, kijk.compartiment(voor.compartimentId))}
    .noem=${noemVoor(kijk)}
    .zetelnaam=${(code: string) => kijk.zetelnaam(code)}
    .persoonsgegevens=${persoonsgegevensVan(kijk)}
    .label=${concept === undefined ? label : `${concept.uitgangspunt === null ? 'Uw concept bij' : 'Uw verbetering van'}: ${label}`}
    .uitleg=${veldvraag(kijk, voor)}
  ></rt-editor>
  <rt-tekst-lengte
    .tekst=${tekst.veld((concept ?? voor).id)}
    .letOp=${kijk.lijsten.omvang.tekstLetOp}
    .vol=${kijk.lijsten.omvang.tekst}
  ></rt-tekst-lengte>`;
}
