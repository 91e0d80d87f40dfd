/** As Google Docs names its own format on the clipboard. */
export const VAN_GOOGLE_DOCS = 'application/x-vnd.google-docs-document-slice-clip+wrapped';

/**
 * Google Docs writes what somebody proposes to delete as plain text in its HTML: only its own format, beside it on the
 * clipboard, says which words those are. Marks them in the page as deleted.
 * @param eigenVorm that format; '' for what comes from elsewhere
 * @returns false when there are such words and they can't be found back in the page
 */
export function merkVoorstellen(body: HTMLElement, eigenVorm: string): boolean {
  const voorstel = leesVoorstellen(eigenVorm);
  if (voorstel === null) return true;
  const knopen = tekstknopenIn(body);
  const weg = wegOpPagina(letters(knopen.map(({ data }) => data).join('')), voorstel);
  if (weg === null) return false;
  let van = 0;
  for (const knoop of knopen) {
    const tot = van + knoop.data.length;
    merkIn(knoop, weg.slice(van, tot));
    van = tot;
  }
  return true;
}

interface Voorstellen {
  readonly tekst: string;
  /** Which characters of it are to go. */
  readonly weg: ReadonlySet<number>;
}

/** null when nothing is proposed to be deleted. */
function leesVoorstellen(eigenVorm: string): Voorstellen | null {
  const deel = veld(leesJson(veld(leesJson(eigenVorm), 'data')), 'resolved');
  const tekst = veld(deel, 'dsl_spacers');
  const plaatsen = veld(veld(deel, 'dsl_suggesteddeletions'), 'sgsl_sugg');
  if (typeof tekst !== 'string' || !Array.isArray(plaatsen)) return null;
  const weg = new Set<number>();
  let isWeg = false;
  for (let n = 0; n < tekst.length; n += 1) {
    const plaats: unknown = plaatsen[n];
    // At a place where proposals begin or end it names all that hold from there; else what held before goes on.
    if (Array.isArray(plaats)) isWeg = plaats.length > 0;
    if (isWeg && isZichtbaar(tekst[n] ?? '')) weg.add(n);
  }
  return weg.size === 0 ? null : { tekst, weg };
}

/**
 * Of each character in the page whether it is to go; null when the page says something else than Google Docs' own form.
 * White space, and what Google Docs uses for pictures, tables and the like, differ; all that can be read is the same.
 */
function wegOpPagina(pagina: readonly string[], { tekst, weg }: Voorstellen): boolean[] | null {
  const uit: boolean[] = [];
  let plaats = 0;
  let wit = 0;
  for (const letter of pagina) {
    if (!isZichtbaar(letter)) {
      wit += 1;
      continue;
    }
    while (plaats < tekst.length && tekst[plaats] !== letter && isOverTeSlaan(tekst[plaats] ?? ''))
      plaats += 1;
    if (tekst[plaats] !== letter) return null;
    const gaat = weg.has(plaats);
    // White space between words that go, goes with them.
    const metWit = gaat && uit.at(-1) === true;
    uit.push(...Array.from({ length: wit }, () => metWit), gaat);
    wit = 0;
    plaats += 1;
  }
  return [...uit, ...Array.from({ length: wit }, () => false)];
}

/** Units of text, as both sides count them; half a character is one too. */
function letters(tekst: string): string[] {
  return tekst.split('');
}

function isZichtbaar(letter: string): boolean {
  return !/[\s\p{Cc}\p{Co}\u00ad\u200b]/u.test(letter);
}

function isOverTeSlaan(letter: string): boolean {
  // A picture is a star.
  return letter === '*' || !isZichtbaar(letter);
}

function merkIn(knoop: Text, weg: readonly boolean[]): void {
  let over = knoop;
  let begin = 0;
  while (begin < weg.length) {
    let tot = begin;
    while (tot < weg.length && weg[tot] === weg[begin]) tot += 1;
    const rest = tot < weg.length ? over.splitText(tot - begin) : null;
    if (weg[begin] === true) {
      const geschrapt = over.ownerDocument.createElement('del');
      over.replaceWith(geschrapt);
      geschrapt.append(over);
    }
    if (rest === null) return;
    over = rest;
    begin = tot;
  }
}

function tekstknopenIn(body: HTMLElement): Text[] {
  const loper = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const knopen: Text[] = [];
  for (let knoop = loper.nextNode(); knoop !== null; knoop = loper.nextNode()) {
    if (knoop instanceof Text) knopen.push(knoop);
  }
  return knopen;
}

function leesJson(tekst: unknown): unknown {
  if (typeof tekst !== 'string' || tekst === '') return null;
  try {
    return JSON.parse(tekst);
  } catch {
    // Not what Google Docs writes: then it says nothing.
    return null;
  }
}

function veld(waarde: unknown, naam: string): unknown {
  return typeof waarde === 'object' && waarde !== null ? Reflect.get(waarde, naam) : undefined;
}
