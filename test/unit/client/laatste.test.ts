import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiFout, geenVerbinding } from '../../../client/api/apifout.ts';
import { Laatste } from '../../../client/api/laatste.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Questions that are answered, or fail, when the test says so. */
function vragen() {
  const laatste = new Laatste();
  const gekregen: string[] = [];
  const stel = () => {
    let lukt: (antwoord: string) => void = () => {};
    let mislukt: (fout: Error) => void = () => {};
    const belofte = new Promise<string>((ja, nee) => {
      [lukt, mislukt] = [ja, nee];
    });
    const klaar = laatste.vraag(
      () => belofte,
      (antwoord) => gekregen.push(antwoord),
      () => gekregen.push('mislukt'),
    );
    return {
      geef: async (antwoord: string) => {
        lukt(antwoord);
        await klaar;
      },
      faal: async () => {
        mislukt(new Error('no line'));
        await klaar;
      },
    };
  };
  return { gekregen, stel, rust: () => laatste.rust() };
}

test('NK7: an answer that comes after that to a later question is of before, and counts no more; nor does its failing', async () => {
  const { gekregen, stel } = vragen();
  const [een, twee, drie] = [stel(), stel(), stel()];

  await drie.geef('na');
  await een.geef('voor');
  await twee.faal();

  expect(gekregen).toEqual(['na']);
});

test('each counts when none was asked after it, failing as well', async () => {
  const { gekregen, stel } = vragen();

  await stel().geef('een');
  await stel().faal();

  expect(gekregen).toEqual(['een', 'mislukt']);
});

test('who waits for rest waits for the later question too, and for none that was forgotten', async () => {
  const { gekregen, stel, rust } = vragen();
  const [een, twee] = [stel(), stel()];
  const gerust = rust().then(() => gekregen.push('rust'));

  await een.geef('voor');
  expect(gekregen).toEqual([]);
  await twee.geef('na');
  await gerust;

  expect(gekregen).toEqual(['na', 'rust']);
  await rust();
});

/** A question to a server that fails so, and how often it was asked. */
function vraagAan(fout: Error) {
  const laatste = new Laatste();
  let keren = 0;
  let kreeg = '';
  const vraag = () =>
    laatste.vraag(
      () => {
        keren += 1;
        return keren < 3 ? Promise.reject(fout) : Promise.resolve('het antwoord');
      },
      (antwoord) => {
        kreeg = antwoord;
      },
      () => {},
    );
  return { laatste, vraag, keren: () => keren, kreeg: () => kreeg };
}

test('ST16: what had no answer is asked again by itself until it has one, and then no more', async () => {
  const { vraag, keren, kreeg } = vraagAan(geenVerbinding());
  await vraag();
  expect(keren()).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([keren(), kreeg()]).toEqual([3, 'het antwoord']);
});

test('ST16: what was refused is not asked again; nor what was forgotten, nor twice what somebody asked again first', async () => {
  const geweigerd = vraagAan(new ApiFout(404, 'niet_gevonden', 'Dit is er niet.'));
  await geweigerd.vraag();
  const vergeten = vraagAan(geenVerbinding());
  await vergeten.vraag();
  vergeten.laatste.vergeet();
  const zelf = vraagAan(geenVerbinding());
  await zelf.vraag();
  await zelf.vraag();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([geweigerd, vergeten, zelf].map(({ keren }) => keren())).toEqual([1, 1, 3]);
});
