import { getHeapSnapshot } from 'node:v8';

/**
 * Which of these words stand in this process' heap, after a garbage collection. They come in hexadecimal, so that
 * asking doesn't put them there; bytes outside the heap are not in a snapshot.
 */
export async function inGeheugen(woordenInHex: readonly string[]): Promise<boolean[]> {
  // The process is started with --expose-gc.
  globalThis.gc?.();
  await new Promise<void>((klaar) => void setImmediate(klaar));
  globalThis.gc?.();
  const woorden = woordenInHex.map((hex) => Buffer.from(hex, 'hex'));
  const langste = Math.max(...woorden.map(({ length }) => length));
  const gevonden = woorden.map(() => false);
  let rest = Buffer.alloc(0);
  for await (const deel of getHeapSnapshot()) {
    // What a heap snapshot streams is bytes or text of ASCII.
    const bytes = Buffer.concat([rest, Buffer.from(deel as Uint8Array | string)]);
    woorden.forEach((woord, i) => {
      if (bytes.includes(woord)) gevonden[i] = true;
    });
    rest = bytes.subarray(Math.max(0, bytes.length - langste));
  }
  return gevonden;
}

/** Answers what the parent asks, in order. */
export function beantwoord<Vraag>(doe: (vraag: Vraag) => unknown): void {
  let eerder: Promise<unknown> = Promise.resolve();
  process.on('message', (vraag) => {
    // The test that started this process asks nothing else.
    eerder = eerder.then(async () => process.send?.({ antwoord: await doe(vraag as Vraag) }));
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ antwoord: 'klaar' });
}
