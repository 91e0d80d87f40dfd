import type { KaartVan } from '../casus/kijk.ts';

/** A contact wish in one line, for who is about to call: how, and in which language. */
export function contactregel({ titel, taal, tolk }: KaartVan<'contact'>): string {
  return [titel, taal && `spreekt ${taal}`, tolk && 'met een tolk'].filter(Boolean).join('; ');
}
