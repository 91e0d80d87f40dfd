import { randomUUID } from 'node:crypto';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, length, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  readSyncMessage,
  writeSyncStep1,
  writeUpdate,
} from 'y-protocols/sync';
import { applyUpdate, Doc, encodeStateAsUpdate, type Text as YText } from 'yjs';
import type { Kanaalzicht, VanServer } from '../../../shared/sync/besturing.ts';
import { BESTURING, leesFrame, maakFrame } from '../../../shared/sync/frame.ts';
import { leesVeld, type Sleutels, typ } from './veldtekst.ts';

// Somebody at /sync, written by the protocol (SY1–SY15) and not by our client's code: a second opinion on it.

type Zicht = Extract<VanServer, { type: 'zicht' }>;

/** A connection to /sync/{casusId}, which remembers what it got. */
export class Synclijn {
  readonly socket: WebSocket;
  /** Control messages, in order. */
  readonly besturing: VanServer[] = [];
  /** Everything on other kanalen, in order. */
  readonly berichten: { readonly kanaal: number; readonly bericht: Uint8Array }[] = [];
  readonly teksten = new Map<number, Synctekst>();
  /** The code with which the server closed; null while open. */
  sluitcode: number | null = null;
  readonly #wachters = new Set<() => void>();

  /** @param anders what is other than usual on the socket */
  constructor(
    url: string,
    casusId: string,
    cookie: string,
    koppen: Record<string, string> = {},
    vraag = '',
    anders: Pick<ClientOptions, 'autoPong'> = {},
  ) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${casusId}${vraag}`, {
      headers: { ...(cookie === '' ? {} : { cookie }), ...koppen },
      perMessageDeflate: false,
      ...anders,
    });
    this.socket.on('message', (bytes: Buffer) => this.#ontvang(bytes));
    this.socket.on('close', (code) => {
      this.sluitcode = code;
      this.#meld();
    });
    this.socket.on('error', () => this.#meld());
  }

  /** Resolves when the condition holds; looked at again at everything that arrives. */
  async tot<T>(voorwaarde: () => T | false | null | undefined): Promise<T> {
    for (;;) {
      const gevonden = voorwaarde();
      if (gevonden !== false && gevonden !== null && gevonden !== undefined) return gevonden;
      await new Promise<void>((verder) => {
        const wachter = () => {
          this.#wachters.delete(wachter);
          verder();
        };
        this.#wachters.add(wachter);
      });
    }
  }

  /** The kanalen that the server told last. */
  get zicht(): readonly Kanaalzicht[] {
    return this.besturing.findLast((bericht): bericht is Zicht => bericht.type === 'zicht')?.kanalen ?? [];
  }

  kanaal(compartimentId: string): Kanaalzicht | undefined {
    return this.zicht.find((regel) => regel.compartiment === compartimentId);
  }

  /** Until the first `zicht`, or the end. */
  async klaar(): Promise<this> {
    await this.tot(() => this.zicht.length > 0 || this.besturing.length > 0 || this.sluitcode !== null);
    return this;
  }

  stuur(kanaal: number, bericht: Uint8Array): void {
    this.socket.send(maakFrame(kanaal, bericht));
  }

  meld(bericht: unknown): void {
    this.stuur(BESTURING, Buffer.from(JSON.stringify(bericht)));
  }

  /** Returns when the server has handled everything that was sent before (its queue keeps the order). */
  async bij(): Promise<void> {
    const voor = this.besturing.filter(({ type }) => type === 'hartslag').length;
    this.meld({ type: 'hartslag' });
    await this.tot(
      () => this.sluitcode !== null || this.besturing.filter(({ type }) => type === 'hartslag').length > voor,
    );
  }

  /**
   * Opens a compartment as y-websocket's provider would, and returns when its text is here.
   * @param schrijft whether it says under which id it is going to write
   */
  async open(
    compartimentId: string,
    doc = new Doc(),
    tijdperk: string | null = null,
    schrijft = true,
  ): Promise<Synctekst> {
    const regel = await this.tot(() => this.kanaal(compartimentId));
    const tekst = new Synctekst(this, regel.kanaal, doc);
    this.teksten.set(regel.kanaal, tekst);
    this.meld({ type: 'open', kanaal: regel.kanaal, tijdperk });
    if (schrijft && regel.niveau === 'schrijven')
      this.meld({ type: 'auteur', kanaal: regel.kanaal, clientId: doc.clientID });
    tekst.begin();
    await this.tot(() => tekst.isGeladen || tekst.einde !== null || this.sluitcode !== null);
    return tekst;
  }

  /** The cable is pulled: no goodbye. */
  trekUit(): void {
    this.socket.terminate();
  }

  sluit(): void {
    this.socket.close();
  }

  #ontvang(bytes: Buffer): void {
    for (const { kanaal, bericht } of leesFrame(bytes)) {
      if (kanaal === BESTURING) {
        const besturing: VanServer = JSON.parse(Buffer.from(bericht).toString());
        this.besturing.push(besturing);
        if ('kanaal' in besturing) this.teksten.get(besturing.kanaal)?.hoor(besturing);
      } else {
        this.berichten.push({ kanaal, bericht: Uint8Array.from(bericht) });
        this.teksten.get(kanaal)?.lees(bericht);
      }
    }
    this.#meld();
  }

  #meld(): void {
    for (const wachter of [...this.#wachters]) wachter();
  }
}

/** One open kanaal with a real Y.Doc. What is changed in `doc` with origin null is sent. */
export class Synctekst {
  readonly lijn: Synclijn;
  readonly kanaal: number;
  readonly doc: Doc;
  isGeladen = false;
  /** Updates sent since it was opened, and how many of those are stored. */
  verstuurd = 0;
  bevestigd = 0;
  gelijk = false;
  /** `geweigerd`, `opnieuw` or `sluit`, when it came. */
  einde: VanServer | null = null;
  /** Updates that came for this document, each as it was sent. */
  readonly updates: Uint8Array[] = [];
  readonly #opUpdate: (update: Uint8Array, van: unknown) => void;

  constructor(lijn: Synclijn, kanaal: number, doc: Doc) {
    this.lijn = lijn;
    this.kanaal = kanaal;
    this.doc = doc;
    this.#opUpdate = (update, van) => {
      if (van === this) return;
      this.stuurUpdate(update);
    };
    doc.on('update', this.#opUpdate);
  }

  begin(): void {
    const bericht = createEncoder();
    writeVarUint(bericht, 0);
    writeSyncStep1(bericht, this.doc);
    this.lijn.stuur(this.kanaal, toUint8Array(bericht));
  }

  stuurUpdate(update: Uint8Array): void {
    const bericht = createEncoder();
    writeVarUint(bericht, 0);
    writeUpdate(bericht, update);
    this.verstuurd += 1;
    if (this.lijn.socket.readyState === WebSocket.OPEN) this.lijn.stuur(this.kanaal, toUint8Array(bericht));
  }

  /** Sends an awareness message with these entries as they are. */
  stuurCursors(staten: readonly { clientId: number; klok: number; staat: unknown }[]): void {
    const inhoud = createEncoder();
    writeVarUint(inhoud, staten.length);
    for (const { clientId, klok, staat } of staten) {
      writeVarUint(inhoud, clientId);
      writeVarUint(inhoud, klok);
      writeVarUint8Array(inhoud, Buffer.from(JSON.stringify(staat)));
    }
    const bericht = createEncoder();
    writeVarUint(bericht, 1);
    writeVarUint8Array(bericht, toUint8Array(inhoud));
    this.lijn.stuur(this.kanaal, toUint8Array(bericht));
  }

  /** Adds a block at the end. */
  typ(veldId: string, tekst: string, sleutels: Sleutels = {}): void {
    typ(this.doc, veldId, tekst, sleutels);
  }

  veld(veldId: string): YText {
    return this.doc.getText(veldId);
  }

  /** The text of a veld, each block between tags. */
  tekst(veldId: string): string {
    return leesVeld(this.veld(veldId));
  }

  /** Until everything that was sent is called stored, or the kanaal ended. */
  async opgeslagen(): Promise<void> {
    await this.lijn.tot(
      () => this.bevestigd >= this.verstuurd || this.einde !== null || this.lijn.sluitcode !== null,
    );
  }

  /** Until the text holds this. */
  async leest(veldId: string, stuk: string): Promise<void> {
    await this.lijn.tot(
      () => this.tekst(veldId).includes(stuk) || this.einde !== null || this.lijn.sluitcode !== null,
    );
  }

  hoor(bericht: VanServer): void {
    if (bericht.type === 'opgeslagen') {
      if ('gelijk' in bericht) this.gelijk = true;
      else this.bevestigd = bericht.t;
    } else if (bericht.type === 'geweigerd' || bericht.type === 'opnieuw' || bericht.type === 'sluit') {
      this.einde = bericht;
      this.doc.off('update', this.#opUpdate);
    }
  }

  lees(bytes: Uint8Array): void {
    const lezer = createDecoder(bytes);
    if (readVarUint(lezer) !== 0) return;
    const antwoord = createEncoder();
    writeVarUint(antwoord, 0);
    const soort = readSyncMessage(lezer, antwoord, this.doc, this);
    if (soort === messageYjsSyncStep2) this.isGeladen = true;
    if (soort !== messageYjsSyncStep1 && soort !== messageYjsSyncStep2)
      this.updates.push(Uint8Array.from(bytes));
    if (length(antwoord) > 1) this.lijn.stuur(this.kanaal, toUint8Array(antwoord));
  }
}

/** A line that the test ends by itself. */
export async function lijnVoorTest(
  url: string,
  casusId: string,
  wie: { readonly cookie: string },
  vraag = '',
): Promise<Synclijn> {
  const lijn = new Synclijn(url, casusId, wie.cookie, {}, vraag);
  onTestFinished(() => lijn.trekUit());
  return await lijn.klaar();
}

/** `?lijn=…&na=…` as a client says it at its next connection. */
export function vervolg(vorige: string | null): { naam: string; vraag: string } {
  const naam = randomUUID();
  return { naam, vraag: `?lijn=${naam}${vorige === null ? '' : `&na=${vorige}`}` };
}

/** A copy of a document, as a tab that was left open has it. */
export function kopieVan(doc: Doc): Doc {
  const kopie = new Doc();
  applyUpdate(kopie, encodeStateAsUpdate(doc), 'kopie');
  return kopie;
}
