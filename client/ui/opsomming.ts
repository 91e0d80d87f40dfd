/** `moeder, kind 1 en kind 2`: a list as it is said in Dutch. */
export function opsomming(delen: readonly string[], voegwoord: 'en' | 'of' = 'en'): string {
  if (delen.length < 2) return delen[0] ?? '';
  return `${delen.slice(0, -1).join(', ')} ${voegwoord} ${delen[delen.length - 1]}`;
}

/** The same text, beginning with a capital. */
export function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
