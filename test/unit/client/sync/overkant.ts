import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { onTestFinished, vi } from 'vitest';
import { type WebSocket as Draad, WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { Teksten, type Tekstopties } from '../../../../client/sync/teksten.ts';
import type { Kanaalzicht, VanClient, VanServer } from '../../../../shared/sync/besturing.ts';
import { BESTURING, leesFrame, maakFrame } from '../../../../shared/sync/frame.ts';
import { KALE_ALINEA } from '../../../../shared/tekst/blok.ts';
import { leesBlokken } from '../../../../shared/tekst/lezen.ts';
import { alsRegels } from '../../../../shared/tekst/platte-tekst.ts';
import { voegAchteraan } from '../../../../shared/tekst/schrijven.ts';

// Each provider of y-websocket listens for the end of the process, and a test has many.
process.setMaxListeners(0);

/** What came in, in order. */
export type Ontvangen =
  | { readonly besturing: VanClient }
  | { readonly kanaal: number; readonly soort: string; readonly bytes: Uint8Array };

/**
 * The other side of the line: a real WebSocket server that speaks the protocol, of one person. What it holds back
 * or says out of turn a test decides.
 */
export class Overkant {
  readonly adres: string;
  readonly ontvangen: Ontvangen[] = [];
  /** What every connection asked for, and how many berichten each message held. */
  readonly adressen: URL[] = [];
  readonly bundels: number[] = [];
  readonly docs = new Map<string, Y.Doc>();
  kanalen: Kanaalzicht[] = [];
  /** Whether it says what is on disk. */
  bevestigt = true;
  /** Whether it has anything to say on a kanaal that is opened. */
  antwoordt = true;
  /** Whether it answers a heartbeat. */
  klopt = true;
  /** Instead of taking a connection, closes it with this. */
  weigertLijn: number | null = null;
  /** Instead of opening a kanaal, closes it with this. */
  weigertKanaal: number | null = null;
  #open = new Set<number>();
  #tellers = new Map<number, number>();
  #draad: Draad | null = null;
  readonly #server: WebSocketServer;

  constructor(server: WebSocketServer) {
    this.#server = server;
    // It listens on a port of this machine, not on a pipe.
    this.adres = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (draad, verzoek) => this.#verbind(draad, verzoek));
  }

  /** A compartment that may be opened, with its document. */
  plek(naam: string, deel: Partial<Kanaalzicht> = {}): Y.Doc {
    const doc = new Y.Doc();
    this.docs.set(naam, doc);
    this.kanalen = [
      ...this.kanalen,
      { kanaal: this.kanalen.length + 11, compartiment: naam, niveau: 'schrijven', tijdperk: 't1', ...deel },
    ];
    // As the server does (SY14).
    doc.on('afterTransaction', (transactie) => {
      transactie._needFormattingCleanup = false;
    });
    doc.on('update', (update: Uint8Array, herkomst: unknown) => {
      const zicht = this.zichtVan(naam);
      if (herkomst !== 'client' && zicht !== undefined && this.#open.has(zicht.kanaal)) {
        this.#stuur(zicht.kanaal, sync(2, update));
      }
    });
    return doc;
  }

  zichtVan(naam: string): Kanaalzicht | undefined {
    return this.kanalen.find(({ compartiment }) => compartiment === naam);
  }

  /** Changes what may be seen, and says so. */
  zet(naam: string, deel: Partial<Kanaalzicht> | null): void {
    this.kanalen = this.kanalen.flatMap((zicht) =>
      zicht.compartiment !== naam ? [zicht] : deel === null ? [] : [{ ...zicht, ...deel }],
    );
    this.meldZicht();
  }

  meldZicht(): void {
    this.meld({ type: 'zicht', kanalen: this.kanalen });
  }

  meld(bericht: VanServer): void {
    if ('kanaal' in bericht && bericht.type !== 'opgeslagen') this.#open.delete(bericht.kanaal);
    this.#stuur(BESTURING, Buffer.from(JSON.stringify(bericht)));
  }

  /** Bytes on a kanaal. */
  stuurOp(kanaal: number, bericht: Uint8Array): void {
    this.#stuur(kanaal, bericht);
  }

  /** Ends the connection as a network does. */
  breekAf(): void {
    this.#draad?.terminate();
    this.#draad = null;
  }

  sluitLijn(code: number): void {
    this.#draad?.close(code);
    this.#draad = null;
  }

  besturing<Soort extends VanClient['type']>(soort: Soort): Extract<VanClient, { type: Soort }>[] {
    return this.ontvangen.flatMap((wat) =>
      // What has this type is of this kind.
      'besturing' in wat && wat.besturing.type === soort ? [wat.besturing as never] : [],
    );
  }

  op(kanaal: number, soort: string): Uint8Array[] {
    return this.ontvangen.flatMap((wat) =>
      'kanaal' in wat && wat.kanaal === kanaal && wat.soort === soort ? [wat.bytes] : [],
    );
  }

  async sluit(): Promise<void> {
    for (const draad of this.#server.clients) draad.terminate();
    await new Promise<void>((klaar) => this.#server.close(() => klaar()));
  }

  #verbind(draad: Draad, verzoek: IncomingMessage): void {
    this.adressen.push(new URL(verzoek.url ?? '', this.adres));
    draad.on('error', () => {});
    if (this.weigertLijn !== null) {
      draad.close(this.weigertLijn);
      return;
    }
    this.#draad = draad;
    this.#open.clear();
    draad.on('message', (bytes: Buffer) => {
      const berichten = leesFrame(bytes);
      this.bundels.push(berichten.length);
      for (const { kanaal, bericht } of berichten) {
        // The types of the contract hold for what our own client sends.
        if (kanaal === BESTURING) this.#besturing(JSON.parse(Buffer.from(bericht).toString()) as VanClient);
        else this.#bericht(kanaal, bericht);
      }
    });
    this.meldZicht();
  }

  #besturing(bericht: VanClient): void {
    this.ontvangen.push({ besturing: bericht });
    if (bericht.type === 'hartslag' && this.klopt) this.meld({ type: 'hartslag' });
    if (bericht.type === 'sluit') this.#open.delete(bericht.kanaal);
    if (bericht.type !== 'open') return;
    if (this.weigertKanaal !== null) {
      this.meld({ type: 'sluit', kanaal: bericht.kanaal, code: this.weigertKanaal });
      return;
    }
    const doc = this.#docVan(bericht.kanaal);
    if (doc === undefined) {
      this.meld({ type: 'sluit', kanaal: bericht.kanaal, code: 4403 });
      return;
    }
    if (!this.antwoordt) return;
    this.#open.add(bericht.kanaal);
    this.#tellers.set(bericht.kanaal, 0);
    this.#stuur(bericht.kanaal, sync(0, Y.encodeStateVector(doc)));
  }

  #bericht(kanaal: number, bericht: Uint8Array): void {
    const decoder = createDecoder(bericht);
    const aard = readVarUint(decoder);
    if (aard === 1) {
      this.ontvangen.push({ kanaal, soort: 'aanwezigheid', bytes: bericht.slice() });
      return;
    }
    const soort = readVarUint(decoder);
    const bytes = readVarUint8Array(decoder).slice();
    this.ontvangen.push({ kanaal, soort: ['stap1', 'stap2', 'update'][soort] ?? 'anders', bytes });
    const doc = this.#docVan(kanaal);
    if (doc === undefined || !this.#open.has(kanaal)) return;
    if (soort === 0) {
      this.#stuur(kanaal, sync(1, Y.encodeStateAsUpdate(doc, bytes)));
      return;
    }
    if (!this.bevestigt) return;
    Y.applyUpdate(doc, bytes, 'client');
    if (soort === 1) this.meld({ type: 'opgeslagen', kanaal, gelijk: true });
    else {
      const t = (this.#tellers.get(kanaal) ?? 0) + 1;
      this.#tellers.set(kanaal, t);
      this.meld({ type: 'opgeslagen', kanaal, t });
    }
  }

  #docVan(kanaal: number): Y.Doc | undefined {
    return this.docs.get(this.kanalen.find((zicht) => zicht.kanaal === kanaal)?.compartiment ?? '');
  }

  #stuur(kanaal: number, bericht: Uint8Array): void {
    this.#draad?.send(maakFrame(kanaal, bericht));
  }
}

export async function overkant(): Promise<Overkant> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((klaar) => server.on('listening', () => klaar()));
  const kant = new Overkant(server);
  onTestFinished(() => kant.sluit());
  return kant;
}

/** A screen of one person on a casus, in this process; fast where a page is slow. */
export function scherm(adres: string, opties: Partial<Tekstopties> = {}, cookie?: string): Teksten {
  const teksten = new Teksten({
    casusId: 'casus',
    opVerandering: () => {},
    ...opties,
    omgeving: { ...omgeving(adres, cookie), rustMs: 60_000, pauzeMs: 100, ...opties.omgeving },
  });
  onTestFinished(() => teksten.stop());
  teksten.start();
  return teksten;
}

export function omgeving(adres: string, cookie?: string) {
  return {
    // ws is what a browser's WebSocket is, and takes a cookie where a browser has its own.
    maakSocket: (url: string) =>
      new WebSocket(
        url,
        cookie === undefined ? {} : { headers: { cookie } },
      ) as unknown as globalThis.WebSocket,
    adres: () => adres,
    uuid: randomUUID,
    venster: new EventTarget(),
    wachtMin: 20,
    wachtMax: 200,
  };
}

export function tot(klopt: () => void): Promise<void> {
  return vi.waitFor(klopt, { timeout: 10_000, interval: 5 });
}

/** Puts a paragraph at the end, as the editor would; in an empty text it is the first. */
export function typAlinea(veld: Y.Text, tekst: string): void {
  const inhoud = [{ soort: 'tekst' as const, tekst, strong: false, em: false }];
  veld.doc?.transact(() => voegAchteraan(veld, [{ ...KALE_ALINEA, inhoud }]));
}

/** What stands in a veld, a line a block. */
export function leesVeld(doc: Y.Doc, veld = 'v1'): string {
  return alsRegels(leesBlokken(doc.getText(veld)), () => '@').join('\n');
}

function sync(soort: number, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, 0);
  writeVarUint(encoder, soort);
  writeVarUint8Array(encoder, bytes);
  return toUint8Array(encoder);
}
