import { html, type TemplateResult } from 'lit';
import './melding.ts';

/** What stands in the place of what couldn't be fetched, with trying again. */
export function nietOpgehaald(kop: string, fout: string, opnieuw: () => void): TemplateResult {
  return html`<rt-melding
    soort="fout"
    kop=${kop}
    .inhoud=${html`<p>${fout}</p>
      <button type="button" class="rt-als-link" @click=${opnieuw}>Probeer opnieuw</button>`}
  ></rt-melding>`;
}
