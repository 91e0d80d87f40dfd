import type { DemoMedewerkers } from '../../shared/contract/mensen.ts';
import type { Klant } from '../server/opstelling.ts';
import { type Mensen, mensenAan } from './casus.ts';
import { paren } from './opzet.ts';

// In another process than that of the test there are only the people of the demo.

/**
 * People of the demo at a server, by a name of the test's own.
 * @param wie how each is called or what they do, or how that begins; and where they sit
 */
export async function mensenUitDemo<Wie extends string>(
  klant: Pick<Klant, 'verzoek' | 'meldAan'>,
  wie: Readonly<Record<Wie, readonly [naamOfFunctie: string, zetel: string]>>,
): Promise<Mensen<Wie>> {
  const { medewerkers }: DemoMedewerkers = (await klant.verzoek('GET', '/demo/medewerkers')).body;
  const bekenden = paren<Wie, readonly [string, string]>(wie).map(([sleutel, [wat, zetel]]) => {
    const gevonden = medewerkers.find(({ naam, functie }) => naam.startsWith(wat) || functie.startsWith(wat));
    if (gevonden === undefined) throw new Error(`${wat} is not in the demo`);
    return [sleutel, { id: gevonden.id, zetel }] as const;
  });
  // One for each of who was asked for.
  return mensenAan(klant, Object.fromEntries(bekenden) as Record<Wie, { id: string; zetel: string }>);
}
