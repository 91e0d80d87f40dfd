import type { KaartVan } from './kijk.ts';

/** Whether there is still something to do. */
export function isOpen({ stand }: KaartVan<'afspraak'>): boolean {
  return stand !== 'gedaan' && stand !== 'vervallen';
}

/** Whether its last day has passed, and it isn't done. @param vandaag `jjjj-mm-dd` */
export function isOverTijd(afspraak: KaartVan<'afspraak'>, vandaag: string): boolean {
  return isOpen(afspraak) && afspraak.uiterlijk !== undefined && afspraak.uiterlijk < vandaag;
}

/** The first to be done first; what has no date last. */
export function opDatum(afspraken: readonly KaartVan<'afspraak'>[]): KaartVan<'afspraak'>[] {
  return afspraken.toSorted((a, b) => (a.uiterlijk ?? NOOIT).localeCompare(b.uiterlijk ?? NOOIT));
}

const NOOIT = '9999-12-31';
