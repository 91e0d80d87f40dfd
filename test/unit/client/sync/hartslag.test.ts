import { expect, test, vi } from 'vitest';
import { overkant, scherm, tot } from './overkant.ts';

// y-websocket takes its clock once, when it is loaded: so this stands before, and in a file of its own.
const klok = vi.hoisted(() => {
  const echt = Date.now;
  const verzet = { ms: 0 };
  Date.now = () => echt() + verzet.ms;
  return verzet;
});

/** Lets the clock jump, and y-websocket look at it: it does every three seconds. */
function later(ms: number): void {
  klok.ms += ms;
  vi.advanceTimersByTime(3_000);
}

test('SY12: y-websocket gives up a silent kanaal after thirty seconds, unless the line says that it lives', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const kant = await overkant();
    kant.plek('a');
    const teksten = scherm(kant.adres);
    await tot(() => expect(teksten.compartiment('a')?.stand).toBe('opgeslagen'));
    for (const naam of ['b', 'c', 'd']) {
      kant.meld({ type: 'hartslag' });
      // What comes after it on the same line says that it has come.
      kant.plek(naam);
      kant.meldZicht();
      await tot(() => expect(teksten.compartiment(naam)).toBeDefined());
      later(20_000);
    }
    const geopend = () => kant.besturing('open').filter(({ kanaal }) => kanaal === 11).length;
    expect(teksten.compartiment('a')?.stand).toBe('opgeslagen');
    expect(geopend()).toBe(1);

    later(31_000);
    await tot(() => expect(geopend()).toBe(2));
  } finally {
    vi.useRealTimers();
  }
});
