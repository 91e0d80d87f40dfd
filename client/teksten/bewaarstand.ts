import { exhaustief } from '../../shared/exhaustief.ts';
import type { Bordstand } from '../casus/bordteksten.ts';
import type { Bewaarstand } from '../sync/compartimenttekst.ts';

/** Whether something is saved, in words and in how they look; `goed` only when it is on disk (SY5). */
export interface Bewaarwoord {
  readonly toon: 'goed' | 'bezig' | 'let-op';
  readonly tekst: string;
}

/** How it stands with what I typed in one text. */
export function bewaarwoord(stand: Bewaarstand, onopgeslagen: boolean): Bewaarwoord {
  switch (stand) {
    case 'opgeslagen':
      return { toon: 'goed', tekst: 'Opgeslagen' };
    case 'bezig':
      return { toon: 'bezig', tekst: 'Bezig met opslaan…' };
    case 'laden':
      return { toon: 'bezig', tekst: 'Wordt geladen…' };
    case 'wacht_op_verbinding':
      return onopgeslagen
        ? { toon: 'let-op', tekst: 'Geen verbinding: nog niet opgeslagen. Schrijf gerust door.' }
        : { toon: 'let-op', tekst: 'Geen verbinding. Schrijf gerust door.' };
    case 'gestopt':
      return { toon: 'let-op', tekst: 'Wat u nu typt, wordt niet opgeslagen. Wacht even.' };
    default:
      return exhaustief(stand);
  }
}

/** The same for the whole board. */
export function bordwoord(stand: Bordstand, onopgeslagen: boolean): Bewaarwoord {
  switch (stand) {
    case 'opgeslagen':
      return { toon: 'goed', tekst: 'Alles opgeslagen' };
    case 'bezig':
      return { toon: 'bezig', tekst: 'Nog niet alles opgeslagen' };
    case 'laden':
      return { toon: 'bezig', tekst: 'Teksten worden geladen…' };
    case 'niet_geladen':
      return { toon: 'let-op', tekst: 'De teksten zijn niet geladen' };
    case 'geen_verbinding':
      return onopgeslagen
        ? { toon: 'let-op', tekst: 'Geen verbinding: nog niet alles opgeslagen' }
        : { toon: 'let-op', tekst: 'Geen verbinding' };
    default:
      return exhaustief(stand);
  }
}
