import { SLUITCODE } from '../../shared/sync/sluitcodes.ts';

/** ST6: this person has many pages open, and another took this one's place. @param wat what socket.io says of the end */
export function isVerdrongen(wat: unknown): boolean {
  const context = typeof wat === 'object' && wat !== null && 'context' in wat ? wat.context : null;
  return (
    typeof context === 'object' && context !== null && Reflect.get(context, 'code') === SLUITCODE.verdrongen
  );
}
