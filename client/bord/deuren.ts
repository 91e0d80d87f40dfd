import { komtNa } from '../ui/nakomend.ts';

/** The board's own windows, by the names that they have in their own files; their code comes later. */

export const ZOEKEN = komtNa(async () => (await import('./zoeken.ts')).ZOEKEN);
export const TOEVOEGEN = komtNa(async () => (await import('./toevoegen.ts')).TOEVOEGEN);
/** What is new: its place under what must happen is kept. */
export const BEZOEK = komtNa(async () => {
  const [{ Bezoek }] = await Promise.all([import('../casus/bezoek.ts'), import('./sinds.ts')]);
  return Bezoek;
});
/** What holds what one reads in its place, once all of it stands; until then the browser does, in part. */
export const LEESANKER = komtNa(async () => (await import('./leesanker.ts')).Leesanker);
/** What stands behind the other tabs. */
export const ONDERDELEN = komtNa(() => import('./onderdelen.ts'));
