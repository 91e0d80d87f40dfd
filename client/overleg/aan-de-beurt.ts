import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Stap } from '../../shared/contract/live.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { naamVanPunt } from './woorden.ts';

/** What is open of an overleg, where I am at its table. */
export function openVoor(overleg: Overleg | null): Agendapunt | undefined {
  return overleg?.agendapunten.find(({ nu }) => nu !== null);
}

/** The same overleg a step on; null: what is open there isn't what is known of it here. */
export function naStap(overleg: Overleg, { agendapuntId, nu }: Stap): Overleg | null {
  if (openVoor(overleg)?.id !== agendapuntId) return null;
  const { agendapunten } = overleg;
  return {
    ...overleg,
    agendapunten: agendapunten.map((punt) => (punt.id === agendapuntId ? { ...punt, nu } : punt)),
  };
}

/** Has a screen reader say that another item of mine opened or closed, and nothing else. @returns what opened */
export function meldBeurt(was: Overleg, is: Overleg): Agendapunt | undefined {
  const [eerst, dan] = [openVoor(was), openVoor(is)];
  if (eerst?.id === dan?.id) return undefined;
  aankondigen(dan === undefined ? 'Het punt is gesloten' : `Nu aan de beurt: ${naamVanPunt(dan)}`);
  return dan;
}
