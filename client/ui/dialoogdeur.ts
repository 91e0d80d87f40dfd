import { komtNa } from './nakomend.ts';

/** What windows and questions stand in: no page needs it until one opens. */
export const DIALOOG = komtNa(() => import('./dialoog.ts'));
