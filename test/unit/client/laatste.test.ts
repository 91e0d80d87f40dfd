import { expect, test } from 'vitest';
import { Laatste } from '../../../client/api/laatste.ts';

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
