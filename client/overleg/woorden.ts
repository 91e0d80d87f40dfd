import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import { type Gespreksdeel, komtNog } from '../../shared/overleg.ts';
import type { Klokstand } from '../../shared/overlegklok.ts';
import { tijdstip } from '../ui/datum.ts';

/** The steps of an item, as they are said. */
export const ONDERDEEL: Readonly<Record<Gespreksdeel, string>> = {
  terugblik: 'terugblik',
  vraag: 'vraag',
  beeld: 'beeld',
  wegen: 'wegen',
  afspreken: 'afspreken',
  teruglezen: 'teruglezen',
};

/** Something on an agenda in a few words: the label of its casus, or that it is a dilemma. */
export function naamVanPunt({ soort, label }: Agendapunt): string {
  if (soort === 'dilemma') return `dilemma: ${label}`;
  return label === '' ? 'het punt waar u bij bent' : `casus ${label}`;
}

/** How long still. */
export function klokzin({ nog, over }: Klokstand): string {
  if (nog > 0) return nog === 1 ? 'nog 1 minuut' : `nog ${nog} minuten`;
  if (over === 0) return 'de tijd is om';
  return over === 1 ? '1 minuut over tijd' : `${over} minuten over tijd`;
}

/** Whether somebody can read before this item: they take part in its casus, and it is still to come or open. */
export function isInTeLezen({ casusId, staat }: Agendapunt): boolean {
  return casusId !== null && komtNog(staat);
}

/** From when to when, as it is said. */
export function vensterzin({ van, tot }: NonNullable<Agendapunt['venster']>): string {
  return `van ${tijdstip(van).replace(' uur', '')} tot ${tijdstip(tot)}`;
}

/** When who comes for one item alone is expected, as the chair says it. */
export function gastzin(venster: Agendapunt['venster']): string {
  return venster === null
    ? 'De voorzitter zegt u nog hoe laat u er moet zijn'
    : `U wordt verwacht ${vensterzin(venster)}`;
}
