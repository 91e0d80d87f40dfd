import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded before the server in each server process alike: answers what it has used when the bench asks.
process.on('message', (woord) => {
  if (woord === 'geheugen') process.send(inGebruik());
  if (woord !== 'meet') return;
  const { rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, rss, geschreven: geschreven(), stil: stil() });
});

/** Bytes that are held on to: on the heap and outside of it, after a collection, for what nobody uses says nothing. */
function inGebruik() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * How long the loop had work and yet stood still, since the process began, in ms: it didn't wait for something to do, had
 * no processor and wasn't waiting for one. For a server that writes within its loop that is the disk. Null where Linux
 * doesn't tell.
 */
function stil() {
  try {
    const [opProcessor, wachtOpProcessor] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8')
      .split(' ')
      .map((ns) => Number(ns) / 1e6);
    return performance.eventLoopUtilization().active - opProcessor - wachtOpProcessor;
  } catch {
    return null;
  }
}

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
