import { komtNa } from '../ui/nakomend.ts';

/** The forms of kaarten, by the names that they have in their own files; their code comes later. */

export const KAART = komtNa(async () => (await import('./kaartformulier.ts')).KAART);
export const NIEUWE_KAART = komtNa(async () => (await import('./kaartformulier.ts')).NIEUWE_KAART);
/** `<rt-voortgang>`, `<rt-andere-datum>` and `<rt-doorzetting>`, which stand in the afspraak itself. */
export const IN_EEN_AFSPRAAK = komtNa(() =>
  Promise.all([import('./voortgang.ts'), import('./andere-datum.ts'), import('./doorzetting.ts')]),
);
