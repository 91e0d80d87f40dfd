import type { Overleg } from '../../shared/contract/overleggen.ts';
import { ApiFout, roep } from '../api/api.ts';

/** An overleg as I may know it. @returns null when there is none by this id for me @throws {ApiFout} */
export async function haalOverleg(overlegId: string): Promise<Overleg | null> {
  try {
    return await roep('overleg.haal', { params: { overlegId } });
  } catch (fout) {
    if (fout instanceof ApiFout && fout.status === 404) return null;
    throw fout;
  }
}
