import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';

/**
 * A WebSocket server whose sockets don't answer a ping by themselves: a pong for each, to somebody who doesn't read,
 * would pile up in memory (ST5). `beantwoordPings` answers them.
 */
export class WebSocketServerZonderPong extends WebSocketServer {
  constructor(keuzes: ServerOptions) {
    super({ ...keuzes, autoPong: false });
  }
}

/** Answers a ping when all that was said before has gone out, and not at all when something waits. */
export function beantwoordPings(socket: Pick<WebSocket, 'on' | 'pong' | 'bufferedAmount'>): void {
  socket.on('ping', (inhoud: Buffer) => {
    if (socket.bufferedAmount === 0) socket.pong(inhoud);
  });
}
