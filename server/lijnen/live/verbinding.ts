import type { Socket } from 'socket.io';
import { WebSocket } from 'ws';

/** Bytes that the process hasn't handed to the kernel yet; a packet that still waits counts as one at least. */
export function heeftOngestuurd(socket: Pick<Socket, 'conn'>): number {
  const draad = draadVan(socket);
  return (draad?.bufferedAmount ?? 0) + wachtend(socket);
}

/** Ends a connection at once: a polite close would first send what is still waiting. */
export function verbreek(socket: Pick<Socket, 'conn' | 'disconnect'>): void {
  draadVan(socket)?.terminate();
  socket.disconnect(true);
}

/** Ends a connection with a code that says why, after what was said before. */
export function sluit(socket: Pick<Socket, 'conn'>, code: number): void {
  draadVan(socket)?.close(code);
}

type Draad = Pick<WebSocket, 'bufferedAmount' | 'terminate' | 'on' | 'pong' | 'close'>;

/** The WebSocket under socket.io; its types keep it to themselves. */
export function draadVan(socket: Pick<Socket, 'conn'>): Draad | null {
  const transport: unknown = socket.conn.transport;
  const draad: unknown =
    typeof transport === 'object' && transport !== null ? Reflect.get(transport, 'socket') : null;
  return draad instanceof WebSocket ? draad : null;
}

/** Packets that engine.io still holds; its types keep them to themselves too. */
function wachtend(socket: Pick<Socket, 'conn'>): number {
  const rij: unknown = Reflect.get(socket.conn, 'writeBuffer');
  return Array.isArray(rij) ? rij.length : 0;
}
