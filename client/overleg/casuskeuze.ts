import type { Regieregel } from '../../shared/contract/mijn-regie.ts';
import type { Keuze } from '../ui/formulier.ts';

/** A casus that one directs, as a choice. */
export function casuskeuze({ casusId, casusLabel, titel }: Regieregel): Keuze {
  return { code: casusId, naam: titel === null ? `Casus ${casusLabel}` : `${titel} (${casusLabel})` };
}
