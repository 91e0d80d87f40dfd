import { describe, expect, test } from 'vitest';
import { ApiFout, roep } from '../../../client/api/api.ts';
import { Poging } from '../../../client/api/poging.ts';

// ST13: when the client sends again, and under which key.

const kwijt = (status = 0, code = 'geen_verbinding') => new ApiFout(status, code, 'x');

/** A form, and a server of which the answers are given. */
function formulier(antwoorden: readonly (ApiFout | string)[]) {
  const nog = [...antwoorden];
  const gevraagd: { sleutel: string; wat: string }[] = [];
  const wacht: boolean[] = [];
  const pauzes: number[] = [];
  const poging = new Poging(
    (zo) => wacht.push(zo),
    async (ms) => void pauzes.push(ms),
  );
  const bewaar = (woorden: string, wat = woorden) => {
    poging.zetWoorden(woorden);
    return poging.doe(wat, async (sleutel) => {
      gevraagd.push({ sleutel, wat });
      const antwoord = nog.shift() ?? 'goed';
      if (antwoord instanceof ApiFout) throw antwoord;
      return antwoord;
    });
  };
  const sleutels = () => gevraagd.map(({ sleutel }) => sleutel);
  return { bewaar, gevraagd, sleutels, wacht, pauzes };
}

describe('ST13: one form', () => {
  test.each([0, 502, 503, 504])(
    'sends again under one key after %s, and says that it waits',
    async (status) => {
      const f = formulier([kwijt(status), kwijt(status), 'goed']);
      expect(await f.bewaar('a')).toBe('goed');
      expect(f.sleutels()).toHaveLength(3);
      expect(new Set(f.sleutels()).size).toBe(1);
      expect(f.wacht).toEqual([true, false]);
    },
  );

  test.each([400, 401, 403, 404, 409, 413, 422, 429, 500])('does not send again after %s', async (status) => {
    const f = formulier([kwijt(status, 'x')]);
    await expect(f.bewaar('a')).rejects.toMatchObject({ status });
    expect([f.sleutels().length, f.wacht]).toEqual([1, []]);
  });

  test('waits longer each time, and ends: within half a minute, saying that nobody knows', async () => {
    const f = formulier(Array.from({ length: 20 }, () => kwijt()));
    await expect(f.bewaar('a')).rejects.toThrow('Het is niet zeker of dit is bewaard.');
    expect(f.pauzes).toEqual([...f.pauzes].sort((a, b) => a - b));
    expect(f.pauzes.reduce((a, b) => a + b)).toBeLessThanOrEqual(30_000);
    expect(f.wacht).toEqual([true, false]);
    // Pressed again, with the same words.
    await expect(f.bewaar('a')).rejects.toThrow();
    expect(new Set(f.sleutels()).size).toBe(1);
  });

  test('where the server says that nothing was kept, so does the form', async () => {
    const f = formulier(Array.from({ length: 20 }, () => kwijt(503, 'opslag_onbereikbaar')));
    await expect(f.bewaar('a')).rejects.toMatchObject({ code: 'opslag_onbereikbaar', bericht: 'x' });
  });

  test('has another key when something else is typed, and after it went well', async () => {
    const f = formulier([new ApiFout(422, 'body_ongeldig', 'x')]);
    await expect(f.bewaar('a')).rejects.toThrow();
    await f.bewaar('a');
    await f.bewaar('a');
    await f.bewaar('b');
    const [een, twee, drie, vier] = f.sleutels();
    expect(twee).toBe(een);
    expect(new Set([een, drie, vier]).size).toBe(3);
  });

  test.each(['al_gedaan', 'sleutel_hergebruikt'])('has another key after %s', async (code) => {
    const f = formulier([new ApiFout(409, code, 'x')]);
    await expect(f.bewaar('a')).rejects.toThrow();
    await f.bewaar('a');
    expect(new Set(f.sleutels()).size).toBe(2);
  });

  test('sends what was sent, as long as nobody knows, also when others made something else of the same words', async () => {
    const f = formulier(Array.from({ length: 6 }, () => kwijt()));
    await expect(f.bewaar('a', 'met stand')).rejects.toThrow();
    await f.bewaar('a', 'zonder stand');
    expect(new Set(f.gevraagd.map(({ sleutel, wat }) => `${sleutel} ${wat}`)).size).toBe(1);
    // Once it is known, what is asked now counts.
    await f.bewaar('a', 'zonder stand');
    expect(f.gevraagd.at(-1)?.wat).toBe('zonder stand');
  });
});

test('ST13: what makes something can’t be asked without, and what doesn’t not with', () => {
  const poging = new Poging(() => {});
  const params = { casusId: 'x' };
  const fout = [
    // @ts-expect-error it would be made twice
    () => roep('lid.voegToe', { params, body: { rol: 'kind' } }),
    // @ts-expect-error nothing is made
    () => roep('casus.wijzig', { params, body: { status: 'nazorg' }, poging }),
  ];
  expect(fout).toHaveLength(2);
});
