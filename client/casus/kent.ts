import { type Naam, naamUit } from '../../shared/persoonsgegevens/naam.ts';
import type { Zoekvraag } from '../../shared/persoonsgegevens/persoonsgegevens.ts';
import type { Kijk } from './kijk.ts';

/** What I know of people, beside what anybody would see in a text: their names and dates of birth. */
export type Kent = Pick<Zoekvraag, 'namen' | 'geboortedata'>;

/**
 * What I may read of who is in the household and who takes part (ST19): what is on my board, so a warning tells me
 * nothing.
 */
export function kentVan(kijk: Kijk): Kent {
  const gezin = kijk.kaarten('naam');
  const namen: Naam[] = gezin.map(({ voornaam, achternaam = '' }) => ({ voornaam, achternaam }));
  const deelnemers = kijk.bord.deelnemers.map(({ naam }) => naamUit(naam));
  return {
    namen: [...namen, ...deelnemers],
    geboortedata: gezin.flatMap(({ geboortedatum }) => geboortedatum ?? []),
  };
}
