import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { Kanaal, Lijn } from '../../../server/lijnen/sync/lijn.ts';
import { Zaal } from '../../../server/lijnen/sync/zaal.ts';
import { Kamer } from '../../../server/teksten/kamer.ts';

type Sokkel = Pick<WebSocket, 'send' | 'close' | 'terminate' | 'bufferedAmount'>;

/** A line, and what its socket was told. */
function opstelling() {
  const verteld: string[] = [];
  const sokkel: Sokkel = {
    bufferedAmount: 0,
    send: () => verteld.push('bericht'),
    close: (code) => verteld.push(`dicht ${code}`),
    terminate: () => verteld.push('verbroken'),
  };
  // Only what `Sokkel` names is used of it here.
  const lijn = new Lijn(sokkel as WebSocket, { sessieId: 's', persoonId: 'm' }, 'casus', null, 0, (fout) => {
    throw fout;
  });
  return { verteld, lijn };
}

function kanaal(schrijft: boolean): Kanaal {
  const bewaard = { beeld: null, beeldTot: 0, wijzigingen: [], laatste: 0, auteurs: new Map() };
  const kamer = new Kamer({ id: 'plek', tijdperk: 't' }, 'casus', new Set(), bewaard, 0);
  return new Kanaal(opstelling().lijn, new Zaal<Kanaal>(kamer, () => 0), 1, schrijft);
}

describe('a kanaal', () => {
  test('SY4a: sets aside until step 2 has come, and not after', () => {
    const een = kanaal(true);

    expect(een.legOpzij()).toBe(true);
    een.kreegStap2();

    expect(een.legOpzij()).toBe(false);
  });

  test('SY4a SY5: what was set aside keeps all from being called stored until step 2 brings it', () => {
    const een = kanaal(true);
    expect(een.magBevestigen).toBe(true);

    een.legOpzij();
    expect(een.magBevestigen).toBe(false);

    een.kreegStap2();
    expect(een.magBevestigen).toBe(true);
  });

  test('SY4a SY5: also when its level drops and comes back before step 2', () => {
    const een = kanaal(true);
    een.legOpzij();

    expect(een.zetNiveau(false)).toBe('daalt');
    expect(een.zetNiveau(true)).toBe('wint');

    expect(een.magBevestigen).toBe(false);
  });

  test('SY6: who becomes a writer again is asked for step 2 anew, and what doesn’t connect waits for it', () => {
    const een = kanaal(true);
    een.kreegStap2();

    een.zetNiveau(false);
    expect(een.schrijft).toBe(false);
    een.zetNiveau(true);

    expect(een.schrijft).toBe(true);
    expect(een.legOpzij()).toBe(true);
  });

  test('SY14: of a reader nothing is set aside; the same level again changes nothing', () => {
    const een = kanaal(false);

    expect(een.legOpzij()).toBe(false);
    expect(een.zetNiveau(false)).toBeNull();
    expect(een.schrijft).toBe(false);
  });
});

describe('a line', () => {
  test('NK7: of what waited nothing goes out once it was ended, politely or not', () => {
    for (const [einde, laatste] of [
      [(lijn: Lijn) => lijn.sluit(4403), 'dicht 4403'],
      [(lijn: Lijn) => lijn.verbreek(), 'verbroken'],
    ] as const) {
      const { lijn, verteld } = opstelling();
      lijn.stuur(new Uint8Array([1]));

      einde(lijn);
      lijn.stuur(new Uint8Array([2]));
      lijn.spoel();

      expect(verteld).toEqual([laatste]);
      expect(lijn.isDood).toBe(true);
      expect(lijn.ongestuurd).toBe(0);
    }
  });

  test('SY5: what is put in line goes out at the end of the step, in one message', () => {
    const { lijn, verteld } = opstelling();
    lijn.stuur(new Uint8Array([1]));
    lijn.stuur(new Uint8Array([2]));
    expect(verteld).toEqual([]);

    lijn.spoel();
    lijn.spoel();

    expect(verteld).toEqual(['bericht']);
  });
});
