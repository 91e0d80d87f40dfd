import type { Bloksleutels, Stuk } from '../../../shared/tekst/blok.ts';
import { metNummers } from '../../../shared/tekst/nummering.ts';
import {
  diepteBij,
  geheel,
  isBlok,
  isOmgezetteSpatie,
  kopniveau,
  opmaakIn,
  sleutelsBij,
  vermeldingIn,
  WEG,
  ZONDER_TEKST,
} from './element.ts';
import type { Pagina } from './pagina.ts';
import { BUITEN, mag, NIET_OPGEMAAKT, type Plek, sleutelsOp } from './plek.ts';
import { type Brok, zoalsGekopieerd, zoalsOpPagina } from './regel.ts';
import type { Stijl, Stijlen } from './stijl.ts';
import {
  opmerkingenVanGoogle,
  type Reden,
  redenVan,
  type Weggelaten,
  Weglating,
  zichtIn,
} from './weglaten.ts';
import { Wordlijsten } from './word.ts';

/** A page as a text here can hold it: flat (TX4), and without what must not come in as text. */
export interface Oogst {
  readonly blokken: readonly (Bloksleutels & { readonly inhoud: readonly Stuk[] })[];
  readonly weggelaten: readonly Weggelaten[];
}

/** Walks through a page and gathers its blocks. */
export function oogst({ body, stijlVan }: Pagina): Oogst {
  const wandeling = new Wandeling(body, stijlVan);
  wandeling.kinderen(body, BUITEN);
  return wandeling.klaar();
}

interface Regel {
  readonly sleutels: Bloksleutels;
  readonly nummer: number | null;
  readonly plek: Plek;
  readonly brokken: Brok[];
  /** Something was left out in it. */
  uitgedund: boolean;
}

class Wandeling {
  readonly #stijlVan: Stijlen;
  readonly #vanGoogle: ReadonlySet<Element>;
  readonly #word = new Wordlijsten();
  readonly #weglating = new Weglating();
  readonly #regels: Regel[] = [];
  #open: Regel | null = null;
  /** How much was left out when the last block ended. */
  #weggelatenTot = 0;

  constructor(body: HTMLElement, stijlVan: Stijlen) {
    this.#stijlVan = stijlVan;
    this.#vanGoogle = opmerkingenVanGoogle(body, stijlVan);
  }

  kinderen(van: Element, plek: Plek): void {
    for (const kind of van.childNodes) {
      if (kind instanceof Element) this.#element(kind, plek);
      else if (kind instanceof Text) this.#tekst(kind.data, kind, plek);
    }
  }

  klaar(): Oogst {
    this.#sluit();
    const isEigen = this.#regels.some(({ plek }) => plek.eigen !== null);
    const gelezen = this.#regels.flatMap((regel) => {
      const { plek, brokken, sleutels, nummer } = regel;
      const inhoud = plek.eigen === null ? zoalsOpPagina(brokken) : zoalsGekopieerd(brokken);
      return inhoud.length === 0 && isNiets(regel) ? [] : [{ ...sleutels, inhoud, nummer }];
    });
    const blokken = isEigen ? gelezen : zonderLegeRegels(gelezen);
    const nummers = blokken.map(({ nummer }) => nummer);
    return {
      // This editor's own blocks say themselves where a list starts.
      blokken: isEigen ? blokken : metNummers([], blokken, nummers),
      weggelaten: this.#weglating.stukken(),
    };
  }

  #element(element: Element, plek: Plek): void {
    if (element.matches(WEG)) return;
    const stijl = this.#stijlVan(element);
    const hier = this.#plekIn(element, stijl, plek);
    if (element.localName === 'br') {
      this.#breuk(element, stijl, hier);
      return;
    }
    const wie = vermeldingIn(element);
    if (wie !== null && mag(hier)) {
      this.#begin(hier).brokken.push({ soort: 'vermelding', wie, strong: hier.strong, em: hier.em });
      this.#weglating.onderbreek();
      return;
    }
    if (isBlok(element, stijl)) this.#blok(element, stijl, hier, plek);
    else this.kinderen(element, hier);
  }

  #blok(element: Element, stijl: Stijl, hier: Plek, plek: Plek): void {
    this.#sluit();
    const voor = { regels: this.#regels.length, weggelaten: this.#weglating.aantal };
    if (hier.eigen !== null && hier.eigen !== plek.eigen && mag(hier)) this.#begin(hier);
    if (hier.kop !== null && hier.kop !== plek.kop) this.#nummerVanKop(element, stijl, hier);
    this.kinderen(element, hier);
    const { punt } = hier;
    // An item that holds nothing at all is an empty item; one that holds only a list is no more than the list.
    if (
      punt !== null &&
      punt !== plek.punt &&
      !punt.begonnen &&
      this.#regels.length === voor.regels &&
      this.#weglating.aantal === voor.weggelaten &&
      mag(hier)
    ) {
      this.#begin(hier);
    }
    this.#sluit();
  }

  #tekst(geschreven: string, knoop: Text, plek: Plek): void {
    const tekst = isOmgezetteSpatie(knoop) ? ' ' : geschreven;
    const isWit = /^[ \t\r\n\f]*$/.test(tekst);
    if (!mag(plek)) {
      const reden = plek.weg ?? 'verborgen';
      if (reden !== 'teken') this.#laatWeg(reden, tekst);
      // Between words that were struck out one by one, a space that was struck out is a space.
      if (!isWit || reden !== 'doorgehaald') return;
    }
    if (isWit && (this.#open === null || ZONDER_TEKST.has(knoop.parentElement?.localName ?? ''))) return;
    if (!isWit) this.#weglating.onderbreek();
    const { brokken } = this.#begin(plek);
    const opmaak = { strong: plek.strong, em: plek.em };
    if (!plek.vast) brokken.push({ soort: 'tekst', tekst, vast: false, ...opmaak });
    else {
      tekst.split(/\r\n?|\n/).forEach((regel, n) => {
        if (n > 0) brokken.push({ soort: 'breuk', ...opmaak });
        brokken.push({ soort: 'tekst', tekst: regel, vast: true, ...opmaak });
      });
    }
  }

  #laatWeg(reden: Reden, tekst: string): void {
    this.#weglating.neem(reden, tekst);
    if (tekst.trim() !== '') this.#open?.brokken.push({ soort: 'gat' });
  }

  #breuk(breuk: Element, { letterlijk }: Stijl, plek: Plek): void {
    if (ZONDER_TEKST.has(breuk.parentElement?.localName ?? '')) return;
    if (breuk.classList.contains('Apple-interchange-newline')) return;
    if (/page-break-before\s*:\s*always/.test(letterlijk)) this.#sluit();
    else if (mag(plek)) this.#begin(plek).brokken.push({ soort: 'breuk', strong: plek.strong, em: plek.em });
    else if (plek.weg !== 'teken') this.#weglating.neem(plek.weg ?? 'verborgen', ' ');
  }

  /** Word numbers headings as it does items; with us a heading has no number of its own, so it stays as text. */
  #nummerVanKop(kop: Element, stijl: Stijl, plek: Plek): void {
    const punt = this.#word.lees(kop, stijl);
    if (punt?.soort !== 'nummer' || !mag(plek)) return;
    this.#begin(plek).brokken.push({
      soort: 'tekst',
      tekst: `${punt.teken} `,
      vast: true,
      ...NIET_OPGEMAAKT,
    });
  }

  #begin(plek: Plek): Regel {
    if (this.#open !== null) return this.#open;
    const { punt } = plek;
    const isPunt = plek.eigen === null && punt !== null && !punt.begonnen;
    if (isPunt) punt.begonnen = true;
    this.#open = {
      sleutels: plek.eigen ?? sleutelsOp(plek, isPunt),
      nummer: isPunt ? punt.nummer : null,
      plek,
      brokken: [],
      uitgedund: false,
    };
    return this.#open;
  }

  #sluit(): void {
    if (this.#open !== null) {
      this.#open.uitgedund = this.#weglating.aantal > this.#weggelatenTot;
      this.#regels.push(this.#open);
    }
    this.#open = null;
    this.#weggelatenTot = this.#weglating.aantal;
    this.#weglating.regeleinde();
  }

  #plekIn(element: Element, stijl: Stijl, plek: Plek): Plek {
    const { localName } = element;
    const hier = {
      ...plek,
      ...opmaakIn(element, stijl, plek),
      ...zichtIn(stijl, plek),
      weg: this.#redenIn(element, stijl, plek),
      cel: plek.cel || localName === 'td' || localName === 'th',
    };
    const eigen = sleutelsBij(element);
    if (eigen !== null) return { ...hier, eigen, vast: true };
    const witruimte = localName === 'pre' ? 'pre' : stijl.eigen('white-space');
    const vast = plek.eigen !== null || (witruimte === '' ? plek.vast : /^(?:pre|break)/.test(witruimte));
    return { ...hier, vast, ...this.#plaatsIn(element, stijl, plek) };
  }

  #redenIn(element: Element, stijl: Stijl, { weg }: Plek): Plek['weg'] {
    if (weg === 'teken') return weg;
    const reden = this.#vanGoogle.has(element) ? 'opmerking' : redenVan(element, stijl);
    // Each remark is a piece of its own.
    if (reden === 'opmerking') this.#weglating.onderbreek();
    return reden === 'teken' ? reden : (weg ?? reden);
  }

  /** What a heading, a list or an item makes of the place. */
  #plaatsIn(element: Element, stijl: Stijl, plek: Plek): Partial<Plek> {
    const niveau = kopniveau(element);
    if (niveau !== null) return { kop: niveau };
    const dieper = Math.max(plek.lijst?.diepte ?? -1, plek.punt?.diepte ?? -1) + 1;
    switch (element.localName) {
      case 'ul':
      case 'menu':
      case 'dir':
        return { lijst: { soort: 'punt', diepte: dieper, eerste: { nummer: null } } };
      case 'ol':
        return {
          lijst: { soort: 'nummer', diepte: dieper, eerste: { nummer: geheel(element, 'start') ?? 1 } },
        };
      case 'li': {
        const { soort, eerste } = plek.lijst ?? { soort: 'punt', eerste: { nummer: null } };
        const diepte = diepteBij(element) ?? plek.lijst?.diepte ?? 0;
        const nummer = geheel(element, 'value') ?? eerste.nummer;
        eerste.nummer = null;
        return {
          kop: null,
          punt: { soort, diepte, nummer: soort === 'nummer' ? nummer : null, begonnen: false },
          lijst: { soort, diepte, eerste },
        };
      }
      case 'p':
      case 'div': {
        const punt = plek.lijst === null ? this.#word.lees(element, stijl) : null;
        return punt === null ? {} : { punt: { ...punt, begonnen: false } };
      }
      default:
        return {};
    }
  }
}

/** An empty block that is nothing: a cell, a heading, or what is left of a block of which all was left out. */
function isNiets({ plek, sleutels, uitgedund }: Regel): boolean {
  return plek.eigen === null && (plek.cel || uitgedund || sleutels.soort === 'kop');
}

/** Others leave lines empty to keep paragraphs apart: one says so, and at the ends it keeps nothing apart. */
function zonderLegeRegels<B extends Bloksleutels & { readonly inhoud: readonly Stuk[] }>(
  blokken: readonly B[],
): B[] {
  const isLeeg = (blok: B | undefined): boolean =>
    blok === undefined || (blok.inhoud.length === 0 && blok.soort === 'alinea');
  const zonderDubbele = blokken.filter((blok, n) => !isLeeg(blok) || !isLeeg(blokken[n - 1]));
  return isLeeg(zonderDubbele.at(-1)) ? zonderDubbele.slice(0, -1) : zonderDubbele;
}
