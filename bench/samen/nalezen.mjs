import { setTimeout as wacht } from 'node:timers/promises';
import * as Y from 'yjs';
import { tekstVan } from './schrijver.mjs';

const HEEL_BINNEN = 20_000;

/**
 * Reads every room back from a server that has just started on the same folder. Some servers load a document after
 * they have answered, so it waits a while for the rest to come.
 *
 * @param kamers where to connect
 * @param teksten what each room's writer had, by name
 * @returns how many rooms say exactly that
 */
export async function leesNa(lijn, kamers, teksten) {
  const { verbind } = await import(`./lijnen/${lijn}.mjs`);
  const fouten = [];
  const gelezen = await Promise.all(
    kamers.map(async (kamer) => {
      const doc = new Y.Doc();
      const verbinding = await verbind({
        kamer,
        plek: kamer.plekken.at(-1),
        doc,
        schrijft: false,
        bijUpdate: () => {},
        bijFout: (fout) => fouten.push(fout),
      });
      return { verbinding, isHeel: () => tekstVan(doc, kamer.veld) === teksten.get(kamer.naam) };
    }),
  );
  const heel = () => gelezen.filter(({ isHeel }) => isHeel()).length;
  const einde = Date.now() + HEEL_BINNEN;
  while (heel() < kamers.length && fouten.length === 0 && Date.now() < einde) await wacht(100);
  for (const { verbinding } of gelezen) verbinding.sluit();
  if (fouten.length > 0) throw fouten[0];
  return heel();
}
