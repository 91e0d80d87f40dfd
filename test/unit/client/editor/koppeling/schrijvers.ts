import { Fragment, type Node, Slice } from 'prosemirror-model';
import { TextSelection, type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { Koppeling } from '../../../../../client/editor/koppeling/koppeling.ts';
import { documentVan } from '../../../../../client/editor/koppeling/naar-document.ts';
import { plaatsVan } from '../../../../../client/editor/koppeling/plaatsen.ts';
import { schema, sleutelsVanKnoop } from '../../../../../client/editor/schema.ts';
import { keurUpdate } from '../../../../../server/teksten/poort/poort.ts';
import { BLOKSOORTEN } from '../../../../../shared/tekst/blok.ts';
import { houdersVan } from '../../../../../shared/tekst/lezen.ts';
import { Server, Toeval } from '../../../poort/gesprek.ts';
import { BREUK, type Id, Reeksen, Stand } from './reeksen.ts';

const { blok, breuk, vermelding } = schema.nodes;
export const VELD = 'veld';
const LID = '00000000-0000-4000-8000-00000000000';

/** A fault put in on purpose, to see that it is found. */
export type Geplant = 'soort_anders' | 'caret_rechts' | 'achter_gewist' | null;

const FOUTEN = [
  'kwijt',
  'dubbel',
  'wist',
  'caret',
  'verschilt',
  'hersteld',
  'hangt',
  'gooit',
  'ertussen',
  'heen_en_weer',
  'geweigerd',
] as const;

/** What was found to be wrong; nothing of it may be. */
export interface Bevinding {
  readonly wat: (typeof FOUTEN)[number];
  readonly uitleg: string;
}

export interface Verloop {
  readonly bevindingen: readonly Bevinding[];
  /** Texts that differ although their states are the same: for SY15 to mend. */
  readonly uiteengelopen: number;
  /** Letters that stand there twice because two people undid the deletion of the same text (TX9). */
  readonly dubbelOngedaan: number;
  readonly handelingen: number;
}

/** Letters that nobody types twice, so that each can be followed: one that stands nowhere else in this file. */
const EERSTE_LETTER = 0x4e00;
const LETTERS = /[\u4e00-\u9fff]/g;

export function lettersIn(doc: Node): string[] {
  return doc.textBetween(0, doc.content.size, '', '').match(LETTERS) ?? [];
}

/** The same, with the breaks within blocks and between them. */
function lettersEnBreuken(doc: Node): string[] {
  const tekst = doc.textBetween(0, doc.content.size, BREUK, ({ type }) => (type === breuk ? BREUK : ''));
  return [...tekst].filter((teken) => teken === BREUK || teken.match(LETTERS));
}

/** Somebody at the editor, without a browser, and what they have still to send to each of the others. */
export class Schrijver {
  readonly doc = new Y.Doc();
  readonly koppeling: Koppeling;
  readonly uit: Uint8Array[][];
  /** All letters that they ever saw, by what id they saw each last. */
  readonly gezien = new Map<string, Id>();
  isOffline = false;

  constructor(
    nummer: number,
    aantal: number,
    clientId: number,
    samenOngedaanMs: number,
    naarServer: (update: Uint8Array, clientId: number) => void,
  ) {
    this.doc.clientID = clientId;
    this.koppeling = new Koppeling(this.tekst, { samenOngedaanMs });
    this.uit = Array.from({ length: aantal }, () => []);
    this.doc.on('update', (update: Uint8Array, herkomst: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      // What Yjs cleans up by itself after another's change goes out as well, as it does in reality.
      if (herkomst === NET && !local) return;
      naarServer(update, clientId);
      this.uit.forEach((rij, ander) => {
        if (ander !== nummer) rij.push(update);
      });
    });
  }

  get tekst(): Y.Text {
    return this.doc.getText(VELD);
  }

  get state() {
    return this.koppeling.state;
  }

  kijkRond(): void {
    for (const [letter, id] of new Stand(this.tekst).ids) this.gezien.set(letter, id);
  }

  /** What the editor and the text both should be. */
  get zijnGelijk(): boolean {
    return this.state.doc.eq(documentVan(this.tekst));
  }
}

const NET = 'net';

/** One round of people who write in one text, restructure it, lose the line and come back; every seed another one. */
export class Ronde {
  readonly #toeval: Toeval;
  readonly #geplant: Geplant;
  readonly #schrijvers: Schrijver[];
  readonly #getypt = new Set<string>();
  readonly #gewist = new Set<string>();
  readonly #reeksen = new Reeksen();
  readonly #server = new Server();
  readonly #bevindingen: Bevinding[] = [];
  readonly #ongedaan: boolean;
  /** In half of the rounds people take back and put back most of the time, and type right there. */
  readonly #isWankel: boolean;
  #volgendeLetter = EERSTE_LETTER;
  #handelingen = 0;

  constructor(zaad: number, geplant: Geplant = null, ongedaan = true) {
    this.#toeval = new Toeval(zaad);
    this.#geplant = geplant;
    this.#ongedaan = ongedaan;
    this.#isWankel = ongedaan && this.#toeval.onder(2) === 0;
    const aantal = 3 + this.#toeval.onder(3);
    this.#schrijvers = Array.from(
      { length: aantal },
      (_, n) =>
        new Schrijver(
          n,
          aantal,
          1 + n + this.#toeval.onder(1_000) * 10,
          this.#toeval.onder(2) ? 0 : 500,
          this.#naarServer,
        ),
    );
  }

  speel(): Verloop {
    try {
      const stappen = 20 + this.#toeval.onder(60);
      for (let n = 0; n < stappen; n += 1) this.#beurt();
      this.#leverAlles();
    } catch (fout) {
      this.#meld('gooit', fout instanceof Error ? (fout.stack ?? fout.message) : String(fout));
    }
    const { uiteengelopen, dubbelOngedaan } = this.#oordeel();
    for (const { koppeling } of this.#schrijvers) koppeling.sluit();
    return { bevindingen: this.#bevindingen, uiteengelopen, dubbelOngedaan, handelingen: this.#handelingen };
  }

  /** The gate takes whatever an editor writes. */
  readonly #naarServer = (update: Uint8Array, clientId: number): void => {
    const { doc } = this.#server;
    const uitkomst = keurUpdate(update, { doc, velden: new Set([VELD]), eigenIds: new Set([clientId]) });
    if (uitkomst.soort === 'toegelaten') Y.applyUpdate(doc, update);
    else if (uitkomst.soort !== 'niets_nieuws') this.#meld('geweigerd', JSON.stringify(uitkomst));
  };

  #beurt(): void {
    const toeval = this.#toeval;
    const wie = toeval.kies(this.#schrijvers);
    if (toeval.onder(25) === 0) wie.isOffline = !wie.isOffline;
    if (toeval.onder(5) < 3) {
      this.#handel(wie);
      return;
    }
    const ander = toeval.kies(this.#schrijvers);
    if (wie === ander || wie.isOffline || ander.isOffline) return;
    for (let n = toeval.onder(4); n >= 0; n -= 1) this.#lever(wie, ander);
  }

  #leverAlles(): void {
    for (let bezig = true; bezig; ) {
      bezig = false;
      for (const van of this.#schrijvers)
        for (const naar of this.#schrijvers) {
          while (this.#lever(van, naar)) bezig = true;
        }
    }
    for (const wie of this.#schrijvers) if (wie.doc.store.pendingStructs !== null) this.#haalAlles(wie);
  }

  /**
   * As who comes back on a line does. Where frames overtook each other, Yjs 13.6.33 can go on waiting for what it has by
   * then: each of two parts waits for the other, and neither is tried again. On a line they don't overtake.
   */
  #haalAlles(wie: Schrijver): void {
    Y.applyUpdate(wie.doc, Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(wie.doc)), NET);
    this.#eisGelijk(wie, 'alles');
  }

  /** Not even in the order of sending. @returns whether there was anything */
  #lever(van: Schrijver, naar: Schrijver): boolean {
    const rij = van.uit[this.#schrijvers.indexOf(naar)] ?? [];
    const [update] = rij.splice(this.#toeval.onder(Math.min(rij.length, 3)), 1);
    if (update === undefined) return false;
    const caret = new Caret(naar);
    Y.applyUpdate(naar.doc, update, NET);
    naar.kijkRond();
    if (this.#geplant === 'caret_rechts') caret.zetRechts();
    const fout = caret.fout();
    if (fout !== null) this.#meld('caret', fout);
    this.#eisGelijk(naar, 'ver');
    return true;
  }

  #handel(wie: Schrijver): void {
    this.#handelingen += 1;
    const { koppeling } = wie;
    const voor = lettersIn(wie.state.doc);
    const { tr } = wie.state;
    if (this.#toeval.onder(3) === 0) tr.setSelection(this.#plek(tr.doc));
    const [wat, magWissen] = this.#kies(wie, tr);
    // Undo is done by then, and planted is what the editor hears of the text.
    if (tr.before === wie.state.doc && (tr.docChanged || tr.selectionSet)) koppeling.voerUit(tr);
    if (this.#toeval.onder(this.#isWankel ? 2 : 6) === 0) koppeling.beginNieuweStap();
    const letters = lettersIn(wie.state.doc);
    const na = new Set(letters);
    const nieuw = new Set(letters.filter((letter) => !voor.includes(letter)));
    const uitleg = `${wat}, step ${this.#handelingen}`;
    if (wat === 'ongedaan') this.#keertTerug(wie, nieuw, uitleg);
    else this.#reeksen.wordtGetypt(nieuw, letters, wie.gezien.keys(), new Stand(wie.tekst).ids, uitleg);
    wie.kijkRond();
    for (const letter of voor) {
      // Of one that stands there twice for a moment, one can go (an undo that overtook what it undoes).
      if (magWissen && aantalVan(letter, letters) < aantalVan(letter, voor)) this.#gewist.add(letter);
      else if (!magWissen && !na.has(letter)) this.#meld('wist', `${wat} took away ${letter}`);
    }
    this.#eisGelijk(wie, wat);
  }

  /** Puts something to do in `tr`. @returns what, and whether letters may go by it */
  #kies(wie: Schrijver, tr: Transaction): [wat: string, magWissen: boolean] {
    const toeval = this.#toeval;
    const { from, $from } = tr.selection;
    const begin = $from.before(1);
    const { parent } = $from;
    const keuze = this.#isWankel && toeval.onder(3) === 0 ? 95 + toeval.onder(5) : toeval.onder(100);
    if (keuze < 40) {
      if (this.#geplant === 'achter_gewist') {
        this.#typAchterGewist(wie, from);
        return ['typen, geplant', false];
      }
      if (toeval.onder(8) === 0) tr.replaceWith(from, from, schema.text(this.#letters(5)));
      else tr.insertText(this.#letters(5), from);
      return ['typen', false];
    }
    if (keuze < 52) {
      const opEind = $from.parentOffset === parent.content.size;
      const attrs = opEind && parent.attrs.soort === 'kop' ? null : { ...parent.attrs, begin: null };
      tr.split(from, 1, [{ type: blok, attrs }]);
      return ['Enter', false];
    }
    if (keuze < 60) {
      if ($from.index(0) > 0) tr.join(begin);
      return ['samenvoegen', false];
    }
    if (keuze < 70) {
      const attrs = {
        ...parent.attrs,
        soort: toeval.kies(BLOKSOORTEN),
        niveau: 1 + toeval.onder(3),
        begin: toeval.onder(4) ? null : toeval.onder(20),
      };
      if (this.#geplant === 'soort_anders') {
        this.#maakAnders(wie, $from.index(0), attrs);
        return ['soort, geplant', false];
      }
      if (toeval.onder(2)) tr.setNodeMarkup(begin, null, attrs);
      else for (const [naam, waarde] of Object.entries(attrs)) tr.setNodeAttribute(begin, naam, waarde);
      return ['soort', false];
    }
    if (keuze < 74) {
      tr.setNodeAttribute(begin, 'diepte', toeval.onder(9));
      return ['inspringen', false];
    }
    if (keuze < 82) {
      const tot = this.#plek(tr.doc).from;
      const mark = schema.marks[toeval.kies(['strong', 'em'] as const)];
      const [a, b] = [Math.min(from, tot), Math.max(from, tot)];
      if (toeval.onder(2)) tr.addMark(a, b, mark.create());
      else tr.removeMark(a, b, mark);
      return ['opmaak', false];
    }
    if (keuze < 86) {
      const wieDan = vermelding.create({ soort: 'lid', id: `${LID}${toeval.onder(5)}` });
      tr.insert(from, toeval.onder(3) ? wieDan : breuk.create());
      return ['noemen', false];
    }
    if (keuze < 92) {
      const tot = this.#plek(tr.doc).from;
      const [a, b] = [Math.min(from, tot), Math.max(from, tot)];
      tr.delete(a, toeval.onder(2) ? b : Math.min(b, a + 6));
      return ['wissen', true];
    }
    if (keuze < 94) {
      const tot = Math.min(tr.doc.content.size - 1, from + toeval.onder(5));
      const stuk = () =>
        blok.create(
          { soort: toeval.kies(BLOKSOORTEN), diepte: toeval.onder(3) },
          schema.text(this.#letters(2)),
        );
      const open = toeval.onder(2);
      tr.replace(from, tot, new Slice(Fragment.from([stuk(), stuk()]), open, open));
      return ['plakken', true];
    }
    if (keuze < 95) {
      if (tr.doc.childCount > 1) tr.delete(begin, $from.after(1));
      return ['blok wissen', true];
    }
    if (!this.#ongedaan) return ['niets', false];
    if (keuze >= 98) {
      wie.koppeling.doeOpnieuw();
      return ['ongedaan', true];
    }
    const { doc } = wie.state;
    if (!wie.koppeling.maakOngedaan() || toeval.onder(4)) return ['ongedaan', true];
    const tussen = new Set(lettersIn(wie.state.doc));
    // Back and forth at once is as if nothing was done.
    wie.koppeling.doeOpnieuw();
    const terug = lettersIn(wie.state.doc).filter((letter) => !tussen.has(letter));
    this.#keertTerug(wie, new Set(terug), `back and forth, step ${this.#handelingen}`);
    if (!wie.state.doc.eq(doc)) this.#meld('heen_en_weer', `${doc} became ${wie.state.doc}`);
    return ['ongedaan', true];
  }

  #keertTerug({ state, gezien }: Schrijver, letters: ReadonlySet<string>, uitleg: string): void {
    this.#reeksen.keertTerug(letters, lettersEnBreuken(state.doc), gezien, uitleg);
  }

  /** Planted: as `Y.Text` does, behind all that was taken out there. */
  #typAchterGewist(wie: Schrijver, pos: number): void {
    const plaats = plaatsVan(wie.state.doc, pos);
    const letters = this.#letters(5);
    wie.doc.transact(() => wie.tekst.insert(wie.koppeling.plaats.ankers.voor(plaats), letters), 'geplant');
  }

  /** Planted: as a tree does, which makes a block that changes anew. */
  #maakAnders(wie: Schrijver, nummer: number, attrs: object): void {
    const { doc } = wie.state;
    const knoop = doc.child(nummer);
    const { ankers } = wie.koppeling.plaats;
    let plaats = 0;
    for (let n = 0; n < nummer; n += 1) plaats += doc.child(n).content.size + 1;
    const letters = knoop.textContent;
    if (letters === '' || letters.length !== knoop.content.size) return;
    wie.doc.transact(() => {
      wie.tekst.delete(ankers.achter(plaats), letters.length);
      wie.tekst.insert(ankers.voor(plaats), letters);
      const houder = houdersVan(wie.tekst)[nummer];
      if (houder instanceof Y.Map) houder.set('soort', sleutelsVanKnoop(attrs as Node['attrs']).soort);
    }, 'geplant');
  }

  #plek(doc: Node): TextSelection {
    const $plek = doc.resolve(this.#toeval.onder(doc.content.size + 1));
    return TextSelection.create(doc, TextSelection.near($plek).from);
  }

  #letters(hoogstens: number): string {
    let letters = '';
    for (let n = this.#toeval.onder(hoogstens); n >= 0; n -= 1) {
      const letter = String.fromCharCode(this.#volgendeLetter);
      this.#volgendeLetter += 1;
      this.#getypt.add(letter);
      letters += letter;
    }
    return letters;
  }

  #oordeel(): Pick<Verloop, 'uiteengelopen' | 'dubbelOngedaan'> {
    const [eerste] = this.#schrijvers;
    if (eerste === undefined) throw new Error('somebody writes');
    let uiteengelopen = 0;
    for (const wie of this.#schrijvers) {
      if (wie.doc.store.pendingStructs !== null) this.#meld('hangt', 'structs that wait for others');
      if (wie.koppeling.herstellingen > 0) this.#meld('hersteld', `${wie.koppeling.herstellingen} times`);
      if (!wie.state.doc.eq(eerste.state.doc)) uiteengelopen += 1;
    }
    const letters = lettersIn(eerste.state.doc);
    for (const fout of this.#reeksen.ertussen(letters, new Stand(eerste.tekst))) this.#meld('ertussen', fout);
    const aantallen = new Map<string, number>();
    for (const letter of letters) aantallen.set(letter, (aantallen.get(letter) ?? 0) + 1);
    for (const letter of this.#getypt) {
      if (!aantallen.has(letter) && !this.#gewist.has(letter)) this.#meld('kwijt', letter);
    }
    const dubbel = [...aantallen].filter(([, aantal]) => aantal > 1).map(([letter]) => letter);
    // Only what was deleted, and then only by undoing that, can come twice.
    const verklaard = dubbel.filter((letter) => this.#ongedaan && this.#gewist.has(letter));
    if (verklaard.length < dubbel.length) this.#meld('dubbel', dubbel.join(' '));
    return { uiteengelopen, dubbelOngedaan: verklaard.length };
  }

  #eisGelijk(wie: Schrijver, wat: string): void {
    if (!wie.zijnGelijk)
      this.#meld('verschilt', `after ${wat}: ${wie.state.doc} / ${documentVan(wie.tekst)}`);
  }

  #meld(wat: Bevinding['wat'], uitleg: string): void {
    this.#bevindingen.push({ wat, uitleg });
  }
}

function aantalVan(letter: string, letters: readonly string[]): number {
  return letters.filter((een) => een === letter).length;
}

/** Where somebody's caret is among the letters, to see whether it is still there when others' writing came in (TX5). */
class Caret {
  readonly #wie: Schrijver;
  readonly #links: string | null;
  readonly #rechts: string | null;
  readonly #leeg: unknown;
  readonly #aantal: number;
  readonly #ids: ReadonlyMap<string, Id>;

  constructor(wie: Schrijver) {
    this.#wie = wie;
    const { selection } = wie.state;
    this.#ids = new Stand(wie.tekst).ids;
    this.#links = selection.empty ? this.#letter(-1) : null;
    this.#aantal = wie.state.doc.childCount;
    const { parent, parentOffset } = selection.$head;
    this.#rechts = selection.empty && parentOffset === 0 ? this.#letter(1) : null;
    this.#leeg = selection.empty && parent.content.size === 0 ? this.#houder() : null;
  }

  /** Planted: as if it stood before what is behind it, not behind what is before it. */
  zetRechts(): void {
    const { state } = this.#wie.koppeling;
    const { $head } = state.selection;
    const volgende = $head.parentOffset < $head.parent.content.size ? $head.pos + 1 : $head.pos;
    if (state.doc.childCount === this.#aantal) return;
    this.#wie.koppeling.voerUit(state.tr.setSelection(TextSelection.create(state.doc, volgende)));
  }

  /** What is wrong with it now; null when it is where it was. */
  fout(): string | null {
    const { doc, selection } = this.#wie.state;
    if (this.#links !== null && this.#isNogHetzelfde(this.#links)) {
      const nu = this.#letter(-1);
      if (nu !== this.#links) return `stood behind ${this.#links}, stands behind ${nu}: ${doc}`;
    }
    if (this.#rechts !== null && this.#isNogHetzelfde(this.#rechts) && selection.$head.parentOffset > 0) {
      const nu = this.#letter(1);
      if (nu !== this.#rechts) return `stood before ${this.#rechts}, stands before ${nu}: ${doc}`;
    }
    if (this.#leeg instanceof Y.Map && houdersVan(this.#wie.tekst).includes(this.#leeg)) {
      if (this.#houder() !== this.#leeg) return `left its empty line: ${doc}`;
    }
    return null;
  }

  #houder(): unknown {
    return houdersVan(this.#wie.tekst)[this.#wie.state.selection.$head.index(0)];
  }

  #letter(kant: -1 | 1): string | null {
    const { $head } = this.#wie.state.selection;
    const knoop = kant === -1 ? $head.nodeBefore : $head.nodeAfter;
    const letter = knoop?.text?.at(kant === -1 ? -1 : 0) ?? '';
    return letter.match(LETTERS) === null || !this.#staatEenmaal(letter) ? null : letter;
  }

  /** Not taken out and put back in one go, as when an undo waited for what it undoes. */
  #isNogHetzelfde(letter: string): boolean {
    return this.#staatEenmaal(letter) && new Stand(this.#wie.tekst).ids.get(letter) === this.#ids.get(letter);
  }

  /** Not twice for a moment, as by an undo that overtook the deletion that it undoes: then nobody can say which. */
  #staatEenmaal(letter: string): boolean {
    return lettersIn(this.#wie.state.doc).filter((een) => een === letter).length === 1;
  }
}
