import type { Bord, CasusLijst } from '../../shared/contract/casussen.ts';
import type { DemoMedewerkers } from '../../shared/contract/sessies.ts';
import { type Klant, klant } from '../server/opstelling.ts';
import { type Mensen, mensenAan, wijzigZetel } from './casus.ts';
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

/** The rich case of the README: moeder, kind 1 and kind 2. Fatima is its regisseur. */
export function rijkeCasusIn({ casussen }: CasusLijst): string {
  const casus = casussen.find(({ leden }) => leden.length === 3);
  if (casus === undefined) throw new Error('the demo has no rich case');
  return casus.id;
}

/**
 * Lets Tom take part for all of the household of the rich case: in the demo he doesn't for moeder.
 * @param url of the program that runs with its demo
 * @returns the casus
 */
export async function laatTomOveralMeedoen(url: string): Promise<string> {
  const bij = klant(Number(new URL(url).port));
  try {
    const mensen = await mensenUitDemo(bij, { fatima: ['Fatima El Amrani', 'participatie'] });
    const fatima = await mensen.als('fatima');
    const casusId = rijkeCasusIn((await fatima.verzoek('GET', '/casussen')).body);
    const bord: Bord = (await fatima.verzoek('GET', `/casussen/${casusId}`)).body;
    const tom = bord.deelnemers.find(({ naam }) => naam === 'Tom Bakker');
    await wijzigZetel(fatima, casusId, tom?.id ?? '', { lidIds: null });
    return casusId;
  } finally {
    bij.sluit();
  }
}
