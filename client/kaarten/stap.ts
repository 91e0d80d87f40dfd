import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { VELDLABELS } from '../../shared/plan/veldlabels.ts';
import { lijst, regel } from '../vensters/veld.ts';

/** How an afspraak goes, as somebody fills it in: on its board, or on its line of *mijn werk*. */
export interface Stapinvulling {
  readonly stand: string;
  readonly tekst: string;
}

/** What is asked. @param standen the list to choose from */
export function stapvelden(standen: Lijsten['standen']) {
  return [
    lijst('stand', VELDLABELS.afspraak.stand, standen, { leeg: false }),
    regel('tekst', 'Wat is er gebeurd?', { magLeeg: true }),
  ] as const;
}

/** A step says something: another stand, or what happened. @param stond how it is now */
export function keurStap({ stand, tekst }: Stapinvulling, stond: string): { tekst?: string } {
  return stand === stond && tekst.trim() === ''
    ? { tekst: 'Schrijf op wat er is gebeurd, of kies hierboven hoe het ermee staat.' }
    : {};
}

/** What is sent of it: only what was filled in (ST14). */
export function stapVan(
  { stand, tekst }: Stapinvulling,
  gewijzigd: ReadonlySet<string>,
): { stand?: string; tekst?: string } {
  return {
    ...(gewijzigd.has('stand') ? { stand } : {}),
    ...(tekst.trim() === '' ? {} : { tekst: tekst.trim() }),
  };
}
