import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { expect } from 'vitest';
import { writeUpdate } from 'y-protocols/sync';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { VanClient, VanServer } from '../../shared/sync/besturing.ts';
import { BESTURING, leesFrame, maakFrame } from '../../shared/sync/frame.ts';
import { type Blok, KALE_ALINEA } from '../../shared/tekst/blok.ts';
import { voegAchteraan } from '../../shared/tekst/schrijven.ts';
import type { Persoon } from './opstelling.ts';

const SYNC = 0;

// What somebody can do who opens the developer tools of their own browser: a line of their own beside the page's,
// under the page's session; and other bytes over the page's own line.

/** What a raw line keeps in the page that opened it. */
interface Inpagina {
  socket: WebSocket;
  binnen: number[][];
  code: number | null;
}

/** A second line from somebody's page, under their own session. */
export interface Draad {
  stuur(bytes: Uint8Array): Promise<void>;
  zeg(bericht: VanClient): Promise<void>;
  /** Berichten of y-websocket that came over a kanaal. */
  opKanaal(kanaal: number): Promise<Uint8Array[]>;
  gehoord(): Promise<VanServer[]>;
  /** The code of the close; null while it is open. */
  code(): Promise<number | null>;
}

export async function rauweDraad({ page }: Persoon, casusId: string): Promise<Draad> {
  const greep = await page.evaluateHandle((id): Promise<Inpagina> => {
    const socket = new WebSocket(
      `${location.origin.replace('http', 'ws')}/sync/${id}?lijn=${crypto.randomUUID()}`,
    );
    socket.binaryType = 'arraybuffer';
    const draad: Inpagina = { socket, binnen: [], code: null };
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => draad.binnen.push([...new Uint8Array(data)]);
    socket.onclose = ({ code }) => {
      draad.code = code;
    };
    return new Promise((klaar) => {
      socket.onopen = () => klaar(draad);
    });
  }, casusId);
  const binnen = async () =>
    (await greep.evaluate((draad) => draad.binnen)).flatMap((bytes) => leesFrame(Uint8Array.from(bytes)));
  const stuur = (bytes: Uint8Array) =>
    greep.evaluate((draad, getallen) => draad.socket.send(Uint8Array.from(getallen)), [...bytes]);
  return {
    stuur,
    zeg: (bericht) => stuur(maakFrame(BESTURING, new TextEncoder().encode(JSON.stringify(bericht)))),
    opKanaal: async (kanaal) =>
      (await binnen()).filter((deel) => deel.kanaal === kanaal).map(({ bericht }) => bericht),
    gehoord: async () =>
      (await binnen())
        .filter(({ kanaal }) => kanaal === BESTURING)
        // What our own server says on this kanaal.
        .map(({ bericht }) => JSON.parse(new TextDecoder().decode(bericht)) as VanServer),
    code: () => greep.evaluate((draad) => draad.code),
  };
}

/** The kanaal of a compartment, as the server tells this person. */
export async function kanaalVan(draad: Draad, compartimentId: string | undefined): Promise<number> {
  let kanaal: number | undefined;
  await expect
    .poll(async () => {
      for (const bericht of await draad.gehoord()) {
        if (bericht.type !== 'zicht') continue;
        kanaal = bericht.kanalen.find(({ compartiment }) => compartiment === compartimentId)?.kanaal;
      }
      return kanaal;
    })
    .toBeDefined();
  return kanaal ?? 0;
}

/** Sends these bytes over the page's own line, just before the next thing that the page says itself. */
export async function smokkel({ page }: Persoon, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    (getallen) => {
      const echt = WebSocket.prototype.send;
      WebSocket.prototype.send = function (this: WebSocket, inhoud) {
        if (this.url.includes('/sync/')) {
          WebSocket.prototype.send = echt;
          echt.call(this, Uint8Array.from(getallen));
        }
        echt.call(this, inhoud);
      };
    },
    [...bytes],
  );
}

/** A line that hears and can't speak: what this page says reaches nobody. @returns what gives it its voice back */
export async function verstom({ page }: Persoon): Promise<() => Promise<void>> {
  const echt = await page.evaluateHandle(() => {
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = () => {};
    return send;
  });
  return () =>
    echt.evaluate((send) => {
      WebSocket.prototype.send = send;
    });
}

/** A paragraph without anything to it. */
export function alinea(tekst: string): Blok {
  return { ...KALE_ALINEA, inhoud: [{ soort: 'tekst', tekst, strong: false, em: false }] };
}

/** An update that adds a paragraph, made without knowing the text. */
export function wijziging(veldId: string, zin: string): { doc: Doc; bericht: Uint8Array } {
  const doc = new Doc();
  voegAchteraan(doc.getText(veldId), [alinea(zin)]);
  return { doc, bericht: syncBericht(encodeStateAsUpdate(doc)) };
}

/** It as a message of y-protocols. */
export function syncBericht(update: Uint8Array): Uint8Array {
  const schrijver = createEncoder();
  writeVarUint(schrijver, SYNC);
  writeUpdate(schrijver, update);
  return toUint8Array(schrijver);
}
