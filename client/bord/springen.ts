import { html, nothing, type TemplateResult } from 'lit';
import type { Kijk } from '../casus/kijk.ts';
import { LOEP } from '../ui/tekens.ts';
import { opent } from '../vensters/venster.ts';
import { DELEN, type Deel, naarDeel } from './delen.ts';
import { ZOEKEN } from './deuren.ts';
import { naamEersteTab } from './tabs.ts';

/** The ways past what one doesn't need, for who uses a keyboard: seen when they have focus. */
export function overslaan(bord: HTMLElement, kijk: Kijk): TemplateResult {
  return html`<nav class="bord-overslaan" aria-label="Direct naar">
    ${delenVan(kijk).map(
      (deel) => html`<button type="button" class="bord-overslaan__deel" @click=${() => naarDeel(bord, deel)}>
        Naar ${deel.naam}
      </button>`,
    )}
  </nav>`;
}

/** On a phone, where a thumb is: the parts of the board, and searching. */
export function duimbalk(bord: HTMLElement, kijk: Kijk): TemplateResult {
  const knop = (code: Deel['code'], naam: string) => {
    const deel = delenVan(kijk).find((een) => een.code === code);
    return deel === undefined
      ? nothing
      : html`<button type="button" @click=${() => naarDeel(bord, deel)}>${naam}</button>`;
  };
  return html`<nav class="bord-duimbalk" aria-label="Delen van het bord">
    ${knop('nu', 'Nu')} ${knop('leefgebieden', naamEersteTab(kijk))} ${knop('wie', 'Wie')}
    <button type="button" @click=${opent(ZOEKEN)}>${LOEP}Zoeken</button>
  </nav>`;
}

function delenVan(kijk: Kijk): readonly Deel[] {
  const isDicht = kijk.bord.compartimenten.some(({ niveau }) => niveau === 'dat');
  return DELEN.filter(({ code }) => code !== 'dicht' || isDicht);
}
