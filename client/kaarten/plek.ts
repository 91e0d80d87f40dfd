import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kijk } from '../casus/kijk.ts';

/** At which part of the board a kaart stands, as one says it. */
export function plekVan(kijk: Kijk, kaart: Kaart): string {
  switch (kaart.soort) {
    case 'kracht':
    case 'zorgpunt':
    case 'besproken':
      return kijk.leefgebiednaam(kaart.leefgebied);
    case 'afspraak':
      return 'Afspraken';
    case 'doel':
      return 'Doelen';
    case 'besluit':
    case 'beschikking':
      return 'Besluiten';
    case 'hulp':
      return 'Wie helpt waarmee';
    case 'naam':
    case 'adres':
    case 'contact':
    case 'wet':
    case 'expertise':
      return 'Gegevens';
    case 'noodkaart':
      return 'Bij acuut gevaar';
    default:
      return 'de kop van het bord';
  }
}
