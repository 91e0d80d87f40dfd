import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import type { DemoMedewerkers } from '../../shared/contract/sessies.ts';
import { werkdagOver } from '../bouw/werkdag.ts';
import { type Persoon, type Product, rijkeCasus } from './opstelling.ts';

/** An overleg in a browser test: Petra leads it, Fatima brings the rich case, Jeroen is a member. */
export interface Overlegopstelling {
  readonly overlegId: string;
  readonly pad: string;
  readonly casusId: string;
  readonly petra: Persoon;
  readonly fatima: Persoon;
  /** What somebody gets of it. */
  readonly overleg: (wie: Persoon) => Promise<Overleg>;
}

export const VRAAG = 'Wie neemt de post over tot het budgetplan loopt?';
export const DILEMMA = {
  titel: 'Wanneer deel je een vermoeden?',
  tekst: 'Twee collega’s denken er anders over.',
};

/**
 * A weekly series with Petra in the chair, on whose first agenda stand Fatima's casus and a dilemma.
 * @param opzet what it is called, where there is another; who else has a part in it, by name; `url`: of the browsers, such as over a slow line
 */
export async function zetOverlegOp(
  product: Product,
  opzet: {
    naam?: string;
    plaatsvervanger?: string;
    notulist?: string;
    leden?: readonly string[];
    meedenkers?: readonly string[];
    gasten?: readonly string[];
    url?: string;
  } = {},
): Promise<Overlegopstelling> {
  const bij = opzet.url === undefined ? {} : { baseURL: opzet.url };
  const petra = await product.persoon('Petra van Loon', undefined, bij);
  const fatima = await product.persoon('Fatima El Amrani', undefined, bij);
  const { body } = await petra.vraag<DemoMedewerkers>('GET', '/demo/medewerkers');
  const id = (naam: string | undefined) => body.medewerkers.find((een) => een.naam === naam)?.id;
  const reeks = await petra.vraag<{ id: string }>('POST', '/overlegreeksen', {
    naam: opzet.naam ?? 'Tafel van de test',
    plaats: 'Stadhuis, kamer 2',
    duur: 90,
    ritme: {
      eerste: werkdagOver(8),
      tijd: '09:00',
      weken: 1,
    },
    voorzitterId: id('Petra van Loon'),
    plaatsvervangerId: id(opzet.plaatsvervanger),
    notulistId: id(opzet.notulist),
    leden: (opzet.leden ?? ['Jeroen Hofstra']).map(id),
  });
  expect(reeks.status).toBe(201);
  const lijst = await petra.vraag<Antwoord<'overleg.lijst'>>('GET', '/overleggen');
  const overlegId = lijst.body.overleggen.find(({ reeksId }) => reeksId === reeks.body.id)?.id ?? '';
  const pad = `/overleggen/${overlegId}`;
  const casusId = await rijkeCasus(fatima);
  const meedenkers = (opzet.meedenkers ?? []).map(id);
  const gasten = (opzet.gasten ?? []).map(id);
  const brengt = async (wie: Persoon, wat: object) => {
    const gebracht = await wie.vraag<{ id: string }>('POST', `${pad}/agendapunten`, wat);
    expect(gebracht.status).toBe(201);
    const aan = await petra.vraag('PATCH', `${pad}/agendapunten/${gebracht.body.id}`, {
      besluit: 'aanvaard',
    });
    expect(aan.status).toBe(204);
  };
  await brengt(fatima, { casusId, vraag: VRAAG, minuten: 20, gezinWeet: { ja: true }, meedenkers, gasten });
  await brengt(petra, { dilemma: DILEMMA, minuten: 15 });
  return {
    overlegId,
    pad,
    casusId,
    petra,
    fatima,
    overleg: async (wie) => (await wie.vraag<Overleg>('GET', pad)).body,
  };
}

/** By keyboard: closes the casus that is open, and says who tells the household, as is asked before that (OV7). */
export async function sluitPunt(page: Page): Promise<void> {
  await page.keyboard.press('s');
  const wie = page.getByLabel('Wie vertelt het gezin wat er is afgesproken?');
  await wie.waitFor();
  await expect.poll(() => wie.evaluate((veld) => veld === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Vóór wanneer?').fill('morgen');
  await page.keyboard.press('Enter');
  await wie.waitFor({ state: 'detached' });
}
