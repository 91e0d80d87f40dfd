import { describe, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { Doc } from 'yjs';
import { Cursors } from '../../../server/lijnen/sync/cursors.ts';

const NU = Date.UTC(2026, 1, 3);
const kanaal = (...ids: number[]) => ({ ids: new Set(ids) });
const plaats = { type: null, tname: null, item: { client: 1, clock: 2 }, assoc: 0 };
const cursor = { anchor: plaats, head: plaats };
const VELD = '5f0c4a6e-0000-4000-8000-000000000001';
const isVeld = (naam: string) => naam === VELD;

/** What a client with this id says. */
function zegt(
  id: number,
  staat: Record<string, unknown> | null,
): { awareness: Awareness; bytes: Uint8Array } {
  const doc = new Doc();
  doc.clientID = id;
  const awareness = new Awareness(doc);
  awareness.setLocalState(staat);
  return { awareness, bytes: encodeAwarenessUpdate(awareness, [id]) };
}

describe('SY8: cursors', () => {
  test('SY8: what y-protocols writes is taken in, and what is sent on y-protocols reads', () => {
    const cursors = new Cursors(() => NU, isVeld);
    const van = kanaal(7);
    expect(cursors.neem(van, zegt(7, { user: { name: 'x' }, cursor }).bytes)).toEqual([7]);
    const bij = new Awareness(new Doc());
    const noem = () => ({ naam: 'deelnemer' }) as const;
    applyAwarenessUpdate(bij, cursors.schrijf([7], cursors.tik(), noem), 'server');
    expect(bij.getStates().get(7)).toEqual({ user: { naam: 'deelnemer' }, cursor });
    expect(cursors.verlaat(van)).toEqual([7]);
    applyAwarenessUpdate(bij, cursors.schrijf([7], cursors.tik(), noem), 'server');
    expect(bij.getStates().has(7)).toBe(false);
    bij.destroy();
  });

  test('SY8: only what stands under an id of one’s own', () => {
    const cursors = new Cursors(() => NU, isVeld);
    const een = kanaal(7);
    const twee = kanaal(8);
    expect(cursors.neem(een, zegt(7, { cursor }).bytes)).toEqual([7]);
    expect(cursors.neem(twee, zegt(7, null).bytes)).toEqual([]);
    expect(cursors.vanAnderen(twee)).toEqual([7]);
    expect(cursors.vanAnderen(een)).toEqual([]);
    expect(cursors.kanaalVan(7)).toBe(een);
  });

  test('NK6: the clock is the time and never the same twice, so that it counts nothing', () => {
    let nu = NU;
    const cursors = new Cursors(() => nu, isVeld);
    const eerste = cursors.tik();
    expect(eerste).toBe(NU);
    expect(cursors.tik()).toBe(NU + 1);
    nu += 1000;
    expect(cursors.tik()).toBe(NU + 1000);
    nu -= 5000;
    expect(cursors.tik()).toBe(NU + 1001);
  });

  test.each([
    ['nothing', []],
    ['a count that promises more', [9, 1]],
    ['cut off', [1, 7, 1, 5, 0x22]],
    ['bytes behind the end', [0, 1]],
    ['no JSON', [1, 7, 1, 1, 0x7b]],
    ['a number as state', [1, 7, 1, 1, 0x31]],
  ])('SY10: %s is no awareness message', (_, bytes) => {
    expect(new Cursors(() => NU, isVeld).neem(kanaal(7), Uint8Array.from(bytes))).toBeNull();
  });

  test.each([
    ['a word of their own', 'KANARIE'],
    ['a name that every object has', '__proto__'],
    ['another name that every object has', 'constructor'],
  ])('SY8: a place under %s goes to nobody', (_, tname) => {
    const cursors = new Cursors(() => NU, isVeld);
    const van = kanaal(7);
    const daar = { tname, item: { client: 1, clock: 2 }, assoc: 0 };

    cursors.neem(van, zegt(7, { cursor: { anchor: daar, head: daar } }).bytes);

    expect(cursors.vanAnderen(kanaal(8))).toEqual([]);
    const uit = Buffer.from(cursors.schrijf([7], cursors.tik(), () => ({ naam: 'deelnemer' }))).toString();
    expect(uit).not.toContain(tname);
  });

  test('SY8: of a place in a text nothing goes on but what says where', () => {
    const cursors = new Cursors(() => NU, isVeld);
    const meer = { tname: VELD, item: { client: 1, clock: 2, woord: 'KANARIE' }, assoc: 0, woord: 'KANARIE' };
    cursors.neem(kanaal(7), zegt(7, { cursor: { anchor: meer, head: meer, woord: 'KANARIE' } }).bytes);
    const bij = new Awareness(new Doc());
    applyAwarenessUpdate(
      bij,
      cursors.schrijf([7], cursors.tik(), () => ({ naam: 'deelnemer' })),
      'server',
    );
    const plek = { type: null, tname: VELD, item: { client: 1, clock: 2 }, assoc: 0 };
    expect(bij.getStates().get(7)).toEqual({
      user: { naam: 'deelnemer' },
      cursor: { anchor: plek, head: plek },
    });
    bij.destroy();
  });
});
