import { readFileSync } from 'node:fs';

// Loaded before the server in each server process alike: answers what it has used when the bench asks.
process.on('message', (woord) => {
  if (woord !== 'meet') return;
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, rss, heap: heapUsed, geschreven: geschreven() });
});
/** Bytes that this process had written to a disk, also those that are still on their way there; null where Linux doesn't tell. */
function geschreven() {
  try {
    return Number(/^write_bytes: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? Number.NaN);
  } catch {
    return null;
  }
}
// It is no reason for a server to stay when it stops.
process.channel.unref();
