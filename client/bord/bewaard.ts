import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { kring } from '../casus/publiek.ts';
import { plekVan } from '../kaarten/plek.ts';
import type { Ding } from '../ui/plaats.ts';

/** Where something that was just kept stands, and who reads it. */
export interface Bewaard {
  /** `Bewaard bij Wonen · leest mee: kernteam, en wie discreet meedoet`. */
  readonly zin: string;
  /** What is brought in sight; null: it stands in the head. */
  readonly ding: Ding | null;
  readonly gezegd: boolean;
}

/** Says where a kaart went that this person made or changed. */
export function bewaardBij(kijk: Kijk, kaart: Kaart): Bewaard {
  const lezers = kring(kijk, kijk.compartiment(kaart.compartimentId)?.publiek ?? null);
  const inHoofd = IN_HET_HOOFD.has(kaart.soort);
  return {
    zin: `Bewaard bij ${plekVan(kijk, kaart)}${lezers === '' ? '' : ` · leest mee: ${lezers}`}`,
    ding: inHoofd ? null : { soort: 'kaart', id: kaart.id },
    gezegd: false,
  };
}

/** What stands in the head of the board, or has no place of its own. */
const IN_HET_HOOFD: ReadonlySet<Kaart['soort']> = new Set([
  'vraag',
  'veiligheid_nu',
  'gezin_weet',
  'contactpersoon',
  'herziening',
  'besproken',
  'wet',
  'expertise',
]);
