/** For whom something is printed: for oneself, for who is at the table, for the household. */
export const AFDRUK_VOOR = ['mij', 'tafel', 'gezin'] as const;
export type AfdrukVoor = (typeof AFDRUK_VOOR)[number];
