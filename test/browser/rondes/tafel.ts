import type { CDPSession, Locator } from 'playwright-core';
import { documentVan } from '../../../client/editor/koppeling/naar-document.ts';
import { Synclijn } from '../../server/sync/lijn.ts';
import { houdPaginaBezig } from '../drukte.ts';
import { aanTafel, klapOpen, openBord, type Persoon, type Product } from '../opstelling.ts';
import { onderDeMotorkap, plekBijGezondheid, typSamen, wachtOpOpgeslagen } from '../schrijven.ts';
import { maakVertraging, type Vertraging } from '../vertraging.ts';
import { type Fout, type Geschreven, geheel, metMerken, oordeelLetters } from './oordeel.ts';
import { leesScherm, type Scherm, zetCaret } from './scherm.ts';

const WIE = ['Fatima El Amrani', 'Tom Bakker', 'Sanne Kuipers'] as const;
const TEKST = 'Houd rekening met bij gezondheid, over moeder';
/** What nobody writes and nothing begins with. */
const MERKEN = ['7', '8', '9'] as const;
/** Longer than this nothing takes, on any line. */
const GEDULD_MS = 15_000;

/** Somebody in the text, over a line of their own. */
export interface Schrijver extends Persoon {
  readonly vlak: Locator;
  readonly lijn: Vertraging;
  readonly cdp: CDPSession;
  /** What they did in this round beside typing, where it is another thing each time: for who reads what went wrong. */
  readonly deed: string[];
}

export type Schrijvers = readonly [Schrijver, Schrijver, Schrijver];

/** One round: where it begins, and what each does. */
export interface Ronde {
  readonly naam: string;
  /** Lines that stand there; `- `, `1. ` and `# ` at the start of one make it what they do when they are typed. */
  readonly begin: readonly string[];
  /** Left out where there is little time. */
  readonly duurtLang?: boolean;
  /** Line and place in it where each begins; -1: its end. */
  readonly carets: readonly (readonly [number, number])[];
  /** @returns what was written and where it has to stand, each person's pieces in the order in which they wrote them */
  speel(schrijvers: Schrijvers, toeval: Toeval): Promise<readonly Geschreven[]>;
}

export interface Oordeel {
  readonly fouten: readonly Fout[];
  /** What stood there in the end. */
  readonly verslag: string;
}

/** A whole number below `n`. */
export type Toeval = (n: number) => number;

/** Three people in one text of the real product, each over a line of their own. */
export class Tafel {
  readonly schrijvers: Schrijvers;
  readonly #product: Product;
  readonly #casusId: string;
  readonly #plek: { readonly compartimentId: string; readonly veldId: string };
  /** What went wrong in a page and was caught by nobody, since the last round. */
  readonly paginafouten: string[] = [];

  private constructor(
    product: Product,
    casusId: string,
    schrijvers: Schrijvers,
    plek: { readonly compartimentId: string; readonly veldId: string },
  ) {
    this.#product = product;
    this.#casusId = casusId;
    this.schrijvers = schrijvers;
    this.#plek = plek;
    for (const { page } of schrijvers) {
      page.on('pageerror', ({ message }) => this.paginafouten.push(message));
    }
  }

  /** @param vooraf is carried out in each page before anything of the product is */
  static async open(product: Product, vooraf?: () => void): Promise<Tafel> {
    const { casusId } = await aanTafel(product, []);
    const kom = async (naam: string): Promise<Schrijver> => {
      const lijn = await maakVertraging(product.url);
      const persoon = await product.persoon(naam, { width: 900, height: 700 }, { baseURL: lijn.url });
      if (vooraf !== undefined) await persoon.context.addInitScript(vooraf);
      await openBord(persoon, casusId);
      await wachtOpOpgeslagen(persoon);
      // On a busy machine a leefgebied has something only once its texts are there, and is folded then.
      await klapOpen(persoon);
      const vlak = await typSamen(persoon, TEKST);
      return { ...persoon, vlak, lijn, cdp: await onderDeMotorkap(persoon), deed: [] };
    };
    const schrijvers = await Promise.all([kom(WIE[0]), kom(WIE[1]), kom(WIE[2])]);
    const plek = await plekBijGezondheid(schrijvers[0], casusId);
    return new Tafel(product, casusId, schrijvers, plek);
  }

  async sluit(): Promise<void> {
    for (const { context, lijn } of this.schrijvers) {
      await context.close();
      await lijn.sluit();
    }
  }

  /** From now on the pages have something else to do as well. */
  async zetDrukte(aan: boolean): Promise<void> {
    for (const { page } of this.schrijvers) await houdPaginaBezig(page, aan);
  }

  /** @param ms how long the line takes, one way */
  async speel(ronde: Ronde, ms: number, toeval: Toeval): Promise<Oordeel> {
    this.zetLijnen(0);
    const begin = await this.begin(ronde);
    const eerder = begin.map(({ herstellingen }) => herstellingen);
    this.zetLijnen(ms);
    for (const { deed } of this.schrijvers) deed.length = 0;
    const geschreven = await ronde.speel(this.schrijvers, toeval);
    const voor = await this.wachtOpGelijk();
    this.zetLijnen(0);
    const regels = voor.schermen[0]?.regels ?? [];
    const fouten = oordeelLetters(begin[0]?.regels ?? [], geschreven, regels);
    for (const fout of voor.fouten) fouten.add(fout);

    const schrijvend = this.schrijvers.filter((_een, wie) => geschreven.some((stuk) => stuk.wie === wie));
    await Promise.all(
      schrijvend.map((een) => een.page.keyboard.press(MERKEN[this.schrijvers.indexOf(een)] ?? '')),
    );
    const na = await this.wachtOpGelijk();
    for (const fout of na.fouten) fouten.add(fout);
    const slot = geheel(na.schermen[0]?.regels ?? []);
    if (slot !== metMerken(geschreven, regels, MERKEN)) fouten.add('caret elders');
    if (this.paginafouten.length > 0) fouten.add('fout in de pagina');
    if (na.schermen.some(({ herstellingen }, wie) => herstellingen !== eerder[wie])) fouten.add('hersteld');
    const uitleg = [...fouten, ...this.paginafouten.splice(0)].join(', ');
    const deed = this.schrijvers.flatMap((een) => een.deed).join(', ');
    const schermen = [...voor.fouten, ...na.fouten].length > 0 ? ` ${JSON.stringify([voor, na])}` : '';
    return {
      fouten: [...fouten],
      verslag: `${ms} ms: ${uitleg}: ${JSON.stringify(slot)}; gedaan: ${deed}${schermen}`,
    };
  }

  /** @param ms of everyone's line, one way */
  zetLijnen(ms: number): void {
    for (const { lijn } of this.schrijvers) lijn.zet(ms);
  }

  /** Clears the table as a person does, and writes what the round begins with. */
  async begin({ begin, carets }: Pick<Ronde, 'begin' | 'carets'>): Promise<readonly Scherm[]> {
    const [eerste] = this.schrijvers;
    const { keyboard } = eerste.page;
    await eerste.vlak.focus();
    await keyboard.press('Control+a');
    await keyboard.press('Delete');
    let vorige = '';
    for (const [n, regel] of begin.entries()) {
      const [, teken = '', tekst = ''] = /^(- |1\. |# |)(.*)$/.exec(regel) ?? [];
      if (n > 0) await keyboard.press('Enter');
      // A list goes on by itself, and ends with an empty item.
      if (n > 0 && vorige !== teken && /[-1]/.test(vorige)) await keyboard.press('Enter');
      if (vorige !== teken || teken === '# ') await keyboard.type(teken);
      await keyboard.insertText(tekst);
      vorige = teken;
    }
    const gelijk = await this.wachtOpGelijk(
      (regels) => regels.join('\n') === begin.map((regel) => regel.replace(/^(- |1\. |# )/, '')).join('\n'),
    );
    if (gelijk.fouten.length > 0)
      throw new Error(
        `een ronde begint niet: ${gelijk.fouten.join(', ')}: ${JSON.stringify(gelijk.schermen)}`,
      );
    await Promise.all(carets.map(([regel, plaats], n) => zetCaretVan(this.schrijvers[n], regel, plaats)));
    return gelijk.schermen;
  }

  /**
   * Until all screens are the same, each as its page shows it, as a fresh reader reads, and all of it saved; or until
   * that has taken so long that it never will.
   */
  async wachtOpGelijk(
    ook: (regels: readonly string[]) => boolean = () => true,
  ): Promise<{ schermen: readonly Scherm[]; fouten: readonly Fout[] }> {
    const tot = performance.now() + GEDULD_MS;
    for (;;) {
      const schermen = await Promise.all(this.schrijvers.map(({ page }) => leesScherm(page)));
      const fouten = new Set<Fout>();
      const [eerste] = schermen;
      if (eerste === undefined) throw new Error('er zit niemand aan tafel');
      for (const { document, regels, inPagina, isOpgeslagen } of schermen) {
        if (document !== eerste.document) fouten.add('schermen ongelijk');
        if (geheel(regels) !== geheel(inPagina)) fouten.add('scherm is niet de tekst');
        if (!isOpgeslagen) fouten.add('niet opgeslagen');
      }
      const isRustig = schermen.every((een) => een.isRustig) && ook(eerste.regels);
      if (isRustig && fouten.size === 0) {
        if ((await this.leesVers()) === eerste.document) return { schermen, fouten: [] };
        fouten.add('schermen ongelijk');
      }
      if (performance.now() > tot) {
        if (fouten.size === 0) fouten.add('scherm is niet de tekst');
        return { schermen, fouten: [...fouten] };
      }
    }
  }

  /** The text as somebody reads it who comes in now. */
  async leesVers(): Promise<string> {
    const koekjes = await this.schrijvers[0].context.cookies();
    const cookie = koekjes.map(({ name, value }) => `${name}=${value}`).join('; ');
    const lijn = new Synclijn(this.#product.url, this.#casusId, cookie);
    const tekst = await lijn.open(this.#plek.compartimentId);
    const gelezen = JSON.stringify(documentVan(tekst.veld(this.#plek.veldId)));
    lijn.trekUit();
    tekst.doc.destroy();
    return gelezen;
  }
}

async function zetCaretVan(schrijver: Schrijver | undefined, regel: number, plaats: number): Promise<void> {
  if (schrijver !== undefined) await zetCaret(schrijver.page, regel, plaats);
}
