import { html, nothing, type TemplateResult } from 'lit';
import type { Schermbeeld } from '../../shared/contract/schermen.ts';
import { WETNAMEN } from '../../shared/plan/wetnamen.ts';
import { metDag } from '../ui/datum.ts';

type Afspraak = Schermbeeld['afspraken'][number];

/** One page of the tafelblad on the wall: as it is put there, without controls. */
export function beeldSjabloon(beeld: Schermbeeld, vandaag: string): TemplateResult {
  const { vraag, gelegd, regels, afspraken, leestMee, blad, bladen } = beeld;
  return html`<section class="groot" aria-label="Tafelblad">
    <div class="groot__vel">
      ${
        vraag === null
          ? html`<h1 class="rt-alleen-voorlezen">Tafelblad, vervolg</h1>`
          : html`<h1 class="groot__vraag"><bdi>${vraag}</bdi></h1>`
      }
      ${gelegd.map((tekst) => html`<p class="groot__zin groot__zin--gelegd"><bdi>${tekst}</bdi></p>`)}
      ${regels.map((tekst) => html`<p class="groot__zin"><bdi>${tekst}</bdi></p>`)}
      ${afspraken.length === 0 ? nothing : afsprakentabel(afspraken, vandaag)}
      ${
        vraag === null && gelegd.length + regels.length + afspraken.length === 0
          ? html`<p class="groot__zin">Het tafelblad is nog leeg.</p>`
          : nothing
      }
    </div>
    <footer class="groot__voet">
      <span class="groot__leest">Leest mee: ${leestMee.join(', ')}</span>
      <span class="groot__deel">tafelblad${bladen > 1 ? `, ${blad} van ${bladen}` : ''}</span>
    </footer>
  </section>`;
}

function afsprakentabel(afspraken: readonly Afspraak[], vandaag: string): TemplateResult {
  return html`<table class="groot__afspraken">
    <thead>
      <tr>
        <th scope="col">Wij spreken af</th>
        <th scope="col">Wie</th>
        <th scope="col">Uiterlijk</th>
      </tr>
    </thead>
    <tbody>
      ${afspraken.map(
        ({ titel, wie, uiterlijk, wet }) => html`<tr>
          <td>
            <bdi>${titel}</bdi>${wet === null ? nothing : html` <small>verplicht: ${WETNAMEN[wet]}</small>`}
          </td>
          <td><bdi>${wie.join(', ')}</bdi></td>
          <td class="groot__dag">${uiterlijk === null ? '' : metDag(uiterlijk, vandaag)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
