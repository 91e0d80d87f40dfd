import * as Y from 'yjs';

/** Random numbers that come out the same for the same seed (mulberry32). */
export class Toeval {
  #staat: number;

  constructor(zaad: number) {
    this.#staat = zaad >>> 0;
  }

  /** From 0 to 1. */
  deel(): number {
    this.#staat = (this.#staat + 0x6d2b79f5) >>> 0;
    let t = this.#staat;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below n. */
  onder(n: number): number {
    return Math.floor(this.deel() * n);
  }

  kies<T>(lijst: readonly T[]): T {
    const gekozen = lijst[this.onder(lijst.length)];
    if (gekozen === undefined) throw new Error('nothing to choose from');
    return gekozen;
  }
}

export const VELDEN = ['veld', 'veld-2'] as const;

/** What a client sends, and what the gate may say of it. */
export type Frame = {
  readonly update: Uint8Array;
  readonly clientId: number;
  readonly wat: 'nieuw' | 'dubbel' | 'lezer';
};

/** Somebody at an editor: a document of their own, an undo stack, and frames that wait to be sent. */
class Schrijver {
  readonly doc: Y.Doc;
  readonly undo: readonly Y.UndoManager[];
  readonly uit: Uint8Array[] = [];
  readonly in: Uint8Array[] = [];

  constructor(staat: Uint8Array, clientId: number) {
    this.doc = new Y.Doc();
    this.doc.clientID = clientId;
    this.undo = VELDEN.map(
      (veld) =>
        new Y.UndoManager(this.doc.getText(veld), {
          trackedOrigins: new Set(['eigen']),
          captureTimeout: 0,
        }),
    );
    Y.applyUpdate(this.doc, staat, 'server');
    this.doc.on('update', (update: Uint8Array, herkomst: unknown) => {
      if (herkomst !== 'server') this.uit.push(update);
    });
  }
}

/** The server as the protocol has it: applies, and sends on what its own document emitted (SY5a, SY14). */
export class Server {
  readonly doc = new Y.Doc();
  readonly emissies: Uint8Array[] = [];

  constructor() {
    for (const veld of VELDEN) this.doc.getText(veld);
    this.doc.on('update', (update: Uint8Array) => this.emissies.push(update));
    this.doc.on('afterTransaction', (transactie) => {
      transactie._needFormattingCleanup = false;
    });
  }
}

/**
 * Honest people at work, without end: typing, splitting and joining blocks, their keys, formats, mentions, pasting,
 * undo, redo, offline for a while, back with a state vector or with the frames that waited, now and then everything
 * twice. Gives each frame and the server before it is applied.
 */
export function* gesprek(toeval: Toeval, beurten: number): Generator<{ frame: Frame; server: Server }> {
  const server = new Server();
  const vergeven = new Set<number>();
  const nieuw = () => new Schrijver(Y.encodeStateAsUpdate(server.doc), nieuwClientId(toeval, vergeven));
  const schrijvers = [nieuw(), nieuw(), nieuw()];
  for (let beurt = 0; beurt < beurten; beurt += 1) {
    for (const [nummer, schrijver] of schrijvers.entries()) {
      const aantal = toeval.deel() < 0.1 ? 8 : 1;
      for (let n = 0; n < aantal; n += 1) bewerk(schrijver, toeval);
      if (toeval.deel() < 0.5) {
        for (const frame of frames(schrijver, server, toeval)) {
          yield { frame, server };
          server.emissies.length = 0;
          Y.applyUpdate(server.doc, frame.update);
          for (const ander of schrijvers) if (ander !== schrijver) ander.in.push(...server.emissies);
        }
        schrijver.uit.length = 0;
      }
      if (toeval.deel() < 0.4) {
        for (const update of schrijver.in.splice(0)) Y.applyUpdate(schrijver.doc, update, 'server');
      }
      // A new page: another client id, and whatever wasn't sent is lost.
      if (toeval.deel() < 0.01) schrijvers[nummer] = nieuw();
    }
  }
}

/** Small ones and large ones, for the numbers that are written and the order of conflicts; never one twice (SY3). */
function nieuwClientId(toeval: Toeval, vergeven: Set<number>): number {
  const id = 1 + (toeval.deel() < 0.5 ? toeval.onder(1_000) : toeval.onder(2 ** 32 - 2));
  if (vergeven.has(id)) return nieuwClientId(toeval, vergeven);
  vergeven.add(id);
  return id;
}

function frames({ doc, uit }: Schrijver, server: Server, toeval: Toeval): Frame[] {
  const clientId = doc.clientID;
  const kans = toeval.deel();
  const alles = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server.doc));
  if (uit.length === 0) return [{ update: alles, clientId, wat: 'lezer' }];
  if (kans < 0.2) return [{ update: alles, clientId, wat: 'nieuw' }];
  if (kans < 0.3) return [{ update: Y.mergeUpdates([...uit]), clientId, wat: 'nieuw' }];
  const los = uit.map((update): Frame => ({ update, clientId, wat: 'nieuw' }));
  if (kans < 0.4) return [...los, ...los.map((frame): Frame => ({ ...frame, wat: 'dubbel' }))];
  if (kans < 0.5) return [...los, { update: alles, clientId, wat: 'dubbel' }];
  if (kans < 0.6) {
    return los.map((frame) => ({
      ...frame,
      update: Y.convertUpdateFormatV2ToV1(Y.convertUpdateFormatV1ToV2(frame.update)),
    }));
  }
  return los;
}

const WOORDEN = ['a', 'zin ', 'geld', 'é', '🙂', 'x\ny', 'een langere zin over het huis. '];
const WIE = '00000000-0000-4000-8000-000000000000';

function bewerk({ doc, undo }: Schrijver, toeval: Toeval): void {
  const nummer = toeval.onder(VELDEN.length);
  const kans = toeval.deel();
  if (kans < 0.08) undo[nummer]?.undo();
  else if (kans < 0.13) undo[nummer]?.redo();
  else doc.transact(() => bewerkVeld(doc.getText(VELDEN[nummer] ?? 'veld'), toeval), 'eigen');
}

/** One edit somewhere in a text, as an editor makes them (TX2, TX3). To be called in a transaction. */
export function bewerkVeld(tekst: Y.Text, toeval: Toeval): void {
  const kans = toeval.deel();
  const blokken = leesBlokken(tekst);
  const blok = toeval.kies(blokken);
  if (kans < 0.45 || tekst.length === 0) typ(tekst, blok, toeval);
  else if (kans < 0.57) splits(tekst, blok, toeval);
  else if (kans < 0.63) voegSamen(tekst, blok);
  else if (kans < 0.75) {
    // One block, or all of them, as who selects the whole text does.
    for (const een of toeval.deel() < 0.2 ? blokken : [blok]) zetSleutels(een.houder, toeval);
  } else if (kans < 0.78) haalSleutelWeg(blok.houder, toeval);
  else {
    const van = toeval.onder(tekst.length);
    const lengte = 1 + toeval.onder(Math.min(30, tekst.length - van));
    if (kans < 0.88) tekst.format(van, lengte, merken(toeval));
    else if (kans < 0.97) tekst.delete(van, lengte);
    else plak(tekst, blok, toeval);
  }
}

/** A block: where its keys stand, its marker's index, and from where to where people write in it. */
type Blok = {
  readonly houder: Y.Text | Y.Map<unknown>;
  readonly merk: number;
  readonly van: number;
  readonly tot: number;
  /** Where its anchors end: the next marker, or the end of the text. */
  readonly eind: number;
};

function leesBlokken(tekst: Y.Text): [Blok, ...Blok[]] {
  const delta: readonly { readonly insert: unknown }[] = tekst.toDelta();
  let nu: Blok = { houder: tekst, merk: -1, van: 0, tot: 0, eind: 0 };
  const blokken: Blok[] = [];
  let index = 0;
  for (const { insert } of delta) {
    if (insert instanceof Y.Map) {
      blokken.push(nu);
      index += 1;
      nu = { houder: insert, merk: index - 1, van: index, tot: index, eind: index };
      continue;
    }
    index += typeof insert === 'string' ? insert.length : 1;
    const isAnker = typeof insert === 'object' && insert !== null && 'eind' in insert;
    nu = { ...nu, tot: isAnker ? nu.tot : index, eind: index };
  }
  const [eerste = nu, ...rest] = [...blokken, nu];
  return [eerste, ...rest];
}

function typ(tekst: Y.Text, { van, tot }: Blok, toeval: Toeval): void {
  const isLeeg = tekst.length === 0;
  // Mostly where one was: at the end.
  const plaats = toeval.deel() < 0.4 ? tot : van + toeval.onder(tot - van + 1);
  // Without formats it takes those of what stands left of it (TX8).
  if (toeval.deel() < 0.85) {
    tekst.insert(plaats, toeval.kies(WOORDEN), toeval.deel() < 0.6 ? undefined : merken(toeval));
  } else {
    const wie = { soort: toeval.kies(['lid', 'deelnemer']), id: WIE };
    tekst.insertEmbed(plaats, { vermelding: wie }, merken(toeval));
  }
  if (isLeeg) tekst.insertEmbed(tekst.length, { eind: 1 });
}

/** Enter. At a block's end the new one comes behind its anchor, so that who types there stays before it. */
function splits(tekst: Y.Text, { van, tot, eind }: Blok, toeval: Toeval): void {
  const plaats = van + toeval.onder(tot - van + 1);
  const merk = new Y.Map<unknown>();
  if (plaats === tot && eind > tot) {
    tekst.insertEmbed(eind, merk);
    tekst.insertEmbed(eind + 1, { eind: 1 });
  } else {
    tekst.insertEmbed(plaats, { eind: 1 });
    tekst.insertEmbed(plaats + 1, merk);
  }
  if (toeval.deel() < 0.4) zetSleutels(merk, toeval);
}

/** Backspace at a block's start: its marker goes, and the anchors before it. */
function voegSamen(tekst: Y.Text, { merk }: Blok): void {
  const vorig = leesBlokken(tekst).find(({ eind }) => eind === merk);
  if (vorig !== undefined) tekst.delete(vorig.tot, merk + 1 - vorig.tot);
}

/** Some blocks at once, behind one. */
function plak(tekst: Y.Text, { eind, tot }: Blok, toeval: Toeval): void {
  let index = eind;
  const zet = (embed: object) => {
    tekst.insertEmbed(index, embed);
    index += 1;
  };
  if (eind === tot) zet({ eind: 1 });
  for (let n = 0; n < 3; n += 1) {
    const merk = new Y.Map<unknown>();
    zet(merk);
    zetSleutels(merk, toeval);
    const woord = toeval.kies(WOORDEN);
    tekst.insert(index, woord, merken(toeval));
    index += woord.length;
    zet({ eind: 1 });
  }
}

function zetSleutels(houder: Blok['houder'], toeval: Toeval): void {
  const kans = toeval.deel();
  if (kans < 0.6) zetSleutel(houder, 'soort', toeval.kies(['alinea', 'kop', 'punt', 'nummer']));
  if (kans < 0.2) zetSleutel(houder, 'niveau', 1 + toeval.onder(3));
  // Tab, some times: what an undo stack keeps of one key in a row becomes one struct.
  for (let n = kans > 0.9 ? 4 : 1; kans > 0.5 && n > 0; n -= 1) zetSleutel(houder, 'diepte', toeval.onder(9));
  if (kans > 0.8) zetSleutel(houder, 'begin', toeval.kies([null, 0, 63, 64, 999_999]));
}

function zetSleutel(houder: Blok['houder'], naam: string, waarde: string | number | null): void {
  if (houder instanceof Y.Map) houder.set(naam, waarde);
  // Yjs' types want text as a value; it keeps any, and an editor gives it numbers.
  else Reflect.apply(houder.setAttribute, houder, [naam, waarde]);
}

function haalSleutelWeg(houder: Blok['houder'], toeval: Toeval): void {
  const naam = toeval.kies(['soort', 'niveau', 'diepte', 'begin']);
  if (houder instanceof Y.Map) houder.delete(naam);
  else houder.removeAttribute(naam);
}

function merken(toeval: Toeval): Record<string, true | null> {
  const merk = toeval.kies(['strong', 'em']);
  const kans = toeval.deel();
  return kans < 0.4 ? {} : { [merk]: kans < 0.7 ? true : null };
}
