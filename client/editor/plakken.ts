/** Makes of pasted HTML what a text here can hold; the schema then reads it. Nothing of it ever runs or is fetched. */

/** What no text holds, with all that is in it. */
const WEG =
  'script, style, head > *, meta, link, title, template, noscript, img, picture, svg, video, audio, canvas, iframe, object, embed, form input, button, select, textarea, hr';
/** Of attributes only these are read: the editor's own, and where a numbered list begins. */
const BLIJFT: ReadonlySet<string> = new Set(['data-pm-slice', 'data-soort', 'data-id', 'data-kop', 'start']);
/** Cells become paragraphs of their own; so does what else stands as a block. */
const CELLEN = 'table, thead, tbody, tfoot, tr, td, th, caption, dt, dd';

/**
 * Keeps headings, lists, bold, italic, line breaks and mentions; drops links, images, colours, tables, scripts and
 * what Word and Google Docs put around it.
 */
export function maakSchoon(html: string): string {
  // The Content-Security-Policy reports every style and handler in a parsed page, also in one that is never shown.
  const zonderStijl = html
    .replace(/<style[\s>][\s\S]*?<\/style\s*>/gi, '')
    // Word hides what it doesn't want read in comments, and says `if` in others.
    .replace(/<!--[\s\S]*?-->|<!\[[\s\S]*?\]>/g, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)(?=\s*=)/gi, ' data-$1'));
  const { body } = new DOMParser().parseFromString(zonderStijl, 'text/html');
  for (const element of body.querySelectorAll(WEG)) element.remove();
  lijstenVanWord(body);
  for (const element of body.querySelectorAll<HTMLElement>('*')) alsOpmaak(element);
  for (const element of body.querySelectorAll(CELLEN)) vervang(element, 'div');
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (!BLIJFT.has(name)) element.removeAttribute(name);
  }
  return body.innerHTML;
}

/** Bold and italic that stand in a style become elements; elements whose style undoes them become plain. */
function alsOpmaak(element: HTMLElement): void {
  const stijl = stijlVan(element);
  const dikte = /(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)/.exec(stijl)?.[1];
  const vet = dikte === undefined ? undefined : /^(?:bold(?:er)?|[6-9]00)$/.test(dikte);
  const schuin = /(?:^|;)\s*font-style\s*:\s*([a-z]+)/.exec(stijl)?.[1];
  const cursief = schuin === undefined ? undefined : /^(?:italic|oblique)$/.test(schuin);
  // Headings are bold by themselves.
  if (/^(?:H[1-6]|LI|UL|OL)$/.test(element.tagName)) return;
  if (vet === true) omhul(element, 'strong');
  if (cursief === true) omhul(element, 'em');
  // Google Docs puts all that it copies in a <b> that isn't bold.
  if (vet === false && /^(?:B|STRONG)$/.test(element.tagName)) vervang(element, 'span');
  if (cursief === false && /^(?:I|EM)$/.test(element.tagName)) vervang(element, 'span');
}

/** Word writes a list as paragraphs that say in their style which list and level they are of. */
function lijstenVanWord(body: HTMLElement): void {
  let open: { lijst: Element; niveau: number; nummer: string }[] = [];
  for (const alinea of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const [, nummer = '', cijfer] = /mso-list\s*:\s*(\S+)\s+level(\d)/.exec(stijlVan(alinea)) ?? [];
    if (cijfer === undefined) continue;
    const niveau = Number(cijfer);
    const boom = open.at(0);
    if (boom?.lijst.nextElementSibling !== alinea || boom.nummer !== nummer) open = [];
    const teken = tekenVan(alinea);
    while ((open.at(-1)?.niveau ?? 0) > niveau) open.pop();
    if ((open.at(-1)?.niveau ?? 0) < niveau) {
      const lijst = body.ownerDocument.createElement(/^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(teken) ? 'ol' : 'ul');
      const boven = open.at(-1)?.lijst;
      if (boven === undefined) alinea.before(lijst);
      else (boven.lastElementChild ?? boven).append(lijst);
      open.push({ lijst, niveau, nummer });
    }
    const punt = body.ownerDocument.createElement('li');
    punt.append(alinea);
    open.at(-1)?.lijst.append(punt);
  }
}

/** Takes out the sign that Word typed before an item, and gives it. */
function tekenVan(alinea: Element): string {
  const teken = [...alinea.querySelectorAll('span')].find((deel) =>
    /mso-list\s*:\s*ignore/.test(stijlVan(deel)),
  );
  const tekst = teken?.textContent ?? '';
  teken?.remove();
  return tekst;
}

function stijlVan(element: Element): string {
  return (element.getAttribute('data-style') ?? '').toLowerCase();
}

function omhul(element: Element, naam: 'strong' | 'em'): void {
  const om = element.ownerDocument.createElement(naam);
  om.append(...element.childNodes);
  element.append(om);
}

function vervang(element: Element, naam: 'div' | 'span'): void {
  const nieuw = element.ownerDocument.createElement(naam);
  const begin = element.getAttribute('data-pm-slice');
  if (begin !== null) nieuw.setAttribute('data-pm-slice', begin);
  nieuw.append(...element.childNodes);
  element.replaceWith(nieuw);
}
