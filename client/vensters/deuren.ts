import { komtNa } from '../ui/nakomend.ts';

/** The windows on people and the casus, by the names that they have in their own files; their code comes later. */

export const DEELNEMER = komtNa(async () => (await import('./deelnemer.ts')).DEELNEMER);
export const HUISHOUDEN = komtNa(async () => (await import('./huishouden.ts')).HUISHOUDEN);
export const NUMMER = komtNa(async () => (await import('./nummer.ts')).NUMMER);
export const STOPPEN = komtNa(async () => (await import('./stoppen.ts')).STOPPEN);
export const UITLEG = komtNa(async () => (await import('./uitleg.ts')).UITLEG);
export const UITNODIGEN = komtNa(async () => (await import('./uitnodigen.ts')).UITNODIGEN);
export const ADVIES_VRAGEN = komtNa(async () => (await import('./adviesvraag.ts')).ADVIES_VRAGEN);
export const LAAT_MEELEZEN = komtNa(async () => (await import('./meelezen.ts')).LAAT_MEELEZEN);
