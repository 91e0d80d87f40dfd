import type { Kaart } from '../../shared/contract/kaarten.ts';

/**
 * A kaart without who wrote it or any of it: for a wall or for paper, where others see it than who fetched it. What the
 * regisseur and one other know of an afspraak, and who objected to what, goes as well.
 */
export function zonderAuteurs(kaart: Kaart): Kaart {
  if (kaart.soort !== 'afspraak') return { ...kaart, door: null };
  const { viaRegisseur: _, doorzetting, ...rest } = kaart;
  return {
    ...rest,
    door: null,
    stappen: kaart.stappen.map((stap) => ({ ...stap, door: null })),
    ...(doorzetting && { doorzetting: { ...doorzetting, door: null, bezwaren: [], magBezwaar: false } }),
  };
}
