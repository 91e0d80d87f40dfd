// The product as built, at which rights can be given that end at a moment of choice: the routes only know days.
import process from 'node:process';
import { belast } from '../samen/belast.mjs';

const { app, startMs, luister } = await belast({ grenzen: { opdrachtenPerMinuut: 1_000_000 } }, [
  'participatie',
  'inkomen',
]);

const DOE = {
  /** Gives rights, each in the casus of its own: in one step a casus, told as any other. */
  geef: ({ rechten }) => {
    const perCasus = new Map();
    for (const een of rechten) perCasus.set(een.casusId, [...(perCasus.get(een.casusId) ?? []), een]);
    for (const [casusId, deze] of perCasus)
      app.toegang.wijzigZicht(casusId, null, () => {
        for (const recht of deze)
          app.casussen.feiten.geefRecht({
            ...recht,
            van: Date.now(),
            niveau: 'lezen',
            waarvoor: 'samenhang',
            grondslag: 'wmo',
            reden: 'voor deze meting',
          });
      });
    return {};
  },
  /** What the record says that ended by the clock, and at which moments; how long making the app took. */
  nagaan: () => {
    const einden = app.logboek
      .lees()
      .filter(({ handeling, regel }) => handeling === 'niveau_gewijzigd' && regel === 'klok');
    return { einden: einden.map(({ op }) => Number(op)), startMs };
  },
};
process.on('message', (woord) => {
  if (typeof woord !== 'object') return;
  try {
    process.send({ antwoord: DOE[woord.doe](woord) });
  } catch (fout) {
    process.send({ fout: String(fout?.stack ?? fout) });
  }
});
await luister();
