import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding';
import type { WebSocket } from 'ws';
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { Doc, UndoManager } from 'yjs';
import type { VanServer } from '../../../shared/sync/besturing.ts';
import { BESTURING, leesFrame, maakFrame } from '../../../shared/sync/frame.ts';

// People behind lines that are slow, break off and come back, in a time that the test moves itself: what no test over
// real sockets can repeat. The server's half is the product's own.

/** What the server's half needs of a WebSocket; what is sent travels through `Draad`. */
export type Sokkel = Pick<WebSocket, 'send' | 'close' | 'terminate' | 'ping' | 'bufferedAmount'>;

/** Bytes under way in one direction, in order, each with the moment at which it arrives. */
export class Draad {
  #onderweg: { op: number; bytes: Uint8Array }[] = [];
  #laatste = 0;

  stuur(bytes: Uint8Array, op: number): void {
    // TCP keeps the order, whatever each would have taken by itself.
    this.#laatste = Math.max(this.#laatste, op);
    this.#onderweg.push({ op: this.#laatste, bytes });
  }

  neem(nu: number): Uint8Array[] {
    const er = this.#onderweg.filter(({ op }) => op <= nu);
    this.#onderweg = this.#onderweg.slice(er.length);
    return er.map(({ bytes }) => bytes);
  }

  get isLeeg(): boolean {
    return this.#onderweg.length === 0;
  }
}

/** One tab with a text in it: types whether there is a line or not. */
export class Tab {
  readonly doc = new Doc();
  readonly undo: readonly UndoManager[];
  readonly velden: readonly string[];
  readonly kanaal: number;
  readonly tijdperk: string;
  /** Towards the server and back; null without a line. */
  heen: Draad | null = null;
  terug: Draad | null = null;
  /** Updates that were sent on this line, and how many of those the server called stored. */
  verstuurd = 0;
  bevestigd = 0;
  gelijk = false;
  readonly gehoord: VanServer[] = [];
  #vertraging: () => number = () => 0;
  #nu = 0;

  constructor(velden: readonly string[], kanaal: number, tijdperk: string) {
    this.velden = velden;
    this.kanaal = kanaal;
    this.tijdperk = tijdperk;
    this.undo = velden.map(
      (veld) =>
        new UndoManager(this.doc.getText(veld), {
          trackedOrigins: new Set(['eigen']),
          captureTimeout: 0,
        }),
    );
    this.doc.on('update', (update: Uint8Array, van: unknown) => {
      if (van === 'server' || this.heen === null) return;
      const bericht = createEncoder();
      writeVarUint(bericht, 0);
      writeUpdate(bericht, update);
      this.verstuurd += 1;
      this.#stuur(this.kanaal, toUint8Array(bericht));
    });
  }

  /** Opens the kanaal over a new line, as y-websocket does: tells its id, and asks for what it lacks. */
  verbind(heen: Draad, terug: Draad, vertraging: () => number, nu: number, isVers: boolean): void {
    this.heen = heen;
    this.terug = terug;
    this.#vertraging = vertraging;
    this.#nu = nu;
    this.verstuurd = 0;
    this.bevestigd = 0;
    this.gelijk = false;
    this.#meld({ type: 'open', kanaal: this.kanaal, tijdperk: isVers ? null : this.tijdperk });
    this.#meld({ type: 'auteur', kanaal: this.kanaal, clientId: this.doc.clientID });
    const bericht = createEncoder();
    writeVarUint(bericht, 0);
    writeSyncStep1(bericht, this.doc);
    this.#stuur(this.kanaal, toUint8Array(bericht));
  }

  /** The line is gone, with all that was on it. */
  verbreek(): void {
    this.heen = null;
    this.terug = null;
  }

  /** Takes in what has arrived. */
  lees(nu: number): void {
    this.#nu = nu;
    for (const bytes of this.terug?.neem(nu) ?? []) {
      for (const { kanaal, bericht } of leesFrame(bytes)) {
        if (kanaal === BESTURING) this.#hoor(JSON.parse(Buffer.from(bericht).toString()));
        else this.#lees(bericht);
      }
    }
  }

  /** Whether the server said that all of it is stored. */
  get isOpgeslagen(): boolean {
    return this.heen !== null && this.gelijk && this.bevestigd === this.verstuurd;
  }

  #hoor(bericht: VanServer): void {
    this.gehoord.push(bericht);
    if (bericht.type !== 'opgeslagen') return;
    if ('gelijk' in bericht) this.gelijk = true;
    else this.bevestigd = bericht.t;
  }

  #lees(bytes: Uint8Array): void {
    const lezer = createDecoder(bytes);
    if (readVarUint(lezer) !== 0) return;
    const antwoord = createEncoder();
    writeVarUint(antwoord, 0);
    const soort = readSyncMessage(lezer, antwoord, this.doc, 'server');
    if (soort !== messageYjsSyncStep2 && length(antwoord) > 1)
      this.#stuur(this.kanaal, toUint8Array(antwoord));
  }

  #meld(bericht: unknown): void {
    this.#stuur(BESTURING, Buffer.from(JSON.stringify(bericht)));
  }

  #stuur(kanaal: number, bericht: Uint8Array): void {
    this.heen?.stuur(maakFrame(kanaal, bericht), this.#nu + this.#vertraging());
  }
}
