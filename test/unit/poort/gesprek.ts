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
        new Y.UndoManager(this.doc.getXmlFragment(veld), {
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
    for (const veld of VELDEN) this.doc.getXmlFragment(veld);
    this.doc.on('update', (update: Uint8Array) => this.emissies.push(update));
    this.doc.on('afterTransaction', (transactie) => {
      transactie._needFormattingCleanup = false;
    });
  }
}

/**
 * Honest people at work, without end: typing, formatting, lists, mentions, undo, redo, offline for a while, back
 * with a state vector or with the frames that waited, now and then everything twice. `neem` gets each frame and the
 * server before it is applied.
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

function bewerk({ doc, undo }: Schrijver, toeval: Toeval): void {
  const nummer = toeval.onder(VELDEN.length);
  const kans = toeval.deel();
  if (kans < 0.08) undo[nummer]?.undo();
  else if (kans < 0.13) undo[nummer]?.redo();
  else doc.transact(() => bewerkVeld(doc.getXmlFragment(VELDEN[nummer] ?? 'veld'), toeval), 'eigen');
}

/** One edit somewhere in a text, as an editor makes them. */
export function bewerkVeld(veld: Y.XmlFragment, toeval: Toeval): void {
  const kans = toeval.deel();
  if (veld.length === 0 || kans < 0.2) {
    veld.insert(toeval.onder(veld.length + 1), [blok(toeval, 0)]);
    return;
  }
  if (kans < 0.27) {
    const plaats = toeval.onder(veld.length);
    veld.delete(plaats, Math.min(veld.length - plaats, 1 + toeval.onder(3)));
    return;
  }
  const gekozen = daalAf(veld, toeval);
  if (gekozen.nodeName.endsWith('_list')) {
    if (kans < 0.35) zetGetal(gekozen, 'order', toeval.onder(9));
    gekozen.insert(toeval.onder(gekozen.length + 1), [punt(toeval, 3)]);
  } else bewerkAlinea(gekozen, toeval);
}

function bewerkAlinea(alinea: Y.XmlElement, toeval: Toeval): void {
  const kans = toeval.deel();
  // Yjs' types want text as a value; y-prosemirror gives it numbers all the same.
  if (kans < 0.1) zetGetal(alinea, 'level', 1 + toeval.onder(6));
  else if (kans < 0.14) alinea.removeAttribute('level');
  else if (alinea.length === 0 || kans < 0.18)
    alinea.insert(toeval.onder(alinea.length + 1), [regel(toeval)]);
  else {
    const tekst = alinea.get(toeval.onder(alinea.length));
    if (!(tekst instanceof Y.XmlText)) return;
    const plaats = toeval.onder(tekst.length + 1);
    const rest = tekst.length - plaats;
    if (kans < 0.6 || rest === 0) tekst.insert(plaats, toeval.kies(WOORDEN), merken(toeval));
    else if (kans < 0.8) tekst.format(plaats, 1 + toeval.onder(rest), merken(toeval));
    else tekst.delete(plaats, 1 + toeval.onder(rest));
  }
}

function merken(toeval: Toeval): Record<string, object | null> {
  const merk = toeval.kies(['strong', 'em']);
  const kans = toeval.deel();
  return kans < 0.4 ? {} : { [merk]: kans < 0.7 ? {} : null };
}

function daalAf(veld: Y.XmlFragment, toeval: Toeval): Y.XmlElement {
  let gekozen: Y.XmlFragment = veld;
  while (gekozen.length > 0) {
    const kind = gekozen.get(toeval.onder(gekozen.length));
    if (!(kind instanceof Y.XmlElement)) break;
    gekozen = kind;
    if (['paragraph', 'heading'].includes(kind.nodeName)) break;
    if (kind.nodeName !== 'list_item' && toeval.deel() < 0.2) break;
  }
  return gekozen instanceof Y.XmlElement ? gekozen : new Y.XmlElement('none');
}

function blok(toeval: Toeval, diepte: number): Y.XmlElement {
  const kans = toeval.deel();
  if (diepte < 8 && kans < 0.25) {
    const lijst = new Y.XmlElement(kans < 0.12 ? 'bullet_list' : 'ordered_list');
    if (kans >= 0.12) zetGetal(lijst, 'order', 1);
    lijst.insert(0, [punt(toeval, diepte + 1)]);
    return lijst;
  }
  const alinea = new Y.XmlElement(kans < 0.4 ? 'heading' : 'paragraph');
  if (kans < 0.4) zetGetal(alinea, 'level', 1 + toeval.onder(3));
  const tekst = new Y.XmlText();
  tekst.insert(0, toeval.kies(WOORDEN));
  alinea.insert(0, [tekst]);
  return alinea;
}

function punt(toeval: Toeval, diepte: number): Y.XmlElement {
  const regel = new Y.XmlElement('list_item');
  regel.insert(0, [blok(toeval, diepte + 1)]);
  return regel;
}

function regel(toeval: Toeval): Y.XmlElement | Y.XmlText {
  const kans = toeval.deel();
  if (kans < 0.3) return new Y.XmlElement('hard_break');
  if (kans < 0.6) return new Y.XmlText();
  const vermelding = new Y.XmlElement('vermelding');
  vermelding.setAttribute('soort', 'deelnemer');
  vermelding.setAttribute('id', '00000000-0000-4000-8000-000000000000');
  return vermelding;
}

function zetGetal(element: Y.XmlElement, naam: string, waarde: number): void {
  Reflect.apply(Y.XmlElement.prototype.setAttribute, element, [naam, waarde]);
}
