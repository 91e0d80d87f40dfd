import { exhaustief } from '../../shared/exhaustief.ts';
import type { Route } from './route.ts';

/** Titles until a screen sets a better one (`zetTitel`). */
export const TITELS: Readonly<Record<Route['scherm'], string>> = {
  werkvoorraad: 'Mijn werk',
  'mijn-regie': 'Mijn regie',
  aanmelden: 'Aanmelden',
  'casus-inbrengen': 'Casus inbrengen',
  zoeken: 'Zoeken',
  overleg: 'Overleg',
  inlezen: 'Inlezen',
  bord: 'Casus',
  'groot-scherm': 'Groot scherm',
  afdruk: 'Afdrukken',
  advies: 'Adviesvraag',
  onbekend: 'Pagina niet gevonden',
};

const gehaald = new Map<Route['scherm'], Promise<void>>();

/**
 * Fetches the code and the style of a screen, once. What failed stays so until the page loads anew, which it does by
 * itself (ST16, herstel.js).
 */
export function laadScherm(scherm: Route['scherm']): Promise<void> {
  const al = gehaald.get(scherm) ?? haal(scherm);
  gehaald.set(scherm, al);
  return al;
}

/** Each is a file of its own, so that nobody downloads an editor to sign in. */
async function haal(scherm: Route['scherm']): Promise<void> {
  switch (scherm) {
    case 'werkvoorraad':
      await import('../werkvoorraad/werkvoorraad.ts');
      return;
    case 'mijn-regie':
      await import('../mijn-regie/mijn-regie.ts');
      return;
    case 'aanmelden':
      await import('../aanmelden/aanmelden.ts');
      return;
    case 'casus-inbrengen':
      await import('../casus-inbrengen/casus-inbrengen.ts');
      return;
    case 'zoeken':
      await import('../zoeken/zoeken.ts');
      return;
    case 'overleg':
      // With what a question for advice opened, which stands beside a tafelblad.
      await Promise.all([import('../overleg/scherm.ts'), import('../advies/bij-tafel.ts')]);
      return;
    case 'inlezen':
      await import('../overleg/inlezen.ts');
      return;
    case 'bord':
      await import('../bord/bord.ts');
      return;
    case 'groot-scherm':
      await import('../grootscherm/grootscherm.ts');
      return;
    case 'afdruk':
      await import('../afdruk/afdruk.ts');
      return;
    case 'advies':
      await import('../advies/advies.ts');
      return;
    case 'onbekend':
      return;
    default:
      exhaustief(scherm);
  }
}
