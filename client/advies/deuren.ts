import { komtNa } from '../ui/nakomend.ts';

/** `<rt-advies-afspraak>`, with which all of a board comes: fetched when somebody makes an afspraak of an advice. */
export const AFSPRAAK_UIT_ADVIES = komtNa(() => import('./afspraak.ts'));
