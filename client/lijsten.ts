import type { Lijsten } from '../shared/contract/lijsten.ts';
import { roep } from './api/api.ts';

let lopend: Promise<Lijsten> | undefined;

/** The lists from which people choose, fetched once a session. @throws {ApiFout} and then tries again next time. */
export function haalLijsten(): Promise<Lijsten> {
  lopend ??= roep('lijsten').catch((fout: unknown) => {
    lopend = undefined;
    throw fout;
  });
  return lopend;
}

/** Forgets the lists: the next person who signs in fetches their own. */
export function vergeetLijsten(): void {
  lopend = undefined;
}

/** The name that `code` has in a list, or the code itself when it has left the list. */
export function naamVan(
  lijst: readonly { readonly code: string; readonly naam: string }[],
  code: string,
): string {
  return lijst.find((regel) => regel.code === code)?.naam ?? code.replaceAll('_', ' ');
}
