/** What can be on the big screen (OV4): the tafelblad of what is open, or nothing. */
export const SCHERMBEELDEN = ['tafelblad', 'donker'] as const;

/** Of so many digits a code is, as a telephone number: it is read out, and typed at the screen. */
export const CODE_CIJFERS = 10;
/** So long it can be given there. */
export const CODE_MINUTEN = 5;

/** So many screens an overleg has at once, at most. */
export const SCHERMEN_HOOGSTENS = 4;

/** Under which name a request of the screen says over which line it came to be there. */
export const LIJN_KOP = 'Regietafel-Lijn';

/** A code as it is read out: in groups of which people remember one at a time. */
export function codeInGroepen(code: string): string {
  return code.replace(/^(\d{3})(\d{3})/, '$1 $2 ');
}
