import { Slice } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, test } from 'vitest';
import { documentVan } from '../../../../../client/editor/koppeling/naar-document.ts';
import { schema } from '../../../../../client/editor/schema.ts';
import { BLOKSOORTEN } from '../../../../../shared/tekst/blok.ts';
import { Toeval } from '../../../poort/gesprek.ts';
import { Iemand, wissel } from './iemand.ts';

/** `RONDES=20000 npx vitest run test/unit/client/editor/koppeling/wachtend` for a long run; `ZAAD=7` takes other ones. */
const RONDES = Number(process.env.RONDES ?? 500);
const ZAAD = Number(process.env.ZAAD ?? 1) * 1_000_003;
/** Each round takes some ten ms on a quiet machine. */
const TIJD_MS = 120_000 + RONDES * 100;

/** What the binding asks of a page that shows the text, without a browser: an input method has a word open in it. */
class Pagina {
  composing = false;
  isDestroyed = false;
  state: Iemand['koppeling']['state'];
  readonly dom = { addEventListener(): void {}, removeEventListener(): void {} };
  readonly domObserver = { forceFlush(): void {}, flush(): void {} };

  constructor({ koppeling }: Iemand) {
    this.state = koppeling.state;
    // All that it uses of a view.
    koppeling.toonIn(this as unknown as EditorView);
  }

  updateState(state: Pagina['state']): void {
    this.state = state;
  }
}

/** Letters that nobody types twice, so that each can be followed. */
const EERSTE_LETTER = 0x4e00;

/** Somebody composes words, while others type, restructure, delete and take back all around them and in them. */
class Ronde {
  readonly #toeval: Toeval;
  readonly #ik: Iemand;
  readonly #pagina: Pagina;
  readonly #anderen: readonly Iemand[];
  readonly #getypt: string[] = [];
  readonly #gewist = new Set<string>();
  /** The words that were composed, as they were in the end. */
  readonly #woorden: string[] = [];
  #volgend = EERSTE_LETTER;
  /** How often somebody composed while others' changes waited. */
  gewacht = 0;
  readonly fouten: string[] = [];

  constructor(zaad: number) {
    this.#toeval = new Toeval(zaad);
    const [ik, ...anderen] = [1, 2, 3].map((id) => new Iemand(id + 10 * this.#toeval.onder(100)));
    if (ik === undefined) throw new Error('somebody composes');
    this.#ik = ik;
    this.#anderen = anderen;
    for (let regel = this.#toeval.onder(3); regel >= 0; regel -= 1) {
      ik.typ(this.#letters(8));
      const { tr, selection } = ik.koppeling.state;
      if (regel > 0) ik.koppeling.voerUit(tr.split(selection.from));
    }
    this.#pagina = new Pagina(ik);
    this.#wissel();
    for (const { koppeling } of this.#allen) koppeling.beginNieuweStap();
  }

  get #allen(): readonly Iemand[] {
    return [this.#ik, ...this.#anderen];
  }

  speel(): void {
    for (let keer = 1 + this.#toeval.onder(3); keer > 0; keer -= 1) {
      this.#stelSamen();
      if (this.#toeval.onder(2)) this.#neemTerug();
    }
    this.#wissel();
    const einde = this.#ik.regels.replaceAll('\n', '');
    for (const { regels } of this.#anderen) {
      if (regels !== this.#ik.regels) this.fouten.push(`unequal: ${this.#ik.regels} / ${regels}`);
    }
    for (const letter of this.#getypt) {
      const keren = einde.split(letter).length - 1;
      if (keren > 1 || (keren === 0 && !this.#gewist.has(letter)))
        this.fouten.push(`${letter} is there ${keren} times`);
    }
    for (const woord of this.#woorden) {
      // Others can have typed in it: its letters are there in their order. What they took out and brought back comes
      // behind what was typed there meanwhile, by who didn't know yet that it was gone (docs/tekst.md).
      const plekken = [...woord]
        .filter((letter) => !this.#gewist.has(letter))
        .map((letter) => einde.indexOf(letter));
      if (plekken.some((plek, n) => plek < (plekken[n - 1] ?? 0))) this.fouten.push(`${woord} in ${einde}`);
    }
    for (const { koppeling } of this.#allen) {
      if (koppeling.herstellingen > 0) this.fouten.push('an editor drew itself anew');
      koppeling.sluit();
    }
  }

  /** Words, made anew at each key: sounds that become another word, or letter by letter. */
  #stelSamen(): void {
    const toeval = this.#toeval;
    const { koppeling } = this.#ik;
    const { doc, tr } = koppeling.state;
    koppeling.voerUit(tr.setSelection(TextSelection.near(doc.resolve(toeval.onder(doc.content.size + 1)))));
    this.#pagina.composing = true;
    let woord = '';
    for (let toetsen = 2 + toeval.onder(6); toetsen > 0; toetsen -= 1) {
      this.#anderenDoen();
      if (koppeling.houdtVast) this.gewacht += 1;
      const nieuw = toeval.onder(6) === 0 ? this.#letters(4) : woord + this.#letters(2);
      this.#maakAnders(woord, nieuw);
      woord = nieuw;
      // The next word begins before the page was told that this one has ended.
      if (toeval.onder(4) === 0) {
        if (toeval.onder(2)) koppeling.beginNieuweStap();
        this.#woorden.push(woord);
        woord = '';
      }
    }
    this.#anderenDoen();
    this.#woorden.push(woord);
    this.#pagina.composing = false;
    koppeling.rondAf();
    const { state } = koppeling;
    if (!state.doc.eq(documentVan(this.#ik.doc.getText('veld')))) this.fouten.push('screen and text differ');
    const laatste = woord.at(-1);
    const voorCaret = state.doc.textBetween(0, state.selection.head);
    if (laatste !== undefined && this.#ik.regels.includes(laatste) && !voorCaret.endsWith(laatste))
      this.fouten.push(`the caret isn't behind ${laatste}: ${voorCaret}`);
  }

  /** What one composed as well: some of it, and mostly put back. */
  #neemTerug(): void {
    const { koppeling } = this.#ik;
    if (this.#toeval.onder(2)) koppeling.beginNieuweStap();
    const voor = this.#ik.regels;
    const keren = 1 + this.#toeval.onder(3);
    for (let keer = 0; keer < keren; keer += 1) koppeling.maakOngedaan();
    this.#anderenDoen();
    if (this.#toeval.onder(4)) for (let keer = 0; keer < keren; keer += 1) koppeling.doeOpnieuw();
    for (const letter of voor) if (!this.#ik.regels.includes(letter)) this.#gewist.add(letter);
  }

  /** As the browser's change is read: of the whole word, or of what differs. */
  #maakAnders(oud: string, nieuw: string): void {
    const { koppeling } = this.#ik;
    const { tr, selection, doc } = koppeling.state;
    const tot = selection.head;
    const van = tot - oud.length;
    if (doc.textBetween(van, tot) !== oud) {
      this.fouten.push(`${oud} isn't before the caret`);
      return;
    }
    const isVerder = nieuw.startsWith(oud);
    if (isVerder && this.#toeval.onder(2)) tr.insertText(nieuw.slice(oud.length), tot);
    else tr.replaceWith(van, tot, schema.text(nieuw));
    if (!isVerder) for (const letter of oud) this.#gewist.add(letter);
    koppeling.voerUit(tr.setSelection(TextSelection.create(tr.doc, van + nieuw.length)));
  }

  #anderenDoen(): void {
    for (let n = this.#toeval.onder(4); n > 0; n -= 1) {
      const wie = this.#toeval.kies(this.#anderen);
      const voor = wie.regels;
      this.#doeIets(wie);
      for (const letter of voor) if (!wie.regels.includes(letter)) this.#gewist.add(letter);
      if (this.#toeval.onder(2)) this.#wissel();
    }
  }

  #doeIets({ koppeling }: Iemand): void {
    const toeval = this.#toeval;
    const { tr } = koppeling.state;
    const $plek = TextSelection.near(tr.doc.resolve(toeval.onder(tr.doc.content.size + 1))).$from;
    const { pos } = $plek;
    const tot = Math.min($plek.end(), pos + 1 + toeval.onder(5));
    const begin = $plek.before(1);
    switch (toeval.onder(9)) {
      case 0:
        tr.split(pos);
        break;
      case 1:
        if ($plek.index(0) > 0) tr.join(begin);
        break;
      case 2:
        tr.replace(pos, tot, Slice.empty);
        break;
      case 3:
        tr.setNodeAttribute(begin, 'soort', toeval.kies(BLOKSOORTEN));
        break;
      case 4:
        if (tot > pos) tr.addMark(pos, tot, schema.marks.strong.create());
        break;
      case 5:
        koppeling.maakOngedaan();
        return;
      case 6:
        koppeling.doeOpnieuw();
        return;
      default:
        tr.insertText(this.#letters(3), pos);
    }
    if (!tr.docChanged) return;
    koppeling.voerUit(tr);
    if (toeval.onder(2)) koppeling.beginNieuweStap();
  }

  #wissel(): void {
    wissel(this.#allen);
  }

  #letters(hoogstens: number): string {
    let letters = '';
    for (let n = this.#toeval.onder(hoogstens); n >= 0; n -= 1) {
      letters += String.fromCharCode(this.#volgend);
      this.#volgend += 1;
    }
    this.#getypt.push(...letters);
    return letters;
  }
}

describe('TX7: what others do waits while a word is composed', { timeout: TIJD_MS }, () => {
  test('no letter is lost, doubled or moved by it, whatever they do around that word and in it', () => {
    const fouten: string[] = [];
    let gewacht = 0;
    for (let zaad = ZAAD; zaad < ZAAD + RONDES; zaad += 1) {
      const ronde = new Ronde(zaad);
      ronde.speel();
      gewacht += ronde.gewacht;
      fouten.push(...ronde.fouten.map((fout) => `seed ${zaad}: ${fout}`));
    }
    expect(fouten.slice(0, 10)).toEqual([]);
    expect(gewacht).toBeGreaterThan(RONDES);
  });

  test('so do lines that come or go elsewhere, which can be drawn over it; letters elsewhere don’t', () => {
    const [ik, ander] = [new Iemand(1), new Iemand(2)];
    ik.typ('boven');
    ik.koppeling.voerUit(ik.koppeling.state.tr.split(6));
    ik.typ('onder');
    wissel([ik, ander]);
    const pagina = new Pagina(ik);
    pagina.composing = true;
    ander.typ('x', 6);
    wissel([ik, ander]);
    expect([ik.koppeling.houdtVast, ik.regels]).toEqual([false, 'bovenx\nonder']);
    for (const doe of [
      () => ander.koppeling.state.tr.split(7),
      () => ander.koppeling.state.tr.join(8),
    ] as const) {
      const { regels } = ik;
      ander.koppeling.voerUit(doe());
      wissel([ik, ander]);
      expect([ik.koppeling.houdtVast, ik.regels]).toEqual([true, regels]);
      ik.koppeling.rondAf();
      expect(ik.regels).toBe(ander.regels);
    }
    expect(ik.regels).toBe('bovenx\nonder');
  });
});
