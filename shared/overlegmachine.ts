import { exhaustief } from './exhaustief.ts';
import { type Agendastaat, GESPREKSDELEN, type Gespreksdeel } from './overleg.ts';

/** Where an overleg stands (OV2): `voorbereiding → tussen ↔ item(n) → gesloten`. */
export type Overlegstand =
  | { readonly fase: 'voorbereiding' }
  | { readonly fase: 'tussen' }
  | { readonly fase: 'item'; readonly agendapuntId: string; readonly onderdeel: Gespreksdeel }
  | { readonly fase: 'gesloten' };

/** What is done with it. `klok`: nobody closed it. */
export type Overlegdaad =
  | { readonly stap: 'open' }
  | {
      readonly stap: 'item' | 'heropen';
      readonly agendapuntId: string;
      /** Which step of the item; null: the usual one. */
      readonly onderdeel: Gespreksdeel | null;
      /** Where that item is; null: it isn't on this agenda. */
      readonly punt: Agendastaat | null;
    }
  | { readonly stap: 'tussen' }
  | { readonly stap: 'sluit' }
  | { readonly stap: 'klok' };

/**
 * The one machine of an overleg: where it stands after what is done with it, or null where that can't be done from there.
 * One item is open at a time; what was closed opens again by `heropen` alone; what is over stays over.
 */
export function naDaad(stand: Overlegstand, daad: Overlegdaad): Overlegstand | null {
  switch (stand.fase) {
    case 'voorbereiding':
      if (daad.stap === 'open') return { fase: 'tussen' };
      return daad.stap === 'klok' ? { fase: 'gesloten' } : null;
    case 'tussen':
      return vanTussen(daad);
    case 'item':
      return inItem(stand, daad);
    case 'gesloten':
      return null;
    default:
      return exhaustief(stand);
  }
}

function vanTussen(daad: Overlegdaad): Overlegstand | null {
  switch (daad.stap) {
    case 'item':
      return daad.punt === 'aanvaard' ? opent(daad, 'terugblik') : null;
    case 'heropen':
      return daad.punt === 'besproken' ? opent(daad, 'afspreken') : null;
    case 'sluit':
    case 'klok':
      return { fase: 'gesloten' };
    case 'open':
    case 'tussen':
      return null;
    default:
      return exhaustief(daad);
  }
}

function inItem(
  stand: Extract<Overlegstand, { readonly fase: 'item' }>,
  daad: Overlegdaad,
): Overlegstand | null {
  switch (daad.stap) {
    case 'item': {
      // Another step of the same item; another item opens when this one is closed.
      const isAnder = daad.onderdeel !== null && daad.onderdeel !== stand.onderdeel;
      return daad.agendapuntId === stand.agendapuntId && isAnder ? opent(daad, stand.onderdeel) : null;
    }
    case 'tussen':
      return { fase: 'tussen' };
    case 'klok':
      return { fase: 'gesloten' };
    case 'heropen':
    case 'sluit':
    case 'open':
      return null;
    default:
      return exhaustief(daad);
  }
}

function opent(
  { agendapuntId, onderdeel }: Extract<Overlegdaad, { readonly stap: 'item' | 'heropen' }>,
  anders: Gespreksdeel,
): Overlegstand {
  return { fase: 'item', agendapuntId, onderdeel: onderdeel ?? anders };
}

/** The step after this one; null after the last. */
export function volgendOnderdeel(onderdeel: Gespreksdeel): Gespreksdeel | null {
  return GESPREKSDELEN[GESPREKSDELEN.indexOf(onderdeel) + 1] ?? null;
}
