import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';

/** So many connections may stand at the door at once: who finds it full asks again after one second, three, seven. */
export const WACHTKAMER = 4_096;

/** Gives back each handle that it gets, and ends when nobody asks any more. */
const SPIEGEL = "process.on('message', (_, handle) => process.send('', handle));";

/**
 * Has more than one socket listen at the door that a server listens at. A round of the process's loop takes in one
 * connection for each (libuv since 1.45), so that with one socket, beside who makes many, somebody who must come in stood
 * there for minutes (docs/performance.md). A process hands a socket to another as a copy; so a process that hands
 * back what it gets makes one of our own. They close with the server.
 *
 * @param http listens already
 * @param extra how many more
 * @throws when there is no other process to be had; then the server listens as it did
 */
export async function openDeuren(http: HttpServer, extra: number): Promise<() => void> {
  const spiegel = spawn(process.execPath, ['-e', SPIEGEL], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const mislukt = once(spiegel, 'exit').then(() => {
    throw new Error('no process to copy a socket with');
  });
  // Also when it is told before it is waited for, and when it ends because we are done.
  mislukt.catch(() => undefined);
  const buren: Server[] = [];
  try {
    // As the socket itself: as a server it would take in connections over there.
    const deur = Reflect.get(http, '_handle');
    for (let n = 0; n < extra; n += 1) {
      const terug = once(spiegel, 'message');
      spiegel.send('', deur);
      const [, handle] = await Promise.race([terug, mislukt]);
      // What `http` says of its own connections.
      const buur = new Server({ allowHalfOpen: true, noDelay: true }, (verbinding) =>
        http.emit('connection', verbinding),
      );
      buur.listen(handle, WACHTKAMER);
      buren.push(buur);
    }
    return () => {
      for (const buur of buren) buur.close();
    };
  } finally {
    spiegel.disconnect();
  }
}
