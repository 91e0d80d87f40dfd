import { html, nothing, type TemplateResult } from 'lit';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import { groepenVan } from '../casus/groepen.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { type Tegel, tegelsVan } from '../casus/tegels.ts';
import { overWie } from '../kaarten/onderdelen.ts';
import { noemVoor } from '../teksten/noemen.ts';
import { isInBeeld } from '../teksten/tekstlijst.ts';
import { veldenBij } from '../teksten/veldsoorten.ts';
import { heel } from '../ui/heel.ts';
import { ENVELOP, PEN } from '../ui/tekens.ts';

type Gebied = Lijsten['leefgebieden'][number];
type Punt = KaartVan<'kracht'> | KaartVan<'zorgpunt'>;

/** What I see of one leefgebied. */
export interface Gebiedsbeeld {
  readonly punten: readonly Punt[];
  /** Texts in which something stands, or in which I am writing. */
  readonly teksten: readonly Veld[];
  /** Of those, the ones for which I have a concept. */
  readonly concepten: readonly Veld[];
  /** What I may open. */
  readonly ongeopend: readonly Tegel[];
}

/** So many points stand on a line that is folded. */
const PUNTEN_OP_REGEL = 2;

export function beeldVan(kijk: Kijk, teksten: Bordteksten, gebied: Gebied): Gebiedsbeeld {
  const velden = veldenVanGebied(kijk, gebied).filter((veld) => isInBeeld(teksten, veld));
  return {
    punten: groepenVan(kijk, gebied).flatMap(({ punten }) => punten),
    teksten: velden,
    concepten: velden.filter(({ id }) => teksten.conceptBij(id) !== undefined),
    ongeopend: tegelsVan(kijk, gebied.achtergrond).filter(({ soort }) => soort === 'ongeopend'),
  };
}

/** The texts of a leefgebied, filled or not: first what the table shares. */
export function veldenVanGebied(kijk: Kijk, gebied: Gebied): Veld[] {
  return (['houd_rekening_met', 'alleen_voor'] as const).flatMap((soort) =>
    veldenBij(kijk, soort, ({ leefgebied }) => leefgebied === gebied.code),
  );
}

/** Whether nothing of a leefgebied is there for me to read. */
export function isNiets({ punten, teksten, ongeopend }: Gebiedsbeeld): boolean {
  return punten.length + teksten.length + ongeopend.length === 0;
}

/** A leefgebied in a line, while it is folded: what worries, what goes well, else how its first text begins. */
export function samenvatting(kijk: Kijk, teksten: Bordteksten, beeld: Gebiedsbeeld): TemplateResult {
  const { concepten, ongeopend } = beeld;
  const zorg = beeld.punten.filter(({ soort }) => soort === 'zorgpunt');
  const goed = beeld.punten.filter(({ soort }) => soort === 'kracht');
  // One of each says more than two of one.
  const eerst = [zorg[0], goed[0], ...zorg.slice(1), ...goed.slice(1)].filter((punt) => punt !== undefined);
  const getoond = eerst.slice(0, PUNTEN_OP_REGEL);
  const [tekst] = beeld.teksten;
  return html`<span class="bord-gebied__kern">
    ${getoond.map((punt) => puntregel(kijk, punt))}
    ${getoond.length === 0 && tekst !== undefined ? html`<bdi>${eersteZin(kijk, teksten, tekst)}</bdi>` : nothing}
    ${concepten.length > 0 ? html`<span class="bord-gebied__concept">${PEN}Uw concept</span>` : nothing}
    ${
      getoond.length === 0 && tekst === undefined
        ? ongeopend.map(
            ({ categorie }) => html`<span class="rt-zacht"
              >${ENVELOP} ${kijk.categorienaam(categorie)}: nog niet geopend</span
            >`,
          )
        : nothing
    }
  </span>`;
}

/** A kracht or a zorgpunt: a sign, and a word for who doesn't see it. */
export function puntregel(kijk: Kijk, punt: Punt, erachter: unknown = nothing): TemplateResult {
  const goed = punt.soort === 'kracht';
  return html`<span class="bord-punt bord-punt--${punt.soort}"
    ><span class="bord-punt__teken" aria-hidden="true">${goed ? '+' : '!'}</span
    ><span class="bord-punt__tekst"
      ><span class="rt-alleen-voorlezen">${goed ? 'Gaat goed: ' : 'Zorgpunt: '}</span><bdi>${heel(punt.titel)}</bdi> ${overWie(kijk, punt)}</span
    >${erachter}</span
  >`;
}

/** How a text begins: whole sentences, never half of one. */
export function eersteZin(kijk: Kijk, teksten: Bordteksten, veld: Veld): string {
  const tekst = (teksten.helft?.alsTekst(veld, noemVoor(kijk)) ?? '').trim();
  const [regel = ''] = tekst.split('\n');
  return /^.*?[.!?…]+["”’)]*(?=\s|$)/u.exec(regel)?.[0] ?? regel;
}

/**
 * What is closed to me at a leefgebied. What others keep beside what I read of it stands only where all that
 * is closed is gathered: here it would be said twice.
 */
export function dichtBij(kijk: Kijk, gebied: Gebied): string[] {
  return tegelsVan(kijk, gebied.achtergrond)
    .filter(({ soort, enAnderen }) => soort === 'dicht' && !enAnderen)
    .map(({ categorie }) => categorie);
}
