import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';
import type { Budget } from '../../kern/budget.ts';
import { Emmer } from '../../kern/emmer.ts';
import { beantwoordPings } from '../pings.ts';
import { draadVan, heeftOngestuurd } from './verbinding.ts';

/** What a connection of /live may take: settings with these defaults. */
export const LIVEMATEN = {
  /** Messages of any kind a second, and how many at once: a page sends one for each casus that it shows, and pongs. */
  berichtenPerSeconde: 10,
  berichtenOpslag: 300,
  /** Of one message, in bytes. */
  bericht: 10_000,
  /** What may be left unread, in bytes, before it is disconnected; it catches up on reconnecting (SY11). */
  ongelezen: 1_000_000,
} as const;

type Verbinding = Socket['conn'];

/**
 * ST5: bounds what each connection may send, and what is kept for who doesn't read it: events, acknowledgements, errors
 * and handshakes alike. On the connection itself, so from before anybody signed in.
 */
export function begrens(
  io: Pick<Server, 'engine'>,
  nu: () => number,
  budgetVan: (verzoek: IncomingMessage) => { readonly budget: Budget; readonly nu: () => number },
  bijFout: (fout: unknown) => void,
): void {
  /** ST4: what it throws ends this connection; nobody else stands between it and the process. */
  const alleenDeze = (verbinding: Verbinding, doe: () => void): void => {
    try {
      doe();
    } catch (fout) {
      bijFout(fout);
      verbreekVerbinding(verbinding);
    }
  };
  const houdIn = (verbinding: Verbinding): void => {
    // ST6: over all connections of this person as well.
    const { budget, nu: budgetNu } = budgetVan(verbinding.request);
    const emmer = new Emmer(LIVEMATEN.berichtenPerSeconde, LIVEMATEN.berichtenOpslag, nu());
    const socket = { conn: verbinding };
    const draad = draadVan(socket);
    if (draad !== null) beantwoordPings(draad);
    verbinding.on('packet', () =>
      alleenDeze(verbinding, () => {
        if (!emmer.neem(nu()) || !budget.live.neem(budgetNu())) verbreekVerbinding(verbinding);
      }),
    );
    // Before it is put in line.
    verbinding.on('packetCreate', () =>
      alleenDeze(verbinding, () => {
        if (heeftOngestuurd(socket) > LIVEMATEN.ongelezen) verbreekVerbinding(verbinding);
      }),
    );
  };
  io.engine.on('connection', (verbinding: Verbinding) => alleenDeze(verbinding, () => houdIn(verbinding)));
}

/** At once: a polite close would first send what is still waiting. */
function verbreekVerbinding(verbinding: Verbinding): void {
  draadVan({ conn: verbinding })?.terminate();
  verbinding.close(true);
}
