import { html, type TemplateResult } from 'lit';
import type { Verzoek } from '../../shared/contract/toegangsverzoeken.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { vragenVan } from '../casus/vragen.ts';
import { bel } from '../ui/bel.ts';
import { datumVan } from '../ui/datum.ts';

/** What is asked of who keeps a part. */
export type AanMij = Extract<Verzoek, { rol: 'bronhouder' }>;

/** The last day for which it is asked, `jjjj-mm-dd`: a decision can name an earlier one. */
export function laatsteDagVan({ tot }: AanMij): string {
  return datumVan(new Date(Date.parse(tot) - 1));
}

/** Who asks, with their number. */
export function vragerregel(kijk: Kijk, { vrager }: AanMij): TemplateResult {
  const { naam, organisatie, functie, telefoon, zetel } = vrager;
  return html`<p>
    <strong><bdi>${naam}</bdi></strong>, ${functie}, <bdi>${organisatie}</bdi> (vanuit ${kijk.zetelnaam(zetel)}) ${bel(telefoon)}
  </p>`;
}

/** What stands in the form of a decision. */
export interface Besluitwaarden {
  readonly besluit: string;
  readonly reden: string;
  readonly tot: string;
  /** `ja`: a no is told now, with the name and the reason. */
  readonly zegDatNu?: string;
}

/** Sends a decision on what is asked (NK27), and fetches what is asked of whom anew. @throws {ApiFout} */
export async function stuurBesluit(
  verbinding: Bordverbinding,
  vraag: AanMij,
  { besluit, reden, tot, zegDatNu }: Besluitwaarden,
): Promise<void> {
  const { casusId } = verbinding;
  await verbinding.regel('verzoek.besluit', {
    params: { casusId, verzoekId: vraag.id },
    body: {
      besluit,
      reden,
      ...(besluit === 'toegestaan' && tot !== laatsteDagVan(vraag) ? { tot } : {}),
      ...(besluit === 'afgewezen' && zegDatNu === 'ja' ? { zegDatNu: true } : {}),
    },
  });
  await vragenVan(casusId).ververs();
}
