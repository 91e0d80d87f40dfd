import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { OpenVoorAdvies } from '../../shared/contract/toegangsverzoeken.ts';
import { bewaardDoorMij, deelnaam, type Gegeven, totWanneer } from '../casus/meelezen.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { BEEINDIG_MEELEZEN } from './beeindig-meelezen.ts';
import { BESLUIT_ADVIES } from './besluit-advies.ts';
import type { AanMij } from './besluit.ts';
import { BESLUIT_MEELEZEN } from './besluit-meelezen.ts';
import { opent } from './venster.ts';
import { VolgtVragen } from './volgt-vragen.ts';

/**
 * Who reads along for a while in what I keep, and where I do so myself: until when, and how it ends
 * sooner (NK28). Comes after the board: on most boards nobody does.
 */
@customElement('rt-meelezers')
export class RtMeelezers extends VolgtVragen {
  protected override render() {
    const { kijk } = this;
    const gevraagd = this.vragen.verzoeken.filter(
      (een): een is AanMij => een.rol === 'bronhouder' && een.besluit === null,
    );
    const gegeven = bewaardDoorMij(kijk).flatMap((deel) =>
      (deel.rechten ?? []).map((recht) => ({ deel, recht })),
    );
    const mijn = kijk.bord.compartimenten.flatMap((deel) =>
      deel.recht === null ? [] : [{ deel, recht: deel.recht }],
    );
    const { openVoorAdvies } = this.vragen;
    if (gevraagd.length + gegeven.length + mijn.length + openVoorAdvies.length === 0) return nothing;
    return html`<section class="bord-vlak bord-meelezen" aria-labelledby="bord-meelezen-kop">
      <div class="bord-vlak__kop"><h2 id="bord-meelezen-kop" tabindex="-1">Meelezen voor een tijd</h2></div>
      <div class="bord-vlak__in">
        <ul class="bord-meelezen__lijst">
          ${gevraagd.map((vraag) => this.gevraagd(vraag))}
          ${repeat(
            gegeven,
            ({ recht }) => recht.id,
            ({ deel, recht }) => this.gegeven(deel, recht),
          )}
          ${repeat(
            openVoorAdvies,
            ({ id }) => id,
            (een) => this.voorAdvies(een),
          )}
          ${repeat(
            mijn,
            ({ recht }) => recht.id,
            ({ deel, recht }) =>
              this.regel(deel, { rechtId: recht.id }, 'U leest mee', totWanneer(kijk, recht.tot)),
          )}
        </ul>
      </div>
    </section>`;
  }

  private gevraagd(vraag: AanMij): TemplateResult {
    const { kijk } = this;
    const deel = kijk.compartiment(vraag.compartimentId);
    const { zetel, naam } = vraag.vrager;
    const waar = deel === undefined ? '' : deelnaam(kijk, deel);
    const doet = vraag.voorAdvies ? 'vraagt dit open te zetten voor advies' : 'vraagt mee te lezen';
    return html`<li>
      <span><strong>${kijk.zetelnaam(zetel)}</strong> (<bdi>${naam}</bdi>) ${doet}: ${waar}</span>
      <button type="button" class="rt-als-link" @click=${opent(vraag.voorAdvies ? BESLUIT_ADVIES : BESLUIT_MEELEZEN, vraag)}>
        Besluit<span class="rt-alleen-voorlezen">: ${naam}, ${waar}</span>
      </button>
    </li>`;
  }

  private gegeven(deel: Compartiment, recht: Gegeven): TemplateResult {
    const { kijk } = this;
    const wie = kijk.deelnemer(recht.deelnemerId);
    const naam = wie === undefined ? 'iemand' : `${hoofdletter(kijk.vanuit(wie))} (${wie.naam})`;
    const doet = recht.niveau === 'schrijven' ? 'schrijft mee' : 'leest mee';
    return this.regel(deel, { rechtId: recht.id }, `${naam} ${doet}`, totWanneer(kijk, recht.tot));
  }

  /** Open to who advises, without names (OV11): who keeps it closes it. */
  private voorAdvies({ id, compartimentId, tot }: OpenVoorAdvies): TemplateResult | typeof nothing {
    const deel = this.kijk.compartiment(compartimentId);
    if (deel === undefined) return nothing;
    const wie = 'Een gedragsdeskundige leest mee, zonder namen';
    return this.regel(deel, { openingId: id }, wie, totWanneer(this.kijk, tot));
  }

  private regel(
    deel: Compartiment,
    wat: { readonly rechtId: string } | { readonly openingId: string },
    wie: string,
    tot: string,
  ): TemplateResult {
    const waar = deelnaam(this.kijk, deel);
    return html`<li>
      <span><bdi>${wie}</bdi> ${tot}: ${waar}</span>
      <button type="button" class="rt-als-link" @click=${opent(BEEINDIG_MEELEZEN, { ...wat, wie, waar })}>
        Beëindig<span class="rt-alleen-voorlezen">: ${wie}, ${waar}</span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-meelezers': RtMeelezers;
  }
}
