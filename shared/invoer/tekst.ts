/** Whether a text stands on one line. */
export type Tekstvorm = 'regel' | 'tekst';

/**
 * What somebody typed or pasted as it is kept (ST9): NFC, without what is no text (control characters, half of a
 * surrogate pair), with every line end a `\n` in a `tekst` and a space in a `regel`, what turns the direction closed
 * within its line, and trimmed. Doing it again changes nothing.
 */
export function normaliseer(vorm: Tekstvorm, tekst: string): string {
  const regels = (vorm === 'regel' ? tekst.replace(REGELEINDEN, ' ') : tekst.replace(REGELEINDE, '\n')).split(
    '\n',
  );
  const klaar = regels
    .map((regel) => sluitRichting(regel.replaceAll('\t', ' ').replace(GEEN_TEKST, '')))
    .join('\n');
  return zonderRand(samengesteld(klaar));
}

/**
 * A text in NFC. Of accents on one letter no more stay than any language writes (UAX #15, stream-safe): putting them in
 * their order takes the square of their number (ST6).
 */
export function samengesteld(tekst: string): string {
  const veilig = tekst.replace(TE_VEEL_ACCENTEN, '$1');
  // One sign may be two accents when it is taken apart.
  return veilig.normalize('NFC').replace(TE_VEEL_ACCENTEN, '$1');
}

/** Whether there is anything to see in it: a letter, a number or a sign, not only spaces and what has no width. */
export function isZichtbaar(tekst: string): boolean {
  return ZICHTBAAR.test(tekst);
}

/** How long a text is to who types it: an emoji outside the first plane is one, not two. */
export function lengteVan(tekst: string): number {
  let lengte = 0;
  for (const _ of tekst) lengte += 1;
  return lengte;
}

const REGELEINDE = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const REGELEINDEN = /[\n\v\f\r\u0085\u2028\u2029]+/g;
const TE_VEEL_ACCENTEN = /(\p{M}{30})\p{M}+/gu;
const GEEN_TEKST = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** A space, also one without a width. */
const RAND = /[\s\u200b\u2060\u00ad]/;
// A Braille blank is a sign to Unicode, and empty to the eye.
const ZICHTBAAR = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

const EINDE_INBEDDING = '\u202c';
const EINDE_ISOLATIE = '\u2069';
/** What turns the direction of what follows, and what ends it (Unicode's bidirectional algorithm, X1–X7). */
const RICHTINGSTEKENS: ReadonlyMap<string, string> = new Map([
  ['\u202a', EINDE_INBEDDING],
  ['\u202b', EINDE_INBEDDING],
  ['\u202d', EINDE_INBEDDING],
  ['\u202e', EINDE_INBEDDING],
  ['\u2066', EINDE_ISOLATIE],
  ['\u2067', EINDE_ISOLATIE],
  ['\u2068', EINDE_ISOLATIE],
]);

/** A text without spaces at either end. A pattern would look from each space within it for the end (ST6). */
function zonderRand(tekst: string): string {
  let [van, tot] = [0, tekst.length];
  while (van < tot && RAND.test(tekst.charAt(van))) van += 1;
  while (tot > van && RAND.test(tekst.charAt(tot - 1))) tot -= 1;
  return tekst.slice(van, tot);
}

/** Closes what a line leaves open, so that it turns nothing behind it, and drops what closes nothing. */
function sluitRichting(regel: string): string {
  const open: string[] = [];
  let isolaties = 0;
  let klaar = '';
  for (const teken of regel) {
    const einde = RICHTINGSTEKENS.get(teken);
    if (einde !== undefined) {
      open.push(einde);
      if (einde === EINDE_ISOLATIE) isolaties += 1;
    } else if (teken === EINDE_INBEDDING) {
      if (open.at(-1) !== EINDE_INBEDDING) continue;
      open.pop();
    } else if (teken === EINDE_ISOLATIE) {
      if (isolaties === 0) continue;
      // It ends what was opened within it as well.
      open.length = open.lastIndexOf(EINDE_ISOLATIE);
      isolaties -= 1;
    }
    klaar += teken;
  }
  return klaar + open.reverse().join('');
}
